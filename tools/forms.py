"""The forms of a house: what stands on its pages, how to come there, and answers with which a form goes through; for tools/fields.py, whose first word is the program."""
import base64, collections, contextlib, hashlib, html, http.client, json, pathlib, re, secrets, socket, sqlite3, subprocess, sys, threading, time, urllib.parse

ID = re.compile(r'(?<=/)(?:[\w-]{22,}(?:\.[\w-]+)?|\d{4}-\d\d-\d\d|\d+|(?<=materialen/)[a-z-]+-[a-z]{2})(?=/|$)')
OURS = {'_csrf', '_once', '_moment', 'website', '_hervat'}
PER_KIND, DEPTH, BARREN = 3, 3, 12  # pages of one kind for each viewer; forms behind forms; how often a kind of page is opened that shows no form, and four times as often one since it last showed a new form
ENDS = re.compile('uitloggen|uit$|einde|weg$|wissen|stoppen|sluiting|terug|intrekken|afzeg|afmeld|slot|standaard|besluit|uiteen|niet-gekomen|onafhankelijk|verlaat|apart|instellingen|wissel')
LEAVES = re.compile('uitloggen|overal-uit|apparaat-uit|verlaat')
naast = str(pathlib.Path(sys.argv[1]).absolute())
routes = json.loads(subprocess.run([naast, 'routes', '--json'], check=True, capture_output=True).stdout)
plain = [route['path'] for route in routes if route['method'] == 'GET' and '{' not in route['path']]

TAG = re.compile(r'<(/?)(a|form|input|textarea|select|option|button|div|li|fieldset)\b([^>]*)>', re.S)
PART = re.compile(r'([\w-]+)(?:="([^"]*)")?')


class Page:
    """The links of a page, its forms with their fields, what its errors lead to and its ids. Our pages escape every < and > that is not a tag, so no more is needed."""
    def __init__(self, text):
        self.links, self.forms, self.errors, self.text = [], [], [], text
        self.ids, self.described = set(re.findall(r' id="([^"]*)"', text)), set(' '.join(re.findall(r' aria-describedby="([^"]*)"', text)).split())
        select, summary = None, 0
        for found in TAG.finditer(text, max(text.find('<main'), 0)):
            closes, tag = found[1], found[2]
            if tag == 'div' and (summary or 'foutenoverzicht' in found[3]):
                summary += -1 if closes else 1
            if closes or tag == 'div':
                continue
            its = {name: html.unescape(value) for name, value in PART.findall(found[3])} if tag not in ('li', 'fieldset') else {}
            if tag == 'a':
                self.links.append(its.get('href', ''))
                if summary:
                    self.errors[-1] = its['href'].removeprefix('#')
            elif tag == 'li' and summary:
                self.errors.append('')
            elif tag == 'form':
                self.forms.append(dict(method=its.get('method', 'get').upper(), action=its.get('action', ''), fields={}))
            elif tag == 'option' and select:
                select['options'].append(its['value'])
                select['held'] = [its['value']] if 'selected' in its else select['held'] or [its['value']]
            elif tag in ('input', 'textarea', 'select', 'button') and self.forms and its.get('name'):
                kind = dict(textarea='area', select='select', button='button').get(tag) or dict(radio='radio', checkbox='check', hidden='hidden').get(its.get('type'), 'text')
                field = self.forms[-1]['fields'].setdefault(its['name'], dict(name=its['name'], kind=kind, most=int(its.get('maxlength') or 0), type=its.get('type', ''), mode=its.get('inputmode', ''), auto=its.get('autocomplete', ''), options=[], held=[]))
                value = its.get('value', '' if kind in ('text', 'hidden') else 'on')
                if kind in ('radio', 'check', 'button'):
                    field['options'].append(value)
                    field['held'] += [value] if 'checked' in its else []
                elif kind == 'select':
                    select = field
                else:
                    field['held'] = [value if kind != 'area' else html.unescape(text[found.end():text.index('</textarea>', found.end())]).removeprefix('\n')]


def hashed(token):
    return base64.urlsafe_b64encode(hashlib.blake2b(token.encode(), digest_size=32).digest()).rstrip(b'=').decode()


def put(db, table, **given):
    """A row; what is not given is empty."""
    row = {name: (0 if kind == 'INTEGER' else '') if needed else None for _, name, kind, needed, *_ in db.execute(f'pragma table_info({table})')}
    row.update(given)
    db.execute(f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))})", [*row.values()])


