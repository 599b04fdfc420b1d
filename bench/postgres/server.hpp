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
    template <class Data = library_rows>
    [[nodiscard]] std::string name(distance const& at, Data const& data = {}) {
        return name_in(at, schema_of(data));
    }
    template <class Data = library_rows>
    [[nodiscard]] connection connect(distance const& at, Data const& data = {}) {
        connection opened(PQconnectdb(name(at, data).c_str()));
        if (PQstatus(opened.get()) != CONNECTION_OK) fail(opened.get());
        return opened;
    }
    void empty_drafts() { execute(administrator_.get(), ("TRUNCATE " + schema_of(library_rows{}) + ".drafts RESTART IDENTITY").c_str()); }
    [[nodiscard]] std::vector<library::draft> written_drafts() {
        if (!reader_) reader_.emplace(name(distances[0]));
        return reader_->all(koine::from<library::draft>());
    }

private:
    server() {
        char const* const said = std::getenv("KOINE_BENCH_URL");
        if (said == nullptr) throw std::runtime_error("KOINE_BENCH_URL names no server");
        url_ = key_values_of(said);
        administrator_.reset(PQconnectdb(url_.c_str()));
        if (PQstatus(administrator_.get()) != CONNECTION_OK) fail(administrator_.get());
        execute(administrator_.get(), "SET client_min_messages = warning");
    }
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
    std::string name_in(distance const& at, std::string const& schema) {
        std::string place = " options='-c search_path=" + schema + "'";
        if (at.round_trip.count() == 0) return url_ + place;
        if (!proxy_) {
            std::string const socket = std::string(".s.PGSQL.") + PQport(administrator_.get());
            proxy_.emplace(std::filesystem::path(PQhost(administrator_.get())) / socket, socket, at.round_trip);
        }
        return url_ + place + " host=" + proxy_->directory().string();
    }
    /// A URL as libpq's other form, to which something can be appended.
    static std::string key_values_of(char const* url) {
        char* refusal = nullptr;
        std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> const options(PQconninfoParse(url, &refusal), &PQconninfoFree);
        if (options == nullptr) throw std::runtime_error("KOINE_BENCH_URL is neither a URL of PostgreSQL nor a list of key=value");
        std::string text;
        for (PQconninfoOption const* one = options.get(); one->keyword != nullptr; ++one) {
            if (one->val == nullptr) continue;
            text.append(one->keyword).append("='");
            for (char const letter : std::string_view(one->val)) text.append(letter == '\'' || letter == '\\' ? "\\" : "").push_back(letter);
            text.append("' ");
        }
        return text;
    }

    std::string url_;
    std::set<std::string> filled_;  ///< schemas
    connection administrator_;
    std::optional<database> reader_;
    std::optional<latency_proxy> proxy_;
};

}  // namespace bench::postgres
