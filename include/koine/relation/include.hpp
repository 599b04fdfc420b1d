// SPDX-License-Identifier: BSL-1.0
// relation · include: narrows one relation of the result's shape, for each parent on its own; or gives a member its relation.
#pragma once

#include <koine/query/cursor.hpp>
#include <koine/query/item.hpp>
#include <koine/relation/related.hpp>

namespace koine {

namespace detail {

template <auto... Path>
struct path_tag {};
template <fixed_string Relation>
struct through_tag {};

/// Whether each member pointer is of the shape that the one before leads to.
template <class Shape>
constexpr bool path_connects() {
    return true;
}
template <class Shape, auto First, auto... Rest>
constexpr bool path_connects() {
    if constexpr (!std::is_same_v<class_of<First>, Shape>) return false;
    else return path_connects<typename nested_shape<member_of<First>>::type, Rest...>();
}

template <auto First, auto... Rest>
struct last_of_path : last_of_path<Rest...> {};
template <auto Last>
struct last_of_path<Last> {
    using member = member_of<Last>;
    using shape = typename nested_shape<member>::type;
    static constexpr std::string_view name = member_names<class_of<Last>>[static_cast<std::size_t>(member_index<Last>)];
};

/// What an include reads: the relation that has the member's name, or another that it names.
struct by_name {
    static constexpr bool given = false;
};
/// In the place of a relation of which a sentence says what is wrong.
struct refused_relation {
    static constexpr bool given = false;
};
template <class Model, int Entry, class Nested>
struct by_relation {
    static constexpr bool given = true;
    using model = related_model<Model, Entry>;
    static constexpr relation_descriptor const* relation = &relation_of<Model, Entry>;
    static constexpr shape_descriptor const* shape = &shape_of<model, Nested>;
};

template <int Windows, class Source, auto... Path>
struct include_token {
    using source = Source;
    static constexpr token value = [] {
        token made{.code = op::include, .arity = Windows};
        for (short index : {member_index<Path>...}) made.path[made.path_length++] = index;
        if constexpr (Source::given) {
            made.related = true;
            made.relation = Source::relation;
            made.shape = Source::shape;
        }
        return made;
    }();
};

/// Whether a token is the include that gives the member at this path its relation.
template <class Path, class Token>
inline constexpr bool gives_relation = false;
template <int Windows, class Model, int Entry, class Nested, auto... Path>
inline constexpr bool gives_relation<path_tag<Path...>, include_token<Windows, by_relation<Model, Entry, Nested>, Path...>> = true;

/// The model of a member at the end of a path whose parent's model is known; void where no relation leads to it.
template <class Model, class Prior, class Done, auto Member>
struct model_of_member;
template <class Model, class... Prior, auto... Done, auto Member>
struct model_of_member<Model, type_list<Prior...>, path_tag<Done...>, Member> {
    static constexpr int entry = relation_entry<Model>(last_of_path<Member>::name);
    static constexpr int given = [] {
        bool const each[] = {gives_relation<path_tag<Done..., Member>, Prior>..., false};
        for (int i = 0; i < static_cast<int>(sizeof...(Prior)); ++i)
            if (each[i]) return i;
        return -1;
    }();
    static auto find() {
        if constexpr (entry >= 0) return std::type_identity<related_model<Model, entry>>{};
        else if constexpr (given >= 0) return std::type_identity<typename nth<static_cast<std::size_t>(given), Prior...>::source::model>{};
        else return std::type_identity<void>{};
    }
    using type = typename decltype(find())::type;
};

/// The model at the end of a path.
template <class Model, class Prior, class Done, auto... Rest>
struct model_along {
    using type = Model;
};
template <class Model, class Prior, auto... Done, auto First, auto... Rest>
struct model_along<Model, Prior, path_tag<Done...>, First, Rest...>
    : model_along<typename model_of_member<Model, Prior, path_tag<Done...>, First>::type, Prior, path_tag<Done..., First>, Rest...> {};
template <class Prior, auto... Done, auto First, auto... Rest>
struct model_along<void, Prior, path_tag<Done...>, First, Rest...> {
    using type = void;
};

/// The model of the struct that holds the last member of a path.
template <class Model, class Prior, class Done, auto... Path>
struct model_before {
    using type = Model;
};
template <class Model, class Prior, auto... Done, auto First, auto Second, auto... Rest>
struct model_before<Model, Prior, path_tag<Done...>, First, Second, Rest...>
    : model_before<typename model_along<Model, Prior, path_tag<Done...>, First>::type, Prior, path_tag<Done..., First>, Second, Rest...> {};

template <class Model, class Prior, class Name, auto... Path>
struct source_of_include {
    using type = by_name;
};
template <class Model, class Prior, fixed_string Relation, auto... Path>
struct source_of_include<Model, Prior, through_tag<Relation>, Path...> {
    using parent = typename model_before<Model, Prior, path_tag<>, Path...>::type;
    using member = typename last_of_path<Path...>::member;
    static auto find() {
        if constexpr (std::is_void_v<parent>) {
            return std::type_identity<by_name>{};
        } else {
            constexpr int entry = relation_entry<parent>(Relation.view());
            static_assert(entry >= 0, "koine: through<…> names a relation of the model, which has none of this name");
            if constexpr (entry >= 0) {
                constexpr bool fits = !readable_type<member> && has_form<member>(relation_of<parent, entry>);
                static_assert(fits, "koine: the member of an include by through<…> has its relation's form: std::vector for many, std::optional for one that "
                                    "may be missing, the struct itself for one that is always there");
                if constexpr (fits) return std::type_identity<by_relation<parent, entry, typename last_of_path<Path...>::shape>>{};
                else return std::type_identity<refused_relation>{};
            } else {
                return std::type_identity<refused_relation>{};
            }
        }
    }
    using type = typename decltype(find())::type;
};

template <class Model, class Prior, class Source, auto... Path>
struct model_of_include : model_along<Model, Prior, path_tag<>, Path...> {};
template <class Model, class Prior, class Through, int Entry, class Nested, auto... Path>
struct model_of_include<Model, Prior, by_relation<Through, Entry, Nested>, Path...> {
    using type = related_model<Through, Entry>;
};

template <class Window>
inline constexpr bool names_relation = false;
template <fixed_string Relation>
inline constexpr bool names_relation<through_tag<Relation>> = true;
template <class... Windows>
struct through_among {
    using type = void;
};
template <class First, class... Rest>
struct through_among<First, Rest...> : std::conditional_t<names_relation<First>, std::type_identity<First>, through_among<Rest...>> {};

template <class Shape, op Code, class Values, class... Tokens>
constexpr auto window_tokens(clause<Code, Values, Tokens...> const& window) {
    constexpr bool narrows = Code == op::where || Code == op::order_by || Code == op::limit || Code == op::offset || Code == op::last ||
                             Code == op::after || Code == op::before || Code == op::distinct_on;
    static_assert(narrows, "koine: an include is narrowed by koine::where, order_by, limit, offset, last, after, before and distinct_on");
    return expression<void, Values, Tokens...>(window.values);
}
template <class Shape, fixed_string Relation>
constexpr auto window_tokens(through_tag<Relation>) {
    return expression<void, values<0>>{};
}
template <class Shape>
constexpr auto window_tokens(unindexed_t said) {
    return related_clause(said);
}
template <class Shape, auto Member, class Values, class... Tokens>
constexpr auto window_tokens(named_item<Member, Values, Tokens...> const& item) {
    return item_tokens<Shape, short{0}>(item);
}
template <class Shape, class Other>
constexpr auto window_tokens(Other const&) {
    constexpr bool a_clause = never<Other>;
    static_assert(a_clause, "koine: an include is narrowed by koine::where, order_by, limit, offset, last, after, before and distinct_on");
    return expression<void, values<0>, refused_token>{};
}

template <class Model, class Token, class... Tokens>
constexpr auto resolve_include() {
    if constexpr (!any_unresolved<Tokens...>()) return type_list<Token, Tokens...>{};
    else if constexpr (std::is_void_v<Model>) {
        static_assert(!std::is_void_v<Model>, "koine: include<…> names a member that is no relation of the model; give it one by koine::through<…>");
        return type_list<refused_token>{};
    } else {
        return typename resolution<Model, "", Token, Tokens...>::type{};
    }
}

template <class Model, class Shape, class Prior, auto... Path, class... Windows>
constexpr auto make_include(Windows const&... windows) {
    constexpr bool named = sizeof...(Path) > 0 && sizeof...(Path) <= maximum_include_depth;
    static_assert(named, "koine: include names one relation, by one to eight members");
    constexpr bool connected = path_connects<Shape, Path...>();
    static_assert(connected || !named, "koine: include<…> names a member of the selected shape, then a member of that member's shape, and so on");
    if constexpr (named && connected) {
        using name = typename through_among<Windows...>::type;
        using read = typename source_of_include<Model, Prior, name, Path...>::type;
        constexpr int clauses = static_cast<int>(sizeof...(Windows)) - (std::is_void_v<name> ? 0 : 1);
        using word = include_token<clauses, read, Path...>;
        if constexpr (std::is_same_v<read, refused_relation>) return clause<op::include, values<0>, refused_token>{};
        else return [&]<class Values, class... Tokens>(expression<void, Values, Tokens...> const& all) {
            return [&]<class... Resolved>(type_list<Resolved...>) {
                return clause<op::include, Values, Resolved...>{all.values};
            }(resolve_include<typename model_of_include<Model, Prior, read, Path...>::type, word, Tokens...>());
        }(sequence(window_tokens<typename last_of_path<Path...>::shape>(windows)...));
    } else {
        return clause<op::include, values<0>, refused_token>{};
    }
}

}  // namespace detail

/// The way to a relation of a shape, for generic code: `.include(koine::path<&S::articles>, …)`.
template <auto... Members>
inline constexpr detail::path_tag<Members...> path{};

/// Gives a member of the shape a relation of another name: `include<&page::latest>(koine::through<"articles">, …)`.
template <fixed_string Relation>
inline constexpr detail::through_tag<Relation> through{};

}  // namespace koine
