#!/usr/bin/env python3
"""Breaks PostgreSQL and the processes that serve while writers send forms: what was acknowledged is there afterwards, once.

usage: postgres_faults.py NAAST [ROUNDS] [PROMOTIONS]    (20 and 3; the long form is 100 and 20)

Restarts PostgreSQL and kills its backends; kills one of two processes on one database; promotes a standby that had to confirm each write. Last it promotes a standby that had not, which must be seen to lose: else this would see nothing.
"""
import atexit, glob, http.client, os, pathlib, random, shutil, signal, socket, subprocess, sys, tempfile, time

from writers import Writers

naast = str(pathlib.Path(sys.argv[1]).absolute())
rounds, promotions = (int(given) for given in (sys.argv[2:] + ['20', '3'][len(sys.argv) - 2:]))
BIN = sorted(glob.glob('/usr/lib/postgresql/*/bin'))[-1]
AS = ['runuser', '-u', 'postgres', '--'] if os.getuid() == 0 else []
passed, failed = 0, 0


def check(what, good, figures=''):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    print(f'{"ok" if good else "FAILED"}: {what}{": " if figures else ""}{figures}', flush=True)


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


class Cluster:
    """One PostgreSQL in a folder; a standby when it is copied from another."""

    def __init__(self, folder, of=None):
        self.folder, self.port = folder, free_port()
        if of:
            run('pg_basebackup', '-D', folder, '-R', '-X', 'stream', '-c', 'fast', '-d', f'host=127.0.0.1 port={of.port} user=naast_admin application_name=standby')
        else:
            run('initdb', '-D', folder, '--locale=C.UTF-8', '--encoding=UTF8', '--auth=trust', '-U', 'naast_admin', '-N')
        self.start()

    def start(self):
        run('pg_ctl', '-D', self.folder, '-w', '-l', f'{self.folder}.log', '-o', f'-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={work} -c max_wal_senders=4 -c wal_level=replica -c hot_standby=on', 'start')

    def stop(self, how):
        run('pg_ctl', '-D', self.folder, '-m', how, '-w', 'stop')

    def sql(self, statement, database='postgres', user='naast_admin'):
        return subprocess.run(['psql', '-qtA', f'postgresql://{user}@127.0.0.1:{self.port}/{database}', '-c', statement], check=True, capture_output=True, text=True).stdout.strip()


