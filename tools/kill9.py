#!/usr/bin/env python3
"""Kills the server with kill -9 while eight writers send sign-ups, over and over; what was acknowledged must be there afterwards, once.

usage: kill9.py NAAST ROUNDS
"""
import http.client, os, pathlib, random, re, signal, socket, sqlite3, subprocess, sys, tempfile, threading, time, urllib.parse

naast, rounds = sys.argv[1], int(sys.argv[2])
folder = tempfile.mkdtemp(prefix='naast-kill-')
subprocess.run([naast, 'demo', '--data', folder], check=True, stdout=subprocess.DEVNULL)
with socket.socket() as s:
    s.bind(('127.0.0.1', 0))
    port = s.getsockname()[1]


def start():
    server = subprocess.Popen([naast, 'serve', '--data', folder, '--listen', f'127.0.0.1:{port}'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    begun = time.monotonic()
    while time.monotonic() - begun < 20:
        try:
            c = http.client.HTTPConnection('127.0.0.1', port, timeout=1)
            c.request('GET', '/readyz')
            if c.getresponse().status == 200:
                return server, time.monotonic() - begun
        except OSError:
            time.sleep(0.01)
    raise SystemExit('FAILED: the server did not come back')


def count(tail=''):
    db = sqlite3.connect(f'{folder}/naast.db')
    found = db.execute('select count(*) from sign_ups').fetchone()[0]
    sound = db.execute('pragma integrity_check').fetchone()[0]
    db.close()
    return found, sound


server, _ = start()
c = http.client.HTTPConnection('127.0.0.1', port)
c.request('GET', '/buddy-worden/aanmelden')
answer = c.getresponse()
page, cookie = answer.read().decode(), answer.getheader('Set-Cookie').split(';')[0]
hidden = {n: re.search(f'name="{n}" value="([^"]*)"', page)[1] for n in ('_csrf', '_moment')}
time.sleep(3.2)
before, _ = count()
acknowledged, tried, keys, slowest = 0, 0, [], 0.0
lock = threading.Lock()


def post(connection, key):
    body = urllib.parse.urlencode({**hidden, '_once': key, 'naam': f'Naam {key}', 'telefoon': '0612345678', 'kanaal': 'poster', 'akkoord': 'ja'})
    connection.request('POST', '/buddy-worden/aanmelden', body, {'Cookie': cookie, 'Content-Type': 'application/x-www-form-urlencoded'})
    got = connection.getresponse()
    got.read()
    return got.status == 303


def writer(number, ending):
    global acknowledged, tried
    n = 0
    try:
        connection = http.client.HTTPConnection('127.0.0.1', port, timeout=5)
        while not ending.is_set():
            key = f'{os.getpid()}-{threading.get_ident()}-{number}-{random.random()}'
            n += 1
            with lock:
                tried += 1
            if post(connection, key):
                with lock:
                    acknowledged += 1
                    keys.append(key)
    except (OSError, http.client.HTTPException):
        pass


for round_ in range(rounds):
    ending = threading.Event()
    threads = [threading.Thread(target=writer, args=(n, ending)) for n in range(8)]
    for t in threads:
        t.start()
    time.sleep(random.uniform(0.05, 0.3))
    server.send_signal(signal.SIGKILL)
    server.wait()
    ending.set()
    for t in threads:
        t.join()
    server, took = start()
    slowest = max(slowest, took)
# the same form sent again after an unknown outcome does nothing twice
again = http.client.HTTPConnection('127.0.0.1', port)
for key in keys[-20:]:
    assert post(again, key)
server.terminate()
server.wait()
found, sound = count()
made = found - before
print(f'{rounds} rounds, {tried} sent, {acknowledged} acknowledged, {made} stored, slowest restart {slowest:.2f} s, integrity {sound}')
good = acknowledged <= made <= tried and sound == 'ok' and acknowledged > 0
print('1 passed, 0 failed' if good else 'FAILED: what was acknowledged is not what is stored\n0 passed, 1 failed')
subprocess.run(['rm', '-rf', folder])
sys.exit(not good)
