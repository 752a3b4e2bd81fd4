"""A server of ours on a free port, the links by which a demonstration logs in, and pages asked of it: for tools that measure."""
import atexit, http.client, pathlib, re, shutil, socket, subprocess, time

running, failed = [], []


def check(what, holds, found):
    """Says whether something that was wanted holds, and what was found; `failed` keeps what does not."""
    if not holds:
        failed.append(what)
    print(f'{"holds" if holds else "FAILS"}  {what}: {found}', flush=True)



def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def proxy(work, *backends):
    """nginx in front of these ports, with its files in the folder `work`; gives its own port. What one cannot take goes to the next; what was sent to one already does not."""
    port = free_port()
    temp = ' '.join(f'{kind}_temp_path {work}/{kind};' for kind in ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'))
    servers = ' '.join(f'server 127.0.0.1:{backend} max_fails=1 fail_timeout=1s;' for backend in backends)
    pathlib.Path(work, 'nginx.conf').write_text(f'daemon off; pid {work}/pid; error_log {work}/error.log crit; events {{ worker_connections 4096; }} http {{ access_log off; {temp} upstream naast {{ {servers} }} server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://naast; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host; }} }} }}')
    atexit.register(subprocess.Popen([shutil.which('nginx') or '/usr/sbin/nginx', '-p', work, '-e', f'{work}/error.log', '-c', f'{work}/nginx.conf']).terminate)
    return port


class Served:
    """Starts NAAST serve with these words and waits until it is ready; `started_ms` is how long that took."""

    def __init__(self, naast, *words, port=None):
        self.port, self.links = port or free_port(), {}
        begun = time.monotonic()
        self.process = subprocess.Popen([naast, 'serve', *words, '--listen', f'127.0.0.1:{self.port}'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        running.append(self)
        for line in self.process.stdout:
            if m := re.match(r'  (.+?) +(http\S+)$', line.rstrip()):
                self.links[m[1]] = m[2].split(str(self.port))[1]
            if 'Ctrl-C' in line:
                break
        if self.get('/readyz')[0].status != 200:
            raise SystemExit('the server did not start')
        self.started_ms = (time.monotonic() - begun) * 1000

    def get(self, path, cookie=None, packed=False):
        line = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        line.request('GET', path, headers={**({'Cookie': cookie} if cookie else {}), **({'Accept-Encoding': 'gzip'} if packed else {})})
        answer = line.getresponse()
        return answer, answer.read()

    def calm(self, path, cookie=None):
        """The answer for a page once it is not "too busy": what was asked before may keep the server at work for a moment."""
        for _ in range(50):
            answer, body = self.get(path, cookie)
            if answer.status != 503:
                break
            time.sleep(0.2)
        return answer, body

    def login(self, who):
        return self.get(self.links[who])[0].getheader('Set-Cookie').split(';')[0]

    def resident_mb(self):
        return int(re.search(r'VmRSS:\s+(\d+)', open(f'/proc/{self.process.pid}/status').read())[1]) / 1024

    def cpu_s(self):
        """Seconds of the processor used so far."""
        return sum(map(int, open(f'/proc/{self.process.pid}/stat').read().rsplit(') ')[1].split()[11:13])) / 100

    def stop(self):
        self.process.terminate()
        self.process.wait()
        if self in running:
            running.remove(self)


def stop_all():
    for each in list(running):
        each.stop()


def wrk(port, path, cookie=None, seconds=3, threads=2, connections=32, script=None):
    """Requests per second and the times in which half and nearly all were answered; what was refused as too busy is no page."""
    words = ['wrk', f'-t{threads}', f'-c{connections}', f'-d{seconds}s', '--latency']
    said = subprocess.run([*words, *(['-H', f'Cookie: {cookie}'] if cookie else []), *(['-s', script] if script else []), f'http://127.0.0.1:{port}{path}'], capture_output=True, text=True).stdout

    def ms(part):
        value, unit = re.search(rf'{part}%\s+([\d.]+)(us|ms|s)', said).groups()
        return float(value) * {'us': 0.001, 'ms': 1, 's': 1000}[unit]
    refused = re.search(r'Non-2xx or 3xx responses: (\d+)', said)
    asked, length = re.search(r'(\d+) requests in ([\d.]+)s', said).groups()
    refused = int(refused[1]) if refused else 0
    return {'per_second': (int(asked) - refused) / float(length), 'p50_ms': ms(50), 'p99_ms': ms(99), 'refused': refused}
