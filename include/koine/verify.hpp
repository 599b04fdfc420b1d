// SPDX-License-Identifier: BSL-1.0
// verify: every statement of a program is noted before main, and checked against a live database in one call.
#pragma once

#include <koine/decode/expected_columns.hpp>
#include <koine/driver/ready_query.hpp>
#include <koine/driver/transaction.hpp>
#include <koine/query/write.hpp>

#include <array>
#include <string>
#include <vector>

namespace koine {

namespace detail {

/// One statement that this program can send; a list of them is made before main.
struct program_statement {
    program_statement const* next;
    statement_view const* sql;  ///< null: parts of it can be absent, and this is a varying_statement
    expected_row const* row;    ///< null: it gives no rows, or what they are is told by no type
};
/// Where the database tells what placeholders stand for.
struct typed_statement : program_statement {
    storage const* parameters;  ///< the kinds of the values, by their slots; null: they are keys of rows
};
struct varying_statement : typed_statement {
    tree const* query;
    string_sink (*render)(tree const&, bound_value const*, int level);
    int slots;
};

/// Of one dialect, and of one executable or shared object: each has its own, which goes with it.
template <class Dialect>
[[gnu::visibility("hidden")]] inline constinit program_statement const* statements_of_program = nullptr;

template <class Dialect>
[[gnu::visibility("hidden"), gnu::noinline]] void note_statement(program_statement& statement) noexcept {
    statement.next = statements_of_program<Dialect>;
    statements_of_program<Dialect> = &statement;
}
/// An object of this type puts a statement into the list when it is made.
template <class Dialect>
struct statement_note {
    explicit statement_note(program_statement& statement) noexcept { note_statement<Dialect>(statement); }
};

/// The kinds of a query's values, by their slots: those of its words, or of the columns of a row that is inserted.
template <class Tokens>
inline constexpr auto slot_kinds = [] {
    constexpr int row = tree_of<Tokens>.clause(0, op::insert_row);
    constexpr int slots = [] {
        int count = 0;
        for (token const& one : Tokens::at) count += takes_slot(one.code) ? 1 : 0;
        return count > 0 || row < 0 ? count : Tokens::at[row < 0 ? 0 : row].arity;
    }();
    std::array<storage, slots + 1> kinds{};  // no array is empty
    std::size_t slot = 0;
    for (token const& one : Tokens::at)
        if (takes_slot(one.code)) kinds[slot++] = one.code == op::value ? one.kind : any_kind;
    for (std::size_t i = slot; i < slots; ++i) kinds[i] = Tokens::at[static_cast<std::size_t>(row + 1) + i].kind;
    return kinds;
}();

/// The columns of a statement that has the rows of all levels.
template <class Dialect, class Tokens, class Result>
class united_expectation {
    static constexpr auto columns = [] {
        constexpr level_layout layout = layout_of<Dialect>(tree_of<Tokens>);
        std::array<expected_column, static_cast<std::size_t>(united_columns<Dialect, Tokens>)> all{};
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = {i < layout.columns_ahead ? storage::int64 : layout.kinds[i - layout.columns_ahead], type_name<Result>(), "and its lists"};
        return all;
    }();

public:
    static constexpr expected_row row{columns.data(), static_cast<int>(columns.size())};
};

template <class Dialect, class Query>
constexpr expected_row const* row_of_query() {
    if constexpr (!requires { typename Query::result_type; }) {
        return nullptr;
    } else {
        using result = typename Query::result_type;
        using tokens = typename Query::tokens;
        constexpr strategy loading = strategy_of<Dialect, tokens>;
        if constexpr (std::is_same_v<result, no_rows> || std::is_void_v<result> || loading == strategy::split) return nullptr;
        else if constexpr (loading == strategy::united) return &united_expectation<Dialect, tokens, result>::row;
        else if constexpr (tree_of<tokens>.contains(op::cursor_column)) return &column_expectation<list_form::json, row_with_cursor<result>>::row;
        else return &column_expectation<loading == strategy::json ? list_form::json : list_form::rows, result>::row;
    }
}

template <class Dialect>
constexpr auto statement_of_program(statement_view const& sql, expected_row const* row, storage const* parameters) {
    program_statement const statement{nullptr, &sql, row};
    if constexpr (Dialect::types_placeholders) return typed_statement{statement, parameters};
    else return statement;
}

/// Where one statement of a query is noted.
template <class Dialect, class Query, int Step>
struct [[gnu::visibility("hidden")]] noted_step {
    static constexpr bool reads = Step == statement_count<Dialect, Query> - 1;
    static inline constinit auto statement = statement_of_program<Dialect>(statement_of<Dialect, typename Query::tokens, Step>, reads ? row_of_query<Dialect, Query>() : nullptr,
                                                                           slot_kinds<typename Query::tokens>.data());
    static inline statement_note<Dialect> noted{statement};
};
template <class Dialect, class Query, int Level>
struct [[gnu::visibility("hidden")]] noted_level {
    static inline constinit auto statement = statement_of_program<Dialect>(level_statements<Dialect, typename Query::tokens>[Level], nullptr, nullptr);
    static inline statement_note<Dialect> noted{statement};
};
template <class Dialect, class Query>
struct [[gnu::visibility("hidden")]] noted_variations {
    using tokens = typename Query::tokens;
    static inline constinit varying_statement statement{{{nullptr, nullptr, row_of_query<Dialect, Query>()}, slot_kinds<tokens>.data()},
                                                        &tree_of<tokens>, &render_present<Dialect>, static_cast<int>(slot_kinds<tokens>.size()) - 1};
    static inline statement_note<Dialect> noted{statement};
};

template <class Dialect, class Query>
struct sent_statement<Dialect, Query, void> {
    static void note() {
        using tokens = typename Query::tokens;
        if constexpr (!is_fixed<Query>) {
            static_cast<void>(&noted_variations<Dialect, Query>::noted);
        } else {
            []<int... Step>(std::integer_sequence<int, Step...>) {
                (static_cast<void>(&noted_step<Dialect, Query, Step>::noted), ...);
            }(std::make_integer_sequence<int, statement_count<Dialect, Query>>{});
            if constexpr (tree_of<tokens>[0].code == op::select && strategy_of<Dialect, tokens> == strategy::split)
                []<int... Level>(std::integer_sequence<int, Level...>) {
                    (static_cast<void>(&noted_level<Dialect, Query, Level>::noted), ...);
                }(std::make_integer_sequence<int, list_levels_of<tokens>.count>{});
        }
    }
};

/// Has the server describe statements, and compares.
template <class Dialect, class Connection>
class program_check {
public:
    explicit program_check(Connection& connection) : connection_(connection) {}

