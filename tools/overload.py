#!/usr/bin/env python3
"""Ten times more asked than the server can do, for minutes; and thousands of connections that say nothing. One server of the demonstration, on the machine that also asks.

What counts is what someone sees who comes then: how many pages are still made a second, how long they take who get one, whether the others are told at once, whether who logs out or withdraws is always served, and how soon it is as before.

usage: overload.py NAAST [SECONDS [SLOW]]      300 seconds and 5,000 slow connections unless told
"""
import asyncio, http.client, json, re, resource, shutil, subprocess, sys, tempfile, time, urllib.parse

from served import Served, check, failed, stop_all

if sys.argv[1] == '--visitor':
    # someone with a line of their own for every page, in a process of their own
    port, cookie, until, times, lost = int(sys.argv[2]), sys.argv[3], time.monotonic() + 30, [], 0
    while time.monotonic() < until:
        begun = time.monotonic()
        try:
            line = http.client.HTTPConnection('127.0.0.1', port, timeout=10)
            line.request('GET', '/mijn', headers={'Cookie': cookie})
            answer = line.getresponse()
            answer.read()
            lost += answer.status != 200
        except (OSError, http.client.HTTPException):
            lost += 1
        line.close()
        times.append(time.monotonic() - begun)
        time.sleep(0.05)
    print(json.dumps([times, lost]))
    sys.exit()
naast, seconds, many_slow = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300, int(sys.argv[3]) if len(sys.argv) > 3 else 5000
page, at_once = '/vandaag', 32
folder = tempfile.mkdtemp(prefix='naast-overload-')
files = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))


def p99(times):
    return sorted(times)[int(len(times) * 0.99)] * 1000 if times else float('nan')


class Asked:
    """What was asked of the server and what came of it."""

    def __init__(self, port):
        self.port, self.times, self.refused, self.refusals, self.lost = port, [], 0, [], 0

    async def open(self):
        return await asyncio.open_connection('127.0.0.1', self.port)

    async def one(self, line, text):
        """Asks once on a line that stays open; gives the status and the head."""
        begun = time.monotonic()
        reader, writer = line
        writer.write(text)
        head = await reader.readuntil(b'\r\n\r\n')
        length = int(re.search(rb'(?i)content-length: (\d+)', head)[1])
        await reader.readexactly(length)
        status, spent = int(head[9:12]), time.monotonic() - begun
        if status == 503:
            self.refused += 1
            self.refusals.append(spent)
        else:
            self.times.append(spent)
        return status, head

    async def steadily(self, text, until, pause=lambda: 0.0):
        """One who asks again and again, at a pace of its own however long answers take."""
        line, due = await self.open(), time.monotonic()
        while (now := time.monotonic()) < until:
            if due > now:
                await asyncio.sleep(due - now)
            try:
                await self.one(line, text)
            except (asyncio.IncompleteReadError, ConnectionError):
                self.lost += 1
                line[1].close()
                line = await self.open()
            due = max(due + pause(), time.monotonic() - 1)
        line[1].close()


def get(path, cookie):
    return f'GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n'.encode()


def post(path, cookie, fields):
    body = urllib.parse.urlencode(fields)
    return f'POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}'.encode()


def form(server, path, cookie, action):
    """The hidden fields of a form of a page."""
    body = server.calm(path, cookie)[1].decode()
    its = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', body, re.S)[0]
    return dict(re.findall(r'name="([^"]+)" value="([^"]*)"', its))


async def together(server, text, seconds, pause, many):
    asked = Asked(server.port)
    until = time.monotonic() + seconds
    await asyncio.gather(*(asked.steadily(text, until, pause) for _ in range(many)))
    return asked


