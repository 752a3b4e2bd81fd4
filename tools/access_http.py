#!/usr/bin/env python3
"""Tries every address as every account of a demonstration, over a real socket, on records of one's own and of others. What must come of it is worked out here, from the roles and ties in the database, not from what the program answers.

usage: access_http.py NAAST [--plant] [--postgresql]    (--plant: only the mistakes planted in what is expected, and all that they bring up; --postgresql: on the server that tools/postgres.sh starts)
"""
import atexit, base64, collections, contextlib, hashlib, http.client, json, pathlib, re, secrets, socket, sqlite3, subprocess, sys, tempfile, time, urllib.parse

HIDDEN, LOGIN, SECOND, PROOF, OPEN, REFUSED = 'the usual 404', '303 to /inloggen', '303 to /tweede-stap', '303 to /opnieuw-bewijzen', 'below 400', '403'
FRESH = {'share.create', 'own_data.export', 'own_data.erase', 'account.passkeys', 'account.mail', 'person.correct'}  # only who showed a short while ago who it is
CONFIRMED = {'coordinator', 'safety_officer', 'trainer', 'researcher'}  # count once confirmed
TWO_STEPS = CONFIRMED | {'administrator'}
PROGRAMME = {'coordinator', 'safety_officer'}  # arrange the programme, unless the coordinator works outside and they do not
HELPED = {'public', 'candidate', 'buddy', 'asking_parent'}
TIED = HELPED | {'trainer'}  # reach no record without a tie that is named in Expected; other roles reach all of their partnership
ALWAYS_THERE = {'/inloggen/{token}', '/buddy-vragen/verder/{draft}'}  # says in words that a link no longer works
WHILE_IT_LASTS = {'/aanmeldingen/{sign_up}/gesprek', '/gesprekken/{interview}/verzetten', '/gesprekken/{interview}/afzeggen', '/gesprekken/{interview}/uitkomst',
                  '/hulpvragen/{request}/verhelderen', '/hulpvragen/{request}/stoppen', '/hulpvragen/{request}/toch', '/hulpvragen/{request}/dichtbij', '/mijn/voorstellen/{proposal}/vraag', '/trajecten/{match}/bereikbaar', '/trajecten/{match}/stoppen', '/trajecten/{match}/afspraak', '/buddys/{person}', '/beheer/mensen/{person}', '/zorgen/{worry}', '/zorgen/{worry}/wissen', '/gesprekken/{interview}/leerpunten', '/berichten/{reader}', '/mensen/{helped}/gegevens',
                  '/campagnes/{campaign}/sluiting', '/scholen/{school}/sluiting', '/kaarten/{card}', '/opname/{recording}', '/groei/{growth}', '/buddys/{person}/bewijs', '/buddys/{person}/vrijstelling', '/buddys/{person}/stoppen', '/trainingen/{edition}/aanwezigheid/{number}', '/trainingen/{edition}/avond/{number}', '/trainingen/{edition}/inhalen/{number}', '/trainingen/{edition}/tips/{number}', '/trainingen/{edition}/evaluatie/{number}', '/schoolmomenten/{moment}', '/schoolcontacten/{contact}', '/schoolcontacten/{contact}/einde'}
