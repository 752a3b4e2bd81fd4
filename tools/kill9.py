#!/usr/bin/env python3
"""Kills the server with kill -9 while sixteen writers send sign-ups, over and over; what was acknowledged must be there afterwards, once.

usage: kill9.py NAAST ROUNDS
"""
import atexit, http.client, random, signal, socket, sqlite3, subprocess, sys, tempfile, time

from writers import Writers

naast, rounds = sys.argv[1], int(sys.argv[2])
with socket.socket() as s:
    s.bind(('127.0.0.1', 0))
    port = s.getsockname()[1]


def start(folder):
    """The server, and how long it took until it answered."""
    server = subprocess.Popen([naast, 'serve', '--data', folder, '--listen', f'127.0.0.1:{port}'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    atexit.register(server.kill)
    begun = time.monotonic()
    while time.monotonic() - begun < 20:
        try:
            line = http.client.HTTPConnection('127.0.0.1', port, timeout=1)
            line.request('GET', '/readyz')
            if line.getresponse().status == 200:
                return server, time.monotonic() - begun
        except OSError:
            time.sleep(0.01)
    raise SystemExit('FAILED: the server did not come back')


def count(folder):
    db = sqlite3.connect(f'{folder}/naast.db')
    found, sound = db.execute('select count(*) from sign_ups').fetchone()[0], db.execute('pragma integrity_check').fetchone()[0]
    db.close()
    return found, sound


with tempfile.TemporaryDirectory(prefix='naast-kill-') as folder:
    subprocess.run([naast, 'demo', '--data', folder], check=True, stdout=subprocess.DEVNULL)
    before, _ = count(folder)
    server, _ = start(folder)
    writers, slowest = Writers(port), 0.0
    with writers.at_work(16):
        for round_ in range(rounds):
            time.sleep(random.uniform(0.05, 0.3))
            server.send_signal(signal.SIGKILL)
            server.wait()
            server, took = start(folder)
            slowest = max(slowest, took)
    # counted before anything is sent again: what was lost would be stored anew by that
    made = count(folder)[0] - before
    repeated = writers.again() and count(folder)[0] - before == made
    server.terminate()
    server.wait()
    sound = count(folder)[1]
print(f'{rounds} rounds, {len(writers.sent)} forms, {len(writers.acknowledged)} acknowledged, {made} stored, slowest restart {slowest:.2f} s, integrity {sound}')
good = 0 < len(writers.acknowledged) <= made <= len(writers.sent) and sound == 'ok' and repeated
print('1 passed, 0 failed' if good else 'FAILED: what was acknowledged is not what is stored\n0 passed, 1 failed')
sys.exit(not good)
