// SPDX-License-Identifier: BSL-1.0
// relation · related: the rows of a relation inside an expression, as a subquery that is paired with the row around it.
#pragma once

#include <koine/expression/raw.hpp>
#include <koine/expression/tree.hpp>
#include <koine/query/join.hpp>

namespace koine::detail {

/// How many rows a word about a relation speaks of.
enum class related_form : unsigned char { many, one };

/// A token that needs the model of the query in which its expression is used.
struct unresolved {};

template <class... Tokens>
constexpr bool any_unresolved() {
    bool const each[] = {false, std::is_base_of_v<unresolved, Tokens>...};
    for (bool one : each)
        if (one) return true;
    return false;
}

/// The rows of a relation of `Model`, which the query has under the name `Outer`.
template <class Model, int Entry, fixed_string Outer, int Clauses>
struct related_token {
    using model = related_model<Model, Entry>;
    static constexpr token value{.code = op::select,
                                 .arity = Clauses,
                                 .related = true,
                                 .table = &table_of<model>,
                                 .outer = kept_text<Outer>.view(),
                                 .relation = &relation_of<Model, Entry>};
};

/// In the place of rows of which a sentence says what is wrong.
template <int Clauses>
struct refused_rows_token {
    static constexpr token value{.code = op::refused, .arity = Clauses};
};

template <class Model, fixed_string Name, related_form Form, fixed_string Outer, int Clauses>
consteval auto find_related() {
    constexpr int entry = relation_entry<Model>(Name.view());
    static_assert(entry >= 0, "koine: the model has no relation of this name to ask about");
    if constexpr (entry >= 0) {
        constexpr entry_kind kind = described_as<Model>.entries[entry].kind;
        constexpr bool many = kind == entry_kind::has_many || kind == entry_kind::many_to_many;
        static_assert(many || Form != related_form::many,
                      "koine: some, every, none and the aggregates are of a relation to many; for a relation to one write is, is_not or value_of");
        static_assert(!many || Form != related_form::one,
                      "koine: is, is_not and value_of are of a relation to one; for a relation to many write some, every, none or an aggregate such as count_of");
        if constexpr (many == (Form == related_form::many)) return std::type_identity<related_token<Model, entry, Outer, Clauses>>{};
        else return std::type_identity<refused_rows_token<Clauses>>{};
    } else {
        return std::type_identity<refused_rows_token<Clauses>>{};
    }
}

/// The rows of a relation of the model around it, which is not known yet.
template <fixed_string Name, related_form Form, int Clauses>
struct unresolved_rows_token : unresolved {
    static constexpr token value{.code = op::select, .arity = Clauses};
    template <class Model, fixed_string Outer>
    using resolved = typename decltype(find_related<Model, Name, Form, Outer, Clauses>())::type;
};

/// Tokens of a clause, with those resolved that wait for their model.
template <class Model, fixed_string Outer, class... Tokens>
struct resolution {
    template <int Index>
    using at = nth<static_cast<std::size_t>(Index), Tokens...>;

    /// For each token the innermost SELECT around it; -1: the query itself.
    static constexpr auto around = [] {
        constexpr int count = static_cast<int>(sizeof...(Tokens));
        token const tokens[] = {Tokens::value...};
        tree_storage<count> const structure(tokens);
        std::array<int, sizeof...(Tokens)> selects{};
        for (int& select : selects) select = -1;
        for (int i = 0; i < count; ++i)
            if (tokens[i].code == op::select)
                for (int inner = i + 1; inner < structure.end[i]; ++inner) selects[static_cast<std::size_t>(inner)] = i;
        return selects;
    }();

    template <int Index>
    static consteval auto resolve() {
        using one = at<Index>;
        if constexpr (!std::is_base_of_v<unresolved, one>) {
            return std::type_identity<one>{};
        } else if constexpr (around[Index] < 0) {
            return std::type_identity<typename one::template resolved<Model, Outer>>{};
        } else {
            using enclosing = typename decltype(resolve<around[Index]>())::type;
            if constexpr (requires { typename enclosing::model; }) return std::type_identity<typename one::template resolved<typename enclosing::model, "">>{};
            else return std::type_identity<refused_rows_token<one::value.arity>>{};
        }
    }
    template <int... Index>
    static auto list(std::integer_sequence<int, Index...>) -> type_list<typename decltype(resolve<Index>())::type...>;

    using type = decltype(list(std::make_integer_sequence<int, static_cast<int>(sizeof...(Tokens))>{}));
};

/// An include or a word about a relation over a foreign key without an index says that it is meant.
struct unindexed_token {
    static constexpr token value{.code = op::unindexed};
};

constexpr auto related_clause(unindexed_t) { return expression<void, values<0>, unindexed_token>{}; }
template <class Condition>
constexpr auto related_clause(Condition const& condition) {
    return [&]<op Code, class Values, class... Tokens>(clause<Code, Values, Tokens...> const& kept) {
        return expression<void, Values, Tokens...>(kept.values);
    }(condition_clause<op::where>(condition));
}

/// An operator before the rows of a relation, which are narrowed by clauses.
template <class Result, class Operator, class Rows, class... Clauses>
constexpr auto over_related(Clauses const&... clauses) {
    return apply<Result, Operator>([&]<class Value, class Values, class... Tokens>(expression<Value, Values, Tokens...> const& all) {
        return expression<void, Values, Rows, Tokens...>(all.values);
    }(sequence(clauses...)));
}

/// The token of a relation's rows: of the model around it, or of one that is named.
template <related_form Form, fixed_string Name, int Clauses>
using related_rows = unresolved_rows_token<Name, Form, Clauses>;
template <related_form Form, class Model, fixed_string Name, int Clauses>
using related_rows_of = typename decltype(find_related<Model, Name, Form, "", Clauses>())::type;

}  // namespace koine::detail
