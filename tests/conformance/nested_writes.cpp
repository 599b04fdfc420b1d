// SPDX-License-Identifier: BSL-1.0
// conformance · nested_writes: trees of rows go in whole with their keys filled in; rows are tied, parted and replaced by keys.
#include "law.hpp"
#include "server.hpp"

#include <array>
#include <ranges>
#include <set>
#include <span>

namespace nested_writes {

using conformance::failure_of;
using conformance::kind_of;
using koine::asc;
using koine::col;
using koine::desc;
using koine::order_by;

struct profile;
struct article;
struct comment;
struct tag;
struct tagging;

struct author {
    std::int64_t id{};
    std::string name{};
    std::optional<std::string> motto{};
    std::int32_t rank{};
};
constexpr auto describe(koine::model<author>) {
    return koine::table("authors")
        .primary_key<&author::id>(koine::generated)
        .unique<&author::name>()
        .default_value<&author::rank>(7)
        .has_one<"profile", profile, "author">()
        .has_many<"articles", article, "author">()
        .has_many<"edited", article, "editor">();
}
struct profile {
    std::int64_t id{};
    std::optional<std::int64_t> author_id{};
    std::string text{};
};
constexpr auto describe(koine::model<profile>) {
    return koine::table("profiles").primary_key<&profile::id>(koine::generated).unique<&profile::author_id>().belongs_to<"author", author, &profile::author_id>();
}
struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    std::optional<std::int64_t> editor_id{};
    std::string title{};
};
constexpr auto describe(koine::model<article>) {
    return koine::table("articles")
        .primary_key<&article::id>(koine::generated)
        .belongs_to<"author", author, &article::author_id>()
        .belongs_to<"editor", author, &article::editor_id>()
        .has_many<"comments", comment, "article">()
        .many_to_many<"tags", tag, tagging, "article", "tag">();
}
struct comment {
    std::int64_t article_id{};
    std::int32_t number{};
    std::string text{};
};
constexpr auto describe(koine::model<comment>) {
    return koine::table("comments").primary_key<&comment::article_id, &comment::number>().belongs_to<"article", article, &comment::article_id>(koine::on_delete::cascade);
}
struct tag {
    std::int64_t id{};
    std::string label{};
};
constexpr auto describe(koine::model<tag>) {
    return koine::table("tags").primary_key<&tag::id>(koine::generated).unique<&tag::label>().many_to_many<"articles", article, tagging, "tag", "article">();
}
struct tagging {
    std::int64_t tag_id{};
    std::int64_t article_id{};
    std::int32_t weight{};
    std::optional<std::string> note{};
};
constexpr auto describe(koine::model<tagging>) {
    return koine::table("taggings")
        .primary_key<&tagging::article_id, &tagging::tag_id>()
        .default_value<&tagging::weight>(5)
        .belongs_to<"article", article, &tagging::article_id>(koine::on_delete::cascade)
        .belongs_to<"tag", tag, &tagging::tag_id>();
}

struct employee {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int64_t> boss_id{};
};
constexpr auto describe(koine::model<employee>) {
    return koine::table("employees").primary_key<&employee::id>(koine::generated).belongs_to<"boss", employee, &employee::boss_id>().has_many<"reports", employee, "boss">();
}

/// Keys of two columns, one of which both foreign keys of the junction share; pairs may be there twice.
struct worker;
struct duty;
struct project {
    std::int32_t tenant{};
    std::string code{};
    std::string title{};
};
constexpr auto describe(koine::model<project>) {
    return koine::table("projects").primary_key<&project::tenant, &project::code>().many_to_many<"workers", worker, duty, "project", "worker">();
}
struct worker {
    std::int32_t tenant{};
    std::int64_t number{};
    std::optional<std::int32_t> home_tenant{};
    std::optional<std::string> home_code{};
};
constexpr auto describe(koine::model<worker>) {
    return koine::table("workers").primary_key<&worker::tenant, &worker::number>().belongs_to<"home", project, &worker::home_tenant, &worker::home_code>().many_to_many<"projects", project, duty, "worker", "project">();
}
struct duty {
    std::int64_t id{};
    std::int32_t tenant{};
    std::string project_code{};
    std::int64_t worker_number{};
};
constexpr auto describe(koine::model<duty>) {
    return koine::table("duties")
        .primary_key<&duty::id>(koine::generated)
        .belongs_to<"project", project, &duty::tenant, &duty::project_code>()
        .belongs_to<"worker", worker, &duty::tenant, &duty::worker_number>();
}

