// SPDX-License-Identifier: BSL-1.0
// driver · mysql/failure: the error codes of server and client as portable kinds (dev.mysql.com/doc/mysql-errors,
// mariadb.com/kb/en/mariadb-error-code-reference).
#pragma once

#include <koine/detail/failure.hpp>

namespace koine::detail {

/// What a failed call left behind, as the client library tells it.
struct mysql_report {
    unsigned code = 0;
    std::string_view state;
    std::string_view message;
    bool bound = false;    ///< the statement had values, which the message may quote
    bool mariadb = false;  ///< the server is MariaDB
};

/// Codes that share their SQLSTATE with others of another kind, or have none that says anything.
constexpr error_kind mysql_kind_of_code(unsigned code) {
    switch (code) {
    case 1022: case 1062: case 1169: case 1586: case 1859: return error_kind::unique;
    case 1216: case 1217: case 1451: case 1452: return error_kind::foreign_key;
    case 1048: case 1138: case 1263: case 1364: return error_kind::not_null;
    case 1644: case 3819: case 4025: return error_kind::check;
    case 1020: case 1412: case 3101: return error_kind::serialization;
    case 1213: case 1614: return error_kind::deadlock;
    case 1205: case 1969: case 3024: case 3572: return error_kind::timeout;
    case 1028: case 1317: return error_kind::cancelled;
    case 1129: case 1927: case 2001: case 2002: case 2003: case 2004: case 2005: case 2006: case 2012: case 2013: case 2026:
    case 2027: case 2048: case 2055: case 3169: case 4031: return error_kind::connection;
    case 1044: case 1045: case 1130: case 1251: case 1275: case 1524: case 1698: case 1820: case 1862: case 2059: case 2061:
    case 3118: case 3159: case 4151: return error_kind::authentication;
    case 1049: return error_kind::no_database;
    case 1046: case 1052: case 1136: case 1267: case 1270: case 1271: case 1295: return error_kind::syntax;
    case 1242: return error_kind::too_many_rows;
    case 1139: case 1264: case 1265: case 1292: case 1365: case 1366: case 1367: case 1406: case 1411: case 1441: case 1525:
    case 1526: case 1690: return error_kind::range;
    case 1300: case 3854: case 3988: return error_kind::encoding;
    case 1223: case 1290: case 1792: case 1836: case 1874: return error_kind::read_only;
    case 2014: return error_kind::busy;
    case 1021: case 1037: case 1038: case 1040: case 1041: case 1114: case 1117: case 1118: case 1135: case 1153: case 1203:
    case 1206: case 1226: case 1260: case 1301: case 1390: case 1436: case 1461: case 2008: case 2020: case 3150: case 3157:
    case 4040: return error_kind::limit;
    case 1194: case 1195: case 1712: case 3140: case 3141: case 3143: case 4035: case 4036: case 4037: case 4038:
    case 4039: return error_kind::malformed;
    default: return error_kind::other;
    }
}

constexpr error_kind mysql_error_kind(mysql_report const& report) {
    if (report.code == 1366 && report.message.starts_with("Incorrect string")) return error_kind::encoding;
    if (error_kind const kind = mysql_kind_of_code(report.code); kind != error_kind::other) return kind;
    std::string_view const family = report.state.substr(0, 2);
    if (family == "42" || family == "21") return error_kind::syntax;
    if (family == "22") return error_kind::range;
    if (family == "08") return error_kind::connection;
    if (family == "28") return error_kind::authentication;
    if (family == "40") return error_kind::serialization;
    if (family == "45") return error_kind::check;
    if (family == "70") return error_kind::cancelled;
    return error_kind::other;
}

/// The text between two marks; empty where they are not there.
constexpr std::string_view between(std::string_view text, std::string_view opening, char closing) {
    std::size_t const start = text.find(opening);
    if (start == std::string_view::npos) return {};
    text.remove_prefix(start + opening.size());
    std::size_t const end = text.find(closing);
    return end == std::string_view::npos ? std::string_view{} : text.substr(0, end);
}

/// The last name in quotes or backticks: a message may quote a value before it.
constexpr std::string_view last_quoted(std::string_view text) {
    std::size_t const end = text.find_last_of("'`");
    if (end == std::string_view::npos || end == 0) return {};
    std::size_t const start = text.rfind(text[end], end - 1);
    return start == std::string_view::npos ? std::string_view{} : text.substr(start + 1, end - start - 1);
}

/// The constraint, key or column that a message names. The session's messages are English.
constexpr std::string_view mysql_constraint(error_kind kind, mysql_report const& report) {
    switch (kind) {
    case error_kind::unique: {
        std::string_view const name = last_quoted(report.message);
        std::size_t const point = report.mariadb ? std::string_view::npos : name.find('.');
        return point == std::string_view::npos ? name : name.substr(point + 1);
    }
    case error_kind::foreign_key: return between(report.message, "CONSTRAINT `", '`');
    case error_kind::check:
        if (report.code == 4025) return between(report.message, "CONSTRAINT `", '`');
        return report.code == 3819 ? between(report.message, "'", '\'') : std::string_view{};
    case error_kind::not_null: return between(report.message, "'", '\'');
    case error_kind::range:
    case error_kind::encoding:
        switch (report.code) {
        case 1264: case 1265: case 1366: case 1406: return last_quoted(report.message);
        default: return {};
        }
    default: return {};
    }
}

/// What is said in place of a server's message that may quote a value; empty where it quotes none.
inline std::string mysql_sentence(error_kind kind, mysql_report const& report, std::string_view constraint) {
    switch (kind) {
    case error_kind::unique: return spell({"a row with the same value of the key ", constraint, " exists already"});
    case error_kind::range:
        if (constraint.empty()) return "a value is out of range";
        return spell({"a value is out of the range of the column ", constraint});
    case error_kind::encoding: return "a text is not of the character set that is asked for";
    case error_kind::malformed: return "a text is not JSON, or a table is damaged";
    case error_kind::check:
        if (report.code != 1644 && !report.state.starts_with("45")) return {};
        return "a trigger or procedure of the database refused the statement";
    case error_kind::other:
    case error_kind::too_many_rows:
        // What the client library says by itself quotes nothing, nor do 1243 and 1615: prepare the statement anew.
        if (!report.bound || (report.code >= 2000 && report.code < 3000) || report.code == 1243 || report.code == 1615) return {};
        return spell({"the server refused the statement with error ", digits_of(report.code)});
    default: return {};
    }
}

constexpr bool mysql_retryable(error_kind kind) {
    return kind == error_kind::deadlock || kind == error_kind::serialization;
}

[[nodiscard]] inline error mysql_failure(mysql_report const& report, std::string_view sql) {
    error_kind const kind = mysql_error_kind(report);
    std::string_view const constraint = mysql_constraint(kind, report);
    std::string const sentence = mysql_sentence(kind, report, constraint);
    error failure(kind, spell({"mysql: ", sentence.empty() ? report.message : std::string_view(sentence)}));
    failure.with_sql(sql).with_native_code(static_cast<int>(report.code)).with_sqlstate(report.state).with_constraint(constraint);
    // Of the timeouts only those of a lock: a statement that took too long would again.
    failure.with_retryable(mysql_retryable(kind) || report.code == 1205 || report.code == 3572);
    return failure;
}

}  // namespace koine::detail
