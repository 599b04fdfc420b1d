# SPDX-License-Identifier: BSL-1.0
"""Cases with their sides, and what is said of each: Koine's time beside that of a floor which does the same."""

import math
import re
from dataclasses import dataclass

from reporting.goals import LESSER, Goal, goals_of
from reporting.programs import Program, Side


@dataclass(frozen=True)
class Case:
    database: str
    name: str
    wall: bool  # whether the time on the wall counts, because a server spends the greater part
    sides: list[Side]

    def time_of(self, side: Side) -> float:
        return side.wall_ns if self.wall else side.cpu_ns

    @property
    def floors(self) -> list[Side]:
        return [side for side in self.sides if side.name.startswith("raw:") and not side.failure]

    @property
    def of_koine(self) -> list[Side]:
        return [side for side in self.sides if side.name.startswith("koine")]


@dataclass(frozen=True)
class Row:
    case: Case
    koine: Side
    floor: Side | None
    goal: Goal

    @property
    def name(self) -> str:
        strategy = self.koine.name.removeprefix("koine").lstrip(":")
        return f"{self.case.database}/{self.case.name}" + (f" ({strategy})" if strategy else "")

    @property
    def floor_name(self) -> str:
        """With the round trips of both where they differ."""
        if not self.floor:
            return "none"
        same = self.floor.round_trips == self.koine.round_trips
        return self.floor.name + ("" if same else f", {self.floor.round_trips} for {self.koine.round_trips} trips")

    @property
    def by(self) -> str:
        counted = self.floor and self.floor.instructions and self.koine.instructions
        return "instructions" if self.goal.by == "instructions" and counted else "time"

    @property
    def ratio(self) -> float | None:
        if not self.floor or self.koine.failure:
            return None
        if self.by == "instructions":
            return self.koine.instructions / self.floor.instructions
        return self.case.time_of(self.koine) / self.case.time_of(self.floor)

    @property
    def verdict(self) -> str:
        if self.koine.failure:
            return "failed"
        # That fewer round trips are faster says nothing of the rest.
        if self.ratio is None or math.isinf(self.goal.ratio) or self.floor.round_trips > self.koine.round_trips:
            return ""
        return "ok" if round(self.ratio, 2) <= self.goal.ratio else "short"

    def as_object(self) -> dict:
        case, koine, floor = self.case, self.koine, self.floor
        return {
            "case": self.name,
            "floor": floor.name if floor else None,
            "floor_round_trips": floor.round_trips if floor else None,
            "floor_ns": case.time_of(floor) if floor else None,
            "koine_ns": case.time_of(koine),
            "ratio": self.ratio,
            "goal": None if math.isinf(self.goal.ratio) else self.goal.ratio,
            "verdict": self.verdict,
            "measured_by": "instructions" if self.by == "instructions" else "wall time" if case.wall else "CPU time",
            "failure": koine.failure,
            "sides": {side.name: facts_of(case, side) for side in case.sides},
        }


def facts_of(case: Case, side: Side) -> dict:
    facts = {"ns": case.time_of(side), "allocations": side.allocations, "round_trips": side.round_trips, "instructions": side.instructions,
             "peak_kib": side.peak_kib, "bytes_per_second": side.bytes_per_second or None, "failure": side.failure or None}
    return {name: fact for name, fact in facts.items() if fact is not None}


def group(program: Program, sides: list[Side]) -> list[Case]:
    cases: dict[str, list[Side]] = {}
    for side in sides:
        cases.setdefault(side.case, []).append(side)
    return [Case(program.database, name, not program.in_process, of_case) for name, of_case in cases.items()]


def floor_of(case: Case, koine: Side, goal: Goal) -> Side | None:
    """The fastest of those that take as many round trips as Koine or, where there is none, nearly as many: fewer if any do."""
    if goal.floor:
        return next((side for side in case.floors if side.name == goal.floor), None)
    comparable = [side for side in case.floors if not LESSER.fullmatch(side.name)]
    trips = {side.round_trips for side in comparable}
    nearest = max((count for count in trips if count <= koine.round_trips), default=min(trips, default=0))
    alike = [side for side in comparable if side.round_trips == nearest]
    counted = goal.by == "instructions" and all(side.instructions for side in alike)
    return min(alike, key=lambda side: side.instructions if counted else case.time_of(side), default=None)


def rows(case: Case) -> list[Row]:
    return [Row(case, koine, floor_of(case, koine, goal), goal) for koine in case.of_koine
            for goal in goals_of(case.name, {side.name for side in case.floors}) if re.fullmatch(goal.sides, koine.name)]
