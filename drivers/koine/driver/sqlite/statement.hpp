// SPDX-License-Identifier: BSL-1.0
// driver · sqlite/statement: a prepared statement, its binding and its row.
#pragma once

#include <koine/detail/owned.hpp>
#include <koine/driver/sqlite/failure.hpp>
#include <koine/driver/sqlite/kept_rows.hpp>
#include <koine/driver/sqlite/list_function.hpp>
#include <koine/driver/sqlite/packed_rows.hpp>
#include <koine/driver/sqlite/time_limit.hpp>

#include <limits>
#include <utility>

namespace koine::detail {

class sqlite_statement {
public:
    sqlite_statement() = default;
    sqlite_statement(sqlite3* connection, std::string_view sql, bool persistent, sqlite_time_limit* time_limit = nullptr) : time_limit_(time_limit) {
        if (sql.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) - 1)
            throw error(error_kind::limit, "koine: a statement's text is longer than SQLite takes");
        char const* rest = nullptr;
        int const code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), persistent ? SQLITE_PREPARE_PERSISTENT : 0, &handle_, &rest);
        if (code != SQLITE_OK) throw sqlite_error(connection, code, sql);
        writes_ = sqlite3_stmt_readonly(handle_) == 0;
    }
    sqlite_statement(sqlite_statement&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)), time_limit_(other.time_limit_), lists_(std::move(other.lists_)), kept_(other.kept_), writes_(other.writes_) {}
    sqlite_statement& operator=(sqlite_statement&& other) noexcept {
        std::swap(handle_, other.handle_);
        std::swap(lists_, other.lists_);
        time_limit_ = other.time_limit_;
        kept_ = other.kept_;
        writes_ = other.writes_;
        return *this;
    }
    ~sqlite_statement() { sqlite3_finalize(handle_); }

    /// Binds views; what they view must live until the statement is reset.
    [[gnu::always_inline]] inline void bind(int position, bound_value const& value) {
        int const code = bind_value(position, value);
        if (code != SQLITE_OK) [[unlikely]] fail_bind(code);
    }
    /// The lists of the rows to come are of this result.
    template <class Result>
    void expect_lists() {
        auto const& readers = list_readers<sqlite_reader_of, sqlite_list_reader, Result>;
        if (!lists_) lists_ = make_owned<sqlite_packed_rows>(readers.size());
        lists_->expect(readers.data());
    }
    /// And lie there, with what is in them.
    void make_lists_in(void* memory) { lists_->make_in(memory); }
    /// Binds what the next list of the text is gathered in.
    void bind_list(int position) {
        int const code = !lists_ ? SQLITE_OK : sqlite3_bind_pointer(handle_, position, lists_->next_list(), sqlite_rows_pointer, nullptr);
        if (code != SQLITE_OK) [[unlikely]] fail_bind(code);
    }
    /// Moves the rows that were gathered for this row; false where the column holds something else.
    template <class List>
    bool read_list(int column, List& list, mismatch_list& mismatches) {
        return lists_->take(sqlite3_column_value(handle_, column), list, mismatches);
    }
    /// Rows come one by one anyway.
    static void one_by_one() {}
    /// Goes to the next row; false after the last.
    bool step() {
        if (time_limit_ != nullptr && sqlite3_stmt_busy(handle_) == 0) [[unlikely]] time_limit_->start();
        int const code = sqlite3_step(handle_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) [[unlikely]] fail_step(code);
        return code == SQLITE_ROW;
    }
    /// Makes the statement ready for its next run, and lets go of what was bound.
    void reset() noexcept {
        sqlite3_reset(handle_);
        if (lists_) [[unlikely]] lists_->clear();
        if (time_limit_ != nullptr) [[unlikely]] time_limit_->stop();
    }

    /// Whether the table of an insert keeps what it is given, and counts up the column that is left out.
    [[nodiscard]] bool keeps_rows(table_descriptor const& table, short counted) { return kept_.known(handle_, table, counted); }
    /// The same for the run that has just ended, before which SQLite may have prepared the statement anew.
    [[nodiscard]] bool kept_the_row(table_descriptor const& table, short counted) { return kept_.known_now(handle_, table, counted); }

    [[nodiscard]] int column_count() const { return sqlite3_column_count(handle_); }
    [[nodiscard]] std::string_view column_name(int column) const { return sqlite3_column_name(handle_, column); }
    /// Null where the column is an expression.
    [[nodiscard]] char const* declared_type(int column) const { return sqlite3_column_decltype(handle_, column); }
    [[nodiscard]] sqlite_cell cell(int column) const { return sqlite_cell(sqlite3_column_value(handle_, column)); }
    [[nodiscard]] bool runs_to_end() const { return writes_; }
    [[nodiscard]] std::string_view sql() const {
        char const* const text = sqlite3_sql(handle_);
        return text == nullptr ? std::string_view{} : std::string_view(text);
    }

