-- A small call centre: the rows the demo starts with and every conformance case starts from.
-- Rows keep this order in the tables: an answer without an ORDER BY comes in it.

INSERT INTO `call_log` (
  `uniqueid`, `channel`, `channel_group`, `type`, `server_ip`, `extension`, `number_dialed`, `caller_code`,
  `start_time`, `start_epoch`, `end_time`, `end_epoch`, `length_in_sec`, `length_in_min`
) VALUES
('1752501600.20','SIP/trunk-9','DID_INBOUND','SIP','10.10.10.15','3125551212','3125551212','3125552222','2025-07-14 09:59:58',1752501598,'2025-07-14 10:02:05',1752501725,127,2.12);

INSERT INTO `custom_101` (
  `lead_id`, `favorite_color`, `policy_type`, `renewal_date`
) VALUES
(1001,'blue','Home','2025-12-01'),
(1002,'red','Auto',NULL);

INSERT INTO `phones` (
  `extension`, `dialplan_number`, `voicemail_id`, `phone_ip`, `computer_ip`, `server_ip`, `login`, `pass`,
  `status`, `active`, `phone_type`, `fullname`, `company`, `picture`, `messages`, `old_messages`, `protocol`,
  `local_gmt`, `ASTmgrUSERNAME`, `ASTmgrSECRET`, `login_user`, `login_pass`, `login_campaign`,
  `park_on_extension`, `conf_on_extension`, `VICIDIAL_park_on_extension`, `VICIDIAL_park_on_filename`,
  `monitor_prefix`, `recording_exten`, `voicemail_exten`, `voicemail_dump_exten`, `ext_context`,
  `dtmf_send_extension`, `call_out_number_group`, `client_browser`, `install_directory`,
  `local_web_callerID_URL`, `VICIDIAL_web_URL`, `AGI_call_logging_enabled`, `user_switching_enabled`,
  `conferencing_enabled`, `admin_hangup_enabled`, `admin_hijack_enabled`, `admin_monitor_enabled`,
  `call_parking_enabled`, `updater_check_enabled`, `AFLogging_enabled`, `QUEUE_ACTION_enabled`,
  `CallerID_popup_enabled`, `voicemail_button_enabled`, `enable_fast_refresh`, `fast_refresh_rate`,
  `enable_persistant_mysql`, `auto_dial_next_number`, `VDstop_rec_after_each_call`, `DBX_server`,
  `DBX_database`, `DBX_user`, `DBX_pass`, `DBX_port`, `DBY_server`, `DBY_database`, `DBY_user`, `DBY_pass`,
  `DBY_port`, `outbound_cid`, `enable_sipsak_messages`, `email`, `template_id`, `conf_override`,
  `phone_context`, `phone_ring_timeout`, `conf_secret`, `delete_vm_after_email`, `is_webphone`,
  `use_external_server_ip`, `codecs_list`, `codecs_with_template`, `webphone_dialpad`, `on_hook_agent`,
  `webphone_auto_answer`, `voicemail_timezone`, `voicemail_options`, `user_group`, `voicemail_greeting`,
  `voicemail_dump_exten_no_inst`, `voicemail_instructions`, `on_login_report`, `unavail_dialplan_fwd_exten`,
  `unavail_dialplan_fwd_context`, `nva_call_url`, `nva_search_method`, `nva_error_filename`,
  `nva_new_list_id`, `nva_new_phone_code`, `nva_new_status`, `webphone_dialbox`, `webphone_mute`,
  `webphone_volume`, `webphone_debug`, `outbound_alt_cid`, `conf_qualify`, `webphone_layout`, `mohsuggest`,
  `peer_status`, `ping_time`, `webphone_settings`
) VALUES
('cc100','100','100','','','10.10.10.15','100','phonepass1','ACTIVE','Y','SIP','Agent phone 100',NULL,NULL,0,0,'SIP','-5.00','cron','1234',NULL,NULL,NULL,'8301','8302','8301','park','8612','8309','8501','85026666666666','default','local/8500998@default','Zap/g2/','/usr/bin/mozilla','/usr/local/perl_TK','http://www.vicidial.org/test_callerid_output.php','http://www.vicidial.org/test_VICIDIAL_output.php','1','1','1','0','0','1','1','1','1','1','1','1','0',1000,'0','1','1',NULL,'asterisk','cron','1234',3306,NULL,'asterisk','cron','1234',3306,'7275551000','0',NULL,'',NULL,'default',60,'regpass1','N','N','N','','0','Y','N','Y','eastern','','AGENTS','','85026666666667','Y','N','','',NULL,'NONE','',995,'1','NVAINS','Y','Y','Y','N','','Y','','','UNKNOWN',NULL,'VICIPHONE_SETTINGS'),
('cc101','101','101','','','10.10.10.15','101','phonepass1','ACTIVE','Y','SIP','Agent phone 101',NULL,NULL,0,0,'SIP','-5.00','cron','1234',NULL,NULL,NULL,'8301','8302','8301','park','8612','8309','8501','85026666666666','default','local/8500998@default','Zap/g2/','/usr/bin/mozilla','/usr/local/perl_TK','http://www.vicidial.org/test_callerid_output.php','http://www.vicidial.org/test_VICIDIAL_output.php','1','1','1','0','0','1','1','1','1','1','1','1','0',1000,'0','1','1',NULL,'asterisk','cron','1234',3306,NULL,'asterisk','cron','1234',3306,'7275551001','0',NULL,'',NULL,'default',60,'regpass1','N','N','N','','0','Y','N','Y','eastern','','AGENTS','','85026666666667','Y','N','','',NULL,'NONE','',995,'1','NVAINS','Y','Y','Y','N','','Y','','','UNKNOWN',NULL,'VICIPHONE_SETTINGS'),
('cc102','102','102','','','10.10.10.16','102','phonepass1','ACTIVE','Y','SIP','Agent phone 102',NULL,NULL,0,0,'SIP','-5.00','cron','1234',NULL,NULL,NULL,'8301','8302','8301','park','8612','8309','8501','85026666666666','default','local/8500998@default','Zap/g2/','/usr/bin/mozilla','/usr/local/perl_TK','http://www.vicidial.org/test_callerid_output.php','http://www.vicidial.org/test_VICIDIAL_output.php','1','1','1','0','0','1','1','1','1','1','1','1','0',1000,'0','1','1',NULL,'asterisk','cron','1234',3306,NULL,'asterisk','cron','1234',3306,'7275551002','0',NULL,'',NULL,'default',60,'regpass1','N','Y','N','','0','Y','N','Y','eastern','','AGENTS','','85026666666667','Y','N','','',NULL,'NONE','',995,'1','NVAINS','Y','Y','Y','N','','Y','','','UNKNOWN',NULL,'VICIPHONE_SETTINGS'),
('350a','350','350','','','10.10.10.15','350a','phonepass1','ACTIVE','Y','SIP','Manager phone',NULL,NULL,3,7,'SIP','-5.00','cron','1234',NULL,NULL,NULL,'8301','8302','8301','park','8612','8309','8501','85026666666666','default','local/8500998@default','Zap/g2/','/usr/bin/mozilla','/usr/local/perl_TK','http://www.vicidial.org/test_callerid_output.php','http://www.vicidial.org/test_VICIDIAL_output.php','1','1','1','0','0','1','1','1','1','1','1','1','0',1000,'0','1','1',NULL,'asterisk','cron','1234',3306,NULL,'asterisk','cron','1234',3306,'7275551350','0',NULL,'',NULL,'default',60,'regpass1','N','N','N','','0','Y','N','Y','eastern','','ADMIN','','85026666666667','Y','N','','',NULL,'NONE','',995,'1','NVAINS','Y','Y','Y','N','','Y','','','UNKNOWN',NULL,'VICIPHONE_SETTINGS');

INSERT INTO `phones_alias` (
  `alias_id`, `alias_name`, `logins_list`, `user_group`
) VALUES
('pair1','First pair','100,101','---ALL---');

INSERT INTO `recording_log` (
  `recording_id`, `channel`, `server_ip`, `extension`, `start_time`, `start_epoch`, `end_time`, `end_epoch`,
  `length_in_sec`, `length_in_min`, `filename`, `location`, `lead_id`, `user`, `vicidial_id`
) VALUES
(5001,'SIP/trunk-1','10.10.10.15','cc100','2025-07-14 09:00:51',1752498051,'2025-07-14 09:03:50',1752498230,179,2.98,'20250714-090051_3125552222_1001','http://10.10.10.15/RECORDINGS/20250714-090051_3125552222_1001-all.wav',1002,'1001','1752498050.10'),
(5002,'SIP/trunk-1','10.10.10.15','cc101','2025-07-14 11:02:16',1752505336,'2025-07-14 11:03:00',1752505380,44,0.73,'20250714-110216_2135553333_1002','',1003,'1002','1752498135.12');

INSERT INTO `servers` (
  `server_id`, `server_description`, `server_ip`, `active`, `asterisk_version`, `max_vicidial_trunks`,
  `telnet_host`, `telnet_port`, `ASTmgrUSERNAME`, `ASTmgrSECRET`, `ASTmgrUSERNAMEupdate`,
  `ASTmgrUSERNAMElisten`, `ASTmgrUSERNAMEsend`, `local_gmt`, `voicemail_dump_exten`, `answer_transfer_agent`,
  `ext_context`, `sys_perf_log`, `vd_server_logs`, `agi_output`, `vicidial_balance_active`,
  `balance_trunks_offlimits`, `recording_web_link`, `alt_server_ip`, `active_asterisk_server`,
  `generate_vicidial_conf`, `rebuild_conf_files`, `outbound_calls_per_second`, `sysload`, `channels_total`,
  `cpu_idle_percent`, `disk_usage`, `sounds_update`, `vicidial_recording_limit`, `carrier_logging_active`,
  `vicidial_balance_rank`, `rebuild_music_on_hold`, `active_agent_login_server`, `conf_secret`,
  `external_server_ip`, `custom_dialplan_entry`, `active_twin_server_ip`, `user_group`, `audio_store_purge`,
  `svn_revision`, `svn_info`, `system_uptime`, `auto_restart_asterisk`, `asterisk_temp_no_restart`,
  `voicemail_dump_exten_no_inst`, `gather_asterisk_output`, `web_socket_url`, `conf_qualify`,
  `routing_prefix`, `external_web_socket_url`, `conf_engine`, `conf_update_interval`, `ara_url`
) VALUES
('DIAL1','Dialer one','10.10.10.15','Y','13.29.2',96,'localhost',5038,'cron','1234','updatecron','listencron','sendcron','-5.00','85026666666666','8365','default','N','Y','FILE','N',0,'SERVER_IP','','Y','Y','N',5,0,0,0,'1','N',60,'Y',0,'Y','Y','test','203.0.113.15',NULL,'','---ALL---',NULL,0,NULL,'','N','N','85026666666667','N','','Y','13','','MEETME',60,NULL),
('DIAL2','Dialer two','10.10.10.16','Y','13.29.2',96,'localhost',5038,'cron','1234','updatecron','listencron','sendcron','-5.00','85026666666666','8365','default','N','Y','FILE','N',0,'SERVER_IP','','Y','Y','N',5,0,0,0,'1','N',60,'Y',0,'Y','Y','test','203.0.113.16',NULL,'','---ALL---',NULL,0,NULL,'','N','N','85026666666667','N','','Y','13','','MEETME',60,NULL),
('OLD1','Retired dialer','10.10.10.99','N','1.8.23',0,'localhost',5038,'cron','1234','updatecron','listencron','sendcron','-5.00','85026666666666','8365','default','N','Y','FILE','N',0,'SERVER_IP','','N','N','N',5,0,0,0,'1','N',60,'Y',0,'Y','N','test','',NULL,'','---ALL---',NULL,0,NULL,'','N','N','85026666666667','N','','Y','13','','MEETME',60,NULL);

