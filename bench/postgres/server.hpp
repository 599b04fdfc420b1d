// SPDX-License-Identifier: BSL-1.0
// bench · postgres/server: the PostgreSQL that KOINE_BENCH_URL names, with each set of rows in a schema of its own.
#pragma once

#include "client.hpp"

#include "../data.hpp"
#include "../distance.hpp"
#include "../latency_proxy.hpp"

#include <koine/driver/libpq.hpp>

#include <set>

namespace bench::postgres {

/// What it was filled with is gone when the program ends.
class server {
public:
    using driver = koine::driver::libpq;
    using database = koine::database<driver>;

    static server& get() {
        static server only;
        return only;
    }
    server(server const&) = delete;
    server& operator=(server const&) = delete;
    ~server() {
        for (std::string const& schema : filled_) PQclear(PQexec(administrator_.get(), ("DROP SCHEMA " + schema + " CASCADE").c_str()));
    }

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
        execute(administrator_.get(), ("CREATE SCHEMA " + schema).c_str());
        filled_.insert(schema);
        database filler{name_in(distances[0], schema)};
        data.fill(filler);
        // What autovacuum would do some time later, in the middle of a case.
        for (std::string const& table : data.tables()) execute(administrator_.get(), ("VACUUM ANALYZE " + schema + "." + table).c_str());
        return schema;
    }
    std::string name_in(distance const& at, std::string const& schema);
    static connection connect_by(std::string const& name);

    std::string url_;
    std::set<std::string> filled_;  ///< schemas
    connection administrator_;
    std::optional<database> reader_;
    std::optional<latency_proxy> proxy_;
};

}  // namespace bench::postgres
