// SPDX-License-Identifier: BSL-1.0
// descriptor · table_descriptor: a table as constant data, with no C++ type left in it.
#pragma once

#include <koine/detail/list.hpp>
#include <koine/model/entry.hpp>
#include <koine/types/enumeration.hpp>
#include <koine/types/storage.hpp>

#include <cstdint>
#include <string_view>

namespace koine::detail {

struct column_descriptor {
    std::string_view name{};
    std::string_view member{};
    storage kind{};
    char const* type = nullptr;  ///< stands for the member's C++ type, not counting its optional
    bool nullable = false;
    bool generated = false;
    bool keyed = false;        ///< part of a key or an index: bounded text on MySQL
    unsigned length = 0;       ///< in characters; 0: unbounded
    bool bounded = false;      ///< the C++ type is narrower than its storage kind: minimum and maximum hold
    std::int64_t minimum = 0;
    std::int64_t maximum = 0;
    list<enum_label> labels{};  ///< of an enum: the only texts
    constant default_value{};
};

/// Columns by their positions in the table.
struct column_set {
    short at[maximum_key_columns]{};
    int count = 0;

    [[nodiscard]] constexpr bool contains(short column) const {
        for (int i = 0; i < count; ++i)
            if (at[i] == column) return true;
        return false;
    }
    /// Whether the other's columns, in order, are the first of these.
    [[nodiscard]] constexpr bool begins_with(column_set const& other) const {
        if (other.count > count) return false;
        for (int i = 0; i < other.count; ++i)
            if (at[i] != other.at[i]) return false;
        return true;
    }
};

struct key_descriptor {
    std::string_view name{};  ///< empty: made of the table's and the columns' names
    column_set columns{};
    bool unique = false;
};

struct table_descriptor {
    std::string_view schema{};
    std::string_view name{};
    list<column_descriptor> columns{};
    column_set primary_key{};
    list<key_descriptor> keys{};  ///< unique keys and indexes; those of foreign keys are last
    char const* model = nullptr;  ///< stands for the C++ type

    /// A struct without a description, which a query declares as the rows of another.
    [[nodiscard]] constexpr bool computed() const { return name.empty(); }
    [[nodiscard]] constexpr bool nullable(column_set const& key) const {
        for (int i = 0; i < key.count; ++i)
            if (columns[key.at[i]].nullable) return true;
        return false;
    }
};

}  // namespace koine::detail
