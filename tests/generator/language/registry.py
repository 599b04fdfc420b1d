# SPDX-License-Identifier: BSL-1.0
# generator · language/registry: what a construct of the public interface is, and the table in which each is written down once.
from collections.abc import Callable
from dataclasses import dataclass

# Where a construct may stand: in any row, among the aggregates of groups, over a window, or as a part that may be absent.
ROW, GROUP, WINDOW, PART = "row", "group", "window", "part"

# How far a double can be trusted: sums of powers of two are exact, one operation rounds alike everywhere, sums of such do not.
EXACT, ROUNDED, NOISY = 0, 1, 2

LARGEST = 1e15


@dataclass(frozen=True)
class Construct:
    """A construct: what it takes and gives, and how it is written.

    takes   a type for each {0}, {1} …: 'integer' is any expression, or a C++ value where it is not the first operand;
            'integer!' an expression, 'integer=' a C++ value, 'integer*' a list of these, 'integer?' a query that selects one.
            T is each of the types of `of` in turn.
    text    C++, with {0}, {1} … for the operands; or a function of the draw, the scope and the depth that writes it.
    """

    name: str
    gives: str
    takes: tuple[str, ...]
    text: str | Callable
    of: tuple[str, ...]
    place: str
    grade: Callable[[int], int]
    size: Callable[..., float]

    def variants(self):
        """(what it gives, what it takes), for each type that T can be."""
        for of in self.of or ("",):
            yield self.gives.replace("T", of), tuple(kind.replace("T", of) for kind in self.takes)


class Registry:
    def __init__(self):
        self.constructs: dict[str, Construct] = {}
        self.clauses: list[str] = []

    def construct(self, name, gives, takes, text, *, of=(), place=ROW, grade=None, size=lambda *sizes: max(sizes)):
        """Registers an expression."""
        assert name not in self.constructs, name
        self.constructs[name] = Construct(name, gives, tuple(takes.split()), text, tuple(of.split()) if of else (), place,
                                          grade or (lambda worst: worst), size)

    def clause(self, *names):
        """Registers what is no expression: a query's clauses and forms, which queries.py writes."""
        self.clauses.extend(names)

    @property
    def names(self):
        return [*self.constructs, *self.clauses]

    def giving(self, kind, places):
        for construct in self.constructs.values():
            if construct.place in places:
                for gives, takes in construct.variants():
                    if gives == kind:
                        yield construct, takes


registry = Registry()
