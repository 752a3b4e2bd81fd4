#!/bin/sh
# Shows that a clean clone builds, starts and passes its tests on a machine where nothing was installed: a new Debian 12 in a folder.
# usage: tools/fresh_machine.sh FOLDER [start|test]     needs root and debootstrap
set -eu
cd "$(dirname "$0")/.."
folder=$1
what=${2:-start}
if [ ! -x "$folder/usr/bin/apt-get" ]; then
    command -v debootstrap >/dev/null || apt-get install -y -q debootstrap
    mirror=$(sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb \(\[[^]]*\] \)\?\([^ ]*\) .*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -v security | head -n 1)
    debootstrap --variant=minbase bookworm "$folder" "$mirror"
    # what this machine knows of its package sources, the new one must know too
    cp -a /etc/apt/. "$folder/etc/apt/"
    cp /etc/resolv.conf /etc/hosts "$folder/etc/"
    if [ -d /usr/local/share/ca-certificates ]; then mkdir -p "$folder/usr/local/share" && cp -a /usr/local/share/ca-certificates "$folder/usr/local/share/"; fi
    if [ -d /etc/ssl/certs ]; then mkdir -p "$folder/etc/ssl" && cp -aL /etc/ssl/certs "$folder/etc/ssl/" 2>/dev/null || true; fi
    if [ -f "$HOME/.npmrc" ]; then cp "$HOME/.npmrc" "$folder/etc/npmrc"; fi
fi
for each in proc sys dev dev/shm; do mountpoint -q "$folder/$each" || mount --rbind "/$each" "$folder/$each" 2>/dev/null || mount -t tmpfs none "$folder/$each"; done
trap 'for each in dev/shm dev sys proc; do umount -l "$folder/$each" 2>/dev/null || true; done' EXIT
mkdir -p "$folder/srv"
rm -rf "$folder/srv/naast"
git clone -q . "$folder/srv/naast"
if [ "$what" = test ]; then
    chroot "$folder" /bin/sh -c 'cd /srv/naast && CI=true .ci/run'
else
    chroot "$folder" /bin/sh -c 'cd /srv/naast && (bin/start 127.0.0.1:18080 > /tmp/start.log 2>&1 & echo $! > /tmp/pid); for i in $(seq 900); do curl -fs http://127.0.0.1:18080/readyz 2>/dev/null && break; kill -0 $(cat /tmp/pid) 2>/dev/null || break; sleep 1; done; tail -n 15 /tmp/start.log; curl -fs http://127.0.0.1:18080/ | grep -q "Een ouder naast u" && echo "fresh machine: the demonstration serves"; pkill naast || true'
fi
