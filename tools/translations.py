#!/usr/bin/env python3
"""Tops up the catalogues of the pages on which a parent asks (all of locale/ but English).

usage: translations.py --missing        prints each sentence that a language lacks: "= Dutch", then "ar: ", "tr: " … to be filled in
       translations.py --take FILE      puts what was filled in into the catalogues (also over an older translation), then run bin/texts

A line break within a sentence is written \\n. Placeholders such as {name} stay as they are; a line that misses one is refused.
"""
import pathlib, re, subprocess, sys

PLACES = r'\{+[A-Za-z_]+\}+'


def unquoted(lines):
    return ''.join(re.sub(r'\\(.)', lambda m: '\n' if m[1] == 'n' else m[1], s) for s in re.findall(r'"((?:[^"\\]|\\.)*)"', lines))


def quoted(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


def entries(text):
    return {unquoted(m[1]): unquoted(m[2]) for m in re.finditer(r'^msgid ((?:"(?:[^"\\]|\\.)*"\s*)+)msgstr ((?:"(?:[^"\\]|\\.)*"\s*)+)', text, re.M)}


catalogues = {p.stem: p for p in sorted(pathlib.Path('locale').glob('*.po')) if p.stem != 'en'}
if sys.argv[1] == '--missing':
    known = {language: entries(path.read_text()) for language, path in catalogues.items()}
    for sentence in entries(pathlib.Path('locale/asking.pot').read_text()):
        lacking = [language for language in catalogues if sentence and not known[language].get(sentence)]
        if lacking:
            print('= ' + sentence.replace('\n', '\\n'), *(f'{language}: ' for language in lacking), '', sep='\n')
    sys.exit()

sentence, taken, wrong = '', {language: {} for language in catalogues}, []
for row in pathlib.Path(sys.argv[2]).read_text().splitlines():
    if row.startswith('= '):
        sentence = row[2:].replace('\\n', '\n')
    elif match := re.match(r'([a-z]{2}): (.+)$', row):
        said = match[2].strip().replace('\\n', '\n')
        if set(re.findall(PLACES, said)) != set(re.findall(PLACES, sentence)):
            wrong.append(f'{match[1]}: the placeholders of “{sentence}” are not those of “{said}”')
        # a space at the end is easily lost
        taken[match[1]][sentence] = said + ' ' if sentence.endswith(' ') else said
if wrong:
    sys.exit('\n'.join(wrong))
for language, its in taken.items():
    if not its:
        continue
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + '\n\n'.join(f'msgid {quoted(d)}\nmsgstr {quoted(s)}' for d, s in its.items()) + '\n'
    path = catalogues[language]
    kept = path.read_text()
    head, _, rest = kept.partition('\n\n')
    # the header of the catalogue stays as it is, the new words go before the old
    merged = subprocess.run(['msgcat', '--use-first', '--no-wrap', '--sort-output', '-', str(path)], input=text, text=True, capture_output=True, check=True).stdout
    path.write_text(head + '\n\n' + merged.partition('\n\n')[2])
    print(f'{path}: {len(its)} taken')