    [[nodiscard]] verified_program run() {
        for (program_statement const* one = statements_of_program<Dialect>; one != nullptr; one = one->next) {
            ++found_.statements;
            if (one->sql != nullptr) check(*one, one->sql->text, one->sql->order, one->sql->binds);
            else check_variations(static_cast<varying_statement const&>(*one));
        }
        return std::move(found_);
    }

private:
    /// All parts present, and each alone.
    void check_variations(varying_statement const& one) {
        std::vector<bound_value> values(static_cast<std::size_t>(one.slots) + 1);
        std::vector<short> parts;
        for (int i = 0; i < one.query->count; ++i)
            if ((*one.query)[i].code == op::when) parts.push_back(one.query->slot[i]);
        auto const check_with = [&](auto is_present) {
            for (short const part : parts) values[static_cast<std::size_t>(part)] = bound_value::presence(is_present(part));
            string_sink const present = one.render(*one.query, values.data(), -1);
            check(one, present.text, present.order.data(), present.binds);
        };
        check_with([](short) { return true; });
        if (parts.size() > 1)
            for (short const alone : parts) check_with([alone](short part) { return part == alone; });
    }

    void check(program_statement const& one, std::string_view sql, [[maybe_unused]] short const* order, [[maybe_unused]] int binds) {
        try {
            auto const described = connection_.describe(sql);
            if constexpr (Dialect::types_placeholders) check_parameters(described, static_cast<typed_statement const&>(one).parameters, order, binds, sql);
            if (one.row != nullptr) check_columns(described, *one.row, sql);
        } catch (error const& refused) {
            if (!connection_.alive()) throw;
            add({refused.what()}, sql);
        }
    }
    template <class Description>
    void check_parameters(Description const& described, storage const* kinds, short const* order, int binds, std::string_view sql) {
        for (int i = 0; kinds != nullptr && i < binds; ++i) {
            storage const kind = kinds[order[i]];
            if (kind == any_kind || described.takes(i, kind)) continue;
            add({"placeholder ", digits_of(i + 1), " stands for ", described.parameter_name(i), ", and is given ", name_of(kind)}, sql);
        }
    }
    template <class Description>
    void check_columns(Description const& described, expected_row const& row, std::string_view sql) {
        int const found = described.columns();
        if (found < 0) return;  // the server tells only when it runs
        if (found != row.count) return add({"it has ", digits_of(found), " columns, and ", digits_of(row.count), " are read"}, sql);
        for (int i = 0; i < found; ++i) {
            expected_column const& wanted = row.columns[i];
            if (wanted.kind == any_kind || described.gives(i, wanted.kind)) continue;
            add({"column ", digits_of(i + 1), " holds ", described.column_name(i), ", which is no ", name_of(wanted.kind), " for ", wanted.shape,
                 wanted.member.empty() ? "" : "::", wanted.member}, sql);
        }
    }
    void add(std::initializer_list<std::string_view> sentence, std::string_view sql) {
        found_.differences.push_back(spell({spell(sentence), ": ", sql}));
    }

    Connection& connection_;
    verified_program found_{};
};

template <class Dialect>
struct program_of<Dialect, void> {
    template <class Driver>
    [[gnu::visibility("hidden")]] static verified_program verify(connection_state<Driver>& state) {
        state.require_ready();
        if (!outermost(state)) throw error(error_kind::misuse, "koine: verify_program inside a transaction, which the first statement that is refused would end");
        return program_check<Dialect, typename Driver::connection>(state.connection).run();
    }
};

}  // namespace detail
}  // namespace koine
