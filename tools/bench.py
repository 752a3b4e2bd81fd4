#!/usr/bin/env python3
"""Measures the pages of a well-filled demonstration with wrk at 32 connections, all in one run on this machine.

The figures are ratios: to a bare answer over the same HTTP layer, and to the limit, a page written by hand without any of the house (bench/by_hand.cpp).
Every page is measured in three rounds and its best one counts, since what else the machine does only takes away.

A second demonstration with 10,000 sign-ups more shows what a list of sealed names costs: one visitor at a time, beside the same list by hand with plain names.
Two more, with 2 and with 500 editions of the training, show whether pages slow down with what is over: one visitor at a time, in turn on both.

usage: bench.py NAAST [SECONDS [ONLY]]      SECONDS of each round, 3 unless told; with the word "pages", "lists" or "trainings" that part only
"""
import gzip, http.client, json, os, pathlib, re, shutil, sqlite3, subprocess, sys, tempfile, time, urllib.parse

from served import Served, running, stop_all, wrk

naast, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
only = sys.argv[3] if len(sys.argv) > 3 else None
BUDDIES, OPEN_ITEMS, SIGN_UPS, EDITIONS = 50, 500, 10000, (2, 500)
by_hand = pathlib.Path(os.environ.get('BUILD_DIR', pathlib.Path(__file__).parent.parent / 'build')) / 'by_hand'
many_sign_ups, many_trainings = by_hand.parent / 'many_sign_ups', by_hand.parent / 'many_trainings'
for program in (by_hand, many_sign_ups, many_trainings):
    if not program.exists():
        sys.exit(f'{program} is not built: ninja -C build {program.name}')
folder, full = tempfile.mkdtemp(prefix='naast-bench-'), tempfile.mkdtemp(prefix='naast-bench-')


starts = []


def serve(where):
    server = Served(naast, '--data', where)
    if where == folder:
        starts.append(server.started_ms)
    return server


def rest(server):
    """Waits until the rounds that begin with the server have ended; gives the seconds of the processor used until then."""
    before = -1
    time.sleep(4)  # they begin a second or two after the start
    while (now := server.cpu_s()) != before:
        before = now
        time.sleep(1.5)
    return now


def open_items(server, cookie):
    return server.get('/vandaag', cookie)[1].count(b'class="werk__naam"')


def sign_up(server, count):
    """People who sign up through the public form, so that their names are sealed as always."""
    answer, page = server.get('/buddy-worden/aanmelden')
    cookie = answer.getheader('Set-Cookie').split(';')[0]
    hidden = {n: re.search(f'name="{n}" value="([^"]*)"', page.decode())[1] for n in ('_csrf', '_moment')}
    time.sleep(3.2)  # a form that comes back sooner was not filled in by a person
    c = http.client.HTTPConnection('127.0.0.1', server.port)
    for n in range(count):
        body = urllib.parse.urlencode({**hidden, '_once': f'bench-{n}', 'naam': f'Noor van den Voorbeeld {n}', 'telefoon': '0612345678', 'kanaal': 'poster', 'akkoord': 'ja'})
        c.request('POST', '/buddy-worden/aanmelden', body, {'Cookie': cookie, 'Content-Type': 'application/x-www-form-urlencoded'})
        answer = c.getresponse()
        answer.read()
        if answer.status != 303:
            sys.exit(f'a sign-up was refused: {answer.status}')


def fill(before, buddies):
    """Confirms the new sign-ups, and makes some of them buddies by the rows of a buddy of the demonstration."""
    db = sqlite3.connect(f'{folder}/naast.db')
    db.row_factory = sqlite3.Row
    db.execute('pragma foreign_keys = on')

    def copy(table, row, **other):
        row = {**row, **other}
        db.execute(f'insert into {table} ({",".join(row)}) values ({",".join("?" * len(row))})', list(row.values()))

    fresh = [(row['id'], row['person']) for row in db.execute('select id, person from sign_ups order by signed_up_at, id') if row['id'] not in before]
    db.executemany('update sign_ups set confirmed_at = signed_up_at where id = ?', [(id,) for id, _ in fresh])
    example = db.execute("select person from readiness where decision = 'goes_on' and deployment_talk_on is not null and vog_seen_on is not null order by decided_at desc limit 1").fetchone()[0]
    its = {table: [dict(row) for row in db.execute(f'select * from {table} where person = ?', (example,))] for table in ('interviews', 'outcomes', 'edition_people', 'attendances', 'readiness', 'offers', 'person_roles')}
    for id, person in fresh[:buddies]:
        db.execute('update sign_ups set taken_up_at = signed_up_at where id = ?', (id,))
        db.execute("update person_roles set until = since where person = ? and role = 'candidate'", (person,))
        for row in its['interviews']:
            copy('interviews', row, id=id + '-i', sign_up=id, person=person, notes='')
        for row in its['outcomes']:
            copy('outcomes', row, id=id + '-o', interview=id + '-i', person=person, words='', answer_words='')
        for table in ('edition_people', 'attendances', 'readiness'):
            for row in its[table]:
                copy(table, row, person=person)
        for row in its['offers']:
            copy('offers', row, person=person, village='', school='')
        for row in its['person_roles']:
            if row['role'] == 'buddy':
                copy('person_roles', row, person=person)
    db.commit()
    db.close()


