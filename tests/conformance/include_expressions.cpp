// SPDX-License-Identifier: BSL-1.0
// conformance · include_expressions: members that an include gives a relation of another name, or an expression.
#include "library.hpp"

namespace include_expressions {

using namespace library;
using koine::as;
using koine::asc;
using koine::col;
using koine::count_of;
using koine::desc;
using koine::last;
using koine::limit;
using koine::offset;
using koine::order_by;
using koine::sum_of;
using koine::through;
using koine::value_of;
using koine::where;

// ---- through: a relation under another name

struct three_lists { std::string name; std::vector<title_only> articles; std::vector<title_only> best; std::vector<title_only> newest; };

TEST_CASE("three windows on one relation, each of its own", "[include][relations-through]") {
    books here;
    auto const found = here.db.all(koine::from<author>()
                                       .select<three_lists>()
                                       .include<&three_lists::newest>(through<"articles">, order_by(desc(col<&article::id>)), limit(2))
                                       .include<&three_lists::best>(where(col<&article::rank> > 2), through<"articles">, order_by(asc(col<&article::rank>)), last(2))
                                       .include<&three_lists::articles>(order_by(asc(col<&article::title>)), limit(4), offset(1))
                                       .order_by(asc(col<&author::id>)));
    REQUIRE(each(found, &three_lists::name) == texts{"Ada", "Bob", "Cyd"});
    CHECK(each(found[0].articles, &title_only::title) == texts{"b", "c", "d", "e"});
    CHECK(each(found[0].best, &title_only::title) == texts{"a", "b"});
    CHECK(each(found[0].newest, &title_only::title) == texts{"c", "a"});
    CHECK((found[1].articles.empty() && found[1].best.empty() && each(found[1].newest, &title_only::title) == texts{"f"}));
    CHECK((found[2].articles.empty() && found[2].best.empty() && found[2].newest.empty()));
}

struct credited { std::string title; named writer; std::optional<named> reviewer; };

TEST_CASE("a to-one relation, required and optional, under other names", "[include][relations-through]") {
    books here;
    auto const found = here.db.all(koine::from<article>().select<credited>().include<&credited::reviewer>(through<"editor">).include<&credited::writer>(through<"author">).order_by(asc(col<&article::title>)));
    REQUIRE(each(found, &credited::title) == texts{"a", "b", "c", "d", "e", "f"});
    CHECK((found[0].writer.name == "Ada" && found[5].writer.name == "Bob"));
    CHECK((!found[0].reviewer && !found[1].reviewer && found[2].reviewer->name == "Bob" && found[3].reviewer->name == "Cyd" && !found[5].reviewer));
    // The same inside a list, which is itself under another name.
    struct author_credits { std::string name; std::vector<credited> works; };
    auto const lists = here.db.all(koine::from<author>()
                                       .select<author_credits>()
                                       .include<&author_credits::works>(through<"articles">, order_by(desc(col<&article::title>)), limit(3))
                                       .include<&author_credits::works, &credited::writer>(through<"author">)
                                       .include<&author_credits::works, &credited::reviewer>(through<"editor">)
                                       .order_by(asc(col<&author::id>)));
    REQUIRE(each(lists[0].works, &credited::title) == texts{"e", "d", "c"});
    CHECK((lists[0].works[0].writer.name == "Ada" && lists[0].works[0].reviewer->name == "Bob" && lists[0].works[1].reviewer->name == "Cyd"));
    CHECK((lists[1].works.at(0).writer.name == "Bob" && !lists[1].works[0].reviewer));
}

struct score_only { std::int32_t score{}; };
struct rated { std::string title; std::vector<score_only> comments; std::vector<score_only> best; };
struct master { std::string name; std::vector<rated> works; };
struct apprentice { std::string name; std::optional<master> teacher; };

TEST_CASE("includes go on under a member that was given its relation, in a list of a to-one member too", "[include][relations-through]") {
    books here;
    auto const query = koine::from<author>()
                           .select<apprentice>()
                           .include<&apprentice::teacher>(through<"mentor">)
                           .include<&apprentice::teacher, &master::works>(through<"articles">, order_by(asc(col<&article::title>)), koine::distinct_on(col<&article::rank>))
                           .include<&apprentice::teacher, &master::works, &rated::comments>(order_by(asc(col<&comment::score>)))
                           .include<&apprentice::teacher, &master::works, &rated::best>(through<"comments">, order_by(desc(col<&comment::score>)), limit(1))
                           .order_by(asc(col<&author::id>));
    auto const found = here.db.all(query);
    REQUIRE(each(found, &apprentice::name) == texts{"Ada", "Bob", "Cyd"});
    CHECK(!found[0].teacher);
    REQUIRE((found[1].teacher && found[1].teacher->name == "Ada"));
    // Ranks 4, 9, 2, 2, 2.
    REQUIRE(each(found[1].teacher->works, &rated::title) == texts{"a", "b", "c"});
    CHECK(found[1].teacher->works[0].best.empty());
    CHECK(each(found[1].teacher->works[1].comments, &score_only::score) == scores{2, 5});
    CHECK(each(found[1].teacher->works[1].best, &score_only::score) == scores{5});
    CHECK(each(found[1].teacher->works[2].best, &score_only::score) == scores{9});
    REQUIRE((found[2].teacher && found[2].teacher->name == "Bob"));
    CHECK(each(found[2].teacher->works, &rated::title) == texts{"f"});
    auto const page = here.db.all(query.last(1));
    REQUIRE(page.size() == 1);
    CHECK((page[0].name == "Cyd" && each(page[0].teacher->works, &rated::title) == texts{"f"}));
}

// ---- as<…>: an expression of the included row

struct counted {
    std::string title;
    std::int64_t remarks{};
    std::optional<std::int64_t> points{};
    std::optional<std::string> editor_name{};
    std::int64_t doubled{};
    std::string shout;
    bool discussed{};
};
struct counted_author { std::string name; std::vector<counted> articles; };

auto const items = [](auto include) {
    return include(as<&counted::remarks>(count_of<"comments">(col<&comment::score> > 2)), as<&counted::points>(sum_of<"comments">(col<&comment::score>)),
                   as<&counted::editor_name>(value_of<"editor">(col<&author::name>)), as<&counted::doubled>(col<&article::rank> * 2 + 1),
                   as<&counted::shout>(koine::raw<std::string, "upper({})">(col<&article::title>)), as<&counted::discussed>(koine::some<"comments">()));
};
std::string printed(counted const& one) {
    return one.title + std::to_string(one.remarks) + "," + (one.points ? std::to_string(*one.points) : "-") + "," + one.editor_name.value_or("-") + "," +
           std::to_string(one.doubled) + one.shout + (one.discussed ? "!" : "?");
}
texts printed(std::vector<counted> const& rows) {
    texts all;
    for (counted const& one : rows) all.push_back(printed(one));
    return all;
}
texts const all_printed{"a0,-,-,9A?", "b1,7,-,19B!", "c1,9,Bob,5C!", "d2,12,Cyd,5D!", "e3,17,Bob,5E!"};

TEST_CASE("expressions in a list, under every window", "[include][relations-given]") {
    books here;
    auto const of = [&](auto const&... windows) {
        return printed(items([&](auto const&... given) { return here.of<counted_author>(here.ada, given..., windows...); }).articles);
    };
    auto const by_title = order_by(asc(col<&article::title>));
    CHECK(of(by_title) == all_printed);
    CHECK(of(by_title, limit(2), offset(1)) == texts{all_printed[1], all_printed[2]});
    CHECK(of(by_title, last(2)) == texts{all_printed[3], all_printed[4]});
    CHECK(of(order_by(desc(count_of<"comments">()), asc(col<&article::title>)), limit(3)) == texts{all_printed[3], all_printed[4], all_printed[1]});
    CHECK(of(order_by(asc(value_of<"editor">(col<&author::name>)), desc(col<&article::title>)), last(4)) == texts{all_printed[2], all_printed[3], all_printed[1], all_printed[0]});
    CHECK(of(by_title, koine::distinct_on(col<&article::rank>)) == texts{all_printed[0], all_printed[1], all_printed[2]});
    CHECK(of(by_title, koine::distinct_on(count_of<"comments">()), last(2)) == texts{all_printed[2], all_printed[3]});
    CHECK(of(by_title, where(count_of<"comments">() > 1)) == texts{all_printed[1], all_printed[3], all_printed[4]});
    CHECK(of(where(col<&article::title> == "d")) == texts{all_printed[3]});
}

struct mentor_facts { std::string name; std::int64_t works{}; std::optional<std::int32_t> best{}; };
struct student { std::string name; std::optional<mentor_facts> mentor; };
struct student_list { std::string name; std::vector<student> students; };

TEST_CASE("expressions in a to-one member, at the root and in a list", "[include][relations-given]") {
    books here;
    auto const found = here.db.all(koine::from<author>()
                                       .select<student>()
                                       .include<&student::mentor>(as<&mentor_facts::works>(count_of<"articles">()), as<&mentor_facts::best>(koine::max_of<"articles">(col<&article::rank>)))
                                       .order_by(asc(col<&author::id>)));
    REQUIRE(found.size() == 3);
    CHECK((!found[0].mentor && found[1].mentor->works == 5 && found[1].mentor->best == 9 && found[2].mentor->works == 1 && found[2].mentor->best == 1));
    auto const lists = here.db.all(koine::from<author>()
                                       .select<student_list>()
                                       .include<&student_list::students, &student::mentor>(as<&mentor_facts::works>(count_of<"articles">(col<&article::rank> < 9)), as<&mentor_facts::best>(koine::min_of<"articles">(col<&article::weight>)))
                                       .order_by(asc(col<&author::id>))
                                       .limit(2));
    REQUIRE(lists.size() == 2);
    CHECK((lists[0].students.at(0).name == "Bob" && lists[0].students[0].mentor->works == 4 && lists[0].students[0].mentor->best == 1));
    CHECK((lists[1].students.at(0).mentor->works == 1 && !lists[1].students[0].mentor->best));
}

struct voice { std::int32_t score{}; std::string speaker; std::int64_t speaker_id{}; };
struct debated { std::string title; std::vector<voice> comments; };
struct debater { std::string name; std::vector<debated> articles; };
struct debater_list { std::string name; std::vector<debater> students; std::int64_t peers{}; };

TEST_CASE("expressions at depth three, which name columns of the levels around them", "[include][relations-given]") {
    books here;
    here.db.execute(koine::update<author>().set(col<&author::mentor_id> = here.bob.id).where(col<&author::name> == "Ada"));
    auto const of = [&](auto const&... windows) {
        return here.db.one(koine::from<author>()
                               .select<debater_list>(as<&debater_list::peers>(count_of<"students">()))
                               .template include<&debater_list::students>(order_by(asc(col<&author::name>)), limit(1))
                               .template include<&debater_list::students, &debater::articles>(order_by(desc(col<&article::title>)), limit(3))
                               .template include<&debater_list::students, &debater::articles, &debated::comments>(
                                   as<&voice::speaker>(koine::coalesce(value_of<"author">(col<&author::name>), "?")), as<&voice::speaker_id>(col<&comment::author_id> + col<&article::rank>), windows...)
                               .where(col<&author::name> == "Bob"));
    };
    auto const check = [&](debater_list const& bob, std::vector<scores> const& expected) {
        CHECK(bob.peers == 2);
        REQUIRE((bob.students.size() == 1 && bob.students[0].name == "Ada"));
        REQUIRE(each(bob.students[0].articles, &debated::title) == texts{"e", "d", "c"});
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(each(bob.students[0].articles[i].comments, &voice::score) == expected[i]);
            for (voice const& one : bob.students[0].articles[i].comments) CHECK((one.speaker == "Cyd" && one.speaker_id == here.cyd.id + 2));
        }
    };
    auto const by_score = order_by(asc(col<&comment::score>));
    check(of(by_score), {{3, 6, 8}, {1, 4, 7}, {9}});
    check(of(by_score, limit(2)), {{3, 6}, {1, 4}, {9}});
    // SQLite lets no ORDER BY name columns of a query around it, which is refused when compiling.
    auto const ordered_by_outer = [&](auto term) {
        if constexpr (!server::is_sqlite) check(of(order_by(asc(term)), limit(2)), {{8, 6}, {7, 4}, {9}});
    };
    ordered_by_outer(col<&comment::score> * -1 + col<&article::rank>);
}

