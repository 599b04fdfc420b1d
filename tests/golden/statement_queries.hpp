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

// ---- set operations and computed tables
struct wage { std::int64_t id{}; std::optional<double> paid; };
struct chain { std::int64_t id{}; std::optional<std::int64_t> boss_id{}; std::int64_t depth{}; };
struct route { std::int64_t id{}; std::string path; };
inline constexpr auto author_ids = koine::from<author>().select(col<&author::id>);
inline constexpr auto article_ids = koine::from<article>().select(col<&article::author_id>);
GOLDEN(united_values, koine::union_all(author_ids, article_ids.where(col<&article::published>)))
GOLDEN(united_rows_in_order, koine::union_of(koine::from<article>().select<headline>(), koine::from<article>().select<headline>().order_by(col<&article::title>).limit<2>()).order_by(koine::desc(col<&headline::title>)).limit(5))
GOLDEN(nested_compounds, koine::except(author_ids, koine::intersect(article_ids, author_ids)))
GOLDEN(compound_of_all, koine::intersect_all(author_ids, article_ids))
GOLDEN(in_a_union, koine::from<author>().where(col<&author::id>.in(koine::union_of(article_ids, author_ids))))
GOLDEN(ordered_values, koine::union_all(author_ids, article_ids).order_by(koine::desc(koine::the_value<std::int64_t>)))
GOLDEN(computed_table, koine::with<wage>(koine::from<employee>().select<wage>(col<&employee::id>, koine::avg(col<&employee::salary>)).group_by(col<&employee::id>)).from<employee>().join<wage>(koine::on(col<&wage::id> == col<&employee::boss_id>)).where(col<&wage::paid> > 9.5).select(col<&employee::name>))
GOLDEN(recursive_table, koine::with_recursive<chain>(koine::from<employee>().select<chain>(col<&employee::id>, col<&employee::boss_id>, koine::value(std::int64_t{0})).where(col<&employee::boss_id> == std::nullopt), koine::from<employee>().join<chain>(koine::on(col<&chain::id> == col<&employee::boss_id>)).select<chain>(col<&employee::id>, col<&employee::boss_id>, col<&chain::depth> + 1)).from<chain>().order_by(col<&chain::depth>).limit<9>())
GOLDEN(recursive_text, koine::with_recursive<route>(koine::from<employee>().select<route>(col<&employee::id>, koine::lower_ascii(col<&employee::name>)), koine::from<employee>().join<route>(koine::on(col<&route::id> == col<&employee::boss_id>)).select<route>(col<&employee::id>, koine::concat(col<&route::path>, col<&employee::name>))).from<route>())

// ---- locks
GOLDEN(locked_rows, koine::from<author>().where(col<&author::id> == 7).limit<1>().for_update(koine::skip_locked))
GOLDEN(shared_rows, koine::from<author>().for_share(koine::no_wait))
GOLDEN(locked_table, koine::from<article>().left_join<"author">().for_update())
GOLDEN(locked_tables, koine::from<employee>().join<"boss">(boss).for_update(koine::of(boss), koine::of<employee>()))
GOLDEN(locked_shape, koine::from<article>().select<signed_article>().order_by(col<&article::title>).limit<2>().for_update())

// ---- subqueries and rows
struct key_pair { std::int64_t id{}; std::int64_t author_id{}; };
inline constexpr auto published_ids = koine::from<article>().select(col<&article::author_id>).where(col<&article::published>);
GOLDEN(any_and_all, koine::from<author>().where(col<&author::id> > koine::all(published_ids) || col<&author::id> == koine::any(published_ids)).where(7 != koine::any(published_ids)))
GOLDEN(all_of_a_page, koine::from<author>().where(col<&author::id> <= koine::all(published_ids.limit<2>())).select(col<&author::name>))
GOLDEN(rows_compared, koine::from<employee>().where(koine::row(col<&employee::boss_id>, col<&employee::bonus>) < koine::row(3, 4) && koine::row(col<&employee::id>, col<&employee::name>) == koine::row(col<&employee::boss_id>, "x")).select(col<&employee::id>))
GOLDEN(row_in_rows, koine::from<article>().where(koine::row(col<&article::id>, col<&article::author_id>).in(koine::row(1, 2), koine::row(3, 4))).select(col<&article::id>))
GOLDEN(row_in_query, koine::from<article>().where(koine::row(col<&article::id>, col<&article::author_id>).in(koine::from<comment>().select<key_pair>(col<&comment::article_id>, col<&comment::id>))).select(col<&article::id>))
GOLDEN(row_not_in_query, koine::from<comment>().where(koine::row(col<&comment::author_id>, col<&comment::id>).not_in(koine::from<article>().select<key_pair>())).select(col<&comment::id>))

