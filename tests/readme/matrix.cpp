// SPDX-License-Identifier: BSL-1.0
// Prints the table of what each dialect can express, from the policies themselves.

#include <koine/dialect/mariadb.hpp>
#include <koine/dialect/mysql.hpp>
#include <koine/dialect/postgres.hpp>
#include <koine/dialect/sqlite.hpp>
#include <koine/koine.hpp>

#include <cstdio>

namespace {

struct row {
    koine::feature which;
    char const* name;
};
constexpr row rows[] = {
    {koine::feature::insert_returning, "INSERT … RETURNING in one statement"},
    {koine::feature::update_returning, "UPDATE … RETURNING"},
    {koine::feature::erase_returning, "DELETE … RETURNING"},
    {koine::feature::joined_returning, "DELETE … RETURNING that joins tables"},
    {koine::feature::keyless_join, "any update or erase that joins tables, of a table without a primary key"},
    {koine::feature::keyless_returning, "INSERT … RETURNING of a row without a primary key"},
    {koine::feature::conflict_target, "an upsert that names its key in one statement, whatever other keys there are"},
    {koine::feature::simultaneous_update, "assignments that read each other in a circle"},
    {koine::feature::unsigned_arithmetic, "arithmetic of std::uint64_t"},
    {koine::feature::decimal_order, "order and sums of koine::decimal"},
    {koine::feature::deep_nesting, "lists inside each other beyond six, or relation filters beyond ten"},
    {koine::feature::correlated_tables, "an include with last or distinct_on, or in(query) or any(query) with a limit, whose clauses name a level around it"},
    {koine::feature::outer_order, "an include ordered by a column of a level around it"},
    {koine::feature::full_join, "a full join"},
    {koine::feature::unequal_full_join, "a full join by a condition that equates nothing of both sides"},
    {koine::feature::intersect_all, "INTERSECT ALL and EXCEPT ALL"},
    {koine::feature::quantified_groups, "an aggregate compared with any or all rows of a query"},
    {koine::feature::statistics, "aggregates of deviation and variance"},
    {koine::feature::ordered_text, "string_agg"},
    {koine::feature::frames_of_groups, "window frames of groups, or that leave rows out"},
    {koine::feature::json_merge_patch, "koine::json_merge"},
    {koine::feature::row_locks, "for_update and for_share"},
    {koine::feature::lock_of_tables, "for_update and for_share in a query that joins tables"},
    {koine::feature::packed_lists, "lists by strategy::packed"},
    {koine::feature::record_arrays, "lists by strategy::rows"},
    {koine::feature::transactional_ddl, "CREATE TABLE inside a transaction"},
};

char const* answer(bool can) { return can ? "yes" : "no"; }

}  // namespace

int main() {
    using namespace koine::dialect;
    std::puts("| | SQLite 3.40 | PostgreSQL 15 | MySQL 8.0.31 | MariaDB 10.11 |\n| --- | --- | --- | --- | --- |");
    for (row const& one : rows)
        std::printf("| %s | %s | %s | %s | %s |\n", one.name, answer(sqlite<>::can(one.which)), answer(postgres<>::can(one.which)),
                    answer(mysql<>::can(one.which)), answer(mariadb<>::can(one.which)));
}
