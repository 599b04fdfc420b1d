# SPDX-License-Identifier: BSL-1.0
# generator · language/comparison: compiles and runs the programs of seeds, and compares what the databases give.
import os
import re
import subprocess
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .program import QUERIES, program
from .registry import registry

ROOT = Path(__file__).resolve().parents[3]
WORK = ROOT / "build/generator"
INCLUDES = [f"-I{ROOT / each}" for each in ("include", "dialects", "drivers", "tests/generator")]


def printed_by(seed):
    """What the program of a seed says: its text, and what is wrong with it."""
    source = WORK / f"seed_{seed}.cpp"
    source.write_text(program(seed))
    made = source.with_suffix("")
    clients = subprocess.run(["pkg-config", "--cflags", "--libs", "sqlite3", "libpq", "libmariadb"], capture_output=True, text=True, check=True).stdout.split()
    built = subprocess.run(["g++", "-std=c++20", "-O0", "-fmax-errors=3", *INCLUDES, source, "-o", made, *clients], capture_output=True, text=True)
    if built.returncode != 0:
        return "", built.stderr
    ran = subprocess.run([made], capture_output=True, text=True, timeout=120)
    made.unlink()
    return ran.stdout, "" if ran.returncode == 0 else f"exit status {ran.returncode}\n{ran.stderr}"


def answers_in(text):
    """By the query's number: what each database said."""
    answers = defaultdict(dict)
    for line in text.splitlines():
        number, server, said = line.split(" ", 2)
        answers[int(number)][server] = said
    return answers


def compare(seed, said, proven):
    """The number of queries that pass; those that do not are printed."""
    source = (WORK / f"seed_{seed}.cpp").read_text()
    answers = answers_in(said)
    passed = 0
    for number in range(1, QUERIES + 1):
        given = {server: answer for server, answer in answers[number].items() if answer != "refused"}
        if len(set(given.values())) <= 1 and not any(answer.startswith("error:") for answer in given.values()) and answers[number]:
            passed += 1
            if len(given) > 1:
                proven.update(re.search(rf"^// {number}: (.*)$", source, re.M)[1].split("; "))
            continue
        written = re.search(rf" query = (.*);\n    on\.run\({number},", source)
        print(f"seed {seed}, query {number}: {written[1]}")
        for server, answer in answers[number].items():
            print(f"    {server}: {answer}")
    return passed


def check(seeds):
    """How many queries and constructs pass, and how many fail."""
    WORK.mkdir(parents=True, exist_ok=True)
    proven = Counter()
    passed = failed = 0
    with ThreadPoolExecutor(int(os.environ.get("KOINE_GENERATOR_JOBS", os.cpu_count() or 1))) as workers:
        for seed, (said, wrong) in zip(seeds, workers.map(printed_by, seeds)):
            good = 0
            if wrong:
                print(f"seed {seed}: {wrong}")
            else:
                good = compare(seed, said, proven)
            passed += good
            failed += QUERIES - good
            if good == QUERIES:
                (WORK / f"seed_{seed}.cpp").unlink()
            else:
                print(f"seed {seed} failed, see {WORK.relative_to(ROOT)}/seed_{seed}.cpp", flush=True)
    unproven = [name for name in registry.names if not proven[name]] if passed else []
    for name in unproven:
        print(f"no two databases ran a query with: {name}")
    return passed + len(registry.names) - len(unproven), failed + len(unproven)
