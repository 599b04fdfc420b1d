# SPDX-License-Identifier: BSL-1.0
# generator · language/windows: functions over windows, their partitions, orders and frames.
from .draw import Expression, Impossible
from .registry import GROUP, NOISY, registry

BOUNDS = ("koine::unbounded_preceding", "koine::preceding<2>", "koine::current_row", "koine::following<1>", "koine::unbounded_following")
OF_RANGE = (BOUNDS[0], BOUNDS[2], BOUNDS[4])

registry.clause("partition_by", "window order_by", "rows_between", "range_between", "groups_between", "frame exclude")


def frame(draw):
    """A frame, and whether it counts rows."""
    unit = draw.seldom(("rows_between", "range_between", "groups_between"))
    bounds = OF_RANGE if unit == "range_between" else BOUNDS
    begin = draw.random.randrange(len(bounds) - 1)
    end = draw.random.randrange(max(begin, 1), len(bounds))
    draw.use(unit)
    text = f"koine::{unit}({bounds[begin]}, {bounds[end]})"
    if draw.chance(0.2) and draw.use("frame exclude"):
        text += ".exclude<koine::frame_exclusion::current_row>()"
    return text, unit == "rows_between"


def over(function, place, grade=None):
    """A function over a window; without a name an aggregate. `place`: whether it asks for rows, or for those equal in the order,
    or takes a frame of either."""

    def write(draw, scope, depth, *takes):
        if function is None:
            called = draw.call(takes[0], type(scope)(scope.tables, scope.outer, keys=()), depth - 1, (GROUP,))
            if "distinct" in called.text or "string_agg" in called.text:
                raise Impossible
        else:
            operand = draw.operand(takes[0], scope, depth - 1, first=True) if takes else Expression("", 0, 100.0)
            called = Expression(f"koine::{function}({operand.text})", operand.grade, operand.size)
        clauses = []
        if draw.chance(0.5) and draw.use("partition_by"):
            clauses.append(f"koine::partition_by({draw.sortable('integer', scope, 0)})")
        framed, rows = frame(draw) if place == "frames" and draw.chance(0.6) else ("", place == "rows" or function is not None)
        if function is not None or framed or draw.chance(0.5):
            draw.use("window order_by")
            term = f"koine::{draw.choice(('asc', 'desc'))}({draw.sortable(draw.choice(('integer', 'text', 'real')), scope, 1)})"
            # Rows that are equal in an order are in none; groups and ranges take them together.
            whole = place == "rows" or (place == "frames" and (rows or function is not None))
            clauses.append(f"koine::order_by({term}{', ' + scope.order if whole else ''})")
        if framed:
            clauses.append(framed)
        # Numbers that were rounded are added up in an order of the database's own.
        worst = NOISY if function is None and called.grade else called.grade
        return Expression(f"koine::over({', '.join([called.text, *clauses])})", max(worst, grade or 0), called.size)

    return write
