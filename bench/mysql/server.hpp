// SPDX-License-Identifier: BSL-1.0
// bench · mysql/server: the MySQL or MariaDB that KOINE_BENCH_URL names by its socket, with each set of rows in a
// database of its own.
#pragma once

#include "client.hpp"

#include "../data.hpp"
#include "../distance.hpp"
#include "../latency_proxy.hpp"

#include <koine/driver/mysql.hpp>

#include <set>

namespace bench::mysql {

/// What it was filled with is gone when the program ends.
class server {
public:
    using driver = koine::driver::mysql;
    template <class Dialect>
    using database = koine::database<driver, Dialect>;

    static server& get() {
        static server only;
        return only;
    }
    server(server const&) = delete;
    server& operator=(server const&) = delete;
    ~server() {
        for (std::string const& schema : filled_) mysql_query(administrator_.get(), ("DROP DATABASE " + schema).c_str());
    }

    static char const* url() {
        char const* const said = std::getenv("KOINE_BENCH_URL");
        if (said == nullptr) throw std::runtime_error("KOINE_BENCH_URL names no server");
        return said;
    }
    static bool is_mariadb() { return std::string_view(url()).starts_with("mariadb:"); }

    /// What a connection is opened by that sees a set of rows, which are there when it is first asked for.
    template <class Data>
    [[nodiscard]] std::string name(distance const& at, Data const& data) {
        return name_in(at, schema_of(data));
    }
    template <class Data>
    [[nodiscard]] connection connect(distance const& at, Data const& data) {
        return connect_by(name(at, data));
    }
    // The same for the library's rows: in server.cpp, so that they are filled in by one file of the program.
    [[nodiscard]] std::string name(distance const& at);
    [[nodiscard]] connection connect(distance const& at) { return connect_by(name(at)); }
    void empty_drafts();
    [[nodiscard]] std::vector<library::draft> written_drafts();

private:
    server();
    template <class Data>
    std::string schema_of(Data const& data) {
        std::string schema = "koine_bench_" + std::to_string(::getpid()) + "_" + data.name();
        if (filled_.contains(schema)) return schema;
        execute(administrator_.get(), "CREATE DATABASE " + schema);
        filled_.insert(schema);
        if (is_mariadb()) fill_as<koine::dialect::mariadb<>>(schema, data);
        else fill_as<koine::dialect::mysql<>>(schema, data);
        // What the server would do some time later, in the middle of a case.
        for (std::string const& table : data.tables()) execute(administrator_.get(), "ANALYZE TABLE " + schema + "." + table);
        return schema;
    }
    template <class Dialect, class Data>
    void fill_as(std::string const& schema, Data const& data) {
        database<Dialect> filler(name_in(distances[0], schema));
        data.fill(filler);
    }
    template <class Dialect>
    void read_drafts_as();
    std::string name_in(distance const& at, std::string const& schema);
    std::string socket(distance const& at);
    static connection connect_by(std::string const& name) { return koine::detail::connect_mysql(koine::detail::mysql_target_of(name, {})); }

    koine::detail::mysql_target target_;
    connection administrator_;
    std::set<std::string> filled_;  ///< databases
    std::optional<latency_proxy> proxy_;
    std::function<std::vector<library::draft>()> read_drafts_;  ///< in the server's dialect
};

}  // namespace bench::mysql
