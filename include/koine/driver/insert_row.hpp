// SPDX-License-Identifier: BSL-1.0
// driver · insert_row: a row that is given back as its insert left it, from what was bound where the database tells that this is the same.
#pragma once

#include <koine/driver/steps.hpp>
#include <koine/query/row.hpp>

namespace koine::detail {

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_generated_key() {
    throw error(error_kind::misuse, "koine: insert is given a generated key; the database numbers the rows, unless koine::keep_keys is said");
}

/// Throws where a generated member of a row is set.
template <class Model, class Choice>
void require_no_keys(Model const& row) {
    if constexpr (!std::is_same_v<Choice, keep_keys_t>)
        with_members(row, [](auto const&... member) {
            bool const set[] = {[](auto const& one) {
                if constexpr (number_integer<std::remove_cvref_t<decltype(one)>>) return one != 0;
                else return false;
            }(member)...};
            for (short i = 0; i < table_of<Model>.columns.count; ++i)
                if (table_of<Model>.columns[i].generated && set[i]) fail_generated_key();
        });
}

/// A value that was bound, or came back, as a member; false where it is none of the member's.
template <class Member>
bool decode_bound(bound_value const& value, Member& member) {
    if constexpr (is_optional<Member>) {
        if (value.kind != bound_kind::null) return decode_bound(value, member.emplace());
        return member.reset(), true;
    } else {
        constexpr storage kind = type<Member>::kind;
        if (value.kind == bound_kind::null) return false;
        if constexpr (kind == storage::boolean) return type<Member>::decode(value.boolean, member);
        else if constexpr (kind == storage::uint64) return type<Member>::decode(value.unsigned_integer, member);
        else if constexpr (is_integer(kind) || is_moment(kind)) return type<Member>::decode(value.integer, member);
        else if constexpr (is_floating(kind)) return type<Member>::decode(value.real + 0.0, member);  // -0.0 is stored as 0.0
        else if constexpr (is_decimal(kind)) return type<Member>::decode(value.as_decimal(), member);
        else if constexpr (kind == storage::uuid) return type<Member>::decode(value.as_uuid(), member);
        else if constexpr (is_json_form(kind)) return false;  // kept exactly, and never made of what was bound
        else if constexpr (kind == storage::text) return type<Member>::decode(value.as_text(), member);
        else return type<Member>::decode(value.as_bytes(), member);
    }
}

/// A driver that can tell when a table keeps its rows as they are given.
template <class Driver>
concept knows_kept_rows = requires(typename Driver::connection::statement statement, typename Driver::connection const& connection, table_descriptor const& table) {
    /// Whether the table of an insert keeps what it is given, and counts up the column that is left out; -1: none is.
    { statement.keeps_rows(table, short{}) } -> std::same_as<bool>;
    /// The same for the run that has just ended.
    { statement.kept_the_row(table, short{}) } -> std::same_as<bool>;
    /// What it counted up to.
    { connection.last_key() } -> std::same_as<std::int64_t>;
};

inline constexpr short counts_none = -1, reads_back = -2;

/// The only column that an insert leaves out, where the database counts it up; `reads_back` where it leaves out what only
/// the table can tell, or where no key tells the table from a view.
template <class Model, class Columns>
constexpr short counted_column(Columns const& inserted) {
    table_descriptor const& table = table_of<Model>;
    bool left_out[member_count<Model>];
    for (bool& one : left_out) one = true;
    for (short column : inserted) left_out[column] = false;
    short counted = counts_none;
    for (short column = 0; column < table.columns.count; ++column) {
        if (!left_out[column]) continue;
        if (counted >= 0 || !table.columns[column].generated || table.primary_key.count != 1 || table.primary_key.at[0] != column) return reads_back;
        counted = column;
    }
    return inserted.empty() || table.primary_key.count == 0 || table.nullable(table.primary_key) ? reads_back : counted;
}

/// Inserts a row, and tells the key that was counted up, where the table keeps what it is given. Elsewhere it does nothing.
template <class Driver>
[[gnu::noinline]] bool insert_kept(connection_state<Driver>& state, request const& asked, table_descriptor const& table, short counted, bound_value& key) {
    // The table is looked at once a prepared statement, which must be kept to be worth it.
    if (state.cache.capacity() == 0) return false;
    statement_run<Driver> running(state, asked.verb, asked.sql);
    if (!running.statement().keeps_rows(table, counted)) return running.forgo(), false;
    running.bind(asked.values, asked.sql.order, asked.sql.binds);
    while (running.step()) {}
    // A trigger can pass over a row without a word.
    if (state.connection.changes() == 0) fail_count(asked.sql, false);
    if (!running.statement().kept_the_row(table, counted)) [[unlikely]]
        throw error(error_kind::mismatch, "koine: the table was made anew, in another form, before this row was inserted").with_sql(asked.sql.text);
    running.count_changes(1);
    key = bound_value::of(state.connection.last_key());
    return true;
}

/// Types of which every value comes back as it was. Others may round it, and an enum without a name is written as NULL.
template <class Member>
inline constexpr bool kept_exactly = std::is_integral_v<Member> || std::is_same_v<Member, std::string> || std::is_same_v<Member, std::vector<std::byte>> ||
                                    vector_traits<Member>::is_vector || (plain_column_type<Member> && family_of<Member>() == family::json);

/// A row as it lies in a table that keeps what was bound, in the order of its columns, and has counted up a key.
template <class Model, short Counted>
Model row_as_bound(Model const& given, bound_value const* values, bound_value const& key, statement_view const& sql) {
    static constexpr destination place{type_name<Model>(), member_names<Model>.data()};
    Model row(given);
    mismatch_list mismatches;
    with_members(row, [&]<class... Member>(Member&... member) {
        short column = 0;
        auto const take = [&]<class One>(One& one) {
            short const at = column++;
            if (!kept_exactly<without_optional<One>> || at == Counted) {
                bound_value const& value = at == Counted ? key : values[Counted >= 0 && at > Counted ? at - 1 : at];
                if (!decode_bound(value, one)) [[unlikely]] mismatches.add_range(place, at, at);
            }
        };
        bool const all[] = {(take(member), true)...};
        static_cast<void>(all);
    });
    if (mismatches.any()) [[unlikely]] mismatches.raise(sql.text);
    return row;
}

/// Inserts a row and gives it back as the insert left it: what triggers made of it before is in it, what they do afterwards
/// is not.
template <class Dialect, class Model, class Choice, class Driver>
Model insert_row(connection_state<Driver>& state, Model const& row) {
    require_no_keys<Model, Choice>(row);
    bound_value values[member_count<Model>];
    encode_row<Model, Choice>(row, values);
    constexpr short counted = counted_column<Model>(inserted_columns<Model, Choice>);
    if constexpr (knows_kept_rows<Driver> && counted != reads_back && std::is_copy_constructible_v<Model>) {
        statement_view const& sql = statement_to_send<Dialect, insert_rows_query<Model, Choice, 1, false>>();
        bound_value key;
        if (insert_kept(state, request{"insert", sql, values}, table_of<Model>, counted, key)) return row_as_bound<Model, counted>(row, values, key, sql);
    }
    return load_one<Model>(state, request_of_row<Dialect, insert_rows_query<Model, Choice, 1, true>>("insert", values));
}

}  // namespace koine::detail
