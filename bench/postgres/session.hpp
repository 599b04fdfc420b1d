// SPDX-License-Identifier: BSL-1.0
// bench · postgres/session: what the floors that are written once for all clients ask of libpq.
#pragma once

#include "rows.hpp"
#include "server.hpp"

#include "../kind.hpp"

namespace bench::postgres {

/// A row of a result in binary.
struct row_view {
    PGresult const* of;
    int row;

    [[nodiscard]] bool null(int column) const { return PQgetisnull(of, row, column) != 0; }
    template <class Member>
    void read(int column, Member& out) const {
        from_binary::read(of, row, column, out);
    }
    void read(int column, double& out) const {
        std::int64_t bits = 0;
        from_binary::read(of, row, column, bits);
        out = std::bit_cast<double>(bits);
    }
    template <class Value>
    void read(int column, std::optional<Value>& out) const {
        if (null(column)) out.reset();
        else read(column, out.emplace());
    }
    [[nodiscard]] std::string_view text(int column) const { return text_at(of, row, column); }
};

/// As many values as a statement has, in binary.
class value_list {
public:
    explicit value_list(std::size_t count) : pointers_(count), lengths_(count), formats_(count, 1), numbers_(count) {}

    void set(std::size_t at, std::string_view bytes) {
        pointers_[at] = bytes.data();
        lengths_[at] = static_cast<int>(bytes.size());
    }
    template <class Number>
        requires std::is_integral_v<Number>
    void set(std::size_t at, Number value) {
        store(value, numbers_[at].data());
        set(at, {numbers_[at].data(), sizeof(Number)});
    }
    [[nodiscard]] int count() const { return static_cast<int>(pointers_.size()); }
    [[nodiscard]] char const* const* pointers() const { return pointers_.data(); }
    [[nodiscard]] int const* lengths() const { return lengths_.data(); }
    [[nodiscard]] int const* formats() const { return formats_.data(); }

private:
    std::vector<char const*> pointers_;
    std::vector<int> lengths_, formats_;
    std::vector<std::array<char, 8>> numbers_;  ///< in place for as long as the list
};

/// A prepared statement. Values are numbered from 0, and stay until it has run.
class query {
public:
    query(statement prepared, std::size_t values) : statement_(std::move(prepared)), values_(values) {}

    template <class Value>
    void bind(int at, Value const& value) {
        values_.set(static_cast<std::size_t>(at), value);
    }
    void run() { statement_.run_for(PGRES_COMMAND_OK, values_); }
    [[nodiscard]] std::int64_t run_for_key() { return number_at<std::int64_t>(statement_.run(values_).get(), 0, 0); }
    template <class Take>
    void each(Take const& take) {
        result const found = statement_.run(values_);
        for (int i = 0, count = PQntuples(found.get()); i < count; ++i) take(row_view{found.get(), i});
    }
    /// All rows, each read by `read(row, struct)`.
    template <class Row, class Read>
    std::vector<Row> rows(Read const& read) {
        result const found = statement_.run(values_);
        int const count = PQntuples(found.get());
        std::vector<Row> all(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) read(row_view{found.get(), i}, all[static_cast<std::size_t>(i)]);
        return all;
    }

private:
    statement statement_;
    value_list values_;
};

/// A hand-written program's connection.
class session {
public:
    static constexpr bool one_message = true;  ///< whether fewer statements are fewer round trips
    static constexpr char const* returning_key = " RETURNING id";
    static constexpr char const* real_type = "float8";
    static constexpr char const* json_array = "json_build_array";
    static constexpr char const* json_list = "json_agg";

    static std::span<distance const> near() { return nearby; }
    static std::span<distance const> everywhere() { return distances; }

    template <class Data>
    session(distance const& at, Data const& data) : on_(server::get().connect(at, data)) {}

    /// The statement's values are marked `?`.
    [[nodiscard]] query prepare(std::string_view sql, std::vector<kind> const& values, std::vector<kind> const& columns) {
        static constexpr Oid types[] = {type::int64, type::int32, type::boolean, type::real, type::text, type::json};
        std::string numbered;
        std::vector<Oid> expected;
        int number = 0;
        for (char const letter : sql)
            if (letter == '?') numbered.append("$").append(std::to_string(++number));
            else numbered.push_back(letter);
        for (kind const one : columns) expected.push_back(types[static_cast<int>(one)]);
        return {statement(on_.get(), "query" + std::to_string(++prepared_), numbered.c_str(), expected), values.size()};
    }
    static std::string as_json(std::string const& subquery) { return subquery; }
    void begin_snapshot() { execute(on_.get(), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
    void begin() { execute(on_.get(), "BEGIN"); }
    void commit() { execute(on_.get(), "COMMIT"); }

private:
    connection on_;
    int prepared_ = 0;
};

/// Koine on the same rows.
struct ground {
    using database = server::database;
    using session = postgres::session;
    template <class Data>
    static std::shared_ptr<database> open(distance const& at, Data const& data) {
        return std::make_shared<database>(server::get().name(at, data));
    }
};

}  // namespace bench::postgres
