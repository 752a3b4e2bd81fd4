#!/usr/bin/env python3
"""Backs a server up while writers send forms, and restores every copy: it is whole, opens with its keys and with no others, holds what was acknowledged before it began, and nobody who was erased since.

usage: backups.py NAAST [TIMES]    (5; the long form is 50)
"""
import atexit, http.client, os, pathlib, shutil, socket, sqlite3, subprocess, sys, tempfile, time

from writers import Writers

naast, times = str(pathlib.Path(sys.argv[1]).absolute()), int((sys.argv[2:] + ['5'])[0])
passed, failed = 0, 0


def check(what, good, said=''):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    print(f'{"ok" if good else "FAILED"}: {what}{": " if said else ""}{said}', flush=True)


def command(*words):
    return subprocess.run([naast, *words], capture_output=True, text=True)


def asked(folder, statement, file='naast.db'):
    with sqlite3.connect(f'file:{folder}/{file}?mode=ro', uri=True) as db:
        return db.execute(statement).fetchall()


with socket.socket() as s:
    s.bind(('127.0.0.1', 0))
    port = s.getsockname()[1]
root = tempfile.mkdtemp(prefix='naast-backups-')
atexit.register(lambda: shutil.rmtree(root, ignore_errors=True))
data = f'{root}/data'
subprocess.run([naast, 'demo', '--data', data], check=True, stdout=subprocess.DEVNULL)
server = subprocess.Popen([naast, 'serve', '--data', data, '--listen', f'127.0.0.1:{port}'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
atexit.register(server.kill)
for _ in range(1000):
    try:
        line = http.client.HTTPConnection('127.0.0.1', port, timeout=5)
        line.request('GET', '/readyz')
        if line.getresponse().status == 200:
            break
    except OSError:
        time.sleep(0.02)
before = asked(data, 'select count(*) from sign_ups')[0][0]
writers, copies, erased = Writers(port), [], []
people = [person for (person,) in asked(data, "select person from sign_ups where person <> '' and ended_at is null order by id limit 3")]
with writers.at_work(8):
    for number in range(times):
        time.sleep(0.1)
        least = len(writers.acknowledged)
        said = command('backup', f'{root}/{number}.db', '--keys', f'{root}/{number}.keys', '--data', data)
        if said.returncode:
            check(f'copy {number}', False, said.stderr)
            continue
        copies.append((number, least, len(writers.sent)))
        if number == times // 2:
            for person in people:
                said = command('erase', '--data', data, '--', person)
                check('someone is erased under load', said.returncode == 0, said.stderr)
                erased.append(person)
server.terminate()
server.wait()

whole, opened, gone = 0, 0, 0
for number, least, most in copies:
    place = f'{root}/restored_{number}'
    os.makedirs(place)
    shutil.copy(f'{data}/master.key', place)
    said = command('restore', f'{root}/{number}.db', '--keys', f'{root}/{number}.keys', '--journal', f'{data}/erasures.log', '--data', place)
    verified = command('audit', 'verify', '--data', place)
    stored = asked(place, 'select count(*) from sign_ups')[0][0] - before
    # who was erased leaves the count
    whole += said.returncode == 0 and verified.returncode == 0 and asked(place, 'pragma integrity_check') == [('ok',)] and least - len(erased) <= stored <= most
    gone += not asked(place, f"select 1 from data_keys where person in ({', '.join(repr(person) for person in erased)})", 'keys.db') and all(asked(place, f"select name from people where id = '{person}'") == [('',)] for person in erased)
    if said.returncode or verified.returncode:
        print(number, said.stderr, verified.stdout, verified.stderr)
check('every copy is whole, its log unbroken, and holds what was acknowledged before it began', whole == len(copies) == times, f'{whole} of {times}')
check('who was erased is in no restored copy', gone == len(copies), f'{gone} of {len(copies)}')

place = f'{root}/other_keys'
os.makedirs(place)
subprocess.run([naast, 'demo', '--data', f'{root}/stranger', '--seed', '2'], check=True, stdout=subprocess.DEVNULL)
shutil.copy(f'{root}/stranger/master.key', place)
said = command('restore', f'{root}/0.db', '--keys', f'{root}/0.keys', '--journal', f'{data}/erasures.log', '--data', place)
check('a copy does not open under the master key of another', said.returncode != 0 and 'master key' in said.stderr, said.stderr.strip())
words = [name for (name,) in asked(root, 'select name from partnerships', '0.db')]
raw = pathlib.Path(f'{root}/0.db').read_bytes()
check('a copy alone holds no name, address or number of a person', words[0].encode() in raw and not any(word in raw for word in (b'Naam ' + writers.acknowledged[0].encode(), b'0612345678')))
print(f'{passed} passed, {failed} failed')
sys.exit(bool(failed))
