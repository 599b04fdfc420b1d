// SPDX-License-Identifier: BSL-1.0
// bench · peers/libpqxx: libpqxx, as its manual has it: statements prepared on the connection, fields converted one by one.
#include "postgres/nested.hpp"
#include "server_cases.hpp"

#include <pqxx/pqxx>

namespace bench::postgres {
namespace {

/// A connection with the case's statements.
std::unique_ptr<pqxx::connection> open(distance const& at, std::initializer_list<std::pair<char const*, char const*>> statements) {
    auto opened = std::make_unique<pqxx::connection>(server::get().name(at));
    for (auto const& [name, sql] : statements) opened->prepare(name, sql);
    return opened;
}

template <class Value>
void read(pqxx::row const& from, int column, Value& out) {
    from[column].to(out);
}
void read(pqxx::row const& from, int column, std::optional<std::string>& out) {
    if (!from[column].is_null()) out = from[column].as<std::string>();
}
void read_row(pqxx::row const& from, library::user& out) {
    read(from, 0, out.id);
    read(from, 1, out.name);
    read(from, 2, out.email);
    read(from, 3, out.age);
    read(from, 4, out.active);
}
void read_row(pqxx::row const& from, library::post& out) {
    read(from, 0, out.id);
    read(from, 1, out.user_id);
    read(from, 2, out.title);
    read(from, 3, out.body);
    read(from, 4, out.score);
    read(from, 5, out.published);
}

struct pqxx_lookup {
    std::unique_ptr<pqxx::connection> on;
    next_key key{};

    std::optional<library::user> operator()() {
        pqxx::nontransaction work(*on);
        pqxx::result const found = work.exec_prepared("by_id", key());
        std::optional<library::user> row;
        if (!found.empty()) read_row(found[0], row.emplace());
        return row;
    }
};

template <class Row>
struct pqxx_table {
    std::unique_ptr<pqxx::connection> on;

    std::vector<Row> operator()() {
        pqxx::nontransaction work(*on);
        pqxx::result const found = work.exec_prepared("all");
        std::vector<Row> rows;
        rows.reserve(static_cast<std::size_t>(found.size()));
        for (pqxx::row const& one : found) read_row(one, rows.emplace_back());
        return rows;
    }
};

struct pqxx_insert {
    std::unique_ptr<pqxx::connection> on;
    std::size_t count;

    std::int64_t operator()() {
        pqxx::work work(*on);
        for (std::size_t i = 0; i < count; ++i) {
            library::draft const& row = drafts()[i];
            work.exec_prepared("insert", row.user_id, row.title, row.body, row.score, row.published);
        }
        work.commit();
        return static_cast<std::int64_t>(count);
    }
};

struct pqxx_nested {
    std::unique_ptr<pqxx::connection> on;
    user_range range;

    pages operator()() {
        pages users;
        pqxx::read_transaction work(*on);
        for (pqxx::row const& row : work.exec_prepared("users", range.first, range.last)) {
            library::user_page& user = users.emplace_back();
            read(row, 0, user.id);
            read(row, 1, user.name);
        }
        for (library::user_page& user : users) {
            for (pqxx::row const& row : work.exec_prepared("posts", user.id)) {
                library::post_page& post = user.posts.emplace_back();
                read(row, 0, post.id);
                read(row, 1, post.title);
            }
            for (library::post_page& post : user.posts)
                for (pqxx::row const& row : work.exec_prepared("comments", post.id)) {
                    library::comment_line& comment = post.comments.emplace_back();
                    read(row, 0, comment.id);
                    read(row, 1, comment.body);
                    read(row, 2, comment.likes);
                }
        }
        work.commit();
        return users;
    }
};

cases const pqxx_sides([] {
    constexpr char const* side = "peer:libpqxx";
    add_at_all_distances("point_lookup", side, 1, [](distance const& at) { return pqxx_lookup{open(at, {{"by_id", "SELECT id, name, email, age, active FROM users WHERE id = $1"}})}; });
    add_at_all_distances(rows_case("users", size().users), side, 1,
                         [](distance const& at) { return pqxx_table<library::user>{open(at, {{"all", "SELECT id, name, email, age, active FROM users"}})}; });
    add_at_all_distances(rows_case("posts", size().posts()), side, 1,
                         [](distance const& at) { return pqxx_table<library::post>{open(at, {{"all", "SELECT id, user_id, title, body, score, published FROM posts"}})}; });
    add_row_by_row(one_by_one, side, 1, [](distance const& at, std::size_t count) {
        return inserting<server>(pqxx_insert{open(at, {{"insert", "INSERT INTO drafts (user_id, title, body, score, published) VALUES ($1, $2, $3, $4, $5)"}}), count});
    });
    add_nested(side, round_trips_of_n_plus_1, [](distance const& at, user_range range) {
        return pqxx_nested{open(at, {{"users", "SELECT id, name FROM users WHERE id BETWEEN $1 AND $2"},
                                     {"posts", "SELECT id, title FROM posts WHERE user_id = $1"},
                                     {"comments", "SELECT id, body, likes FROM comments WHERE post_id = $1"}}),
                           range};
    });
});

}  // namespace
}  // namespace bench::postgres
