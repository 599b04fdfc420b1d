// SPDX-License-Identifier: BSL-1.0
// golden · prepare_postgres: has the server of KOINE_TEST_POSTGRES prepare every text of a script, in a fresh
// schema.

#include "script.hpp"

#include <libpq-fe.h>

#include <memory>

namespace {

struct finish_connection {
    void operator()(PGconn* connection) const noexcept { PQfinish(connection); }
};

struct clear_result {
    void operator()(PGresult* result) const noexcept { PQclear(result); }
};

using result = std::unique_ptr<PGresult, clear_result>;

class postgres {
public:
    static constexpr char const* name = "postgres";

    postgres() : connection_(PQconnectdb(golden::connection_data("KOINE_TEST_POSTGRES").c_str())) {
        if (PQstatus(connection_.get()) != CONNECTION_OK) throw std::runtime_error(message());
        // The drop of a whole schema would list all it drops.
        require("set client_min_messages to warning");
        // Runs at the same time against the same server take turns.
        require("select pg_advisory_lock(hashtext('" + schema_ + "'))");
        drop_scratch();
        require("create schema " + schema_);
        require("set search_path to " + schema_);
    }

    std::string version() const {
        int const number = PQserverVersion(connection_.get());
        return std::to_string(number / 10000) + "." + std::to_string(number % 10000);
    }

    golden::refusal execute(std::string const& text) {
        return refusal_of(result(PQexec(connection_.get(), text.c_str())));
    }

    golden::refusal prepare(std::string const& text) {
        // The unnamed statement: the next one takes its place.
        return refusal_of(result(PQprepare(connection_.get(), "", text.c_str(), 0, nullptr)));
    }

    void drop_scratch() { require("drop schema if exists " + schema_ + " cascade"); }

private:
    std::string message() const { return PQerrorMessage(connection_.get()); }

    golden::refusal refusal_of(result const& answer) const {
        switch (PQresultStatus(answer.get())) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK: return std::nullopt;
        case PGRES_EMPTY_QUERY: return "there is no statement in it";
        case PGRES_COPY_IN:
        case PGRES_COPY_OUT:
        case PGRES_COPY_BOTH: return "COPY from or to the client cannot be run here";
        default: return message();
        }
    }

    void require(std::string const& text) {
        if (golden::refusal const refused = execute(text)) throw std::runtime_error(*refused);
    }

    std::string schema_ = golden::scratch;
    std::unique_ptr<PGconn, finish_connection> connection_;
};

}  // namespace

int main(int count, char** arguments) { return golden::main_of<postgres>(count, arguments); }
