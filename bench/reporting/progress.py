# SPDX-License-Identifier: BSL-1.0
"""What is going on, on a terminal only."""

import sys


def progress(line: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{line[:110]}")
        sys.stderr.flush()
