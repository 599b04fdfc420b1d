# SPDX-License-Identifier: BSL-1.0
"""The table on standard output."""

import math

from reporting.comparison import Case, Row


def time(nanoseconds: float) -> str:
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.3g} ns"


def count(number: float) -> str:
    for unit, size in (("G", 1e9), ("M", 1e6), ("k", 1e3)):
        if number >= size:
            return f"{number / size:.3g} {unit}"
    return f"{number:.3g}"


def line_of(row: Row) -> list[str]:
    if row.floor and row.by == "instructions":
        floor, koine = f"{count(row.floor.instructions)} instr.", f"{count(row.koine.instructions)} instr."
    else:
        floor, koine = time(row.case.time_of(row.floor)) if row.floor else "", time(row.case.time_of(row.koine))
    return [row.name, row.floor_name, floor, row.koine.failure or koine, "" if row.ratio is None else f"{row.ratio:.2f}",
            "" if math.isinf(row.goal.ratio) else f"{row.goal.ratio:.2f}", row.verdict]


def lines_of_sides(case: Case) -> list[list[str]]:
    lines = []
    for side in sorted(case.sides, key=case.time_of):
        facts = [f"{count(side.allocations)} allocations", f"{side.round_trips} round trips" if side.round_trips != 1 else "",
                 f"{count(side.instructions)} instr." if side.instructions else "", f"peak {side.peak_kib / 1024:.1f} MB" if side.peak_kib else "",
                 f"{side.bytes_per_second / 1e6:.0f} MB/s" if side.bytes_per_second else ""]
        lines.append(["", side.name, time(case.time_of(side)), side.failure or ", ".join(filter(None, facts)), "", "", ""])
    return lines


def show(cases: list[Case], rows: list[Row], every_side: bool) -> None:
    lines = [["case", "floor", "its cost", "Koine", "ratio", "goal", "verdict"]]
    for case in cases:
        lines += [line_of(row) for row in rows if row.case is case]
        if every_side:
            lines += lines_of_sides(case)
    widths = [max(len(line[column]) for line in lines if not every_side or line[0] or column != 3) for column in range(7)]
    for line in lines:
        aligned = [text.ljust(width) if column < 2 or column == 6 or not line[0] else text.rjust(width)
                   for column, (text, width) in enumerate(zip(line, widths))]
        print("  ".join(aligned).rstrip())