ONLY_A_READER = {'/hulpvragen/{request}/teruggeven'}  # for whom a parent chose to read, who is none of these viewers by a role
NAMES_A_RECORD = re.compile(r'\{(?!number\}|role\})(\w+)\}')  # what else stands in an address is no record
DESK = ('/beheer/', '/taken/')  # where a person in an address is someone with a task
RECORDS = {  # what stands in an address: whether it is over, and whom it is about
    'sign_up': 'select id, partnership, ended_at as over, person from sign_ups',
    'interview': 'select id, partnership, cancelled_at as over, person from interviews',
    'time': 'select id, partnership, withdrawn_at as over from interview_times',
    'day': 'select first_day as id, partnership, null as over from holidays',
    'referral': 'select id, partnership, null as over, person from referrals',
    'doubt': 'select id, partnership, null as over, person from doubts',
    'page_key': "select page_key as id, null as partnership, null as over from schools where closed_at is null and page_key like partnership || '.%'",
    'request': 'select id, partnership, ended_at as over, person from help_requests',
    'draft': 'select id, partnership, null as over from request_drafts',
    'proposal': 'select p.id, p.partnership, p.ended_at as over, p.buddy, p.partner, r.person as parent from proposals p join help_requests r on r.id = p.request',
    'question': 'select id, partnership, null as over, buddy from proposal_questions',
    'pair': 'select id, partnership, ended_at as over, parent, buddy from pairs',
    'match': 'select id, partnership, ended_at as over, parent, buddy, partner from matches',
    'couple': 'select id, partnership, parted_at as over, one as person, other as partner from couples',
    'assessment': 'select id, partnership, null as over, person from self_assessments',
    'shared': "select d.id, d.partnership, case when d.taken_back_at is not null or d.until < date('now') or m.ended_at is not null then 1 end as over, d.parent, d.recipient from disclosures d left join matches m on m.id = d.match",
    'talk': 'select t.id, t.partnership, case when t.asked_at is null or t.held_on is not null or m.ended_at is not null then 1 end as over, t.parent, m.buddy, m.partner from school_talks t left join matches m on m.id = t.asked_match',
    'errand': "select e.id, e.partnership, case when e.taken_back_at is not null or e.until < date('now') or m.ended_at is not null then 1 end as over, e.parent, m.buddy, m.partner from school_errands e join matches m on m.id = e.match",
    'deputyship': 'select id, partnership, null as over from deputyships',
    'growth': "select person as id, partnership, min(taken_back_at is not null) as over, person from assessment_shares where audience = 'coordinator' group by person, partnership",
    'evening': "select e.id, e.partnership, case when e.begins_at > strftime('%s', 'now') then 1 end as over, (select group_concat(person, ' ') from edition_people p where p.edition = e.edition and p.part = 'participant' and p.left_at is null) as person, (select group_concat(person, ' ') from observers o where o.evening = e.id and o.ended_at is null) as observers from evenings e",
    'recording': "select r.id, r.partnership, case when r.url = '' or exists (select 1 from recording_answers a where a.recording = r.id and a.agrees = 0) or exists (select 1 from edition_people p where p.edition = r.edition and p.part = 'participant' and p.left_at is null and not exists (select 1 from recording_answers a where a.recording = r.id and a.person = p.person)) then 1 end as over, (select group_concat(person, ' ') from edition_people p where p.edition = r.edition and p.part = 'participant' and p.left_at is null) as person, (select group_concat(person, ' ') from edition_people p where p.edition = r.edition and p.part = 'trainer' and p.left_at is null) as trainers from recordings r",
    'check_in': 'select id, partnership, null as over, person as buddy from check_ins',
    'consult': 'select id, partnership, null as over, buddy, reader from consults',
    'asked': 'select id, partnership, null as over, buddy, reader from consults',
    'dilemma': 'select id, partnership, taken_back_at as over, expert as person from dilemmas',
    'intervision': 'select id, partnership, cancelled_at as over from intervisions',
    'text': 'select id, partnership, hidden_at as over from library_texts',
    'feedback': 'select id, partnership, null as over, parent, buddy, partner from feedbacks',
    'participant': "select p.person as id, p.partnership, null as over, p.person, (select group_concat(t.person, ' ') from edition_people t where t.part = 'trainer' and t.left_at is null and t.edition in (select edition from edition_people where person = p.person and part = 'participant' and left_at is null)) as trainers from edition_people p where p.part = 'participant' and p.left_at is null group by p.person, p.partnership",
    'edition': "select id, partnership, case when not exists (select 1 from evenings where edition = e.id) then 1 end as over, (select group_concat(person, ' ') from edition_people where edition = e.id and part = 'trainer' and left_at is null) as person from editions e",
    'card': 'select id, partnership, removed_at as over from cards',
    'person': 'select id, partnership, id as person, not exists (select 1 from outcomes where person = p.id and replaced_at is null and discussed_on is not null) as over from people p',
    'helped': "select id, partnership, id as person, not (exists (select 1 from person_roles where person = p.id and until is null and role in ('candidate', 'buddy', 'asking_parent')) and not exists (select 1 from person_roles where person = p.id and until is null and role not in ('candidate', 'buddy', 'asking_parent') and (role not in ('coordinator', 'safety_officer', 'trainer', 'researcher') or confirmed_by is not null))) as over from people p",
    'change': "select hash as id, null as partnership, null as over from action_links where act = 'mail_change'",
    'staff': "select id, partnership, id as person, not exists (select 1 from person_roles where person = p.id and until is null and role not in ('candidate', 'buddy', 'asking_parent')) as over from people p",
    'learning_point': 'select id, partnership, taken_back_at as over, person from learning_points',
    'reader': "select id, partnership, id as person, not exists (select 1 from person_roles where person = p.id and until is null and role in ('candidate', 'buddy', 'asking_parent')) as over from people p",
    'worry': 'select id, partnership, erased_at as over, reported_by as person from worries',
    'campaign': "select id, partnership, coalesce(closed_on, case when closes_on < date('now') then closes_on end) as over from campaigns",
    'channel': 'select id, partnership, null as over from own_channels',
    'professional': 'select id, partnership, ended_at as over, person from professionals',
    'approach': 'select id, partnership, null as over, person from approaches',
    'mailing': 'select id, partnership, null as over from mailings',
    'hours': 'select id, partnership, withdrawn_at as over, noted_by as person from hours',
    'school': 'select id, partnership, closed_at as over from schools',
    'moment': 'select id, partnership, withdrawn_at as over from school_moments',
    'contact': 'select id, partnership, until as over, person from school_contacts',
    'slug': 'select slug as id, null as partnership, null as over from partnerships',
    'gathering': 'select id, partnership, cancelled_at as over from gatherings',
    'registration': 'select id, partnership, cancelled_at as over, person from registrations',
    'choice': "select hash as id, null as partnership, null as over from action_links where act = 'interview.choose'",
    'naming': "select hash as id, null as partnership, null as over from action_links where act = 'referral'",
    'thinking': "select hash as id, null as partnership, null as over from action_links where act = 'thought'",
    'seat': "select hash as id, null as partnership, null as over from action_links where act = 'registration'",
    'sheet': "select 'poster-nl' as id, null as partnership, null as over, 0 as desk union all select 'jaarplan-nl', null, null, 1 union all select 'aandachtspunten-nl', null, 1, 1",
    'version': 'select id, partnership, null as over from material_texts',
    'token': "select hash as id, null as partnership, null as over from action_links where act = 'sign_up'",
    'reading': "select hash as id, null as partnership, null as over from action_links where act = 'material'"}
