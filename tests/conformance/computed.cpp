// SPDX-License-Identifier: BSL-1.0
// conformance · computed: tables that a query declares are read, joined, grouped and walked as the rows that they stand for.
#include "library.hpp"

namespace computed {

using namespace library;
using koine::asc;
using koine::col;
using server::dialect;

constexpr auto title = col<&article::title>;
constexpr auto name = col<&author::name>;

struct totals {
    std::int64_t author_id{};
    std::int64_t articles{};
    std::optional<std::int64_t> ranks;
    std::optional<double> weight;
};
constexpr auto counted = koine::from<article>()
                             .select<totals>(col<&article::author_id>, koine::count(), koine::sum(col<&article::rank>), koine::avg(col<&article::weight>))
                             .group_by(col<&article::author_id>);
constexpr auto declared = koine::with<totals>(counted);
constexpr auto of_author = koine::on(col<&totals::author_id> == col<&author::id>);

TEST_CASE("a computed table is read as it is, and under names", "[computed]") {
    books all;
    auto& db = all.db;
    auto const rows = db.all(declared.from<totals>().order_by(asc(col<&totals::articles>)));
    REQUIRE(rows.size() == 2);
    CHECK((rows[0].articles == 1 && rows[0].ranks == 1 && !rows[0].weight));
    CHECK((rows[1].articles == 5 && rows[1].ranks == 19 && rows[1].weight == 3.0));
    CHECK(db.count(declared.from<totals>()) == 2);
    CHECK(db.exists(declared.from<totals>().where(col<&totals::ranks> > 18)));
    CHECK(!db.exists(declared.from<totals>().where(col<&totals::ranks> > 19 || col<&totals::weight> < 2.5)));
    CHECK(db.one(declared.from<totals>().select(koine::sum(col<&totals::articles> * 2))) == 12);
    static constexpr auto other = koine::alias<totals, "other">;
    CHECK(db.all(declared.from<totals>().join(other, koine::on(other.col<&totals::articles> < col<&totals::articles>)).select(other.col<&totals::ranks> + 1)) ==
          std::vector<std::optional<std::int64_t>>{2});
}

TEST_CASE("a computed table is joined, and seen by subqueries", "[computed]") {
    books all;
    auto& db = all.db;
    auto const authors = declared.from<author>().left_join<totals>(of_author).order_by(asc(koine::coalesce(col<&totals::articles>, 0)), asc(name));
    CHECK(db.all(authors.select(name)) == texts{"Cyd", "Bob", "Ada"});
    CHECK(db.all(authors.select(koine::coalesce(col<&totals::ranks>, -1))) == std::vector<std::int64_t>{-1, 1, 19});
    CHECK(db.all(authors.select(name).limit(1).offset(1)) == texts{"Bob"});
    auto const lists = db.all(authors.select<author_titles>().include<&author_titles::articles>(koine::order_by(asc(title)), koine::limit(2)));
    REQUIRE(lists.size() == 3);
    CHECK(each(lists[2].articles, &title_only::title) == texts{"a", "b"});
    auto const most = koine::scalar(koine::from<totals>().select(koine::max(col<&totals::articles>)));
    CHECK(db.all(declared.from<author>().join<totals>(of_author).where(col<&totals::articles> == most).select(name)) == texts{"Ada"});
    // Declared where it is needed, inside an expression.
    auto const busy = declared.from<totals>().where(col<&totals::articles> > 1).select(col<&totals::author_id>);
    CHECK(db.all(koine::from<author>().where(!col<&author::id>.in(busy)).select(name).order_by(asc(name))) == texts{"Bob", "Cyd"});
    auto const page = db.page(declared.from<author>().join<totals>(of_author).order_by(asc(name)), {.size = 1});
    CHECK(each(page.rows, &author::name) == texts{"Ada"});
}

struct scored { std::int64_t author_id{}; std::int64_t score{}; };

TEST_CASE("a computed table may name one before it, and be a union", "[computed]") {
    books all;
    auto const written = koine::from<totals>().select<scored>(col<&totals::author_id>, col<&totals::articles> * 10);
    auto const said = koine::from<comment>().select<scored>(col<&comment::author_id>, koine::value(std::int64_t{1}));
    auto const scores = declared.with<scored>(koine::union_all(written, said))
                            .from<author>()
                            .join<scored>(koine::on(col<&scored::author_id> == col<&author::id>))
                            .group_by(name);
    auto const sums = scores.select(koine::coalesce(koine::sum(col<&scored::score>), 0));
    CHECK(all.db.all(sums.order_by(asc(name))) == std::vector<std::int64_t>{50, 10, 9});
}

struct step {
    std::int64_t id{};
    std::string name;
    std::int32_t depth{};
};
struct ranked { std::int32_t rank{}; std::string title; };

TEST_CASE("a recursive table finds rows from rows, and ends in a circle where each is given once", "[computed]") {
    books all;
    auto& db = all.db;
    auto const first = koine::from<author>().where(col<&author::mentor_id> == std::nullopt).select<step>(col<&author::id>, name, koine::value(0));
    auto const students = koine::from<author>().join<step>(koine::on(col<&author::mentor_id> == col<&step::id>));
    auto const deeper = students.select<step>(col<&author::id>, name, col<&step::depth> + 1);
    auto const spell = [](std::vector<step> const& rows) {
        texts every;
        for (step const& one : rows) every.push_back(one.name + std::to_string(one.depth));
        return every;
    };
    auto const down = koine::with_recursive<step>(first, deeper);
    CHECK(spell(db.all(down.from<step>().order_by(asc(col<&step::depth>)))) == texts{"Ada0", "Bob1", "Cyd2"});
    CHECK(spell(db.all(down.from<step>().where(col<&step::depth> > 0).order_by(koine::desc(col<&step::depth>)).limit(1))) == texts{"Cyd2"});
    CHECK(db.all(down.from<article>().join<step>(koine::on(col<&step::id> == col<&article::author_id> && col<&step::depth> > 0)).select(title)) == texts{"f"});

    // From a column of 32 bits to what computes in 64.
    auto const up = koine::from<article>().join<ranked>(koine::on(col<&article::rank> == col<&ranked::rank> * 2)).select<ranked>(col<&ranked::rank> + col<&ranked::rank>, title);
    auto const ranks = koine::with_recursive<ranked>(koine::from<article>().where(title == "f").select<ranked>(), up);
    CHECK(each(db.all(ranks.from<ranked>().order_by(asc(col<&ranked::rank>), asc(col<&ranked::title>))), &ranked::title) == texts{"f", "c", "d", "e", "a", "a", "a"});

    // A circle, and a longer text behind a shorter one.
    db.execute(koine::update<author>().set(col<&author::mentor_id> = all.cyd.id).where(col<&author::id> == all.ada.id));
    std::string const longer(300, 'x');
    db.execute(koine::update<author>().set(col<&author::name> = longer).where(col<&author::id> == all.cyd.id));
    auto const start = koine::from<author>().where(col<&author::id> == all.ada.id).select<step>(col<&author::id>, name, koine::value(0));
    auto const round = koine::union_of(start, students.select<step>(col<&author::id>, name, koine::value(0)));
    CHECK(spell(db.all(koine::with_recursive<step>(round).from<step>().order_by(asc(col<&step::id>)))) == texts{"Ada0", "Bob0", longer + "0"});
}

}  // namespace computed
