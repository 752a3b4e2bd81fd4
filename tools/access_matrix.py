#!/usr/bin/env python3
"""Writes docs/access-matrix.md from what the program says of itself.

usage: access_matrix.py NAAST [--check]
"""
import json, pathlib, subprocess, sys

routes = json.loads(subprocess.run([sys.argv[1], 'routes', '--json'], capture_output=True, check=True, text=True).stdout)
lines = ['# Who may what', '', 'Made by `tools/access_matrix.py` from the policy (`src/visit/policy.cpp`) and the routes; `bin/test` fails when it is not up to date.',
         'A role is needed; for records the tie between viewer and record (own, live match, leading) is asked as well. ● marks what opens confidential text and is logged.', '',
         '| address | action | roles | |', '|---|---|---|---|']
for r in sorted(routes, key=lambda r: (r['path'], r['method'])):
    roles = r['roles']
    said = 'everyone' if 'public' in roles else 'everyone with an account' if len(roles) > 10 else ', '.join(roles)
    lines.append(f"| {r['method']} `{r['path']}` | {r['action']} | {said} | {'●' if r['confidential'] else ''} |")
text = '\n'.join(lines) + '\n'
file = pathlib.Path('docs/access-matrix.md')
if '--check' in sys.argv:
    if not file.exists() or file.read_text() != text:
        sys.exit('docs/access-matrix.md is not up to date: run tools/access_matrix.py build/naast')
else:
    file.write_text(text)
