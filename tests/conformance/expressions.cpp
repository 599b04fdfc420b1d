// SPDX-License-Identifier: BSL-1.0
// conformance · expressions: NULL, lists, optional parts, arithmetic, aggregates, order and pages mean one thing.
#include "law.hpp"
#include "server.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace expressions {

using namespace std::string_literals;
using koine::asc;
using koine::col;
using koine::desc;

enum class color { red, green };

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    std::optional<std::int32_t> maybe{};
    std::uint64_t big{};
    double real{};
    std::string text{};
    std::vector<std::byte> bytes{};
    bool flag{};
    color tint{};
};
constexpr auto describe(koine::model<thing>) {
    return koine::table("things").primary_key<&thing::id>(koine::generated);
}

constexpr auto id = col<&thing::id>;
constexpr auto number = col<&thing::number>;
constexpr auto maybe = col<&thing::maybe>;
constexpr auto big = col<&thing::big>;
constexpr auto real = col<&thing::real>;
constexpr auto words = col<&thing::text>;
using ids = std::vector<std::int64_t>;

struct things : server::fresh {
    things() { db.create_tables<thing>(); }
    explicit things(std::vector<thing> const& rows) : things() {
        for (thing const& row : rows) db.insert(row);
    }
    template <class Condition>
    ids where(Condition const& condition) {
        return db.all(koine::from<thing>().where(condition).select(id).order_by(asc(id)));
    }
    template <class Expression>
    auto value(Expression const& expression) {
        return db.one(koine::from<thing>().where(id == 1).select(expression));
    }
};
// NUL in the middle, where it can be kept.
std::string const odd = server::keeps_nul ? "a\0b"s : "a\1b"s;
std::vector<thing> const four{{.number = 1, .maybe = 1}, {.number = 2}, {.number = 3, .maybe = 5}, {.number = 4}};

TEST_CASE("NULL: comparisons, same_as and the tests", "[null][null-tests][null-columns][null-same-as]") {
    things all(four);
    CHECK(all.where(maybe == std::nullopt) == ids{2, 4});
    CHECK(all.where(std::nullopt != maybe) == ids{1, 3});
    CHECK(all.where(maybe != 1) == ids{3});
    CHECK(all.where(!(maybe == 1)) == ids{3});
    CHECK(all.where(maybe == number) == ids{1});
    CHECK(all.where(maybe.same_as(std::optional<std::int32_t>{})) == ids{2, 4});
    CHECK(all.where(maybe.same_as(std::optional{5})) == ids{3});
    CHECK(all.where(maybe.not_same_as(5)) == ids{1, 2, 4});
    CHECK(all.where(!maybe.same_as(std::nullopt)) == ids{1, 3});
    CHECK(all.where(koine::coalesce(maybe, 9) == 9) == ids{2, 4});
    CHECK(all.where(koine::coalesce(maybe, number) == number) == ids{1, 2, 4});
    CHECK(all.where(koine::between(maybe, 1, 4)) == ids{1});
}

