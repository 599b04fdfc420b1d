// SPDX-License-Identifier: BSL-1.0
// conformance · matrix: each cell of the README's tables, asked of the server itself.
#include "law.hpp"
#include "server.hpp"

#include "matrix/differences.hpp"
#include "matrix/features.hpp"

#include <cstring>

namespace matrix {

using koine::col;
using koine::from;
using koine::support;

struct probe {
    std::int64_t id{};
    std::int64_t a{};
    std::int64_t b{};
    std::string t{};
    std::optional<std::int64_t> x{};
};
constexpr auto describe(koine::model<probe>) { return koine::table("own_probe").primary_key<&probe::id>(); }

/// What a policy says that speaks to a server of this version.
support said_of(koine::feature which) {
    return server::takes_newest_dialect() ? koine::support_of<server::newest_dialect>(which) : koine::support_of<server::dialect>(which);
}

TEST_CASE("what a policy calls native the server has, and nothing else that it is asked for") {
    server::fresh own;
    auto& db = own.db;
    server::run(db, "CREATE TABLE probe (id BIGINT PRIMARY KEY, n BIGINT, m BIGINT)", "CREATE TABLE keyless (n BIGINT)", "CREATE TABLE swapped (id BIGINT PRIMARY KEY, n BIGINT, m BIGINT)",
                "INSERT INTO probe VALUES (1, 10, 20), (2, 30, 40)", "INSERT INTO swapped VALUES (1, 10, 20)", "UPDATE swapped SET n = m, m = n", "BEGIN", "CREATE TABLE rolled_back (n BIGINT)");
    server::run(db, "ROLLBACK");
    for (feature_row const& row : feature_rows) {
        bool has = false;
        for (char const* const sql : row.asked) {
            if (sql == nullptr) break;
            bool const runs = server::refusal_of(db, sql).empty();
            has = has || (runs && (row.value == nullptr || server::value_of(db, sql) == row.value));
        }
        INFO(row.name);
        bool const native = said_of(row.which) == support::native;
        // An SQLite that is newer than all that the policy tells apart may have more: 3.54 orders by columns of a level around.
        if (native || !(server::is_sqlite && server::takes_newest_dialect())) CHECK(has == native);
    }
}

/// What Koine's words for a law give, on rows as the server's own table has them.
std::vector<std::string> answers_of(server::database& db) {
    std::vector<std::string> all;
    auto const add = [&](auto const& value) {
        if constexpr (koine::detail::is_optional<std::remove_cvref_t<decltype(value)>>) {
            if (!value) return all.push_back("NULL");
            return all.push_back(koine::detail::spell({koine::detail::digits_of(static_cast<long long>(*value))}));
        } else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>) {
            all.push_back(value);
        } else {
            all.push_back(std::to_string(value));
        }
    };
    auto const one = [&](auto const& expression) { return db.one(from<probe>().where(col<&probe::id> == 1).select(expression)); };
    add(one(col<&probe::a> / col<&probe::b>));
    add(one(col<&probe::a> / (col<&probe::id> - 1)));
    add(one(koine::round(koine::cast<double>(col<&probe::a>) / 2.8)));
    add(one(koine::greatest(col<&probe::a>, col<&probe::x>)));
    auto const joined = one(koine::concat(col<&probe::t>, koine::cast<std::string>(col<&probe::x>)));
    all.push_back(joined ? *joined : "NULL");
    add(db.count(from<probe>().where(col<&probe::t> == "A")));
    add(db.count(from<probe>().where(col<&probe::t> == "a ")));
    add(db.count(from<probe>().where(koine::like(col<&probe::t>, "A"))));
    add(one(koine::character_length(koine::concat(col<&probe::t>, "é"))) - 1);
    add(db.all(from<probe>().select(col<&probe::x>).order_by(koine::asc(col<&probe::x>))).front());
    auto const mean = db.one(from<probe>().select(koine::avg(col<&probe::a>)));
    all.push_back(mean == 7.5 ? "7.5" : "another");
    add(db.count(from<probe>().where(col<&probe::a>.in(std::vector<std::int64_t>{}))));
    return all;
}

TEST_CASE("what databases do differently, each does as the table says, and Koine as on the others") {
    server::fresh own;
    auto& db = own.db;
    server::run(db, "CREATE TABLE probe (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, t VARCHAR(20), x INTEGER)", "INSERT INTO probe VALUES (1, 7, -2, 'a', NULL)",
                "CREATE TABLE swapped (a INTEGER, b INTEGER)", "INSERT INTO swapped VALUES (7, -2)", "UPDATE swapped SET a = b, b = a");
    db.create_tables<probe>();
    db.insert(std::vector<probe>{{1, 7, -2, "a", std::nullopt}, {2, 8, 0, "b", 7}});
    std::vector<std::string> const made_one = answers_of(db);
    std::size_t at = 0;
    for (difference_row const& row : difference_rows) {
        answer const& own_words = server::is_sqlite ? row.sqlite : server::is_postgres ? row.postgres : server::is_mysql ? row.mysql : row.mariadb;
        INFO(row.law);
        std::string const refusal = server::refusal_of(db, own_words.asked);
        CHECK((refusal.empty() ? server::value_of(db, own_words.asked) : "error") == own_words.given);
        if (std::strstr(row.koine, "refused") == nullptr) CHECK(made_one.at(at++) == row.koine);
    }
    CHECK(at == made_one.size());
    // The last row: the order of assignments is turned round where a server reads what it has set, or the circle is refused.
    using koine::update;
    auto const swap = update<probe>().set(col<&probe::a> = col<&probe::b>, col<&probe::b> = col<&probe::a>).where(col<&probe::id> == 1);
    static_assert(koine::expressible<server::dialect, decltype(swap)> == (koine::support_of<server::dialect>(koine::feature::simultaneous_update) == support::native));
    if constexpr (koine::expressible<server::dialect, decltype(swap)>) {
        CHECK(db.execute(swap) == 1);
        CHECK(db.find<probe>(1)->a == -2);
        CHECK(db.find<probe>(1)->b == 7);
    }
}

}  // namespace matrix
