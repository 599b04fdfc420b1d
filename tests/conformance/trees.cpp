// SPDX-License-Identifier: BSL-1.0
// conformance · trees: rows with their children go in whole, with their keys filled in, or not at all.
#include "newspaper.hpp"


namespace trees {

using namespace newspaper;
using conformance::failure_of;
using conformance::kind_of;

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

}  // namespace trees