INSERT INTO `system_settings` (
  `version`, `install_date`, `use_non_latin`, `webroot_writable`, `enable_queuemetrics_logging`,
  `queuemetrics_server_ip`, `queuemetrics_dbname`, `queuemetrics_login`, `queuemetrics_pass`,
  `queuemetrics_url`, `queuemetrics_log_id`, `queuemetrics_eq_prepend`, `vicidial_agent_disable`,
  `allow_sipsak_messages`, `admin_home_url`, `enable_agc_xfer_log`, `db_schema_version`,
  `auto_user_add_value`, `timeclock_end_of_day`, `timeclock_last_reset_date`, `vdc_header_date_format`,
  `vdc_customer_date_format`, `vdc_header_phone_format`, `vdc_agent_api_active`, `qc_last_pull_time`,
  `enable_vtiger_integration`, `vtiger_server_ip`, `vtiger_dbname`, `vtiger_login`, `vtiger_pass`,
  `vtiger_url`, `qc_features_active`, `outbound_autodial_active`, `outbound_calls_per_second`,
  `enable_tts_integration`, `agentonly_callback_campaign_lock`, `sounds_central_control_active`,
  `sounds_web_server`, `sounds_web_directory`, `active_voicemail_server`, `auto_dial_limit`,
  `user_territories_active`, `allow_custom_dialplan`, `db_schema_update_date`, `enable_second_webform`,
  `default_webphone`, `default_external_server_ip`, `webphone_url`, `static_agent_url`, `default_phone_code`,
  `enable_agc_dispo_log`, `custom_dialplan_entry`, `queuemetrics_loginout`, `callcard_enabled`,
  `queuemetrics_callstatus`, `default_codecs`, `custom_fields_enabled`, `admin_web_directory`, `label_title`,
  `label_first_name`, `label_middle_initial`, `label_last_name`, `label_address1`, `label_address2`,
  `label_address3`, `label_city`, `label_state`, `label_province`, `label_postal_code`,
  `label_vendor_lead_code`, `label_gender`, `label_phone_number`, `label_phone_code`, `label_alt_phone`,
  `label_security_phrase`, `label_email`, `label_comments`, `slave_db_server`, `reports_use_slave_db`,
  `webphone_systemkey`, `first_login_trigger`, `hosted_settings`, `default_phone_registration_password`,
  `default_phone_login_password`, `default_server_password`, `admin_modify_refresh`, `nocache_admin`,
  `generate_cross_server_exten`, `queuemetrics_addmember_enabled`, `queuemetrics_dispo_pause`,
  `label_hide_field_logs`, `queuemetrics_pe_phone_append`, `test_campaign_calls`, `agents_calls_reset`,
  `voicemail_timezones`, `default_voicemail_timezone`, `default_local_gmt`, `noanswer_log`,
  `alt_log_server_ip`, `alt_log_dbname`, `alt_log_login`, `alt_log_pass`, `tables_use_alt_log_db`,
  `did_agent_log`, `campaign_cid_areacodes_enabled`, `pllb_grouping_limit`, `did_ra_extensions_enabled`,
  `expanded_list_stats`, `contacts_enabled`, `svn_version`, `call_menu_qualify_enabled`, `admin_list_counts`,
  `allow_voicemail_greeting`, `audio_store_purge`, `svn_revision`, `queuemetrics_socket`,
  `queuemetrics_socket_url`, `enhanced_disconnect_logging`, `allow_emails`, `level_8_disable_add`,
  `pass_hash_enabled`, `pass_key`, `pass_cost`, `disable_auto_dial`, `queuemetrics_record_hold`,
  `country_code_list_stats`, `reload_timestamp`, `queuemetrics_pause_type`, `frozen_server_call_clear`,
  `callback_time_24hour`, `active_modules`, `allow_chats`, `enable_languages`, `language_method`,
  `meetme_enter_login_filename`, `meetme_enter_leave3way_filename`, `enable_did_entry_list_id`,
  `enable_third_webform`, `chat_url`, `chat_timeout`, `agent_debug_logging`, `default_language`,
  `agent_whisper_enabled`, `user_hide_realtime_enabled`, `custom_reports_use_slave_db`,
  `usacan_phone_dialcode_fix`, `cache_carrier_stats_realtime`, `oldest_logs_date`, `log_recording_access`,
  `report_default_format`, `alt_ivr_logging`, `admin_row_click`, `admin_screen_colors`, `ofcom_uk_drop_calc`,
  `agent_screen_colors`, `script_remove_js`, `manual_auto_next`, `user_new_lead_limit`,
  `agent_xfer_park_3way`, `rec_prompt_count`, `agent_soundboards`, `web_loader_phone_length`, `agent_script`,
  `vdad_debug_logging`, `agent_chat_screen_colors`, `enable_auto_reports`, `enable_pause_code_limits`,
  `enable_drop_lists`, `allow_ip_lists`, `system_ip_blacklist`, `agent_push_events`, `agent_push_url`,
  `hide_inactive_lists`, `allow_manage_active_lists`, `expired_lists_inactive`, `did_system_filter`,
  `anyone_callback_inactive_lists`, `enable_gdpr_download_deletion`, `source_id_display`,
  `help_modification_date`, `agent_logout_link`, `manual_dial_validation`, `mute_recordings`,
  `user_admin_redirect`, `list_status_modification_confirmation`, `sip_event_logging`,
  `call_quota_lead_ranking`, `enable_second_script`, `enable_first_webform`, `recording_buttons`,
  `opensips_cid_name`, `require_password_length`, `user_account_emails`, `outbound_cid_any`,
  `entries_per_page`, `browser_call_alerts`, `queuemetrics_pausereason`, `inbound_answer_config`,
  `enable_international_dncs`, `web_loader_phone_strip`, `manual_dial_phone_strip`, `daily_call_count_limit`,
  `allow_shared_dial`, `agent_search_method`, `phone_defaults_container`, `qc_claim_limit`, `qc_expire_days`,
  `two_factor_auth_hours`, `two_factor_container`, `agent_hidden_sound`, `agent_hidden_sound_volume`,
  `agent_hidden_sound_seconds`, `agent_screen_timer`, `label_lead_id`, `label_list_id`, `label_entry_date`,
  `label_gmt_offset_now`, `label_source_id`, `label_called_since_last_reset`, `label_status`, `label_user`,
  `label_date_of_birth`, `label_country_code`, `label_last_local_call_time`, `label_called_count`,
  `label_rank`, `label_owner`, `label_entry_list_id`, `call_limit_24hour`, `call_limit_24hour_reset`,
  `allowed_sip_stacks`, `agent_hide_hangup`, `allow_web_debug`, `max_logged_in_agents`, `user_codes_admin`,
  `login_kickall`, `abandon_check_queue`, `agent_notifications`, `demographic_quotas`, `log_latency_gaps`,
  `inbound_credits`, `weekday_resets`, `two_factor_auth_agent_hours`, `highest_lead_id`,
  `hopper_hold_inserts`, `coldstorage_server_ip`, `coldstorage_dbname`, `coldstorage_login`,
  `coldstorage_pass`, `coldstorage_port`, `stereo_recording`, `enhanced_agent_monitoring`,
  `agent_hide_dial_fail`, `agent_man_dial_filter`, `agent_3way_dial_filter`
) VALUES
('2.14b0.5','2019-11-07','0','0','0',NULL,NULL,NULL,NULL,NULL,'VIC','NONE','ALL','0','../vicidial/welcome.php','0',1728,101,'0000',NULL,'MS_DASH_24HR  2008-06-24 23:59:59','AL_TEXT_AMPM  OCT 24, 2008 11:59:59 PM','US_PARN (000)000-0000','1',NULL,'0',NULL,NULL,NULL,NULL,NULL,'0','1',10,'0','1','1','127.0.0.1','sounds_store','10.10.10.15','4','0','1','2019-11-07 11:43:00','1','0','0','','','1','0',NULL,'STANDARD','0','1','','1','vicidial','','','','','','','','','','','','','','','','','','','','','','','Y','','test','test','test',0,'1','0','0','','Y','0','0','1','','eastern','-5.00','N','','','','','','N','1',100,'0','1','0','','0','1','0',NULL,0,'NONE',NULL,'0','0','0','0','',2,'0','0','0','2019-11-07 11:43:00','0','0','0',NULL,'0','0','DISABLED','','','0','1',NULL,NULL,'0','default English','0','0','','0','0',NULL,'0','TEXT','0','1','default','0','default','1','0','0','0',0,'0','DISABLED','vicidial.php','0','default','0','0','0','0','','0',NULL,'0','0','0','0','default','0','0','0','1','0','0','0','0','0','0','0','1','START_STOP','0',0,'DISABLED','DISABLED',0,'0','STANDARD','0','0','DISABLED','DISABLED','0','0','0','---DISABLED---',3,3,0,'---DISABLED---','click_quiet',25,0,'setTimeout','','','','','','','','','','','','','','','','0','2000-01-01 00:00:01','SIP','0','0','0','0','0','0','0','0','1','0','0',0,'0','0','','','','','','0','0','0','','');

INSERT INTO `vicidial_agent_log` (
  `agent_log_id`, `user`, `server_ip`, `event_time`, `lead_id`, `campaign_id`, `pause_epoch`, `pause_sec`,
  `wait_epoch`, `wait_sec`, `talk_epoch`, `talk_sec`, `dispo_epoch`, `dispo_sec`, `status`, `user_group`,
  `comments`, `sub_status`, `dead_epoch`, `dead_sec`, `processed`, `uniqueid`, `pause_type`
) VALUES
(90,'1001','10.10.10.15','2025-07-14 09:00:00',NULL,'TESTCAMP',1752498000,30,1752498030,20,1752498050,180,1752498230,15,'SALE','AGENTS','','LOGIN',0,0,'N','1752498050.10','UNDEFINED'),
(91,'1001','10.10.10.15','2025-07-14 09:04:05',1002,'TESTCAMP',1752498245,5,1752498250,60,1752498310,90,1752498400,10,'NA','AGENTS','',NULL,1752498390,10,'N','1752498310.11','UNDEFINED'),
(92,'1002','10.10.10.15','2025-07-14 09:00:00',1003,'TESTCAMP',1752498000,120,1752498120,15,1752498135,45,1752498180,5,'NI','AGENTS','','BRK2',0,0,'N','1752498135.12','UNDEFINED'),
(101,'1001','10.10.10.15','2025-07-15 14:26:00',1001,'TESTCAMP',1752603960,10,1752603970,30,1752604000,0,NULL,0,NULL,'AGENTS','','LOGIN',0,0,'N','1752604000.100','UNDEFINED'),
(102,'1002','10.10.10.15','2025-07-15 14:15:00',NULL,'TESTCAMP',1752603300,0,NULL,0,NULL,0,NULL,0,NULL,'AGENTS','','BRK2',0,0,'N',NULL,'UNDEFINED'),
(103,'1003','10.10.10.16','2025-07-15 13:10:00',NULL,'SALESCMP',1752599400,5,1752599405,0,NULL,0,NULL,0,NULL,'AGENTS','',NULL,0,0,'N',NULL,'UNDEFINED');

INSERT INTO `vicidial_auto_calls` (
  `auto_call_id`, `server_ip`, `campaign_id`, `status`, `lead_id`, `uniqueid`, `callerid`, `channel`,
  `phone_code`, `phone_number`, `call_time`, `call_type`, `stage`, `last_update_time`, `alt_dial`,
  `queue_priority`, `agent_only`, `agent_grab`, `queue_position`, `extension`, `agent_grab_extension`
) VALUES
(1,'10.10.10.15','TESTCAMP','XFER',1001,'1752604000.100','V7151426400000001001','SIP/trunk-0001','1','7275551111','2025-07-15 14:26:40','OUT','XFER-0','2025-07-15 14:29:58','NONE',0,'','',1,'',''),
(2,'10.10.10.15','SALESLINE','LIVE',1002,'1752604150.200','Y7151429100000001002','SIP/trunk-0002','1','3125552222','2025-07-15 14:29:10','IN','LIVE-0','2025-07-15 14:29:58','NONE',0,'','',1,'','');

INSERT INTO `vicidial_call_menu` (
  `menu_id`, `menu_name`, `menu_prompt`, `menu_timeout`, `menu_timeout_prompt`, `menu_invalid_prompt`,
  `menu_repeat`, `menu_time_check`, `call_time_id`, `track_in_vdac`, `custom_dialplan_entry`,
  `tracking_group`, `dtmf_log`, `dtmf_field`, `user_group`, `qualify_sql`, `alt_dtmf_log`, `question`,
  `answer_signal`
) VALUES
('MAINMENU','Main menu','welcome',10,'NONE','NONE',0,'0','','1',NULL,'CALLMENU','0','NONE','---ALL---',NULL,'0',NULL,'Y'),
('AFTERHRS','After hours menu','closed',10,'NONE','NONE',0,'0','','1',NULL,'CALLMENU','0','NONE','MANAGER',NULL,'0',NULL,'Y');

INSERT INTO `vicidial_call_times` (
  `call_time_id`, `call_time_name`, `call_time_comments`, `ct_default_start`, `ct_default_stop`,
  `ct_sunday_start`, `ct_sunday_stop`, `ct_monday_start`, `ct_monday_stop`, `ct_tuesday_start`,
  `ct_tuesday_stop`, `ct_wednesday_start`, `ct_wednesday_stop`, `ct_thursday_start`, `ct_thursday_stop`,
  `ct_friday_start`, `ct_friday_stop`, `ct_saturday_start`, `ct_saturday_stop`, `ct_state_call_times`,
  `default_afterhours_filename_override`, `sunday_afterhours_filename_override`,
  `monday_afterhours_filename_override`, `tuesday_afterhours_filename_override`,
  `wednesday_afterhours_filename_override`, `thursday_afterhours_filename_override`,
  `friday_afterhours_filename_override`, `saturday_afterhours_filename_override`, `user_group`, `ct_holidays`,
  `modify_stamp`
) VALUES
('24hours','default 24 hours calling','',0,2400,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,'','','','','','','','','---ALL---',NULL,'2025-07-15 14:30:00'),
('9am-9pm','default 9am to 9pm calling','',900,2100,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,'','','','','','','','','---ALL---',NULL,'2025-07-15 14:30:00'),
('9am-5pm','default 9am to 5pm calling','',900,1700,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,'','','','','','','','','---ALL---',NULL,'2025-07-15 14:30:00'),
('12pm-5pm','default 12pm to 5pm calling','',1200,1700,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,'','','','','','','','','---ALL---',NULL,'2025-07-15 14:30:00'),
('12pm-9pm','default 12pm to 9pm calling','',1200,2100,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,'','','','','','','','','---ALL---',NULL,'2025-07-15 14:30:00'),
('5pm-9pm','default 5pm to 9pm calling','',1700,2100,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,'','','','','','','','','---ALL---',NULL,'2025-07-15 14:30:00');

INSERT INTO `vicidial_callbacks` (
  `callback_id`, `lead_id`, `list_id`, `campaign_id`, `status`, `entry_time`, `callback_time`, `modify_date`,
  `user`, `recipient`, `comments`, `user_group`, `lead_status`, `email_alert`, `email_result`,
  `customer_timezone`, `customer_timezone_diff`, `customer_time`
) VALUES
(1,1004,201,'SALESCMP','ACTIVE','2025-07-10 16:00:00','2025-07-16 10:00:00','2025-07-10 16:00:00','1002','USERONLY','try Wednesday morning','AGENTS','CBLEAD',NULL,NULL,'','','2025-07-16 10:00:00'),
(2,1004,201,'SALESCMP','INACTIVE','2025-07-01 16:00:00','2025-07-09 10:00:00','2025-07-09 10:00:00','1002','ANYONE','','AGENTS','CALLBK',NULL,NULL,'','','2025-07-09 10:00:00');

INSERT INTO `vicidial_callbacks_archive` (
  `callback_id`, `lead_id`, `list_id`, `campaign_id`, `status`, `entry_time`, `callback_time`, `modify_date`,
  `user`, `recipient`, `comments`, `user_group`, `lead_status`, `email_alert`, `email_result`,
  `customer_timezone`, `customer_timezone_diff`, `customer_time`
) VALUES
(77,1004,201,'SALESCMP','INACTIVE','2025-05-01 16:00:00','2025-05-09 10:00:00','2025-05-09 10:00:00','1001','USERONLY','first try','AGENTS','CBTEST',NULL,NULL,'USA-EST-Y-Eastern US','','2025-05-09 10:00:00');

INSERT INTO `vicidial_campaign_agents` (
  `user`, `campaign_id`, `campaign_rank`, `campaign_weight`, `calls_today`, `group_web_vars`,
  `campaign_grade`, `hopper_calls_today`, `hopper_calls_hour`
) VALUES
('1001','TESTCAMP',0,0,3,'',1,0,0),
('1002','TESTCAMP',2,2,1,'',5,0,0),
('1001','SALESCMP',1,1,0,'',1,0,0);

INSERT INTO `vicidial_campaign_cid_areacodes` (
  `campaign_id`, `areacode`, `outbound_cid`, `active`, `cid_description`, `call_count_today`
) VALUES
('CIDGRP1','727','7275551212','Y','Florida 1',4),
('CIDGRP1','727','7275551313','N','Florida 2',0),
('CIDGRP1','813','8135551114','Y','Tampa',1),
('TESTCAMP','312','3125550000','Y','Chicago',0);

INSERT INTO `vicidial_campaign_dnc` (
  `phone_number`, `campaign_id`
) VALUES
('7275550912','TESTCAMP'),
('901XXXXXXX','TESTCAMP');

