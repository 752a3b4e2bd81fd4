#!/usr/bin/env python3
"""Wrong input in every field of every form of a demonstration, over a real socket. Each answer must refuse it at the field and keep what was typed in the others, or do no harm; the house is put back after each form that went through.

usage: fields.py NAAST [--self] [--some] [--table]    (--self: only what is planted in answers and must be seen; --some: one form in thirty, and what is planted; --table: writes docs/fields.md from the pages)
"""
import base64, collections, contextlib, hashlib, html, http.client, json, pathlib, re, secrets, socket, sqlite3, subprocess, sys, tempfile, threading, time, urllib.parse

ID = re.compile(r'(?<=/)(?:[\w-]{22,}(?:\.[\w-]+)?|\d{4}-\d\d-\d\d|\d+)(?=/|$)')
OURS = {'_csrf', '_once', '_moment', 'website', '_hervat'}
LONG, MARK = 100_000, 3_000  # letters; a text of MARK letters that is kept makes the database grow by as much
PER_KIND, DEPTH, BARREN = 3, 3, 12  # pages of one kind for each viewer; forms behind forms; how often a kind of page without a form is opened at all
TOO_LONG = re.compile(r'te lang|hoogstens \d+ tekens|too long')
DAYS = [('00', '00', '0000'), ('30', '2', '2026'), ('31', '12', '9999'), ('1', '1', '1026'), ('29', '2', '2027'), ('-1', '1', '2027'), ('1e0', '1', '2027'), ('١', '١', '٢٠٢٧'), ('1', '', '2027')]
NUMBERS = ['-1', '1e999', '99999999999999999999', 'NaN', '0x10', '١٢']
ENDS = re.compile('uitloggen|uit$|einde|weg$|wissen|stoppen|sluiting|terug|intrekken|afzeg|afmeld|slot|standaard|besluit|uiteen|niet-gekomen|onafhankelijk|verlaat|apart|instellingen|wissel')
LEAVES = re.compile('uitloggen|overal-uit|apparaat-uit|verlaat')
SLICE = {'a stranger': ['/buddy-worden/aanmelden', '/bel-mij-terug', '/alleen-een-vraag'], 'coördinator': ['/campagnes/nieuw', '/bijeenkomsten/nieuw', '/uren', '/aanmeldingen/nieuw'], 'buddy met een ouder': ['/mijn/aanbod', '/mijn/vragen'], 'ouder met een buddy': ['/mijn/delen/nieuw', '/zorg']}
TIMES = ['25:61', '24:00', '12:5x', '-1:00']
UNSEEN = 'a\x01b\x1bc\x7fd\u202ee\u2066f\u200b\ufeffg'


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
    def __init__(self, folder):
        self.folder, self.paths, cookies = folder, *furnish(folder)
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
        until = time.time() + 20
        while time.time() < until and self.live['naast'].execute('select 1 from jobs where run_at <= ? or claimed_until > 0', (int(time.time()),)).fetchone():
            time.sleep(0.1)
        tables = [name for name, in self.live['naast'].execute("select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not in ('jobs', 'access_log', 'access_log_heads', 'sessions')")]
        self.size_sql = 'select ' + ' + '.join('(select coalesce(sum(' + ' + '.join(f'coalesce(length({column[1]}), 0)' for column in self.live['naast'].execute(f'pragma table_info({table})')) + f'), 0) from {table})' for table in tables)
        self.at = self.keep()

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
        """Status, headers, text; one more try on a line that was closed."""
        body = body if body is not None else urllib.parse.urlencode(pairs or []) if method == 'POST' else None
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


def shape(form):
    """Forms of one kind have the same address and the same fields; a row with a number counts once."""
    route = pattern('POST', form['action'])
    return (route['path'] if route else form['action'], *sorted({re.sub(r'\d+', '#', re.sub(r'(?<![\w-])(?=[\w-]*[A-Z\d])[\w-]{22}$', '*', name)) for name in form['fields'] if name not in OURS}))


