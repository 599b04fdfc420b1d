// SPDX-License-Identifier: BSL-1.0
// decode · borrowed: refuses views of what a driver holds only while a row is the current one, where a row is kept.
#pragma once

#include <koine/decode/memory.hpp>

namespace koine::detail {

/// A result whose rows are kept, or are only looked at while the driver holds each.
template <class Result, bool Kept>
struct checked_row {
    static constexpr views found = contents_of<Result>.seen;
    static_assert(found == views::none || (!Kept && found == views::in_row),
                  "koine: a view is read by visit() or stream(), which show a row while the driver holds it, and not inside a list; "
                  "elsewhere use std::string, or std::vector<std::byte>");
    using type = Result;
};
template <class Query>
using kept_row = typename checked_row<typename Query::result_type, true>::type;
template <class Query>
using seen_row = typename checked_row<typename Query::result_type, false>::type;

}  // namespace koine::detail
