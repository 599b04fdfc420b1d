// SPDX-License-Identifier: BSL-1.0
// model · entry: one sentence of a description, as a value.
#pragma once

#include <koine/model/constant.hpp>

#include <string_view>

namespace koine {

/// What the database does with the rows that reference a row which is erased.
enum class on_delete : unsigned char { no_action, restrict, cascade, set_null };

/// The database numbers the rows: the member is left out of inserts, and filled from the row that was written.
struct generated_t {};
inline constexpr generated_t generated{};

/// No index is declared on the columns of this relation.
struct unindexed_t {};
inline constexpr unindexed_t unindexed{};

}  // namespace koine

namespace koine::detail {

inline constexpr int maximum_key_columns = 8;

/// Members of a struct in the order they are named, each by its address in the probe.
struct member_list {
    void const* at[maximum_key_columns]{};
    int count = 0;
};

enum class entry_kind : unsigned char { column, length, default_value, primary_key, unique, index, belongs_to, has_many, has_one, many_to_many };

struct entry {
    entry_kind kind{};
    member_list members{};
    std::string_view name{};       ///< of a column, an index or a relation
    std::string_view inverse{};    ///< has_many, has_one: the relation of the other side; many_to_many: the junction's to this model
    std::string_view onward{};     ///< many_to_many: the junction's relation to the other model
    member_list references{}; ///< belongs_to: the other side's columns; none for its primary key
    int related = -1;              ///< of a relation: position of the other model in the description's related types
    int junction = -1;             ///< many_to_many: position of the junction model there
    unsigned length = 0;
    on_delete action = on_delete::no_action;
    bool generated = false;
    bool unindexed = false;
    constant value{};
};

}  // namespace koine::detail
