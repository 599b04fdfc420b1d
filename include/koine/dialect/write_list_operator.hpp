// SPDX-License-Identifier: BSL-1.0
// dialect · write_list_operator: what is asked of a list that is a column, and what is made of it.
#pragma once

#include <koine/dialect/write_expression.hpp>

namespace koine::detail {

template <class Out>
constexpr void write_list_operator(Out& out, int index) {
    using dialect = typename Out::dialect;
    int const list = out.query.first(index);
    storage const kind = out.query[list].kind;
    bool const nullable = can_be_null(out.query, out.sources, list);
    part const column{list, tight};
    part const other{out.query.second(index)};
    switch (out.query[index].code) {
    case op::list_has: return dialect::list_has(out, column, other, kind, nullable);
    case op::list_has_every: return dialect::list_has_every(out, column, other, kind, nullable);
    case op::list_has_some: return dialect::list_has_some(out, column, other, kind, nullable);
    case op::list_is_empty: return out([&](Out& to) { dialect::list_length(to, column); }, " = 0");
    case op::list_length: return dialect::list_length(out, column);
    case op::list_append: return dialect::list_append(out, column, other, kind, nullable);
    default: return dialect::list_unshift(out, column, other, kind, nullable);
    }
}

}  // namespace koine::detail
