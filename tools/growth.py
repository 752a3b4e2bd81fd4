#!/usr/bin/env python3
"""Whether the program is as quick for a million people as for a thousand: demonstrations of several sizes served beside each other, every page asked of each in turn, all in one run.

The figures are ratios to the smallest. On PostgreSQL with --postgresql, on the server that tools/postgres.sh starts (TEST_POSTGRES).

usage: growth.py NAAST [--sizes 1000,10000,100000,1000000] [--seconds 3] [--postgresql]
"""
import argparse, contextlib, json, os, pathlib, re, shutil, sqlite3, subprocess, sys, tempfile, time

from served import Served, stop_all, wrk

said = argparse.ArgumentParser()
said.add_argument('naast')
said.add_argument('--sizes', default='1000,10000,100000,1000000')
said.add_argument('--seconds', type=int, default=3)
said.add_argument('--postgresql', action='store_true')
wanted = said.parse_args()
sizes = [int(size) for size in wanted.sizes.split(',')]
engine = 'PostgreSQL' if wanted.postgresql else 'SQLite'
PAGES = [('Vandaag', 'coördinator', '/vandaag'), ('sign-ups', 'coördinator', '/aanmeldingen'), ('requests', 'coördinator', '/hulpvragen'), ('one request', 'coördinator', 'first of /hulpvragen'), ('buddies', 'coördinator', '/buddys'), ('trajectories', 'coördinator', '/trajecten'), ('schools', 'coördinator', '/scholen'),
         ('figures', 'coördinator', '/cijfers'), ('parent: home', 'ouder met een buddy', '/mijn'), ('buddy: home', 'buddy met een ouder', '/mijn'), ('own data', 'ouder met een buddy', '/mijn-gegevens'), ('first page', None, '/'), ('asking', None, '/buddy-vragen')]
folder = pathlib.Path(tempfile.mkdtemp(prefix='naast-growth-'))


def database(size):
    """Words for a database of its own on the PostgreSQL of the tests, as its owner and as the program."""
    server, name = os.environ['TEST_POSTGRES'], f'growth_{os.getpid()}_{size}'
    subprocess.run(['psql', '-q', f'postgresql://naast_owner@{server}/postgres', '-c', f'create database {name} template template0'], check=True)
    return [f'postgresql://{role}@{server}/{name}' for role in ('naast_owner', 'naast_app')]


class Place:
    def __init__(self, size):
        data = folder / str(size)
        where = ['--data', str(data)]
        if wanted.postgresql:
            owner, app = database(size)
            subprocess.run([wanted.naast, 'migrate', '--data', str(data), '--database', owner], check=True, stdout=subprocess.DEVNULL, env={**os.environ, 'NAAST_APPLICATION_ROLE': 'naast_app'})
            where += ['--database', app]
        begun = time.monotonic()
        subprocess.run([wanted.naast, 'demo', *where, '--people', str(size)], check=True, stdout=subprocess.DEVNULL)
        self.size, self.made_s = size, time.monotonic() - begun
        if wanted.postgresql:
            subprocess.run(['psql', '-q', owner, '-c', 'set client_min_messages = error', '-c', 'analyze'], check=True)
        begun = time.monotonic()
        log = json.loads(subprocess.run([wanted.naast, 'audit', 'verify', '--json', *where], check=True, capture_output=True, text=True).stdout)
        self.log_rows, self.verified_s = sum(each['entries'] for each in log), time.monotonic() - begun
        self.mb = sum(file.stat().st_size for file in data.iterdir()) / 1e6
        self.server = Served(wanted.naast, *where)
        self.cookies = {who: self.server.login(who) for _, who, _ in PAGES if who}
        self.put_rounds_off(f'postgresql://naast_admin@{os.environ["TEST_POSTGRES"]}/{app.rsplit("/", 1)[1]}' if wanted.postgresql else data / 'naast.db')

    def put_rounds_off(self, database):
        """The rounds of the hour begin with the server and last longer the more partnerships there are; what they take from a page is not measured here."""

        def ask(statement):
            if wanted.postgresql:
                return int(subprocess.run(['psql', '-qAt', database, '-c', statement], check=True, capture_output=True, text=True).stdout.split()[0])
            with contextlib.closing(sqlite3.connect(database, timeout=60)) as db, db:
                return next(db.execute(statement), [0])[0]

        waiting, before = 0, -1
        while waiting > before:  # they are queued much faster than they are done
            time.sleep(3)
            waiting, before = ask("select count(*) from jobs where kind like '%.round'"), waiting
        ask("with off as (update jobs set run_at = run_at * 2 where kind like '%.round' returning 1) select count(*) from off" if wanted.postgresql else "update jobs set run_at = run_at * 2 where kind like '%.round' returning 1")

    def path(self, who, path):
        if not path.startswith('first of '):
            return path
        above = path.removeprefix('first of ')
        return re.search(rf'href="({above}/[\w-]{{22}})"', self.server.calm(above, self.cookies[who])[1].decode())[1]


