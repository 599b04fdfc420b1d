# SPDX-License-Identifier: BSL-1.0
# generator · language/shop: the models of shop.hpp as the generator sees them: columns by type, relations, values to compare with.
from dataclasses import dataclass

COLUMNS = {
    "region": {"id": "integer", "name": "text", "parent_id": "integer"},
    "customer": {"id": "integer", "region_id": "integer", "name": "text", "email": "text", "active": "truth", "rating": "integer", "born": "date"},
    "sale": {"id": "integer", "customer_id": "integer", "quantity": "integer", "weight": "real", "discount": "real", "total": "decimal",
             "refund": "decimal", "made": "instant", "due": "date", "paid": "truth", "state": "state"},
    "note": {"id": "integer", "sale_id": "integer", "text": "text", "likes": "integer", "read": "instant"},
    "mixed": {"number": "integer", "real": "real", "text": "text", "truth": "truth"},
    "step": {"id": "integer", "depth": "integer", "path": "text"},
}
MODELS = ("region", "customer", "sale", "note")

# To many and to one: the relation's name, and its model.
MANY = {"region": [("parts", "region"), ("customers", "customer")], "customer": [("sales", "sale")], "sale": [("notes", "note")], "note": []}
ONE = {"region": [("parent", "region")], "customer": [("region", "region")], "sale": [("customer", "customer")], "note": [("sale", "sale")]}

VALUES = {
    "integer": ["0", "1", "2", "3", "5", "7", "100", "-1", "-3", "50000"],
    "real": ["0.0", "0.25", "0.5", "1.0", "1.5", "-2.5", "100.125", "-0.5", "8.0"],
    "text": ['""', '"a"', '"Ada"', '"bo"', '" "', '"\\u00e9"', '"\\U0001f600"', '"%"', '"_"', '"late"', '"Bo"', '"50% off"', '"\\\\"'],
    "truth": ["true", "false"],
    "date": ["date(2024y / 2 / 29)", "date(1969y / 12 / 31)", "date(2000y / 1 / 1)"],
    "instant": ["instant(0us)", "instant(-1us)", "instant(std::chrono::sys_days(date(2024y / 2 / 29)) + 9h + 30min)"],
    "decimal": ['price("12.50")', 'price("0.00")', 'price("-0.05")', 'price("7.00")'],
    "state": ["state::open", "state::sent", "state::lost"],
}
SIZES = {"integer": 60000.0, "real": 60000.0}
CPP = {"integer": "std::int64_t", "real": "double", "text": "std::string", "truth": "bool", "date": "date", "instant": "instant", "decimal": "price",
       "state": "shop::state"}


@dataclass(frozen=True)
class Table:
    """A table in sight, by its own name or by an alias."""

    model: str
    alias: str = ""

    @property
    def said(self):
        """How a query or a join names it."""
        return f'koine::alias<{self.model}, "{self.alias}">' if self.alias else self.model

    def column(self, name):
        return f"{self.said}.col<&{self.model}::{name}>" if self.alias else f"koine::col<&{self.model}::{name}>"

    @property
    def key(self):
        return self.column("id")

    @property
    def start(self):
        return f"koine::from({self.said})" if self.alias else f"koine::from<{self.model}>()"


@dataclass(frozen=True)
class Scope:
    """What an expression may name."""

    tables: tuple[Table, ...]
    outer: "Scope | None" = None
    keys: tuple[tuple[str, str], ...] | None = None  # of groups: type and text; None where there are rows
    windows: bool = False                            # whether functions over windows may stand here

    def columns(self, kind):
        return [table.column(name) for table in self.tables for name, each in COLUMNS[table.model].items() if each == kind]

    @property
    def root(self):
        return self.tables[0]

    @property
    def order(self):
        """What makes any order of the rows one in which each has its place."""
        return ", ".join(table.key for table in self.tables)

    @property
    def certain(self):
        """Whether no outer join around can make NULL of a column."""
        return len(self.tables) == 1 and (self.outer is None or self.outer.certain)

    def inside(self, *, windows=False):
        """The same rows, for an operand of an aggregate: one of outer columns alone would be of the rows around."""
        return Scope(self.tables, None, None, windows)
