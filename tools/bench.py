#!/usr/bin/env python3
"""Measures the pages of the demonstration with wrk, all in one run on this machine; figures are ratios to a bare answer over the same HTTP layer.

usage: bench.py NAAST [SECONDS]
"""
import gzip, http.client, json, os, re, socket, subprocess, sys, tempfile, time

naast, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
folder = tempfile.mkdtemp(prefix='naast-bench-')
subprocess.run([naast, 'demo', '--data', folder], check=True, stdout=subprocess.DEVNULL)
with socket.socket() as s:
    s.bind(('127.0.0.1', 0))
    port = s.getsockname()[1]
begun = time.monotonic()
server = subprocess.Popen([naast, 'serve', '--data', folder, '--listen', f'127.0.0.1:{port}'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
links = {}
for line in server.stdout:
    if m := re.match(r'  (.+?) +(http\S+)$', line.rstrip()):
        links[m[1]] = m[2]
    if 'Ctrl-C' in line:
        break
started = time.monotonic() - begun


def get(path, cookie=None, packed=False):
    c = http.client.HTTPConnection('127.0.0.1', port)
    c.request('GET', path, headers={**({'Cookie': cookie} if cookie else {}), **({'Accept-Encoding': 'gzip'} if packed else {})})
    answer = c.getresponse()
    return answer, answer.read()


def login(who):
    answer, _ = get(links[who].split(str(port))[1])
    return answer.getheader('Set-Cookie').split(';')[0]


def wrk(path, cookie=None):
    said = subprocess.run(['wrk', '-t2', '-c32', f'-d{seconds}s', '--latency', *(['-H', f'Cookie: {cookie}'] if cookie else []), f'http://127.0.0.1:{port}{path}'], capture_output=True, text=True).stdout
    per_second = float(re.search(r'Requests/sec:\s+([\d.]+)', said)[1])
    value, unit = re.search(r'99%\s+([\d.]+)(us|ms|s)', said).groups()
    if re.search(r'Non-2xx', said):
        print(f'{path}: some answers were refused', file=sys.stderr)
    return per_second, float(value) * {'us': 0.001, 'ms': 1, 's': 1000}[unit]


desk, parent = login('coördinator'), login('ouder met een buddy')
rows = [('bare answer', '/healthz', None), ('parent: first page', '/', None), ('parent: asking', '/buddy-vragen', None), ('parent: own buddy', '/mijn/traject', parent),
        ('coordinator: Vandaag', '/vandaag', desk), ('coordinator: list', '/aanmeldingen', desk)]
bare, result = None, []
print(f'{"page":26}{"requests/s":>12}{"p99 ms":>9}{"of bare":>9}{"gzip kB":>9}')
for name, path, cookie in rows:
    per_second, p99 = wrk(path, cookie)
    bare = bare or per_second
    weight = len(get(path, cookie, True)[1]) / 1000
    result.append({'page': name, 'per_second': per_second, 'p99_ms': p99, 'of_bare': per_second / bare, 'gzip_kb': weight})
    print(f'{name:26}{per_second:12.0f}{p99:9.1f}{per_second / bare:9.2f}{weight:9.1f}')
html = get('/buddy-vragen', None, False)[1].decode()
files = re.findall(r'(?:href|src)="(/bestanden/[^"]+)"', html)
first_view = sum(len(get(f, None, True)[1]) for f in files) / 1000 + result[2]['gzip_kb']
resident = int(re.search(r'VmRSS:\s+(\d+)', open(f'/proc/{server.pid}/status').read())[1]) / 1024
print(f'first view of a parent\'s page {first_view:.1f} kB in {1 + len(files)} requests; resident {resident:.0f} MB; started in {started * 1000:.0f} ms')
server.terminate()
server.wait()
json.dump({'pages': result, 'first_view_kb': first_view, 'requests': 1 + len(files), 'resident_mb': resident, 'start_ms': started * 1000}, open(os.path.join(tempfile.gettempdir(), 'naast-bench.json'), 'w'))
subprocess.run(['rm', '-rf', folder])
