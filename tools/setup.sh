#!/usr/bin/env bash
# Makes what `make demo` and `make test` need: the virtual environment with nonagent in it, and MariaDB's programs; told
# `tests` also the web servers that tests put in front of it, and MariaDB's clustering. Quick when everything is there.
# As root on Debian or Ubuntu it installs what is missing; otherwise it says what to.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=${PYTHON:-}
ready=.venv/.ready # written when everything is installed

say() { printf 'setup: %s\n' "$*" >&2; }

give_up() {
  say "$*"
  exit 1
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install_packages() {
  say "installing $*"
  apt-get update -qq || say "apt-get update failed; trying with the package lists there are"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null \
    || give_up "apt-get could not install $*"
}

# The same places nonagent/private_mariadb.py looks in.
has_mariadb() {
  local path="$PATH:/usr/sbin:/usr/local/sbin:/usr/libexec:/usr/local/libexec:/opt/mariadb/bin"
  PATH=$path command -v mariadbd >/dev/null && PATH=$path command -v mariadb-install-db >/dev/null
}

# The distribution's Python is built for speed; one made at home mostly is not, and takes a quarter more processor time.
choose_python() {
  local packaged=/usr/bin/python3
  [ -z "$python" ] || return 0
  python=python3
  "$packaged" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || return 0
  if "$packaged" -c 'import ensurepip' 2>/dev/null || may_install; then python=$packaged; fi
}

need_python() {
  choose_python
  command -v "$python" >/dev/null || {
    may_install || give_up "Python 3.11 or newer is not installed: sudo apt-get install python3 python3-venv"
    install_packages python3 python3-venv
  }
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
    || give_up "$("$python" --version) is too old; name Python 3.11 or newer, as in: make test PYTHON=python3.11"
}

need_environment() {
  [ "$ready" -nt setup.cfg ] && [ "$ready" -nt pyproject.toml ] && .venv/bin/python -c '' 2>/dev/null && return
  need_python
  if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
      may_install || give_up "$python cannot make virtual environments: sudo apt-get install python3-venv"
      install_packages python3-venv
    fi
    say "making the virtual environment .venv"
    "$python" -m venv --clear .venv
  fi
  say "installing nonagent and what it needs into .venv"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[test]' \
    || give_up "pip could not install nonagent; its last lines say why"
  touch "$ready"
}

need_mariadb() {
  has_mariadb && return
  may_install || give_up "MariaDB is not installed: sudo apt-get install mariadb-server"
  # The programs of Debian's mariadb-server without its service: no system instance is set up or started.
  install_packages mariadb-server-core mariadb-client-core
  has_mariadb || give_up "MariaDB's programs are still not found after installing mariadb-server-core"
}

# No service of the machine is started or enabled: the tests run these programs themselves, on loopback.
install_programs() {
  local policy=/usr/sbin/policy-rc.d
  if [ -e "$policy" ]; then
    install_packages "$@"
    return
  fi
  printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy"
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  install_packages "$@"
  rm -f "$policy"
}

need_for_tests() {
  local path="$PATH:/usr/sbin:/usr/local/sbin" missing=() wanted
  # program=package
  for wanted in nginx=nginx apache2=apache2-bin strace=strace systemd-analyze=systemd; do
    PATH=$path command -v "${wanted%=*}" >/dev/null || missing+=("${wanted#*=}")
  done
  # Ubuntu has it as a snap alone.
  if grep -qs '^ID=debian$' /etc/os-release && ! command -v chromium >/dev/null; then missing+=(chromium); fi
  [ -e /usr/lib/galera/libgalera_smm.so ] || missing+=(galera-4)
  [ ${#missing[@]} = 0 ] && return
  may_install || {
    say "some tests will be skipped; for them: sudo apt-get install ${missing[*]}"
    return
  }
  install_programs "${missing[@]}"
}

# Two of these at once would quarrel over .venv; the lock is this file, and it ends with the script.
exec 9<tools/setup.sh
flock 9
need_environment
need_mariadb
if [ "${1:-}" = tests ]; then need_for_tests; fi