/// A foreign key that references another key than the primary one.
struct city;
struct country {
    std::int64_t id{};
    std::optional<std::string> code{};
};
constexpr auto describe(koine::model<country>) {
    return koine::table("countries").primary_key<&country::id>(koine::generated).unique<&country::code>().has_many<"cities", city, "country">();
}
struct city {
    std::int64_t id{};
    std::optional<std::string> country_code{};
    std::string name{};
};
constexpr auto describe(koine::model<city>) {
    return koine::table("cities").primary_key<&city::id>(koine::generated).belongs_to<"country", country, &city::country_code>().references<&country::code>();
}

struct comment_input { std::int32_t number{}; std::string text{}; };
struct tag_input { std::int64_t id{}; std::string label{}; };
struct article_input { std::int64_t id{}; std::string title{}; std::int64_t author_id{}; std::vector<comment_input> comments{}; std::vector<tag_input> tags{}; };
struct profile_input { std::string text{}; std::optional<std::int64_t> author_id{}; };
struct author_input { std::int64_t id{}; std::string name{}; std::optional<profile_input> profile{}; std::vector<article_input> articles{}; };
constexpr auto describe(koine::input<author_input>) { return koine::rows_of<author>; }

struct title_input { std::string title{}; std::vector<comment_input> comments{}; };
struct keyless_input { std::string name{}; std::vector<title_input> articles{}; };
struct name_input { std::string name{}; };
struct kept_name { std::int64_t id{}; std::string name{}; };
struct struct_of_models { std::string name{}; std::vector<article> articles{}; };
struct written_input { std::string title{}; std::int64_t author_id{}; std::optional<std::int64_t> editor_id{}; kept_name author{}; std::optional<name_input> editor{}; };

struct third { std::string name{}; std::optional<std::int64_t> boss_id{}; };
struct second { std::string name{}; std::vector<third> reports{}; };
struct first { std::int64_t id{}; std::string name{}; std::vector<second> reports{}; };
struct upwards { std::string name{}; std::optional<name_input> boss{}; std::vector<third> reports{}; };

struct worker_input { std::int32_t tenant{}; std::int64_t number{}; };
struct project_input { std::int32_t tenant{}; std::string code{}; std::string title{}; std::vector<worker_input> workers{}; };
struct housed_input { std::int32_t tenant{}; std::int64_t number{}; std::optional<std::string> home_code{}; std::optional<project_input> home{}; };
struct city_input { std::string name{}; std::optional<std::string> country_code{}; };
struct country_input { std::optional<std::string> code{}; std::vector<city_input> cities{}; };

using ids = std::vector<std::int64_t>;

/// Counts statements by the word that they begin with, and how many different ones there were.
struct counter : koine::observer {
    int inserts = 0;
    int all = 0;
    std::set<std::string> texts{};
    void finished(koine::statement_event const& event) noexcept override {
        ++all;
        if (!event.sql.starts_with("INSERT")) return;
        ++inserts;
        texts.insert(std::string(event.sql));
    }
};

/// Ids of different tables differ: two authors are there, five articles of the second, and three tags.
struct press : server::fresh {
    author ada, bob;
    std::vector<article> articles;
    std::vector<tag> tags;

    press() {
        db.create_tables<author, profile, article, comment, tag, tagging, employee, project, worker, duty, country, city>();
        ada = db.insert(author{.name = "Ada"});
        bob = db.insert(author{.name = "Bob"});
        for (char const* title : {"p", "q", "r", "s", "t"}) articles.push_back(db.insert(article{.author_id = bob.id, .title = title}));
        for (char const* label : {"x", "y", "z"}) tags.push_back(db.insert(tag{.label = label}));
    }
    std::string titles_of(std::int64_t author_id) {
        std::string all;
        for (std::string const& one : db.all(koine::from<article>().select(col<&article::title>).where(col<&article::author_id> == author_id).order_by(asc(col<&article::title>)))) all += one;
        return all;
    }
    std::string edited_by(std::int64_t author_id) {
        std::string all;
        for (std::string const& one : db.all(koine::from<article>().select(col<&article::title>).where(col<&article::editor_id> == author_id).order_by(asc(col<&article::title>)))) all += one;
        return all;
    }
    /// The labels of an article's tags, each with its weight.
    std::string tags_of(std::int64_t article_id) {
        std::string all;
        for (tagging const& one : db.all(koine::from<tagging>().where(col<&tagging::article_id> == article_id).order_by(asc(col<&tagging::tag_id>))))
            all += db.find<tag>(one.tag_id)->label + std::to_string(one.weight);
        return all;
    }
    template <class... Models>
    std::vector<std::int64_t> counts() {
        return {db.count(koine::from<Models>())...};
    }
    std::vector<std::int64_t> all_counts() { return counts<author, profile, article, comment, tag, tagging>(); }
};

