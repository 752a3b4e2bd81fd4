#!/usr/bin/env python3
"""Mails out of a house in which every field holds attacks (tests/world/attacks.txt), through a real SMTP server and read by another library.

What must hold of each: one recipient and no other header than ours, the words of a field stay words, a calendar file is one event with one attendee, escaped and folded, and its place is the place that was kept. Who is kept with an address that is none gets no mail at all.

usage: hostile_mails.py NAAST      with the Python that has Debian's icalendar and aiosmtpd; naast_tests stands beside NAAST
"""
import base64, contextlib, email, email.header, email.policy, os, re, shutil, socket, sqlite3, subprocess, sys, tempfile, time

import icalendar
from aiosmtpd.controller import Controller

naast, work = os.path.abspath(sys.argv[1]), tempfile.mkdtemp(prefix='naast-hostile-mails-')
SENDER, received = 'afzender@steunpunt.example', []
HEADERS = {'From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Auto-Submitted', 'Content-Type'}
EVENT = ['ATTENDEE', 'CLASS', 'DTEND', 'DTSTAMP', 'DTSTART', 'ORGANIZER', 'SEQUENCE', 'STATUS', 'SUMMARY', 'UID']
ADDRESS = re.compile(r'[^\s<>()\[\]\\,;:"@]+@[^\s<>()\[\]\\,;:"@]+')
#: where places of appointments stand
PLACES = 'select place from interviews union select place from intervisions union select link from intervisions union select place from editions union select place from catch_ups union select place from gatherings union select link from gatherings'
#: every appointment there is, asked for again
LETTERS = """
select 'interview.invite', partnership, id, '' from interviews
union select 'intervision.letter', partnership, intervision, person from intervision_answers
union select 'evening.invite', partnership, e.id, p.person from evenings e join edition_people p using (partnership, edition)
union select 'catch_up.letter', partnership, catch_up, person from catch_up_people
union select 'meeting.invite', partnership, id, '' from meetings
union select 'registration.' || word, partnership, id, '' from registrations join (select 'confirm' as word union select 'changed' union select 'cancelled' union select 'placed')
"""


def tidy(text):
    """A text as any reader of mails and calendars may give it back: without signs that cannot be seen, and with spaces where lines end."""
    return re.sub(r'\s+', ' ', re.sub(r'[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]', '', text.replace('\r\n', '\n').replace('\r', ''))).strip()