// ---- writes
struct copied { std::string title; std::int64_t author_id{}; bool published{}; };
GOLDEN(insert_of_a_subquery, koine::insert<author>().set(col<&author::name> = koine::coalesce(koine::scalar(koine::from<article>().select(col<&article::title>).limit<1>()), "x")).returning(col<&author::id>))

GOLDEN(insert_of_a_query, koine::insert<article>().columns<&article::title, &article::author_id, &article::published>(koine::from<article>().select<copied>(col<&article::title>, col<&article::author_id>, col<&article::published>).where(col<&article::id> > 5)))
GOLDEN(insert_of_a_union, koine::insert<tag>().columns<&tag::name>(koine::union_of(koine::from<tag>().select(col<&tag::name>), koine::from<article>().select(col<&article::title>))).returning())

GOLDEN(upsert_that_adds, koine::upsert(product{}).on<&product::warehouse, &product::number>().set(col<&product::number> = koine::excluded<&product::number>, col<&product::label> = koine::concat(col<&product::label>, koine::excluded<&product::code>)))
GOLDEN(upsert_by_condition, koine::upsert(author{.name = "Ada"}).on<&author::email>().set(col<&author::name> = koine::concat(col<&author::name>, "/", koine::excluded<&author::name>)).where(col<&author::name> != koine::excluded<&author::name> && col<&author::id> > 3).returning())
GOLDEN(update_by_relation, koine::update<article>().join<"author">().set(col<&article::title> = koine::coalesce(col<&author::email>, col<&article::title>)).where(col<&author::name> != "x" && col<&article::id> > 1))
GOLDEN(update_by_condition, koine::update<author>().join<article>(koine::on(col<&article::author_id> == col<&author::id>)).join<employee>(koine::on(col<&employee::id> == col<&author::id>)).set(col<&author::name> = col<&employee::name>, col<&author::email> = "x").where(col<&article::published>))
GOLDEN(update_of_joined_assignments, koine::update<comment>().join<"article">().set(col<&comment::article_id> = col<&article::author_id>, col<&comment::author_id> = col<&comment::article_id>).where(col<&article::published>))
GOLDEN(update_of_an_alias, koine::update<employee>().join<"boss">(boss).set(col<&employee::salary> = boss.col<&employee::salary> * 0.5).where(boss.col<&employee::name> == "Ada"))
GOLDEN(update_joined_returning, koine::update<article>().join<"author">().set(col<&article::title> = col<&author::name>).where(col<&article::id> > 1).returning<headline>())
GOLDEN(erase_by_relation, koine::erase<article>().join<"author">().where(col<&author::name> == "x"))
GOLDEN(erase_through_junction, koine::erase<article>().join<"tags">().where(col<&tag::name> == "x" && koine::exists(koine::from<comment>().where(col<&comment::article_id> == col<&article::id>))))
GOLDEN(erase_joined_returning, koine::erase<tagging>().join<"tag">().where(col<&tag::name> == "x").returning(col<&tagging::position> + 1))
GOLDEN(erase_of_an_alias, koine::erase<employee>().join<"boss">(boss).where(boss.col<&employee::salary> < col<&employee::salary>))

using statement_queries = query_list<right_join_by_relation, right_join_through_junction, full_join_by_condition, cross_join_of_alias, united_values, united_rows_in_order,
    nested_compounds, compound_of_all, in_a_union, ordered_values, computed_table, recursive_table, recursive_text,
    any_and_all, all_of_a_page, rows_compared, row_in_rows, row_in_query, row_not_in_query,
    locked_rows, shared_rows, locked_table, locked_tables, locked_shape, insert_of_a_subquery,
    insert_of_a_query, insert_of_a_union,
    upsert_that_adds, upsert_by_condition, update_by_relation, update_by_condition, update_of_joined_assignments, update_of_an_alias, update_joined_returning,
    erase_by_relation, erase_through_junction, erase_joined_returning, erase_of_an_alias>;

}  // namespace golden
