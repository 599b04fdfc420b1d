// SPDX-License-Identifier: BSL-1.0
// bench · mysql/nested: what the floors of the nested load share: its range of users, and rows of a level to the fold.
#pragma once

#include "rows.hpp"
#include "server.hpp"

#include "../nested_fold.hpp"

namespace bench::mysql {

using pages = std::vector<library::user_page>;

inline constexpr std::initializer_list<kind> range_kinds{kind::int64, kind::int64};
/// Several statements see what one would have seen.
inline constexpr char const* begin_snapshot = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";

inline constexpr char const* users_in_range = "SELECT id, name FROM users WHERE id BETWEEN ? AND ?";
inline constexpr char const* posts_in_range = "SELECT p.user_id, p.id, p.title FROM users u JOIN posts p ON p.user_id = u.id WHERE u.id BETWEEN ? AND ?";
inline constexpr char const* comments_in_range =
    "SELECT c.post_id, c.id, c.body, c.likes FROM users u JOIN posts p ON p.user_id = u.id JOIN comments c ON c.post_id = p.id WHERE u.id BETWEEN ? AND ?";

inline void run(statement& with, user_range const& range) {
    with.values().set(0, range.first);
    with.values().set(1, range.last);
    with.run();
}

template <class Row>
std::int64_t key_at(Row const& row, std::size_t column) {
    std::int64_t key = 0;
    row.read(column, key);
    return key;
}

/// id, name
template <class Row>
void add_user(nested_fold& to, Row const& row) {
    library::user_page& user = to.add_user();
    row.read(0, user.id);
    row.read(1, user.name);
}
/// user_id, id, title
template <class Row>
void add_post(nested_fold& to, Row const& row) {
    library::post_page& post = to.add_post(key_at(row, 0));
    row.read(1, post.id);
    row.read(2, post.title);
}
/// post_id, id, body, likes
template <class Row>
void add_comment(nested_fold& to, Row const& row) {
    library::comment_line& comment = to.add_comment(key_at(row, 0));
    row.read(1, comment.id);
    row.read(2, comment.body);
    row.read(3, comment.likes);
}

}  // namespace bench::mysql