async def too_much(server, desk, leavers):
    text = get(page, desk)
    normal = await together(server, text, 10, lambda: 0.0, at_once)
    capacity, usual = len(normal.times) / 10, p99(normal.times)
    print(f'capacity: {capacity:.0f} pages a second over {at_once} connections, p99 {usual:.0f} ms', flush=True)
    connections = at_once * 10
    # those who are refused come back at their own pace: ten times what can be done
    pace = connections / (capacity * 10)
    begun, its_own = time.monotonic(), time.process_time()

    async def leaves(number, cookie, fields):
        await asyncio.sleep(2 + (seconds - 4) * number / len(leavers))
        its = Asked(server.port)
        line = await its.open()
        status, head = await its.one(line, post('/uitloggen', cookie, fields))
        line[1].close()
        return status == 303 and b'/uitgelogd' in head, (its.times + its.refusals)[0]
    under, left = await asyncio.gather(together(server, text, seconds, lambda: pace, connections), asyncio.gather(*(leaves(number, *each) for number, each in enumerate(leavers))))
    spent = time.monotonic() - begun
    asking = (time.process_time() - its_own) / spent
    asked, made = (len(under.times) + under.refused) / spent, len(under.times) / spent
    print(f'asked {asked:.0f} a second for {spent:.0f} s: {made:.0f} made, {under.refused / spent:.0f} refused, {under.lost} lost; asking took {asking:.2f} of a processor', flush=True)
    check('asked ten times as much as can be done', asked >= 9 * capacity, f'{asked / capacity:.1f} times')
    check('0.8 of the pages are still made', made >= 0.8 * capacity, f'{made / capacity:.2f}')
    check('who gets a page waits at most twice as long', p99(under.times) <= 2 * usual, f'p99 {p99(under.times):.0f} ms, {p99(under.times) / usual:.1f} times')
    check('who gets none is told so within the 200 ms that anyone may wait', p99(under.refusals) <= 250, f'p99 {p99(under.refusals):.0f} ms')
    check('nobody is left without an answer', under.lost == 0, under.lost)
    check('who logs out is always served', all(served for served, _ in left), f'{sum(served for served, _ in left)} of {len(left)}, the longest wait {max(wait for _, wait in left) * 1000:.0f} ms')
    ended = time.monotonic()
    while time.monotonic() - ended < 60:
        after = await together(server, text, 1, lambda: 0.25, 4)
        if not after.refused and p99(after.times) <= usual:
            break
    check('it is as before within 10 s', time.monotonic() - ended <= 10, f'{time.monotonic() - ended:.1f} s')


async def slow(server, cookie):
    done, kept, opened = False, set(), 0

    async def trickle(number):
        while not done:
            reader = writer = None
            try:
                reader, writer = await asyncio.open_connection('127.0.0.1', server.port)
                opened_now(number)
                for byte in b'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ' + b'y' * 60:
                    writer.write(bytes([byte]))
                    try:
                        if await asyncio.wait_for(reader.read(1), 8) == b'':
                            break
                    except asyncio.TimeoutError:
                        pass
                    if done:
                        break
            except OSError:
                await asyncio.sleep(0.2)
            kept.discard(number)
            if writer:
                writer.close()
            await asyncio.sleep(1)

    def opened_now(number):
        nonlocal opened
        opened += 1
        kept.add(number)
    crowd = [asyncio.create_task(trickle(number)) for number in range(many_slow)]
    await asyncio.sleep(8)
    most, visitor = 0, await asyncio.create_subprocess_exec(sys.executable, __file__, '--visitor', str(server.port), cookie, stdout=asyncio.subprocess.PIPE)
    said = asyncio.create_task(visitor.communicate())
    while not said.done():
        most = max(most, len(kept))
        await asyncio.sleep(0.1)
    times, lost = json.loads((await said)[0])
    done = True
    for each in crowd:
        each.cancel()
    await asyncio.gather(*crowd, return_exceptions=True)
    print(f'slow: up to {most} at once, {opened} connections opened', flush=True)
    check(f'beside {many_slow} slow connections everyone is served', lost == 0, f'{len(times) - lost} of {len(times)}')
    check('and waits at most 500 ms', p99(times) <= 500, f'p99 {p99(times):.0f} ms')


try:
    subprocess.run([naast, 'demo', '--data', folder], check=True, stdout=subprocess.DEVNULL)
    server = Served(naast, '--data', folder)
    who = [name for name in server.links if 'coördinator' not in name]
    desk, parent = server.login('coördinator'), server.login('ouder met een buddy')
    leavers = []
    for _ in range(3):
        for name in who:
            cookie = server.login(name)
            leavers.append((cookie, form(server, '/mijn-gegevens', cookie, '/uitloggen')))
    time.sleep(6)  # the rounds that begin with the server
    asyncio.run(too_much(server, desk, leavers))
    asyncio.run(slow(server, parent))
    print(f'resident afterwards {server.resident_mb():.0f} MB')
finally:
    stop_all()
    shutil.rmtree(folder)
sys.exit(bool(failed))
