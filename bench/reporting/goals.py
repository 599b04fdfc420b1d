# SPDX-License-Identifier: BSL-1.0
"""What Koine is held to: by case the greatest ratio to a floor, and in what it is measured."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    pattern: str  # of cases, without the database
    ratio: float
    floor: str = ""  # a side; by default the fastest that takes about as many round trips and checks what Koine checks
    by: str = "time"  # or "instructions", where they are counted
    sides: str = "koine(:.*)?"  # of Koine


GOALS = [
    Goal(r"(point_lookup|filtered_page)/.*", 1.02, by="instructions"),
    Goal(r"(users|posts)_\d+/(memory|file)", 1.00, "raw:checked", by="instructions"),
    Goal(r"(users|posts)_\d+/memory", 0.80, "raw:serialized", by="instructions"),
    Goal(r"(users|posts)_\d+/\d+ms", 1.00),
    Goal(r"bench_(trivial|medium_complex)_query/.*", 1.02, by="instructions"),
    Goal(r"(bench_)?insert(_|/).*", 1.03, by="instructions"),
    Goal(r"(nested_\d+|depth_\d+|bench_loading_associations_sequentially|get_movie|get_user)/.*", 1.05),
    Goal(r"sql_text", 1.00, by="instructions"),
    Goal(r"decode_json", 1.00, by="instructions"),
]

# Floors that do less than Koine does: they read without a look at the types, or behind a mutex that nobody needs.
LESSER = re.compile(r".*unchecked|raw:serialized")


def goals_of(case: str, sides: set[str]) -> list[Goal]:
    """Those of a case that can be measured; one that names no goal if there is none."""
    found = [goal for goal in GOALS if re.fullmatch(goal.pattern, case) and (not goal.floor or goal.floor in sides)]
    return found or [Goal(case, float("inf"))]
