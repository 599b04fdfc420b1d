// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/nested: what the sides of the nested load share: a range of users, each with posts and their comments.
#pragma once

#include "place.hpp"
#include "queries.hpp"
#include "statement.hpp"

namespace bench::sqlite {

using pages = std::vector<library::user_page>;

inline void bind_range(statement& to, user_range range) {
    to.bind(1, range.first);
    to.bind(2, range.last);
}

template <class... Member>
void read_members(sqlite3_stmt* row, int column, Member&... out) {
    (checked::read(row, column++, out), ...);
}

/// The text of a cell that holds JSON.
inline std::string_view json_of(sqlite3_stmt* row, int column) {
    sqlite3_value* const value = sqlite3_column_value(row, column);
    if (sqlite3_value_type(value) != SQLITE_TEXT) fail_cell(column);
    auto const* const text = reinterpret_cast<char const*>(sqlite3_value_text(value));
    return {text, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

/// The sides of several statements and of one, each in a file of its own.
void add_split(std::string const& name, place const& where, user_range range);
void add_json_arrays(std::string const& name, place const& where, user_range range);
void add_packed(std::string const& name, place const& where, user_range range);
void add_joined(std::string const& name, place const& where, user_range range);

}  // namespace bench::sqlite