EVERYONES = {'gathering', 'intervision', 'text'}  # what everyone may know of
SHOWN = {'school': ('/mijn/aanbod', '/mijn/delen/school'), 'gathering': ('/plek/{seat}',), 'time': ('/mijn/gesprek', '/gesprek-kiezen/{choice}')}  # what a page shows to whoever may open it
NOTED = {'/vragen/{consult}': {'consults'}, '/gevraagd/{asked}': {'consults'}, '/gedeeld/{shared}': {'disclosures'}}  # opening it notes that it was read
Answer = collections.namedtuple('Answer', 'status headers body')
new_id, new_token = lambda: secrets.token_urlsafe(16), lambda: secrets.token_urlsafe(32)


def hashed(token):
    return base64.urlsafe_b64encode(hashlib.blake2b(token.encode(), digest_size=32).digest()).rstrip(b'=').decode()


def rows(db, sql, *values):
    db.row_factory = sqlite3.Row
    return [dict(row) for row in db.execute(sql, values)]


def put(db, table, like=None, **given):
    """One row more; what is neither given nor in `like` is empty."""
    row = {column['name']: (0 if column['type'] == 'INTEGER' else '') if column['notnull'] else None for column in rows(db, f'pragma table_info({table})')}
    row.update({**(like or {}), **given})
    db.execute(f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))})", [*row.values()])
    return row.get('id')


