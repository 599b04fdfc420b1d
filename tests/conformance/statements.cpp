// SPDX-License-Identifier: BSL-1.0
// conformance · statements: outer and cross joins, set operations and inserts of queries give the rows that C++ would pick, those
// without a partner, NULL and duplicates among them.
#include "library.hpp"

namespace statements {

using namespace library;
using koine::asc;
using koine::col;
using server::dialect;

constexpr auto title = col<&article::title>;
constexpr auto name = col<&author::name>;

struct paired {
    std::optional<std::string> title;
    std::optional<std::string> name;
};
/// Each row as "title/name", - for none.
texts spelled(std::vector<paired> const& rows) {
    texts all;
    for (paired const& one : rows) all.push_back(one.title.value_or("-") + "/" + one.name.value_or("-"));
    return all;
}

TEST_CASE("a right join keeps the joined rows that have no partner, and a full join those of both sides", "[statements]") {
    books all;
    auto const pairs = koine::from<article>().select<paired>(title, name).order_by(asc(title), asc(name));
    // Bob edited e and c, Cyd d, Ada nothing; a, b and f have no editor.
    CHECK(spelled(all.db.all(pairs.right_join<"editor">())) == texts{"c/Bob", "d/Cyd", "e/Bob", "-/Ada"});
    auto const by_condition = koine::on(col<&author::id> == col<&article::editor_id> && col<&article::rank> == 2 && title != "e");
    CHECK(spelled(all.db.all(pairs.right_join<author>(by_condition))) == texts{"c/Bob", "d/Cyd", "-/Ada"});
    CHECK(spelled(all.db.all(pairs.right_join<"editor">().where(title == std::nullopt))) == texts{"-/Ada"});
    CHECK(all.db.count(koine::from<article>().right_join<"editor">()) == 4);
    CHECK(all.db.exists(koine::from<article>().right_join<"editor">().where(title == std::nullopt)));

    auto const both = pairs.full_join<author>(by_condition);
    if constexpr (koine::expressible<dialect, decltype(both)>)
        CHECK(spelled(all.db.all(both)) == texts{"a/-", "b/-", "c/Bob", "d/Cyd", "e/-", "f/-", "-/Ada"});
    auto const unequal = pairs.full_join<author>(koine::on(col<&author::id> == col<&article::editor_id> || title == "z"));
    if constexpr (koine::expressible<dialect, decltype(unequal)>)
        CHECK(spelled(all.db.all(unequal)) == texts{"a/-", "b/-", "c/Bob", "d/Cyd", "e/Bob", "f/-", "-/Ada"});
}

TEST_CASE("behind a right join every table before it may be missing", "[statements]") {
    books all;
    static constexpr auto editor = koine::alias<author, "editor">;
    auto const pairs = koine::from<article>().join<"author">().select<paired>(title, editor.col<&author::name>);
    auto const named = koine::from<article>().join<"author">().select<paired>(name, editor.col<&author::name>);
    CHECK(spelled(all.db.all(pairs.right_join<"editor">(editor).order_by(asc(title)))) == texts{"c/Bob", "d/Cyd", "e/Bob", "-/Ada"});
    CHECK(spelled(all.db.all(named.right_join(editor, koine::on(editor.col<&author::id> == col<&article::editor_id> && title == "d")).order_by(asc(name), asc(editor.col<&author::name>)))) ==
          texts{"Ada/Cyd", "-/Ada", "-/Bob"});
}

struct scored { std::int32_t score{}; };
struct maybe_article {
    std::optional<std::string> title;
    std::vector<scored> comments;
};

TEST_CASE("the lists of a row that is missing are empty, on a page too", "[statements]") {
    books all;
    auto const spell = [](std::vector<maybe_article> const& rows) {
        texts every;
        for (maybe_article const& one : rows) {
            std::string line = one.title.value_or("-");
            for (scored const& of : one.comments) line += " " + std::to_string(of.score);
            every.push_back(line);
        }
        return every;
    };
    auto const rows = koine::from<article>().select<maybe_article>().include<&maybe_article::comments>(koine::order_by(asc(col<&comment::score>))).right_join<"editor">();
    CHECK(spell(all.db.all(rows.order_by(asc(title)))) == texts{"c 9", "d 1 4 7", "e 3 6 8", "-"});
    CHECK(spell(all.db.all(rows.order_by(koine::desc(title)).limit(2))) == texts{"-", "e 3 6 8"});
    CHECK(spell(all.db.all(rows.limit(2).offset(2))) == texts{"c 9", "-"});
}

TEST_CASE("a cross join pairs every row with every row", "[statements]") {
    books all;
    static constexpr auto other = koine::alias<author, "other">;
    auto const pairs = koine::from<author>().cross_join(other).select<paired>(name, other.col<&author::name>).order_by(asc(name), asc(other.col<&author::name>));
    CHECK(all.db.count(pairs) == 9);
    CHECK(spelled(all.db.all(pairs.where(other.col<&author::id> < col<&author::id>))) == texts{"Bob/Ada", "Cyd/Ada", "Cyd/Bob"});
    CHECK(all.db.count(koine::from<author>().cross_join<comment>().where(col<&comment::score> > 7)) == 6);
}

using keys = std::vector<std::optional<std::int64_t>>;
constexpr auto editors = koine::from<article>().select(col<&article::editor_id>);  // 2, 3, 2 and three times NULL
constexpr auto mentors = koine::from<author>().select(col<&author::mentor_id>);    // NULL, 1, 2
constexpr auto key = koine::the_value<std::optional<std::int64_t>>;
constexpr std::nullopt_t none = std::nullopt;

TEST_CASE("union, intersect and except of values: NULL is one of them, and all keeps duplicates", "[statements]") {
    books all;
    auto const sorted = [&](auto const& query) { return all.db.all(query.order_by(asc(key))); };
    CHECK(sorted(koine::union_all(editors, mentors)) == keys{1, 2, 2, 2, 3, none, none, none, none});
    CHECK(sorted(koine::union_of(editors, mentors)) == keys{1, 2, 3, none});
    CHECK(sorted(koine::intersect(editors, mentors)) == keys{2, none});
    CHECK(sorted(koine::except(editors, mentors)) == keys{3});
    CHECK(sorted(koine::except(editors, koine::intersect(editors, mentors), mentors)) == keys{3});
    CHECK(sorted(koine::union_all(mentors, koine::except(mentors, editors))) == keys{1, 1, 2, none});
    auto const both = koine::intersect_all(editors, mentors);
    if constexpr (koine::expressible<dialect, decltype(both)>) {
        CHECK(all.db.all(both.order_by(asc(key))) == keys{2, none});
        CHECK(all.db.all(koine::except_all(editors, mentors).order_by(asc(key))) == keys{2, 3, none, none});
    }
}

TEST_CASE("a set operation is a query: ordered, cut off, counted, streamed, asked and looked through", "[statements]") {
    books all;
    auto& db = all.db;
    auto const united = koine::union_all(editors, mentors);
    auto plain = db.all(united);
    CHECK(plain.size() == 9);
    CHECK(db.all(united.order_by(koine::desc(key)).limit(6).offset(3)) == keys{none, 3, 2, 2, 2, 1});
    CHECK(db.count(united) == 9);
    CHECK(db.count(united.where(key == 2)) == 3);
    CHECK(db.count(koine::except(mentors, editors)) == 1);
    CHECK(db.exists(koine::except(mentors, editors)));
    CHECK(!db.exists(koine::except(mentors, mentors)));
    CHECK(db.one(koine::except(mentors, editors)) == 1);
    CHECK(!db.first(koine::except(mentors, mentors)));
    std::size_t streamed = 0;
    for (auto const& one : db.stream(united)) streamed += one ? 1 : 0;
    CHECK(streamed == 5);
    auto const chosen = koine::from<author>().select(name).order_by(asc(name));
    CHECK(db.all(chosen.where(col<&author::id>.in(koine::except(editors, mentors)))) == texts{"Cyd"});
    CHECK(db.all(chosen.where(!koine::exists(koine::union_all(mentors, editors).where(key == 9)) && col<&author::id>.in(united))) == texts{"Ada", "Bob", "Cyd"});
    CHECK(db.all(chosen.where(col<&author::id>.in(koine::from<article>().select(col<&article::author_id>)) && koine::when(true, name != "Ada"))) == texts{"Bob"});
    // As a table: grouped, and joined.
    CHECK(db.all(united.select(koine::count()).group_by(key).order_by(asc(koine::count()), asc(key))) == std::vector<std::int64_t>{1, 1, 3, 4});
    CHECK(db.all(united.join<author>(koine::on(col<&author::id> == key)).select(name).order_by(asc(name))) == texts{"Ada", "Bob", "Bob", "Bob", "Cyd"});
}

struct labelled {
    std::string name;
    std::string kind;
};

TEST_CASE("a set operation of rows: of shapes, of whole models, of queries with an order and a limit of their own", "[statements]") {
    books all;
    auto& db = all.db;
    auto const spell = [](std::vector<labelled> const& rows) {
        texts every;
        for (labelled const& one : rows) every.push_back(one.name + ":" + one.kind);
        return every;
    };
    auto const writers = koine::from<author>().select<labelled>(name, koine::value("\xF0\x9F\x98\x80"));
    auto const works = koine::from<article>().select<labelled>(title, koine::value("work"));
    CHECK(spell(db.all(koine::union_all(writers.order_by(koine::desc(name)).limit(1), works.order_by(asc(title)).limit(2).offset(1)).order_by(asc(col<&labelled::name>)))) ==
          texts{"Cyd:\xF0\x9F\x98\x80", "b:work", "c:work"});
    // Text is compared by its bytes, whether a column or a value.
    auto const first = koine::from<author>().where(col<&author::id> == 1);
    CHECK(db.count(koine::union_of(first.select(koine::value("a")), first.select(koine::value("A")), first.select(koine::value("\xC3\xA4")))) == 3);
    CHECK(db.count(koine::union_of(koine::from<article>().select(title), first.select(koine::value("a ")), first.select(koine::value("a")))) == 7);
    auto const rows = koine::union_of(koine::from<author>().where(col<&author::id> < 3), koine::from<author>().where(col<&author::id> > 1));
    CHECK(each(db.all(rows.order_by(koine::desc(name))), &author::name) == texts{"Cyd", "Bob", "Ada"});
    auto const lists = db.all(rows.select<author_titles>().include<&author_titles::articles>(koine::order_by(koine::desc(title))).order_by(asc(name)));
    REQUIRE(lists.size() == 3);
    CHECK(each(lists[0].articles, &title_only::title) == texts{"e", "d", "c", "b", "a"});
    CHECK(each(lists[1].articles, &title_only::title) == texts{"f"});
    CHECK(lists[2].articles.empty());
}

struct mentored { std::string name; std::optional<std::int64_t> mentor_id; };
struct copied {
    std::int64_t author_id{};
    std::string title;
    std::int64_t rank{};
    std::optional<std::int32_t> weight;
};

TEST_CASE("the rows of a query are inserted, of the same table too, and may be asked back", "[statements]") {
    books all;
    auto& db = all.db;
    auto const doubled = koine::from<article>().where(title >= "e").select<copied>(koine::value(all.cyd.id), title, col<&article::rank> * 10, col<&article::weight>);
    auto const insert = koine::insert<article>().columns<&article::author_id, &article::title, &article::rank, &article::weight>(doubled);
    CHECK(db.execute(insert) == 2);
    CHECK(db.execute(insert) == 4);
    auto const ranks = koine::from<article>().where(col<&article::author_id> == all.cyd.id).select(col<&article::rank>).order_by(asc(col<&article::rank>));
    CHECK(db.all(ranks) == scores{10, 10, 20, 20, 100, 200});
    CHECK(db.execute(koine::insert<author>().columns<&author::name>(koine::except(koine::from<article>().select(title), koine::from<author>().select(name)))) == 6);
    CHECK(db.execute(koine::insert<author>().columns<&author::name>(koine::from<author>().where(name == "nobody").select(name))) == 0);
    auto const back = koine::insert<author>().columns<&author::name, &author::mentor_id>(koine::from<author>().where(name == "Bob").select<mentored>()).returning(name);
    if constexpr (koine::expressible<dialect, decltype(back)>) CHECK(db.all(back) == texts{"Bob"});
    else db.execute(koine::insert<author>().columns(koine::key<&author::name, &author::mentor_id>, koine::from<author>().where(name == "Bob").select<mentored>()));
    CHECK(db.count(koine::from<author>().where(name == "Bob" && col<&author::mentor_id> == all.ada.id)) == 2);
}

}  // namespace statements