INSERT INTO `vicidial_campaign_stats` (
  `campaign_id`, `update_time`, `dialable_leads`, `calls_today`, `answers_today`, `drops_today`,
  `drops_today_pct`, `drops_answers_today_pct`, `calls_hour`, `answers_hour`, `drops_hour`, `drops_hour_pct`,
  `calls_halfhour`, `answers_halfhour`, `drops_halfhour`, `drops_halfhour_pct`, `calls_fivemin`,
  `answers_fivemin`, `drops_fivemin`, `drops_fivemin_pct`, `calls_onemin`, `answers_onemin`, `drops_onemin`,
  `drops_onemin_pct`, `differential_onemin`, `agents_average_onemin`, `balance_trunk_fill`,
  `status_category_1`, `status_category_count_1`, `status_category_2`, `status_category_count_2`,
  `status_category_3`, `status_category_count_3`, `status_category_4`, `status_category_count_4`,
  `hold_sec_stat_one`, `hold_sec_stat_two`, `agent_non_pause_sec`, `hold_sec_answer_calls`,
  `hold_sec_drop_calls`, `hold_sec_queue_calls`, `agent_calls_today`, `agent_wait_today`,
  `agent_custtalk_today`, `agent_acw_today`, `agent_pause_today`, `answering_machines_today`,
  `agenthandled_today`, `park_calls_today`, `park_sec_today`
) VALUES
('TESTCAMP','2025-07-15 14:30:00',0,0,0,0.000,'0','0',0,0,0,'0',0,0,0,'0',0,0,0,'0',0,0,0,'0','0','0',0,NULL,0,NULL,0,NULL,0,NULL,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0),
('SALESCMP','2025-07-15 14:30:00',0,0,0,0.000,'0','0',0,0,0,'0',0,0,0,'0',0,0,0,'0',0,0,0,'0','0','0',0,NULL,0,NULL,0,NULL,0,NULL,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0),
('OLDCAMP','2025-07-15 14:30:00',0,0,0,0.000,'0','0',0,0,0,'0',0,0,0,'0',0,0,0,'0',0,0,0,'0','0','0',0,NULL,0,NULL,0,NULL,0,NULL,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);

INSERT INTO `vicidial_campaign_statuses` (
  `status`, `status_name`, `selectable`, `campaign_id`, `human_answered`, `category`, `sale`, `dnc`,
  `customer_contact`, `not_interested`, `unworkable`, `scheduled_callback`, `completed`, `min_sec`, `max_sec`,
  `answering_machine`
) VALUES
('TD','Test disposition','Y','TESTCAMP','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N'),
('SALEX','Sale adjusted','Y','TESTCAMP','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N');

INSERT INTO `vicidial_campaigns` (
  `campaign_id`, `campaign_name`, `active`, `dial_status_a`, `dial_status_b`, `dial_status_c`,
  `dial_status_d`, `dial_status_e`, `lead_order`, `park_ext`, `park_file_name`, `web_form_address`,
  `allow_closers`, `hopper_level`, `auto_dial_level`, `next_agent_call`, `local_call_time`, `voicemail_ext`,
  `dial_timeout`, `dial_prefix`, `campaign_cid`, `campaign_vdad_exten`, `campaign_rec_exten`,
  `campaign_recording`, `campaign_rec_filename`, `campaign_script`, `get_call_launch`, `am_message_exten`,
  `amd_send_to_vmx`, `xferconf_a_dtmf`, `xferconf_a_number`, `xferconf_b_dtmf`, `xferconf_b_number`,
  `alt_number_dialing`, `scheduled_callbacks`, `lead_filter_id`, `drop_call_seconds`, `drop_action`,
  `safe_harbor_exten`, `display_dialable_count`, `wrapup_seconds`, `wrapup_message`, `closer_campaigns`,
  `use_internal_dnc`, `allcalls_delay`, `omit_phone_code`, `dial_method`, `available_only_ratio_tally`,
  `adaptive_dropped_percentage`, `adaptive_maximum_level`, `adaptive_latest_server_time`,
  `adaptive_intensity`, `adaptive_dl_diff_target`, `concurrent_transfers`, `auto_alt_dial`,
  `auto_alt_dial_statuses`, `agent_pause_codes_active`, `campaign_description`, `campaign_changedate`,
  `campaign_stats_refresh`, `campaign_logindate`, `dial_statuses`, `disable_alter_custdata`,
  `no_hopper_leads_logins`, `list_order_mix`, `campaign_allow_inbound`, `manual_dial_list_id`,
  `default_xfer_group`, `xfer_groups`, `queue_priority`, `drop_inbound_group`, `qc_enabled`, `qc_statuses`,
  `qc_lists`, `qc_shift_id`, `qc_get_record_launch`, `qc_show_recording`, `qc_web_form_address`, `qc_script`,
  `survey_first_audio_file`, `survey_dtmf_digits`, `survey_ni_digit`, `survey_opt_in_audio_file`,
  `survey_ni_audio_file`, `survey_method`, `survey_no_response_action`, `survey_ni_status`,
  `survey_response_digit_map`, `survey_xfer_exten`, `survey_camp_record_dir`, `disable_alter_custphone`,
  `display_queue_count`, `manual_dial_filter`, `agent_clipboard_copy`, `agent_extended_alt_dial`,
  `use_campaign_dnc`, `three_way_call_cid`, `three_way_dial_prefix`, `web_form_target`,
  `vtiger_search_category`, `vtiger_create_call_record`, `vtiger_create_lead_record`, `vtiger_screen_login`,
  `cpd_amd_action`, `agent_allow_group_alias`, `default_group_alias`, `vtiger_search_dead`,
  `vtiger_status_call`, `survey_third_digit`, `survey_third_audio_file`, `survey_third_status`,
  `survey_third_exten`, `survey_fourth_digit`, `survey_fourth_audio_file`, `survey_fourth_status`,
  `survey_fourth_exten`, `drop_lockout_time`, `quick_transfer_button`, `prepopulate_transfer_preset`,
  `drop_rate_group`, `view_calls_in_queue`, `view_calls_in_queue_launch`, `grab_calls_in_queue`,
  `call_requeue_button`, `pause_after_each_call`, `no_hopper_dialing`, `agent_dial_owner_only`,
  `agent_display_dialable_leads`, `web_form_address_two`, `waitforsilence_options`,
  `agent_select_territories`, `campaign_calldate`, `crm_popup_login`, `crm_login_address`, `timer_action`,
  `timer_action_message`, `timer_action_seconds`, `start_call_url`, `dispo_call_url`, `xferconf_c_number`,
  `xferconf_d_number`, `xferconf_e_number`, `use_custom_cid`, `scheduled_callbacks_alert`,
  `queuemetrics_callstatus_override`, `extension_appended_cidname`, `scheduled_callbacks_count`,
  `manual_dial_override`, `blind_monitor_warning`, `blind_monitor_message`, `blind_monitor_filename`,
  `inbound_queue_no_dial`, `timer_action_destination`, `enable_xfer_presets`, `hide_xfer_number_to_dial`,
  `manual_dial_prefix`, `customer_3way_hangup_logging`, `customer_3way_hangup_seconds`,
  `customer_3way_hangup_action`, `ivr_park_call`, `ivr_park_call_agi`, `manual_preview_dial`,
  `realtime_agent_time_stats`, `use_auto_hopper`, `auto_hopper_multi`, `auto_hopper_level`,
  `auto_trim_hopper`, `api_manual_dial`, `manual_dial_call_time_check`, `display_leads_count`,
  `lead_order_randomize`, `lead_order_secondary`, `per_call_notes`, `my_callback_option`, `agent_lead_search`,
  `agent_lead_search_method`, `queuemetrics_phone_environment`, `auto_pause_precall`,
  `auto_pause_precall_code`, `auto_resume_precall`, `manual_dial_cid`, `post_phone_time_diff_alert`,
  `custom_3way_button_transfer`, `available_only_tally_threshold`, `available_only_tally_threshold_agents`,
  `dial_level_threshold`, `dial_level_threshold_agents`, `safe_harbor_audio`, `safe_harbor_menu_id`,
  `survey_menu_id`, `callback_days_limit`, `dl_diff_target_method`, `disable_dispo_screen`,
  `disable_dispo_status`, `screen_labels`, `status_display_fields`, `na_call_url`, `survey_recording`,
  `pllb_grouping`, `pllb_grouping_limit`, `call_count_limit`, `call_count_target`, `callback_hours_block`,
  `callback_list_calltime`, `user_group`, `hopper_vlc_dup_check`, `in_group_dial`, `in_group_dial_select`,
  `safe_harbor_audio_field`, `pause_after_next_call`, `owner_populate`, `use_other_campaign_dnc`,
  `allow_emails`, `amd_inbound_group`, `amd_callmenu`, `survey_wait_sec`, `manual_dial_lead_id`, `dead_max`,
  `dead_max_dispo`, `dispo_max`, `dispo_max_dispo`, `pause_max`, `max_inbound_calls`,
  `manual_dial_search_checkbox`, `hide_call_log_info`, `timer_alt_seconds`, `wrapup_bypass`,
  `wrapup_after_hotkey`, `callback_active_limit`, `callback_active_limit_override`, `allow_chats`,
  `comments_all_tabs`, `comments_dispo_screen`, `comments_callback_screen`, `qc_comment_history`,
  `show_previous_callback`, `clear_script`, `cpd_unknown_action`, `manual_dial_search_filter`,
  `web_form_address_three`, `manual_dial_override_field`, `status_display_ingroup`, `customer_gone_seconds`,
  `agent_display_fields`, `am_message_wildcards`, `manual_dial_timeout`, `routing_initiated_recordings`,
  `manual_dial_hopper_check`, `callback_useronly_move_minutes`, `ofcom_uk_drop_calc`, `manual_auto_next`,
  `manual_auto_show`, `allow_required_fields`, `dead_to_dispo`, `agent_xfer_validation`, `ready_max_logout`,
  `callback_display_days`, `three_way_record_stop`, `hangup_xfer_record_start`,
  `scheduled_callbacks_email_alert`, `max_inbound_calls_outcome`, `manual_auto_next_options`,
  `agent_screen_time_display`, `next_dial_my_callbacks`, `inbound_no_agents_no_dial_container`,
  `inbound_no_agents_no_dial_threshold`, `cid_group_id`, `pause_max_dispo`, `script_top_dispo`,
  `dead_trigger_seconds`, `dead_trigger_action`, `dead_trigger_repeat`, `dead_trigger_filename`,
  `dead_trigger_url`, `scheduled_callbacks_force_dial`, `scheduled_callbacks_auto_reschedule`,
  `scheduled_callbacks_timezones_container`, `three_way_volume_buttons`, `callback_dnc`,
  `manual_dial_validation`, `mute_recordings`, `auto_active_list_new`, `call_quota_lead_ranking`,
  `call_quota_process_running`, `call_quota_last_run_date`, `sip_event_logging`, `campaign_script_two`,
  `leave_vm_no_dispo`, `leave_vm_message_group_id`, `dial_timeout_lead_container`, `amd_type`,
  `vmm_daily_limit`, `opensips_cid_name`, `amd_agent_route_options`, `browser_alert_sound`,
  `browser_alert_volume`, `three_way_record_stop_exception`, `pause_max_exceptions`,
  `hopper_drop_run_trigger`, `daily_call_count_limit`, `daily_limit_manual`, `transfer_button_launch`,
  `shared_dial_rank`, `agent_search_method`, `qc_scorecard_id`, `qc_statuses_id`, `clear_form`,
  `leave_3way_start_recording`, `leave_3way_start_recording_exception`, `calls_waiting_vl_one`,
  `calls_waiting_vl_two`, `calls_inqueue_count_one`, `calls_inqueue_count_two`,
  `in_man_dial_next_ready_seconds`, `in_man_dial_next_ready_seconds_override`, `transfer_no_dispo`,
  `call_limit_24hour_method`, `call_limit_24hour_scope`, `call_limit_24hour`, `call_limit_24hour_override`,
  `cid_group_id_two`, `incall_tally_threshold_seconds`, `auto_alt_threshold`, `pause_max_url`,
  `agent_hide_hangup`, `ig_xfer_list_sort`, `script_tab_frame_size`, `max_logged_in_agents`,
  `user_group_script`, `agent_hangup_route`, `agent_hangup_value`, `agent_hangup_ig_override`,
  `show_confetti`, `demographic_quotas`, `demographic_quotas_container`, `demographic_quotas_rerank`,
  `demographic_quotas_last_rerank`, `demographic_quotas_list_resets`, `custom_one`, `custom_two`,
  `custom_three`, `custom_four`, `custom_five`, `dead_stop_recording`, `manual_vm_status_updates`,
  `force_per_call_notes`, `agent_search_ingroup_list`, `hopper_hold_inserts`, `daily_phone_number_call_limit`,
  `state_descriptions`, `script_tab_height`, `call_log_days`, `leave_3way_stop_recording`,
  `manual_minimum_ring_seconds`, `manual_minimum_attempt_seconds`, `manual_minimum_answer_seconds`,
  `stereo_recording`, `khomp_settings_container`
) VALUES
('TESTCAMP','Test campaign','Y','NEW',NULL,NULL,NULL,NULL,'DOWN',NULL,'','',NULL,100,'1.5','longest_wait_time','9am-9pm',NULL,60,'9','7275550000','8368','8309','ONDEMAND','FULLDATE_CUSTPHONE',NULL,'NONE','vm-goodbye','N',NULL,NULL,NULL,NULL,'N','N','',5,'AUDIO','8307','Y',0,'Wrapup Call',' SALESLINE SUPPORT -','Y',0,'N','RATIO','N','3','3.0','2100','0',0,'AUTO','NONE',' B N NA DC -','N','Outbound test','2025-06-01 10:00:00','N',NULL,' NEW NA A -','N','N','DISABLED','Y',998,'---NONE---',' SALESLINE -',50,'---NONE---','N',NULL,NULL,'24HRMIDNIGHT','NONE','Y',NULL,NULL,NULL,'1238','8',NULL,NULL,'AGENT_XFER','OPTIN','NI','1-DEMOCRAT|2-REPUBLICAN|3-INDEPENDANT|8-OPTOUT|X-NO RESPONSE|','8300','/home/survey','Y','Y','NONE','NONE','N','Y','CAMPAIGN','','vdcwebform','LEAD','Y','Y','Y','DISABLED','N','','ASK','N','',NULL,'NI','8300','',NULL,'NI','8300','0','N','N','DISABLED','NONE','MANUAL','N','N','N','N','NONE','N',NULL,'','N',NULL,'N',NULL,'NONE','',-1,NULL,NULL,'','','','N','NONE','DISABLED','N','ALL_ACTIVE','NONE','DISABLED','Someone is blind monitoring your session','','DISABLED','','DISABLED','DISABLED','','ENABLED',5,'NONE','DISABLED',NULL,'PREVIEW_AND_SKIP','CALLS_WAIT_CUST_ACW_PAUSE','Y','1',0,'Y','STANDARD','DISABLED','N','N','LEAD_ASCEND','DISABLED','UNCHECKED','DISABLED','CAMPLISTS_ALL','','N','PRECAL','N','CAMPAIGN','DISABLED','DISABLED','DISABLED',0,'DISABLED',0,'buzz','','',0,'ADAPT_CALC_ONLY','DISPO_ENABLED','','--SYSTEM-SETTINGS--','CALLID',NULL,'N','DISABLED',50,0,3,0,'DISABLED','---ALL---','N','DISABLED','CAMPAIGN_SELECTED','DISABLED','DISABLED','DISABLED','','N','','',10,'N',0,'DCMX',0,'DISMX',0,0,'SELECTED','N',0,'ENABLED','DISABLED',0,'N','N','DISABLED','DISABLED','DISABLED','CLICK','ENABLED','DISABLED','DISABLED','NONE',NULL,'ENABLED','ENABLED',30,'','N','','Y','N',0,'N',0,'N','N','DISABLED','N',0,0,'N','N','N','DEFAULT','DEFAULT','DISABLED','DISABLED','---DISABLED---',0,'---DISABLED---','PAUSMX','N',0,'DISABLED','NO',NULL,NULL,'N','DISABLED','DISABLED','ENABLED','DISABLED','N','N','DISABLED','DISABLED',0,NULL,'DISABLED','','DISABLED','---NONE---','DISABLED','AMD',0,'','DISABLED','---NONE---',50,'DISABLED','','N',0,'DISABLED','NONE',99,'','','','ACKNOWLEDGE','DISABLED','DISABLED','DISABLED','DISABLED','DISABLED','DISABLED',0,'DISABLED','DISABLED','DISABLED','SYSTEM_WIDE',0,'DISABLED','---DISABLED---',0,0,NULL,'N','GROUP_ID_UP','DEFAULT',0,'DISABLED','HANGUP',NULL,'N','DISABLED','DISABLED','DISABLED','NO','2000-01-01 00:00:00','MANUAL',NULL,NULL,NULL,NULL,NULL,'DISABLED','ENABLED','DISABLED','DISABLED','DISABLED',0,'---DISABLED---',0,0,'DISABLED',0,0,0,'DISABLED','KHOMPSETTINGS'),
('SALESCMP','Sales campaign','Y','NEW',NULL,NULL,NULL,NULL,'DOWN COUNT',NULL,'','',NULL,50,'2.0','longest_wait_time','24hours',NULL,45,'9','7275550001','8368','8309','ONDEMAND','FULLDATE_CUSTPHONE',NULL,'NONE','vm-goodbye','N',NULL,NULL,NULL,NULL,'N','N','DROP72HOUR',5,'AUDIO','8307','Y',0,'Wrapup Call','','N',0,'N','ADAPT_AVERAGE','N','3','5.0','2100','0',0,'AUTO','NONE',' B N NA DC -','N','Warm sales','2025-06-02 10:00:00','N',NULL,' NEW B -','N','N','DISABLED','N',998,'---NONE---','',50,'---NONE---','N',NULL,NULL,'24HRMIDNIGHT','NONE','Y',NULL,NULL,NULL,'1238','8',NULL,NULL,'AGENT_XFER','OPTIN','NI','1-DEMOCRAT|2-REPUBLICAN|3-INDEPENDANT|8-OPTOUT|X-NO RESPONSE|','8300','/home/survey','Y','Y','NONE','NONE','N','N','CAMPAIGN','','vdcwebform','LEAD','Y','Y','Y','DISABLED','N','','ASK','N','',NULL,'NI','8300','',NULL,'NI','8300','0','N','N','DISABLED','NONE','MANUAL','N','N','N','N','NONE','N',NULL,'','N',NULL,'N',NULL,'NONE','',-1,NULL,NULL,'','','','N','NONE','DISABLED','N','ALL_ACTIVE','NONE','DISABLED','Someone is blind monitoring your session','','DISABLED','','DISABLED','DISABLED','','ENABLED',5,'NONE','DISABLED',NULL,'PREVIEW_AND_SKIP','CALLS_WAIT_CUST_ACW_PAUSE','Y','1',0,'Y','STANDARD','DISABLED','N','N','LEAD_ASCEND','DISABLED','UNCHECKED','DISABLED','CAMPLISTS_ALL','','N','PRECAL','N','CAMPAIGN','DISABLED','DISABLED','DISABLED',0,'DISABLED',0,'buzz','','',0,'ADAPT_CALC_ONLY','DISPO_ENABLED','','--SYSTEM-SETTINGS--','CALLID',NULL,'N','DISABLED',50,0,3,0,'DISABLED','MANAGER','N','DISABLED','CAMPAIGN_SELECTED','DISABLED','DISABLED','DISABLED','','N','','',10,'N',0,'DCMX',0,'DISMX',0,0,'SELECTED','N',0,'ENABLED','DISABLED',0,'N','N','DISABLED','DISABLED','DISABLED','CLICK','ENABLED','DISABLED','DISABLED','NONE',NULL,'ENABLED','ENABLED',30,'','N','','Y','N',0,'N',0,'N','N','DISABLED','N',0,0,'N','N','N','DEFAULT','DEFAULT','DISABLED','DISABLED','---DISABLED---',0,'---DISABLED---','PAUSMX','N',0,'DISABLED','NO',NULL,NULL,'N','DISABLED','DISABLED','ENABLED','DISABLED','N','N','DISABLED','DISABLED',0,NULL,'DISABLED','','DISABLED','---NONE---','DISABLED','AMD',0,'','DISABLED','---NONE---',50,'DISABLED','','N',0,'DISABLED','NONE',99,'','','','ACKNOWLEDGE','DISABLED','DISABLED','DISABLED','DISABLED','DISABLED','DISABLED',0,'DISABLED','DISABLED','DISABLED','SYSTEM_WIDE',0,'DISABLED','---DISABLED---',0,0,NULL,'N','GROUP_ID_UP','DEFAULT',0,'DISABLED','HANGUP',NULL,'N','DISABLED','DISABLED','DISABLED','NO','2000-01-01 00:00:00','MANUAL',NULL,NULL,NULL,NULL,NULL,'DISABLED','ENABLED','DISABLED','DISABLED','DISABLED',0,'---DISABLED---',0,0,'DISABLED',0,0,0,'DISABLED','KHOMPSETTINGS'),
('OLDCAMP','Retired campaign','N','NEW',NULL,NULL,NULL,NULL,'DOWN',NULL,'','',NULL,10,'0','longest_wait_time','24hours',NULL,30,'9','7275550002','8368','8309','ONDEMAND','FULLDATE_CUSTPHONE',NULL,'NONE','vm-goodbye','N',NULL,NULL,NULL,NULL,'N','N','',5,'AUDIO','8307','Y',0,'Wrapup Call','','N',0,'N','MANUAL','N','3','3.0','2100','0',0,'AUTO','NONE',' B N NA DC -','N','','2024-01-01 10:00:00','N',NULL,' NEW -','N','N','DISABLED','N',998,'---NONE---','',50,'---NONE---','N',NULL,NULL,'24HRMIDNIGHT','NONE','Y',NULL,NULL,NULL,'1238','8',NULL,NULL,'AGENT_XFER','OPTIN','NI','1-DEMOCRAT|2-REPUBLICAN|3-INDEPENDANT|8-OPTOUT|X-NO RESPONSE|','8300','/home/survey','Y','Y','NONE','NONE','N','N','CAMPAIGN','','vdcwebform','LEAD','Y','Y','Y','DISABLED','N','','ASK','N','',NULL,'NI','8300','',NULL,'NI','8300','0','N','N','DISABLED','NONE','MANUAL','N','N','N','N','NONE','N',NULL,'','N',NULL,'N',NULL,'NONE','',-1,NULL,NULL,'','','','N','NONE','DISABLED','N','ALL_ACTIVE','NONE','DISABLED','Someone is blind monitoring your session','','DISABLED','','DISABLED','DISABLED','','ENABLED',5,'NONE','DISABLED',NULL,'PREVIEW_AND_SKIP','CALLS_WAIT_CUST_ACW_PAUSE','Y','1',0,'Y','STANDARD','DISABLED','N','N','LEAD_ASCEND','DISABLED','UNCHECKED','DISABLED','CAMPLISTS_ALL','','N','PRECAL','N','CAMPAIGN','DISABLED','DISABLED','DISABLED',0,'DISABLED',0,'buzz','','',0,'ADAPT_CALC_ONLY','DISPO_ENABLED','','--SYSTEM-SETTINGS--','CALLID',NULL,'N','DISABLED',50,0,3,0,'DISABLED','---ALL---','N','DISABLED','CAMPAIGN_SELECTED','DISABLED','DISABLED','DISABLED','','N','','',10,'N',0,'DCMX',0,'DISMX',0,0,'SELECTED','N',0,'ENABLED','DISABLED',0,'N','N','DISABLED','DISABLED','DISABLED','CLICK','ENABLED','DISABLED','DISABLED','NONE',NULL,'ENABLED','ENABLED',30,'','N','','Y','N',0,'N',0,'N','N','DISABLED','N',0,0,'N','N','N','DEFAULT','DEFAULT','DISABLED','DISABLED','---DISABLED---',0,'---DISABLED---','PAUSMX','N',0,'DISABLED','NO',NULL,NULL,'N','DISABLED','DISABLED','ENABLED','DISABLED','N','N','DISABLED','DISABLED',0,NULL,'DISABLED','','DISABLED','---NONE---','DISABLED','AMD',0,'','DISABLED','---NONE---',50,'DISABLED','','N',0,'DISABLED','NONE',99,'','','','ACKNOWLEDGE','DISABLED','DISABLED','DISABLED','DISABLED','DISABLED','DISABLED',0,'DISABLED','DISABLED','DISABLED','SYSTEM_WIDE',0,'DISABLED','---DISABLED---',0,0,NULL,'N','GROUP_ID_UP','DEFAULT',0,'DISABLED','HANGUP',NULL,'N','DISABLED','DISABLED','DISABLED','NO','2000-01-01 00:00:00','MANUAL',NULL,NULL,NULL,NULL,NULL,'DISABLED','ENABLED','DISABLED','DISABLED','DISABLED',0,'---DISABLED---',0,0,'DISABLED',0,0,0,'DISABLED','KHOMPSETTINGS');