author_input big_tree(std::string const& name) {
    return {.name = name,
            .profile = profile_input{.text = "about " + name},
            .articles = {{.title = name + "1", .comments = {{.number = 2, .text = "b"}, {.number = 1, .text = "a"}}, .tags = {{.label = name + "x"}}},
                         {.title = name + "2"},
                         {.title = name + "3", .comments = {{.number = 9, .text = "c"}}, .tags = {{.label = name + "y"}, {.label = name + "z"}}}}};
}

TEST_CASE("a tree of three levels goes in with its keys", "[writes][writes-tree]") {
    press to;
    author_input const saved = to.db.insert<author>(big_tree("C"));
    author const cyd = to.db.one(koine::from<author>().where(col<&author::name> == "C"));
    CHECK((saved.id == cyd.id && saved.id > to.bob.id && cyd.rank == 7 && !cyd.motto));
    REQUIRE(saved.articles.size() == 3);
    CHECK((saved.profile && saved.profile->author_id == cyd.id && saved.profile->text == "about C"));
    CHECK(to.db.one(koine::from<profile>()).author_id == cyd.id);
    for (article_input const& one : saved.articles) {
        auto const found = to.db.find<article>(one.id);
        REQUIRE(found);
        CHECK((found->title == one.title && found->author_id == cyd.id && one.author_id == cyd.id && !found->editor_id));
        CHECK(to.db.count(koine::from<comment>().where(col<&comment::article_id> == one.id)) == static_cast<std::int64_t>(one.comments.size()));
    }
    CHECK(to.db.find<comment>(saved.articles[0].id, 1)->text == "a");
    CHECK(to.db.find<comment>(saved.articles[0].id, 2)->text == "b");
    CHECK(to.db.find<comment>(saved.articles[2].id, 9)->text == "c");
    CHECK(to.tags_of(saved.articles[0].id) == "Cx5");
    CHECK(to.tags_of(saved.articles[1].id).empty());
    CHECK(to.tags_of(saved.articles[2].id) == "Cy5Cz5");
    CHECK(to.db.find<tag>(saved.articles[2].tags[1].id)->label == "Cz");
    CHECK(to.all_counts() == ids{3, 1, 8, 3, 6, 3});
    CHECK(!server::in_transaction(to.db));
}

TEST_CASE("the model is told beside the struct, or by a tag", "[writes][writes-tree]") {
    press to;
    author_input const saved = to.db.insert(author_input{.name = "C", .articles = {{.title = "c"}}});
    CHECK(to.titles_of(saved.id) == "c");
    CHECK(to.db.insert(koine::rows_of<author>, name_input{.name = "D"}).name == "D");
    auto const two = to.db.insert(std::vector<author_input>{{.name = "E"}, {.name = "F", .articles = {{.title = "f"}, {.title = "g"}}}});
    REQUIRE(two.size() == 2);
    CHECK((two[0].id != two[1].id && to.titles_of(two[1].id) == "fg"));
    // A model is a struct of columns like any other, whole and nested; a range of them comes back with its keys.
    struct_of_models const whole = to.db.insert<author>(struct_of_models{.name = "H", .articles = {{.editor_id = to.ada.id, .title = "h"}}});
    CHECK((to.titles_of(whole.articles[0].author_id) == "h" && to.edited_by(to.ada.id) == "h"));
    CHECK(to.db.insert<tag>(std::vector<tag>{{.label = "v"}, {.label = "w"}})[1].id == to.tags[2].id + 2);
    // A struct of columns alone is a tree of one row.
    CHECK(to.db.insert<author>(kept_name{.name = "G"}).id > two[1].id);
}

TEST_CASE("keys travel though the structs have none", "[writes][writes-tree]") {
    press to;
    to.db.insert<author>(keyless_input{.name = "C", .articles = {{.title = "c", .comments = {{.number = 4, .text = "d"}}}, {.title = "e"}}});
    auto const found = to.db.one(koine::from<author>().where(col<&author::name> == "C"));
    CHECK(to.titles_of(found.id) == "ce");
    auto const under = to.db.one(koine::from<comment>());
    CHECK(to.db.find<article>(under.article_id)->title == "c");
}

