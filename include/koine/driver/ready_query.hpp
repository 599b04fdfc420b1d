// SPDX-License-Identifier: BSL-1.0
// driver · ready_query: a query with the text and the values that it has now.
#pragma once

#include <koine/driver/binding.hpp>

#include <koine/dialect/render.hpp>
#include <koine/query/guard.hpp>
#include <koine/sql/sql.hpp>

namespace koine {

namespace detail {

/// The text of a query as it is now, and the values to bind. Its text is a constant unless parts of it can be absent.
template <class Dialect, class Query>
class ready_query {
public:
    using tokens = typename Query::tokens;

    explicit ready_query(Query const& query) : values_(query.values) {
        static_assert(statement_count<Dialect, Query> == 1, "koine: this verb takes several statements in this dialect, which no driver runs yet");
        if constexpr (tree_of<tokens>[0].code == op::update || tree_of<tokens>[0].code == op::erase) {
            if (check_rules<tokens>() && takes_every_row(tree_of<tokens>, values_.at))
                throw error(error_kind::misuse, "koine: nothing is left of this update's or erase's condition, so it would take every row; say update_all or erase_all");
        }
    }

    [[nodiscard]] bound_value const* values() const { return values_.at; }

    [[nodiscard]] statement_view statement() {
        if constexpr (is_fixed<Query>) {
            return text_of<Dialect, tokens>.view();
        } else {
            static_assert(sizeof(text_of<Dialect, tokens, 0, true>) > 0);
            present_ = render_present<Dialect>(tree_of<tokens>, values_.at);
            return {present_.text, present_.order.data(), present_.binds, hash_text(present_.text)};
        }
    }

private:
    resolved_values<Query::values_type::count> values_;
    [[no_unique_address]] std::conditional_t<is_fixed<Query>, bound_array<0>, string_sink> present_{};
};

}  // namespace detail

/// The SQL of a query in a dialect, as it is now: text and typed binds.
template <class Dialect, class Query>
sql_statement sql(Query const& query) {
    detail::ready_query<Dialect, Query> ready(query);
    detail::statement_view const text = ready.statement();
    sql_statement made{std::string(text.text), {}};
    for (int i = 0; i < text.binds; ++i) made.binds.push_back(sql_statement::copy(ready.values()[text.order[i]]));
    return made;
}
template <template <int...> class Dialect, class Query>
sql_statement sql(Query const& query) {
    return sql<Dialect<>>(query);
}

}  // namespace koine
