// SPDX-License-Identifier: BSL-1.0
// conformance · strategies: asks queries once by each way to load lists that the server has.
#pragma once

#include "law.hpp"
#include "server.hpp"

namespace strategies {

template <koine::strategy Strategy, class Check, class... Queries>
void by(char const* name, Check const& check, Queries const&... queries) {
    if constexpr ((koine::expressible<server::dialect, std::remove_const_t<decltype(queries.template lists_by<Strategy>())>> && ...)) {
        INFO("lists by " << name);
        check(queries.template lists_by<Strategy>()...);
    }
}

/// Calls `check` with the queries as they are, and by each strategy's name.
template <class Check, class... Queries>
void by_each(Check const& check, Queries const&... queries) {
    check(queries...);
    by<koine::strategy::json>("json", check, queries...);
    by<koine::strategy::united>("united", check, queries...);
    by<koine::strategy::split>("split", check, queries...);
    by<koine::strategy::packed>("packed", check, queries...);
    by<koine::strategy::rows>("rows", check, queries...);
}

}  // namespace strategies