def walk(house, label, seeds, per_kind=PER_KIND, found=None):
    """Forms along links, by shape, with the page they stand on; with a `per_kind` of nothing only the seeds are opened."""
    todo, seen, forms, cookie = collections.deque(seeds), collections.Counter(), found if found is not None else {}, house.viewers[label]
    while todo:
        address = todo.popleft().partition('#')[0]
        kind = ID.sub('*', address.partition('?')[0])
        if not re.match(r'/(?!/|bestanden|demonstratie)', address) or seen[address] or seen[kind] >= max(1, per_kind) or re.search(r'\.(pdf|json|csv|xlsx|ics)$', kind) or house.barren[kind] > BARREN:
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
        if any(form['method'] == 'POST' and not LEAVES.search(form['action']) for form in page.forms):
            house.barren[kind] = -10 ** 9
        note(house, forms, page, label, address)
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


def live_on(house, forms, plain):
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


# --- what is tried, and what must come of it

def tries(form):
    """(field, what, values that stand instead, what must come): one wrong thing at a time."""
    good = form['good']
    for group, names in groups(form).items():
        field = form['fields'][names[0]]
        one = lambda value: {names[0]: [value]}
        if group in OURS:
            if group == '_csrf':
                yield group, 'absent', {group: []}, 'no token'
            elif group in ('_once', '_moment'):
                yield group, 'changed', one('x' * MARK), 'held off'
            continue
        yield group, 'absent', {name: [] for name in names}, 'soft' if field['kind'] in ('radio', 'check', 'select') else 'held off'  # a browser always sends the others
        if field['kind'] == 'button':
            yield group, 'pressed', one(field['options'][0]), 'soft'
            yield group, 'pressed with another value', one('x' * MARK), 'held off'
            continue
        yield group, 'twice', {name: [*good[name], 'x' * MARK] if good[name] else ['', 'x' * MARK] for name in names}, 'held off'
        for what, bad in (('NUL', b'a\0b'), ('no UTF-8', b'a\xffb'), ('half a pair', b'\xed\xa0\x80'), ('overlong UTF-8', b'\xc0\xaf')):
            yield group, what, one(bad), 'door'
        if field['kind'] == 'hidden':
            for value in ('x' * MARK, '', '0', '-1', '99999999999999999999', '../..'):
                yield group, f'changed into {value[:20]}', one(value), 'held off'
        elif len(names) > 1:
            for day in DAYS:
                yield group, 'day ' + '-'.join(reversed(day)), dict(zip([group + '_dag', group + '_maand', group + '_jaar'], ([part] for part in day))), 'no'
            yield group, 'too long', {name: ['1' * LONG] for name in names}, 'no'
        elif field['kind'] in ('radio', 'check', 'select'):
            yield group, 'not offered', one('x' * MARK), 'no choice'
            yield group, 'not offered, short', one('1e999'), 'no choice'
            if field['kind'] == 'check':
                yield group, 'one not offered among those that are', {group: [*field['options'], 'x' * MARK]}, 'no choice'
        else:
            most = field['most']
            filled = '1' if field['mode'] == 'numeric' else 'ë'
            yield group, f'{LONG} letters', one('a' * LONG), 'no'
            yield group, 'one letter more than fits', one(good[group][0][:40] + '@' + 'e' * (most - len(good[group][0][:40]) - 3) + '.nl' if field['type'] == 'email' else filled * (most + 1)), 'no'
            yield group, 'as long as fits', one(filled * most), 'long enough'
            yield group, 'unseen signs', one(UNSEEN), 'soft'
            yield group, 'emoji', one('👩‍👧‍👦 🙂 א'), 'soft'
            yield group, 'nothing', one(''), 'empty'
            yield group, 'only spaces', one(' \t\u00a0\u2003 '), 'as empty'
            if field['mode'] == 'numeric':
                for value in NUMBERS:
                    yield group, 'number ' + value, one(value), 'no'
            elif is_time(field, good[group]):
                for value in TIMES:
                    yield group, 'time ' + value, one(value), 'no'
    yield '', 'an unknown field', {'onbekend_veld': ['x' * MARK]}, 'as good'
    yield '', 'nothing at all', {name: [] for name, field in form['fields'].items() if field['kind'] != 'hidden'}, 'soft'


def is_time(field, good):
    return bool(re.search('tijd|begin$|einde?$', field['name'])) and 0 < field['most'] <= 10 and re.fullmatch(r'\d?\d[:.]\d\d', (good or [''])[0])


