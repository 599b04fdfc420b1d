# SPDX-License-Identifier: BSL-1.0
"""Pictures for the README: ratios as bars; the cost of a nested load against rows, depth and latency as lines."""

import math
import re
from dataclasses import dataclass
from pathlib import Path

from reporting.comparison import Case, Row
from reporting.goals import LESSER
from reporting.groups import NAMES, group_of
from reporting.svg import COLOURS, Picture
from reporting.table import time


@dataclass(frozen=True)
class Lines:
    """A picture of the cases whose name has a number in it, which grows along the picture."""

    file: str
    title: str
    axis: str
    databases: tuple[str, ...]
    pattern: str
    each: bool = False  # the cost divided by the number, along powers of it


SERVERS = ("postgres", "mysql", "mariadb")
LINES = [
    Lines("rows_{}", "Nested load on {}: cost of a user with 10 posts of 5 comments", "users loaded at once", ("sqlite",), r"nested_(\d+)/memory", True),
    Lines("rows_{}", "Nested load on {}: cost of a user with 10 posts of 5 comments", "users loaded at once", SERVERS, r"nested_(\d+)/0ms", True),
    Lines("depth_{}", "Load of as many rows on {}, in trees of so many levels", "levels", ("sqlite",), r"depth_(\d+)/memory"),
    Lines("depth_{}", "Load of as many rows on {}, in trees of so many levels", "levels", SERVERS, r"depth_(\d+)/0ms"),
    Lines("latency_{}", "Nested load of 100 users on {}", "ms a round trip", SERVERS, r"nested_100/(\d+)ms"),
]


def draw(directory: Path, cases: list[Case], rows: list[Row]) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    for database in dict.fromkeys(case.database for case in cases):
        for group in NAMES:
            ending = "" if group == "library" else f"_{group}"
            draw_ratios(directory / f"ratios_{database}{ending}.svg", database,
                        [row for row in rows if row.case.database == database and row.ratio and group_of(row.case.name) == group])
        for lines in LINES:
            if database in lines.databases:
                draw_lines(directory / f"{lines.file.format(database)}.svg", database, lines, cases)


# ---- bars -----------------------------------------------------------------------------------------------------------


def draw_ratios(path: Path, database: str, rows: list[Row]) -> None:
    if not rows:
        return
    left, right, top, step = 400, 60, 50, 24
    scale = 420 / max(max(row.ratio for row in rows), 1.5)
    picture = Picture(left + 420 + right, top + step * len(rows) + 34)
    picture.text(12, 24, f"Koine on {database}: times the cost of the hand-written floor (mark: goal)", kind="title")
    bottom = top + step * len(rows)
    for whole in range(int(420 / scale) + 1):
        picture.line(left + whole * scale, top - 6, left + whole * scale, bottom, "axis" if whole == 0 else "grid")
        picture.text(left + whole * scale, bottom + 18, f"{whole} ×", "middle", "faint")
    for number, row in enumerate(rows):
        y = top + number * step
        label = row.name.partition("/")[2]
        picture.text(left - 8, y + 13, f"{label}, {row.floor.name.removeprefix('raw:')}", "end")
        picture.bar(left, y + 2, row.ratio * scale, step - 8, COLOURS[0] if row.verdict != "short" else COLOURS[1])
        if math.isfinite(row.goal.ratio):
            picture.line(left + row.goal.ratio * scale, y, left + row.goal.ratio * scale, y + step - 4, "goal")
        picture.text(left + max(row.ratio, row.goal.ratio if math.isfinite(row.goal.ratio) else 0) * scale + 6, y + 13, f"{row.ratio:.2f}")
    picture.save(path)


# ---- lines ----------------------------------------------------------------------------------------------------------


# The first is Koine's; of floors there are too many for a picture to show each.
OFF_THE_PICTURE = 12
KOINE, BEST, JSON, N_PLUS_1 = "Koine", "best by hand", "JSON by hand", "a statement a parent"


def lines_of(case: Case) -> dict[str, float]:
    named = {"koine": KOINE, "raw:json_arrays": JSON, "raw:n_plus_1": N_PLUS_1}
    floors = [case.time_of(side) for side in case.floors if not LESSER.fullmatch(side.name)]
    found = {named[side.name]: case.time_of(side) for side in case.sides if side.name in named and not side.failure}
    return found | ({BEST: min(floors)} if floors else {})


def points_by_line(database: str, lines: Lines, cases: list[Case]) -> dict[str, list[tuple[float, float]]]:
    points: dict[str, list[tuple[float, float]]] = {name: [] for name in (KOINE, BEST, JSON, N_PLUS_1)}
    for case in cases:
        found = re.fullmatch(lines.pattern, case.name)
        if found and case.database == database:
            number = float(found[1])
            for name, time_of_line in lines_of(case).items():
                points[name].append((number, time_of_line / (number if lines.each else 1)))
    # A single point is no line.
    return {name: sorted(of_line) for name, of_line in points.items() if len(of_line) > 1}


def round_step(about: float) -> float:
    """1, 2 or 5 with zeros, not less than this."""
    power = 10 ** math.floor(math.log10(about))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= about)


def draw_lines(path: Path, database: str, lines: Lines, cases: list[Case]) -> None:
    points = points_by_line(database, lines, cases)
    if not points:
        return
    # What is far above Koine would leave the others one line: its name stands there alone, with what it costs in the end.
    within = OFF_THE_PICTURE * max((y for _, y in points.get(KOINE, [(0, math.inf)])), default=math.inf)
    drawn = {name: of_line for name, of_line in points.items() if of_line[-1][1] <= within}
    left, top, width, height = 80, 50, 420, 300
    xs = sorted({x for of_line in points.values() for x, _ in of_line})
    step = round_step(max(y for of_line in drawn.values() for _, y in of_line) / 5)
    high = step * math.ceil(max(y for of_line in drawn.values() for _, y in of_line) / step)

    def place(x: float, y: float) -> tuple[float, float]:
        along = math.log(x / xs[0]) / math.log(xs[-1] / xs[0]) if lines.each else (x - xs[0]) / (xs[-1] - xs[0])
        return left + width * along, top + height * (1 - y / high)

    picture = Picture(left + width + 230, top + height + 56)
    picture.text(12, 24, lines.title.format(database), kind="title")
    picture.line(left, top, left, top + height, "axis")
    picture.line(left, top + height, left + width, top + height, "axis")
    for number in range(round(high / step) + 1):
        _, y = place(xs[0], number * step)
        picture.line(left, y, left + width, y, "grid")
        picture.text(left - 8, y + 4, time(number * step) if number else "0", "end", "faint")
    for x in xs:
        at, _ = place(x, 0)
        picture.text(at, top + height + 20, f"{x:g}", "middle", "faint")
    picture.text(left + width / 2, top + height + 42, lines.axis, "middle", "faint")
    # The names stand in the order of the lines' ends, dearest first.
    for number, (name, of_line) in enumerate(sorted(points.items(), key=lambda item: -item[1][-1][1])):
        colour = COLOURS[list(points).index(name)]
        if name in drawn:
            picture.path([place(x, y) for x, y in of_line], colour, 3 if name == KOINE else 1.5)
            picture.bar(left + width + 20, top + number * 22 + 3, 14, 4, colour)
        picture.text(left + width + 40, top + number * 22 + 10, name if name in drawn else f"{name}: {time(of_line[-1][1])}")
    picture.save(path)