def furnish(db):
    """What a demonstration may lack: matches that ended, an edition of another trainer, roles that do not count, a link in a mail, roles that nobody holds, sessions without a second factor, another partnership."""
    now, over = int(time.time()), lambda row: any(row.get(name) for name in ('ended_at', 'cancelled_at', 'replaced_at'))
    home = rows(db, 'select id from partnerships order by position')[0]['id']
    a = lambda table, where='true': min(rows(db, f'select * from {table} where partnership = ? and {where}', home), key=over)
    match, sign_up, director = a('matches'), a('sign_ups'), a('person_roles', "role = 'director'")
    global links
    links = {hashed(link): link for link in (f'{home}.{new_token()}' for _ in range(7))}
    add = lambda table, like=None, **given: put(db, table, like, **{'id': new_id(), 'partnership': home, **given})
    free = [row['person'] for row in rows(db, 'select person from offers where partnership = ? and person not in (select buddy from matches)', home)]
    for request in rows(db, 'select * from help_requests where partnership = ? and person not in (select parent from matches)', home):
        for buddy in [match['buddy'], *free]:
            ended = add('matches', {**match, 'ended_at': now - 9, 'end_reason': 'stopped_not_asked'}, request=request['id'], parent=request['person'], buddy=buddy)
        add('feedbacks', match=ended, parent=request['person'], buddy=buddy)
    add('consults', buddy=match['buddy'])
    add('evenings', a('evenings', 'number = 1'), edition=add('editions', a('editions')))
    put(db, 'person_roles', director, role='coordinator', confirmed_by=None)
    put(db, 'person_roles', director, role='buddy', until=now - 9)
    for hash, act, its in zip(links, ('sign_up', 'registration', 'material', 'interview.choose', 'referral', 'thought', 'mail_change'), (sign_up, a('registrations'), {**a('material_texts'), 'person': sign_up['person']}, sign_up, a('referrals'), {**(its := a('thoughts')), 'person': its['professional']}, dict(id=add('mail_changes', person=sign_up['person'], asked_at=now, asked_by=sign_up['person']), person=sign_up['person']))):
        put(db, 'action_links', hash=hash, act=act, object=its['id'], person=its['person'], partnership=home, ends_at=now + 9999)
    sessions, staff = {}, rows(db, 'select account, of_partnership, role, 0 as both from memberships m join person_roles r on r.person = m.person where confirmed_by is not null')
    for role in {role for route in routes for role in route['roles']} - HELPED - {row['role'] for row in staff}:
        person, account = add('people', language='nl'), put(db, 'accounts', id=new_id())
        put(db, 'person_roles', partnership=home, person=person, role=role, confirmed_by=person)
        put(db, 'memberships', account=account, of_partnership=home, person=person)
        staff.append(dict(account=account, of_partnership=home, role=role, both=1))
    for row in staff:
        if row['both'] or row['role'] in TWO_STEPS:
            sessions[cookie := new_token()] = 'a nameless ' + row['role'] if row['both'] else row['role'] + ' without a second factor'
            put(db, 'sessions', hash=hashed(cookie), account=row['account'], of_partnership=row['of_partnership'], second_factor=row['both'], seen_at=now, proved_at=now, ends_at=now + 9999, idle_seconds=9999)
    for role, second in (('asking_parent', 1), ('buddy', 1), ('coordinator', 1), ('coordinator', 0)):
        row = rows(db, 'select account, of_partnership from memberships m join person_roles r on r.person = m.person where role = ? and until is null and of_partnership = ? and (role <> "coordinator" or confirmed_by is not null)', role, home)[0]
        sessions[cookie := new_token()] = f'a {role} who logged in long ago' + ('' if second else ' without a second factor')
        put(db, 'sessions', hash=hashed(cookie), account=row['account'], of_partnership=row['of_partnership'], second_factor=second, seen_at=now, proved_at=now - 16 * 60, ends_at=now + 9999, idle_seconds=9999)
    there = dict(partnership=put(db, 'partnerships', id=new_id(), slug='elders', name='Elders', support_point='Elders', position=99))
    there['person'] = there['parent'] = there['buddy'] = add('people', language='nl', **there)
    there['page_key'] = there['partnership'] + '.' + new_id()
    add('school_moments', a('school_moments'), withdrawn_at=now)
    add('cards', a('cards'), removed_at=now)
    add('schools', a('schools'), page_key=new_id(), closed_at=now)
    add('school_contacts', a('school_contacts'), until=now)
    for name, table in dict(school='schools', moment='school_moments', contact='school_contacts', sign_up='sign_ups', interview='interviews', outcome='outcomes', learning_point='learning_points', request='help_requests', proposal='proposals', match='matches', feedback='feedbacks', consult='consults', dilemma='dilemmas', intervision='intervisions', text='library_texts', question='proposal_questions', pair='pairs', deputyship='deputyships', edition='editions', card='cards', evening='evenings', gathering='gatherings', registration='registrations', campaign='campaigns', channel='own_channels', professional='professionals', approach='approaches', mailing='mailings', hours='hours', version='material_texts', time='interview_times', referral='referrals', doubt='doubts', shared='disclosures', talk='school_talks', errand='school_errands').items():
        like = a(table)
        there[name] = add(table, {**like, **{column: there[column] for column in there if column in like}}, partnership=there['partnership'])
    return sessions


