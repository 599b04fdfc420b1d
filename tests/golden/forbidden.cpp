// SPDX-License-Identifier: BSL-1.0
// What no text of a query says: forms that planners compute for rows which nobody asked for, or that hide a lost list.

#include "queries.hpp"

#include <koine/dialect/mariadb.hpp>
#include <koine/dialect/mysql.hpp>
#include <koine/dialect/postgres.hpp>
#include <koine/dialect/sqlite.hpp>

#include <catch2/catch.hpp>

#include <string>

namespace golden {

constexpr std::string_view forbidden[] = {"LATERAL", "jsonb", "LEFT JOIN (SELECT", "COALESCE(JSON", "COALESCE(json", "COALESCE((SELECT JSON", "COALESCE((SELECT json", "IFNULL"};

template <class Dialect, class Golden>
int check_texts() {
    int count = 0;
    if constexpr (koine::expressible<Dialect, typename Golden::query>)
        for (std::string_view text : koine::sql_texts_of<Dialect, typename Golden::query>) {
            INFO(text);
            for (std::string_view form : forbidden) CHECK(text.find(form) == std::string_view::npos);
            ++count;
        }
    return count;
}
template <class Dialect, class... Golden>
int check_all(query_list<Golden...>) {
    int count = 0;
    for (int one : {check_texts<Dialect, Golden>()...}) count += one;
    return count;
}

TEST_CASE("golden: no text has a form that is forbidden") {
    CHECK(check_all<koine::dialect::sqlite<>>(all_queries{}) > 60);
    CHECK(check_all<koine::dialect::postgres<>>(all_queries{}) > 60);
    CHECK(check_all<koine::dialect::mysql<>>(all_queries{}) > 60);
    CHECK(check_all<koine::dialect::mariadb<>>(all_queries{}) > 60);
}

}  // namespace golden
