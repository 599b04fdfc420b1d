// SPDX-License-Identifier: BSL-1.0
// query · strategy: how the lists of a shape are loaded. All ways give equal results.
#pragma once

#include <koine/query/clause.hpp>

namespace koine {

/// The ways to load lists of related rows. A database that has one not refuses it by name.
enum class strategy : unsigned char {
    automatic,  ///< as the driver's database is fastest
    json,       ///< as JSON arrays, in the query's own statement: everywhere
    united,     ///< in one statement that has the rows of all lists, one after the other: PostgreSQL, MySQL, MariaDB
    split,      ///< by a statement for each list: everywhere; on PostgreSQL in one round trip; a transaction around it decides whether they see one snapshot
    packed,     ///< by an aggregate of the driver, which takes the rows as they are found: SQLite
    rows,       ///< as arrays of rows in binary: PostgreSQL; there a list takes about a kilobyte of the server's memory a value
};

/// Loads the lists of the query's shape in this way: `query + koine::lists_by<koine::strategy::json>()`.
template <strategy Strategy>
constexpr auto lists_by() {
    return detail::clause<detail::op::lists_by, detail::values<0>, detail::number_token<detail::op::lists_by, static_cast<std::int64_t>(Strategy)>>{};
}

}  // namespace koine
