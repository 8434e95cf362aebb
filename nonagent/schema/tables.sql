-- The tables of a VICIdial database (build 250720-1841), for the demo and the tests.
-- Never applied to an installation: there VICIdial makes and upgrades its own.

CREATE TABLE `audio_store_details` (
  `audio_filename` varchar(250) NOT NULL,
  `audio_format` varchar(10) NULL DEFAULT 'unknown',
  `audio_filesize` bigint(20) unsigned NULL DEFAULT 0,
  `audio_epoch` bigint(20) unsigned NULL DEFAULT 0,
  `audio_length` int(10) unsigned NULL DEFAULT 0,
  `wav_format_details` varchar(255) NULL DEFAULT '',
  `wav_asterisk_valid` enum('','GOOD','BAD','NA') NULL DEFAULT '',
  UNIQUE KEY `audio_filename` (`audio_filename`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `call_log` (
  `uniqueid` varchar(20) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `channel_group` varchar(30) NULL DEFAULT NULL,
  `type` varchar(10) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `number_dialed` varchar(15) NULL DEFAULT NULL,
  `caller_code` varchar(20) NULL DEFAULT NULL,
  `start_time` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) NULL DEFAULT NULL,
  `end_time` datetime NULL DEFAULT NULL,
  `end_epoch` int(10) NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `length_in_min` double(8,2) NULL DEFAULT NULL,
  PRIMARY KEY (`uniqueid`),
  KEY `caller_code` (`caller_code`),
  KEY `channel` (`channel`),
  KEY `end_time` (`end_time`),
  KEY `server_ip` (`server_ip`),
  KEY `start_time` (`start_time`),
  KEY `time` (`start_time`,`end_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `call_log_archive` (
  `uniqueid` varchar(20) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `channel_group` varchar(30) NULL DEFAULT NULL,
  `type` varchar(10) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `number_dialed` varchar(15) NULL DEFAULT NULL,
  `caller_code` varchar(20) NULL DEFAULT NULL,
  `start_time` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) NULL DEFAULT NULL,
  `end_time` datetime NULL DEFAULT NULL,
  `end_epoch` int(10) NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `length_in_min` double(8,2) NULL DEFAULT NULL,
  PRIMARY KEY (`uniqueid`),
  KEY `caller_code` (`caller_code`),
  KEY `channel` (`channel`),
  KEY `end_time` (`end_time`),
  KEY `server_ip` (`server_ip`),
  KEY `start_time` (`start_time`),
  KEY `time` (`start_time`,`end_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `callcard_accounts` (
  `card_id` varchar(20) NOT NULL,
  `pin` varchar(10) NOT NULL,
  `status` enum('GENERATE','PRINT','SHIP','HOLD','ACTIVE','USED','EMPTY','CANCEL','VOID') NULL DEFAULT 'GENERATE',
  `balance_minutes` smallint(5) NULL DEFAULT 3,
  `inbound_group_id` varchar(20) NULL DEFAULT '',
  PRIMARY KEY (`card_id`),
  KEY `pin` (`pin`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `callcard_accounts_details` (
  `card_id` varchar(20) NOT NULL,
  `run` varchar(4) NULL DEFAULT '',
  `batch` varchar(5) NULL DEFAULT '',
  `pack` varchar(5) NULL DEFAULT '',
  `sequence` varchar(5) NULL DEFAULT '',
  `status` enum('GENERATE','PRINT','SHIP','HOLD','ACTIVE','USED','EMPTY','CANCEL','VOID') NULL DEFAULT 'GENERATE',
  `balance_minutes` smallint(5) NULL DEFAULT 3,
  `initial_value` varchar(6) NULL DEFAULT '0.00',
  `initial_minutes` smallint(5) NULL DEFAULT 3,
  `note_purchase_order` varchar(20) NULL DEFAULT '',
  `note_printer` varchar(20) NULL DEFAULT '',
  `note_did` varchar(18) NULL DEFAULT '',
  `inbound_group_id` varchar(20) NULL DEFAULT '',
  `note_language` varchar(10) NULL DEFAULT 'English',
  `note_name` varchar(20) NULL DEFAULT '',
  `note_comments` varchar(255) NULL DEFAULT '',
  `create_user` varchar(20) NULL DEFAULT '',
  `activate_user` varchar(20) NULL DEFAULT '',
  `used_user` varchar(20) NULL DEFAULT '',
  `void_user` varchar(20) NULL DEFAULT '',
  `create_time` datetime NULL DEFAULT NULL,
  `activate_time` datetime NULL DEFAULT NULL,
  `used_time` datetime NULL DEFAULT NULL,
  `void_time` datetime NULL DEFAULT NULL,
  PRIMARY KEY (`card_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `callcard_log` (
  `uniqueid` varchar(20) NOT NULL,
  `card_id` varchar(20) NULL DEFAULT NULL,
  `balance_minutes_start` smallint(5) NULL DEFAULT 3,
  `call_time` datetime NULL DEFAULT NULL,
  `agent_time` datetime NULL DEFAULT NULL,
  `dispo_time` datetime NULL DEFAULT NULL,
  `agent` varchar(20) NULL DEFAULT '',
  `agent_dispo` varchar(6) NULL DEFAULT '',
  `agent_talk_sec` mediumint(8) NULL DEFAULT 0,
  `agent_talk_min` mediumint(8) NULL DEFAULT 0,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `inbound_did` varchar(18) NULL DEFAULT NULL,
  PRIMARY KEY (`uniqueid`),
  KEY `call_time` (`call_time`),
  KEY `card_id` (`card_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `cid_channels_recent` (
  `caller_id_name` varchar(30) NOT NULL,
  `connected_line_name` varchar(30) NOT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `channel` varchar(100) NULL DEFAULT '',
  `dest_channel` varchar(100) NULL DEFAULT '',
  `linkedid` varchar(20) NULL DEFAULT '',
  `dest_uniqueid` varchar(20) NULL DEFAULT '',
  `uniqueid` varchar(20) NULL DEFAULT '',
  KEY `call_date` (`call_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `clr_log` (
  `clr_id` int(10) unsigned NOT NULL auto_increment,
  `start_time` datetime NULL DEFAULT NULL,
  `begin_range` datetime NULL DEFAULT NULL,
  `range_minutes` smallint(5) unsigned NULL DEFAULT 0,
  `phase` varchar(40) NULL DEFAULT '',
  `records_ct` mediumint(7) unsigned NULL DEFAULT 0,
  `length_in_sec` mediumint(8) unsigned NULL DEFAULT 0,
  `options` varchar(100) NULL DEFAULT '',
  `server_ip` varchar(15) NULL DEFAULT '',
  `processing_log` text NULL DEFAULT NULL,
  PRIMARY KEY (`clr_id`),
  KEY `start_time` (`start_time`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `conferences` (
  `conf_exten` int(7) unsigned NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  UNIQUE KEY `extenserver` (`conf_exten`,`server_ip`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `contact_information` (
  `contact_id` int(9) unsigned NOT NULL auto_increment,
  `first_name` varchar(50) NULL DEFAULT '',
  `last_name` varchar(50) NULL DEFAULT '',
  `office_num` varchar(20) NULL DEFAULT '',
  `cell_num` varchar(20) NULL DEFAULT '',
  `other_num1` varchar(20) NULL DEFAULT '',
  `other_num2` varchar(20) NULL DEFAULT '',
  `bu_name` varchar(100) NULL DEFAULT '',
  `department` varchar(100) NULL DEFAULT '',
  `group_name` varchar(100) NULL DEFAULT '',
  `job_title` varchar(100) NULL DEFAULT '',
  `location` varchar(100) NULL DEFAULT '',
  PRIMARY KEY (`contact_id`),
  KEY `ci_first_name` (`first_name`),
  KEY `ci_last_name` (`last_name`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `custom_101` (
  `lead_id` int(9) unsigned NOT NULL,
  `favorite_color` varchar(50) NULL DEFAULT NULL,
  `policy_type` varchar(20) NULL DEFAULT NULL,
  `renewal_date` date NULL DEFAULT NULL,
  PRIMARY KEY (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `dialable_inventory_snapshots` (
  `snapshot_id` int(10) unsigned NOT NULL auto_increment,
  `snapshot_time` datetime NULL DEFAULT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `list_name` varchar(30) NULL DEFAULT NULL,
  `list_description` varchar(255) NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `list_lastcalldate` varchar(20) NULL DEFAULT NULL,
  `list_start_inv` mediumint(8) unsigned NULL DEFAULT NULL,
  `dialable_count` mediumint(8) unsigned NULL DEFAULT NULL,
  `dialable_count_nofilter` mediumint(8) unsigned NULL DEFAULT NULL,
  `dialable_count_oneoff` mediumint(8) unsigned NULL DEFAULT NULL,
  `dialable_count_inactive` mediumint(8) unsigned NULL DEFAULT NULL,
  `average_call_count` decimal(3,1) NULL DEFAULT NULL,
  `penetration` decimal(5,2) NULL DEFAULT NULL,
  `shift_data` text NULL DEFAULT NULL,
  `time_setting` enum('LOCAL','SERVER') NULL DEFAULT NULL,
  PRIMARY KEY (`snapshot_id`),
  KEY `snapshot_date_key` (`snapshot_time`),
  UNIQUE KEY `snapshot_date_list_key` (`snapshot_time`,`list_id`,`time_setting`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `gateway_recording_log` (
  `gateway_recording_id` int(10) unsigned NOT NULL auto_increment,
  `recording_log_id` int(10) unsigned NULL DEFAULT 0,
  `call_direction` enum('INBOUND','OUTBOUND','NA') NULL DEFAULT 'NA',
  `call_id` varchar(40) NULL DEFAULT '',
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `uniqueid` varchar(20) NOT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `caller_id_number` varchar(18) NULL DEFAULT NULL,
  `caller_id_name` varchar(20) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `start_time` datetime NULL DEFAULT NULL,
  `end_time` datetime NULL DEFAULT NULL,
  `length_in_sec` mediumint(8) unsigned NULL DEFAULT 0,
  `filename` varchar(100) NULL DEFAULT NULL,
  `location` varchar(255) NULL DEFAULT NULL,
  PRIMARY KEY (`gateway_recording_id`),
  KEY `call_id` (`call_id`),
  KEY `lead_id` (`lead_id`),
  KEY `start_time` (`start_time`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `groups_alias` (
  `group_alias_id` varchar(30) NOT NULL,
  `group_alias_name` varchar(50) NULL DEFAULT NULL,
  `caller_id_number` varchar(20) NULL DEFAULT NULL,
  `caller_id_name` varchar(20) NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT 'N',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  PRIMARY KEY (`group_alias_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `hci_logs` (
  `date` datetime NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT '',
  `lead_id` int(9) unsigned NOT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  KEY `date` (`date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `help_documentation` (
  `help_id` varchar(100) NOT NULL DEFAULT '',
  `help_title` text NULL DEFAULT NULL,
  `help_text` text NULL DEFAULT NULL,
  PRIMARY KEY (`help_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `inbound_disabled_entries` (
  `interval_id` int(10) unsigned NOT NULL auto_increment,
  `start_datetime` datetime NULL DEFAULT NULL,
  `end_datetime` datetime NULL DEFAULT NULL,
  `location` varchar(50) NULL DEFAULT NULL,
  `message` varchar(100) NULL DEFAULT NULL,
  `message_type` enum('MEETING','CLOSED','WEATHER','CUSTOM') NULL DEFAULT NULL,
  `status` enum('ACTIVE','LIVE','COMPLETED','CANCELLED') NULL DEFAULT 'ACTIVE',
  `user` varchar(20) NULL DEFAULT NULL,
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `modified_by` varchar(20) NULL DEFAULT NULL,
  `holiday_id` varchar(30) NULL DEFAULT NULL,
  PRIMARY KEY (`interval_id`),
  KEY `inbound_disabled_entries_key` (`start_datetime`,`end_datetime`,`location`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `inbound_email_attachments` (
  `attachment_id` int(10) unsigned NOT NULL auto_increment,
  `email_row_id` int(10) unsigned NULL DEFAULT NULL,
  `filename` varchar(250) NOT NULL DEFAULT '',
  `file_type` varchar(100) NULL DEFAULT NULL,
  `file_encoding` varchar(20) NULL DEFAULT NULL,
  `file_size` varchar(45) NULL DEFAULT NULL,
  `file_extension` varchar(5) NOT NULL DEFAULT '',
  `file_contents` longblob NOT NULL,
  PRIMARY KEY (`attachment_id`),
  KEY `attachments_email_id_key` (`email_row_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `inbound_numbers` (
  `extension` varchar(30) NOT NULL,
  `full_number` varchar(30) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `inbound_name` varchar(30) NULL DEFAULT NULL,
  `department` varchar(30) NULL DEFAULT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `leave_vm_message_groups` (
  `leave_vm_message_group_id` varchar(40) NOT NULL,
  `leave_vm_message_group_notes` varchar(255) NULL DEFAULT '',
  `active` enum('Y','N') NULL DEFAULT 'Y',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  PRIMARY KEY (`leave_vm_message_group_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `leave_vm_message_groups_entries` (
  `leave_vm_message_group_id` varchar(40) NOT NULL,
  `audio_filename` varchar(255) NOT NULL,
  `audio_name` varchar(255) NULL DEFAULT '',
  `rank` smallint(5) NULL DEFAULT 0,
  `time_start` varchar(4) NULL DEFAULT '0000',
  `time_end` varchar(4) NULL DEFAULT '2400'
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `live_channels` (
  `channel` varchar(100) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `channel_group` varchar(30) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `channel_data` varchar(100) NULL DEFAULT NULL
) ENGINE=MEMORY DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `live_inbound` (
  `uniqueid` varchar(20) NOT NULL,
  `channel` varchar(100) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `caller_id` varchar(30) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `phone_ext` varchar(40) NULL DEFAULT NULL,
  `start_time` datetime NULL DEFAULT NULL,
  `acknowledged` enum('Y','N') NULL DEFAULT 'N',
  `inbound_number` varchar(20) NULL DEFAULT NULL,
  `comment_a` varchar(50) NULL DEFAULT NULL,
  `comment_b` varchar(50) NULL DEFAULT NULL,
  `comment_c` varchar(50) NULL DEFAULT NULL,
  `comment_d` varchar(50) NULL DEFAULT NULL,
  `comment_e` varchar(50) NULL DEFAULT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `live_inbound_log` (
  `uniqueid` varchar(20) NOT NULL,
  `channel` varchar(100) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `caller_id` varchar(30) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `phone_ext` varchar(40) NULL DEFAULT NULL,
  `start_time` datetime NULL DEFAULT NULL,
  `acknowledged` enum('Y','N') NULL DEFAULT 'N',
  `inbound_number` varchar(20) NULL DEFAULT NULL,
  `comment_a` varchar(50) NULL DEFAULT NULL,
  `comment_b` varchar(50) NULL DEFAULT NULL,
  `comment_c` varchar(50) NULL DEFAULT NULL,
  `comment_d` varchar(50) NULL DEFAULT NULL,
  `comment_e` varchar(50) NULL DEFAULT NULL,
  KEY `comment_a` (`comment_a`),
  KEY `phone_ext` (`phone_ext`),
  KEY `start_time` (`start_time`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `live_sip_channels` (
  `channel` varchar(100) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `channel_group` varchar(30) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `channel_data` varchar(100) NULL DEFAULT NULL
) ENGINE=MEMORY DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `nanpa_prefix_exchanges_fast` (
  `ac_prefix` char(7) NULL DEFAULT '',
  `type` char(1) NULL DEFAULT '',
  KEY `nanpaacprefix` (`ac_prefix`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `nanpa_prefix_exchanges_master` (
  `areacode` char(3) NULL DEFAULT '',
  `prefix` char(4) NULL DEFAULT '',
  `source` char(1) NULL DEFAULT '',
  `type` char(1) NULL DEFAULT '',
  `tier` varchar(20) NULL DEFAULT '',
  `postal_code` varchar(20) NULL DEFAULT '',
  `new_areacode` char(3) NULL DEFAULT '',
  `tzcode` varchar(4) NULL DEFAULT '',
  `region` char(2) NULL DEFAULT ''
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `nanpa_wired_to_wireless` (
  `phone` char(10) NOT NULL,
  PRIMARY KEY (`phone`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `nanpa_wireless_to_wired` (
  `phone` char(10) NOT NULL,
  PRIMARY KEY (`phone`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `park_log` (
  `uniqueid` varchar(20) NULL DEFAULT '',
  `status` varchar(10) NULL DEFAULT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `channel_group` varchar(30) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `parked_time` datetime NULL DEFAULT NULL,
  `grab_time` datetime NULL DEFAULT NULL,
  `hangup_time` datetime NULL DEFAULT NULL,
  `parked_sec` int(10) NULL DEFAULT NULL,
  `talked_sec` int(10) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT 0,
  `campaign_id` varchar(20) NULL DEFAULT '',
  KEY `campaign_id` (`campaign_id`),
  KEY `lead_id` (`lead_id`),
  KEY `parked_time` (`parked_time`),
  KEY `uniqueid_park` (`uniqueid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `park_log_archive` (
  `uniqueid` varchar(20) NULL DEFAULT '',
  `status` varchar(10) NULL DEFAULT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `channel_group` varchar(30) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `parked_time` datetime NULL DEFAULT NULL,
  `grab_time` datetime NULL DEFAULT NULL,
  `hangup_time` datetime NULL DEFAULT NULL,
  `parked_sec` int(10) NULL DEFAULT NULL,
  `talked_sec` int(10) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT 0,
  `campaign_id` varchar(20) NULL DEFAULT '',
  KEY `campaign_id` (`campaign_id`),
  KEY `lead_id` (`lead_id`),
  KEY `parked_time` (`parked_time`),
  UNIQUE KEY `uniqueidtime_park` (`uniqueid`,`parked_time`),
  KEY `uniqueid_park` (`uniqueid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `parked_channels` (
  `channel` varchar(100) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `channel_group` varchar(30) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `parked_by` varchar(100) NULL DEFAULT NULL,
  `parked_time` datetime NULL DEFAULT NULL
) ENGINE=MEMORY DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `parked_channels_recent` (
  `channel` varchar(100) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `channel_group` varchar(30) NULL DEFAULT NULL,
  `park_end_time` datetime NULL DEFAULT NULL,
  KEY `channel_group` (`channel_group`),
  KEY `park_end_time` (`park_end_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `phone_favorites` (
  `extension` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `extensions_list` text NULL DEFAULT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `phones` (
  `extension` varchar(100) NULL DEFAULT NULL,
  `dialplan_number` varchar(20) NULL DEFAULT NULL,
  `voicemail_id` varchar(10) NULL DEFAULT NULL,
  `phone_ip` varchar(15) NULL DEFAULT NULL,
  `computer_ip` varchar(15) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `login` varchar(15) NULL DEFAULT NULL,
  `pass` varchar(100) NULL DEFAULT NULL,
  `status` varchar(10) NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT NULL,
  `phone_type` varchar(50) NULL DEFAULT NULL,
  `fullname` varchar(50) NULL DEFAULT NULL,
  `company` varchar(10) NULL DEFAULT NULL,
  `picture` varchar(19) NULL DEFAULT NULL,
  `messages` int(4) NULL DEFAULT NULL,
  `old_messages` int(4) NULL DEFAULT NULL,
  `protocol` enum('SIP','PJSIP','Zap','IAX2','EXTERNAL') NULL DEFAULT 'SIP',
  `local_gmt` varchar(6) NULL DEFAULT '-5.00',
  `ASTmgrUSERNAME` varchar(20) NULL DEFAULT 'cron',
  `ASTmgrSECRET` varchar(20) NULL DEFAULT '1234',
  `login_user` varchar(20) NULL DEFAULT NULL,
  `login_pass` varchar(100) NULL DEFAULT NULL,
  `login_campaign` varchar(10) NULL DEFAULT NULL,
  `park_on_extension` varchar(10) NULL DEFAULT '8301',
  `conf_on_extension` varchar(10) NULL DEFAULT '8302',
  `VICIDIAL_park_on_extension` varchar(10) NULL DEFAULT '8301',
  `VICIDIAL_park_on_filename` varchar(10) NULL DEFAULT 'park',
  `monitor_prefix` varchar(10) NULL DEFAULT '8612',
  `recording_exten` varchar(10) NULL DEFAULT '8309',
  `voicemail_exten` varchar(10) NULL DEFAULT '8501',
  `voicemail_dump_exten` varchar(20) NULL DEFAULT '85026666666666',
  `ext_context` varchar(20) NULL DEFAULT 'default',
  `dtmf_send_extension` varchar(100) NULL DEFAULT 'local/8500998@default',
  `call_out_number_group` varchar(100) NULL DEFAULT 'Zap/g2/',
  `client_browser` varchar(100) NULL DEFAULT '/usr/bin/mozilla',
  `install_directory` varchar(100) NULL DEFAULT '/usr/local/perl_TK',
  `local_web_callerID_URL` varchar(255) NULL DEFAULT 'http://www.vicidial.org/test_callerid_output.php',
  `VICIDIAL_web_URL` varchar(255) NULL DEFAULT 'http://www.vicidial.org/test_VICIDIAL_output.php',
  `AGI_call_logging_enabled` enum('0','1') NULL DEFAULT '1',
  `user_switching_enabled` enum('0','1') NULL DEFAULT '1',
  `conferencing_enabled` enum('0','1') NULL DEFAULT '1',
  `admin_hangup_enabled` enum('0','1') NULL DEFAULT '0',
  `admin_hijack_enabled` enum('0','1') NULL DEFAULT '0',
  `admin_monitor_enabled` enum('0','1') NULL DEFAULT '1',
  `call_parking_enabled` enum('0','1') NULL DEFAULT '1',
  `updater_check_enabled` enum('0','1') NULL DEFAULT '1',
  `AFLogging_enabled` enum('0','1') NULL DEFAULT '1',
  `QUEUE_ACTION_enabled` enum('0','1') NULL DEFAULT '1',
  `CallerID_popup_enabled` enum('0','1') NULL DEFAULT '1',
  `voicemail_button_enabled` enum('0','1') NULL DEFAULT '1',
  `enable_fast_refresh` enum('0','1') NULL DEFAULT '0',
  `fast_refresh_rate` int(5) NULL DEFAULT 1000,
  `enable_persistant_mysql` enum('0','1') NULL DEFAULT '0',
  `auto_dial_next_number` enum('0','1') NULL DEFAULT '1',
  `VDstop_rec_after_each_call` enum('0','1') NULL DEFAULT '1',
  `DBX_server` varchar(15) NULL DEFAULT NULL,
  `DBX_database` varchar(15) NULL DEFAULT 'asterisk',
  `DBX_user` varchar(15) NULL DEFAULT 'cron',
  `DBX_pass` varchar(15) NULL DEFAULT '1234',
  `DBX_port` int(6) NULL DEFAULT 3306,
  `DBY_server` varchar(15) NULL DEFAULT NULL,
  `DBY_database` varchar(15) NULL DEFAULT 'asterisk',
  `DBY_user` varchar(15) NULL DEFAULT 'cron',
  `DBY_pass` varchar(15) NULL DEFAULT '1234',
  `DBY_port` int(6) NULL DEFAULT 3306,
  `outbound_cid` varchar(20) NULL DEFAULT NULL,
  `enable_sipsak_messages` enum('0','1') NULL DEFAULT '0',
  `email` varchar(100) NULL DEFAULT NULL,
  `template_id` varchar(15) NOT NULL,
  `conf_override` text NULL DEFAULT NULL,
  `phone_context` varchar(20) NULL DEFAULT 'default',
  `phone_ring_timeout` smallint(3) NULL DEFAULT 60,
  `conf_secret` varchar(100) NULL DEFAULT 'test',
  `delete_vm_after_email` enum('N','Y') NULL DEFAULT 'N',
  `is_webphone` enum('Y','N','Y_API_LAUNCH') NULL DEFAULT 'N',
  `use_external_server_ip` enum('Y','N') NULL DEFAULT 'N',
  `codecs_list` varchar(100) NULL DEFAULT '',
  `codecs_with_template` enum('0','1') NULL DEFAULT '0',
  `webphone_dialpad` enum('Y','N','TOGGLE','TOGGLE_OFF') NULL DEFAULT 'Y',
  `on_hook_agent` enum('Y','N') NULL DEFAULT 'N',
  `webphone_auto_answer` enum('Y','N') NULL DEFAULT 'Y',
  `voicemail_timezone` varchar(30) NULL DEFAULT 'eastern',
  `voicemail_options` varchar(255) NULL DEFAULT '',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `voicemail_greeting` varchar(100) NULL DEFAULT '',
  `voicemail_dump_exten_no_inst` varchar(20) NULL DEFAULT '85026666666667',
  `voicemail_instructions` enum('Y','N') NULL DEFAULT 'Y',
  `on_login_report` enum('Y','N') NOT NULL DEFAULT 'N',
  `unavail_dialplan_fwd_exten` varchar(40) NULL DEFAULT '',
  `unavail_dialplan_fwd_context` varchar(100) NULL DEFAULT '',
  `nva_call_url` text NULL DEFAULT NULL,
  `nva_search_method` varchar(40) NULL DEFAULT 'NONE',
  `nva_error_filename` varchar(255) NULL DEFAULT '',
  `nva_new_list_id` bigint(14) unsigned NULL DEFAULT 995,
  `nva_new_phone_code` varchar(10) NULL DEFAULT '1',
  `nva_new_status` varchar(6) NULL DEFAULT 'NVAINS',
  `webphone_dialbox` enum('Y','N') NULL DEFAULT 'Y',
  `webphone_mute` enum('Y','N') NULL DEFAULT 'Y',
  `webphone_volume` enum('Y','N') NULL DEFAULT 'Y',
  `webphone_debug` enum('Y','N') NULL DEFAULT 'N',
  `outbound_alt_cid` varchar(20) NULL DEFAULT '',
  `conf_qualify` enum('Y','N') NULL DEFAULT 'Y',
  `webphone_layout` varchar(255) NULL DEFAULT '',
  `mohsuggest` varchar(100) NULL DEFAULT '',
  `peer_status` enum('UNKNOWN','REGISTERED','UNREGISTERED','REACHABLE','LAGGED','UNREACHABLE') NOT NULL DEFAULT 'UNKNOWN',
  `ping_time` smallint(6) NULL DEFAULT NULL,
  `webphone_settings` varchar(40) NULL DEFAULT 'VICIPHONE_SETTINGS',
  KEY `dialplan_number` (`dialplan_number`),
  UNIQUE KEY `extenserver` (`extension`,`server_ip`),
  KEY `server_ip` (`server_ip`),
  KEY `voicemail_id` (`voicemail_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `phones_alias` (
  `alias_id` varchar(20) NOT NULL,
  `alias_name` varchar(50) NULL DEFAULT NULL,
  `logins_list` varchar(255) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  PRIMARY KEY (`alias_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `quality_control_checkpoint_log` (
  `qc_checkpoint_log_id` int(10) unsigned NOT NULL auto_increment,
  `qc_log_id` int(10) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `group_id` varchar(20) NULL DEFAULT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `qc_scorecard_id` varchar(20) NULL DEFAULT NULL,
  `checkpoint_row_id` int(10) unsigned NULL DEFAULT NULL,
  `checkpoint_text` text NULL DEFAULT NULL,
  `checkpoint_text_presets` text NULL DEFAULT NULL,
  `checkpoint_rank` tinyint(3) unsigned NULL DEFAULT NULL,
  `checkpoint_points` tinyint(3) unsigned NULL DEFAULT NULL,
  `instant_fail` enum('Y','N') NULL DEFAULT 'N',
  `instant_fail_value` enum('Y','N') NULL DEFAULT 'N',
  `checkpoint_points_earned` tinyint(5) unsigned NULL DEFAULT NULL,
  `qc_agent` varchar(20) NULL DEFAULT NULL,
  `checkpoint_comment_agent` text NULL DEFAULT NULL,
  PRIMARY KEY (`qc_checkpoint_log_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `quality_control_checkpoints` (
  `checkpoint_row_id` int(10) unsigned NOT NULL auto_increment,
  `qc_scorecard_id` varchar(20) NULL DEFAULT NULL,
  `checkpoint_text` text NULL DEFAULT NULL,
  `checkpoint_text_presets` text NULL DEFAULT NULL,
  `checkpoint_rank` int(3) unsigned NULL DEFAULT NULL,
  `checkpoint_points` tinyint(3) unsigned NULL DEFAULT NULL,
  `instant_fail` enum('Y','N') NULL DEFAULT 'N',
  `admin_notes` text NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT NULL,
  `campaign_ids` text NULL DEFAULT NULL,
  `ingroups` text NULL DEFAULT NULL,
  `list_ids` text NULL DEFAULT NULL,
  `create_date` datetime NULL DEFAULT NULL,
  `create_user` varchar(10) NULL DEFAULT NULL,
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `modify_user` varchar(10) NULL DEFAULT NULL,
  PRIMARY KEY (`checkpoint_row_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `quality_control_queue` (
  `qc_log_id` int(10) unsigned NOT NULL auto_increment,
  `qc_display_method` enum('CALL','LEAD') NULL DEFAULT 'CALL',
  `lead_id` int(10) unsigned NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `agent_log_id` int(9) unsigned NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `group_id` varchar(20) NULL DEFAULT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `scorecard_source` enum('CAMPAIGN','INGROUP','LIST') NULL DEFAULT 'CAMPAIGN',
  `qc_web_form_address` varchar(255) NULL DEFAULT NULL,
  `vicidial_id` varchar(20) NULL DEFAULT NULL,
  `recording_id` int(10) unsigned NULL DEFAULT NULL,
  `qc_scorecard_id` varchar(20) NULL DEFAULT NULL,
  `qc_agent` varchar(20) NULL DEFAULT NULL,
  `qc_user_group` varchar(20) NULL DEFAULT NULL,
  `qc_status` varchar(20) NULL DEFAULT NULL,
  `date_modified` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `date_claimed` datetime NULL DEFAULT NULL,
  `date_completed` datetime NULL DEFAULT NULL,
  PRIMARY KEY (`qc_log_id`),
  UNIQUE KEY `quality_control_queue_agent_log_id_key` (`agent_log_id`),
  KEY `quality_control_queue_lead_id_key` (`lead_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `quality_control_scorecards` (
  `qc_scorecard_id` varchar(20) NOT NULL,
  `scorecard_name` varchar(255) NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT 'Y',
  `passing_score` smallint(5) unsigned NULL DEFAULT 0,
  `last_modified` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`qc_scorecard_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `recording_log` (
  `recording_id` int(10) unsigned NOT NULL auto_increment,
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `start_time` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `end_time` datetime NULL DEFAULT NULL,
  `end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `length_in_sec` mediumint(8) unsigned NULL DEFAULT NULL,
  `length_in_min` double(8,2) NULL DEFAULT NULL,
  `filename` varchar(100) NULL DEFAULT NULL,
  `location` varchar(255) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `vicidial_id` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`recording_id`),
  KEY `filename` (`filename`),
  KEY `lead_id` (`lead_id`),
  KEY `user` (`user`),
  KEY `vicidial_id` (`vicidial_id`)
) ENGINE=MyISAM AUTO_INCREMENT=5003 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `recording_log_archive` (
  `recording_id` int(10) unsigned NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `start_time` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `end_time` datetime NULL DEFAULT NULL,
  `end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `length_in_sec` mediumint(8) unsigned NULL DEFAULT NULL,
  `length_in_min` double(8,2) NULL DEFAULT NULL,
  `filename` varchar(100) NULL DEFAULT NULL,
  `location` varchar(255) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `vicidial_id` varchar(20) NULL DEFAULT NULL,
  KEY `filename` (`filename`),
  KEY `lead_id` (`lead_id`),
  UNIQUE KEY `recording_id` (`recording_id`),
  KEY `user` (`user`),
  KEY `vicidial_id` (`vicidial_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `recording_log_deletion_queue` (
  `recording_id` int(9) unsigned NOT NULL,
  `lead_id` int(10) unsigned NULL DEFAULT NULL,
  `filename` varchar(100) NULL DEFAULT NULL,
  `location` varchar(255) NULL DEFAULT NULL,
  `date_queued` datetime NULL DEFAULT NULL,
  `date_deleted` datetime NULL DEFAULT NULL,
  PRIMARY KEY (`recording_id`),
  KEY `date_deleted` (`date_deleted`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `recording_log_stereo` (
  `recording_id` int(10) unsigned NOT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `start_time` datetime NULL DEFAULT NULL,
  `end_time` datetime NULL DEFAULT NULL,
  `length_in_sec` mediumint(8) unsigned NULL DEFAULT NULL,
  `filename` varchar(100) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `options` varchar(100) NULL DEFAULT NULL,
  `processing_log` text NULL DEFAULT NULL,
  PRIMARY KEY (`recording_id`),
  KEY `filename` (`filename`),
  KEY `lead_id` (`lead_id`),
  KEY `start_time` (`start_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `routing_initiated_recordings` (
  `recording_id` int(10) unsigned NOT NULL,
  `filename` varchar(100) NULL DEFAULT NULL,
  `launch_time` datetime NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `vicidial_id` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `processed` tinyint(1) NULL DEFAULT 0,
  PRIMARY KEY (`recording_id`),
  KEY `lead_id` (`lead_id`),
  KEY `processed` (`processed`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `server_live_drives` (
  `update_time` datetime NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `drive_order` tinyint(3) unsigned NULL DEFAULT 0,
  `drive_device` varchar(100) NULL DEFAULT '',
  `read_sec` decimal(8,2) NULL DEFAULT 0.00,
  `write_sec` decimal(8,2) NULL DEFAULT 0.00,
  `kb_read_sec` decimal(12,2) NULL DEFAULT 0.00,
  `kb_write_sec` decimal(12,2) NULL DEFAULT 0.00,
  `util_pct` decimal(7,2) NULL DEFAULT 0.00,
  UNIQUE KEY `livedrives` (`server_ip`,`drive_device`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `server_live_partitions` (
  `update_time` datetime NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `partition_order` tinyint(3) unsigned NULL DEFAULT 0,
  `partition_path` varchar(100) NULL DEFAULT '',
  `partition_filesystem` varchar(100) NULL DEFAULT '',
  `use_pct` tinyint(3) unsigned NULL DEFAULT 0,
  `mb_used` bigint(14) NULL DEFAULT 0,
  `mb_available` bigint(14) NULL DEFAULT 0,
  UNIQUE KEY `livepartitions` (`server_ip`,`partition_path`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `server_live_stats` (
  `update_time` datetime NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `server_name` varchar(100) NOT NULL,
  `cpu_count` smallint(5) unsigned NULL DEFAULT 0,
  `loadavg_1` decimal(8,2) NULL DEFAULT 0.00,
  `loadavg_5` decimal(8,2) NULL DEFAULT 0.00,
  `loadavg_15` decimal(8,2) NULL DEFAULT 0.00,
  `freeram` int(9) NULL DEFAULT 0,
  `usedram` int(9) NULL DEFAULT 0,
  `processes` smallint(4) NULL DEFAULT 0,
  `system_uptime` varchar(255) NULL DEFAULT '',
  `cpu_user_percent` decimal(6,2) NULL DEFAULT 0.00,
  `cpu_sys_percent` decimal(6,2) NULL DEFAULT 0.00,
  `cpu_idle_percent` decimal(6,2) NULL DEFAULT 0.00,
  `cpu_iowait_percent` decimal(6,2) NULL DEFAULT 0.00,
  `cpu_vm_percent` decimal(6,2) NULL DEFAULT 0.00,
  `disk_reads` int(9) unsigned NULL DEFAULT 0,
  `disk_writes` int(9) unsigned NULL DEFAULT 0,
  `asterisk_channels_total` smallint(4) unsigned NULL DEFAULT 0,
  `asterisk_agents_total` smallint(4) unsigned NULL DEFAULT 0,
  `mysql_uptime` varchar(20) NULL DEFAULT '0',
  `mysql_queries_per_second` int(9) unsigned NULL DEFAULT 0,
  `mysql_connections` mediumint(7) unsigned NULL DEFAULT 0,
  UNIQUE KEY `liveservers` (`server_ip`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `server_performance` (
  `start_time` datetime NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `sysload` int(6) NOT NULL,
  `freeram` smallint(5) unsigned NOT NULL,
  `usedram` smallint(5) unsigned NOT NULL,
  `processes` smallint(4) unsigned NOT NULL,
  `channels_total` smallint(4) unsigned NOT NULL,
  `trunks_total` smallint(4) unsigned NOT NULL,
  `clients_total` smallint(4) unsigned NOT NULL,
  `clients_zap` smallint(4) unsigned NOT NULL,
  `clients_iax` smallint(4) unsigned NOT NULL,
  `clients_local` smallint(4) unsigned NOT NULL,
  `clients_sip` smallint(4) unsigned NOT NULL,
  `live_recordings` smallint(4) unsigned NOT NULL,
  `cpu_user_percent` smallint(3) unsigned NOT NULL DEFAULT 0,
  `cpu_system_percent` smallint(3) unsigned NOT NULL DEFAULT 0,
  `cpu_idle_percent` smallint(3) unsigned NOT NULL DEFAULT 0,
  `disk_reads` mediumint(7) NULL DEFAULT NULL,
  `disk_writes` mediumint(7) NULL DEFAULT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `server_updater` (
  `server_ip` varchar(15) NOT NULL,
  `last_update` datetime NULL DEFAULT NULL,
  `db_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  UNIQUE KEY `serverip` (`server_ip`)
) ENGINE=MEMORY DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `servers` (
  `server_id` varchar(10) NOT NULL,
  `server_description` varchar(255) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `active` enum('Y','N') NULL DEFAULT NULL,
  `asterisk_version` varchar(20) NULL DEFAULT '1.4.21.2',
  `max_vicidial_trunks` smallint(4) NULL DEFAULT 23,
  `telnet_host` varchar(20) NOT NULL DEFAULT 'localhost',
  `telnet_port` int(5) NOT NULL DEFAULT 5038,
  `ASTmgrUSERNAME` varchar(20) NOT NULL DEFAULT 'cron',
  `ASTmgrSECRET` varchar(20) NOT NULL DEFAULT '1234',
  `ASTmgrUSERNAMEupdate` varchar(20) NOT NULL DEFAULT 'updatecron',
  `ASTmgrUSERNAMElisten` varchar(20) NOT NULL DEFAULT 'listencron',
  `ASTmgrUSERNAMEsend` varchar(20) NOT NULL DEFAULT 'sendcron',
  `local_gmt` varchar(6) NULL DEFAULT '-5.00',
  `voicemail_dump_exten` varchar(20) NOT NULL DEFAULT '85026666666666',
  `answer_transfer_agent` varchar(20) NOT NULL DEFAULT '8365',
  `ext_context` varchar(20) NOT NULL DEFAULT 'default',
  `sys_perf_log` enum('Y','N') NULL DEFAULT 'N',
  `vd_server_logs` enum('Y','N') NULL DEFAULT 'Y',
  `agi_output` enum('NONE','STDERR','FILE','BOTH') NULL DEFAULT 'FILE',
  `vicidial_balance_active` enum('Y','N') NULL DEFAULT 'N',
  `balance_trunks_offlimits` smallint(5) unsigned NULL DEFAULT 0,
  `recording_web_link` enum('SERVER_IP','ALT_IP','EXTERNAL_IP') NULL DEFAULT 'SERVER_IP',
  `alt_server_ip` varchar(100) NULL DEFAULT '',
  `active_asterisk_server` enum('Y','N') NULL DEFAULT 'Y',
  `generate_vicidial_conf` enum('Y','N') NULL DEFAULT 'Y',
  `rebuild_conf_files` enum('Y','N') NULL DEFAULT 'Y',
  `outbound_calls_per_second` smallint(3) unsigned NULL DEFAULT 5,
  `sysload` int(6) NOT NULL DEFAULT 0,
  `channels_total` smallint(4) unsigned NOT NULL DEFAULT 0,
  `cpu_idle_percent` smallint(3) unsigned NOT NULL DEFAULT 0,
  `disk_usage` varchar(255) NULL DEFAULT '1',
  `sounds_update` enum('Y','N') NULL DEFAULT 'N',
  `vicidial_recording_limit` mediumint(8) NULL DEFAULT 60,
  `carrier_logging_active` enum('Y','N') NULL DEFAULT 'Y',
  `vicidial_balance_rank` tinyint(3) unsigned NULL DEFAULT 0,
  `rebuild_music_on_hold` enum('Y','N') NULL DEFAULT 'Y',
  `active_agent_login_server` enum('Y','N') NULL DEFAULT 'Y',
  `conf_secret` varchar(100) NULL DEFAULT 'test',
  `external_server_ip` varchar(100) NULL DEFAULT '',
  `custom_dialplan_entry` text NULL DEFAULT NULL,
  `active_twin_server_ip` varchar(15) NULL DEFAULT '',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `audio_store_purge` text NULL DEFAULT NULL,
  `svn_revision` int(9) NULL DEFAULT 0,
  `svn_info` text NULL DEFAULT NULL,
  `system_uptime` varchar(255) NULL DEFAULT '',
  `auto_restart_asterisk` enum('Y','N') NULL DEFAULT 'N',
  `asterisk_temp_no_restart` enum('Y','N') NULL DEFAULT 'N',
  `voicemail_dump_exten_no_inst` varchar(20) NULL DEFAULT '85026666666667',
  `gather_asterisk_output` enum('Y','N') NULL DEFAULT 'N',
  `web_socket_url` varchar(255) NULL DEFAULT '',
  `conf_qualify` enum('Y','N') NULL DEFAULT 'Y',
  `routing_prefix` varchar(10) NULL DEFAULT '13',
  `external_web_socket_url` varchar(255) NULL DEFAULT '',
  `conf_engine` enum('MEETME','CONFBRIDGE') NULL DEFAULT 'MEETME',
  `conf_update_interval` smallint(6) NOT NULL DEFAULT 60,
  `ara_url` text NULL DEFAULT NULL,
  UNIQUE KEY `server_id` (`server_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `system_settings` (
  `version` varchar(50) NULL DEFAULT NULL,
  `install_date` varchar(50) NULL DEFAULT NULL,
  `use_non_latin` enum('0','1') NULL DEFAULT '0',
  `webroot_writable` enum('0','1') NULL DEFAULT '1',
  `enable_queuemetrics_logging` enum('0','1') NULL DEFAULT '0',
  `queuemetrics_server_ip` varchar(15) NULL DEFAULT NULL,
  `queuemetrics_dbname` varchar(50) NULL DEFAULT NULL,
  `queuemetrics_login` varchar(50) NULL DEFAULT NULL,
  `queuemetrics_pass` varchar(50) NULL DEFAULT NULL,
  `queuemetrics_url` varchar(255) NULL DEFAULT NULL,
  `queuemetrics_log_id` varchar(10) NULL DEFAULT 'VIC',
  `queuemetrics_eq_prepend` varchar(255) NULL DEFAULT 'NONE',
  `vicidial_agent_disable` enum('NOT_ACTIVE','LIVE_AGENT','EXTERNAL','ALL') NULL DEFAULT 'ALL',
  `allow_sipsak_messages` enum('0','1') NULL DEFAULT '0',
  `admin_home_url` varchar(255) NULL DEFAULT '../vicidial/welcome.php',
  `enable_agc_xfer_log` enum('0','1') NULL DEFAULT '0',
  `db_schema_version` int(8) unsigned NULL DEFAULT 0,
  `auto_user_add_value` int(9) unsigned NULL DEFAULT 101,
  `timeclock_end_of_day` varchar(4) NULL DEFAULT '0000',
  `timeclock_last_reset_date` date NULL DEFAULT NULL,
  `vdc_header_date_format` varchar(50) NULL DEFAULT 'MS_DASH_24HR  2008-06-24 23:59:59',
  `vdc_customer_date_format` varchar(50) NULL DEFAULT 'AL_TEXT_AMPM  OCT 24, 2008 11:59:59 PM',
  `vdc_header_phone_format` varchar(50) NULL DEFAULT 'US_PARN (000)000-0000',
  `vdc_agent_api_active` enum('0','1') NULL DEFAULT '0',
  `qc_last_pull_time` datetime NULL DEFAULT NULL,
  `enable_vtiger_integration` enum('0','1') NULL DEFAULT '0',
  `vtiger_server_ip` varchar(15) NULL DEFAULT NULL,
  `vtiger_dbname` varchar(50) NULL DEFAULT NULL,
  `vtiger_login` varchar(50) NULL DEFAULT NULL,
  `vtiger_pass` varchar(50) NULL DEFAULT NULL,
  `vtiger_url` varchar(255) NULL DEFAULT NULL,
  `qc_features_active` enum('1','0') NULL DEFAULT '0',
  `outbound_autodial_active` enum('1','0') NULL DEFAULT '1',
  `outbound_calls_per_second` smallint(3) unsigned NULL DEFAULT 10,
  `enable_tts_integration` enum('0','1') NULL DEFAULT '0',
  `agentonly_callback_campaign_lock` enum('0','1') NULL DEFAULT '1',
  `sounds_central_control_active` enum('0','1') NULL DEFAULT '0',
  `sounds_web_server` varchar(50) NULL DEFAULT '127.0.0.1',
  `sounds_web_directory` varchar(255) NULL DEFAULT '',
  `active_voicemail_server` varchar(15) NULL DEFAULT '',
  `auto_dial_limit` varchar(5) NULL DEFAULT '4',
  `user_territories_active` enum('0','1') NULL DEFAULT '0',
  `allow_custom_dialplan` enum('0','1') NULL DEFAULT '1',
  `db_schema_update_date` datetime NULL DEFAULT NULL,
  `enable_second_webform` enum('0','1') NULL DEFAULT '1',
  `default_webphone` enum('1','0') NULL DEFAULT '0',
  `default_external_server_ip` enum('1','0') NULL DEFAULT '0',
  `webphone_url` varchar(255) NULL DEFAULT '',
  `static_agent_url` varchar(255) NULL DEFAULT '',
  `default_phone_code` varchar(8) NULL DEFAULT '1',
  `enable_agc_dispo_log` enum('0','1') NULL DEFAULT '0',
  `custom_dialplan_entry` text NULL DEFAULT NULL,
  `queuemetrics_loginout` enum('STANDARD','CALLBACK','NONE') NULL DEFAULT 'STANDARD',
  `callcard_enabled` enum('1','0') NULL DEFAULT '0',
  `queuemetrics_callstatus` enum('0','1') NULL DEFAULT '1',
  `default_codecs` varchar(100) NULL DEFAULT '',
  `custom_fields_enabled` enum('0','1') NULL DEFAULT '0',
  `admin_web_directory` varchar(255) NULL DEFAULT 'vicidial',
  `label_title` varchar(60) NULL DEFAULT '',
  `label_first_name` varchar(60) NULL DEFAULT '',
  `label_middle_initial` varchar(60) NULL DEFAULT '',
  `label_last_name` varchar(60) NULL DEFAULT '',
  `label_address1` varchar(60) NULL DEFAULT '',
  `label_address2` varchar(60) NULL DEFAULT '',
  `label_address3` varchar(60) NULL DEFAULT '',
  `label_city` varchar(60) NULL DEFAULT '',
  `label_state` varchar(60) NULL DEFAULT '',
  `label_province` varchar(60) NULL DEFAULT '',
  `label_postal_code` varchar(60) NULL DEFAULT '',
  `label_vendor_lead_code` varchar(60) NULL DEFAULT '',
  `label_gender` varchar(60) NULL DEFAULT '',
  `label_phone_number` varchar(60) NULL DEFAULT '',
  `label_phone_code` varchar(60) NULL DEFAULT '',
  `label_alt_phone` varchar(60) NULL DEFAULT '',
  `label_security_phrase` varchar(60) NULL DEFAULT '',
  `label_email` varchar(60) NULL DEFAULT '',
  `label_comments` varchar(60) NULL DEFAULT '',
  `slave_db_server` varchar(50) NULL DEFAULT '',
  `reports_use_slave_db` varchar(4000) NULL DEFAULT '',
  `webphone_systemkey` varchar(100) NULL DEFAULT '',
  `first_login_trigger` enum('Y','N') NULL DEFAULT 'N',
  `hosted_settings` varchar(100) NULL DEFAULT '',
  `default_phone_registration_password` varchar(100) NULL DEFAULT 'test',
  `default_phone_login_password` varchar(100) NULL DEFAULT 'test',
  `default_server_password` varchar(100) NULL DEFAULT 'test',
  `admin_modify_refresh` smallint(5) unsigned NULL DEFAULT 0,
  `nocache_admin` enum('0','1') NULL DEFAULT '1',
  `generate_cross_server_exten` enum('0','1') NULL DEFAULT '0',
  `queuemetrics_addmember_enabled` enum('0','1') NULL DEFAULT '0',
  `queuemetrics_dispo_pause` varchar(6) NULL DEFAULT '',
  `label_hide_field_logs` varchar(6) NULL DEFAULT 'Y',
  `queuemetrics_pe_phone_append` enum('0','1') NULL DEFAULT '0',
  `test_campaign_calls` enum('0','1') NULL DEFAULT '0',
  `agents_calls_reset` enum('0','1') NULL DEFAULT '1',
  `voicemail_timezones` text NULL DEFAULT NULL,
  `default_voicemail_timezone` varchar(30) NULL DEFAULT 'eastern',
  `default_local_gmt` varchar(6) NULL DEFAULT '-5.00',
  `noanswer_log` enum('Y','N') NULL DEFAULT 'N',
  `alt_log_server_ip` varchar(50) NULL DEFAULT '',
  `alt_log_dbname` varchar(50) NULL DEFAULT '',
  `alt_log_login` varchar(50) NULL DEFAULT '',
  `alt_log_pass` varchar(50) NULL DEFAULT '',
  `tables_use_alt_log_db` varchar(2000) NULL DEFAULT '',
  `did_agent_log` enum('Y','N') NULL DEFAULT 'N',
  `campaign_cid_areacodes_enabled` enum('0','1') NULL DEFAULT '1',
  `pllb_grouping_limit` smallint(5) NULL DEFAULT 100,
  `did_ra_extensions_enabled` enum('0','1') NULL DEFAULT '0',
  `expanded_list_stats` enum('0','1') NULL DEFAULT '1',
  `contacts_enabled` enum('0','1') NULL DEFAULT '0',
  `svn_version` varchar(100) NULL DEFAULT '',
  `call_menu_qualify_enabled` enum('0','1') NULL DEFAULT '0',
  `admin_list_counts` enum('0','1') NULL DEFAULT '1',
  `allow_voicemail_greeting` enum('0','1') NULL DEFAULT '0',
  `audio_store_purge` text NULL DEFAULT NULL,
  `svn_revision` int(9) NULL DEFAULT 0,
  `queuemetrics_socket` varchar(20) NULL DEFAULT 'NONE',
  `queuemetrics_socket_url` text NULL DEFAULT NULL,
  `enhanced_disconnect_logging` enum('0','1','2','3','4','5','6') NULL DEFAULT '0',
  `allow_emails` enum('0','1') NULL DEFAULT '0',
  `level_8_disable_add` enum('0','1') NULL DEFAULT '0',
  `pass_hash_enabled` enum('0','1') NULL DEFAULT '0',
  `pass_key` varchar(100) NULL DEFAULT '',
  `pass_cost` tinyint(2) unsigned NULL DEFAULT 2,
  `disable_auto_dial` enum('0','1') NULL DEFAULT '0',
  `queuemetrics_record_hold` enum('0','1') NULL DEFAULT '0',
  `country_code_list_stats` enum('0','1') NULL DEFAULT '0',
  `reload_timestamp` datetime NULL DEFAULT NULL,
  `queuemetrics_pause_type` enum('0','1') NULL DEFAULT '0',
  `frozen_server_call_clear` enum('0','1') NULL DEFAULT '0',
  `callback_time_24hour` enum('0','1') NULL DEFAULT '0',
  `active_modules` text NULL DEFAULT NULL,
  `allow_chats` enum('0','1') NULL DEFAULT '0',
  `enable_languages` enum('0','1') NULL DEFAULT '0',
  `language_method` varchar(20) NULL DEFAULT 'DISABLED',
  `meetme_enter_login_filename` varchar(255) NULL DEFAULT '',
  `meetme_enter_leave3way_filename` varchar(255) NULL DEFAULT '',
  `enable_did_entry_list_id` enum('0','1') NULL DEFAULT '0',
  `enable_third_webform` enum('0','1') NULL DEFAULT '0',
  `chat_url` varchar(255) NULL DEFAULT NULL,
  `chat_timeout` int(3) unsigned NULL DEFAULT NULL,
  `agent_debug_logging` varchar(20) NULL DEFAULT '0',
  `default_language` varchar(100) NULL DEFAULT 'default English',
  `agent_whisper_enabled` enum('0','1') NULL DEFAULT '0',
  `user_hide_realtime_enabled` enum('0','1') NULL DEFAULT '0',
  `custom_reports_use_slave_db` varchar(2000) NULL DEFAULT '',
  `usacan_phone_dialcode_fix` enum('0','1') NULL DEFAULT '0',
  `cache_carrier_stats_realtime` enum('0','1') NULL DEFAULT '0',
  `oldest_logs_date` datetime NULL DEFAULT NULL,
  `log_recording_access` enum('0','1') NULL DEFAULT '0',
  `report_default_format` enum('TEXT','HTML') NULL DEFAULT 'TEXT',
  `alt_ivr_logging` enum('0','1') NULL DEFAULT '0',
  `admin_row_click` enum('0','1') NULL DEFAULT '1',
  `admin_screen_colors` varchar(20) NULL DEFAULT 'default',
  `ofcom_uk_drop_calc` enum('1','0') NULL DEFAULT '0',
  `agent_screen_colors` varchar(20) NULL DEFAULT 'default',
  `script_remove_js` enum('1','0','2','3','4','5','6') NULL DEFAULT '1',
  `manual_auto_next` enum('1','0') NULL DEFAULT '0',
  `user_new_lead_limit` enum('1','0') NULL DEFAULT '0',
  `agent_xfer_park_3way` enum('1','0') NULL DEFAULT '0',
  `rec_prompt_count` int(9) unsigned NULL DEFAULT 0,
  `agent_soundboards` enum('1','0') NULL DEFAULT '0',
  `web_loader_phone_length` varchar(10) NULL DEFAULT 'DISABLED',
  `agent_script` varchar(50) NULL DEFAULT 'vicidial.php',
  `vdad_debug_logging` enum('1','0') NULL DEFAULT '0',
  `agent_chat_screen_colors` varchar(20) NULL DEFAULT 'default',
  `enable_auto_reports` enum('1','0') NULL DEFAULT '0',
  `enable_pause_code_limits` enum('1','0') NULL DEFAULT '0',
  `enable_drop_lists` enum('0','1','2') NULL DEFAULT '0',
  `allow_ip_lists` enum('0','1','2') NULL DEFAULT '0',
  `system_ip_blacklist` varchar(30) NULL DEFAULT '',
  `agent_push_events` enum('0','1') NULL DEFAULT '0',
  `agent_push_url` text NULL DEFAULT NULL,
  `hide_inactive_lists` enum('0','1') NULL DEFAULT '0',
  `allow_manage_active_lists` enum('0','1') NULL DEFAULT '0',
  `expired_lists_inactive` enum('0','1') NULL DEFAULT '0',
  `did_system_filter` enum('0','1') NULL DEFAULT '0',
  `anyone_callback_inactive_lists` enum('default','NO_ADD_TO_HOPPER','KEEP_IN_HOPPER') NULL DEFAULT 'default',
  `enable_gdpr_download_deletion` enum('0','1','2') NULL DEFAULT '0',
  `source_id_display` enum('0','1') NULL DEFAULT '0',
  `help_modification_date` varchar(20) NULL DEFAULT '0',
  `agent_logout_link` enum('0','1','2','3','4') NULL DEFAULT '1',
  `manual_dial_validation` enum('0','1','2','3','4') NULL DEFAULT '0',
  `mute_recordings` enum('1','0') NULL DEFAULT '0',
  `user_admin_redirect` enum('1','0') NULL DEFAULT '0',
  `list_status_modification_confirmation` enum('1','0') NULL DEFAULT '0',
  `sip_event_logging` enum('0','1','2','3','4','5','6','7') NULL DEFAULT '0',
  `call_quota_lead_ranking` enum('0','1','2') NULL DEFAULT '0',
  `enable_second_script` enum('0','1') NULL DEFAULT '0',
  `enable_first_webform` enum('0','1') NULL DEFAULT '1',
  `recording_buttons` varchar(30) NULL DEFAULT 'START_STOP',
  `opensips_cid_name` enum('0','1') NULL DEFAULT '0',
  `require_password_length` tinyint(3) unsigned NULL DEFAULT 0,
  `user_account_emails` enum('DISABLED','SEND_NO_PASS','SEND_WITH_PASS') NULL DEFAULT 'DISABLED',
  `outbound_cid_any` enum('DISABLED','API_ONLY') NULL DEFAULT 'DISABLED',
  `entries_per_page` smallint(5) unsigned NULL DEFAULT 0,
  `browser_call_alerts` enum('0','1','2') NULL DEFAULT '0',
  `queuemetrics_pausereason` enum('STANDARD','EVERY_NEW','EVERY_NEW_ADMINCALL','EVERY_NEW_ALLCALL') NULL DEFAULT 'STANDARD',
  `inbound_answer_config` enum('0','1','2','3','4','5') NULL DEFAULT '0',
  `enable_international_dncs` enum('0','1') NULL DEFAULT '0',
  `web_loader_phone_strip` varchar(10) NULL DEFAULT 'DISABLED',
  `manual_dial_phone_strip` varchar(10) NULL DEFAULT 'DISABLED',
  `daily_call_count_limit` enum('0','1') NULL DEFAULT '0',
  `allow_shared_dial` enum('0','1','2','3','4','5','6') NULL DEFAULT '0',
  `agent_search_method` enum('0','1','2','3','4','5','6') NULL DEFAULT '0',
  `phone_defaults_container` varchar(40) NULL DEFAULT '---DISABLED---',
  `qc_claim_limit` tinyint(3) unsigned NULL DEFAULT 3,
  `qc_expire_days` tinyint(3) unsigned NULL DEFAULT 3,
  `two_factor_auth_hours` smallint(5) NULL DEFAULT 0,
  `two_factor_container` varchar(40) NULL DEFAULT '---DISABLED---',
  `agent_hidden_sound` varchar(20) NULL DEFAULT 'click_quiet',
  `agent_hidden_sound_volume` tinyint(3) unsigned NULL DEFAULT 25,
  `agent_hidden_sound_seconds` tinyint(3) unsigned NULL DEFAULT 0,
  `agent_screen_timer` varchar(20) NULL DEFAULT 'setTimeout',
  `label_lead_id` varchar(60) NULL DEFAULT '',
  `label_list_id` varchar(60) NULL DEFAULT '',
  `label_entry_date` varchar(60) NULL DEFAULT '',
  `label_gmt_offset_now` varchar(60) NULL DEFAULT '',
  `label_source_id` varchar(60) NULL DEFAULT '',
  `label_called_since_last_reset` varchar(60) NULL DEFAULT '',
  `label_status` varchar(60) NULL DEFAULT '',
  `label_user` varchar(60) NULL DEFAULT '',
  `label_date_of_birth` varchar(60) NULL DEFAULT '',
  `label_country_code` varchar(60) NULL DEFAULT '',
  `label_last_local_call_time` varchar(60) NULL DEFAULT '',
  `label_called_count` varchar(60) NULL DEFAULT '',
  `label_rank` varchar(60) NULL DEFAULT '',
  `label_owner` varchar(60) NULL DEFAULT '',
  `label_entry_list_id` varchar(60) NULL DEFAULT '',
  `call_limit_24hour` enum('0','1') NULL DEFAULT '0',
  `call_limit_24hour_reset` datetime NULL DEFAULT '2000-01-01 00:00:01',
  `allowed_sip_stacks` enum('SIP','PJSIP','SIP_and_PJSIP') NULL DEFAULT 'SIP',
  `agent_hide_hangup` enum('1','0','2','3','4','5','6') NULL DEFAULT '0',
  `allow_web_debug` enum('0','1','2','3','4','5','6') NULL DEFAULT '0',
  `max_logged_in_agents` enum('0','1','2','3','4','5','6','7') NULL DEFAULT '0',
  `user_codes_admin` enum('0','1','2','3','4','5','6','7') NULL DEFAULT '0',
  `login_kickall` enum('0','1','2','3','4','5','6','7') NULL DEFAULT '0',
  `abandon_check_queue` enum('0','1','2','3','4','5','6','7') NULL DEFAULT '0',
  `agent_notifications` enum('0','1','2','3','4','5','6','7') NULL DEFAULT '0',
  `demographic_quotas` enum('0','1','2','3','4','5','6','7') NULL DEFAULT '0',
  `log_latency_gaps` enum('0','1','2','3','4','5','6','7') NULL DEFAULT '1',
  `inbound_credits` enum('0','1','2','3','4','5','6','7') NULL DEFAULT '0',
  `weekday_resets` enum('0','1','2','3','4','5','6','7') NULL DEFAULT '0',
  `two_factor_auth_agent_hours` smallint(5) NULL DEFAULT 0,
  `highest_lead_id` varchar(20) NULL DEFAULT '0',
  `hopper_hold_inserts` enum('0','1','2','3','4','5','6','7') NULL DEFAULT '0',
  `coldstorage_server_ip` varchar(50) NULL DEFAULT '',
  `coldstorage_dbname` varchar(50) NULL DEFAULT '',
  `coldstorage_login` varchar(50) NULL DEFAULT '',
  `coldstorage_pass` varchar(50) NULL DEFAULT '',
  `coldstorage_port` varchar(10) NULL DEFAULT '',
  `stereo_recording` enum('0','1','2','3','4','5','6') NULL DEFAULT '0',
  `enhanced_agent_monitoring` enum('0','1','2','3','4','5','6') NULL DEFAULT '0',
  `agent_hide_dial_fail` enum('0','1','2','3','4','5','6') NULL DEFAULT '0',
  `agent_man_dial_filter` varchar(20) NULL DEFAULT '',
  `agent_3way_dial_filter` varchar(20) NULL DEFAULT ''
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `twoday_call_log` (
  `uniqueid` varchar(20) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `channel_group` varchar(30) NULL DEFAULT NULL,
  `type` varchar(10) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `number_dialed` varchar(15) NULL DEFAULT NULL,
  `caller_code` varchar(20) NULL DEFAULT NULL,
  `start_time` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) NULL DEFAULT NULL,
  `end_time` datetime NULL DEFAULT NULL,
  `end_epoch` int(10) NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `length_in_min` double(8,2) NULL DEFAULT NULL,
  PRIMARY KEY (`uniqueid`),
  KEY `caller_code` (`caller_code`),
  KEY `channel` (`channel`),
  KEY `server_ip` (`server_ip`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `twoday_recording_log` (
  `recording_id` int(10) unsigned NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `start_time` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `end_time` datetime NULL DEFAULT NULL,
  `end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `length_in_sec` mediumint(8) unsigned NULL DEFAULT NULL,
  `length_in_min` double(8,2) NULL DEFAULT NULL,
  `filename` varchar(50) NULL DEFAULT NULL,
  `location` varchar(255) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `vicidial_id` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`recording_id`),
  KEY `filename` (`filename`),
  KEY `lead_id` (`lead_id`),
  KEY `user` (`user`),
  KEY `vicidial_id` (`vicidial_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `twoday_vicidial_agent_log` (
  `agent_log_id` int(9) unsigned NOT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `event_time` datetime NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `pause_epoch` int(10) unsigned NULL DEFAULT NULL,
  `pause_sec` smallint(5) unsigned NULL DEFAULT 0,
  `wait_epoch` int(10) unsigned NULL DEFAULT NULL,
  `wait_sec` smallint(5) unsigned NULL DEFAULT 0,
  `talk_epoch` int(10) unsigned NULL DEFAULT NULL,
  `talk_sec` smallint(5) unsigned NULL DEFAULT 0,
  `dispo_epoch` int(10) unsigned NULL DEFAULT NULL,
  `dispo_sec` smallint(5) unsigned NULL DEFAULT 0,
  `status` varchar(6) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `comments` varchar(20) NULL DEFAULT NULL,
  `sub_status` varchar(6) NULL DEFAULT NULL,
  `dead_epoch` int(10) unsigned NULL DEFAULT NULL,
  `dead_sec` smallint(5) unsigned NULL DEFAULT 0,
  `processed` enum('Y','N') NULL DEFAULT 'N',
  `uniqueid` varchar(20) NULL DEFAULT '',
  PRIMARY KEY (`agent_log_id`),
  KEY `event_time` (`event_time`),
  KEY `lead_id` (`lead_id`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `twoday_vicidial_closer_log` (
  `closecallid` int(9) unsigned NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `processed` enum('Y','N') NULL DEFAULT NULL,
  `queue_seconds` decimal(7,2) NULL DEFAULT 0.00,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `xfercallid` int(9) unsigned NULL DEFAULT NULL,
  `term_reason` enum('CALLER','AGENT','QUEUETIMEOUT','ABANDON','AFTERHOURS','HOLDRECALLXFER','HOLDTIME','NOAGENT','NONE','MAXCALLS','ACFILTER') NULL DEFAULT 'NONE',
  `uniqueid` varchar(20) NOT NULL DEFAULT '',
  `agent_only` varchar(20) NULL DEFAULT '',
  `queue_position` smallint(4) unsigned NULL DEFAULT 1,
  `called_count` smallint(5) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`closecallid`),
  KEY `call_date` (`call_date`),
  KEY `campaign_id` (`campaign_id`),
  KEY `lead_id` (`lead_id`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `twoday_vicidial_log` (
  `uniqueid` varchar(20) NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `processed` enum('Y','N') NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `term_reason` enum('CALLER','AGENT','QUEUETIMEOUT','ABANDON','AFTERHOURS','NONE','SYSTEM') NULL DEFAULT 'NONE',
  `alt_dial` varchar(6) NULL DEFAULT 'NONE',
  PRIMARY KEY (`uniqueid`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `twoday_vicidial_xfer_log` (
  `xfercallid` int(9) unsigned NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `closer` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`xfercallid`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `user_call_log` (
  `user_call_log_id` int(9) unsigned NOT NULL auto_increment,
  `user` varchar(20) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `call_type` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `phone_number` varchar(20) NULL DEFAULT NULL,
  `number_dialed` varchar(30) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `callerid` varchar(20) NULL DEFAULT NULL,
  `group_alias_id` varchar(30) NULL DEFAULT NULL,
  `preset_name` varchar(40) NULL DEFAULT '',
  `campaign_id` varchar(20) NULL DEFAULT '',
  `customer_hungup` enum('BEFORE_CALL','DURING_CALL','') NULL DEFAULT '',
  `customer_hungup_seconds` smallint(5) unsigned NULL DEFAULT 0,
  `xfer_hungup` varchar(20) NULL DEFAULT '',
  `xfer_hungup_datetime` datetime NULL DEFAULT NULL,
  PRIMARY KEY (`user_call_log_id`),
  KEY `call_date` (`call_date`),
  KEY `group_alias_id` (`group_alias_id`),
  KEY `user` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `user_call_log_archive` (
  `user_call_log_id` int(9) unsigned NOT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `call_type` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `phone_number` varchar(20) NULL DEFAULT NULL,
  `number_dialed` varchar(30) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `callerid` varchar(20) NULL DEFAULT NULL,
  `group_alias_id` varchar(30) NULL DEFAULT NULL,
  `preset_name` varchar(40) NULL DEFAULT '',
  `campaign_id` varchar(20) NULL DEFAULT '',
  `customer_hungup` enum('BEFORE_CALL','DURING_CALL','') NULL DEFAULT '',
  `customer_hungup_seconds` smallint(5) unsigned NULL DEFAULT 0,
  `xfer_hungup` varchar(20) NULL DEFAULT '',
  `xfer_hungup_datetime` datetime NULL DEFAULT NULL,
  PRIMARY KEY (`user_call_log_id`),
  KEY `call_date` (`call_date`),
  KEY `group_alias_id` (`group_alias_id`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `verm_custom_report_holder` (
  `custom_report_id` int(10) unsigned NOT NULL auto_increment,
  `user` varchar(20) NULL DEFAULT NULL,
  `report_name` varchar(100) NULL DEFAULT NULL,
  `report_parameters` text NULL DEFAULT NULL,
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`custom_report_id`),
  UNIQUE KEY `verm_custom_report_holder_pkey` (`user`,`report_name`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_3way_press_live` (
  `call_date` datetime(6) NULL DEFAULT NULL,
  `caller_code` varchar(30) NOT NULL,
  `call_3way_id` varchar(30) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `dialstring` varchar(28) NULL DEFAULT NULL,
  `outbound_cid` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `session_id` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `session_id_3way` varchar(20) NULL DEFAULT '',
  `status` varchar(40) NULL DEFAULT NULL,
  `call_channel` varchar(100) NULL DEFAULT '',
  `agent_heartbeat` datetime NULL DEFAULT NULL,
  KEY `caller_code` (`caller_code`),
  KEY `call_3way_id` (`call_3way_id`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_3way_press_log` (
  `call_date` datetime(6) NULL DEFAULT NULL,
  `caller_code` varchar(30) NOT NULL,
  `call_3way_id` varchar(30) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `dialstring` varchar(28) NULL DEFAULT NULL,
  `outbound_cid` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `session_id` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `session_id_3way` varchar(20) NULL DEFAULT '',
  `result` text NULL DEFAULT NULL,
  `call_channel` varchar(100) NULL DEFAULT '',
  `call_transfer` enum('N','Y') NULL DEFAULT 'N',
  KEY `caller_code` (`caller_code`),
  KEY `call_3way_id` (`call_3way_id`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`),
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_3way_press_log_archive` (
  `call_date` datetime(6) NULL DEFAULT NULL,
  `caller_code` varchar(30) NOT NULL,
  `call_3way_id` varchar(30) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `dialstring` varchar(28) NULL DEFAULT NULL,
  `outbound_cid` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `session_id` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `session_id_3way` varchar(20) NULL DEFAULT '',
  `result` text NULL DEFAULT NULL,
  `call_channel` varchar(100) NULL DEFAULT '',
  `call_transfer` enum('N','Y') NULL DEFAULT 'N',
  KEY `caller_code` (`caller_code`),
  KEY `call_3way_id` (`call_3way_id`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`),
  KEY `phone_number` (`phone_number`),
  UNIQUE KEY `vdpla` (`call_date`,`caller_code`,`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_3way_press_multi` (
  `user` varchar(20) NOT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `phone_numbers` varchar(255) NULL DEFAULT '',
  `phone_numbers_ct` tinyint(3) NULL DEFAULT 0,
  `status` varchar(40) NULL DEFAULT '',
  PRIMARY KEY (`user`),
  KEY `call_date` (`call_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_abandon_check_queue` (
  `abandon_check_id` int(10) unsigned NOT NULL auto_increment,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT '',
  `call_id` varchar(40) NULL DEFAULT '',
  `abandon_time` datetime NULL DEFAULT NULL,
  `dispo` varchar(6) NULL DEFAULT NULL,
  `check_status` enum('NEW','REJECT','QUEUE','PROCESSING','COMPLETE','CONNECTED','ARCHIVE') NULL DEFAULT 'NEW',
  `reject_reason` varchar(40) NULL DEFAULT '',
  `source` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`abandon_check_id`),
  KEY `abandon_time` (`abandon_time`),
  KEY `lead_id` (`lead_id`),
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_abandon_check_queue_archive` (
  `abandon_check_id` int(9) unsigned NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT '',
  `call_id` varchar(40) NULL DEFAULT '',
  `abandon_time` datetime NULL DEFAULT NULL,
  `dispo` varchar(6) NULL DEFAULT NULL,
  `check_status` enum('NEW','REJECT','QUEUE','PROCESSING','COMPLETE','CONNECTED','ARCHIVE') NULL DEFAULT 'NEW',
  `reject_reason` varchar(40) NULL DEFAULT '',
  `source` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`abandon_check_id`),
  KEY `abandon_time` (`abandon_time`),
  KEY `lead_id` (`lead_id`),
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_admin_log` (
  `admin_log_id` int(9) unsigned NOT NULL auto_increment,
  `event_date` datetime NOT NULL,
  `user` varchar(20) NOT NULL,
  `ip_address` varchar(15) NOT NULL,
  `event_section` varchar(30) NOT NULL,
  `event_type` enum('ADD','COPY','LOAD','RESET','MODIFY','DELETE','SEARCH','LOGIN','LOGOUT','CLEAR','OVERRIDE','EXPORT','OTHER') NULL DEFAULT 'OTHER',
  `record_id` varchar(50) NOT NULL,
  `event_code` varchar(255) NOT NULL,
  `event_sql` mediumtext NULL DEFAULT NULL,
  `event_notes` mediumtext NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  PRIMARY KEY (`admin_log_id`),
  KEY `event_section` (`event_section`),
  KEY `record_id` (`record_id`),
  KEY `user` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_dial_campaigns` (
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `group_id` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `validate_time` datetime NULL DEFAULT NULL,
  `dial_time` datetime NULL DEFAULT NULL,
  KEY `campaign_id` (`campaign_id`),
  KEY `user` (`user`),
  UNIQUE KEY `vadc_key` (`campaign_id`,`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_function_log` (
  `agent_function_log_id` int(9) unsigned NOT NULL auto_increment,
  `agent_log_id` int(9) unsigned NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `function` varchar(20) NULL DEFAULT NULL,
  `event_time` datetime NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `caller_code` varchar(30) NULL DEFAULT '',
  `comments` varchar(40) NULL DEFAULT '',
  `stage` varchar(40) NULL DEFAULT '',
  `uniqueid` varchar(20) NULL DEFAULT '',
  PRIMARY KEY (`agent_function_log_id`),
  KEY `caller_code` (`caller_code`),
  KEY `event_time` (`event_time`),
  KEY `lead_id` (`lead_id`),
  KEY `stage` (`stage`),
  KEY `user` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_function_log_archive` (
  `agent_function_log_id` int(9) unsigned NOT NULL,
  `agent_log_id` int(9) unsigned NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `function` varchar(20) NULL DEFAULT NULL,
  `event_time` datetime NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `caller_code` varchar(30) NULL DEFAULT '',
  `comments` varchar(40) NULL DEFAULT '',
  `stage` varchar(40) NULL DEFAULT '',
  `uniqueid` varchar(20) NULL DEFAULT '',
  PRIMARY KEY (`agent_function_log_id`),
  KEY `caller_code` (`caller_code`),
  KEY `event_time` (`event_time`),
  KEY `lead_id` (`lead_id`),
  KEY `stage` (`stage`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_latency_log` (
  `user` varchar(20) NOT NULL,
  `log_date` datetime NULL DEFAULT NULL,
  `latency` mediumint(7) NULL DEFAULT 0,
  `web_ip` varchar(45) NULL DEFAULT '',
  KEY `log_date` (`log_date`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_latency_log_archive` (
  `user` varchar(20) NOT NULL,
  `log_date` datetime NULL DEFAULT NULL,
  `latency` mediumint(7) NULL DEFAULT 0,
  `web_ip` varchar(45) NULL DEFAULT '',
  KEY `log_date` (`log_date`),
  KEY `user` (`user`),
  UNIQUE KEY `vdalla` (`user`,`log_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_latency_summary_log` (
  `user` varchar(20) NOT NULL,
  `log_date` datetime NULL DEFAULT NULL,
  `web_ip` varchar(45) NULL DEFAULT '',
  `latency_avg` mediumint(7) NULL DEFAULT 0,
  `latency_peak` mediumint(7) NULL DEFAULT 0,
  `latency_count` smallint(4) NULL DEFAULT 0,
  KEY `log_date` (`log_date`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_latency_summary_log_archive` (
  `user` varchar(20) NOT NULL,
  `log_date` datetime NULL DEFAULT NULL,
  `web_ip` varchar(45) NULL DEFAULT '',
  `latency_avg` mediumint(7) NULL DEFAULT 0,
  `latency_peak` mediumint(7) NULL DEFAULT 0,
  `latency_count` smallint(4) NULL DEFAULT 0,
  KEY `log_date` (`log_date`),
  KEY `user` (`user`),
  UNIQUE KEY `vdalsla` (`user`,`log_date`,`web_ip`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_log` (
  `agent_log_id` int(9) unsigned NOT NULL auto_increment,
  `user` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `event_time` datetime NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `pause_epoch` int(10) unsigned NULL DEFAULT NULL,
  `pause_sec` smallint(5) unsigned NULL DEFAULT 0,
  `wait_epoch` int(10) unsigned NULL DEFAULT NULL,
  `wait_sec` smallint(5) unsigned NULL DEFAULT 0,
  `talk_epoch` int(10) unsigned NULL DEFAULT NULL,
  `talk_sec` smallint(5) unsigned NULL DEFAULT 0,
  `dispo_epoch` int(10) unsigned NULL DEFAULT NULL,
  `dispo_sec` smallint(5) unsigned NULL DEFAULT 0,
  `status` varchar(6) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `comments` varchar(20) NULL DEFAULT NULL,
  `sub_status` varchar(6) NULL DEFAULT NULL,
  `dead_epoch` int(10) unsigned NULL DEFAULT NULL,
  `dead_sec` smallint(5) unsigned NULL DEFAULT 0,
  `processed` enum('Y','N') NULL DEFAULT 'N',
  `uniqueid` varchar(20) NULL DEFAULT '',
  `pause_type` enum('UNDEFINED','SYSTEM','AGENT','API','ADMIN') NULL DEFAULT 'UNDEFINED',
  PRIMARY KEY (`agent_log_id`),
  KEY `event_time` (`event_time`),
  KEY `lead_id` (`lead_id`),
  KEY `time_user` (`event_time`,`user`),
  KEY `user` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=104 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_log_archive` (
  `agent_log_id` int(9) unsigned NOT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `event_time` datetime NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `pause_epoch` int(10) unsigned NULL DEFAULT NULL,
  `pause_sec` smallint(5) unsigned NULL DEFAULT 0,
  `wait_epoch` int(10) unsigned NULL DEFAULT NULL,
  `wait_sec` smallint(5) unsigned NULL DEFAULT 0,
  `talk_epoch` int(10) unsigned NULL DEFAULT NULL,
  `talk_sec` smallint(5) unsigned NULL DEFAULT 0,
  `dispo_epoch` int(10) unsigned NULL DEFAULT NULL,
  `dispo_sec` smallint(5) unsigned NULL DEFAULT 0,
  `status` varchar(6) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `comments` varchar(20) NULL DEFAULT NULL,
  `sub_status` varchar(6) NULL DEFAULT NULL,
  `dead_epoch` int(10) unsigned NULL DEFAULT NULL,
  `dead_sec` smallint(5) unsigned NULL DEFAULT 0,
  `processed` enum('Y','N') NULL DEFAULT 'N',
  `uniqueid` varchar(20) NULL DEFAULT '',
  `pause_type` enum('UNDEFINED','SYSTEM','AGENT','API','ADMIN') NULL DEFAULT 'UNDEFINED',
  PRIMARY KEY (`agent_log_id`),
  KEY `event_time` (`event_time`),
  KEY `lead_id` (`lead_id`),
  KEY `time_user` (`event_time`,`user`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_notifications` (
  `notification_id` int(10) unsigned NOT NULL auto_increment,
  `entry_date` datetime NULL DEFAULT current_timestamp(),
  `recipient` varchar(20) NULL DEFAULT NULL,
  `recipient_type` enum('USER','USER_GROUP','CAMPAIGN','ALT_DISPLAY') NULL DEFAULT NULL,
  `notification_date` datetime NULL DEFAULT current_timestamp(),
  `notification_retry` enum('Y','N') NULL DEFAULT 'N',
  `notification_text` text NULL DEFAULT NULL,
  `text_size` tinyint(3) unsigned NULL DEFAULT 12,
  `text_font` varchar(30) NULL DEFAULT 'Arial',
  `text_weight` varchar(30) NULL DEFAULT 'bold',
  `text_color` varchar(15) NULL DEFAULT NULL,
  `show_confetti` enum('Y','N') NULL DEFAULT 'N',
  `confetti_options` varchar(15) NULL DEFAULT NULL,
  `notification_status` enum('QUEUED','READY','SENT','DEAD') NULL DEFAULT NULL,
  PRIMARY KEY (`notification_id`),
  KEY `notification_date` (`notification_date`),
  KEY `recipient` (`recipient`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_notifications_archive` (
  `notification_id` int(10) unsigned NOT NULL,
  `entry_date` datetime NULL DEFAULT current_timestamp(),
  `recipient` varchar(20) NULL DEFAULT NULL,
  `recipient_type` enum('USER','USER_GROUP','CAMPAIGN','ALT_DISPLAY') NULL DEFAULT NULL,
  `notification_date` datetime NULL DEFAULT current_timestamp(),
  `notification_retry` enum('Y','N') NULL DEFAULT 'N',
  `notification_text` text NULL DEFAULT NULL,
  `text_size` tinyint(3) unsigned NULL DEFAULT 12,
  `text_font` varchar(30) NULL DEFAULT 'Arial',
  `text_weight` varchar(30) NULL DEFAULT 'bold',
  `text_color` varchar(15) NULL DEFAULT NULL,
  `show_confetti` enum('Y','N') NULL DEFAULT 'N',
  `confetti_options` varchar(15) NULL DEFAULT NULL,
  `notification_status` enum('QUEUED','READY','SENT','DEAD') NULL DEFAULT NULL,
  PRIMARY KEY (`notification_id`),
  KEY `notification_date` (`notification_date`),
  KEY `recipient` (`recipient`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_notifications_queue` (
  `queue_id` int(10) unsigned NOT NULL auto_increment,
  `notification_id` int(10) unsigned NULL DEFAULT NULL,
  `queue_date` datetime NULL DEFAULT current_timestamp(),
  `user` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`queue_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_skip_log` (
  `user_skip_log_id` int(9) unsigned NOT NULL auto_increment,
  `user` varchar(20) NULL DEFAULT NULL,
  `event_date` datetime NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT '',
  `previous_status` varchar(6) NULL DEFAULT '',
  `previous_called_count` smallint(5) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`user_skip_log_id`),
  KEY `campaign_id` (`campaign_id`),
  KEY `event_date` (`event_date`),
  KEY `user` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_sph` (
  `campaign_group_id` varchar(20) NOT NULL,
  `stat_date` date NOT NULL,
  `shift` varchar(20) NOT NULL,
  `role` enum('FRONTER','CLOSER') NULL DEFAULT 'FRONTER',
  `user` varchar(20) NOT NULL,
  `calls` mediumint(8) unsigned NULL DEFAULT 0,
  `sales` mediumint(8) unsigned NULL DEFAULT 0,
  `login_sec` mediumint(8) unsigned NULL DEFAULT 0,
  `login_hours` decimal(5,2) NULL DEFAULT 0.00,
  `sph` decimal(6,2) NULL DEFAULT 0.00,
  KEY `campaign_group_id` (`campaign_group_id`),
  KEY `stat_date` (`stat_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_visibility_log` (
  `db_time` datetime NOT NULL,
  `event_start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `event_end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `visibility` enum('VISIBLE','HIDDEN','LOGIN','NONE') NULL DEFAULT 'NONE',
  `agent_log_id` int(9) unsigned NULL DEFAULT NULL,
  KEY `agent_log_id` (`agent_log_id`),
  KEY `db_time` (`db_time`),
  UNIQUE KEY `visibleuser` (`user`,`visibility`,`event_end_epoch`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_visibility_log_archive` (
  `db_time` datetime NOT NULL,
  `event_start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `event_end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `visibility` enum('VISIBLE','HIDDEN','LOGIN','NONE') NULL DEFAULT 'NONE',
  `agent_log_id` int(9) unsigned NULL DEFAULT NULL,
  KEY `agent_log_id` (`agent_log_id`),
  KEY `db_time` (`db_time`),
  UNIQUE KEY `visibleuser` (`user`,`visibility`,`event_end_epoch`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_agent_vmm_overrides` (
  `call_date` datetime NULL DEFAULT NULL,
  `caller_code` varchar(30) NULL DEFAULT '',
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT '',
  `vm_message` varchar(255) NULL DEFAULT '',
  KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_ajax_log` (
  `user` varchar(20) NULL DEFAULT '',
  `start_time` datetime NOT NULL,
  `db_time` datetime NOT NULL,
  `run_time` varchar(20) NULL DEFAULT '0',
  `php_script` varchar(40) NOT NULL,
  `action` varchar(100) NULL DEFAULT '',
  `lead_id` int(10) unsigned NULL DEFAULT 0,
  `stage` varchar(100) NULL DEFAULT '',
  `session_name` varchar(40) NULL DEFAULT '',
  `last_sql` text NULL DEFAULT NULL,
  KEY `ajax_dbtime_key` (`db_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_amd_log` (
  `call_date` datetime NULL DEFAULT NULL,
  `caller_code` varchar(30) NULL DEFAULT '',
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT '',
  `channel` varchar(100) NULL DEFAULT '',
  `server_ip` varchar(60) NOT NULL,
  `AMDSTATUS` varchar(10) NULL DEFAULT '',
  `AMDRESPONSE` varchar(20) NULL DEFAULT '',
  `AMDCAUSE` varchar(30) NULL DEFAULT '',
  `run_time` varchar(20) NULL DEFAULT '0',
  `AMDSTATS` varchar(100) NULL DEFAULT '',
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_amd_log_archive` (
  `call_date` datetime NULL DEFAULT NULL,
  `caller_code` varchar(30) NULL DEFAULT '',
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT '',
  `channel` varchar(100) NULL DEFAULT '',
  `server_ip` varchar(60) NOT NULL,
  `AMDSTATUS` varchar(10) NULL DEFAULT '',
  `AMDRESPONSE` varchar(20) NULL DEFAULT '',
  `AMDCAUSE` varchar(30) NULL DEFAULT '',
  `run_time` varchar(20) NULL DEFAULT '0',
  `AMDSTATS` varchar(100) NULL DEFAULT '',
  UNIQUE KEY `amd_unq_key` (`uniqueid`,`call_date`,`lead_id`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_amm_multi` (
  `amm_id` int(9) unsigned NOT NULL auto_increment,
  `campaign_id` varchar(20) NOT NULL,
  `entry_type` enum('campaign','ingroup','list','') NULL DEFAULT '',
  `active` enum('Y','N') NULL DEFAULT 'N',
  `amm_field` varchar(30) NULL DEFAULT 'vendor_lead_code',
  `amm_rank` smallint(5) NULL DEFAULT 1,
  `amm_wildcard` varchar(100) NULL DEFAULT '',
  `amm_filename` varchar(255) NULL DEFAULT '',
  `amm_description` varchar(255) NULL DEFAULT '',
  PRIMARY KEY (`amm_id`),
  KEY `vicidial_AMM_multi_campaign_id_key` (`campaign_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_api_log` (
  `api_id` int(9) unsigned NOT NULL auto_increment,
  `user` varchar(20) NOT NULL,
  `api_date` datetime NULL DEFAULT NULL,
  `api_script` varchar(10) NULL DEFAULT NULL,
  `function` varchar(20) NOT NULL,
  `agent_user` varchar(20) NULL DEFAULT NULL,
  `value` varchar(255) NULL DEFAULT NULL,
  `result` varchar(10) NULL DEFAULT NULL,
  `result_reason` varchar(255) NULL DEFAULT NULL,
  `source` varchar(20) NULL DEFAULT NULL,
  `data` text NULL DEFAULT NULL,
  `run_time` varchar(20) NULL DEFAULT '0',
  `webserver` smallint(5) unsigned NULL DEFAULT 0,
  `api_url` int(9) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`api_id`),
  KEY `api_date` (`api_date`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_api_log_archive` (
  `api_id` int(9) unsigned NOT NULL,
  `user` varchar(20) NOT NULL,
  `api_date` datetime NULL DEFAULT NULL,
  `api_script` varchar(10) NULL DEFAULT NULL,
  `function` varchar(20) NOT NULL,
  `agent_user` varchar(20) NULL DEFAULT NULL,
  `value` varchar(255) NULL DEFAULT NULL,
  `result` varchar(10) NULL DEFAULT NULL,
  `result_reason` varchar(255) NULL DEFAULT NULL,
  `source` varchar(20) NULL DEFAULT NULL,
  `data` text NULL DEFAULT NULL,
  `run_time` varchar(20) NULL DEFAULT '0',
  `webserver` smallint(5) unsigned NULL DEFAULT 0,
  `api_url` int(9) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`api_id`),
  KEY `api_date` (`api_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_api_urls` (
  `api_id` int(9) unsigned NOT NULL,
  `api_date` datetime NULL DEFAULT NULL,
  `remote_ip` varchar(50) NULL DEFAULT NULL,
  `url` mediumtext NULL DEFAULT NULL,
  PRIMARY KEY (`api_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_api_urls_archive` (
  `api_id` int(9) unsigned NOT NULL,
  `api_date` datetime NULL DEFAULT NULL,
  `remote_ip` varchar(50) NULL DEFAULT NULL,
  `url` mediumtext NULL DEFAULT NULL,
  PRIMARY KEY (`api_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_areacode_filters` (
  `group_id` varchar(20) NOT NULL,
  `areacode` varchar(6) NOT NULL,
  KEY `group_id` (`group_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_asterisk_output` (
  `server_ip` varchar(15) NOT NULL,
  `sip_peers` mediumtext NULL DEFAULT NULL,
  `iax_peers` mediumtext NULL DEFAULT NULL,
  `asterisk` mediumtext NULL DEFAULT NULL,
  `update_date` datetime NULL DEFAULT NULL,
  UNIQUE KEY `server_ip` (`server_ip`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_auto_calls` (
  `auto_call_id` int(9) unsigned NOT NULL auto_increment,
  `server_ip` varchar(15) NOT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `status` enum('SENT','RINGING','LIVE','XFER','PAUSED','CLOSER','BUSY','DISCONNECT','IVR') NULL DEFAULT 'PAUSED',
  `lead_id` int(9) unsigned NOT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `callerid` varchar(20) NULL DEFAULT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `call_time` datetime NULL DEFAULT NULL,
  `call_type` enum('IN','OUT','OUTBALANCE') NULL DEFAULT 'OUT',
  `stage` varchar(20) NULL DEFAULT 'START',
  `last_update_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `alt_dial` varchar(6) NULL DEFAULT 'NONE',
  `queue_priority` tinyint(2) NULL DEFAULT 0,
  `agent_only` varchar(20) NULL DEFAULT '',
  `agent_grab` varchar(20) NULL DEFAULT '',
  `queue_position` smallint(4) unsigned NULL DEFAULT 1,
  `extension` varchar(100) NULL DEFAULT '',
  `agent_grab_extension` varchar(100) NULL DEFAULT '',
  PRIMARY KEY (`auto_call_id`),
  KEY `callerid` (`callerid`),
  KEY `call_time` (`call_time`),
  KEY `last_update_time` (`last_update_time`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MEMORY AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_automated_reports` (
  `report_id` varchar(30) NOT NULL,
  `report_name` varchar(100) NULL DEFAULT NULL,
  `report_last_run` datetime NULL DEFAULT NULL,
  `report_last_length` smallint(5) NULL DEFAULT 0,
  `report_server` varchar(30) NULL DEFAULT 'active_voicemail_server',
  `report_times` varchar(255) NULL DEFAULT '',
  `report_weekdays` varchar(7) NULL DEFAULT '',
  `report_monthdays` varchar(100) NULL DEFAULT '',
  `report_destination` enum('EMAIL','FTP') NULL DEFAULT 'EMAIL',
  `email_from` varchar(255) NULL DEFAULT '',
  `email_to` varchar(255) NULL DEFAULT '',
  `email_subject` varchar(255) NULL DEFAULT '',
  `ftp_server` varchar(255) NULL DEFAULT '',
  `ftp_user` varchar(255) NULL DEFAULT '',
  `ftp_pass` varchar(255) NULL DEFAULT '',
  `ftp_directory` varchar(255) NULL DEFAULT '',
  `report_url` text NULL DEFAULT NULL,
  `run_now_trigger` enum('N','Y') NULL DEFAULT 'N',
  `active` enum('N','Y') NULL DEFAULT 'N',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `filename_override` varchar(255) NULL DEFAULT '',
  UNIQUE KEY `report_id` (`report_id`),
  KEY `report_times` (`report_times`),
  KEY `run_now_trigger` (`run_now_trigger`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_avatar_audio` (
  `avatar_id` varchar(100) NOT NULL,
  `audio_filename` varchar(255) NOT NULL,
  `audio_name` text NULL DEFAULT NULL,
  `rank` smallint(5) NULL DEFAULT 0,
  `h_ord` smallint(5) NULL DEFAULT 1,
  `level` smallint(5) NULL DEFAULT 1,
  `parent_audio_filename` varchar(255) NULL DEFAULT '',
  `parent_rank` varchar(2) NULL DEFAULT '',
  `button_type` varchar(40) NULL DEFAULT 'button',
  `font_size` varchar(3) NULL DEFAULT '2',
  KEY `avatar_id` (`avatar_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_avatars` (
  `avatar_id` varchar(100) NOT NULL,
  `avatar_name` varchar(100) NULL DEFAULT NULL,
  `avatar_notes` text NULL DEFAULT NULL,
  `avatar_api_user` varchar(20) NULL DEFAULT '',
  `avatar_api_pass` varchar(100) NULL DEFAULT '',
  `active` enum('Y','N') NULL DEFAULT 'Y',
  `audio_functions` varchar(100) NULL DEFAULT 'PLAY-STOP-RESTART',
  `audio_display` varchar(100) NULL DEFAULT 'FILE-NAME',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `soundboard_layout` varchar(40) NULL DEFAULT 'default',
  `columns_limit` smallint(5) NULL DEFAULT 5,
  PRIMARY KEY (`avatar_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_bench_agent_log` (
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `bench_date` datetime NULL DEFAULT NULL,
  `absent_agent` varchar(20) NULL DEFAULT NULL,
  `bench_agent` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  KEY `bench_date` (`bench_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_call_menu` (
  `menu_id` varchar(50) NOT NULL,
  `menu_name` varchar(100) NULL DEFAULT NULL,
  `menu_prompt` varchar(255) NULL DEFAULT NULL,
  `menu_timeout` smallint(2) unsigned NULL DEFAULT 10,
  `menu_timeout_prompt` varchar(255) NULL DEFAULT 'NONE',
  `menu_invalid_prompt` varchar(255) NULL DEFAULT 'NONE',
  `menu_repeat` tinyint(1) unsigned NULL DEFAULT 0,
  `menu_time_check` enum('0','1') NULL DEFAULT '0',
  `call_time_id` varchar(20) NULL DEFAULT '',
  `track_in_vdac` enum('0','1') NULL DEFAULT '1',
  `custom_dialplan_entry` text NULL DEFAULT NULL,
  `tracking_group` varchar(20) NULL DEFAULT 'CALLMENU',
  `dtmf_log` enum('0','1') NULL DEFAULT '0',
  `dtmf_field` varchar(50) NULL DEFAULT 'NONE',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `qualify_sql` text NULL DEFAULT NULL,
  `alt_dtmf_log` enum('0','1') NULL DEFAULT '0',
  `question` int(11) NULL DEFAULT NULL,
  `answer_signal` enum('Y','N') NULL DEFAULT 'Y',
  PRIMARY KEY (`menu_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_call_menu_options` (
  `menu_id` varchar(50) NOT NULL,
  `option_value` varchar(20) NOT NULL DEFAULT '',
  `option_description` varchar(255) NULL DEFAULT '',
  `option_route` varchar(20) NULL DEFAULT NULL,
  `option_route_value` varchar(255) NULL DEFAULT NULL,
  `option_route_value_context` varchar(1000) NULL DEFAULT NULL,
  UNIQUE KEY `menuoption` (`menu_id`,`option_value`),
  KEY `menu_id` (`menu_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_call_notes` (
  `notesid` int(9) unsigned NOT NULL auto_increment,
  `lead_id` int(9) unsigned NOT NULL,
  `vicidial_id` varchar(20) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `order_id` varchar(20) NULL DEFAULT NULL,
  `appointment_date` date NULL DEFAULT NULL,
  `appointment_time` time NULL DEFAULT NULL,
  `call_notes` text NULL DEFAULT NULL,
  PRIMARY KEY (`notesid`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM AUTO_INCREMENT=100 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_call_notes_archive` (
  `notesid` int(9) unsigned NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `vicidial_id` varchar(20) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `order_id` varchar(20) NULL DEFAULT NULL,
  `appointment_date` date NULL DEFAULT NULL,
  `appointment_time` time NULL DEFAULT NULL,
  `call_notes` text NULL DEFAULT NULL,
  PRIMARY KEY (`notesid`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_call_time_holidays` (
  `holiday_id` varchar(30) NOT NULL,
  `holiday_name` varchar(100) NOT NULL,
  `holiday_comments` varchar(255) NULL DEFAULT '',
  `holiday_date` date NULL DEFAULT NULL,
  `holiday_status` enum('ACTIVE','INACTIVE','EXPIRED') NULL DEFAULT 'INACTIVE',
  `ct_default_start` smallint(4) unsigned NOT NULL DEFAULT 900,
  `ct_default_stop` smallint(4) unsigned NOT NULL DEFAULT 2100,
  `default_afterhours_filename_override` varchar(255) NULL DEFAULT '',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `holiday_method` varchar(40) NULL DEFAULT 'REPLACE',
  PRIMARY KEY (`holiday_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_call_times` (
  `call_time_id` varchar(10) NOT NULL,
  `call_time_name` varchar(30) NOT NULL,
  `call_time_comments` varchar(255) NULL DEFAULT '',
  `ct_default_start` smallint(4) unsigned NOT NULL DEFAULT 900,
  `ct_default_stop` smallint(4) unsigned NOT NULL DEFAULT 2100,
  `ct_sunday_start` smallint(4) unsigned NULL DEFAULT 0,
  `ct_sunday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `ct_monday_start` smallint(4) unsigned NULL DEFAULT 0,
  `ct_monday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `ct_tuesday_start` smallint(4) unsigned NULL DEFAULT 0,
  `ct_tuesday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `ct_wednesday_start` smallint(4) unsigned NULL DEFAULT 0,
  `ct_wednesday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `ct_thursday_start` smallint(4) unsigned NULL DEFAULT 0,
  `ct_thursday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `ct_friday_start` smallint(4) unsigned NULL DEFAULT 0,
  `ct_friday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `ct_saturday_start` smallint(4) unsigned NULL DEFAULT 0,
  `ct_saturday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `ct_state_call_times` text NULL DEFAULT NULL,
  `default_afterhours_filename_override` varchar(255) NULL DEFAULT '',
  `sunday_afterhours_filename_override` varchar(255) NULL DEFAULT '',
  `monday_afterhours_filename_override` varchar(255) NULL DEFAULT '',
  `tuesday_afterhours_filename_override` varchar(255) NULL DEFAULT '',
  `wednesday_afterhours_filename_override` varchar(255) NULL DEFAULT '',
  `thursday_afterhours_filename_override` varchar(255) NULL DEFAULT '',
  `friday_afterhours_filename_override` varchar(255) NULL DEFAULT '',
  `saturday_afterhours_filename_override` varchar(255) NULL DEFAULT '',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `ct_holidays` text NULL DEFAULT NULL,
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`call_time_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_callbacks` (
  `callback_id` int(9) unsigned NOT NULL auto_increment,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `status` varchar(10) NULL DEFAULT NULL,
  `entry_time` datetime NULL DEFAULT NULL,
  `callback_time` datetime NULL DEFAULT NULL,
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `user` varchar(20) NULL DEFAULT NULL,
  `recipient` enum('USERONLY','ANYONE') NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `lead_status` varchar(6) NULL DEFAULT 'CALLBK',
  `email_alert` datetime NULL DEFAULT NULL,
  `email_result` enum('SENT','FAILED','NOT AVAILABLE') NULL DEFAULT NULL,
  `customer_timezone` varchar(100) NULL DEFAULT '',
  `customer_timezone_diff` varchar(6) NULL DEFAULT '',
  `customer_time` datetime NULL DEFAULT NULL,
  PRIMARY KEY (`callback_id`),
  KEY `callback_time` (`callback_time`),
  KEY `lead_id` (`lead_id`),
  KEY `status` (`status`)
) ENGINE=MyISAM AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_callbacks_archive` (
  `callback_id` int(9) unsigned NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `status` varchar(10) NULL DEFAULT NULL,
  `entry_time` datetime NULL DEFAULT NULL,
  `callback_time` datetime NULL DEFAULT NULL,
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `user` varchar(20) NULL DEFAULT NULL,
  `recipient` enum('USERONLY','ANYONE') NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `lead_status` varchar(6) NULL DEFAULT 'CALLBK',
  `email_alert` datetime NULL DEFAULT NULL,
  `email_result` enum('SENT','FAILED','NOT AVAILABLE') NULL DEFAULT NULL,
  `customer_timezone` varchar(100) NULL DEFAULT '',
  `customer_timezone_diff` varchar(6) NULL DEFAULT '',
  `customer_time` datetime NULL DEFAULT NULL,
  PRIMARY KEY (`callback_id`),
  KEY `callback_time` (`callback_time`),
  KEY `lead_id` (`lead_id`),
  KEY `status` (`status`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaign_agents` (
  `user` varchar(20) NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `campaign_rank` tinyint(1) NULL DEFAULT 0,
  `campaign_weight` tinyint(1) NULL DEFAULT 0,
  `calls_today` smallint(5) unsigned NULL DEFAULT 0,
  `group_web_vars` varchar(255) NULL DEFAULT '',
  `campaign_grade` tinyint(2) unsigned NULL DEFAULT 1,
  `hopper_calls_today` smallint(5) unsigned NULL DEFAULT 0,
  `hopper_calls_hour` smallint(5) unsigned NULL DEFAULT 0,
  KEY `campaign_id` (`campaign_id`),
  KEY `user` (`user`),
  UNIQUE KEY `vlca_user_campaign_id` (`user`,`campaign_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaign_cid_areacodes` (
  `campaign_id` varchar(20) NOT NULL,
  `areacode` varchar(5) NOT NULL,
  `outbound_cid` varchar(20) NULL DEFAULT NULL,
  `active` enum('Y','N','') NULL DEFAULT '',
  `cid_description` varchar(50) NULL DEFAULT NULL,
  `call_count_today` mediumint(7) NULL DEFAULT 0,
  KEY `areacode` (`areacode`),
  KEY `campaign_id` (`campaign_id`),
  UNIQUE KEY `campareacode` (`campaign_id`,`areacode`,`outbound_cid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaign_dnc` (
  `phone_number` varchar(18) NOT NULL,
  `campaign_id` varchar(8) NOT NULL,
  UNIQUE KEY `phonecamp` (`phone_number`,`campaign_id`),
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaign_hotkeys` (
  `status` varchar(6) NOT NULL,
  `hotkey` varchar(1) NOT NULL,
  `status_name` varchar(30) NULL DEFAULT NULL,
  `selectable` enum('Y','N') NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  KEY `campaign_id` (`campaign_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaign_hour_counts` (
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `date_hour` datetime NULL DEFAULT NULL,
  `next_hour` datetime NULL DEFAULT NULL,
  `last_update` datetime NULL DEFAULT NULL,
  `type` varchar(8) NULL DEFAULT 'CALLS',
  `calls` mediumint(6) unsigned NULL DEFAULT 0,
  `hr` tinyint(2) NULL DEFAULT 0,
  KEY `campaign_id` (`campaign_id`),
  KEY `date_hour` (`date_hour`),
  UNIQUE KEY `vchc_camp_hour` (`campaign_id`,`date_hour`,`type`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaign_hour_counts_archive` (
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `date_hour` datetime NULL DEFAULT NULL,
  `next_hour` datetime NULL DEFAULT NULL,
  `last_update` datetime NULL DEFAULT NULL,
  `type` varchar(8) NULL DEFAULT 'CALLS',
  `calls` mediumint(6) unsigned NULL DEFAULT 0,
  `hr` tinyint(2) NULL DEFAULT 0,
  KEY `campaign_id` (`campaign_id`),
  KEY `date_hour` (`date_hour`),
  UNIQUE KEY `vchc_camp_hour` (`campaign_id`,`date_hour`,`type`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaign_server_stats` (
  `campaign_id` varchar(20) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `update_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `local_trunk_shortage` smallint(5) unsigned NULL DEFAULT 0,
  KEY `campaign_id` (`campaign_id`),
  KEY `server_ip` (`server_ip`)
) ENGINE=MEMORY DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaign_stats` (
  `campaign_id` varchar(20) NOT NULL,
  `update_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `dialable_leads` int(9) unsigned NULL DEFAULT 0,
  `calls_today` int(9) unsigned NULL DEFAULT 0,
  `answers_today` int(9) unsigned NULL DEFAULT 0,
  `drops_today` decimal(12,3) NULL DEFAULT 0.000,
  `drops_today_pct` varchar(6) NULL DEFAULT '0',
  `drops_answers_today_pct` varchar(6) NULL DEFAULT '0',
  `calls_hour` int(9) unsigned NULL DEFAULT 0,
  `answers_hour` int(9) unsigned NULL DEFAULT 0,
  `drops_hour` int(9) unsigned NULL DEFAULT 0,
  `drops_hour_pct` varchar(6) NULL DEFAULT '0',
  `calls_halfhour` int(9) unsigned NULL DEFAULT 0,
  `answers_halfhour` int(9) unsigned NULL DEFAULT 0,
  `drops_halfhour` int(9) unsigned NULL DEFAULT 0,
  `drops_halfhour_pct` varchar(6) NULL DEFAULT '0',
  `calls_fivemin` int(9) unsigned NULL DEFAULT 0,
  `answers_fivemin` int(9) unsigned NULL DEFAULT 0,
  `drops_fivemin` int(9) unsigned NULL DEFAULT 0,
  `drops_fivemin_pct` varchar(6) NULL DEFAULT '0',
  `calls_onemin` int(9) unsigned NULL DEFAULT 0,
  `answers_onemin` int(9) unsigned NULL DEFAULT 0,
  `drops_onemin` int(9) unsigned NULL DEFAULT 0,
  `drops_onemin_pct` varchar(6) NULL DEFAULT '0',
  `differential_onemin` varchar(20) NULL DEFAULT '0',
  `agents_average_onemin` varchar(20) NULL DEFAULT '0',
  `balance_trunk_fill` smallint(5) unsigned NULL DEFAULT 0,
  `status_category_1` varchar(20) NULL DEFAULT NULL,
  `status_category_count_1` int(9) unsigned NULL DEFAULT 0,
  `status_category_2` varchar(20) NULL DEFAULT NULL,
  `status_category_count_2` int(9) unsigned NULL DEFAULT 0,
  `status_category_3` varchar(20) NULL DEFAULT NULL,
  `status_category_count_3` int(9) unsigned NULL DEFAULT 0,
  `status_category_4` varchar(20) NULL DEFAULT NULL,
  `status_category_count_4` int(9) unsigned NULL DEFAULT 0,
  `hold_sec_stat_one` mediumint(8) unsigned NULL DEFAULT 0,
  `hold_sec_stat_two` mediumint(8) unsigned NULL DEFAULT 0,
  `agent_non_pause_sec` mediumint(8) unsigned NULL DEFAULT 0,
  `hold_sec_answer_calls` mediumint(8) unsigned NULL DEFAULT 0,
  `hold_sec_drop_calls` mediumint(8) unsigned NULL DEFAULT 0,
  `hold_sec_queue_calls` mediumint(8) unsigned NULL DEFAULT 0,
  `agent_calls_today` int(9) unsigned NULL DEFAULT 0,
  `agent_wait_today` bigint(14) unsigned NULL DEFAULT 0,
  `agent_custtalk_today` bigint(14) unsigned NULL DEFAULT 0,
  `agent_acw_today` bigint(14) unsigned NULL DEFAULT 0,
  `agent_pause_today` bigint(14) unsigned NULL DEFAULT 0,
  `answering_machines_today` int(9) unsigned NULL DEFAULT 0,
  `agenthandled_today` int(9) unsigned NULL DEFAULT 0,
  `park_calls_today` mediumint(8) unsigned NULL DEFAULT 0,
  `park_sec_today` bigint(14) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`campaign_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaign_stats_debug` (
  `campaign_id` varchar(20) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `entry_time` datetime NULL DEFAULT NULL,
  `update_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `debug_output` text NULL DEFAULT NULL,
  `adapt_output` text NULL DEFAULT NULL,
  KEY `campaign_id` (`campaign_id`),
  UNIQUE KEY `campserver` (`campaign_id`,`server_ip`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaign_statuses` (
  `status` varchar(6) NOT NULL,
  `status_name` varchar(30) NULL DEFAULT NULL,
  `selectable` enum('Y','N') NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `human_answered` enum('Y','N') NULL DEFAULT 'N',
  `category` varchar(20) NULL DEFAULT 'UNDEFINED',
  `sale` enum('Y','N') NULL DEFAULT 'N',
  `dnc` enum('Y','N') NULL DEFAULT 'N',
  `customer_contact` enum('Y','N') NULL DEFAULT 'N',
  `not_interested` enum('Y','N') NULL DEFAULT 'N',
  `unworkable` enum('Y','N') NULL DEFAULT 'N',
  `scheduled_callback` enum('Y','N') NULL DEFAULT 'N',
  `completed` enum('Y','N') NULL DEFAULT 'N',
  `min_sec` int(5) unsigned NULL DEFAULT 0,
  `max_sec` int(5) unsigned NULL DEFAULT 0,
  `answering_machine` enum('Y','N') NULL DEFAULT 'N',
  KEY `campaign_id` (`campaign_id`),
  UNIQUE KEY `vicidial_campaign_statuses_key` (`status`,`campaign_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaigns` (
  `campaign_id` varchar(8) NOT NULL,
  `campaign_name` varchar(40) NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT NULL,
  `dial_status_a` varchar(6) NULL DEFAULT NULL,
  `dial_status_b` varchar(6) NULL DEFAULT NULL,
  `dial_status_c` varchar(6) NULL DEFAULT NULL,
  `dial_status_d` varchar(6) NULL DEFAULT NULL,
  `dial_status_e` varchar(6) NULL DEFAULT NULL,
  `lead_order` varchar(30) NULL DEFAULT NULL,
  `park_ext` varchar(10) NULL DEFAULT NULL,
  `park_file_name` varchar(100) NULL DEFAULT 'default',
  `web_form_address` text NULL DEFAULT NULL,
  `allow_closers` enum('Y','N') NULL DEFAULT NULL,
  `hopper_level` int(8) unsigned NULL DEFAULT 1,
  `auto_dial_level` varchar(6) NULL DEFAULT '0',
  `next_agent_call` varchar(40) NULL DEFAULT 'longest_wait_time',
  `local_call_time` varchar(10) NULL DEFAULT '9am-9pm',
  `voicemail_ext` varchar(10) NULL DEFAULT NULL,
  `dial_timeout` tinyint(3) unsigned NULL DEFAULT 60,
  `dial_prefix` varchar(20) NULL DEFAULT '9',
  `campaign_cid` varchar(20) NULL DEFAULT '0000000000',
  `campaign_vdad_exten` varchar(20) NULL DEFAULT '8368',
  `campaign_rec_exten` varchar(20) NULL DEFAULT '8309',
  `campaign_recording` enum('NEVER','ONDEMAND','ALLCALLS','ALLFORCE') NULL DEFAULT 'ONDEMAND',
  `campaign_rec_filename` varchar(50) NULL DEFAULT 'FULLDATE_CUSTPHONE',
  `campaign_script` varchar(20) NULL DEFAULT NULL,
  `get_call_launch` enum('NONE','SCRIPT','SCRIPTTWO','WEBFORM','WEBFORMTWO','WEBFORMTHREE','FORM','PREVIEW_WEBFORM','PREVIEW_WEBFORMTWO','PREVIEW_WEBFORMTHREE','PREVIEW_SCRIPT','PREVIEW_SCRIPTTWO','PREVIEW_FORM') NULL DEFAULT 'NONE',
  `am_message_exten` varchar(100) NULL DEFAULT 'vm-goodbye',
  `amd_send_to_vmx` enum('Y','N') NULL DEFAULT 'N',
  `xferconf_a_dtmf` varchar(50) NULL DEFAULT NULL,
  `xferconf_a_number` varchar(50) NULL DEFAULT NULL,
  `xferconf_b_dtmf` varchar(50) NULL DEFAULT NULL,
  `xferconf_b_number` varchar(50) NULL DEFAULT NULL,
  `alt_number_dialing` enum('N','Y','SELECTED','SELECTED_TIMER_ALT','SELECTED_TIMER_ADDR3','UNSELECTED','UNSELECTED_TIMER_ALT','UNSELECTED_TIMER_ADDR3') NULL DEFAULT 'N',
  `scheduled_callbacks` enum('Y','N') NULL DEFAULT 'N',
  `lead_filter_id` varchar(20) NULL DEFAULT 'NONE',
  `drop_call_seconds` tinyint(3) NULL DEFAULT 5,
  `drop_action` enum('HANGUP','MESSAGE','VOICEMAIL','IN_GROUP','AUDIO','CALLMENU','VMAIL_NO_INST') NULL DEFAULT 'AUDIO',
  `safe_harbor_exten` varchar(20) NULL DEFAULT '8307',
  `display_dialable_count` enum('Y','N') NULL DEFAULT 'Y',
  `wrapup_seconds` smallint(3) unsigned NULL DEFAULT 0,
  `wrapup_message` varchar(255) NULL DEFAULT 'Wrapup Call',
  `closer_campaigns` text NULL DEFAULT NULL,
  `use_internal_dnc` enum('Y','N','AREACODE') NULL DEFAULT 'N',
  `allcalls_delay` smallint(3) unsigned NULL DEFAULT 0,
  `omit_phone_code` enum('Y','N') NULL DEFAULT 'N',
  `dial_method` enum('MANUAL','RATIO','ADAPT_HARD_LIMIT','ADAPT_TAPERED','ADAPT_AVERAGE','INBOUND_MAN','SHARED_RATIO','SHARED_ADAPT_HARD_LIMIT','SHARED_ADAPT_TAPERED','SHARED_ADAPT_AVERAGE') NULL DEFAULT 'MANUAL',
  `available_only_ratio_tally` enum('Y','N') NULL DEFAULT 'N',
  `adaptive_dropped_percentage` varchar(4) NULL DEFAULT '3',
  `adaptive_maximum_level` varchar(6) NULL DEFAULT '3.0',
  `adaptive_latest_server_time` varchar(4) NULL DEFAULT '2100',
  `adaptive_intensity` varchar(6) NULL DEFAULT '0',
  `adaptive_dl_diff_target` smallint(3) NULL DEFAULT 0,
  `concurrent_transfers` enum('AUTO','1','2','3','4','5','6','7','8','9','10','15','20','25','30','40','50','60','80','100','1000','10000') NULL DEFAULT 'AUTO',
  `auto_alt_dial` enum('NONE','ALT_ONLY','ADDR3_ONLY','ALT_AND_ADDR3','ALT_AND_EXTENDED','ALT_AND_ADDR3_AND_EXTENDED','EXTENDED_ONLY','MULTI_LEAD') NULL DEFAULT 'NONE',
  `auto_alt_dial_statuses` varchar(255) NULL DEFAULT ' B N NA DC -',
  `agent_pause_codes_active` enum('Y','N','FORCE') NULL DEFAULT 'N',
  `campaign_description` varchar(255) NULL DEFAULT NULL,
  `campaign_changedate` datetime NULL DEFAULT NULL,
  `campaign_stats_refresh` enum('Y','N') NULL DEFAULT 'N',
  `campaign_logindate` datetime NULL DEFAULT NULL,
  `dial_statuses` varchar(255) NULL DEFAULT ' NEW -',
  `disable_alter_custdata` enum('Y','N') NULL DEFAULT 'N',
  `no_hopper_leads_logins` enum('Y','N') NULL DEFAULT 'N',
  `list_order_mix` varchar(20) NULL DEFAULT 'DISABLED',
  `campaign_allow_inbound` enum('Y','N') NULL DEFAULT 'N',
  `manual_dial_list_id` bigint(14) unsigned NULL DEFAULT 998,
  `default_xfer_group` varchar(20) NULL DEFAULT '---NONE---',
  `xfer_groups` text NULL DEFAULT NULL,
  `queue_priority` tinyint(2) NULL DEFAULT 50,
  `drop_inbound_group` varchar(20) NULL DEFAULT '---NONE---',
  `qc_enabled` enum('Y','N') NULL DEFAULT 'N',
  `qc_statuses` text NULL DEFAULT NULL,
  `qc_lists` text NULL DEFAULT NULL,
  `qc_shift_id` varchar(20) NULL DEFAULT '24HRMIDNIGHT',
  `qc_get_record_launch` enum('NONE','SCRIPT','WEBFORM','QCSCRIPT','QCWEBFORM') NULL DEFAULT 'NONE',
  `qc_show_recording` enum('Y','N') NULL DEFAULT 'Y',
  `qc_web_form_address` varchar(255) NULL DEFAULT NULL,
  `qc_script` varchar(20) NULL DEFAULT NULL,
  `survey_first_audio_file` text NULL DEFAULT NULL,
  `survey_dtmf_digits` varchar(16) NULL DEFAULT '1238',
  `survey_ni_digit` varchar(1) NULL DEFAULT '8',
  `survey_opt_in_audio_file` text NULL DEFAULT NULL,
  `survey_ni_audio_file` text NULL DEFAULT NULL,
  `survey_method` enum('AGENT_XFER','VOICEMAIL','EXTENSION','HANGUP','CAMPREC_60_WAV','CALLMENU','VMAIL_NO_INST') NULL DEFAULT 'AGENT_XFER',
  `survey_no_response_action` enum('OPTIN','OPTOUT','DROP') NULL DEFAULT 'OPTIN',
  `survey_ni_status` varchar(6) NULL DEFAULT 'NI',
  `survey_response_digit_map` varchar(255) NULL DEFAULT '1-DEMOCRAT|2-REPUBLICAN|3-INDEPENDANT|8-OPTOUT|X-NO RESPONSE|',
  `survey_xfer_exten` varchar(20) NULL DEFAULT '8300',
  `survey_camp_record_dir` varchar(255) NULL DEFAULT '/home/survey',
  `disable_alter_custphone` enum('Y','N','HIDE') NULL DEFAULT 'Y',
  `display_queue_count` enum('Y','N') NULL DEFAULT 'Y',
  `manual_dial_filter` varchar(50) NULL DEFAULT 'NONE',
  `agent_clipboard_copy` varchar(50) NULL DEFAULT 'NONE',
  `agent_extended_alt_dial` enum('Y','N') NULL DEFAULT 'N',
  `use_campaign_dnc` enum('Y','N','AREACODE') NULL DEFAULT 'N',
  `three_way_call_cid` enum('CAMPAIGN','CUSTOMER','AGENT_PHONE','AGENT_CHOOSE','CUSTOM_CID') NULL DEFAULT 'CAMPAIGN',
  `three_way_dial_prefix` varchar(20) NULL DEFAULT '',
  `web_form_target` varchar(100) NOT NULL DEFAULT 'vdcwebform',
  `vtiger_search_category` varchar(100) NULL DEFAULT 'LEAD',
  `vtiger_create_call_record` enum('Y','N','DISPO') NULL DEFAULT 'Y',
  `vtiger_create_lead_record` enum('Y','N') NULL DEFAULT 'Y',
  `vtiger_screen_login` enum('Y','N','NEW_WINDOW') NULL DEFAULT 'Y',
  `cpd_amd_action` enum('DISABLED','DISPO','MESSAGE','CALLMENU','INGROUP') NULL DEFAULT 'DISABLED',
  `agent_allow_group_alias` enum('Y','N') NULL DEFAULT 'N',
  `default_group_alias` varchar(30) NULL DEFAULT '',
  `vtiger_search_dead` enum('DISABLED','ASK','RESURRECT') NULL DEFAULT 'ASK',
  `vtiger_status_call` enum('Y','N') NULL DEFAULT 'N',
  `survey_third_digit` varchar(1) NULL DEFAULT '',
  `survey_third_audio_file` text NULL DEFAULT NULL,
  `survey_third_status` varchar(6) NULL DEFAULT 'NI',
  `survey_third_exten` varchar(20) NULL DEFAULT '8300',
  `survey_fourth_digit` varchar(1) NULL DEFAULT '',
  `survey_fourth_audio_file` text NULL DEFAULT NULL,
  `survey_fourth_status` varchar(6) NULL DEFAULT 'NI',
  `survey_fourth_exten` varchar(20) NULL DEFAULT '8300',
  `drop_lockout_time` varchar(6) NULL DEFAULT '0',
  `quick_transfer_button` varchar(20) NULL DEFAULT 'N',
  `prepopulate_transfer_preset` enum('N','PRESET_1','PRESET_2','PRESET_3','PRESET_4','PRESET_5') NULL DEFAULT 'N',
  `drop_rate_group` varchar(20) NULL DEFAULT 'DISABLED',
  `view_calls_in_queue` enum('NONE','ALL','1','2','3','4','5') NULL DEFAULT 'NONE',
  `view_calls_in_queue_launch` enum('AUTO','MANUAL') NULL DEFAULT 'MANUAL',
  `grab_calls_in_queue` enum('Y','N') NULL DEFAULT 'N',
  `call_requeue_button` enum('Y','N') NULL DEFAULT 'N',
  `pause_after_each_call` enum('Y','N') NULL DEFAULT 'N',
  `no_hopper_dialing` enum('Y','N') NULL DEFAULT 'N',
  `agent_dial_owner_only` enum('NONE','USER','TERRITORY','USER_GROUP','USER_BLANK','TERRITORY_BLANK','USER_GROUP_BLANK') NULL DEFAULT 'NONE',
  `agent_display_dialable_leads` enum('Y','N') NULL DEFAULT 'N',
  `web_form_address_two` text NULL DEFAULT NULL,
  `waitforsilence_options` varchar(25) NULL DEFAULT '',
  `agent_select_territories` enum('Y','N') NULL DEFAULT 'N',
  `campaign_calldate` datetime NULL DEFAULT NULL,
  `crm_popup_login` enum('Y','N') NULL DEFAULT 'N',
  `crm_login_address` text NULL DEFAULT NULL,
  `timer_action` varchar(20) NULL DEFAULT 'NONE',
  `timer_action_message` varchar(255) NULL DEFAULT '',
  `timer_action_seconds` mediumint(7) NULL DEFAULT -1,
  `start_call_url` text NULL DEFAULT NULL,
  `dispo_call_url` text NULL DEFAULT NULL,
  `xferconf_c_number` varchar(50) NULL DEFAULT '',
  `xferconf_d_number` varchar(50) NULL DEFAULT '',
  `xferconf_e_number` varchar(50) NULL DEFAULT '',
  `use_custom_cid` enum('Y','N','AREACODE','USER_CUSTOM_1','USER_CUSTOM_2','USER_CUSTOM_3','USER_CUSTOM_4','USER_CUSTOM_5') NULL DEFAULT 'N',
  `scheduled_callbacks_alert` enum('NONE','BLINK','RED','BLINK_RED','BLINK_DEFER','RED_DEFER','BLINK_RED_DEFER') NULL DEFAULT 'NONE',
  `queuemetrics_callstatus_override` enum('DISABLED','NO','YES') NULL DEFAULT 'DISABLED',
  `extension_appended_cidname` enum('Y','N','Y_USER','Y_WITH_CAMPAIGN','Y_USER_WITH_CAMPAIGN') NULL DEFAULT 'N',
  `scheduled_callbacks_count` enum('LIVE','ALL_ACTIVE') NULL DEFAULT 'ALL_ACTIVE',
  `manual_dial_override` enum('NONE','ALLOW_ALL','DISABLE_ALL') NULL DEFAULT 'NONE',
  `blind_monitor_warning` enum('DISABLED','ALERT','NOTICE','AUDIO','ALERT_NOTICE','ALERT_AUDIO','NOTICE_AUDIO','ALL') NULL DEFAULT 'DISABLED',
  `blind_monitor_message` varchar(255) NULL DEFAULT 'Someone is blind monitoring your session',
  `blind_monitor_filename` varchar(100) NULL DEFAULT '',
  `inbound_queue_no_dial` enum('DISABLED','ENABLED','ALL_SERVERS','ENABLED_WITH_CHAT','ALL_SERVERS_WITH_CHAT') NULL DEFAULT 'DISABLED',
  `timer_action_destination` varchar(30) NULL DEFAULT '',
  `enable_xfer_presets` enum('DISABLED','ENABLED','STAGING','CONTACTS') NULL DEFAULT 'DISABLED',
  `hide_xfer_number_to_dial` enum('DISABLED','ENABLED') NULL DEFAULT 'DISABLED',
  `manual_dial_prefix` varchar(20) NULL DEFAULT '',
  `customer_3way_hangup_logging` enum('DISABLED','ENABLED') NULL DEFAULT 'ENABLED',
  `customer_3way_hangup_seconds` smallint(5) unsigned NULL DEFAULT 5,
  `customer_3way_hangup_action` enum('NONE','DISPO') NULL DEFAULT 'NONE',
  `ivr_park_call` enum('DISABLED','ENABLED','ENABLED_PARK_ONLY','ENABLED_BUTTON_HIDDEN') NULL DEFAULT 'DISABLED',
  `ivr_park_call_agi` text NULL DEFAULT NULL,
  `manual_preview_dial` enum('DISABLED','PREVIEW_AND_SKIP','PREVIEW_ONLY') NULL DEFAULT 'PREVIEW_AND_SKIP',
  `realtime_agent_time_stats` enum('DISABLED','WAIT_CUST_ACW','WAIT_CUST_ACW_PAUSE','CALLS_WAIT_CUST_ACW_PAUSE') NULL DEFAULT 'CALLS_WAIT_CUST_ACW_PAUSE',
  `use_auto_hopper` enum('Y','N') NULL DEFAULT 'Y',
  `auto_hopper_multi` varchar(6) NULL DEFAULT '1',
  `auto_hopper_level` mediumint(8) unsigned NULL DEFAULT 0,
  `auto_trim_hopper` enum('Y','N') NULL DEFAULT 'Y',
  `api_manual_dial` enum('STANDARD','QUEUE','QUEUE_AND_AUTOCALL') NULL DEFAULT 'STANDARD',
  `manual_dial_call_time_check` enum('DISABLED','ENABLED') NULL DEFAULT 'DISABLED',
  `display_leads_count` enum('Y','N') NULL DEFAULT 'N',
  `lead_order_randomize` enum('Y','N') NULL DEFAULT 'N',
  `lead_order_secondary` enum('LEAD_ASCEND','LEAD_DESCEND','CALLTIME_ASCEND','CALLTIME_DESCEND','VENDOR_ASCEND','VENDOR_DESCEND') NULL DEFAULT 'LEAD_ASCEND',
  `per_call_notes` enum('ENABLED','DISABLED') NULL DEFAULT 'DISABLED',
  `my_callback_option` enum('CHECKED','UNCHECKED') NULL DEFAULT 'UNCHECKED',
  `agent_lead_search` enum('ENABLED','LIVE_CALL_INBOUND','LIVE_CALL_INBOUND_AND_MANUAL','DISABLED') NULL DEFAULT 'DISABLED',
  `agent_lead_search_method` varchar(30) NULL DEFAULT 'CAMPLISTS_ALL',
  `queuemetrics_phone_environment` varchar(20) NULL DEFAULT '',
  `auto_pause_precall` enum('Y','N') NULL DEFAULT 'N',
  `auto_pause_precall_code` varchar(6) NULL DEFAULT 'PRECAL',
  `auto_resume_precall` enum('Y','N') NULL DEFAULT 'N',
  `manual_dial_cid` enum('CAMPAIGN','AGENT_PHONE','AGENT_PHONE_OVERRIDE') NULL DEFAULT 'CAMPAIGN',
  `post_phone_time_diff_alert` varchar(30) NULL DEFAULT 'DISABLED',
  `custom_3way_button_transfer` varchar(30) NULL DEFAULT 'DISABLED',
  `available_only_tally_threshold` enum('DISABLED','LOGGED-IN_AGENTS','NON-PAUSED_AGENTS','WAITING_AGENTS') NULL DEFAULT 'DISABLED',
  `available_only_tally_threshold_agents` smallint(5) unsigned NULL DEFAULT 0,
  `dial_level_threshold` enum('DISABLED','LOGGED-IN_AGENTS','NON-PAUSED_AGENTS','WAITING_AGENTS') NULL DEFAULT 'DISABLED',
  `dial_level_threshold_agents` smallint(5) unsigned NULL DEFAULT 0,
  `safe_harbor_audio` varchar(100) NULL DEFAULT 'buzz',
  `safe_harbor_menu_id` varchar(50) NULL DEFAULT '',
  `survey_menu_id` varchar(50) NULL DEFAULT '',
  `callback_days_limit` smallint(3) NULL DEFAULT 0,
  `dl_diff_target_method` enum('ADAPT_CALC_ONLY','CALLS_PLACED') NULL DEFAULT 'ADAPT_CALC_ONLY',
  `disable_dispo_screen` enum('DISPO_ENABLED','DISPO_DISABLED','DISPO_SELECT_DISABLED') NULL DEFAULT 'DISPO_ENABLED',
  `disable_dispo_status` varchar(6) NULL DEFAULT '',
  `screen_labels` varchar(20) NULL DEFAULT '--SYSTEM-SETTINGS--',
  `status_display_fields` varchar(30) NULL DEFAULT 'CALLID',
  `na_call_url` text NULL DEFAULT NULL,
  `survey_recording` enum('Y','N','Y_WITH_AMD') NULL DEFAULT 'N',
  `pllb_grouping` enum('DISABLED','ONE_SERVER_ONLY','CASCADING') NULL DEFAULT 'DISABLED',
  `pllb_grouping_limit` smallint(5) NULL DEFAULT 50,
  `call_count_limit` smallint(5) unsigned NULL DEFAULT 0,
  `call_count_target` smallint(5) unsigned NULL DEFAULT 3,
  `callback_hours_block` tinyint(2) NULL DEFAULT 0,
  `callback_list_calltime` enum('ENABLED','DISABLED') NULL DEFAULT 'DISABLED',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `hopper_vlc_dup_check` enum('Y','N') NULL DEFAULT 'N',
  `in_group_dial` enum('DISABLED','MANUAL_DIAL','NO_DIAL','BOTH') NULL DEFAULT 'DISABLED',
  `in_group_dial_select` enum('AGENT_SELECTED','CAMPAIGN_SELECTED','ALL_USER_GROUP') NULL DEFAULT 'CAMPAIGN_SELECTED',
  `safe_harbor_audio_field` varchar(30) NULL DEFAULT 'DISABLED',
  `pause_after_next_call` enum('ENABLED','DISABLED') NULL DEFAULT 'DISABLED',
  `owner_populate` enum('ENABLED','DISABLED') NULL DEFAULT 'DISABLED',
  `use_other_campaign_dnc` varchar(8) NULL DEFAULT '',
  `allow_emails` enum('Y','N') NULL DEFAULT 'N',
  `amd_inbound_group` varchar(20) NULL DEFAULT '',
  `amd_callmenu` varchar(50) NULL DEFAULT '',
  `survey_wait_sec` tinyint(3) NULL DEFAULT 10,
  `manual_dial_lead_id` enum('Y','N','ONLY') NULL DEFAULT 'N',
  `dead_max` smallint(5) unsigned NULL DEFAULT 0,
  `dead_max_dispo` varchar(6) NULL DEFAULT 'DCMX',
  `dispo_max` smallint(5) unsigned NULL DEFAULT 0,
  `dispo_max_dispo` varchar(6) NULL DEFAULT 'DISMX',
  `pause_max` smallint(5) unsigned NULL DEFAULT 0,
  `max_inbound_calls` smallint(5) unsigned NULL DEFAULT 0,
  `manual_dial_search_checkbox` enum('SELECTED','SELECTED_RESET','UNSELECTED','UNSELECTED_RESET','SELECTED_LOCK','UNSELECTED_LOCK') NULL DEFAULT 'SELECTED',
  `hide_call_log_info` enum('Y','N','SHOW_1','SHOW_2','SHOW_3','SHOW_4','SHOW_5','SHOW_6','SHOW_7','SHOW_8','SHOW_9','SHOW_10') NULL DEFAULT 'N',
  `timer_alt_seconds` smallint(5) NULL DEFAULT 0,
  `wrapup_bypass` enum('DISABLED','ENABLED') NULL DEFAULT 'ENABLED',
  `wrapup_after_hotkey` enum('DISABLED','ENABLED') NULL DEFAULT 'DISABLED',
  `callback_active_limit` smallint(5) unsigned NULL DEFAULT 0,
  `callback_active_limit_override` enum('N','Y') NULL DEFAULT 'N',
  `allow_chats` enum('Y','N') NULL DEFAULT 'N',
  `comments_all_tabs` enum('DISABLED','ENABLED') NULL DEFAULT 'DISABLED',
  `comments_dispo_screen` enum('DISABLED','ENABLED','REPLACE_CALL_NOTES') NULL DEFAULT 'DISABLED',
  `comments_callback_screen` enum('DISABLED','ENABLED','REPLACE_CB_NOTES') NULL DEFAULT 'DISABLED',
  `qc_comment_history` enum('CLICK','AUTO_OPEN','CLICK_ALLOW_MINIMIZE','AUTO_OPEN_ALLOW_MINIMIZE') NULL DEFAULT 'CLICK',
  `show_previous_callback` enum('DISABLED','ENABLED') NULL DEFAULT 'ENABLED',
  `clear_script` enum('DISABLED','ENABLED') NULL DEFAULT 'DISABLED',
  `cpd_unknown_action` enum('DISABLED','DISPO','MESSAGE','CALLMENU','INGROUP') NULL DEFAULT 'DISABLED',
  `manual_dial_search_filter` varchar(50) NULL DEFAULT 'NONE',
  `web_form_address_three` text NULL DEFAULT NULL,
  `manual_dial_override_field` enum('ENABLED','DISABLED') NULL DEFAULT 'ENABLED',
  `status_display_ingroup` enum('ENABLED','DISABLED') NULL DEFAULT 'ENABLED',
  `customer_gone_seconds` smallint(5) unsigned NULL DEFAULT 30,
  `agent_display_fields` varchar(100) NULL DEFAULT '',
  `am_message_wildcards` enum('Y','N') NULL DEFAULT 'N',
  `manual_dial_timeout` varchar(3) NULL DEFAULT '',
  `routing_initiated_recordings` enum('Y','N') NULL DEFAULT 'Y',
  `manual_dial_hopper_check` enum('Y','N') NULL DEFAULT 'N',
  `callback_useronly_move_minutes` mediumint(5) unsigned NULL DEFAULT 0,
  `ofcom_uk_drop_calc` enum('Y','N') NULL DEFAULT 'N',
  `manual_auto_next` smallint(5) unsigned NULL DEFAULT 0,
  `manual_auto_show` enum('Y','N') NULL DEFAULT 'N',
  `allow_required_fields` enum('Y','N') NULL DEFAULT 'N',
  `dead_to_dispo` enum('ENABLED','DISABLED') NULL DEFAULT 'DISABLED',
  `agent_xfer_validation` enum('N','Y') NULL DEFAULT 'N',
  `ready_max_logout` mediumint(7) NULL DEFAULT 0,
  `callback_display_days` smallint(3) NULL DEFAULT 0,
  `three_way_record_stop` enum('Y','N') NULL DEFAULT 'N',
  `hangup_xfer_record_start` enum('Y','N') NULL DEFAULT 'N',
  `scheduled_callbacks_email_alert` enum('Y','N') NULL DEFAULT 'N',
  `max_inbound_calls_outcome` enum('DEFAULT','ALLOW_AGENTDIRECT','ALLOW_MI_PAUSE','ALLOW_AGENTDIRECT_AND_MI_PAUSE') NULL DEFAULT 'DEFAULT',
  `manual_auto_next_options` enum('DEFAULT','PAUSE_NO_COUNT') NULL DEFAULT 'DEFAULT',
  `agent_screen_time_display` varchar(40) NULL DEFAULT 'DISABLED',
  `next_dial_my_callbacks` enum('DISABLED','ENABLED') NULL DEFAULT 'DISABLED',
  `inbound_no_agents_no_dial_container` varchar(40) NULL DEFAULT '---DISABLED---',
  `inbound_no_agents_no_dial_threshold` smallint(5) NULL DEFAULT 0,
  `cid_group_id` varchar(20) NULL DEFAULT '---DISABLED---',
  `pause_max_dispo` varchar(6) NULL DEFAULT 'PAUSMX',
  `script_top_dispo` enum('Y','N') NULL DEFAULT 'N',
  `dead_trigger_seconds` smallint(5) NULL DEFAULT 0,
  `dead_trigger_action` enum('DISABLED','AUDIO','URL','AUDIO_AND_URL') NULL DEFAULT 'DISABLED',
  `dead_trigger_repeat` enum('NO','REPEAT_ALL','REPEAT_AUDIO','REPEAT_URL') NULL DEFAULT 'NO',
  `dead_trigger_filename` text NULL DEFAULT NULL,
  `dead_trigger_url` text NULL DEFAULT NULL,
  `scheduled_callbacks_force_dial` enum('N','Y') NULL DEFAULT 'N',
  `scheduled_callbacks_auto_reschedule` varchar(10) NULL DEFAULT 'DISABLED',
  `scheduled_callbacks_timezones_container` varchar(40) NULL DEFAULT 'DISABLED',
  `three_way_volume_buttons` varchar(20) NULL DEFAULT 'ENABLED',
  `callback_dnc` enum('ENABLED','DISABLED') NULL DEFAULT 'DISABLED',
  `manual_dial_validation` enum('Y','N') NULL DEFAULT 'N',
  `mute_recordings` enum('Y','N') NULL DEFAULT 'N',
  `auto_active_list_new` varchar(20) NULL DEFAULT 'DISABLED',
  `call_quota_lead_ranking` varchar(40) NULL DEFAULT 'DISABLED',
  `call_quota_process_running` tinyint(3) NULL DEFAULT 0,
  `call_quota_last_run_date` datetime NULL DEFAULT NULL,
  `sip_event_logging` varchar(40) NULL DEFAULT 'DISABLED',
  `campaign_script_two` varchar(20) NULL DEFAULT '',
  `leave_vm_no_dispo` enum('ENABLED','DISABLED') NULL DEFAULT 'DISABLED',
  `leave_vm_message_group_id` varchar(40) NULL DEFAULT '---NONE---',
  `dial_timeout_lead_container` varchar(40) NULL DEFAULT 'DISABLED',
  `amd_type` enum('AMD','CPD','KHOMP') NULL DEFAULT 'AMD',
  `vmm_daily_limit` tinyint(3) unsigned NULL DEFAULT 0,
  `opensips_cid_name` varchar(15) NULL DEFAULT '',
  `amd_agent_route_options` enum('ENABLED','DISABLED','PENDING') NULL DEFAULT 'DISABLED',
  `browser_alert_sound` varchar(20) NULL DEFAULT '---NONE---',
  `browser_alert_volume` tinyint(3) unsigned NULL DEFAULT 50,
  `three_way_record_stop_exception` varchar(40) NULL DEFAULT 'DISABLED',
  `pause_max_exceptions` varchar(40) NULL DEFAULT '',
  `hopper_drop_run_trigger` varchar(1) NULL DEFAULT 'N',
  `daily_call_count_limit` tinyint(3) unsigned NULL DEFAULT 0,
  `daily_limit_manual` varchar(20) NULL DEFAULT 'DISABLED',
  `transfer_button_launch` varchar(12) NULL DEFAULT 'NONE',
  `shared_dial_rank` tinyint(3) NULL DEFAULT 99,
  `agent_search_method` varchar(2) NULL DEFAULT '',
  `qc_scorecard_id` varchar(20) NULL DEFAULT '',
  `qc_statuses_id` varchar(20) NULL DEFAULT '',
  `clear_form` enum('DISABLED','ENABLED','ACKNOWLEDGE') NULL DEFAULT 'ACKNOWLEDGE',
  `leave_3way_start_recording` enum('DISABLED','ALL_CALLS','ALL_BUT_EXCEPTIONS','ONLY_EXCEPTIONS') NULL DEFAULT 'DISABLED',
  `leave_3way_start_recording_exception` varchar(40) NULL DEFAULT 'DISABLED',
  `calls_waiting_vl_one` varchar(25) NULL DEFAULT 'DISABLED',
  `calls_waiting_vl_two` varchar(25) NULL DEFAULT 'DISABLED',
  `calls_inqueue_count_one` varchar(40) NULL DEFAULT 'DISABLED',
  `calls_inqueue_count_two` varchar(40) NULL DEFAULT 'DISABLED',
  `in_man_dial_next_ready_seconds` smallint(5) unsigned NULL DEFAULT 0,
  `in_man_dial_next_ready_seconds_override` varchar(40) NULL DEFAULT 'DISABLED',
  `transfer_no_dispo` enum('DISABLED','EXTERNAL_ONLY','LOCAL_ONLY','LEAVE3WAY_ONLY','LOCAL_AND_EXTERNAL','LOCAL_AND_LEAVE3WAY','LEAVE3WAY_AND_EXTERNAL','LOCAL_AND_EXTERNAL_AND_LEAVE3WAY') NULL DEFAULT 'DISABLED',
  `call_limit_24hour_method` enum('DISABLED','PHONE_NUMBER','LEAD') NULL DEFAULT 'DISABLED',
  `call_limit_24hour_scope` enum('SYSTEM_WIDE','CAMPAIGN_LISTS') NULL DEFAULT 'SYSTEM_WIDE',
  `call_limit_24hour` tinyint(3) unsigned NULL DEFAULT 0,
  `call_limit_24hour_override` varchar(40) NULL DEFAULT 'DISABLED',
  `cid_group_id_two` varchar(20) NULL DEFAULT '---DISABLED---',
  `incall_tally_threshold_seconds` smallint(5) unsigned NULL DEFAULT 0,
  `auto_alt_threshold` tinyint(3) unsigned NULL DEFAULT 0,
  `pause_max_url` text NULL DEFAULT NULL,
  `agent_hide_hangup` enum('Y','N') NULL DEFAULT 'N',
  `ig_xfer_list_sort` enum('GROUP_ID_UP','GROUP_ID_DOWN','GROUP_NAME_UP','GROUP_NAME_DOWN','PRIORITY_UP','PRIORITY_DOWN') NULL DEFAULT 'GROUP_ID_UP',
  `script_tab_frame_size` varchar(10) NULL DEFAULT 'DEFAULT',
  `max_logged_in_agents` smallint(5) unsigned NULL DEFAULT 0,
  `user_group_script` enum('DISABLED','ENABLED') NULL DEFAULT 'DISABLED',
  `agent_hangup_route` enum('HANGUP','MESSAGE','EXTENSION','IN_GROUP','CALLMENU') NULL DEFAULT 'HANGUP',
  `agent_hangup_value` text NULL DEFAULT NULL,
  `agent_hangup_ig_override` enum('Y','N') NULL DEFAULT 'N',
  `show_confetti` enum('DISABLED','SALES','CALLBACKS','SALES_AND_CALLBACKS') NULL DEFAULT 'DISABLED',
  `demographic_quotas` enum('DISABLED','ENABLED','INVALID','COMPLETE') NULL DEFAULT 'DISABLED',
  `demographic_quotas_container` varchar(40) NULL DEFAULT 'DISABLED',
  `demographic_quotas_rerank` enum('NO','NOW','HOUR','MINUTE','NOW_HOUR') NULL DEFAULT 'NO',
  `demographic_quotas_last_rerank` datetime NULL DEFAULT '2000-01-01 00:00:00',
  `demographic_quotas_list_resets` enum('AUTO','MANUAL') NULL DEFAULT 'MANUAL',
  `custom_one` text NULL DEFAULT NULL,
  `custom_two` text NULL DEFAULT NULL,
  `custom_three` text NULL DEFAULT NULL,
  `custom_four` text NULL DEFAULT NULL,
  `custom_five` text NULL DEFAULT NULL,
  `dead_stop_recording` enum('DISABLED','ALL_CALLS','OUTBOUND_ONLY','INBOUND_ONLY','AUTODIAL_ONLY','MANUAL_ONLY') NULL DEFAULT 'DISABLED',
  `manual_vm_status_updates` enum('ENABLED','DISABLED') NULL DEFAULT 'ENABLED',
  `force_per_call_notes` enum('DISABLED','ENABLED','5_CHARACTERS','15_CHARACTERS','30_CHARACTERS','100_CHARACTERS') NULL DEFAULT 'DISABLED',
  `agent_search_ingroup_list` enum('DISABLED','ENABLED','ENABLED_OVERRIDE') NULL DEFAULT 'DISABLED',
  `hopper_hold_inserts` enum('ENABLED','DISABLED','AUTONEXT') NULL DEFAULT 'DISABLED',
  `daily_phone_number_call_limit` tinyint(3) unsigned NULL DEFAULT 0,
  `state_descriptions` varchar(40) NULL DEFAULT '---DISABLED---',
  `script_tab_height` smallint(5) NULL DEFAULT 0,
  `call_log_days` smallint(5) NULL DEFAULT 0,
  `leave_3way_stop_recording` enum('DISABLED','ALL_CALLS') NULL DEFAULT 'DISABLED',
  `manual_minimum_ring_seconds` smallint(5) NULL DEFAULT 0,
  `manual_minimum_attempt_seconds` smallint(5) NULL DEFAULT 0,
  `manual_minimum_answer_seconds` smallint(5) NULL DEFAULT 0,
  `stereo_recording` enum('DISABLED','CUSTOMER','CUSTOMER_MUTE') NULL DEFAULT 'DISABLED',
  `khomp_settings_container` varchar(40) NULL DEFAULT 'KHOMPSETTINGS',
  PRIMARY KEY (`campaign_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_campaigns_list_mix` (
  `vcl_id` varchar(20) NOT NULL,
  `vcl_name` varchar(50) NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `list_mix_container` text NULL DEFAULT NULL,
  `mix_method` enum('EVEN_MIX','IN_ORDER','RANDOM') NULL DEFAULT 'IN_ORDER',
  `status` enum('ACTIVE','INACTIVE') NULL DEFAULT 'INACTIVE',
  PRIMARY KEY (`vcl_id`),
  KEY `campaign_id` (`campaign_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_carrier_hour_counts` (
  `date_hour` datetime NULL DEFAULT NULL,
  `next_hour` datetime NULL DEFAULT NULL,
  `last_update` datetime NULL DEFAULT NULL,
  `type` varchar(20) NULL DEFAULT 'ANSWERED',
  `calls` mediumint(6) unsigned NULL DEFAULT 0,
  `hr` tinyint(2) NULL DEFAULT 0,
  KEY `date_hour` (`date_hour`),
  UNIQUE KEY `vclhc_hour` (`date_hour`,`type`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_carrier_hour_counts_archive` (
  `date_hour` datetime NULL DEFAULT NULL,
  `next_hour` datetime NULL DEFAULT NULL,
  `last_update` datetime NULL DEFAULT NULL,
  `type` varchar(20) NULL DEFAULT 'ANSWERED',
  `calls` mediumint(6) unsigned NULL DEFAULT 0,
  `hr` tinyint(2) NULL DEFAULT 0,
  KEY `date_hour` (`date_hour`),
  UNIQUE KEY `vclhc_hour` (`date_hour`,`type`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_carrier_log` (
  `uniqueid` varchar(20) NOT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `hangup_cause` tinyint(1) unsigned NULL DEFAULT 0,
  `dialstatus` varchar(16) NULL DEFAULT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `dial_time` smallint(3) unsigned NULL DEFAULT 0,
  `answered_time` smallint(4) unsigned NULL DEFAULT 0,
  `sip_hangup_cause` smallint(4) unsigned NULL DEFAULT 0,
  `sip_hangup_reason` varchar(50) NULL DEFAULT '',
  `caller_code` varchar(30) NULL DEFAULT '',
  PRIMARY KEY (`uniqueid`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_carrier_log_archive` (
  `uniqueid` varchar(20) NOT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `hangup_cause` tinyint(1) unsigned NULL DEFAULT 0,
  `dialstatus` varchar(16) NULL DEFAULT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `dial_time` smallint(3) unsigned NULL DEFAULT 0,
  `answered_time` smallint(4) unsigned NULL DEFAULT 0,
  `sip_hangup_cause` smallint(4) unsigned NULL DEFAULT 0,
  `sip_hangup_reason` varchar(50) NULL DEFAULT '',
  `caller_code` varchar(30) NULL DEFAULT '',
  PRIMARY KEY (`uniqueid`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_ccc_log` (
  `call_date` datetime NULL DEFAULT NULL,
  `remote_call_id` varchar(30) NULL DEFAULT '',
  `local_call_id` varchar(30) NULL DEFAULT '',
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT '',
  `channel` varchar(100) NULL DEFAULT '',
  `server_ip` varchar(60) NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `container_id` varchar(40) NULL DEFAULT '',
  `remote_lead_id` int(9) unsigned NULL DEFAULT NULL,
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`),
  KEY `local_call_id` (`local_call_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_ccc_log_archive` (
  `call_date` datetime NULL DEFAULT NULL,
  `remote_call_id` varchar(30) NULL DEFAULT '',
  `local_call_id` varchar(30) NULL DEFAULT '',
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT '',
  `channel` varchar(100) NULL DEFAULT '',
  `server_ip` varchar(60) NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `container_id` varchar(40) NULL DEFAULT '',
  `remote_lead_id` int(9) unsigned NULL DEFAULT NULL,
  KEY `call_date` (`call_date`),
  UNIQUE KEY `ccc_unq_key` (`uniqueid`,`call_date`,`lead_id`),
  KEY `lead_id` (`lead_id`),
  KEY `local_call_id` (`local_call_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_chat_archive` (
  `chat_id` int(9) unsigned NOT NULL auto_increment,
  `chat_start_time` datetime NULL DEFAULT NULL,
  `status` varchar(20) NULL DEFAULT NULL,
  `chat_creator` varchar(20) NULL DEFAULT NULL,
  `group_id` varchar(20) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `transferring_agent` varchar(20) NULL DEFAULT NULL,
  `user_direct` varchar(20) NULL DEFAULT NULL,
  `user_direct_group_id` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`chat_id`),
  KEY `vicidial_chat_archive_lead_id_key` (`lead_id`),
  KEY `vicidial_chat_archive_start_time_key` (`chat_start_time`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_chat_log` (
  `message_row_id` int(10) unsigned NOT NULL auto_increment,
  `chat_id` varchar(20) NULL DEFAULT NULL,
  `message` mediumtext NULL DEFAULT NULL,
  `message_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `poster` varchar(100) NULL DEFAULT NULL,
  `chat_member_name` varchar(100) NULL DEFAULT NULL,
  `chat_level` enum('0','1') NULL DEFAULT '0',
  PRIMARY KEY (`message_row_id`),
  KEY `vicidial_chat_log_chat_id` (`chat_id`),
  KEY `vicidial_chat_log_user_key` (`poster`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_chat_log_archive` (
  `message_row_id` int(10) unsigned NOT NULL auto_increment,
  `chat_id` varchar(20) NULL DEFAULT NULL,
  `message` mediumtext NULL DEFAULT NULL,
  `message_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `poster` varchar(100) NULL DEFAULT NULL,
  `chat_member_name` varchar(100) NULL DEFAULT NULL,
  `chat_level` enum('0','1') NULL DEFAULT '0',
  PRIMARY KEY (`message_row_id`),
  KEY `vicidial_chat_log_archive_user_key` (`poster`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_chat_participants` (
  `chat_participant_id` int(9) unsigned NOT NULL auto_increment,
  `chat_id` int(9) unsigned NULL DEFAULT NULL,
  `chat_member` varchar(20) NULL DEFAULT NULL,
  `chat_member_name` varchar(100) NULL DEFAULT NULL,
  `ping_date` datetime NULL DEFAULT NULL,
  `vd_agent` enum('Y','N') NULL DEFAULT 'N',
  PRIMARY KEY (`chat_participant_id`),
  UNIQUE KEY `vicidial_chat_participants_key` (`chat_id`,`chat_member`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_cid_groups` (
  `cid_group_id` varchar(20) NOT NULL,
  `cid_group_notes` varchar(255) NULL DEFAULT '',
  `cid_group_type` enum('AREACODE','STATE','NONE') NULL DEFAULT 'AREACODE',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `cid_auto_rotate_minutes` mediumint(7) unsigned NULL DEFAULT 0,
  `cid_auto_rotate_minimum` mediumint(7) unsigned NULL DEFAULT 0,
  `cid_auto_rotate_calls` mediumint(7) unsigned NULL DEFAULT 0,
  `cid_last_auto_rotate` datetime NULL DEFAULT NULL,
  `cid_auto_rotate_cid` varchar(20) NULL DEFAULT '',
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`cid_group_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_closer_log` (
  `closecallid` int(9) unsigned NOT NULL auto_increment,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `processed` enum('Y','N') NULL DEFAULT NULL,
  `queue_seconds` decimal(7,2) NULL DEFAULT 0.00,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `xfercallid` int(9) unsigned NULL DEFAULT NULL,
  `term_reason` enum('CALLER','AGENT','QUEUETIMEOUT','ABANDON','AFTERHOURS','HOLDRECALLXFER','HOLDTIME','NOAGENT','NONE','MAXCALLS','ACFILTER','CLOSETIME') NULL DEFAULT 'NONE',
  `uniqueid` varchar(20) NOT NULL DEFAULT '',
  `agent_only` varchar(20) NULL DEFAULT '',
  `queue_position` smallint(4) unsigned NULL DEFAULT 1,
  `called_count` smallint(5) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`closecallid`),
  KEY `call_date` (`call_date`),
  KEY `campaign_id` (`campaign_id`),
  KEY `date_user` (`call_date`,`user`),
  KEY `lead_id` (`lead_id`),
  KEY `phone_number` (`phone_number`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_closer_log_archive` (
  `closecallid` int(9) unsigned NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `processed` enum('Y','N') NULL DEFAULT NULL,
  `queue_seconds` decimal(7,2) NULL DEFAULT 0.00,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `xfercallid` int(9) unsigned NULL DEFAULT NULL,
  `term_reason` enum('CALLER','AGENT','QUEUETIMEOUT','ABANDON','AFTERHOURS','HOLDRECALLXFER','HOLDTIME','NOAGENT','NONE','MAXCALLS','ACFILTER','CLOSETIME') NULL DEFAULT 'NONE',
  `uniqueid` varchar(20) NOT NULL DEFAULT '',
  `agent_only` varchar(20) NULL DEFAULT '',
  `queue_position` smallint(4) unsigned NULL DEFAULT 1,
  `called_count` smallint(5) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`closecallid`),
  KEY `call_date` (`call_date`),
  KEY `campaign_id` (`campaign_id`),
  KEY `date_user` (`call_date`,`user`),
  KEY `lead_id` (`lead_id`),
  KEY `phone_number` (`phone_number`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_comments` (
  `comment_id` bigint(20) unsigned NOT NULL auto_increment,
  `lead_id` int(11) NOT NULL,
  `user_id` varchar(20) NOT NULL,
  `timestamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `list_id` bigint(14) unsigned NOT NULL,
  `campaign_id` varchar(8) NOT NULL,
  `comment` varchar(255) NOT NULL,
  `hidden` tinyint(1) NULL DEFAULT NULL,
  `hidden_user_id` int(11) NULL DEFAULT NULL,
  `hidden_timestamp` datetime NULL DEFAULT NULL,
  `unhidden_user_id` int(11) NULL DEFAULT NULL,
  `unhidden_timestamp` datetime NULL DEFAULT NULL,
  PRIMARY KEY (`comment_id`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_conf_templates` (
  `template_id` varchar(15) NOT NULL,
  `template_name` varchar(50) NOT NULL,
  `template_contents` text NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  UNIQUE KEY `template_id` (`template_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_confbridges` (
  `conf_exten` int(7) unsigned NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `leave_3way` enum('0','1') NULL DEFAULT '0',
  `leave_3way_datetime` datetime NULL DEFAULT NULL,
  UNIQUE KEY `conf_exten` (`conf_exten`,`server_ip`),
  UNIQUE KEY `serverconf` (`server_ip`,`conf_exten`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_conferences` (
  `conf_exten` int(7) unsigned NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `leave_3way` enum('0','1') NULL DEFAULT '0',
  `leave_3way_datetime` datetime NULL DEFAULT NULL,
  UNIQUE KEY `serverconf` (`server_ip`,`conf_exten`),
  UNIQUE KEY `vextenserver` (`conf_exten`,`server_ip`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_configuration` (
  `id` int(11) NOT NULL auto_increment,
  `name` varchar(36) NOT NULL,
  `value` varchar(36) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=MyISAM AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_country_dnc_queue` (
  `dnc_file_id` int(10) unsigned NOT NULL auto_increment,
  `filename` varchar(250) NULL DEFAULT NULL,
  `country_code` varchar(3) NULL DEFAULT NULL,
  `file_layout` varchar(30) NULL DEFAULT NULL,
  `file_status` enum('UPLOADING','READY','PENDING','INVALID LAYOUT','PROCESSING','FINISHED','CANCELLED') NULL DEFAULT NULL,
  `file_action` enum('PURGE','APPEND') NULL DEFAULT NULL,
  `date_uploaded` datetime NULL DEFAULT NULL,
  `total_records` int(10) unsigned NULL DEFAULT NULL,
  `records_processed` int(10) unsigned NULL DEFAULT NULL,
  `records_inserted` int(10) unsigned NULL DEFAULT NULL,
  `date_processed` datetime NULL DEFAULT NULL,
  PRIMARY KEY (`dnc_file_id`),
  KEY `vicidial_country_dnc_queue_filename_key` (`filename`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `vicidial_country_iso_tld` (
  `country_name` varchar(200) NULL DEFAULT '',
  `iso2` varchar(2) NULL DEFAULT '',
  `iso3` varchar(3) NULL DEFAULT '',
  `num3` varchar(4) NULL DEFAULT '',
  `tld` varchar(20) NULL DEFAULT '',
  KEY `iso3` (`iso3`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_cpd_log` (
  `cpd_id` int(10) unsigned NOT NULL auto_increment,
  `channel` varchar(100) NOT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `callerid` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `event_date` datetime NULL DEFAULT NULL,
  `result` varchar(20) NULL DEFAULT NULL,
  `status` enum('NEW','PROCESSED') NULL DEFAULT 'NEW',
  `cpd_seconds` decimal(7,2) NULL DEFAULT 0.00,
  PRIMARY KEY (`cpd_id`),
  KEY `callerid` (`callerid`),
  KEY `lead_id` (`lead_id`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_custom_cid` (
  `cid` varchar(18) NOT NULL,
  `state` varchar(20) NULL DEFAULT NULL,
  `areacode` varchar(6) NULL DEFAULT NULL,
  `country_code` smallint(5) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT '--ALL--',
  KEY `areacode` (`areacode`),
  KEY `state` (`state`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_custom_leadloader_templates` (
  `template_id` varchar(20) NOT NULL,
  `template_name` varchar(30) NULL DEFAULT NULL,
  `template_description` varchar(255) NULL DEFAULT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `standard_variables` text NULL DEFAULT NULL,
  `custom_table` varchar(20) NULL DEFAULT NULL,
  `custom_variables` text NULL DEFAULT NULL,
  `template_statuses` varchar(255) NULL DEFAULT NULL,
  PRIMARY KEY (`template_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_custom_reports` (
  `custom_report_id` int(10) unsigned NOT NULL auto_increment,
  `report_name` varchar(100) NULL DEFAULT NULL,
  `date_added` datetime NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `domain` varchar(70) NULL DEFAULT NULL,
  `path_name` text NULL DEFAULT NULL,
  `custom_variables` text NULL DEFAULT NULL,
  `date_modified` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `user_modify` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`custom_report_id`),
  UNIQUE KEY `custom_report_name_key` (`report_name`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_daily_max_stats` (
  `stats_date` date NOT NULL,
  `stats_flag` enum('OPEN','CLOSED','CLOSING') NULL DEFAULT 'CLOSED',
  `stats_type` enum('TOTAL','INGROUP','CAMPAIGN','') NULL DEFAULT '',
  `campaign_id` varchar(20) NULL DEFAULT '',
  `update_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `closed_time` datetime NULL DEFAULT NULL,
  `max_channels` mediumint(8) unsigned NULL DEFAULT 0,
  `max_calls` mediumint(8) unsigned NULL DEFAULT 0,
  `max_inbound` mediumint(8) unsigned NULL DEFAULT 0,
  `max_outbound` mediumint(8) unsigned NULL DEFAULT 0,
  `max_agents` mediumint(8) unsigned NULL DEFAULT 0,
  `max_remote_agents` mediumint(8) unsigned NULL DEFAULT 0,
  `total_calls` int(9) unsigned NULL DEFAULT 0,
  KEY `campaign_id` (`campaign_id`),
  KEY `stats_date` (`stats_date`),
  KEY `stats_flag` (`stats_flag`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_daily_ra_stats` (
  `stats_date` date NOT NULL,
  `stats_flag` enum('OPEN','CLOSED','CLOSING') NULL DEFAULT 'CLOSED',
  `user` varchar(20) NULL DEFAULT '',
  `update_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `closed_time` datetime NULL DEFAULT NULL,
  `max_calls` mediumint(8) unsigned NULL DEFAULT 0,
  `total_calls` int(9) unsigned NULL DEFAULT 0,
  KEY `stats_date` (`stats_date`),
  KEY `stats_flag` (`stats_flag`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_daily_rt_monitoring_log` (
  `manager_user` varchar(20) NOT NULL,
  `manager_server_ip` varchar(15) NOT NULL,
  `manager_phone` varchar(20) NOT NULL,
  `manager_ip` varchar(15) NULL DEFAULT NULL,
  `agent_user` varchar(20) NULL DEFAULT NULL,
  `agent_server_ip` varchar(15) NULL DEFAULT NULL,
  `agent_status` varchar(10) NULL DEFAULT NULL,
  `agent_session` varchar(10) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `caller_code` varchar(20) NULL DEFAULT NULL,
  `monitor_start_time` datetime NULL DEFAULT NULL,
  `monitor_end_time` datetime NULL DEFAULT NULL,
  `monitor_sec` int(9) unsigned NULL DEFAULT 0,
  `monitor_type` enum('LISTEN','BARGE','HIJACK','WHISPER') NULL DEFAULT 'LISTEN',
  KEY `agent_user` (`agent_user`),
  UNIQUE KEY `caller_code` (`caller_code`),
  KEY `manager_user` (`manager_user`),
  KEY `monitor_start_time` (`monitor_start_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_demographic_quotas_goals` (
  `vdqg_id` int(10) unsigned NOT NULL auto_increment,
  `campaign_id` varchar(8) NULL DEFAULT '',
  `demographic_quotas_container` varchar(40) NULL DEFAULT '',
  `quota_field` varchar(20) NULL DEFAULT '',
  `quota_field_order` tinyint(3) NULL DEFAULT 0,
  `quota_value` varchar(100) NULL DEFAULT '',
  `quota_value_order` tinyint(3) NULL DEFAULT 0,
  `quota_goal` mediumint(7) NULL DEFAULT 0,
  `quota_count` mediumint(7) NULL DEFAULT 0,
  `quota_leads_total` mediumint(7) NULL DEFAULT 0,
  `quota_leads_active` mediumint(7) NULL DEFAULT 0,
  `quota_status` varchar(10) NULL DEFAULT 'ACTIVE',
  `quota_modify_date` datetime NULL DEFAULT NULL,
  `last_lead_id` int(9) unsigned NULL DEFAULT 0,
  `last_list_id` bigint(14) unsigned NULL DEFAULT 0,
  `last_call_date` datetime NULL DEFAULT NULL,
  `last_status` varchar(6) NULL DEFAULT '',
  PRIMARY KEY (`vdqg_id`),
  KEY `campaign_id` (`campaign_id`),
  KEY `quota_field` (`quota_field`),
  KEY `quota_value` (`quota_value`),
  UNIQUE KEY `vdqgi` (`campaign_id`,`quota_field`,`quota_field_order`,`quota_value`,`quota_value_order`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_dial_cid_log` (
  `caller_code` varchar(30) NOT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `call_type` enum('OUT','OUTBALANCE','MANUAL','OVERRIDE','3WAY') NULL DEFAULT 'OUT',
  `call_alt` varchar(20) NULL DEFAULT '',
  `outbound_cid` varchar(20) NULL DEFAULT '',
  `outbound_cid_type` varchar(20) NULL DEFAULT '',
  KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_dial_cid_log_archive` (
  `caller_code` varchar(30) NOT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `call_type` enum('OUT','OUTBALANCE','MANUAL','OVERRIDE','3WAY') NULL DEFAULT 'OUT',
  `call_alt` varchar(20) NULL DEFAULT '',
  `outbound_cid` varchar(20) NULL DEFAULT '',
  `outbound_cid_type` varchar(20) NULL DEFAULT '',
  KEY `caller_code` (`caller_code`),
  UNIQUE KEY `caller_code_date` (`caller_code`,`call_date`),
  KEY `call_date` (`call_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_dial_log` (
  `caller_code` varchar(30) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT 0,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT '',
  `channel` varchar(100) NULL DEFAULT '',
  `context` varchar(100) NULL DEFAULT '',
  `timeout` mediumint(7) unsigned NULL DEFAULT 0,
  `outbound_cid` varchar(100) NULL DEFAULT '',
  `sip_hangup_cause` smallint(4) unsigned NULL DEFAULT 0,
  `sip_hangup_reason` varchar(50) NULL DEFAULT '',
  `uniqueid` varchar(20) NULL DEFAULT '',
  KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_dial_log_archive` (
  `caller_code` varchar(30) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT 0,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT '',
  `channel` varchar(100) NULL DEFAULT '',
  `context` varchar(100) NULL DEFAULT '',
  `timeout` mediumint(7) unsigned NULL DEFAULT 0,
  `outbound_cid` varchar(100) NULL DEFAULT '',
  `sip_hangup_cause` smallint(4) unsigned NULL DEFAULT 0,
  `sip_hangup_reason` varchar(50) NULL DEFAULT '',
  `uniqueid` varchar(20) NULL DEFAULT '',
  KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`),
  UNIQUE KEY `vddla` (`caller_code`,`call_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_did_agent_log` (
  `uniqueid` varchar(20) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `caller_id_number` varchar(18) NULL DEFAULT NULL,
  `caller_id_name` varchar(20) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `did_id` varchar(9) NULL DEFAULT '',
  `did_description` varchar(50) NULL DEFAULT '',
  `did_route` varchar(20) NULL DEFAULT '',
  `group_id` varchar(20) NULL DEFAULT '',
  `user` varchar(20) NULL DEFAULT 'VDCL',
  KEY `caller_id_number` (`caller_id_number`),
  KEY `call_date` (`call_date`),
  KEY `extension` (`extension`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_did_agent_log_archive` (
  `uniqueid` varchar(20) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `caller_id_number` varchar(18) NULL DEFAULT NULL,
  `caller_id_name` varchar(20) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `did_id` varchar(9) NULL DEFAULT '',
  `did_description` varchar(50) NULL DEFAULT '',
  `did_route` varchar(20) NULL DEFAULT '',
  `group_id` varchar(20) NULL DEFAULT '',
  `user` varchar(20) NULL DEFAULT 'VDCL',
  KEY `caller_id_number` (`caller_id_number`),
  KEY `call_date` (`call_date`),
  KEY `extension` (`extension`),
  KEY `uniqueid` (`uniqueid`),
  UNIQUE KEY `vdala` (`uniqueid`,`call_date`,`did_route`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_did_gateway_log` (
  `uniqueid` varchar(20) NOT NULL,
  `channel` varchar(100) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `caller_id_number` varchar(18) NULL DEFAULT NULL,
  `caller_id_name` varchar(20) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `VICIrecGatewayID` varchar(30) NULL DEFAULT '',
  KEY `call_date` (`call_date`),
  KEY `extension` (`extension`),
  KEY `uniqueid` (`uniqueid`),
  KEY `VICIrecGatewayID` (`VICIrecGatewayID`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_did_log` (
  `uniqueid` varchar(20) NOT NULL,
  `channel` varchar(100) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `caller_id_number` varchar(18) NULL DEFAULT NULL,
  `caller_id_name` varchar(20) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `did_id` varchar(9) NULL DEFAULT '',
  `did_route` varchar(20) NULL DEFAULT '',
  KEY `caller_id_number` (`caller_id_number`),
  KEY `call_date` (`call_date`),
  KEY `extension` (`extension`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_did_log_archive` (
  `uniqueid` varchar(20) NOT NULL,
  `channel` varchar(100) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `caller_id_number` varchar(18) NULL DEFAULT NULL,
  `caller_id_name` varchar(20) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `did_id` varchar(9) NULL DEFAULT '',
  `did_route` varchar(20) NULL DEFAULT '',
  KEY `caller_id_number` (`caller_id_number`),
  KEY `call_date` (`call_date`),
  KEY `extension` (`extension`),
  KEY `uniqueid` (`uniqueid`),
  UNIQUE KEY `vdidla_key` (`uniqueid`,`call_date`,`server_ip`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_did_ra_extensions` (
  `did_id` int(9) unsigned NOT NULL,
  `user_start` varchar(20) NULL DEFAULT NULL,
  `extension` varchar(50) NULL DEFAULT '',
  `description` varchar(50) NULL DEFAULT NULL,
  `active` enum('Y','N','') NULL DEFAULT '',
  `call_count_today` mediumint(7) NULL DEFAULT 0,
  UNIQUE KEY `didraexten` (`did_id`,`user_start`,`extension`),
  KEY `did_id` (`did_id`),
  KEY `user_start` (`user_start`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_dnc` (
  `phone_number` varchar(18) NOT NULL,
  PRIMARY KEY (`phone_number`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_dnc_log` (
  `phone_number` varchar(18) NOT NULL,
  `campaign_id` varchar(8) NOT NULL,
  `action` enum('add','delete') NULL DEFAULT 'add',
  `action_date` datetime NOT NULL,
  `user` varchar(20) NULL DEFAULT '',
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_dnccom_filter_log` (
  `filter_log_id` int(9) unsigned NOT NULL auto_increment,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `filter_date` datetime NULL DEFAULT NULL,
  `new_status` varchar(6) NULL DEFAULT NULL,
  `old_status` varchar(6) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `dnccom_data` varchar(255) NULL DEFAULT NULL,
  PRIMARY KEY (`filter_log_id`),
  KEY `filter_date` (`filter_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_dnccom_scrub_log` (
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `scrub_date` datetime NOT NULL,
  `flag_invalid` enum('','0','1') NULL DEFAULT '',
  `flag_dnc` enum('','0','1') NULL DEFAULT '',
  `flag_projdnc` enum('','0','1') NULL DEFAULT '',
  `flag_litigator` enum('','0','1') NULL DEFAULT '',
  `full_response` varchar(255) NULL DEFAULT '',
  KEY `phone_number` (`phone_number`),
  KEY `scrub_date` (`scrub_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_drop_lists` (
  `dl_id` varchar(30) NOT NULL,
  `dl_name` varchar(100) NULL DEFAULT NULL,
  `last_run` datetime NULL DEFAULT NULL,
  `dl_server` varchar(30) NULL DEFAULT 'active_voicemail_server',
  `dl_times` varchar(120) NULL DEFAULT '',
  `dl_weekdays` varchar(7) NULL DEFAULT '',
  `dl_monthdays` varchar(100) NULL DEFAULT '',
  `drop_statuses` varchar(255) NULL DEFAULT ' DROP -',
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `duplicate_check` varchar(50) NULL DEFAULT 'NONE',
  `run_now_trigger` enum('N','Y') NULL DEFAULT 'N',
  `active` enum('N','Y') NULL DEFAULT 'N',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `closer_campaigns` text NULL DEFAULT NULL,
  `dl_minutes` mediumint(6) unsigned NULL DEFAULT 0,
  UNIQUE KEY `dl_id` (`dl_id`),
  KEY `dl_times` (`dl_times`),
  KEY `run_now_trigger` (`run_now_trigger`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_drop_log` (
  `uniqueid` varchar(50) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `drop_date` datetime NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `campaign_id` varchar(20) NOT NULL,
  `status` varchar(6) NOT NULL,
  `drop_processed` enum('N','Y','U') NULL DEFAULT 'N',
  KEY `drop_date` (`drop_date`),
  KEY `drop_processed` (`drop_processed`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_drop_log_archive` (
  `uniqueid` varchar(50) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `drop_date` datetime NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `campaign_id` varchar(20) NOT NULL,
  `status` varchar(6) NOT NULL,
  `drop_processed` enum('N','Y','U') NULL DEFAULT 'N',
  KEY `drop_processed` (`drop_processed`),
  UNIQUE KEY `vicidial_drop_log_archive_key` (`drop_date`,`uniqueid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_drop_rate_groups` (
  `group_id` varchar(20) NOT NULL,
  `update_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `calls_today` int(9) unsigned NULL DEFAULT 0,
  `answers_today` int(9) unsigned NULL DEFAULT 0,
  `drops_today` double(12,3) NULL DEFAULT 0.000,
  `drops_today_pct` varchar(6) NULL DEFAULT '0',
  `drops_answers_today_pct` varchar(6) NULL DEFAULT '0',
  `answering_machines_today` int(9) unsigned NULL DEFAULT 0,
  `agenthandled_today` int(9) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`group_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_dtmf_log` (
  `dtmf_id` int(10) unsigned NOT NULL auto_increment,
  `dtmf_time` datetime NULL DEFAULT NULL,
  `channel` varchar(100) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `uniqueid` varchar(20) NULL DEFAULT '',
  `digit` varchar(1) NULL DEFAULT '',
  `direction` enum('Received','Sent') NULL DEFAULT 'Received',
  `state` enum('BEGIN','END') NULL DEFAULT 'BEGIN',
  PRIMARY KEY (`dtmf_id`),
  KEY `vicidial_dtmf_uniqueid_key` (`uniqueid`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_email_accounts` (
  `email_account_id` varchar(20) NOT NULL,
  `email_account_name` varchar(100) NULL DEFAULT NULL,
  `email_account_description` varchar(255) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `protocol` enum('POP3','IMAP','SMTP') NULL DEFAULT 'IMAP',
  `email_replyto_address` varchar(255) NULL DEFAULT NULL,
  `email_account_server` varchar(255) NULL DEFAULT NULL,
  `email_account_user` varchar(255) NULL DEFAULT NULL,
  `email_account_pass` varchar(100) NULL DEFAULT NULL,
  `pop3_auth_mode` enum('BEST','PASS','APOP','CRAM-MD5') NULL DEFAULT 'BEST',
  `active` enum('Y','N') NULL DEFAULT 'N',
  `email_frequency_check_mins` tinyint(3) unsigned NULL DEFAULT 5,
  `group_id` varchar(20) NULL DEFAULT NULL,
  `default_list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `call_handle_method` varchar(20) NULL DEFAULT 'CID',
  `agent_search_method` enum('LO','LB','SO') NULL DEFAULT 'LB',
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `email_account_type` enum('INBOUND','OUTBOUND') NULL DEFAULT 'INBOUND',
  PRIMARY KEY (`email_account_id`),
  KEY `email_accounts_group_key` (`group_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_email_list` (
  `email_row_id` int(10) unsigned NOT NULL auto_increment,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `email_date` datetime NULL DEFAULT NULL,
  `protocol` enum('POP3','IMAP','NONE') NULL DEFAULT 'IMAP',
  `email_to` varchar(255) NULL DEFAULT NULL,
  `email_from` varchar(255) NULL DEFAULT NULL,
  `email_from_name` varchar(255) NULL DEFAULT NULL,
  `subject` text NULL DEFAULT NULL,
  `mime_type` text NULL DEFAULT NULL,
  `content_type` text NULL DEFAULT NULL,
  `content_transfer_encoding` text NULL DEFAULT NULL,
  `x_mailer` text NULL DEFAULT NULL,
  `sender_ip` varchar(25) NULL DEFAULT NULL,
  `message` text NULL DEFAULT NULL,
  `email_account_id` varchar(20) NULL DEFAULT NULL,
  `group_id` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `status` varchar(10) NULL DEFAULT NULL,
  `direction` enum('INBOUND','OUTBOUND') NULL DEFAULT 'INBOUND',
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `xfercallid` int(9) unsigned NULL DEFAULT NULL,
  PRIMARY KEY (`email_row_id`),
  KEY `email_list_account_key` (`email_account_id`),
  KEY `email_list_user_key` (`user`),
  KEY `vicidial_email_group_key` (`group_id`),
  KEY `vicidial_email_lead_id_key` (`lead_id`),
  KEY `vicidial_email_xfer_key` (`xfercallid`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_email_log` (
  `email_log_id` int(10) unsigned NOT NULL auto_increment,
  `email_row_id` int(10) unsigned NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `email_date` datetime NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `email_to` varchar(255) NULL DEFAULT NULL,
  `message` text NULL DEFAULT NULL,
  `campaign_id` varchar(10) NULL DEFAULT NULL,
  `attachments` text NULL DEFAULT NULL,
  PRIMARY KEY (`email_log_id`),
  KEY `vicidial_email_log_email_row_id_key` (`email_row_id`),
  KEY `vicidial_email_log_lead_id_key` (`lead_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_extension_groups` (
  `extension_id` int(9) unsigned NOT NULL auto_increment,
  `extension_group_id` varchar(20) NOT NULL,
  `extension` varchar(100) NULL DEFAULT '8300',
  `rank` mediumint(7) NULL DEFAULT 0,
  `campaign_groups` text NULL DEFAULT NULL,
  `call_count_today` mediumint(7) NULL DEFAULT 0,
  `last_call_time` datetime NULL DEFAULT NULL,
  `last_callerid` varchar(20) NULL DEFAULT '',
  PRIMARY KEY (`extension_id`),
  KEY `extension_group_id` (`extension_group_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_filter_phone_groups` (
  `filter_phone_group_id` varchar(20) NOT NULL,
  `filter_phone_group_name` varchar(40) NOT NULL,
  `filter_phone_group_description` varchar(100) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  KEY `filter_phone_group_id` (`filter_phone_group_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_filter_phone_numbers` (
  `phone_number` varchar(18) NOT NULL,
  `filter_phone_group_id` varchar(20) NOT NULL,
  UNIQUE KEY `phonefilter` (`phone_number`,`filter_phone_group_id`),
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_grab_call_log` (
  `auto_call_id` int(9) unsigned NOT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `event_date` datetime NULL DEFAULT NULL,
  `call_time` datetime NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `phone_number` varchar(20) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `queue_priority` tinyint(2) NULL DEFAULT 0,
  `call_type` enum('IN','OUT','OUTBALANCE') NULL DEFAULT 'OUT',
  KEY `auto_call_id` (`auto_call_id`),
  KEY `campaign_id` (`campaign_id`),
  KEY `event_date` (`event_date`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_hci_agent_log` (
  `user` varchar(20) NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `user_ip` varchar(45) NULL DEFAULT '',
  `login_time` datetime NULL DEFAULT NULL,
  `last_call_time` datetime NULL DEFAULT NULL,
  `status` varchar(40) NULL DEFAULT NULL,
  KEY `login_time` (`login_time`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_hci_live_agents` (
  `user` varchar(20) NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `user_ip` varchar(45) NULL DEFAULT '',
  `login_time` datetime NULL DEFAULT NULL,
  `last_call_time` datetime NULL DEFAULT NULL,
  `last_update_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `status` varchar(40) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT 0,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `random_id` int(8) unsigned NULL DEFAULT NULL,
  KEY `campaign_id` (`campaign_id`),
  KEY `last_update_time` (`last_update_time`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_hci_log` (
  `user` varchar(20) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `status` varchar(40) NULL DEFAULT NULL,
  `user_ip` varchar(45) NULL DEFAULT '',
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_hci_log_archive` (
  `user` varchar(20) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `status` varchar(40) NULL DEFAULT NULL,
  `user_ip` varchar(45) NULL DEFAULT '',
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`),
  KEY `user` (`user`),
  UNIQUE KEY `vhlclu` (`call_date`,`lead_id`,`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_hci_reserve` (
  `user` varchar(20) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `reserve_date` datetime NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `status` varchar(40) NULL DEFAULT NULL,
  KEY `lead_id` (`lead_id`),
  KEY `reserve_date` (`reserve_date`),
  KEY `user` (`user`),
  UNIQUE KEY `vhcir` (`lead_id`,`user`,`campaign_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_hopper` (
  `hopper_id` int(9) unsigned NOT NULL auto_increment,
  `lead_id` int(9) unsigned NOT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `status` enum('READY','QUEUE','INCALL','DONE','HOLD','DNC','RHOLD','RQUEUE') NULL DEFAULT 'READY',
  `user` varchar(20) NULL DEFAULT NULL,
  `list_id` bigint(14) unsigned NOT NULL,
  `gmt_offset_now` decimal(4,2) NULL DEFAULT 0.00,
  `state` varchar(2) NULL DEFAULT '',
  `alt_dial` varchar(6) NULL DEFAULT 'NONE',
  `priority` tinyint(2) NULL DEFAULT 0,
  `source` varchar(1) NULL DEFAULT '',
  `vendor_lead_code` varchar(20) NULL DEFAULT '',
  PRIMARY KEY (`hopper_id`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MEMORY AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_html_cache_stats` (
  `stats_type` varchar(20) NOT NULL,
  `stats_id` varchar(20) NOT NULL,
  `stats_date` datetime NOT NULL,
  `stats_count` int(9) unsigned NULL DEFAULT 0,
  `stats_html` mediumtext NULL DEFAULT NULL,
  UNIQUE KEY `vicidial_html_cache_stats_key` (`stats_type`,`stats_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_inbound_callback_queue` (
  `icbq_id` int(9) unsigned NOT NULL auto_increment,
  `icbq_date` datetime NULL DEFAULT NULL,
  `icbq_status` varchar(10) NULL DEFAULT NULL,
  `icbq_phone_number` varchar(20) NULL DEFAULT NULL,
  `icbq_phone_code` varchar(10) NULL DEFAULT NULL,
  `icbq_nextday_choice` enum('Y','N','U') NULL DEFAULT 'U',
  `lead_id` int(9) unsigned NOT NULL,
  `group_id` varchar(20) NOT NULL,
  `queue_priority` tinyint(2) NULL DEFAULT 0,
  `call_date` datetime NULL DEFAULT NULL,
  `gmt_offset_now` decimal(4,2) NULL DEFAULT 0.00,
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`icbq_id`),
  KEY `call_date` (`call_date`),
  KEY `group_id` (`group_id`),
  KEY `icbq_date` (`icbq_date`),
  KEY `icbq_status` (`icbq_status`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_inbound_callback_queue_archive` (
  `icbq_id` int(9) unsigned NOT NULL,
  `icbq_date` datetime NULL DEFAULT NULL,
  `icbq_status` varchar(10) NULL DEFAULT NULL,
  `icbq_phone_number` varchar(20) NULL DEFAULT NULL,
  `icbq_phone_code` varchar(10) NULL DEFAULT NULL,
  `icbq_nextday_choice` enum('Y','N','U') NULL DEFAULT 'U',
  `lead_id` int(9) unsigned NOT NULL,
  `group_id` varchar(20) NOT NULL,
  `queue_priority` tinyint(2) NULL DEFAULT 0,
  `call_date` datetime NULL DEFAULT NULL,
  `gmt_offset_now` decimal(4,2) NULL DEFAULT 0.00,
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`icbq_id`),
  KEY `call_date` (`call_date`),
  KEY `group_id` (`group_id`),
  KEY `icbq_date` (`icbq_date`),
  KEY `icbq_status` (`icbq_status`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_inbound_caller_codes` (
  `uniqueid` varchar(50) NOT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `group_id` varchar(20) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `caller_code` varchar(30) NOT NULL,
  `prev_caller_code` varchar(40) NOT NULL,
  KEY `call_date` (`call_date`),
  UNIQUE KEY `cicc_cd` (`caller_code`,`uniqueid`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_inbound_caller_codes_archive` (
  `uniqueid` varchar(50) NOT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `group_id` varchar(20) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `caller_code` varchar(30) NOT NULL,
  `prev_caller_code` varchar(40) NOT NULL,
  KEY `call_date` (`call_date`),
  UNIQUE KEY `cicc_cd` (`caller_code`,`uniqueid`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_inbound_dids` (
  `did_id` int(9) unsigned NOT NULL auto_increment,
  `did_pattern` varchar(50) NOT NULL,
  `did_description` varchar(50) NULL DEFAULT NULL,
  `did_active` enum('Y','N') NULL DEFAULT 'Y',
  `did_route` enum('EXTEN','VOICEMAIL','AGENT','PHONE','IN_GROUP','CALLMENU','VMAIL_NO_INST') NULL DEFAULT 'EXTEN',
  `extension` varchar(50) NULL DEFAULT '9998811112',
  `exten_context` varchar(50) NULL DEFAULT 'default',
  `voicemail_ext` varchar(10) NULL DEFAULT NULL,
  `phone` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `user_unavailable_action` enum('IN_GROUP','EXTEN','VOICEMAIL','PHONE','VMAIL_NO_INST') NULL DEFAULT 'VOICEMAIL',
  `user_route_settings_ingroup` varchar(20) NULL DEFAULT 'AGENTDIRECT',
  `group_id` varchar(20) NULL DEFAULT NULL,
  `call_handle_method` varchar(40) NULL DEFAULT 'CID',
  `agent_search_method` enum('LO','LB','SO') NULL DEFAULT 'LB',
  `list_id` bigint(14) unsigned NULL DEFAULT 999,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT '1',
  `menu_id` varchar(50) NULL DEFAULT '',
  `record_call` enum('Y','N','Y_QUEUESTOP') NULL DEFAULT 'N',
  `filter_inbound_number` enum('DISABLED','GROUP','URL','DNC_INTERNAL','DNC_CAMPAIGN','GROUP_AREACODE') NULL DEFAULT 'DISABLED',
  `filter_phone_group_id` text NULL DEFAULT NULL,
  `filter_url` varchar(1000) NULL DEFAULT '',
  `filter_action` enum('EXTEN','VOICEMAIL','AGENT','PHONE','IN_GROUP','CALLMENU','VMAIL_NO_INST') NULL DEFAULT 'EXTEN',
  `filter_extension` varchar(50) NULL DEFAULT '9998811112',
  `filter_exten_context` varchar(50) NULL DEFAULT 'default',
  `filter_voicemail_ext` varchar(10) NULL DEFAULT NULL,
  `filter_phone` varchar(100) NULL DEFAULT NULL,
  `filter_server_ip` varchar(15) NULL DEFAULT NULL,
  `filter_user` varchar(20) NULL DEFAULT NULL,
  `filter_user_unavailable_action` enum('IN_GROUP','EXTEN','VOICEMAIL','PHONE','VMAIL_NO_INST') NULL DEFAULT 'VOICEMAIL',
  `filter_user_route_settings_ingroup` varchar(20) NULL DEFAULT 'AGENTDIRECT',
  `filter_group_id` varchar(20) NULL DEFAULT NULL,
  `filter_call_handle_method` varchar(40) NULL DEFAULT 'CID',
  `filter_agent_search_method` enum('LO','LB','SO') NULL DEFAULT 'LB',
  `filter_list_id` bigint(14) unsigned NULL DEFAULT 999,
  `filter_campaign_id` varchar(8) NULL DEFAULT NULL,
  `filter_phone_code` varchar(10) NULL DEFAULT '1',
  `filter_menu_id` varchar(50) NULL DEFAULT '',
  `filter_clean_cid_number` varchar(20) NULL DEFAULT '',
  `custom_one` varchar(100) NULL DEFAULT '',
  `custom_two` varchar(100) NULL DEFAULT '',
  `custom_three` varchar(100) NULL DEFAULT '',
  `custom_four` varchar(100) NULL DEFAULT '',
  `custom_five` varchar(100) NULL DEFAULT '',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `filter_dnc_campaign` varchar(8) NULL DEFAULT '',
  `filter_url_did_redirect` enum('Y','N') NULL DEFAULT 'N',
  `no_agent_ingroup_redirect` enum('DISABLED','Y','NO_PAUSED','READY_ONLY') NULL DEFAULT 'DISABLED',
  `no_agent_ingroup_id` varchar(20) NULL DEFAULT '',
  `no_agent_ingroup_extension` varchar(50) NULL DEFAULT '9998811112',
  `pre_filter_phone_group_id` text NULL DEFAULT NULL,
  `pre_filter_extension` varchar(50) NULL DEFAULT '',
  `entry_list_id` bigint(14) unsigned NULL DEFAULT 0,
  `filter_entry_list_id` bigint(14) unsigned NULL DEFAULT 0,
  `max_queue_ingroup_calls` smallint(5) NULL DEFAULT 0,
  `max_queue_ingroup_id` varchar(20) NULL DEFAULT '',
  `max_queue_ingroup_extension` varchar(50) NULL DEFAULT '9998811112',
  `did_carrier_description` varchar(255) NULL DEFAULT '',
  `inbound_route_answer` enum('Y','N') NULL DEFAULT 'Y',
  `pre_filter_recent_call` varchar(20) NULL DEFAULT '',
  `pre_filter_recent_extension` varchar(50) NULL DEFAULT '',
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`did_id`),
  UNIQUE KEY `did_pattern` (`did_pattern`),
  KEY `group_id` (`group_id`)
) ENGINE=MyISAM AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_inbound_group_agents` (
  `user` varchar(20) NULL DEFAULT NULL,
  `group_id` varchar(20) NULL DEFAULT NULL,
  `group_rank` tinyint(1) NULL DEFAULT 0,
  `group_weight` tinyint(1) NULL DEFAULT 0,
  `calls_today` smallint(5) unsigned NULL DEFAULT 0,
  `group_web_vars` varchar(255) NULL DEFAULT '',
  `group_grade` tinyint(2) unsigned NULL DEFAULT 1,
  `group_type` varchar(1) NULL DEFAULT 'C',
  `calls_today_filtered` smallint(5) unsigned NULL DEFAULT 0,
  `daily_limit` smallint(5) NULL DEFAULT -1,
  KEY `group_id` (`group_id`),
  KEY `user` (`user`),
  UNIQUE KEY `viga_user_group_id` (`user`,`group_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_inbound_groups` (
  `group_id` varchar(20) NOT NULL,
  `group_name` varchar(30) NULL DEFAULT NULL,
  `group_color` varchar(20) NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT NULL,
  `web_form_address` text NULL DEFAULT NULL,
  `voicemail_ext` varchar(10) NULL DEFAULT NULL,
  `next_agent_call` varchar(40) NULL DEFAULT 'longest_wait_time',
  `fronter_display` enum('Y','N') NULL DEFAULT 'Y',
  `ingroup_script` varchar(20) NULL DEFAULT NULL,
  `get_call_launch` enum('NONE','SCRIPT','SCRIPTTWO','WEBFORM','WEBFORMTWO','WEBFORMTHREE','FORM','EMAIL') NULL DEFAULT 'NONE',
  `xferconf_a_dtmf` varchar(50) NULL DEFAULT NULL,
  `xferconf_a_number` varchar(50) NULL DEFAULT NULL,
  `xferconf_b_dtmf` varchar(50) NULL DEFAULT NULL,
  `xferconf_b_number` varchar(50) NULL DEFAULT NULL,
  `drop_call_seconds` smallint(4) unsigned NULL DEFAULT 360,
  `drop_action` enum('HANGUP','MESSAGE','VOICEMAIL','IN_GROUP','CALLMENU','VMAIL_NO_INST') NULL DEFAULT 'MESSAGE',
  `drop_exten` varchar(20) NULL DEFAULT '8307',
  `call_time_id` varchar(20) NULL DEFAULT '24hours',
  `after_hours_action` enum('HANGUP','MESSAGE','EXTENSION','VOICEMAIL','IN_GROUP','CALLMENU','VMAIL_NO_INST') NULL DEFAULT 'MESSAGE',
  `after_hours_message_filename` varchar(255) NULL DEFAULT 'vm-goodbye',
  `after_hours_exten` varchar(20) NULL DEFAULT '8300',
  `after_hours_voicemail` varchar(20) NULL DEFAULT NULL,
  `welcome_message_filename` varchar(255) NULL DEFAULT '---NONE---',
  `moh_context` varchar(50) NULL DEFAULT 'default',
  `onhold_prompt_filename` varchar(255) NULL DEFAULT 'generic_hold',
  `prompt_interval` smallint(5) unsigned NULL DEFAULT 60,
  `agent_alert_exten` varchar(100) NULL DEFAULT 'ding',
  `agent_alert_delay` int(6) NULL DEFAULT 1000,
  `default_xfer_group` varchar(20) NULL DEFAULT '---NONE---',
  `queue_priority` tinyint(2) NULL DEFAULT 0,
  `drop_inbound_group` varchar(20) NULL DEFAULT '---NONE---',
  `ingroup_recording_override` enum('DISABLED','NEVER','ONDEMAND','ALLCALLS','ALLFORCE') NULL DEFAULT 'DISABLED',
  `ingroup_rec_filename` varchar(50) NULL DEFAULT 'NONE',
  `afterhours_xfer_group` varchar(20) NULL DEFAULT '---NONE---',
  `qc_enabled` enum('Y','N') NULL DEFAULT 'N',
  `qc_statuses` text NULL DEFAULT NULL,
  `qc_shift_id` varchar(20) NULL DEFAULT '24HRMIDNIGHT',
  `qc_get_record_launch` enum('NONE','SCRIPT','WEBFORM','QCSCRIPT','QCWEBFORM') NULL DEFAULT 'NONE',
  `qc_show_recording` enum('Y','N') NULL DEFAULT 'Y',
  `qc_web_form_address` varchar(255) NULL DEFAULT NULL,
  `qc_script` varchar(20) NULL DEFAULT NULL,
  `play_place_in_line` enum('Y','N') NULL DEFAULT 'N',
  `play_estimate_hold_time` enum('Y','N') NULL DEFAULT 'N',
  `hold_time_option` varchar(30) NULL DEFAULT 'NONE',
  `hold_time_option_seconds` smallint(5) NULL DEFAULT 360,
  `hold_time_option_exten` varchar(20) NULL DEFAULT '8300',
  `hold_time_option_voicemail` varchar(20) NULL DEFAULT '',
  `hold_time_option_xfer_group` varchar(20) NULL DEFAULT '---NONE---',
  `hold_time_option_callback_filename` varchar(255) NULL DEFAULT 'vm-hangup',
  `hold_time_option_callback_list_id` bigint(14) unsigned NULL DEFAULT 999,
  `hold_recall_xfer_group` varchar(20) NULL DEFAULT '---NONE---',
  `no_delay_call_route` enum('Y','N') NULL DEFAULT 'N',
  `play_welcome_message` enum('ALWAYS','NEVER','IF_WAIT_ONLY','YES_UNLESS_NODELAY') NULL DEFAULT 'ALWAYS',
  `answer_sec_pct_rt_stat_one` smallint(5) unsigned NULL DEFAULT 20,
  `answer_sec_pct_rt_stat_two` smallint(5) unsigned NULL DEFAULT 30,
  `default_group_alias` varchar(30) NULL DEFAULT '',
  `no_agent_no_queue` enum('N','Y','NO_PAUSED','NO_READY') NULL DEFAULT 'N',
  `no_agent_action` enum('CALLMENU','INGROUP','DID','MESSAGE','EXTENSION','VOICEMAIL','VMAIL_NO_INST') NULL DEFAULT 'MESSAGE',
  `no_agent_action_value` varchar(255) NULL DEFAULT 'nbdy-avail-to-take-call|vm-goodbye',
  `web_form_address_two` text NULL DEFAULT NULL,
  `timer_action` varchar(20) NULL DEFAULT 'NONE',
  `timer_action_message` varchar(255) NULL DEFAULT '',
  `timer_action_seconds` mediumint(7) NULL DEFAULT -1,
  `start_call_url` text NULL DEFAULT NULL,
  `dispo_call_url` text NULL DEFAULT NULL,
  `xferconf_c_number` varchar(50) NULL DEFAULT '',
  `xferconf_d_number` varchar(50) NULL DEFAULT '',
  `xferconf_e_number` varchar(50) NULL DEFAULT '',
  `ignore_list_script_override` enum('Y','N') NULL DEFAULT 'N',
  `extension_appended_cidname` enum('Y','N','Y_USER','Y_WITH_CAMPAIGN','Y_USER_WITH_CAMPAIGN') NULL DEFAULT 'N',
  `uniqueid_status_display` enum('DISABLED','ENABLED','ENABLED_PREFIX','ENABLED_PRESERVE') NULL DEFAULT 'DISABLED',
  `uniqueid_status_prefix` varchar(50) NULL DEFAULT '',
  `hold_time_option_minimum` smallint(5) NULL DEFAULT 0,
  `hold_time_option_press_filename` varchar(255) NULL DEFAULT 'to-be-called-back|digits/1',
  `hold_time_option_callmenu` varchar(50) NULL DEFAULT '',
  `hold_time_option_no_block` enum('N','Y') NULL DEFAULT 'N',
  `hold_time_option_prompt_seconds` smallint(5) NULL DEFAULT 10,
  `onhold_prompt_no_block` enum('N','Y') NULL DEFAULT 'N',
  `onhold_prompt_seconds` smallint(5) NULL DEFAULT 9,
  `hold_time_second_option` varchar(30) NULL DEFAULT 'NONE',
  `hold_time_third_option` varchar(30) NULL DEFAULT 'NONE',
  `wait_hold_option_priority` enum('WAIT','HOLD','BOTH') NULL DEFAULT 'WAIT',
  `wait_time_option` varchar(30) NULL DEFAULT 'NONE',
  `wait_time_second_option` varchar(30) NULL DEFAULT 'NONE',
  `wait_time_third_option` varchar(30) NULL DEFAULT 'NONE',
  `wait_time_option_seconds` smallint(5) NULL DEFAULT 120,
  `wait_time_option_exten` varchar(20) NULL DEFAULT '8300',
  `wait_time_option_voicemail` varchar(20) NULL DEFAULT '',
  `wait_time_option_xfer_group` varchar(20) NULL DEFAULT '---NONE---',
  `wait_time_option_callmenu` varchar(50) NULL DEFAULT '',
  `wait_time_option_callback_filename` varchar(255) NULL DEFAULT 'vm-hangup',
  `wait_time_option_callback_list_id` bigint(14) unsigned NULL DEFAULT 999,
  `wait_time_option_press_filename` varchar(255) NULL DEFAULT 'to-be-called-back|digits/1',
  `wait_time_option_no_block` enum('N','Y') NULL DEFAULT 'N',
  `wait_time_option_prompt_seconds` smallint(5) NULL DEFAULT 10,
  `timer_action_destination` varchar(30) NULL DEFAULT '',
  `calculate_estimated_hold_seconds` smallint(5) unsigned NULL DEFAULT 0,
  `add_lead_url` text NULL DEFAULT NULL,
  `eht_minimum_prompt_filename` varchar(255) NULL DEFAULT '',
  `eht_minimum_prompt_no_block` enum('N','Y') NULL DEFAULT 'N',
  `eht_minimum_prompt_seconds` smallint(5) NULL DEFAULT 10,
  `on_hook_ring_time` smallint(5) NULL DEFAULT 15,
  `na_call_url` text NULL DEFAULT NULL,
  `on_hook_cid` varchar(30) NULL DEFAULT 'CUSTOMER_PHONE_RINGAGENT',
  `group_calldate` datetime NULL DEFAULT NULL,
  `action_xfer_cid` varchar(18) NULL DEFAULT 'CUSTOMER',
  `drop_callmenu` varchar(50) NULL DEFAULT '',
  `after_hours_callmenu` varchar(50) NULL DEFAULT '',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `max_calls_method` enum('TOTAL','IN_QUEUE','DISABLED') NULL DEFAULT 'DISABLED',
  `max_calls_count` smallint(5) NULL DEFAULT 0,
  `max_calls_action` enum('DROP','AFTERHOURS','NO_AGENT_NO_QUEUE','AREACODE_FILTER') NULL DEFAULT 'NO_AGENT_NO_QUEUE',
  `dial_ingroup_cid` varchar(20) NULL DEFAULT '',
  `group_handling` enum('PHONE','EMAIL','CHAT') NULL DEFAULT 'PHONE',
  `web_form_address_three` text NULL DEFAULT NULL,
  `populate_lead_ingroup` enum('ENABLED','DISABLED') NULL DEFAULT 'ENABLED',
  `drop_lead_reset` enum('Y','N') NULL DEFAULT 'N',
  `after_hours_lead_reset` enum('Y','N') NULL DEFAULT 'N',
  `nanq_lead_reset` enum('Y','N') NULL DEFAULT 'N',
  `wait_time_lead_reset` enum('Y','N') NULL DEFAULT 'N',
  `hold_time_lead_reset` enum('Y','N') NULL DEFAULT 'N',
  `status_group_id` varchar(20) NULL DEFAULT '',
  `routing_initiated_recordings` enum('Y','N') NULL DEFAULT 'Y',
  `on_hook_cid_number` varchar(18) NULL DEFAULT '',
  `customer_chat_screen_colors` varchar(20) NULL DEFAULT 'default',
  `customer_chat_survey_link` text NULL DEFAULT NULL,
  `customer_chat_survey_text` text NULL DEFAULT NULL,
  `populate_lead_province` varchar(20) NULL DEFAULT 'DISABLED',
  `areacode_filter` enum('DISABLED','ALLOW_ONLY','DROP_ONLY') NULL DEFAULT 'DISABLED',
  `areacode_filter_seconds` smallint(5) NULL DEFAULT 10,
  `areacode_filter_action` enum('CALLMENU','INGROUP','DID','MESSAGE','EXTENSION','VOICEMAIL','VMAIL_NO_INST') NULL DEFAULT 'MESSAGE',
  `areacode_filter_action_value` varchar(255) NULL DEFAULT 'nbdy-avail-to-take-call|vm-goodbye',
  `populate_state_areacode` enum('DISABLED','NEW_LEAD_ONLY','OVERWRITE_ALWAYS') NULL DEFAULT 'DISABLED',
  `inbound_survey` enum('DISABLED','ENABLED') NULL DEFAULT 'DISABLED',
  `inbound_survey_filename` text NULL DEFAULT NULL,
  `inbound_survey_accept_digit` varchar(1) NULL DEFAULT '',
  `inbound_survey_question_filename` text NULL DEFAULT NULL,
  `inbound_survey_callmenu` text NULL DEFAULT NULL,
  `icbq_expiration_hours` smallint(5) NULL DEFAULT 96,
  `closing_time_action` varchar(30) NULL DEFAULT 'DISABLED',
  `closing_time_now_trigger` enum('Y','N') NULL DEFAULT 'N',
  `closing_time_filename` text NULL DEFAULT NULL,
  `closing_time_end_filename` text NULL DEFAULT NULL,
  `closing_time_lead_reset` enum('Y','N') NULL DEFAULT 'N',
  `closing_time_option_exten` varchar(20) NULL DEFAULT '8300',
  `closing_time_option_callmenu` varchar(50) NULL DEFAULT '',
  `closing_time_option_voicemail` varchar(20) NULL DEFAULT '',
  `closing_time_option_xfer_group` varchar(20) NULL DEFAULT '---NONE---',
  `closing_time_option_callback_list_id` bigint(14) unsigned NULL DEFAULT 999,
  `add_lead_timezone` enum('SERVER','PHONE_CODE_AREACODE') NULL DEFAULT 'SERVER',
  `icbq_call_time_id` varchar(20) NULL DEFAULT '24hours',
  `icbq_dial_filter` varchar(50) NULL DEFAULT 'NONE',
  `populate_lead_source` varchar(20) NULL DEFAULT 'DISABLED',
  `populate_lead_vendor` varchar(20) NULL DEFAULT 'INBOUND_NUMBER',
  `park_file_name` varchar(100) NULL DEFAULT '',
  `waiting_call_url_on` text NULL DEFAULT NULL,
  `waiting_call_url_off` text NULL DEFAULT NULL,
  `waiting_call_count` smallint(5) unsigned NULL DEFAULT 0,
  `enter_ingroup_url` text NULL DEFAULT NULL,
  `cid_cb_confirm_number` varchar(20) NULL DEFAULT 'NO',
  `cid_cb_invalid_filter_phone_group` varchar(20) NULL DEFAULT '',
  `cid_cb_valid_length` varchar(30) NULL DEFAULT '10',
  `cid_cb_valid_filename` text NULL DEFAULT NULL,
  `cid_cb_confirmed_filename` text NULL DEFAULT NULL,
  `cid_cb_enter_filename` text NULL DEFAULT NULL,
  `cid_cb_you_entered_filename` text NULL DEFAULT NULL,
  `cid_cb_press_to_confirm_filename` text NULL DEFAULT NULL,
  `cid_cb_invalid_filename` text NULL DEFAULT NULL,
  `cid_cb_reenter_filename` text NULL DEFAULT NULL,
  `cid_cb_error_filename` text NULL DEFAULT NULL,
  `place_in_line_caller_number_filename` text NULL DEFAULT NULL,
  `place_in_line_you_next_filename` text NULL DEFAULT NULL,
  `ingroup_script_two` varchar(20) NULL DEFAULT '',
  `browser_alert_sound` varchar(20) NULL DEFAULT '---NONE---',
  `browser_alert_volume` tinyint(3) unsigned NULL DEFAULT 50,
  `answer_signal` enum('START','ROUTE','NONE') NULL DEFAULT 'START',
  `no_agent_delay` smallint(5) NULL DEFAULT 0,
  `agent_search_method` varchar(2) NULL DEFAULT '',
  `qc_scorecard_id` varchar(20) NULL DEFAULT '',
  `qc_statuses_id` varchar(20) NULL DEFAULT '',
  `populate_lead_comments` varchar(40) NULL DEFAULT 'CALLERID_NAME',
  `drop_call_seconds_override` varchar(40) NULL DEFAULT 'DISABLED',
  `populate_lead_owner` varchar(20) NULL DEFAULT 'DISABLED',
  `in_queue_nanque` enum('N','Y','NO_PAUSED','NO_PAUSED_EXCEPTIONS','NO_READY') NULL DEFAULT 'N',
  `in_queue_nanque_exceptions` varchar(40) NULL DEFAULT '',
  `custom_one` text NULL DEFAULT NULL,
  `custom_two` text NULL DEFAULT NULL,
  `custom_three` text NULL DEFAULT NULL,
  `custom_four` text NULL DEFAULT NULL,
  `custom_five` text NULL DEFAULT NULL,
  `second_alert_trigger` varchar(20) NULL DEFAULT 'DISABLED',
  `second_alert_trigger_seconds` int(6) NULL DEFAULT 600,
  `second_alert_filename` varchar(100) NULL DEFAULT '',
  `second_alert_delay` int(6) NULL DEFAULT 1000,
  `second_alert_container` varchar(40) NULL DEFAULT 'DISABLED',
  `second_alert_only` varchar(40) NULL DEFAULT 'DISABLED',
  `third_alert_trigger` varchar(20) NULL DEFAULT 'DISABLED',
  `third_alert_trigger_seconds` int(6) NULL DEFAULT 600,
  `third_alert_filename` varchar(100) NULL DEFAULT '',
  `third_alert_delay` int(6) NULL DEFAULT 1000,
  `third_alert_container` varchar(40) NULL DEFAULT 'DISABLED',
  `third_alert_only` varchar(40) NULL DEFAULT 'DISABLED',
  `agent_search_list` varchar(20) NULL DEFAULT '',
  `state_descriptions` varchar(40) NULL DEFAULT '---DISABLED---',
  `stereo_recording` enum('DISABLED','CUSTOMER','CUSTOMER_MUTE') NULL DEFAULT 'DISABLED',
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`group_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_inbound_survey_log` (
  `uniqueid` varchar(50) NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `campaign_id` varchar(20) NOT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `participate` enum('N','Y') NULL DEFAULT 'N',
  `played` enum('N','R','Y') NULL DEFAULT 'N',
  `dtmf_response` varchar(1) NULL DEFAULT '',
  `next_call_menu` text NULL DEFAULT NULL,
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_inbound_survey_log_archive` (
  `uniqueid` varchar(50) NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `campaign_id` varchar(20) NOT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `participate` enum('N','Y') NULL DEFAULT 'N',
  `played` enum('N','R','Y') NULL DEFAULT 'N',
  `dtmf_response` varchar(1) NULL DEFAULT '',
  `next_call_menu` text NULL DEFAULT NULL,
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`),
  KEY `uniqueid` (`uniqueid`),
  UNIQUE KEY `visla_key` (`uniqueid`,`call_date`,`campaign_id`,`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_ingroup_hour_counts` (
  `group_id` varchar(20) NULL DEFAULT NULL,
  `date_hour` datetime NULL DEFAULT NULL,
  `next_hour` datetime NULL DEFAULT NULL,
  `last_update` datetime NULL DEFAULT NULL,
  `type` varchar(22) NULL DEFAULT 'CALLS',
  `calls` int(9) unsigned NULL DEFAULT 0,
  `hr` tinyint(2) NULL DEFAULT 0,
  KEY `date_hour` (`date_hour`),
  KEY `group_id` (`group_id`),
  UNIQUE KEY `vihc_ingr_hour` (`group_id`,`date_hour`,`type`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_ingroup_hour_counts_archive` (
  `group_id` varchar(20) NULL DEFAULT NULL,
  `date_hour` datetime NULL DEFAULT NULL,
  `next_hour` datetime NULL DEFAULT NULL,
  `last_update` datetime NULL DEFAULT NULL,
  `type` varchar(22) NULL DEFAULT 'CALLS',
  `calls` int(9) unsigned NULL DEFAULT 0,
  `hr` tinyint(2) NULL DEFAULT 0,
  KEY `date_hour` (`date_hour`),
  KEY `group_id` (`group_id`),
  UNIQUE KEY `vihc_ingr_hour` (`group_id`,`date_hour`,`type`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_ip_list_entries` (
  `ip_list_id` varchar(30) NOT NULL,
  `ip_address` varchar(45) NOT NULL,
  KEY `ip_address` (`ip_address`),
  KEY `ip_list_id` (`ip_list_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_ip_lists` (
  `ip_list_id` varchar(30) NOT NULL,
  `ip_list_name` varchar(100) NULL DEFAULT NULL,
  `active` enum('N','Y') NULL DEFAULT 'N',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  UNIQUE KEY `ip_list_id` (`ip_list_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_ivr` (
  `ivr_id` int(9) unsigned NOT NULL auto_increment,
  `entry_time` datetime NULL DEFAULT NULL,
  `length_in_sec` smallint(5) unsigned NULL DEFAULT 0,
  `inbound_number` varchar(12) NULL DEFAULT NULL,
  `recording_id` int(9) unsigned NULL DEFAULT NULL,
  `recording_filename` varchar(50) NULL DEFAULT NULL,
  `company_id` varchar(12) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `product_code` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `prompt_audio_1` varchar(20) NULL DEFAULT NULL,
  `prompt_response_1` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_2` varchar(20) NULL DEFAULT NULL,
  `prompt_response_2` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_3` varchar(20) NULL DEFAULT NULL,
  `prompt_response_3` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_4` varchar(20) NULL DEFAULT NULL,
  `prompt_response_4` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_5` varchar(20) NULL DEFAULT NULL,
  `prompt_response_5` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_6` varchar(20) NULL DEFAULT NULL,
  `prompt_response_6` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_7` varchar(20) NULL DEFAULT NULL,
  `prompt_response_7` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_8` varchar(20) NULL DEFAULT NULL,
  `prompt_response_8` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_9` varchar(20) NULL DEFAULT NULL,
  `prompt_response_9` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_10` varchar(20) NULL DEFAULT NULL,
  `prompt_response_10` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_11` varchar(20) NULL DEFAULT NULL,
  `prompt_response_11` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_12` varchar(20) NULL DEFAULT NULL,
  `prompt_response_12` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_13` varchar(20) NULL DEFAULT NULL,
  `prompt_response_13` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_14` varchar(20) NULL DEFAULT NULL,
  `prompt_response_14` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_15` varchar(20) NULL DEFAULT NULL,
  `prompt_response_15` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_16` varchar(20) NULL DEFAULT NULL,
  `prompt_response_16` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_17` varchar(20) NULL DEFAULT NULL,
  `prompt_response_17` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_18` varchar(20) NULL DEFAULT NULL,
  `prompt_response_18` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_19` varchar(20) NULL DEFAULT NULL,
  `prompt_response_19` tinyint(1) unsigned NULL DEFAULT 0,
  `prompt_audio_20` varchar(20) NULL DEFAULT NULL,
  `prompt_response_20` tinyint(1) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`ivr_id`),
  KEY `entry_time` (`entry_time`),
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM AUTO_INCREMENT=1000000 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_ivr_response` (
  `id` int(11) unsigned NOT NULL auto_increment,
  `btn` varchar(10) NULL DEFAULT NULL,
  `lead_id` int(10) unsigned NULL DEFAULT NULL,
  `created` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `question` int(11) NULL DEFAULT NULL,
  `response` varchar(10) NULL DEFAULT NULL,
  `uniqueid` varchar(50) NULL DEFAULT NULL,
  `campaign` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `lead_id` (`lead_id`),
  KEY `question_created` (`question`,`uniqueid`,`campaign`,`created`)
) ENGINE=MyISAM AUTO_INCREMENT=1599 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `vicidial_khomp_log` (
  `khomp_log_id` int(9) unsigned NOT NULL auto_increment,
  `caller_code` varchar(30) NOT NULL,
  `lead_id` int(10) unsigned NULL DEFAULT 0,
  `server_ip` varchar(15) NOT NULL,
  `khomp_header` varchar(100) NULL DEFAULT NULL,
  `khomp_id` varchar(256) NULL DEFAULT NULL,
  `khomp_id_format` enum('CALLERCODE','CALLERCODE_EXTERNIP','CALLERCODE_CAMP_EXTERNIP') NULL DEFAULT NULL,
  `sip_call_id` varchar(256) NULL DEFAULT NULL,
  `start_date` datetime(6) NULL DEFAULT NULL,
  `audio_date` datetime(6) NULL DEFAULT NULL,
  `answer_date` datetime(6) NULL DEFAULT NULL,
  `end_date` datetime(6) NULL DEFAULT NULL,
  `analyzer_date` datetime(6) NULL DEFAULT NULL,
  `conclusion` varchar(100) NULL DEFAULT NULL,
  `pattern` varchar(256) NULL DEFAULT NULL,
  `action` varchar(100) NULL DEFAULT NULL,
  `hangup_origin` varchar(20) NULL DEFAULT NULL,
  `hangup_cause_recv` varchar(20) NULL DEFAULT NULL,
  `hangup_cause_sent` varchar(20) NULL DEFAULT NULL,
  `hangup_auth_time` varchar(20) NULL DEFAULT '0',
  `hangup_query_time` varchar(20) NULL DEFAULT '0',
  `route_auth_time` varchar(20) NULL DEFAULT '0',
  `route_query_time` varchar(20) NULL DEFAULT '0',
  `vici_action` varchar(10) NULL DEFAULT NULL,
  `vici_status` varchar(6) NULL DEFAULT NULL,
  `khomp_settings_container` varchar(40) NULL DEFAULT NULL,
  PRIMARY KEY (`khomp_log_id`),
  KEY `caller_code` (`caller_code`),
  KEY `khomp_id` (`khomp_id`),
  KEY `start_date` (`start_date`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_language_phrases` (
  `phrase_id` int(10) unsigned NOT NULL auto_increment,
  `language_id` varchar(100) NOT NULL,
  `english_text` varchar(10000) NULL DEFAULT '',
  `translated_text` text NULL DEFAULT NULL,
  `source` varchar(20) NULL DEFAULT '',
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`phrase_id`),
  KEY `english_text` (`english_text`(333)),
  KEY `language_id` (`language_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_languages` (
  `language_id` varchar(100) NOT NULL,
  `language_code` varchar(20) NULL DEFAULT '',
  `language_description` varchar(255) NULL DEFAULT '',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `active` enum('Y','N') NULL DEFAULT 'N',
  UNIQUE KEY `language_id` (`language_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_latency_gaps` (
  `user` varchar(20) NULL DEFAULT '',
  `user_ip` varchar(45) NULL DEFAULT '',
  `gap_date` datetime NULL DEFAULT NULL,
  `gap_length` mediumint(5) unsigned NULL DEFAULT 0,
  `last_login_date` datetime NULL DEFAULT NULL,
  `check_date` datetime NULL DEFAULT NULL,
  KEY `check_date` (`check_date`),
  KEY `gap_date` (`gap_date`),
  KEY `user` (`user`),
  UNIQUE KEY `vlgi` (`user`,`gap_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_latency_gaps_archive` (
  `user` varchar(20) NULL DEFAULT '',
  `user_ip` varchar(45) NULL DEFAULT '',
  `gap_date` datetime NULL DEFAULT NULL,
  `gap_length` mediumint(5) unsigned NULL DEFAULT 0,
  `last_login_date` datetime NULL DEFAULT NULL,
  `check_date` datetime NULL DEFAULT NULL,
  KEY `check_date` (`check_date`),
  KEY `gap_date` (`gap_date`),
  KEY `user` (`user`),
  UNIQUE KEY `vdlga` (`user`,`gap_date`),
  UNIQUE KEY `vlgi` (`user`,`gap_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lead_24hour_calls` (
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT 0,
  `call_date` datetime NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `state` varchar(2) NULL DEFAULT NULL,
  `call_type` enum('MANUAL','AUTO','') NULL DEFAULT '',
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`),
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lead_call_daily_counts` (
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT 0,
  `called_count_total` tinyint(3) unsigned NULL DEFAULT 0,
  `called_count_auto` tinyint(3) unsigned NULL DEFAULT 0,
  `called_count_manual` tinyint(3) unsigned NULL DEFAULT 0,
  `modify_date` datetime NULL DEFAULT NULL,
  KEY `list_id` (`list_id`),
  UNIQUE KEY `vlcdc_lead` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lead_call_quota_counts` (
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT 0,
  `first_call_date` datetime NULL DEFAULT NULL,
  `last_call_date` datetime NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `called_count` smallint(5) unsigned NULL DEFAULT 0,
  `session_one_calls` tinyint(3) NULL DEFAULT 0,
  `session_two_calls` tinyint(3) NULL DEFAULT 0,
  `session_three_calls` tinyint(3) NULL DEFAULT 0,
  `session_four_calls` tinyint(3) NULL DEFAULT 0,
  `session_five_calls` tinyint(3) NULL DEFAULT 0,
  `session_six_calls` tinyint(3) NULL DEFAULT 0,
  `day_one_calls` tinyint(3) NULL DEFAULT 0,
  `day_two_calls` tinyint(3) NULL DEFAULT 0,
  `day_three_calls` tinyint(3) NULL DEFAULT 0,
  `day_four_calls` tinyint(3) NULL DEFAULT 0,
  `day_five_calls` tinyint(3) NULL DEFAULT 0,
  `day_six_calls` tinyint(3) NULL DEFAULT 0,
  `day_seven_calls` tinyint(3) NULL DEFAULT 0,
  `session_one_today_calls` tinyint(3) NULL DEFAULT 0,
  `session_two_today_calls` tinyint(3) NULL DEFAULT 0,
  `session_three_today_calls` tinyint(3) NULL DEFAULT 0,
  `session_four_today_calls` tinyint(3) NULL DEFAULT 0,
  `session_five_today_calls` tinyint(3) NULL DEFAULT 0,
  `session_six_today_calls` tinyint(3) NULL DEFAULT 0,
  `rank` smallint(5) NOT NULL DEFAULT 0,
  `modify_date` datetime NULL DEFAULT NULL,
  KEY `last_call_date` (`last_call_date`),
  KEY `list_id` (`list_id`),
  KEY `modify_date` (`modify_date`),
  UNIQUE KEY `vlcqc_lead_list` (`lead_id`,`list_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lead_call_quota_counts_archive` (
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT 0,
  `first_call_date` datetime NULL DEFAULT NULL,
  `last_call_date` datetime NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `called_count` smallint(5) unsigned NULL DEFAULT 0,
  `session_one_calls` tinyint(3) NULL DEFAULT 0,
  `session_two_calls` tinyint(3) NULL DEFAULT 0,
  `session_three_calls` tinyint(3) NULL DEFAULT 0,
  `session_four_calls` tinyint(3) NULL DEFAULT 0,
  `session_five_calls` tinyint(3) NULL DEFAULT 0,
  `session_six_calls` tinyint(3) NULL DEFAULT 0,
  `day_one_calls` tinyint(3) NULL DEFAULT 0,
  `day_two_calls` tinyint(3) NULL DEFAULT 0,
  `day_three_calls` tinyint(3) NULL DEFAULT 0,
  `day_four_calls` tinyint(3) NULL DEFAULT 0,
  `day_five_calls` tinyint(3) NULL DEFAULT 0,
  `day_six_calls` tinyint(3) NULL DEFAULT 0,
  `day_seven_calls` tinyint(3) NULL DEFAULT 0,
  `session_one_today_calls` tinyint(3) NULL DEFAULT 0,
  `session_two_today_calls` tinyint(3) NULL DEFAULT 0,
  `session_three_today_calls` tinyint(3) NULL DEFAULT 0,
  `session_four_today_calls` tinyint(3) NULL DEFAULT 0,
  `session_five_today_calls` tinyint(3) NULL DEFAULT 0,
  `session_six_today_calls` tinyint(3) NULL DEFAULT 0,
  `rank` smallint(5) NOT NULL DEFAULT 0,
  `modify_date` datetime NULL DEFAULT NULL,
  KEY `first_call_date` (`first_call_date`),
  UNIQUE KEY `vlcqc_lead_date` (`lead_id`,`first_call_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lead_filters` (
  `lead_filter_id` varchar(20) NOT NULL,
  `lead_filter_name` varchar(30) NOT NULL,
  `lead_filter_comments` varchar(255) NULL DEFAULT NULL,
  `lead_filter_sql` text NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`lead_filter_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lead_messages` (
  `lead_id` int(9) unsigned NOT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `played` tinyint(3) NULL DEFAULT 0,
  `message_entry` mediumtext NULL DEFAULT NULL,
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lead_recycle` (
  `recycle_id` int(9) unsigned NOT NULL auto_increment,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `status` varchar(6) NOT NULL,
  `attempt_delay` smallint(5) unsigned NULL DEFAULT 1800,
  `attempt_maximum` tinyint(3) unsigned NULL DEFAULT 2,
  `active` enum('Y','N') NULL DEFAULT 'N',
  PRIMARY KEY (`recycle_id`),
  KEY `campaign_id` (`campaign_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lead_search_log` (
  `search_log_id` int(9) unsigned NOT NULL auto_increment,
  `user` varchar(20) NOT NULL,
  `event_date` datetime NOT NULL,
  `source` varchar(10) NULL DEFAULT '',
  `search_query` text NULL DEFAULT NULL,
  `results` int(9) unsigned NULL DEFAULT 0,
  `seconds` mediumint(7) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`search_log_id`),
  KEY `event_date` (`event_date`),
  KEY `user` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lead_search_log_archive` (
  `search_log_id` int(9) unsigned NOT NULL,
  `user` varchar(20) NOT NULL,
  `event_date` datetime NOT NULL,
  `source` varchar(10) NULL DEFAULT '',
  `search_query` text NULL DEFAULT NULL,
  `results` int(9) unsigned NULL DEFAULT 0,
  `seconds` mediumint(7) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`search_log_id`),
  KEY `event_date` (`event_date`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_list` (
  `lead_id` int(9) unsigned NOT NULL auto_increment,
  `entry_date` datetime NULL DEFAULT NULL,
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `status` varchar(6) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `vendor_lead_code` varchar(20) NULL DEFAULT NULL,
  `source_id` varchar(50) NULL DEFAULT NULL,
  `list_id` bigint(14) unsigned NOT NULL DEFAULT 0,
  `gmt_offset_now` decimal(4,2) NULL DEFAULT 0.00,
  `called_since_last_reset` enum('Y','N','Y1','Y2','Y3','Y4','Y5','Y6','Y7','Y8','Y9','Y10','D') NULL DEFAULT 'N',
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NOT NULL,
  `title` varchar(4) NULL DEFAULT NULL,
  `first_name` varchar(30) NULL DEFAULT NULL,
  `middle_initial` varchar(1) NULL DEFAULT NULL,
  `last_name` varchar(30) NULL DEFAULT NULL,
  `address1` varchar(100) NULL DEFAULT NULL,
  `address2` varchar(100) NULL DEFAULT NULL,
  `address3` varchar(100) NULL DEFAULT NULL,
  `city` varchar(50) NULL DEFAULT NULL,
  `state` varchar(2) NULL DEFAULT NULL,
  `province` varchar(50) NULL DEFAULT NULL,
  `postal_code` varchar(10) NULL DEFAULT NULL,
  `country_code` varchar(3) NULL DEFAULT NULL,
  `gender` enum('M','F','U') NULL DEFAULT 'U',
  `date_of_birth` date NULL DEFAULT NULL,
  `alt_phone` varchar(12) NULL DEFAULT NULL,
  `email` varchar(70) NULL DEFAULT NULL,
  `security_phrase` varchar(100) NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `called_count` smallint(5) unsigned NULL DEFAULT 0,
  `last_local_call_time` datetime NULL DEFAULT NULL,
  `rank` smallint(5) NOT NULL DEFAULT 0,
  `owner` varchar(20) NULL DEFAULT '',
  `entry_list_id` bigint(14) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`lead_id`),
  KEY `called_since_last_reset` (`called_since_last_reset`),
  KEY `gmt_offset_now` (`gmt_offset_now`),
  KEY `last_local_call_time` (`last_local_call_time`),
  KEY `list_id` (`list_id`),
  KEY `list_phone` (`list_id`,`phone_number`),
  KEY `list_status` (`list_id`,`status`),
  KEY `owner` (`owner`),
  KEY `phone_list` (`phone_number`,`list_id`),
  KEY `phone_number` (`phone_number`),
  KEY `postal_code` (`postal_code`),
  KEY `rank` (`rank`),
  KEY `status` (`status`)
) ENGINE=MyISAM AUTO_INCREMENT=1008 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_list_alt_phones` (
  `alt_phone_id` int(9) unsigned NOT NULL auto_increment,
  `lead_id` int(9) unsigned NOT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `alt_phone_note` varchar(30) NULL DEFAULT NULL,
  `alt_phone_count` smallint(5) unsigned NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT 'Y',
  PRIMARY KEY (`alt_phone_id`),
  KEY `lead_id` (`lead_id`),
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_list_archive` (
  `lead_id` int(9) unsigned NOT NULL,
  `entry_date` datetime NULL DEFAULT NULL,
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `status` varchar(6) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `vendor_lead_code` varchar(20) NULL DEFAULT NULL,
  `source_id` varchar(50) NULL DEFAULT NULL,
  `list_id` bigint(14) unsigned NOT NULL DEFAULT 0,
  `gmt_offset_now` decimal(4,2) NULL DEFAULT 0.00,
  `called_since_last_reset` enum('Y','N','Y1','Y2','Y3','Y4','Y5','Y6','Y7','Y8','Y9','Y10','D') NULL DEFAULT 'N',
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NOT NULL,
  `title` varchar(4) NULL DEFAULT NULL,
  `first_name` varchar(30) NULL DEFAULT NULL,
  `middle_initial` varchar(1) NULL DEFAULT NULL,
  `last_name` varchar(30) NULL DEFAULT NULL,
  `address1` varchar(100) NULL DEFAULT NULL,
  `address2` varchar(100) NULL DEFAULT NULL,
  `address3` varchar(100) NULL DEFAULT NULL,
  `city` varchar(50) NULL DEFAULT NULL,
  `state` varchar(2) NULL DEFAULT NULL,
  `province` varchar(50) NULL DEFAULT NULL,
  `postal_code` varchar(10) NULL DEFAULT NULL,
  `country_code` varchar(3) NULL DEFAULT NULL,
  `gender` enum('M','F','U') NULL DEFAULT 'U',
  `date_of_birth` date NULL DEFAULT NULL,
  `alt_phone` varchar(12) NULL DEFAULT NULL,
  `email` varchar(70) NULL DEFAULT NULL,
  `security_phrase` varchar(100) NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `called_count` smallint(5) unsigned NULL DEFAULT 0,
  `last_local_call_time` datetime NULL DEFAULT NULL,
  `rank` smallint(5) NOT NULL DEFAULT 0,
  `owner` varchar(20) NULL DEFAULT '',
  `entry_list_id` bigint(14) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`lead_id`),
  KEY `called_since_last_reset` (`called_since_last_reset`),
  KEY `gmt_offset_now` (`gmt_offset_now`),
  KEY `last_local_call_time` (`last_local_call_time`),
  KEY `list_id` (`list_id`),
  KEY `list_phone` (`list_id`,`phone_number`),
  KEY `list_status` (`list_id`,`status`),
  KEY `owner` (`owner`),
  KEY `phone_list` (`phone_number`,`list_id`),
  KEY `phone_number` (`phone_number`),
  KEY `postal_code` (`postal_code`),
  KEY `rank` (`rank`),
  KEY `status` (`status`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_list_pins` (
  `pins_id` int(9) unsigned NOT NULL auto_increment,
  `entry_time` datetime NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `product_code` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `digits` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`pins_id`),
  KEY `entry_time` (`entry_time`),
  KEY `lead_id` (`lead_id`),
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_list_update_log` (
  `event_date` datetime NULL DEFAULT NULL,
  `lead_id` varchar(255) NULL DEFAULT NULL,
  `vendor_id` varchar(255) NULL DEFAULT NULL,
  `phone_number` varchar(255) NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `old_status` varchar(255) NULL DEFAULT NULL,
  `filename` varchar(255) NULL DEFAULT '',
  `result` varchar(20) NULL DEFAULT NULL,
  `result_rows` smallint(3) unsigned NULL DEFAULT 0,
  `list_id` varchar(255) NULL DEFAULT NULL,
  KEY `event_date` (`event_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lists` (
  `list_id` bigint(14) unsigned NOT NULL,
  `list_name` varchar(30) NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT NULL,
  `list_description` varchar(255) NULL DEFAULT NULL,
  `list_changedate` datetime NULL DEFAULT NULL,
  `list_lastcalldate` datetime NULL DEFAULT NULL,
  `reset_time` varchar(100) NULL DEFAULT '',
  `agent_script_override` varchar(20) NULL DEFAULT '',
  `campaign_cid_override` varchar(20) NULL DEFAULT '',
  `am_message_exten_override` varchar(100) NULL DEFAULT '',
  `drop_inbound_group_override` varchar(20) NULL DEFAULT '',
  `xferconf_a_number` varchar(50) NULL DEFAULT '',
  `xferconf_b_number` varchar(50) NULL DEFAULT '',
  `xferconf_c_number` varchar(50) NULL DEFAULT '',
  `xferconf_d_number` varchar(50) NULL DEFAULT '',
  `xferconf_e_number` varchar(50) NULL DEFAULT '',
  `web_form_address` text NULL DEFAULT NULL,
  `web_form_address_two` text NULL DEFAULT NULL,
  `time_zone_setting` enum('COUNTRY_AND_AREA_CODE','POSTAL_CODE','NANPA_PREFIX','OWNER_TIME_ZONE_CODE') NULL DEFAULT 'COUNTRY_AND_AREA_CODE',
  `inventory_report` enum('Y','N') NULL DEFAULT 'Y',
  `expiration_date` date NULL DEFAULT '2099-12-31',
  `na_call_url` text NULL DEFAULT NULL,
  `local_call_time` varchar(10) NOT NULL DEFAULT 'campaign',
  `web_form_address_three` text NULL DEFAULT NULL,
  `status_group_id` varchar(20) NULL DEFAULT '',
  `user_new_lead_limit` smallint(5) NULL DEFAULT -1,
  `inbound_list_script_override` varchar(20) NULL DEFAULT NULL,
  `default_xfer_group` varchar(20) NULL DEFAULT '---NONE---',
  `daily_reset_limit` smallint(5) NULL DEFAULT -1,
  `resets_today` smallint(5) unsigned NULL DEFAULT 0,
  `auto_active_list_rank` smallint(5) NULL DEFAULT 0,
  `cache_count` int(9) unsigned NULL DEFAULT 0,
  `cache_count_new` int(9) unsigned NULL DEFAULT 0,
  `cache_count_dialable_new` int(9) unsigned NULL DEFAULT 0,
  `cache_date` datetime NULL DEFAULT NULL,
  `inbound_drop_voicemail` varchar(20) NULL DEFAULT NULL,
  `inbound_after_hours_voicemail` varchar(20) NULL DEFAULT NULL,
  `qc_scorecard_id` varchar(20) NULL DEFAULT '',
  `qc_statuses_id` varchar(20) NULL DEFAULT '',
  `qc_web_form_address` varchar(255) NULL DEFAULT '',
  `auto_alt_threshold` tinyint(3) NULL DEFAULT -1,
  `cid_group_id` varchar(20) NULL DEFAULT '---DISABLED---',
  `dial_prefix` varchar(20) NULL DEFAULT '',
  `weekday_resets_container` varchar(40) NULL DEFAULT 'DISABLED',
  PRIMARY KEY (`list_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lists_custom` (
  `list_id` bigint(14) unsigned NOT NULL,
  `audit_comments` tinyint(1) NULL DEFAULT NULL,
  `audit_comments_enabled` tinyint(1) NULL DEFAULT NULL,
  PRIMARY KEY (`list_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_lists_fields` (
  `field_id` int(9) unsigned NOT NULL auto_increment,
  `list_id` bigint(14) unsigned NOT NULL DEFAULT 0,
  `field_label` varchar(50) NULL DEFAULT NULL,
  `field_name` varchar(5000) NULL DEFAULT NULL,
  `field_description` varchar(100) NULL DEFAULT NULL,
  `field_rank` smallint(5) NULL DEFAULT NULL,
  `field_help` varchar(1000) NULL DEFAULT NULL,
  `field_type` enum('TEXT','AREA','SELECT','MULTI','RADIO','CHECKBOX','DATE','TIME','DISPLAY','SCRIPT','HIDDEN','READONLY','HIDEBLOB','SWITCH','SOURCESELECT','BUTTON') NULL DEFAULT 'TEXT',
  `field_options` varchar(5000) NULL DEFAULT NULL,
  `field_size` smallint(5) NULL DEFAULT NULL,
  `field_max` smallint(5) NULL DEFAULT NULL,
  `field_default` varchar(255) NULL DEFAULT NULL,
  `field_cost` smallint(5) NULL DEFAULT NULL,
  `field_required` enum('Y','N','INBOUND_ONLY') NULL DEFAULT 'N',
  `name_position` enum('LEFT','TOP') NULL DEFAULT 'LEFT',
  `multi_position` enum('HORIZONTAL','VERTICAL') NULL DEFAULT 'HORIZONTAL',
  `field_order` smallint(5) NULL DEFAULT 1,
  `field_encrypt` enum('Y','N') NULL DEFAULT 'N',
  `field_show_hide` enum('DISABLED','X_OUT_ALL','LAST_1','LAST_2','LAST_3','LAST_4','FIRST_1_LAST_4') NULL DEFAULT 'DISABLED',
  `field_duplicate` enum('Y','N') NULL DEFAULT 'N',
  PRIMARY KEY (`field_id`),
  UNIQUE KEY `listfield` (`list_id`,`field_label`)
) ENGINE=MyISAM AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_live_agents` (
  `live_agent_id` int(9) unsigned NOT NULL auto_increment,
  `user` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `conf_exten` varchar(20) NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT NULL,
  `status` enum('READY','QUEUE','INCALL','PAUSED','CLOSER','MQUEUE') NULL DEFAULT 'PAUSED',
  `lead_id` int(9) unsigned NOT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `callerid` varchar(20) NULL DEFAULT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `random_id` int(8) unsigned NULL DEFAULT NULL,
  `last_call_time` datetime NULL DEFAULT NULL,
  `last_update_time` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `last_call_finish` datetime NULL DEFAULT NULL,
  `closer_campaigns` text NULL DEFAULT NULL,
  `call_server_ip` varchar(15) NULL DEFAULT NULL,
  `user_level` tinyint(3) unsigned NULL DEFAULT 0,
  `comments` varchar(20) NULL DEFAULT NULL,
  `campaign_weight` tinyint(1) NULL DEFAULT 0,
  `calls_today` smallint(5) unsigned NULL DEFAULT 0,
  `external_hangup` varchar(1) NULL DEFAULT '',
  `external_status` varchar(255) NULL DEFAULT '',
  `external_pause` varchar(20) NULL DEFAULT '',
  `external_dial` varchar(100) NULL DEFAULT '',
  `external_ingroups` text NULL DEFAULT NULL,
  `external_blended` enum('0','1') NULL DEFAULT '0',
  `external_igb_set_user` varchar(20) NULL DEFAULT '',
  `external_update_fields` enum('0','1') NULL DEFAULT '0',
  `external_update_fields_data` varchar(255) NULL DEFAULT '',
  `external_timer_action` varchar(20) NULL DEFAULT '',
  `external_timer_action_message` varchar(255) NULL DEFAULT '',
  `external_timer_action_seconds` mediumint(7) NULL DEFAULT -1,
  `agent_log_id` int(9) unsigned NULL DEFAULT 0,
  `last_state_change` datetime NULL DEFAULT NULL,
  `agent_territories` text NULL DEFAULT NULL,
  `outbound_autodial` enum('Y','N') NULL DEFAULT 'N',
  `manager_ingroup_set` enum('Y','N','SET') NULL DEFAULT 'N',
  `ra_user` varchar(20) NULL DEFAULT '',
  `ra_extension` varchar(100) NULL DEFAULT '',
  `external_dtmf` varchar(100) NULL DEFAULT '',
  `external_transferconf` varchar(120) NULL DEFAULT '',
  `external_park` varchar(40) NULL DEFAULT '',
  `external_timer_action_destination` varchar(100) NULL DEFAULT '',
  `on_hook_agent` enum('Y','N') NULL DEFAULT 'N',
  `on_hook_ring_time` smallint(5) NULL DEFAULT 15,
  `ring_callerid` varchar(20) NULL DEFAULT '',
  `last_inbound_call_time` datetime NULL DEFAULT NULL,
  `last_inbound_call_finish` datetime NULL DEFAULT NULL,
  `campaign_grade` tinyint(2) unsigned NULL DEFAULT 1,
  `external_recording` varchar(20) NULL DEFAULT '',
  `external_pause_code` varchar(6) NULL DEFAULT '',
  `pause_code` varchar(6) NULL DEFAULT '',
  `preview_lead_id` int(9) unsigned NULL DEFAULT 0,
  `external_lead_id` int(9) unsigned NULL DEFAULT 0,
  `last_inbound_call_time_filtered` datetime NULL DEFAULT NULL,
  `last_inbound_call_finish_filtered` datetime NULL DEFAULT NULL,
  `dial_campaign_id` varchar(8) NULL DEFAULT '',
  PRIMARY KEY (`live_agent_id`),
  KEY `last_call_finish` (`last_call_finish`),
  KEY `last_call_time` (`last_call_time`),
  KEY `last_update_time` (`last_update_time`),
  KEY `random_id` (`random_id`),
  KEY `vlali` (`lead_id`),
  KEY `vlaus` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_live_agents_details` (
  `user` varchar(20) NOT NULL,
  `update_date` datetime NULL DEFAULT NULL,
  `web_ip` varchar(45) NULL DEFAULT '',
  `latency` mediumint(7) NULL DEFAULT 0,
  `latency_min_avg` mediumint(7) NULL DEFAULT 0,
  `latency_min_peak` mediumint(7) NULL DEFAULT 0,
  `latency_hour_avg` mediumint(7) NULL DEFAULT 0,
  `latency_hour_peak` mediumint(7) NULL DEFAULT 0,
  `latency_today_avg` mediumint(7) NULL DEFAULT 0,
  `latency_today_peak` mediumint(7) NULL DEFAULT 0,
  PRIMARY KEY (`user`),
  KEY `update_date` (`update_date`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_live_chats` (
  `chat_id` int(9) unsigned NOT NULL auto_increment,
  `chat_start_time` datetime NULL DEFAULT NULL,
  `status` varchar(20) NULL DEFAULT NULL,
  `chat_creator` varchar(20) NULL DEFAULT NULL,
  `group_id` varchar(20) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `transferring_agent` varchar(20) NULL DEFAULT NULL,
  `user_direct` varchar(20) NULL DEFAULT NULL,
  `user_direct_group_id` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`chat_id`),
  KEY `vicidial_live_chats_lead_id_key` (`lead_id`),
  KEY `vicidial_live_chats_start_time_key` (`chat_start_time`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_live_inbound_agents` (
  `user` varchar(20) NULL DEFAULT NULL,
  `group_id` varchar(20) NULL DEFAULT NULL,
  `group_weight` tinyint(1) NULL DEFAULT 0,
  `calls_today` smallint(5) unsigned NULL DEFAULT 0,
  `last_call_time` datetime NULL DEFAULT NULL,
  `last_call_finish` datetime NULL DEFAULT NULL,
  `group_grade` tinyint(2) unsigned NULL DEFAULT 1,
  `calls_today_filtered` smallint(5) unsigned NULL DEFAULT 0,
  `last_call_time_filtered` datetime NULL DEFAULT NULL,
  `last_call_finish_filtered` datetime NULL DEFAULT NULL,
  `daily_limit` smallint(5) NULL DEFAULT -1,
  KEY `group_id` (`group_id`),
  KEY `group_weight` (`group_weight`),
  UNIQUE KEY `vlia_user_group_id` (`user`,`group_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_log` (
  `uniqueid` varchar(20) NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `processed` enum('Y','N') NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `term_reason` enum('CALLER','AGENT','QUEUETIMEOUT','ABANDON','AFTERHOURS','NONE','SYSTEM') NULL DEFAULT 'NONE',
  `alt_dial` varchar(6) NULL DEFAULT 'NONE',
  `called_count` smallint(5) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`uniqueid`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_log_archive` (
  `uniqueid` varchar(20) NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `processed` enum('Y','N') NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `term_reason` enum('CALLER','AGENT','QUEUETIMEOUT','ABANDON','AFTERHOURS','NONE','SYSTEM') NULL DEFAULT 'NONE',
  `alt_dial` varchar(6) NULL DEFAULT 'NONE',
  `called_count` smallint(5) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`uniqueid`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_log_extended` (
  `uniqueid` varchar(50) NOT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `caller_code` varchar(30) NOT NULL,
  `custom_call_id` varchar(100) NULL DEFAULT NULL,
  `start_url_processed` enum('N','Y','U') NULL DEFAULT 'N',
  `dispo_url_processed` enum('N','Y','U','XY','XU') NULL DEFAULT 'N',
  `multi_alt_processed` enum('N','Y','U') NULL DEFAULT 'N',
  `noanswer_processed` enum('N','Y','U') NULL DEFAULT 'N',
  PRIMARY KEY (`uniqueid`),
  KEY `call_date` (`call_date`),
  KEY `vlecc` (`caller_code`),
  KEY `vle_lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_log_extended_archive` (
  `uniqueid` varchar(50) NOT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `caller_code` varchar(30) NOT NULL,
  `custom_call_id` varchar(100) NULL DEFAULT NULL,
  `start_url_processed` enum('N','Y','U') NULL DEFAULT 'N',
  `dispo_url_processed` enum('N','Y','U','XY','XU') NULL DEFAULT 'N',
  `multi_alt_processed` enum('N','Y','U') NULL DEFAULT 'N',
  `noanswer_processed` enum('N','Y','U') NULL DEFAULT 'N',
  PRIMARY KEY (`uniqueid`),
  KEY `call_date` (`call_date`),
  UNIQUE KEY `vlea` (`uniqueid`,`call_date`,`lead_id`),
  KEY `vlecc` (`caller_code`),
  KEY `vle_lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_log_extended_sip` (
  `call_date` datetime(6) NULL DEFAULT NULL,
  `caller_code` varchar(30) NOT NULL,
  `invite_to_ring` decimal(10,6) NULL DEFAULT 0.000000,
  `ring_to_final` decimal(10,6) NULL DEFAULT 0.000000,
  `invite_to_final` decimal(10,6) NULL DEFAULT 0.000000,
  `last_event_code` smallint(3) NULL DEFAULT 0,
  KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_log_extended_sip_archive` (
  `call_date` datetime(6) NULL DEFAULT NULL,
  `caller_code` varchar(30) NOT NULL,
  `invite_to_ring` decimal(10,6) NULL DEFAULT 0.000000,
  `ring_to_final` decimal(10,6) NULL DEFAULT 0.000000,
  `invite_to_final` decimal(10,6) NULL DEFAULT 0.000000,
  `last_event_code` smallint(3) NULL DEFAULT 0,
  KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`),
  UNIQUE KEY `vlesa` (`caller_code`,`call_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_log_noanswer` (
  `uniqueid` varchar(20) NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `processed` enum('Y','N') NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `term_reason` enum('CALLER','AGENT','QUEUETIMEOUT','ABANDON','AFTERHOURS','NONE','SYSTEM') NULL DEFAULT 'NONE',
  `alt_dial` varchar(6) NULL DEFAULT 'NONE',
  `caller_code` varchar(30) NOT NULL,
  PRIMARY KEY (`uniqueid`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_log_noanswer_archive` (
  `uniqueid` varchar(20) NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `start_epoch` int(10) unsigned NULL DEFAULT NULL,
  `end_epoch` int(10) unsigned NULL DEFAULT NULL,
  `length_in_sec` int(10) NULL DEFAULT NULL,
  `status` varchar(6) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `comments` varchar(255) NULL DEFAULT NULL,
  `processed` enum('Y','N') NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `term_reason` enum('CALLER','AGENT','QUEUETIMEOUT','ABANDON','AFTERHOURS','NONE','SYSTEM') NULL DEFAULT 'NONE',
  `alt_dial` varchar(6) NULL DEFAULT 'NONE',
  `caller_code` varchar(30) NOT NULL,
  PRIMARY KEY (`uniqueid`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_long_extensions` (
  `le_id` int(9) unsigned NOT NULL auto_increment,
  `extension` varchar(1000) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT '2001-01-01 00:00:01',
  `source` varchar(20) NULL DEFAULT '',
  PRIMARY KEY (`le_id`),
  KEY `call_date` (`call_date`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_manager` (
  `man_id` int(9) unsigned NOT NULL auto_increment,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `entry_date` datetime NULL DEFAULT NULL,
  `status` enum('NEW','QUEUE','SENT','UPDATED','DEAD') NULL DEFAULT NULL,
  `response` enum('Y','N') NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `action` varchar(20) NULL DEFAULT NULL,
  `callerid` varchar(20) NULL DEFAULT NULL,
  `cmd_line_b` varchar(100) NULL DEFAULT NULL,
  `cmd_line_c` varchar(100) NULL DEFAULT NULL,
  `cmd_line_d` varchar(200) NULL DEFAULT NULL,
  `cmd_line_e` varchar(100) NULL DEFAULT NULL,
  `cmd_line_f` varchar(100) NULL DEFAULT NULL,
  `cmd_line_g` varchar(100) NULL DEFAULT NULL,
  `cmd_line_h` varchar(100) NULL DEFAULT NULL,
  `cmd_line_i` varchar(50) NULL DEFAULT NULL,
  `cmd_line_j` varchar(50) NULL DEFAULT NULL,
  `cmd_line_k` varchar(100) NULL DEFAULT NULL,
  PRIMARY KEY (`man_id`),
  KEY `callerid` (`callerid`),
  KEY `serverstat` (`server_ip`,`status`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_manager_chat_log` (
  `manager_chat_message_id` int(10) unsigned NOT NULL auto_increment,
  `manager_chat_id` int(10) unsigned NULL DEFAULT NULL,
  `manager_chat_subid` tinyint(3) unsigned NULL DEFAULT NULL,
  `manager` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `message` mediumtext NULL DEFAULT NULL,
  `message_id` varchar(20) NULL DEFAULT NULL,
  `message_date` datetime NULL DEFAULT NULL,
  `message_viewed_date` datetime NULL DEFAULT NULL,
  `message_posted_by` varchar(20) NULL DEFAULT NULL,
  `audio_alerted` enum('Y','N') NULL DEFAULT 'N',
  PRIMARY KEY (`manager_chat_message_id`),
  KEY `manager_chat_id_key` (`manager_chat_id`),
  KEY `manager_chat_manager_key` (`manager`),
  KEY `manager_chat_subid_key` (`manager_chat_subid`),
  KEY `manager_chat_user_key` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_manager_chat_log_archive` (
  `manager_chat_message_id` int(10) unsigned NOT NULL auto_increment,
  `manager_chat_id` int(10) unsigned NULL DEFAULT NULL,
  `manager_chat_subid` tinyint(3) unsigned NULL DEFAULT NULL,
  `manager` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `message` mediumtext NULL DEFAULT NULL,
  `message_id` varchar(20) NULL DEFAULT NULL,
  `message_date` datetime NULL DEFAULT NULL,
  `message_viewed_date` datetime NULL DEFAULT NULL,
  `message_posted_by` varchar(20) NULL DEFAULT NULL,
  `audio_alerted` enum('Y','N') NULL DEFAULT 'N',
  PRIMARY KEY (`manager_chat_message_id`),
  KEY `manager_chat_id_archive_key` (`manager_chat_id`),
  KEY `manager_chat_subid_archive_key` (`manager_chat_subid`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_manager_chats` (
  `manager_chat_id` int(10) unsigned NOT NULL auto_increment,
  `internal_chat_type` enum('AGENT','MANAGER') NULL DEFAULT 'MANAGER',
  `chat_start_date` datetime NULL DEFAULT NULL,
  `manager` varchar(20) NULL DEFAULT NULL,
  `selected_agents` mediumtext NULL DEFAULT NULL,
  `selected_user_groups` mediumtext NULL DEFAULT NULL,
  `selected_campaigns` mediumtext NULL DEFAULT NULL,
  `allow_replies` enum('Y','N') NULL DEFAULT 'N',
  PRIMARY KEY (`manager_chat_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_manager_chats_archive` (
  `manager_chat_id` int(10) unsigned NOT NULL auto_increment,
  `internal_chat_type` enum('AGENT','MANAGER') NULL DEFAULT 'MANAGER',
  `chat_start_date` datetime NULL DEFAULT NULL,
  `manager` varchar(20) NULL DEFAULT NULL,
  `selected_agents` mediumtext NULL DEFAULT NULL,
  `selected_user_groups` mediumtext NULL DEFAULT NULL,
  `selected_campaigns` mediumtext NULL DEFAULT NULL,
  `allow_replies` enum('Y','N') NULL DEFAULT 'N',
  PRIMARY KEY (`manager_chat_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_manual_dial_queue` (
  `mdq_id` int(9) unsigned NOT NULL auto_increment,
  `user` varchar(20) NULL DEFAULT NULL,
  `phone_number` varchar(100) NULL DEFAULT '',
  `entry_time` datetime NULL DEFAULT NULL,
  `status` enum('READY','QUEUE') NULL DEFAULT 'READY',
  `external_dial` varchar(100) NULL DEFAULT '',
  PRIMARY KEY (`mdq_id`),
  KEY `user` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_monitor_calls` (
  `monitor_call_id` int(9) unsigned NOT NULL auto_increment,
  `server_ip` varchar(15) NOT NULL,
  `callerid` varchar(20) NULL DEFAULT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `context` varchar(100) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `monitor_time` datetime NULL DEFAULT NULL,
  `user_phone` varchar(10) NULL DEFAULT 'USER',
  `api_log` enum('Y','N') NULL DEFAULT 'N',
  `barge_listen` enum('LISTEN','BARGE') NULL DEFAULT 'LISTEN',
  `prepop_id` varchar(100) NULL DEFAULT '',
  `campaigns_limit` varchar(1000) NULL DEFAULT '',
  `users_list` enum('Y','N') NULL DEFAULT 'N',
  PRIMARY KEY (`monitor_call_id`),
  KEY `callerid` (`callerid`),
  KEY `monitor_time` (`monitor_time`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_monitor_log` (
  `server_ip` varchar(15) NOT NULL,
  `callerid` varchar(20) NULL DEFAULT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `context` varchar(100) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `monitor_time` datetime NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  KEY `campaign_id` (`campaign_id`),
  KEY `monitor_time` (`monitor_time`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_music_on_hold` (
  `moh_id` varchar(100) NOT NULL,
  `moh_name` varchar(255) NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT 'N',
  `random` enum('Y','N') NULL DEFAULT 'N',
  `remove` enum('Y','N') NULL DEFAULT 'N',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  PRIMARY KEY (`moh_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_music_on_hold_files` (
  `filename` varchar(100) NOT NULL,
  `moh_id` varchar(100) NOT NULL,
  `rank` smallint(5) NULL DEFAULT NULL,
  UNIQUE KEY `mohfile` (`filename`,`moh_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_nanpa_filter_log` (
  `output_code` varchar(30) NOT NULL,
  `status` varchar(20) NULL DEFAULT 'BEGIN',
  `server_ip` varchar(15) NULL DEFAULT '',
  `list_id` text NULL DEFAULT NULL,
  `start_time` datetime NULL DEFAULT NULL,
  `update_time` datetime NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT '',
  `leads_count` bigint(14) NULL DEFAULT 0,
  `filter_count` bigint(14) NULL DEFAULT 0,
  `status_line` varchar(255) NULL DEFAULT '',
  `script_output` text NULL DEFAULT NULL,
  PRIMARY KEY (`output_code`),
  KEY `start_time` (`start_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_nanpa_prefix_codes` (
  `areacode` char(3) NULL DEFAULT NULL,
  `prefix` char(3) NULL DEFAULT NULL,
  `GMT_offset` varchar(6) NULL DEFAULT NULL,
  `DST` enum('Y','N') NULL DEFAULT NULL,
  `latitude` varchar(17) NULL DEFAULT NULL,
  `longitude` varchar(17) NULL DEFAULT NULL,
  `city` varchar(50) NULL DEFAULT '',
  `state` varchar(2) NULL DEFAULT '',
  `postal_code` varchar(10) NULL DEFAULT '',
  `country` varchar(2) NULL DEFAULT '',
  `lata_type` varchar(1) NULL DEFAULT '',
  UNIQUE KEY `areaprefix` (`areacode`,`prefix`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_outbound_ivr_log` (
  `uniqueid` varchar(50) NOT NULL,
  `caller_code` varchar(30) NOT NULL,
  `event_date` datetime NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT '',
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `menu_id` varchar(50) NULL DEFAULT '',
  `menu_action` varchar(50) NULL DEFAULT '',
  KEY `campaign_id` (`campaign_id`),
  UNIQUE KEY `campserver` (`event_date`,`lead_id`,`menu_id`),
  KEY `event_date` (`event_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_outbound_ivr_log_archive` (
  `uniqueid` varchar(50) NOT NULL,
  `caller_code` varchar(30) NOT NULL,
  `event_date` datetime NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT '',
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `menu_id` varchar(50) NULL DEFAULT '',
  `menu_action` varchar(50) NULL DEFAULT '',
  KEY `campaign_id` (`campaign_id`),
  UNIQUE KEY `campserver` (`event_date`,`lead_id`,`menu_id`),
  KEY `event_date` (`event_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_override_ids` (
  `id_table` varchar(50) NOT NULL,
  `active` enum('0','1') NULL DEFAULT '1',
  `value` int(9) NULL DEFAULT 0,
  PRIMARY KEY (`id_table`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_pause_codes` (
  `pause_code` varchar(6) NOT NULL,
  `pause_code_name` varchar(30) NULL DEFAULT NULL,
  `billable` enum('NO','YES','HALF') NULL DEFAULT 'NO',
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `time_limit` smallint(5) unsigned NULL DEFAULT 65000,
  `require_mgr_approval` enum('NO','YES') NULL DEFAULT 'NO',
  KEY `campaign_id` (`campaign_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_peer_event_log` (
  `peer_event_id` int(9) unsigned NOT NULL auto_increment,
  `event_type` enum('UNKNOWN','REGISTERED','UNREGISTERED','REACHABLE','LAGGED','UNREACHABLE','RTPDISCONNECT','CRITICALTIMEOUT') NULL DEFAULT 'UNKNOWN',
  `event_date` datetime(6) NOT NULL,
  `channel` varchar(100) NULL DEFAULT '',
  `server_ip` varchar(15) NOT NULL,
  `host_ip` varchar(15) NULL DEFAULT '',
  `port` smallint(6) NULL DEFAULT NULL,
  `channel_type` enum('IAX2','SIP','PJSIP') NULL DEFAULT NULL,
  `peer` varchar(100) NULL DEFAULT '',
  `data` varchar(255) NULL DEFAULT '',
  PRIMARY KEY (`peer_event_id`),
  KEY `channel` (`channel`),
  KEY `event_date` (`event_date`),
  KEY `peer` (`peer`)
) ENGINE=MyISAM AUTO_INCREMENT=630320 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_peer_event_log_archive` (
  `peer_event_id` int(9) unsigned NOT NULL,
  `event_type` enum('UNKNOWN','REGISTERED','UNREGISTERED','REACHABLE','LAGGED','UNREACHABLE','RTPDISCONNECT','CRITICALTIMEOUT') NULL DEFAULT 'UNKNOWN',
  `event_date` datetime(6) NOT NULL,
  `channel` varchar(100) NULL DEFAULT '',
  `server_ip` varchar(15) NOT NULL,
  `host_ip` varchar(15) NULL DEFAULT '',
  `port` smallint(6) NULL DEFAULT NULL,
  `channel_type` enum('IAX2','SIP','PJSIP') NULL DEFAULT NULL,
  `peer` varchar(100) NULL DEFAULT '',
  `data` varchar(255) NULL DEFAULT '',
  PRIMARY KEY (`peer_event_id`),
  KEY `channel` (`channel`),
  KEY `event_date` (`event_date`),
  KEY `peer` (`peer`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_pending_ar` (
  `ar_id` int(10) unsigned NOT NULL auto_increment,
  `report_id` varchar(30) NULL DEFAULT '',
  `start_datetime` datetime NULL DEFAULT NULL,
  `php_script` varchar(50) NULL DEFAULT '',
  `user` varchar(20) NULL DEFAULT NULL,
  `status` enum('TRIGGERED','AUTHORIZED','COMPLETED','ERROR') NULL DEFAULT 'TRIGGERED',
  `notes` text NULL DEFAULT NULL,
  PRIMARY KEY (`ar_id`),
  KEY `pending_ar_key` (`user`,`start_datetime`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_phone_codes` (
  `country_code` smallint(5) unsigned NULL DEFAULT NULL,
  `country` char(3) NULL DEFAULT NULL,
  `areacode` char(3) NULL DEFAULT NULL,
  `state` varchar(4) NULL DEFAULT NULL,
  `GMT_offset` varchar(6) NULL DEFAULT NULL,
  `DST` enum('Y','N') NULL DEFAULT NULL,
  `DST_range` varchar(8) NULL DEFAULT NULL,
  `geographic_description` varchar(100) NULL DEFAULT NULL,
  `tz_code` varchar(4) NULL DEFAULT '',
  `php_tz` varchar(100) NULL DEFAULT '',
  KEY `country_area_code` (`country_code`,`areacode`),
  KEY `country_code` (`country_code`),
  KEY `country_state` (`country_code`,`state`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_phone_number_call_daily_counts` (
  `phone_number` varchar(18) NOT NULL,
  `called_count` tinyint(3) unsigned NULL DEFAULT 0,
  `modify_date` datetime NULL DEFAULT NULL,
  UNIQUE KEY `vpncdc_phone_number` (`phone_number`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_postal_codes` (
  `postal_code` varchar(10) NOT NULL,
  `state` varchar(4) NULL DEFAULT NULL,
  `GMT_offset` varchar(6) NULL DEFAULT NULL,
  `DST` enum('Y','N') NULL DEFAULT NULL,
  `DST_range` varchar(8) NULL DEFAULT NULL,
  `country` char(3) NULL DEFAULT NULL,
  `country_code` smallint(5) unsigned NULL DEFAULT NULL,
  KEY `country_postal_code` (`country_code`,`postal_code`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_postal_codes_cities` (
  `postal_code` varchar(10) NOT NULL,
  `state` varchar(4) NULL DEFAULT NULL,
  `city` varchar(60) NULL DEFAULT NULL,
  `county` varchar(60) NULL DEFAULT NULL,
  `latitude` varchar(17) NULL DEFAULT NULL,
  `longitude` varchar(17) NULL DEFAULT NULL,
  `areacode` char(3) NULL DEFAULT NULL,
  `country_code` smallint(5) unsigned NULL DEFAULT NULL,
  `country` char(3) NULL DEFAULT NULL,
  KEY `postal_code` (`postal_code`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_process_log` (
  `serial_id` varchar(20) NOT NULL,
  `run_time` datetime NULL DEFAULT NULL,
  `run_sec` int(11) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `script` varchar(100) NULL DEFAULT NULL,
  `process` varchar(100) NULL DEFAULT NULL,
  `output_lines` mediumtext NULL DEFAULT NULL,
  KEY `run_time` (`run_time`),
  KEY `serial_id` (`serial_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_process_trigger_log` (
  `trigger_id` varchar(20) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `trigger_time` datetime NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `trigger_lines` text NULL DEFAULT NULL,
  `trigger_results` mediumtext NULL DEFAULT NULL,
  KEY `trigger_id` (`trigger_id`),
  KEY `trigger_time` (`trigger_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_process_triggers` (
  `trigger_id` varchar(20) NOT NULL,
  `trigger_name` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `trigger_time` datetime NULL DEFAULT NULL,
  `trigger_run` enum('0','1') NULL DEFAULT '0',
  `user` varchar(20) NULL DEFAULT NULL,
  `trigger_lines` text NULL DEFAULT NULL,
  PRIMARY KEY (`trigger_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_qc_agent_log` (
  `qc_agent_log_id` int(9) unsigned NOT NULL auto_increment,
  `qc_user` varchar(20) NOT NULL,
  `qc_user_group` varchar(20) NOT NULL,
  `qc_user_ip` varchar(15) NOT NULL,
  `lead_user` varchar(20) NOT NULL,
  `web_server_ip` varchar(15) NOT NULL,
  `view_datetime` datetime NOT NULL,
  `save_datetime` datetime NULL DEFAULT NULL,
  `view_epoch` int(10) unsigned NOT NULL,
  `save_epoch` int(10) unsigned NULL DEFAULT NULL,
  `elapsed_seconds` smallint(5) unsigned NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NOT NULL,
  `campaign_id` varchar(8) NOT NULL,
  `old_status` varchar(6) NULL DEFAULT NULL,
  `new_status` varchar(6) NULL DEFAULT NULL,
  `details` text NULL DEFAULT NULL,
  `processed` enum('Y','N') NOT NULL,
  `qc_log_id` int(10) unsigned NULL DEFAULT NULL,
  PRIMARY KEY (`qc_agent_log_id`),
  KEY `view_epoch` (`view_epoch`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_qc_codes` (
  `code` varchar(8) NOT NULL,
  `code_name` varchar(30) NULL DEFAULT NULL,
  `qc_result_type` enum('PASS','FAIL','CANCEL','COMMIT') NOT NULL,
  PRIMARY KEY (`code`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_queue_groups` (
  `queue_group` varchar(20) NOT NULL,
  `queue_group_name` varchar(40) NOT NULL,
  `included_campaigns` text NULL DEFAULT NULL,
  `included_inbound_groups` text NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `active` enum('Y','N') NULL DEFAULT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_recent_ascb_calls` (
  `call_date` datetime NULL DEFAULT NULL,
  `callback_date` datetime NULL DEFAULT NULL,
  `callback_id` int(9) unsigned NULL DEFAULT 0,
  `caller_code` varchar(30) NULL DEFAULT '',
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `server_ip` varchar(60) NOT NULL,
  `orig_status` varchar(6) NULL DEFAULT 'CALLBK',
  `reschedule` varchar(10) NULL DEFAULT '',
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `rescheduled` enum('U','P','Y','N') NULL DEFAULT 'U',
  UNIQUE KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_recent_ascb_calls_archive` (
  `call_date` datetime NULL DEFAULT NULL,
  `callback_date` datetime NULL DEFAULT NULL,
  `callback_id` int(9) unsigned NULL DEFAULT 0,
  `caller_code` varchar(30) NULL DEFAULT '',
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `server_ip` varchar(60) NOT NULL,
  `orig_status` varchar(6) NULL DEFAULT 'CALLBK',
  `reschedule` varchar(10) NULL DEFAULT '',
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `rescheduled` enum('U','P','Y','N') NULL DEFAULT 'U',
  UNIQUE KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_recording_access_log` (
  `recording_access_log_id` int(10) unsigned NOT NULL auto_increment,
  `recording_id` int(10) unsigned NULL DEFAULT NULL,
  `lead_id` int(10) unsigned NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `access_datetime` datetime NULL DEFAULT NULL,
  `access_result` enum('ACCESSED','INVALID USER','INVALID PERMISSIONS','NO RECORDING','RECORDING UNAVAILABLE') NULL DEFAULT NULL,
  `ip` varchar(15) NULL DEFAULT '',
  PRIMARY KEY (`recording_access_log_id`),
  KEY `lead_id` (`lead_id`),
  KEY `recording_id` (`recording_id`)
) ENGINE=MyISAM AUTO_INCREMENT=1599 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_remote_agent_log` (
  `uniqueid` varchar(20) NULL DEFAULT '',
  `callerid` varchar(20) NULL DEFAULT '',
  `ra_user` varchar(20) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `call_time` datetime NULL DEFAULT NULL,
  `extension` varchar(100) NULL DEFAULT '',
  `lead_id` int(9) unsigned NULL DEFAULT 0,
  `phone_number` varchar(18) NULL DEFAULT '',
  `campaign_id` varchar(20) NULL DEFAULT '',
  `processed` enum('Y','N') NULL DEFAULT 'N',
  `comment` varchar(255) NULL DEFAULT '',
  KEY `call_time` (`call_time`),
  KEY `extension` (`extension`),
  KEY `phone_number` (`phone_number`),
  KEY `ra_user` (`ra_user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_remote_agents` (
  `remote_agent_id` int(9) unsigned NOT NULL auto_increment,
  `user_start` varchar(20) NULL DEFAULT NULL,
  `number_of_lines` tinyint(3) unsigned NULL DEFAULT 1,
  `server_ip` varchar(15) NOT NULL,
  `conf_exten` varchar(20) NULL DEFAULT NULL,
  `status` enum('ACTIVE','INACTIVE') NULL DEFAULT 'INACTIVE',
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `closer_campaigns` text NULL DEFAULT NULL,
  `extension_group` varchar(20) NULL DEFAULT 'NONE',
  `extension_group_order` varchar(20) NULL DEFAULT 'NONE',
  `on_hook_agent` enum('Y','N') NULL DEFAULT 'N',
  `on_hook_ring_time` smallint(5) NULL DEFAULT 15,
  PRIMARY KEY (`remote_agent_id`)
) ENGINE=MyISAM AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_report_log` (
  `report_log_id` int(9) unsigned NOT NULL auto_increment,
  `event_date` datetime NOT NULL,
  `user` varchar(20) NOT NULL,
  `ip_address` varchar(15) NOT NULL,
  `report_name` varchar(50) NOT NULL,
  `browser` text NULL DEFAULT NULL,
  `referer` text NULL DEFAULT NULL,
  `notes` text NULL DEFAULT NULL,
  `url` text NULL DEFAULT NULL,
  `run_time` varchar(20) NULL DEFAULT '0',
  `webserver` smallint(5) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`report_log_id`),
  KEY `report_name` (`report_name`),
  KEY `user` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_rt_monitor_log` (
  `manager_user` varchar(20) NOT NULL,
  `manager_server_ip` varchar(15) NOT NULL,
  `manager_phone` varchar(20) NOT NULL,
  `manager_ip` varchar(15) NULL DEFAULT NULL,
  `agent_user` varchar(20) NULL DEFAULT NULL,
  `agent_server_ip` varchar(15) NULL DEFAULT NULL,
  `agent_status` varchar(10) NULL DEFAULT NULL,
  `agent_session` varchar(10) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `caller_code` varchar(20) NULL DEFAULT NULL,
  `monitor_start_time` datetime NULL DEFAULT NULL,
  `monitor_end_time` datetime NULL DEFAULT NULL,
  `monitor_sec` int(9) unsigned NULL DEFAULT 0,
  `monitor_type` enum('LISTEN','BARGE','HIJACK','WHISPER') NULL DEFAULT 'LISTEN',
  KEY `agent_user` (`agent_user`),
  UNIQUE KEY `caller_code` (`caller_code`),
  KEY `manager_user` (`manager_user`),
  KEY `monitor_start_time` (`monitor_start_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_rt_monitor_log_archive` (
  `manager_user` varchar(20) NOT NULL,
  `manager_server_ip` varchar(15) NOT NULL,
  `manager_phone` varchar(20) NOT NULL,
  `manager_ip` varchar(15) NULL DEFAULT NULL,
  `agent_user` varchar(20) NULL DEFAULT NULL,
  `agent_server_ip` varchar(15) NULL DEFAULT NULL,
  `agent_status` varchar(10) NULL DEFAULT NULL,
  `agent_session` varchar(10) NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `caller_code` varchar(20) NULL DEFAULT NULL,
  `monitor_start_time` datetime NULL DEFAULT NULL,
  `monitor_end_time` datetime NULL DEFAULT NULL,
  `monitor_sec` int(9) unsigned NULL DEFAULT 0,
  `monitor_type` enum('LISTEN','BARGE','HIJACK','WHISPER') NULL DEFAULT 'LISTEN',
  KEY `agent_user` (`agent_user`),
  UNIQUE KEY `caller_code` (`caller_code`),
  KEY `manager_user` (`manager_user`),
  KEY `monitor_start_time` (`monitor_start_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_screen_colors` (
  `colors_id` varchar(20) NOT NULL,
  `colors_name` varchar(100) NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT 'N',
  `menu_background` varchar(6) NULL DEFAULT '015B91',
  `frame_background` varchar(6) NULL DEFAULT 'D9E6FE',
  `std_row1_background` varchar(6) NULL DEFAULT '9BB9FB',
  `std_row2_background` varchar(6) NULL DEFAULT 'B9CBFD',
  `std_row3_background` varchar(6) NULL DEFAULT '8EBCFD',
  `std_row4_background` varchar(6) NULL DEFAULT 'B6D3FC',
  `std_row5_background` varchar(6) NULL DEFAULT 'A3C3D6',
  `alt_row1_background` varchar(6) NULL DEFAULT 'BDFFBD',
  `alt_row2_background` varchar(6) NULL DEFAULT '99FF99',
  `alt_row3_background` varchar(6) NULL DEFAULT 'CCFFCC',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `web_logo` varchar(100) NULL DEFAULT 'default_new',
  `button_color` varchar(6) NULL DEFAULT 'EFEFEF',
  PRIMARY KEY (`colors_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_screen_labels` (
  `label_id` varchar(20) NOT NULL,
  `label_name` varchar(100) NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT 'N',
  `label_hide_field_logs` varchar(6) NULL DEFAULT 'Y',
  `label_title` varchar(60) NULL DEFAULT '',
  `label_first_name` varchar(60) NULL DEFAULT '',
  `label_middle_initial` varchar(60) NULL DEFAULT '',
  `label_last_name` varchar(60) NULL DEFAULT '',
  `label_address1` varchar(60) NULL DEFAULT '',
  `label_address2` varchar(60) NULL DEFAULT '',
  `label_address3` varchar(60) NULL DEFAULT '',
  `label_city` varchar(60) NULL DEFAULT '',
  `label_state` varchar(60) NULL DEFAULT '',
  `label_province` varchar(60) NULL DEFAULT '',
  `label_postal_code` varchar(60) NULL DEFAULT '',
  `label_vendor_lead_code` varchar(60) NULL DEFAULT '',
  `label_gender` varchar(60) NULL DEFAULT '',
  `label_phone_number` varchar(60) NULL DEFAULT '',
  `label_phone_code` varchar(60) NULL DEFAULT '',
  `label_alt_phone` varchar(60) NULL DEFAULT '',
  `label_security_phrase` varchar(60) NULL DEFAULT '',
  `label_email` varchar(60) NULL DEFAULT '',
  `label_comments` varchar(60) NULL DEFAULT '',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `label_lead_id` varchar(60) NULL DEFAULT '',
  `label_list_id` varchar(60) NULL DEFAULT '',
  `label_entry_date` varchar(60) NULL DEFAULT '',
  `label_gmt_offset_now` varchar(60) NULL DEFAULT '',
  `label_source_id` varchar(60) NULL DEFAULT '',
  `label_called_since_last_reset` varchar(60) NULL DEFAULT '',
  `label_status` varchar(60) NULL DEFAULT '',
  `label_user` varchar(60) NULL DEFAULT '',
  `label_date_of_birth` varchar(60) NULL DEFAULT '',
  `label_country_code` varchar(60) NULL DEFAULT '',
  `label_last_local_call_time` varchar(60) NULL DEFAULT '',
  `label_called_count` varchar(60) NULL DEFAULT '',
  `label_rank` varchar(60) NULL DEFAULT '',
  `label_owner` varchar(60) NULL DEFAULT '',
  `label_entry_list_id` varchar(60) NULL DEFAULT '',
  PRIMARY KEY (`label_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_scripts` (
  `script_id` varchar(20) NOT NULL,
  `script_name` varchar(50) NULL DEFAULT NULL,
  `script_comments` varchar(255) NULL DEFAULT NULL,
  `script_text` text NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `script_color` varchar(20) NULL DEFAULT 'white',
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`script_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_security_event_log` (
  `event_id` int(9) unsigned NOT NULL auto_increment,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `event` varchar(25) NOT NULL,
  `event_time` datetime(3) NOT NULL,
  `severity` enum('Informational','Error') NOT NULL,
  `service` varchar(25) NOT NULL,
  `event_version` varchar(25) NOT NULL,
  `account_id` varchar(25) NOT NULL,
  `session_id` varchar(25) NOT NULL,
  `local_address` varchar(15) NOT NULL,
  `local_port` smallint(6) NOT NULL,
  `remote_address` varchar(15) NOT NULL,
  `remote_port` smallint(6) NOT NULL,
  `module` varchar(25) NULL DEFAULT NULL,
  `session_time` datetime(3) NULL DEFAULT NULL,
  `optional_one` varchar(100) NULL DEFAULT NULL,
  `optional_two` varchar(100) NULL DEFAULT NULL,
  `optional_three` varchar(100) NULL DEFAULT NULL,
  PRIMARY KEY (`event_id`),
  KEY `event` (`event`),
  KEY `event_time` (`event_time`),
  KEY `remote_address` (`remote_address`),
  KEY `server_ip` (`server_ip`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_server_carriers` (
  `carrier_id` varchar(15) NOT NULL,
  `carrier_name` varchar(50) NOT NULL,
  `registration_string` varchar(255) NULL DEFAULT NULL,
  `template_id` varchar(15) NOT NULL,
  `account_entry` text NULL DEFAULT NULL,
  `protocol` enum('SIP','PJSIP','PJSIP_WIZ','Zap','IAX2','EXTERNAL') NULL DEFAULT 'SIP',
  `globals_string` varchar(255) NULL DEFAULT NULL,
  `dialplan_entry` text NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `active` enum('Y','N') NULL DEFAULT 'Y',
  `carrier_description` varchar(255) NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  UNIQUE KEY `carrier_id` (`carrier_id`),
  KEY `server_ip` (`server_ip`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_server_trunks` (
  `server_ip` varchar(15) NOT NULL,
  `campaign_id` varchar(20) NOT NULL,
  `dedicated_trunks` smallint(5) unsigned NULL DEFAULT 0,
  `trunk_restriction` enum('MAXIMUM_LIMIT','OVERFLOW_ALLOWED') NULL DEFAULT 'OVERFLOW_ALLOWED',
  KEY `campaign_id` (`campaign_id`),
  KEY `server_ip` (`server_ip`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_session_data` (
  `session_name` varchar(40) NOT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `conf_exten` varchar(20) NULL DEFAULT NULL,
  `extension` varchar(100) NOT NULL,
  `login_time` datetime NOT NULL,
  `webphone_url` text NULL DEFAULT NULL,
  `agent_login_call` text NULL DEFAULT NULL,
  UNIQUE KEY `session_name` (`session_name`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sessions_recent` (
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `conf_exten` varchar(20) NULL DEFAULT NULL,
  `call_type` varchar(1) NULL DEFAULT '',
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sessions_recent_archive` (
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `conf_exten` varchar(20) NULL DEFAULT NULL,
  `call_type` varchar(1) NULL DEFAULT '',
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_settings_containers` (
  `container_id` varchar(40) NOT NULL,
  `container_notes` varchar(255) NULL DEFAULT '',
  `container_type` varchar(40) NULL DEFAULT 'OTHER',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `container_entry` mediumtext NULL DEFAULT NULL,
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`container_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_shared_drops` (
  `callerid` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NOT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `status` enum('SENT','RINGING','LIVE','XFER','PAUSED','CLOSER','BUSY','DISCONNECT','IVR') NULL DEFAULT 'PAUSED',
  `lead_id` int(9) unsigned NOT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `call_time` datetime NULL DEFAULT NULL,
  `call_type` enum('IN','OUT','OUTBALANCE') NULL DEFAULT 'OUT',
  `stage` varchar(20) NULL DEFAULT 'START',
  `last_update_time` datetime NULL DEFAULT NULL,
  `alt_dial` varchar(6) NULL DEFAULT 'NONE',
  `drop_time` datetime NULL DEFAULT NULL,
  KEY `callerid` (`callerid`),
  KEY `call_time` (`call_time`),
  KEY `drop_time` (`drop_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_shared_log` (
  `campaign_id` varchar(20) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `log_time` datetime NULL DEFAULT NULL,
  `total_agents` smallint(5) NULL DEFAULT 0,
  `total_calls` smallint(5) NULL DEFAULT 0,
  `debug_output` text NULL DEFAULT NULL,
  `adapt_output` text NULL DEFAULT NULL,
  KEY `campaign_id` (`campaign_id`),
  KEY `log_time` (`log_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_shifts` (
  `shift_id` varchar(20) NOT NULL,
  `shift_name` varchar(50) NULL DEFAULT NULL,
  `shift_start_time` varchar(4) NULL DEFAULT '0900',
  `shift_length` varchar(5) NULL DEFAULT '16:00',
  `shift_weekdays` varchar(7) NULL DEFAULT '0123456',
  `report_option` enum('Y','N') NULL DEFAULT 'N',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `report_rank` smallint(5) NULL DEFAULT 1,
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  KEY `shift_id` (`shift_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_action_log` (
  `call_date` datetime(6) NULL DEFAULT NULL,
  `caller_code` varchar(30) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `result` varchar(40) NULL DEFAULT NULL,
  KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`),
  KEY `result` (`result`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_action_log_archive` (
  `call_date` datetime(6) NULL DEFAULT NULL,
  `caller_code` varchar(30) NOT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `result` varchar(40) NULL DEFAULT NULL,
  KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`),
  KEY `result` (`result`),
  UNIQUE KEY `vlesa` (`caller_code`,`call_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_event_archive_details` (
  `wday` tinyint(1) unsigned NOT NULL,
  `start_event_date` datetime(6) NULL DEFAULT NULL,
  `end_event_date` datetime(6) NULL DEFAULT NULL,
  `record_count` int(9) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`wday`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_event_log` (
  `sip_event_id` int(9) unsigned NOT NULL auto_increment,
  `caller_code` varchar(30) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `sip_call_id` varchar(256) NULL DEFAULT NULL,
  `event_date` datetime(6) NULL DEFAULT NULL,
  `sip_event` varchar(10) NULL DEFAULT NULL,
  PRIMARY KEY (`sip_event_id`),
  KEY `caller_code` (`caller_code`),
  KEY `event_date` (`event_date`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_event_log_0` (
  `sip_event_id` int(9) unsigned NOT NULL,
  `caller_code` varchar(30) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `sip_call_id` varchar(256) NULL DEFAULT NULL,
  `event_date` datetime(6) NULL DEFAULT NULL,
  `sip_event` varchar(10) NULL DEFAULT NULL,
  PRIMARY KEY (`sip_event_id`),
  KEY `caller_code` (`caller_code`),
  KEY `event_date` (`event_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_event_log_1` (
  `sip_event_id` int(9) unsigned NOT NULL,
  `caller_code` varchar(30) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `sip_call_id` varchar(256) NULL DEFAULT NULL,
  `event_date` datetime(6) NULL DEFAULT NULL,
  `sip_event` varchar(10) NULL DEFAULT NULL,
  PRIMARY KEY (`sip_event_id`),
  KEY `caller_code` (`caller_code`),
  KEY `event_date` (`event_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_event_log_2` (
  `sip_event_id` int(9) unsigned NOT NULL,
  `caller_code` varchar(30) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `sip_call_id` varchar(256) NULL DEFAULT NULL,
  `event_date` datetime(6) NULL DEFAULT NULL,
  `sip_event` varchar(10) NULL DEFAULT NULL,
  PRIMARY KEY (`sip_event_id`),
  KEY `caller_code` (`caller_code`),
  KEY `event_date` (`event_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_event_log_3` (
  `sip_event_id` int(9) unsigned NOT NULL,
  `caller_code` varchar(30) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `sip_call_id` varchar(256) NULL DEFAULT NULL,
  `event_date` datetime(6) NULL DEFAULT NULL,
  `sip_event` varchar(10) NULL DEFAULT NULL,
  PRIMARY KEY (`sip_event_id`),
  KEY `caller_code` (`caller_code`),
  KEY `event_date` (`event_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_event_log_4` (
  `sip_event_id` int(9) unsigned NOT NULL,
  `caller_code` varchar(30) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `sip_call_id` varchar(256) NULL DEFAULT NULL,
  `event_date` datetime(6) NULL DEFAULT NULL,
  `sip_event` varchar(10) NULL DEFAULT NULL,
  PRIMARY KEY (`sip_event_id`),
  KEY `caller_code` (`caller_code`),
  KEY `event_date` (`event_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_event_log_5` (
  `sip_event_id` int(9) unsigned NOT NULL,
  `caller_code` varchar(30) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `sip_call_id` varchar(256) NULL DEFAULT NULL,
  `event_date` datetime(6) NULL DEFAULT NULL,
  `sip_event` varchar(10) NULL DEFAULT NULL,
  PRIMARY KEY (`sip_event_id`),
  KEY `caller_code` (`caller_code`),
  KEY `event_date` (`event_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_event_log_6` (
  `sip_event_id` int(9) unsigned NOT NULL,
  `caller_code` varchar(30) NOT NULL,
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `sip_call_id` varchar(256) NULL DEFAULT NULL,
  `event_date` datetime(6) NULL DEFAULT NULL,
  `sip_event` varchar(10) NULL DEFAULT NULL,
  PRIMARY KEY (`sip_event_id`),
  KEY `caller_code` (`caller_code`),
  KEY `event_date` (`event_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sip_event_recent` (
  `caller_code` varchar(20) NULL DEFAULT '',
  `channel` varchar(100) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `uniqueid` varchar(20) NULL DEFAULT NULL,
  `invite_date` datetime(6) NULL DEFAULT NULL,
  `first_100_date` datetime(6) NULL DEFAULT NULL,
  `first_180_date` datetime(6) NULL DEFAULT NULL,
  `first_183_date` datetime(6) NULL DEFAULT NULL,
  `last_100_date` datetime(6) NULL DEFAULT NULL,
  `last_180_date` datetime(6) NULL DEFAULT NULL,
  `last_183_date` datetime(6) NULL DEFAULT NULL,
  `200_date` datetime(6) NULL DEFAULT NULL,
  `error_date` datetime(6) NULL DEFAULT NULL,
  `processed` enum('N','Y','U') NULL DEFAULT 'N',
  KEY `caller_code` (`caller_code`),
  KEY `invite_date` (`invite_date`),
  KEY `processed` (`processed`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_state_call_times` (
  `state_call_time_id` varchar(10) NOT NULL,
  `state_call_time_state` varchar(2) NOT NULL,
  `state_call_time_name` varchar(30) NOT NULL,
  `state_call_time_comments` varchar(255) NULL DEFAULT '',
  `sct_default_start` smallint(4) unsigned NOT NULL DEFAULT 900,
  `sct_default_stop` smallint(4) unsigned NOT NULL DEFAULT 2100,
  `sct_sunday_start` smallint(4) unsigned NULL DEFAULT 0,
  `sct_sunday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `sct_monday_start` smallint(4) unsigned NULL DEFAULT 0,
  `sct_monday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `sct_tuesday_start` smallint(4) unsigned NULL DEFAULT 0,
  `sct_tuesday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `sct_wednesday_start` smallint(4) unsigned NULL DEFAULT 0,
  `sct_wednesday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `sct_thursday_start` smallint(4) unsigned NULL DEFAULT 0,
  `sct_thursday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `sct_friday_start` smallint(4) unsigned NULL DEFAULT 0,
  `sct_friday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `sct_saturday_start` smallint(4) unsigned NULL DEFAULT 0,
  `sct_saturday_stop` smallint(4) unsigned NULL DEFAULT 0,
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `ct_holidays` text NULL DEFAULT NULL,
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`state_call_time_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_stations` (
  `agent_station` varchar(10) NOT NULL,
  `phone_channel` varchar(100) NULL DEFAULT NULL,
  `computer_ip` varchar(15) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `DB_server_ip` varchar(15) NOT NULL,
  `DB_user` varchar(15) NULL DEFAULT NULL,
  `DB_pass` varchar(15) NULL DEFAULT NULL,
  `DB_port` varchar(6) NULL DEFAULT NULL,
  PRIMARY KEY (`agent_station`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_status_categories` (
  `vsc_id` varchar(20) NOT NULL,
  `vsc_name` varchar(50) NULL DEFAULT NULL,
  `vsc_description` varchar(255) NULL DEFAULT NULL,
  `tovdad_display` enum('Y','N') NULL DEFAULT 'N',
  `sale_category` enum('Y','N') NULL DEFAULT 'N',
  `dead_lead_category` enum('Y','N') NULL DEFAULT 'N',
  PRIMARY KEY (`vsc_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_status_groups` (
  `status_group_id` varchar(20) NOT NULL,
  `status_group_notes` varchar(255) NULL DEFAULT '',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`status_group_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_statuses` (
  `status` varchar(6) NOT NULL,
  `status_name` varchar(30) NULL DEFAULT NULL,
  `selectable` enum('Y','N') NULL DEFAULT 'N',
  `human_answered` enum('Y','N') NULL DEFAULT 'N',
  `category` varchar(20) NULL DEFAULT 'UNDEFINED',
  `sale` enum('Y','N') NULL DEFAULT 'N',
  `dnc` enum('Y','N') NULL DEFAULT 'N',
  `customer_contact` enum('Y','N') NULL DEFAULT 'N',
  `not_interested` enum('Y','N') NULL DEFAULT 'N',
  `unworkable` enum('Y','N') NULL DEFAULT 'N',
  `scheduled_callback` enum('Y','N') NULL DEFAULT 'N',
  `completed` enum('Y','N') NULL DEFAULT 'N',
  `min_sec` int(5) unsigned NULL DEFAULT 0,
  `max_sec` int(5) unsigned NULL DEFAULT 0,
  `answering_machine` enum('Y','N') NULL DEFAULT 'N',
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`status`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_sync_log` (
  `user` varchar(20) NULL DEFAULT '',
  `start_time` datetime NOT NULL,
  `db_time` datetime NOT NULL,
  `run_time` varchar(20) NULL DEFAULT '0',
  `php_script` varchar(40) NOT NULL,
  `action` varchar(100) NULL DEFAULT '',
  `lead_id` int(10) unsigned NULL DEFAULT 0,
  `stage` varchar(200) NULL DEFAULT '',
  `session_name` varchar(40) NULL DEFAULT '',
  `last_sql` text NULL DEFAULT NULL,
  KEY `ajax_dbtime_key` (`db_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_territories` (
  `territory_id` mediumint(8) unsigned NOT NULL auto_increment,
  `territory` varchar(100) NULL DEFAULT '',
  `territory_description` varchar(255) NULL DEFAULT '',
  PRIMARY KEY (`territory_id`),
  UNIQUE KEY `uniqueterritory` (`territory`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_tiltx_shaken_log` (
  `db_time` datetime NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `url_log_id` int(9) unsigned NOT NULL,
  `caller_code` varchar(20) NULL DEFAULT NULL,
  `phone_number` varchar(19) NULL DEFAULT '',
  `CIDnumber` varchar(19) NULL DEFAULT '',
  `CallerIDToUse` varchar(19) NULL DEFAULT '',
  `IsDNC` tinyint(1) NULL DEFAULT 0,
  `IsDisconnected` tinyint(1) NULL DEFAULT 0,
  `TILTXID` varchar(50) NULL DEFAULT NULL,
  `Identity` text NULL DEFAULT NULL,
  `CAID` varchar(50) NULL DEFAULT NULL,
  KEY `db_time` (`db_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_timeclock_audit_log` (
  `timeclock_id` int(9) unsigned NOT NULL,
  `event_epoch` int(10) unsigned NOT NULL,
  `event_date` datetime NOT NULL,
  `login_sec` int(10) unsigned NULL DEFAULT NULL,
  `event` varchar(50) NOT NULL,
  `user` varchar(20) NOT NULL,
  `user_group` varchar(20) NOT NULL,
  `ip_address` varchar(15) NULL DEFAULT NULL,
  `shift_id` varchar(20) NULL DEFAULT NULL,
  `event_datestamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `tcid_link` int(9) unsigned NULL DEFAULT NULL,
  KEY `timeclock_id` (`timeclock_id`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_timeclock_log` (
  `timeclock_id` int(9) unsigned NOT NULL auto_increment,
  `event_epoch` int(10) unsigned NOT NULL,
  `event_date` datetime NOT NULL,
  `login_sec` int(10) unsigned NULL DEFAULT NULL,
  `event` varchar(50) NOT NULL,
  `user` varchar(20) NOT NULL,
  `user_group` varchar(20) NOT NULL,
  `ip_address` varchar(15) NULL DEFAULT NULL,
  `shift_id` varchar(20) NULL DEFAULT NULL,
  `notes` varchar(255) NULL DEFAULT NULL,
  `manager_user` varchar(20) NULL DEFAULT NULL,
  `manager_ip` varchar(15) NULL DEFAULT NULL,
  `event_datestamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `tcid_link` int(9) unsigned NULL DEFAULT NULL,
  PRIMARY KEY (`timeclock_id`),
  KEY `event_epoch` (`event_epoch`),
  KEY `user` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_timeclock_status` (
  `user` varchar(20) NOT NULL,
  `user_group` varchar(20) NOT NULL,
  `event_epoch` int(10) unsigned NULL DEFAULT NULL,
  `event_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `status` varchar(50) NULL DEFAULT NULL,
  `ip_address` varchar(15) NULL DEFAULT NULL,
  `shift_id` varchar(20) NULL DEFAULT NULL,
  UNIQUE KEY `user` (`user`),
  KEY `user_2` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_timeoff_log` (
  `vtl_id` int(10) unsigned NOT NULL auto_increment,
  `user` varchar(20) NULL DEFAULT NULL,
  `full_name` varchar(100) NULL DEFAULT NULL,
  `timeoff_month` char(7) NULL DEFAULT NULL,
  `timeoff_type` varchar(10) NULL DEFAULT NULL,
  `hours` decimal(5,2) unsigned NULL DEFAULT NULL,
  `entry_date` datetime NULL DEFAULT NULL,
  `modify_date` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `entered_by` varchar(20) NULL DEFAULT NULL,
  `last_modified_by` varchar(20) NULL DEFAULT NULL,
  PRIMARY KEY (`vtl_id`),
  UNIQUE KEY `vicidial_timeoff_log_agent_month_key` (`user`,`timeoff_month`,`timeoff_type`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_tts_prompts` (
  `tts_id` varchar(50) NOT NULL,
  `tts_name` varchar(100) NULL DEFAULT NULL,
  `active` enum('Y','N') NULL DEFAULT NULL,
  `tts_text` text NULL DEFAULT NULL,
  `tts_voice` varchar(100) NULL DEFAULT 'Allison-8kHz',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  PRIMARY KEY (`tts_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_two_factor_auth` (
  `auth_date` datetime NULL DEFAULT NULL,
  `auth_exp_date` datetime NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT '',
  `auth_stage` enum('0','1','2','3','4','5','6') NULL DEFAULT '0',
  `auth_code` varchar(20) NULL DEFAULT '',
  `auth_code_exp_date` datetime NULL DEFAULT NULL,
  `auth_method` varchar(20) NULL DEFAULT 'EMAIL',
  `auth_attempts` smallint(5) NULL DEFAULT 0,
  KEY `auth_date` (`auth_date`),
  KEY `auth_exp_date` (`auth_exp_date`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_url_log` (
  `url_log_id` int(9) unsigned NOT NULL auto_increment,
  `uniqueid` varchar(50) NOT NULL,
  `url_date` datetime NULL DEFAULT NULL,
  `url_type` varchar(10) NULL DEFAULT '',
  `response_sec` smallint(5) unsigned NULL DEFAULT 0,
  `url` text NULL DEFAULT NULL,
  `url_response` text NULL DEFAULT NULL,
  PRIMARY KEY (`url_log_id`),
  KEY `uniqueid` (`uniqueid`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_url_multi` (
  `url_id` int(9) unsigned NOT NULL auto_increment,
  `campaign_id` varchar(20) NOT NULL,
  `entry_type` enum('campaign','ingroup','list','system','') NULL DEFAULT '',
  `active` enum('Y','N') NULL DEFAULT 'N',
  `url_type` enum('dispo','start','addlead','noagent','apinewlead','') NULL DEFAULT '',
  `url_rank` smallint(5) NULL DEFAULT 1,
  `url_statuses` varchar(1000) NULL DEFAULT '',
  `url_description` varchar(255) NULL DEFAULT '',
  `url_address` text NULL DEFAULT NULL,
  `url_lists` varchar(1000) NULL DEFAULT '',
  `url_call_length` smallint(5) NULL DEFAULT 0,
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  PRIMARY KEY (`url_id`),
  KEY `vicidial_url_multi_campaign_id_key` (`campaign_id`)
) ENGINE=MyISAM AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_urls` (
  `url_id` int(9) unsigned NOT NULL auto_increment,
  `url` varchar(250) NULL DEFAULT '',
  PRIMARY KEY (`url_id`),
  UNIQUE KEY `url` (`url`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_user_closer_log` (
  `user` varchar(20) NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `event_date` datetime NULL DEFAULT NULL,
  `blended` enum('1','0') NULL DEFAULT '0',
  `closer_campaigns` text NULL DEFAULT NULL,
  `manager_change` varchar(20) NULL DEFAULT '',
  KEY `event_date` (`event_date`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_user_dial_log` (
  `caller_code` varchar(30) NOT NULL,
  `user` varchar(20) NULL DEFAULT '',
  `call_date` datetime NULL DEFAULT NULL,
  `call_type` varchar(10) NULL DEFAULT '',
  `notes` varchar(100) NULL DEFAULT '',
  KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_user_dial_log_archive` (
  `caller_code` varchar(30) NOT NULL,
  `user` varchar(20) NULL DEFAULT '',
  `call_date` datetime NULL DEFAULT NULL,
  `call_type` varchar(10) NULL DEFAULT '',
  `notes` varchar(100) NULL DEFAULT '',
  KEY `caller_code` (`caller_code`),
  KEY `call_date` (`call_date`),
  KEY `user` (`user`),
  UNIQUE KEY `vdudl` (`caller_code`,`call_date`,`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_user_groups` (
  `user_group` varchar(20) NOT NULL,
  `group_name` varchar(40) NOT NULL,
  `allowed_campaigns` text NULL DEFAULT NULL,
  `qc_allowed_campaigns` text NULL DEFAULT NULL,
  `qc_allowed_inbound_groups` text NULL DEFAULT NULL,
  `group_shifts` text NULL DEFAULT NULL,
  `forced_timeclock_login` enum('Y','N','ADMIN_EXEMPT') NULL DEFAULT 'N',
  `shift_enforcement` enum('OFF','START','ALL','ADMIN_EXEMPT') NULL DEFAULT 'OFF',
  `agent_status_viewable_groups` text NULL DEFAULT NULL,
  `agent_status_view_time` enum('Y','N') NULL DEFAULT 'N',
  `agent_call_log_view` enum('Y','N') NULL DEFAULT 'N',
  `agent_xfer_consultative` enum('Y','N') NULL DEFAULT 'Y',
  `agent_xfer_dial_override` enum('Y','N') NULL DEFAULT 'Y',
  `agent_xfer_vm_transfer` enum('Y','N') NULL DEFAULT 'Y',
  `agent_xfer_blind_transfer` enum('Y','N') NULL DEFAULT 'Y',
  `agent_xfer_dial_with_customer` enum('Y','N') NULL DEFAULT 'Y',
  `agent_xfer_park_customer_dial` enum('Y','N') NULL DEFAULT 'Y',
  `agent_fullscreen` enum('Y','N') NULL DEFAULT 'N',
  `allowed_reports` varchar(4000) NULL DEFAULT 'ALL REPORTS',
  `webphone_url_override` varchar(255) NULL DEFAULT '',
  `webphone_systemkey_override` varchar(100) NULL DEFAULT '',
  `webphone_dialpad_override` enum('DISABLED','Y','N','TOGGLE','TOGGLE_OFF') NULL DEFAULT 'DISABLED',
  `admin_viewable_groups` text NULL DEFAULT NULL,
  `admin_viewable_call_times` text NULL DEFAULT NULL,
  `allowed_custom_reports` varchar(2000) NULL DEFAULT '',
  `agent_allowed_chat_groups` text NULL DEFAULT NULL,
  `agent_xfer_park_3way` enum('Y','N') NULL DEFAULT 'Y',
  `admin_ip_list` varchar(30) NULL DEFAULT '',
  `agent_ip_list` varchar(30) NULL DEFAULT '',
  `api_ip_list` varchar(30) NULL DEFAULT '',
  `webphone_layout` varchar(255) NULL DEFAULT '',
  `allowed_queue_groups` text NULL DEFAULT NULL,
  `reports_header_override` enum('DISABLED','LOGO_ONLY_SMALL','LOGO_ONLY_LARGE','ALT_1','ALT_2','ALT_3','ALT_4') NULL DEFAULT 'DISABLED',
  `admin_home_url` varchar(255) NULL DEFAULT '',
  `script_id` varchar(20) NULL DEFAULT '',
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp()
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_user_list_new_lead` (
  `user` varchar(20) NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT 999,
  `user_override` smallint(5) NULL DEFAULT -1,
  `new_count` mediumint(8) unsigned NULL DEFAULT 0,
  UNIQUE KEY `userlistnew` (`user`,`list_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_user_log` (
  `user_log_id` int(9) unsigned NOT NULL auto_increment,
  `user` varchar(20) NULL DEFAULT NULL,
  `event` varchar(50) NULL DEFAULT NULL,
  `campaign_id` varchar(8) NULL DEFAULT NULL,
  `event_date` datetime NULL DEFAULT NULL,
  `event_epoch` int(10) unsigned NULL DEFAULT NULL,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `session_id` varchar(20) NULL DEFAULT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `extension` varchar(50) NULL DEFAULT NULL,
  `computer_ip` varchar(15) NULL DEFAULT NULL,
  `browser` varchar(255) NULL DEFAULT NULL,
  `data` varchar(255) NULL DEFAULT NULL,
  `phone_login` varchar(15) NULL DEFAULT '',
  `server_phone` varchar(15) NULL DEFAULT '',
  `phone_ip` varchar(15) NULL DEFAULT '',
  `webserver` smallint(5) unsigned NULL DEFAULT 0,
  `login_url` int(9) unsigned NULL DEFAULT 0,
  `browser_width` smallint(5) unsigned NULL DEFAULT 0,
  `browser_height` smallint(5) unsigned NULL DEFAULT 0,
  PRIMARY KEY (`user_log_id`),
  KEY `event_date` (`event_date`),
  KEY `phone_ip` (`phone_ip`),
  KEY `user` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_user_logins_daily` (
  `user` varchar(20) NULL DEFAULT NULL,
  `login_day` date NULL DEFAULT NULL,
  `last_login_date` datetime NULL DEFAULT '2001-01-01 00:00:01',
  `last_ip` varchar(50) NULL DEFAULT '',
  `failed_login_attempts_today` mediumint(8) unsigned NULL DEFAULT 0,
  `failed_login_count_today` smallint(6) unsigned NULL DEFAULT 0,
  `failed_last_ip_today` varchar(50) NULL DEFAULT '',
  `failed_last_type_today` varchar(20) NULL DEFAULT '',
  KEY `user` (`user`),
  UNIQUE KEY `vicidial_user_logins_daily_user` (`login_day`,`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_user_territories` (
  `user` varchar(20) NOT NULL,
  `territory` varchar(100) NULL DEFAULT '',
  `level` enum('TOP_AGENT','STANDARD_AGENT','BOTTOM_AGENT') NULL DEFAULT 'STANDARD_AGENT',
  KEY `user` (`user`),
  UNIQUE KEY `userterritory` (`user`,`territory`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_user_territory_log` (
  `user` varchar(20) NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `event_date` datetime NULL DEFAULT NULL,
  `agent_territories` text NULL DEFAULT NULL,
  KEY `event_date` (`event_date`),
  KEY `user` (`user`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_users` (
  `user_id` int(9) unsigned NOT NULL auto_increment,
  `user` varchar(20) NOT NULL,
  `pass` varchar(100) NOT NULL,
  `full_name` varchar(50) NULL DEFAULT NULL,
  `user_level` tinyint(3) unsigned NULL DEFAULT 1,
  `user_group` varchar(20) NULL DEFAULT NULL,
  `phone_login` varchar(20) NULL DEFAULT NULL,
  `phone_pass` varchar(100) NULL DEFAULT NULL,
  `delete_users` enum('0','1') NULL DEFAULT '0',
  `delete_user_groups` enum('0','1') NULL DEFAULT '0',
  `delete_lists` enum('0','1') NULL DEFAULT '0',
  `delete_campaigns` enum('0','1') NULL DEFAULT '0',
  `delete_ingroups` enum('0','1') NULL DEFAULT '0',
  `delete_remote_agents` enum('0','1') NULL DEFAULT '0',
  `load_leads` enum('0','1') NULL DEFAULT '0',
  `campaign_detail` enum('0','1') NULL DEFAULT '0',
  `ast_admin_access` enum('0','1') NULL DEFAULT '0',
  `ast_delete_phones` enum('0','1') NULL DEFAULT '0',
  `delete_scripts` enum('0','1') NULL DEFAULT '0',
  `modify_leads` enum('0','1','2','3','4','5','6') NULL DEFAULT '0',
  `hotkeys_active` enum('0','1') NULL DEFAULT '0',
  `change_agent_campaign` enum('0','1') NULL DEFAULT '0',
  `agent_choose_ingroups` enum('0','1') NULL DEFAULT '1',
  `closer_campaigns` text NULL DEFAULT NULL,
  `scheduled_callbacks` enum('0','1') NULL DEFAULT '1',
  `agentonly_callbacks` enum('0','1') NULL DEFAULT '0',
  `agentcall_manual` enum('0','1','2','3','4','5') NULL DEFAULT '0',
  `vicidial_recording` enum('0','1') NULL DEFAULT '1',
  `vicidial_transfers` enum('0','1') NULL DEFAULT '1',
  `delete_filters` enum('0','1') NULL DEFAULT '0',
  `alter_agent_interface_options` enum('0','1') NULL DEFAULT '0',
  `closer_default_blended` enum('0','1') NULL DEFAULT '0',
  `delete_call_times` enum('0','1') NULL DEFAULT '0',
  `modify_call_times` enum('0','1') NULL DEFAULT '0',
  `modify_users` enum('0','1') NULL DEFAULT '0',
  `modify_campaigns` enum('0','1') NULL DEFAULT '0',
  `modify_lists` enum('0','1') NULL DEFAULT '0',
  `modify_scripts` enum('0','1') NULL DEFAULT '0',
  `modify_filters` enum('0','1') NULL DEFAULT '0',
  `modify_ingroups` enum('0','1') NULL DEFAULT '0',
  `modify_usergroups` enum('0','1') NULL DEFAULT '0',
  `modify_remoteagents` enum('0','1') NULL DEFAULT '0',
  `modify_servers` enum('0','1') NULL DEFAULT '0',
  `view_reports` enum('0','1') NULL DEFAULT '0',
  `vicidial_recording_override` enum('DISABLED','NEVER','ONDEMAND','ALLCALLS','ALLFORCE') NULL DEFAULT 'DISABLED',
  `alter_custdata_override` enum('NOT_ACTIVE','ALLOW_ALTER') NULL DEFAULT 'NOT_ACTIVE',
  `qc_enabled` enum('0','1') NULL DEFAULT '0',
  `qc_user_level` int(2) NULL DEFAULT 1,
  `qc_pass` enum('0','1') NULL DEFAULT '0',
  `qc_finish` enum('0','1') NULL DEFAULT '0',
  `qc_commit` enum('0','1') NULL DEFAULT '0',
  `add_timeclock_log` enum('0','1') NULL DEFAULT '0',
  `modify_timeclock_log` enum('0','1') NULL DEFAULT '0',
  `delete_timeclock_log` enum('0','1') NULL DEFAULT '0',
  `alter_custphone_override` enum('NOT_ACTIVE','ALLOW_ALTER') NULL DEFAULT 'NOT_ACTIVE',
  `vdc_agent_api_access` enum('0','1') NULL DEFAULT '0',
  `modify_inbound_dids` enum('0','1') NULL DEFAULT '0',
  `delete_inbound_dids` enum('0','1') NULL DEFAULT '0',
  `active` enum('Y','N') NULL DEFAULT 'Y',
  `alert_enabled` enum('0','1') NULL DEFAULT '0',
  `download_lists` enum('0','1') NULL DEFAULT '0',
  `agent_shift_enforcement_override` enum('DISABLED','OFF','START','ALL') NULL DEFAULT 'DISABLED',
  `manager_shift_enforcement_override` enum('0','1') NULL DEFAULT '0',
  `shift_override_flag` enum('0','1') NULL DEFAULT '0',
  `export_reports` enum('0','1') NULL DEFAULT '0',
  `delete_from_dnc` enum('0','1') NULL DEFAULT '0',
  `email` varchar(100) NULL DEFAULT '',
  `user_code` varchar(100) NULL DEFAULT '',
  `territory` varchar(100) NULL DEFAULT '',
  `allow_alerts` enum('0','1') NULL DEFAULT '0',
  `agent_choose_territories` enum('0','1') NULL DEFAULT '1',
  `custom_one` varchar(100) NULL DEFAULT '',
  `custom_two` varchar(100) NULL DEFAULT '',
  `custom_three` varchar(100) NULL DEFAULT '',
  `custom_four` varchar(100) NULL DEFAULT '',
  `custom_five` varchar(100) NULL DEFAULT '',
  `voicemail_id` varchar(10) NULL DEFAULT NULL,
  `agent_call_log_view_override` enum('DISABLED','Y','N') NULL DEFAULT 'DISABLED',
  `callcard_admin` enum('1','0') NULL DEFAULT '0',
  `agent_choose_blended` enum('0','1') NULL DEFAULT '1',
  `realtime_block_user_info` enum('0','1') NULL DEFAULT '0',
  `custom_fields_modify` enum('0','1') NULL DEFAULT '0',
  `force_change_password` enum('Y','N') NULL DEFAULT 'N',
  `agent_lead_search_override` enum('NOT_ACTIVE','ENABLED','LIVE_CALL_INBOUND','LIVE_CALL_INBOUND_AND_MANUAL','DISABLED') NULL DEFAULT 'NOT_ACTIVE',
  `modify_shifts` enum('1','0') NULL DEFAULT '0',
  `modify_phones` enum('1','0') NULL DEFAULT '0',
  `modify_carriers` enum('1','0') NULL DEFAULT '0',
  `modify_labels` enum('1','0') NULL DEFAULT '0',
  `modify_statuses` enum('1','0') NULL DEFAULT '0',
  `modify_voicemail` enum('1','0') NULL DEFAULT '0',
  `modify_audiostore` enum('1','0') NULL DEFAULT '0',
  `modify_moh` enum('1','0') NULL DEFAULT '0',
  `modify_tts` enum('1','0') NULL DEFAULT '0',
  `preset_contact_search` enum('NOT_ACTIVE','ENABLED','DISABLED') NULL DEFAULT 'NOT_ACTIVE',
  `modify_contacts` enum('1','0') NULL DEFAULT '0',
  `modify_same_user_level` enum('0','1') NULL DEFAULT '1',
  `admin_hide_lead_data` enum('0','1') NULL DEFAULT '0',
  `admin_hide_phone_data` enum('0','1','2_DIGITS','3_DIGITS','4_DIGITS') NULL DEFAULT '0',
  `agentcall_email` enum('0','1') NULL DEFAULT '0',
  `modify_email_accounts` enum('0','1') NULL DEFAULT '0',
  `failed_login_count` tinyint(3) unsigned NULL DEFAULT 0,
  `last_login_date` datetime NULL DEFAULT '2001-01-01 00:00:01',
  `last_ip` varchar(15) NULL DEFAULT '',
  `pass_hash` varchar(500) NULL DEFAULT '',
  `alter_admin_interface_options` enum('0','1') NULL DEFAULT '1',
  `max_inbound_calls` smallint(5) unsigned NULL DEFAULT 0,
  `modify_custom_dialplans` enum('1','0') NULL DEFAULT '0',
  `wrapup_seconds_override` smallint(4) NULL DEFAULT -1,
  `modify_languages` enum('1','0') NULL DEFAULT '0',
  `selected_language` varchar(100) NULL DEFAULT 'default English',
  `user_choose_language` enum('1','0') NULL DEFAULT '0',
  `ignore_group_on_search` enum('1','0') NULL DEFAULT '0',
  `api_list_restrict` enum('1','0') NULL DEFAULT '0',
  `api_allowed_functions` varchar(1000) NULL DEFAULT ' ALL_FUNCTIONS ',
  `lead_filter_id` varchar(20) NULL DEFAULT 'NONE',
  `admin_cf_show_hidden` enum('1','0') NULL DEFAULT '0',
  `agentcall_chat` enum('1','0') NULL DEFAULT '0',
  `user_hide_realtime` enum('1','0') NULL DEFAULT '0',
  `access_recordings` enum('0','1') NULL DEFAULT '0',
  `modify_colors` enum('1','0') NULL DEFAULT '0',
  `user_nickname` varchar(50) NULL DEFAULT '',
  `user_new_lead_limit` smallint(5) NULL DEFAULT -1,
  `api_only_user` enum('0','1') NULL DEFAULT '0',
  `modify_auto_reports` enum('1','0') NULL DEFAULT '0',
  `modify_ip_lists` enum('1','0') NULL DEFAULT '0',
  `ignore_ip_list` enum('1','0') NULL DEFAULT '0',
  `ready_max_logout` mediumint(7) NULL DEFAULT -1,
  `export_gdpr_leads` enum('0','1','2') NULL DEFAULT '0',
  `pause_code_approval` enum('1','0') NULL DEFAULT '0',
  `max_hopper_calls` smallint(5) unsigned NULL DEFAULT 0,
  `max_hopper_calls_hour` smallint(5) unsigned NULL DEFAULT 0,
  `mute_recordings` enum('DISABLED','Y','N') NULL DEFAULT 'DISABLED',
  `hide_call_log_info` enum('DISABLED','Y','N','SHOW_1','SHOW_2','SHOW_3','SHOW_4','SHOW_5','SHOW_6','SHOW_7','SHOW_8','SHOW_9','SHOW_10') NULL DEFAULT 'DISABLED',
  `next_dial_my_callbacks` enum('NOT_ACTIVE','DISABLED','ENABLED') NULL DEFAULT 'NOT_ACTIVE',
  `user_admin_redirect_url` text NULL DEFAULT NULL,
  `max_inbound_filter_enabled` enum('0','1') NULL DEFAULT '0',
  `max_inbound_filter_statuses` text NULL DEFAULT NULL,
  `max_inbound_filter_ingroups` text NULL DEFAULT NULL,
  `max_inbound_filter_min_sec` smallint(5) NULL DEFAULT -1,
  `status_group_id` varchar(20) NULL DEFAULT '',
  `mobile_number` varchar(20) NULL DEFAULT '',
  `two_factor_override` enum('NOT_ACTIVE','ENABLED','DISABLED') NULL DEFAULT 'NOT_ACTIVE',
  `manual_dial_filter` varchar(50) NULL DEFAULT 'DISABLED',
  `user_location` varchar(100) NULL DEFAULT '',
  `download_invalid_files` enum('0','1') NULL DEFAULT '0',
  `user_group_two` varchar(20) NULL DEFAULT '',
  `failed_login_attempts_today` mediumint(8) unsigned NULL DEFAULT 0,
  `failed_login_count_today` smallint(6) unsigned NULL DEFAULT 0,
  `failed_last_ip_today` varchar(50) NULL DEFAULT '',
  `failed_last_type_today` varchar(20) NULL DEFAULT '',
  `modify_dial_prefix` enum('0','1','2','3','4','5','6') NULL DEFAULT '0',
  `inbound_credits` mediumint(7) NULL DEFAULT -1,
  `hci_enabled` enum('0','1','2','3','4','5','6') NULL DEFAULT '0',
  `modify_stamp` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `manual_dial_lead_id` enum('Y','N','ONLY','DISABLED') NULL DEFAULT 'DISABLED',
  PRIMARY KEY (`user_id`),
  UNIQUE KEY `user` (`user`)
) ENGINE=MyISAM AUTO_INCREMENT=18 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_vdad_log` (
  `caller_code` varchar(30) NOT NULL,
  `server_ip` varchar(15) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `epoch_micro` varchar(20) NULL DEFAULT '',
  `db_time` datetime NOT NULL,
  `run_time` varchar(20) NULL DEFAULT '0',
  `vdad_script` varchar(40) NOT NULL,
  `lead_id` int(10) unsigned NULL DEFAULT 0,
  `stage` varchar(100) NULL DEFAULT '',
  `step` smallint(5) unsigned NULL DEFAULT 0,
  KEY `caller_code` (`caller_code`),
  KEY `vdad_dbtime_key` (`db_time`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_vmm_counts` (
  `call_date` date NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `vmm_count` smallint(5) unsigned NULL DEFAULT 0,
  `vmm_played` smallint(5) unsigned NULL DEFAULT 0,
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`),
  UNIQUE KEY `vvmmcount` (`lead_id`,`call_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_vmm_counts_archive` (
  `call_date` date NULL DEFAULT NULL,
  `lead_id` int(9) unsigned NULL DEFAULT NULL,
  `vmm_count` smallint(5) unsigned NULL DEFAULT 0,
  `vmm_played` smallint(5) unsigned NULL DEFAULT 0,
  KEY `call_date` (`call_date`),
  KEY `lead_id` (`lead_id`),
  UNIQUE KEY `vvmmcount` (`lead_id`,`call_date`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_voicemail` (
  `voicemail_id` varchar(10) NOT NULL,
  `active` enum('Y','N') NULL DEFAULT 'Y',
  `pass` varchar(10) NOT NULL,
  `fullname` varchar(100) NOT NULL,
  `messages` int(4) NULL DEFAULT 0,
  `old_messages` int(4) NULL DEFAULT 0,
  `email` varchar(100) NULL DEFAULT NULL,
  `delete_vm_after_email` enum('N','Y') NULL DEFAULT 'N',
  `voicemail_timezone` varchar(30) NULL DEFAULT 'eastern',
  `voicemail_options` varchar(255) NULL DEFAULT '',
  `user_group` varchar(20) NULL DEFAULT '---ALL---',
  `voicemail_greeting` varchar(100) NULL DEFAULT '',
  `on_login_report` enum('Y','N') NOT NULL DEFAULT 'N',
  PRIMARY KEY (`voicemail_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_webservers` (
  `webserver_id` smallint(5) unsigned NOT NULL auto_increment,
  `webserver` varchar(125) NULL DEFAULT '',
  `hostname` varchar(125) NULL DEFAULT '',
  PRIMARY KEY (`webserver_id`),
  UNIQUE KEY `vdweb` (`webserver`,`hostname`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_xfer_log` (
  `xfercallid` int(9) unsigned NOT NULL auto_increment,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `closer` varchar(20) NULL DEFAULT NULL,
  `front_uniqueid` varchar(50) NULL DEFAULT '',
  `close_uniqueid` varchar(50) NULL DEFAULT '',
  PRIMARY KEY (`xfercallid`),
  KEY `call_date` (`call_date`),
  KEY `date_closer` (`call_date`,`closer`),
  KEY `date_user` (`call_date`,`user`),
  KEY `lead_id` (`lead_id`),
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_xfer_log_archive` (
  `xfercallid` int(9) unsigned NOT NULL,
  `lead_id` int(9) unsigned NOT NULL,
  `list_id` bigint(14) unsigned NULL DEFAULT NULL,
  `campaign_id` varchar(20) NULL DEFAULT NULL,
  `call_date` datetime NULL DEFAULT NULL,
  `phone_code` varchar(10) NULL DEFAULT NULL,
  `phone_number` varchar(18) NULL DEFAULT NULL,
  `user` varchar(20) NULL DEFAULT NULL,
  `closer` varchar(20) NULL DEFAULT NULL,
  `front_uniqueid` varchar(50) NULL DEFAULT '',
  `close_uniqueid` varchar(50) NULL DEFAULT '',
  PRIMARY KEY (`xfercallid`),
  KEY `call_date` (`call_date`),
  KEY `date_closer` (`call_date`,`closer`),
  KEY `date_user` (`call_date`,`user`),
  KEY `lead_id` (`lead_id`),
  KEY `phone_number` (`phone_number`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_xfer_presets` (
  `campaign_id` varchar(20) NOT NULL,
  `preset_name` varchar(40) NOT NULL,
  `preset_number` varchar(50) NOT NULL,
  `preset_dtmf` varchar(50) NULL DEFAULT '',
  `preset_hide_number` enum('Y','N') NULL DEFAULT 'N',
  KEY `preset_name` (`preset_name`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vicidial_xfer_stats` (
  `campaign_id` varchar(20) NOT NULL,
  `preset_name` varchar(40) NOT NULL,
  `xfer_count` smallint(5) unsigned NULL DEFAULT 0,
  KEY `campaign_id` (`campaign_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vtiger_rank_data` (
  `account` varchar(20) NOT NULL,
  `seqacct` varchar(20) NOT NULL,
  `last_attempt_days` smallint(5) unsigned NOT NULL,
  `orders` smallint(5) NOT NULL,
  `net_sales` smallint(5) NOT NULL,
  `net_sales_ly` smallint(5) NOT NULL,
  `percent_variance` varchar(10) NOT NULL,
  `imu` varchar(10) NOT NULL,
  `aov` smallint(5) NOT NULL,
  `returns` smallint(5) NOT NULL,
  `rank` smallint(5) NOT NULL,
  PRIMARY KEY (`account`),
  UNIQUE KEY `seqacct` (`seqacct`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vtiger_rank_parameters` (
  `parameter_id` int(9) unsigned NOT NULL auto_increment,
  `parameter` varchar(20) NOT NULL,
  `lower_range` varchar(20) NOT NULL,
  `upper_range` varchar(20) NOT NULL,
  `points` smallint(5) NOT NULL,
  PRIMARY KEY (`parameter_id`),
  KEY `parameter` (`parameter`)
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `vtiger_vicidial_roles` (
  `user_level` tinyint(2) NULL DEFAULT NULL,
  `vtiger_role` varchar(5) NULL DEFAULT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `wallboard_reports` (
  `wallboard_report_id` varchar(20) NOT NULL,
  `wallboard_name` varchar(100) NULL DEFAULT NULL,
  `wallboard_views` tinyint(3) unsigned NULL DEFAULT NULL,
  `date_created` datetime NULL DEFAULT NULL,
  `last_modified` timestamp NOT NULL DEFAULT current_timestamp() on update current_timestamp(),
  `data_refresh_rate` smallint(5) unsigned NULL DEFAULT 10,
  `view_refresh_rate` smallint(5) unsigned NULL DEFAULT 30,
  PRIMARY KEY (`wallboard_report_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `wallboard_widgets` (
  `widget_id` varchar(100) NOT NULL,
  `wallboard_report_id` varchar(100) NULL DEFAULT NULL,
  `view_id` varchar(100) NULL DEFAULT NULL,
  `widget_title` varchar(100) NULL DEFAULT NULL,
  `widget_type` varchar(30) NULL DEFAULT NULL,
  `widget_width` tinyint(3) unsigned NULL DEFAULT NULL,
  `widget_is_row` enum('Y','N') NULL DEFAULT 'N',
  `widget_rowspan` tinyint(3) unsigned NULL DEFAULT 1,
  `widget_text` text NULL DEFAULT NULL,
  `widget_queue` varchar(20) NULL DEFAULT NULL,
  `widget_sla_level` varchar(5) NULL DEFAULT NULL,
  `widget_agent` varchar(20) NULL DEFAULT NULL,
  `widget_color` varchar(20) NULL DEFAULT NULL,
  `widget_color2` varchar(20) NULL DEFAULT NULL,
  `widget_alarms` text NULL DEFAULT NULL,
  `widget_order` tinyint(3) unsigned NULL DEFAULT NULL,
  PRIMARY KEY (`widget_id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `web_client_sessions` (
  `extension` varchar(100) NOT NULL,
  `server_ip` varchar(15) NOT NULL,
  `program` enum('agc','vicidial','monitor','other') NULL DEFAULT 'agc',
  `start_time` datetime NOT NULL,
  `session_name` varchar(40) NOT NULL,
  UNIQUE KEY `session_name` (`session_name`)
) ENGINE=MEMORY DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `www_phrases` (
  `phrase_id` int(10) unsigned NOT NULL auto_increment,
  `phrase_text` varchar(10000) NULL DEFAULT '',
  `php_filename` varchar(255) NOT NULL,
  `php_directory` varchar(255) NULL DEFAULT '',
  `source` varchar(20) NULL DEFAULT '',
  `insert_date` datetime NULL DEFAULT NULL,
  PRIMARY KEY (`phrase_id`),
  KEY `phrase_text` (`phrase_text`(333))
) ENGINE=MyISAM AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;
