// SPDX-License-Identifier: BSL-1.0
// bench · peers/soci: SOCI, as its manual has it: rows through type_conversion, statements kept where it offers that.
#include "case.hpp"
#include "sqlite/nested.hpp"

// The back end is named below: its header would declare the C API a second time.
#include <soci/soci.h>

namespace soci {

// Filled by the names of columns, as SOCI's objects are; it takes a column declared INTEGER for an int.
template <>
struct type_conversion<library::user> {
    using base_type = values;
    static void from_base(values const& row, indicator, library::user& out) {
        out.id = row.get<int>("id");
        out.name = row.get<std::string>("name");
        if (row.get_indicator("email") == i_ok) out.email = row.get<std::string>("email");
        else out.email.reset();
        out.age = row.get<int>("age");
        out.active = row.get<int>("active") != 0;
    }
};
template <>
struct type_conversion<library::post> {
    using base_type = values;
    static void from_base(values const& row, indicator, library::post& out) {
        out.id = row.get<int>("id");
        out.user_id = row.get<int>("user_id");
        out.title = row.get<std::string>("title");
        out.body = row.get<std::string>("body");
        out.score = row.get<int>("score");
        out.published = row.get<int>("published") != 0;
    }
};

}  // namespace soci

namespace bench::sqlite {
namespace {

/// A database of its own: SOCI adopts no connection.
soci::session& session() {
    static temporary_file const where;
    static database filled{where.name()};
    static bool const done = (library_rows::fill(filled), true);
    static soci::session opened("sqlite3", where.name());
    static_cast<void>(done);
    return opened;
}

struct soci_lookup {
    next_key key{};
    std::optional<library::user> operator()() {
        library::user row;
        soci::session& sql = session();
        sql << "SELECT id, name, email, age, active FROM users WHERE id = :id", soci::use(static_cast<long long>(key())), soci::into(row);
        if (!sql.got_data()) return {};
        return row;
    }
};

template <class Row>
struct soci_rows {
    char const* sql;
    std::vector<Row> operator()() const {
        soci::rowset<Row> const found = (session().prepare << sql);
        return {found.begin(), found.end()};
    }
};

struct soci_insert {
    static void clear() {
        session() << "DELETE FROM drafts";
        session() << "DELETE FROM sqlite_sequence WHERE name = 'drafts'";
    }
    [[nodiscard]] static std::vector<library::draft> written() {
        std::vector<library::draft> rows;
        soci::rowset<soci::row> const found = (session().prepare << "SELECT id, user_id, title, body, score, published FROM drafts");
        for (soci::row const& row : found)
            rows.push_back({row.get<int>(0), row.get<int>(1), row.get<std::string>(2), row.get<std::string>(3),
                            row.get<int>(4), row.get<int>(5) != 0});
        return rows;
    }
    std::int64_t operator()() const {
        soci::session& sql = session();
        long long user_id = 0;
        std::string title, body;
        int score = 0, published = 0;
        soci::transaction whole(sql);
        soci::statement insert = (sql.prepare << "INSERT INTO drafts (user_id, title, body, score, published) VALUES (:user_id, :title, :body, :score, :published)",
                                  soci::use(user_id), soci::use(title), soci::use(body), soci::use(score), soci::use(published));
        for (library::draft const& row : drafts()) {
            user_id = row.user_id, title = row.title, body = row.body, score = row.score, published = row.published ? 1 : 0;
            insert.execute(true);
        }
        whole.commit();
        return static_cast<std::int64_t>(drafts().size());
    }
};

struct soci_nested {
    user_range range;
    pages operator()() const {
        soci::session& sql = session();
        pages users;
        long long first = range.first, last = range.last, id = 0, parent = 0;
        int likes = 0;
        std::string text;
        soci::transaction whole(sql);
        soci::statement of_users = (sql.prepare << "SELECT id, name FROM users WHERE id BETWEEN :first AND :last", soci::use(first), soci::use(last),
                                    soci::into(id), soci::into(text));
        soci::statement of_posts = (sql.prepare << "SELECT id, title FROM posts WHERE user_id = :user", soci::use(parent), soci::into(id), soci::into(text));
        soci::statement of_comments = (sql.prepare << "SELECT id, body, likes FROM comments WHERE post_id = :post", soci::use(parent), soci::into(id),
                                       soci::into(text), soci::into(likes));
        for (bool more = of_users.execute(true); more; more = of_users.fetch()) users.push_back({id, text, {}});
        for (library::user_page& user : users) {
            parent = user.id;
            for (bool more = of_posts.execute(true); more; more = of_posts.fetch()) user.posts.push_back({id, text, {}});
            for (library::post_page& post : user.posts) {
                parent = post.id;
                for (bool more = of_comments.execute(true); more; more = of_comments.fetch()) post.comments.push_back({id, text, likes});
            }
        }
        return users;
    }
};

cases const soci_sides([] {
    add("point_lookup/file", "peer:soci", [] { return soci_lookup{}; });
    add("users_" + std::to_string(size().users) + "/file", "peer:soci",
        [] { return soci_rows<library::user>{"SELECT id, name, email, age, active FROM users"}; });
    add("posts_" + std::to_string(size().posts()) + "/file", "peer:soci",
        [] { return soci_rows<library::post>{"SELECT id, user_id, title, body, score, published FROM posts"}; });
    add("insert_one_by_one_" + std::to_string(size().inserts) + "/file", "peer:soci", [] { return soci_insert{}; });
    for (std::int64_t const users : {std::int64_t{1}, std::int64_t{100}, size().users})
        add("nested_" + std::to_string(users) + "/file", "peer:soci", [users] { return soci_nested{user_range::of(users)}; });
});

}  // namespace
}  // namespace bench::sqlite
