// SPDX-License-Identifier: BSL-1.0
// A query whose shape is fixed: its text is a constant, and so is the query where it owns nothing.

#include <koine/dialect/mariadb.hpp>
#include <koine/dialect/mysql.hpp>
#include <koine/dialect/postgres.hpp>
#include <koine/dialect/sqlite.hpp>
#include <koine/koine.hpp>

#include <catch2/catch.hpp>

namespace constant_text_test {

using koine::col;
namespace dialect = koine::dialect;

struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title;
    bool published{};
};
constexpr auto describe(koine::model<article>) { return koine::table("articles").primary_key<&article::id>(koine::generated); }

// The README's.
constexpr auto long_titles = koine::from<article>().where(col<&article::title> > "n").limit<5>();
static_assert(koine::sql_text<koine::dialect::postgres>(long_titles) ==
              R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE t0."title" > $1 ORDER BY t0."id" LIMIT 5)");

// A version of a dialect, and its default, are both a dialect.
static_assert(koine::sql_text<dialect::mysql<9, 4, 0>>(long_titles) == koine::sql_text<dialect::mysql>(long_titles));
static_assert(koine::sql_text<dialect::mariadb<11, 8>>(long_titles) == koine::sql_text<dialect::mariadb>(long_titles));
static_assert(koine::sql_text_of<dialect::sqlite<>, decltype(long_titles)> == koine::sql_text<dialect::sqlite>(long_titles));

// Which value each placeholder takes is a constant too: PostgreSQL gives a value that is said twice one number.
constexpr auto ending = koine::from<article>().where(col<&article::id> > 3 && col<&article::title>.ends_with("x"));
using ending_tokens = decltype(ending)::tokens;
static_assert(koine::detail::text_of<dialect::postgres<>, ending_tokens>.view().binds == 2);
static_assert(koine::detail::text_of<dialect::sqlite<>, ending_tokens>.view().binds == 5);
static_assert(koine::detail::text_of<dialect::sqlite<>, ending_tokens>.view().order[4] == 1);

// What a dialect cannot express is known, without an error.
constexpr auto circle = koine::update<article>().set(col<&article::id> = col<&article::author_id>, col<&article::author_id> = col<&article::id>).where(col<&article::id> == 1);
static_assert(koine::expressible<dialect::sqlite<>, decltype(circle)> && koine::expressible<dialect::postgres<>, decltype(circle)>);
static_assert(!koine::expressible<dialect::mysql<>, decltype(circle)> && !koine::expressible<dialect::mariadb<>, decltype(circle)>);

}  // namespace constant_text_test

using namespace constant_text_test;

TEST_CASE("a fragment is a value: text and typed binds") {
    auto const statement = koine::sql<dialect::postgres>(koine::from<article>().where(col<&article::title> == std::string("it's") && col<&article::id>.in({1, 2})));
    CHECK(statement.text == R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE t0."title" = $1 AND t0."id" = ANY($2))");
    REQUIRE(statement.binds.size() == 2);
    CHECK(statement.binds[0].kind == koine::bound_kind::text);
    CHECK(statement.binds[0].bytes == "it's");
    CHECK(statement.binds[1].elements.size() == 2);
    CHECK(statement.to_string().find("'it''s', [1, 2]") != std::string::npos);
}

TEST_CASE("a part that is absent leaves no trace, and placeholders are numbered anew") {
    auto const query = [](bool first, bool second, bool ordered) {
        return koine::sql<dialect::postgres>(koine::from<article>()
                                                 .where(koine::when(first, col<&article::id> > 1) && koine::when(second, col<&article::title> == "x"))
                                                 .order_by(koine::when(ordered, koine::desc(col<&article::title>))));
    };
    std::string const start = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0)";
    CHECK(query(true, true, true).text == start + R"( WHERE t0."id" > $1 AND t0."title" = $2 ORDER BY t0."title" DESC)");
    CHECK(query(false, true, false).text == start + R"( WHERE t0."title" = $1)");
    CHECK(query(false, true, false).binds.size() == 1);
    CHECK(query(true, false, true).text == start + R"( WHERE t0."id" > $1 ORDER BY t0."title" DESC)");
    CHECK(query(false, false, false).text == start + R"( WHERE TRUE)");
}

TEST_CASE("a query owns the strings and containers that it is given, and borrows views") {
    auto const made = [] {
        std::string const local(100, 'q');
        std::vector<std::int64_t> const ids{7, 8};
        return koine::from<article>().where(col<&article::title> == local && col<&article::id>.in(ids)).limit(3);
    }();
    auto const copy = made;
    auto const statement = koine::sql<dialect::sqlite>(copy);
    CHECK(statement.binds[0].bytes == std::string(100, 'q'));
    CHECK(statement.binds[1].elements[1].integer == 8);
    CHECK(statement.binds[2].integer == 3);
    static_assert(decltype(long_titles)::values_type::count == 1 && !decltype(long_titles)::values_type::owns);
}

TEST_CASE("a negative limit, and a bound number out of its column's range, are refused before anything is sent") {
    CHECK_THROWS_AS(koine::limit(-1), koine::error);
    CHECK_THROWS_AS(koine::offset(-1), koine::error);
    CHECK_THROWS_AS((col<&article::id> == std::uint64_t{1} << 63), koine::error);
}
