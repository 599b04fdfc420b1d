// SPDX-License-Identifier: BSL-1.0
// conformance · servers/sqlite: SQLite in memory, and in files that two connections share.
#pragma once

#include "loaded.hpp"

#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include <unistd.h>

namespace server {

using driver = koine::driver::sqlite;
using dialect = loaded<koine::dialect::sqlite<>>;
using database = koine::database<driver, dialect>;

using newest_dialect = loaded<koine::dialect::sqlite<3, 46>>;
using future_dialect = loaded<koine::dialect::sqlite<3, 99>>;
inline bool takes_newest_dialect() { return sqlite3_libversion_number() >= 3046000; }
inline constexpr koine::fixed_string concatenation{"{} || {} || {}"};
inline constexpr bool is_sqlite = true, is_postgres = false, is_mysql = false, is_mariadb = false;
inline constexpr bool keeps_nul = true, keeps_infinity = true, keeps_nan = false;
/// Statements that the connection has let go, and that the server hears of with the next.
inline constexpr int freed_later = 0;

inline bool available() { return true; }
inline char const* variable() { return ""; }
inline std::string description() { return std::string("sqlite ") + sqlite3_libversion(); }

/// Memory of one connection's own.
class place {
public:
    [[nodiscard]] std::string name() const { return ":memory:"; }
};
/// A file, gone afterwards: what two connections see.
class shared_place {
public:
    shared_place() {
        char pattern[] = "/tmp/koine_test_XXXXXX";
        ::close(mkstemp(pattern));
        name_ = pattern;
    }
    shared_place(shared_place const&) = delete;
    shared_place& operator=(shared_place const&) = delete;
    ~shared_place() {
        for (char const* end : {"", "-wal", "-shm", "-journal"}) std::remove((name_ + end).c_str());
    }
    [[nodiscard]] std::string const& name() const { return name_; }

private:
    std::string name_;
};

/// What the client says against a statement; empty where it has run.
template <class Session>
std::string refusal_of(Session const& db, std::string const& sql) {
    return sqlite3_exec(db.native_handle(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK ? "" : sqlite3_errmsg(db.native_handle());
}
/// The first column of a query's first row, as text.
template <class Session>
std::string value_of(Session const& db, std::string const& sql) {
    std::string value;
    sqlite3_exec(db.native_handle(), sql.c_str(), [](void* out, int, char** columns, char**) {
        *static_cast<std::string*>(out) = columns[0] == nullptr ? "NULL" : columns[0];
        return 1;
    }, &value, nullptr);
    return value;
}
template <class Session>
bool in_transaction(Session const& db) { return sqlite3_get_autocommit(db.native_handle()) == 0; }
/// Prepared statements that the connection keeps.
template <class Session>
int statements(Session const& db) {
    int count = 0;
    for (sqlite3_stmt* one = nullptr; (one = sqlite3_next_stmt(db.native_handle(), one)) != nullptr;) ++count;
    return count;
}

/// Rows may reference what is not there, from now on.
template <class Session>
void forget_foreign_keys(Session const& db) { refusal_of(db, "PRAGMA foreign_keys = OFF"); }

/// The function `seen`, which is true and counts how often it was called.
class call_counter {
public:
    explicit call_counter(database& db) {
        sqlite3_create_function_v2(db.native_handle(), "seen", 1, SQLITE_UTF8, &calls_, [](sqlite3_context* context, int, sqlite3_value**) {
            ++*static_cast<int*>(sqlite3_user_data(context));
            sqlite3_result_int(context, 1);
        }, nullptr, nullptr, nullptr);
    }
    void restart() { calls_ = 0; }
    [[nodiscard]] int calls() const { return calls_; }

private:
    int calls_ = 0;
};
/// Small tables are searched by an index too, from now on.
inline void prefer_indexes(database&) {}

/// Options of a connection that waits for locks as short a time as it can.
inline driver::options impatient() { return {.busy_timeout = 10}; }

inline std::string quoted(std::string const& name) { return '"' + name + '"'; }

}  // namespace server
