#!/usr/bin/env python3
"""Bad days over real sockets: malformed and slow clients, bad forms, strange ids, a busy database, a full disk, a wrong start, overload.

usage: bad_days.py NAAST
"""
import concurrent.futures, contextlib, datetime, html, os, pathlib, re, resource, shutil, signal, socket, sqlite3, subprocess, sys, tempfile, time, urllib.parse

naast, work, began = os.path.abspath(sys.argv[1]), tempfile.mkdtemp(prefix='naast-bad-days-'), time.monotonic()
template, clean = f'{work}/template', {k: v for k, v in os.environ.items() if not k.startswith('NAAST_')}
results, skipped, houses, undressed, kept_pages, looked = [], [], [], set(), set(), [0]
carried = {'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
           'cross-origin-resource-policy': 'same-origin', 'permissions-policy': 'camera=()', 'x-request-id': ''}
sign_up, question, buddy_is = '/buddy-worden/aanmelden', '/mijn/vragen', 'buddy met een ouder'
crowd = concurrent.futures.ThreadPoolExecutor  # everything waits on sockets, so threads do


def check(name, got, good):
    results.append(got == good)
    print(f'ok    {name}' if got == good else f'FAILED {name}: expected {good!r}, got {got!r}', flush=True)


def sql(folder, text, *args, mode='ro', file='naast.db'):
    with contextlib.closing(sqlite3.connect(f'file:{folder}/{file}?mode={mode}', uri=True, timeout=10)) as db, db:
        return db.execute(text, args).fetchall()


class Answer:
    """One answer, read from a file; each is looked over for what all must carry."""
    def __init__(self, file, what, bare=False):
        self.status, self.headers, self.cookies, self.body, self.what = int((file.readline().split() + [b'', b'0'])[1]), {}, {}, '', what
        while (line := file.readline().decode().rstrip('\r\n')):
            name, value = line.split(': ', 1)
            self.headers[name.lower()] = value
            self.cookies.update([value.split(';')[0].split('=', 1)] if name == 'Set-Cookie' else [])
        if self.status >= 200:
            self.body, looked[0] = '' if bare else file.read(int(self.headers['content-length'])).decode(), looked[0] + 1
            undressed.update((self.status, what, name) for name, value in carried.items() if value not in self.headers.get(name, '') or name not in self.headers)
            kept_pages.update([(self.status, what)] if 'no-store' not in self.headers.get('cache-control', '') else [])


