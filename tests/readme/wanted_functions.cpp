// SPDX-License-Identifier: BSL-1.0
// readme · wanted_functions: the rows of the README's table about functions, each with its code as it stands there.
#include "wanted.hpp"

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

wanted const placed{"say where NULL stands in an order", [](database& db) {
    check(ids(db.all(koine::from<author>().order_by(koine::asc(col<&author::email>).nulls_first()))) == numbers{8, 7, 9});
    check(ids(db.all(koine::from<author>().order_by(koine::desc(col<&author::email>).nulls_last()))) == numbers{9, 7, 8});
}};

}  // namespace blog
