#!/usr/bin/env python3
"""sqlmap (Debian) on every field of every form, every part of an address and every question behind it, as the coordinator of a demonstration. Between the requests stand three to a small server with holes of its own: these must be found, and no other.

usage: holes.py NAAST [--some]    (--some: one request in twelve)
"""
import collections, contextlib, csv, glob, html.parser, http.client, http.server, os, re, socket, sqlite3, subprocess, sys, tempfile, threading, urllib.parse

naast, some = sys.argv[1], '--some' in sys.argv
ID = re.compile(r'(?<=/)(?:[\w-]{22,}(?:\.[\w-]+)?|\d+)(?=/|$)')
ENDS = re.compile(r'uitloggen|overal-uit|verlaat|wissen|wissel|sleutel|alles\.(json|pdf)')  # ends the session, or asks to prove who it is
OURS = {'_csrf', '_once', '_moment', 'website'}


class Holed(http.server.BaseHTTPRequestHandler):
    """What Naast must not be: texts of a request put into SQL as they came."""
    def do_GET(self):
        path, _, query = self.path.partition('?')
        body = self.rfile.read(int(self.headers.get('Content-Length') or 0)).decode()
        asked = dict(urllib.parse.parse_qsl(body if self.command == 'POST' else query))
        with contextlib.closing(sqlite3.connect(':memory:')) as db:
            db.executescript("create table people (id integer, name text); insert into people values (1, 'Petra'), (2, 'Bea')")
            try:
                found = db.execute(f"select name from people where id = {asked['id'] if 'id' in asked else urllib.parse.unquote(path.split('/')[-1])}").fetchall()
            except sqlite3.Error:
                found = []
        body = f'<p>{found}</p>'.encode()
        self.send_response(200 if found else 404)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET
    log_message = lambda *_: None


class Forms(html.parser.HTMLParser):
    """The links of a page, and its forms with what a browser would send."""
    def __init__(self, text):
        super().__init__()
        self.links, self.forms, self.select, self.area = [], [], None, None
        self.feed(text)

    def handle_starttag(self, tag, pairs):
        its = dict(pairs)
        if tag == 'a':
            self.links.append(its.get('href') or '')
        elif tag == 'form':
            self.forms.append((its.get('method', 'get').upper(), its.get('action', ''), {}))
        elif not self.forms or not its.get('name') and tag != 'option':
            return
        elif tag == 'input':
            if its.get('type') not in ('radio', 'checkbox') or 'checked' in its or its['name'] not in self.forms[-1][2]:
                self.forms[-1][2][its['name']] = its.get('value') or ('1' if its.get('inputmode') == 'numeric' else 'woord')
        elif tag == 'textarea':
            self.area, self.forms[-1][2][its['name']] = its['name'], 'woorden'
        elif tag == 'select':
            self.select = its['name']
        elif tag == 'option' and self.select and its.get('value'):
            self.forms[-1][2].setdefault(self.select, its['value'])

    def handle_endtag(self, tag):
        if tag == 'select':
            self.select = None


def requests(cookie):
    """One of each kind, found along links: a head, the marks where something of the sender stands, a body."""
    line, todo, seen, made = http.client.HTTPConnection('127.0.0.1', port), collections.deque(['/vandaag', '/', '/mijn-gegevens', '/beheer/mensen', '/inloggen', '/buddy-worden/aanmelden', '/buddy-vragen']), collections.Counter(), {}
    while todo:
        address = todo.popleft()
        kind = ID.sub('*', address.partition('?')[0])
        if ENDS.search(kind) or kind.startswith(('/bestanden', '/demonstratie')) or seen[kind] >= 2 or seen[address]:
            continue
        seen.update({kind, address})
        line.request('GET', address, headers={'Cookie': cookie})
        answer = line.getresponse()
        body = answer.read().decode('utf8', 'replace')
        if answer.status in (302, 303):
            todo.append(answer.headers['Location'])
        if answer.status != 200 or 'html' not in answer.headers['Content-Type']:
            continue
        path, _, query = address.partition('?')
        if query or '*' in kind:
            made.setdefault(('GET', kind, *sorted(dict(urllib.parse.parse_qsl(query)))), ('GET', ID.sub(r'\g<0>*', path) + ('?' + query if query else ''), ''))
        page = Forms(body)
        todo += [re.sub(r'#.*', '', link) for link in page.links if re.match(r'/(?!/)', link)]
        for method, action, fields in page.forms:
            where, kept = action.partition('?')[0], {name: value for name, value in fields.items() if name not in ('website',)}
            if not where or ENDS.search(where):
                continue
            text = urllib.parse.urlencode(kept)
            made.setdefault((method, ID.sub('*', where), *sorted(fields)), (method, ID.sub(r'\g<0>*', where) + ('?' + text if method == 'GET' else ''), text if method == 'POST' else ''))
    return [made[key] for key in sorted(made)]