TEST_CASE("what a row belongs to is inserted before it", "[writes][writes-tree]") {
    press to;
    written_input const both = to.db.insert<article>(written_input{.title = "w", .author = {.name = "C"}, .editor = name_input{"D"}});
    auto const editor = to.db.one(koine::from<author>().where(col<&author::name> == "D"));
    CHECK((both.author_id == both.author.id && both.editor_id == editor.id && editor.id != both.author.id));
    CHECK((to.titles_of(both.author.id) == "w" && to.edited_by(editor.id) == "w"));
    // One that is not there leaves the foreign key as it is given.
    written_input const one = to.db.insert<article>(written_input{.title = "v", .editor_id = to.ada.id, .author = {.name = "E"}});
    CHECK((one.editor_id == to.ada.id && to.edited_by(to.ada.id) == "v"));
    written_input const none = to.db.insert<article>(written_input{.title = "u", .author = {.name = "F"}});
    CHECK((!none.editor_id && !to.db.one(koine::from<article>().where(col<&article::title> == "u")).editor_id));
    CHECK(kind_of([&] { to.db.insert<article>(written_input{.title = "t", .author_id = to.bob.id, .author = {.name = "G"}}); }) == "misuse");
    CHECK(kind_of([&] { to.db.insert<article>(written_input{.title = "t", .author = {.name = "Ada"}}); }) == "unique");
    CHECK(to.counts<author, article>() == ids{6, 8});
}

TEST_CASE("a relation of a table to itself, down and up", "[writes][writes-tree]") {
    press to;
    first const top = to.db.insert<employee>(first{.name = "a", .reports = {{.name = "b", .reports = {{.name = "c"}, {.name = "d"}}}, {.name = "e"}}});
    auto const all = to.db.all(koine::from<employee>().order_by(asc(col<&employee::name>)));
    REQUIRE(all.size() == 5);
    CHECK((all[0].id == top.id && !all[0].boss_id && all[1].boss_id == all[0].id && all[2].boss_id == all[1].id && all[3].boss_id == all[1].id && all[4].boss_id == all[0].id));
    CHECK(top.reports[0].reports[1].boss_id == all[1].id);
    to.db.insert<employee>(upwards{.name = "g", .boss = name_input{"f"}, .reports = {{.name = "h"}}});
    auto const more = to.db.all(koine::from<employee>().where(col<&employee::name> > "e").order_by(asc(col<&employee::name>)));
    REQUIRE(more.size() == 3);
    CHECK((!more[0].boss_id && more[1].boss_id == more[0].id && more[2].boss_id == more[1].id));
}

TEST_CASE("keys of two columns, a key that is not the primary one, a column that two keys share", "[writes][writes-tree]") {
    press to;
    to.db.insert<project>(project_input{.tenant = 1, .code = "p", .title = "one", .workers = {{.tenant = 1, .number = 7}, {.tenant = 1, .number = 8}}});
    to.db.insert<project>(project_input{.tenant = 2, .code = "p", .title = "two", .workers = {{.tenant = 2, .number = 7}}});
    auto const duties = to.db.all(koine::from<duty>().order_by(asc(col<&duty::tenant>), asc(col<&duty::worker_number>)));
    REQUIRE(duties.size() == 3);
    CHECK((duties[0].tenant == 1 && duties[0].worker_number == 7 && duties[1].worker_number == 8 && duties[2].tenant == 2 && duties[2].project_code == "p"));
    CHECK(kind_of([&] { to.db.insert<project>(project_input{.tenant = 3, .code = "q", .workers = {{.tenant = 1, .number = 9}}}); }) == "misuse");
    CHECK(to.counts<project, worker, duty>() == ids{2, 3, 3});
    housed_input const housed = to.db.insert<worker>(housed_input{.tenant = 4, .number = 1, .home = project_input{.tenant = 5, .code = "home"}});
    CHECK(housed.home_code == "home");
    auto const found = to.db.find<worker>(4, 1);
    CHECK((found->home_tenant == 5 && found->home_code == "home"));
    // A foreign key that is given as it will be is right.
    CHECK(to.db.insert<worker>(housed_input{.tenant = 4, .number = 2, .home_code = "h", .home = project_input{.tenant = 5, .code = "h"}}).home_code == "h");
    CHECK(kind_of([&] { to.db.insert<worker>(housed_input{.tenant = 4, .number = 3, .home_code = "i", .home = project_input{.tenant = 5, .code = "j"}}); }) == "misuse");
    CHECK(to.db.insert<worker>(housed_input{.tenant = 4, .number = 4, .home_code = "nowhere near as short as it could be"}).home_code == "nowhere near as short as it could be");

    country_input const at = to.db.insert<country>(country_input{.code = "at", .cities = {{.name = "Wien"}, {.name = "Graz", .country_code = "at"}}});
    CHECK((at.cities[0].country_code == "at" && to.db.count(koine::from<city>().where(col<&city::country_code> == "at")) == 2));
    CHECK(kind_of([&] { to.db.insert<country>(country_input{.cities = {{.name = "Atlantis"}}}); }) == "misuse");
    CHECK(to.db.insert<country>(country_input{}).cities.empty());
    CHECK(to.counts<country, city>() == ids{2, 2});
}

