// SPDX-License-Identifier: BSL-1.0
// dialect · write_include: a shape's relations. To-one members are joined; the rows of a list are positional JSON arrays
// (objects are 1.5 times as slow and a third longer).
#pragma once

#include <koine/dialect/write_cursor.hpp>

namespace koine::detail {

/// The to-one members of a shape, as joins, in the order in which the shape names them.
struct to_one_join {
    relation_descriptor const* relation = nullptr;
    int from = -1;
    int to = -1;
};
struct to_one_joins {
    to_one_join at[maximum_joins]{};
    int count = 0;
    int taken = 0;
};

template <class Out>
constexpr void collect_to_one(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins) {
    for_each_member(out.query, out.path, shape, [&](int, shape_member const& member) {
        if (member.role != member_role::to_one) return;
        int const to = out.sources.push(member.relation->to, hidden_alias, true);
        joins.at[joins.count++] = {member.relation, from, to};
        collect_to_one(out, *member.nested, to, joins);
    });
}

template <class Out>
constexpr void write_to_one_joins(Out& out, to_one_joins const& joins) {
    for (int i = 0; i < joins.count; ++i) {
        out(" LEFT JOIN ");
        write_source(out, joins.at[i].to);
        out(" ON ");
        write_correlation(out, *joins.at[i].relation, joins.at[i].from, joins.at[i].to);
    }
}

/// Lets expressions see the joined row of a to-one member under its table's own name while `write` runs.
template <class Out, class Write>
constexpr void with_row_in_sight(Out& out, int row, Write write) {
    std::string_view const alias = out.sources.sources[row].alias;
    if (alias == hidden_alias) out.sources.sources[row].alias = {};
    write(out);
    out.sources.sources[row].alias = alias;
}

template <class Out>
constexpr void write_list(Out& out, shape_member const& member, int from);

template <class Out>
constexpr void write_json_members(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins, int include, int first, int last);

/// One row of a shape as a JSON array, or as an array of arrays where it is wide.
template <class Out>
constexpr void write_json_row(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins, int include) {
    int const count = shape.members.count;
    if (count <= json_members_per_array) {
        Out::dialect::json_array(out, [&](Out& to) { write_json_members(to, shape, from, joins, include, 0, count); });
        return;
    }
    Out::dialect::json_array(out, [&](Out& to) {
        for (int first = 0; first < count; first += json_members_per_array) {
            if (first > 0) to(", ");
            int const last = first + json_members_per_array < count ? first + json_members_per_array : count;
            Out::dialect::json_array(to, [&](Out& inner) { write_json_members(inner, shape, from, joins, include, first, last); });
        }
    });
}

template <class Out>
constexpr void write_json_members(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins, int include, int first, int last) {
    for (int i = first; i < last; ++i) {
        if (i > first) out(", ");
        out.path.enter(i);
        shape_member const member = member_with(out.query, out.path, shape.members[i]);
        if (int const given = given_item(out.query, include, i); given >= 0) {
            with_row_in_sight(out, from, [&](Out& to) { Out::dialect::json_value(to, part{given, loose}, member.kind); });
        } else if (member.role == member_role::column) {
            Out::dialect::json_value(out, column_of_source{from, member.column}, member.kind);
        } else if (member.role == member_role::to_one) {
            to_one_join const& join = joins.at[joins.taken++];
            int const narrowed = include_of(out.query, out.path);
            Out::dialect::json_if_present(out, column_of_source{join.to, presence_column(*join.relation)},
                                          [&](Out& to) { write_json_row(to, *member.nested, join.to, joins, narrowed); });
        } else if (member.role == member_role::to_many) {
            Out::dialect::json_nested(out, [&](Out& to) { write_list(to, member, from); });
        }
        out.path.leave();
    }
}

}  // namespace koine::detail
