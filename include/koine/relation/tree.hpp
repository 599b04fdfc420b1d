// SPDX-License-Identifier: BSL-1.0
// relation · tree: which columns a row of a tree is inserted with, and from where each has its value.
#pragma once

#include <koine/query/by_columns.hpp>

#include <array>

namespace koine::detail {

/// The value of a row's column, once it is known.
struct column_value {
    bound_value value{};
    bool known = false;
};

constexpr bool same(bound_value const& left, bound_value const& right) {
    if (left.kind != right.kind) return false;
    switch (left.kind) {
    case bound_kind::boolean: return left.boolean == right.boolean;
    case bound_kind::integer:
    case bound_kind::date:
    case bound_kind::time:
    case bound_kind::instant:
    case bound_kind::local_time: return left.integer == right.integer;
    case bound_kind::unsigned_integer: return left.unsigned_integer == right.unsigned_integer;
    case bound_kind::real: return left.real == right.real;
    case bound_kind::text: return left.as_text() == right.as_text();
    case bound_kind::bytes:
        if (left.size != right.size) return false;
        for (std::size_t i = 0; i < left.size; ++i)
            if (left.bytes[i] != right.bytes[i]) return false;
        return true;
    case bound_kind::decimal:
    case bound_kind::uuid: return left.unsigned_integer == right.unsigned_integer && left.low == right.low;
    default: return true;
    }
}
/// Whether a member is as its type makes it: its owner leaves it to be filled in.
constexpr bool left_open(bound_value const& value) {
    switch (value.kind) {
    case bound_kind::boolean: return !value.boolean;
    case bound_kind::integer: return value.integer == 0;
    case bound_kind::unsigned_integer: return value.unsigned_integer == 0;
    case bound_kind::real: return value.real == 0;
    case bound_kind::text:
    case bound_kind::bytes: return value.size == 0;
    case bound_kind::decimal:
    case bound_kind::uuid: return value.unsigned_integer == 0 && value.low == 0;
    default: return value.kind == bound_kind::null;
    }
}

/// Sets a column to a part of another row's key; two keys can share a column only where they agree.
inline void put(column_value& column, bound_value const& value) {
    if (column.known && !same(column.value, value))
        throw error(error_kind::misuse, "koine: a row would belong to two rows that differ in a column which both of its foreign keys share");
    column = {value, true};
}
/// Passes a key on to the columns that reference it.
inline void pass_key(column_value const* from, column_set const& key, column_value* to, column_set const& references) {
    for (int i = 0; i < key.count; ++i) {
        bound_value const& value = from[key.at[i]].value;
        if (value.kind == bound_kind::null)
            throw error(error_kind::misuse, "koine: a row of a tree has NULL in the key by which others would belong to it");
        put(to[references.at[i]], value);
    }
}

/// Takes the members of a row that are columns. One that the database or another row of the tree fills in is left open.
inline void take_members(shape_descriptor const& shape, short generated, bound_value const* given, column_value* row) {
    for (int i = 0; i < shape.members.count; ++i) {
        short const column = shape.members[i].column;
        if (column < 0) continue;
        if (column == generated) {
            if (!left_open(given[i]))
                throw error(error_kind::misuse, "koine: a row of a tree is given a generated key; the database numbers the rows, and one that is there is connected by its key");
        } else if (!row[column].known) {
            row[column] = {given[i], true};
        } else if (!left_open(given[i]) && !same(given[i], row[column].value)) {
            throw error(error_kind::misuse, "koine: a row of a tree is given a foreign key of another row than the one that it belongs to; leave it zero");
        }
    }
}

/// Which columns of a table are meant, one by one.
template <class Model>
struct column_flags {
    bool at[member_count<Model> == 0 ? 1 : member_count<Model>]{};

    constexpr void add(column_set const& set) {
        for (int i = 0; i < set.count; ++i) at[set.at[i]] = true;
    }
    [[nodiscard]] constexpr int count() const {
        int all = 0;
        for (bool one : at) all += one ? 1 : 0;
        return all;
    }
};
template <class Model, column_flags<Model> Flags>
inline constexpr auto columns_flagged = [] {
    std::array<short, static_cast<std::size_t>(Flags.count())> columns{};
    std::size_t next = 0;
    for (short column = 0; column < static_cast<short>(member_count<Model>); ++column)
        if (Flags.at[column]) columns[next++] = column;
    return columns;
}();

/// A row of `Shape`, whose columns `Filled` are the key of the row that it is nested in.
template <class Model, class Shape, column_set Filled>
struct tree_plan {
    static constexpr shape_descriptor const& shape = shape_of<Model, Shape>;
    static constexpr table_descriptor const& table = table_of<Model>;

