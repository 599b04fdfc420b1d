// SPDX-License-Identifier: BSL-1.0
// bench · mysql/server: finds the server, and fills it with the library's rows.
#include "server.hpp"

namespace bench::mysql {
namespace {

std::string encoded(std::string_view text) {
    std::string url;
    for (char const letter : text) {
        constexpr char const* digits = "0123456789ABCDEF";
        auto const code = static_cast<unsigned char>(letter);
        if ((code | 0x20) >= 'a' && (code | 0x20) <= 'z') url.push_back(letter);
        else url.append({'%', digits[code >> 4], digits[code & 15]});
    }
    return url;
}

}  // namespace

server::server() : target_(koine::detail::mysql_target_of(url(), {})), administrator_(koine::detail::connect_mysql(target_)) {
    if (target_.socket.empty()) throw std::runtime_error("KOINE_BENCH_URL names no socket");
}

std::string server::name(distance const& at) { return name(at, library_rows{}); }

std::string server::name_in(distance const& at, std::string const& schema) {
    koine::detail::connection_url const& said = target_.url;
    return said.scheme + "://" + encoded(said.user) + ":" + encoded(said.password) + "@localhost/" + schema + "?socket=" + encoded(socket(at));
}

std::string server::socket(distance const& at) {
    if (at.round_trip.count() == 0) return target_.socket;
    if (!proxy_) proxy_.emplace(target_.socket, "socket", at.round_trip);
    return proxy_->socket().string();
}

void server::empty_drafts() { execute(administrator_.get(), "TRUNCATE " + schema_of(library_rows{}) + ".drafts"); }

template <class Dialect>
void server::read_drafts_as() {
    read_drafts_ = [reader = std::make_shared<database<Dialect>>(name(distances[0]))] { return reader->all(koine::from<library::draft>()); };
}

std::vector<library::draft> server::written_drafts() {
    if (!read_drafts_) is_mariadb() ? read_drafts_as<koine::dialect::mariadb<>>() : read_drafts_as<koine::dialect::mysql<>>();
    return read_drafts_();
}

}  // namespace bench::mysql
