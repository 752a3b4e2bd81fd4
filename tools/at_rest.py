#!/usr/bin/env python3
"""A word of its own in every sealed text of a house that serves: none of them lies readable in a file, in the write-ahead log, in a backup of data or keys, in the pages about health or in the machine's log, after people of every kind read what they may.

Looked for as it is, as UTF-16, in base64, and in whatever is packed by gzip or zlib. Planted leaks must be found in the same places.

usage: at_rest.py NAAST      naast_tests stands beside NAAST
"""
import base64, contextlib, gzip, http.client, os, pathlib, re, shutil, socket, sqlite3, subprocess, sys, tempfile, zlib

naast, root = os.path.abspath(sys.argv[1]), tempfile.mkdtemp(prefix='naast-at-rest-')
data, results = f'{root}/data', []
WORD = b'kanarie'
#: the word in base64, wherever it begins
SHAPES = [WORD, WORD.decode().encode('utf-16-le'), *(re.sub(rb'^.{%d}|.$' % (0, 2, 3)[shift], b'', base64.b64encode(b'x' * shift + WORD).rstrip(b'=')) for shift in range(3))]
MOST = 80  # pages of one kind of account


def check(what, held):
    results.append(bool(held))
    print(f'{"ok    " if held else "FAILED"} {what}', flush=True)


def holds(content, deep=True):
    """Whether a word can be read in these bytes."""
    if any(shape in content for shape in SHAPES):
        return True
    for begin, bits in ((b'\x1f\x8b\x08', 31), (b'\x78\x01', 15), (b'\x78\x9c', 15), (b'\x78\xda', 15)) if deep else ():
        for found in re.finditer(re.escape(begin), content):
            with contextlib.suppress(zlib.error):
                if holds(zlib.decompressobj(bits).decompress(content[found.start():], 1 << 24), False):
                    return True
    return False


def leaky(folder):
    return sorted(str(file.relative_to(folder)) for file in pathlib.Path(folder).rglob('*') if file.is_file() and holds(file.read_bytes()))


def get(path, cookie):
    line = http.client.HTTPConnection('127.0.0.1', port, timeout=30)
    line.request('GET', path, headers={'Cookie': f'__Host-sessie={cookie}'})
    answer = line.getresponse()
    return answer.status, answer.getheader('Location') or '', answer.read()


def crawl(cookie):
    """How many different words someone reads along the links from the first pages."""
    todo, done, words = ['/', '/mijn', '/vandaag'], set(), set()
    while todo and len(done) < MOST:
        path = todo.pop(0)
        if path in done or path.startswith(('/materialen/', '/bestanden/')):
            continue
        done.add(path)
        status, location, body = get(path, cookie)
        words |= set(re.findall(rb'kanarie[b-z]{4}', body))
        todo += [location] * location.startswith('/') + [link.split('?')[0] for link in re.findall(r'href="(/[^"#]*)', body.decode(errors='replace'))]
    return words


def backup(name):
    said = subprocess.run([naast, 'backup', f'{root}/{name}', '--keys', f'{root}/{name}.keys', '--data', data], capture_output=True, text=True)
    check(f'a backup is made ({said.stderr.strip()})', said.returncode == 0)
    return [holds(pathlib.Path(f'{root}/{name}{end}').read_bytes()) for end in ('', '.keys')]


for what, content in [('as it is', WORD), ('UTF-16', 'kanarie'.encode('utf-16-le')), *((f'base64 {n}', base64.b64encode(b'y' * n + WORD + b'bcdf')) for n in range(3)), ('gzip', gzip.compress(b'x' * 50 + WORD)), ('zlib', zlib.compress(WORD)), ('packed base64', gzip.compress(base64.b64encode(WORD + b'xx')))]:
    check(f'planted: {what} is found', holds(b'\0' * 99 + content + b'\0' * 99))
check('nothing is found in nothing', not holds(os.urandom(1 << 20)))

with socket.socket() as s:
    s.bind(('127.0.0.1', 0))
    port = s.getsockname()[1]
said = subprocess.run([os.path.join(os.path.dirname(naast), 'naast_tests'), '--canary-house', data], check=True, capture_output=True, text=True).stdout.splitlines()
accounts = [line.split(' ')[1:] for line in said if line.startswith('account ')]
fields = {line.split()[2] for line in said if line.startswith('word ')}
# no longer a demonstration, which keeps its mails where everyone sees them
with contextlib.closing(sqlite3.connect(f'{data}/naast.db')) as db, db:
    db.execute("delete from facts where name = 'demonstration'")
log = open(f'{root}/log', 'w+b')
server = subprocess.Popen([naast, 'serve', '--data', data, '--listen', f'127.0.0.1:{port}'], stdout=subprocess.PIPE, stderr=log, env=os.environ | {'NAAST_BASE_URL': f'http://127.0.0.1:{port}'})
try:
    server.stdout.readline()
    seen = set()
    for roles, cookie in {roles: cookie for roles, _, _, cookie in accounts}.items():
        seen |= crawl(cookie)
    check(f'people read what they may: {len(seen)} words of {len(fields)} fields are sealed here', len(seen) > 80 and len(fields) > 40)
    check(f'no file holds a word while it serves: {leaky(data)}', not leaky(data))
    check('the write-ahead log is among them', os.path.getsize(f'{data}/naast.db-wal') > 0)
    check('neither copy of a backup holds one', backup('one') == [False, False])
    admin = next(cookie for roles, _, _, cookie in accounts if 'administrator' in roles)
    for path in ('/healthz', '/readyz', '/metrics', '/beheer/gezondheid'):
        status, _, body = get(path, admin)
        check(f'{path} holds none ({status})', status < 500 and (status == 404 or body) and not holds(body))
    log.flush()
    check(f'nor does the machine’s log ({os.path.getsize(log.name)} bytes)', not holds(pathlib.Path(log.name).read_bytes()))
    # leaks that are planted lie where they would be
    with contextlib.closing(sqlite3.connect(f'{data}/naast.db', timeout=10)) as db, db:
        db.execute('update holidays set name = ?', [base64.b64encode(b'een kanariebbbb').decode()])
    check(f'planted: a word in a row is found in the log or the file ({leaky(data)})', leaky(data))
    check('planted: and in the copy of the data', backup('two') == [True, False])
finally:
    server.terminate()
    server.wait()
    shutil.rmtree(root, ignore_errors=True)
print(f'{sum(results)} passed, {len(results) - sum(results)} failed')
sys.exit(not all(results))