TEST_CASE("lists: empty ones, NUL, bytes, all kinds, and 5000 elements", "[null][null-lists]") {
    things all({{.number = -5, .maybe = 1, .big = std::numeric_limits<std::uint64_t>::max(), .real = 0.5, .text = odd, .bytes = {std::byte{0}, std::byte{1}}, .flag = true, .tint = color::green},
                {.number = 7, .big = 1, .real = 1.5, .text = "a", .bytes = {}, .tint = color::red}});
    CHECK(all.where(number.in(std::vector<int>{})).empty());
    CHECK(all.where(number.not_in(std::vector<int>{})) == ids{1, 2});
    CHECK(all.where(maybe.not_in(std::vector<int>{})) == ids{1, 2});
    CHECK(all.where(!maybe.in(std::vector<int>{})) == ids{1, 2});
    CHECK(all.where(maybe.in({1, 2})) == ids{1});
    CHECK(all.where(maybe.not_in({2})) == ids{1});
    CHECK(all.where(words.in({odd, "z"s})) == ids{1});
    CHECK(all.where(words.not_in({odd, ""s})) == ids{2});
    CHECK(all.where(col<&thing::bytes>.in(std::vector<std::vector<std::byte>>{{std::byte{0}, std::byte{1}}})) == ids{1});
    CHECK(all.where(col<&thing::bytes>.in(std::vector<std::vector<std::byte>>{{}, {std::byte{0}}})) == ids{2});
    CHECK(all.where(big.in({std::numeric_limits<std::uint64_t>::max(), std::uint64_t{2}})) == ids{1});
    CHECK(all.where(real.in({0.5})) == ids{1});
    CHECK(all.where(col<&thing::tint>.in({color::red})) == ids{2});
    CHECK(all.where(col<&thing::flag>.in({true})) == ids{1});
    CHECK(all.where(col<&thing::flag>.in({true, false})) == ids{1, 2});
    CHECK(all.where(col<&thing::flag>.not_in({true})) == ids{2});
    CHECK(all.where(col<&thing::flag>.in(std::array{false, false})) == ids{2});
    std::vector<std::int64_t> many(5000);
    for (std::size_t i = 0; i < many.size(); ++i) many[i] = static_cast<std::int64_t>(i) * 2 + 1;
    many[4321] = -5;
    CHECK(all.where(number.in(std::span<std::int64_t const>(many))) == ids{1, 2});
    many[3] = 0;
    CHECK(all.where(number.in(many)) == ids{1});
    // A list is not part of the text.
    CHECK(koine::sql<server::dialect>(koine::from<thing>().where(number.in(many))).text == koine::sql<server::dialect>(koine::from<thing>().where(number.in(std::vector<std::int64_t>{}))).text);
}

TEST_CASE("when: every combination of two parts, under AND, OR and NOT", "[null][null-when]") {
    things all(four);
    for (bool first : {false, true})
        for (bool second : {false, true}) {
            auto const low = koine::when(first, number > 1);
            auto const high = koine::when(second, number < 4);
            ids both, either, negated;
            for (std::int64_t n = 1; n <= 4; ++n) {
                if ((!first || n > 1) && (!second || n < 4)) both.push_back(n);
                if ((first && n <= 1) || (second && n >= 4)) either.push_back(n);
                if (!first || n <= 1) negated.push_back(n);
            }
            CHECK(all.where(low && high) == both);
            CHECK(all.where(koine::when(first, number <= 1) || koine::when(second, number >= 4)) == either);
            CHECK(all.where(!low) == negated);
            CHECK(all.where((low && high) && number != 2) == [&] { auto rest = both; std::erase(rest, 2); return rest; }());
            CHECK(all.where((koine::when(first, number == 1) || koine::when(second, number == 4)) || number == 2) == [&] {
                ids found{2};
                if (first) found.insert(found.begin(), 1);
                if (second) found.push_back(4);
                return found;
            }());
            auto const ordered = koine::from<thing>().select(id).order_by(koine::when(first, desc(number % 2)), koine::when(second, desc(number)), asc(id));
            ids const expected = first ? (second ? ids{3, 1, 4, 2} : ids{1, 3, 2, 4}) : (second ? ids{4, 3, 2, 1} : ids{1, 2, 3, 4});
            CHECK(all.db.all(ordered) == expected);
        }
}

TEST_CASE("when with a function, and given", "[null][null-when][null-given]") {
    things all(four);
    for (std::optional<int> wanted : {std::optional<int>{}, std::optional{3}}) {
        ids const expected = wanted ? ids{3} : ids{1, 2, 3, 4};
        CHECK(all.where(koine::when(wanted, [&] { return number == *wanted; })) == expected);
        CHECK(all.where(number == koine::given(wanted)) == expected);
        CHECK(all.where(koine::given(wanted) == number && number > 0) == expected);
        CHECK(all.where(number != koine::given(wanted)) == (wanted ? ids{1, 2, 4} : expected));
    }
    std::optional<std::string> text = "none";
    CHECK(all.where(words == koine::given(text)).empty());
    text.reset();
    CHECK(all.where(words == koine::given(text)).size() == 4);
}

