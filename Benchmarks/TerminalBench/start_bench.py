#!/usr/bin/env python3
"""How long a start takes until the first frame is complete, drawn from what was known at the last start.

  start_bench.py BINARY [--starts N]

A simulated account is read once by a dashboard with a state directory of its own. Then the simulator ends, and
dashboards are started without it. Prints the median, the fastest and the slowest.
"""
import argparse
import os
import statistics
import tempfile

from probe import Program, Simulator

SIZE = (200, 50)
SERVICES_A_PROJECT = 100
# What the last line of a frame ends with, so that all of it is there.
LAST = "quit"


def scenario(projects):
    """Services that were built once, and of which nobody builds any."""
    yield "pushSeconds: 1000000000\ndays: 0.1\nprojects:\n"
    for project in range(projects):
        yield f"  - name: Project {project}\n    services:\n"
        for number in range(SERVICES_A_PROJECT):
            yield f"      - {{name: Orders worker {number}, repository: orders-{project}}}\n"
        yield "    jobs:\n      - {name: Nightly, schedule: \"0 2 * * *\"}\n"
        yield "    addons:\n      - {name: Main DB, type: postgresql, gigabytes: 4, backup: \"0 2 * * *\"}\n"


def remember(simulator, state, services):
    """Has a dashboard read all of the account. Returns when it is in the database."""
    program = Program(simulator.dashboard(state), *SIZE)
    try:
        program.ready("resets in")
        for _ in range(120):
            program.idle(1)
            # Drawn anew, whatever is on the screen: else only what changes of a number would come.
            program.send("\x0c")
            if f"({services})" in program.screen():
                # The other lists, and the writing.
                return program.idle(10)
    finally:
        program.end()
    raise TimeoutError(f"{services} services weren't read")


def start(command, services):
    """Milliseconds from the start of the program to the last byte of its first frame."""
    program = Program(command, *SIZE)
    try:
        return program.drawn(f"({services})", LAST) * 1000
    finally:
        program.end()


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("binary")
    parser.add_argument("--starts", type=int, default=15)
    options = parser.parse_args()
    print("| services remembered | first frame, median | fastest | slowest |\n| ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for projects in (10, 200):
            services, state = projects * SERVICES_A_PROJECT, os.path.join(folder, f"state-{projects}")
            path = os.path.join(folder, f"{projects}.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(scenario(projects))
            with Simulator(os.path.abspath(options.binary), path) as simulator:
                remember(simulator, state, services)
            times = [start(simulator.dashboard(state), services) for _ in range(options.starts)]
            numbers = (statistics.median(times), min(times), max(times))
            print(f"| {services:,} | " + " | ".join(f"{number:.0f} ms" for number in numbers) + " |", flush=True)


if __name__ == "__main__":
    main()
