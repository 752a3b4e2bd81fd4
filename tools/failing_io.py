#!/usr/bin/env python3
"""Lets writes, syncs and openings of files fail at random, one in a hundred and one in twenty, under the whole server while sixteen writers send sign-ups, people are erased and copies are made: what was acknowledged is there once, what failed was said to be for later, and the server goes on by itself.

usage: failing_io.py NAAST [SECONDS [--plant]]    (SECONDS of each kind of fault, 5 unless told; --plant: something acknowledged is taken away, which must be seen; needs fiu-run)
"""
import atexit, collections, pathlib, sqlite3, subprocess, sys, tempfile, threading, time

from served import Served, check, failed, stop_all
from writers import Writers

naast, seconds, plant = str(pathlib.Path(sys.argv[1]).absolute()), float((sys.argv[2:] + ['5'])[0]), '--plant' in sys.argv
FAULTS = {'writing': ['posix/io/rw/pwrite', 'posix/io/rw/ftruncate'], 'syncing': ['posix/io/sync/*'], 'opening': ['posix/io/oc/open']}


class Told(Writers):
    """Writers that remember how often they got which answer."""

    def __init__(self, port):
        super().__init__(port)
        self.statuses = collections.Counter()

    def answer(self, line, key):
        status = super().answer(line, key)
        with self.lock:
            self.statuses[status] += 1
        return status


def asked(file, statement):
    with sqlite3.connect(f'file:{file}?mode=ro', uri=True) as db:
        return db.execute(statement).fetchall()


def fault(server, command, name, more=''):
    """Switches a fault on or off; fiu-ctrl would wait for ever for a server that is gone, and says what went wrong on its output only."""
    if server.process.poll() is not None:
        sys.exit('FAILED: the server is gone')
    said = subprocess.run(['fiu-ctrl', '-f', f'{root}/control', '-c', f'{command} name={name}{more}', str(server.process.pid)], check=True, capture_output=True, text=True, timeout=20)
    if said.stdout + said.stderr:
        sys.exit(f'FAILED: fiu-ctrl: {said.stdout}{said.stderr}')


def command(first, *words):
    return subprocess.run([naast, first, '--data', data, *words], capture_output=True).returncode == 0


def meanwhile(ending, people, erased, copies):
    """Copies and erasures, until the end; remembers those that were said to be done."""
    number = 0
    while not ending.wait(0.2):
        number += 1
        if command('backup', f'{root}/{number}.db', '--keys', f'{root}/{number}.keys'):
            copies.append(number)
        if people and command('erase', '--', people[-1]):
            erased.append(people.pop())


with tempfile.TemporaryDirectory(prefix='naast-failing-') as root:
    data = f'{root}/data'
    subprocess.run([naast, 'demo', '--data', data], check=True, stdout=subprocess.DEVNULL)
    under = pathlib.Path(root, 'naast')
    under.write_text(f'#!/bin/sh\nexec fiu-run -x -f {root}/control {naast} "$@"\n')
    under.chmod(0o700)
    server = Served(str(under), '--data', data)
    atexit.register(server.process.kill)
    writers, erased, copies, ending = Told(server.port), [], [], threading.Event()
    before = asked(f'{data}/naast.db', 'select count(*) from sign_ups')[0][0]
    people = [person for (person,) in asked(f'{data}/naast.db', "select person from sign_ups where ended_at is null and person <> '' order by id limit 12")]
    aside = threading.Thread(target=meanwhile, args=(ending, people, erased, copies), daemon=True)
    with writers.at_work(16):
        aside.start()
        try:
            for kind, names in FAULTS.items():
                for probability in (0.01, 0.05):
                    was = writers.statuses.copy()
                    for name in names:
                        fault(server, 'enable_random', name, f',probability={probability}')
                    time.sleep(seconds)
                    for name in names:
                        fault(server, 'disable', name)
                    now = writers.statuses - was
                    struck = now[503] or kind == 'opening' or probability < 0.05
                    check(f'one in {1 / probability:.0f} of {kind} fails', now[303] and struck and not set(now) - {303, 503}, dict(now))
            # a form opens no file, a copy does
            fault(server, 'enable', 'posix/io/oc/open')
            refused = not command('backup', f'{root}/none.db', '--keys', f'{root}/none.keys')
            fault(server, 'disable', 'posix/io/oc/open')
            check('a copy is refused where no file can be opened', refused and not pathlib.Path(root, 'none.db').exists(), 'naast backup')
        finally:
            ending.set()
        aside.join()
    refused = writers.statuses[503]
    check('the server is still there, and ready', server.process.poll() is None and server.get('/readyz')[0].status == 200, f'{refused} told to come later')
    acknowledged = len(writers.acknowledged)
    made = asked(f'{data}/naast.db', 'select count(*) from sign_ups')[0][0] - before
    if plant:
        with sqlite3.connect(f'{data}/naast.db') as db:
            db.execute('delete from sign_ups where id = (select id from sign_ups order by signed_up_at desc, id limit 1)')
        made = asked(f'{data}/naast.db', 'select count(*) from sign_ups')[0][0] - before
    # counted before anything is sent again: what was lost would be stored anew by that
    check('what was acknowledged is stored, each once', 0 < acknowledged <= made <= len(writers.sent), f'{len(writers.sent)} forms, {acknowledged} acknowledged, {made} stored')
    check('each is acknowledged again', writers.again() and asked(f'{data}/naast.db', 'select count(*) from sign_ups')[0][0] - before == made, acknowledged)
    server.stop()
    check('data and keys are sound', all(asked(f'{data}/{file}', 'pragma integrity_check') == [('ok',)] for file in ('naast.db', 'keys.db')), 'integrity_check')
    check('the log is unbroken', subprocess.run([naast, 'audit', 'verify', '--data', data], capture_output=True).returncode == 0, 'naast audit verify')
    gone = [person for person in erased if not asked(f'{data}/keys.db', f"select 1 from data_keys where person = '{person}'") and asked(f'{data}/naast.db', f"select name from people where id = '{person}'") == [('',)]]
    check('who was said to be erased is gone', erased and gone == erased, f'{len(gone)} of {len(erased)}')
    whole = [number for number in copies if all(asked(f'{root}/{number}.{file}', 'pragma integrity_check') == [('ok',)] for file in ('db', 'keys'))]
    check('copies that were said to be made are whole', copies and whole == copies, f'{len(whole)} of {len(copies)}')
stop_all()
if plant:
    seen = failed == ['what was acknowledged is stored, each once']
    sys.exit(print('the planted fault was seen' if seen else 'FAILED: a form that was lost was not seen') or not seen)
print(f'{refused} forms told to come later of {sum(writers.statuses.values())} sent; {acknowledged} acknowledged, {made} stored; {len(erased)} erased, {len(copies)} copies')
sys.exit(bool(failed))
