// SPDX-License-Identifier: BSL-1.0
// bench · peers/sqlitecpp: SQLiteCpp, with a statement made where it is used, as its examples do.
#include "case.hpp"
#include "sqlite/nested.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace bench::sqlite {
namespace {

/// A database of its own: SQLiteCpp adopts no connection.
SQLite::Database& opened() {
    static temporary_file const where;
    static database filled{where.name()};
    static bool const done = (library_rows::fill(filled), true);
    static SQLite::Database database(where.name(), SQLite::OPEN_READWRITE);
    static_cast<void>(done);
    return database;
}

std::int64_t integer(SQLite::Statement& row, int column) { return row.getColumn(column).getInt64(); }
std::string text(SQLite::Statement& row, int column) { return row.getColumn(column).getString(); }

library::user user_of(SQLite::Statement& row) {
    library::user user{integer(row, 0), text(row, 1), {}, row.getColumn(3).getInt(), row.getColumn(4).getInt() != 0};
    if (SQLite::Column const email = row.getColumn(2); !email.isNull()) user.email = email.getString();
    return user;
}
template <class Post>
Post post_of(SQLite::Statement& row) {
    return {integer(row, 0), integer(row, 1), text(row, 2), text(row, 3), row.getColumn(4).getInt(), row.getColumn(5).getInt() != 0};
}

struct sqlitecpp_lookup {
    next_key key{};
    std::optional<library::user> operator()() {
        SQLite::Statement found(opened(), "SELECT id, name, email, age, active FROM users WHERE id = ?");
        found.bind(1, key());
        if (!found.executeStep()) return {};
        return user_of(found);
    }
};

template <class Row>
struct sqlitecpp_rows {
    char const* sql;
    Row (*read)(SQLite::Statement&);
    std::vector<Row> operator()() const {
        std::vector<Row> rows;
        SQLite::Statement found(opened(), sql);
        while (found.executeStep()) rows.push_back(read(found));
        return rows;
    }
};

struct sqlitecpp_insert {
    static void clear() {
        opened().exec("DELETE FROM drafts");
        opened().exec("DELETE FROM sqlite_sequence WHERE name = 'drafts'");
    }
    [[nodiscard]] static std::vector<library::draft> written() {
        return sqlitecpp_rows<library::draft>{"SELECT id, user_id, title, body, score, published FROM drafts", post_of<library::draft>}();
    }
    std::int64_t operator()() const {
        SQLite::Transaction whole(opened());
        SQLite::Statement insert(opened(), "INSERT INTO drafts (user_id, title, body, score, published) VALUES (?, ?, ?, ?, ?)");
        for (library::draft const& row : drafts()) {
            insert.bind(1, row.user_id);
            insert.bind(2, row.title);
            insert.bind(3, row.body);
            insert.bind(4, row.score);
            insert.bind(5, row.published ? 1 : 0);
            insert.exec();
            insert.reset();
        }
        whole.commit();
        return static_cast<std::int64_t>(drafts().size());
    }
};

struct sqlitecpp_nested {
    user_range range;
    pages operator()() const {
        pages users;
        SQLite::Transaction whole(opened());
        SQLite::Statement of_users(opened(), "SELECT id, name FROM users WHERE id BETWEEN ? AND ?");
        SQLite::Statement of_posts(opened(), "SELECT id, title FROM posts WHERE user_id = ?");
        SQLite::Statement of_comments(opened(), "SELECT id, body, likes FROM comments WHERE post_id = ?");
        of_users.bind(1, range.first);
        of_users.bind(2, range.last);
        while (of_users.executeStep()) {
            library::user_page& user = users.emplace_back(library::user_page{integer(of_users, 0), text(of_users, 1), {}});
            of_posts.reset();
            of_posts.bind(1, user.id);
            while (of_posts.executeStep()) {
                library::post_page& post = user.posts.emplace_back(library::post_page{integer(of_posts, 0), text(of_posts, 1), {}});
                of_comments.reset();
                of_comments.bind(1, post.id);
                while (of_comments.executeStep()) post.comments.push_back({integer(of_comments, 0), text(of_comments, 1), of_comments.getColumn(2).getInt()});
            }
        }
        whole.commit();
        return users;
    }
};

cases const sqlitecpp_sides([] {
    add("point_lookup/file", "peer:sqlitecpp", [] { return sqlitecpp_lookup{}; });
    add("users_" + std::to_string(size().users) + "/file", "peer:sqlitecpp",
        [] { return sqlitecpp_rows<library::user>{"SELECT id, name, email, age, active FROM users", user_of}; });
    add("posts_" + std::to_string(size().posts()) + "/file", "peer:sqlitecpp",
        [] { return sqlitecpp_rows<library::post>{"SELECT id, user_id, title, body, score, published FROM posts", post_of<library::post>}; });
    add("insert_one_by_one_" + std::to_string(size().inserts) + "/file", "peer:sqlitecpp", [] { return sqlitecpp_insert{}; });
    for (std::int64_t const users : {std::int64_t{1}, std::int64_t{100}, size().users})
        add("nested_" + std::to_string(users) + "/file", "peer:sqlitecpp", [users] { return sqlitecpp_nested{user_range::of(users)}; });
});

}  // namespace
}  // namespace bench::sqlite
