// SPDX-License-Identifier: BSL-1.0
// bench · mysql/server: the MySQL or MariaDB that KOINE_BENCH_URL names by its socket, with the rows of every case in a
// database of their own.
#pragma once

#include "client.hpp"

#include "../data.hpp"
#include "../distance.hpp"
#include "../latency_proxy.hpp"

#include <koine/driver/mysql.hpp>

namespace bench::mysql {

/// Filled when the first case asks for it, gone when the program ends.
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
    ~server() { mysql_query(administrator_.get(), ("DROP DATABASE " + schema_).c_str()); }

    static char const* url() {
        char const* const said = std::getenv("KOINE_BENCH_URL");
        if (said == nullptr) throw std::runtime_error("KOINE_BENCH_URL names no server");
        return said;
    }
    static bool is_mariadb() { return std::string_view(url()).starts_with("mariadb:"); }

    /// What a connection is opened by.
    [[nodiscard]] std::string name(distance const& at) {
        koine::detail::connection_url const& said = target_.url;
        return said.scheme + "://" + encoded(said.user) + ":" + encoded(said.password) + "@localhost/" + schema_ + "?socket=" + encoded(socket(at));
    }
    [[nodiscard]] connection connect(distance const& at) { return koine::detail::connect_mysql(koine::detail::mysql_target_of(name(at), {})); }
    /// Between two runs of a case that inserts: the table held all rows or none, and holds none.
    void empty_drafts() {
        statement counted(administrator_.get(), "SELECT count(*) FROM " + schema_ + ".drafts", {}, {kind::int64});
        std::int64_t count = 0;
        for (counted.run(); counted.fetch();) counted.row().read(0, count);
        if (count != 0 && count != inserted_) throw std::runtime_error("the case before inserted " + std::to_string(count) + " rows");
        execute(administrator_.get(), "TRUNCATE " + schema_ + ".drafts");
    }
    void expect_inserts(std::size_t count) { inserted_ = static_cast<std::int64_t>(count); }

private:
    server() : target_(koine::detail::mysql_target_of(url(), {})), administrator_(koine::detail::connect_mysql(target_)) {
        if (target_.socket.empty()) throw std::runtime_error("KOINE_BENCH_URL names no socket");
        schema_ = "koine_bench_" + std::to_string(::getpid());
        execute(administrator_.get(), "CREATE DATABASE " + schema_);
        if (is_mariadb()) fill_as<koine::dialect::mariadb<>>();
        else fill_as<koine::dialect::mysql<>>();
        // What the server would do some time later, in the middle of a case.
        for (char const* const table : {"users", "posts", "comments"}) execute(administrator_.get(), "ANALYZE TABLE " + schema_ + "." + table);
    }
    template <class Dialect>
    void fill_as() {
        database<Dialect> db(name(distances[0]));
        fill(db);
    }
    std::string socket(distance const& at) {
        if (at.round_trip.count() == 0) return target_.socket;
        if (!proxy_) proxy_.emplace(target_.socket, "socket", at.round_trip);
        return proxy_->socket().string();
    }
    static std::string encoded(std::string_view text) {
        std::string url;
        for (char const letter : text) {
            constexpr char const* digits = "0123456789ABCDEF";
            auto const code = static_cast<unsigned char>(letter);
            if ((code | 0x20) >= 'a' && (code | 0x20) <= 'z') url.push_back(letter);
            else url.append({'%', digits[code >> 4], digits[code & 15]});
        }
        return url;
    }

    koine::detail::mysql_target target_;
    connection administrator_;
    std::string schema_;
    std::optional<latency_proxy> proxy_;
    std::int64_t inserted_ = 0;
};

}  // namespace bench::mysql