def run(program, *words):
    subprocess.run([*AS, f'{BIN}/{program}', *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=work)


def serve(url, data, shared=None):
    port = free_port()
    keys = {'NAAST_KEYS': f'{shared}/keys.db', 'NAAST_MASTER_KEY_FILE': f'{shared}/master.key', 'NAAST_JOURNAL': f'{shared}/erasures.log'} if shared else {}
    server = subprocess.Popen([naast, 'serve', '--data', data, '--database', url, '--listen', f'127.0.0.1:{port}'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **keys})
    atexit.register(server.kill)
    server.port = port
    ready(port)
    return server


def ready(port, patience=30):
    """How long it took until the server answered well."""
    begun = time.monotonic()
    while time.monotonic() - begun < patience:
        try:
            line = http.client.HTTPConnection('127.0.0.1', port, timeout=5)
            line.request('GET', '/readyz')
            if line.getresponse().status == 200:
                return time.monotonic() - begun
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit('FAILED: the server did not come back')


def made(cluster):
    return int(cluster.sql('select count(*) from sign_ups', 'naast'))


def judge(what, writers, cluster, before, more=''):
    # counted before anything is sent again: what was lost would be stored anew by that
    stored = made(cluster) - before
    check(what, 0 < len(writers.acknowledged) <= stored <= len(writers.sent) and writers.again() and made(cluster) - before == stored,
          f'{len(writers.sent)} forms, {len(writers.acknowledged)} acknowledged, {stored} stored{more}')


work = tempfile.mkdtemp(prefix='naast-pgfaults-')
os.chmod(work, 0o755)
if AS:
    shutil.chown(work, 'postgres')
clusters = []
atexit.register(lambda: shutil.rmtree(work, ignore_errors=True))
atexit.register(lambda: [subprocess.run([*AS, f'{BIN}/pg_ctl', '-D', each.folder, '-m', 'immediate', '-w', 'stop'], capture_output=True, cwd='/') for each in clusters])

first = Cluster(f'{work}/one')
clusters.append(first)
first.sql('create role naast_owner login createdb nosuperuser')
first.sql('create role naast_app login nosuperuser nobypassrls')
first.sql('create database naast owner naast_owner template template0')
data = tempfile.mkdtemp(prefix='naast-pgdata-')
atexit.register(lambda: shutil.rmtree(data, ignore_errors=True))
subprocess.run([naast, 'migrate', '--database', f'postgresql://naast_owner@127.0.0.1:{first.port}/naast', '--data', data], check=True, stdout=subprocess.DEVNULL, env={**os.environ, 'NAAST_APPLICATION_ROLE': 'naast_app'})
url = f'postgresql://naast_app@127.0.0.1:{first.port}/naast'
subprocess.run([naast, 'demo', '--database', url, '--data', data], check=True, stdout=subprocess.DEVNULL)

server = serve(url, data)
before, writers, slowest = made(first), Writers(server.port), 0.0
with writers.at_work(16):
    for number in range(rounds):
        time.sleep(random.uniform(0.05, 0.3))
        if number % 4 == 0:
            how = random.choice(['fast', 'immediate'])
            first.stop(how)
            first.start()
        else:
            first.sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'naast_app'")
        slowest = max(slowest, ready(server.port))
judge(f'PostgreSQL restarted and its backends killed, {rounds} times', writers, first, before, f', the longest without an answer {slowest:.1f} s')

other = serve(url, f'{data}/other', data)
before, writers = made(first), Writers(server.port, other.port)
with writers.at_work(16):
    for number in range(max(2, rounds // 5)):
        time.sleep(random.uniform(0.1, 0.4))
        if number % 2:
            other.send_signal(signal.SIGKILL)
            other.wait()
            other = serve(url, f'{data}/other', data)
            writers.ports = (server.port, other.port)
        else:
            server.send_signal(signal.SIGKILL)
            server.wait()
            server = serve(url, data)
            writers.ports = (server.port, other.port)
judge('one of two processes killed', writers, first, before, f', the longest wait of one form {writers.longest:.1f} s')
other.terminate()
other.wait()
server.terminate()
server.wait()


def promote(standby_confirms, times):
    """Loses the primary over and over; gives the writers and the cluster that goes on."""
    primary = clusters[-1]
    lost = 0
    for _ in range(times):
        standby = Cluster(f'{work}/{len(clusters)}_{random.random()}', primary)
        clusters.append(standby)
        primary.sql(f"alter system set synchronous_standby_names = '{'standby' if standby_confirms else ''}'")
        primary.sql('select pg_reload_conf()')
        both = f'postgresql://naast_app@127.0.0.1:{primary.port},127.0.0.1:{standby.port}/naast?target_session_attrs=read-write'
        for _ in range(600):
            if primary.sql("select count(*) from pg_stat_replication where state = 'streaming'" + (" and sync_state = 'sync'" if standby_confirms else '')) == '1':
                break
            time.sleep(0.05)
        else:
            raise SystemExit('FAILED: the standby does not follow')
        server = serve(both, data)
        before, writers = made(primary), Writers(server.port)
        with writers.at_work(16):
            time.sleep(random.uniform(0.2, 0.5))
            if not standby_confirms:
                standby.sql("alter system set primary_conninfo = 'host=127.0.0.1 port=1'")
                standby.sql('select pg_reload_conf()')
                time.sleep(0.5)
            primary.stop('immediate')
            standby.sql("alter system set synchronous_standby_names = ''")
            run('pg_ctl', '-D', standby.folder, '-w', 'promote')
            standby.sql('select pg_reload_conf()')
            known = set(writers.acknowledged)
            ready(server.port)
            time.sleep(0.2)
        stored = made(standby) - before
        lost += max(0, len(writers.acknowledged) - stored)
        if standby_confirms:
            again = writers.again()
            lost += not again or made(standby) - before != stored or stored > len(writers.sent)
        server.terminate()
        server.wait()
        primary = standby
    return lost, len(known)


lost, seen = promote(True, promotions)
check(f'a standby that confirms every write, promoted {promotions} times', lost == 0 and seen > 0, f'{lost} lost')
lost, _ = promote(False, 1)
check('a standby that does not confirm is seen to lose', lost > 0, f'{lost} lost')
print(f'{passed} passed, {failed} failed')
sys.exit(bool(failed))
