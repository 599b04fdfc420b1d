# SPDX-License-Identifier: BSL-1.0
"""Runs the benchmark programs: repetitions interleaved at random, so that a busy minute falls on all sides, and medians."""

import json
import os
import re
import shlex
import statistics
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from reporting.progress import progress


class RunFailed(Exception):
    pass


@dataclass(frozen=True)
class Pace:
    repetitions: int
    seconds: float  # how long a side runs at least, each time
    sizes: dict[str, str] = field(default_factory=dict)  # of the data, where nothing is said
    server_sizes: dict[str, str] = field(default_factory=dict)  # of the servers' besides
    left_out: str = ""  # cases, where nothing is said
    left_out_of_servers: str = ""  # besides


# Thousands of round trips that take a millisecond each leave no time for anything else.
QUICK = Pace(3, 0.02, {"KOINE_BENCH_MOVIES": "1000"}, {"KOINE_BENCH_USERS": "200", "KOINE_BENCH_INSERTS": "500"},
             left_out="^bench_(trivial_query|medium_complex_query|insert)/(1|10|25|50|1000|10000)/|^depth_",
             left_out_of_servers="^(pool|insert_one_by_one|insert_returning).*/1ms|^nested_.*/1ms/(raw:n_plus_1|peer:)")
# As many movies as IMDBench has.
THOROUGH = Pace(9, 0.1, {"KOINE_BENCH_MOVIES": "25000"})


@dataclass(frozen=True)
class Program:
    database: str
    path: Path
    environment: dict[str, str]

    @property
    def in_process(self) -> bool:
        return self.database == "sqlite"


@dataclass
class Side:
    """One benchmark: a side of a case."""

    full_name: str
    registered: int
    failure: str = ""
    cpu_ns: float = 0
    wall_ns: float = 0
    allocations: float = 0
    round_trips: int = 1
    bytes_per_second: float = 0
    instructions: float | None = None
    peak_kib: int | None = None
    samples: list[dict] = field(default_factory=list)

    @property
    def case(self) -> str:
        return self.full_name.rpartition("/")[0]

    @property
    def name(self) -> str:
        return self.full_name.rpartition("/")[2]


# ---- which programs -------------------------------------------------------------------------------------------------

# By database: the program, and the variable of tests/servers that says where the server is.
SERVERS = {"postgres": ("bench_postgres", "KOINE_TEST_POSTGRES"), "mysql": ("bench_mysql", "KOINE_TEST_MYSQL"), "mariadb": ("bench_mysql", "KOINE_TEST_MARIADB")}


def url_of(database: str, text: str) -> str:
    """PostgreSQL's client takes key=value itself; the others are told by a URL."""
    if database == "postgres":
        return text
    parts = dict(part.partition("=")[::2] for part in shlex.split(text))
    user, password, name, socket = (quote(parts[key], safe="") for key in ("user", "password", "database", "socket"))
    return f"{database}://{user}:{password}@localhost/{name}?socket={socket}"


def program_in(directory: Path, name: str) -> Path | None:
    return next((path for path in (directory / "bench" / name, directory / name) if path.exists()), None)


def wants_servers(directory: Path, databases: list[str]) -> bool:
    return any(program_in(directory, SERVERS[name][0]) for name in databases if name in SERVERS)


def there(directory: Path, databases: list[str]) -> list[Program]:
    found = []
    for database in databases:
        name, variable = SERVERS.get(database, (f"bench_{database}", ""))
        path = program_in(directory, name)
        if path and (not variable or variable in os.environ):
            found.append(Program(database, path, {"KOINE_BENCH_URL": url_of(database, os.environ[variable])} if variable else {}))
    if not found:
        raise RunFailed(f"there is no benchmark program in {directory}")
    return found


# ---- running --------------------------------------------------------------------------------------------------------


def plain_name(run_name: str) -> str:
    """Without what Google Benchmark appends to a name."""
    return re.sub(r"(/(iterations:\d+|real_time|repeats:\d+))+$", "", run_name)


def start(program: Program, pattern: str, *options: str, environment: dict[str, str] = {}, before: tuple[str, ...] = ()) -> list[dict]:
    """Runs a program and gives its benchmarks; that one of them failed is in them."""
    command = [*before, str(program.path), f"--benchmark_filter={pattern or '.'}", "--benchmark_format=json", *options]
    done = subprocess.run(command, env=os.environ | program.environment | environment, capture_output=True, text=True)
    try:
        return json.loads(done.stdout)["benchmarks"]
    except (json.JSONDecodeError, KeyError):
        raise RunFailed(f"{program.path.name} on {program.database} gave no results (status {done.returncode}):\n{done.stderr}") from None


def run(program: Program, pattern: str, pace: Pace) -> list[Side]:
    progress(f"running {program.path.name} on {program.database}")
    sides: dict[str, Side] = {}
    sizes = pace.sizes if program.in_process else pace.sizes | pace.server_sizes
    left_out = [one for one in (pace.left_out, "" if program.in_process else pace.left_out_of_servers) if one]
    chosen = pattern or ("-" + "|".join(left_out) if left_out else ".")
    for one in start(program, chosen, f"--benchmark_repetitions={pace.repetitions}", f"--benchmark_min_time={pace.seconds}",
                     "--benchmark_enable_random_interleaving=true", environment={name: size for name, size in sizes.items() if name not in os.environ}):
        if one.get("run_type") != "iteration":
            continue
        name = plain_name(one["run_name"])
        side = sides.setdefault(name, Side(name, one["family_index"]))
        if one.get("error_occurred"):
            side.failure = one["error_message"]
        else:
            side.samples.append(one)
    for side in sides.values():
        summarize(side)
    progress("")
    # In the order of the program, not of the dice.
    return sorted(sides.values(), key=lambda side: side.registered)


NANOSECONDS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def summarize(side: Side) -> None:
    if side.failure or not side.samples:
        return

    def median(key: str) -> float:
        return statistics.median(one.get(key, 0) for one in side.samples)

    unit = NANOSECONDS[side.samples[0]["time_unit"]]
    side.cpu_ns, side.wall_ns = median("cpu_time") * unit, median("real_time") * unit
    side.allocations, side.round_trips = median("allocations"), round(median("round_trips"))
    side.bytes_per_second = median("bytes_per_second")


def add_peaks(program: Program, sides: list[Side]) -> None:
    """The peak of a process that runs one side, its copy of the database included."""
    for side in sides:
        if side.failure:
            continue
        progress(f"peak memory of {side.full_name}")
        pattern = "^" + re.escape(side.full_name) + "(/|$)"
        process = subprocess.Popen([str(program.path), f"--benchmark_filter={pattern}"], env=os.environ | {"KOINE_BENCH_ITERATIONS": "1"},
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise RunFailed(f"{program.path.name} failed on {side.full_name} alone (status {process.returncode})")
        side.peak_kib = usage.ru_maxrss
    progress("")
