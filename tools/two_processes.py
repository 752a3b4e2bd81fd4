#!/usr/bin/env python3
"""Two processes on one PostgreSQL behind nginx: what two make against one, and what someone notices when one of them is killed under load.

Needs the server that tools/postgres.sh starts, Debian's python3-psycopg2 and nginx.

usage: . tools/postgres.sh; /usr/bin/python3 tools/two_processes.py NAAST [SECONDS]      SECONDS of each round, 5 unless told
"""
import os, shutil, subprocess, sys, tempfile, time

from on_postgresql import moved
from served import Served, check, failed, proxy, stop_all, wrk
from writers import Watched

naast, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5


def stored(there):
    with there.cursor() as ask:
        ask.execute('select count(*) from sign_ups')
        return ask.fetchone()[0]


def killed(there, port, pair):
    """Kills the second while people read and write through the proxy."""
    before, writers = stored(there), Watched(port)
    with writers.at_work(8):
        time.sleep(2)
        pair[1].process.kill()
        pair[1].process.wait()
        time.sleep(4)
    made = stored(there) - before
    times = [at for at, _ in writers.wrong]
    spell = max(times) - min(times) if times else 0
    print(f'one of two killed under load: {writers.right} answers, {len(writers.wrong)} went wrong, {len(writers.acknowledged)} forms acknowledged, {made} stored')
    check('nothing acknowledged is lost or stored twice', 0 < len(writers.acknowledged) <= made <= len(writers.sent) and writers.again() and stored(there) - before == made, f'{len(writers.acknowledged)} acknowledged')
    check('what goes wrong goes wrong within a second', spell <= 1, f'{spell:.2f} s')


folder, works = tempfile.mkdtemp(prefix='naast-two-'), [tempfile.mkdtemp(prefix='naast-proxy-') for _ in range(2)]
try:
    subprocess.run([naast, 'demo', '--data', folder], check=True, stdout=subprocess.DEVNULL)
    words, there = moved(naast, folder)
    os.environ |= {'NAAST_KEYS': f'{folder}/keys.db', 'NAAST_MASTER_KEY_FILE': f'{folder}/master.key', 'NAAST_JOURNAL': f'{folder}/erasures.log'}
    pair = [Served(naast, *words) for _ in range(2)]
    one, two = proxy(works[0], pair[0].port), proxy(works[1], pair[0].port, pair[1].port)
    # where someone logged in is known to both
    desk, parent = pair[0].login('coördinator'), pair[1].login('ouder met een buddy')
    time.sleep(6)
    print(f'{"pages a second, over nginx":32}{"one":>8}{"two":>8}{"ratio":>8}')
    for name, path, cookie in (('parent: first page', '/', None), ('parent: home', '/mijn', parent), ('buddies', '/buddys', desk), ('Vandaag', '/vandaag', desk)):
        rounds = [[], []]
        for _ in range(3):
            for its, port in zip(rounds, (one, two)):
                its.append(wrk(port, path, cookie, seconds)['per_second'])
        alone, both = map(max, rounds)
        print(f'{name:32}{alone:8.0f}{both:8.0f}{both / alone:8.2f}', flush=True)
    time.sleep(2)  # what was still under way ends first
    killed(there, two, pair)
finally:
    stop_all()
    for each in (folder, *works):
        shutil.rmtree(each, ignore_errors=True)
sys.exit(bool(failed))
