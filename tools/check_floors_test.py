#!/usr/bin/env python3
"""Plants trespasses in a small house and sees that the check names each of them."""
import pathlib, subprocess, sys, tempfile

here = pathlib.Path(__file__).parent
planted = {
    'later': ('first/rule.cpp', '#include "second/thing.h"\n', 'first may not enter'),
    'sql in a rule': ('second/thing.cpp', '#include "platform/db/database.h"\n', 'only a store may speak SQL'),
    'web in a store': ('second/store.cpp', '#include "platform/http/message.h"\n', 'only pages may speak HTTP'),
    'library in a room': ('second/store.cpp', '#include <soci/soci.h>\n', 'belongs to the ground floor'),
    'library in a rule': ('second/thing.cpp', '#include <curl/curl.h>\n', 'belongs to the ground floor'),
    'an unknown room': ('third/x.cpp', '\n', 'is not in floors.txt'),
}
failed = 0
for name, (file, text, expected) in planted.items():
    with tempfile.TemporaryDirectory() as folder:
        src = pathlib.Path(folder)
        for room in ('first', 'second', 'third', 'platform/db', 'platform/http'):
            (src / room).mkdir(parents=True)
        (src / 'second/thing.h').write_text('#pragma once\n')
        (src / file).write_text(text)
        (src / 'floors.txt').write_text('platform/db:\nplatform/http:\nfirst: platform/db platform/http\nsecond: platform/db platform/http first\n')
        said = subprocess.run([sys.executable, here / 'check_floors.py', src, src / 'floors.txt'], capture_output=True, text=True).stdout
        if expected not in said:
            failed += 1
            print(f'FAILED: {name} was not seen: {said!r}')
print(f'{len(planted) - failed} passed, {failed} failed')
sys.exit(bool(failed))
