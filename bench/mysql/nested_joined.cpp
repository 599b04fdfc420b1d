// SPDX-License-Identifier: BSL-1.0
// bench · mysql/nested_joined: one flat join that is folded, and a statement for each parent.
#include "nested.hpp"

namespace bench::mysql {
namespace {

/// Ordered, so that the rows of a user and of a post come together.
struct flat_join {
    connection on;
    user_range range;
    statement joined{on.get(),
                     "SELECT u.id, u.name, p.id, p.title, c.id, c.body, c.likes FROM users u LEFT JOIN posts p ON p.user_id = u.id "
                     "LEFT JOIN comments c ON c.post_id = p.id WHERE u.id BETWEEN ? AND ? ORDER BY u.id, p.id",
                     range_kinds,
                     {kind::int64, kind::text, kind::int64, kind::text, kind::int64, kind::text, kind::int32}};

    pages operator()() {
        pages users;
        places const& row = joined.row();
        for (run(joined, range); joined.fetch();) {
            if (std::int64_t const id = key_at(row, 0); users.empty() || users.back().id != id) {
                users.emplace_back().id = id;
                row.read(1, users.back().name);
            }
            if (row.null(2)) continue;
            std::vector<library::post_page>& posts = users.back().posts;
            if (std::int64_t const id = key_at(row, 2); posts.empty() || posts.back().id != id) {
                posts.emplace_back().id = id;
                row.read(3, posts.back().title);
            }
            if (row.null(4)) continue;
            library::comment_line& comment = posts.back().comments.emplace_back();
            row.read(4, comment.id);
            row.read(5, comment.body);
            row.read(6, comment.likes);
        }
        return users;
    }
};

struct n_plus_1 {
    connection on;
    user_range range;
    statement users{on.get(), users_in_range, range_kinds, {kind::int64, kind::text}};
    statement posts{on.get(), "SELECT id, title FROM posts WHERE user_id = ?", {kind::int64}, {kind::int64, kind::text}};
    statement comments{on.get(), "SELECT id, body, likes FROM comments WHERE post_id = ?", {kind::int64}, {kind::int64, kind::text, kind::int32}};

    /// The rows of a level must have come before the next statement can be sent.
    pages operator()() {
        pages read;
        execute(on.get(), begin_snapshot);
        for (run(users, range); users.fetch();) {
            library::user_page& user = read.emplace_back();
            users.row().read(0, user.id);
            users.row().read(1, user.name);
        }
        for (library::user_page& user : read) {
            read_posts(user);
            for (library::post_page& post : user.posts) read_comments(post);
        }
        execute(on.get(), "COMMIT");
        return read;
    }

private:
    void read_posts(library::user_page& user) {
        posts.values().set(0, user.id);
        for (posts.run(); posts.fetch();) {
            library::post_page& post = user.posts.emplace_back();
            posts.row().read(0, post.id);
            posts.row().read(1, post.title);
        }
    }
    void read_comments(library::post_page& post) {
        comments.values().set(0, post.id);
        for (comments.run(); comments.fetch();) {
            library::comment_line& comment = post.comments.emplace_back();
            comments.row().read(0, comment.id);
            comments.row().read(1, comment.body);
            comments.row().read(2, comment.likes);
        }
    }
};

cases const joined([] {
    add_nested("raw:flat_join", 1, [](distance const& at, user_range range) { return flat_join{server::get().connect(at), range}; });
    add_nested("raw:n_plus_1", round_trips_of_n_plus_1, [](distance const& at, user_range range) { return n_plus_1{server::get().connect(at), range}; });
});

}  // namespace
}  // namespace bench::mysql