def known():
    db = sqlite3.connect(f'{folder}/naast.db')
    found = {row[0] for row in db.execute('select id from sign_ups')}
    db.close()
    return found


def synced_ms():
    """How long the disk takes to keep a page, half of the time."""
    file, times = os.open(f'{folder}/sync', os.O_CREAT | os.O_WRONLY), []
    for at in range(200):
        os.pwrite(file, b'x' * 4096, at * 4096)
        begun = time.perf_counter()
        os.fdatasync(file)
        times.append(time.perf_counter() - begun)
    os.close(file)
    return sorted(times)[100] * 1000


def weight(server, path, cookie):
    answer, body = server.get(path, cookie, True)
    if answer.status != 200:
        sys.exit(f'{path} answers {answer.status}')
    packed = answer.getheader('Content-Encoding') == 'gzip'
    return (len(gzip.decompress(body)) if packed else len(body)) / 1000, (len(body) if packed else len(gzip.compress(body))) / 1000


def first_view(server, path):
    """Weight and number of what a browser with nothing kept asks for."""
    files = sorted(set(re.findall(r'(?:href|src)="(/bestanden/[^"]+)"', server.get(path)[1].decode())))
    return sum(len(server.get(f, None, True)[1]) for f in [path, *files]) / 1000, 1 + len(files)


class ByHand(Served):
    """The page written by hand, as a server to ask."""

    def __init__(self):
        self.process = subprocess.Popen([by_hand, f'{tempfile.mkdtemp(dir=folder)}/by_hand.db'], stdout=subprocess.PIPE, text=True)
        running.append(self)
        self.port = int(self.process.stdout.readline())


