// SPDX-License-Identifier: BSL-1.0
// One row of text for all dialects, and the deviations of each.
#pragma once

#include "queries.hpp"

#include <koine/dialect/mariadb.hpp>
#include <koine/dialect/mysql.hpp>
#include <koine/dialect/postgres.hpp>
#include <koine/dialect/sqlite.hpp>

namespace golden {

/// What a dialect says where it cannot express a query.
inline constexpr std::string_view refused = "refused";

/// The row has "…" around identifiers and ? for placeholders; a deviation is the dialect's text to the letter, of several
/// statements with "; " between them.
struct texts {
    std::string_view row;
    std::string_view sqlite{};
    std::string_view postgres{};
    std::string_view mysql{};
    std::string_view mariadb{};
};

/// Whether a text is the row, with the dialect's marks around identifiers and its placeholders.
constexpr bool is_row(std::string_view text, std::string_view row, char quote_mark, bool numbered) {
    std::size_t at = 0;
    char next = '1';
    for (char expected : row) {
        if (at >= text.size()) return false;
        if (expected == '"' && text[at++] != quote_mark) return false;
        if (expected == '?' && text[at++] != (numbered ? '$' : '?')) return false;
        if (expected == '?' && numbered && text[at++] != next++) return false;
        if (expected != '"' && expected != '?' && text[at++] != expected) return false;
    }
    return at == text.size();
}

template <class Texts>
constexpr bool are(Texts const& statements, std::string_view expected) {
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (i > 0) {
            if (expected.substr(0, 2) != "; ") return false;
            expected.remove_prefix(2);
        }
        if (expected.substr(0, statements[i].size()) != statements[i]) return false;
        expected.remove_prefix(statements[i].size());
    }
    return expected.empty();
}

template <class Dialect, class Golden>
constexpr bool says(std::string_view row, std::string_view deviation) {
    if constexpr (!koine::expressible<Dialect, typename Golden::query>) {
        return deviation == refused;
    } else {
        constexpr auto& statements = koine::sql_texts_of<Dialect, typename Golden::query>;
        if (!deviation.empty()) return are(statements, deviation);
        return statements.size() == 1 && is_row(statements[0], row, Dialect::quote_mark, Dialect::numbered_placeholders);
    }
}

template <class Golden>
constexpr bool renders(texts const& expected) {
    return says<koine::dialect::sqlite<>, Golden>(expected.row, expected.sqlite) &&
           says<koine::dialect::postgres<>, Golden>(expected.row, expected.postgres) &&
           says<koine::dialect::mysql<>, Golden>(expected.row, expected.mysql) &&
           says<koine::dialect::mariadb<>, Golden>(expected.row, expected.mariadb);
}

}  // namespace golden
