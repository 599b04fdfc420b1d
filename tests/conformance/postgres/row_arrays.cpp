// SPDX-License-Identifier: BSL-1.0
// conformance · postgres/row_arrays: lists as arrays of rows in binary, beside columns that come as text; no strategy needs prepared statements.
#include "../library.hpp"

namespace row_arrays {

using conformance::failure_of;
using koine::asc;
using koine::col;
using koine::error_kind;
using koine::order_by;
using koine::strategy;
using library::texts;
using library::title_only;

struct marked_author { std::string mark; std::vector<title_only> articles; };
struct marked_title { std::string mark; std::string title; };
struct author_marks { std::string name; std::vector<marked_title> articles; };

constexpr auto by_title = order_by(asc(col<&library::article::title>));

TEST_CASE("a type that is read as text only cannot stand beside an array of rows, nor inside one, and the error says so", "[include][errors]") {
    for (bool named : {true, false}) {
        library::books books({.named_statements = named});
        auto& db = books.db;
        server::run(db, "CREATE TYPE mood AS ENUM ('calm', 'secret')");
        auto const beside = koine::from<library::author>()
                                .select<marked_author>(koine::as<&marked_author::mark>(koine::raw<std::string, "(CASE WHEN {} = 'Ada' THEN 'secret' ELSE 'calm' END)::mood">(col<&library::author::name>)))
                                .include<&marked_author::articles>(by_title)
                                .where(col<&library::author::name> == "Ada");
        auto const inside = koine::from<library::author>()
                                .select<author_marks>()
                                .include<&author_marks::articles>(koine::as<&marked_title::mark>(koine::raw<std::string, "(CASE WHEN {} = '' THEN 'calm' ELSE 'secret' END)::mood">(col<&library::article::title>)), by_title)
                                .where(col<&library::author::name> == "Ada");
        // As JSON both are texts.
        CHECK(db.one(beside.lists_by<strategy::json>()).mark == "secret");
        CHECK(db.one(inside.lists_by<strategy::json>()).articles.at(0).mark == "secret");
        auto const check = [&](auto const& query, char const* member) {
            auto const failure = failure_of([&] { db.all(query); });
            INFO(failure.what());
            CHECK(failure.kind() == error_kind::mismatch);
            CHECK(std::string(failure.what()).find(member) != std::string::npos);
            CHECK(std::string(failure.what()).find("secret") == std::string::npos);
            CHECK(db.one(beside.lists_by<strategy::json>()).articles.size() == 5);
        };
        // Prepared, all columns are read in one form, and a list has no other than binary.
        check(beside.lists_by<strategy::rows>(), named ? "marked_author::articles" : "marked_author::mark");
        check(inside.lists_by<strategy::rows>(), "marked_title::mark");
    }
}

template <koine::strategy Strategy>
void check_titles(char const* strategy, bool named) {
    INFO(strategy << (named ? ", with names" : ", without names"));
    library::books books({.named_statements = named});
    auto& db = books.db;
    auto const query = koine::from<library::author>().select<library::author_titles>().include<&library::author_titles::articles>(by_title).order_by(asc(col<&library::author::name>)) + koine::lists_by<Strategy>();
    auto const titles = [](auto&& rows) {
        texts all;
        for (library::author_titles const& one : rows) {
            all.push_back(one.name);
            for (title_only const& title : one.articles) all.push_back(title.title);
        }
        return all;
    };
    texts const expected{"Ada", "a", "b", "c", "d", "e", "Bob", "f", "Cyd"};
    auto prepared = db.prepare(query);
    for (int again = 0; again < 2; ++again) {
        CHECK(titles(db.all(query)) == expected);
        CHECK(titles(db.stream(query)) == expected);
        CHECK(titles(prepared.all()) == expected);
        server::run(db, "DEALLOCATE ALL");
    }
    CHECK(titles(db.all(query)) == expected);
    db.transaction([&](auto& inner) { CHECK(titles(inner.all(query)) == expected); });
    // A plain statement beside it is read as before.
    CHECK(db.count(koine::from<library::article>()) == 6);
}

TEST_CASE("no strategy needs prepared statements, and one that the server forgot is prepared anew", "[include][streams-cached]") {
    for (bool named : {true, false}) {
        check_titles<strategy::json>("json", named);
        check_titles<strategy::rows>("rows", named);
        check_titles<strategy::united>("united", named);
        check_titles<strategy::split>("split", named);
    }
}

TEST_CASE("an array of rows has the columns of its shape, whatever the table was given since", "[include]") {
    library::books books;
    auto& db = books.db;
    auto const query = koine::from<library::author>().select<library::author_titles>().include<&library::author_titles::articles>(by_title).where(col<&library::author::name> == "Ada").lists_by<strategy::rows>();
    CHECK(db.one(query).articles.size() == 5);
    server::run(db, "ALTER TABLE articles ADD COLUMN more text DEFAULT 'x'", "ALTER TABLE articles ALTER COLUMN title TYPE varchar(20)");
    CHECK(library::each(db.one(query).articles, &title_only::title) == texts{"a", "b", "c", "d", "e"});
}

}  // namespace row_arrays