def furnish(folder):
    """Links as they stand in mails, a session without a second factor and one in which a while ago was proved who it is."""
    now, paths, sessions = int(time.time()), [], {}
    with contextlib.closing(sqlite3.connect(f'{folder}/naast.db')) as db, db:
        db.row_factory = None
        home = db.execute('select id from partnerships order by position').fetchone()[0]
        one = lambda sql: db.execute(sql, (home,)).fetchone() or ('', '')
        for act, path, sql in [('sign_up', '/aanmelding/', 'select id, person from sign_ups where partnership = ? and ended_at is null'), ('registration', '/plek/', 'select id, person from registrations where partnership = ? and cancelled_at is null'),
                               ('material', '/meelezen/', "select id, '' from material_texts where partnership = ?"), ('interview.choose', '/gesprek-kiezen/', 'select s.id, s.person from sign_ups s where partnership = ? and ended_at is null and not exists (select 1 from interviews i where i.person = s.person)'),
                               ('referral', '/aangedragen-door/', 'select id, person from referrals where partnership = ?'), ('thought', '/meedenken/', 'select id, professional from thoughts where partnership = ?')]:
            object, person = one(sql)
            token = f'{home}.{secrets.token_urlsafe(32)}'
            paths.append(path + token)
            put(db, 'action_links', hash=hashed(token), partnership=home, act=act, object=object, person=person, made_at=now, ends_at=now + 99999)
        paths += [f'/school/{key}' + after for key, in db.execute('select page_key from schools where partnership = ? and closed_at is null', (home,)).fetchall()[:1] for after in ('', '/twijfel')]
        account, = one("select account from memberships m join person_roles r on r.person = m.person where of_partnership = ? and role = 'coordinator' and confirmed_by is not null")
        for label, second, proved in (('a coordinator without a second factor', 0, now), ('a coordinator of long ago', 1, now - 9999)):
            sessions[label] = cookie = secrets.token_urlsafe(32)
            put(db, 'sessions', hash=hashed(cookie), account=account, of_partnership=home, created_at=now, second_factor=second, seen_at=now + 99999, proved_at=proved, ends_at=now + 99999, idle_seconds=99999)
    return paths, sessions


