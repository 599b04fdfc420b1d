// SPDX-License-Identifier: BSL-1.0
// conformance · laws: what must mean the same everywhere; the tests of a law bear its tag.
#pragma once

#include <string_view>

namespace conformance {

struct law {
    std::string_view group;
    std::string_view tag;
    std::string_view sentence;
    std::string_view elsewhere = {};  ///< where a law is proved that needs no server
};

inline constexpr law laws[] = {
    {"text", "text-kept", "Any UTF-8 text comes back as it was; other bytes are refused before they are sent."},
    {"text", "text-bytes", "Text compares by its bytes: =, unique keys, GROUP BY, DISTINCT and joins agree."},
    {"text", "text-folding", "On a table described as folding, a predicate is exact and its index serves."},
    {"text", "text-order", "The order of text is its column's collation."},
    {"text", "text-byte-order", "bytes(column) asks for the order of bytes."},
    {"text", "text-match", "contains, starts_with and ends_with take any text as it is."},
    {"text", "text-insensitive", "Modes without case fold A to Z only."},
    {"text", "text-charsets", "A column of somebody else's character set is matched, and nested, as UTF-8."},
    {"text", "text-functions", "Functions of text are emulated to one meaning, or refused."},
    {"null", "null-tests", "column == std::nullopt is IS NULL."},
    {"null", "null-columns", "Column against column is plain =."},
    {"null", "null-optionals", "A bound optional is refused where NULL would not be equal.", "compile_fail"},
    {"null", "null-same-as", "same_as takes NULL for equal to NULL."},
    {"null", "null-given", "given is a part that is present when its optional is."},
    {"null", "null-when", "when leaves out what is absent, under AND, OR and NOT."},
    {"null", "null-lists", "in({}) is false, not_in({}) is true."},
    {"null", "null-all-rows", "A write that would take every row says so, or is refused before anything is sent."},
    {"null", "null-aggregates", "A sum over no rows is an empty optional, their count is 0."},
    {"relations", "relations-some", "none is not some; every(c) is none(!c)."},
    {"relations", "relations-is", "is_not is not is."},
    {"relations", "relations-values", "Counts and aggregates of a relation stand wherever an expression does; a value over no row is empty."},
    {"relations", "relations-absent", "No parent is a foreign key with any NULL, or no such row."},
    {"relations", "relations-many-to-many", "A junction pairs rows from both sides; its orphans are no rows."},
    {"relations", "relations-through", "A member has the relation that its include names, with a window of its own."},
    {"relations", "relations-given", "An expression given in an include is what it is outside of one."},
    {"order", "order-nulls", "NULLs come last ascending and first descending."},
    {"order", "order-key", "The primary key ends an order that is cut off, in the direction of its last term."},
    {"order", "order-limits", "Negative limits are refused, limit(0) gives nothing."},
    {"order", "order-after", "after is exclusive, and finds a row by any unique key."},
    {"order", "order-last", "last gives the last rows, still in the order; an offset leaves out rows at the end."},
    {"order", "order-distinct", "distinct_on gives the first row in the order of those that agree; NULL agrees with NULL."},
    {"order", "order-pages", "Pages of any size are the rows of one read; a token of another order is refused."},
    {"numbers", "numbers-division", "Integers divide toward zero; x / 0 and x % 0 are NULL."},
    {"numbers", "numbers-average", "The average of integers and floats is a double."},
    {"numbers", "numbers-decimal", "Decimals keep every digit; their sum is a decimal, or refused."},
    {"numbers", "numbers-sum", "A sum of integers is an int64, checked in the client."},
    {"numbers", "numbers-strict", "A column takes what its C++ type holds, and nothing else."},
    {"numbers", "numbers-unsigned", "A uint64 is kept, compared and ordered as a number."},
    {"numbers", "numbers-nan", "NaN and infinities are kept, or refused before they are sent."},
    {"numbers", "numbers-order", "The order of an enum, and what a dialect cannot compute, is refused.", "compile_fail"},
    {"types", "types-moments", "Dates, times and durations come back exact, in the order of time, whatever zone anybody is in."},
    {"types", "types-moment-functions", "The parts of dates and times are those of the calendar, in UTC, whatever zone the session is in."},
    {"types", "types-uuids", "Uuids come back exact, and are in the order of their text."},
    {"types", "types-decimals", "Decimals come back exact, equal whatever their scale, and in the order of numbers, or unordered by refusal."},
    {"writes", "writes-old-row", "Right-hand sides of an update see the old row."},
    {"writes", "writes-generated", "insert(row) leaves generated members out; a non-zero one is an error, unless keys are kept."},
    {"writes", "writes-defaults", "Members named in defaults are left to the database."},
    {"writes", "writes-returned", "The returned row is what the database holds."},
    {"writes", "writes-range", "A range goes in as a whole, or not at all."},
    {"writes", "writes-update-row", "update(row) that hits nothing is not_found."},
    {"writes", "writes-affected", "Affected rows are rows found."},
    {"writes", "writes-create", "create_tables creates what is missing, in the order of foreign keys; differences are one error."},
    {"writes", "writes-index", "belongs_to declares an index, unless a key begins with its columns."},
    {"writes", "writes-unindexed", "belongs_to(unindexed) declares none, and an include or a relation filter over it is refused.", "compile_fail"},
    {"writes", "writes-upsert", "An upsert names its conflict target."},
    {"writes", "writes-upsert-other-key", "A duplicate of another key is an error of kind unique."},
    {"writes", "writes-upsert-together", "Two upserts of one missing key at once both succeed."},
    {"writes", "writes-tree", "A tree goes in whole, with its keys filled in, or not at all."},
    {"writes", "writes-connect", "Rows are connected, disconnected and replaced by their keys, all or none."},
    {"transactions", "transactions-scopes", "Scopes commit, roll back and nest as savepoints."},
    {"transactions", "transactions-poison", "A statement that failed poisons its scope, in every dialect."},
    {"transactions", "transactions-ended", "A transaction that the server ended poisons all outer scopes."},
    {"transactions", "transactions-ddl", "DDL in a transaction is refused where it would commit it."},
    {"transactions", "transactions-retry", "A retry runs the outermost closure again, and nothing else."},
    {"transactions", "transactions-unknown", "A COMMIT of unknown outcome has a kind of its own, and is never retried."},
    {"transactions", "transactions-options", "An option that the server cannot honour is an error."},
    {"streams", "streams-values", "A stream keeps its values, and gives row after row in constant memory."},
    {"streams", "streams-cached", "A cached statement is checked out while it runs, and prepared anew when it is stale."},
    {"streams", "streams-alone", "While a stream is open or a query visited, the connection runs nothing else."},
    {"streams", "streams-dropped", "A stream dropped half-way leaves the connection usable."},
};

}  // namespace conformance
