// SPDX-License-Identifier: BSL-1.0
// conformance · server: what the program's main asks the server that it is built for.
#include "server.hpp"

#include "law.hpp"

#include <koine/driver/contract.hpp>

static_assert(koine::detail::driver_connection<server::driver::connection>);

namespace conformance {

server_description describe_server() {
    if (!server::available()) return {server::variable(), "", false};
    return {server::variable(), server::description(), true};
}

}  // namespace conformance
