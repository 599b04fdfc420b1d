// SPDX-License-Identifier: BSL-1.0
// conformance · queries: joins, groups, counts, raw parts and includes over the library give the rows that C++ would pick.
#include "library.hpp"

namespace queries {

using namespace library;
using koine::asc;
using koine::col;
using koine::desc;
using koine::limit;
using koine::order_by;

constexpr auto title = col<&article::title>;
constexpr auto rank = col<&article::rank>;
constexpr auto name = col<&author::name>;
constexpr auto written = koine::from<article>();

TEST_CASE("count and exists of a query are of its rows: distinct, grouped, limited, joined, with lists", "[queries]") {
    books all;
    auto& db = all.db;
    CHECK(db.count(written) == 6);
    CHECK(db.count(written.select(rank)) == 6);
    CHECK(db.count(written.select(rank).distinct()) == 4);
    CHECK(db.count(written.select(rank).distinct().limit(3)) == 3);
    CHECK(db.count(written.select(rank).group_by(rank)) == 4);
    CHECK(db.count(written.select(rank).group_by(rank).having(koine::count() > 1)) == 1);
    CHECK(db.count(written.select(koine::count())) == 1);
    CHECK(db.count(written.where(rank > 99).select(koine::count())) == 1);
    CHECK(db.count(written.limit(4)) == 4);
    CHECK(db.count(written.limit(4).offset(5)) == 1);
    CHECK(db.count(written.offset(6)) == 0);
    CHECK(db.count(written.limit(0)) == 0);
    CHECK(db.count(written.order_by(desc(title)).limit<2>()) == 2);
    CHECK(db.count(koine::from<author>().select<author_titles>()) == 3);
    CHECK(db.count(koine::from<author>().select<author_titles>().include<&author_titles::articles>(limit(1)).limit(2)) == 2);
    CHECK(db.count(koine::from<author>().left_join<article>(koine::on(col<&article::author_id> == col<&author::id>))) == 7);
    CHECK(db.count(koine::from<author>().distinct().join<article>(koine::on(col<&article::author_id> == col<&author::id>))) == 2);
    CHECK(db.count(written.select(col<&article::weight>).distinct()) == 4);

    CHECK(db.exists(written));
    CHECK(db.exists(written.select(rank).distinct()));
    CHECK(!db.exists(written.where(rank > 99)));
    CHECK(!db.exists(written.limit(0)));
    CHECK(!db.exists(written.offset(6)));
    CHECK(db.exists(written.limit(1).offset(5)));
    CHECK(!db.exists(written.select(rank).group_by(rank).having(koine::count() > 3)));
    CHECK(db.exists(written.where(rank > 99).select(koine::count())));
    CHECK(db.exists(koine::from<author>().select<author_titles>().where(name == "Cyd")));
}

struct rank_stats { std::int32_t rank{}; std::int64_t count{}; std::optional<std::string> last{}; };

TEST_CASE("groups: having and order by aggregates, selected or not", "[queries]") {
    books all;
    auto const grouped = written.select<rank_stats>(rank, koine::count(), koine::max(title)).group_by(rank);
    auto const often = all.db.all(grouped.having(koine::count() >= 1 && koine::min(title) != "f").order_by(desc(koine::count()), asc(rank)));
    REQUIRE(often.size() == 3);
    CHECK((often[0].rank == 2 && often[0].count == 3 && often[0].last == "e"));
    CHECK((often[1].rank == 4 && often[1].count == 1 && often[1].last == "a"));
    CHECK((often[2].rank == 9 && often[2].last == "b"));
    CHECK(each(all.db.all(grouped.order_by(desc(koine::sum(rank)))), &rank_stats::rank) == scores{9, 2, 4, 1});
    CHECK(all.db.all(grouped.order_by(asc(rank)).limit(1).offset(1)).at(0).rank == 2);
    CHECK(all.db.all(grouped.having(koine::when(false, koine::count() > 5))).size() == 4);
    CHECK(all.db.all(grouped.having(koine::when(true, koine::count() > 1)).having(koine::max(title) == "e")).size() == 1);
    // By an expression, and by a joined table.
    CHECK(all.db.all(written.select(koine::count()).group_by(rank % 2).order_by(asc(koine::count()))) == std::vector<std::int64_t>{2, 4});
    auto const by_author = koine::from<article>().join<"author">().select(name).group_by(name).having(koine::count() > 1);
    CHECK(all.db.all(by_author) == texts{"Ada"});
    CHECK(all.db.one(written.select(koine::count_distinct(rank))) == 4);
}

TEST_CASE("order by what is not selected", "[queries]") {
    books all;
    CHECK(all.db.all(written.select(title).order_by(desc(rank * -1), desc(title))) == texts{"f", "e", "d", "c", "a", "b"});
    CHECK(all.db.all(written.select(title).order_by(asc(koine::scalar(koine::from<comment>().where(col<&comment::article_id> == col<&article::id>).select(koine::max(col<&comment::score>)))), asc(title))) ==
          texts{"b", "d", "e", "c", "a", "f"});
    auto const page = koine::from<author>().select<author_titles>().include<&author_titles::articles>(order_by(asc(title))).order_by(desc(koine::coalesce(col<&author::mentor_id>, 99)), asc(name));
    CHECK(each(all.db.all(page), &author_titles::name) == texts{"Ada", "Cyd", "Bob"});
    CHECK(each(all.db.all(page.limit(2)), &author_titles::name) == texts{"Ada", "Cyd"});
    CHECK(each(all.db.all(page.limit(2).offset(1)), &author_titles::name) == texts{"Cyd", "Bob"});
}

TEST_CASE("distinct rows, ordered and cut off", "[queries]") {
    books all;
    auto const ranks = written.select(rank).distinct();
    CHECK(all.db.all(ranks.order_by(asc(rank))) == scores{1, 2, 4, 9});
    CHECK(all.db.all(ranks.order_by(desc(rank)).limit(2).offset(1)) == scores{4, 2});
    CHECK(all.db.all(koine::from<article>().join<"author">().select(name).distinct().order_by(asc(name))) == texts{"Ada", "Bob"});
    CHECK(all.db.all(koine::from<author>().distinct()).size() == 3);
}

struct mentored { std::string name; std::optional<std::string> mentor_name; };

TEST_CASE("a table joined with itself by an alias, by relation and by condition", "[queries]") {
    books all;
    static constexpr auto mentor = koine::alias<author, "mentor">;
    auto const pairs = koine::from<author>().select<mentored>(koine::as<&mentored::mentor_name>(mentor.col<&author::name>));
    auto const check = [&](std::vector<mentored> const& rows, texts const& expected) {
        texts found;
        for (mentored const& one : rows) found.push_back(one.name + "<" + one.mentor_name.value_or("-"));
        CHECK(found == expected);
    };
    check(all.db.all(pairs.left_join<"mentor">(mentor).order_by(asc(name))), {"Ada<-", "Bob<Ada", "Cyd<Bob"});
    check(all.db.all(pairs.join<"mentor">(mentor).order_by(desc(mentor.col<&author::name>))), {"Cyd<Bob", "Bob<Ada"});
    check(all.db.all(pairs.left_join(mentor, koine::on(mentor.col<&author::id> == col<&author::mentor_id> && mentor.col<&author::name> != "Ada")).order_by(asc(name))), {"Ada<-", "Bob<-", "Cyd<Bob"});
    check(all.db.all(pairs.join(mentor, koine::on(mentor.col<&author::id> < col<&author::id>)).order_by(asc(name), asc(mentor.col<&author::name>))), {"Bob<Ada", "Cyd<Ada", "Cyd<Bob"});
    check(all.db.all(pairs.left_join<"mentor">(mentor).where(mentor.col<&author::id> == std::nullopt)), {"Ada<-"});
}

TEST_CASE("when in the condition of a join, and in an order over a join", "[queries]") {
    books all;
    for (bool narrow : {false, true})
        for (bool second : {false, true}) {
            auto const joined = koine::from<author>()
                                    .left_join<article>(koine::on(col<&article::author_id> == col<&author::id> && koine::when(narrow, rank > 3) && koine::when(second, title != "b")))
                                    .order_by(koine::when(narrow, desc(rank)), asc(name), asc(title));
            std::int64_t const expected = narrow ? (second ? 3 : 4) : (second ? 6 : 7);
            CHECK(all.db.count(joined) == expected);
            CHECK(static_cast<std::int64_t>(all.db.all(joined.select(name)).size()) == expected);
        }
    // Nothing is left of the condition: every pair.
    CHECK(all.db.count(koine::from<author>().join<article>(koine::on(koine::when(false, rank > 3)))) == 18);
    CHECK(all.db.count(koine::from<author>().join<article>(koine::on(koine::when(true, rank > 3)))) == 6);
}

TEST_CASE("raw expressions and raw clauses: values are bound in their order", "[queries]") {
    books all;
    CHECK(all.db.all(written.where(koine::raw<bool, "{} BETWEEN {} AND {}">(rank, 4, 8)).select(title)) == texts{"a"});
    CHECK(all.db.one(written.where(title == "b").select(koine::raw<std::string, server::concatenation>(title, "?{}'", rank))) == "b?{}'9");
    CHECK(all.db.one(written.where(title == "a").select(koine::raw<std::optional<std::string>, "nullif({}, {})">(title, std::string("a")))) == std::nullopt);
    CHECK(all.db.all(written.where(rank == 2).select(title).order_by(asc(title)).raw<"LIMIT {} OFFSET {}">(2, 1)) == texts{"d", "e"});
    CHECK(all.db.all(written.where(rank == 2).select(title).raw<"UNION ALL SELECT {} ORDER BY 1 DESC">("z")) == texts{"z", "e", "d", "c"});
    CHECK(all.db.all(written.select(title).order_by(desc(koine::raw<std::int64_t, "({} = {})">(title, "c")), asc(title)).limit(2)) == texts{"c", "a"});
    CHECK(all.db.all(written.select(title).where(koine::raw<bool, "1=1 OR 1=1">() && title == "c")) == texts{"c"});
    CHECK(all.db.all(written.select(title).where(!koine::raw<bool, "{} = 2 OR 1 = 0">(rank)).order_by(asc(title))) == texts{"a", "b", "f"});
}

struct authored { std::string name; std::optional<std::int64_t> mentor_id; std::vector<title_only> articles; std::vector<title_only> edited; };
struct scored { std::int32_t score{}; };
struct commented { std::string title; std::vector<scored> comments; };
struct author_comments { std::string name; std::vector<commented> articles; };

TEST_CASE("an include's condition sees the columns of its parents", "[include]") {
    books all;
    auto const self_edited = koine::from<author>()
                                 .select<author_titles>()
                                 .include<&author_titles::articles>(koine::where(title < name || rank > col<&author::id> * 4), order_by(asc(title)))
                                 .order_by(asc(col<&author::id>));
    auto const found = all.db.all(self_edited);
    CHECK(each(found.at(0).articles, &title_only::title) == texts{"b"});
    CHECK(each(found.at(1).articles, &title_only::title).empty());
    auto const deep = koine::from<author>()
                          .select<author_comments>()
                          .include<&author_comments::articles>(koine::where(rank == 2), order_by(desc(title)), limit(2))
                          .include<&author_comments::articles, &commented::comments>(koine::where(col<&comment::score> > rank && col<&comment::score> > col<&author::id> * 3), order_by(asc(col<&comment::score>)))
                          .where(name == "Ada");
    for (auto const& one : {all.db.one(deep), all.db.one(deep.limit(1)), all.db.one(deep.order_by(asc(name)).limit(5))}) {
        REQUIRE(each(one.articles, &commented::title) == texts{"e", "d"});
        CHECK(each(one.articles[0].comments, &scored::score) == scores{6, 8});
        CHECK(each(one.articles[1].comments, &scored::score) == scores{4, 7});
    }
    // A parent's column that the result does not hold, below a page.
    auto const hidden = koine::from<author>().select<author_titles>().include<&author_titles::articles>(koine::where(col<&article::editor_id> == col<&author::id> + 1), order_by(asc(title)), limit(5)).order_by(asc(name)).limit(1);
    CHECK(each(all.db.one(hidden).articles, &title_only::title) == texts{"c", "e"});
}

TEST_CASE("two sibling includes are narrowed each by its own", "[include]") {
    books all;
    for (bool absent : {false, true}) {
        auto const both = koine::from<author>()
                              .select<authored>()
                              .include<&authored::edited>(koine::where(koine::when(!absent, title != "c")), order_by(desc(title)), limit(1))
                              .include<&authored::articles>(koine::where(rank > 1), order_by(asc(title)), koine::offset(absent ? 3 : 0), limit(2))
                              .order_by(asc(col<&author::id>));
        auto const found = all.db.all(both);
        REQUIRE(found.size() == 3);
        CHECK(each(found[0].articles, &title_only::title) == (absent ? texts{"d", "e"} : texts{"a", "b"}));
        CHECK(found[0].edited.empty());
        CHECK((found[1].articles.empty() && each(found[1].edited, &title_only::title) == texts{"e"} && found[1].mentor_id == 1));
        CHECK(each(found[2].edited, &title_only::title) == texts{"d"});
    }
}

struct odd {
    std::int64_t id{};
    std::string order{};
    std::optional<std::int64_t> group_of{};
    bool checked{};
};
constexpr auto describe(koine::model<odd>) {
    return koine::table("select").primary_key<&odd::id>(koine::generated).column<&odd::id>("from").column<&odd::order>("order by \"x\"; --").column<&odd::checked>("where")
        .unique<&odd::order>("key \"one\"").belongs_to<"next", odd, &odd::group_of>().has_many<"others", odd, "next">();
}
struct odd_order { std::string order; bool checked{}; };
struct odd_others { std::string order; std::optional<odd_order> next; std::vector<odd_order> others; };

TEST_CASE("columns, tables and keys of any name", "[queries][writes][writes-create]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<odd>();
    CHECK(db.check<odd>().empty());
    odd first = db.insert(odd{.order = "a", .checked = true});
    odd const second = db.insert(odd{.order = "b", .group_of = first.id});
    first.order = "c";
    db.update(first);
    auto const all = db.all(koine::from<odd>().select<odd_others>().include<&odd_others::others>(order_by(asc(col<&odd::order>)), limit(3)).order_by(desc(col<&odd::order>)).limit(9));
    REQUIRE(all.size() == 2);
    CHECK((all[0].order == "c" && !all[0].next && all[0].others.at(0).order == "b" && !all[0].others[0].checked));
    CHECK((all[1].next->order == "c" && all[1].next->checked && all[1].others.empty()));
    CHECK(db.all(koine::from<odd>().where(col<&odd::checked>).select(col<&odd::order>)) == texts{"c"});
    CHECK(db.execute(koine::upsert(odd{.order = "c", .checked = false}).on<&odd::order>().set<&odd::checked>()) == 1);
    CHECK((!db.find<odd>(first.id)->checked && db.erase<odd>(second.id)));
}

}  // namespace queries
