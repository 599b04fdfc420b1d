// SPDX-License-Identifier: BSL-1.0
// bench · statement: what a careful program puts around SQLite's C API before it loads structs by hand.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace blog {

class statement {
public:
    statement(sqlite3* db, char const* sql) {
        if (sqlite3_prepare_v2(db, sql, -1, &handle_, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db));
    }
    ~statement() { sqlite3_finalize(handle_); }
    statement(statement const&) = delete;
    statement& operator=(statement const&) = delete;
    void bind(int at, std::int64_t value) { sqlite3_bind_int64(handle_, at, value); }
    void bind(int at, double value) { sqlite3_bind_double(handle_, at, value); }
    void bind(int at, std::nullopt_t) { sqlite3_bind_null(handle_, at); }
    void bind(int at, std::string_view value) { sqlite3_bind_text(handle_, at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC); }
    bool step() {
        int const code = sqlite3_step(handle_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(handle_)));
        return code == SQLITE_ROW;
    }
    std::int64_t execute() {
        while (step()) {}
        return sqlite3_changes64(sqlite3_db_handle(handle_));
    }
    std::int64_t integer(int column) { return sqlite3_column_int64(handle_, column); }
    std::string text(int column) {
        auto const* const text = reinterpret_cast<char const*>(sqlite3_column_text(handle_, column));
        return {text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
    }
    double real(int column) { return sqlite3_column_double(handle_, column); }
    bool null(int column) { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

private:
    sqlite3_stmt* handle_ = nullptr;
};

}  // namespace blog
