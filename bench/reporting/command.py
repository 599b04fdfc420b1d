# SPDX-License-Identifier: BSL-1.0
"""Builds the benchmarks, runs them on SQLite and on the servers that are there, and prints Koine beside the hand-written
floors: one line a case, with the goal and whether it is met."""

import argparse
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

from reporting import build, callgrind, comparison, groups, pictures, programs, table
from reporting.progress import progress

REPOSITORY = build.REPOSITORY
# Set where the servers are up, so that the second of the two processes starts no third.
INSIDE = "KOINE_BENCH_INSIDE"


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/report", description=__doc__)
    parser.add_argument("--quick", action="store_true",
                        help="under three minutes: less data and rougher ratios; of diesel_bench only the sizes of 100, and nothing of depth")
    parser.add_argument("--instructions", action="store_true", help="count the instructions of SQLite's cases by callgrind too, and judge by them")
    parser.add_argument("--all", action="store_true", help="every floor of a case, not only the one that Koine is held against")
    parser.add_argument("--json", action="store_true", help="an array of objects instead of the table")
    parser.add_argument("--svg", type=Path, metavar="DIRECTORY", help="draw pictures there")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--filter", default="", metavar="PATTERN", help="only what Google Benchmark finds by this regular expression")
    which.add_argument("--group", choices=groups.NAMES, help="only one group of cases")
    parser.add_argument("--databases", default="sqlite,postgres,mysql,mariadb", help="which of %(default)s")
    parser.add_argument("--build", type=Path, metavar="DIRECTORY", help="a build directory that is there; by default build/bench is configured and built")
    parser.add_argument("--compile", action="store_true", help="what it costs to compile, instead; see --compile --help")
    parser.add_argument("--counts", action="store_true", help="the numbers that are compared with recorded ones, instead; see --counts --help")
    chosen = parser.parse_args(arguments)
    if chosen.group:
        chosen.filter = groups.filter_of(chosen.group)
    return chosen


def with_servers(arguments: list[str]) -> int:
    """This program once more, with the servers of the tests beside it."""
    return subprocess.run([REPOSITORY / "tests/servers", "run", sys.executable, REPOSITORY / "bench/report", *arguments],
                          env=os.environ | {INSIDE: "yes"}).returncode


def measure(chosen: argparse.Namespace, directory: Path) -> tuple[list[comparison.Case], bool]:
    pace = programs.QUICK if chosen.quick else programs.THOROUGH
    cases: list[comparison.Case] = []
    sound = True
    for program in programs.there(directory, chosen.databases.split(",")):
        try:
            sides = programs.run(program, chosen.filter, pace)
        except programs.RunFailed as failure:
            # The other databases still have something to say.
            print(failure, file=sys.stderr)
            sound = False
            continue
        sound = sound and not any(side.failure for side in sides)
        if program.in_process and chosen.instructions:
            callgrind.count(program, chosen.filter, sides)
        if program.in_process and not chosen.quick:
            programs.add_peaks(program, sides)
        cases += comparison.group(program, sides)
    return cases, sound


def main(arguments: list[str]) -> int:
    # These have arguments of their own.
    for option, module in (("--compile", "compile_suite"), ("--counts", "counts")):
        if option in arguments:
            return importlib.import_module(f"reporting.{module}").main([argument for argument in arguments if argument != option])
    chosen = parse(arguments)
    try:
        directory = chosen.build or REPOSITORY / "build/bench"
        if not chosen.build and INSIDE not in os.environ:
            build.make(directory)
        if INSIDE not in os.environ and programs.wants_servers(directory, chosen.databases.split(",")):
            return with_servers(arguments)
        cases, sound = measure(chosen, directory)
    except (build.BuildFailed, programs.RunFailed) as failure:
        progress("")
        print(failure, file=sys.stderr)
        return 1
    rows = [row for case in cases for row in comparison.rows(case)]
    if chosen.json:
        print(json.dumps([row.as_object() for row in rows], indent=2, ensure_ascii=False))
    else:
        table.show(cases, rows, chosen.all)
    if chosen.svg:
        pictures.draw(chosen.svg, cases, rows)
    return 0 if sound and rows else 1
