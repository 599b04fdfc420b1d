// SPDX-License-Identifier: BSL-1.0
// conformance · servers/postgres: the PostgreSQL that KOINE_TEST_POSTGRES tells of, each test in a schema of its own.
#pragma once

#include "loaded.hpp"

#include <koine/driver/libpq.hpp>
#include <koine/koine.hpp>

#include <cstdlib>
#include <string>

#include <unistd.h>

namespace server {

using driver = koine::driver::libpq;
using dialect = loaded<koine::dialect::postgres<>>;
using database = koine::database<driver, dialect>;

using newest_dialect = dialect;
using future_dialect = loaded<koine::dialect::postgres<99>>;
inline bool takes_newest_dialect() { return true; }
inline constexpr koine::fixed_string concatenation{"{} || {} || {}"};
inline constexpr bool is_sqlite = false, is_postgres = true, is_mysql = false, is_mariadb = false;
inline constexpr bool keeps_nul = false, keeps_infinity = true, keeps_nan = true;
/// Statements that the connection has let go, and that the server hears of with the next.
inline constexpr int freed_later = 1;

inline char const* variable() { return "KOINE_TEST_POSTGRES"; }
inline std::string address() {
    char const* const said = std::getenv(variable());
    return said == nullptr ? "" : said;
}
inline bool available() { return !address().empty(); }

/// What the client says against a statement; empty where it has run.
inline std::string refusal_of(PGconn* handle, std::string const& sql) {
    PGresult* const result = PQexec(handle, sql.c_str());
    std::string refusal = PQresultErrorMessage(result);
    PQclear(result);
    return refusal;
}
/// The first column of a query's first row, as text.
inline std::string value_of(PGconn* handle, std::string const& sql) {
    PGresult* const result = PQexec(handle, sql.c_str());
    std::string value = PQntuples(result) < 1 ? "" : PQgetisnull(result, 0, 0) != 0 ? "NULL" : PQgetvalue(result, 0, 0);
    PQclear(result);
    return value;
}
template <class Session>
std::string refusal_of(Session const& db, std::string const& sql) { return refusal_of(db.native_handle(), sql); }
template <class Session>
std::string value_of(Session const& db, std::string const& sql) { return value_of(db.native_handle(), sql); }
template <class Session>
bool in_transaction(Session const& db) { return PQtransactionStatus(db.native_handle()) != PQTRANS_IDLE; }
/// Prepared statements that the connection keeps.
template <class Session>
int statements(Session const& db) { return std::stoi(value_of(db, "SELECT count(*) FROM pg_prepared_statements WHERE NOT from_sql")); }

/// The connection that makes places and removes them.
inline PGconn* administrator() {
    struct connection {
        PGconn* handle = PQconnectdb(address().c_str());
        connection() { refusal_of(handle, "SET client_min_messages = warning"); }
        ~connection() { PQfinish(handle); }
    };
    static connection const only;
    return only.handle;
}
inline std::string description() { return "postgres " + value_of(administrator(), "SHOW server_version"); }

/// A schema, empty at first, gone afterwards.
class place {
public:
    place() {
        static int made = 0;
        schema_ = "koine_" + std::to_string(getpid()) + "_" + std::to_string(++made);
        refusal_of(administrator(), "CREATE SCHEMA " + schema_);
    }
    place(place const&) = delete;
    place& operator=(place const&) = delete;
    ~place() { refusal_of(administrator(), "DROP SCHEMA " + schema_ + " CASCADE"); }
    [[nodiscard]] std::string name() const { return address() + " options='-c search_path=" + schema_ + "'"; }
    [[nodiscard]] std::string const& schema() const { return schema_; }

private:
    std::string schema_;
};
using shared_place = place;

/// Rows may reference what is not there, from now on.
template <class Session>
void forget_foreign_keys(Session const& db) { refusal_of(db, "SET session_replication_role = replica"); }

/// The function `seen`, which is true and counts how often it was called.
class call_counter {
public:
    explicit call_counter(database& db) : db_(db) {
        refusal_of(db_, "CREATE SEQUENCE calls");
        refusal_of(db_, "CREATE FUNCTION seen(bigint) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM nextval('calls'); RETURN true; END $$");
    }
    void restart() { refusal_of(db_, "ALTER SEQUENCE calls RESTART"); }
    [[nodiscard]] int calls() const { return std::stoi(value_of(db_, "SELECT nextval('calls') - 1")); }

private:
    database& db_;
};
/// Small tables are searched by an index too, from now on.
inline void prefer_indexes(database& db) { refusal_of(db, "SET enable_seqscan = off"); }

/// Options of a connection that waits for locks as short a time as it can.
inline driver::options impatient() { return {.lock_timeout = 50}; }

/// Ends the session of a connection behind its back.
inline void end_session(database& db) { value_of(administrator(), "SELECT pg_terminate_backend(" + std::to_string(PQbackendPID(db.native_handle())) + ", 5000)"); }

// ---- names that nobody can connect by; with a password in them that no message may hold
inline std::string malformed_name() { return "postgresql://user:hidden@[::1/database"; }
inline std::string name_of_nobody() { return address() + " user=koine_nobody password=hidden"; }
inline std::string name_of_no_database() { return address() + " dbname=koine_none password=hidden"; }
inline std::string name_of_no_server() { return "host=/tmp/koine_none port=1 user=postgres password=hidden"; }

inline std::string quoted(std::string const& name) { return '"' + name + '"'; }

}  // namespace server
