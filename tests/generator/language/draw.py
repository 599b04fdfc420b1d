# SPDX-License-Identifier: BSL-1.0
# generator · language/draw: expressions drawn at random, well-typed, and rather with what was drawn seldom.
import random
from collections import Counter
from dataclasses import dataclass

from .registry import EXACT, GROUP, LARGEST, NOISY, PART, ROUNDED, ROW, WINDOW, Construct, registry
from .shop import CPP, SIZES, VALUES, Scope, Table


# What ends a query inside an expression.
INNER = {
    "limit in a subquery": ".order_by({key}).limit<2>()",
    "last in a subquery": ".order_by({key}).last<2>()",
    "distinct in a subquery": ".distinct()",
}
registry.clause(*INNER)


class Impossible(Exception):
    """Nothing in sight gives what is asked for."""


@dataclass(frozen=True)
class Expression:
    text: str
    grade: int = EXACT
    size: float = 1.0


class Draw:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.drawn = Counter()     # by all queries of this seed
        self.used: list[str] = []  # by the query that is being written
        self.aliases = 0

    # ---- choices
    def chance(self, share):
        return self.random.random() < share

    def choice(self, options):
        return self.random.choice(options)

    def use(self, name):
        """Notes a clause; says so, to stand in a condition."""
        assert name in registry.clauses or name in registry.constructs, name
        self.used.append(name)
        self.drawn[name] += 1
        return True

    def seldom(self, options, name_of=lambda option: option):
        """One of several, rather one that was drawn seldom."""
        options = list(options)
        if not options:
            raise Impossible
        return self.random.choices(options, [(1 + self.drawn[name_of(option)]) ** -2.0 for option in options])[0]

    def alias(self, model):
        self.aliases += 1
        return Table(model, f"{model[0]}{self.aliases}")

    # ---- expressions
    def value(self, kind):
        if kind not in VALUES:
            raise Impossible
        return self.choice(VALUES[kind])

    def leaf(self, kind, scope):
        if scope.keys is not None:
            keys = [text for each, text in scope.keys if each == kind]
            if keys:
                return Expression(self.choice(keys), EXACT, SIZES.get(kind, 1.0))
            return self.call(kind, scope, 0, (GROUP,))
        columns = scope.columns(kind)
        if scope.outer and (not columns or self.chance(0.25)):
            columns = scope.outer.columns(kind) or columns
        if columns:
            return Expression(self.choice(columns), EXACT, SIZES.get(kind, 1.0))
        if kind == "real":
            return Expression(f"koine::cast<double>({self.leaf('integer', scope).text})", EXACT, SIZES[kind])
        if kind == "text":
            return Expression(f"koine::cast<std::string>({self.leaf('integer', scope).text})")
        if kind == "truth":
            return Expression(f"({self.leaf('integer', scope).text} > 1)")
        raise Impossible

    def expression(self, kind, scope, depth=2):
        """An expression of a type: a column, or a construct of what lies deeper."""
        if depth > 0 and self.chance(0.85):
            places = (GROUP,) if scope.keys is not None else (WINDOW,) if scope.windows else ()
            if not places or self.chance(0.5):
                places += (ROW,)
            for _ in range(20):
                try:
                    return self.call(kind, scope, depth, places)
                except Impossible:
                    pass
        return self.leaf(kind, scope)

    def call(self, kind, scope, depth, places):
        construct, takes = self.seldom(list(registry.giving(kind, places)), lambda option: option[0].name)
        before = len(self.used)
        try:
            made = self.write(construct, takes, scope, depth)
        except Impossible:
            for name in self.used[before:]:
                self.drawn[name] -= 1
            del self.used[before:]
            raise
        self.use(construct.name)
        return made

    def write(self, construct: Construct, takes, scope, depth):
        if construct.place in (GROUP, WINDOW):
            scope = scope.inside()
        if callable(construct.text):
            return construct.text(self, scope, depth, *takes)
        operands = []
        for i, kind in enumerate(takes):
            for _ in range(3):
                made = self.operand(kind, scope, depth - 1, first=i == 0)
                if all(made.text != other.text for other in operands):
                    break
            operands.append(made)
        worst = max((each.grade for each in operands), default=EXACT)
        size = construct.size(*(each.size for each in operands)) if operands else 100.0
        if worst == NOISY or size > LARGEST:
            raise Impossible
        grade = construct.grade(worst)
        if grade == EXACT and size > 1e7:
            grade = ROUNDED
        return Expression(construct.text.format(*(each.text for each in operands)), grade, size)

    def operand(self, kind, scope, depth, first):
        form = kind[-1] if kind[-1] in "!=*?" else ""
        kind = kind.rstrip("!=*?")
        if form == "=":
            return Expression(self.value(kind), EXACT, SIZES.get(kind, 1.0))
        if form == "*":
            values = ", ".join(self.value(kind) for _ in range(self.choice((1, 2, 3))))
            if kind == "truth" or self.chance(0.3):
                return Expression(f"{{{values}}}")
            return Expression(f"std::vector<{CPP[kind]}>{{{'' if self.chance(0.2) else values}}}")
        if form == "?":
            return Expression(self.query_of(kind, scope, depth))
        if not first and form != "!" and kind in VALUES and self.chance(0.45):
            return Expression(self.value(kind), EXACT, SIZES.get(kind, 1.0))
        made = self.expression(kind, scope, depth)
        if made.grade == NOISY:
            raise Impossible
        return made

    def condition(self, scope, depth=2):
        return self.expression("truth", scope, depth).text

    def sortable(self, kind, scope, depth):
        """An expression that every database takes for the same, so that it can be ordered or grouped by."""
        for _ in range(20):
            made = self.expression(kind, scope, depth)
            if made.grade != NOISY:
                return made.text
        raise Impossible

    # ---- queries inside expressions
    def nested(self, scope):
        """Another table's rows, which may name what is around them."""
        from .shop import MODELS
        table = self.alias(self.choice(MODELS))
        return table, Scope((table,), scope if scope.keys is None else None)

    def query_of(self, kind, scope, depth):
        table, inner = self.nested(scope)
        text = f"{table.start}.select({self.sortable(kind, inner if inner.certain else Scope((table,)), max(depth, 0))})"
        if self.chance(0.5):
            text += f".where({self.condition(inner, 1)})"
        if self.chance(0.4):
            way = self.seldom(INNER)
            self.use(way)
            text += INNER[way].format(key=table.key)
        return text
