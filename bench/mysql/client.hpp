// SPDX-License-Identifier: BSL-1.0
// bench · mysql/client: what every floor needs of the C API: prepared statements, values and rows in buffers bound once.
#pragma once

#include "../kind.hpp"

#include <koine/driver/mysql/connect.hpp>

#include <cstring>
#include <initializer_list>
#include <optional>
#include <vector>

namespace bench::mysql {

using connection = koine::detail::mysql_handle;
using flag = koine::detail::mysql_flag;

[[noreturn, gnu::cold]] inline void fail(MYSQL* on) { throw std::runtime_error(mysql_error(on)); }
[[noreturn, gnu::cold]] inline void fail(MYSQL_STMT* of) { throw std::runtime_error(mysql_stmt_error(of)); }

/// Runs statements without values, and forgets what they answer.
inline void execute(MYSQL* on, std::string_view sql) {
    if (mysql_real_query(on, sql.data(), sql.size()) != 0) fail(on);
    if (MYSQL_RES* const rows = mysql_store_result(on)) mysql_free_result(rows);
}

/// Text of any length up to a limit, or eight bytes of a number; where the client library reads or writes it.
struct place {
    std::int64_t number = 0;
    std::vector<char> text{};
    unsigned long size = 0;
    flag null = false, cut = false;
};

constexpr bool is_text(kind one) { return one == kind::text || one == kind::json; }

/// Places that are bound once: rows of a result, or values whose addresses stay.
class places {
public:
    static constexpr std::size_t usual_text = 512;

    places(std::initializer_list<kind> kinds) : places(std::vector<kind>(kinds)) {}
    explicit places(std::vector<kind> const& kinds) : kinds_(kinds), all_(kinds.size()), binds_(kinds.size()) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (is_text(kinds[i])) all_[i].text.resize(usual_text);
            point(i);
        }
    }
    [[nodiscard]] std::size_t count() const { return all_.size(); }
    [[nodiscard]] kind kind_of(std::size_t at) const { return kinds_[at]; }
    [[nodiscard]] MYSQL_BIND* binds() { return binds_.data(); }

    // ---- as a row
    [[nodiscard]] bool null(std::size_t at) const { return all_[at].null != 0; }
    template <class Number>
    void read(std::size_t at, Number& out) const {
        if constexpr (std::is_same_v<Number, bool>) out = *reinterpret_cast<signed char const*>(&all_[at].number) != 0;
        else std::memcpy(&out, &all_[at].number, sizeof(out));
    }
    void read(std::size_t at, std::string& out) const { out.assign(all_[at].text.data(), all_[at].size); }
    template <class Value>
    void read(std::size_t at, std::optional<Value>& out) const {
        if (null(at)) out.reset();
        else read(at, out.emplace());
    }
    [[nodiscard]] std::string_view text(std::size_t at) const { return {all_[at].text.data(), all_[at].size}; }
    /// Makes room for a text that did not fit; false where all did.
    bool grow(std::size_t at) {
        place& one = all_[at];
        if (!is_text(kinds_[at]) || one.null != 0 || one.size <= one.text.size()) return false;
        one.text.resize(one.size * 2);
        return point(at), true;
    }

    // ---- as values
    void set(std::size_t at, std::string_view text) {
        if (text.size() > usual_text) throw std::runtime_error("a text is too long for its place");
        std::memcpy(all_[at].text.data(), text.data(), text.size());
        all_[at].size = text.size();
    }
    template <class Number>
        requires std::is_integral_v<Number>
    void set(std::size_t at, Number value) {
        std::memcpy(&all_[at].number, &value, sizeof(value));
    }

private:
    void point(std::size_t at) {
        static constexpr enum_field_types types[] = {MYSQL_TYPE_LONGLONG, MYSQL_TYPE_LONG, MYSQL_TYPE_TINY, MYSQL_TYPE_DOUBLE, MYSQL_TYPE_STRING, MYSQL_TYPE_STRING};
        place& one = all_[at];
        MYSQL_BIND& bind = binds_[at];
        bind = {};
        bind.buffer_type = types[static_cast<int>(kinds_[at])];
        bind.buffer = is_text(kinds_[at]) ? static_cast<void*>(one.text.data()) : &one.number;
        bind.buffer_length = static_cast<unsigned long>(one.text.size());
        bind.length = &one.size;
        bind.is_null = &one.null;
        bind.error = &one.cut;
    }

    std::vector<kind> kinds_;
    std::vector<place> all_;
    std::vector<MYSQL_BIND> binds_;
};

