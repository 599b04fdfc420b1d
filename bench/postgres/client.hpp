// SPDX-License-Identifier: BSL-1.0
// bench · postgres/client: what every floor needs of libpq: owners, prepared statements, values and rows in binary.
#pragma once

#include <libpq-fe.h>

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace bench::postgres {

struct freer {
    void operator()(PGconn* one) const { PQfinish(one); }
    void operator()(PGresult* one) const { PQclear(one); }
};
using connection = std::unique_ptr<PGconn, freer>;
using result = std::unique_ptr<PGresult, freer>;

[[noreturn, gnu::cold]] inline void fail(PGconn* on) { throw std::runtime_error(PQerrorMessage(on)); }

/// The next result, which must be of a kind.
inline result take(PGconn* on, ExecStatusType kind) {
    result found(PQgetResult(on));
    if (PQresultStatus(found.get()) != kind) [[unlikely]] fail(on);
    return found;
}
/// The end of a statement's results.
inline void take_end(PGconn* on) {
    if (PGresult* const more = PQgetResult(on)) [[unlikely]] {
        PQclear(more);
        fail(on);
    }
}
inline result execute(PGconn* on, char const* sql) {
    result found(PQexec(on, sql));
    if (ExecStatusType const status = PQresultStatus(found.get()); status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(on);
    return found;
}

template <class Number>
Number load(char const* from) {
    using bits = std::conditional_t<sizeof(Number) == 8, std::uint64_t, std::uint32_t>;
    bits big;
    std::memcpy(&big, from, sizeof(big));
    return static_cast<Number>(sizeof(Number) == 8 ? __builtin_bswap64(big) : __builtin_bswap32(static_cast<std::uint32_t>(big)));
}
template <class Number>
void store(Number value, char* to) {
    if constexpr (sizeof(Number) == 8) {
        std::uint64_t const big = __builtin_bswap64(static_cast<std::uint64_t>(value));
        std::memcpy(to, &big, sizeof(big));
    } else {
        std::uint32_t const big = __builtin_bswap32(static_cast<std::uint32_t>(value));
        std::memcpy(to, &big, sizeof(big));
    }
}

/// The values of a statement, in binary.
template <std::size_t Count>
class values {
public:
    values() { formats_.fill(1); }
    void set(std::size_t at, std::string_view bytes) {
        pointers_[at] = bytes.data();
        lengths_[at] = static_cast<int>(bytes.size());
    }
    template <class Number>
    void set_number(std::size_t at, Number value) {
        if constexpr (sizeof(Number) == 1) numbers_[at][0] = static_cast<char>(value);
        else store(value, numbers_[at].data());
        set(at, {numbers_[at].data(), sizeof(Number)});
    }
    [[nodiscard]] static int count() { return static_cast<int>(Count); }
    [[nodiscard]] char const* const* pointers() const { return pointers_.data(); }
    [[nodiscard]] int const* lengths() const { return lengths_.data(); }
    [[nodiscard]] int const* formats() const { return formats_.data(); }

private:
    std::array<char const*, Count> pointers_{};
    std::array<int, Count> lengths_{}, formats_{};
    std::array<std::array<char, 8>, Count> numbers_;
};

enum class form : int { text, binary };

namespace type {
inline constexpr Oid boolean = 16, int64 = 20, int32 = 23, text = 25, json = 114, real = 701, record_array = 2287, int64_array = 1016, int32_array = 1007, text_array = 1009;
}

/// Prepared, with its columns' types checked, once.
class statement {
public:
    statement(PGconn* on, char const* name, char const* sql, std::initializer_list<Oid> columns, form of_rows = form::binary)
        : statement(on, name, sql, std::vector<Oid>(columns), of_rows) {}
    statement(PGconn* on, std::string name, char const* sql, std::vector<Oid> const& columns, form of_rows = form::binary)
        : on_(on), name_(std::move(name)), form_(of_rows) {
        result const prepared(PQprepare(on, name_.c_str(), sql, 0, nullptr));
        if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) fail(on);
        result const described(PQdescribePrepared(on, name_.c_str()));
        int column = 0;
        bool same = PQnfields(described.get()) == static_cast<int>(columns.size());
        for (Oid const one : columns) same = same && PQftype(described.get(), column++) == one;
        if (!same) throw std::runtime_error(std::string("the columns are of other types: ") + sql);
    }

    template <class Values>
    void send(Values const& bound) const {
        if (PQsendQueryPrepared(on_, name_.c_str(), bound.count(), bound.pointers(), bound.lengths(), bound.formats(), static_cast<int>(form_)) == 0) [[unlikely]] fail(on_);
    }
    void send() const {
        if (PQsendQueryPrepared(on_, name_.c_str(), 0, nullptr, nullptr, nullptr, static_cast<int>(form_)) == 0) [[unlikely]] fail(on_);
    }
    template <class... Values>
    result run(Values const&... bound) const {
        return run_for(PGRES_TUPLES_OK, bound...);
    }
    template <class... Values>
    result run_for(ExecStatusType kind, Values const&... bound) const {
        send(bound...);
        result found = take(on_, kind);
        take_end(on_);
        return found;
    }

private:
    PGconn* on_;
    std::string name_;
    form form_;
};

// ---- rows in binary

template <class Number>
Number number_at(PGresult const* rows, int row, int column) {
    return load<Number>(PQgetvalue(rows, row, column));
}
inline std::string_view text_at(PGresult const* rows, int row, int column) {
    return {PQgetvalue(rows, row, column), static_cast<std::size_t>(PQgetlength(rows, row, column))};
}

}  // namespace bench::postgres
