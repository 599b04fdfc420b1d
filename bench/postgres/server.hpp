// SPDX-License-Identifier: BSL-1.0
// bench · postgres/server: the PostgreSQL that KOINE_BENCH_URL names, with the rows of every case in a schema of its own.
#pragma once

#include "client.hpp"

#include "../data.hpp"
#include "../distance.hpp"
#include "../latency_proxy.hpp"

#include <koine/driver/libpq.hpp>

namespace bench::postgres {

/// Filled when the first case asks for it, gone when the program ends.
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
    ~server() { PQclear(PQexec(administrator_.get(), ("DROP SCHEMA " + schema_ + " CASCADE").c_str())); }

    /// What a connection is opened by.
    [[nodiscard]] std::string name(distance const& at) {
        std::string place = " options='-c search_path=" + schema_ + "'";
        if (at.round_trip.count() == 0) return url_ + place;
        if (!proxy_) {
            std::string const socket = std::string(".s.PGSQL.") + PQport(administrator_.get());
            proxy_.emplace(std::filesystem::path(PQhost(administrator_.get())) / socket, socket, at.round_trip);
        }
        return url_ + place + " host=" + proxy_->directory().string();
    }
    [[nodiscard]] connection connect(distance const& at) {
        connection opened(PQconnectdb(name(at).c_str()));
        if (PQstatus(opened.get()) != CONNECTION_OK) fail(opened.get());
        return opened;
    }
    void empty_drafts() { execute(administrator_.get(), ("TRUNCATE " + schema_ + ".drafts RESTART IDENTITY").c_str()); }
    [[nodiscard]] std::vector<library::draft> written_drafts() { return reader_->all(koine::from<library::draft>()); }

private:
    server() {
        char const* const said = std::getenv("KOINE_BENCH_URL");
        if (said == nullptr) throw std::runtime_error("KOINE_BENCH_URL names no server");
        url_ = key_values_of(said);
        administrator_.reset(PQconnectdb(url_.c_str()));
        if (PQstatus(administrator_.get()) != CONNECTION_OK) fail(administrator_.get());
        execute(administrator_.get(), "SET client_min_messages = warning");
        schema_ = "koine_bench_" + std::to_string(::getpid());
        execute(administrator_.get(), ("CREATE SCHEMA " + schema_).c_str());
        fill(reader_.emplace(name(distances[0])));
        // What autovacuum would do some time later, in the middle of a case.
        for (char const* const table : {"users", "posts", "comments"}) execute(administrator_.get(), ("VACUUM ANALYZE " + schema_ + "." + table).c_str());
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

    std::string url_, schema_;
    connection administrator_;
    std::optional<database> reader_;
    std::optional<latency_proxy> proxy_;
};

}  // namespace bench::postgres
