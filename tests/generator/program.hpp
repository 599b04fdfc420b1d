// SPDX-License-Identifier: BSL-1.0
// generator · program: runs generated queries on every database, and prints a line for each: its number, the database, and then
// its rows, or that the dialect refuses it, or what the server says against it.
#pragma once

#include "servers.hpp"
#include "shop.hpp"

#include <algorithm>
#include <concepts>
#include <cstdio>

namespace generated {

template <std::integral Number>
std::string shown(Number value) { return std::to_string(value); }
inline std::string shown(bool value) { return value ? "true" : "false"; }
/// To nine digits, which no order of additions changes; both zeros are one.
inline std::string shown(double value) {
    char digits[40];
    std::snprintf(digits, sizeof digits, "%.9g", value == 0 ? 0.0 : value);
    return digits;
}
/// The bytes of a text, those in hexadecimal that would break the line.
inline std::string shown(std::string const& value) {
    std::string text = "'";
    for (char c : value) {
        char digits[5];
        std::snprintf(digits, sizeof digits, "\\x%02x", static_cast<unsigned char>(c));
        if (static_cast<unsigned char>(c) < ' ' || c == '\\' || c == '\'') text += digits;
        else text += c;
    }
    return text + "'";
}
inline std::string shown(shop::date value) { return shown(std::int64_t(std::chrono::sys_days(value).time_since_epoch().count())) + "d"; }
inline std::string shown(shop::instant value) { return shown(std::int64_t(value.time_since_epoch().count())) + "us"; }
inline std::string shown(shop::state value) { return shown(std::int64_t(value)) + "e"; }
template <int Precision, int Scale>
std::string shown(koine::decimal<Precision, Scale> value) { return value.to_string(); }
template <class Value>
std::string shown(std::optional<Value> const& value) { return value ? shown(*value) : "NULL"; }

template <class... Values>
std::string in_parentheses(Values const&... values) {
    std::string line;
    ((line += (line.empty() ? "(" : ", ") + shown(values)), ...);
    return line + ")";
}
inline std::string shown(shop::mixed const& one) { return in_parentheses(one.number, one.real, one.text, one.truth); }
inline std::string shown(shop::dated const& one) { return in_parentheses(one.number, one.day, one.moment, one.amount, one.sum, one.state); }
inline std::string shown(shop::step const& one) { return in_parentheses(one.id, one.depth, one.path); }
inline std::string shown(shop::note_line const& one) { return in_parentheses(one.id, one.text); }
std::string shown(shop::sale_page const& one);
template <class Row>
std::string list(std::vector<Row> const& rows) {
    std::string line = "[";
    for (Row const& one : rows) line += shown(one);
    return line + "]";
}
inline std::string shown(shop::sale_page const& one) { return in_parentheses(one.id, one.weight) + list(one.notes); }
inline std::string shown(shop::customer_page const& one) {
    return in_parentheses(one.id, one.label) + (one.region ? in_parentheses(one.region->id, one.region->name, one.region->parent_id) : "()") + list(one.sales);
}

/// Rows without an order of their own are put into that of their text.
template <class Row>
void print(std::vector<Row> const& rows, bool ordered) {
    std::vector<std::string> lines;
    for (auto const& one : rows) lines.push_back(shown(one));
    if (!ordered) std::sort(lines.begin(), lines.end());
    for (std::string const& line : lines) std::fputs(line.c_str(), stdout);
    std::puts(lines.empty() ? "nothing" : "");
}

/// Little is made for each query: there are many of them.
template <class Server, class Query>
void run(Server const& server, int number, bool ordered, Query const& query) {
    if (!server.db) return;
    std::printf("%d %s ", number, server.name);
    if constexpr (!koine::expressible<typename Server::database_type::dialect_type, Query>) std::puts("refused");
    else try {
        print(server.db->all(query), ordered);
    } catch (koine::error const& failure) {
        std::printf("error: %s\n", failure.what());
    }
}

/// The shop in each database that there is.
struct program {
    sqlite_server sqlite;
    postgres_server postgres;
    mysql_server<koine::dialect::mysql<>> mysql{"mysql", "KOINE_TEST_MYSQL"};
    mysql_server<koine::dialect::mariadb<>> mariadb{"mariadb", "KOINE_TEST_MARIADB"};

    program() {
        open(sqlite);
        open(postgres);
        open(mysql);
        open(mariadb);
    }
    void run(int number, bool ordered, auto const& query) const {
        generated::run(sqlite, number, ordered, query);
        generated::run(postgres, number, ordered, query);
        generated::run(mysql, number, ordered, query);
        generated::run(mariadb, number, ordered, query);
    }

private:
    static void open(auto const& server) {
        if (!server.db) return;
        server.db->template create_tables<shop::region, shop::customer, shop::sale, shop::note>();
        server.db->insert(shop::regions(), koine::keep_keys);
        server.db->insert(shop::customers(), koine::keep_keys);
        server.db->insert(shop::sales(), koine::keep_keys);
        server.db->insert(shop::notes(), koine::keep_keys);
    }
};

}  // namespace generated
