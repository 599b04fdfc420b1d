// SPDX-License-Identifier: BSL-1.0
// conformance · subqueries: comparisons with any and all rows of a query, and of rows with rows, say the same of NULL and of no rows.
#include "server.hpp"

#include <array>

namespace subqueries {

using koine::col;
using verdict = std::optional<bool>;

struct pairing {
    std::int64_t id{};
    std::optional<std::int64_t> a{};
    std::optional<std::string> b{};
};
constexpr auto describe(koine::model<pairing>) { return koine::table("pairings").primary_key<&pairing::id>(koine::generated); }
constexpr auto other = koine::alias<pairing, "other">;

/// Six comparisons, in the order of the operators here, of something with any and with all.
struct verdicts {
    std::int64_t id{};
    verdict any_equal, any_unequal, any_less, any_less_equal, any_greater, any_greater_equal;
    verdict all_equal, all_unequal, all_less, all_less_equal, all_greater, all_greater_equal;
};
struct two_values {
    std::optional<std::int64_t> a;
    std::optional<std::string> b;
};
struct row_verdicts {
    std::int64_t left{}, right{};
    verdict equal, unequal, less, less_equal, greater, greater_equal, listed, unlisted;
};

struct store : server::fresh {
    std::vector<pairing> rows;
    store() {
        db.create_tables<pairing>();
        std::optional<std::int64_t> const numbers[] = {std::nullopt, -1, 3};
        std::optional<std::string> const texts[] = {std::nullopt, "", "\xF0\x9F\x90\x9F"};
        for (auto const& a : numbers)
            for (auto const& b : texts) rows.push_back({.id = static_cast<std::int64_t>(rows.size()) + 1, .a = a, .b = b});
        db.insert(rows, koine::keep_keys);
    }
};

template <class Value>
std::array<verdict, 6> compare(std::optional<Value> const& left, std::optional<Value> const& right) {
    if (!left || !right) return {};
    return {*left == *right, *left != *right, *left < *right, *left <= *right, *left > *right, *left >= *right};
}
/// True where one is, else NULL where one is, else false; of all: false where one is.
verdict decide(std::vector<verdict> const& each, bool all) {
    bool unknown = false;
    for (verdict const& one : each) {
        if (one == !all) return !all;
        unknown = unknown || !one;
    }
    return unknown ? verdict() : verdict(all);
}
/// The first pair that differs decides.
std::array<verdict, 6> compare(pairing const& left, pairing const& right) {
    auto const first = compare(left.a, right.a);
    auto const second = compare(left.b, right.b);
    std::array<verdict, 6> all{decide({first[0], second[0]}, true), decide({first[1], second[1]}, false)};
    for (std::size_t i = 2; i < 6; ++i) {
        std::size_t const strict = i < 4 ? 2 : 4;
        all[i] = decide({first[strict], decide({first[0], second[i]}, true)}, false);
    }
    return all;
}

template <class Query>
auto ask(Query const& found) {
    auto const a = col<&pairing::a>;
    return koine::from<pairing>().select<verdicts>(col<&pairing::id>, a == koine::any(found), a != koine::any(found), a < koine::any(found), a <= koine::any(found),
                                                   a > koine::any(found), a >= koine::any(found), a == koine::all(found), a != koine::all(found), a < koine::all(found),
                                                   a <= koine::all(found), a > koine::all(found), a >= koine::all(found));
}
std::array<verdict, 12> in_order(verdicts const& given) {
    return {given.any_equal, given.any_unequal, given.any_less, given.any_less_equal, given.any_greater, given.any_greater_equal,
            given.all_equal, given.all_unequal, given.all_less, given.all_less_equal, given.all_greater, given.all_greater_equal};
}
template <class Query, class Seen>
int wrong_verdicts(store& all, Query const& query, Seen seen) {
    int wrong = 0;
    for (verdicts const& given : all.db.all(query)) {
        pairing const& left = all.rows[static_cast<std::size_t>(given.id) - 1];
        for (std::size_t i = 0; i < 12; ++i) {
            std::vector<verdict> each;
            for (pairing const& right : all.rows)
                if (seen(left, right)) each.push_back(compare(left.a, right.a)[i % 6]);
            INFO(given.id << ", comparison " << i);
            CHECK(in_order(given)[i] == decide(each, i >= 6));
            wrong += in_order(given)[i] == decide(each, i >= 6) ? 0 : 1;
        }
    }
    return wrong;
}

TEST_CASE("a value is compared with any and with all rows of a query", "[subqueries]") {
    store all;
    auto const ids = [](std::int64_t low, std::int64_t high) { return koine::from(other).where(koine::between(other.col<&pairing::id>, low, high)).select(other.col<&pairing::a>); };
    // None, only NULL, NULL among others, one and several without NULL.
    for (auto const& range : {std::pair{20, 30}, {1, 3}, {3, 4}, {3, 9}, {5, 6}, {4, 9}}) {
        INFO(range.first << " to " << range.second);
        CHECK(wrong_verdicts(all, ask(ids(range.first, range.second)), [&](pairing const&, pairing const& right) { return right.id >= range.first && right.id <= range.second; }) == 0);
    }
    auto const of_row = koine::from(other).where(other.col<&pairing::b> == col<&pairing::b>).select(other.col<&pairing::a>);
    CHECK(wrong_verdicts(all, ask(of_row), [](pairing const& left, pairing const& right) { return left.b && left.b == right.b; }) == 0);
}

TEST_CASE("any and all in conditions, of pages, of values and in writes", "[subqueries]") {
    store all;
    auto& db = all.db;
    auto const ids = koine::from(other).select(other.col<&pairing::id>).order_by(koine::desc(other.col<&pairing::id>));
    CHECK(db.all(koine::from<pairing>().where(!(col<&pairing::id> < koine::all(ids.limit(2)))).select(col<&pairing::id>)) == std::vector<std::int64_t>{8, 9});
    CHECK(db.count(koine::from<pairing>().where(9 <= koine::all(ids.limit(1)))) == 9);
    CHECK(db.execute(koine::erase<pairing>().where(col<&pairing::id> >= koine::all(ids))) == 1);
    CHECK(db.execute(koine::update<pairing>().set(col<&pairing::a> = 7).where(col<&pairing::id> > koine::any(ids.where(other.col<&pairing::a> == 3)))) == 1);
    CHECK(db.find<pairing>(8)->a == 7);
}

TEST_CASE("rows are compared pair by pair", "[subqueries][rows]") {
    store all;
    auto const left = koine::row(col<&pairing::a>, col<&pairing::b>);
    auto const right = koine::row(other.col<&pairing::a>, other.col<&pairing::b>);
    auto const asked = all.db.all(koine::from<pairing>().cross_join(other).select<row_verdicts>(
        col<&pairing::id>, other.col<&pairing::id>, left == right, left != right, left < right, left <= right, left > right, left >= right,
        left.in(right, koine::row(3, "")), left.not_in(right, koine::row(3, ""))));
    REQUIRE(asked.size() == 81);
    for (row_verdicts const& given : asked) {
        INFO(given.left << " with " << given.right);
        pairing const& one = all.rows[static_cast<std::size_t>(given.left) - 1];
        auto const expected = compare(one, all.rows[static_cast<std::size_t>(given.right) - 1]);
        CHECK(std::array{given.equal, given.unequal, given.less, given.less_equal, given.greater, given.greater_equal} == expected);
        verdict const listed = decide({expected[0], compare(one, pairing{.a = 3, .b = ""})[0]}, false);
        CHECK((given.listed == listed && given.unlisted == (listed ? verdict(!*listed) : verdict())));
    }
}

TEST_CASE("a row is looked for among the rows of a query", "[subqueries][rows]") {
    store all;
    auto const left = koine::row(col<&pairing::a>, col<&pairing::b>);
    for (std::int64_t last : {0, 1, 4, 5, 9}) {
        auto const found = koine::from(other).where(other.col<&pairing::id> <= last).select<two_values>();
        auto const asked = all.db.all(koine::from<pairing>().select<row_verdicts>(col<&pairing::id>, koine::value(last), left.in(found), left.not_in(found), !left.in(found),
            left == left, left != left, left <= left, left < left, left > left));
        REQUIRE(asked.size() == 9);
        for (row_verdicts const& given : asked) {
            INFO(given.left << " among " << last);
            pairing const& one = all.rows[static_cast<std::size_t>(given.left) - 1];
            std::vector<verdict> each;
            for (pairing const& right : all.rows)
                if (right.id <= last) each.push_back(compare(one, right)[0]);
            verdict const among = decide(each, false);
            verdict const none = among ? verdict(!*among) : verdict();
            CHECK((given.equal == among && given.unequal == none && given.less == none));
        }
    }
}

}  // namespace subqueries
