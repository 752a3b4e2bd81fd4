# Starts a PostgreSQL of our own in a folder that goes with the tests; sets NAAST_TEST_POSTGRES (owner) and NAAST_TEST_POSTGRES_APP (application role).
# Sourced by bin/test.
pg_bin=$(ls -d /usr/lib/postgresql/15/bin)
pg_dir=$(mktemp -d "${TMPDIR:-/tmp}/naast-pg-XXXXXX")
# below those that the system gives to whoever calls: one of a call that just ended would be taken
pg_port=$((20000 + $$ % 10000))
pg_as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" != 0 ] || chown postgres "$pg_dir"
trap 'pg_as "$pg_bin/pg_ctl" -D "$pg_dir/data" -m immediate -w stop >/dev/null 2>&1 || true; rm -rf "$pg_dir"' EXIT
(cd "$pg_dir" && pg_as "$pg_bin/initdb" -D "$pg_dir/data" --locale=C.UTF-8 --encoding=UTF8 --auth=trust -U naast_admin -N >/dev/null)
(cd "$pg_dir" && pg_as "$pg_bin/pg_ctl" -D "$pg_dir/data" -w -l "$pg_dir/log" -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$pg_dir -c fsync=off" start >/dev/null)
psql -q "postgresql://naast_admin@127.0.0.1:$pg_port/postgres" -c "create role naast_owner login createdb nosuperuser" -c "create role naast_app login nosuperuser nobypassrls"
export TEST_POSTGRES="127.0.0.1:$pg_port"
