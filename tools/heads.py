#!/usr/bin/env python3
"""Malformed heads of requests, made by rules, sent straight to the program and through Debian's nginx as docs/operating.md sets it up: both must judge alike, or say why not, and nobody gets an answer that is for someone else.

usage: heads.py NAAST           heads.py --self   (only the planted fault: a server that reads bodies carelessly must not pass)
"""
import atexit, collections, concurrent.futures, contextlib, os, pathlib, re, shutil, socket, ssl, subprocess, sys, tempfile, threading, time

NAME, HOST = 'buddy.example.org', 'Host: buddy.example.org\r\n'
# after each head comes a sound request, which says whether the connection goes on; what is smuggled in asks for this address
NEXT, HIDDEN = f'GET /readyz HTTP/1.1\r\n{HOST}Connection: close\r\n\r\n', '/bestanden/gesmokkeld'
INNER = f'GET {HIDDEN} HTTP/1.1\r\n{HOST}\r\n'
# where nginx and we do not judge alike, and why that does no harm: why, for which rules, what comes of it straight and behind nginx
DIFFER = [
    ('we hang up after a refusal; nginx, which saw a whole request, waits for the next of the same visitor', r'.*', 'refused', 'refused, next'),
    ('nginx ends a line at LF or CR CR LF; we get its own line ends', r'an end of .*|an empty line|the end of a chunk', 'refused', 'asked, next'),
    ('so it finds an empty line, and refuses what comes after it', r'an end of a field', 'refused', 'asked, refused'),
    ('nginx skips empty lines before a request', r'something before', 'refused', 'asked, next'),
    ('nginx skips empty lines before a request', r'nothing', 'refused', 'next'),
    ('nginx leaves out fields that have no name fit for one', r'a name|the name of a coding', 'refused', 'asked, next'),
    ('nginx reads the chunks, forgets what stands beside and after them, and gives us one length', r'a trailer|a chunk', 'refused', 'asked, next'),
    ('nginx knows blanks around a value, no tabs', r'a length|a coding', 'asked, next', 'refused'),
    ('nginx takes 8 kB for one line, we take 16 kB for all', r'(a field|an address) of (9|15) kB', 'asked, next', 'refused'),
    ('nginx makes one blank of several in the first line', r'a method|a version', 'refused', 'asked, next'),
    ('nginx calls every version from 1.1 to 1.99 by 1.1', r'a version', 'refused', 'asked, next'),
    ('nginx takes an absolute address apart; its name becomes the Host', r'an absolute address', 'refused', 'a page, next'),
    ('nginx answers HTTP 0.9 by the name of the site, without a head', r'no version', 'refused', "no answer: b'ok\\n'"),
    ('nginx gives a request of 1.0 without Host the name of the site', r'no host', 'refused', 'asked'),
    ('nginx refuses what climbs above the first folder; we know no folders', r'an address|a percent sign', 'a page, next', 'refused'),
    ('nginx leaves out the asking for another protocol', r'a field', 'refused', 'asked, next'),
    ('nginx takes the port, capitals and the last point off a Host', r'a host', 'refused, next', 'a page, next'),
    ('nginx hangs up on a Host with two points together, we say that it is not ours', r'a host', 'refused, next', 'refused'),
]


