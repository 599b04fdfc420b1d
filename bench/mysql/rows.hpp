// SPDX-License-Identifier: BSL-1.0
// bench · mysql/rows: rows to structs, by hand: from bound buffers, and from the text of a query without values.
#pragma once

#include "client.hpp"

#include "../library.hpp"

#include <charconv>

namespace bench::mysql {

inline constexpr char const* select_users = "SELECT id, name, email, age, active FROM users";
inline constexpr char const* select_posts = "SELECT id, user_id, title, body, score, published FROM posts";
inline constexpr std::initializer_list<kind> user_kinds{kind::int64, kind::text, kind::text, kind::int32, kind::boolean};
inline constexpr std::initializer_list<kind> post_kinds{kind::int64, kind::int64, kind::text, kind::text, kind::int32, kind::boolean};

/// A row of a query without values, which lies in the client library's own buffer.
class text_row {
public:
    text_row(MYSQL_ROW cells, unsigned long const* sizes) : cells_(cells), sizes_(sizes) {}

    [[nodiscard]] bool null(std::size_t at) const { return cells_[at] == nullptr; }
    template <class Number>
    void read(std::size_t at, Number& out) const {
        if constexpr (std::is_same_v<Number, bool>) out = *cells_[at] != '0';
        else if (auto const [end, failure] = std::from_chars(cells_[at], cells_[at] + sizes_[at], out); failure != std::errc()) throw std::runtime_error("no number");
    }
    void read(std::size_t at, std::string& out) const { out.assign(cells_[at], sizes_[at]); }

private:
    MYSQL_ROW cells_;
    unsigned long const* sizes_;
};

template <class Row>
void read_row(Row const& from, library::user& out) {
    from.read(0, out.id);
    from.read(1, out.name);
    if (!from.null(2)) from.read(2, out.email.emplace());
    from.read(3, out.age);
    from.read(4, out.active);
}
template <class Row>
void read_row(Row const& from, library::post& out) {
    from.read(0, out.id);
    from.read(1, out.user_id);
    from.read(2, out.title);
    from.read(3, out.body);
    from.read(4, out.score);
    from.read(5, out.published);
}

/// One user by the key.
struct point_lookup {
    connection on;
    statement prepared{on.get(), std::string(select_users) + " WHERE id = ?", {kind::int64}, user_kinds};

    std::optional<library::user> operator()(std::int64_t key) {
        prepared.values().set(0, key);
        prepared.run();
        std::optional<library::user> row;
        while (prepared.fetch()) read_row(prepared.row(), row.emplace());
        return row;
    }
};

/// Calls `take` with each row of a result that comes straight from the connection.
template <class Take>
void each_row(MYSQL* on, Take const& take) {
    MYSQL_RES* const result = mysql_use_result(on);
    if (result == nullptr) fail(on);
    while (MYSQL_ROW const cells = mysql_fetch_row(result)) take(text_row(cells, mysql_fetch_lengths(result)));
    mysql_free_result(result);
    if (mysql_errno(on) != 0) fail(on);
}

}  // namespace bench::mysql
