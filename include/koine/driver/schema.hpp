// SPDX-License-Identifier: BSL-1.0
// driver · schema: creates missing tables in the order of their foreign keys, and compares those that exist.
#pragma once

#include <koine/dialect/render_table.hpp>
#include <koine/driver/load.hpp>
#include <koine/driver/schema_description.hpp>

namespace koine::detail {

/// One model's table and the statements that create it.
struct table_plan {
    table_descriptor const* table = nullptr;
    relation_descriptor const* const* foreign_keys = nullptr;
    std::string_view const* statements = nullptr;
    std::size_t statement_count = 0;
    std::string_view bare{};                           ///< creates it without foreign keys, where tables reference each other in a circle
    std::string_view const* add_references = nullptr;  ///< and adds each of them
};

inline std::vector<std::string> names_of(table_descriptor const& table, column_set const& set) {
    std::vector<std::string> names;
    for (int i = 0; i < set.count; ++i) names.emplace_back(table.columns[set.at[i]].name);
    return names;
}
inline std::string spell_names(std::vector<std::string> const& names) {
    std::string text;
    for (std::string const& name : names) text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

/// A dialect's word for a column's type, as its DDL says it.
template <class Dialect>
std::string spell_type(column_descriptor const& column) {
    rendering<Dialect, string_sink> out;
    Dialect::column_type(out, column);
    return out.sink.text;
}

/// What comparing a schema must know of a dialect.
struct schema_words {
    std::string (*spell_type)(column_descriptor const&);  ///< a column's type, as the DDL says it
    bool restricts_always;
};
template <class Dialect>
constexpr schema_words words_of() {
    return {&spell_type<Dialect>, !Dialect::can(feature::deferred_references)};
}

constexpr std::string_view spell_action(on_delete action) {
    switch (action) {
    case on_delete::cascade: return "CASCADE";
    case on_delete::set_null: return "SET NULL";
    case on_delete::restrict: return "RESTRICT";
    case on_delete::no_action: return "NO ACTION";
    }
    return "";
}

/// Collects what differs, a sentence each.
class difference_list {
public:
    explicit difference_list(std::vector<std::string>& differences) : differences_(differences) {}
    void add(table_descriptor const& table, std::initializer_list<std::string_view> sentence) {
        differences_.push_back(spell({"table ", table.name, ": ", spell(sentence)}));
    }

private:
    std::vector<std::string>& differences_;
};

// What compares is a template of the live table, so that who compares no schema does not compile it.

template <class Table>
void compare_columns(table_descriptor const& table, Table const& live, std::string (*spell_type)(column_descriptor const&), difference_list& differences) {
    for (short i = 0; i < table.columns.count; ++i) {
        column_descriptor const& column = table.columns[i];
        live_column const* found = nullptr;
        for (auto const& one : live.columns)
            if (one.name == column.name) found = &one;
        if (found == nullptr) {
            differences.add(table, {"column ", column.name, " is missing"});
            continue;
        }
        std::string const type = spell_type(column);
        if (found->type != type) differences.add(table, {"column ", column.name, " is ", found->type, ", not ", type});
        if (found->nullable != column.nullable && !column.generated)
            differences.add(table, {"column ", column.name, found->nullable ? " may be NULL" : " may not be NULL"});
        int position = 0;
        for (int k = 0; k < table.primary_key.count; ++k)
            if (table.primary_key.at[k] == i) position = k + 1;
        if (found->key_position != position)
            differences.add(table, {"column ", column.name, position == 0 ? " is part of the primary key" : " is not where the primary key has it"});
    }
    for (auto const& one : live.columns) {
        bool known = false;
        for (column_descriptor const& column : table.columns) known = known || column.name == one.name;
        if (!known && !one.nullable) differences.add(table, {"column ", one.name, " is unknown to the model, and may not be NULL"});
    }
}

/// Whether a live key does what a key of these columns is declared for: an index finds rows by its first columns, unique or not.
inline bool serves(live_key const& live, std::vector<std::string> const& names, bool unique) {
    if (unique) return live.unique && live.columns == names;
    if (live.columns.size() < names.size()) return false;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (live.columns[i] != names[i]) return false;
    return true;
}

template <class Table>
void compare_keys(table_descriptor const& table, Table const& live, difference_list& differences) {
    for (key_descriptor const& key : table.keys) {
        std::vector<std::string> const names = names_of(table, key.columns);
        bool found = false;
        for (auto const& one : live.keys) found = found || serves(one, names, key.unique);
        if (!found) differences.add(table, {key.unique ? "the unique key on (" : "the index on (", spell_names(names), ") is missing"});
    }
}

/// With `restricts_always` the database knows no NO ACTION beside RESTRICT, and may tell either.
template <class Table>
void compare_references(table_plan const& plan, Table const& live, bool restricts_always, difference_list& differences) {
    auto const same_action = [=](std::string_view told, std::string_view described) {
        return told == described || (restricts_always && (told == "RESTRICT" || told == "NO ACTION") && (described == "RESTRICT" || described == "NO ACTION"));
    };
    for (auto const* relation = plan.foreign_keys; *relation != nullptr; ++relation) {
        std::vector<std::string> const names = names_of(*plan.table, (*relation)->from_columns);
        bool found = false;
        for (auto const& one : live.references)
            found = found || (one.columns == names && one.table == (*relation)->to->name && same_action(one.action, spell_action((*relation)->action)) &&
                              one.references == names_of(*(*relation)->to, (*relation)->to_columns));
        if (!found)
            differences.add(*plan.table, {"the foreign key (", spell_names(names), ") to ", (*relation)->to->name, " is missing or differs"});
    }
}

template <class Table>
void compare(table_plan const& plan, Table const& live, schema_words const& words, std::vector<std::string>& differences) {
    difference_list list(differences);
    if (!live.exists) return list.add(*plan.table, {"it does not exist"});
    compare_columns(*plan.table, live, words.spell_type, list);
    compare_keys(*plan.table, live, list);
    compare_references(plan, live, words.restricts_always, list);
}

/// Whether a table references another of those from a position on.
constexpr bool waits_for(table_plan const* plans, std::size_t candidate, std::size_t from, std::size_t count) {
    for (auto const* relation = plans[candidate].foreign_keys; *relation != nullptr; ++relation)
        for (std::size_t other = from; other < count; ++other)
            if (other != candidate && plans[other].table == (*relation)->to) return true;
    return false;
}

/// Puts every table behind those that it references. Tables that reference each other in a circle keep their order.
constexpr void order_by_references(table_plan* plans, std::size_t count) {
    for (std::size_t placed = 0; placed < count; ++placed) {
        for (std::size_t candidate = placed; candidate < count; ++candidate) {
            if (waits_for(plans, candidate, placed, count)) continue;
            for (std::size_t i = candidate; i > placed; --i) std::swap(plans[i], plans[i - 1]);
            break;
        }
    }
}

/// Whether some of the models reference each other in a circle.
template <class... Models>
inline constexpr bool circular = [] {
    table_plan plans[] = {{&table_of<Models>, foreign_keys_of<Models>.data()}...};
    constexpr std::size_t count = sizeof...(Models);
    order_by_references(plans, count);
    for (std::size_t at = 0; at < count; ++at)
        if (waits_for(plans, at, at, count)) return true;
    return false;
}();

template <class Dialect, class Model, bool Circular>
constexpr table_plan plan_table() {
    table_plan plan{&table_of<Model>, foreign_keys_of<Model>.data(), create_table_texts<Dialect, Model>.data(), create_table_texts<Dialect, Model>.size()};
    if constexpr (Circular) {
        plan.bare = table_statement<Dialect, Model, table_step::create_bare>.view().text;
        plan.add_references = add_foreign_key_texts<Dialect, Model>.data();
    }
    return plan;
}

/// The models' tables in an order in which they can be created.
template <class Dialect, class... Models>
std::array<table_plan, sizeof...(Models)> plan_tables() {
    constexpr bool bare_first = !Dialect::can(feature::forward_references) && circular<Models...>;
    std::array<table_plan, sizeof...(Models)> plans{plan_table<Dialect, Models, bare_first>()...};
    order_by_references(plans.data(), plans.size());
    return plans;
}

template <class Dialect, class... Models, class Connection>
std::vector<std::string> schema_differences(Connection& connection) {
    std::vector<std::string> differences;
    for (table_plan const& plan : plan_tables<Dialect, Models...>())
        compare(plan, connection.describe_table(plan.table->schema, plan.table->name), words_of<Dialect>(), differences);
    return differences;
}

/// Compares first: where the database cannot roll back what was created, nothing is.
template <class Connection>
void create_missing(Connection& connection, table_plan const* plans, std::size_t count, schema_words const& words) {
    std::vector<std::string> differences;
    std::vector<bool> missing(count);
    for (std::size_t at = 0; at < count; ++at) {
        live_table const live = connection.describe_table(plans[at].table->schema, plans[at].table->name);
        missing[at] = !live.exists;
        if (live.exists) compare(plans[at], live, words, differences);
    }
    if (!differences.empty()) {
        std::string message = "koine: the live schema is not the models':";
        for (std::string const& one : differences) message.append("\n  ").append(one);
        throw error(error_kind::mismatch, message);
    }
    auto const bare = [&](std::size_t at) { return missing[at] && !plans[at].bare.empty() && waits_for(plans, at, at, count); };
    for (std::size_t at = 0; at < count; ++at)
        if (missing[at])
            for (std::size_t i = 0; i < plans[at].statement_count; ++i)
                connection.execute(i == 0 && bare(at) ? plans[at].bare.data() : plans[at].statements[i].data());
    for (std::size_t at = 0; at < count; ++at)
        if (bare(at))
            for (std::size_t i = 0; plans[at].foreign_keys[i] != nullptr; ++i) connection.execute(plans[at].add_references[i].data());
}

template <class Dialect, class... Models, class Connection>
void create_tables(Connection& connection) {
    auto const plans = plan_tables<Dialect, Models...>();
    create_missing(connection, plans.data(), plans.size(), words_of<Dialect>());
}

/// The plan of a statement, a line each.
template <class Driver>
std::string explain(connection_state<Driver>& state, request const& asked) {
    std::string const text = spell({Driver::explain_prefix, asked.sql.text});
    statement_run<Driver> running(state, asked.verb, {text, asked.sql.order, asked.sql.binds, hash_text(text)});
    running.bind(asked.values, asked.sql.order, asked.sql.binds);
    std::string plan;
    while (running.step()) {
        std::string_view line;
        if (running.statement().cell(Driver::explain_column).template read<storage::text>(line)) plan.append(line).append("\n");
    }
    return plan;
}

}  // namespace koine::detail
