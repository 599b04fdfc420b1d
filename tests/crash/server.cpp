// SPDX-License-Identifier: BSL-1.0
// crash · server: what the program's main asks the server that it is built for.
#include "outage.hpp"

namespace conformance {

server_description describe_server() {
    if (!server::available()) return {server::variable(), "", false};
    if (!crash::can_kill()) return {std::string("KOINE_TEST_SERVERS with the server of ") + server::variable(), "", false};
    return {server::variable(), server::description(), true};
}

}  // namespace conformance
