# SPDX-License-Identifier: BSL-1.0
"""What the compile-time suite compiles: each case by Koine, and by hand where that says something."""

from dataclasses import dataclass

CORE = "koine.hpp and dialect/sqlite"
SQLITE = "koine.hpp and driver/sqlite"
TWENTY = "20 queries"
FORTY = "40 queries"
OWN_STRUCTS = "20 queries and 10 of a new struct each"
NEW_STRUCTS = 10


@dataclass(frozen=True)
class Case:
    name: str
    koine: str
    by_hand: str | None = None


def including(*names: str) -> str:
    quoted = (name if name.startswith("<") else f'"{name}"' for name in names)
    return "".join(f"#include {name}\n" for name in quoted)


def headers(name: str, *parts: str) -> Case:
    return Case(name, including(*(f"<koine/{part}.hpp>" for part in parts), "<koine/koine.hpp>"))


# ---- generated: what differs only in a number ----------------------------------------------------------------------

# The types of a model's columns in turn, and how each is read and bound by hand.
COLUMN_TYPES = (
    ("std::string", "row.{0} = rows.text({1});"),
    ("std::int64_t", "row.{0} = rows.integer({1});"),
    ("std::optional<std::string>", "if (!rows.null({1})) row.{0} = rows.text({1});"),
    ("bool", "row.{0} = rows.integer({1}) != 0;"),
    ("double", "row.{0} = rows.real({1});"),
)
BINDS = {
    "std::optional<std::string>": "if (row.{0}) rows.bind({1}, *row.{0}); else rows.bind({1}, std::nullopt);",
    "bool": "rows.bind({1}, std::int64_t{{row.{0}}});",
}
PLAIN_BIND = "rows.bind({1}, row.{0});"


def model_of(columns: int) -> Case:
    """A model of so many columns: all rows, one by its key, one inserted."""
    members = [("id", "std::int64_t", COLUMN_TYPES[1][1])]
    members += [(f"column_{i}", *COLUMN_TYPES[i % len(COLUMN_TYPES)]) for i in range(1, columns)]
    struct = "struct wide {\n" + "".join(f"    {kind} {name}{{}};\n" for name, kind, _ in members) + "};\n"
    koine = f"""{including("<koine/driver/sqlite.hpp>", "<koine/koine.hpp>")}
{struct}
constexpr auto describe(koine::model<wide>) {{ return koine::table("wide").primary_key<&wide::id>(koine::generated); }}
using database = koine::database<koine::driver::sqlite>;
std::vector<wide> all(database& db) {{ return db.all(koine::from<wide>()); }}
std::optional<wide> find(database& db, std::int64_t id) {{ return db.find<wide>(id); }}
wide insert(database& db, wide const& row) {{ return db.insert(row); }}
"""
    names = ", ".join(name for name, _, _ in members)
    reads = "".join(f"    {read.format(name, at)}\n" for at, (name, _, read) in enumerate(members))
    binds = "".join(f"    {BINDS.get(kind, PLAIN_BIND).format(name, at)}\n" for at, (name, kind, _) in enumerate(members) if at > 0)
    by_hand = f"""{including("statement.hpp", "<optional>", "<vector>")}
{struct}
using blog::statement;
void read(statement& rows, wide& row) {{
{reads}}}
std::vector<wide> all(sqlite3* db) {{
    statement rows(db, "SELECT {names} FROM wide");
    std::vector<wide> all;
    while (rows.step()) read(rows, all.emplace_back());
    return all;
}}
std::optional<wide> find(sqlite3* db, std::int64_t id) {{
    statement rows(db, "SELECT {names} FROM wide WHERE id = ?");
    rows.bind(1, id);
    std::optional<wide> found;
    if (rows.step()) read(rows, found.emplace());
    return found;
}}
wide insert(sqlite3* db, wide row) {{
    statement rows(db, "INSERT INTO wide ({names.removeprefix("id, ")}) VALUES ({", ".join("?" * (columns - 1))})");
{binds}    rows.execute();
    row.id = sqlite3_last_insert_rowid(db);
    return row;
}}
"""
    return Case(f"a model of {columns} columns", koine, by_hand)


def own_structs() -> Case:
    """The twenty queries, and more of which each loads a struct that no other does."""
    koine, by_hand = including("twenty_queries.hpp"), including("twenty_by_hand.hpp")
    for number in range(NEW_STRUCTS):
        struct = f"struct line_{number} {{ std::int64_t id{{}}; std::string name; std::optional<std::string> email{{}}; }};\n"
        koine += f"""namespace blog {{
{struct}std::vector<line_{number}> lines_{number}(database& db, text name) {{
    return db.all(koine::from<author>().select<line_{number}>().where(col<&author::name> == name));
}}
}}
"""
        by_hand += f"""namespace blog {{
{struct}std::vector<line_{number}> lines_{number}(sqlite3* db, std::string_view name) {{
    statement rows(db, "SELECT id, name, email FROM authors WHERE name = ?");
    rows.bind(1, name);
    std::vector<line_{number}> all;
    while (rows.step()) {{
        line_{number}& one = all.emplace_back();
        one.id = rows.integer(0);
        one.name = rows.text(1);
        if (!rows.null(2)) one.email = rows.text(2);
    }}
    return all;
}}
}}
"""
    return Case(OWN_STRUCTS, koine, by_hand)


# ---- all of them ---------------------------------------------------------------------------------------------------


def all_cases(clients: set[str]) -> list[Case]:
    """The cases for which this machine has the headers; `clients` are those of the servers: libpq, mysql."""
    cases = [headers(CORE, "dialect/sqlite"), headers(SQLITE, "driver/sqlite")]
    cases += [headers(f"koine.hpp and driver/{client}", f"driver/{client}") for client in ("libpq", "mysql") if client in clients]
    cases += [
        Case("1 query", including("one_query.hpp")),
        Case("10 queries", including("ten_queries.hpp")),
        Case(TWENTY, including("twenty_queries.hpp"), including("twenty_by_hand.hpp")),
        Case(FORTY, including("forty_queries.hpp")),
        own_structs(),
        *(model_of(columns) for columns in (10, 50, 100)),
        Case("a shape of 4 levels", including("four_levels.hpp"), including("four_levels_by_hand.hpp")),
        Case("a join of 10 tables", including("ten_way_join.hpp"), including("ten_way_join_by_hand.hpp")),
    ]
    return cases