private:
    [[noreturn, gnu::cold, gnu::noinline]] void fail_bind(int code) const { throw sqlite_error(sqlite3_db_handle(handle_), code, sql()); }
    [[noreturn, gnu::cold, gnu::noinline]] void fail_nan() const { throw error(error_kind::range, "koine: SQLite cannot hold NaN").with_sql(sql()); }
    [[noreturn, gnu::cold, gnu::noinline]] void fail_step(int code) {
        if (lists_) lists_->rethrow();
        error failure = sqlite_error(sqlite3_db_handle(handle_), code, sql());
        if (failure.kind() == error_kind::cancelled && time_limit_ != nullptr && time_limit_->expired()) failure.with_kind(error_kind::timeout);
        throw failure;
    }
    [[gnu::noinline]] int bind_moment(int position, bound_value const& value) {
        moment_text const text(value);
        return sqlite3_bind_text64(handle_, position, text.at, text.size, SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    [[gnu::noinline]] int bind_decimal(int position, bound_value const& value) {
        decimal_text const text(without_zeros(value.as_decimal()));
        return sqlite3_bind_text64(handle_, position, text.view().data(), text.view().size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    [[gnu::noinline]] int bind_uuid(int position, bound_value const& value) {
        char bytes[16];
        store_uuid(value.as_uuid(), bytes);
        return sqlite3_bind_blob64(handle_, position, bytes, sizeof(bytes), SQLITE_TRANSIENT);
    }
    [[gnu::noinline]] int bind_json(int position, bound_value const& value) {
        std::string json;
        value.json->write(value, json, unsigned_form::hexadecimal);
        return sqlite3_bind_text64(handle_, position, json.data(), json.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    [[gnu::always_inline]] inline int bind_value(int position, bound_value const& value) {
        switch (value.kind) {
        case bound_kind::null: return sqlite3_bind_null(handle_, position);
        case bound_kind::boolean: return sqlite3_bind_int(handle_, position, value.boolean ? 1 : 0);
        case bound_kind::integer: return sqlite3_bind_int64(handle_, position, value.integer);
        case bound_kind::unsigned_integer:
            return sqlite3_bind_blob64(handle_, position, big_endian_bytes(value.unsigned_integer).bytes, 8, SQLITE_TRANSIENT);
        case bound_kind::real:
            // SQLite would store it as NULL without a word.
            if (value.real != value.real) [[unlikely]] fail_nan();
            return sqlite3_bind_double(handle_, position, value.real);
        // An empty view may have no pointer, which SQLite would take for NULL.
        case bound_kind::text: return sqlite3_bind_text64(handle_, position, value.text == nullptr ? "" : value.text, value.size, SQLITE_STATIC, SQLITE_UTF8);
        case bound_kind::bytes:
            return value.size == 0 ? sqlite3_bind_zeroblob(handle_, position, 0)
                                   : sqlite3_bind_blob64(handle_, position, value.bytes, value.size, SQLITE_STATIC);
        case bound_kind::date:
        case bound_kind::time:
        case bound_kind::instant:
        case bound_kind::local_time: return bind_moment(position, value);
        case bound_kind::uuid: return bind_uuid(position, value);
        case bound_kind::decimal: return bind_decimal(position, value);
        case bound_kind::list: return sqlite3_bind_pointer(handle_, position, const_cast<bound_value*>(&value), sqlite_list_pointer, nullptr);
        case bound_kind::array:
        case bound_kind::document: return bind_json(position, value);
        case bound_kind::presence: return SQLITE_MISUSE;
        }
        return SQLITE_MISUSE;
    }

    sqlite3_stmt* handle_ = nullptr;
    sqlite_time_limit* time_limit_ = nullptr;
    owned<sqlite_packed_rows> lists_;
    sqlite_kept_rows kept_;
    bool writes_ = false;
};

}  // namespace koine::detail
