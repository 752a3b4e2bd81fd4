#!/usr/bin/env python3
"""Whether the time of an answer tells who is known here: asking for a login link with a known and an unknown address, and typing a wrong code after each. Pairs in random order, a paired sign test.

usage: timing.py NAAST [--some]    (--some: fewer pairs)

It fails when chance gives so lopsided a count less than once in a thousand and the median of the differences is above one millisecond: what is smaller drowns in what the way to a server varies, and p alone would fail on differences that nobody can use. First it must see two milliseconds that it plants itself.
"""
import html, math, os, random, re, secrets, socket, sqlite3, statistics, subprocess, sys, tempfile, time, urllib.parse

naast, some = sys.argv[1], '--some' in sys.argv
PAIRS, PEOPLE = (200, 40) if some else (1000, 200)
failed, passed = [], 0


def check(what, good):
    global passed
    passed += bool(good)
    if not good:
        failed.append(what)
        print(f'FAILED {what}', flush=True)


class Visitor:
    """A stranger on a line that stays, behind a proxy that says another place each time."""
    def __init__(self):
        self.socket = socket.create_connection(('127.0.0.1', port), 30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file, self.cookies = self.socket.makefile('rb'), {}
        self.ask('GET', '/inloggen')
        self.token = re.search(r'name="_csrf" value="([^"]+)"', self.ask('GET', '/inloggen')[1])[1]

    def ask(self, method, path, fields=None):
        """The status, the body and how long it took."""
        body = urllib.parse.urlencode({'_csrf': self.token, '_once': secrets.token_urlsafe(12), **fields}) if fields is not None else ''
        cookies = '; '.join(f'{name}={value}' for name, value in self.cookies.items())
        place = f'10.{random.randrange(256)}.{random.randrange(256)}.{random.randrange(256)}'
        text = f'{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Forwarded-For: {place}\r\n{f"Cookie: {cookies}{chr(13)}{chr(10)}" if cookies else ""}Content-Length: {len(body)}\r\n\r\n{body}'.encode()
        begun = time.perf_counter()
        self.socket.sendall(text)
        first = self.file.readline()
        took = time.perf_counter() - begun
        length = 0
        while (line := self.file.readline().decode()) != '\r\n':
            name, value = line.rstrip().split(': ', 1)
            if name.lower() == 'content-length':
                length = int(value)
            if name == 'Set-Cookie':
                self.cookies.update([value.split(';')[0].split('=', 1)])
        return int(first.split()[1]), self.file.read(length).decode(), took


def rows(sql, *values):
    return db.execute(sql, values).fetchall()


def quiet():
    while rows('select 1 from jobs where run_at <= ? or claimed_until > 0', int(time.time())):
        time.sleep(0.002)


def masked(body):
    """A page without what differs in every answer."""
    return re.sub(r'value="[^"]*"|[\w-]{16,}', '', body)


def compare(what, one, other, names):
    """The differences of many pairs, one minus other, and what a sign test makes of them."""
    differences = []
    for _ in range(PAIRS):
        order = [one, other] if random.random() < 0.5 else [other, one]
        took = {}
        for each in order:
            took[each] = each()
        differences.append(took[one] - took[other])
    longer, ties = sum(difference > 0 for difference in differences), sum(difference == 0 for difference in differences)
    n = PAIRS - ties
    p = min(1, 2 * sum(math.comb(n, k) for k in range(max(longer, n - longer), n + 1)) / 2 ** n)
    median = statistics.median(differences) * 1000
    print(f'{what}: {names[0]} took longer in {longer} of {n} pairs, p = {p:.3g}, median of the differences {median:+.3f} ms', flush=True)
    return p < 0.001 and abs(median) > 1


with tempfile.TemporaryDirectory(prefix='naast-timing-') as folder:
    subprocess.run([naast, 'demo', '--data', folder], check=True, stdout=subprocess.DEVNULL)
    with socket.socket() as free:
        free.bind(('127.0.0.1', 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([naast, 'serve', '--data', folder, '--listen', f'127.0.0.1:{port}'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, 'NAAST_TRUSTED_PROXIES': '127.0.0.1'})
    try:
        for line in iter(server.stdout.readline, ''):
            if 'Ctrl-C' in line:
                break
        db = sqlite3.connect(f'{folder}/naast.db', isolation_level=None, timeout=30)
        visitor = Visitor()
        form = visitor.ask('GET', '/buddy-worden/aanmelden')[1]
        moment = html.unescape(re.search(r'name="_moment" value="([^"]*)"', form)[1])
        time.sleep(3.2)
        # as many mailboxes as it takes to stay below what one may ask for in an hour
        for number in range(PEOPLE):
            visitor.ask('POST', '/buddy-worden/aanmelden', {'_moment': moment, 'naam': f'Proef {number}', 'mail': f'proef-{number:04}@voorbeeld.example', 'kanaal': 'poster', 'akkoord': 'ja'})
        quiet()
        for body, in rows("select body from outbox where recipient like 'proef-%'"):
            link = re.search(r'/aanmelding/\S+', body)[0]
            visitor.ask('POST', f'{link}/bevestiging', {})
        quiet()
        check('everyone has an account', rows("select count(*) from memberships where person in (select person from action_links where act = 'sign_up')")[0][0] >= PEOPLE)
        turn = [0, 0]

        def login(known):
            turn[known] += 1
            mail = f'proef-{(turn[known] if known else 5000 + turn[known]) % (PEOPLE if known else 4000) + (0 if known else 5000):04}@voorbeeld.example'
            status, _, took = visitor.ask('POST', '/inloggen', {'mail': mail})
            if status != 303:
                sys.exit(f'FAILED: asking for a link gives {status}')
            return took

        known, unknown = (lambda: login(True)), (lambda: login(False))

        check('planted: two milliseconds more for who is known are seen', compare('planted', lambda: known() + 0.002, unknown, ('a known address',)))
        check('asking for a link: the time tells nobody who is known', not compare('asking for a link', known, unknown, ('a known address',)))
        visitor.ask('GET', '/')  # what was said last
        pages = []
        for first in (known, unknown):
            first()
            pages.append([(status, masked(body)) for status, body, _ in (visitor.ask('GET', '/inloggen/verstuurd'), visitor.ask('POST', '/inloggen/code', {'code': '000000'}))])
        check('what is said is the same for a known and an unknown address, also after a wrong code', pages[0] == pages[1])

        def code(first):
            def typed():
                first()
                return visitor.ask('POST', '/inloggen/code', {'code': f'{random.randrange(10 ** 6):06}'})[2]
            return typed

        check('a wrong code: the time tells nobody who is known', not compare('a wrong code', code(known), code(unknown), ('after a known address',)))
        made_up = lambda token: visitor.ask('GET', f'/inloggen/{token}')[2]
        link = secrets.token_urlsafe(32)
        check('a link that is cut: neither', not compare('a link that is none', lambda: made_up(link), lambda: made_up('kort'), ('a long one',)))
        quiet()
        check('a link was sent to whoever is known, each time', rows("select count(*) from outbox where recipient like 'proef-%' and body like '%/inloggen/%'")[0][0] == turn[True])
        check('the server lives', server.poll() is None)
    finally:
        server.terminate()
        server.wait()
print(f'{passed} passed, {len(failed)} failed')
sys.exit(bool(failed))
