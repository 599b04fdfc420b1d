// SPDX-License-Identifier: BSL-1.0
// dialect · feature: what a database may lack; each dialect answers for each, by its version.
#pragma once

namespace koine {

/// Things that not every database can express. A dialect's `can(feature)` says whether it does, `refuse<feature>` why not.
enum class feature : unsigned char {
    insert_returning,    ///< INSERT … RETURNING
    update_returning,    ///< UPDATE … RETURNING
    erase_returning,     ///< DELETE … RETURNING
    joined_returning,    ///< DELETE … RETURNING that joins tables
    keyless_returning,   ///< INSERT … RETURNING of a row whose primary key nobody knows beforehand
    conflict_target,     ///< ON CONFLICT (key): an upsert that names its key
    conflict_condition,  ///< an upsert that updates a row only where a condition holds
    simultaneous_update, ///< every right-hand side of an UPDATE sees the old row
    keyless_join,        ///< any UPDATE or DELETE that joins tables, of a table without a primary key
    decimal_order,       ///< order and sums of exact decimals
    unsigned_arithmetic, ///< arithmetic of 64-bit unsigned integers, and comparing them with other kinds
    deep_nesting,        ///< subqueries, lists and parentheses inside each other beyond what a parser's stack of 100 entries holds
    correlated_tables,   ///< a derived table in a subquery sees the columns around it
    outer_order,         ///< a subquery is ordered by columns of a level around it
    packed_lists,        ///< an aggregate of the driver takes the rows of a list: strategy::packed
    record_arrays,       ///< arrays of rows are values: strategy::rows
    united_levels,       ///< a statement can have rows of several levels, each level's ordered: strategy::united
    right_join,          ///< RIGHT JOIN
    full_join,           ///< FULL JOIN
    unequal_full_join,   ///< FULL JOIN by a condition that equates no column of one side with one of the other
    intersect,           ///< INTERSECT and EXCEPT
    intersect_all,       ///< INTERSECT ALL and EXCEPT ALL
    quantified_groups,   ///< an aggregate or a function over a window is compared with any or all rows of a query
    statistics,          ///< aggregates of deviation and variance
    ordered_text,        ///< string_agg in an order
    frames_of_groups,    ///< window frames of groups, and such that leave rows out
    json_merge_patch,    ///< RFC 7396: a patch merged into JSON
    row_locks,           ///< SELECT … FOR UPDATE
    lock_of_tables,      ///< FOR UPDATE OF some of a query's tables
    skipped_locks,       ///< FOR UPDATE SKIP LOCKED
    filtered_aggregates, ///< FILTER (WHERE …) of any aggregate
    boolean_aggregates,  ///< an aggregate that tells whether any or all are true
    distinct_on,         ///< SELECT DISTINCT ON
    placed_nulls,        ///< NULLS FIRST and NULLS LAST
    arrays,              ///< lists are values of a type of their own
    temporal_types,      ///< and so are dates and times
    forward_references,  ///< a foreign key may name a table that is not there yet
    deferred_references, ///< NO ACTION differs from RESTRICT: a foreign key is checked when the statement or transaction ends
    transactional_ddl,   ///< CREATE TABLE inside a transaction can be rolled back
};

/// What becomes of a feature in a dialect.
enum class support : unsigned char {
    native,    ///< the database has it
    emulated,  ///< it is made of what the database has, with the same results
    refused,   ///< a query that needs it does not compile
};

}  // namespace koine
