#!/usr/bin/env python3
"""Asks for pages and sends forms at a third of what the program can do, for long: its memory, its open files and its write-ahead log stay as they were. Of ten requests one is a form; of a hundred forms one is a new sign-up and the others keep what someone types, so that no programme gets more open sign-ups in an hour than any has in years.

usage: soak.py NAAST MINUTES [--plant]    (--plant: connections are opened and left, which must be seen)
"""
import atexit, http.client, os, pathlib, re, socket, statistics, subprocess, sys, tempfile, threading, time, urllib.parse

from writers import PAGE, Writers

naast, minutes, plant = sys.argv[1], float(sys.argv[2]), '--plant' in sys.argv
THREADS = 8


def cookie_of(port, address):
    line = http.client.HTTPConnection('127.0.0.1', port, timeout=20)
    line.request('GET', address)
    got = line.getresponse()
    got.read()
    return next(value.split(';')[0] for name, value in got.getheaders() if name == 'Set-Cookie' and value.startswith('__Host-sessie='))


class Draft:
    """A form about oneself that is kept while it is typed."""

    def __init__(self, port, cookie):
        self.cookie, line = cookie, http.client.HTTPConnection('127.0.0.1', port, timeout=20)
        line.request('GET', '/mijn/groei/nieuw', headers={'Cookie': cookie})
        self.token = re.search(r'name="_csrf" value="([^"]*)"', line.getresponse().read().decode())[1]

    def keep(self, line, words):
        body = urllib.parse.urlencode({'_csrf': self.token, 'doel': words})
        line.request('POST', '/mijn/groei/concept', body, {'Cookie': self.cookie, 'Content-Type': 'application/x-www-form-urlencoded'})
        got = line.getresponse()
        got.read()
        return got.status < 400


class Crowd:
    """People who read, and who send a form now and then; `pause` is what each waits between two requests."""

    def __init__(self, port, seats, draft):
        self.port, self.seats, self.draft, self.pause, self.answers, self.wrong, self.ending = port, seats, draft, 0.0, 0, [], False
        self.writers, self.times = Writers(port), []
        self.threads = [threading.Thread(target=self.live, args=(number,), daemon=True) for number in range(THREADS)]
        for thread in self.threads:
            thread.start()

    def live(self, number):
        line, at = http.client.HTTPConnection('127.0.0.1', self.port, timeout=30), number
        while not self.ending:
            at += 1
            begun = time.monotonic()
            try:
                if at % 10 == 0:
                    key = os.urandom(8).hex()
                    good = self.writers.post(line, key) if at % 1000 == 0 else self.draft.keep(line, key)
                else:
                    cookie, pages = self.seats[at % len(self.seats)]
                    line.request('GET', pages[at // 7 % len(pages)], headers={'Cookie': cookie} if cookie else {})
                    got = line.getresponse()
                    got.read()
                    good = got.status == 200
                if not good:
                    self.wrong.append('refused')
            except (OSError, http.client.HTTPException) as error:
                self.wrong.append(repr(error))
                line.close()
            self.answers += 1
            time.sleep(max(0.0, self.pause - (time.monotonic() - begun)))


def look(pid, data):
    status = pathlib.Path(f'/proc/{pid}/status').read_text()
    wal = sum(path.stat().st_size for path in pathlib.Path(data).glob('*-wal'))
    return int(re.search(r'VmRSS:\s+(\d+)', status)[1]) / 1024, len(os.listdir(f'/proc/{pid}/fd')), wal / 2**20


with tempfile.TemporaryDirectory(prefix='naast-soak-') as data:
    subprocess.run([naast, 'demo', '--data', data], check=True, stdout=subprocess.DEVNULL)
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        port = s.getsockname()[1]
    server = subprocess.Popen([naast, 'serve', '--data', data, '--listen', f'127.0.0.1:{port}'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    atexit.register(server.kill)
    links, said = {}, ''
    for line in server.stdout:
        said += line
        if found := re.match(r'\s+(\S.*?)\s+http://[^/]+(/demonstratie/\S+)$', line):
            links[found[1]] = found[2]
        if links and not line.strip():
            break
    pages = {'coördinator': ['/vandaag', '/aanmeldingen', '/buddys', '/hulpvragen', '/trajecten', '/scholen'], 'ouder met een buddy': ['/mijn', '/mijn-gegevens'], 'trainer': ['/trainingen']}
    seats = [('', ['/', PAGE, '/buddy-vragen', '/contact'])] + [(cookie_of(port, links[who]), its) for who, its in pages.items()]
    crowd = Crowd(port, seats, Draft(port, cookie_of(port, links['buddy met een ouder'])))
    time.sleep(3)
    before, begun = crowd.answers, time.monotonic()
    time.sleep(15)
    capacity = (crowd.answers - before) / (time.monotonic() - begun)
    crowd.pause = THREADS / (capacity / 3)
    crowd.wrong.clear()
    time.sleep(min(60, minutes * 15))
    left, looks, before, begun = [], [], crowd.answers, time.monotonic()
    while time.monotonic() - begun < minutes * 60:
        if plant:
            left.append(socket.create_connection(('127.0.0.1', port)))
        time.sleep(min(15, minutes * 3))
        looks.append(look(server.pid, data))
    rate = (crowd.answers - before) / (time.monotonic() - begun)
    crowd.ending = True
    for thread in crowd.threads:
        thread.join()
    server.terminate()
    server.wait()
third = max(1, len(looks) // 3)
first, last = [[statistics.median(one) for one in zip(*part)] for part in (looks[:third], looks[-third:])]
grown = [name for name, was, now, most in (('memory', first[0], last[0], first[0] * 1.1 + 8), ('open files', first[1], last[1], first[1] + 2), ('write-ahead log', first[2], last[2], first[2] * 1.5 + 8)) if now > most]
print(f'{minutes:g} minutes at {rate:.0f} of {capacity:.0f} requests a second, {len(crowd.wrong)} wrong; memory {first[0]:.0f} to {last[0]:.0f} MiB, open files {first[1]:.0f} to {last[1]:.0f}, write-ahead log {first[2]:.1f} to {last[2]:.1f} MiB')
if plant:
    sys.exit(print('the planted fault was seen' if 'open files' in grown else 'FAILED: connections that were left were not seen') or 'open files' not in grown)
for each in [*grown, *sorted(set(crowd.wrong))]:
    print(f'FAILED: {each}')
sys.exit(bool(grown or crowd.wrong))
