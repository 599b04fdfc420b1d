// SPDX-License-Identifier: BSL-1.0
// generator · servers: the databases that are there, each in a place of its own that is gone afterwards.
#pragma once

#include <koine/driver/libpq.hpp>
#include <koine/driver/mysql.hpp>
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include <unistd.h>

namespace generated {

/// What a variable of tests/servers says; empty, and said so, where there is no such server.
inline std::string address(char const* variable) {
    char const* const said = std::getenv(variable);
    if (said == nullptr) std::fprintf(stderr, "*** SKIPPED generator: %s is not set\n", variable);
    return said == nullptr ? "" : said;
}
inline std::string place() { return "koine_generator_" + std::to_string(getpid()); }

struct sqlite_server {
    using database_type = koine::database<koine::driver::sqlite>;
    char const* name = "sqlite";
    std::unique_ptr<database_type> db = std::make_unique<database_type>(":memory:");
};

struct postgres_server {
    using database_type = koine::database<koine::driver::libpq>;
    char const* name = "postgres";
    std::unique_ptr<database_type> db;

    postgres_server() {
        std::string const at = address("KOINE_TEST_POSTGRES");
        if (at.empty()) return;
        db = std::make_unique<database_type>(at);
        run("CREATE SCHEMA " + place() + "; SET search_path = " + place());
    }
    ~postgres_server() {
        if (db) run("SET client_min_messages = warning; DROP SCHEMA " + place() + " CASCADE");
    }
    void run(std::string const& sql) const { PQclear(PQexec(db->native_handle(), sql.c_str())); }
};

template <class Dialect>
struct mysql_server {
    using database_type = koine::database<koine::driver::mysql, Dialect>;
    char const* name;
    std::unique_ptr<database_type> db;

    mysql_server(char const* given, char const* variable) : name(given) {
        std::string const at = address(variable);
        if (at.empty()) return;
        auto const part = [&](std::string const& key) {
            auto const from = (' ' + at).find(' ' + key + '=');
            return from == std::string::npos ? "" : at.substr(from + key.size() + 1, at.find(' ', from + 1) - from - key.size() - 1);
        };
        db = std::make_unique<database_type>(std::string(Dialect::scheme) + "://" + part("user") + ":" + part("password") + "@localhost/" + part("database") + "?socket=" + part("socket"));
        run("CREATE DATABASE " + place());
        run("USE " + place());
    }
    ~mysql_server() {
        if (db) run("DROP DATABASE " + place());
    }
    void run(std::string const& sql) const { mysql_query(db->native_handle(), sql.c_str()); }
};

}  // namespace generated