class Viewer:
    def __init__(self, house, label, cookie):
        self.label, self.line = label, house.line
        # a partnership chosen before logging in moves nobody
        self.cookies = {'__Host-sessie': cookie, '__Host-steunpunt': 'elders'} if cookie else {}
        house.look()  # whoever just logged in is not in a mirror of before
        session = rows(house.db, 'select * from sessions join memberships using (account, of_partnership) where hash = ?', hashed(cookie)) or [dict(person=None, of_partnership=house.partnerships[0]['id'], second_factor=0, proved_at=0)]
        self.proved_at = session[0]['proved_at']
        self.person, self.partnership, self.half = session[0]['person'], session[0]['of_partnership'], cookie and not session[0]['second_factor']
        held = rows(house.db, 'select * from person_roles where partnership = ? and person = ? and until is null', self.partnership, self.person)
        self.roles = {'public'} | {row['role'] for row in held if row['role'] not in CONFIRMED or row['confirmed_by']}
        self.shut_out = any(row['coordinator_outside'] for row in house.partnerships if row['id'] == self.partnership) and not any(row['outside'] for row in held)
        self.nameless = rows(house.db, "select 1 from people where id = ? and name = ''", self.person)
        # what a parent lets another read is shut to the coordinator, and a family with which a coordinator has another task
        self.shut = {row['person'] for row in rows(house.db, 'select * from chosen_readers') if row['reader'] != self.person} | {row['parent'] for row in rows(house.db, 'select * from other_tasks where ended_at is null') if row['coordinator'] == self.person}
        # who locked the own data is shut to everyone else, but for a worry
        self.locked = {row['person'] for row in rows(house.db, 'select * from restrictions where ended_at is null')} - {self.person}
        page = self.ask('GET', '/contact')
        self.cookies.update(re.findall(r'(__Host-bezoek)=([\w-]+)', str(page.headers)))
        self.token = re.search(b'name="_csrf" value="([^"]+)"', page.body)[1].decode()

    @property
    def stale(self):
        return time.time() - self.proved_at > 15 * 60

    def ask(self, method, path, fields=None):
        cookies = '; '.join(f'{name}={value}' for name, value in self.cookies.items())
        self.line.request(method, path, urllib.parse.urlencode(fields or {}), {'Cookie': cookies, 'Content-Type': 'application/x-www-form-urlencoded'})
        got = self.line.getresponse()
        return Answer(got.status, [each for each in got.getheaders() if each[0] != 'X-Request-Id'], got.read())