// ---- every kind of column crosses the JSON

enum class state { calm, cross };
struct part;
struct item {
    std::int64_t id{};
    std::uint64_t large{};
    double real{};
    float single{};
    bool flag{};
    state mood{};
    std::vector<std::byte> raw{};
    std::string text{};
    std::int16_t small{};
};
constexpr auto describe(koine::model<item>) { return koine::table("items").primary_key<&item::id>().has_many<"parts", part, "item">(); }
struct part {
    std::int64_t id{};
    std::optional<std::int64_t> item_id{};
};
constexpr auto describe(koine::model<part>) { return koine::table("parts").primary_key<&part::id>().belongs_to<"item", item, &part::item_id>(); }

/// The columns of an item under other names, and what a part has of its item.
struct copy {
    std::int64_t id{};
    std::uint64_t a{};
    double b{};
    float c{};
    bool d{};
    state e{};
    std::vector<std::byte> f{};
    std::string g{};
    std::int16_t h{};
};
struct part_copy {
    std::int64_t id{};
    std::optional<std::uint64_t> a{};
    std::optional<double> b{};
    std::optional<float> c{};
    std::optional<bool> d{};
    std::optional<state> e{};
    std::optional<std::vector<std::byte>> f{};
    std::optional<std::string> g{};
    std::optional<std::int16_t> h{};
    std::optional<copy> whole{};
};
struct item_parts { std::int64_t id{}; std::vector<part_copy> parts; };