INSERT INTO `vicidial_cid_groups` (
  `cid_group_id`, `cid_group_notes`, `cid_group_type`, `user_group`, `cid_auto_rotate_minutes`,
  `cid_auto_rotate_minimum`, `cid_auto_rotate_calls`, `cid_last_auto_rotate`, `cid_auto_rotate_cid`,
  `modify_stamp`
) VALUES
('CIDGRP1','Florida numbers','AREACODE','---ALL---',0,0,0,NULL,'','2025-07-15 14:30:00'),
('CIDSTATE','By state','STATE','---ALL---',0,0,0,NULL,'','2025-07-15 14:30:00');

INSERT INTO `vicidial_closer_log` (
  `closecallid`, `lead_id`, `list_id`, `campaign_id`, `call_date`, `start_epoch`, `end_epoch`,
  `length_in_sec`, `status`, `phone_code`, `phone_number`, `user`, `comments`, `processed`, `queue_seconds`,
  `user_group`, `xfercallid`, `term_reason`, `uniqueid`, `agent_only`, `queue_position`, `called_count`
) VALUES
(1,1002,999,'SALESLINE','2025-07-14 10:00:00',1752501600,1752501725,125,'SALE','1','3125552222','1001','CLOSER','N',5.00,'AGENTS',0,'CALLER','1752501600.20','',1,1),
(2,1004,999,'SUPPORT','2025-07-14 12:00:00',1752508800,1752508830,30,'DROP','1','8135554444','VDCL','CLOSER','N',30.00,'ADMIN',0,'ABANDON','1752508800.21','',1,1),
(3,1001,999,'SALESLINE','2025-07-15 09:30:00',1752586200,1752586500,300,'SALE','1','7275551111','1001','CLOSER','N',12.00,'AGENTS',0,'AGENT','1752586200.22','',1,1);

INSERT INTO `vicidial_conf_templates` (
  `template_id`, `template_name`, `template_contents`, `user_group`
) VALUES
('SIP_generic','SIP template','type=friend','---ALL---');

INSERT INTO `vicidial_dial_log` (
  `caller_code`, `lead_id`, `server_ip`, `call_date`, `extension`, `channel`, `context`, `timeout`,
  `outbound_cid`, `sip_hangup_cause`, `sip_hangup_reason`, `uniqueid`
) VALUES
('V7140900500000001002',1002,'10.10.10.15','2025-07-14 09:00:40','913125552222','SIP/trunk-1','default',60000,'7275550000',200,'OK','1752498050.10');

INSERT INTO `vicidial_did_log` (
  `uniqueid`, `channel`, `server_ip`, `caller_id_number`, `caller_id_name`, `extension`, `call_date`,
  `did_id`, `did_route`
) VALUES
('1752501600.20','SIP/trunk-9','10.10.10.15','3125552222','IDA PEACH','3125551212','2025-07-14 09:59:58','2','IN_GROUP'),
('1752508800.21','SIP/trunk-9','10.10.10.15','8135554444','','8005551000','2025-07-14 11:59:58','3','IN_GROUP');

INSERT INTO `vicidial_dnc` (
  `phone_number`
) VALUES
('7275550911'),
('900XXXXXXX');

INSERT INTO `vicidial_filter_phone_groups` (
  `filter_phone_group_id`, `filter_phone_group_name`, `filter_phone_group_description`, `user_group`
) VALUES
('BADCALLERS','Bad callers','','---ALL---');

INSERT INTO `vicidial_filter_phone_numbers` (
  `phone_number`, `filter_phone_group_id`
) VALUES
('5005550001','BADCALLERS');

INSERT INTO `vicidial_hopper` (
  `hopper_id`, `lead_id`, `campaign_id`, `status`, `user`, `list_id`, `gmt_offset_now`, `state`, `alt_dial`,
  `priority`, `source`, `vendor_lead_code`
) VALUES
(1,1001,'TESTCAMP','READY','',101,-4.00,'FL','NONE',0,'S','VLC-1001'),
(2,1005,'SALESCMP','READY','',201,-4.00,'FL','NONE',10,'A','DUP-1');

