// SPDX-License-Identifier: BSL-1.0
// conformance · servers/mysql_family: what MySQL and MariaDB have in common; each test has a database of its own.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include <unistd.h>

namespace server {

using driver = koine::driver::mysql;
using database = koine::database<driver, dialect>;

using newest_dialect = dialect;
inline bool takes_newest_dialect() { return true; }
inline constexpr koine::fixed_string concatenation{"CONCAT({}, {}, {})"};
inline constexpr bool is_sqlite = false, is_postgres = false;
inline constexpr bool keeps_nul = true, keeps_infinity = false, keeps_nan = false;
/// Statements that the connection has let go, and that the server hears of with the next.
inline constexpr int freed_later = 0;

inline std::string address() {
    char const* const said = std::getenv(variable());
    return said == nullptr ? "" : said;
}
inline bool available() { return !address().empty(); }
/// One of the values in `socket=… user=… password=… database=…`; empty where it is not said.
inline std::string part(std::string_view key) {
    std::string const all = " " + address() + " ";
    std::size_t const at = all.find(" " + std::string(key) + "=");
    if (at == std::string::npos) return "";
    std::size_t const first = at + key.size() + 2;
    return all.substr(first, all.find(' ', first) - first);
}

/// What the client says against a statement; empty where it has run.
inline std::string refusal_of(MYSQL* handle, std::string const& sql) {
    if (mysql_real_query(handle, sql.data(), sql.size()) != 0) return mysql_error(handle);
    mysql_free_result(mysql_store_result(handle));
    return "";
}
/// A column of a query's first row, as text.
inline std::string value_of(MYSQL* handle, std::string const& sql, unsigned column = 0) {
    if (mysql_real_query(handle, sql.data(), sql.size()) != 0) return "";
    MYSQL_RES* const result = mysql_store_result(handle);
    MYSQL_ROW const row = result == nullptr ? nullptr : mysql_fetch_row(result);
    std::string value = row == nullptr ? "" : row[column] == nullptr ? "NULL" : row[column];
    mysql_free_result(result);
    return value;
}
template <class Session>
std::string refusal_of(Session const& db, std::string const& sql) { return refusal_of(db.native_handle(), sql); }
template <class Session>
std::string value_of(Session const& db, std::string const& sql) { return value_of(db.native_handle(), sql); }
template <class Session>
bool in_transaction(Session const& db) { return (db.native_handle()->server_status & SERVER_STATUS_IN_TRANS) != 0; }
template <class Session>
int status_of(Session const& db, std::string const& variable) { return std::stoi(value_of(db.native_handle(), "SHOW SESSION STATUS LIKE '" + variable + "'", 1)); }
/// Prepared statements that the connection keeps.
template <class Session>
int statements(Session const& db) { return status_of(db, "Com_stmt_prepare") - status_of(db, "Com_stmt_close"); }

/// The connection that makes places and removes them.
inline MYSQL* administrator() {
    struct connection {
        MYSQL* handle = mysql_init(nullptr);
        connection() {
            std::string const port = part("port"), socket = part("socket"), host = part("host");
            mysql_real_connect(handle, host.empty() ? nullptr : host.c_str(), part("user").c_str(), part("password").c_str(), part("database").c_str(),
                               port.empty() ? 0 : static_cast<unsigned>(std::stoi(port)), socket.empty() ? nullptr : socket.c_str(), 0);
        }
        ~connection() { mysql_close(handle); }
    };
    static connection const only;
    return only.handle;
}
inline std::string description() { return (is_mariadb ? "mariadb " : "mysql ") + value_of(administrator(), "SELECT substring_index(version(), '-', 1)"); }

/// A database, empty at first, gone afterwards.
class place {
public:
    place() {
        static int made = 0;
        schema_ = "koine_" + std::to_string(getpid()) + "_" + std::to_string(++made);
        refusal_of(administrator(), "CREATE DATABASE " + schema_);
    }
    place(place const&) = delete;
    place& operator=(place const&) = delete;
    ~place() { refusal_of(administrator(), "DROP DATABASE " + schema_); }
    /// With more parameters of a URL, each beginning with an ampersand.
    [[nodiscard]] std::string name(std::string const& parameters = {}) const {
        std::string const host = part("host"), port = part("port"), socket = part("socket");
        return std::string(dialect::scheme) + "://" + part("user") + ":" + part("password") + "@" + (host.empty() ? "localhost" : host) + (port.empty() ? "" : ":" + port) + "/" + schema_ +
               (socket.empty() && parameters.empty() ? "" : "?socket=" + socket + parameters);
    }
    [[nodiscard]] std::string const& schema() const { return schema_; }

private:
    std::string schema_;
};
using shared_place = place;

/// Rows may reference what is not there, from now on.
template <class Session>
void forget_foreign_keys(Session const& db) { refusal_of(db, "SET foreign_key_checks = 0"); }

/// The function `seen`, which is true and counts how often it was called.
class call_counter {
public:
    explicit call_counter(database& db) : db_(db) {
        refusal_of(administrator(), "SET GLOBAL log_bin_trust_function_creators = 1");
        refusal_of(db_, "CREATE FUNCTION seen(id BIGINT) RETURNS INT BEGIN SET @calls = @calls + 1; RETURN 1; END");
    }
    void restart() { refusal_of(db_, "SET @calls = 0"); }
    [[nodiscard]] int calls() const { return std::stoi(value_of(db_, "SELECT @calls")); }

private:
    database& db_;
};
/// Small tables are searched by an index too, from now on.
inline void prefer_indexes(database&) {}

/// Options of a connection that waits for locks as short a time as it can.
inline driver::options impatient() { return {.lock_timeout = 1}; }

/// Ends the session of a connection behind its back.
inline void end_session(database& db) {
    std::string const id = std::to_string(mysql_thread_id(db.native_handle()));
    refusal_of(administrator(), "KILL " + id);
    // It ends when it next looks.
    for (int i = 0; i < 500 && value_of(administrator(), "SELECT count(*) FROM information_schema.processlist WHERE id = " + id) != "0"; ++i) usleep(2000);
}

// ---- names that nobody can connect by; with a password in them that no message may hold
inline std::string malformed_name() { return std::string(dialect::scheme) + "://user:hidden@[::1/database"; }
inline std::string name_of(std::string const& user, std::string const& schema, std::string const& socket) {
    return std::string(dialect::scheme) + "://" + user + "@localhost/" + schema + "?socket=" + socket;
}
inline std::string name_of_nobody() { return name_of("test:hidden", "", part("socket")); }
inline std::string name_of_no_database() { return name_of("test:test", "koine_none", part("socket")); }
inline std::string name_of_no_server() { return name_of("test:hidden", "", "/tmp/koine_none"); }

inline std::string quoted(std::string const& name) { return '`' + name + '`'; }

}  // namespace server
