// SPDX-License-Identifier: BSL-1.0
// What twenty_queries.cpp loads, with SQLite's C API: one prepared statement and one loop for each struct and query.

#include "structs.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace twenty {

class statement {
public:
    statement(sqlite3* db, char const* sql) {
        if (sqlite3_prepare_v2(db, sql, -1, &handle_, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db));
    }
    ~statement() { sqlite3_finalize(handle_); }
    statement(statement const&) = delete;
    statement& operator=(statement const&) = delete;
    void bind(int at, std::int64_t value) { sqlite3_bind_int64(handle_, at, value); }
    void bind(int at, std::string const& value) { sqlite3_bind_text(handle_, at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC); }
    bool step() {
        int const code = sqlite3_step(handle_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(handle_)));
        return code == SQLITE_ROW;
    }
    std::int64_t integer(int column) { return sqlite3_column_int64(handle_, column); }
    std::string text(int column) {
        auto const* const text = reinterpret_cast<char const*>(sqlite3_column_text(handle_, column));
        return {text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
    }
    bool null(int column) { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

private:
    sqlite3_stmt* handle_ = nullptr;
};

std::vector<author> load_authors(statement& rows) {
    std::vector<author> all;
    while (rows.step()) {
        author& one = all.emplace_back();
        one.id = rows.integer(0);
        one.name = rows.text(1);
        if (!rows.null(2)) one.email = rows.text(2);
    }
    return all;
}
std::vector<article> load_articles(statement& rows) {
    std::vector<article> all;
    while (rows.step()) {
        article& one = all.emplace_back();
        one.id = rows.integer(0);
        one.author_id = rows.integer(1);
        one.title = rows.text(2);
        one.published = rows.integer(3) != 0;
    }
    return all;
}
std::vector<comment> load_comments(statement& rows) {
    std::vector<comment> all;
    while (rows.step()) {
        comment& one = all.emplace_back();
        one.id = rows.integer(0);
        one.article_id = rows.integer(1);
        one.body = rows.text(2);
    }
    return all;
}
std::vector<headline> load_headlines(statement& rows) {
    std::vector<headline> all;
    while (rows.step()) {
        headline& one = all.emplace_back();
        one.id = rows.integer(0);
        one.title = rows.text(1);
    }
    return all;
}
std::vector<author_page> load_pages(statement& rows) {
    std::vector<author_page> all;
    std::int64_t last = -1;
    while (rows.step()) {
        if (rows.integer(0) != last) all.emplace_back().name = rows.text(1);
        last = rows.integer(0);
        headline& one = all.back().articles.emplace_back();
        one.id = rows.integer(2);
        one.title = rows.text(3);
    }
    return all;
}
std::vector<stats> load_stats(statement& rows) {
    std::vector<stats> all;
    while (rows.step()) {
        stats& one = all.emplace_back();
        one.name = rows.text(0);
        one.articles = rows.integer(1);
    }
    return all;
}

std::vector<author> authors(sqlite3* db) {
    statement rows(db, "SELECT id, name, email FROM authors");
    return load_authors(rows);
}
std::vector<author> authors_named(sqlite3* db, std::string const& name) {
    statement rows(db, "SELECT id, name, email FROM authors WHERE name = ?");
    rows.bind(1, name);
    return load_authors(rows);
}
std::vector<article> published(sqlite3* db) {
    statement rows(db, "SELECT id, author_id, title, published FROM articles WHERE published = 1 ORDER BY id DESC");
    return load_articles(rows);
}
std::vector<article> page(sqlite3* db, int at) {
    statement rows(db, "SELECT id, author_id, title, published FROM articles ORDER BY title, id LIMIT 20 OFFSET ?");
    rows.bind(1, at);
    return load_articles(rows);
}
std::vector<comment> comments_of(sqlite3* db, std::int64_t id) {
    statement rows(db, "SELECT id, article_id, body FROM comments WHERE article_id = ?");
    rows.bind(1, id);
    return load_comments(rows);
}
std::vector<headline> headlines(sqlite3* db) {
    statement rows(db, "SELECT id, title FROM articles");
    return load_headlines(rows);
}
std::vector<author_page> pages(sqlite3* db) {
    statement rows(db, "SELECT authors.id, name, articles.id, title FROM authors JOIN articles ON author_id = authors.id ORDER BY authors.id");
    return load_pages(rows);
}
std::vector<stats> busiest(sqlite3* db) {
    statement rows(db, "SELECT name, COUNT(*) FROM authors JOIN articles ON author_id = authors.id GROUP BY name ORDER BY COUNT(*) DESC LIMIT 10");
    return load_stats(rows);
}
std::int64_t how_many(sqlite3* db) {
    statement rows(db, "SELECT COUNT(*) FROM articles WHERE published = 1");
    return rows.step() ? rows.integer(0) : 0;
}
std::int64_t publish(sqlite3* db, std::int64_t id) {
    statement rows(db, "UPDATE articles SET published = 1 WHERE id = ?");
    rows.bind(1, id);
    rows.step();
    return sqlite3_changes64(db);
}

}  // namespace twenty
