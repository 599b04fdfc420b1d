// SPDX-License-Identifier: BSL-1.0
// The queries whose texts are golden, of statements beyond a SELECT with its includes: outer joins and what follows them.
#pragma once

#include "queries.hpp"

namespace golden {

// ---- joins
GOLDEN(right_join_by_relation, koine::from<article>().right_join<"author">().select(col<&author::name>).limit<3>())
GOLDEN(right_join_through_junction, koine::from<article>().right_join<"tags">().select(col<&tag::name>))
GOLDEN(full_join_by_condition, koine::from<author>().full_join<article>(koine::on(col<&article::author_id> == col<&author::id> && col<&article::published>)).select(koine::coalesce(col<&author::name>, "-")))
GOLDEN(cross_join_of_alias, koine::from<employee>().cross_join(boss).select(boss.col<&employee::name>))

using statement_queries = query_list<right_join_by_relation, right_join_through_junction, full_join_by_condition, cross_join_of_alias>;

}  // namespace golden
