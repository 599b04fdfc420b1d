// SPDX-License-Identifier: BSL-1.0
// bench · ten_queries: filters, pages, joins, includes and a group: six result structs.
#pragma once

#include "one_query.hpp"

namespace blog {

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

}  // namespace blog
