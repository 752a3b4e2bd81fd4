#!/usr/bin/env python3
"""Mails with an appointment, through a real SMTP server and read by another library: planned, changed over a change of the clock, cancelled, reminded, and a registration for a gathering.

What must hold of each (R25): one recipient, neutral words everywhere, METHOD and SEQUENCE as RFC 5546 wants them, one UID for one appointment, one attendee, and the hour that was typed in Amsterdam, in winter and in summer.

usage: calendar_mails.py NAAST      with the Python that has Debian's icalendar and aiosmtpd
"""
import base64, contextlib, datetime, email, email.policy, hashlib, hmac, html, http.client, os, re, shutil, socket, sqlite3, struct, subprocess, sys, tempfile, time, urllib.parse, zoneinfo

import icalendar
from aiosmtpd.controller import Controller

naast, work = os.path.abspath(sys.argv[1]), tempfile.mkdtemp(prefix='naast-calendar-')
amsterdam, results, received = zoneinfo.ZoneInfo('Europe/Amsterdam'), [], []
SENDER, SUPPORT, DESK = 'afzender@steunpunt.example', 'steunpunt@waterrijk.example', 'ineke@waterrijk.example'
TOLD = re.compile(r'budd|intake|kennis|interview|aanmeld|informatie|bijeenkomst|workshop|kind|school', re.I)
DAYS = 'ma di wo do vr za zo'.split()
MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split()


def check(name, got, good):
    results.append(got == good)
    print(f'ok    {name}' if got == good else f'FAILED {name}: expected {good!r}, got {got!r}', flush=True)


class Box:
    """What the SMTP server took in."""
    async def handle_DATA(self, server, session, envelope):
        received.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.original_content))
        return '250 OK'


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


class Visitor:
    def __init__(self):
        self.cookies = {}

    def ask(self, method, path, form=()):
        c = http.client.HTTPConnection('127.0.0.1', port, timeout=20)
        c.request(method, path, urllib.parse.urlencode(form) if method == 'POST' else None, {'Cookie': '; '.join(f'{k}={v}' for k, v in self.cookies.items()), 'Content-Type': 'application/x-www-form-urlencoded'})
        answer = c.getresponse()
        body = answer.read().decode()
        for line in answer.headers.get_all('Set-Cookie') or []:
            name, value = line.split(';')[0].split('=', 1)
            self.cookies[name] = value
        return answer.status, answer.headers.get('Location', ''), body

    def post(self, on, to, wait=0, **fields):
        """Fills in the form on a page and says where it leads."""
        page = self.ask('GET', on)[2]
        form = re.search(rf'<form[^>]* action="{re.escape(to)}".*?</form>', page, re.S)
        if not form:
            sys.exit(f'{on} has no form to {to}')
        hidden = {n: html.unescape(v) for n, v in re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form[0])}
        time.sleep(wait)
        status, location, body = self.ask('POST', to, [*{**hidden, **fields}.items()])
        if status != 303:
            sys.exit(f'{to} answers {status}: {re.findall(r"error[^>]*>([^<]+)<", body)}')
        return location


def mail_to(whom, seen):
    """The next mail to someone after those seen."""
    for _ in range(150):
        its = [one for one in received if one[1] == [whom]]
        if len(its) > seen:
            return its[seen]
        time.sleep(0.1)
    sys.exit(f'no mail came to {whom}')


def text_of(mail):
    message = email.message_from_bytes(mail[2], policy=email.policy.default)
    return (message if not message.is_multipart() else message.get_body(('plain',))).get_content()


def link_in(mail, begins):
    return re.search(re.escape(begins) + r'[^\s]+', text_of(mail))[0]


