// SPDX-License-Identifier: BSL-1.0
// model · input: says of which model a struct's rows are, so that a tree of it is inserted without naming the model.
#pragma once

#include <koine/detail/type_list.hpp>

namespace koine {

/// Names a struct where `describe` tells its model: `constexpr auto describe(koine::input<author_input>) { return koine::rows_of<author>; }`.
template <class Shape>
struct input {};

namespace detail {

template <class Model>
struct rows_tag {
    using model = Model;
};

/// The struct of one tree, where there is one or a vector of them.
template <class Trees>
struct tree_of_rows {
    using type = Trees;
};
template <class Tree, class Allocator>
struct tree_of_rows<std::vector<Tree, Allocator>> {
    using type = Tree;
};

}  // namespace detail

/// A model by its type, for `describe(koine::input<…>)` and for generic code: `db.insert(koine::rows_of<author>, tree)`.
template <class Model>
inline constexpr detail::rows_tag<Model> rows_of{};

/// A struct, or a vector of one, whose model is told by `describe(koine::input<…>)`.
template <class Trees>
concept described_input = requires { typename decltype(describe(input<typename detail::tree_of_rows<Trees>::type>{}))::model; };

}  // namespace koine
