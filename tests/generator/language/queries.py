# SPDX-License-Identifier: BSL-1.0
# generator · language/queries: whole queries at random: what they select, from what, in which clauses. Each form is registered.
from .draw import Impossible
from .registry import PART, registry
from .shop import MANY, MODELS, ONE, Scope, Table

FORMS = {}
registry.clause("where", "order_by", "order_by asc", "order_by desc", "nulls_first", "nulls_last", "limit", "limit<>", "offset", "offset<>")
registry.clause("join by relation", "left_join by relation", "right_join by relation", "full_join by relation")
registry.clause("join on", "left_join on", "right_join on", "full_join on", "cross_join", "alias")

ITEMS = {"mixed": ("integer", "real", "text", "truth"), "dated": ("integer", "date", "instant", "decimal", "sum", "state")}


def form(name):
    registry.clause(name)

    def register(function):
        FORMS[name] = function
        return function

    return register


# ---- parts of queries
def items(draw, scope, shape, deepest=2):
    return f".select<{shape}>({', '.join(draw.expression(kind, scope, draw.choice((1, 1, deepest))).text for kind in ITEMS[shape])})"


def where(draw, scope, share=0.5, depth=None):
    depth = depth or draw.choice((1, 1, 2))
    if not draw.chance(share):
        return ""
    draw.use("where")
    if draw.chance(0.2):
        part = draw.call("part", scope, depth, (PART,)).text
        return f".where({part} {draw.choice(('&&', '||'))} {draw.condition(scope, 1)})"
    return f".where({draw.condition(scope, depth)})"


def term(draw, operand):
    way = draw.seldom(("order_by asc", "order_by desc"))
    draw.use(way)
    text = f"koine::{way[9:]}({operand})"
    if draw.chance(0.4):
        nulls = draw.seldom(("nulls_first", "nulls_last"))
        draw.use(nulls)
        text += f".{nulls}()"
    return text


def order(draw, scope, kinds=("integer", "text", "real", "truth", "date"), depth=1):
    """An order in which every row has one place."""
    draw.use("order_by")
    terms = []
    if draw.chance(0.7):
        try:
            terms.append(term(draw, draw.sortable(draw.choice(kinds), scope, depth)))
        except Impossible:
            pass
    return f".order_by({', '.join([*terms, scope.order])})"


def cut(draw, share=0.4):
    if not draw.chance(share):
        return ""
    limit, offset = draw.seldom(("limit", "limit<>")), draw.seldom(("offset", "offset<>", None), lambda one: one or "limit")
    text = ".limit(3)" if draw.use(limit) and limit == "limit" else ".limit<4>()"
    if offset and draw.use(offset):
        text += ".offset(1)" if offset == "offset" else ".offset<2>()"
    return text


def joined(draw, table, share=0.5, outer=True):
    """A query's start: its table and those that it joins; and what is in sight then. An outer join makes NULL of all."""
    text, tables = table.start, [table]
    if draw.chance(share):
        kind = draw.seldom(("join", "left_join", "right_join", "full_join") if outer else ("join",), lambda one: one + " on")
        relations = [each for each in MANY.get(table.model, []) + ONE.get(table.model, []) if each[1] != table.model]
        way = draw.seldom((f"{kind} by relation", f"{kind} on", "cross_join"))
        if way == "cross_join" or not relations:
            other = draw.alias(draw.choice(("region", "note")))
            text += f".cross_join({other.said})"
            draw.use("cross_join")
            draw.use("alias")
        else:
            name, model = draw.choice(relations)
            other = Table(model)
            draw.use(way)
            if way.endswith("relation"):
                text += f'.{kind}<"{name}">()'
            else:
                owner, foreign = (table, other) if (name, model) in ONE.get(table.model, []) else (other, table)
                on = f"{owner.column(foreign.model + '_id')} == {foreign.key}"
                if draw.chance(0.5):
                    on += f" && {draw.condition(Scope((table, other)), 1)}"
                text += f".{kind}<{model}>(koine::on({on}))"
        tables.append(other)
    return text, Scope(tuple(tables))