def totp(secret):
    digest = hmac.new(base64.b32decode(secret + '=' * (-len(secret) % 8)), struct.pack('>Q', int(time.time()) // 30), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f'{(struct.unpack(">I", digest[at:at + 4])[0] & 0x7fffffff) % 10 ** 6:06}'


def day(name, date):
    return {f'{name}_dag': date.day, f'{name}_maand': date.month, f'{name}_jaar': date.year}


def opened(what, mail, whom):
    """Looks a mail with an appointment over; gives what its calendar file says."""
    sender, to, content = mail
    message = email.message_from_bytes(content, policy=email.policy.default)
    check(f'{what}: from the sender to one person', (sender, to, message['To'].addresses[0].addr_spec, len(message['To'].addresses), message['Cc']), (SENDER, [whom], whom, 1, None))
    check(f'{what}: a sound message', ([d for part in message.walk() for d in part.defects], max(len(line) for line in content.split(b'\r\n')) <= 998, b'\n' in content.replace(b'\r\n', b'')), ([], True, False))
    files = [part for part in message.walk() if part.get_content_type() == 'text/calendar']
    check(f'{what}: one calendar file', len(files), 1)
    raw = files[0].get_payload(decode=True)
    check(f'{what}: lines end in CRLF and hold at most 75 bytes', (raw.replace(b'\r\n', b'').count(b'\n'), max(len(line) for line in raw.split(b'\r\n')) <= 75), (0, True))
    calendar = icalendar.Calendar.from_ical(raw)
    events = calendar.walk('VEVENT')
    check(f'{what}: one event, no alarm', ([c.name for c in calendar.walk()], calendar['VERSION']), (['VCALENDAR', 'VEVENT'], '2.0'))
    event = events[0]
    check(f'{what}: the method is the same outside and inside', files[0].get_param('method'), str(calendar['METHOD']))
    check(f'{what}: one attendee, who is the recipient', [str(a) for a in (event['ATTENDEE'] if isinstance(event['ATTENDEE'], list) else [event['ATTENDEE']])], [f'mailto:{whom}'])
    check(f'{what}: the organiser is the support point, without a name', (str(event['ORGANIZER']), dict(event['ORGANIZER'].params)), (f'mailto:{SUPPORT}', {}))
    check(f'{what}: neutral words', (str(event['SUMMARY']), message['Subject'], str(event.get('CLASS')), TOLD.findall(f'{message["Subject"]} {message["From"].addresses[0].display_name} {text_of(mail)} {raw.decode()}')), ('Afspraak', 'Afspraak', 'PRIVATE', []))
    check(f'{what}: nothing else is told', sorted(set(event) - {'LOCATION'}), ['ATTENDEE', 'CLASS', 'DTEND', 'DTSTAMP', 'DTSTART', 'ORGANIZER', 'SEQUENCE', 'STATUS', 'SUMMARY', 'UID'])
    stamp = event['DTSTAMP'].dt
    check(f'{what}: made now', abs((datetime.datetime.now(datetime.timezone.utc) - stamp).total_seconds()) < 60, True)
    return {'uid': str(event['UID']), 'sequence': int(event['SEQUENCE']), 'method': str(calendar['METHOD']), 'status': str(event['STATUS']), 'begins': event['DTSTART'].dt.astimezone(amsterdam).strftime('%Y-%m-%d %H.%M'),
            'minutes': (event['DTEND'].dt - event['DTSTART'].dt).total_seconds() / 60, 'place': str(event.get('LOCATION', ''))}


def in_words(date, clock):
    return f'{DAYS[date.weekday()]} {date.day} {MONTHS[date.month - 1]} {date.year}, {clock} uur'


def last_sunday(year, month):
    date = datetime.date(year, month, 31)
    return date - datetime.timedelta((date.weekday() + 1) % 7)


def interview(desk):
    candidate, year = 'noor@voorbeeld.example', datetime.date.today().year + 1
    location = desk.post('/aanmeldingen/nieuw', '/aanmeldingen', naam='Noor van Dijk', mail=candidate, kanaal='poster', akkoord='ja')
    # each change goes over the clock that is set forward or back, the last two on that very day
    moments = [(datetime.date(year, 1, 15), '19.30', 45), (datetime.date(year, 7, 15), '19.30', 60), (last_sunday(year, 3), '9.00', 30), (last_sunday(year, 10), '9.00', 30)]
    uid = None
    for n, (date, clock, minutes) in enumerate(moments):
        what = f'{"planned" if n == 0 else "changed"} to {date} {clock}'
        its = dict(day('dag', date), tijd=clock, duur=minutes, manier='in_person', plaats='Zaal 3; Brug, „Oost”')
        location = desk.post(location + ('/gesprek' if n == 0 else '/verzetten'), location + ('/gesprek' if n == 0 else '/verzetten'), **its)
        mail = mail_to(candidate, n)
        found = opened(what, mail, candidate)
        uid = uid or found.pop('uid')
        found.setdefault('uid', uid)
        check(what, found, {'uid': uid, 'sequence': n, 'method': 'REQUEST', 'status': 'CONFIRMED', 'begins': f'{date} {clock:0>5}', 'minutes': minutes, 'place': 'Zaal 3; Brug, „Oost”'})
        check(f'{what}: the letter says the same hour', in_words(date, f'{clock:0>5}') in text_of(mail), True)
    with contextlib.closing(sqlite3.connect(f'{work}/naast.db', timeout=10)) as db, db:  # the round asks for this the day before
        id, house = db.execute('select id, partnership from interviews').fetchone()
        db.execute("insert into jobs (id, once_key, kind, of_partnership, about, extra, run_at, attempts, claimed_until) values ('check', 'check', 'interview.remind', ?, ?, '', 0, 0, 0)", (house, id))
    date, clock, _ = moments[-1]
    mail = mail_to(candidate, len(moments))
    message = email.message_from_bytes(mail[2], policy=email.policy.default)
    check('reminded: a letter without a file, in neutral words and with the right hour', (message['Subject'], message.is_multipart(), TOLD.findall(text_of(mail)), in_words(date, f'{clock:0>5}') in text_of(mail)), ('Afspraak', False, [], True))
    desk.post(location + '/afzeggen', location + '/afzeggen')
    found = opened('cancelled', mail_to(candidate, len(moments) + 1), candidate)
    check('cancelled', {k: found[k] for k in ('uid', 'sequence', 'method', 'status', 'begins')}, {'uid': uid, 'sequence': len(moments), 'method': 'CANCEL', 'status': 'CANCELLED', 'begins': f'{date} {clock:0>5}'})
    return uid


def gathering(desk, other):
    date, whom = datetime.date(datetime.date.today().year + 1, 7, 7), ['sanne@voorbeeld.example', 'teun@voorbeeld.example']
    location = desk.post('/bijeenkomsten/nieuw', '/bijeenkomsten', soort='informatieavond', titel='Informatieavond', tijd='20.00', duur='90', plaats='De Brug', link='', tekst='Kom luisteren.', plekken='', **day('dag', date))
    public = '/bijeenkomst/' + location.split('/')[-1] + '/aanmelden'
    uids = set()
    for one in whom:
        Visitor().post(public, public, 3.2, naam=one.split('@')[0], mail=one, aantal='1', taal='nl', akkoord='ja')
        found = opened(f'registered, to {one}', mail_to(one, 0), one)
        uids.add(found.pop('uid'))
        check(f'registered, to {one}', found, {'sequence': 0, 'method': 'REQUEST', 'status': 'CONFIRMED', 'begins': f'{date} 20.00', 'minutes': 90, 'place': 'De Brug'})
    desk.post(location + '/afzeggen', location + '/afzeggen')
    for one in whom:
        found = opened(f'called off, to {one}', mail_to(one, 1), one)
        check(f'called off, to {one}', (found['uid'] in uids, found['method'], found['status'], found['sequence'] > 0), (True, 'CANCEL', 'CANCELLED', True))
    check('each has an appointment of their own', len(uids | {other}), 3)


server, port = None, free_port()
smtp = Controller(Box(), hostname='127.0.0.1', port=free_port())
smtp.start()
try:
    subprocess.run([naast, 'new-partnership', '--data', work, '--slug', 'waterrijk', '--name', 'Samenwerkingsverband Waterrijk', '--support-point', 'Steunpunt Waterrijk', '--phone', '0300 55 01 00', '--mail', SUPPORT,
                    '--administrator', 'Ada Beheer,ada@waterrijk.example', '--coordinator', f'Ineke Vos,{DESK}', '--coordinator-phone', '06 55 01 01 01'], check=True, stdout=subprocess.DEVNULL, env=os.environ | {'NAAST_BASE_URL': f'http://127.0.0.1:{port}'})
    server = subprocess.Popen([naast, 'serve', '--data', work, '--listen', f'127.0.0.1:{port}'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                              env=os.environ | {'NAAST_BASE_URL': f'http://127.0.0.1:{port}', 'NAAST_SMTP_URL': f'smtp://127.0.0.1:{smtp.port}', 'NAAST_SMTP_FROM': SENDER})
    server.stdout.readline()
    desk = Visitor()
    came = len([one for one in received if one[1] == [DESK]])
    desk.post('/inloggen', '/inloggen', mail=DESK)
    way_in = link_in(mail_to(DESK, came), '/inloggen/')
    desk.post(way_in, way_in)
    page = desk.ask('GET', '/tweede-stap')[2]
    hidden = {n: html.unescape(v) for n, v in re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', page[page.index('action="/tweede-stap"'):])}
    secret = re.search(r'secret=([A-Z2-7]+)|class="sleutel">([A-Z2-7 ]+)<', page)
    desk.ask('POST', '/tweede-stap', {**hidden, 'code': totp((secret[1] or secret[2]).replace(' ', ''))})
    gathering(desk, interview(desk))
finally:
    if server:
        server.terminate()
        server.wait()
    smtp.stop()
    shutil.rmtree(work)
print(f'{sum(results)} of {len(results)} hold, in {len(received)} mails')
sys.exit(not all(results))
