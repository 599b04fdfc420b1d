// SPDX-License-Identifier: BSL-1.0
// hana: descriptors, rows and binds as Boost.Hana sequences. Opt-in, because it includes Hana.
#pragma once

#include <koine/descriptor/table_of.hpp>
#include <koine/expression/tree.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/integral_constant.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/type.hpp>

namespace koine {

/// A column of a model as a type: `descriptor()` is its constant data, `value_type` the member's type.
template <class Model, std::size_t Index>
struct hana_column {
    using model = Model;
    using value_type = detail::member_type<Model, Index>;
    static constexpr std::size_t index = Index;
    static constexpr detail::column_descriptor const& descriptor() { return detail::table_of<Model>.columns[static_cast<int>(Index)]; }
};

/// A model's columns as a Hana tuple of `hana_column`.
template <class Model>
constexpr auto columns_of() {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
        return boost::hana::make_tuple(hana_column<Model, Index>{}...);
    }(std::make_index_sequence<detail::member_count<Model>>{});
}

/// The members of a row, or of any shape, as a Hana tuple of references to them.
template <class Row>
constexpr auto members_of(Row& row) {
    return detail::with_members(row, [](auto&... member) { return boost::hana::tuple<decltype(member)...>(member...); });
}

namespace detail {

template <class Query>
inline constexpr std::size_t slot_count = [] {
    std::size_t slots = 0;
    for (int i = 0; i < Query::tokens::count; ++i) slots += tree_of<typename Query::tokens>.slot[i] >= 0 ? 1 : 0;
    return slots;
}();

template <class Query>
constexpr storage slot_kind(std::size_t slot) {
    constexpr tree const& query = tree_of<typename Query::tokens>;
    for (int i = 0; i < query.count; ++i)
        if (query.slot[i] == static_cast<int>(slot)) return query[i].kind;
    return storage::boolean;
}

}  // namespace detail

/// The storage kinds of a query's values in the order in which it was given them, as a Hana tuple of integral constants.
template <class Query>
constexpr auto binds_of() {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
        return boost::hana::make_tuple(boost::hana::integral_constant<storage, detail::slot_kind<Query>(Index)>{}...);
    }(std::make_index_sequence<detail::slot_count<Query>>{});
}

}  // namespace koine
