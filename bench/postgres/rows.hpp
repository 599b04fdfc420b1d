// SPDX-License-Identifier: BSL-1.0
// bench · postgres/rows: rows of a result to structs, by hand, from binary and from text.
#pragma once

#include "client.hpp"

#include "../library.hpp"

#include <charconv>

namespace bench::postgres {

inline constexpr char const* user_columns = "id, name, email, age, active";
inline constexpr char const* post_columns = "id, user_id, title, body, score, published";

[[noreturn, gnu::cold]] inline void fail_null() { throw std::runtime_error("a column that is never NULL is NULL"); }

/// A NULL is as long as nothing, so that a length tells it from a number, and nearly always from a text.
struct from_binary {
    static constexpr form of_rows = form::binary;
    template <class Number>
    static void read(PGresult const* rows, int row, int column, Number& out) {
        if (PQgetlength(rows, row, column) != static_cast<int>(sizeof(Number))) [[unlikely]] fail_null();
        if constexpr (std::is_same_v<Number, bool>) out = *PQgetvalue(rows, row, column) != 0;
        else out = number_at<Number>(rows, row, column);
    }
    static void read(PGresult const* rows, int row, int column, std::string& out) {
        std::string_view const text = text_at(rows, row, column);
        if (text.empty() && PQgetisnull(rows, row, column) != 0) [[unlikely]] fail_null();
        out.assign(text);
    }
};
/// Takes a NULL for what its bytes happen to be.
struct from_binary_unchecked {
    static constexpr form of_rows = form::binary;
    template <class Number>
    static void read(PGresult const* rows, int row, int column, Number& out) {
        if constexpr (std::is_same_v<Number, bool>) out = *PQgetvalue(rows, row, column) != 0;
        else out = number_at<Number>(rows, row, column);
    }
    static void read(PGresult const* rows, int row, int column, std::string& out) { out.assign(text_at(rows, row, column)); }
};
struct from_text {
    static constexpr form of_rows = form::text;
    template <class Number>
    static void read(PGresult const* rows, int row, int column, Number& out) {
        std::string_view const digits = text_at(rows, row, column);
        if constexpr (std::is_same_v<Number, bool>) {
            if (digits.empty()) [[unlikely]] fail_null();
            out = digits.front() == 't';
        } else if (auto const [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), out); failure != std::errc()) {
            throw std::runtime_error("no number");
        }
    }
    static void read(PGresult const* rows, int row, int column, std::string& out) { from_binary::read(rows, row, column, out); }
};

template <class Form>
void read_row(PGresult const* rows, int row, library::user& out) {
    Form::read(rows, row, 0, out.id);
    Form::read(rows, row, 1, out.name);
    if (PQgetisnull(rows, row, 2) == 0) out.email.emplace(text_at(rows, row, 2));
    Form::read(rows, row, 3, out.age);
    Form::read(rows, row, 4, out.active);
}
template <class Form>
void read_row(PGresult const* rows, int row, library::post& out) {
    Form::read(rows, row, 0, out.id);
    Form::read(rows, row, 1, out.user_id);
    Form::read(rows, row, 2, out.title);
    Form::read(rows, row, 3, out.body);
    Form::read(rows, row, 4, out.score);
    Form::read(rows, row, 5, out.published);
}

template <class Form, class Row>
std::vector<Row> read_rows(PGresult const* rows) {
    int const count = PQntuples(rows);
    std::vector<Row> read(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) read_row<Form>(rows, i, read[static_cast<std::size_t>(i)]);
    return read;
}

inline statement prepare_users(PGconn* on, char const* name, std::string const& rest, form of_rows) {
    return {on, name, (std::string("SELECT ") + user_columns + " FROM users" + rest).c_str(), {type::int64, type::text, type::text, type::int32, type::boolean}, of_rows};
}
inline statement prepare_posts(PGconn* on, char const* name, std::string const& rest, form of_rows) {
    return {on, name, (std::string("SELECT ") + post_columns + " FROM posts" + rest).c_str(), {type::int64, type::int64, type::text, type::text, type::int32, type::boolean}, of_rows};
}

/// One user by the key.
template <class Form>
struct point_lookup {
    connection on;
    statement prepared = prepare_users(on.get(), "by_id", " WHERE id = $1", Form::of_rows);
    values<1> bound{};

    std::optional<library::user> operator()(std::int64_t key) {
        bound.set_number(0, key);
        result const rows = prepared.run(bound);
        std::optional<library::user> row;
        if (PQntuples(rows.get()) > 0) read_row<Form>(rows.get(), 0, row.emplace());
        return row;
    }
};

}  // namespace bench::postgres
