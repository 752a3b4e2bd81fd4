#!/usr/bin/env python3
"""A thousand links from mails, each used fifty times at once over a socket; then opened, replayed, swapped, cut and expired. Every link has one winner and does nothing else.

usage: links.py NAAST [--some]    (--some: fifty links; each run first sees two winners that it plants itself)
"""
import base64, collections, hashlib, html, itertools, re, secrets, socket, sqlite3, subprocess, sys, tempfile, time, urllib.parse

naast, some = sys.argv[1], '--some' in sys.argv
LOGINS, SIGN_UPS, CHOICES = (20, 20, 10) if some else (300, 500, 200)
AT_ONCE, failed, passed = 50, 0, 0
Answer = collections.namedtuple('Answer', 'status location session body')


def check(what, got, good):
    global failed, passed
    if got == good:
        passed += 1
    else:
        failed += 1
        print(f'FAILED {what}: expected {good!r}, got {str(got)[:300]}', flush=True)


def hashed(token):
    return base64.urlsafe_b64encode(hashlib.blake2b(token.encode(), digest_size=32).digest()).rstrip(b'=').decode()


class Line:
    """A browser of a stranger with a connection that stays: what is sent now may be answered later."""
    def __init__(self, port):
        self.port, self.cookie, self.token = port, '', ''
        self.connect()
        self.cookie = self.found(r'__Host-bezoek=([^;]+)', '/contact')
        self.token = self.found(r'name="_csrf" value="([^"]+)"', '/inloggen')

    def connect(self):
        self.socket = socket.create_connection(('127.0.0.1', self.port), 30)
        self.file = self.socket.makefile('rb')

    def found(self, words, path):
        for _ in range(50):
            if its := re.search(words, self.send('GET', path).read()):
                return its[1]
            time.sleep(0.2)  # too busy
        sys.exit(f'FAILED: {path} does not say {words}')

    def send(self, method, path, fields=None):
        body = urllib.parse.urlencode({'_csrf': self.token, '_once': secrets.token_urlsafe(12), **fields}) if fields is not None else ''
        self.socket.sendall(f'{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{f"Cookie: __Host-bezoek={self.cookie}{chr(13)}{chr(10)}" if self.cookie else ""}Content-Length: {len(body)}\r\n\r\n{body}'.encode())
        return self

    def read(self):
        head = b''
        while not head.endswith(b'\r\n\r\n'):
            line = self.file.readline()
            if not line:
                raise OSError('no answer')
            head += line
        self.head = head.decode()
        body = self.file.read(int(re.search(r'(?i)content-length: (\d+)', self.head)[1])).decode()
        if re.search(r'(?im)^connection: close', self.head):
            self.connect()
        return self.head + body

    def answer(self):
        text = self.read()
        where, session = re.search(r'(?m)^Location: (\S+)', self.head), '__Host-sessie=' in self.head
        return Answer(int(text.split()[1]), where[1] if where else '', session, text[len(self.head):])

    def ask(self, *what):
        return self.send(*what).answer()


def at_once(asked):
    """Everything is sent before anything is read. What the server puts off because it is too busy is asked again."""
    answers, left = [], list(enumerate(asked))
    while left:
        for at, what in left:
            lines[at].send(*what)
        got = [(at, what, lines[at].answer()) for at, what in left]
        answers += [answer for _, _, answer in got if answer.status != 503]
        left = [(at, what) for at, what, answer in got if answer.status == 503]
        time.sleep(0.3 if left else 0)
    return answers


def rows(sql, *values):
    return db.execute(sql, values).fetchall()


def quiet():
    """Until no job waits."""
    while rows('select 1 from jobs where run_at <= ? or claimed_until > 0', int(time.time())):
        time.sleep(0.1)


def log_in(tokens):
    """How many got in with each link, fifty at a time."""
    return {token: sum(answer.session for answer in at_once([('POST', f'/inloggen/{token}', {})] * AT_ONCE)) for token in tokens}


def interviews():
    """Of everyone with a choice: the talks to come, and the times that are held for one."""
    talks = collections.Counter(person for (person,) in rows('select person from interviews where cancelled_at is null and begins_at > ?', int(time.time())))
    held = collections.Counter(person for (person,) in rows('select i.person from interview_times t join interviews i on i.id = t.interview'))
    return [(talks[person], held[person]) for person in choosers.values()]


