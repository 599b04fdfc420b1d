// SPDX-License-Identifier: BSL-1.0
// crash · outage: ends the server as a crash would, and brings it back with its data.
#pragma once

#include "../conformance/law.hpp"
#include "../conformance/server.hpp"

#include <cstdlib>

namespace crash {

/// Whether the server is one of those that tests/servers started for this program; another is not ours to kill.
inline bool can_kill() {
    char const* const started = std::getenv("KOINE_TEST_SERVERS");
    return started != nullptr && server::address().find(std::string(started) + "/") != std::string::npos;
}

/// Has tests/servers kill or restart the server; whether it did.
inline bool control(std::string const& verb) {
    std::string const name = server::is_postgres ? "postgres" : server::is_mysql ? "mysql" : "mariadb";
    return std::system(("\"$KOINE_TEST_SERVERS_SCRIPT\" " + verb + " \"$KOINE_TEST_SERVERS\" " + name).c_str()) == 0;
}

/// As long as it lives, the server does not.
class outage {
public:
    outage() { REQUIRE(control("kill")); }
    outage(outage const&) = delete;
    outage& operator=(outage const&) = delete;
    ~outage() { CHECK(control("restart")); }
};

/// Where all tests have their tables: the connection by which places are made dies with the server, once for all.
inline server::place const& where() {
    static server::place const only;
    return only;
}

/// A database of which the server has on disk what it has committed; the test servers would write it a second later.
struct durable {
    server::database db{where().name()};

    durable() {
        if constexpr (!server::is_postgres) server::run(db, "SET GLOBAL innodb_flush_log_at_trx_commit = 1");
    }
};

}  // namespace crash
