# SPDX-License-Identifier: BSL-1.0
"""What it costs to compile: seconds, memory and object bytes of each case, beside the same by hand, and the goals."""

import argparse
import json
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from reporting import compilation
from reporting.compilation import Cost
from reporting.compile_sources import FORTY, NEW_STRUCTS, OWN_STRUCTS, SQLITE, TWENTY, Case, all_cases
from reporting.progress import progress


@dataclass(frozen=True)
class Measured:
    """The costs of one case by one compiler: seconds and memory are medians."""

    case: str
    compiler: str
    koine: Cost
    by_hand: Cost | None


def median_of(costs: list[Cost]) -> Cost:
    return Cost(statistics.median(cost.seconds for cost in costs), round(statistics.median(cost.peak_kib for cost in costs)),
                costs[0].text_bytes, costs[0].object_bytes, costs[0].said)


def measure(cases: list[Case], compilers: dict[str, str], flags: list[str], rounds: int) -> list[Measured]:
    """Every case once in each round, so that a busy minute of the machine falls on all of them."""
    costs: dict[tuple[str, str, str], list[Cost]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch, "case.cpp")
        for turn in range(rounds):
            for case in cases:
                for compiler, program in compilers.items():
                    progress(f"round {turn + 1} of {rounds}: {compiler}: {case.name}")
                    for side, text in (("koine", case.koine), ("by hand", case.by_hand)):
                        if text is not None:
                            source.write_text(text)
                            cost = compilation.compile_object(program, source, flags)
                            costs.setdefault((case.name, compiler, side), []).append(cost)
    progress("")
    medians = {key: median_of(all_of_it) for key, all_of_it in costs.items()}
    return [Measured(case.name, compiler, medians[case.name, compiler, "koine"], medians.get((case.name, compiler, "by hand")))
            for compiler in compilers for case in cases]


# ---- goals ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Goal:
    what: str
    compiler: str
    value: float
    bound: float
    unit: str

    @property
    def verdict(self) -> str:
        return "ok" if self.value <= self.bound else "short"


def goals_of(measured: list[Measured]) -> list[Goal]:
    goals = []
    for compiler in dict.fromkeys(one.compiler for one in measured):
        of = {one.case: one for one in measured if one.compiler == compiler}
        twenty, forty, own = of[TWENTY], of[FORTY], of[OWN_STRUCTS]
        by_hand = own.by_hand.seconds - twenty.by_hand.seconds
        goals += [
            Goal("the headers alone, with driver/sqlite", compiler, of[SQLITE].koine.seconds, 0.8, "s"),
            Goal("20 queries, over the same by hand", compiler, twenty.koine.seconds - twenty.by_hand.seconds, 0.6, "s"),
            Goal("each more, over structs that are there", compiler, (forty.koine.seconds - twenty.koine.seconds) / 20 * 1000, 15, "ms"),
            Goal(f"each more with its own struct, over by hand ({by_hand / NEW_STRUCTS * 1000:.0f} ms)", compiler,
                 (own.koine.seconds - twenty.koine.seconds) / max(by_hand, 1e-9), 1.3, "×"),
            Goal("20 queries, .text", compiler, twenty.koine.text_bytes / 1000, 25, "KB"),
        ]
    return goals


# ---- output --------------------------------------------------------------------------------------------------------


def print_table(measured: list[Measured], goals: list[Goal]) -> None:
    columns = "{:9}{:42}{:>7}{:>7}{:>8}{:>8}{:>10}{:>7}{:>8}{:>8}"
    print(f"{'':51}{'Koine':<30}{'   by hand'}")
    print(columns.format("", "", "CPU s", "MB", ".text", "object", "CPU s", "MB", ".text", "object"))

    def cells(cost: Cost | None) -> list[str]:
        if cost is None:
            return [""] * 4
        return [f"{cost.seconds:.2f}", f"{cost.peak_kib / 1024:.0f}", f"{cost.text_bytes}", f"{cost.object_bytes}"]

    for one in measured:
        print(columns.format(one.compiler, one.case, *cells(one.koine), *cells(one.by_hand)))
    print(f"\n{'goal':65}{'measured':>10}{'at most':>10}  verdict")
    for goal in goals:
        print(f"{goal.compiler + ': ' + goal.what:65}{goal.value:>10.2f}{goal.bound:>10g} {goal.unit:3}{goal.verdict}")


def print_json(measured: list[Measured], goals: list[Goal]) -> None:
    def object_of(cost: Cost | None) -> dict | None:
        return cost and {"seconds": round(cost.seconds, 3), "peak_kib": cost.peak_kib, "text_bytes": cost.text_bytes,
                         "object_bytes": cost.object_bytes}

    rows = [{"case": one.case, "compiler": one.compiler, "koine": object_of(one.koine), "by_hand": object_of(one.by_hand)}
            for one in measured]
    verdicts = [{"goal": goal.what, "compiler": goal.compiler, "measured": round(goal.value, 3), "at_most": goal.bound,
                 "unit": goal.unit, "verdict": goal.verdict} for goal in goals]
    print(json.dumps({"cases": rows, "goals": verdicts}, indent=2, ensure_ascii=False))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench/report --compile", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one object instead of the table")
    parser.add_argument("--quick", action="store_true", help="compile everything once")
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is compiled (%(default)s)")
    chosen = parser.parse_args(arguments)
    compilers = compilation.find_compilers()
    clients = compilation.client_flags()
    flags = [flag for of_one in clients.values() for flag in of_one]
    try:
        measured = measure(all_cases(set(clients)), compilers, flags, 1 if chosen.quick else chosen.rounds)
    except compilation.CompilationFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    (print_json if chosen.json else print_table)(measured, goals_of(measured))
    return 0