TEST_CASE("arithmetic: integers divide toward zero, and by zero is NULL", "[numbers][numbers-division]") {
    things one(std::vector<thing>{{.number = -7, .maybe = 0, .real = -7.0}});
    CHECK(one.value(number / 2) == -3);
    CHECK(one.value(number / -2) == 3);
    CHECK(one.value(7 / number) == -1);
    CHECK(one.value(number % 3) == -1);
    CHECK(one.value(7 % number) == 0);
    CHECK(one.value(number / 0) == std::nullopt);
    CHECK(one.value(number % 0) == std::nullopt);
    CHECK(one.value(number / maybe) == std::nullopt);
    CHECK(one.value(real / 0.0) == std::nullopt);
    CHECK(one.value(real / 2) == -3.5);
    CHECK(one.value(number / 2.0) == -3.5);
    CHECK(one.value(-number) == 7);
    CHECK(one.value(-(number - 3) * 2 - (1 - number)) == 12);
    CHECK(one.value(number - (3 - number)) == -17);
    CHECK(one.value(koine::value(std::int64_t{1} << 53) + 1) == (std::int64_t{1} << 53) + 1);
}

TEST_CASE("aggregates over no rows, NULL and numbers", "[null][null-aggregates][numbers][numbers-average]") {
    things none;
    CHECK(none.db.one(koine::from<thing>().select(koine::count())) == 0);
    CHECK(none.db.one(koine::from<thing>().select(koine::count(maybe))) == 0);
    CHECK(none.db.one(koine::from<thing>().select(koine::sum(number))) == std::nullopt);
    CHECK(none.db.one(koine::from<thing>().select(koine::avg(number))) == std::nullopt);
    CHECK(none.db.one(koine::from<thing>().select(koine::max(words))) == std::nullopt);
    CHECK(none.db.count(koine::from<thing>()) == 0);
    CHECK(!none.db.exists(koine::from<thing>()));
    things all(four);
    CHECK(all.db.one(koine::from<thing>().select(koine::count(maybe))) == 2);
    CHECK(all.db.one(koine::from<thing>().select(koine::sum(number))) == 10);
    CHECK(all.db.one(koine::from<thing>().select(koine::avg(number))) == 2.5);
    CHECK(all.db.one(koine::from<thing>().select(koine::avg(maybe))) == 3.0);
    CHECK(all.db.one(koine::from<thing>().select(koine::min(maybe))) == 1);
    CHECK(all.db.one(koine::from<thing>().select(koine::sum(real))) == 0.0);
    CHECK(all.db.count(koine::from<thing>().where(number > 1).limit(2)) == 2);
    CHECK(all.db.exists(koine::from<thing>().where(number > 3)));
    CHECK(all.db.count(koine::from<thing>().select(maybe).distinct()) == 3);
}

TEST_CASE("a sum of integers beyond int64 is a range error", "[numbers][numbers-sum]") {
    things all({{.number = 1}, {.number = 1}});
    CHECK(conformance::kind_of([&] { all.db.one(koine::from<thing>().select(koine::sum(koine::value(std::numeric_limits<std::int64_t>::max())))); }) == "range");
}

TEST_CASE("uint64 is compared and ordered as a number", "[numbers][numbers-unsigned]") {
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    things all({{.big = most}, {.big = 0}, {.big = std::uint64_t{1} << 63}, {.big = 256}, {.big = 255}});
    CHECK(all.db.all(koine::from<thing>().select(id).order_by(asc(big))) == ids{2, 5, 4, 3, 1});
    CHECK(all.db.all(koine::from<thing>().select(id).order_by(desc(big))) == ids{1, 3, 4, 5, 2});
    CHECK(all.where(big > 255) == ids{1, 3, 4});
    CHECK(all.where(big == most) == ids{1});
    CHECK(all.where(koine::between(big, 1, std::uint64_t{1} << 63)) == ids{3, 4, 5});
    CHECK(all.db.one(koine::from<thing>().select(koine::max(big))) == most);
    CHECK_THROWS_AS(big == -1, koine::error);
}