TEST_CASE("expressions of every kind, and NULL", "[include][relations-given]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<item, part>();
    std::vector<item> const rows{{.id = 1, .large = 18446744073709551615U, .real = 0.1, .single = 16777217.0F, .flag = true, .mood = state::cross, .raw = {std::byte{0}, std::byte{255}, std::byte{34}}, .text = "\"é\\\n😀", .small = -32768},
                                 {.id = 2, .real = -1e300}};
    db.insert(rows);
    db.insert(std::vector<part>{{.id = 10, .item_id = 1}, {.id = 11, .item_id = 1}, {.id = 12, .item_id = 2}, {.id = 13}});
    auto const given = [](auto include) {
        return include(as<&part_copy::a>(value_of<"item">(col<&item::large>)), as<&part_copy::b>(value_of<"item">(col<&item::real>)), as<&part_copy::c>(value_of<"item">(col<&item::single>)),
                       as<&part_copy::d>(value_of<"item">(col<&item::flag>)), as<&part_copy::e>(value_of<"item">(col<&item::mood>)), as<&part_copy::f>(value_of<"item">(col<&item::raw>)),
                       as<&part_copy::g>(value_of<"item">(col<&item::text>)), as<&part_copy::h>(value_of<"item">(col<&item::small>)));
    };
    auto const whole = [](auto include) {
        return include(as<&copy::a>(col<&item::large>), as<&copy::b>(col<&item::real>), as<&copy::c>(col<&item::single>), as<&copy::d>(col<&item::flag>), as<&copy::e>(col<&item::mood>),
                       as<&copy::f>(col<&item::raw>), as<&copy::g>(col<&item::text>), as<&copy::h>(col<&item::small>));
    };
    auto const check = [&](part_copy const& one, item const* of) {
        INFO("part " << one.id);
        REQUIRE(one.whole.has_value() == (of != nullptr));
        if (of == nullptr) {
            CHECK((!one.a && !one.b && !one.c && !one.d && !one.e && !one.f && !one.g && !one.h));
            return;
        }
        CHECK((one.a == of->large && one.b == of->real && one.c == of->single && one.d == of->flag && one.e == of->mood && one.f == of->raw && one.g == of->text && one.h == of->small));
        copy const& all = *one.whole;
        CHECK((all.id == of->id && all.a == of->large && all.b == of->real && all.c == of->single && all.d == of->flag && all.e == of->mood && all.f == of->raw && all.g == of->text && all.h == of->small));
    };
    auto const root = given([](auto const&... expressions) { return koine::from<part>().select<part_copy>(expressions...); });
    auto const plain = db.all(whole([&](auto const&... expressions) { return root.template include<&part_copy::whole>(through<"item">, expressions...); }).order_by(asc(col<&part::id>)));
    REQUIRE(plain.size() == 4);
    check(plain[0], &rows[0]);
    check(plain[2], &rows[1]);
    check(plain[3], nullptr);
    // In JSON, from the table and from a derived one.
    auto const listed = [&](auto const&... windows) {
        auto const query = given([&](auto const&... expressions) { return koine::from<item>().select<item_parts>().template include<&item_parts::parts>(expressions..., windows...); });
        return db.all(whole([&](auto const&... expressions) { return query.template include<&item_parts::parts, &part_copy::whole>(through<"item">, expressions...); }).order_by(asc(col<&item::id>)));
    };
    for (auto const& found : {listed(order_by(desc(col<&part::id>))), listed(order_by(desc(col<&part::id>)), limit(2)), listed(order_by(desc(col<&part::id>)), last(2)), listed(order_by(desc(col<&part::id>)), koine::distinct_on(col<&part::id>))}) {
        REQUIRE((found.size() == 2 && found[0].parts.size() == 2 && found[1].parts.size() == 1));
        CHECK((found[0].parts[0].id == 11 && found[0].parts[1].id == 10));
        check(found[0].parts[0], &rows[0]);
        check(found[0].parts[1], &rows[0]);
        check(found[1].parts[0], &rows[1]);
    }
    auto const page = db.all(whole([&](auto const&... expressions) { return root.template include<&part_copy::whole>(through<"item">, expressions...); }).order_by(asc(col<&part::item_id>), asc(col<&part::id>)).last(3));
    REQUIRE((page.size() == 3 && page[0].id == 11 && page[2].id == 13));
    check(page[0], &rows[0]);
    check(page[1], &rows[1]);
    check(page[2], nullptr);
}

}  // namespace include_expressions
