// SPDX-License-Identifier: BSL-1.0
// bench · forty_queries: twenty more, with no struct that is not in the first twenty.
#pragma once

#include "twenty_queries.hpp"

namespace blog {

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

}  // namespace blog
