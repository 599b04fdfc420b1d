// SPDX-License-Identifier: BSL-1.0
// bench · postgres/nested: what the floors of the nested load share: its range of users, and rows of a level to the fold.
#pragma once

#include "server.hpp"

#include "../nested_fold.hpp"

namespace bench::postgres {

using pages = std::vector<library::user_page>;

/// The range of users as a statement's two values.
inline values<2> bind(user_range const& range) {
    values<2> bound;
    bound.set_number(0, range.first);
    bound.set_number(1, range.last);
    return bound;
}

/// id, name
inline void add_users(nested_fold& to, PGresult const* rows) {
    int const count = PQntuples(rows);
    to.reserve_users(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        library::user_page& user = to.add_user();
        user.id = number_at<std::int64_t>(rows, i, 0);
        user.name.assign(text_at(rows, i, 1));
    }
}
/// user_id, id, title
inline void add_posts(nested_fold& to, PGresult const* rows) {
    for (int i = 0, count = PQntuples(rows); i < count; ++i) {
        library::post_page& post = to.add_post(number_at<std::int64_t>(rows, i, 0));
        post.id = number_at<std::int64_t>(rows, i, 1);
        post.title.assign(text_at(rows, i, 2));
    }
}
/// post_id, id, body, likes
inline void add_comments(nested_fold& to, PGresult const* rows) {
    for (int i = 0, count = PQntuples(rows); i < count; ++i) {
        library::comment_line& comment = to.add_comment(number_at<std::int64_t>(rows, i, 0));
        comment.id = number_at<std::int64_t>(rows, i, 1);
        comment.body.assign(text_at(rows, i, 2));
        comment.likes = number_at<std::int32_t>(rows, i, 3);
    }
}

/// A statement without rows, as those that begin and end a transaction.
inline statement prepare_command(PGconn* on, char const* name, char const* sql) { return {on, name, sql, {}}; }

}  // namespace bench::postgres
