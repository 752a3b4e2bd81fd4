#!/usr/bin/env python3
"""Writes what bin/texts needs to know of the sentences that xgettext cannot find by itself.

usage: sentences.py FOLDER

FOLDER/views.cpp holds the [[sentences]] of all templates; FOLDER/asking.files names the files of locale/asking.files,
with FOLDER/asking.cpp for their templates and for the sentences that are named one by one.
"""
import glob, json, pathlib, re, sys


def line(sentence):
    return f'tr({json.dumps(sentence, ensure_ascii=False)});'


def of_view(file):
    return [line(s) for s in re.findall(r'\[\[(.*?)\]\]', pathlib.Path(file).read_text(), re.S)]


out = pathlib.Path(sys.argv[1])
(out / 'views.cpp').write_text('\n'.join(l for f in sorted(pathlib.Path('src').rglob('views/*.html')) for l in of_view(f)) + '\n')

files, lines = [], []
for entry in pathlib.Path('locale/asking.files').read_text().splitlines():
    if not entry or entry.startswith('#'):
        continue
    name, _, sentence = entry.partition(': ')
    found = sorted(glob.glob(name))
    if not found and '*' not in name:
        sys.exit(f'locale/asking.files: {name} is not there')
    if sentence:
        if line(sentence)[:-1] not in pathlib.Path(name).read_text():
            sys.exit(f'locale/asking.files: {name} does not say: {sentence}')
        lines.append(line(sentence))
        continue
    for file in found:
        if file.endswith('.html'):
            lines += of_view(file)
        elif not file.endswith('_test.cpp'):
            files.append(file)
(out / 'asking.cpp').write_text('\n'.join(lines) + '\n')
(out / 'asking.files').write_text('\n'.join([*files, str(out / 'asking.cpp')]) + '\n')