with tempfile.TemporaryDirectory(prefix='naast-links-') as folder:
    subprocess.run([naast, 'demo', '--data', folder], check=True, stdout=subprocess.DEVNULL)
    with socket.socket() as free:
        free.bind(('127.0.0.1', 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([naast, 'serve', '--data', folder, '--listen', f'127.0.0.1:{port}'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        for line in iter(server.stdout.readline, ''):
            if 'Ctrl-C' in line:
                break
        db = sqlite3.connect(f'{folder}/naast.db', isolation_level=None, timeout=30)
        lines = [Line(port) for _ in range(AT_ONCE)]
        now, home = int(time.time()), rows('select id from partnerships order by position')[0][0]

        # links to log in with, of accounts in turn
        accounts = [account for (account,) in rows('select account from memberships m join accounts a on a.id = m.account where a.ended_at is null and m.of_partnership = ?', home)]
        logins = [secrets.token_urlsafe(32) for _ in range(LOGINS + 2)]
        turns = itertools.cycle(accounts)
        add_login = lambda token, ends: db.execute("insert into login_links (hash, account, browser_hash, code_hash, tries, ends_at) values (?, ?, '', '', 0, ?)", (hashed(token), next(turns), ends))
        for token in logins:
            add_login(token, now + 3600)

        # people who sign up, and the links that their mail brings
        form = lines[0].ask('GET', '/buddy-worden/aanmelden').body
        hidden = {name: html.unescape(value) for name, value in re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form)}
        time.sleep(3.2)
        for first in range(0, SIGN_UPS, AT_ONCE):
            answers = at_once([('POST', '/buddy-worden/aanmelden', {'_moment': hidden['_moment'], 'naam': f'Proef {number}', 'mail': f'proef-{number}@voorbeeld.example', 'kanaal': 'poster', 'akkoord': 'ja'}) for number in range(first, min(first + AT_ONCE, SIGN_UPS))])
            check('signing up', {answer.status for answer in answers}, {303})
        quiet()
        mailed = {to: re.search(r'/aanmelding/(\S+)', body)[1] for to, body in rows("select recipient, body from outbox where recipient like 'proef-%'")}
        check('everyone has a mail with a link', len(mailed), SIGN_UPS)

        # who may choose a time for a talk, and the times
        token_of = dict(rows("select object, hash from action_links where act = 'sign_up'"))
        sign_up_of = {to: (object, person) for to, token in mailed.items() for object, person in rows('select object, person from action_links where hash = ?', hashed(token))}
        choosers = {}
        for to in sorted(mailed)[:CHOICES]:
            choosers[token := f'{home}.{secrets.token_urlsafe(32)}'] = sign_up_of[to][1]
            db.execute("insert into action_links values (?, ?, 'interview.choose', ?, ?, ?, ?, null)", (hashed(token), home, *sign_up_of[to], now, now + 3600))
        times = [secrets.token_urlsafe(16) for _ in range(CHOICES * 2)]
        for at, time_id in enumerate(times):
            db.execute("insert into interview_times values (?, ?, ?, 45, 'online', '', ?, ?, null, null)", (time_id, home, now + 86400 * 20 + at * 3600, sign_up_of[sorted(mailed)[0]][1], now))

        everything = [*(f'/inloggen/{token}' for token in logins), *(f'/aanmelding/{token}' for token in mailed.values()), *(f'/aanmelding/{token}/terugtrekken' for token in mailed.values()), *(f'/gesprek-kiezen/{token}' for token in choosers)]
        state = lambda: rows('select (select count(*) from login_links where used_at is not null), (select count(*) from sessions), (select count(*) from sign_ups where confirmed_at is not null), (select count(*) from sign_ups where ended_at is not null), (select count(*) from interviews), (select count(*) from outbox), (select count(*) from action_links where used_at is not null)')
        was = state()
        for first in range(0, len(everything), AT_ONCE):
            check('a link that is opened shows a page', {answer.status for method in ('GET',) for answer in at_once([(method, path) for path in everything[first:first + AT_ONCE]])}, {200})
        quiet()
        check(f'opening {len(everything)} links, as a scanner of mail does, changes nothing', state(), was)

        # what is no link, or no link for this
        other = rows('select id from partnerships order by position')[1][0]
        wrong = []
        for token in logins:
            wrong += [f'/aanmelding/{home}.{token}/bevestiging', f'/gesprek-kiezen/{home}.{token}', f'/inloggen/{token[:-1]}', f'/inloggen/{token}A', f'/inloggen/{token.swapcase()}', f'/inloggen/{token}%00', f'/inloggen/{hashed(token)}']
        for token in mailed.values():
            wrong += [f'/inloggen/{token}', f'/inloggen/{token.split(".")[1]}', f'/gesprek-kiezen/{token}', f'/gesprek-kiezen/{token}/bel-mij', f'/plek/{token}/afmelden', f'/meelezen/{token}', f'/meedenken/{token}', f'/aangedragen-door/{token}', f'/aanmelding/{token[:-1]}/bevestiging', f'/aanmelding/{token}A/bevestiging', f'/aanmelding/{other}.{token.split(".")[1]}/bevestiging', f'/aanmelding/{token.split(".")[1]}/terugtrekken', f'/aanmelding/{hashed(token)}/bevestiging']
        for token in choosers:
            wrong += [f'/aanmelding/{token}/bevestiging', f'/aanmelding/{token}/terugtrekken', f'/inloggen/{token}', f'/gesprek-kiezen/{token[:-2]}', f'/gesprek-kiezen/{other}.{token.split(".")[1]}']
        expired = [secrets.token_urlsafe(32) for _ in range(50)]
        for token in expired:
            add_login(token, now - 1)
            db.execute("insert into action_links values (?, ?, 'sign_up', ?, ?, ?, ?, null)", (hashed(f'{home}.{token}'), home, *sign_up_of[sorted(mailed)[0]], now - 99, now - 1))
            db.execute("insert into action_links values (?, ?, 'interview.choose', ?, ?, ?, ?, null)", (hashed(f'{home}.{token}x'), home, *sign_up_of[sorted(mailed)[0]], now - 99, now - 1))
            wrong += [f'/inloggen/{token}', f'/aanmelding/{home}.{token}/bevestiging', f'/aanmelding/{home}.{token}/terugtrekken', f'/gesprek-kiezen/{home}.{token}x', f'/gesprek-kiezen/{home}.{token}x/bel-mij']
        was, got = state(), collections.Counter()
        for first in range(0, len(wrong), AT_ONCE):
            for answer in at_once([('POST', path, {'tijd': times[0]}) for path in wrong[first:first + AT_ONCE]]):
                got['a session' if answer.session else '303 back to what it is' if answer.status == 303 and answer.location.startswith('/inloggen/') else answer.status] += 1
        quiet()
        check(f'{len(wrong)} times a link that is swapped, cut, expired or of another partnership', (set(got) <= {'303 back to what it is', 404, 400}, state()), (True, was))

        # one winner each
        won = log_in(logins[:LOGINS])
        check(f'{LOGINS} links to log in × {AT_ONCE} at once: winners', collections.Counter(won.values()), {1: LOGINS})
        check('and as many sessions', rows('select count(*) from sessions')[0][0] - was[0][1], LOGINS)
        for token in mailed.values():
            check('confirming: everyone who holds the link sees that it is done', {answer.status for answer in at_once([('POST', f'/aanmelding/{token}/bevestiging', {})] * AT_ONCE)}, {303})
        quiet()
        opened = collections.Counter(person for (person,) in rows('select person from memberships'))
        check(f'{SIGN_UPS} links to confirm × {AT_ONCE} at once: accounts of each', collections.Counter(opened[person] for _, person in sign_up_of.values()), {1: SIGN_UPS})
        check('and all are confirmed', rows("select count(*) from sign_ups where confirmed_at is not null and person in (select person from action_links where act = 'sign_up' and made_at >= ?)", now)[0][0], SIGN_UPS)
        pairs = list(zip(choosers, [*list(choosers)[1:], next(iter(choosers))]))
        for at, (one, next_one) in enumerate(pairs):
            answers = at_once([('POST', f'/gesprek-kiezen/{next_one if number & 2 else one}', {'tijd': times[(at * 2 + number % 2 + number // 4 * 2) % len(times)]}) for number in range(AT_ONCE)])
            check('choosing a time', {answer.status for answer in answers} <= {303, 422}, True)
        check(f'{CHOICES} links to choose a time × {AT_ONCE} at once, two people after the same times: talks of each, and times held for each', collections.Counter(interviews()), {(1, 1): CHOICES})
        check('no time is given to two', rows('select count(*) from (select interview from interview_times where interview is not null group by interview having count(*) > 1)')[0][0], 0)

        # once more
        quiet()
        was = state()
        again = collections.Counter(answer.session for token in logins[:LOGINS] for answer in at_once([('POST', f'/inloggen/{token}', {})] * 2))
        for token in mailed.values():
            lines[0].ask('POST', f'/aanmelding/{token}/bevestiging', {})
        quiet()
        check('all of them replayed: nobody gets in, nothing changes, no letter goes out', (again, state()), ({False: LOGINS * 2}, was))

        # planted: a link that can be used twice, and someone with two talks
        first = log_in(logins[-2:-1])[logins[-2]]
        db.execute('update login_links set used_at = null where hash = ?', (hashed(logins[-2]),))
        check('planted: a second winner is seen', (first, log_in(logins[-2:-1])[logins[-2]]), (1, 1))
        name = ', '.join(column[1] for column in rows('pragma table_info(interviews)'))
        db.execute(f"insert into interviews ({name}) select {name.replace('id,', chr(39) + secrets.token_urlsafe(16) + chr(39) + ',', 1)} from interviews where person = ? limit 1", (next(iter(choosers.values())),))
        check('planted: a second talk is seen', (2, 1) in interviews(), True)
        check('the server lives', server.poll(), None)
    finally:
        server.terminate()
        server.wait()
print(f'{passed} passed, {failed} failed')
sys.exit(bool(failed))
