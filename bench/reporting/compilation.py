# SPDX-License-Identifier: BSL-1.0
"""One run of a compiler, and what it cost."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from reporting.build import REPOSITORY

FLAGS = ["-std=c++20", "-O2", "-DNDEBUG", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror"]
INCLUDES = ["include", "dialects", "drivers", "bench/compile_time"]
# The first version of each that the library is written for, as the distribution names it.
COMPILERS = {"g++": ("g++-12", "g++"), "clang++": ("clang++-19", "clang++")}
CLIENTS = {"libpq": ["libpq"], "mysql": ["libmariadb", "mysqlclient"]}


class CompilationFailed(Exception):
    pass


@dataclass(frozen=True)
class Cost:
    seconds: float  # user and system, of the compiler and what it starts
    peak_kib: int  # of the largest of these processes
    text_bytes: int
    object_bytes: int
    said: str


def find_compilers() -> dict[str, str]:
    """The program of each compiler that this machine has."""
    found = {kind: next(filter(None, map(shutil.which, names)), None) for kind, names in COMPILERS.items()}
    return {kind: program for kind, program in found.items() if program}


def client_flags() -> dict[str, list[str]]:
    """The servers' clients that this machine has headers of, each with the flags to find them."""
    found = {}
    for client, packages in CLIENTS.items():
        for package in packages:
            asked = subprocess.run(["pkg-config", "--cflags", package], capture_output=True, text=True)
            if asked.returncode == 0:
                found[client] = asked.stdout.split()
                break
    return found


def compile_object(program: str, source: Path, flags: list[str]) -> Cost:
    """Compiles a file to an object beside it."""
    made = source.with_suffix(".o")
    command = [program, *FLAGS, *flags, *(f"-I{REPOSITORY / name}" for name in INCLUDES), "-c", str(source), "-o", str(made)]
    # What is measured is the compiler, not what remembers its output.
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               env=os.environ | {"CCACHE_DISABLE": "1", "LC_ALL": "C"})
    said = running.stdout.read()
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode != 0:
        raise CompilationFailed(f"{program} {source.name}:\n{said}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss, text_bytes(made), made.stat().st_size, said)


def text_bytes(made: Path) -> int:
    sections = subprocess.run(["size", "-A", str(made)], check=True, capture_output=True, text=True).stdout
    return sum(int(size) for size in re.findall(r"^\.text\S*\s+(\d+)", sections, re.MULTILINE))
