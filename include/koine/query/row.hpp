// SPDX-License-Identifier: BSL-1.0
// query · row: a whole object as the values of an insert, and which of its members are left to the database.
#pragma once

#include <koine/query/write.hpp>

namespace koine {

/// Inserts generated keys as the object has them.
struct keep_keys_t {};
inline constexpr keep_keys_t keep_keys{};

/// Leaves members to the database's defaults: `db.insert(row, koine::defaults<&author::created>)`.
template <auto... Members>
struct defaults_t {};
template <auto... Members>
inline constexpr defaults_t<Members...> defaults{};

namespace detail {

template <class Model, class Choice>
struct insert_choice;
template <class Model, auto... Omitted>
struct insert_choice<Model, defaults_t<Omitted...>> {
    static constexpr bool included(short column) {
        if (table_of<Model>.columns[column].generated) return false;
        for (short omitted : {short{-1}, member_index<Omitted>...})
            if (omitted == column) return false;
        return true;
    }
};
template <class Model>
struct insert_choice<Model, keep_keys_t> {
    static constexpr bool included(short) { return true; }
};

/// The positions of the columns that an insert of a whole object names.
template <class Model, class Choice>
inline constexpr auto inserted_columns = [] {
    constexpr short all = static_cast<short>(member_count<Model>);
    constexpr int count = [] {
        int included = 0;
        for (short i = 0; i < all; ++i) included += insert_choice<Model, Choice>::included(i) ? 1 : 0;
        return included;
    }();
    std::array<short, static_cast<std::size_t>(count)> columns{};
    std::size_t at = 0;
    for (short i = 0; i < all; ++i)
        if (insert_choice<Model, Choice>::included(i)) columns[at++] = i;
    return columns;
}();

template <class Model, short Column>
struct position_token {
    static constexpr token value{.code = op::column,
                                 .column = Column,
                                 .kind = table_of<Model>.columns[Column].kind,
                                 .nullable = table_of<Model>.columns[Column].nullable,
                                 .table = &table_of<Model>};
};

template <int Columns, int Rows>
struct insert_row_token {
    static constexpr token value{.code = op::insert_row, .arity = Columns, .number = Rows};
};

/// INSERT of whole rows: each assignment of the one row tells a column; the values repeat for every row.
template <class Model, class Choice, int Rows, bool Returning>
struct insert_rows_query {
    template <std::size_t... Index>
    static auto pack(std::index_sequence<Index...>) {
        constexpr auto const& columns = inserted_columns<Model, Choice>;
        constexpr int count = static_cast<int>(columns.size());
        if constexpr (Returning)
            return token_array<statement_token<op::insert, Model, "", 2>, insert_row_token<count, Rows>,
                               position_token<Model, columns[Index]>..., returning_token<Model, Model>>{};
        else
            return token_array<statement_token<op::insert, Model, "", 1>, insert_row_token<count, Rows>,
                               position_token<Model, columns[Index]>...>{};
    }
    using model = Model;
    using result_type = std::conditional_t<Returning, Model, no_rows>;
    using tokens = decltype(pack(std::make_index_sequence<inserted_columns<Model, Choice>.size()>{}));
};

/// A member as a value to bind; a view of it, where it is text or bytes.
template <class Member>
constexpr bound_value encode_member(Member const& member) {
    if constexpr (is_optional<Member>) return member ? encode_member(*member) : bound_value{};
    else return encode_as<Member>(member);
}

/// Writes the values of the included members of a row to `out`.
template <class Model, class Choice>
constexpr void encode_row(Model const& row, bound_value* out) {
    with_members(row, [&](auto const&... member) {
        short column = 0;
        auto const write = [&](auto const& one) {
            if (insert_choice<Model, Choice>::included(column++)) *out++ = encode_member(one);
        };
        bool const all[] = {(write(member), true)...};
        static_cast<void>(all);
    });
}

}  // namespace detail
}  // namespace koine
