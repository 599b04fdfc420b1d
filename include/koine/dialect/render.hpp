// SPDX-License-Identifier: BSL-1.0
// dialect · render: a query's text in a dialect as a constant; and, where parts of it can be absent, as a string.
#pragma once

#include <koine/dialect/check.hpp>
#include <koine/dialect/check_features.hpp>
#include <koine/dialect/write_levels.hpp>

#include <koine/sql/text.hpp>

namespace koine {

namespace detail {

/// What is written: a step of a verb, or one of the lists that a query is split into.
struct writing {
    step which = step::whole;
    int level = -1;
};

template <class Out>
constexpr void write(Out& out, writing what) {
    if (what.level < 0 && out.lists != strategy::united) return write_statement(out, what.which);
    list_levels levels;
    levels.collect(out.query, out.path, *out.query[out.query.clause(0, op::select_shape)].shape);
    if (out.lists == strategy::united) write_united(out, levels);
    else write_rows_of_list(out, levels, what.level);
}

template <class Dialect, int Capacity, int Binds>
constexpr auto render(tree const& query, writing what, bool marks) {
    rendering<Dialect, fixed_sink<Capacity, Binds>> out;
    out.query = query;
    out.lists = list_strategy<Dialect>(query);
    out.marks = marks;
    write(out, what);
    return out.sink;
}

template <int Length, int Binds, int Capacity, int AllBinds>
constexpr auto cut(fixed_sink<Capacity, AllBinds> const& written) {
    statement_constant<Length, Binds> constant;
    for (int i = 0; i < Length; ++i) constant.text[i] = written.text[i];
    for (int i = 0; i < Binds; ++i) constant.order[i] = written.order[i];
    constant.hash = hash_text({constant.text, static_cast<std::size_t>(Length)});
    return constant;
}

inline constexpr int usual_length = 2048;
inline constexpr int usual_binds = 64;

/// Renders into a buffer of the usual size, and only what does not fit into one of its own.
template <class Dialect, class Tokens, writing What, bool Marks>
consteval auto render_constant() {
    constexpr auto usual = render<Dialect, usual_length, usual_binds>(tree_of<Tokens>, What, Marks);
    if constexpr (usual.length <= usual_length && usual.binds <= usual_binds) return cut<usual.length, usual.binds>(usual);
    else return cut<usual.length, usual.binds>(render<Dialect, usual.length, usual.binds + 1>(tree_of<Tokens>, What, Marks));
}

template <class Dialect, class Tokens, int Step, bool Marks>
inline constexpr auto rendered = render_constant<Dialect, Tokens, writing{steps_of<Dialect>(tree_of<Tokens>).at[Step]}, Marks>();

/// Whether the database's parser can hold a text. One whose lists are split is read as a whole by some verbs, and so lies deepest.
template <class Dialect, class Tokens, int Step, bool Marks>
consteval bool is_parsable() {
    if constexpr (Dialect::can(feature::deep_nesting)) return true;
    else if constexpr (strategy_of<Dialect, Tokens> == strategy::split) return is_parsable<unsplit<Dialect>, Tokens, Step, Marks>();
    else return Dialect::can_parse(rendered<Dialect, Tokens, Step, Marks>.view().text);
}

template <class Dialect, class Tokens, int Step, bool Marks>
consteval auto checked_constant() {
    if constexpr (!check_rules<Tokens>()) return statement_constant<0, 0>{};
    else if constexpr (!check_features<Dialect, Tokens>()) return statement_constant<0, 0>{};
    else if constexpr (!is_parsable<Dialect, Tokens, Step, Marks>()) return Dialect::template refuse<feature::deep_nesting>(), statement_constant<0, 0>{};
    else return rendered<Dialect, Tokens, Step, Marks>;
}

/// The text of one statement of a query. With marks, every optional part is there, between marks: no text to be sent, but
/// what checks a query whose text is known only when it runs.
template <class Dialect, class Tokens, int Step = 0, bool Marks = false>
inline constexpr auto text_of = checked_constant<Dialect, Tokens, Step, Marks>();

/// The same with its bind order and hash, ready to be prepared.
template <class Dialect, class Tokens, int Step = 0, bool Marks = false>
inline constexpr statement_view statement_of = text_of<Dialect, Tokens, Step, Marks>.view();

/// The statement that a stream of rows follows, for a query that inserts rows.
template <class Dialect, class Tokens>
inline constexpr auto copy_text = render_constant<Dialect, Tokens, writing{step::copy_rows}, false>();

/// The statements of a query's lists, where it is split.
template <class Dialect, class Tokens, int Level>
inline constexpr auto level_text = render_constant<Dialect, Tokens, writing{step::whole, Level}, false>();
template <class Dialect, class Tokens>
inline constexpr auto level_statements = []<int... Level>(std::integer_sequence<int, Level...>) {
    return std::array<statement_view, sizeof...(Level)>{level_text<Dialect, Tokens, Level>.view()...};
}(std::make_integer_sequence<int, list_levels_of<Tokens>.count>{});

/// Whether the text depends on nothing but the query's type.
template <class Query>
inline constexpr bool is_fixed = !tree_of<typename Query::tokens>.contains(op::when);

template <class Dialect, class Query>
inline constexpr int statement_count = steps_of<Dialect>(tree_of<typename Query::tokens>).count;

/// The text and bind order of a query whose parts can be absent.
template <class Dialect>
string_sink render_present(tree const& query, bound_value const* values, int level = -1) {
    rendering<Dialect, string_sink> out;
    out.query = query;
    out.lists = list_strategy<Dialect>(query);
    out.values = values;
    write(out, {step::whole, level});
    return std::move(out.sink);
}

template <class Dialect, class Query>
consteval bool has_one_text() {
    constexpr bool one_text = is_fixed<Query>;
    constexpr bool one_statement = statement_count<Dialect, Query> == 1;
    static_assert(one_text, "koine: a query with when() has as many texts as its parts can be there or not; koine::sql<Dialect>(query) gives the present one");
    static_assert(one_statement,
                  "koine: this verb takes several statements in this dialect; sql_texts_of<Dialect, Query> has them all");
    return one_text && one_statement;
}

}  // namespace detail

/// The SQL of a query's type in a dialect, a constant.
template <class Dialect, class Query>
inline constexpr std::string_view sql_text_of = [] {
    if constexpr (detail::has_one_text<Dialect, Query>()) return detail::text_of<Dialect, typename Query::tokens>.view().text;
    else return std::string_view{};
}();

/// The SQL of all statements that a query takes in a dialect, in their order.
template <class Dialect, class Query>
inline constexpr auto sql_texts_of = []<int... Step>(std::integer_sequence<int, Step...>) {
    return std::array<std::string_view, sizeof...(Step)>{detail::text_of<Dialect, typename Query::tokens, Step>.view().text...};
}(std::make_integer_sequence<int, detail::statement_count<Dialect, Query>>{});

/// The SQL of a query in a dialect: `static_assert(koine::sql_text<koine::dialect::postgres<>>(q) == "SELECT …")`.
template <class Dialect, class Query>
constexpr std::string_view sql_text(Query const&) {
    return sql_text_of<Dialect, Query>;
}
/// As above for a dialect's default version: `koine::sql_text<koine::dialect::postgres>(q)`.
template <template <int...> class Dialect, class Query>
constexpr std::string_view sql_text(Query const&) {
    return sql_text_of<Dialect<>, Query>;
}

namespace detail {

/// A query that breaks a rule has no text; it is refused for that.
template <class Dialect, class Tokens>
consteval bool is_expressible() {
    if constexpr (lacking_feature<Dialect>(tree_of<Tokens>) >= 0) return false;
    else if constexpr (finding_of<Tokens>.what != problem::none) return true;
    else
        return []<int... Step>(std::integer_sequence<int, Step...>) {
            return (is_parsable<Dialect, Tokens, Step, tree_of<Tokens>.contains(op::when)>() && ...);
        }(std::make_integer_sequence<int, steps_of<Dialect>(tree_of<Tokens>).count>{});
}

}  // namespace detail

/// Whether a dialect has all that a query needs, by the same rules as the refusals.
template <class Dialect, class Query>
inline constexpr bool expressible = detail::is_expressible<Dialect, typename Query::tokens>();

}  // namespace koine
