"""Writers that send sign-ups, many at once, and the ledger of what was acknowledged to them, kept outside the server: for tools that break things under load."""
import contextlib, http.client, re, secrets, threading, time, urllib.parse

PAGE = '/buddy-worden/aanmelden'


class Writers:
    """Speaks with the server at one of the ports, and with the next when one does not answer; a form whose fate is unknown is sent again under its own key, as a person would."""

    def __init__(self, *ports):
        self.ports, self.lock = ports, threading.Lock()
        self.sent, self.acknowledged, self.longest = set(), [], 0.0
        line = self.line(0)
        line.request('GET', PAGE)
        answer = line.getresponse()
        page, self.cookie = answer.read().decode(), answer.getheader('Set-Cookie').split(';')[0]
        self.hidden = {name: re.search(f'name="{name}" value="([^"]*)"', page)[1] for name in ('_csrf', '_moment')}
        time.sleep(3.2)  # who is quicker is taken for a program

    def line(self, number):
        return http.client.HTTPConnection('127.0.0.1', self.ports[number % len(self.ports)], timeout=10)

    def answer(self, line, key):
        """The status of the answer to the form with this key."""
        body = urllib.parse.urlencode({**self.hidden, '_once': key, 'naam': f'Naam {key}', 'telefoon': '0612345678', 'kanaal': 'poster', 'akkoord': 'ja'})
        line.request('POST', PAGE, body, {'Cookie': self.cookie, 'Content-Type': 'application/x-www-form-urlencoded'})
        got = line.getresponse()
        got.read()
        return got.status

    def post(self, line, key):
        return self.answer(line, key) == 303

    def write(self, number, ending):
        line, key, since = self.line(number), None, time.monotonic()
        while not ending.is_set():
            if key is None:
                key, since = secrets.token_hex(8), time.monotonic()
                with self.lock:
                    self.sent.add(key)
            try:
                done = self.post(line, key)
            except (OSError, http.client.HTTPException):
                line.close()
                number, done = number + 1, False
                line = self.line(number)
            if not done:
                time.sleep(0.01)
                continue
            with self.lock:
                self.acknowledged.append(key)
                self.longest = max(self.longest, time.monotonic() - since)
            key = None

    @contextlib.contextmanager
    def at_work(self, many):
        """While `many` write; what is under way at the end may stay unacknowledged."""
        ending = threading.Event()
        threads = [threading.Thread(target=self.write, args=(number, ending)) for number in range(many)]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            ending.set()
            for thread in threads:
                thread.join()

    def again(self):
        """Sends every acknowledged form once more; each is acknowledged as before."""
        line = self.line(0)
        return all(self.post(line, key) for key in self.acknowledged)


class Watched(Writers):
    """Writers and readers that remember every answer that was no success, and when."""

    def __init__(self, *ports):
        super().__init__(*ports)
        self.wrong, self.right = [], 0

    def note(self, good, what):
        with self.lock:
            if good:
                self.right += 1
            else:
                self.wrong.append((time.monotonic(), what))

    def post(self, line, key):
        try:
            good = super().post(line, key)
        except (OSError, http.client.HTTPException) as error:
            self.note(False, repr(error))
            raise
        self.note(good, 'a form was refused')
        return good

    def read(self, ending):
        line = self.line(0)
        while not ending.is_set():
            try:
                line.request('GET', PAGE)
                got = line.getresponse()
                got.read()
                self.note(got.status == 200, f'a page: {got.status}')
            except (OSError, http.client.HTTPException) as error:
                self.note(False, repr(error))
                line.close()

    @contextlib.contextmanager
    def at_work(self, many, readers=4):
        """While `many` write and some read."""
        ending = threading.Event()
        threads = [threading.Thread(target=self.read, args=(ending,)) for _ in range(readers)]
        for thread in threads:
            thread.start()
        try:
            with super().at_work(many):
                yield self
        finally:
            ending.set()
            for thread in threads:
                thread.join()