class House:
    def __init__(self, name, folder=None):
        self.name, self.folder, self.links = name, folder or f'{work}/{name}', {}
        shutil.copytree(template, self.folder, dirs_exist_ok=True)
        with socket.socket() as s:
            s.bind(('127.0.0.1', 0))
            self.port = s.getsockname()[1]
        self.host = f'Host: 127.0.0.1:{self.port}\r\n'
        self.server = subprocess.Popen([naast, 'serve', '--data', self.folder, '--listen', f'127.0.0.1:{self.port}'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=clean)
        houses.append(self)
        for line in iter(self.server.stdout.readline, 'Stoppen: Ctrl-C\n'):
            if not line:
                raise RuntimeError('the server does not start')
            self.links.update(re.findall(r'^  (.+?) +http://[^/]+(\S+)$', line))

    def count(self, *tables):
        return [sql(self.folder, f'select count(*) from {table}')[0][0] for table in tables]

    def line(self, timeout=20):
        return socket.create_connection(('127.0.0.1', self.port), timeout)

    def end(self):
        lived = self.server.poll() is None
        self.server.terminate()
        got = [lived, self.server.wait(20), *(sql(self.folder, 'pragma integrity_check', file=file, mode='rw')[0][0] for file in ('naast.db', 'keys.db'))]
        got.append(subprocess.run([naast, 'audit', 'verify', '--data', self.folder], stdout=subprocess.DEVNULL, env=clean).returncode)
        check(f'{self.name}: the server lived, ends when asked, leaves sound files and an unbroken log', got, [True, 0, 'ok', 'ok', 0])


class Visitor:
    def __init__(self, house, who=None, cookies=()):
        self.house, self.cookies = house, dict(cookies)
        who and self.ask('GET', house.links[who])

    def ask(self, method, path, form='', **headers):
        body = form if isinstance(form, str) else urllib.parse.urlencode(form)
        lines = {'Connection': 'close', 'Cookie': '; '.join(f'{k}={v}' for k, v in self.cookies.items()), 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': len(body), **headers}
        with self.house.line() as s, s.makefile('rb') as file:
            s.sendall(f'{method} {path} HTTP/1.1\r\n{self.house.host}{"".join(f"{k}: {v}{chr(13)}{chr(10)}" for k, v in lines.items())}\r\n{body}'.encode())
            answer = Answer(file, f'{method} {path}')
        self.cookies.update(answer.cookies)
        return answer

    def hidden(self, page, action=None):
        form = re.search(rf'<form[^>]* action="{action or page}".*?</form>', self.ask('GET', page).body, re.S)
        return {n: html.unescape(v) for n, v in re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form[0] if form else '')}

    def tries(self, page, table, good, texts, cases, **held):
        """Sends the form of a page with each change: what is right is stored once, of what is refused the typed text stays in the page."""
        for name, change, status in cases:
            fields = {**self.hidden(page), **held, **good, **({} if isinstance(change, str) else change)}
            before, answer = self.house.count(table), self.ask('POST', page, urllib.parse.urlencode(fields) + (change if isinstance(change, str) else ''))
            lost = [fields[t][:40] for t in texts if answer.status == 422 and fields[t] not in html.unescape(answer.body)]
            check(f'{page.split("/")[-1]}: {name}', (answer.status, self.house.count(table)[0] - before[0], lost), (status, int(status == 303), []))
        body, before = {**self.hidden(page), **held, **good}, self.house.count(table)[0]
        answers = list(crowd(4).map(lambda _: self.ask('POST', page, body), range(4))) + [self.ask('POST', page, body)]
        check(f'{page.split("/")[-1]}: five times the same form', ({a.status for a in answers}, len({a.headers.get('location') for a in answers}), self.house.count(table)[0] - before), ({303}, 1, 1))


def malformed(house):
    host, get, post = house.host, f'GET / HTTP/1.1\r\n{house.host}', f'POST {sign_up} HTTP/1.1\r\n{house.host}'
    chunked, many = post + 'Transfer-Encoding: chunked\r\n\r\n', 'Content-Length: 1048577\r\n'
    for name, text, status in [
            ('bare LF after the first line', f'GET / HTTP/1.1\n{host}\r\n', 400), ('bare LF after a header', get + 'X: a\nY: b\r\n\r\n', 400), ('bare LF everywhere', (get + '\r\n').replace('\r', ''), 400),
            ('bare LF before the empty line', get + 'X: a\n\r\n', 400), ('bare LF as the empty line', get + '\n', 400), ('bare CR', get + 'X: a\rb\r\n\r\n', 400), ('a folded header', get + 'X: a\r\n b\r\n\r\n', 400),
            ('NUL in a header', get + 'X: a\0b\r\n\r\n', 400), ('space before the colon', get + 'X : a\r\n\r\n', 400), ('two lengths', post + 'Content-Length: 1\r\n' * 2 + '\r\na', 400),
            ('two lengths in one', post + 'Content-Length: 1, 1\r\n\r\na', 400), ('length and chunks', post + 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400),
            ('xchunked', post + 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n', 400), ('a chunk without a size', chunked + 'zz\r\nab\r\n0\r\n\r\n', 400), ('no Host', 'GET / HTTP/1.1\r\n\r\n', 400),
            ('two Hosts', get + host + '\r\n', 400), ('CONNECT', f'CONNECT 127.0.0.1:1 HTTP/1.1\r\n{host}\r\n', 400), ('absolute form', f'GET http://127.0.0.1/ HTTP/1.1\r\n{host}\r\n', 400),
            ('unknown method', f'BREW / HTTP/1.1\r\n{host}\r\n', 400), ('broken UTF-8 in the path', f'GET /%FF HTTP/1.1\r\n{host}\r\n', 400), ('NUL in the query', f'GET /?a=%00 HTTP/1.1\r\n{host}\r\n', 400),
            ('a head over 16 KiB', get + f'X: {"a" * 17000}\r\n\r\n', 431), ('a head over 16 KiB without an end', get + 'X: ' + 'a' * 17000, 431), ('over 100 fields', get + 'X: a\r\n' * 101 + '\r\n', 431),
            ('a body over 1 MiB', post + many + '\r\n', 413), ('a body over 1 MiB that asks first', post + many + 'Expect: 100-continue\r\n\r\n', 413), ('chunks over 1 MiB', chunked + ('10000\r\n' + 'a' * 65536 + '\r\n') * 17, 413),
            ('no more than 1 MiB', post + 'Connection: close\r\nContent-Length: 1048576\r\n\r\n' + 'a' * 1048576, 403)]:
        with house.line(4) as s, s.makefile('rb') as file:
            try:
                s.sendall(text.encode())
                got = Answer(file, name).status, file.read(1)
            except OSError as error:
                got = repr(error)
        check(f'malformed: {name} is answered and closed', got, (status, b''))
    with house.line() as s, s.makefile('rb') as file:
        s.sendall(f'HEAD / HTTP/1.1\r\n{host}\r\nGET /healthz HTTP/1.1\r\n{host}\r\nGET /niets HTTP/1.1\r\n{host}\r\nGET /readyz HTTP/1.1\r\n{host}\r\n'.encode())
        answers = [Answer(file, 'HEAD /', True), *(Answer(file, 'one of several at once') for _ in range(3))]
        check('HEAD has no body; what comes at once is answered in order', [(a.status, a.body[:6]) for a in answers], [(200, ''), (200, 'ok\n'), (404, '<!doct'), (200, 'ready\n')])
        s.sendall((post + 'Expect: 100-continue\r\nContent-Length: 3\r\n\r\n').encode())
        first = Answer(file, '100').status
        s.sendall(b'a=b')
        check('100-continue is answered', (first, Answer(file, '100').status), (100, 403))


def slow(house):
    body = f'POST /inloggen HTTP/1.1\r\n{house.host}Connection: close\r\nContent-Length: 40000\r\n\r\n'
    kinds = {'head': (150, 'GET / HTTP/1.1\r\n' + house.host, b'X', 9, 13, 0), 'body': (150, body, b'a', 10, 15, 408), 'silent': (10, '', b'', 9, 13, 0), 'steady': (2, body, b'a' * 2000, 9, 16, 403)}
    def trickle(kind):
        _, begin, drop, least, most, status = kinds[kind]
        begun, got = time.monotonic(), 0
        with house.line(0.5) as s, s.makefile('rb') as file, contextlib.suppress(ConnectionError):
            s.sendall(begin.encode())
            while time.monotonic() < begun + 20:
                with contextlib.suppress(TimeoutError):
                    got = Answer(file, f'slow {kind}').status if s.recv(1, socket.MSG_PEEK) else 0
                    break
                s.sendall(drop)
        took = round(time.monotonic() - begun, 1)
        return None if least < took < most and got == status else (took, got)
    with crowd(312) as pool:
        trickling, pace = {kind: [pool.submit(trickle, kind) for _ in range(how[0])] for kind, how in kinds.items()}, []
        time.sleep(2)
        for _ in range(20):
            at = time.monotonic()
            Visitor(house).ask('GET', '/')
            pace.append(time.monotonic() - at)
            time.sleep(0.2)
    check(f'slow: with 312 of them a page takes {max(pace):.3f} s at most', max(pace) < 1, True)
    for kind, (many, _, _, least, most, status) in kinds.items():
        check(f'slow: {many} {kind} end between {least} and {most} s with {status or "no answer"}', [w.result() for w in trickling[kind] if w.result()][:3], [])


def forms(house):
    visitor, desk, buddy, other = Visitor(house), Visitor(house, 'coördinator'), Visitor(house, buddy_is), Visitor(house, 'buddy, getraind en vrij')
    strange = [('NUL', '&x=%00', 400), ('broken UTF-8', '&x=%FF', 400), ('half a pair', '&x=%ED%A0%80', 400), ('501 fields', '&x=1' * 501, 400), ('no token', {'_csrf': ''}, 403), ('a stale token', {'_csrf': other.hidden(question)['_csrf']}, 403)]
    odd, moment = 'Zoë 👩‍👧‍👦 ليلى א \u200bi\u0307\u202e"><script>\u2066', visitor.hidden(sign_up)['_moment']
    good = {'naam': 'Proef Persoon', 'telefoon': '0612345678', 'mail': '', 'kanaal': 'poster', 'motief': 'Ik wil "naast" <iemand> staan.\n\n  Echt waar.', 'akkoord': 'ja'}
    time.sleep(3.2)
    visitor.tries(sign_up, 'sign_ups', good, ('naam', 'telefoon', 'mail', 'motief'), [
        ('good', {}, 303), ('emoji, right to left, unseen', {'naam': odd, 'motief': odd}, 303), ('nothing', dict.fromkeys(good, ''), 422), ('a name of nothing seen', {'naam': '\u200b\u202e\ufeff'}, 422), ('a long name', {'naam': 'ë' * 301}, 422),
        ('a long motive', {'motief': 'ë' * 4001}, 422), ('no way to reach', {'telefoon': ''}, 422), ('a wrong mail', {'mail': 'geen adres'}, 422),
        ('a wrong phone', {'telefoon': 'bel maar'}, 422), ('an unknown channel', {'kanaal': 'duif'}, 422), ('no consent', {'akkoord': 'nee'}, 422), *strange], _moment=moment)
    check('aanmelden: markup that was typed stays text', '"><script>' in visitor.ask('POST', sign_up, {**visitor.hidden(sign_up), 'naam': odd}).body, False)
    check('aanmelden: the odd name comes back whole', html.unescape(desk.ask('GET', '/aanmeldingen').body).count('Zoë 👩‍👧‍👦 ليلى א i̇"><script>'), 1)
    check('aanmelden: sent from another site', visitor.ask('POST', sign_up, {**visitor.hidden(sign_up), **good}, Origin='https://elders.example').status, 403)
    buddy.tries(question, 'consults', {'tekst': 'Mag ik mee?'}, ('tekst',), [('emoji, right to left, unseen', {'tekst': odd}, 303), ('nothing', {'tekst': ''}, 422), ('nothing seen', {'tekst': '\u200b \u200f'}, 422), ('too long', {'tekst': 'a<b' * 3000}, 422), *strange])
    today, ahead, days = datetime.date.today(), datetime.date.today() + datetime.timedelta(20), ('dag_dag', 'dag_maand', 'dag_jaar')
    on = lambda day: dict(zip(days, (str(day.day), str(day.month), str(day.year))))
    wrong = [('31 February', {'dag_dag': '31', 'dag_maand': '2'}, 422), ('no day', dict.fromkeys(days, ''), 422), ('a day in words', {'dag_dag': 'morgen'}, 422), ('a day beyond numbers', {'dag_dag': '9' * 30}, 422), ('a year beyond sense', {'dag_jaar': '99999'}, 422),
             ('a negative month', {'dag_maand': '-1'}, 422), ('a day long ago', {'dag_jaar': '2020'}, 422), ('an unknown way', {'manier': 'duif'}, 422), ('a length in words', {'duur': 'lang'}, 422), ('a length beyond numbers', {'duur': '9' * 30}, 422),
             ('a negative length', {'duur': '-30'}, 422), ('no length', {'duur': ''}, 422), *strange]
    free = sql(house.folder, "select id from sign_ups where partnership <> 'ander' and confirmed_at is not null and ended_at is null and person not in (select person from interviews)")[0][0]
    desk.tries(f'/aanmeldingen/{free}/gesprek', 'interviews', {**on(ahead), 'tijd': '19.30', 'duur': '45', 'manier': 'in_person', 'plaats': 'Café "De Brug" 👋'}, (*days, 'tijd', 'plaats'), [*wrong, ('no time of day', {'tijd': '25.61'}, 422), ('a long place', {'plaats': 'ë' * 401}, 422)])
    mine = re.search(r'/trajecten/[^/"]+/contacten', buddy.ask('GET', '/mijn/ouders').body)[0]
    buddy.tries(mine, 'contacts', {**on(today), 'manier': 'call', 'duur': '15'}, days, [*wrong, ('a day ahead', on(ahead), 422)])
    ended(house, other)
    elsewhere(house, desk, buddy, mine)


def ended(house, other):
    def send(cookies, fields):
        before, answer = house.count('consults', 'parked_forms'), Visitor(house, cookies=cookies).ask('POST', question, fields)
        return answer.status, answer.headers.get('location'), *(now - was for now, was in zip(house.count('consults', 'parked_forms'), before))
    tab = Visitor(house, 'buddy van een ander gezin')
    cookies, fields = dict(tab.cookies), {**tab.hidden(question), 'tekst': 'Getypt voor de pauze 👋'}
    check('logged out in another tab: it does', tab.ask('POST', '/uitloggen', tab.hidden('/mijn-gegevens', '/uitloggen')).headers.get('location'), '/uitgelogd')
    check('logged out in another tab: the form goes to the login, nothing is kept', [send(c, fields) for c in (cookies, {})], [(303, '/inloggen', 0, 0)] * 2)
    tab = Visitor(house, 'buddy van een ander gezin')
    fields = {**tab.hidden(question), 'tekst': fields['tekst']}
    sql(house.folder, 'update sessions set seen_at = seen_at - idle_seconds - 1 where rowid = (select max(rowid) from sessions)', mode='rw')
    check('ended session: the form goes to the login and waits', send(tab.cookies, fields), (303, '/inloggen', 0, 1))
    check('ended session: it does not wait for another buddy', (other.ask('GET', '/hervatten').status, other.hidden('/hervatten', question)), (303, {}))
    tab, before = Visitor(house, 'buddy van een ander gezin'), house.count('consults')[0]
    tabs = [tab.hidden('/hervatten', question) for _ in range(2)]
    check('ended session: it comes back to the same person', [t.get('tekst') for t in tabs], [fields['tekst']] * 2)
    check('ended session: sent from two tabs, stored once', ([tab.ask('POST', question, t).status for t in tabs], house.count('consults')[0] - before), ([303] * 2, 1))
    check('ended session: then it waits no more', tab.ask('GET', '/hervatten').status, 303)


def elsewhere(house, desk, buddy, mine):
    theirs = sql(house.folder, "select id from matches where partnership <> 'ander' and id <> ?", mine.split('/')[2])[0][0]
    parent, tables = Visitor(house, 'ouder met een buddy'), {'aanmeldingen': 'sign_ups', 'trajecten': 'matches', 'hulpvragen': 'help_requests', 'gesprekken': 'interviews', 'vragen': 'consults'}
    tokens, before = {v: v.hidden('/mijn-gegevens', '/uitloggen')['_csrf'] for v in (desk, buddy, parent)}, house.count('contacts', 'consults', 'matches', 'interviews')
    asked = [(v, m, f'/trajecten/{i}/{p}') for v, p in ((buddy, 'contacten'), (buddy, 'stoppen'), (parent, 'stoppen')) for i in ('niets', theirs, 'ander-matches', "'%20or%201=1") for m in ('GET', 'POST')]
    asked += [(desk, 'GET', f'/{p}/{i}') for p, table in tables.items() for i in ('niets', f'ander-{table}', 'x' * 101)] + [(desk, 'POST', '/trajecten/ander-matches/afsluiting'), (desk, 'POST', '/vragen/ander-consults')]
    asked += [(buddy, 'GET', f'/trajecten/{theirs}'), (parent, 'GET', '/vandaag'), (desk, 'GET', question), (buddy, 'GET', '/bestaat-niet')]
    answers = [v.ask(m, p, {'_csrf': tokens[v], 'manier': 'call', 'duur': '5', 'reden': 'x', 'tekst': 'x'} if m == 'POST' else '') for v, m, p in asked] + [Visitor(house).ask('GET', '/bestaat-niet')]
    check(f'not there and not yours: {len(answers)} times 404', sorted((a.status, a.what) for a in answers if a.status != 404), [])
    check('not there and not yours: the same bytes, the same headers', len({(a.body, str(sorted((k, v) for k, v in a.headers.items() if k != 'x-request-id'))) for a in answers}), 1)
    check('not there and not yours: nothing is stored', house.count('contacts', 'consults', 'matches', 'interviews'), before)


def held_up(house, hold, release, reading):
    """While the database is held up forms say later, with a number; afterwards the same forms are done, once."""
    visitor, buddy = Visitor(house), Visitor(house, buddy_is)
    sent = [(visitor, sign_up, {**visitor.hidden(sign_up), 'naam': 'Even Wachten', 'telefoon': '0612345678', 'kanaal': 'poster', 'akkoord': 'ja'}), (buddy, question, {**buddy.hidden(question), 'tekst': 'Wacht even'})]
    sql(house.folder, 'update sessions set seen_at = seen_at - 100', mode='rw')
    time.sleep(3.2)
    # not the keys: that of someone new is made before the change that stores them, and opens nothing when that fails
    tables = 'sign_ups', 'consults', 'done_forms'
    before, at = house.count(*tables), time.monotonic()
    hold()
    with crowd(2) as pool:
        answers = list(pool.map(lambda form: form[0].ask('POST', *form[1:]), sent))
    check(f'{house.name}: forms say later, with a number, within 16 s', ([(a.status, 'retry-after' in a.headers, a.headers.get('x-request-id', '?') in a.body) for a in answers], time.monotonic() - at < 16), ([(503, True, True)] * 2, True))
    check(f'{house.name}: what only reads is still there', {v.ask('GET', p).status for v, p in reading(visitor, buddy)}, {200})
    check(f'{house.name}: nothing is half done', house.count(*tables), before)
    release()
    check(f'{house.name}: afterwards the same forms are done, once', ([v.ask('POST', *form).status for v, *form in sent * 2], [now - was for now, was in zip(house.count(*tables), before)]), ([303] * 4, [1, 1, 2]))
    house.end()


def busy():
    house = House('busy database')
    with contextlib.closing(sqlite3.connect(f'{house.folder}/naast.db', isolation_level=None, timeout=10)) as db:
        held_up(house, lambda: db.execute('begin immediate'), lambda: db.execute('rollback'), lambda visitor, buddy: [(visitor, '/'), (visitor, '/buddy-worden')])


def asked_to_end():
    house = House('the end')
    buddy = Visitor(house, buddy_is)
    form = {**buddy.hidden(question), 'tekst': 'Net op tijd'}
    before = house.count('consults')
    with contextlib.closing(sqlite3.connect(f'{house.folder}/naast.db', isolation_level=None, timeout=10)) as db, crowd(1) as pool:
        db.execute('begin immediate')
        answer = pool.submit(buddy.ask, 'POST', question, form)
        time.sleep(1)
        house.server.terminate()
        time.sleep(0.5)
        db.execute('rollback')
        check('the end: what is being done is finished and told', (answer.result().status, house.server.wait(20), house.count('consults')), (303, 0, [before[0] + 1]))


def full():
    folder, filler = f'{work}/full', pathlib.Path(work, 'full', 'filler')
    os.mkdir(folder)
    if os.geteuid() or subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=8m,mode=0700', 'tmpfs', folder], stderr=subprocess.DEVNULL).returncode:
        return skipped.append(print('skipped full disk: a small one cannot be mounted'))
    try:
        held_up(House('full disk', folder), lambda: filler.write_bytes(bytes(shutil.disk_usage(folder).free)), filler.unlink, lambda visitor, buddy: [(visitor, '/'), (visitor, sign_up), (buddy, '/mijn'), (buddy, '/mijn/training')])
    finally:
        stop_all(folder)
        subprocess.run(['umount', folder], check=True)


def refused(house):
    def data(name, statement=None, lost='', copied=True):
        shutil.copytree(template, f'{work}/{name}') if copied else os.mkdir(f'{work}/{name}')
        statement and sql(f'{work}/{name}', statement, mode='rwc')
        lost and os.remove(f'{work}/{name}/{lost}')
        return ['--data', f'{work}/{name}']
    def settings(name, text):
        pathlib.Path(work, name).write_text(text)
        return ['--data', template, '--config', f'{work}/{name}']
    letter = data('letter', copied=False)
    pathlib.Path(letter[1], 'naast.db').write_text('Dit is een brief.\n' * 500)
    for name, says, arguments, *env in [
            ('a second server on the same file', 'already serves', ['--data', house.folder]), ('a taken port', 'in use', [*data('port'), '--listen', f'127.0.0.1:{house.port}']),
            ('an unknown setting', "'kleur'", settings('unknown', 'kleur = "blauw"\n')), ('a setting of the wrong kind', "'listen'", settings('kind', 'listen = 8080\n')), ('a broken settings file', 'line 2', settings('broken', '\nlisten = \n')),
            ('an unknown setting in the environment', 'NAAST_KLEUR', ['--data', template], {'NAAST_KLEUR': 'blauw'}), ('a newer schema', 'newer', data('newer', "insert into migrations values ('20991231_2359_later.sql', 'x', 0)")),
            ('an altered schema', 'altered', data('altered', "update migrations set fingerprint = 'x'")), ("somebody else's database", "not Naast's", data('foreign', 'create table recipes (name text)', copied=False)),
            ('a file that is no database', 'cannot be opened', letter), ('a lost key store', 'key store', data('keyless', lost='keys.db'))]:
        got = subprocess.run([naast, 'serve', *arguments, *(['--listen', '127.0.0.1:0'] if '--listen' not in arguments else [])], capture_output=True, text=True, env={**clean, **(env[0] if env else {})}, timeout=20)
        check(f'start: {name} is refused in one line', (got.returncode, got.stderr.count('\n'), got.stderr.startswith('naast: ') and says in got.stderr or got.stderr), (1, 1, True))


def overload(house, many=1600, seconds=3):
    desk, leavers, answers, pages = Visitor(house, 'coördinator'), [Visitor(house, 'kandidaat, wacht op gesprek') for _ in range(12)], [], ('/vandaag', '/aanmeldingen', '/mijn-gegevens', '/cijfers')
    tokens, until = [v.hidden('/mijn-gegevens', '/uitloggen') for v in leavers], time.monotonic() + seconds
    def press(number):
        ask = f'GET {pages[number % 4]} HTTP/1.1\r\n{house.host}Cookie: __Host-sessie={desk.cookies["__Host-sessie"]}\r\n\r\n'.encode()
        with house.line() as s, s.makefile('rb') as file:
            while time.monotonic() < until:
                s.sendall(ask)
                answer = Answer(file, 'overload')
                answers.append((answer.status, 'retry-after' in answer.headers))
    def leave(number):
        time.sleep(0.5 + 0.15 * number)
        at = time.monotonic()
        return leavers[number].ask('POST', '/uitloggen', tokens[number]).headers.get('location'), time.monotonic() - at < 3
    with crowd(many + len(leavers)) as pool:
        pressing, leaving = [pool.submit(press, n) for n in range(many)], [pool.submit(leave, n) for n in range(len(leavers))]
    check(f'overload: {len(answers)} answers over {many} connections: pages, or later with Retry-After', (set(answers), [repr(w.exception()) for w in pressing if w.exception()][:3]), ({(200, False), (503, True)}, []))
    check('overload: who logs out is always served within 3 s', {w.result() for w in leaving}, {('/uitgelogd', True)})
    at = time.monotonic()
    check('overload: afterwards it is as before', ([desk.ask('GET', p).status for p in pages], time.monotonic() - at < 1.5), ([200] * 4, True))
    house.end()


def stop_all(under):
    for server in [house.server for house in houses if house.folder.startswith(under) and house.server.poll() is None]:
        server.kill()
        server.wait()


def guarded(section, *given):
    try:
        section(*given)
    except Exception as error:
        check(f'{section.__name__} runs to its end', f'{error!r} in line {error.__traceback__.tb_next.tb_lineno}', 'the end')


sections, most_files = crowd(7), resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, most_files), most_files))
signal.signal(signal.SIGTERM, lambda *_: sys.exit('FAILED: stopped'))
try:
    subprocess.run([naast, 'demo', '--data', template], check=True, stdout=subprocess.DEVNULL, env=clean)
    for table in ('partnerships', 'people', 'sign_ups', 'help_requests', 'matches', 'interviews', 'consults'):  # another partnership, with a record of each kind
        columns, rows = [c[1] for c in sql(template, f'pragma table_info({table})')], sql(template, f'select * from {table} limit 1') or [('', '', '', '', 0, '', None, None)]
        changed = {'id': 'ander', 'slug': 'ander', 'position': 2} if table == 'partnerships' else {'id': f'ander-{table}', 'partnership': 'ander'}
        sql(template, f'insert into {table} values ({", ".join("?" * len(columns))})', *(changed.get(c, v) for c, v in zip(columns, rows[0])), mode='rw')
    house = House('the house')
    concurrent.futures.wait([sections.submit(guarded, *each) for each in ((slow, house), (malformed, house), (forms, house), (busy,), (asked_to_end,), (full,), (refused, house))])
    guarded(overload, house)
    check(f'each of {looked[0]} answers carries the headers of security and a number', sorted(undressed)[:9], [])
    check('no answer may be kept', sorted(kept_pages)[:9], [])
finally:
    stop_all(work)
    sections.shutdown()
    shutil.rmtree(work)
print(f'{time.monotonic() - began:.0f} s\n{sum(results)} passed, {len(results) - sum(results)} failed' + (f', {len(skipped)} skipped' if skipped else ''))
sys.exit(not all(results))