def faults_of_page(form, group, sent, text):
    """What is wrong with a page that refuses: the errors it must name and what it must keep."""
    page = Page(text)
    if not page.errors:
        if 'utrecht-alert' not in text:
            yield 'says nothing of what is wrong'
        return
    for name in page.errors:
        if name and name not in page.ids:
            yield f'an error leads to #{name}, which is not there'
        elif name and f'{name}-fout' not in page.described:
            yield f'the field {name} does not carry its error'
    shown = same_form(page, form)
    if not shown:
        yield 'the form is gone'
        return
    for name, field in form['fields'].items():
        if name in OURS or field['kind'] in ('hidden', 'button') or name in groups(form).get(group, [group]) or name == 'code' or not sent.get(name):
            continue
        if name not in shown['fields']:
            yield f'the field {name} is gone'
        elif (sorted if field['kind'] == 'check' else list)(value.replace('\r', '').strip() for value in shown['fields'][name]['held'] if value) != (sorted if field['kind'] == 'check' else list)(value.strip() for value in sent.get(name, [])[:None if field['kind'] == 'check' else 1] if value):
            yield f'what stood in {name} is lost: {sent.get(name)!r:.60} became {shown["fields"][name]["held"]!r:.60}'


def judge(form, group, what, must, sent, status, text, grown, before):
    """Faults in one answer; `before` holds what came of the tries so far."""
    solved = form['status'] in (200, 302, 303)
    if status == 0:
        return ['no answer']
    if status >= 500:
        return [f'answers {status}']
    if status not in (302, 303) and not text.strip():
        return [f'an empty page ({status})']
    found = []
    if re.search('[\0-\x08\x0b-\x1f\x7f]', text):
        found.append('control signs on the page')
    if must == 'door':
        return found + ([f'bytes that are no text are answered with {status}'] if status != 400 else [])
    if must == 'no token':
        return found + ([f'counts without a token ({status})'] if status != 403 else [])
    if status == 422 and group not in OURS and must != 'held off':
        found += faults_of_page(form, group, sent, text)
    elif status not in (200, 302, 303, 400, 403, 404, 422):
        found.append(f'answers {status}')
    if grown > MARK * 9 // 10 and must in ('no', 'no choice', 'held off', 'as good'):
        found.append(f'is kept: {grown} letters more than of a good form')
    if not solved:
        return found
    named = Page(text).errors if status == 422 else []
    went = status in (200, 302, 303)
    if must == 'no' and went:
        found.append('goes through')
    # where nothing is typed, a page that says it in words will do
    typed = any(field['kind'] in ('text', 'area') for name, field in form['fields'].items() if name not in OURS)
    if must in ('no', 'no choice') and status == 422 and group not in named and (typed or 'role="alert"' not in text):
        found.append(f'the refusal names {named}')
    if must == 'long enough' and status == 422 and (error := re.search(rf'id="{re.escape(group)}-fout">([^<]*)', text)) and TOO_LONG.search(error[1]):
        found.append('is refused as too long')
    if must == 'as empty' and status != before.get((group, 'nothing')):
        found.append(f'answers {status}, nothing {before.get((group, "nothing"))}')
    if must == 'as good' and status != form['status']:
        found.append(f'answers {status} and not {form["status"]}')
    return found


def settled(house, form, pairs):
    """How much the database grows by a form and the jobs that follow."""
    send(house, form, pairs=pairs)
    time.sleep(1)
    grown = house.size() - form['state']['size']
    house.back(form['state'])
    return grown


