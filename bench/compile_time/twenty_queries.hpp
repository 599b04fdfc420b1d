// SPDX-License-Identifier: BSL-1.0
// bench · twenty_queries: conditions, subqueries and writes; beside twenty_by_hand.cpp.
#pragma once

#include "ten_queries.hpp"

namespace blog {

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

}  // namespace blog
