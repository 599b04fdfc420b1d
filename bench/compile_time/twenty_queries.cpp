// SPDX-License-Identifier: BSL-1.0
// Twenty realistic queries, to be compiled and weighed; twenty_by_hand.cpp loads the same structs with the C API.

#include "structs.hpp"

#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

namespace twenty {

constexpr auto describe(koine::model<author>) {
    return koine::table("authors").primary_key<&author::id>(koine::generated).unique<&author::email>().has_many<"articles", article, "author">();
}
constexpr auto describe(koine::model<article>) {
    return koine::table("articles")
        .primary_key<&article::id>(koine::generated)
        .belongs_to<"author", author, &article::author_id>()
        .has_many<"comments", comment, "article">();
}
constexpr auto describe(koine::model<comment>) {
    return koine::table("comments").primary_key<&comment::id>(koine::generated).belongs_to<"article", article, &comment::article_id>();
}

using database = koine::database<koine::driver::sqlite>;
using koine::col;
using text = std::string_view;

#ifndef QUERIES
#define QUERIES 20
#endif

#if QUERIES >= 1
std::vector<author> authors(database& db) { return db.all(koine::from<author>()); }
std::vector<author> authors_named(database& db, text name) { return db.all(koine::from<author>().where(col<&author::name> == name)); }
std::vector<article> published(database& db) { return db.all(koine::from<article>().where(col<&article::published>).order_by(koine::desc(col<&article::id>))); }
std::vector<article> page(database& db, int at) { return db.all(koine::from<article>().order_by(col<&article::title>).limit(20).offset(at)); }
std::vector<comment> comments_of(database& db, std::int64_t id) { return db.all(koine::from<comment>().where(col<&comment::article_id> == id)); }
std::vector<headline> headlines(database& db) { return db.all(koine::from<article>().select<headline>()); }
std::vector<headline> headlines_of(database& db, text name) { return db.all(koine::from<article>().join<"author">().select<headline>().where(col<&author::name> == name)); }
std::vector<author_page> pages(database& db) { return db.all(koine::from<author>().select<author_page>()); }
std::vector<author_page> newest(database& db, text name) {
    return db.all(koine::from<author>()
                      .select<author_page>()
                      .include<&author_page::articles>(koine::where(col<&article::published>), koine::order_by(koine::desc(col<&article::id>)), koine::limit(10))
                      .where(col<&author::name> == name));
}
std::vector<stats> busiest(database& db) {
    return db.all(koine::from<author>().join<"articles">().select<stats>(col<&author::name>, koine::count()).group_by(col<&author::name>).order_by(koine::desc(koine::count())).limit<10>());
}
#endif
#if QUERIES >= 20
std::vector<author> with_email(database& db) { return db.all(koine::from<author>().where(col<&author::email> != std::nullopt)); }
std::vector<author> some_authors(database& db, std::vector<std::int64_t> const& ids) { return db.all(koine::from<author>().where(col<&author::id>.in(ids))); }
std::vector<article> matching(database& db, text part) { return db.all(koine::from<article>().where(col<&article::title>.contains(part) || col<&article::title>.starts_with(part))); }
std::vector<article> between_ids(database& db, std::int64_t low, std::int64_t high) { return db.all(koine::from<article>().where(koine::between(col<&article::id>, low, high) && !col<&article::published>)); }
std::vector<author> writers(database& db) { return db.all(koine::from<author>().where(koine::exists(koine::from<article>().where(col<&article::author_id> == col<&author::id>)))); }
std::vector<headline> discussed(database& db) { return db.all(koine::from<article>().select<headline>().where(col<&article::id>.in(koine::from<comment>().select(col<&comment::article_id>)))); }
std::int64_t how_many(database& db) { return db.one(koine::from<article>().select(koine::count()).where(col<&article::published>)); }
std::int64_t publish(database& db, std::int64_t id) { return db.execute(koine::update<article>().set(col<&article::published> = true).where(col<&article::id> == id)); }
std::int64_t forget(database& db, std::int64_t id) { return db.execute(koine::erase<comment>().where(col<&comment::article_id> == id)); }
std::int64_t add(database& db, std::int64_t id, text body) { return db.execute(koine::insert<comment>().set(col<&comment::article_id> = id, col<&comment::body> = body)); }
#endif
#if QUERIES >= 40
std::vector<author> more_01(database& db, text name) { return db.all(koine::from<author>().where(col<&author::name> != name)); }
std::vector<author> more_02(database& db, text name) { return db.all(koine::from<author>().where(col<&author::name> < name).order_by(col<&author::name>)); }
std::vector<author> more_03(database& db, text name) { return db.all(koine::from<author>().where(col<&author::email> == name).limit(1)); }
std::vector<author> more_04(database& db, std::int64_t id) { return db.all(koine::from<author>().where(col<&author::id> > id && col<&author::name> != "x")); }
std::vector<article> more_05(database& db, std::int64_t id) { return db.all(koine::from<article>().where(col<&article::author_id> == id && col<&article::published>)); }
std::vector<article> more_06(database& db, std::int64_t id) { return db.all(koine::from<article>().where(col<&article::author_id> == id).order_by(col<&article::title>).limit(5)); }
std::vector<article> more_07(database& db, text name) { return db.all(koine::from<article>().join<"author">().where(col<&author::name> == name)); }
std::vector<article> more_08(database& db) { return db.all(koine::from<article>().where(!koine::exists(koine::from<comment>().where(col<&comment::article_id> == col<&article::id>)))); }
std::vector<comment> more_09(database& db, text part) { return db.all(koine::from<comment>().where(col<&comment::body>.ends_with(part))); }
std::vector<comment> more_10(database& db, std::int64_t id) { return db.all(koine::from<comment>().where(col<&comment::id> >= id).order_by(koine::desc(col<&comment::id>)).limit(100)); }
std::vector<headline> more_11(database& db) { return db.all(koine::from<article>().select<headline>().where(col<&article::published>).order_by(col<&article::title>)); }
std::vector<headline> more_12(database& db, std::int64_t id) { return db.all(koine::from<article>().select<headline>().where(col<&article::author_id> == id).limit(3)); }
std::vector<author_page> more_13(database& db) { return db.all(koine::from<author>().select<author_page>().order_by(col<&author::name>).limit(20)); }
std::vector<author_page> more_14(database& db, std::int64_t id) { return db.all(koine::from<author>().select<author_page>().where(col<&author::id> == id)); }
std::vector<stats> more_15(database& db) { return db.all(koine::from<author>().join<"articles">().select<stats>(col<&author::name>, koine::count()).group_by(col<&author::name>).having(koine::count() > 1)); }
std::int64_t more_16(database& db) { return db.one(koine::from<comment>().select(koine::count())); }
std::int64_t more_17(database& db, std::int64_t id) { return db.execute(koine::update<article>().set(col<&article::title> = "x").where(col<&article::author_id> == id)); }
std::int64_t more_18(database& db, std::int64_t id) { return db.execute(koine::erase<article>().where(col<&article::id> == id)); }
std::int64_t more_19(database& db, text name) { return db.execute(koine::insert<author>().set(col<&author::name> = name)); }
std::int64_t more_20(database& db, text name, std::int64_t id) { return db.execute(koine::update<author>().set(col<&author::name> = name).where(col<&author::id> == id)); }
#endif

}  // namespace twenty
