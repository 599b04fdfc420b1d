# SPDX-License-Identifier: BSL-1.0
# generator · language/related: what is asked about other rows: relations by their names, and queries inside a query.
from .draw import Expression, Impossible
from .registry import EXACT, GROUP, LARGEST, NOISY
from .shop import MANY, ONE, SIZES, Scope, Table


def relation(draw, scope, relations):
    """A relation of the query's own rows, and what its condition may name."""
    if scope.keys is not None or scope.root.model not in relations or not relations[scope.root.model]:
        raise Impossible
    name, model = draw.choice(relations[scope.root.model])
    return name, Scope((Table(model),))


def related_filter(word, many):
    def write(draw, scope, depth, *_):
        name, inner = relation(draw, scope, MANY if many else ONE)
        condition = draw.condition(inner, depth - 1) if word == "every" or draw.chance(0.7) else ""
        return Expression(f'koine::{word}<"{name}">({condition})')

    return write


def related_aggregate(word, grade=lambda worst: worst, size=lambda one: one):
    def write(draw, scope, depth, *takes):
        name, inner = relation(draw, scope, MANY)
        operands = []
        worst, largest = EXACT, 100.0
        for kind in takes:
            made = draw.operand(kind, inner, depth - 1, first=True)
            operands.append(made.text)
            worst, largest = made.grade, size(made.size)
        if worst == NOISY or largest > LARGEST:
            raise Impossible
        if draw.chance(0.4):
            operands.append(draw.condition(inner, depth - 1))
        return Expression(f'koine::{word}<"{name}">({", ".join(operands)})', grade(worst), largest)

    return write


def related_value(draw, scope, depth, kind):
    name, inner = relation(draw, scope, ONE)
    made = draw.operand(kind, inner, depth - 1, first=True)
    return Expression(f'koine::value_of<"{name}">({made.text})', made.grade, made.size)


def scalar_query(draw, scope, depth, kind):
    """One value: of an aggregate, or of the first row."""
    table, inner = draw.nested(scope)
    if kind == "sum" or draw.chance(0.6):
        inner = Scope(inner.tables, inner.outer, keys=())
        made = draw.call(kind, inner, depth - 1, (GROUP,))
        rest = ""
    else:
        made = draw.operand(kind, inner if inner.certain else Scope((table,)), depth - 1, first=True)
        rest = f".order_by({table.key}).limit<1>()"
    where = f".where({draw.condition(Scope(inner.tables, inner.outer), 1)})" if draw.chance(0.6) else ""
    return Expression(f"koine::scalar({table.start}.select({made.text}){where}{rest})", made.grade, max(made.size, SIZES.get(kind, 1.0)))


def exists_query(draw, scope, depth, *_):
    table, inner = draw.nested(scope)
    return Expression(f"koine::exists({table.start}.where({draw.condition(inner, depth - 1)}))")
