// SPDX-License-Identifier: BSL-1.0
// The queries whose texts are golden, of functions: each at least once.
#pragma once

#include "queries.hpp"

namespace golden {

// ---- conditions and casts
GOLDEN(cases, koine::from<employee>().select(koine::case_when(col<&employee::bonus> > 3, "much").when(col<&employee::boss_id> == std::nullopt, col<&employee::name>).otherwise("little")))
GOLDEN(case_without_otherwise, koine::from<article>().select(koine::case_when(col<&article::published>, 1).when(col<&article::id> < 5, col<&article::author_id>)))
GOLDEN(null_for_value, koine::from<author>().select(koine::coalesce(koine::null_if(col<&author::name>, ""), col<&author::email>, "none")))
GOLDEN(extremes_of_row, koine::from<employee>().select(koine::greatest(col<&employee::bonus>, 1)).where(koine::least(col<&employee::salary>, col<&employee::bonus>, 1.5) > 0))
GOLDEN(extreme_with_null, koine::from<employee>().select(koine::least(col<&employee::boss_id>, col<&employee::id>)))
GOLDEN(casts, koine::from<employee>().select(koine::cast<std::string>(col<&employee::bonus> + 1)).where(koine::cast<std::int64_t>(col<&employee::salary>) == 2 && koine::cast<double>(col<&employee::bonus>) > 0.5))
GOLDEN(other_casts, koine::from<article>().select(koine::cast<std::vector<std::byte>>(col<&article::title>)).order_by(koine::cast<std::int64_t>(col<&article::published>)))

// ---- functions
GOLDEN(text_folded_to_ascii, koine::from<author>().select(koine::lower_ascii(col<&author::name>)).order_by(koine::upper_ascii(col<&author::email>)))
GOLDEN(text_lengths, koine::from<author>().select(koine::character_length(col<&author::name>) + koine::octet_length(col<&author::email>)))
GOLDEN(texts_joined, koine::from<author>().select(koine::concat("<", koine::trim(col<&author::name>), "> ", col<&author::email>)))
GOLDEN(text_parts, koine::from<author>().select(koine::replace(koine::substring(col<&author::name>, 2, 3), "a", "b")).where(koine::position(col<&author::name>, "x") > 1))
GOLDEN(text_parts_of_null, koine::from<author>().select(koine::replace(col<&author::name>, "a", koine::concat(col<&author::email>, "b"))))
GOLDEN(text_ends, koine::from<author>().select(koine::trim_start(koine::trim_end(col<&author::name>))).where(koine::like(col<&author::name>, "a%") && !koine::like(col<&author::email>, "_!%")))
GOLDEN(number_functions, koine::from<employee>().select(koine::absolute(col<&employee::bonus> - 7) * koine::sign(col<&employee::salary>)))
GOLDEN(whole_numbers, koine::from<employee>().select(koine::round(col<&employee::salary>) + koine::truncate(col<&employee::salary>)).where(koine::floor(col<&employee::salary>) < koine::ceiling(col<&employee::salary>)))
GOLDEN(roots, koine::from<employee>().select(koine::square_root(col<&employee::salary>)))

// ---- ordering
GOLDEN(nulls_placed, koine::from<author>().select(col<&author::name>).order_by(koine::asc(col<&author::email>).nulls_first(), koine::desc(col<&author::email>).nulls_last(), koine::asc(col<&author::name>).nulls_first()))
GOLDEN(conditions_ordered, koine::from<author>().select(col<&author::name>).order_by(koine::desc(col<&author::email> > "a" && col<&author::id> > 3)))
GOLDEN(nulls_placed_behind, koine::from<comment>().select(col<&comment::id>).order_by(koine::asc(col<&comment::author_id>).nulls_first()).after(5, 7).last<2>())

// ---- aggregates and windows
GOLDEN(filtered_aggregates, koine::from<employee>().select(koine::count().filter(col<&employee::bonus> > 1) + koine::count_distinct(col<&employee::name>).filter(col<&employee::salary> > 2.5)))
GOLDEN(filtered_means, koine::from<employee>().select(koine::coalesce(koine::avg_distinct(col<&employee::bonus>).filter(col<&employee::boss_id> != std::nullopt), 0.5) + koine::avg(col<&employee::salary>)))
GOLDEN(distinct_sums, koine::from<employee>().select(koine::sum_distinct(col<&employee::bonus>)))
GOLDEN(truths, koine::from<article>().select(koine::bool_or(col<&article::published>)).group_by(col<&article::author_id>).having(koine::bool_and(col<&article::id> > 3)))
GOLDEN(deviation, koine::from<employee>().select(koine::stddev_sample(col<&employee::bonus>) / koine::variance_population(col<&employee::salary>)))
GOLDEN(texts_aggregated, koine::from<author>().select(koine::string_agg<", ">(col<&author::email>, koine::order_by(koine::desc(col<&author::name>))).filter(col<&author::id> > 2)))
GOLDEN(ranks, koine::from<employee>().select(koine::over(koine::row_number(), koine::partition_by(col<&employee::boss_id>, col<&employee::name>), koine::order_by(koine::desc(col<&employee::boss_id>), col<&employee::id>))).order_by(koine::over(koine::rank(), koine::order_by(col<&employee::salary>))))
GOLDEN(neighbours, koine::from<employee>().select(koine::over(koine::lag<2>(col<&employee::bonus>), koine::order_by(col<&employee::id>)) - koine::over(koine::lead(col<&employee::bonus>), koine::order_by(col<&employee::id>))))
GOLDEN(frame_of_rows, koine::from<employee>().select(koine::over(koine::sum(col<&employee::bonus>).filter(col<&employee::salary> > 1.0), koine::order_by(col<&employee::id>), koine::rows_between(koine::preceding<2>, koine::following<10>))))
GOLDEN(frame_of_least, koine::from<employee>().select(koine::over(koine::min(col<&employee::bonus>).filter(col<&employee::salary> > 1.0), koine::order_by(col<&employee::id>), koine::rows_between(koine::current_row, koine::following<1>))))
GOLDEN(frame_of_range, koine::from<employee>().select(koine::over(koine::nth_value<2>(col<&employee::name>), koine::order_by(col<&employee::id>), koine::range_between(koine::unbounded_preceding, koine::unbounded_following))))
GOLDEN(frame_of_groups, koine::from<employee>().select(koine::over(koine::count(), koine::order_by(col<&employee::salary>), koine::groups_between(koine::preceding<1>, koine::current_row).exclude<koine::frame_exclusion::ties>())))
GOLDEN(window_over_groups, koine::from<article>().select(koine::over(koine::sum(koine::count()), koine::order_by(col<&article::author_id>))).group_by(col<&article::author_id>))
GOLDEN(window_of_last_rows, koine::from<article>().select(koine::over(koine::ntile<4>(), koine::order_by(col<&article::id>))).last<3>())

using function_queries = query_list<cases, case_without_otherwise, null_for_value, extremes_of_row, extreme_with_null, casts, other_casts, text_folded_to_ascii, text_lengths, texts_joined, text_parts, text_parts_of_null,
                                    text_ends, number_functions, whole_numbers, roots, nulls_placed, conditions_ordered, nulls_placed_behind, filtered_aggregates, filtered_means, distinct_sums, truths, deviation,
                                    texts_aggregated, ranks, neighbours, frame_of_rows, frame_of_least, frame_of_range, frame_of_groups, window_over_groups, window_of_last_rows>;

}  // namespace golden