def heads():
    """Name, rule and bytes of each head. The rule is what a difference is explained by."""
    made = []

    def put(rule, what, text):
        made.append((f'{rule}: {what!r}'[:90], rule, text if isinstance(text, bytes) else text.encode('latin-1', 'replace')))

    def get(*lines, target='/healthz', method='GET', version='HTTP/1.1', host=HOST, body=''):
        return f'{method} {target} {version}\r\n{host}{"".join(line + chr(13) + chr(10) for line in lines)}\r\n{body}'

    def post(*lines, body=''):
        return get(*lines, method='POST', body=body)

    put('sound', 'GET', get())
    put('sound', 'HEAD', get(method='HEAD'))
    put('sound', 'POST', post('Content-Length: 3', body='a=b'))
    put('sound', 'chunks', post('Transfer-Encoding: chunked', body='3\r\na=b\r\n0\r\n\r\n'))
    for value in ('3', '03', '+3', '-3', '3,3', '3, 3', '0x3', '3a', '3.0', '', ' ', '3 3', '3\t', '\t3', '3;', '٣', '"3"', '1e0', '99999999999', '18446744073709551619', '-0', '4294967299'):
        put('a length', value, post('Content-Length:' + value, body='a=b'))
    for one, other in (('3', '3'), ('3', '4'), ('4', '3'), ('0', '3'), ('3', '0'), ('', '3'), ('3', 'x')):
        put('two lengths', (one, other), post(f'Content-Length: {one}', f'Content-Length: {other}', body='a=b'))
    for name in ('Content-Length ', 'content-length', 'CONTENT-LENGTH', 'Content_Length', 'Content-Length\t', ' Content-Length', 'Content-Length\0', 'Content-Length:', 'X-Content-Length'):
        put('the name of a length', name, post(f'{name}: 3', body='' if name.strip('\t \0').lower() != 'content-length' else 'a=b'))
    codings = ('chunked', 'Chunked', 'CHUNKED', 'chunked ', '\tchunked', 'xchunked', 'chunkedx', 'chunked, chunked', 'gzip, chunked', 'chunked, identity', 'identity', 'gzip', '"chunked"', 'chunked;q=1', '\x0bchunked', 'chunked\0', '', 'chunked,', 'cow')
    for coding in codings:
        chunks = '3\r\na=b\r\n0\r\n\r\n'
        put('a coding', coding, post('Transfer-Encoding: ' + coding, body=chunks))
        put('a length before a coding', coding, post('Content-Length: 13', 'Transfer-Encoding: ' + coding, body=chunks))
        put('a length after a coding', coding, post('Transfer-Encoding: ' + coding, 'Content-Length: 3', body=chunks))
    for name in ('Transfer-Encoding ', 'Transfer_Encoding', 'TRANSFER-ENCODING', 'Transfer-Encoding\t', ' Transfer-Encoding', 'X: y\r\n Transfer-Encoding', 'Transfer-\r\nEncoding'):
        put('the name of a coding', name, post('Content-Length: 13', f'{name}: chunked', body=chunks))
    put('two codings', 'chunked', post('Transfer-Encoding: chunked', 'Transfer-Encoding: chunked', body=chunks))
    put('two codings', 'identity', post('Transfer-Encoding: chunked', 'Transfer-Encoding: identity', body=chunks))
    put('a coding on 1.0', 'chunked', get('Transfer-Encoding: chunked', 'Connection: keep-alive', method='POST', version='HTTP/1.0', body=chunks))
    for size in ('03', '3;ext=1', '3 ', '3 ;a', '0x3', '-3', '3g', 'FFFFFFFFFFFFFFFFF', '10000000000000003', ' 3', '3\r', '', '3;a\nb'):
        put('a chunk', size, post('Transfer-Encoding: chunked', body=f'{size}\r\na=b\r\n0\r\n\r\n'))
    for after in ('\n', '', '\r', 'x\r\n', '\r\n\r\n'):
        put('the end of a chunk', after, post('Transfer-Encoding: chunked', body=f'3\r\na=b{after}0\r\n\r\n'))
    for trailer in ('X: y', 'Content-Length: 5', 'Transfer-Encoding: chunked', 'Host: elders.example', 'X : y', 'no colon'):
        put('a trailer', trailer, post('Transfer-Encoding: chunked', body=f'3\r\na=b\r\n0\r\n{trailer}\r\n\r\n'))
    ends = ('\n', '\r', '\r\r\n', '\n\r', '\x0b\r\n', '\0\r\n', '\x85', '\n\n')
    for end in ends:
        put('an end of the first line', end, f'GET /healthz HTTP/1.1{end}{HOST}\r\n')
        put('an end of a field', end, f'GET /healthz HTTP/1.1\r\n{HOST}X: a{end}Y: b\r\n\r\n')
        put('an end of the last field', end, f'GET /healthz HTTP/1.1\r\n{HOST}X: a{end}\r\n')
        put('an empty line', end, f'GET /healthz HTTP/1.1\r\n{HOST}{end}')
    put('an empty line', 'everywhere LF', get('X: a').replace('\r', ''))
    for before in ('\r\n', '\n', '\r\n\r\n', ' ', '\0'):
        put('something before', before, before + get())
    for name in ('X ', 'X\t', '', ' ', 'X\0', 'X\x80', 'X(', 'X@', 'X/', 'X[', 'X"', 'X{', 'X_y', 'X=', 'X,', 'X Y', '\x7f', 'Hëader', '!#$%&'):
        put('a name', name, get(f'{name}: a'))
    put('a name', 'without colon', get('X'))
    for fold in (' b', '\tb', ' ', ' Host: elders.example', ' Content-Length: 3'):
        put('a fold', fold, get('X: a', fold))
        put('a fold after the host', fold, get(fold))
    put('a fold before all', ' X: a', get(' X: a', host='', target='/healthz'))
    put('a fold in a length', '3', post('Content-Length:', ' 3', body='a=b'))
    put('a fold in a coding', 'chunked', post('Transfer-Encoding:', ' chunked', body=chunks))
    for sign in (0, 1, 8, 0x0b, 0x0c, 0x0e, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0xa0, 0xff):
        put('a sign in a field', sign, get(f'X: a{chr(sign)}b'))
    for size in (1000, 4000, 7000, 9000, 15000, 17000, 40000):
        put(f'a field of {size // 1000} kB', size, get('X: ' + 'a' * size))
        put(f'an address of {size // 1000} kB', size, get(target='/healthz?' + 'a' * size))
    for many in (50, 98, 101, 300):
        put(f'{many} fields', many, get(*(f'X{n}: a' for n in range(many))))
    put('a long name', 300, get('X' * 300 + ': a'))
    put('a long method', 300, get(method='X' * 300))
    for method in ('get', 'Get', 'GETT', 'BREW', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PATCH', 'PRI', '', 'G\tT', 'GET\0', 'POST ', ' GET', '"GET"', 'GET,POST', 'G@T', 'TRACK', 'PROPFIND'):
        put('a method', method, get(method=method))
    for target in ('http://buddy.example.org/healthz', 'https://buddy.example.org/healthz', 'HTTP://BUDDY.EXAMPLE.ORG/healthz', 'http://elders.example/healthz', 'http://buddy.example.org', 'http://', 'ftp://buddy.example.org/healthz', 'http://a@buddy.example.org/healthz', 'http://buddy.example.org:80/healthz'):
        put('an absolute address', target, get(target=target.replace('healthz', 'privacy')))
    for target in ('healthz', '*', '?x', '', '//elders.example/healthz', '//healthz', '/ healthz', '/healthz\tx', '\\healthz', '/healthz\\', 'é', '/é', '/healthz;x', '/HEALTHZ', '/healthz/..', '/../healthz', '/../../x', '/./healthz', '/healthz/', '/healthz#x', '/healthz?#', '/<x>', '/"x"', '/healthz?a b'):
        put('an address', target, get(target=target))
    for target in ('/%', '/%4', '/%zz', '/%c0%af', '/%ff', '/%u0041', '/%2e%2e/x', '/%2fhealthz', '/healthz%00', '/healthz%0a', '/healthz%0d%0aX:%20y', '/healthz?%', '/healthz?%zz=1', '/healthz?a=%00', '/healthz?a=%ff', '/healthz?a=%0d%0aX', '/%68ealthz', '/%2568ealthz', '/healthz%20HTTP/1.1'):
        put('a percent sign', target, get(target=target))
    for version in ('HTTP/1.0', 'HTTP/0.9', 'HTTP/1.2', 'HTTP/1.9', 'HTTP/2.0', 'HTTP/3', 'HTTP/1.10', 'http/1.1', 'HTTP/11', 'HTTP/1,1', 'HTTP/ 1.1', 'HTTPS/1.1', 'HTTP/1.1 ', 'HTTP/1.1x', 'HTTP/01.1', 'HTTP/1.1\t', 'HTTP/1.', 'HTTP/.1', 'HTTP', 'X'):
        put('a version', version, get('Connection: keep-alive', version=version))
    put('no version', '', 'GET /healthz\r\n\r\n')
    put('no version', 'a host', f'GET /healthz\r\n{HOST}\r\n')
    put('nothing', 'lines', '\r\n\r\n\r\n')
    put('no version', 'a blank', f'GET /healthz \r\n{HOST}\r\n')
    put('no host', '1.1', get(host=''))
    put('no host', '1.0', get(host='', version='HTTP/1.0'))
    for host in ('', ' ', 'elders.example', f'{NAME}:443', f'{NAME}:80', 'BUDDY.example.ORG', f'{NAME}.', f'{NAME}:99999', f'{NAME}:x', f'{NAME}/x', f'x@{NAME}', '[::1]', '127.0.0.1', f'{NAME},elders.example', f'{NAME} elders.example', f'{NAME}\telders.example', f'{NAME}\0', f'{NAME}#', f'..{NAME}', f'{NAME}\\', f'%62uddy.example.org', 'é.example'):
        put('a host', host, get(target='/privacy', host=f'Host: {host}\r\n'))
    for one, other in ((NAME, NAME), (NAME, 'elders.example'), ('elders.example', NAME)):
        put('two hosts', (one, other), get(target='/privacy', host=f'Host: {one}\r\nHost: {other}\r\n'))
    put('a host', 'another name beside it', get('X-Forwarded-Host: elders.example', 'Forwarded: host=elders.example', 'X-Original-URL: /privacy', 'X-Rewrite-URL: /privacy'))
    for line in ('Upgrade: websocket', 'Upgrade: h2c', 'Connection: Upgrade, HTTP2-Settings', 'Connection: X-Forwarded-For', 'Proxy-Connection: keep-alive', 'TE: trailers', 'Connection: , ,', 'Keep-Alive: 300', 'X-HTTP-Method-Override: POST', 'Range: bytes=0-1', 'If-None-Match: *'):
        put('a field', line, get(line))
    put('a field', 'Expect: x', post('Expect: x', 'Content-Length: 3', body='a=b'))
    put('a field', 'Expect: 100-continue', post('Expect: 100-continue', 'Content-Length: 3', body='a=b'))
    put('many parts', 'a file', post('Content-Type: multipart/form-data; boundary=x', 'Content-Length: 5', body='--x--'))
    # a second request where a reader may not expect one
    for cut in (INNER, INNER[:-4] + '\r\nX: ', f'GET {HIDDEN} HTTP/1.1\r\nX: '):
        long, end = len(cut), '0\r\n\r\n'
        put('smuggled: in a body', cut[-9:], post(f'Content-Length: {long}', body=cut))
        put('smuggled: in the body of a GET', cut[-9:], get(f'Content-Length: {long}', body=cut))
        put('smuggled: in a chunk', cut[-9:], post('Transfer-Encoding: chunked', body=f'{long:x}\r\n{cut}\r\n{end}'))
        put('smuggled: behind no length', cut[-9:], post('Content-Length: 0', body=cut))
        for fields in (('Content-Length: {all}', 'Transfer-Encoding: chunked'), ('Transfer-Encoding: chunked', 'Content-Length: 4'), ('Content-Length: {all}', 'Transfer-Encoding : chunked'), ('Content-Length: {all}', 'Transfer-Encoding: xchunked'), ('Content-Length: {all}', 'X: y\nTransfer-Encoding: chunked'),
                       ('Content-Length: {all}', ' Transfer-Encoding: chunked'), ('Content-Length: 5', 'Content-Length: {all}'), ('Content-Length: {all}', 'Content-Length: 5'), ('Content-Length : {all}',), ('Content-Length: {all}', 'Connection: Content-Length'), ('Transfer-Encoding: chunked', 'Transfer-Encoding: x')):
            its = [field.replace('{all}', str(long + len(end))) for field in fields]
            put('smuggled: ' + ' and '.join(fields).replace('\n', '\\n'), cut[-9:], post(*its, body=end + cut))
    put('smuggled: in an address', 'lines', get(target='/healthz%20HTTP/1.1%0d%0aHost:%20buddy.example.org%0d%0a%0d%0aGET%20' + HIDDEN))
    return made


def answers(data, first_without_body):
    """The answers in what came back, one word each: what it is an answer to, or that it refuses."""
    found = []
    while data:
        head, line, rest = data.partition(b'\r\n\r\n')
        if not line or not head.startswith(b'HTTP/'):
            return found + ['no answer: ' + repr(data[:30])]
        status = int(head[9:12])
        if status < 200:
            data = rest
            continue
        size = re.search(rb'\r\ncontent-length: *(\d+)', head, re.I)
        size = 0 if first_without_body and not found else int(size[1]) if size else len(rest)
        body, data = rest[:size], rest[size:]
        word = {b'ok\n': 'asked', b'ready\n': 'next', b'niet gevonden\n': 'SMUGGLED'}.get(body) or ('asked' if first_without_body and not found and status == 200 else 'refused' if status in (400, 403, 405, 408, 411, 413, 414, 415, 417, 421, 431, 501, 505) else 'a page' if status in (200, 303, 404) else f'{status}')
        found.append(word)
    return found


def verdict(port, tls, text):
    for _ in range(50):  # "later" says nothing of a head
        got = once(port, tls, text)
        if '503' not in got:
            return got
        time.sleep(0.1)
    return got


def once(port, tls, text):
    raw = socket.create_connection(('127.0.0.1', port), 40)
    with (tls.wrap_socket(raw, server_hostname=NAME) if tls else raw) as line:
        got = b''
        with contextlib.suppress(OSError):  # a refusal may come before all was sent
            line.sendall(text + NEXT.encode())
        with contextlib.suppress(OSError):
            while part := line.recv(65536):
                got += part
    return ', '.join(answers(got, text.startswith(b'HEAD'))) or 'closed'


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def wait_for(port):
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(('127.0.0.1', port), 1):
            return
        time.sleep(0.05)
    sys.exit('FAILED: nothing listens')


def start(work, *command, **more):
    log = open(f'{work}/log', 'ab')
    server = subprocess.Popen(command, stdout=log, stderr=log, **more)
    atexit.register(lambda: (server.terminate(), server.wait(20)))


def nginx(work, backend):
    """The site of docs/operating.md in Debian's own nginx.conf; only ports, paths and how long it waits are others. A second site keeps its connections to us open and shares them among visitors."""
    page = pathlib.Path(__file__).parent.parent.joinpath('docs/operating.md').read_text()
    site = re.search(r'```\n(server \{ listen 80;.*?)\n```', page, re.S)[1]
    site = site[site.index('\nserver {\n'):]
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', f'/CN={NAME}', '-keyout', f'{work}/key', '-out', f'{work}/cert'], check=True, capture_output=True)
    ports = free_port(), free_port()
    site = re.sub(r'listen .*', 'listen 127.0.0.1:PORT ssl http2;', re.sub(r'/etc/letsencrypt/\S+fullchain.pem', f'{work}/cert', re.sub(r'/etc/letsencrypt/\S+privkey.pem', f'{work}/key', site)), count=1)
    assert site.count('http://127.0.0.1:8080') == 1 and 'proxy_set_header Connection ""' in site
    kept = site.replace('PORT', str(ports[1])).replace('http://127.0.0.1:8080', 'http://kept')
    site = site.replace('PORT', str(ports[0])).replace('127.0.0.1:8080', f'127.0.0.1:{backend}')
    more = f'upstream kept {{ server 127.0.0.1:{backend}; keepalive 4; }} client_header_timeout 3s; client_body_timeout 3s; ' + ' '.join(f'{kind}_temp_path {work}/{kind};' for kind in ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'))
    whole = pathlib.Path('/etc/nginx/nginx.conf').read_text()
    whole = re.sub(r'(?m)^(user .*|pid .*|error_log .*|include /etc/nginx/modules-enabled.*)$', '', whole).replace('/var/log/nginx/', f'{work}/').replace('include /etc/nginx/conf.d/*.conf;', more).replace('include /etc/nginx/sites-enabled/*;', site + kept)
    pathlib.Path(work, 'nginx.conf').write_text(f'daemon off; pid {work}/pid; error_log {work}/error.log crit;\n' + whole)
    start(work, shutil.which('nginx') or '/usr/sbin/nginx', '-p', work, '-e', f'{work}/error.log', '-c', f'{work}/nginx.conf')
    for port in ports:
        wait_for(port)
    return ports


def careless():
    """A server that looks at no length and no coding: what stands in a body is the next request."""
    def serve(line):
        with line, contextlib.suppress(OSError):
            held = b''
            while True:
                while b'\r\n\r\n' not in held:
                    part = line.recv(65536)
                    if not part:
                        return
                    held += part
                head, _, held = held.partition(b'\r\n\r\n')
                target = (head.split(b' ') + [b'', b''])[1]
                body = {b'/healthz': b'ok\n', b'/readyz': b'ready\n'}.get(target, b'niet gevonden\n')
                line.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s' % (len(body), body))
                if b'connection: close' in head.lower():
                    return
    door = socket.create_server(('127.0.0.1', 0), backlog=500)

    def take():
        while True:
            threading.Thread(target=serve, args=(door.accept()[0],), daemon=True).start()
    threading.Thread(target=take, daemon=True).start()
    return door.getsockname()[1]


def judge(port, work, differences):
    """All that does not hold, in words."""
    tls = ssl.create_default_context()
    tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
    plain, kept = nginx(work, port)
    made, wrong, used = heads(), [], set()
    innocents = [0]

    def one(head):
        name, rule, text = head
        got = [verdict(port, None, text), verdict(plain, tls, text), verdict(kept, tls, text)]
        # someone else, at once, over the connections that nginx keeps
        for where in (plain, kept, kept, kept):
            innocents[0] += 1
            other = verdict(where, tls, get_ok)
            if other != 'asked, next':
                wrong.append(f'{name}: someone else got {other}')
        return head, got

    get_ok = f'GET /healthz HTTP/1.1\r\n{HOST}\r\n'.encode()
    with concurrent.futures.ThreadPoolExecutor(64) as crowd:
        results = list(crowd.map(one, made))
    alike = 0
    for (name, rule, _), (straight, behind, shared) in results:
        if behind != shared:
            wrong.append(f'{name}: behind nginx {behind}, over kept connections {shared}')
        for where, got in (('straight', straight), ('behind nginx', behind)):
            # a request in a body is part of that body; one that follows a whole request is the visitor's own
            if 'SMUGGLED' in got and rule != 'smuggled: behind no length':
                wrong.append(f'{name}: {where} what was smuggled in is answered: {got}')
            if got.count('next') > 1 or got.count('asked') > 1:
                wrong.append(f'{name}: {where} more answers than requests: {got}')
            # another Host is no fault of the head: the door answers that it is not ours
            if 'refused, ' in got and where == 'straight' and rule != 'a host':
                wrong.append(f'{name}: after a refusal the connection goes on: {got}')
        if rule == 'sound' and {straight, behind} != {'asked, next'}:
            wrong.append(f'{name}: straight {straight}, behind nginx {behind}')
        if straight == behind:
            alike += 1
        elif whys := [why for why in differences if re.fullmatch(why[1], rule) and why[2:] == (straight, behind)]:
            used.update(whys)
        else:
            wrong.append(f'{name}: straight {straight}, behind nginx {behind}')
    wrong += [f'explained and not seen: {each}' for each in differences if each not in used]
    return wrong, f'{len(made)} heads: {alike} judged alike, {len(made) - alike} differ as listed ({len({why[0] for why in differences})} reasons); {innocents[0]} requests of others between them'


began, work = time.monotonic(), tempfile.mkdtemp(prefix='naast-heads-')
os.chmod(work, 0o755)
atexit.register(shutil.rmtree, work, True)
if '--self' in sys.argv:
    wrong, _ = judge(careless(), work, [])
    seen = collections.Counter(kind for each in wrong for kind in ('someone else got', 'smuggled in is answered') if kind in each)
    print(f'a careless server: {seen["someone else got"]} answers to others, {seen["smuggled in is answered"]} smuggled requests')
    sys.exit(0 if len(seen) == 2 else 1)
port = free_port()
clean = {k: v for k, v in os.environ.items() if not k.startswith('NAAST_')}
subprocess.run([os.path.abspath(sys.argv[1]), 'demo', '--data', f'{work}/data'], check=True, stdout=subprocess.DEVNULL, env=clean)
pathlib.Path(work, 'naast.toml').write_text(f'base_url = "https://{NAME}"\ntrusted_proxies = ["127.0.0.1"]\n')
start(work, os.path.abspath(sys.argv[1]), 'serve', '--data', f'{work}/data', '--config', f'{work}/naast.toml', '--listen', f'127.0.0.1:{port}', env=clean)
wait_for(port)
wrong, figures = judge(port, work, DIFFER)
for each in wrong:
    print('FAILED', each)
print(f'{figures}; {time.monotonic() - began:.0f} s\n{len(wrong)} wrong')
sys.exit(bool(wrong))