def put_down(file, port, cookie, method, target, body):
    """A request as sqlmap reads it from the log of a proxy."""
    edge = '=' * 54
    file.write(f'{edge}\n10:00:00  http://127.0.0.1:{port}  [127.0.0.1]\n{edge}\n{method} {target} HTTP/1.1\nHost: 127.0.0.1:{port}\nCookie: {cookie}\n' + ('Content-Type: application/x-www-form-urlencoded\n' if body else '') + f'Content-Length: {len(body)}\n\n{body}\n{edge}\n\n')


with tempfile.TemporaryDirectory(prefix='naast-holes-') as folder, http.server.ThreadingHTTPServer(('127.0.0.1', 0), Holed) as holed:
    threading.Thread(target=holed.serve_forever, daemon=True).start()
    subprocess.run([naast, 'demo', '--data', f'{folder}/data'], check=True, stdout=subprocess.DEVNULL)
    with socket.socket() as free:
        free.bind(('127.0.0.1', 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([naast, 'serve', '--data', f'{folder}/data', '--listen', f'127.0.0.1:{port}'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    running = []
    try:
        login = ''
        for line in iter(server.stdout.readline, ''):
            if found := re.match(r'^  coördinator +http://[^/]+(\S+)', line):
                login = found[1]
            if 'Ctrl-C' in line:
                break
        told = []
        threading.Thread(target=lambda: told.extend(server.stderr), daemon=True).start()
        entry = http.client.HTTPConnection('127.0.0.1', port)
        entry.request('GET', login)
        cookie = re.search(r'__Host-sessie=[^;]+', str(entry.getresponse().headers))[0]
        every = requests(cookie)
        chosen = every[::12] if some else every
        parts = sum(target.count('*') + len(set(dict(urllib.parse.parse_qsl(target.partition('?')[2] + '&' + body))) - OURS) for _, target, body in chosen)
        print(f'{len(chosen)} of {len(every)} requests, {parts} parts', flush=True)
        # two at a time, each with holes between them
        halves = [chosen[::2], chosen[1::2]]
        for number, half in enumerate(halves):
            with open(f'{folder}/requests-{number}', 'w') as file:
                for at, (method, target, body) in enumerate(half):
                    if at == len(half) // 2:
                        for planted in [('GET', '/?id=1', ''), ('GET', '/people/1*', ''), ('POST', '/kaart', 'id=1')]:
                            put_down(file, holed.server_address[1], 'x=y', *planted)
                    put_down(file, port, cookie, method, target, body)
            running.append(subprocess.Popen(['sqlmap', '-l', f'{folder}/requests-{number}', '--batch', '--answers=skip further=N', '--text-only', '--dbms=sqlite', '--level=1', '--risk=1', '--technique=BEU', '--ignore-redirects', '--ignore-code=*', '--param-exclude=^(_csrf|_once|_moment|website)$', '--randomize=_once', '--output-dir', f'{folder}/out-{number}', f'--results-file={folder}/results-{number}.csv', '--disable-coloring', '-v', '1', '--fresh-queries', '--flush-session', '--skip-waf', '--timeout=30', '--retries=1'],
                                            stdout=open(f'{folder}/said-{number}', 'w'), stderr=subprocess.STDOUT, stdin=os.openpty()[1], env={**os.environ, 'HOME': folder, 'TMPDIR': folder}))
        for each in running:
            each.wait()
        found, said = [], ''.join(open(name, errors='replace').read() for name in sorted(glob.glob(f'{folder}/said-*')))
        for name in glob.glob(f'{folder}/results-*.csv'):
            found += [row for row in csv.DictReader(open(name)) if (row.get('Technique(s)') or '').strip() and 'false positive' not in (row.get('Note(s)') or '')]  # sqlmap looks twice before it is sure
        own = {(row['Place'], row['Parameter']) for row in found if f':{holed.server_address[1]}' in row['Target URL']}
        others = [row for row in found if f':{port}' in row['Target URL']]
        tried = len(re.findall(r"parameter '[^']*' does not seem to be injectable|parameter '[^']*' is vulnerable", said))
        if os.environ.get('HOLES_TELLS'):
            open(os.environ['HOLES_TELLS'], 'w').write(said)
        failed = []
        if len(own) < 3:
            failed.append(f'planted: of three holes only {sorted(own)} were found')
        failed += [f'a hole at {row["Target URL"]}: {row["Place"]} {row["Parameter"]} {row["Technique(s)"]}' for row in others]
        failed += ['the server said: ' + line.strip()[:200] for line in told if '"database"' in line or '"failed"' in line]
        if server.poll() is not None:
            failed.append('the server ended')
    finally:
        for each in running:
            each.kill()
        server.terminate()
        server.wait()
        holed.shutdown()
print(*failed, sep='\n', end='\n' if failed else '')
print(f'{tried} parts tried, {len(own)} planted holes found, {len(others)} others; {3 + parts - len(failed)} passed, {len(failed)} failed')
sys.exit(bool(failed))
