// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/session: what the floors that are written once for all clients ask of SQLite.
#pragma once

#include "place.hpp"
#include "statement.hpp"

#include "distance.hpp"
#include "kind.hpp"

namespace bench::sqlite {

/// A row that a statement stands on.
struct row_view {
    sqlite3_stmt* of;

    [[nodiscard]] bool null(int column) const { return sqlite3_column_type(of, column) == SQLITE_NULL; }
    template <class Member>
    void read(int column, Member& out) const {
        checked::read(of, column, out);
    }
    [[nodiscard]] std::string_view text(int column) const {
        auto const* const text = reinterpret_cast<char const*>(sqlite3_column_text(of, column));
        return {text, static_cast<std::size_t>(sqlite3_column_bytes(of, column))};
    }
};

/// A prepared statement. Values are numbered from 0, and stay until it has run.
class query {
public:
    query(sqlite3* on, std::string_view sql) : statement_(on, sql) {}

    template <class Value>
    void bind(int at, Value const& value) {
        statement_.bind(at + 1, value);
    }
    void run() { statement_.run(); }
    [[nodiscard]] std::int64_t run_for_key() {
        run();
        return sqlite3_last_insert_rowid(sqlite3_db_handle(statement_.handle()));
    }
    template <class Take>
    void each(Take const& take) {
        while (statement_.step()) take(row_view{statement_.handle()});
        statement_.reset();
    }
    /// All rows, each read by `read(row, struct)`.
    template <class Row, class Read>
    std::vector<Row> rows(Read const& read) {
        std::vector<Row> all;
        each([&](row_view row) { read(row, all.emplace_back()); });
        return all;
    }

private:
    statement statement_;
};

/// A hand-written program's connection.
class session {
public:
    static constexpr bool one_message = false;  ///< whether fewer statements are fewer round trips
    static constexpr char const* returning_key = "";
    static constexpr char const* real_type = "REAL";
    static constexpr char const* json_array = "json_array";
    static constexpr char const* json_list = "json_group_array";

    static std::span<distance const> near() { return in_memory; }
    static std::span<distance const> everywhere() { return in_memory; }

    template <class Data>
    session(distance const&, Data const& data) : on_(memory_of(data).native_handle()), snapshot_(on_) {}

    using list_of_kinds = std::vector<kind> const&;
    [[nodiscard]] query prepare(std::string_view sql, list_of_kinds, list_of_kinds) const { return {on_, sql}; }
    /// A subquery's result was still JSON to what is around it until SQLite 3.54.
    static std::string as_json(std::string const& subquery) { return sqlite3_libversion_number() < 3054000 ? subquery : "json(" + subquery + ")"; }
    void begin_snapshot() { snapshot_.begin(); }
    void begin() { snapshot_.begin(); }
    void commit() { snapshot_.end(); }

private:
    sqlite3* on_;
    snapshot snapshot_;
};

/// Koine on the same rows.
struct ground {
    using database = sqlite::database;
    using session = sqlite::session;
    template <class Data>
    static std::shared_ptr<database> open(distance const&, Data const& data) {
        return {std::shared_ptr<database>(), &memory_of(data)};
    }
};

}  // namespace bench::sqlite