def try_form(house, form):
    """How many tries went as they must, the faults, and what was taken and did no harm."""
    passed, found, harmless, before = 0, [], [], {}
    house.back(form['state'])
    size = house.at['size']
    send(house, form, form['good'])
    good = house.size() - size if house.version_now() != house.version else 0
    house.back(form['state'])
    if (status := house.too_big(house.viewers[form['label']], form['action'])) != 413:
        found.append(f'{shape(form)[0]}: more than 1 MiB is answered with {status}')
    for group, what, instead, must in tries(form):
        sent = {**form['good'], **instead}
        pairs = [(name, value) for name in {**form['fields'], **instead} for value in sent.get(name, [])]
        status, headers, text = send(house, form, pairs=pairs)
        grown = 0
        if house.version_now() != house.version:
            grown = house.size() - size - good if status in (200, 302, 303) else 0
            house.back(form['state'])
            if grown > MARK * 9 // 10:  # jobs write too: both again, with time for them
                grown = settled(house, form, pairs) - settled(house, form, pairs_of(form, form['good']))
        before[group, what] = status
        faults = judge(form, group, what, must, sent, status, text, grown, before)
        if must == 'no choice' and status in (200, 302, 303) and not faults:
            harmless.append((group, what))
        passed += not faults
        found += [f'{shape(form)[0]} as {form["label"]}: {group or "the form"}: {what}: {fault}' for fault in faults]
        if house.server.poll() is not None:
            sys.exit(f'FAILED: the server ended at {found[-1:] or (form["action"], group, what)}')
    return passed, found, harmless


# --- what is planted, and must be seen

PAGE = ('<main><form method="post" action="/proef"><input type="hidden" name="_csrf" value="x"><input type="text" id="naam" name="naam" value="{naam}" maxlength="5"{by}>'
        '<textarea id="woorden" name="woorden" maxlength="9">\n{woorden}</textarea><input type="radio" name="soort" value="a"{checked}><input type="radio" name="soort" value="b"></form></main>')
ERRORS = '<main><div class="utrecht-alert foutenoverzicht"><div><ul><li><a href="#{field}">Dit is te lang.</a></li></ul></div></div><div id="naam-fout">Dit is te lang. Gebruik hoogstens 5 tekens.</div>'


def planted():
    """Answers with a fault each: those that are not seen."""
    form = dict(Page(PAGE.format(naam='Noor', woorden='', checked='', by='')).forms[0], label='', status=303, good={'_csrf': ['x'], 'naam': ['Noor'], 'woorden': ['Een zin'], 'soort': ['a']})
    whole = lambda field='naam', by=' aria-describedby="naam-fout"', woorden='Een zin', checked=' checked': ERRORS.format(field=field) + PAGE.format(naam='te lang', woorden=woorden, checked=checked, by=by).removeprefix('<main>')
    sent, at = {**form['good'], 'naam': ['te lang']}, lambda must, status, text, grown=0, before=(), group='naam': judge(form, group, 'x', must, {**form['good'], group: ['te lang']} if group else form['good'], status, text, grown, dict(before))
    cases = [('a good refusal', [], at('no', 422, whole())), ('a good form', [], at('soft', 303, '')),
             ('an answer of 500', ['500'], at('soft', 500, 'x')), ('a server that is silent', ['no answer'], at('soft', 0, '')), ('an empty page', ['empty'], at('soft', 200, ' ')),
             ('a name that is too long goes through', ['goes through'], at('no', 303, '')), ('a long text is kept', ['is kept'], at('held off', 303, '', MARK)),
             ('a choice that nobody offered is kept', ['is kept'], at('no choice', 303, '', MARK, group='soort')),
             ('NUL in a text goes through', ['no text'], at('door', 303, '')), ('a form without its token', ['without a token'], at('no token', 303, '', group='_csrf')),
             ('a refusal of another field', ['names'], at('no', 422, whole('woorden'))), ('a refusal that says nothing', ['says nothing', 'names'], at('no', 422, whole().replace('foutenoverzicht', '').replace('utrecht-alert', ''))),
             ('an error that leads nowhere', ['not there', 'names'], at('no', 422, whole('nergens'))), ('a field that does not carry its error', ['carry'], at('no', 422, whole(by=''))),
             ('what stood in another field is lost', ['woorden is lost'], at('no', 422, whole(woorden=''))), ('a choice is lost', ['soort is lost'], at('no', 422, whole(checked=''))),
             ('the form is gone', ['gone'], at('no', 422, ERRORS.format(field='naam') + '</main><span aria-describedby="naam-fout" id="naam">')), ('control signs on a page', ['control'], at('soft', 200, 'a\x1b')),
             ('a text that fits is refused', ['too long'], at('long enough', 422, whole())), ('spaces count as an answer', ['nothing 422'], at('as empty', 303, '', before={('naam', 'nothing'): 422})),
             ('an unknown field changes what comes', ['not 303'], at('as good', 422, whole(), group=''))]
    assert sent
    return len(cases), [f'planted: {what}: seen {seen}, not {must}' for what, must, seen in cases if len(seen) < len(must) or bool(seen) != bool(must) or not all(any(word in each for each in seen) for word in must)]