TEST_CASE("generated keys and foreign keys are left zero", "[writes][writes-tree][writes-generated]") {
    press to;
    auto const before = to.all_counts();
    CHECK(kind_of([&] { to.db.insert<author>(author_input{.id = 50, .name = "C"}); }) == "misuse");
    CHECK(kind_of([&] { to.db.insert<author>(author_input{.name = "C", .articles = {{.id = 50, .title = "c"}}}); }) == "misuse");
    CHECK(kind_of([&] { to.db.insert<author>(author_input{.name = "C", .articles = {{.title = "c", .tags = {{.id = to.tags[0].id, .label = "l"}}}}}); }) == "misuse");
    auto const failure = failure_of([&] { to.db.insert<author>(author_input{.name = "C", .articles = {{.title = "c", .author_id = to.ada.id}}}); });
    CHECK(failure.kind() == koine::error_kind::misuse);
    CHECK(std::string(failure.what()).find("foreign key of another row") != std::string::npos);
    CHECK(to.all_counts() == before);
}

TEST_CASE("a failure at the last child leaves nothing", "[writes][writes-tree][transactions]") {
    press to;
    auto const before = to.all_counts();
    auto tree = big_tree("C");
    tree.articles[2].comments = {{.number = 1}, {.number = 1}};
    CHECK(kind_of([&] { to.db.insert<author>(tree); }) == "unique");
    CHECK(to.all_counts() == before);
    tree = big_tree("C");
    tree.articles[2].tags[1].label = "x";
    CHECK(kind_of([&] { to.db.insert<author>(tree); }) == "unique");
    CHECK(kind_of([&] { to.db.insert<author>(std::vector{big_tree("D"), big_tree("E"), tree}); }) == "unique");
    tree.articles[2].tags[1].label = "bad \xFF";
    CHECK(kind_of([&] { to.db.insert<author>(tree); }) == "encoding");
    CHECK(to.all_counts() == before);
    CHECK(!server::in_transaction(to.db));
    to.db.transaction([&](auto& inner) {
        inner.insert(author{.name = "kept"});
        CHECK(kind_of([&] { inner.template insert<author>(tree); }) == "encoding");
        tree.articles[2].tags[1].label = "fresh";
        CHECK(inner.template insert<author>(tree).articles[2].tags[1].id > to.tags[2].id);
    });
    CHECK(to.all_counts() == ids{before[0] + 2, before[1] + 1, before[2] + 3, before[3] + 3, before[4] + 3, before[5] + 3});
}

TEST_CASE("many trees; one statement for each struct", "[writes][writes-tree]") {
    press to;
    counter count;
    to.db.observe(&count);
    CHECK(to.db.insert<author>(std::vector<author_input>{}).empty());
    CHECK(count.all == 0);
    std::vector<author_input> trees;
    for (int i = 0; i < 50; ++i) trees.push_back(big_tree("n" + std::to_string(i) + "."));
    trees = to.db.insert<author>(std::move(trees));
    to.db.observe(nullptr);
    CHECK(count.inserts == 50 * (1 + 1 + 3 + 3 + 3 + 3));
    CHECK(count.texts.size() == 6);
    int wrong = 0;
    for (author_input const& one : trees) wrong += to.titles_of(one.id) != one.articles[0].title + one.articles[1].title + one.articles[2].title;
    CHECK(wrong == 0);
    CHECK(to.db.count(koine::from<tagging>()) == 150);
}

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

}  // namespace nested_writes