TEST_CASE("order: NULL last ascending and first descending", "[order][order-nulls]") {
    things all(four);
    CHECK(all.db.all(koine::from<thing>().select(id).order_by(asc(maybe), asc(id))) == ids{1, 3, 2, 4});
    CHECK(all.db.all(koine::from<thing>().select(id).order_by(desc(maybe), asc(id))) == ids{2, 4, 3, 1});
    CHECK(all.db.all(koine::from<thing>().select(id).order_by(asc(maybe + 0), desc(id))) == ids{1, 3, 4, 2});
}

TEST_CASE("pages: the primary key ends an order that is cut off, and pages neither overlap nor leave gaps", "[order][order-key]") {
    things all;
    std::vector<thing> rows;
    for (int i = 0; i < 30; ++i) rows.push_back({.number = i * 7 % 3, .maybe = i % 4 == 0 ? std::optional<std::int32_t>{} : i % 2});
    all.db.insert(rows);
    ids found;
    for (int page = 0; page < 8; ++page)
        for (std::int64_t one : all.db.all(koine::from<thing>().select(id).order_by(desc(number)).limit(4).offset(page * 4))) found.push_back(one);
    ids expected;
    for (int rank : {2, 1, 0})
        for (std::int64_t i = 30; i > 0; --i)
            if ((i - 1) * 7 % 3 == rank) expected.push_back(i);
    CHECK(found == expected);
    CHECK(all.db.all(koine::from<thing>().select(id).limit(3).offset(27)) == ids{28, 29, 30});
    CHECK(all.db.all(koine::from<thing>().select(id).offset(28)) == ids{29, 30});
    CHECK(all.db.first(koine::from<thing>().order_by(asc(maybe), asc(id)))->id == 3);
}

TEST_CASE("limits: 0 gives nothing, a negative one is refused", "[order][order-limits]") {
    things all(four);
    CHECK(all.db.all(koine::from<thing>().limit(0)).empty());
    CHECK(all.db.all(koine::from<thing>().limit<0>()).empty());
    CHECK(all.db.all(koine::from<thing>().limit(std::numeric_limits<std::int64_t>::max())).size() == 4);
    CHECK_THROWS_AS(koine::from<thing>().limit(-1), koine::error);
    CHECK_THROWS_AS(koine::from<thing>().offset(-1), koine::error);
    CHECK_THROWS_AS(koine::limit(std::numeric_limits<std::int64_t>::min()), koine::error);
}

TEST_CASE("subqueries: in, not_in, exists and scalar see the outer row", "[queries]") {
    things all(four);
    constexpr auto other = koine::alias<thing, "other">;
    constexpr auto other_maybe = other.col<&thing::maybe>;
    CHECK(all.where(number.in(koine::from(other).where(other_maybe != std::nullopt).select(other_maybe))) == ids{1});
    CHECK(all.where(koine::exists(koine::from(other).where(other_maybe == number + 2))) == ids{3});
    CHECK(all.where(!koine::exists(koine::from(other).where(other.col<&thing::number> > number))) == ids{4});
    CHECK(all.where(koine::scalar(koine::from(other).where(other.col<&thing::number> == number + 1).select(other_maybe)) == 5) == ids{2});
}

TEST_CASE("NULL is not among no rows, and not known to be among some, whatever ran before", "[null][null-lists]") {
    things all(four);
    auto const among = [](std::int64_t number_of_row) { return koine::from<thing>().where(number == number_of_row).select(number); };
    std::size_t const rows = static_cast<std::size_t>(all.db.count(koine::from<thing>()));
    std::size_t const known = static_cast<std::size_t>(all.db.count(koine::from<thing>().where(maybe != std::nullopt)));
    REQUIRE(known < rows);
    for (int again = 0; again < 3; ++again) {
        CHECK(all.where(maybe.not_in(among(-99))).size() == rows);
        CHECK(all.where(maybe.not_in(among(4))).size() == known);
        CHECK(all.where(!maybe.in(among(-99))).size() == rows);
        CHECK(all.where(!maybe.in(among(4))).size() == known);
        CHECK(all.where(!maybe.in(std::vector<int>{})).size() == rows);
        CHECK(all.where(!maybe.in(std::vector<int>{-99})).size() == known);
    }
}

}  // namespace expressions