    /// What a row belongs to is inserted before it.
    static constexpr bool before(shape_member const& member) { return member.related() && member.relation->kind == entry_kind::belongs_to; }
    static constexpr bool after(shape_member const& member) { return member.related() && !before(member); }

    /// The columns whose values are keys of other rows of the tree.
    static constexpr column_flags<Model> passed = [] {
        column_flags<Model> columns;
        columns.add(Filled);
        for (shape_member const& member : shape.members)
            if (before(member)) columns.add(member.relation->from_columns);
        return columns;
    }();
    /// The column that the database fills in; -1 where there is none.
    static constexpr short generated = [] {
        for (short column = 0; column < table.columns.count; ++column)
            if (table.columns[column].generated && !passed.at[column]) return column;
        return short{-1};
    }();
    static constexpr column_flags<Model> given = [] {
        column_flags<Model> columns = passed;
        for (shape_member const& member : shape.members)
            if (member.column >= 0 && member.column != generated) columns.at[member.column] = true;
        return columns;
    }();
    static constexpr auto const& inserted = columns_flagged<Model, given>;
    /// The generated column, where somebody needs it: a member, a row nested in this, or the row that this one is inserted for.
    static constexpr short returned = [] {
        bool needed = Filled.count == 0;
        for (shape_member const& member : shape.members) needed = needed || member.column == generated || after(member);
        return needed ? generated : short{-1};
    }();
    static constexpr bool alone = [] {
        for (shape_member const& member : shape.members)
            if (member.related()) return false;
        return true;
    }();

    /// A column that nobody gives and that must be; -1 where there is none.
    static constexpr short missing = [] {
        for (short column = 0; column < table.columns.count; ++column) {
            column_descriptor const& one = table.columns[column];
            if (!given.at[column] && !one.nullable && !one.generated && one.default_value.which == constant::kind::none) return column;
        }
        return short{-1};
    }();
    /// A column of a key that only the database would know; -1 where there is none.
    static constexpr short unknown_of(column_set const& key) {
        for (int i = 0; i < key.count; ++i)
            if (!given.at[key.at[i]] && key.at[i] != returned && table.columns[key.at[i]].default_value.which != constant::kind::none) return key.at[i];
        return -1;
    }
    /// Whether a member would give the row a second parent by the foreign key of the one that it is nested in.
    static constexpr bool two_parents = [] {
        for (shape_member const& member : shape.members) {
            if (!before(member)) continue;
            bool all = true;
            for (int i = 0; i < member.relation->from_columns.count; ++i) all = all && Filled.contains(member.relation->from_columns.at[i]);
            if (all) return true;
        }
        return false;
    }();
};

/// A row that pairs two others, with nothing of its own.
template <class Junction, column_set Near, column_set Far>
struct pair_plan {
    static constexpr column_flags<Junction> given = [] {
        column_flags<Junction> columns;
        columns.add(Near);
        columns.add(Far);
        return columns;
    }();
    static constexpr auto const& inserted = columns_flagged<Junction, given>;
    static constexpr short returned = -1;
    static constexpr short missing = [] {
        for (short column = 0; column < table_of<Junction>.columns.count; ++column) {
            column_descriptor const& one = table_of<Junction>.columns[column];
            if (!given.at[column] && !one.nullable && !one.generated && one.default_value.which == constant::kind::none) return column;
        }
        return short{-1};
    }();
    /// The key of the pair; without columns where a pair may be there twice.
    static constexpr column_set key = [] {
        auto const is_pair = [](column_set const& columns) {
            for (int i = 0; i < columns.count; ++i)
                if (!given.at[columns.at[i]]) return false;
            return columns.count == given.count();
        };
        if (is_pair(table_of<Junction>.primary_key)) return table_of<Junction>.primary_key;
        for (key_descriptor const& one : table_of<Junction>.keys)
            if (one.unique && is_pair(one.columns)) return one.columns;
        return column_set{};
    }();
};

}  // namespace koine::detail