class House:
    """The server on the folder, with a window on its database."""

    def __init__(self, sessions, stands):
        where, there = stands
        with socket.socket() as s:
            s.bind(('127.0.0.1', 0))
            host, port = s.getsockname()
        self.server = subprocess.Popen([naast, 'serve', *where, '--listen', f'{host}:{port}'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        atexit.register(self.server.kill)
        said = ''
        for line in self.server.stdout:
            said += line
            if '/demonstratie/' in said and not line.strip():
                break
        # one connection for all, so that none stands idle until it is closed
        self.line, self.mirror = http.client.HTTPConnection(host, port, timeout=60), on_postgresql.Mirror(folder, there) if there else None
        self.db = self.mirror.db if there else sqlite3.connect(f'file:{folder}/naast.db?mode=ro', uri=True, isolation_level=None)
        self.partnerships = rows(self.db, 'select * from partnerships order by position')
        self.viewers = [stranger := Viewer(self, 'a stranger', '')]
        for label, login in re.findall(r'^\s+(\S.*?)\s+http://[^/]+(/demonstratie/\S+)$', said, re.M):
            self.viewers.append(Viewer(self, label, re.search(r'__Host-sessie=([\w-]+)', str(stranger.ask('GET', login).headers))[1]))
        self.viewers += [Viewer(self, label, cookie) for cookie, label in sessions.items()]
        self.not_there = stranger.ask('GET', '/' + new_id())
        self.pairs = [({row['parent'], buddy}, not row['ended_at']) for row in rows(self.db, 'select * from matches') for buddy in (row['buddy'], row['partner']) if buddy]
        self.records = {kind: [{**row, 'kind': kind, 'id': links.get(row['id'], row['id']), 'about': ' '.join(row.get(name) or '' for name in ('person', 'parent', 'buddy', 'partner')).split()} for row in rows(self.db, sql)] for kind, sql in RECORDS.items()}
        self.by_id = {record['id']: record for records in self.records.values() for record in records}
        self.version, self.tables = None, {}
        time.sleep(2)  # the rounds of the hour go first
        while self.look() and rows(self.db, 'select 1 from jobs where run_at <= ? or claimed_until > 0', int(time.time())):
            time.sleep(0.1)
        self.changed()

    def relation(self, viewer, record):
        if not record or record['partnership'] not in (None, viewer.partnership):
            return 'of another partnership' if record else 'unknown'
        if record['kind'] in EVERYONES:
            return 'for everyone'
        if viewer.person in record['about']:
            return 'own, over' if record['over'] else 'own'
        lives = {live for pair, live in self.pairs if any(pair == {viewer.person, person} for person in record['about'])}
        return 'matched' if True in lives else 'once matched' if lives else 'of another family'

    def some(self, kind, viewer):
        """Of every relation two records that stand and two that are over, and an id that nothing has."""
        groups = collections.defaultdict(list)
        for record in self.records[kind]:
            groups[self.relation(viewer, record), bool(record['over']), record['partnership']].append(record)
        return [record for group in groups.values() for record in group[:2]] + [None]

    def look(self):
        """A number that is another one when something was written since."""
        return self.mirror.look() if self.mirror else self.db.execute('pragma data_version').fetchone()[0]

    def changed(self):
        """The tables that changed since the last look; when a session was last used and what the clock said do not count."""
        version, before = self.look(), self.tables
        if version != self.version:
            self.version, self.tables = version, {table['name']: [{**row, 'seen_at': 0} for row in rows(self.db, f'select * from {table["name"]}') if not str(row.get('name')).startswith('clock_')] for table in rows(self.db, "select name from sqlite_master where type = 'table'")}
        return {table for table in before if before[table] != self.tables[table]}

    def close(self):
        self.db.close()
        self.server.terminate()
        self.server.wait()


class Expected:
    """Who must get in where. A planted mistake replaces a part of it."""
    instead = {}  # roles of an address, instead of those it names
    always_token = False
    fresh = FRESH
    not_there = staticmethod(lambda answer: answer)
    in_house = staticmethod(lambda viewer, record: record['partnership'] in (None, viewer.partnership))
    live = staticmethod(lambda viewer, match: viewer.person == match['buddy'] and not match['over'])
    leads = staticmethod(lambda viewer, edition: viewer.person in edition['about'])
    # whose ids no page shows
    unseen = staticmethod(lambda viewer: {'of another partnership'} | ({'of another family', 'once matched'} if viewer.roles <= HELPED else set()))

    def __init__(self, **planted):
        vars(self).update(planted)
        self.ties = {('edition.see', 'trainer'): self.leads, ('edition.attendance', 'trainer'): self.leads, ('learning_point.see', 'trainer'): self.leads, ('evening.run', 'trainer'): self.leads, ('growth.group', 'trainer'): self.leads, ('edition.improve', 'trainer'): self.leads, ('catch_up.keep', 'trainer'): self.leads, ('participant.see', 'trainer'): lambda viewer, participant: viewer.person in (participant['trainers'] or ''),
                     **{('evening.observe', role): lambda viewer, evening: viewer.person in (evening['observers'] or '') for role in ('trainer', 'researcher', 'expert')},
                     **{('preparation.own', role): lambda viewer, evening: viewer.person in (evening['about'] or '') for role in ('candidate', 'buddy')}, ('recording.keep', 'trainer'): self.leads, ('recording.watch', 'trainer'): lambda viewer, recording: viewer.person in (recording['trainers'] or ''), ('contact.log', 'buddy'): self.live, ('trajectory.stop', 'buddy'): self.live, ('meeting.plan', 'buddy'): self.live, ('way.give', 'buddy'): self.live,
                     **{(action, role): lambda viewer, its: viewer.person == its['person'] for action in ('learning_point.own', 'growth.share') for role in ('candidate', 'buddy')},
                     **{(action, role): lambda viewer, recording: viewer.person in recording['about'] for action in ('recording.answer', 'recording.watch') for role in ('candidate', 'buddy')},
                     **{('tips.give', role): lambda viewer, evening: viewer.person in evening['about'] and not evening['over'] for role in ('candidate', 'buddy')},
                     **{(action, 'asking_parent'): lambda viewer, match: viewer.person == match['parent'] for action in ('trajectory.stop', 'meeting.plan', 'way.give', 'match.rest')}, ('proposal.answer_buddy', 'buddy'): lambda viewer, proposal: viewer.person == proposal['buddy'],
                     **{(action, 'public'): lambda *_: True for action in ('public.see', 'link.use', 'account.log_in', 'school_page.see', 'gathering.register', 'referral.at_school', 'help_request.create')},
                     **{('share.see', role): lambda viewer, its: viewer.person == its['recipient'] and not its['over'] for role in ('buddy', 'coordinator', 'school_contact', 'school_leader', 'outreach')},
                     **{(action, 'asking_parent'): lambda viewer, its: viewer.person == its['parent'] for action in ('share.keep', 'school_talk.own')}, ('school_talk.join', 'buddy'): lambda viewer, its: viewer.person in (its['buddy'], its['partner']) and not its['over'],
                     **{('pair.own', role): lambda viewer, its: viewer.person in its['about'] and not its['over'] for role in ('candidate', 'buddy', 'asking_parent')},
                     # what was asked of one person by name is that person's to read
                     **{('consult.asked', role): lambda viewer, asked: viewer.person == asked['reader'] for role in ('trainer', 'expert', 'safety_officer', 'coordinator')}, **{(action, 'coordinator'): lambda viewer, consult: not consult.get('reader') for action in ('consult.answer', 'dilemma.write')},
                     ('consult.ask', 'buddy'): lambda viewer, consult: viewer.person in consult['about'], ('dilemma.answer', 'expert'): lambda viewer, dilemma: viewer.person in dilemma['about'] and not dilemma['over'], ('intervision.own', 'buddy'): lambda *_: True,
                     **{('library.see', role): lambda viewer, text: not text['over'] for role in ('candidate', 'buddy', 'trainer')},
                     ('materials.see', 'public'): lambda viewer, sheet: not sheet['desk'] or 'coordinator' in viewer.roles and not viewer.half and not viewer.shut_out}

    def door(self, route, viewer):
        """What the roles alone make of it, and the roles that count."""
        named = set(self.instead.get(route['path'], route['roles']))
        inside = PROOF if viewer.stale and route['action'] in self.fresh else OPEN
        if len(named) > 10:  # whoever has an account
            return (inside, viewer.roles) if viewer.person else (LOGIN, set())
        roles = viewer.roles & named - (PROGRAMME if viewer.shut_out else set())
        counting = roles - (TWO_STEPS if viewer.half else set())
        return inside if counting else SECOND if roles else HIDDEN if viewer.person else LOGIN, counting

    def of(self, route, viewer, record):
        outcome, roles = self.door(route, viewer)
        if route['path'] == '/mijn-gegevens' and viewer.nameless:
            return HIDDEN
        if outcome == OPEN and route['path'] in ONLY_A_READER:
            return HIDDEN
        if outcome != OPEN or not NAMES_A_RECORD.search(route['path']) or route['path'] in ALWAYS_THERE:
            return outcome
        tied = record and self.in_house(viewer, record) and (route['action'].startswith('worry') or not viewer.locked & set(record['about'])) and any(self.ties.get((route['action'], role), lambda *_: role not in TIED)(viewer, record) for role in roles if role != 'coordinator' or not viewer.shut & set(record['about']))
        return OPEN if tied and not (route['method'] == 'GET' and route['path'] in WHILE_IT_LASTS and record['over']) else HIDDEN


def try_all(house, expected, viewers, routes):
    """How much was as expected, and what was not."""
    passed, found = 0, []

    def one(route, viewer, record, must, fields=None):
        nonlocal passed, found
        path = re.sub(r'\{(\w+)\}', lambda name: '1' if name[1] == 'number' else 'director' if name[1] == 'role' else 'folder-nl' if name[1] == 'sheet' and record and record['kind'] == 'page_key' else record['id'] if record else new_id(), route['path'])
        answer = viewer.ask(route['method'], path, fields)
        to = dict(answer.headers).get('Location', '')
        got = HIDDEN if answer == expected.not_there(house.not_there) else f'303 to {to}' if to in ('/inloggen', '/tweede-stap') else PROOF if to.startswith('/opnieuw-bewijzen') and route['action'] in FRESH else REFUSED if answer.status == 403 else OPEN if answer.status < 400 else 'another answer'
        wrong = [] if got == must else [f'{must} expected, got {got} ({answer.status}, {len(answer.body)} bytes {to})']
        if changed := house.changed() - ({'access_log', 'access_log_heads', 'worry_log', 'worry_log_heads', *NOTED.get(route['path'], ())} if route['method'] == 'GET' and got == OPEN else {'parked_forms'} if got == PROOF else set()):
            wrong.append('changed ' + ', '.join(sorted(changed)))
        shown = [house.by_id[word.decode()] for word in set(re.findall(rb'(?<![\w-])[\w-]{22}(?![\w-])', answer.body)) if word.decode() in house.by_id]
        wrong += [f'shows the id of a {each["kind"]} {house.relation(viewer, each)}' for each in shown if house.relation(viewer, each) in expected.unseen(viewer) and not route['path'].startswith(SHOWN.get(each['kind'], ('-',)))]  # a link belongs to its own partnership, whoever opens it
        passed += not wrong
        which = f' on one {house.relation(viewer, record)}' if NAMES_A_RECORD.search(route['path']) else ''
        found += [f'{route["method"]} {route["path"]} as {viewer.label}{which}{" with a token" if fields else ""}: {each}' for each in wrong]

    for viewer in viewers:
        for route in routes:
            name = NAMES_A_RECORD.search(route['path'])
            for record in house.some('staff' if name[1] == 'person' and route['path'].startswith(DESK) else name[1], viewer) if name else [None]:
                must, at_door = expected.of(route, viewer, record), expected.door(route, viewer)[0]
                if route['method'] == 'GET':
                    one(route, viewer, record, must)
                    continue
                one(route, viewer, record, REFUSED if at_door == OPEN else HIDDEN if at_door == PROOF else at_door, {'_csrf': viewer.token} if expected.always_token else {})
                if must != OPEN:
                    one(route, viewer, record, must, {'_csrf': viewer.token})
    return passed, found


PLANTED = [
    ('a director kept from the counts', 'GET /cijfers', dict(instead={'/cijfers': ['coordinator']})),
    ('everyone at the worklist', 'GET /vandaag', dict(instead={'/vandaag': ['public']})),
    ('a match that ended and goes on', 'GET /trajecten/{match}/contacten', dict(live=lambda viewer, match: viewer.person == match['buddy'])),
    ('a trainer who leads every edition', 'GET /trainingen/{edition}', dict(leads=lambda *_: True)),
    ('partnerships without a wall', 'GET /hulpvragen/{request}', dict(in_house=lambda *_: True)),
    ('a 404 that is one byte longer', 'GET /vragen/{consult}', dict(not_there=lambda answer: answer._replace(body=answer.body + b' '))),
    ('a page that may show nothing', 'GET /mijn/ouders', dict(unseen=lambda viewer: {'own'})),
    ('an export in a session that lies open', 'GET /mijn-gegevens/sleutels', dict(fresh=set())),
    ('a form that counts without a token', 'POST /hulpvragen/{request}/beantwoord', dict(always_token=True))]  # the last: it acts


def change(work):
    """While the server is stopped."""
    with contextlib.closing(sqlite3.connect(f'{folder}/naast.db')) as db, db:
        return work(db)


naast, only_planted, elsewhere = str(pathlib.Path(sys.argv[1]).absolute()), '--plant' in sys.argv[2:], '--postgresql' in sys.argv[2:]
if elsewhere:
    import on_postgresql
routes = json.loads(subprocess.run([naast, 'routes', '--json'], check=True, capture_output=True).stdout)
links, passed, found = {}, 0, []
if unknown := {name for route in routes for name in re.findall(r'\{(\w+)\}', route['path'])} - set(RECORDS) - {'number', 'role'}:
    sys.exit(f'FAILED: addresses name {", ".join(sorted(unknown))}; RECORDS does not')
with tempfile.TemporaryDirectory(prefix='naast-access-') as folder:
    subprocess.run([naast, 'demo', '--data', folder], check=True, stdout=subprocess.DEVNULL)
    sessions = change(furnish)
    stands = on_postgresql.moved(naast, folder) if elsewhere else (['--data', folder], None)
    with contextlib.closing(House(sessions, stands)) as house:
        if not only_planted:
            passed, found = try_all(house, Expected(), house.viewers, routes)
        for what, where, planted in PLANTED:
            _, noticed = try_all(house, Expected(**planted), house.viewers, [route for route in routes if f'{route["method"]} {route["path"]}' == where])
            passed += bool(noticed) and not only_planted
            found += [f'planted and not noticed: {what}'] if not noticed else [f'planted: {what}: {each}' for each in noticed] if only_planted else []
    if not only_planted:
        # where the coordinator works outside, people of the partnership read nothing confidential (R21)
        outside = 'update partnerships set coordinator_outside = 1'
        stands[1].cursor().execute(outside) if elsewhere else change(lambda db: db.execute(outside))
        with contextlib.closing(House(sessions, stands)) as house:
            more, faults = try_all(house, Expected(), [viewer for viewer in house.viewers if viewer.roles & PROGRAMME], routes)
        passed, found = passed + more, found + [f'coordinator outside: {each}' for each in faults]
print(*found, f'{passed} passed, {len(found)} failed', sep='\n')
sys.exit(bool(found))
