// SPDX-License-Identifier: BSL-1.0
// Prints, for one dialect, the statements that create the golden models' tables and every golden text, a line each:
// `kind<TAB>name<TAB>text`. A database's own client then runs and prepares them.

#include "documents.hpp"
#include "function_queries.hpp"
#include "statement_queries.hpp"
#include "typed.hpp"

#include <koine/dialect/mariadb.hpp>
#include <koine/dialect/mysql.hpp>
#include <koine/dialect/postgres.hpp>
#include <koine/dialect/sqlite.hpp>

#include <cstdio>
#include <string>

namespace {

void print(char const* kind, std::string_view name, std::string_view text) {
    std::printf("%s\t%.*s\t%.*s\n", kind, static_cast<int>(name.size()), name.data(), static_cast<int>(text.size()), text.data());
}

template <class Dialect, class... Models>
void print_tables(golden::query_list<Models...>) {
    (
        [] {
            for (std::string_view text : koine::create_table_texts<Dialect, Models>) print("execute", koine::detail::table_of<Models>.name, text);
        }(),
        ...);
}

template <class Dialect, class Golden>
void print_texts() {
    if constexpr (koine::expressible<Dialect, typename Golden::query>)
        for (std::string_view text : koine::sql_texts_of<Dialect, typename Golden::query>) print("prepare", Golden::name, text);
}

template <class Dialect, class... Golden>
void print_queries(golden::query_list<Golden...>) {
    (print_texts<Dialect, Golden>(), ...);
}

/// The lists by the dialect's own strategy, and by each other that it is given.
template <class Dialect, koine::strategy... Strategies>
int print_script() {
    print_tables<Dialect>(golden::all_models{});
    print_queries<Dialect>(golden::all_queries{});
    print_queries<Dialect>(golden::function_queries{});
    print_queries<Dialect>(golden::statement_queries{});
    print_tables<Dialect>(golden::typed_models{});
    print_queries<Dialect>(golden::typed_queries{});
    print_tables<Dialect>(golden::document_models{});
    print_queries<Dialect>(golden::document_queries{});
    (print_queries<koine::loading<Dialect, Strategies>>(golden::list_queries{}), ...);
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    std::string_view const dialect = count == 2 ? arguments[1] : "";
    if (dialect == "sqlite") return print_script<koine::dialect::sqlite<>, koine::strategy::packed>();
    if (dialect == "postgres") return print_script<koine::dialect::postgres<>, koine::strategy::rows, koine::strategy::united>();
    if (dialect == "mysql") return print_script<koine::dialect::mysql<>, koine::strategy::united>();
    if (dialect == "mariadb") return print_script<koine::dialect::mariadb<>, koine::strategy::united>();
    std::fputs("usage: koine_golden_script sqlite|postgres|mysql|mariadb\n", stderr);
    return 2;
}
