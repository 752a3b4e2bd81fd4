#!/usr/bin/env python3
"""Holds docs/asvs.md to itself: each number once and under its chapter, each path there, the counts and the list of what is not yet right.

usage: check_asvs.py      prints one line per fault, exit 1 if there is any

With the table of the standard beside the repository it also checks that the numbers are those of levels 1 and 2, no more and no fewer.
"""
import collections, csv, pathlib, re, sys

root = pathlib.Path(__file__).resolve().parent.parent
LEDGER, STANDARD = root / 'docs/asvs.md', root.parent / 'shared/data/owasp-asvs-5.0.0.csv'
VERDICTS = ('holds', 'holds by docs/operating.md', 'does not apply', 'not yet')
ROW = re.compile(r'\| (V(\d+)\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|')
PATH = re.compile(r'`([^`]+)`')
NUMBER = re.compile(r'V\d+\.\d+\.\d+')


def faults(text):
    seen, verdicts, waiting, chapter = collections.Counter(), collections.Counter(), [], ''
    head = text.split('\n## ')[0]
    for at, line in enumerate(text.splitlines(), 1):
        if line.startswith('## '):
            chapter = line.split()[1]
        for path in PATH.findall(line):
            if not (root / path).is_file():
                yield f'line {at}: {path} is not there'
        if not line.startswith('| V'):
            continue
        if not (row := ROW.fullmatch(line)):
            yield f'line {at}: not a row of four cells'
            continue
        number, its, asks, verdict, where = row.groups()
        seen[number] += 1
        verdicts[verdict] += 1
        waiting += [number] if verdict == 'not yet' else []
        if f'V{its}' != chapter:
            yield f'line {at}: {number} stands under {chapter}'
        if verdict not in VERDICTS:
            yield f'line {at}: {number} has an unknown verdict: {verdict}'
        if verdict.startswith('holds') and not PATH.search(where):
            yield f'line {at}: {number} holds, and no path says where'
    yield from (f'{number} stands {many} times' for number, many in seen.items() if many > 1)
    counts = 'Counts: ' + ', '.join(f'{verdict} {verdicts[verdict]}' for verdict in VERDICTS) + f', together {sum(verdicts.values())}.'
    if counts not in head.splitlines():
        yield f'the counts are not: {counts}'
    listed = NUMBER.findall(head)
    if listed != waiting:
        yield f'the list of what is not yet differs: {", ".join(sorted(set(listed) ^ set(waiting))) or "order or a number twice"}'
    if STANDARD.exists():
        with STANDARD.open(encoding='utf-8-sig', newline='') as file:
            asked = {row['req_id'] for row in csv.DictReader(file) if row['L'] in ('1', '2')}
        yield from (f'{number} is missing' for number in sorted(asked - set(seen)))
        yield from (f'{number} is no number of levels 1 and 2' for number in sorted(set(seen) - asked))


if __name__ == '__main__':
    found = list(faults(LEDGER.read_text()))
    if not STANDARD.exists():
        print('skipped: the table of the standard is not beside the repository, so its set of numbers was not compared')
    for fault in found:
        print(fault)
    if not found:
        print(next(line for line in LEDGER.read_text().splitlines() if line.startswith('Counts:')))
    sys.exit(bool(found))
