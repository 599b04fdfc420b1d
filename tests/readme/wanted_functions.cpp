// SPDX-License-Identifier: BSL-1.0
// readme · wanted_functions: the rows of the README's table about functions, each with its code as it stands there.
#include "wanted.hpp"

#include <koine/dialect/postgres.hpp>

namespace blog {

namespace {

template <class Expression>
auto of_articles(database& db, Expression const& expression) {
    return db.all(koine::from<article>().select(expression).order_by(col<&article::id>));
}

}  // namespace

wanted const chosen{"choose a value by conditions", [](database& db) {
    check(of_articles(db, koine::case_when(col<&article::published>, "out").when(col<&article::id> > 6, "new").otherwise("draft")) == texts{"out", "draft", "out", "out"});
}};

wanted const known{"take the first that is not NULL, or leave one out", [](database& db) {
    auto const of_bob = [&](auto const& expression) { return db.one(koine::from<author>().select(expression).where(col<&author::id> == 8)); };
    check(of_bob(koine::coalesce(col<&author::email>, col<&author::name>)) == "Bob");
    check(of_bob(koine::null_if(col<&author::name>, "")) == "Bob");
}};

wanted const extremes{"take the greatest or least of several", [](database& db) {
    check(of_articles(db, koine::greatest(col<&article::id>, col<&article::author_id>)) == numbers{7, 7, 7, 8});
    check(of_articles(db, koine::least(col<&article::id>, 6)) == numbers{5, 6, 6, 6});
}};

wanted const converted{"convert a value", [](database& db) {
    check(of_articles(db, koine::cast<std::string>(col<&article::id>)) == texts{"5", "6", "7", "8"});
    check(of_articles(db, koine::cast<double>(col<&article::id>)).back() == 8.0);
    check(of_articles(db, koine::cast<std::int64_t>(koine::cast<double>(col<&article::id>) / 2)).back() == 4);
}};

wanted const text{"compute with text", [](database& db) {
    auto const of_ada = [&](auto const& expression) { return db.one(koine::from<author>().select(expression).where(col<&author::id> == 7)); };
    check(of_ada(koine::concat(col<&author::name>, "!")) == "Ada!");
    check(of_ada(koine::lower_ascii(col<&author::name>)) == "ada" && of_ada(koine::upper_ascii(col<&author::name>)) == "ADA");
    check(of_ada(koine::substring(col<&author::email>, 1, 3)) == "ada");
    check(of_ada(koine::replace(col<&author::name>, "a", "b")) == "Adb");
    check(of_ada(koine::trim(koine::concat(" ", koine::trim_start(koine::trim_end(col<&author::name>)), " "))) == "Ada");
    check(of_ada(koine::position(col<&author::name>, "d") + koine::character_length(col<&author::name>) * 10 + koine::octet_length(col<&author::name>) * 100) == 332);
}};

wanted const pattern{"match a pattern", [](database& db) {
    check(ids(db.all(koine::from<article>().where(koine::like(col<&article::title>, "N_t%")).order_by(col<&article::id>))) == numbers{7, 8});
}};

wanted const rounded{"round, and the like", [](database& db) {
    auto const half = koine::cast<double>(col<&article::id>) / 2;
    check(of_articles(db, koine::round(half))[0] == 3.0);
    check(of_articles(db, koine::floor(half) + koine::ceiling(half) * 10 + koine::truncate(half) * 100)[0] == 232.0);
    check(of_articles(db, koine::absolute(-col<&article::id>) * koine::sign(col<&article::id> - 6)) == numbers{-5, 0, 7, 8});
    check(of_articles(db, koine::square_root(koine::absolute(col<&article::id> - 9)))[0] == 2.0);
}};

wanted const filtered{"aggregate some of the rows", [](database& db) {
    check(db.one(koine::from<article>().select(koine::count().filter(col<&article::published>))) == 3);
    check(db.one(koine::from<article>().select(koine::sum(col<&article::id>).filter(!col<&article::published>))) == 6);
}};

wanted const aggregated{"aggregate in more ways", [](database& db) {
    check(db.one(koine::from<article>().select(koine::bool_or(col<&article::id> > 7))) == true);
    check(db.one(koine::from<article>().select(koine::bool_and(col<&article::id> > 7))) == false);
    check(db.one(koine::from<article>().select(koine::sum_distinct(col<&article::author_id>) + koine::count_distinct(col<&article::title>))) == 18);
    check(db.one(koine::from<article>().select(koine::avg_distinct(col<&article::author_id>))) == 7.5);
    auto const names = koine::from<author>().select(koine::string_agg<", ">(col<&author::name>, koine::order_by(col<&author::id>)));
    auto const spread = koine::from<article>().select(koine::stddev_sample(col<&article::id>) + koine::stddev_population(col<&article::id>) + koine::variance_sample(col<&article::id>) + koine::variance_population(col<&article::id>));
    check(koine::sql_text<koine::dialect::postgres>(names).find("STRING_AGG") == 7 && !koine::sql_text<koine::dialect::postgres>(spread).empty());
}};

wanted const ranked{"rank rows, or look at those around", [](database& db) {
    check(of_articles(db, koine::over(koine::rank(), koine::partition_by(col<&article::author_id>), koine::order_by(col<&article::title>))) == numbers{2, 1, 3, 1});
    auto const order = koine::order_by(col<&article::id>);
    check(of_articles(db, koine::over(koine::row_number(), order) + koine::over(koine::dense_rank(), order) + koine::over(koine::ntile<2>(), order)) == numbers{3, 5, 8, 10});
    check(of_articles(db, koine::over(koine::percent_rank(), order) + koine::over(koine::cume_dist(), order))[3] == 2.0);
    check(of_articles(db, koine::over(koine::lag(col<&article::id>), order) + koine::over(koine::lead(col<&article::id>), order))[1] == 12);
    check(of_articles(db, koine::over(koine::first_value(col<&article::id>), order) + koine::over(koine::last_value(col<&article::id>), order) + koine::over(koine::nth_value<2>(col<&article::id>), order))[3] == 19);
}};

wanted const framed{"say which rows a function sees", [](database& db) {
    auto const sum = [&](auto const& frame) { return of_articles(db, koine::over(koine::sum(col<&article::id>), koine::order_by(col<&article::id>), frame))[2]; };
    check(sum(koine::rows_between(koine::preceding<1>, koine::current_row)) == 13);
    check(sum(koine::range_between(koine::unbounded_preceding, koine::current_row)) == 18);
    check(sum(koine::groups_between(koine::current_row, koine::following<1>)) == 15);
}};

wanted const placed{"say where NULL stands in an order", [](database& db) {
    check(ids(db.all(koine::from<author>().order_by(koine::asc(col<&author::email>).nulls_first()))) == numbers{8, 7, 9});
    check(ids(db.all(koine::from<author>().order_by(koine::desc(col<&author::email>).nulls_last()))) == numbers{9, 7, 8});
}};

}  // namespace blog
