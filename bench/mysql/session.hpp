// SPDX-License-Identifier: BSL-1.0
// bench · mysql/session: what the floors that are written once for all clients ask of the C API.
#pragma once

#include "server.hpp"

namespace bench::mysql {

/// A prepared statement. Values are numbered from 0, and stay until it has run.
class query {
public:
    explicit query(statement prepared) : statement_(std::move(prepared)) {}

    template <class Value>
    void bind(int at, Value const& value) {
        statement_.values().set(static_cast<std::size_t>(at), value);
    }
    void run() { statement_.run(); }
    [[nodiscard]] std::int64_t run_for_key() {
        run();
        return statement_.last_key();
    }
    template <class Take>
    void each(Take const& take) {
        for (run(); statement_.fetch();) take(statement_.row());
    }
    /// All rows, each read by `read(row, struct)`.
    template <class Row, class Read>
    std::vector<Row> rows(Read const& read) {
        std::vector<Row> all;
        each([&](places const& row) { read(row, all.emplace_back()); });
        return all;
    }

private:
    statement statement_;
};

/// A hand-written program's connection.
class session {
public:
    static constexpr bool one_message = true;  ///< whether fewer statements are fewer round trips
    static constexpr char const* returning_key = "";
    static constexpr char const* real_type = "DOUBLE";
    static constexpr char const* json_array = "JSON_ARRAY";
    static constexpr char const* json_list = "JSON_ARRAYAGG";

    static std::span<distance const> near() { return nearby; }
    static std::span<distance const> everywhere() { return distances; }

    template <class Data>
    session(distance const& at, Data const& data) : on_(server::get().connect(at, data)) {}

    [[nodiscard]] query prepare(std::string_view sql, std::vector<kind> const& values, std::vector<kind> const& columns) {
        return query(statement(on_.get(), sql, values, columns));
    }
    static std::string as_json(std::string const& subquery) { return subquery; }
    void begin_snapshot() { execute(on_.get(), "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"); }
    void begin() { execute(on_.get(), "START TRANSACTION"); }
    void commit() { execute(on_.get(), "COMMIT"); }

private:
    connection on_;
};

/// Koine on the same rows, in the server's dialect.
template <class Dialect>
struct ground {
    using database = server::database<Dialect>;
    using session = mysql::session;
    template <class Data>
    static std::shared_ptr<database> open(distance const& at, Data const& data) {
        return std::make_shared<database>(server::get().name(at, data));
    }
};

}  // namespace bench::mysql