# --- what each field may be, written down

def rule_of(form, names):
    field = form['fields'][names[0]]
    if len(names) > 1:
        return 'day, month and year: a day that is there'
    if field['kind'] in ('radio', 'select'):
        return f'one of {many} choices' if (many := len([value for value in field['options'] if value])) > 1 else 'yes or nothing'
    if field['kind'] == 'check':
        return 'yes or nothing' if len(field['options']) == 1 else f'any of {len(field["options"])} choices'
    if field['kind'] == 'button':
        return 'a button'
    what = 'lines' if field['kind'] == 'area' else {'email': 'a mail address', 'tel': 'a phone number', 'password': 'a secret line'}.get(field['type']) or {'numeric': 'digits', 'decimal': 'a number or a time'}.get(field['mode'], 'a line')
    return f'{what}, at most {field["most"]} letters'


HEAD = """# What every form takes

Every form that the pages of a demonstration show, who may send it, and what each field may be: as the page says it and the server holds it.
Made from the pages by `tools/fields.py build/naast --table`; not compared in `bin/test`, because walking all pages takes minutes. `tools/fields.py build/naast` sends wrong input in each of these fields and shows that the server refuses it, names the field and keeps the others. Where the tool has no code, key or programme with which the form goes through, only that nothing breaks, and that nothing long is kept.

What holds for all of them, in one place: a form of at most 1 MiB and 500 fields, in UTF-8 without NUL (otherwise 413 or 400, `src/platform/http`); a token of the session (403); what is unseen or a control sign is left out, and spaces around a text are no text (`src/platform/text/language.cpp`). A letter is a sign of Unicode. A field that a page does not have is not read; the first of two of one name counts. Hidden fields are not listed: what they hold is looked up, opened with a key or compared, and is never believed.
A number stands for the rows of a form that repeat; what stands in rows is listed once.
"""
TOGETHER = """
## What must fit together

Each of these is a rule in one place, which knows nothing of pages, and is tried in a test beside it or with the house.

| fields | must | where |
|---|---|---|
| `naam`, `mail`, `telefoon` of a person | at least one way to reach | `src/people/person.cpp` |
| first and last day of standing in | in this order, twelve weeks at most, not beside another; from tomorrow on, unless it came unexpected | `src/people/deputyship.cpp` |
| how others may reach a parent, and the address for it | that address is filled in | `src/help_request/wish.cpp` |
| only nearby, and the postcode; only at these times, and the times; words of a helper, and who helps | the second goes with the first | `src/help_request/wish.cpp` |
| school and groups of a child; not further than, and how far; only at these times, and the times (buddy) | the second goes with the first, a school once | `src/matching/offer.cpp` |
| day, hour and length of a talk, times that are offered | still to come, not over another talk or each other; a place when meeting in person | `src/intake/interview.cpp`, `src/intake/offered_time.cpp` |
| day, hour, place and who plans a first meeting | still to come, within half a year; at home only when the parent plans it | `src/trajectory/meeting.cpp` |
| day, hour, place, link, last day to register of a gathering | still to come, within two years; registering no longer than until the day itself | `src/recruitment/gathering.cpp` |
| day, hour, place, link of a meeting of buddies | still to come, within two years; a place or a link, which tell nothing | `src/support/intervision.cpp` |
| first and last day, kind and number of a campaign | in this order, a year at most; the number fits the kind | `src/recruitment/campaign.cpp` |
| day of a contact with a professional, next step and its day | not in the future; a step has a day that is not earlier | `src/recruitment/outreach.cpp` |
| the two evenings of a training | in this order | `src/training/edition.cpp` |
| days to choose from | three to six, to come, each once | `src/training/day.cpp` |
| catching up: alone or together, who, when | one person when alone; still to come | `src/training/catch_up.cpp` |
| a recording and everyone’s yes | no address without all of them | `src/recruitment/gathering.cpp`, `src/training/recording.cpp` |
| what a parent shares, with whom, until when | words unless it is only that there is a buddy; from today, a year at most | `src/sharing/disclosure.cpp` |
| choices that name a record (a buddy, a school, a reader) | are looked up again when the form comes; what is not this viewer’s is not found | `src/reception/visit.cpp` |
"""


