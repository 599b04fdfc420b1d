// SPDX-License-Identifier: BSL-1.0
// bench · postgres/server: finds the server, and fills it with the library's rows.
#include "server.hpp"

namespace bench::postgres {
namespace {

/// A URL as libpq's other form, to which something can be appended.
std::string key_values_of(char const* url) {
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

}  // namespace

server::server() {
    char const* const said = std::getenv("KOINE_BENCH_URL");
    if (said == nullptr) throw std::runtime_error("KOINE_BENCH_URL names no server");
    url_ = key_values_of(said);
    administrator_.reset(PQconnectdb(url_.c_str()));
    if (PQstatus(administrator_.get()) != CONNECTION_OK) fail(administrator_.get());
    execute(administrator_.get(), "SET client_min_messages = warning");
}

std::string server::name(distance const& at) { return name(at, library_rows{}); }

std::string server::name_in(distance const& at, std::string const& schema) {
    std::string place = " options='-c search_path=" + schema + "'";
    if (at.round_trip.count() == 0) return url_ + place;
    if (!proxy_) {
        std::string const socket = std::string(".s.PGSQL.") + PQport(administrator_.get());
        proxy_.emplace(std::filesystem::path(PQhost(administrator_.get())) / socket, socket, at.round_trip);
    }
    return url_ + place + " host=" + proxy_->directory().string();
}

connection server::connect_by(std::string const& name) {
    connection opened(PQconnectdb(name.c_str()));
    if (PQstatus(opened.get()) != CONNECTION_OK) fail(opened.get());
    return opened;
}

void server::empty_drafts() { execute(administrator_.get(), ("TRUNCATE " + schema_of(library_rows{}) + ".drafts RESTART IDENTITY").c_str()); }

std::vector<library::draft> server::written_drafts() {
    if (!reader_) reader_.emplace(name(distances[0]));
    return reader_->all(koine::from<library::draft>());
}

}  // namespace bench::postgres
