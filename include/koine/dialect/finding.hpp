// SPDX-License-Identifier: BSL-1.0
// dialect · finding: what can be wrong with a query, and where it is.
#pragma once

#include <koine/expression/token.hpp>

namespace koine::detail {

enum class problem : unsigned char {
    none,
    refused,  ///< the sentence was said where the mistake was made
    column_not_in_query,
    table_named_twice,
    aggregate_in_where,
    outer_aggregate,
    misplaced_window,
    ungrouped_column,
    missing_where,
    missing_set,
    missing_target,
    ambiguous_join,
    wrong_excluded,
    missing_column,
    no_model,
    no_recursion,
    lock_of_no_rows,
    lock_of_absent_table,
    unknown_member,
    wrong_member_type,
    wrong_relation_form,
    include_of_no_list,
    null_into_member,
    relation_in_returning,
    own_table_in_returning,
    told_apart_by_json,
    too_many_tables,
    too_deep,
    relation_not_in_query,
    unindexed_relation,
    included_twice,
    limit_and_last,
    window_over_groups,
    window_without_order,
    cursor_values,
    cursor_order,
    cursor_terms,
    cursor_row,
};

struct finding {
    problem what = problem::none;
    int token = 0;                            ///< where, in the query
    shape_descriptor const* shape = nullptr;  ///< of a member: its shape
    int member = 0;
    relation_descriptor const* relation = nullptr;  ///< of an index that is missing
};

}  // namespace koine::detail