/// Prepared once. Its columns' types are checked when it first runs: of some statements MariaDB does not know them before.
class statement {
public:
    statement(MYSQL* on, std::string_view sql, std::initializer_list<kind> values, std::initializer_list<kind> columns)
        : statement(on, sql, std::vector<kind>(values), std::vector<kind>(columns)) {}
    statement(MYSQL* on, std::string_view sql, std::vector<kind> const& values, std::vector<kind> const& columns)
        : handle_(mysql_stmt_init(on)), values_(values), row_(columns) {
        if (handle_ == nullptr) fail(on);
        if (mysql_stmt_prepare(handle_.get(), sql.data(), sql.size()) != 0) fail(handle_.get());
        if (mysql_stmt_param_count(handle_.get()) != values.size()) throw std::runtime_error("the statement has other values");
        if (!values.empty() && mysql_stmt_bind_param(handle_.get(), values_.binds()) != 0) fail(handle_.get());
    }

    [[nodiscard]] places& values() { return values_; }
    [[nodiscard]] places const& row() const { return row_; }
    void run() {
        if (mysql_stmt_execute(handle_.get()) != 0) [[unlikely]] fail(handle_.get());
        if (!std::exchange(has_run_, true)) [[unlikely]] bind_columns();
    }
    /// The next row, straight from the connection; false behind the last.
    bool fetch() {
        int const code = mysql_stmt_fetch(handle_.get());
        if (code == 0) [[likely]] return true;
        if (code == MYSQL_NO_DATA) return false;
        if (code != MYSQL_DATA_TRUNCATED) fail(handle_.get());
        for (std::size_t i = 0; i < row_.count(); ++i)
            if (row_.grow(i) && mysql_stmt_fetch_column(handle_.get(), row_.binds() + i, static_cast<unsigned>(i), 0) != 0) fail(handle_.get());
        if (mysql_stmt_bind_result(handle_.get(), row_.binds()) != 0) fail(handle_.get());
        return true;
    }
    /// What the server numbered the row that was inserted last.
    [[nodiscard]] std::int64_t last_key() const { return static_cast<std::int64_t>(mysql_stmt_insert_id(handle_.get())); }

private:
    struct closer {
        void operator()(MYSQL_STMT* one) const { mysql_stmt_close(one); }
        void operator()(MYSQL_RES* one) const { mysql_free_result(one); }
    };

    void bind_columns() {
        std::unique_ptr<MYSQL_RES, closer> const described(mysql_stmt_result_metadata(handle_.get()));
        std::size_t const count = described == nullptr ? 0 : mysql_num_fields(described.get());
        bool same = count == row_.count();
        for (std::size_t i = 0; same && i < count; ++i) same = is_of(mysql_fetch_field_direct(described.get(), static_cast<unsigned>(i))->type, row_.kind_of(i));
        if (!same) throw std::runtime_error("the columns are of other types");
        if (count > 0 && mysql_stmt_bind_result(handle_.get(), row_.binds()) != 0) fail(handle_.get());
    }
    static bool is_of(enum_field_types type, kind wanted) {
        if (type == MYSQL_TYPE_NULL) return true;
        switch (wanted) {
        // A literal is as wide as the server likes; the client library fits it to its place.
        case kind::int64:
        case kind::int32: return type == MYSQL_TYPE_LONGLONG || type == MYSQL_TYPE_LONG;
        case kind::boolean: return type == MYSQL_TYPE_TINY;
        case kind::real: return type == MYSQL_TYPE_DOUBLE;
        case kind::text:
        case kind::json: break;
        }
        return type == MYSQL_TYPE_BLOB || type == MYSQL_TYPE_LONG_BLOB || type == MYSQL_TYPE_VAR_STRING || type == MYSQL_TYPE_STRING || type == MYSQL_TYPE_JSON;
    }

    std::unique_ptr<MYSQL_STMT, closer> handle_;
    places values_, row_;
    bool has_run_ = false;
};

}  // namespace bench::mysql
