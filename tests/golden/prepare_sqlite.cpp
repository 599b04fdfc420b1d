// SPDX-License-Identifier: BSL-1.0
// golden · prepare_sqlite: has the SQLite that is linked prepare every text of a script, in an empty
// database.

#include "script.hpp"

#include <koine/driver/sqlite.hpp>

#include <memory>

namespace {

struct close_database {
    void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
};

struct finalize_statement {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};

class sqlite {
public:
    static constexpr char const* name = "sqlite";

    sqlite() {
        sqlite3* opened = nullptr;
        int const status = sqlite3_open(":memory:", &opened);
        database_.reset(opened);
        if (status != SQLITE_OK) throw std::runtime_error(sqlite3_errstr(status));
        // What is made for a connection of somebody else's: the functions that texts name.
        koine::detail::sqlite_connection const registered(opened);
        // Without this an unknown name in double quotes passes as a string.
        sqlite3_db_config(opened, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        sqlite3_db_config(opened, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    }

    std::string version() const { return sqlite3_libversion(); }

    golden::refusal execute(std::string const& text) {
        if (sqlite3_exec(database_.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return message();
        return std::nullopt;
    }

    golden::refusal prepare(std::string const& text) {
        sqlite3_stmt* compiled = nullptr;
        char const* rest = nullptr;
        int const status = sqlite3_prepare_v3(database_.get(), text.c_str(), -1, 0, &compiled, &rest);
        std::unique_ptr<sqlite3_stmt, finalize_statement> const statement(compiled);
        if (status != SQLITE_OK) return message();
        if (!statement) return "there is no statement in it";
        // Only the first statement has been looked at.
        if (std::string_view(rest).find_first_not_of("; ") != std::string_view::npos)
            return "more than one statement";
        return std::nullopt;
    }

    /// The database goes with the connection.
    void drop_scratch() noexcept {}

private:
    std::string message() const { return sqlite3_errmsg(database_.get()); }

    std::unique_ptr<sqlite3, close_database> database_;
};

}  // namespace

int main(int count, char** arguments) { return golden::main_of<sqlite>(count, arguments); }