def table(forms):
    lines = [HEAD]
    seen = {}
    for key in sorted(forms):
        form, route = forms[key], pattern('POST', forms[key]['action'])
        fields = {}
        for group, names in groups(form).items():
            if group not in OURS and form['fields'][names[0]]['kind'] != 'hidden':
                fields.setdefault(re.sub(r'\d+', '#', re.sub(r'(?<![\w-])(?=[\w-]*[A-Z\d])[\w-]{22}$', '*', group)), rule_of(form, names))
        at = seen.setdefault(key[0], (len(route['roles']) > 9 and 'everyone with an account' or ', '.join(route['roles']) if route else '', {}))
        for name, rule in fields.items():
            at[1].setdefault(name, rule)
    bare = [path for path, (_, fields) in seen.items() if not fields]
    lines.append('## Forms with fields\n')
    for path, (who, fields) in seen.items():
        if fields:
            lines.append(f'- `{path}` ({who}): ' + '; '.join(f'**{name}** {rule}' for name, rule in sorted(fields.items())))
    lines.append('\n## Forms that are a button only\n')
    lines += [f'- `{path}` ({seen[path][0]})' for path in bare]
    hidden = sorted({route['path'] for route in routes if route['method'] == 'POST'} - set(seen) - {'/uitloggen', '/verlaat'})
    lines.append(f'\n## Not on a page of the demonstration\n\n{len(seen)} of {len({route["path"] for route in routes if route["method"] == "POST"})} addresses that take a form are above. These are not: their pages need something that the demonstration does not have, or a script sends them while someone types. Nothing was sent to them here; each of their texts has a longest length in a rule that was read.\n\n' + ', '.join(f'`{path}`' for path in hidden))
    return '\n'.join(lines) + '\n' + TOGETHER


if __name__ == '__main__':
    naast, some = str(pathlib.Path(sys.argv[1]).absolute()), '--some' in sys.argv
    tried, found = planted()
    if '--self' in sys.argv:
        print(*found, f'{tried - len(found)} passed, {len(found)} failed', sep='\n')
        sys.exit(bool(found))
    passed = tried - len(found)
    routes = json.loads(subprocess.run([naast, 'routes', '--json'], check=True, capture_output=True).stdout)
    with tempfile.TemporaryDirectory(prefix='naast-fields-') as folder:
        subprocess.run([naast, 'demo', '--data', folder], check=True, stdout=subprocess.DEVNULL)
        with contextlib.closing(House(folder)) as house:
            forms, plain = {}, [route['path'] for route in routes if route['method'] == 'GET' and '{' not in route['path']]
            for label in SLICE if some else house.viewers:
                walk(house, label, [*(house.paths if label == 'a stranger' else []), *(SLICE[label] if some else plain)], 0 if some else PER_KIND, forms)
            time.sleep(3.2)  # a form for strangers that comes back sooner was filled in by a program
            if not some:
                explore(house, forms)
                live_on(house, forms, plain)
            chosen = sorted(forms)
            if some:
                chosen = [key for key in chosen if key[0] not in ('/uitloggen', '/verlaat')]
                for key in chosen:
                    forms[key]['good'], forms[key]['status'], *_ = solve(house, forms[key])
            fields = 0
            for key in chosen if '--table' not in sys.argv else []:
                well, faults, _ = try_form(house, forms[key])
                passed, fields, found = passed + well, fields + len(groups(forms[key])), found + faults
            reached, last = {key[0] for key in forms}, house.ask(house.viewers['a stranger'], 'GET', '/')[0]
            found += [] if last == 200 else ['the server does not answer any more']
    if '--table' in sys.argv:
        pathlib.Path('docs/fields.md').write_text(table(forms))
        sys.exit(0)
    print(*found, sep='\n', end='\n' if found else '')
    print(f'{len(chosen)} forms of {len({key[0] for key in chosen})} addresses, {fields} fields; {passed} passed, {len(found)} failed')
    sys.exit(bool(found))
