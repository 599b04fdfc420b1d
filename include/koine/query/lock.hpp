// SPDX-License-Identifier: BSL-1.0
// query · lock: for_update and for_share: the rows that are read stay as they are until the transaction ends.
#pragma once

#include <koine/query/clause.hpp>

namespace koine {

/// Leaves out rows that another transaction has locked.
struct skip_locked_t {};
inline constexpr skip_locked_t skip_locked{};
/// A row that another transaction has locked is an error of kind timeout at once.
struct no_wait_t {};
inline constexpr no_wait_t no_wait{};

namespace detail {

/// How rows are locked; bits of a token's number.
inline constexpr std::int64_t lock_shares = 1, lock_skips = 2, lock_waits_not = 4;

template <class Model, fixed_string Alias>
struct locked_table {
    static constexpr token value{.code = op::lock_table, .table = &table_of<Model>, .text = kept_text<Alias>.view()};
};
template <std::int64_t How, int Tables>
struct lock_token {
    static constexpr token value{.code = op::lock, .arity = Tables, .number = How};
};

template <class Option>
inline constexpr bool names_locked_table = false;
template <class Model, fixed_string Alias>
inline constexpr bool names_locked_table<locked_table<Model, Alias>> = true;

template <class Option>
constexpr auto option_tokens(Option const&) {
    if constexpr (names_locked_table<Option>) return expression<void, values<0>, Option>{};
    else return expression<void, values<0>>{};
}

template <std::int64_t Mode, class... Options>
constexpr auto lock_rows(Options const&... options) {
    constexpr bool skips = (std::is_same_v<Options, skip_locked_t> || ...);
    constexpr bool waits_not = (std::is_same_v<Options, no_wait_t> || ...);
    constexpr bool known = ((names_locked_table<Options> || std::is_same_v<Options, skip_locked_t> || std::is_same_v<Options, no_wait_t>) && ...);
    static_assert(known && !(skips && waits_not),
                  "koine: for_update and for_share take koine::of<model>(), and one of koine::skip_locked and koine::no_wait");
    if constexpr (!known || (skips && waits_not)) return clause<op::lock, values<0>, refused_token>{};
    else {
        constexpr std::int64_t how = Mode | (skips ? lock_skips : 0) | (waits_not ? lock_waits_not : 0);
        constexpr int tables = (0 + ... + (names_locked_table<Options> ? 1 : 0));
        return make_clause<op::lock, lock_token<how, tables>>(sequence(expression<void, values<0>>{}, option_tokens(options)...));
    }
}

}  // namespace detail

/// The table whose rows are locked, where it is not that of the query alone.
template <class Model>
constexpr auto of() {
    return detail::locked_table<Model, "">{};
}
template <class Model, fixed_string Name>
constexpr auto of(table_alias<Model, Name>) {
    return detail::locked_table<Model, Name>{};
}

}  // namespace koine
