# SPDX-License-Identifier: BSL-1.0
"""Pictures for the README: ratios as bars; the cost of a nested load against rows, depth and latency as lines."""

import math
import re
from dataclasses import dataclass
from pathlib import Path

from reporting.comparison import Case, Row
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
    Lines("depth_{}", "Load of 100 users on {}", "levels", ("sqlite",), r"depth_(\d+)/memory"),
    Lines("latency_{}", "Nested load of 100 users on {}", "ms a round trip", SERVERS, r"nested_100/(\d+)ms"),
]


def draw(directory: Path, cases: list[Case], rows: list[Row]) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    for database in dict.fromkeys(case.database for case in cases):
        draw_ratios(directory / f"ratios_{database}.svg", database, [row for row in rows if row.case.database == database and row.ratio])
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


def points_by_side(database: str, lines: Lines, cases: list[Case]) -> dict[str, list[tuple[float, float]]]:
    points: dict[str, list[tuple[float, float]]] = {}
    for case in cases:
        found = re.fullmatch(lines.pattern, case.name)
        if found and case.database == database:
            for side in case.sides:
                if not side.failure:
                    number = float(found[1])
                    points.setdefault(side.name, []).append((number, case.time_of(side) / (number if lines.each else 1)))
    # A single point is no line.
    return {name: sorted(of_side) for name, of_side in points.items() if len(of_side) > 1}


def round_step(about: float) -> float:
    """1, 2 or 5 with zeros, not less than this."""
    power = 10 ** math.floor(math.log10(about))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= about)


def draw_lines(path: Path, database: str, lines: Lines, cases: list[Case]) -> None:
    points = points_by_side(database, lines, cases)
    if not points:
        return
    left, top, width, height = 80, 50, 420, 300
    xs = sorted({x for of_side in points.values() for x, _ in of_side})
    step = round_step(max(y for of_side in points.values() for _, y in of_side) / 5)
    high = step * math.ceil(max(y for of_side in points.values() for _, y in of_side) / step)

    def place(x: float, y: float) -> tuple[float, float]:
        along = math.log(x / xs[0]) / math.log(xs[-1] / xs[0]) if lines.each else (x - xs[0]) / (xs[-1] - xs[0])
        return left + width * along, top + height * (1 - y / high)

    picture = Picture(left + width + 190, top + height + 56)
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
    for number, (name, of_side) in enumerate(sorted(points.items(), key=lambda item: -item[1][-1][1])):
        colour = COLOURS[0] if name == "koine" else COLOURS[1 + list(points).index(name) % (len(COLOURS) - 1)]
        picture.path([place(x, y) for x, y in of_side], colour, 3 if name.startswith("koine") else 1.5)
        picture.bar(left + width + 20, top + number * 22 + 3, 14, 4, colour)
        picture.text(left + width + 40, top + number * 22 + 10, name.removeprefix("raw:"))
    picture.save(path)
