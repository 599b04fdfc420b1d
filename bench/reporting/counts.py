# SPDX-License-Identifier: BSL-1.0
"""Numbers that are the same at every run, compared with those that were recorded: object code, the memory that the
compilers allocate, and the instructions of calls. Fails when one is 1.3 times what it was."""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from reporting import compilation, instructions
from reporting.build import REPOSITORY
from reporting.compile_sources import all_cases
from reporting.instructions import Work

RECORDED = REPOSITORY / "bench/recorded/counts.json"
BOUND = 1.3
BOUND_ELSEWHERE = 2.0  # where the compiler or a library is another than the recorded one

WORKS = [
    Work("point_lookup", 10, 110),
    Work("rows_1000", 2, 6),
    Work("filtered_page", 5, 25),
    Work("insert_one", 10, 110),
    Work("insert_1000", 2, 4),
    Work("nested_20", 2, 6),
    Work("decode_json", 2, 6),
    Work("text_of_a_fixed_query", 10, 110),
    Work("text_of_optional_parts", 12, 112),
    Work("recorded_lookup", 10, 110),
]

# How each compiler is asked what it has allocated, and what it answers. g++ must collect no garbage, or its answer would
# depend on when.
ALLOCATION_FLAGS = {
    "g++": ["-fmem-report", "--param", "ggc-min-heapsize=16777216"],
    "clang++": ["-Xclang", "-print-stats"],
}
ALLOCATED = {
    "g++": re.compile(r"^Total\s+(\d+)([kM]?)\s+\d+[kM]?\s+\d+[kM]?\s*$", re.MULTILINE),
    "clang++": re.compile(r"^Bytes used: (\d+)()$", re.MULTILINE),
}
UNITS = {"": 1, "k": 1 << 10, "M": 1 << 20}


class NotCounted(Exception):
    pass


# ---- what the numbers depend on ------------------------------------------------------------------------------------