INSERT INTO `vicidial_inbound_dids` (
  `did_id`, `did_pattern`, `did_description`, `did_active`, `did_route`, `extension`, `exten_context`,
  `voicemail_ext`, `phone`, `server_ip`, `user`, `user_unavailable_action`, `user_route_settings_ingroup`,
  `group_id`, `call_handle_method`, `agent_search_method`, `list_id`, `campaign_id`, `phone_code`, `menu_id`,
  `record_call`, `filter_inbound_number`, `filter_phone_group_id`, `filter_url`, `filter_action`,
  `filter_extension`, `filter_exten_context`, `filter_voicemail_ext`, `filter_phone`, `filter_server_ip`,
  `filter_user`, `filter_user_unavailable_action`, `filter_user_route_settings_ingroup`, `filter_group_id`,
  `filter_call_handle_method`, `filter_agent_search_method`, `filter_list_id`, `filter_campaign_id`,
  `filter_phone_code`, `filter_menu_id`, `filter_clean_cid_number`, `custom_one`, `custom_two`,
  `custom_three`, `custom_four`, `custom_five`, `user_group`, `filter_dnc_campaign`,
  `filter_url_did_redirect`, `no_agent_ingroup_redirect`, `no_agent_ingroup_id`, `no_agent_ingroup_extension`,
  `pre_filter_phone_group_id`, `pre_filter_extension`, `entry_list_id`, `filter_entry_list_id`,
  `max_queue_ingroup_calls`, `max_queue_ingroup_id`, `max_queue_ingroup_extension`, `did_carrier_description`,
  `inbound_route_answer`, `pre_filter_recent_call`, `pre_filter_recent_extension`, `modify_stamp`
) VALUES
(1,'default','Default DID','Y','EXTEN','9998811112','default','','','','','VOICEMAIL','AGENTDIRECT','','CID','LB',999,'','1','','N','DISABLED',NULL,'','EXTEN','9998811112','default',NULL,NULL,NULL,NULL,'VOICEMAIL','AGENTDIRECT',NULL,'CID','LB',999,NULL,'1','','','','','','','','---ALL---','','N','DISABLED','','9998811112',NULL,'',0,0,0,'','9998811112','','Y','','','2025-06-01 10:00:00'),
(2,'3125551212','Chicago sales DID','Y','IN_GROUP','9998811112','default','','','','','VOICEMAIL','AGENTDIRECT','SALESLINE','CID','LB',999,'TESTCAMP','1','','Y','DISABLED',NULL,'','EXTEN','9998811112','default',NULL,NULL,NULL,NULL,'VOICEMAIL','AGENTDIRECT',NULL,'CID','LB',999,NULL,'1','','','','','','','','---ALL---','','N','DISABLED','','9998811112',NULL,'',0,0,0,'','9998811112','','Y','','','2025-06-01 10:00:00'),
(3,'8005551000','Support toll free','Y','IN_GROUP','9998811112','default','','','','','VOICEMAIL','AGENTDIRECT','SUPPORT','CID','LB',999,'TESTCAMP','1','','N','DISABLED',NULL,'','EXTEN','9998811112','default',NULL,NULL,NULL,NULL,'VOICEMAIL','AGENTDIRECT',NULL,'CID','LB',999,NULL,'1','','','','','','','','---ALL---','','N','DISABLED','','9998811112',NULL,'',0,0,0,'','9998811112','','Y','','','2025-06-01 10:00:00'),
(4,'+17275551112','Plus DID','N','EXTEN','8300','default','8501','cc100','10.10.10.15','','VOICEMAIL','AGENTDIRECT','','CID','LB',999,'','1','','N','DISABLED',NULL,'','EXTEN','9998811112','default',NULL,NULL,NULL,NULL,'VOICEMAIL','AGENTDIRECT',NULL,'CID','LB',999,NULL,'1','','','','','','','','MANAGER','','N','DISABLED','','9998811112',NULL,'',0,0,0,'','9998811112','','Y','','','2025-06-01 10:00:00');

INSERT INTO `vicidial_inbound_group_agents` (
  `user`, `group_id`, `group_rank`, `group_weight`, `calls_today`, `group_web_vars`, `group_grade`,
  `group_type`, `calls_today_filtered`, `daily_limit`
) VALUES
('1001','SALESLINE',0,0,2,'',1,'C',0,-1),
('1001','SUPPORT',1,1,0,'',1,'C',0,-1),
('1002','SALESLINE',0,0,1,'',1,'C',0,-1),
('1003','SUPPORT',0,0,0,'',1,'C',0,-1);

