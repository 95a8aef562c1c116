#!/usr/bin/env python3
"""Records an incident in the demo, from what is broken to the restored service, as a moving SVG for the README.

  recording.py BINARY FILE [--frames FOLDER]

Needs tmux and nothing beside Python's own library. Each line of the screen is drawn once for each thing it ever shows
and is seen while it shows it, so that the file stays small. Where nothing moves, the first frame is seen.
"""
import argparse
import html
import os
import re
import time

from screenshots import Style, Terminal, draw, draw_line, frame, top

COLUMNS, ROWS = 110, 32
ARGUMENTS = ["--scenario", "incident", "--speed", "8"]
# (what to wait for on the screen, a key). What has come stays a while, so that it can be read.
STEPS = [
    ("Gateway", "!"),  # what is broken
    ("1/1 containers", "j"),
    ("Gateway", "Enter"),  # where it stands
    ("Services of Payments", "Enter"),  # all that is known of it
    ("Service Gateway", "l"),
    ("every", "k"),
    ("every", "k"),
    ("every", "Escape"),
    ("Service Gateway", "B"),  # asks first
    ("Esc", "Enter"),
    ("Service Gateway", "Escape"),
    ("Build of Gateway success", None),
    ("5 problems", "!"),  # one less
]
# In seconds: how long each is shown, how long may be waited for, and how long a wait is shown.
READING, PATIENCE, LONGEST = 1.8, 90, 2.0


def plain(line):
    return re.sub(r"\x1b\[[0-9;:]*m", "", line)


class Recording:
    """What the screen shows, and for how long."""

    def __init__(self, terminal):
        self.terminal = terminal
        self.frames = []

    def watch(self, seconds, until=None):
        """Looks at the screen for some seconds, or until it shows a text."""
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            lines = self.terminal.lines()
            if not self.frames or lines != self.frames[-1][1]:
                self.frames.append((now, lines))
            if until and any(until in plain(line) for line in lines):
                return
            time.sleep(0.1)
        if until:
            raise TimeoutError("\n".join([f"no {until!r} on the screen", *map(plain, lines)]))

    def timed(self):
        """(seconds it is shown, lines); where nothing moved for long, less."""
        ends = [at for at, _ in self.frames[1:]] + [self.frames[-1][0] + 4]
        return [(min(end - at, LONGEST), lines) for (at, lines), end in zip(self.frames, ends)]


def moving(frames, title):
    """All frames as one SVG."""
    total = sum(seconds for seconds, _ in frames)
    # Of each line all that it shows, and from when to when.
    shown, at = {}, 0
    for seconds, lines in frames:
        for row, line in enumerate(lines):
            times = shown.setdefault((row, line), [])
            if times and times[-1][1] == at:
                times[-1][1] = at + seconds
            else:
                times.append([at, at + seconds])
        at += seconds
    names, rules, content = {}, [], []
    for (row, line), times in shown.items():
        pieces = "".join(draw_line(line, top(row), Style()))
        if not pieces:
            continue
        if times == [[0, total]]:
            content.append(pieces)
            continue
        key = tuple(map(tuple, times))
        if key not in names:
            names[key] = f"t{len(names)}"
            stops = "".join(
                f"{start / total:.3%}{{visibility:visible}}"
                + (f"{end / total:.3%}{{visibility:hidden}}" if end < total - 0.001 else "")
                for start, end in times)
            rules.append(f"@keyframes {names[key]}{{0%{{visibility:hidden}}{stops}}}.{names[key]}{{animation-name:{names[key]}}}")
        first = ' visibility="visible"' if times[0][0] == 0 else ' visibility="hidden"'
        content.append(f'<g class="m {names[key]}"{first}>{pieces}</g>')
    css = f".m{{animation:{total:.2f}s step-end infinite}}" + "".join(rules)
    return frame(COLUMNS, ROWS, title, [f"<style>{css}</style>", *content])


def record(binary):
    with Terminal(binary, COLUMNS, ROWS, ARGUMENTS, {}) as terminal:
        recording = Recording(terminal)
        recording.watch(PATIENCE, until="problems")
        time.sleep(3)
        recording.frames.clear()
        for text, key in STEPS:
            recording.watch(PATIENCE, until=text)
            recording.watch(READING)
            if key:
                terminal.press(key)
        recording.watch(READING * 2)
        return recording.timed()


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("binary")
    parser.add_argument("file")
    parser.add_argument("--frames", help="a folder for each frame as a picture of its own, to look at")
    options = parser.parse_args()
    title = html.escape(" ".join(["northwatch demo", *ARGUMENTS]))
    frames = record(os.path.abspath(options.binary))
    with open(options.file, "w", encoding="utf-8") as file:
        file.write(moving(frames, title))
    if options.frames:
        os.makedirs(options.frames, exist_ok=True)
        for number, (_, lines) in enumerate(frames):
            with open(os.path.join(options.frames, f"{number:03}.svg"), "w", encoding="utf-8") as file:
                file.write(draw(lines, COLUMNS, ROWS, title))
    print(f"{options.file}: {len(frames)} frames, {os.path.getsize(options.file) // 1000} kB")


if __name__ == "__main__":
    main()
