#!/usr/bin/env python3
"""Wrong input in every field of every form of a demonstration, and of the forms that only a house in which everything is filled in shows, over a real socket. Each answer must refuse it at the field and keep what was typed in the others, or do no harm; the house is put back after each form that went through.

usage: fields.py NAAST [--self] [--some] [--table]    (--self: only what is planted in answers and must be seen; --some: one form in thirty, and what is planted; --table: writes docs/fields.md from the pages)
"""
import contextlib, json, os, pathlib, re, subprocess, sys, tempfile, time

from forms import OURS, PER_KIND, House, Page, bare, explore, groups, live_on, naast, pairs_of, pattern, plain, routes, same_form, send, shape, solve, walk

LONG, MARK = 100_000, 3_000  # letters; a text of MARK letters that is kept makes the database grow by as much
TOO_LONG = re.compile(r'te lang|hoogstens \d+ tekens|too long')
CUT = {'/zoeken'}  # a word that is searched for is cut: the page shows what was searched for
DAYS = [('00', '00', '0000'), ('30', '2', '2026'), ('31', '12', '9999'), ('1', '1', '1026'), ('29', '2', '2027'), ('-1', '1', '2027'), ('1e0', '1', '2027'), ('١', '١', '٢٠٢٧'), ('1', '', '2027')]
NUMBERS = ['-1', '1e999', '99999999999999999999', 'NaN', '0x10', '١٢']
SLICE = {'a stranger': ['/buddy-worden/aanmelden', '/bel-mij-terug', '/alleen-een-vraag'], 'coördinator': ['/campagnes/nieuw', '/bijeenkomsten/nieuw', '/uren', '/aanmeldingen/nieuw'], 'buddy met een ouder': ['/mijn/aanbod', '/mijn/vragen'], 'ouder met een buddy': ['/mijn/delen/nieuw', '/zorg']}
TIMES = ['25:61', '24:00', '12:5x', '-1:00']
UNSEEN = 'a\x01b\x1bc\x7fd\u202ee\u2066f\u200b\ufeffg'


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
            too_long = 'cut' if form['action'] in CUT else 'no'
            yield group, f'{LONG} letters', one('a' * LONG), too_long
            yield group, 'one letter more than fits', one(good[group][0][:40] + '@' + 'e' * (most - len(good[group][0][:40]) - 3) + '.nl' if field['type'] == 'email' else filled * (most + 1)), too_long
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
    if grown > MARK * 9 // 10 and must in ('no', 'no choice', 'held off', 'as good', 'cut'):
        found.append(f'is kept: {grown} letters more than of a good form')
    if not solved:
        return found
    named = Page(text).errors if status == 422 else []
    went = status in (200, 302, 303)
    if must == 'no' and went:
        found.append('goes through')
    if must == 'cut' and not went:
        found.append(f'is not cut ({status})')
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
    """How much the database grows by a form and the jobs that follow; the least of two times, for rounds write too."""
    grown = []
    for _ in range(2):
        send(house, form, pairs=pairs)
        house.quiet()
        grown.append(house.size() - form['state']['size'])
        house.back(form['state'])
    return min(grown)


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
        if must == 'cut' and len(headers.get('Location', '')) > MARK:
            faults.append('is taken along whole')
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
             ('a search whose word is kept', ['is kept'], at('cut', 303, '', MARK)), ('a search that is refused', ['not cut'], at('cut', 422, whole())),
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

Every form that the pages of a demonstration show, or those of a house in which every text is filled in, who may send it, and what each field may be: as the page says it and the server holds it.
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
                fields.setdefault(bare(group), rule_of(form, names))
        at = seen.setdefault(key[0], (len(route['roles']) > 9 and 'everyone with an account' or ', '.join(route['roles']) if route else '', {}))
        for name, rule in fields.items():
            at[1].setdefault(name, rule)
    buttons = [path for path, (_, fields) in seen.items() if not fields]
    lines.append('## Forms with fields\n')
    for path, (who, fields) in seen.items():
        if fields:
            lines.append(f'- `{path}` ({who}): ' + '; '.join(f'**{name}** {rule}' for name, rule in sorted(fields.items())))
    lines.append('\n## Forms that are a button only\n')
    lines += [f'- `{path}` ({seen[path][0]})' for path in buttons]
    hidden = sorted({route['path'] for route in routes if route['method'] == 'POST'} - set(seen) - {'/uitloggen', '/verlaat'})
    lines.append(f'\n## On no page of these\n\n{len(seen)} of {len({route["path"] for route in routes if route["method"] == "POST"})} addresses that take a form are above. These are not: their pages need something that neither house has, or a script sends them while someone types. Nothing was sent to them here; each of their texts has a longest length in a rule that was read.\n\n' + ', '.join(f'`{path}`' for path in hidden))
    return '\n'.join(lines) + '\n' + TOGETHER


def demonstration(folder):
    subprocess.run([naast, 'demo', '--data', folder], check=True, stdout=subprocess.DEVNULL)
    return House(folder)


def full_house(folder):
    """A house of the tests, in which every text of every table is filled in: it shows what a demonstration does not have."""
    said = subprocess.run([os.path.join(os.path.dirname(naast), 'naast_tests'), '--canary-house', folder], check=True, capture_output=True, text=True).stdout
    return House(folder, {f'{roles} {number}': cookie for number, (roles, cookie) in enumerate(re.findall(r'^account (\S*) \S+ \S+ (\S+)$', said, re.M))})


def forms_of(house, some, known):
    """The forms of a house, with what goes through; not those of the addresses that are `known`."""
    forms = {}
    for label in SLICE if some else house.viewers:
        walk(house, label, [*(house.paths if label == 'a stranger' else []), *(SLICE[label] if some else plain)], 0 if some else PER_KIND, forms)
    time.sleep(3.2)  # a form for strangers that comes back sooner was filled in by a program
    unknown = lambda: {key: form for key, form in forms.items() if key[0] not in known}
    if some:
        forms = {key: form for key, form in forms.items() if key[0] not in ('/uitloggen', '/verlaat')}
        for form in forms.values():
            form['good'], form['status'], *_ = solve(house, form)
    elif forms := unknown():
        explore(house, forms)
        live_on(house, forms)
    return unknown()


if __name__ == '__main__':
    some = '--some' in sys.argv
    tried, found = planted()
    if '--self' in sys.argv:
        print(*found, f'{tried - len(found)} passed, {len(found)} failed', sep='\n')
        sys.exit(bool(found))
    passed, fields, every = tried - len(found), 0, {}
    for within in (demonstration,) if some else (demonstration, full_house):
        with tempfile.TemporaryDirectory(prefix='naast-fields-') as folder, contextlib.closing(within(folder)) as house:
            forms = forms_of(house, some, {key[0] for key in every})
            for key in sorted(forms) if '--table' not in sys.argv else []:
                well, faults, _ = try_form(house, forms[key])
                passed, fields, found = passed + well, fields + len(groups(forms[key])), found + faults
            every.update(forms)
            found += [] if house.ask(house.viewers['a stranger'], 'GET', '/')[0] == 200 else ['the server does not answer any more']
    if '--table' in sys.argv:
        pathlib.Path('docs/fields.md').write_text(table(every))
        sys.exit(0)
    print(*found, sep='\n', end='\n' if found else '')
    print(f'{len(every)} forms of {len({key[0] for key in every})} addresses, {fields} fields; {passed} passed, {len(found)} failed')
    sys.exit(bool(found))
