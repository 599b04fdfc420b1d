// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/statement: what a hand-written program wraps of the C API, and how it reads rows into structs.
#pragma once

#include "library.hpp"

#include <sqlite3.h>

#include <limits>
#include <stdexcept>
#include <utility>

namespace bench::sqlite {

/// A statement that is prepared once and kept.
class statement {
public:
    statement(sqlite3* connection, std::string_view sql) {
        if (sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle_, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(connection));
    }
    statement(statement&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    statement(statement const&) = delete;
    statement& operator=(statement const&) = delete;
    ~statement() { sqlite3_finalize(handle_); }

    void bind(int position, std::int64_t value) { require(sqlite3_bind_int64(handle_, position, value)); }
    void bind(int position, std::string_view value) {
        require(sqlite3_bind_text64(handle_, position, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8));
    }
    bool step() {
        int const code = sqlite3_step(handle_);
        if (code == SQLITE_ROW) return true;
        if (code != SQLITE_DONE) fail();
        return false;
    }
    void reset() { sqlite3_reset(handle_); }
    /// Runs what gives no rows.
    void run() {
        step();
        reset();
    }
    [[nodiscard]] sqlite3_stmt* handle() const { return handle_; }

private:
    void require(int code) {
        if (code != SQLITE_OK) [[unlikely]]
            fail();
    }
    [[noreturn, gnu::cold]] void fail() { throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(handle_))); }

    sqlite3_stmt* handle_ = nullptr;
};

/// Several statements see one snapshot.
class snapshot {
public:
    explicit snapshot(sqlite3* connection) : begin_(connection, "BEGIN"), commit_(connection, "COMMIT") {}
    void begin() { begin_.run(); }
    void end() { commit_.run(); }

private:
    statement begin_, commit_;
};

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_cell(int column) {
    throw std::runtime_error("column " + std::to_string(column) + " holds another type than the struct");
}

// A value into a member, its type and range checked.
inline void read_value(sqlite3_value* value, int column, std::int64_t& out) {
    if (sqlite3_value_type(value) != SQLITE_INTEGER) fail_cell(column);
    out = sqlite3_value_int64(value);
}
inline void read_value(sqlite3_value* value, int column, std::int32_t& out) {
    std::int64_t wide = 0;
    read_value(value, column, wide);
    if (wide < std::numeric_limits<std::int32_t>::min() || wide > std::numeric_limits<std::int32_t>::max()) fail_cell(column);
    out = static_cast<std::int32_t>(wide);
}
inline void read_value(sqlite3_value* value, int column, bool& out) {
    std::int64_t wide = 0;
    read_value(value, column, wide);
    if (wide != 0 && wide != 1) fail_cell(column);
    out = wide != 0;
}
inline void read_value(sqlite3_value* value, int column, std::string& out) {
    if (sqlite3_value_type(value) != SQLITE_TEXT) fail_cell(column);
    auto const* const text = reinterpret_cast<char const*>(sqlite3_value_text(value));
    out.assign(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}
inline void read_value(sqlite3_value* value, int column, double& out) {
    if (sqlite3_value_type(value) != SQLITE_FLOAT) fail_cell(column);
    out = sqlite3_value_double(value);
}
template <class Value>
void read_value(sqlite3_value* value, int column, std::optional<Value>& out) {
    if (sqlite3_value_type(value) == SQLITE_NULL) out.reset();
    else read_value(value, column, out.emplace());
}

/// Looks at a cell once, and at its type.
struct checked {
    template <class Member>
    static void read(sqlite3_stmt* row, int column, Member& out) {
        read_value(sqlite3_column_value(row, column), column, out);
    }
};

/// Takes whatever SQLite makes of a cell.
struct unchecked {
    static void read(sqlite3_stmt* row, int column, std::int64_t& out) { out = sqlite3_column_int64(row, column); }
    static void read(sqlite3_stmt* row, int column, std::int32_t& out) { out = sqlite3_column_int(row, column); }
    static void read(sqlite3_stmt* row, int column, bool& out) { out = sqlite3_column_int(row, column) != 0; }
    static void read(sqlite3_stmt* row, int column, std::string& out) {
        auto const* const text = reinterpret_cast<char const*>(sqlite3_column_text(row, column));
        out.assign(text, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
    }
    static void read(sqlite3_stmt* row, int column, std::optional<std::string>& out) {
        if (sqlite3_column_type(row, column) == SQLITE_NULL) out.reset();
        else read(row, column, out.emplace());
    }
};

template <class How>
void read_row(sqlite3_stmt* row, library::user& out) {
    How::read(row, 0, out.id);
    How::read(row, 1, out.name);
    How::read(row, 2, out.email);
    How::read(row, 3, out.age);
    How::read(row, 4, out.active);
}
/// A post or a draft, which has its columns.
template <class How, class Post>
void read_row(sqlite3_stmt* row, Post& out) {
    How::read(row, 0, out.id);
    How::read(row, 1, out.user_id);
    How::read(row, 2, out.title);
    How::read(row, 3, out.body);
    How::read(row, 4, out.score);
    How::read(row, 5, out.published);
}

/// All rows of a statement whose values are bound.
template <class How, class Row>
std::vector<Row> read_rows(statement& from) {
    std::vector<Row> rows;
    while (from.step()) read_row<How>(from.handle(), rows.emplace_back());
    from.reset();
    return rows;
}

}  // namespace bench::sqlite
