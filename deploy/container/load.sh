#!/bin/sh
# Loads the sample call centre into the database that MariaDB's image has just made; run by that image, once.
set -eu
{
  # The rows hold zeros in AUTO_INCREMENT columns and zero dates, as VICIdial's do.
  echo "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO';"
  # Tables kept in memory go to the disk, so that their rows survive a restart.
  sed 's/) ENGINE=MEMORY /) ENGINE=MyISAM /' "${SCHEMA:-/schema}/tables.sql"
  cat "${SCHEMA:-/schema}/rows.sql"
} | MYSQL_PWD=$MARIADB_ROOT_PASSWORD mariadb --user=root --default-character-set=utf8mb4 \
  ${MARIADB_SOCKET:+--socket="$MARIADB_SOCKET"} "$MARIADB_DATABASE"
