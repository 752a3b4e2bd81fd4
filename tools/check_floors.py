#!/usr/bin/env python3
"""Holds the code to the plan of the house: floors.txt says which room may enter which.

usage: check_floors.py SRC FLOORS      prints one line per trespass, exit 1 if there is any

A line of floors.txt is `room: other other/header ...`, in building order (ground first).
A bare name opens that whole room, `intake/advice` only that header, `*/counts` that header
of every earlier room; `NAME = ...` names a group.
"""
import pathlib, re, sys

INCLUDE = re.compile(r'^\s*#\s*include\s+"([a-z0-9_/]+)\.h"', re.M)
OUTSIDE = re.compile(r'^\s*#\s*include\s+<([a-z0-9_/.+-]+)>', re.M)
STANDARD = re.compile(r'^[a-z_0-9]+$|^fmt/')             # what a rule may use of the world outside
LIBRARIES = ('soci', 'boost/beast', 'boost/asio', 'ctemplate', 'curl', 'sodium', 'liboath', 'libical', 'xlsxwriter', 'unicode', 'spdlog', 'pango', 'cairo', 'qrencode', 'lemon')   # ground floor only
PURE = ('platform/base', 'platform/flow')                 # the ground that rules may stand on
FURNITURE = ('store', 'pages', 'jobs', 'visit', 'route', 'post', 'listing')   # every other file in a room holds rules
WEB = ('pages', 'visit', 'route', 'post', 'listing')


def room_of(parts):
    return '/'.join(parts[:2]) if parts[0] == 'platform' else parts[0]


def shelf_of(stem):
    return next((f for f in FURNITURE if stem == f or stem.startswith(f + '_')), 'rules')


def read_plan(path):
    plan, groups = {}, {}
    for line in path.read_text().splitlines():
        name, sign, words = re.match(r'\s*([\w/]*)\s*([:=]?)([^#]*)', line).groups()
        if sign:
            may = {w for word in words.split() for w in groups.get(word, {word})}
            if sign == '=':
                groups[name] = may
            else:
                plan[name] = {room + w[1:] if w[0] == '*' else w for w in may for room in (plan if w[0] == '*' else [''])}
    return plan


def circles(plan):
    order = {room: n for n, room in enumerate(plan)}
    for room, may in plan.items():
        for other in may:
            if order.get(room_of(other.split('/')), len(order)) >= order[room]:
                yield f'floors.txt: {room} may not enter {other}: that room is built later'


def trespasses(src, plan):
    hatches = {w for may in plan.values() for w in may if '/' in w and not w.startswith('platform/')}
    for file in sorted(src.rglob('*.h')) + sorted(src.rglob('*.cpp')):
        room = room_of(file.relative_to(src).parts)
        if room not in plan:
            yield f'{file}: room {room} is not in floors.txt'
            continue
        if file.stem.endswith('_test'):                # tests may walk through the whole house
            continue
        domain = not room.startswith('platform/') and room != 'app'
        here = shelf_of(file.stem)
        text = file.read_text()
        for name in OUTSIDE.findall(text):
            if not room.startswith('platform/') and name.startswith(LIBRARIES):
                yield f'{file}: <{name}> belongs to the ground floor'
            elif domain and room != 'reception' and here == 'rules' and not STANDARD.match(name):
                yield f'{file}: rules stay pure, they may not use <{name}>'
        for name in INCLUDE.findall(text):
            if name.startswith('gen/'):                    # made while building, from this room's own files
                continue
            other, there = room_of(name.split('/')), shelf_of(name.split('/')[-1])
            if other != room and not {other, name} & plan[room]:
                yield f'{file}: {room} may not enter {name}'
            if f'{room}/{file.name}'[:-2] in hatches and other == room and name not in hatches | {f'{room}/texts'}:
                yield f'{file}: a hatch may not open on {name}'
            if not domain:
                continue
            if other == 'platform/db' and here != 'store' and room != 'reception':
                yield f'{file}: only a store may speak SQL'
            if (other == 'platform/http' or there in ('visit', 'route')) and here not in WEB:
                yield f'{file}: only pages may speak HTTP'
            if here == 'rules' and (there != 'rules' or other.startswith('platform/') and other not in PURE) and room != 'reception':
                yield f'{file}: rules stay pure, they may not use {name}'
            if here == 'store' and there in ('pages', 'jobs'):
                yield f'{file}: a store may not look up at {name}'
            if other != room and there in ('pages', 'jobs') and not other.startswith('platform/'):
                yield f'{file}: no room uses another room\'s {there} ({name})'


if __name__ == '__main__':
    plan = read_plan(pathlib.Path(sys.argv[2]))
    found = [*circles(plan), *trespasses(pathlib.Path(sys.argv[1]), plan)]
    for line in found:
        print(line)
    sys.exit(bool(found))
