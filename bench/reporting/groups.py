# SPDX-License-Identifier: BSL-1.0
"""The groups of cases: the library of users, posts and comments, and the suites beside it."""

import re

# By the beginning of a case's name; what begins otherwise is of the library.
GROUPS = {"diesel_bench": "bench_", "imdbench": "get_movie/|get_user/|insert_movie/", "depth": "depth_"}
NAMES = ["library", *GROUPS]


def group_of(case: str) -> str:
    return next((name for name, beginning in GROUPS.items() if re.match(beginning, case)), "library")


def filter_of(group: str) -> str:
    """What Google Benchmark finds the group's cases by."""
    return f"^({GROUPS[group]})" if group in GROUPS else f"-^({'|'.join(GROUPS.values())})"