def faults(mail_from, to, content, names, places):
    """What is wrong with a mail as it came in."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    found = []
    say = lambda what, held: held or found.append(what)
    say(f'the envelope: {mail_from}, {to}', mail_from == SENDER and len(to) == 1 and ADDRESS.fullmatch(to[0]))
    say(f'headers: {sorted(message.keys())}', len(message.keys()) == len(set(message.keys())) and set(message.keys()) - {'Reply-To', 'Content-Transfer-Encoding'} == HEADERS)
    say(f'to: {message["To"]}', [a.addr_spec for a in message['To'].addresses] == to)
    say(f'from: {message["From"]}', [a.addr_spec for a in message['From'].addresses] == [SENDER])
    # by decode_header, because the parser of addresses puts spaces between encoded words (RFC 2047, 6.2)
    name = tidy(str(email.header.make_header(email.header.decode_header(email.message_from_bytes(content)['From'])))).removesuffix(f' <{SENDER}>').strip('"')
    say(f'the name of the sender: {name!r}', name in names)
    say(f'answers: {message["Reply-To"]}', 'Reply-To' not in message or (len(message['Reply-To'].addresses) == 1 and ADDRESS.fullmatch(message['Reply-To'].addresses[0].addr_spec)))
    head = content.split(b'\r\n\r\n', 1)[0].split(b'\r\n')
    say('a line that is too long', max(map(len, content.split(b'\r\n'))) <= 998 and max(map(len, head)) <= 998 and all(len(word) <= 75 for line in head for word in re.findall(rb'=\?[^ ]*', line)))
    say('a line end of its own', b'\n' not in content.replace(b'\r\n', b'') and b'\r' not in content.replace(b'\r\n', b''))
    say(f'defects: {[d for part in message.walk() for d in part.defects]}', not [d for part in message.walk() for d in part.defects])
    parts = [part.get_content_type() for part in message.walk()]
    say(f'parts: {parts}', parts in (['text/plain'], ['multipart/mixed', 'text/plain', 'text/calendar']))
    for part in message.walk():
        if part.get_content_type() == 'text/calendar':
            found += calendar_faults(part.get_payload(decode=True), to[0], part.get_param('method'), places)
    return found


def calendar_faults(raw, whom, method, places):
    found = []
    say = lambda what, held: held or found.append(f'calendar: {what}')
    lines = raw.split(b'\r\n')
    say('a line end of its own', b'\n' not in raw.replace(b'\r\n', b'') and b'\r' not in raw.replace(b'\r\n', b''))
    say(f'a line of {max(map(len, lines))} bytes', max(map(len, lines)) <= 75)
    say('signs that no text holds', not re.search(rb'[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]', raw))
    try:
        calendar = icalendar.Calendar.from_ical(raw)
    except ValueError as error:
        return [*found, f'calendar: cannot be read: {error}']
    names = [one.name for one in calendar.walk()]
    say(f'components: {names}', names == ['VCALENDAR', 'VEVENT'])
    say(f'what it says itself: {sorted(calendar)}', sorted(calendar) == ['METHOD', 'PRODID', 'VERSION'] and str(calendar['METHOD']) == method)
    event = calendar.walk('VEVENT')[0]
    say(f'properties: {sorted(event)}', sorted(set(event) - {'LOCATION'}) == EVENT)
    if isinstance(event.get('ATTENDEE', []), list):
        return [*found, f'calendar: attendees: {event.get("ATTENDEE")}']
    say(f'attendees: {event["ATTENDEE"]}', str(event['ATTENDEE']) == f'mailto:{whom}' and not event['ATTENDEE'].params)
    say(f'organiser: {event["ORGANIZER"]}', ADDRESS.fullmatch(str(event['ORGANIZER'])[len('mailto:'):]) and not event['ORGANIZER'].params)
    say(f'title: {event["SUMMARY"]}', '\n' not in str(event['SUMMARY']) and len(str(event['SUMMARY'])) < 40)
    say(f'place: {str(event.get("LOCATION", ""))[:120]!r}', 'LOCATION' not in event or tidy(str(event['LOCATION'])) in places)
    return found


def spoiled():
    """Mails with a fault in them, each of which must be told of."""
    head = f'From: "Steunpunt" <{SENDER}>\r\nTo: <a@b.example>\r\nSubject: Afspraak\r\nDate: Sun, 29 Nov 2026 03:00:00 +0000\r\nMessage-ID: <1@b.example>\r\nMIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n'
    event = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:0\r\nDTSTAMP:20261129T030000Z\r\nDTSTART:20261129T030000Z\r\nDTEND:20261129T040000Z\r\nSUMMARY:Afspraak\r\nLOCATION:Zaal\r\nSTATUS:CONFIRMED\r\nCLASS:PRIVATE\r\nORGANIZER:mailto:s@b.example\r\nATTENDEE:mailto:a@b.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'

    def mail(change=lambda head: head, events=event):
        file = '\r\n'.join(re.findall('.{1,76}', base64.b64encode(events.encode()).decode()))
        return (change(head) + f'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDag\r\n--x\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\nContent-Transfer-Encoding: base64\r\n\r\n{file}\r\n--x--\r\n').encode()

    yield 'nothing', '', ['a@b.example'], mail()
    yield 'a second recipient', 'envelope', ['a@b.example', 'boef@b.example'], mail()
    yield 'a hidden copy', 'headers', ['a@b.example'], mail(lambda h: h + 'Bcc: boef@boef.example\r\n')
    yield 'a second sender', 'from', ['a@b.example'], mail(lambda h: h.replace('From: "Steunpunt"', 'From: =Steunpunt <boef@boef.example>,'))
    yield 'an encoded word that was typed', 'name of the sender', ['a@b.example'], mail(lambda h: h.replace('"Steunpunt"', '=?utf-8?q?boef?='))
    yield 'two addresses for answers', 'answers', ['a@b.example'], mail(lambda h: h + 'Reply-To: <a@b.example>, <boef@boef.example>\r\n')
    yield 'a long subject', 'too long', ['a@b.example'], mail(lambda h: h.replace('Afspraak', 'a' * 1000))
    yield 'a second event', 'components', ['a@b.example'], mail(events=event.replace('Zaal', 'Zaal\r\nEND:VEVENT\r\nBEGIN:VEVENT'))
    yield 'a second attendee', 'attendees', ['a@b.example'], mail(events=event.replace('Zaal', 'Zaal\r\nATTENDEE:mailto:boef@boef.example'))
    yield 'an attachment', 'properties', ['a@b.example'], mail(events=event.replace('Zaal', 'Zaal\r\nATTACH:https://boef.example'))
    yield 'a place that is not escaped', 'place', ['a@b.example'], mail(events=event.replace('Zaal', 'Zaal\\, achter'))
    yield 'a line that is not folded', 'bytes', ['a@b.example'], mail(events=event.replace('Zaal', 'Z' * 80))
    yield 'a sign that nobody sees', 'signs', ['a@b.example'], mail(events=event.replace('Zaal', 'Zaal\x01'))


class Box:
    """What the SMTP server took in."""
    async def handle_DATA(self, server, session, envelope):
        received.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.original_content))
        return '250 OK'


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


results = []


def check(what, held):
    results.append(bool(held))
    print(f'{"ok    " if held else "FAILED"} {what}', flush=True)


for what, word, to, content in spoiled():
    its = faults(SENDER, to, content, {'Steunpunt'}, {'Zaal'})
    check(f'planted: {what} is told of ({"; ".join(its)[:100]})', any(word in one for one in its) if word else not its)

smtp = Controller(Box(), hostname='127.0.0.1', port=free_port())
smtp.start()
places, names, troubles, said = set(), set(), set(), ''


def letters_of(house):
    """Lets every letter of a hostile house leave; gives how many are left of how many that were tried."""
    global said
    server = None
    try:
        subprocess.run([os.path.join(os.path.dirname(naast), 'naast_tests'), '--hostile-house', house], check=True, stdout=subprocess.DEVNULL)
        with contextlib.closing(sqlite3.connect(f'{house}/naast.db')) as db, db:
            # no longer a demonstration, which keeps its mails
            db.execute("delete from facts where name = 'demonstration'")
            db.execute("delete from jobs")
            db.executemany("insert into jobs (id, once_key, kind, of_partnership, about, extra, run_at, attempts, claimed_until) values (?, ?, ?, ?, ?, ?, 0, 0, 0)", [(f'mail-{n}', f'mail-{n}', *one) for n, one in enumerate(db.execute(LETTERS).fetchall())])
            places.update(tidy(place) for place, in db.execute(PLACES))
            names.update(tidy(name).replace('\t', '') for row in db.execute('select support_point, outside_name from partnerships') for name in row)
        server = subprocess.Popen([naast, 'serve', '--data', house, '--listen', f'127.0.0.1:{free_port()}'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                  env=os.environ | {'NAAST_BASE_URL': 'http://127.0.0.1', 'NAAST_SMTP_URL': f'smtp://127.0.0.1:{smtp.port}', 'NAAST_SMTP_FROM': SENDER})
        server.stdout.readline()
        for _ in range(600):
            time.sleep(0.2)
            with contextlib.closing(sqlite3.connect(f'{house}/naast.db', timeout=10)) as db:
                left = db.execute("select count(*), coalesce(sum(attempts > 0), 0) from jobs where id like 'mail-%'").fetchone()
            if left[0] == left[1]:
                break
        with contextlib.closing(sqlite3.connect(f'{house}/naast.db', timeout=10)) as db:
            troubles.update(db.execute("select kind, trouble from jobs where trouble is not null"))
        return left
    finally:
        if server:
            server.terminate()
            said += server.communicate()[1]


try:
    # whose address is one is left to chance, so one house alone may send few
    for number in range(2):
        os.mkdir(house := f'{work}/{number}')
        left = letters_of(house)
        check(f'every letter left or waits with its trouble ({left})', left[0] == left[1])
finally:
    smtp.stop()
    shutil.rmtree(work)

check(f'what waits has no address: {sorted(troubles)}', {trouble for _, trouble in troubles} <= {'mail: the recipient is no address'} and troubles)
told = set()
calendars = 0
for mail_from, to, content in received:
    calendars += b'text/calendar' in content
    for fault in faults(mail_from, to, content, names, places):
        kind = fault.split(':')[0]
        if kind not in told:
            told.add(kind)
            check(f'a mail to {to}: {fault[:300]}', False)
check('every mail stays what it is', not told)
check(f'much was sent: {len(received)} mails, {calendars} with an appointment', len(received) > 40 and calendars > 30)
check('the machine’s log holds no word of a field', 'kanarie' not in said and 'boef' not in said)
print(f'{sum(results)} passed, {len(results) - sum(results)} failed; {len(received)} mails out of hostile fields, {calendars} with an appointment')
sys.exit(not all(results))
