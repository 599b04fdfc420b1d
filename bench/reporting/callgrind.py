# SPDX-License-Identifier: BSL-1.0
"""Instructions of each side, by one run of the program under callgrind, which writes a profile at the end of each side."""

import re
import shutil
import tempfile
from pathlib import Path

from reporting import programs
from reporting.progress import progress

ITERATIONS = 2
# The functions of bench/case.hpp whose names are looked for; callgrind leaves names mangled that are too deep for it.
TIMED, ONE_SIDE = "*bench_timed_run*", ("*bench::run_side<*", "_ZN5bench8run_sideI*")


def count(program: programs.Program, pattern: str, sides: list[programs.Side]) -> None:
    """Sets the instructions of the sides that ran."""
    if not shutil.which("valgrind"):
        raise programs.RunFailed("--instructions needs valgrind")
    progress(f"counting instructions of {program.path.name}")
    with tempfile.TemporaryDirectory() as scratch:
        valgrind = ("valgrind", "--tool=callgrind", f"--callgrind-out-file={scratch}/profile", f"--toggle-collect={TIMED}",
                    *(f"--dump-after={name}" for name in ONE_SIDE))
        # Symbols are resolved before the first side runs.
        ran = programs.start(program, pattern, before=valgrind, environment={"KOINE_BENCH_ITERATIONS": str(ITERATIONS), "LD_BIND_NOW": "1"})
        sums = [sum_of(Path(scratch, f"profile.{number}")) for number in range(1, len(ran) + 1)]
    by_name = {programs.plain_name(one["run_name"]): counted / ITERATIONS for one, counted in zip(ran, sums) if not one.get("error_occurred")}
    for side in sides:
        side.instructions = by_name.get(side.full_name)
    progress("")


def sum_of(profile: Path) -> int:
    found = re.search(r"^summary: (\d+)", profile.read_text(), re.MULTILINE)
    if not found:
        raise programs.RunFailed(f"callgrind wrote no summary into {profile.name}")
    return int(found[1])