def long_lists():
    """Pages of the list of sign-ups when there are very many, and the same list by hand."""
    subprocess.run([naast, 'demo', '--data', full], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([many_sign_ups, full, str(SIGN_UPS)], check=True, stdout=subprocess.DEVNULL)
    hand = ByHand()
    server = serve(full)
    desk = server.login('coördinator')
    begun = time.monotonic()
    server.get('/aanmeldingen?zoek=aksoy&volgorde=naam', desk)
    cold = (time.monotonic() - begun) * 1000
    rounds = rest(server)
    rows = [('the limit: search and sort by hand', hand, '/alle?zoek=Aksoy', 'session=secret-7'), ('sign-ups, newest', server, '/aanmeldingen', desk), ('sign-ups, sorted by name', server, '/aanmeldingen?volgorde=naam', desk),
            ('sign-ups, search and sort', server, '/aanmeldingen?zoek=aksoy&volgorde=naam', desk), ('sign-ups, search one and sort', server, '/aanmeldingen?zoek=noor+ngo+77&volgorde=-naam', desk)]
    result = [{'page': name} for name, *_ in rows]
    for _ in range(3):
        for its, (_, at, path, cookie) in zip(result, rows):
            its.setdefault('rounds', []).append(wrk(at.port, path, cookie, seconds, 1, 1))
    for its in result:
        its |= min(its['rounds'], key=lambda one: one['p99_ms'])
    server.stop()
    return result, cold, rounds


def trainings():
    """Pages of the training beside a history of two editions and of very many."""
    places = []
    for count in EDITIONS:
        where = f'{full}/editions-{count}'
        subprocess.run([naast, 'demo', '--data', where], check=True, stdout=subprocess.DEVNULL)
        edition = subprocess.run([many_trainings, where, str(count)], check=True, capture_output=True, text=True).stdout.strip()
        server = serve(where)
        desk, trainer, buddy = (server.login(who) for who in ('coördinator', 'trainer', 'buddy, getraind en vrij'))
        rest(server)
        places.append((server, [('trainings, coordinator', '/trainingen', desk), ('one training, coordinator', f'/trainingen/{edition}', desk), ('one training, trainer', f'/trainingen/{edition}', trainer), ('Vandaag', '/vandaag', desk), ('participant: my training', '/mijn/training', buddy)]))
    result = []
    for pages in zip(*(pages for _, pages in places)):
        rounds = [[] for _ in places]
        for _ in range(3):
            for its, (server, _), (name, path, cookie) in zip(rounds, places, pages):
                weight(server, path, cookie)  # a page that is not there would be quick
                its.append(wrk(server.port, path, cookie, seconds, 1, 1)['p50_ms'])
        few, many = map(min, rounds)
        result.append({'page': pages[0][0], 'few_ms': few, 'many_ms': many, 'ratio': many / few})
    for server, _ in places:
        server.stop()
    return result


def forms(server):
    """Sign-ups that were acknowledged, each under a key of its own, so durable on the disk with their person's key."""
    answer, page = server.calm('/buddy-worden/aanmelden')
    cookie = answer.getheader('Set-Cookie').split(';')[0]
    hidden = {n: re.search(f'name="{n}" value="([^"]*)"', page.decode())[1] for n in ('_csrf', '_moment')}
    time.sleep(3.2)  # a form that comes back sooner was not filled in by a person
    body = urllib.parse.urlencode({**hidden, 'naam': 'Noor van den Voorbeeld', 'telefoon': '0612345678', 'kanaal': 'poster', 'akkoord': 'ja'})
    script = pathlib.Path(folder, 'forms.lua')
    script.write_text(f"""local thread = 0
function setup(its) its:set('number', thread); thread = thread + 1 end
local sent = 0
function request()
  sent = sent + 1
  return wrk.format('POST', '/buddy-worden/aanmelden', {{['Content-Type'] = 'application/x-www-form-urlencoded', ['Cookie'] = '{cookie}'}}, '{body}&_once=' .. number .. '-' .. os.time() .. '-' .. sent)
end
""")
    return wrk(server.port, '/buddy-worden/aanmelden', None, seconds, script=str(script))


def the_pages():
    """The pages of a demonstration under load, what the server held in memory, and the first view of a parent."""
    subprocess.run([naast, 'demo', '--data', folder], check=True, stdout=subprocess.DEVNULL)
    server = serve(folder)
    desk = server.login('coördinator')
    listed = server.get('/buddys', desk)[1].count(b'href="/buddys/')
    buddies, more = BUDDIES - listed, OPEN_ITEMS - open_items(server, desk)
    before = known()
    sign_up(server, buddies + more)
    server.stop()
    fill(before, buddies)
    server, hand = serve(folder), ByHand()
    desk, parent = server.login('coördinator'), server.login('ouder met een buddy')
    listed = server.get('/buddys', desk)[1].count(b'href="/buddys/')
    rows = [('bare answer', server, '/healthz', None), ('the limit: list of 50 by hand', hand, '/', 'session=secret-7'), (f'buddies, list of {listed}', server, '/buddys', desk), (f'Vandaag, {open_items(server, desk)} open', server, '/vandaag', desk),
            ('parent: first page', server, '/', None), ('parent: asking', server, '/buddy-vragen', None), ('parent: home', server, '/mijn', parent), ('a login, durable', server, server.links['ouder met een buddy'], None)]
    result = [{'page': name, **dict(zip(('kb', 'gzip_kb'), (0, 0) if 'login' in name else weight(at, path, cookie)))} for name, at, path, cookie in rows]
    for _ in range(3):
        for its, (_, at, path, cookie) in zip(result, rows):
            its.setdefault('rounds', []).append(wrk(at.port, path, cookie, seconds))
            time.sleep(0.5)  # what was still under way ends first
    for its in result:
        its |= max(its['rounds'], key=lambda one: one['per_second'])
    written = max((forms(server) for _ in range(3)), key=lambda one: one['per_second'])
    result.append({'page': 'a form, durable', 'kb': 0, 'gzip_kb': 0, **written})
    resident = server.resident_mb()
    views = [first_view(server, path) for path in ('/', '/buddy-vragen')]
    server.stop()
    return result, resident, views, synced_ms()


try:
    result, resident, views, sync = the_pages() if only in (None, 'pages') else (None, None, None, None)
    lists, cold, rounds = long_lists() if only in (None, 'lists') else (None, None, None)
    histories = trainings() if only in (None, 'trainings') else None
finally:
    stop_all()
    for made in (folder, full):
        shutil.rmtree(made)

goals = []
if result:
    bare, limit = result[0]['per_second'], result[1]['per_second']
    print(f'{"page":32}{"requests/s":>11}{"p50 ms":>8}{"p99 ms":>8}{"of limit":>10}{"of bare":>9}{"kB":>7}{"gzip kB":>9}')
    for its in result:
        its['of_limit'], its['of_bare'] = its['per_second'] / limit, its['per_second'] / bare
        print(f'{its["page"]:32}{its["per_second"]:11.0f}{its["p50_ms"]:8.1f}{its["p99_ms"]:8.1f}{its["of_limit"]:10.2f}{its["of_bare"]:9.2f}{its["kb"]:7.1f}{its["gzip_kb"]:9.1f}' + (f'  {its["refused"]} refused as too busy' if its['refused'] else ''))
    heaviest, most = max(kb for kb, _ in views), max(count for _, count in views)
    print(f'first view of a parent: {heaviest:.1f} kB in {most} requests; resident after all this {resident:.0f} MB; started in {max(starts):.0f} ms')
    pages, form = result[2:-1], result[-1]
    print(f'one sync of the disk: {sync:.2f} ms, so {1000 / sync:.0f} commits a second at most')
    slow = [its for its in pages if its['p99_ms'] > 25]
    goals += [('the list of buddies reaches 0.5 of the limit', pages[0]['of_limit'] >= 0.5, f'{pages[0]["of_limit"]:.2f}'),
             ('1,500 forms acknowledged a second', form['per_second'] >= 1500, f'{form["per_second"]:.0f}'),
             ('p99 of every page is at most 25 ms', not slow, ', '.join(f'{its["page"]} {its["p99_ms"]:.0f} ms' for its in slow) or f'{max(its["p99_ms"] for its in pages):.0f} ms'),
             ('resident at most 80 MB', resident <= 80, f'{resident:.0f} MB'),
             ('started within 300 ms', max(starts) <= 300, f'{max(starts):.0f} ms'),
             ('first view at most 60 kB in 4 requests', heaviest <= 60 and most <= 4, f'{heaviest:.1f} kB in {most}')]
if lists:
    hand, whole = lists[0]['p50_ms'], lists[3]
    print(f'{f"one visitor, {SIGN_UPS} sign-ups":32}{"requests/s":>11}{"p50 ms":>8}{"p99 ms":>8}{"of by hand":>12}')
    for its in lists:
        its['of_hand'] = its['p50_ms'] / hand
        print(f'{its["page"]:32}{its["per_second"]:11.0f}{its["p50_ms"]:8.1f}{its["p99_ms"]:8.1f}{its["of_hand"]:12.2f}')
    print(f'the first search after a start, no key opened yet: {cold:.0f} ms; start, that search and the rounds of the hour: {rounds:.1f} s of the processor')
    goals.append((f'search and sort in {SIGN_UPS} sign-ups within 60 ms', whole['p99_ms'] <= 60, f'{whole["p99_ms"]:.0f} ms, {whole["of_hand"]:.1f} times by hand'))
    goals.append((f'the rounds of the hour over {SIGN_UPS} sign-ups within 2 s', rounds <= 2, f'{rounds:.1f} s'))
if histories:
    print(f'{"one visitor, editions":32}{f"{EDITIONS[0]}: p50 ms":>14}{f"{EDITIONS[1]}: p50 ms":>14}{"ratio":>8}')
    for its in histories:
        print(f'{its["page"]:32}{its["few_ms"]:14.2f}{its["many_ms"]:14.2f}{its["ratio"]:8.2f}')
    slow = [its for its in histories if its['ratio'] > 2]
    goals.append((f'pages of the training beside {EDITIONS[1]} editions within 2 times those beside {EDITIONS[0]}', not slow, ', '.join(f'{its["page"]} {its["ratio"]:.1f}' for its in slow) or f'{max(its["ratio"] for its in histories):.1f}'))
for what, holds, found in goals:
    print(f'{"holds" if holds else "FAILS"}  {what}: {found}')
measured = {'lists': lists, 'cold_ms': cold, 'rounds_s': rounds, 'trainings': histories, 'goals': {what: holds for what, holds, _ in goals}}
if result:
    measured |= {'pages': result, 'first_view_kb': heaviest, 'requests': most, 'resident_mb': resident, 'start_ms': max(starts)}
json.dump(measured, open(os.path.join(tempfile.gettempdir(), 'naast-bench.json'), 'w'))
