// SPDX-License-Identifier: BSL-1.0
// driver · libpq/failure: SQLSTATE as portable kinds (postgresql.org/docs/current/errcodes-appendix.html).
#pragma once

#include <koine/detail/failure.hpp>

#include <libpq-fe.h>

namespace koine::detail {

constexpr error_kind libpq_class_kind(std::string_view state) {
    auto const in = [state](std::string_view first) { return state.starts_with(first); };
    if (in("08") || in("57P")) return error_kind::connection;
    if (in("22")) return error_kind::mismatch;
    if (in("26") || in("3F") || in("42") || in("0A")) return error_kind::syntax;
    if (in("28")) return error_kind::authentication;
    if (in("2D") || in("3B")) return error_kind::transaction;
    if (in("40")) return error_kind::serialization;
    if (in("44")) return error_kind::check;
    if (in("53") || in("54")) return error_kind::limit;
    return error_kind::other;
}

/// `cancelled` where our own canceller was used: the server has one code for that and for its time limit.
constexpr error_kind libpq_error_kind(std::string_view state, bool cancelled) {
    struct mapped {
        std::string_view state;
        error_kind kind;
    };
    constexpr mapped states[] = {
        {"23505", error_kind::unique},         {"23503", error_kind::foreign_key},  {"23001", error_kind::foreign_key}, {"23502", error_kind::not_null},
        {"23514", error_kind::check},          {"23P01", error_kind::check},        {"23000", error_kind::check},       {"40P01", error_kind::deadlock},
        {"40003", error_kind::unknown_commit}, {"55P03", error_kind::timeout},      {"55006", error_kind::busy},        {"25006", error_kind::read_only},
        {"25P02", error_kind::transaction},    {"25P03", error_kind::connection},   {"25P04", error_kind::timeout},     {"3D000", error_kind::no_database},
        {"42501", error_kind::authentication}, {"22001", error_kind::range},        {"22003", error_kind::range},       {"22008", error_kind::range},
        {"22012", error_kind::range},          {"22015", error_kind::range},        {"2201W", error_kind::range},       {"2201X", error_kind::range},
        {"22021", error_kind::encoding},       {"22P05", error_kind::encoding},     {"P0001", error_kind::check},       {"P0004", error_kind::check},
        {"XX001", error_kind::malformed},      {"XX002", error_kind::malformed},      {"42804", error_kind::mismatch}};
    if (state == "57014") return cancelled ? error_kind::cancelled : error_kind::timeout;
    for (mapped const& one : states)
        if (one.state == state) return one.kind;
    return libpq_class_kind(state);
}

/// Whether the server's messages of a class never quote a value.
constexpr bool libpq_message_is_safe(std::string_view state) {
    constexpr std::string_view classes[] = {"08", "0A", "21", "25", "26", "28", "2D", "34", "3B", "3D", "3F", "40", "42", "53", "54", "55", "57", "58"};
    for (std::string_view const one : classes)
        if (state.starts_with(one)) return true;
    return false;
}

/// What is said in place of a message that may quote a value.
constexpr std::string_view libpq_sentence(error_kind kind) {
    switch (kind) {
    case error_kind::unique: return "a key exists already";
    case error_kind::foreign_key: return "a referenced row is missing, or a row is still referenced";
    case error_kind::not_null: return "NULL in a column that refuses it";
    case error_kind::check: return "a constraint or a trigger refuses the row";
    case error_kind::range: return "a value is out of the range of its type";
    case error_kind::encoding: return "a text is not in the encoding of the database";
    case error_kind::mismatch: return "a value is none of its type";
    case error_kind::malformed: return "the database is damaged";
    default: return "the server refuses the statement";
    }
}

inline std::string_view libpq_field(PGresult const* result, int field) {
    char const* const text = result == nullptr ? nullptr : PQresultErrorField(result, field);
    return text == nullptr ? std::string_view{} : std::string_view(text);
}

/// The failure of a result, or of a connection that gave none.
[[nodiscard, gnu::cold, gnu::noinline]] inline error libpq_error(PGconn* connection, PGresult const* result, std::string_view sql, bool cancelled = false) {
    std::string_view const state = libpq_field(result, PG_DIAG_SQLSTATE);
    bool const lost = PQstatus(connection) != CONNECTION_OK;
    error_kind const kind = lost ? error_kind::connection : state.empty() ? error_kind::other : libpq_error_kind(state, cancelled);
    std::string message = "postgres: ";
    if (state.empty() && lost) {
        message.append("the connection was lost");
    } else if (state.empty()) {
        // The client's own words, of which the first line says it.
        std::string_view const text(PQerrorMessage(connection));
        message.append(text.substr(0, text.find('\n')));
    } else if (libpq_message_is_safe(state)) {
        message.append(libpq_field(result, PG_DIAG_MESSAGE_PRIMARY));
    } else {
        message.append(spell({libpq_sentence(kind), " (SQLSTATE ", state}));
        struct place {
            int field;
            std::string_view word;
        };
        for (place const& one : {place{PG_DIAG_CONSTRAINT_NAME, ", constraint "}, place{PG_DIAG_TABLE_NAME, ", table "}, place{PG_DIAG_COLUMN_NAME, ", column "}})
            if (std::string_view const name = libpq_field(result, one.field); !name.empty()) message.append(one.word).append(name);
        message.append(")");
    }
    error failure(kind, message);
    failure.with_sql(sql).with_sqlstate(state).with_constraint(libpq_field(result, kind == error_kind::not_null ? PG_DIAG_COLUMN_NAME : PG_DIAG_CONSTRAINT_NAME));
    failure.with_retryable(!lost && (kind == error_kind::serialization || kind == error_kind::deadlock || state == "55P03"));
    return failure;
}

}  // namespace koine::detail