def first_line(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[0]


def define(program: str, header: str, name: str) -> str:
    """The value of a macro of a header, without its quotes."""
    printed = subprocess.run([program, "-E", "-dM", "-x", "c++", "-include", header, "/dev/null"], check=True, capture_output=True, text=True)
    return re.search(rf'^#define {name} "?([^"\n]*)', printed.stdout, re.MULTILINE)[1]


def environment(compilers: dict[str, str]) -> dict[str, str]:
    library = next(iter(compilers.values()))
    known = {"machine": platform.machine()} | {name: first_line(program, "--version") for name, program in compilers.items()}
    known["libstdc++"] = define(library, "string", "__GLIBCXX__")
    known["Boost"] = define(library, "boost/version.hpp", "BOOST_LIB_VERSION")
    known["libsqlite3"] = define(library, "sqlite3.h", "SQLITE_SOURCE_ID")
    known["libc"] = platform.libc_ver()[1]
    known["valgrind"] = first_line("valgrind", "--version")
    return known


def dependencies(count: str) -> list[str]:
    """What a count of this name depends on."""
    if count.startswith("run: "):
        return ["machine", "g++", "libstdc++", "libsqlite3", "libc", "valgrind"]
    return ["machine", count.partition(": ")[0], "libstdc++", "Boost", "libsqlite3"]


# ---- counting ------------------------------------------------------------------------------------------------------


def allocated(compiler: str, said: str) -> int:
    found = ALLOCATED[compiler].findall(said)
    if not found:
        raise NotCounted(f"{compiler} does not say what it has allocated")
    return sum(int(number) * UNITS[unit] for number, unit in found)


def count_compilation(job: tuple) -> dict[str, int]:
    name, text, compiler, program, flags, source = job
    source.write_text(text)
    cost = compilation.compile_object(program, source, flags + ALLOCATION_FLAGS[compiler])
    counts = {f"{compiler}: {name}: allocated by the compiler": allocated(compiler, cost.said)}
    if cost.text_bytes > 0:
        counts[f"{compiler}: {name}: .text"] = cost.text_bytes
    return counts


def count_instructions(job: tuple) -> dict[str, int]:
    work, program, scratch = job
    counted = instructions.count(program, work, scratch)
    return {f"run: {work.name}: instructions": counted.whole, f"run: {work.name}: outside SQLite": counted.outside_client}


def compile_program(program: str, made: Path) -> None:
    command = [program, *compilation.FLAGS, *(f"-I{REPOSITORY / name}" for name in (*compilation.INCLUDES, "bench")),
               str(REPOSITORY / "bench/counts/main.cpp"), "-o", str(made), "-lsqlite3"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise compilation.CompilationFailed(f"{' '.join(command)}:\n{done.stderr}")


def count_all(compilers: dict[str, str], workers: int) -> dict[str, int]:
    clients = compilation.client_flags()
    flags = [flag for of_one in clients.values() for flag in of_one]
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(workers) as pool:
        made = Path(scratch, "counts")
        program = pool.submit(compile_program, compilers["g++"], made)
        compilations = []
        for case in all_cases(set(clients)):
            for compiler, path in compilers.items():
                folder = Path(scratch, str(len(compilations)))
                folder.mkdir()
                compilations.append((case.name, case.koine, compiler, path, flags, folder / "case.cpp"))
        results = list(pool.map(count_compilation, compilations))
        program.result()
        results += pool.map(count_instructions, [(work, made, Path(scratch)) for work in WORKS])
    return {name: value for result in results for name, value in result.items()}


# ---- comparing -----------------------------------------------------------------------------------------------------


def compare(counts: dict[str, int], known: dict[str, str], recorded: dict) -> tuple[int, int]:
    """Prints what is not as it was; the numbers of counts within and beyond their bounds."""
    was, before = recorded["counts"], recorded["environment"]
    changed = {name for name in known.keys() | before.keys() if known.get(name) != before.get(name)}
    for name in sorted(changed):
        print(f"*** {name} is {known.get(name)}, and was {before.get(name)} when the counts were recorded: "
              f"what depends on it may be {BOUND_ELSEWHERE} times as much")
    passed = failed = 0
    for name in sorted(was.keys() - counts.keys()):
        failed += 1
        print(f"FAILED {name}: recorded, and not counted any more")
    for name, value in counts.items():
        bound = BOUND_ELSEWHERE if changed.intersection(dependencies(name)) else BOUND
        if name not in was:
            failed += 1
            print(f"FAILED {name}: {value}, and nothing is recorded; see --record")
        elif value > was[name] * bound:
            failed += 1
            print(f"FAILED {name}: {value}, which is {value / was[name]:.2f} times the recorded {was[name]}")
        else:
            passed += 1
            if value * bound < was[name]:
                print(f"{name}: {value}, only {value / was[name]:.2f} times the recorded {was[name]}: --record keeps that")
    return passed, failed


def print_counts(counts: dict[str, int], was: dict[str, int]) -> None:
    for name, value in counts.items():
        ratio = f"{value / was[name]:8.3f} × recorded" if was.get(name) else ""
        print(f"{name:72}{value:>12}{ratio}")


def record(counts: dict[str, int], known: dict[str, str]) -> None:
    RECORDED.parent.mkdir(exist_ok=True)
    RECORDED.write_text(json.dumps({"environment": known, "counts": counts}, indent=2, ensure_ascii=False) + "\n")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench/report --counts", description=__doc__)
    parser.add_argument("--record", action="store_true", help="write the counts to bench/recorded/counts.json")
    parser.add_argument("--all", action="store_true", help="print every count")
    parser.add_argument("--json", action="store_true", help="print the counts as one object, and compare nothing")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)), help="how many run at a time (%(default)s)")
    chosen = parser.parse_args(arguments)
    compilers = compilation.find_compilers()
    missing = [name for name in ("g++", "clang++") if name not in compilers] + [name for name in ("valgrind", "size") if not shutil.which(name)]
    if missing:
        print(f"nothing is counted: there is no {', '.join(missing)}", file=sys.stderr)
        return 1
    known = environment(compilers)
    try:
        counts = count_all(compilers, chosen.jobs)
    except (compilation.CompilationFailed, NotCounted) as failure:
        print(failure, file=sys.stderr)
        return 1
    if chosen.json:
        print(json.dumps({"environment": known, "counts": counts}, indent=2, ensure_ascii=False))
        return 0
    recorded = json.loads(RECORDED.read_text()) if RECORDED.exists() else {"environment": known, "counts": {}}
    if chosen.all:
        print_counts(counts, recorded["counts"])
    if chosen.record:
        record(counts, known)
        return 0
    passed, failed = compare(counts, known, recorded)
    print(f"counts: {passed} passed, {failed} failed")
    return 1 if failed or not passed else 0