INSERT INTO `vicidial_inbound_groups` (
  `group_id`, `group_name`, `group_color`, `active`, `web_form_address`, `voicemail_ext`, `next_agent_call`,
  `fronter_display`, `ingroup_script`, `get_call_launch`, `xferconf_a_dtmf`, `xferconf_a_number`,
  `xferconf_b_dtmf`, `xferconf_b_number`, `drop_call_seconds`, `drop_action`, `drop_exten`, `call_time_id`,
  `after_hours_action`, `after_hours_message_filename`, `after_hours_exten`, `after_hours_voicemail`,
  `welcome_message_filename`, `moh_context`, `onhold_prompt_filename`, `prompt_interval`, `agent_alert_exten`,
  `agent_alert_delay`, `default_xfer_group`, `queue_priority`, `drop_inbound_group`,
  `ingroup_recording_override`, `ingroup_rec_filename`, `afterhours_xfer_group`, `qc_enabled`, `qc_statuses`,
  `qc_shift_id`, `qc_get_record_launch`, `qc_show_recording`, `qc_web_form_address`, `qc_script`,
  `play_place_in_line`, `play_estimate_hold_time`, `hold_time_option`, `hold_time_option_seconds`,
  `hold_time_option_exten`, `hold_time_option_voicemail`, `hold_time_option_xfer_group`,
  `hold_time_option_callback_filename`, `hold_time_option_callback_list_id`, `hold_recall_xfer_group`,
  `no_delay_call_route`, `play_welcome_message`, `answer_sec_pct_rt_stat_one`, `answer_sec_pct_rt_stat_two`,
  `default_group_alias`, `no_agent_no_queue`, `no_agent_action`, `no_agent_action_value`,
  `web_form_address_two`, `timer_action`, `timer_action_message`, `timer_action_seconds`, `start_call_url`,
  `dispo_call_url`, `xferconf_c_number`, `xferconf_d_number`, `xferconf_e_number`,
  `ignore_list_script_override`, `extension_appended_cidname`, `uniqueid_status_display`,
  `uniqueid_status_prefix`, `hold_time_option_minimum`, `hold_time_option_press_filename`,
  `hold_time_option_callmenu`, `hold_time_option_no_block`, `hold_time_option_prompt_seconds`,
  `onhold_prompt_no_block`, `onhold_prompt_seconds`, `hold_time_second_option`, `hold_time_third_option`,
  `wait_hold_option_priority`, `wait_time_option`, `wait_time_second_option`, `wait_time_third_option`,
  `wait_time_option_seconds`, `wait_time_option_exten`, `wait_time_option_voicemail`,
  `wait_time_option_xfer_group`, `wait_time_option_callmenu`, `wait_time_option_callback_filename`,
  `wait_time_option_callback_list_id`, `wait_time_option_press_filename`, `wait_time_option_no_block`,
  `wait_time_option_prompt_seconds`, `timer_action_destination`, `calculate_estimated_hold_seconds`,
  `add_lead_url`, `eht_minimum_prompt_filename`, `eht_minimum_prompt_no_block`, `eht_minimum_prompt_seconds`,
  `on_hook_ring_time`, `na_call_url`, `on_hook_cid`, `group_calldate`, `action_xfer_cid`, `drop_callmenu`,
  `after_hours_callmenu`, `user_group`, `max_calls_method`, `max_calls_count`, `max_calls_action`,
  `dial_ingroup_cid`, `group_handling`, `web_form_address_three`, `populate_lead_ingroup`, `drop_lead_reset`,
  `after_hours_lead_reset`, `nanq_lead_reset`, `wait_time_lead_reset`, `hold_time_lead_reset`,
  `status_group_id`, `routing_initiated_recordings`, `on_hook_cid_number`, `customer_chat_screen_colors`,
  `customer_chat_survey_link`, `customer_chat_survey_text`, `populate_lead_province`, `areacode_filter`,
  `areacode_filter_seconds`, `areacode_filter_action`, `areacode_filter_action_value`,
  `populate_state_areacode`, `inbound_survey`, `inbound_survey_filename`, `inbound_survey_accept_digit`,
  `inbound_survey_question_filename`, `inbound_survey_callmenu`, `icbq_expiration_hours`,
  `closing_time_action`, `closing_time_now_trigger`, `closing_time_filename`, `closing_time_end_filename`,
  `closing_time_lead_reset`, `closing_time_option_exten`, `closing_time_option_callmenu`,
  `closing_time_option_voicemail`, `closing_time_option_xfer_group`, `closing_time_option_callback_list_id`,
  `add_lead_timezone`, `icbq_call_time_id`, `icbq_dial_filter`, `populate_lead_source`,
  `populate_lead_vendor`, `park_file_name`, `waiting_call_url_on`, `waiting_call_url_off`,
  `waiting_call_count`, `enter_ingroup_url`, `cid_cb_confirm_number`, `cid_cb_invalid_filter_phone_group`,
  `cid_cb_valid_length`, `cid_cb_valid_filename`, `cid_cb_confirmed_filename`, `cid_cb_enter_filename`,
  `cid_cb_you_entered_filename`, `cid_cb_press_to_confirm_filename`, `cid_cb_invalid_filename`,
  `cid_cb_reenter_filename`, `cid_cb_error_filename`, `place_in_line_caller_number_filename`,
  `place_in_line_you_next_filename`, `ingroup_script_two`, `browser_alert_sound`, `browser_alert_volume`,
  `answer_signal`, `no_agent_delay`, `agent_search_method`, `qc_scorecard_id`, `qc_statuses_id`,
  `populate_lead_comments`, `drop_call_seconds_override`, `populate_lead_owner`, `in_queue_nanque`,
  `in_queue_nanque_exceptions`, `custom_one`, `custom_two`, `custom_three`, `custom_four`, `custom_five`,
  `second_alert_trigger`, `second_alert_trigger_seconds`, `second_alert_filename`, `second_alert_delay`,
  `second_alert_container`, `second_alert_only`, `third_alert_trigger`, `third_alert_trigger_seconds`,
  `third_alert_filename`, `third_alert_delay`, `third_alert_container`, `third_alert_only`,
  `agent_search_list`, `state_descriptions`, `stereo_recording`, `modify_stamp`
) VALUES
('SALESLINE','Sales line','blue','Y',NULL,NULL,'longest_wait_time','Y','NONE','NONE',NULL,NULL,NULL,NULL,360,'MESSAGE','8307','24hours','MESSAGE','vm-goodbye','8300',NULL,'---NONE---','default','generic_hold',60,'ding',1000,'---NONE---',0,'---NONE---','DISABLED','NONE','---NONE---','N',NULL,'24HRMIDNIGHT','NONE','Y',NULL,NULL,'N','N','NONE',360,'8300','','---NONE---','vm-hangup',999,'---NONE---','N','ALWAYS',20,30,'','N','MESSAGE','nbdy-avail-to-take-call|vm-goodbye',NULL,'NONE','',-1,NULL,NULL,'','','','N','N','DISABLED','',0,'to-be-called-back|digits/1','','N',10,'N',9,'NONE','NONE','WAIT','NONE','NONE','NONE',120,'8300','','---NONE---','','vm-hangup',999,'to-be-called-back|digits/1','N',10,'',0,NULL,'','N',10,15,NULL,'CUSTOMER_PHONE_RINGAGENT',NULL,'CUSTOMER','','','---ALL---','DISABLED',0,'NO_AGENT_NO_QUEUE','','PHONE',NULL,'ENABLED','N','N','N','N','N','','Y','','default',NULL,NULL,'DISABLED','DISABLED',10,'MESSAGE','nbdy-avail-to-take-call|vm-goodbye','DISABLED','DISABLED',NULL,'',NULL,NULL,96,'DISABLED','N',NULL,NULL,'N','8300','','','---NONE---',999,'SERVER','24hours','NONE','DISABLED','INBOUND_NUMBER','',NULL,NULL,0,NULL,'NO','','10',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','---NONE---',50,'START',0,'','','','CALLERID_NAME','DISABLED','DISABLED','N','',NULL,NULL,NULL,NULL,NULL,'DISABLED',600,'',1000,'DISABLED','DISABLED','DISABLED',600,'',1000,'DISABLED','DISABLED','','---DISABLED---','DISABLED','2025-06-01 10:00:00'),
('SUPPORT','Support line','green','Y',NULL,NULL,'longest_wait_time','Y','NONE','NONE',NULL,NULL,NULL,NULL,360,'MESSAGE','8307','9am-9pm','MESSAGE','vm-goodbye','8300',NULL,'---NONE---','default','generic_hold',60,'ding',1000,'---NONE---',0,'---NONE---','DISABLED','NONE','---NONE---','N',NULL,'24HRMIDNIGHT','NONE','Y',NULL,NULL,'N','N','NONE',360,'8300','','---NONE---','vm-hangup',999,'---NONE---','N','ALWAYS',20,30,'','N','MESSAGE','nbdy-avail-to-take-call|vm-goodbye',NULL,'NONE','',-1,NULL,NULL,'','','','N','N','DISABLED','',0,'to-be-called-back|digits/1','','N',10,'N',9,'NONE','NONE','WAIT','NONE','NONE','NONE',120,'8300','','---NONE---','','vm-hangup',999,'to-be-called-back|digits/1','N',10,'',0,NULL,'','N',10,15,NULL,'CUSTOMER_PHONE_RINGAGENT',NULL,'CUSTOMER','','','---ALL---','DISABLED',0,'NO_AGENT_NO_QUEUE','','PHONE',NULL,'ENABLED','N','N','N','N','N','','Y','','default',NULL,NULL,'DISABLED','DISABLED',10,'MESSAGE','nbdy-avail-to-take-call|vm-goodbye','DISABLED','DISABLED',NULL,'',NULL,NULL,96,'DISABLED','N',NULL,NULL,'N','8300','','','---NONE---',999,'SERVER','24hours','NONE','DISABLED','INBOUND_NUMBER','',NULL,NULL,0,NULL,'NO','','10',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','---NONE---',50,'START',0,'','','','CALLERID_NAME','DISABLED','DISABLED','N','',NULL,NULL,NULL,NULL,NULL,'DISABLED',600,'',1000,'DISABLED','DISABLED','DISABLED',600,'',1000,'DISABLED','DISABLED','','---DISABLED---','DISABLED','2025-06-01 10:00:00'),
('OLDLINE','Closed line','red','N',NULL,NULL,'random','Y','NONE','NONE',NULL,NULL,NULL,NULL,360,'HANGUP','8307','24hours','MESSAGE','vm-goodbye','8300',NULL,'---NONE---','default','generic_hold',60,'ding',1000,'---NONE---',0,'---NONE---','DISABLED','NONE','---NONE---','N',NULL,'24HRMIDNIGHT','NONE','Y',NULL,NULL,'N','N','NONE',360,'8300','','---NONE---','vm-hangup',999,'---NONE---','N','ALWAYS',20,30,'','N','MESSAGE','nbdy-avail-to-take-call|vm-goodbye',NULL,'NONE','',-1,NULL,NULL,'','','','N','N','DISABLED','',0,'to-be-called-back|digits/1','','N',10,'N',9,'NONE','NONE','WAIT','NONE','NONE','NONE',120,'8300','','---NONE---','','vm-hangup',999,'to-be-called-back|digits/1','N',10,'',0,NULL,'','N',10,15,NULL,'CUSTOMER_PHONE_RINGAGENT',NULL,'CUSTOMER','','','MANAGER','DISABLED',0,'NO_AGENT_NO_QUEUE','','PHONE',NULL,'ENABLED','N','N','N','N','N','','Y','','default',NULL,NULL,'DISABLED','DISABLED',10,'MESSAGE','nbdy-avail-to-take-call|vm-goodbye','DISABLED','DISABLED',NULL,'',NULL,NULL,96,'DISABLED','N',NULL,NULL,'N','8300','','','---NONE---',999,'SERVER','24hours','NONE','DISABLED','INBOUND_NUMBER','',NULL,NULL,0,NULL,'NO','','10',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','---NONE---',50,'START',0,'','','','CALLERID_NAME','DISABLED','DISABLED','N','',NULL,NULL,NULL,NULL,NULL,'DISABLED',600,'',1000,'DISABLED','DISABLED','DISABLED',600,'',1000,'DISABLED','DISABLED','','---DISABLED---','DISABLED','2025-06-01 10:00:00'),
('AGENTDIRECT','Single agent direct queue','white','Y',NULL,NULL,'longest_wait_time','Y','NONE','NONE',NULL,NULL,NULL,NULL,360,'HANGUP','8307','24hours','MESSAGE','vm-goodbye','8300',NULL,'---NONE---','default','generic_hold',60,'ding',1000,'---NONE---',99,'---NONE---','DISABLED','NONE','---NONE---','N',NULL,'24HRMIDNIGHT','NONE','Y',NULL,NULL,'N','N','NONE',360,'8300','','---NONE---','vm-hangup',999,'---NONE---','N','ALWAYS',20,30,'','N','MESSAGE','nbdy-avail-to-take-call|vm-goodbye',NULL,'NONE','',-1,NULL,NULL,'','','','N','N','DISABLED','',0,'to-be-called-back|digits/1','','N',10,'N',9,'NONE','NONE','WAIT','NONE','NONE','NONE',120,'8300','','---NONE---','','vm-hangup',999,'to-be-called-back|digits/1','N',10,'',0,NULL,'','N',10,15,NULL,'CUSTOMER_PHONE_RINGAGENT',NULL,'CUSTOMER','','','---ALL---','DISABLED',0,'NO_AGENT_NO_QUEUE','','PHONE',NULL,'ENABLED','N','N','N','N','N','','Y','','default',NULL,NULL,'DISABLED','DISABLED',10,'MESSAGE','nbdy-avail-to-take-call|vm-goodbye','DISABLED','DISABLED',NULL,'',NULL,NULL,96,'DISABLED','N',NULL,NULL,'N','8300','','','---NONE---',999,'SERVER','24hours','NONE','DISABLED','INBOUND_NUMBER','',NULL,NULL,0,NULL,'NO','','10',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','---NONE---',50,'START',0,'','','','CALLERID_NAME','DISABLED','DISABLED','N','',NULL,NULL,NULL,NULL,NULL,'DISABLED',600,'',1000,'DISABLED','DISABLED','DISABLED',600,'',1000,'DISABLED','DISABLED','','---DISABLED---','DISABLED','2025-06-01 10:00:00');

INSERT INTO `vicidial_lead_filters` (
  `lead_filter_id`, `lead_filter_name`, `lead_filter_comments`, `lead_filter_sql`, `user_group`,
  `modify_stamp`
) VALUES
('DROP72HOUR','Drop 72 hours','','called_count < 5','---ALL---','2025-07-15 14:30:00');

INSERT INTO `vicidial_list` (
  `lead_id`, `entry_date`, `modify_date`, `status`, `user`, `vendor_lead_code`, `source_id`, `list_id`,
  `gmt_offset_now`, `called_since_last_reset`, `phone_code`, `phone_number`, `title`, `first_name`,
  `middle_initial`, `last_name`, `address1`, `address2`, `address3`, `city`, `state`, `province`,
  `postal_code`, `country_code`, `gender`, `date_of_birth`, `alt_phone`, `email`, `security_phrase`,
  `comments`, `called_count`, `last_local_call_time`, `rank`, `owner`, `entry_list_id`
) VALUES
(1001,'2025-06-10 09:00:00','2025-07-14 10:12:12','NEW','','VLC-1001','SRC1',101,-4.00,'N','1','7275551111','Mr','Walter','Q','Melon','1 Main St','','','Clearwater','FL','','33755','USA','M','1970-01-31','7275559991','walter@example.com','','First lead',0,NULL,0,'1001',101),
(1002,'2025-06-10 09:01:00','2025-07-14 10:12:12','SALE','1001','VLC-1002','SRC1',101,-5.00,'Y','1','3125552222','Ms','Ida','','Peach','2 Lake St','','','Chicago','IL','','60601','USA','F','1980-02-29','','ida@example.com','','Bought',3,'2025-07-10 11:00:00',5,'AGENTS',101),
(1003,'2025-06-11 09:00:00','2025-07-10 16:00:00','NA','1002','VLC-1003','SRC2',102,-7.00,'Y','1','2135553333','','Otto','','Plum','','','','Los Angeles','CA','','90001','USA','U','0000-00-00','','','','',2,'2025-07-09 15:00:00',0,'',0),
(1004,'2025-06-12 09:00:00','2025-07-10 16:00:00','CALLBK','1002','','SRC3',201,-4.00,'Y','1','8135554444','','Eve','','Quince','','','','Tampa','FL','','33602','USA','U','0000-00-00','8135554445','','','Call me later',1,'2025-07-10 16:00:00',0,'',0),
(1005,'2025-06-12 09:05:00','2025-06-12 09:05:00','NEW','','DUP-1','SRC3',201,-4.00,'N','1','7275551111','Mr','Walter','','Melon','','','','Clearwater','FL','','33755','USA','M','0000-00-00','7275559991','','','',0,NULL,0,'',0),
(1006,'2024-06-12 09:05:00','2024-06-12 09:05:00','DNC','1001','OLD-1','SRC4',301,-4.00,'Y','1','7275556666','','Old','','Record','','','','','FL','','','USA','U','0000-00-00','','','','',7,'2024-06-12 10:00:00',0,'',0),
(1007,'2025-07-15 08:00:00','2025-07-15 08:00:00','NEW','','','INTL',101,1.00,'N','44','2079460000','','Nigel','','Thorn','10 High St','','','London','','Greater London','SW1A','GBR','M','0000-00-00','','','','',0,NULL,0,'',0);

INSERT INTO `vicidial_list_alt_phones` (
  `alt_phone_id`, `lead_id`, `phone_code`, `phone_number`, `alt_phone_note`, `alt_phone_count`, `active`
) VALUES
(1,1001,'1','7275559992','work',1,'Y');

INSERT INTO `vicidial_list_archive` (
  `lead_id`, `entry_date`, `modify_date`, `status`, `user`, `vendor_lead_code`, `source_id`, `list_id`,
  `gmt_offset_now`, `called_since_last_reset`, `phone_code`, `phone_number`, `title`, `first_name`,
  `middle_initial`, `last_name`, `address1`, `address2`, `address3`, `city`, `state`, `province`,
  `postal_code`, `country_code`, `gender`, `date_of_birth`, `alt_phone`, `email`, `security_phrase`,
  `comments`, `called_count`, `last_local_call_time`, `rank`, `owner`, `entry_list_id`
) VALUES
(901,'2023-01-01 09:00:00','2023-06-01 09:00:00','SALE','1001','ARC-901','SRC0',101,-5.00,'Y','1','7275550901',NULL,'Archie',NULL,'Vault',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'U',NULL,NULL,NULL,NULL,NULL,0,NULL,0,'',0),
(1006,'2024-06-12 09:05:00','2024-06-12 09:05:00','NEW','','OLD-1','SRC4',301,-4.00,'N','1','7275556666',NULL,'Old',NULL,'Stale',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'U',NULL,NULL,NULL,NULL,NULL,0,NULL,0,'',0);

INSERT INTO `vicidial_lists` (
  `list_id`, `list_name`, `campaign_id`, `active`, `list_description`, `list_changedate`, `list_lastcalldate`,
  `reset_time`, `agent_script_override`, `campaign_cid_override`, `am_message_exten_override`,
  `drop_inbound_group_override`, `xferconf_a_number`, `xferconf_b_number`, `xferconf_c_number`,
  `xferconf_d_number`, `xferconf_e_number`, `web_form_address`, `web_form_address_two`, `time_zone_setting`,
  `inventory_report`, `expiration_date`, `na_call_url`, `local_call_time`, `web_form_address_three`,
  `status_group_id`, `user_new_lead_limit`, `inbound_list_script_override`, `default_xfer_group`,
  `daily_reset_limit`, `resets_today`, `auto_active_list_rank`, `cache_count`, `cache_count_new`,
  `cache_count_dialable_new`, `cache_date`, `inbound_drop_voicemail`, `inbound_after_hours_voicemail`,
  `qc_scorecard_id`, `qc_statuses_id`, `qc_web_form_address`, `auto_alt_threshold`, `cid_group_id`,
  `dial_prefix`, `weekday_resets_container`
) VALUES
(999,'Default inbound list','TESTCAMP','N','Inbound catch-all',NULL,NULL,'','','','','','','','','','',NULL,NULL,'COUNTRY_AND_AREA_CODE','Y','2099-12-31',NULL,'campaign',NULL,'',-1,NULL,'---NONE---',-1,0,0,0,0,0,NULL,NULL,NULL,'','','',-1,'---DISABLED---','','DISABLED'),
(101,'Performance list','TESTCAMP','Y','Warm leads of June','2025-06-10 08:52:50','2025-07-14 10:12:12','','','','','','','','','','',NULL,NULL,'COUNTRY_AND_AREA_CODE','Y','2099-12-31',NULL,'campaign',NULL,'',-1,NULL,'---NONE---',-1,0,0,0,0,0,NULL,NULL,NULL,'','','',-1,'---DISABLED---','','DISABLED'),
(102,'Second test list','TESTCAMP','Y','','2025-06-11 09:00:00',NULL,'','','','','','','','','','',NULL,NULL,'COUNTRY_AND_AREA_CODE','Y','2099-12-31',NULL,'campaign',NULL,'',-1,NULL,'---NONE---',2,2,0,0,0,0,NULL,NULL,NULL,'','','',-1,'---DISABLED---','','DISABLED'),
(201,'Sales list','SALESCMP','Y','','2025-06-12 09:00:00','2025-07-10 16:00:00','','','','','','','','','','',NULL,NULL,'COUNTRY_AND_AREA_CODE','Y','2099-12-31',NULL,'campaign',NULL,'',-1,NULL,'---NONE---',-1,0,0,0,0,0,NULL,NULL,NULL,'','','',-1,'---DISABLED---','','DISABLED'),
(301,'Retired list','OLDCAMP','N','','2024-06-12 09:00:00',NULL,'','','','','','','','','','',NULL,NULL,'COUNTRY_AND_AREA_CODE','Y','2024-12-31',NULL,'campaign',NULL,'',-1,NULL,'---NONE---',-1,0,0,0,0,0,NULL,NULL,NULL,'','','',-1,'---DISABLED---','','DISABLED');

INSERT INTO `vicidial_lists_fields` (
  `field_id`, `list_id`, `field_label`, `field_name`, `field_description`, `field_rank`, `field_help`,
  `field_type`, `field_options`, `field_size`, `field_max`, `field_default`, `field_cost`, `field_required`,
  `name_position`, `multi_position`, `field_order`, `field_encrypt`, `field_show_hide`, `field_duplicate`
) VALUES
(1,101,'favorite_color','Favourite color','',1,NULL,'TEXT','',20,50,'NULL',NULL,'N','LEFT','HORIZONTAL',1,'N','DISABLED','N'),
(2,101,'policy_type','Policy type','',2,NULL,'SELECT','Home,Home\nAuto,Auto',1,20,'NULL',NULL,'N','LEFT','HORIZONTAL',1,'N','DISABLED','N'),
(3,101,'renewal_date','Renewal date','',3,NULL,'DATE','',10,10,'NULL',NULL,'N','LEFT','HORIZONTAL',1,'N','DISABLED','N');

INSERT INTO `vicidial_live_agents` (
  `live_agent_id`, `user`, `server_ip`, `conf_exten`, `extension`, `status`, `lead_id`, `campaign_id`,
  `uniqueid`, `callerid`, `channel`, `random_id`, `last_call_time`, `last_update_time`, `last_call_finish`,
  `closer_campaigns`, `call_server_ip`, `user_level`, `comments`, `campaign_weight`, `calls_today`,
  `external_hangup`, `external_status`, `external_pause`, `external_dial`, `external_ingroups`,
  `external_blended`, `external_igb_set_user`, `external_update_fields`, `external_update_fields_data`,
  `external_timer_action`, `external_timer_action_message`, `external_timer_action_seconds`, `agent_log_id`,
  `last_state_change`, `agent_territories`, `outbound_autodial`, `manager_ingroup_set`, `ra_user`,
  `ra_extension`, `external_dtmf`, `external_transferconf`, `external_park`,
  `external_timer_action_destination`, `on_hook_agent`, `on_hook_ring_time`, `ring_callerid`,
  `last_inbound_call_time`, `last_inbound_call_finish`, `campaign_grade`, `external_recording`,
  `external_pause_code`, `pause_code`, `preview_lead_id`, `external_lead_id`,
  `last_inbound_call_time_filtered`, `last_inbound_call_finish_filtered`, `dial_campaign_id`
) VALUES
(1,'1001','10.10.10.15','8600051','SIP/cc100','INCALL',1001,'TESTCAMP','1752604000.100','V7151426400000001001','SIP/trunk-0001',111,'2025-07-15 14:26:40','2025-07-15 14:29:58','2025-07-15 14:20:00',' SALESLINE SUPPORT -',NULL,1,'AUTO',0,3,'','','','',NULL,'0','','0','','','',-1,101,'2025-07-15 14:26:40',NULL,'Y','N','','','','','','','N',15,'',NULL,NULL,1,'','','',0,0,NULL,NULL,''),
(2,'1002','10.10.10.15','8600052','SIP/cc101','PAUSED',0,'TESTCAMP','','','',112,'2025-07-15 14:00:00','2025-07-15 14:29:59','2025-07-15 14:10:00',' SALESLINE -',NULL,1,'',0,1,'','','','',NULL,'0','','0','','','',-1,102,'2025-07-15 14:15:00',NULL,'Y','N','','','','','','','N',15,'',NULL,NULL,1,'','','BRK2',0,0,NULL,NULL,''),
(3,'1003','10.10.10.16','8600051','SIP/cc102','CLOSER',0,'SALESCMP','','','',113,'2025-07-15 13:00:00','2025-07-15 14:29:57','2025-07-15 13:10:00',' SUPPORT -',NULL,2,'',0,0,'','','','',NULL,'0','','0','','','',-1,103,'2025-07-15 13:10:00',NULL,'N','N','','','','','','','N',15,'',NULL,NULL,1,'','','',0,0,NULL,NULL,'');

INSERT INTO `vicidial_live_inbound_agents` (
  `user`, `group_id`, `group_weight`, `calls_today`, `last_call_time`, `last_call_finish`, `group_grade`,
  `calls_today_filtered`, `last_call_time_filtered`, `last_call_finish_filtered`, `daily_limit`
) VALUES
('1001','SALESLINE',0,2,'2025-07-15 12:00:00','2025-07-15 12:05:00',1,0,NULL,NULL,-1),
('1003','SUPPORT',0,0,'2025-07-15 12:00:00','2025-07-15 12:05:00',1,0,NULL,NULL,-1);

INSERT INTO `vicidial_log` (
  `uniqueid`, `lead_id`, `list_id`, `campaign_id`, `call_date`, `start_epoch`, `end_epoch`, `length_in_sec`,
  `status`, `phone_code`, `phone_number`, `user`, `comments`, `processed`, `user_group`, `term_reason`,
  `alt_dial`, `called_count`
) VALUES
('1752498050.10',1002,101,'TESTCAMP','2025-07-14 09:00:50',1752498050,1752498230,180,'SALE','1','3125552222','1001','AUTO','N','AGENTS','CALLER','MAIN',2),
('1752498310.11',1002,101,'TESTCAMP','2025-07-14 09:05:10',1752498310,1752498400,90,'NA','1','3125552222','1001','AUTO','N','AGENTS','AGENT','MAIN',3),
('1752498135.12',1003,102,'TESTCAMP','2025-07-14 11:02:15',1752505335,1752505380,45,'TD','1','2135553333','1002','AUTO','N','AGENTS','CALLER','MAIN',2),
('1752500000.13',1004,201,'SALESCMP','2025-07-14 15:33:20',1752521600,1752521620,20,'DROP','1','8135554444','VDAD','AUTO','N','ADMIN','ABANDON','MAIN',1),
('1752604000.100',1001,101,'TESTCAMP','2025-07-15 14:26:40',1752604000,NULL,NULL,'INCALL','1','7275551111','1001','AUTO','N','AGENTS','NONE','MAIN',1);

INSERT INTO `vicidial_log_extended` (
  `uniqueid`, `server_ip`, `call_date`, `lead_id`, `caller_code`, `custom_call_id`, `start_url_processed`,
  `dispo_url_processed`, `multi_alt_processed`, `noanswer_processed`
) VALUES
('1752498050.10','10.10.10.15','2025-07-14 09:00:50',1002,'V7140900500000001002','','N','N','N','N'),
('1752501600.20','10.10.10.15','2025-07-14 10:00:00',1002,'Y7141000000000001002','','N','N','N','N');

INSERT INTO `vicidial_music_on_hold` (
  `moh_id`, `moh_name`, `active`, `random`, `remove`, `user_group`
) VALUES
('default','Default music','Y','N','N','---ALL---'),
('jazz','Smooth jazz','Y','Y','N','---ALL---'),
('gone','Removed music','N','N','Y','---ALL---');

INSERT INTO `vicidial_nanpa_prefix_codes` (
  `areacode`, `prefix`, `GMT_offset`, `DST`, `latitude`, `longitude`, `city`, `state`, `postal_code`,
  `country`, `lata_type`
) VALUES
('727','555','-5','Y','27.96','-82.80','Clearwater','FL','33755','US','S'),
('312','555','-6','Y','41.88','-87.62','Chicago','IL','60601','US','S');

INSERT INTO `vicidial_override_ids` (
  `id_table`, `active`, `value`
) VALUES
('vicidial_users','',1000),
('vicidial_campaigns','',20000),
('vicidial_inbound_groups','',30000),
('vicidial_lists','',40000),
('vicidial_call_menu','',50000),
('vicidial_user_groups','',60000),
('vicidial_lead_filters','',70000),
('vicidial_scripts','',80000),
('phones','',100);

INSERT INTO `vicidial_phone_codes` (
  `country_code`, `country`, `areacode`, `state`, `GMT_offset`, `DST`, `DST_range`, `geographic_description`,
  `tz_code`, `php_tz`
) VALUES
(1,'USA','727','FL','-5.00','Y','SSM-FSN','Clearwater','EST',''),
(1,'USA','813','FL','-5.00','Y','SSM-FSN','Tampa','EST',''),
(1,'USA','312','IL','-6.00','Y','SSM-FSN','Chicago','CST',''),
(1,'USA','213','CA','-8.00','Y','SSM-FSN','Los Angeles','PST',''),
(1,'USA','602','AZ','-7.00','N','','Phoenix','MST',''),
(1,'USA','808','HI','-10.00','N','','Honolulu','HST',''),
(1,'CAN','416','ON','-5.00','Y','SSM-FSN','Toronto','EST',''),
(1,'USA','500','','-5.00','Y','SSM-FSN','Non-geographic','EST',''),
(44,'GBR','','','0.00','Y','LSM-LSO','United Kingdom','GMT',''),
(61,'AUS','2','NS','10.00','Y','FSO-FSA','New South Wales','AEST',''),
(61,'AUS','7','QL','10.00','N','','Queensland','AEST',''),
(64,'NZL','','','12.00','Y','LSS-FSA','New Zealand','NZST',''),
(52,'MEX','','','-6.00','N','','Mexico','CST',''),
(33,'FRA','','','1.00','Y','LSM-LSO','France','CET',''),
(91,'IND','','','5.50','N','','India','IST','');

INSERT INTO `vicidial_postal_codes` (
  `postal_code`, `state`, `GMT_offset`, `DST`, `DST_range`, `country`, `country_code`
) VALUES
('33755','FL','-5.00','Y','SSM-FSN','USA',1),
('60601','IL','-6.00','Y','SSM-FSN','USA',1),
('85001','AZ','-7.00','N','','USA',1);

INSERT INTO `vicidial_remote_agents` (
  `remote_agent_id`, `user_start`, `number_of_lines`, `server_ip`, `conf_exten`, `status`, `campaign_id`,
  `closer_campaigns`, `extension_group`, `extension_group_order`, `on_hook_agent`, `on_hook_ring_time`
) VALUES
(1,'1004',1,'10.10.10.15','8600060','INACTIVE','TESTCAMP',' SALESLINE -','NONE','NONE','N',15);

INSERT INTO `vicidial_scripts` (
  `script_id`, `script_name`, `script_comments`, `script_text`, `active`, `user_group`, `script_color`,
  `modify_stamp`
) VALUES
('DEMOSCRIPT','Demo script','','Hello','Y','---ALL---','white','2025-07-15 14:30:00');

INSERT INTO `vicidial_state_call_times` (
  `state_call_time_id`, `state_call_time_state`, `state_call_time_name`, `state_call_time_comments`,
  `sct_default_start`, `sct_default_stop`, `sct_sunday_start`, `sct_sunday_stop`, `sct_monday_start`,
  `sct_monday_stop`, `sct_tuesday_start`, `sct_tuesday_stop`, `sct_wednesday_start`, `sct_wednesday_stop`,
  `sct_thursday_start`, `sct_thursday_stop`, `sct_friday_start`, `sct_friday_stop`, `sct_saturday_start`,
  `sct_saturday_stop`, `user_group`, `ct_holidays`, `modify_stamp`
) VALUES
('alabama','AL','Alabama 8am-8pm and Sunday','',800,2000,2400,2400,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('florida','FL','Florida 8am 8pm','',800,2000,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('illinois','IL','Illinois 8am','',800,2100,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('indiana','IN','Indiana 8pm restriction','',900,2000,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('kentucky','KY','Kentucky 10am restriction','',1000,2100,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('louisiana','LA','Louisiana 8am-8pm and Sunday','',800,2000,2400,2400,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('maine','ME','Maine 9am-5pm','',900,1700,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('maryland','MD','Maryland 8am 8pm','',800,2000,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('massachuse','MA','Massachusetts 8am-8pm','',800,2000,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('mississipp','MS','Mississippi 8am-8pm and Sunday','',800,2000,2400,2400,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('nebraska','NE','Nebraska 8am','',800,2100,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('nevada','NV','Nevada 8pm restriction','',900,2000,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('oklahoma','OK','Oklahoma 8am 8pm','',800,2000,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('pennsylvan','PA','Pennsylvania sunday restrictn','',900,2100,1330,2100,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('rhodeislan','RI','Rhode Island restrictions','',900,1800,2400,2400,0,0,0,0,0,0,0,0,0,0,1000,1700,'---ALL---',NULL,'2025-07-15 14:30:00'),
('sdakota','SD','South Dakota sunday restrict','',900,2100,2400,2400,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('tennessee','TN','Tennessee 8am','',800,2100,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('texas','TX','Texas sunday restriction','',900,2100,1200,2100,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('utah','UT','Utah 8pm restriction','',900,2000,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('washington','WA','Washington 8am-8pm','',800,2000,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00'),
('wyoming','WY','Wyoming 8am-8pm','',800,2000,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'---ALL---',NULL,'2025-07-15 14:30:00');

INSERT INTO `vicidial_status_categories` (
  `vsc_id`, `vsc_name`, `vsc_description`, `tovdad_display`, `sale_category`, `dead_lead_category`
) VALUES
('UNDEFINED','Default Category',NULL,'N','N','N');

INSERT INTO `vicidial_statuses` (
  `status`, `status_name`, `selectable`, `human_answered`, `category`, `sale`, `dnc`, `customer_contact`,
  `not_interested`, `unworkable`, `scheduled_callback`, `completed`, `min_sec`, `max_sec`,
  `answering_machine`, `modify_stamp`
) VALUES
('NEW','New Lead','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('QUEUE','Lead To Be Called','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('INCALL','Lead Being Called','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('DROP','Agent Not Available','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('XDROP','Agent Not Available IN','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('NA','No Answer AutoDial','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('CALLBK','Call Back','Y','Y','UNDEFINED','N','N','Y','N','N','Y','N',0,0,'N','2025-07-15 14:30:00'),
('CBHOLD','Call Back Hold','N','Y','UNDEFINED','N','N','Y','N','N','Y','N',0,0,'N','2025-07-15 14:30:00'),
('A','Answering Machine','Y','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'Y','2025-07-15 14:30:00'),
('AA','Answering Machine Auto','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('AM','Answering Machine SentToMesg','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'Y','2025-07-15 14:30:00'),
('AL','Answering Machine Msg Played','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'Y','2025-07-15 14:30:00'),
('AFAX','Fax Machine Auto','N','N','UNDEFINED','N','N','N','N','Y','N','N',0,0,'N','2025-07-15 14:30:00'),
('AB','Busy Auto','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('B','Busy','Y','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('DC','Disconnected Number','Y','N','UNDEFINED','N','N','N','N','Y','N','N',0,0,'N','2025-07-15 14:30:00'),
('ADC','Disconnected Number Auto','N','N','UNDEFINED','N','N','N','N','Y','N','N',0,0,'N','2025-07-15 14:30:00'),
('DEC','Declined Sale','Y','Y','UNDEFINED','N','N','Y','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('DNC','DO NOT CALL','Y','Y','UNDEFINED','N','Y','N','N','N','N','Y',0,0,'N','2025-07-15 14:30:00'),
('DNCL','DO NOT CALL Hopper Sys Match','N','N','UNDEFINED','N','Y','N','N','N','N','Y',0,0,'N','2025-07-15 14:30:00'),
('DNCC','DO NOT CALL Hopper Camp Match','N','N','UNDEFINED','N','Y','N','N','N','N','Y',0,0,'N','2025-07-15 14:30:00'),
('SALE','Sale Made','Y','Y','UNDEFINED','Y','N','N','N','N','N','Y',0,0,'N','2025-07-15 14:30:00'),
('N','No Answer','Y','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('NI','Not Interested','Y','Y','UNDEFINED','N','N','Y','Y','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('NP','No Pitch No Price','Y','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('PU','Call Picked Up','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('PM','Played Message','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('XFER','Call Transferred','Y','Y','UNDEFINED','N','N','Y','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('ERI','Agent Error','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('SVYEXT','Survey sent to Extension','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('SVYVM','Survey sent to Voicemail','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('SVYHU','Survey Hungup','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('SVYREC','Survey sent to Record','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('QVMAIL','Queue Abandon Voicemail Left','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('RQXFER','Re-Queue','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('TIMEOT','Inbound Queue Timeout Drop','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('AFTHRS','Inbound After Hours Drop','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('NANQUE','Inbound No Agent No Queue Drop','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('IQNANQ','InQueue No-Agent-No-Queue drop','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('PDROP','Outbound Pre-Routing Drop','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('IVRXFR','Outbound drop to Call Menu','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('SVYCLM','Survey sent to Call Menu','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('MLINAT','Multi-Lead auto-alt set inactv','N','Y','UNDEFINED','N','N','N','N','N','N','Y',0,0,'N','2025-07-15 14:30:00'),
('MAXCAL','Inbound Max Calls Drop','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('LRERR','Outbound Local Channel Res Err','N','Y','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('QCFAIL','QC_FAIL_CALLBK','N','Y','QC','N','N','Y','N','N','Y','N',0,0,'N','2025-07-15 14:30:00'),
('ADCT','Disconnected Number Temporary','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('LSMERG','Agent lead search old lead mrg','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('DAIR','Dead Air','Y','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00'),
('ADAIR','Dead Air Auto','N','N','UNDEFINED','N','N','N','N','N','N','N',0,0,'N','2025-07-15 14:30:00');

INSERT INTO `vicidial_url_multi` (
  `url_id`, `campaign_id`, `entry_type`, `active`, `url_type`, `url_rank`, `url_statuses`, `url_description`,
  `url_address`, `url_lists`, `url_call_length`, `modify_stamp`
) VALUES
(1,'TESTCAMP','campaign','Y','dispo',1,'---ALL---','CRM dispo hook','http://127.0.0.1/crm?lead_id=--A--lead_id--B--','',0,'2025-07-15 14:30:00');

INSERT INTO `vicidial_user_groups` (
  `user_group`, `group_name`, `allowed_campaigns`, `qc_allowed_campaigns`, `qc_allowed_inbound_groups`,
  `group_shifts`, `forced_timeclock_login`, `shift_enforcement`, `agent_status_viewable_groups`,
  `agent_status_view_time`, `agent_call_log_view`, `agent_xfer_consultative`, `agent_xfer_dial_override`,
  `agent_xfer_vm_transfer`, `agent_xfer_blind_transfer`, `agent_xfer_dial_with_customer`,
  `agent_xfer_park_customer_dial`, `agent_fullscreen`, `allowed_reports`, `webphone_url_override`,
  `webphone_systemkey_override`, `webphone_dialpad_override`, `admin_viewable_groups`,
  `admin_viewable_call_times`, `allowed_custom_reports`, `agent_allowed_chat_groups`, `agent_xfer_park_3way`,
  `admin_ip_list`, `agent_ip_list`, `api_ip_list`, `webphone_layout`, `allowed_queue_groups`,
  `reports_header_override`, `admin_home_url`, `script_id`, `modify_stamp`
) VALUES
('ADMIN','Administrators',' -ALL-CAMPAIGNS- - -',NULL,NULL,NULL,'N','OFF',' --ALL-GROUPS-- ','N','N','Y','Y','Y','Y','Y','Y','N','ALL REPORTS','','','DISABLED',' ---ALL--- ',' ---ALL--- ','',NULL,'Y','','','','',NULL,'DISABLED','','','2025-07-15 14:30:00'),
('MANAGER','Floor managers',' TESTCAMP SALESCMP - -',NULL,NULL,NULL,'N','OFF',' AGENTS ','N','N','Y','Y','Y','Y','Y','Y','N','ALL REPORTS','','','DISABLED',' MANAGER AGENTS ',' ---ALL--- ','',NULL,'Y','','','','',NULL,'DISABLED','','','2025-07-15 14:30:00'),
('AGENTS','Agents',' TESTCAMP - -',NULL,NULL,NULL,'N','OFF',' AGENTS ','N','N','Y','Y','Y','Y','Y','Y','N','NONE','','','DISABLED',' AGENTS ',' 9am-9pm ','',NULL,'Y','','','','',NULL,'DISABLED','','','2025-07-15 14:30:00'),
('PARTNER','Lead suppliers',' SALESCMP - -',NULL,NULL,NULL,'N','OFF','','N','N','Y','Y','Y','Y','Y','Y','N','NONE','','','DISABLED',' PARTNER ',' ---ALL--- ','',NULL,'Y','','','','',NULL,'DISABLED','','','2025-07-15 14:30:00');

INSERT INTO `vicidial_user_log` (
  `user_log_id`, `user`, `event`, `campaign_id`, `event_date`, `event_epoch`, `user_group`, `session_id`,
  `server_ip`, `extension`, `computer_ip`, `browser`, `data`, `phone_login`, `server_phone`, `phone_ip`,
  `webserver`, `login_url`, `browser_width`, `browser_height`
) VALUES
(1,'1001','LOGIN','TESTCAMP','2025-07-14 08:59:00',1752497940,'AGENTS','8600051','10.10.10.15',NULL,NULL,NULL,NULL,'','','',0,0,0,0),
(2,'1001','LOGOUT','TESTCAMP','2025-07-14 17:00:00',1752526800,'AGENTS','8600051','10.10.10.15',NULL,NULL,NULL,NULL,'','','',0,0,0,0),
(3,'1002','LOGIN','TESTCAMP','2025-07-14 08:59:30',1752497970,'AGENTS','8600052','10.10.10.15',NULL,NULL,NULL,NULL,'','','',0,0,0,0),
(4,'1001','LOGIN','TESTCAMP','2025-07-15 08:59:00',1752584340,'AGENTS','8600051','10.10.10.15',NULL,NULL,NULL,NULL,'','','',0,0,0,0);

INSERT INTO `vicidial_users` (
  `user_id`, `user`, `pass`, `full_name`, `user_level`, `user_group`, `phone_login`, `phone_pass`,
  `delete_users`, `delete_user_groups`, `delete_lists`, `delete_campaigns`, `delete_ingroups`,
  `delete_remote_agents`, `load_leads`, `campaign_detail`, `ast_admin_access`, `ast_delete_phones`,
  `delete_scripts`, `modify_leads`, `hotkeys_active`, `change_agent_campaign`, `agent_choose_ingroups`,
  `closer_campaigns`, `scheduled_callbacks`, `agentonly_callbacks`, `agentcall_manual`, `vicidial_recording`,
  `vicidial_transfers`, `delete_filters`, `alter_agent_interface_options`, `closer_default_blended`,
  `delete_call_times`, `modify_call_times`, `modify_users`, `modify_campaigns`, `modify_lists`,
  `modify_scripts`, `modify_filters`, `modify_ingroups`, `modify_usergroups`, `modify_remoteagents`,
  `modify_servers`, `view_reports`, `vicidial_recording_override`, `alter_custdata_override`, `qc_enabled`,
  `qc_user_level`, `qc_pass`, `qc_finish`, `qc_commit`, `add_timeclock_log`, `modify_timeclock_log`,
  `delete_timeclock_log`, `alter_custphone_override`, `vdc_agent_api_access`, `modify_inbound_dids`,
  `delete_inbound_dids`, `active`, `alert_enabled`, `download_lists`, `agent_shift_enforcement_override`,
  `manager_shift_enforcement_override`, `shift_override_flag`, `export_reports`, `delete_from_dnc`, `email`,
  `user_code`, `territory`, `allow_alerts`, `agent_choose_territories`, `custom_one`, `custom_two`,
  `custom_three`, `custom_four`, `custom_five`, `voicemail_id`, `agent_call_log_view_override`,
  `callcard_admin`, `agent_choose_blended`, `realtime_block_user_info`, `custom_fields_modify`,
  `force_change_password`, `agent_lead_search_override`, `modify_shifts`, `modify_phones`, `modify_carriers`,
  `modify_labels`, `modify_statuses`, `modify_voicemail`, `modify_audiostore`, `modify_moh`, `modify_tts`,
  `preset_contact_search`, `modify_contacts`, `modify_same_user_level`, `admin_hide_lead_data`,
  `admin_hide_phone_data`, `agentcall_email`, `modify_email_accounts`, `failed_login_count`,
  `last_login_date`, `last_ip`, `pass_hash`, `alter_admin_interface_options`, `max_inbound_calls`,
  `modify_custom_dialplans`, `wrapup_seconds_override`, `modify_languages`, `selected_language`,
  `user_choose_language`, `ignore_group_on_search`, `api_list_restrict`, `api_allowed_functions`,
  `lead_filter_id`, `admin_cf_show_hidden`, `agentcall_chat`, `user_hide_realtime`, `access_recordings`,
  `modify_colors`, `user_nickname`, `user_new_lead_limit`, `api_only_user`, `modify_auto_reports`,
  `modify_ip_lists`, `ignore_ip_list`, `ready_max_logout`, `export_gdpr_leads`, `pause_code_approval`,
  `max_hopper_calls`, `max_hopper_calls_hour`, `mute_recordings`, `hide_call_log_info`,
  `next_dial_my_callbacks`, `user_admin_redirect_url`, `max_inbound_filter_enabled`,
  `max_inbound_filter_statuses`, `max_inbound_filter_ingroups`, `max_inbound_filter_min_sec`,
  `status_group_id`, `mobile_number`, `two_factor_override`, `manual_dial_filter`, `user_location`,
  `download_invalid_files`, `user_group_two`, `failed_login_attempts_today`, `failed_login_count_today`,
  `failed_last_ip_today`, `failed_last_type_today`, `modify_dial_prefix`, `inbound_credits`, `hci_enabled`,
  `modify_stamp`, `manual_dial_lead_id`
) VALUES
(1,'6666','1234','Admin',9,'ADMIN','350a','phonepass1','1','0','1','1','0','0','1','0','1','1','0','1','0','0','1','','1','0','0','1','1','0','0','0','0','0','1','1','1','0','0','1','0','1','0','1','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','1','1','1','Y','0','1','DISABLED','0','0','1','1','admin@example.com','','','0','1','','','','','',NULL,'DISABLED','0','1','0','1','N','NOT_ACTIVE','0','1','0','0','0','0','0','0','0','NOT_ACTIVE','0','1','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','0',' ALL_FUNCTIONS ','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','1','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(2,'7777','mgrpass1','Floor Manager',8,'MANAGER','','','0','0','0','0','0','0','1','0','1','0','0','1','0','0','1','','1','0','0','1','1','0','0','0','0','0','1','1','1','0','0','1','0','1','0','1','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','1','1','0','Y','0','1','DISABLED','0','0','1','0','manager@example.com','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','1','0','0','0','0','0','0','0','NOT_ACTIVE','0','1','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','0',' ALL_FUNCTIONS ','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(3,'7001','reportpw','Report Reader',7,'ADMIN','','','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1','','1','0','0','1','1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','1','0','0','Y','0','0','DISABLED','0','0','0','0','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','0',' ALL_FUNCTIONS ','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(4,'7002','noreports','Level Seven Plain',7,'ADMIN','','','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1','','1','0','0','1','1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','0','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','1','0','0','Y','0','0','DISABLED','0','0','0','0','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','0',' ALL_FUNCTIONS ','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(5,'8001','nomodify','Level Eight Plain',8,'ADMIN','','','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1','','1','0','0','1','1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','0','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','1','0','0','Y','0','0','DISABLED','0','0','0','0','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','0',' ALL_FUNCTIONS ','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(6,'8002','partner1','Lead Supplier',8,'PARTNER','','','0','0','0','0','0','0','1','0','0','0','0','1','0','0','1','','1','0','0','1','1','0','0','0','0','0','0','0','1','0','0','0','0','0','0','0','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','1','0','0','Y','0','0','DISABLED','0','0','0','0','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','1',' ALL_FUNCTIONS ','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(7,'8003','twofuncs','Two Functions Only',8,'ADMIN','','','0','0','0','0','0','0','1','0','0','0','0','1','0','0','1','','1','0','0','1','1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','1','0','0','Y','0','0','DISABLED','0','0','0','0','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','0',' add_lead version ','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(8,'8004','inactive','Left The Company',9,'ADMIN','','','1','0','1','1','0','0','1','0','1','1','0','1','0','0','1','','1','0','0','1','1','0','0','0','0','0','1','1','1','0','0','1','0','1','0','1','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','1','1','1','N','0','1','DISABLED','0','0','1','1','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','1','N','NOT_ACTIVE','0','1','0','0','0','0','0','0','0','NOT_ACTIVE','0','1','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','0',' ALL_FUNCTIONS ','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(9,'8005','noapi','No API Access',9,'ADMIN','','','1','0','1','1','0','0','1','0','1','1','0','1','0','0','1','','1','0','0','1','1','0','0','0','0','0','1','1','1','0','0','1','0','1','0','1','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','0','1','1','Y','0','1','DISABLED','0','0','1','1','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','1','N','NOT_ACTIVE','0','1','0','0','0','0','0','0','0','NOT_ACTIVE','0','1','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','0',' ALL_FUNCTIONS ','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(10,'8006','locked','Locked Out',9,'ADMIN','','','1','0','1','1','0','0','1','0','1','1','0','1','0','0','1','','1','0','0','1','1','0','0','0','0','0','1','1','1','0','0','1','0','1','0','1','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','1','1','1','Y','0','1','DISABLED','0','0','1','1','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','1','N','NOT_ACTIVE','0','1','0','0','0','0','0','0','0','NOT_ACTIVE','0','1','0','0','0','0',10,'2025-07-15 14:25:00','','','1',0,'0',-1,'0','default English','0','0','0',' ALL_FUNCTIONS ','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(11,'4001','apilevel4','Team Lead',4,'AGENTS','','','0','0','0','0','0','0','0','0','0','0','0','1','0','0','1','','1','0','0','1','1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','1','0','0','Y','0','0','DISABLED','0','0','0','0','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','0',' ALL_FUNCTIONS ','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(12,'1001','agentpw1','Alice Agent',1,'AGENTS','100','phonepass1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1',' SALESLINE SUPPORT -','1','0','0','1','1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','0','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','0','0','0','Y','0','0','DISABLED','0','0','0','0','alice@example.com','','','0','1','c-one','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-15 08:55:00','','','1',0,'0',-1,'0','default English','0','0','0','','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(13,'1002','agentpw2','Bob Agent',1,'AGENTS','101','phonepass1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1',' SALESLINE -','1','0','0','1','1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','0','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','0','0','0','Y','0','0','DISABLED','0','0','0','0','bob@example.com','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-15 08:56:00','','','1',0,'0',-1,'0','default English','0','0','0','','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(14,'1003','agentpw3','Carol Closer',2,'AGENTS','102','phonepass1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1',' SUPPORT -','1','0','0','1','1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','0','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','0','0','0','Y','0','0','DISABLED','0','0','0','0','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-15 08:57:00','','','1',0,'0',-1,'0','default English','0','0','0','','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(15,'1004','agentpw4','Dan Dialer',1,'MANAGER','','','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1','','1','0','0','1','1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','0','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','0','0','0','Y','0','0','DISABLED','0','0','0','0','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-14 08:57:00','','','1',0,'0',-1,'0','default English','0','0','0','','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(16,'VDAD','donotedit','Outbound Auto Dial',1,'ADMIN','','','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1','','1','0','0','1','1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','0','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','0','0','0','N','0','0','DISABLED','0','0','0','0','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','0','','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED'),
(17,'VDCL','donotedit','Inbound No Agent',1,'ADMIN','','','0','0','0','0','0','0','0','0','0','0','0','0','0','0','1','','1','0','0','1','1','0','0','0','0','0','0','0','0','0','0','0','0','0','0','0','DISABLED','NOT_ACTIVE','0',1,'0','0','0','0','0','0','NOT_ACTIVE','0','0','0','N','0','0','DISABLED','0','0','0','0','','','','0','1','','','','','',NULL,'DISABLED','0','1','0','0','N','NOT_ACTIVE','0','0','0','0','0','0','0','0','0','NOT_ACTIVE','0','0','0','0','0','0',0,'2025-07-01 09:00:00','','','1',0,'0',-1,'0','default English','0','0','0','','NONE','0','0','0','0','0','',-1,'0','0','0','0',-1,'0','0',0,0,'DISABLED','DISABLED','NOT_ACTIVE',NULL,'0',NULL,NULL,-1,'','','NOT_ACTIVE','DISABLED','','0','',0,0,'','','0',-1,'0','2025-07-01 09:00:00','DISABLED');

INSERT INTO `vicidial_voicemail` (
  `voicemail_id`, `active`, `pass`, `fullname`, `messages`, `old_messages`, `email`, `delete_vm_after_email`,
  `voicemail_timezone`, `voicemail_options`, `user_group`, `voicemail_greeting`, `on_login_report`
) VALUES
('8501','Y','1234','Sales voicemail',2,5,'sales@example.com','N','eastern','','---ALL---','','N'),
('8502','N','1234','Closed mailbox',0,0,'','N','eastern','','---ALL---','','N');

INSERT INTO `vicidial_xfer_presets` (
  `campaign_id`, `preset_name`, `preset_number`, `preset_dtmf`, `preset_hide_number`
) VALUES
('TESTCAMP','Verifier','7275559000','','N');
