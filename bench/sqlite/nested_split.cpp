// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/nested_split: a statement a level, merged by order; and a statement for each parent.
#include "nested.hpp"

#include "case.hpp"

namespace bench::sqlite {
namespace {

/// The children of a level come in the order of their parents, so each goes to this parent or to a later one.
class raw_split {
public:
    raw_split(sqlite3* connection, user_range range)
        : range_(range),
          snapshot_(connection),
          users_(connection, "SELECT id, name FROM users WHERE id BETWEEN ? AND ? ORDER BY id"),
          posts_(connection, "SELECT user_id, id, title FROM posts WHERE user_id BETWEEN ? AND ? ORDER BY user_id, id"),
          comments_(connection,
                    "SELECT c.post_id, c.id, c.body, c.likes FROM posts p CROSS JOIN comments c ON c.post_id = p.id "
                    "WHERE p.user_id BETWEEN ? AND ? ORDER BY p.user_id, p.id") {}

    pages operator()() {
        pages users;
        snapshot_.begin();
        read_users(users);
        read_posts(users);
        read_comments(users);
        snapshot_.end();
        return users;
    }

private:
    void read_users(pages& users) {
        bind_range(users_, range_);
        while (users_.step()) {
            auto& user = users.emplace_back();
            read_members(users_.handle(), 0, user.id, user.name);
        }
        users_.reset();
    }
    void read_posts(pages& users) {
        auto user = users.begin();
        std::int64_t user_id = 0;
        bind_range(posts_, range_);
        while (posts_.step()) {
            checked::read(posts_.handle(), 0, user_id);
            while (user->id != user_id) ++user;
            auto& post = user->posts.emplace_back();
            read_members(posts_.handle(), 1, post.id, post.title);
        }
        posts_.reset();
    }
    void read_comments(pages& users) {
        auto user = users.begin();
        std::size_t at = 0;
        std::int64_t post_id = 0;
        bind_range(comments_, range_);
        while (comments_.step()) {
            checked::read(comments_.handle(), 0, post_id);
            for (;; ++at) {
                while (at == user->posts.size()) ++user, at = 0;
                if (user->posts[at].id == post_id) break;
            }
            auto& comment = user->posts[at].comments.emplace_back();
            read_members(comments_.handle(), 1, comment.id, comment.body, comment.likes);
        }
        comments_.reset();
    }

    user_range range_;
    snapshot snapshot_;
    statement users_, posts_, comments_;
};

class raw_n_plus_1 {
public:
    raw_n_plus_1(sqlite3* connection, user_range range)
        : range_(range),
          snapshot_(connection),
          users_(connection, "SELECT id, name FROM users WHERE id BETWEEN ? AND ?"),
          posts_(connection, "SELECT id, title FROM posts WHERE user_id = ?"),
          comments_(connection, "SELECT id, body, likes FROM comments WHERE post_id = ?") {}

    pages operator()() {
        pages users;
        snapshot_.begin();
        bind_range(users_, range_);
        while (users_.step()) {
            auto& user = users.emplace_back();
            read_members(users_.handle(), 0, user.id, user.name);
            read_posts(user);
        }
        users_.reset();
        snapshot_.end();
        return users;
    }

private:
    void read_posts(library::user_page& user) {
        posts_.bind(1, user.id);
        while (posts_.step()) {
            auto& post = user.posts.emplace_back();
            read_members(posts_.handle(), 0, post.id, post.title);
            read_comments(post);
        }
        posts_.reset();
    }
    void read_comments(library::post_page& post) {
        comments_.bind(1, post.id);
        while (comments_.step()) {
            auto& comment = post.comments.emplace_back();
            read_members(comments_.handle(), 0, comment.id, comment.body, comment.likes);
        }
        comments_.reset();
    }

    user_range range_;
    snapshot snapshot_;
    statement users_, posts_, comments_;
};

}  // namespace

void add_split(std::string const& name, place const& where, user_range range) {
    // In process nothing travels: several statements are no round trips.
    add(name, "raw:split", [where, range] { return raw_split(where.open().native_handle(), range); });
    add(name, "raw:n_plus_1", [where, range] { return raw_n_plus_1(where.open().native_handle(), range); });
}

}  // namespace bench::sqlite
