# SPDX-License-Identifier: BSL-1.0
"""Instructions of one call, counted by callgrind: a longer run minus a shorter one, so that what comes before falls out."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

# The client library whose work is not Koine's.
CLIENT = "/libsqlite3.so"


@dataclass(frozen=True)
class Instructions:
    whole: int
    outside_client: int  # without what the client spends when it is called


@dataclass(frozen=True)
class Work:
    name: str
    fewer: int
    more: int


def count(program: Path, work: Work, scratch: Path) -> Instructions:
    fewer, more = (read(run(program, work.name, iterations, scratch), program) for iterations in (work.fewer, work.more))
    calls = work.more - work.fewer
    return Instructions(round((more.whole - fewer.whole) / calls), round((more.outside_client - fewer.outside_client) / calls))


def run(program: Path, name: str, iterations: int, scratch: Path) -> str:
    profile = scratch / f"{name}.{iterations}"
    # Nothing of the caller's environment, which lies on the stack; every symbol is resolved before it begins.
    subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", str(program), name, str(iterations)],
                   check=True, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "LD_BIND_NOW": "1"})
    return profile.read_text()


def read(profile: str, program: Path) -> Instructions:
    """The sum of a profile, and the sum without what the program's calls into the client cost, its calls back left out."""
    whole = int(re.search(r"^summary: (\d+)", profile, re.MULTILINE)[1])
    names: dict[str, str] = {}

    def name_of(reference: str) -> str:
        number, _, name = reference.partition(" ")
        return names.setdefault(number, name)

    inside = 0
    caller = callee = ""
    is_call = False
    for line in profile.splitlines():
        if line.startswith("ob="):
            caller = name_of(line[3:])
        elif line.startswith("cob="):
            callee = name_of(line[4:])
        elif line.startswith("calls="):
            is_call = True
        elif is_call:
            # The line behind it says where, and what it cost with all that it called.
            cost = int(line.split()[1])
            if CLIENT in callee and caller == str(program):
                inside += cost
            elif CLIENT in caller and callee == str(program):
                inside -= cost
            is_call, callee = False, ""
    return Instructions(whole, whole - inside)
