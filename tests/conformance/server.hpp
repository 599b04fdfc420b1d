// SPDX-License-Identifier: BSL-1.0
// conformance · server: the database that this program is built for, under one name.
//
// Each defines: driver, dialect, database; a place, where a test keeps its tables; fresh, a database in a place of its
// own; and for set-up behind Koine's back, through the client's own calls: run, refusal_of, value_of, in_transaction.
#pragma once

#if defined(KOINE_TEST_SERVER_SQLITE)
#include "servers/sqlite.hpp"
#elif defined(KOINE_TEST_SERVER_POSTGRES)
#include "servers/postgres.hpp"
#elif defined(KOINE_TEST_SERVER_MYSQL)
#include "servers/mysql.hpp"
#elif defined(KOINE_TEST_SERVER_MARIADB)
#include "servers/mariadb.hpp"
#else
#error "say for which server: KOINE_TEST_SERVER_SQLITE, _POSTGRES, _MYSQL or _MARIADB"
#endif

#include <koine/koine.hpp>

#include <catch2/catch.hpp>

namespace server {

/// Runs statements of the test's own, each of which must succeed.
template <class Session, class... Statements>
void run(Session const& db, Statements const&... statements) {
    for (std::string const& sql : {std::string(statements)...}) {
        std::string const refusal = refusal_of(db, sql);
        INFO(sql << ": " << refusal);
        REQUIRE(refusal.empty());
    }
}

/// A database in a place of its own.
struct fresh {
    place where;
    database db;

    explicit fresh(driver::options const& options = {}) : db(where.name(), options) {}
};

}  // namespace server