def start(draw, shape):
    """A table whose rows can fill a shape."""
    if shape == "dated":
        return Table("sale")
    if draw.chance(0.2) and draw.use("alias"):
        return draw.alias(draw.choice(MODELS))
    return Table(draw.choice(MODELS))


def shape_of(draw):
    return "dated" if draw.chance(0.3) else "mixed"


# ---- whole queries: (text, whether its rows have an order)
@form("rows")
def rows(draw):
    shape = shape_of(draw)
    text, scope = joined(draw, start(draw, shape))
    return text + items(draw, scope, shape) + where(draw, scope) + order(draw, scope) + cut(draw), True


@form("rows with windows")
def rows_with_windows(draw):
    text, scope = joined(draw, start(draw, "mixed"), 0.3)
    seen = Scope(scope.tables, windows=True)
    return text + items(draw, seen, "mixed") + where(draw, scope, 0.3) + order(draw, scope) + cut(draw, 0.2), True


@form("group_by")
def group_by(draw):
    shape = shape_of(draw)
    text, scope = joined(draw, start(draw, shape), 0.4)
    keys = []
    for kind in draw.random.sample(("integer", "text", "truth", "date"), draw.choice((1, 2))):
        columns = scope.columns(kind)
        if columns:
            key = draw.choice(columns)
            keys.append((kind, f"koine::lower_ascii({key})" if kind == "text" and draw.chance(0.4) else key))
    if not keys:
        raise Impossible
    grouped = Scope(scope.tables, keys=tuple(keys))
    text += items(draw, grouped, shape) + where(draw, scope) + f".group_by({', '.join(key for _, key in keys)})"
    if draw.chance(0.5) and draw.use("having"):
        text += f".having({draw.condition(grouped, 2)})"
    return text + f".order_by({', '.join(term(draw, key) for _, key in keys)})" + cut(draw), True


registry.clause("having")


@form("aggregates of all rows")
def whole(draw):
    shape = shape_of(draw)
    text, scope = joined(draw, start(draw, shape), 0.3)
    return text + items(draw, Scope(scope.tables, keys=()), shape) + where(draw, scope), True


@form("distinct")
def distinct(draw):
    text, scope = joined(draw, start(draw, "mixed"))
    selected = ", ".join(draw.sortable(kind, scope, 1) for kind in ITEMS["mixed"])
    return text + f".select<mixed>({selected}).distinct()" + where(draw, scope), False


@form("one value")
def one_value(draw):
    kind = draw.choice(("integer", "real", "text", "truth"))
    text, scope = joined(draw, start(draw, "mixed"), outer=False)
    return text + f".select({draw.expression(kind, scope, 3).text})" + where(draw, scope) + order(draw, scope), True


def simple(draw, model=None):
    """Rows of the shape that unions and computed tables are of."""
    table = Table(model) if model else start(draw, "mixed")
    text, scope = joined(draw, table, 0.2)
    selected = ", ".join(draw.sortable(kind, scope, 1) for kind in ITEMS["mixed"])
    text += f".select<mixed>({selected})" + where(draw, scope)
    return text + (order(draw, scope) + ".limit<3>()" if draw.chance(0.2) and draw.use("limit<>") else "")


COMPOUNDS = ("union_of", "union_all", "intersect", "intersect_all", "except", "except_all")
registry.clause(*COMPOUNDS)


@form("compound")
def compound(draw):
    word = draw.seldom(COMPOUNDS)
    draw.use(word)
    queries = [simple(draw) for _ in range(draw.choice((2, 2, 3)))]
    terms = [term(draw, Table("mixed").column(name)) for name in ("number", "real", "text", "truth")]
    draw.random.shuffle(terms)
    text = f"koine::{word}({', '.join(queries)})"
    if draw.chance(0.3):
        return text, False
    return text + f".order_by({', '.join(terms)})" + cut(draw), True


@form("with")
def with_table(draw):
    declared = f"koine::with<mixed>({simple(draw)})"
    if draw.chance(0.5):
        scope = Scope((Table("mixed"),))
        return f"{declared}.from<mixed>()" + items(draw, scope, "mixed") + where(draw, scope), False
    table = Table(draw.choice(MODELS))
    scope = Scope((table, Table("mixed")))
    kind = draw.choice(("join", "left_join"))
    text = f"{declared}.from<{table.model}>().{kind}<mixed>(koine::on(koine::col<&mixed::number> == {table.key}))"
    return text + items(draw, scope, "mixed") + where(draw, scope), False


