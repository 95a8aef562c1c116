#!/usr/bin/env python3
"""What keys and idling cost in Northwatch and in other full-screen programs, in one run on one machine.

  terminal_bench.py BINARY [--idle SECONDS] [--json]

Prints a table. Programs that aren't installed are left out; the bare list in C is compiled with cc and ncurses.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

from probe import Program, Simulator

SIZE = (200, 50)
# 30 services of which nobody builds any.
QUIET = "pushSeconds: 1000000\nprojects:\n" + "".join(
    f"  - name: Project {project}\n    services:\n"
    + "".join(f"      - {{name: Service {project}-{number}, repository: r{project}-{number}}}\n" for number in range(10))
    + "    addons:\n      - {name: DB, type: postgresql, gigabytes: 4, backup: \"0 2 * * *\"}\n"
    for project in range(3))
# A service that prints more than anybody reads.
FLOOD = "projects:\n  - name: Shop\n    services:\n      - {name: Gateway, image: \"nginx:1\", linesPerSecond: 10000}\n"


def written(folder, name, text):
    """The path of a new file."""
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def programs(binary, folder):
    """(name, command, text that shows it is ready, keys before, key down, key up, folder to run in)"""
    bare = os.path.join(folder, "list")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "list.c")
    subprocess.run(["cc", "-O2", "-D_DEFAULT_SOURCE", "-o", bare, source, "-lncursesw", "-ltinfo"], check=True)
    files = os.path.join(folder, "files")
    os.mkdir(files)
    for number in range(300):
        with open(os.path.join(files, f"file-{number:03}"), "w", encoding="utf-8") as file:
            file.write("x" * number)
    down, up = "\x1b[B", "\x1b[A"
    demo = [binary, "demo", "--seed", "7", "--scenario"]
    yield "northwatch, 30 services at rest", [*demo, written(folder, "quiet.yaml", QUIET)], "resets in", ["3"], "j", "k", None
    yield "northwatch, things being built", [*demo, "calm"], "resets in", ["3"], "j", "k", None
    yield "northwatch, 5,000 services", [*demo, "large"], "resets in", ["3"], "j", "k", None
    # With no limit to its requests it asks for every list as often as it ever does.
    with Simulator(binary, "large") as account:
        yield ("northwatch, 5,000 services, a refresh pouring in", account.dashboard(os.path.join(folder, "busy")),
               "resets in", ["3"], "j", "k", None)
    # Scrolled up by some lines and down again, while the API's answers, a thousand lines each, are read.
    with Simulator(binary, written(folder, "flood.yaml", FLOOD)) as account:
        yield ("northwatch, a log of 10,000 lines a second", account.dashboard(os.path.join(folder, "flood")),
               "resets in", ["2", "l"], "k", "j", None)
    yield "a bare list in C", [bare], "row 10", [], "j", "k", None
    yield "nnn", ["nnn"], "file-010", [], "j", "k", files
    yield "htop", ["htop"], "F10", [], down, up, None
    yield "btop", ["btop"], "proc", [], down, up, None
    yield "gdu", ["gdu", "--no-cross", files], "file-29", [], "j", "k", None


def measure(command, text, before, down, up, folder, idle):
    program = Program(command, *SIZE, folder=folder)
    try:
        start = program.ready(text)
        program.idle(5)
        for key in before:
            program.press(key)
        program.idle(1)
        presses, used = [], program.cpu()
        # Down and up again, so that no list comes to its end; with pauses, as a person's keys have them.
        for key in ([down] * 10 + [up] * 10) * 4:
            presses.append(program.press(key))
            program.idle(0.015)
        used = program.cpu() - used
        answered = [press for press in presses if press]
        times = sorted(seconds * 1000 for _, seconds in answered)
        program.idle(2)
        burst = program.press(down * 500, quiet=0.15)
        program.idle(2)
        quiet_bytes, quiet_cpu = program.idle(idle)
        return {
            "start_ms": start * 1000,
            "key_ms": statistics.median(times),
            "key_p95_ms": times[int(len(times) * 0.95)],
            "key_bytes": statistics.median(count for count, _ in answered),
            "key_cpu_ms": used / len(presses) * 1000,
            "silent": len(presses) - len(answered),
            "burst_ms": burst[1] * 1000 if burst else 0,
            "idle_bytes_s": quiet_bytes,
            "idle_cpu_percent": quiet_cpu * 100,
            "memory_mb": program.memory() / 1e6,
        }
    finally:
        program.end()


COLUMNS = [
    ("key, median", "key_ms", "{:.1f} ms"), ("95th percentile", "key_p95_ms", "{:.1f} ms"),
    ("500 keys at once", "burst_ms", "{:.0f} ms"),
    ("bytes a key", "key_bytes", "{:,.0f}"), ("CPU a key", "key_cpu_ms", "{:.1f} ms"),
    ("idle, bytes a second", "idle_bytes_s", "{:,.0f}"), ("idle, of a core", "idle_cpu_percent", "{:.2f} %"),
    ("memory", "memory_mb", "{:.0f} MB"),
]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("binary")
    parser.add_argument("--idle", type=float, default=20)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", default="", help="a part of the programs' names")
    options = parser.parse_args()
    if not options.json:
        print("|  | " + " | ".join(title for title, _, _ in COLUMNS) + " |")
        print("| --- |" + " ---: |" * len(COLUMNS))
    with tempfile.TemporaryDirectory() as folder:
        for name, command, *how in programs(os.path.abspath(options.binary), folder):
            if options.only not in name or not shutil.which(command[0]):
                continue
            try:
                found = measure(command, *how, options.idle)
            except (TimeoutError, ZeroDivisionError, statistics.StatisticsError) as error:
                print(f"{name}: {error}", file=sys.stderr)
                continue
            if options.json:
                print(json.dumps({"program": name, **{key: round(value, 3) for key, value in found.items()}}))
            else:
                print(f"| {name} | " + " | ".join(form.format(found[key]) for _, key, form in COLUMNS) + " |")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
