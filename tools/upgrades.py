#!/usr/bin/env python3
"""Replaces the program again and again while people use it through a proxy, as `systemctl restart naast` does where systemd holds the socket (deploy/naast.socket): nobody is refused, nothing is lost or stored twice.

usage: upgrades.py NAAST ROUNDS [--plant]    (--plant: the server holds its own socket, so that requests must be seen to fail)
"""
import atexit, http.client, os, shutil, signal, socket, sqlite3, subprocess, sys, tempfile, time

from served import proxy
from writers import Watched

naast, rounds, plant = sys.argv[1], int(sys.argv[2]), '--plant' in sys.argv


def wait_for(port, path):
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            line = http.client.HTTPConnection('127.0.0.1', port, timeout=5)
            line.request('GET', path)
            if line.getresponse().status == 200:
                return
        except (OSError, http.client.HTTPException):
            time.sleep(0.01)
    raise SystemExit('FAILED: nobody answers')


with tempfile.TemporaryDirectory(prefix='naast-upgrade-') as folder, tempfile.TemporaryDirectory(prefix='naast-proxy-') as work:
    data = f'{folder}/data'
    subprocess.run([naast, 'demo', '--data', data], check=True, stdout=subprocess.DEVNULL)
    # another file each time, as an upgrade brings
    copies = [shutil.copy(naast, f'{folder}/naast{number}') for number in range(2)]
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(('127.0.0.1', 0))
    backend = held.getsockname()[1]
    held.close() if plant else held.listen(1024)
    if not plant:
        held.set_inheritable(True)

    def start(number):
        command = [copies[number % 2], 'serve', '--data', data, '--listen', f'127.0.0.1:{backend}']
        if not plant:
            command = ['sh', '-c', 'LISTEN_FDS=1 LISTEN_PID=$$ exec "$@"', 'sh', *command]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, close_fds=plant, preexec_fn=None if plant else lambda: held.fileno() == 3 or os.dup2(held.fileno(), 3))
        atexit.register(server.kill)
        return server

    count = lambda: sqlite3.connect(f'{data}/naast.db').execute('select count(*) from sign_ups').fetchone()[0]
    before, server = count(), start(0)
    port = proxy(work, backend)
    wait_for(port, '/readyz')
    writers, longest = Watched(port), 0.0
    with writers.at_work(8):
        for number in range(1, rounds + 1):
            time.sleep(0.5)
            begun = time.monotonic()
            server.send_signal(signal.SIGTERM)
            server.wait()
            server = start(number)
            wait_for(port, '/readyz')
            longest = max(longest, time.monotonic() - begun)
    failed, answered = [what for _, what in writers.wrong], writers.right + len(writers.wrong)
    made = count() - before
    repeated = writers.again() and count() - before == made
    server.terminate()
    server.wait()
print(f'{rounds} upgrades, {answered} requests, {len(failed)} failed, {len(writers.acknowledged)} forms acknowledged, {made} stored, longest {longest:.2f} s')
if plant:
    sys.exit(print('the planted fault was seen' if failed else 'FAILED: requests that failed were not seen') or not failed)
for each in sorted(set(failed)):
    print(f'FAILED: {each}, {failed.count(each)} times')
good = not failed and repeated and len(writers.acknowledged) <= made <= len(writers.sent) and len(writers.acknowledged) > 0
print('1 passed, 0 failed' if good else '0 passed, 1 failed')
sys.exit(not good)
