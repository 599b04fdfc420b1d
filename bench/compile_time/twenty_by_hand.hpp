// SPDX-License-Identifier: BSL-1.0
// bench · twenty_by_hand: what twenty_queries.hpp does, with SQLite's C API: a loop for each struct, a statement for each query.
#pragma once

#include "statement.hpp"
#include "structs.hpp"

namespace blog {

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
    std::int64_t last = 0;
    while (rows.step()) {
        if (all.empty() || rows.integer(0) != last) all.emplace_back().name = rows.text(1);
        last = rows.integer(0);
        if (rows.null(2)) continue;
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
std::vector<author> authors_named(sqlite3* db, std::string_view name) {
    statement rows(db, "SELECT id, name, email FROM authors WHERE name = ?");
    rows.bind(1, name);
    return load_authors(rows);
}
std::vector<article> published(sqlite3* db) {
    statement rows(db, "SELECT id, author_id, title, published FROM articles WHERE published ORDER BY id DESC");
    return load_articles(rows);
}
std::vector<article> page(sqlite3* db, std::int64_t at) {
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
std::vector<headline> headlines_of(sqlite3* db, std::string_view name) {
    statement rows(db, "SELECT articles.id, title FROM articles JOIN authors ON authors.id = author_id WHERE name = ?");
    rows.bind(1, name);
    return load_headlines(rows);
}
std::vector<author_page> pages(sqlite3* db) {
    statement rows(db, "SELECT authors.id, name, articles.id, title FROM authors LEFT JOIN articles ON author_id = authors.id ORDER BY authors.id, articles.id");
    return load_pages(rows);
}
std::vector<author_page> newest(sqlite3* db, std::string_view name) {
    statement rows(db, "SELECT authors.id, name, newest.id, title FROM authors LEFT JOIN (SELECT id, author_id, title, "
                       "row_number() OVER (PARTITION BY author_id ORDER BY id DESC) AS place FROM articles WHERE published) AS newest "
                       "ON author_id = authors.id AND place <= 10 WHERE name = ? ORDER BY authors.id, newest.id DESC");
    rows.bind(1, name);
    return load_pages(rows);
}
std::vector<stats> busiest(sqlite3* db) {
    statement rows(db, "SELECT name, COUNT(*) FROM authors JOIN articles ON author_id = authors.id GROUP BY name ORDER BY COUNT(*) DESC LIMIT 10");
    return load_stats(rows);
}

std::vector<author> with_email(sqlite3* db) {
    statement rows(db, "SELECT id, name, email FROM authors WHERE email IS NOT NULL");
    return load_authors(rows);
}
std::vector<author> some_authors(sqlite3* db, std::vector<std::int64_t> const& ids) {
    std::string text = "SELECT id, name, email FROM authors WHERE id IN (";
    for (std::size_t i = 0; i < ids.size(); ++i) text += i == 0 ? "?" : ", ?";
    statement rows(db, (text + ")").c_str());
    for (std::size_t i = 0; i < ids.size(); ++i) rows.bind(static_cast<int>(i) + 1, ids[i]);
    return load_authors(rows);
}
std::vector<article> matching(sqlite3* db, std::string_view part) {
    statement rows(db, "SELECT id, author_id, title, published FROM articles WHERE instr(title, ?1) > 0 OR substr(title, 1, length(?1)) = ?1");
    rows.bind(1, part);
    return load_articles(rows);
}
std::vector<article> between_ids(sqlite3* db, std::int64_t low, std::int64_t high) {
    statement rows(db, "SELECT id, author_id, title, published FROM articles WHERE id BETWEEN ? AND ? AND NOT published");
    rows.bind(1, low);
    rows.bind(2, high);
    return load_articles(rows);
}
std::vector<author> writers(sqlite3* db) {
    statement rows(db, "SELECT id, name, email FROM authors WHERE EXISTS (SELECT 1 FROM articles WHERE author_id = authors.id)");
    return load_authors(rows);
}
std::vector<headline> discussed(sqlite3* db) {
    statement rows(db, "SELECT id, title FROM articles WHERE id IN (SELECT article_id FROM comments)");
    return load_headlines(rows);
}
std::int64_t how_many(sqlite3* db) {
    statement rows(db, "SELECT COUNT(*) FROM articles WHERE published");
    if (!rows.step()) throw std::runtime_error("no row");
    return rows.integer(0);
}
std::int64_t publish(sqlite3* db, std::int64_t id) {
    statement rows(db, "UPDATE articles SET published = 1 WHERE id = ?");
    rows.bind(1, id);
    return rows.execute();
}
std::int64_t forget(sqlite3* db, std::int64_t id) {
    statement rows(db, "DELETE FROM comments WHERE article_id = ?");
    rows.bind(1, id);
    return rows.execute();
}
std::int64_t add(sqlite3* db, std::int64_t id, std::string_view body) {
    statement rows(db, "INSERT INTO comments (article_id, body) VALUES (?, ?)");
    rows.bind(1, id);
    rows.bind(2, body);
    return rows.execute();
}

}  // namespace blog