@form("with_recursive")
def with_recursive(draw):
    """Down the tree of regions, or up it, or from number to number."""
    down = draw.chance(0.5)
    text = draw.sortable("text", Scope((Table("region"),)), 1)
    first = f"koine::from<region>().select<step>(koine::col<&region::id>, koine::col<&region::id> - koine::col<&region::id>, {text})"
    first += f".where({draw.condition(Scope((Table('region'),)), 1)})"
    link = ("region::parent_id> == koine::col<&step::id>", "step::id>") if down else ("region::id> == koine::col<&step::id>", "region::parent_id>")
    on = f"koine::on(koine::col<&{link[0]})" if down else "koine::on(koine::col<&region::parent_id> == koine::col<&step::id>)"
    path = draw.choice(("koine::col<&region::name>", "koine::concat(koine::col<&step::path>, koine::col<&region::name>)"))
    follow = f"koine::from<step>().join<region>({on}).select<step>(koine::col<&region::id>, koine::col<&step::depth> + 1, {path})"
    follow += f".where(koine::col<&step::depth> < {draw.choice((1, 2, 5))})"
    text = f"koine::with_recursive<step>({first}, {follow}).from<step>()"
    return text + where(draw, Scope((Table("step"),)), 0.3), False


registry.clause("last", "distinct_on", "after", "before", "include", "lists_by", "include limit", "include deeper", "for_update", "for_share")


@form("windows of rows")
def windows_of_rows(draw):
    table = Table(draw.choice(MODELS))
    scope = Scope((table,))
    text = table.start + items(draw, scope, "mixed", 1) + where(draw, scope) + order(draw, scope, ("integer", "text"))
    way = draw.seldom(("last", "after", "before", "distinct_on"))
    draw.use(way)
    if way == "last":
        return text + ".last(3)", True
    if way == "distinct_on":
        return text + f".distinct_on({draw.sortable(draw.choice(('integer', 'text')), scope, 1)})", True
    return text + f".{way}<&{table.model}::id>({draw.choice((1, 2, 3, 5))})" + (cut(draw) if way == "after" else ".last(2)"), True


@form("rows with lists")
def includes(draw):
    table, sales, notes = Table("customer"), Scope((Table("sale"),)), Scope((Table("note"),))
    scope = Scope((table,))
    text = f"koine::from<customer>().select<customer_page>(koine::as<&customer_page::label>({draw.expression('text', scope).text}))"
    if draw.chance(0.7) and draw.use("include"):
        clauses = [f"koine::{each[1:]}" for each in (where(draw, sales), order(draw, sales)) if each]
        if draw.chance(0.5) and draw.use("include limit"):
            clauses.append("koine::limit(2)")
        text += f".include<&customer_page::sales>({', '.join(clauses)})"
    else:
        text += f".include<&customer_page::sales>(koine::{order(draw, sales)[1:]})"
    draw.use("include deeper")
    text += f".include<&customer_page::sales, &sale_page::notes>(koine::{order(draw, notes)[1:]})"
    if draw.chance(0.4) and draw.use("lists_by"):
        text += ".lists_by<koine::strategy::json>()"
    return text + where(draw, scope) + order(draw, scope) + cut(draw), True


@form("locked rows")
def locked(draw):
    table = Table(draw.choice(MODELS))
    scope = Scope((table,))
    way = draw.seldom(("for_update", "for_share"))
    draw.use(way)
    return table.start + items(draw, scope, "mixed", 1) + where(draw, scope, depth=1) + order(draw, scope) + f".{way}()", True


def query(draw):
    """One query: its C++, whether its rows have an order, and the constructs that are in it."""
    while True:
        draw.used, draw.aliases = [], 0
        name = draw.seldom(list(FORMS))
        try:
            text, ordered = FORMS[name](draw)
        except Impossible:
            continue
        draw.use(name)
        return text, ordered, sorted(set(draw.used))