class House:
    """The server on a folder, with everyone who is in it: those whom a demonstration names, or else `people`, their cookies by name."""
    def __init__(self, folder, people=None):
        self.folder, self.paths, cookies = folder, *furnish(folder)
        cookies.update(people or {})
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            self.port = free.getsockname()[1]
        self.server = subprocess.Popen([naast, 'serve', '--data', folder, '--listen', f'127.0.0.1:{self.port}'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        logins = {}
        for line in iter(self.server.stdout.readline, ''):
            logins.update(re.findall(r'^  (.+?) +http://[^/]+(/demonstratie/\S+)$', line))
            if 'Ctrl-C' in line:
                break
        self.told = []
        threading.Thread(target=lambda: self.told.extend(self.server.stderr), daemon=True).start()
        threading.Thread(target=lambda: collections.deque(self.server.stdout, 0), daemon=True).start()
        self.line = http.client.HTTPConnection('127.0.0.1', self.port, timeout=20)
        self.viewers, self.barren = {'a stranger': ''}, collections.Counter()
        for label, path in logins.items():
            self.viewers[label] = re.search(r'(__Host-sessie=[^;]+)', str(self.ask('', 'GET', path)[1]))[1]
        self.viewers['a stranger'] = '__Host-bezoek=' + secrets.token_urlsafe(16)
        self.viewers.update({label: f'__Host-sessie={cookie}' for label, cookie in cookies.items()})
        # long runs: no session is touched, and none grows old
        self.live = {name: sqlite3.connect(f'{folder}/{name}.db', timeout=20, isolation_level=None) for name in ('naast', 'keys')}
        far = int(time.time()) + 99999
        self.live['naast'].execute('update sessions set seen_at = ?, ends_at = ?, idle_seconds = 999999', (far, far))
        self.live['naast'].execute('update sessions set proved_at = ? where proved_at > ?', (far, far - 99999 - 5000))
        self.quiet()
        tables = [name for name, in self.live['naast'].execute("select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not in ('jobs', 'access_log', 'access_log_heads', 'sessions')")]
        self.size_sql = 'select ' + ' + '.join('(select coalesce(sum(' + ' + '.join(f'coalesce(length({column[1]}), 0)' for column in self.live['naast'].execute(f'pragma table_info({table})')) + f'), 0) from {table})' for table in tables)
        self.at = self.keep()

    def quiet(self):
        """Waits until no job is due or being done, at most twenty seconds."""
        until = time.time() + 20
        while time.time() < until and self.live['naast'].execute('select 1 from jobs where run_at <= ? or claimed_until > 0', (int(time.time()),)).fetchone():
            time.sleep(0.1)

    def keep(self):
        """The house as it stands, to come back to."""
        kept = {}
        for name, db in self.live.items():
            db.backup(kept.setdefault(name, sqlite3.connect(':memory:')))
        kept['size'] = self.size()
        return kept

    def back(self, to):
        for name, db in self.live.items():
            to[name].backup(db)
        self.at, self.version = to, self.version_now()

    def version_now(self):
        return [db.execute('pragma data_version').fetchone()[0] for db in self.live.values()] + [db.total_changes for db in self.live.values()]

    def size(self):
        return self.live['naast'].execute(self.size_sql).fetchone()[0]

    def ask(self, cookie, method, path, pairs=None, body=None):
        """Status, headers, text; asked again on a line that was closed, and while it is too busy."""
        body = body if body is not None else urllib.parse.urlencode(pairs or []) if method == 'POST' else None
        for tries in range(1, 6):
            got = self.once(cookie, method, path, body)
            if got[0] != 503:
                return got
            time.sleep(tries)
        return got

    def once(self, cookie, method, path, body):
        for last in (False, True):
            try:
                self.line.request(method, path, body, {'Cookie': cookie, 'Content-Type': 'application/x-www-form-urlencoded'} if method == 'POST' else {'Cookie': cookie})
                answer = self.line.getresponse()
                return answer.status, answer.headers, answer.read().decode('utf8', 'replace')
            except (http.client.HTTPException, ConnectionError):
                self.line.close()
                if last:
                    return 0, {}, ''
            except TimeoutError:
                self.line.close()
                return 0, {}, ''

    def too_big(self, cookie, path):
        """The status when the head says that more than 1 MiB comes."""
        with socket.create_connection(('127.0.0.1', self.port), 20) as line, line.makefile('rb') as file:
            line.sendall(f'POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {2 ** 20 + 1}\r\n\r\n'.encode())
            return int((file.readline().split() + [b'', b'0'])[1])

    def close(self):
        self.server.terminate()
        self.server.wait(20)


# --- which forms there are

def pattern(method, path):
    """The address of the program that a path fits."""
    parts = path.partition('?')[0].split('/')
    fits = [route for route in routes if route['method'] == method and len(route['path'].split('/')) == len(parts) and all(a == b or a.startswith('{') and b for a, b in zip(route['path'].split('/'), parts))]
    return min(fits, key=lambda route: route['path'].count('{')) if fits else None


def bare(name):
    """The name of a field without the number or id of its row."""
    return re.sub(r'\d+', '#', re.sub(r'(?<!\w)(?=[\w-]*[A-Z\d])[\w-]{22}$', '*', name))


def shape(form):
    """Forms of one kind have the same address and the same fields; a row with a number counts once."""
    route = pattern('POST', form['action'])
    return (route['path'] if route else form['action'], *sorted({bare(name) for name in form['fields'] if name not in OURS}))


def walk(house, label, seeds, per_kind=PER_KIND, found=None):
    """Forms along links, by shape, with the page they stand on; with a `per_kind` of nothing only the seeds are opened."""
    todo, seen, forms, cookie = collections.deque(seeds), collections.Counter(), found if found is not None else {}, house.viewers[label]
    while todo:
        address = todo.popleft().partition('#')[0]
        kind = ID.sub('*', address.partition('?')[0])
        if not re.match(r'/(?!/|bestanden|demonstratie)', address) or seen[address] or seen[kind] >= max(1, per_kind) or re.search(r'[./](pdf|json|csv|xlsx|ics)$', kind) or house.barren[kind] > BARREN:
            continue
        seen.update({kind, address})
        status, headers, text = house.ask(cookie, 'GET', address)
        if status in (302, 303):
            todo.appendleft(headers['Location'])
        if status != 200 or 'html' not in headers['Content-Type']:
            continue
        page = Page(text)
        todo += page.links if per_kind else []
        house.barren[kind] += 1
        known = len(forms)
        note(house, forms, page, label, address)
        if len(forms) > known:
            house.barren[kind] = -BARREN * 3
    return forms


def note(house, forms, page, label, address):
    for form in page.forms:
        if form['method'] == 'POST':
            forms.setdefault(shape(form), dict(form, page=address, label=label, state=house.at))


# --- what a good answer is

def groups(form):
    """Names of a date stand together; the rest alone."""
    found = {}
    for name in form['fields']:
        base_name = re.sub(r'_(dag|maand|jaar)$', '', name)
        found.setdefault(base_name if f'{base_name}_dag' in form['fields'] and f'{base_name}_jaar' in form['fields'] else name, []).append(name)
    return found


def candidates(field):
    """What may be good for a field, the likeliest first."""
    name, held = field['name'], [value for value in field['held'] if value]
    if field['kind'] == 'hidden':
        return [field['held']]
    if field['kind'] == 'button':
        return [[]]
    if field['kind'] in ('radio', 'select'):
        every = [[value] for value in field['options'] if value]
        return ([held] if held else []) + [each for each in every if each != held] + [[]]
    if field['kind'] == 'check':
        return [held or field['options'][:1], field['options'], field['options'][:2], []]
    if found := re.search(r'(\d*)_(dag|maand|jaar)$', name):
        days = [time.localtime(time.time() + (far + 7 * (int(found[1] or 1) - 1)) * 86400) for far in (12, -3, 200, 370)]
        return ([held] if held else []) + [[str(getattr(day, dict(dag='tm_mday', maand='tm_mon', jaar='tm_year')[found[2]]))] for day in days] + [['']]
    if name == 'website':
        return [['']]
    likely = [['proef@voorbeeld.nl'], ['0612345678']] if field['type'] == 'email' or 'mail' in name else [['0612345678']] if field['type'] == 'tel' or 'tel' in field['auto'] + field['mode'] or 'telefoon' in name else [['4201 AB'], ['4201']] if 'postcode' in name else [['10:30']] if 'tijd' in name or name in ('begin', 'eind') else [['30'], ['5'], ['2'], ['1']] if field['mode'] == 'numeric' else []
    return ([held] if held else []) + likely + [['Een proef 12'], ['https://voorbeeld.nl/a'], ['10:30'], ['30'], ['proef@voorbeeld.nl'], ['0612345678'], ['4201 AB'], ['']]


def pairs_of(form, values):
    """What a browser would send."""
    return [(name, value) for name in form['fields'] for value in values.get(name, [])]


def send(house, form, values=None, pairs=None, body=None):
    house.version = house.version_now()
    return house.ask(house.viewers[form['label']], 'POST', form['action'], pairs if pairs is not None else pairs_of(form, values), body)


def same_form(page, form):
    return next((each for each in page.forms if each['action'].partition('?')[0] == form['action'].partition('?')[0] and len(set(each['fields']) & set(form['fields'])) >= min(2, len(form['fields']))), None) or next((each for each in page.forms if len(set(each['fields']) - OURS & set(form['fields']) - OURS) > 0), None)


def solve(house, form):
    """Values with which the form goes through; changes what is named as wrong, one value after another."""
    choice, options = collections.Counter(), {name: candidates(field) for name, field in form['fields'].items()}
    together, last = groups(form), None
    for _ in range(60):
        values = {name: options[name][min(choice[name], len(options[name]) - 1)] for name in options}
        status, headers, text = send(house, form, values)
        if status != 422:
            return values, status, headers.get('Location', ''), text
        page = Page(text)
        names = [name for error in dict.fromkeys(page.errors) for name in together.get(error, [error] if error in options else [])]
        open_names = [name for name in names if choice[name] + 1 < len(options[name])]
        if not open_names:  # the form as a whole, or nothing left to change
            open_names = [name for name in options if form['fields'][name]['kind'] not in ('hidden', 'button') and choice[name] + 1 < len(options[name])][:1]
        if not open_names:
            break
        for name in open_names:
            choice[name] += 1
    return values, status, '', text


def put_back(house, form):
    if house.version_now() != house.version:
        house.back(form['state'])


def explore(house, forms):
    """Forms that stand on a page only after another was sent: each that went through leads on, from the house as it stands then."""
    todo = collections.deque((form, 1) for form in forms.values())
    while todo:
        form, depth = todo.popleft()
        house.back(form['state'])
        form['good'], form['status'], leads, text = solve(house, form)
        known = set(forms)
        if form['status'] in (302, 303) and depth < DEPTH and not LEAVES.search(form['action']):
            house.at = house.keep()
            walk(house, form['label'], [leads, form['page']], 2, forms)
        elif form['status'] == 200:
            house.at = house.keep()
            note(house, forms, Page(text), form['label'], form['page'])
        todo += [(forms[key], depth + (form['status'] != 200)) for key in forms if key not in known]
        if house.version_now() != house.version:
            house.back(form['state'])
    return forms


def live_on(house, forms):
    """The house after everyone sent every form that takes nothing away: pages then show forms that were not there before."""
    house.back(next(iter(forms.values()))['state'])
    for form in [each for each in forms.values() if each['status'] in (302, 303) and not ENDS.search(each['action'])]:
        page = Page(house.ask(house.viewers[form['label']], 'GET', form['page'])[2])
        if fresh := next((each for each in page.forms if shape(each) == shape(form)), None):
            send(house, dict(fresh, label=form['label']), {name: field['held'] if field['kind'] == 'hidden' else form['good'].get(name, []) for name, field in fresh['fields'].items()})
    house.at, house.barren = house.keep(), collections.Counter()
    grown = dict(forms)
    for label in house.viewers:
        walk(house, label, plain, 2, grown)
    fresh = {key: form for key, form in grown.items() if key not in forms}
    forms.update(explore(house, fresh))
