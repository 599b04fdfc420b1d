// SPDX-License-Identifier: BSL-1.0
// conformance · connected: rows that are there are tied, parted and replaced by their keys, all or none.
#include "newspaper.hpp"

#include <array>
#include <ranges>
#include <span>

namespace connected {

using namespace newspaper;
using conformance::failure_of;
using conformance::kind_of;

TEST_CASE("connect, disconnect and replace the rows that have the foreign key", "[writes][writes-connect]") {
    press to;
    auto const id = [&](std::size_t at) { return to.articles[at].id; };
    to.db.connect<author, "articles">(to.ada.id, id(0));
    CHECK((to.titles_of(to.ada.id) == "p" && to.titles_of(to.bob.id) == "qrst"));
    to.db.connect<author, "articles">(to.ada.id, ids{id(0), id(3)});
    CHECK(to.titles_of(to.ada.id) == "ps");
    // All or none.
    CHECK(kind_of([&] { to.db.connect<author, "articles">(to.ada.id, ids{id(1), 9999}); }) == "not_found");
    CHECK(kind_of([&] { to.db.connect<author, "articles">(9999, ids{id(1)}); }) == "foreign_key");
    CHECK((to.titles_of(to.ada.id) == "ps" && to.titles_of(to.bob.id) == "qrt"));

    to.db.connect<author, "edited">(to.ada.id, std::array{id(0), id(1), id(2)});
    to.db.connect<author, "edited">(to.bob.id, std::span<std::int64_t const>(ids{id(3)}));
    CHECK(to.db.disconnect<author, "edited">(to.ada.id, ids{id(1), id(3), 9999}) == 1);
    CHECK((to.edited_by(to.ada.id) == "pr" && to.edited_by(to.bob.id) == "s"));
    to.db.replace<author, "edited">(to.ada.id, ids{id(2), id(3), id(4)});
    CHECK((to.edited_by(to.ada.id) == "rst" && to.edited_by(to.bob.id).empty()));
    CHECK(kind_of([&] { to.db.replace<author, "edited">(to.ada.id, ids{id(0), 9999}); }) == "not_found");
    CHECK(to.edited_by(to.ada.id) == "rst");
    CHECK(to.db.disconnect<author, "edited">(to.ada.id) == 3);
    CHECK(to.db.disconnect<author, "edited">(to.ada.id) == 0);
    to.db.replace<author, "edited">(to.ada.id, ids{id(1)});
    to.db.replace<author, "edited">(to.ada.id, ids{});
    CHECK(to.edited_by(to.ada.id).empty());
    CHECK(to.db.count(koine::from<article>()) == 5);

    // A foreign key that is part of a primary key: the rows are named as they are before.
    to.db.insert(comment{.article_id = id(0), .number = 1});
    to.db.insert(comment{.article_id = id(1), .number = 1, .text = "of q"});
    to.db.connect<article, "comments">(id(2), std::vector{std::tuple(id(1), 1)});
    CHECK((to.db.find<comment>(id(2), 1)->text == "of q" && to.db.find<comment>(id(0), 1) && !to.db.find<comment>(id(1), 1)));
    CHECK(kind_of([&] { to.db.connect<article, "comments">(id(2), std::tuple(id(0), 1)); }) == "unique");

    // Inside a transaction a failure undoes no more than the verb.
    to.db.transaction([&](auto& inner) {
        inner.connect(koine::rows_of<author>, koine::relation<"edited">, to.bob.id, id(0));
        CHECK(kind_of([&] { inner.connect(koine::rows_of<author>, koine::relation<"edited">, to.bob.id, ids{id(1), 9999}); }) == "not_found");
    });
    CHECK(to.edited_by(to.bob.id) == "p");
}

TEST_CASE("connect and disconnect by one's own foreign key", "[writes][writes-connect]") {
    press to;
    std::int64_t const p = to.articles[0].id;
    to.db.connect<article, "author">(p, to.ada.id);
    to.db.connect<article, "editor">(p, to.bob.id);
    CHECK((to.titles_of(to.ada.id) == "p" && to.edited_by(to.bob.id) == "p"));
    CHECK(kind_of([&] { to.db.connect<article, "editor">(9999, to.ada.id); }) == "not_found");
    CHECK(kind_of([&] { to.db.connect<article, "editor">(p, 9999); }) == "foreign_key");
    CHECK(to.db.disconnect<article, "editor">(p, to.ada.id) == 0);
    CHECK(to.edited_by(to.bob.id) == "p");
    CHECK(to.db.disconnect<article, "editor">(p, to.bob.id) == 1);
    to.db.replace<article, "editor">(p, to.ada.id);
    CHECK(to.db.disconnect<article, "editor">(p) == 1);
    CHECK(to.db.disconnect<article, "editor">(p) == 0);
    CHECK(to.edited_by(to.ada.id).empty());

    first const top = to.db.insert<employee>(first{.name = "a", .reports = {{.name = "b"}}});
    auto const other = to.db.insert(employee{.name = "c"});
    to.db.connect<employee, "boss">(top.id, other.id);
    CHECK(to.db.find<employee>(top.id)->boss_id == other.id);
    to.db.connect<employee, "reports">(top.id, other.id);
    CHECK(to.db.find<employee>(other.id)->boss_id == top.id);
    CHECK(to.db.disconnect<employee, "reports">(top.id) == 2);

    to.db.insert<project>(project_input{.tenant = 5, .code = "h"});
    to.db.insert(worker{.tenant = 4, .number = 1});
    to.db.connect<worker, "home">(std::tuple(4, 1), std::tuple(5, "h"));
    CHECK(to.db.find<worker>(4, 1)->home_code == "h");
    CHECK(to.db.disconnect<worker, "home">(std::tuple(4, 1), std::tuple(4, "h")) == 0);
    CHECK(to.db.disconnect<worker, "home">(std::tuple(4, 1)) == 1);
    CHECK((!to.db.find<worker>(4, 1)->home_code && !to.db.find<worker>(4, 1)->home_tenant));

    // A foreign key that references a text: the rows of the key, and their own primary keys.
    to.db.insert<country>(std::vector<country_input>{{.code = "at", .cities = {{.name = "Wien"}}}, {.code = "de"}});
    std::int64_t const wien = to.db.one(koine::from<city>()).id;
    to.db.connect<country, "cities">("de", wien);
    CHECK(to.db.find<city>(wien)->country_code == "de");
    to.db.connect<city, "country">(wien, std::string("at"));
    CHECK(to.db.disconnect<country, "cities">("de", wien) == 0);
    CHECK(to.db.disconnect<country, "cities">(std::string_view("at"), wien) == 1);
}

TEST_CASE("connect and replace the one row of a has_one", "[writes][writes-connect]") {
    press to;
    auto const one = to.db.insert(profile{.text = "one"});
    auto const two = to.db.insert(profile{.text = "two"});
    to.db.connect<author, "profile">(to.ada.id, one.id);
    CHECK(kind_of([&] { to.db.connect<author, "profile">(to.ada.id, two.id); }) == "unique");
    to.db.replace<author, "profile">(to.ada.id, two.id);
    CHECK((!to.db.find<profile>(one.id)->author_id && to.db.find<profile>(two.id)->author_id == to.ada.id));
    CHECK(to.db.disconnect<author, "profile">(to.ada.id, one.id) == 0);
    profile_input const fresh = to.db.replace<author, "profile">(to.ada.id, profile_input{.text = "three"});
    CHECK((fresh.author_id == to.ada.id && !to.db.find<profile>(two.id) && to.counts<profile>() == ids{2}));
    CHECK(to.db.disconnect<author, "profile">(to.ada.id) == 1);
}

TEST_CASE("connect, disconnect and replace through a junction", "[writes][writes-connect]") {
    press to;
    std::int64_t const p = to.articles[0].id, q = to.articles[1].id, x = to.tags[0].id, y = to.tags[1].id, z = to.tags[2].id;
    to.db.connect<article, "tags">(p, x);
    to.db.execute(koine::update<tagging>().set(col<&tagging::weight> = 1, col<&tagging::note> = "n").where(col<&tagging::tag_id> == x));
    // A pair that is there stays as it is.
    to.db.connect<article, "tags">(p, ids{x, y, x, y});
    to.db.connect<tag, "articles">(z, ids{q});
    CHECK((to.tags_of(p) == "x1y5" && to.tags_of(q) == "z5"));
    CHECK(kind_of([&] { to.db.connect<article, "tags">(q, ids{x, 9999}); }) == "foreign_key");
    CHECK(kind_of([&] { to.db.connect<article, "tags">(9999, x); }) == "foreign_key");
    CHECK(to.tags_of(q) == "z5");
    CHECK(to.db.disconnect<article, "tags">(p, ids{y, z}) == 1);
    CHECK((to.tags_of(p) == "x1" && to.tags_of(q) == "z5"));
    to.db.replace<article, "tags">(p, ids{z, x, z});
    CHECK(to.tags_of(p) == "x1z5");
    to.db.replace<article, "tags">(p, ids{y, z});
    CHECK(to.tags_of(p) == "y5z5");
    CHECK(kind_of([&] { to.db.replace<article, "tags">(p, ids{x, 9999}); }) == "foreign_key");
    CHECK(to.tags_of(p) == "y5z5");
    CHECK(to.db.disconnect<article, "tags">(p) == 2);
    CHECK(to.db.disconnect<tag, "articles">(z, p) == 0);
    CHECK(to.tags_of(q) == "z5");
    to.db.replace<article, "tags">(q, ids{});
    CHECK(to.counts<tagging, tag>() == ids{0, 3});

    // Keys that a range makes when it is asked; texts.
    to.db.insert<project>(std::vector<project_input>{{.tenant = 8, .code = "a code that is longer than a short string"}, {.tenant = 8, .code = "b"}});
    to.db.insert(worker{.tenant = 8, .number = 1});
    auto const projects = std::vector<std::string>{"b", "a code that is longer than a short string"};
    auto const made = projects | std::views::transform([](std::string const& code) { return std::tuple(8, code + ""); });
    to.db.replace<worker, "projects">(std::tuple(8, 1), made);
    CHECK(to.counts<duty>() == ids{2});
    to.db.replace<worker, "projects">(std::tuple(8, 1), made);
    CHECK(to.counts<duty>() == ids{2});
    to.db.replace<worker, "projects">(std::tuple(8, 1), std::tuple(8, "b"));
    CHECK(to.db.one(koine::from<duty>()).project_code == "b");
    CHECK(to.db.disconnect<worker, "projects">(std::tuple(8, 1)) == 1);

    // Nothing hinders this junction from having a pair twice.
    to.db.insert<project>(project_input{.tenant = 1, .code = "p", .workers = {{.tenant = 1, .number = 7}, {.tenant = 1, .number = 8}}});
    std::tuple const project_key(1, "p");
    to.db.connect<project, "workers">(project_key, std::tuple(1, 7));
    CHECK(to.counts<duty>() == ids{2});
    to.db.insert(duty{.tenant = 1, .project_code = "p", .worker_number = 8});
    to.db.insert(worker{.tenant = 1, .number = 9});
    to.db.replace<project, "workers">(project_key, std::vector{std::tuple(1, 9), std::tuple(1, 8)});
    CHECK(to.db.count(koine::from<duty>().where(col<&duty::worker_number> == 8)) == 2);
    CHECK(to.db.count(koine::from<duty>().where(col<&duty::worker_number> == 9)) == 1);
    CHECK(to.counts<duty>() == ids{3});
    CHECK(kind_of([&] { to.db.connect<project, "workers">(project_key, std::tuple(2, 7)); }) == "misuse");
    CHECK(to.db.disconnect<project, "workers">(project_key, std::tuple(1, 8)) == 2);
}

TEST_CASE("replace the rows of a relation by new ones", "[writes][writes-connect][writes-tree]") {
    press to;
    to.db.connect<article, "tags">(to.articles[0].id, to.tags[0].id);
    to.db.insert(comment{.article_id = to.articles[1].id, .number = 1});
    author_input const cyd = to.db.insert<author>(big_tree("C"));
    auto const fresh = to.db.replace<author, "articles">(to.bob.id, std::vector<article_input>{{.title = "v", .comments = {{.number = 3}}}, {.title = "u", .tags = {{.label = "new"}}}});
    REQUIRE(fresh.size() == 2);
    CHECK((fresh[0].author_id == to.bob.id && to.db.find<article>(fresh[0].id)->title == "v" && to.db.find<comment>(fresh[0].id, 3)));
    CHECK((to.titles_of(to.bob.id) == "uv" && to.tags_of(fresh[1].id) == "new5" && to.titles_of(cyd.id) == "C1C2C3"));
    CHECK((!to.db.find<article>(to.articles[0].id) && to.db.find<tag>(to.tags[0].id)));
    auto const before = to.all_counts();
    CHECK(kind_of([&] { to.db.replace<author, "articles">(to.bob.id, std::vector<article_input>{{.title = "w"}, {.title = "w", .tags = {{.label = "x"}}}}); }) == "unique");
    CHECK(kind_of([&] { to.db.replace<author, "articles">(to.bob.id, std::vector<article_input>{{.title = "w", .author_id = to.ada.id}}); }) == "misuse");
    CHECK(kind_of([&] { to.db.replace<author, "articles">(9999, std::vector<article_input>{{.title = "w"}}); }) == "foreign_key");
    CHECK((to.all_counts() == before && to.titles_of(to.bob.id) == "uv"));
    // Of a many_to_many the pairs go, the rows stay.
    auto const labels = to.db.replace(koine::rows_of<article>, koine::relation<"tags">, fresh[1].id, std::vector<tag_input>{{.label = "k"}, {.label = "l"}});
    CHECK((to.tags_of(fresh[1].id) == "k5l5" && to.db.find<tag>(labels[1].id)->label == "l"));
    CHECK(to.db.count(koine::from<tag>().where(col<&tag::label> == "new")) == 1);
    CHECK(to.db.replace<author, "articles">(to.bob.id, std::vector<article_input>{}).empty());
    CHECK(to.titles_of(to.bob.id).empty());
}

}  // namespace connected
