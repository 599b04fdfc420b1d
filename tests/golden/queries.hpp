// SPDX-License-Identifier: BSL-1.0
// The queries whose texts are golden: each construct of the language at least once.
#pragma once

#include "models.hpp"

/// A query with a name, made by a function so that one that owns text or a list can be among them.
#define GOLDEN(NAME, ...)                                    \
    inline auto make_##NAME() { return __VA_ARGS__; }        \
    struct NAME {                                            \
        static constexpr std::string_view name = #NAME;      \
        using query = decltype(make_##NAME());               \
    };

namespace golden {

using koine::col;

// ---- selects
GOLDEN(whole_model, koine::from<author>())
GOLDEN(one_column, koine::from<author>().select(col<&author::name>))
GOLDEN(some_columns, koine::from<article>().select<headline>())
GOLDEN(distinct_values, koine::from<article>().select(col<&article::author_id>).distinct())
GOLDEN(renamed_column, koine::from<product>().select(col<&product::label>).where(col<&product::label> == "x"))

// ---- conditions
GOLDEN(comparison_both_ways, koine::from<author>().where(col<&author::id> > 5 && 9 >= col<&author::id>))
GOLDEN(columns_compared, koine::from<article>().where(col<&article::id> != col<&article::author_id>))
GOLDEN(logic, koine::from<article>().where((col<&article::published> || col<&article::id> < 3) && !(col<&article::title> == "a" || col<&article::title> == "b")))
GOLDEN(not_published, koine::from<article>().where(!col<&article::published>))
GOLDEN(null_tests, koine::from<author>().where(col<&author::email> == std::nullopt || col<&author::email> != std::nullopt))
GOLDEN(null_safe, koine::from<author>().where(col<&author::email>.same_as(std::optional<std::string>("a")) && col<&author::email>.not_same_as(std::nullopt)))
GOLDEN(between_bounds, koine::from<author>().where(koine::between(col<&author::id>, 1, 9)))
GOLDEN(two_wheres, koine::from<author>().where(col<&author::id> > 1 || col<&author::id> < -1).where(col<&author::name> != "x"))
GOLDEN(in_values, koine::from<author>().where(col<&author::id>.in({1, 2, 3}) && col<&author::name>.not_in({"a", "b"})))
GOLDEN(in_query, koine::from<author>().where(col<&author::id>.in(koine::from<article>().select(col<&article::author_id>).where(col<&article::published>))))
GOLDEN(not_in_query, koine::from<author>().where(col<&author::id>.not_in(koine::from<article>().select(col<&article::author_id>))))
GOLDEN(in_page, koine::from<author>().where(col<&author::id>.in(koine::from<article>().select(col<&article::author_id>).order_by(col<&article::title>).limit<2>())))
GOLDEN(exists_rows, koine::from<author>().where(koine::exists(koine::from<article>().where(col<&article::author_id> == col<&author::id>))))
GOLDEN(scalar_value, koine::from<employee>().where(col<&employee::salary> > koine::scalar(koine::from(boss).select(boss.col<&employee::salary>).where(boss.col<&employee::id> == col<&employee::boss_id>))))
GOLDEN(text_exact, koine::from<author>().where(col<&author::name>.contains("%") && col<&author::name>.starts_with("_") && col<&author::name>.ends_with("\\")))
GOLDEN(text_folded, koine::from<author>().where(col<&author::name>.contains("A", koine::insensitive) || col<&author::name>.starts_with("B", koine::insensitive) || col<&author::name>.ends_with("C", koine::insensitive)))
GOLDEN(enum_by_name, koine::from<everything>().select(col<&everything::id>).where(col<&everything::paint> == color::green))
GOLDEN(escape_hatch, koine::from<author>().select(koine::raw<std::int64_t, "length({}) + {}">(col<&author::name>, 1)).where(koine::raw<bool, "{} IS NOT NULL">(col<&author::email>)))

// ---- arithmetic and functions
GOLDEN(arithmetic, koine::from<employee>().select(-(col<&employee::id> + 1) * 2 - col<&employee::bonus>))
GOLDEN(integer_division, koine::from<employee>().select(col<&employee::id> / col<&employee::bonus> % 7))
GOLDEN(real_division, koine::from<employee>().select(col<&employee::salary> / 2))
GOLDEN(coalesced, koine::from<author>().select(koine::coalesce(col<&author::email>, "none")))
GOLDEN(bound_real_for_integer, koine::from<employee>().select(col<&employee::name>).where(col<&employee::bonus> > 1.5))

// ---- aggregates
GOLDEN(count_all, koine::from<author>().select(koine::count()))
GOLDEN(counts, koine::from<author>().select(koine::count(col<&author::email>) + koine::count_distinct(col<&author::name>)))
GOLDEN(mean_of_integers, koine::from<employee>().select(koine::avg(col<&employee::bonus>)))
GOLDEN(sum_and_extremes, koine::from<employee>().select(koine::coalesce(koine::sum(col<&employee::bonus>), 0) + koine::coalesce(koine::max(col<&employee::bonus>) - koine::min(col<&employee::bonus>), 0)))
GOLDEN(grouped, koine::from<author>().join<"articles">().select<stats>(col<&author::name>, koine::count()).group_by(col<&author::name>).having(koine::count() > 3).order_by(koine::desc(koine::count()), col<&author::name>).limit<10>())

// ---- joins
GOLDEN(join_by_relation, koine::from<article>().join<"author">().where(col<&author::name> == "Ada"))
GOLDEN(left_join_by_relation, koine::from<comment>().left_join<"author">().select(col<&author::name>.same_as("x")))
GOLDEN(join_by_condition, koine::from<author>().left_join<article>(koine::on(col<&article::author_id> == col<&author::id> && col<&article::published>)).select(koine::coalesce(col<&article::title>, "-")))
GOLDEN(self_join, koine::from<employee>().join<"boss">(boss).where(col<&employee::salary> > boss.col<&employee::salary>))

// ---- order and pages
GOLDEN(ordered, koine::from<author>().order_by(koine::desc(col<&author::email>), col<&author::name>))
GOLDEN(page_gets_key, koine::from<author>().order_by(koine::desc(col<&author::name>)).limit(10).offset(20))
GOLDEN(page_has_key, koine::from<author>().order_by(col<&author::name>, col<&author::id>).limit(10))
GOLDEN(page_without_order, koine::from<author>().limit<5>())
GOLDEN(offset_alone, koine::from<author>().order_by(col<&author::id>).offset(7))
GOLDEN(locking_clause, koine::from<author>().where(col<&author::id> == 1).raw<"LIMIT {}">(1))

// ---- includes
GOLDEN(quickstart_page, koine::from<author>().select<author_page>().include<&author_page::articles>(koine::where(col<&article::published>), koine::order_by(koine::desc(col<&article::id>)), koine::limit(10)).where(col<&author::name> == std::string_view("Ada")))
GOLDEN(plain_include, koine::from<author>().select<author_page>())
GOLDEN(ordered_include, koine::from<author>().select<author_page>().include<&author_page::articles>(koine::order_by(col<&article::title>)))
GOLDEN(paged_root, koine::from<author>().select<author_page>().order_by(col<&author::name>).limit(20).offset(40))
GOLDEN(three_levels, koine::from<author>().select<author_discussion>().include<&author_discussion::articles>(koine::order_by(koine::desc(col<&article::id>)), koine::limit(3)).include<&author_discussion::articles, &discussed::comments>(koine::where(col<&comment::body> != ""), koine::order_by(col<&comment::id>), koine::limit(2), koine::offset(1)))
GOLDEN(whole_levels, koine::from<author>().select<author_discussion>().include<&author_discussion::articles>(koine::order_by(koine::desc(col<&article::id>))).include<&author_discussion::articles, &discussed::comments>(koine::where(col<&comment::body> != "")).where(col<&author::name> == "Ada"))
GOLDEN(to_one_both_ways, koine::from<article>().select<signed_article>())
GOLDEN(self_relation, koine::from<employee>().select<minion>())
GOLDEN(composite_relation, koine::from<shelf>().select<stored>())
GOLDEN(computed_member, koine::from<author>().select<author_count>(koine::as<&author_count::article_count>(koine::coalesce(koine::scalar(koine::from<article>().select(koine::count()).where(col<&article::author_id> == col<&author::id>)), 0))))

// ---- relations in expressions
GOLDEN(some_related, koine::from<author>().where(koine::some<"articles">(col<&article::published>)))
GOLDEN(every_related, koine::from<author>().where(koine::every<"articles">(col<&article::title> != "x")))
GOLDEN(none_related, koine::from<author>().where(koine::none<"articles">()))
GOLDEN(is_related, koine::from<comment>().where(koine::is<"author">(col<&author::name> == "Ada")))
GOLDEN(is_not_related, koine::from<shelf>().where(koine::is_not<"product">()))
GOLDEN(nested_filters, koine::from<author>().where(koine::some<"articles">(col<&article::published>, koine::every<"comments">(koine::is<"author">(col<&author::name> == "Ada")))))
GOLDEN(some_through_junction, koine::from<article>().where(koine::some<"tags">(col<&tag::name> == "x" && col<&tagging::position> > 1)))
GOLDEN(join_through_junction, koine::from<article>().left_join<"tags">().select(koine::coalesce(col<&tag::name>, "-")))
GOLDEN(ordered_by_count, koine::from<author>().order_by(koine::desc(koine::count_of<"articles">(col<&article::published>))).limit<3>())
GOLDEN(page_by_count, koine::from<author>().select<author_page>().order_by(koine::desc(koine::count_of<"articles">())).limit<3>())
GOLDEN(value_of_chain, koine::from<comment>().select(koine::value_of<"article", "author">(col<&author::name>)))
GOLDEN(aggregates_related, koine::from<author>().where(koine::sum_of<"articles">(col<&article::id>) > 9 && koine::avg_of<"articles">(col<&article::id>) < 2.5 && koine::max_of<"articles">(col<&article::title>) == "x"))

// ---- windows
GOLDEN(last_rows, koine::from<article>().order_by(col<&article::title>).last<3>())
GOLDEN(first_of_each, koine::from<article>().distinct_on(col<&article::author_id>).order_by(koine::desc(col<&article::id>)).limit<5>())
GOLDEN(behind_values, koine::from<article>().order_by(koine::desc(col<&article::title>)).after("x", 7))
GOLDEN(behind_row, koine::from<author>().order_by(col<&author::email>).after<&author::id>(7).limit<2>())
GOLDEN(junction_window, koine::from<article>().select<tagged_article>().include<&tagged_article::tags>(koine::as<&placed_tag::position>(col<&tagging::position>), koine::order_by(col<&tagging::position>), koine::limit<3>()))
GOLDEN(last_of_each_list, koine::from<article>().select<tagged_article>().include<&tagged_article::tags>(koine::as<&placed_tag::position>(col<&tagging::position>), koine::order_by(col<&tagging::position>), koine::last<3>()))
GOLDEN(two_windows_of_one, koine::from<author>().select<two_windows>()
    .include<&two_windows::first>(koine::through<"articles">, koine::as<&counted_headline::comments_made>(koine::count_of<"comments">()), koine::limit<2>())
    .include<&two_windows::newest>(koine::through<"articles">, koine::as<&counted_headline::comments_made>(koine::count_of<"comments">()), koine::order_by(koine::desc(col<&article::id>)), koine::distinct_on(col<&article::title>), koine::limit<2>()))

// ---- writes
GOLDEN(insert_columns, koine::insert<author>().set(col<&author::name> = "Ada", col<&author::email> = std::nullopt))
GOLDEN(insert_returning, koine::insert<author>().set(col<&author::name> = "Ada").returning())
GOLDEN(insert_returning_key, koine::insert<author>().set(col<&author::name> = "Ada").returning(col<&author::id>))
GOLDEN(update_rows, koine::update<employee>().set(col<&employee::bonus> = col<&employee::bonus> + 1, col<&employee::name> = "x").where(col<&employee::id> == 1))
GOLDEN(update_reads_old, koine::update<employee>().set(col<&employee::id> = 1, col<&employee::salary> = col<&employee::id> * 2.0).where(col<&employee::id> == 1))
GOLDEN(update_correlated, koine::update<author>().set(col<&author::email> = std::nullopt).where(!koine::exists(koine::from<article>().where(col<&article::author_id> == col<&author::id>))))
GOLDEN(update_every_row, koine::update_all<article>().set(col<&article::published> = true))
GOLDEN(update_returning, koine::update<author>().set(col<&author::name> = "x").where(col<&author::id> == 1).returning())
GOLDEN(erase_rows, koine::erase<article>().where(col<&article::id>.in({1, 2})))
GOLDEN(erase_every_row, koine::erase_all<article>())
GOLDEN(erase_returning, koine::erase<article>().where(col<&article::published>).returning<headline>())
GOLDEN(erase_by_own_relation, koine::erase<employee>().where(koine::none<"reports">(koine::some<"reports">())))
GOLDEN(update_by_own_rows, koine::update<employee>().set(col<&employee::bonus> = 1, col<&employee::salary> = koine::coalesce(koine::sum_of<"reports">(col<&employee::salary>), 0.5)).where(koine::some<"reports">()))
GOLDEN(update_to_count, koine::update<author>().set(col<&author::id> = koine::count_of<"articles">()).where(koine::some<"articles">()))
GOLDEN(insert_returning_count, koine::insert<author>().set(col<&author::name> = "Ada").returning(koine::count_of<"articles">()))
GOLDEN(upsert_updates, koine::upsert(author{.name = "Ada"}).on<&author::email>().set<&author::name>())
GOLDEN(upsert_skips, koine::upsert(author{.name = "Ada"}).on<&author::email>())
GOLDEN(upsert_beside_other_key, koine::upsert(product{}).on<&product::code>().set<&product::label, &product::stock>().returning())

/// Everything above, for what goes through all of it.
template <class... Queries>
struct query_list {};
using all_queries = query_list<
    whole_model, one_column, some_columns, distinct_values, renamed_column, comparison_both_ways, columns_compared, logic, not_published,
    null_tests, null_safe, between_bounds, two_wheres, in_values, in_query, not_in_query, in_page, exists_rows, scalar_value, text_exact, text_folded,
    enum_by_name, escape_hatch, arithmetic, integer_division, real_division, coalesced, bound_real_for_integer, count_all, counts,
    mean_of_integers, sum_and_extremes, grouped, join_by_relation, left_join_by_relation, join_by_condition, self_join, ordered, page_gets_key,
    page_has_key, page_without_order, offset_alone, locking_clause, quickstart_page, plain_include, ordered_include, paged_root, three_levels, whole_levels,
    to_one_both_ways, self_relation, composite_relation, computed_member, some_related, every_related, none_related, is_related, is_not_related, nested_filters,
    some_through_junction, join_through_junction, ordered_by_count, page_by_count, value_of_chain, aggregates_related, last_rows, first_of_each, behind_values, behind_row, junction_window, last_of_each_list,
    two_windows_of_one, insert_columns, insert_returning, insert_returning_key, update_rows,
    update_reads_old, update_correlated, update_every_row, update_returning, erase_rows, erase_every_row, erase_returning, erase_by_own_relation, update_by_own_rows, update_to_count, insert_returning_count, upsert_updates,
    upsert_skips, upsert_beside_other_key>;

using all_models = query_list<author, article, comment, tag, tagging, employee, product, shelf, everything>;

/// Those whose lists a database may load in more than one way.
using list_queries = query_list<quickstart_page, plain_include, ordered_include, paged_root, three_levels, whole_levels, to_one_both_ways, self_relation, junction_window, last_of_each_list, two_windows_of_one>;

}  // namespace golden
