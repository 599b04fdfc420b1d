// SPDX-License-Identifier: BSL-1.0
// conformance · server: what the program's main asks the server that it is built for.
#include "server.hpp"

#include "law.hpp"

#include <koine/driver/contract.hpp>

static_assert(koine::detail::driver_connection<server::driver::connection>);

namespace conformance {

/// How lists are loaded where a query names no strategy.
constexpr char const* strategy_of_lists() {
    switch (server::database::dialect_type::lists) {
    case koine::strategy::united: return "united";
    case koine::strategy::split: return "split";
    case koine::strategy::packed: return "packed";
    case koine::strategy::rows: return "rows";
    default: return "json";
    }
}

server_description describe_server() {
    if (!server::available()) return {server::variable(), "", false};
    return {server::variable(), server::description() + ", lists by " + strategy_of_lists(), true};
}

}  // namespace conformance
