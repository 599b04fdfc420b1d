// SPDX-License-Identifier: BSL-1.0
// bench · postgres/nested_joined: one flat join that is folded, and a statement for each parent.
#include "nested.hpp"

namespace bench::postgres {
namespace {

/// Ordered, so that the rows of a user and of a post come together.
struct flat_join {
    connection on;
    user_range range;
    statement joined{on.get(), "joined",
                     "SELECT u.id, u.name, p.id, p.title, c.id, c.body, c.likes FROM users u LEFT JOIN posts p ON p.user_id = u.id "
                     "LEFT JOIN comments c ON c.post_id = p.id WHERE u.id BETWEEN $1 AND $2 ORDER BY u.id, p.id",
                     {type::int64, type::text, type::int64, type::text, type::int64, type::text, type::int32}};

    pages operator()() {
        result const rows = joined.run(bind(range));
        pages users;
        for (int i = 0, count = PQntuples(rows.get()); i < count; ++i) {
            if (std::int64_t const id = number_at<std::int64_t>(rows.get(), i, 0); users.empty() || users.back().id != id)
                users.push_back({id, std::string(text_at(rows.get(), i, 1)), {}});
            if (PQgetisnull(rows.get(), i, 2) != 0) continue;
            std::vector<library::post_page>& posts = users.back().posts;
            if (std::int64_t const id = number_at<std::int64_t>(rows.get(), i, 2); posts.empty() || posts.back().id != id)
                posts.push_back({id, std::string(text_at(rows.get(), i, 3)), {}});
            if (PQgetisnull(rows.get(), i, 4) != 0) continue;
            library::comment_line& comment = posts.back().comments.emplace_back();
            comment.id = number_at<std::int64_t>(rows.get(), i, 4);
            comment.body.assign(text_at(rows.get(), i, 5));
            comment.likes = number_at<std::int32_t>(rows.get(), i, 6);
        }
        return users;
    }
};

struct n_plus_1 {
    connection on;
    user_range range;
    statement begin = prepare_command(on.get(), "begin", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    statement users{on.get(), "users", "SELECT id, name FROM users WHERE id BETWEEN $1 AND $2", {type::int64, type::text}};
    statement posts{on.get(), "posts", "SELECT id, title FROM posts WHERE user_id = $1", {type::int64, type::text}};
    statement comments{on.get(), "comments", "SELECT id, body, likes FROM comments WHERE post_id = $1", {type::int64, type::text, type::int32}};
    statement commit = prepare_command(on.get(), "commit", "COMMIT");

    pages operator()() {
        begin.run_for(PGRES_COMMAND_OK);
        result const rows = users.run(bind(range));
        int const count = PQntuples(rows.get());
        pages read(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            library::user_page& user = read[static_cast<std::size_t>(i)];
            user.id = number_at<std::int64_t>(rows.get(), i, 0);
            user.name.assign(text_at(rows.get(), i, 1));
            read_posts(user);
        }
        commit.run_for(PGRES_COMMAND_OK);
        return read;
    }

private:
    void read_posts(library::user_page& user) {
        values<1> key;
        key.set_number(0, user.id);
        result const rows = posts.run(key);
        int const count = PQntuples(rows.get());
        user.posts.resize(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            library::post_page& post = user.posts[static_cast<std::size_t>(i)];
            post.id = number_at<std::int64_t>(rows.get(), i, 0);
            post.title.assign(text_at(rows.get(), i, 1));
            read_comments(post);
        }
    }
    void read_comments(library::post_page& post) {
        values<1> key;
        key.set_number(0, post.id);
        result const rows = comments.run(key);
        int const count = PQntuples(rows.get());
        post.comments.resize(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            library::comment_line& comment = post.comments[static_cast<std::size_t>(i)];
            comment.id = number_at<std::int64_t>(rows.get(), i, 0);
            comment.body.assign(text_at(rows.get(), i, 1));
            comment.likes = number_at<std::int32_t>(rows.get(), i, 2);
        }
    }
};

cases const joined([] {
    add_nested("raw:flat_join", 1, [](distance const& at, user_range range) { return flat_join{server::get().connect(at), range}; });
    add_nested("raw:n_plus_1", round_trips_of_n_plus_1, [](distance const& at, user_range range) { return n_plus_1{server::get().connect(at), range}; });
});

}  // namespace
}  // namespace bench::postgres
