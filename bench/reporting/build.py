# SPDX-License-Identifier: BSL-1.0
"""Configures and builds the benchmarks alone, optimised."""

import subprocess
from pathlib import Path

from reporting.progress import progress

REPOSITORY = Path(__file__).resolve().parents[2]


class BuildFailed(Exception):
    pass


def make(directory: Path) -> None:
    configure = ["cmake", "-S", str(REPOSITORY), "-B", str(directory), "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG",
                 "-DKOINE_BUILD_TESTS=OFF", "-DKOINE_BUILD_EXAMPLES=OFF", "-DKOINE_BUILD_BENCHMARKS=ON"]
    for what, command in (("configuring", configure), ("building", ["cmake", "--build", str(directory), "--parallel"])):
        progress(f"{what} {directory}")
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            raise BuildFailed(f"{what} {directory} failed:\n{done.stdout}")
    progress("")
