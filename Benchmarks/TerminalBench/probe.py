"""Runs a full-screen program in a pseudo terminal, and tells what its keys and its idling cost.

A time is taken from the write of a key to the moment at which the last byte of what it brings about can be read, so it
holds the kernel's terminal and two changes of process: what a real terminal sees, without its own drawing.
"""
import fcntl
import glob
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

# Without a byte for so long, what a key has brought about is complete.
QUIET = 0.008
# Without any byte for so long, it has brought about nothing.
SILENCE = 0.5
# What terminals answer when they are asked who they are, where the cursor is, and which colours they have.
ANSWERS = {b"\x1b[c": b"\x1b[?64;22c", b"\x1b[6n": b"\x1b[1;1R", b"\x1b[>c": b"\x1b[>0;10;1c"}


def shown(output):
    """What of a program's output is text."""
    return re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", output).decode(errors="replace")


class Program:
    """A program on a terminal of its own."""

    def __init__(self, command, columns, rows, environment=None, folder=None):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            if folder:
                os.chdir(folder)
            variables = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "LINES": "", "COLUMNS": "", **(environment or {})}
            if folder:
                # Some believe this rather than where they are.
                variables["PWD"] = folder
            kept = {name: value for name, value in {**os.environ, **variables}.items() if value}
            # Whoever looks at colours more closely would be measured with more of them than the others.
            kept.pop("COLORTERM", None)
            try:
                os.execvpe(command[0], command, kept)
            finally:
                os._exit(127)
        self.started = time.monotonic()
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, within):
        """What comes within some seconds, at once when there is something; nothing where nothing comes."""
        if not select.select([self.terminal], [], [], within)[0]:
            return b""
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError:
            return b""
        for question, answer in ANSWERS.items():
            if question in data:
                os.write(self.terminal, answer)
        return data

    def until_quiet(self, first, quiet):
        """Reads until nothing comes for `quiet`. Returns the bytes, and when the last of them came; `first` is how
        long the first may take."""
        count, last, wait = 0, None, first
        while data := self.read(wait):
            count, last, wait = count + len(data), time.monotonic(), quiet
        return count, last

    def ready(self, text, limit=60):
        """Waits until a text was drawn, and what is drawn with it. Returns the seconds since the start."""
        seen, end = b"", time.monotonic() + limit
        while time.monotonic() < end:
            seen += self.read(0.2)
            if text in shown(seen):
                last = self.until_quiet(0.1, 0.1)[1]
                return (last or time.monotonic()) - self.started
        raise TimeoutError(f"no {text!r} on the screen")

    def drawn(self, *texts, limit=60):
        """Returns the seconds from the start to the byte with which the last of some texts was there."""
        seen, end = b"", time.monotonic() + limit
        while time.monotonic() < end:
            seen += self.read(0.2)
            now = time.monotonic()
            if all(text in shown(seen) for text in texts):
                return now - self.started
        raise TimeoutError(f"no {texts!r} on the screen")

    def screen(self):
        """What is drawn until nothing comes for a while."""
        seen = b""
        while data := self.read(0.2):
            seen += data
        return shown(seen)

    def send(self, keys):
        os.write(self.terminal, keys.encode())

    def press(self, key, quiet=QUIET):
        """Returns the bytes that a key brings about and the seconds until the last; None where it brings nothing."""
        while self.read(0):
            pass
        begun = time.monotonic()
        self.send(key)
        count, last = self.until_quiet(SILENCE, quiet)
        return (count, last - begun) if count else None

    def cpu(self):
        """Seconds of processor time of all threads so far."""
        total = 0
        for path in glob.glob(f"/proc/{self.process}/task/*/schedstat"):
            try:
                with open(path) as file:
                    total += int(file.read().split()[0])
            except OSError:
                pass
        return total / 1e9

    def memory(self):
        """Resident bytes."""
        with open(f"/proc/{self.process}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def idle(self, seconds):
        """Bytes and processor seconds a second while nothing is pressed."""
        end, count, used = time.monotonic() + seconds, 0, self.cpu()
        while (left := end - time.monotonic()) > 0:
            count += len(self.read(left))
        return count / seconds, (self.cpu() - used) / seconds

    def end(self):
        os.kill(self.process, signal.SIGTERM)
        limit = time.monotonic() + 2
        while time.monotonic() < limit:
            self.read(0.05)
            if os.waitpid(self.process, os.WNOHANG)[0]:
                break
        else:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self.terminal)


class Simulator:
    """A simulated account that Northwatch can be opened on; one that never runs out of requests."""

    def __init__(self, binary, scenario, *options):
        self.binary = binary
        self.process = subprocess.Popen(
            [binary, "simulate", "--port", "0", "--limit", "1000000", "--scenario", scenario, *options],
            stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()

    def dashboard(self, state):
        """The command of a dashboard that keeps its state in this directory."""
        return ["env", "NORTHFLANK_API_TOKEN=any", self.binary, "--api-url", self.url, "--state-dir", state]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