try:
    places = []
    for size in sizes:
        places.append(Place(size))
        its = places[-1]
        print(f'{engine}, {size} people: made in {its.made_s:.0f} s, {its.mb:.0f} MB beside the database server; log of {its.log_rows} rows verified in {its.verified_s:.1f} s; started in {its.server.started_ms:.0f} ms', flush=True)
    print(f'{"p99 ms at 32 connections":28}' + ''.join(f'{size:>12}' for size in sizes) + f'{"ratio":>9}')
    rows, slow = [], []
    for name, who, path in PAGES:
        rounds = [[] for _ in places]
        for _ in range(3):
            for its, place in zip(rounds, places):
                at = place.path(who, path)
                if place.server.calm(at, place.cookies.get(who))[0].status != 200:
                    sys.exit(f'{at} is not there')
                its.append(wrk(place.server.port, at, place.cookies.get(who), wanted.seconds))
        best = [min(its, key=lambda one: one['p99_ms']) for its in rounds]
        ratio = best[-1]['p99_ms'] / best[0]['p99_ms']
        rows.append({'page': name, 'p99_ms': [one['p99_ms'] for one in best], 'per_second': [one['per_second'] for one in best], 'ratio': ratio})
        if ratio > 1.5:
            slow.append(f'{name} {ratio:.1f}')
        print(f'{name:28}' + ''.join(f'{one["p99_ms"]:12.1f}' for one in best) + f'{ratio:9.2f}', flush=True)
    resident = [place.server.resident_mb() for place in places]
    idle = []
    for place in places:
        before = place.server.cpu_s()
        time.sleep(10)
        idle.append((place.server.cpu_s() - before) / 10)
    print(f'{"resident MB":28}' + ''.join(f'{mb:12.0f}' for mb in resident))
    print(f'{"processor while idle":28}' + ''.join(f'{share:12.1%}' for share in idle))
finally:
    stop_all()
    shutil.rmtree(folder)

last = places[-1]
rate = last.log_rows / last.verified_s
goals = [(f'p99 at {sizes[-1]} people at most 1.5 times that at {sizes[0]}', not slow, ', '.join(slow) or f'{max(row["ratio"] for row in rows):.2f}'),
         (f'{sizes[-1]} people made within 10 minutes', last.made_s <= 600, f'{last.made_s:.0f} s'),
         ('resident at most 128 MB', resident[-1] <= 128, f'{resident[-1]:.0f} MB'),
         ('started within 1 s', last.server.started_ms <= 1000, f'{last.server.started_ms:.0f} ms'),
         ('100,000 rows of the log verified per second', rate >= 100000, f'{rate:.0f}')]
for what, holds, found in goals:
    print(f'{"holds" if holds else "FAILS"}  {what}: {found}')
json.dump({'engine': engine, 'sizes': sizes, 'rows': rows, 'resident_mb': resident, 'idle': idle, 'goals': {what: holds for what, holds, _ in goals}}, open(pathlib.Path(tempfile.gettempdir(), f'naast-growth-{engine.lower()}.json'), 'w'))
sys.exit(not all(holds for _, holds, _ in goals))
