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
    void empty_drafts() { execute(administrator_.get(), "TRUNCATE " + schema_ + ".drafts"); }
    [[nodiscard]] std::vector<library::draft> written_drafts() { return read_drafts_(); }

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
        auto const reader = std::make_shared<database<Dialect>>(name(distances[0]));
        fill(*reader);
        read_drafts_ = [reader] { return reader->all(koine::from<library::draft>()); };
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
    std::function<std::vector<library::draft>()> read_drafts_;  ///< in the server's dialect
};

}  // namespace bench::mysql
