// SPDX-License-Identifier: BSL-1.0
// driver · ready_query: a query with the text and the values that it has now.
#pragma once

#include <koine/driver/binding.hpp>
#include <koine/driver/load.hpp>
#include <koine/driver/sent_statement.hpp>
#include <koine/driver/split.hpp>
#include <koine/driver/steps.hpp>

#include <koine/dialect/render.hpp>
#include <koine/query/guard.hpp>
#include <koine/query/write.hpp>
#include <koine/sql/sql.hpp>

namespace koine {

namespace detail {

/// What a verb does with a query: a query that is none of it is refused.
struct gives_rows {
    static constexpr bool in_steps = true;
    static constexpr bool splits = false;
    static constexpr bool unites = true;  ///< what lies behind the first row has come from the server all the same
    template <class Query>
    static constexpr bool takes = !std::is_same_v<typename Query::result_type, no_rows>;
};
/// All of its rows, whose lists can come by statements of their own.
struct gives_all_rows : gives_rows {
    static constexpr bool splits = true;
};
/// The same for rows that are read one by one: a verb of several statements has no rows until all have run.
struct streams_rows : gives_rows {
    static constexpr bool in_steps = false;
    static constexpr bool unites = false;
};
struct writes_rows {
    static constexpr bool in_steps = true;
    static constexpr bool splits = false;
    static constexpr bool unites = false;
    template <class Query>
    static constexpr bool takes = tree_of<typename Query::tokens>[0].code != op::select;
};
struct any_statement {
    static constexpr bool in_steps = false;
    static constexpr bool splits = false;
    static constexpr bool unites = true;
    template <class>
    static constexpr bool takes = true;
};

/// The rules are checked on the way to the marked text too, which is the constant of a query with optional parts; of no other.
template <class Dialect, class Tokens, bool Fixed>
inline constexpr bool marked_text_is_sound = true;
template <class Dialect, class Tokens>
inline constexpr bool marked_text_is_sound<Dialect, Tokens, false> = sizeof(text_of<Dialect, Tokens, 0, true>) > 0;

/// The text of a query as it is now, and the values to bind. Its text is a constant unless parts of it can be absent.
template <class SpokenDialect, class Query, class Use = any_statement>
class ready_query {
public:
    using tokens = typename Query::tokens;
    static constexpr strategy named = strategy_of<SpokenDialect, tokens>;
    /// Lists that choose their memory come with the rows they belong to.
    static constexpr bool together = contents_of<typename Query::result_type>.chosen_lists;
    using Dialect = std::conditional_t<(named == strategy::split && (together || !Use::splits)) || (named == strategy::united && (together || !Use::unites)), unsplit<SpokenDialect>, SpokenDialect>;
    static constexpr bool fits = Use::template takes<Query>;
    static constexpr bool one_statement = statement_count<Dialect, Query> == 1;
    static constexpr strategy loading = strategy_of<Dialect, tokens>;
    static constexpr bool splits = loading == strategy::split;
    static constexpr list_form lists = loading == strategy::json ? list_form::json : list_form::rows;
    static_assert(fits || !std::is_base_of_v<gives_rows, Use>,
                  "koine: this statement gives no rows; ask for them by returning(), or run it by execute()");
    static_assert(fits || !std::is_same_v<Use, writes_rows>,
                  "koine: execute() runs a statement that writes; all(), one() and first() read");
    static_assert(one_statement || Use::in_steps,
                  "koine: this verb takes several statements in this dialect; run it by all(), one(), first() or execute(), or see sql_texts_of<Dialect, Query>");

    explicit ready_query(Query const& query) : values_(query.values) {
        sent_statement<Dialect, Query>::note();
        if constexpr (tree_of<tokens>[0].code == op::update || tree_of<tokens>[0].code == op::erase) {
            // A condition with neither lists nor optional parts cannot vanish.
            if constexpr (tree_of<tokens>.contains(op::when) || tree_of<tokens>.contains(op::list_value))
                if (takes_every_row(tree_of<tokens>, values_.data())) fail_every_row();
            if constexpr (!is_fixed<Query>)
                if (sets_nothing(tree_of<tokens>, values_.data())) fail_no_assignment();
        }
        if constexpr (!is_fixed<Query>) {
            present_ = render_present<Dialect>(tree_of<tokens>, values_.data());
            view_ = {present_.text, present_.order.data(), present_.binds, hash_text(present_.text)};
            if constexpr (splits) lists_.template render<Dialect>(tree_of<tokens>, values_.data(), list_levels_of<tokens>.count);
        }
    }
    ready_query(ready_query const&) = delete;
    ready_query& operator=(ready_query const&) = delete;

    [[nodiscard]] bound_value const* values() const { return values_.data(); }
    [[nodiscard]] statement_view const& statement() const {
        if constexpr (is_fixed<Query>) return statement_of<Dialect, tokens>;
        else return view_;
    }
    [[nodiscard]] auto as(char const* verb) const {
        request const whole{verb, statement(), values_.data()};
        if constexpr (!one_statement && Use::in_steps) return step_request{verb, step_statements_of<Dialect, tokens>.data(), statement_count<Dialect, Query>, values_.data()};
        else if constexpr (tree_of<tokens>[0].code == op::upsert) return upsert_request{whole};
        else if constexpr (splits && is_fixed<Query>) return split_request{whole, levels(), level_statements<Dialect, tokens>.data()};
        else if constexpr (splits) return split_request{whole, levels(), lists_.data()};
        else if constexpr (loading == strategy::united) return united_request{whole, {levels(), united_columns<Dialect, tokens>}};
        else if constexpr (lists == list_form::rows) return list_request{whole};
        else return whole;
    }

private:
    static_assert(marked_text_is_sound<Dialect, tokens, is_fixed<Query>>);

    [[noreturn, gnu::cold, gnu::noinline]] static void fail_every_row() {
        throw error(error_kind::misuse, "koine: nothing is left of this update's or erase's condition, so it would take every row; say update_all or erase_all");
    }

    [[noreturn, gnu::cold, gnu::noinline]] static void fail_no_assignment() {
        throw error(error_kind::misuse, "koine: none of this update's assignments is there, so it would set nothing");
    }

    static level_views levels() { return {level_views_of<Dialect, tokens>.data(), static_cast<int>(level_views_of<Dialect, tokens>.size())}; }

    struct nothing {};
    resolved_values<typename Query::values_type> values_;
    [[no_unique_address]] std::conditional_t<is_fixed<Query>, nothing, string_sink> present_{};
    [[no_unique_address]] std::conditional_t<is_fixed<Query>, nothing, statement_view> view_{};
    struct no_lists {};
    [[no_unique_address]] std::conditional_t<splits && !is_fixed<Query>, present_lists, no_lists> lists_{};
};

}  // namespace detail

/// The SQL of a query in a dialect, as it is now: text and typed binds.
template <class Dialect, class Query>
sql_statement sql(Query const& query) {
    detail::ready_query<Dialect, Query> ready(query);
    detail::statement_view const& text = ready.statement();
    sql_statement made{std::string(text.text), {}};
    for (int i = 0; i < text.binds; ++i)
        made.binds.push_back(text.order[i] == detail::gathered_list ? sql_statement::bind{} : sql_statement::copy(ready.values()[text.order[i]]));
    return made;
}
template <template <int...> class Dialect, class Query>
sql_statement sql(Query const& query) {
    return sql<Dialect<>>(query);
}

}  // namespace koine
