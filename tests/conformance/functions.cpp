// SPDX-License-Identifier: BSL-1.0
// conformance · functions: conditions, casts, functions of text and numbers give one result, NULL and all of Unicode included.
#include "law.hpp"
#include "server.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace functions {

using namespace std::string_literals;
using koine::asc;
using koine::col;

enum class mood { calm, cross };

struct sample {
    std::int64_t id{};
    std::int32_t number{};
    std::optional<std::int32_t> maybe{};
    double real{};
    std::string text{};
    std::optional<std::string> word{};
    bool flag{};
    mood temper{};
    std::vector<std::byte> blob{};
};
constexpr auto describe(koine::model<sample>) {
    return koine::table("samples").primary_key<&sample::id>(koine::generated);
}
constexpr auto id = col<&sample::id>;
constexpr auto number = col<&sample::number>;
constexpr auto maybe = col<&sample::maybe>;
constexpr auto real = col<&sample::real>;
constexpr auto text = col<&sample::text>;
constexpr auto word = col<&sample::word>;
constexpr auto flag = col<&sample::flag>;
constexpr auto temper = col<&sample::temper>;

template <class Value>
using maybe_of = std::optional<Value>;
using ids = std::vector<std::int64_t>;

struct samples : server::fresh {
    explicit samples(std::vector<sample> const& rows) {
        db.create_tables<sample>();
        for (sample const& row : rows) db.insert(row);
    }
    template <class Condition>
    ids where(Condition const& condition) {
        return db.all(koine::from<sample>().where(condition).select(id).order_by(asc(id)));
    }
};

struct choice {
    std::string size;
    maybe_of<std::int64_t> signed_size;
    maybe_of<std::string> some_word;
    mood changed{};
    maybe_of<std::int32_t> no_two;
    maybe_of<mood> no_cross;
    maybe_of<std::int64_t> most;
    maybe_of<double> least_real;
    std::string last_text;
    std::string first_known;
    maybe_of<std::int32_t> any_number;
    friend bool operator==(choice const&, choice const&) = default;
};

TEST_CASE("conditions: the first true case, NULL is none, and an extreme with NULL is NULL", "[functions][functions-conditions]") {
    samples all({{.number = 2, .maybe = 2, .real = 0.5, .text = "b", .word = "w", .flag = true, .temper = mood::cross},
                 {.number = -7, .real = -0.5, .text = "a\u00e9", .word = "", .temper = mood::calm},
                 {.number = 9, .maybe = 10, .real = 9.5, .text = "\U0001F600"}});
    auto const rows = all.db.all(koine::from<sample>().order_by(asc(id)).select<choice>(
        koine::case_when(maybe > 5, "great").when(maybe <= 5, text).otherwise("none"), koine::case_when(number > 5, 1).when(number < 0, number),
        koine::case_when(flag, word).otherwise("-"), koine::case_when(temper == mood::cross, mood::calm).otherwise(mood::cross),
        koine::null_if(maybe, 2), koine::null_if(temper, mood::cross), koine::greatest(number, maybe, 3), koine::least(real, maybe, number),
        koine::greatest(text, "ab"), koine::coalesce(koine::null_if(word, ""), koine::null_if(text, "b"), "both"), koine::coalesce(koine::null_if(maybe, 10), koine::null_if(maybe, 2), maybe)));
    CHECK(rows == std::vector<choice>{
                      {"b", std::nullopt, "w", mood::calm, std::nullopt, std::nullopt, 3, 0.5, "b", "w", 2},
                      {"none", -7, "-", mood::cross, std::nullopt, mood::calm, std::nullopt, std::nullopt, "a\u00e9" > "ab"s ? "a\u00e9" : "ab", "a\u00e9", std::nullopt},
                      {"great", 1, "-", mood::cross, 10, mood::calm, 10, 9.0, "\U0001F600", "\U0001F600", 10}});
    CHECK(all.where(koine::case_when(flag, number).otherwise(0) == 2) == ids{1});
    CHECK(all.db.all(koine::from<sample>().select(id).order_by(koine::case_when(flag, 2).when(number > 5, 1).otherwise(3))) == ids{3, 1, 2});
    all.db.execute(koine::update_all<sample>().set(number = koine::case_when(flag, number + 1).otherwise(0)));
    CHECK(all.where(number == 3) == ids{1});
}

struct converted {
    double real_number{};
    maybe_of<double> real_maybe;
    maybe_of<std::int64_t> whole;
    std::int64_t one{};
    std::string digits;
    std::vector<std::byte> bytes;
};

TEST_CASE("casts: fractions go, what no int64 holds is NULL", "[functions][functions-casts]") {
    samples all({{.number = -3, .maybe = 4, .real = -2.75, .text = "\u00e9", .flag = true}, {.number = 2147483647, .real = 9223372036854775808.0}, {.real = -9223372036854775808.0}, {.real = 2.5}});
    auto const rows = all.db.all(koine::from<sample>().order_by(asc(id)).select<converted>(
        koine::cast<double>(number), koine::cast<double>(maybe), koine::cast<std::int64_t>(real), koine::cast<std::int64_t>(flag), koine::cast<std::string>(number),
        koine::cast<std::vector<std::byte>>(text)));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].real_number == -3.0);
    CHECK(rows[0].real_maybe == 4.0);
    CHECK(rows[1].real_maybe == std::nullopt);
    CHECK(rows[0].whole == -2);
    CHECK(rows[1].whole == std::nullopt);
    CHECK(rows[2].whole == std::numeric_limits<std::int64_t>::min());
    CHECK(rows[3].whole == 2);
    CHECK(rows[0].one == 1);
    CHECK(rows[1].one == 0);
    CHECK(rows[0].digits == "-3");
    CHECK(rows[1].digits == "2147483647");
    CHECK(rows[0].bytes == std::vector<std::byte>{std::byte{0xC3}, std::byte{0xA9}});
    CHECK(rows[1].bytes.empty());
    CHECK(all.where(koine::concat(koine::cast<std::string>(number), "!") == "-3!") == ids{1});
}

struct written {
    std::string lower, upper;
    std::int64_t characters{}, octets{}, octets_of_blob{};
    std::string joined;
    maybe_of<std::string> joined_with_null;
    std::string middle, rest;
    std::string both, start, end, replaced;
    std::int64_t place{}, place_of_nothing{};
};

TEST_CASE("text: by characters of Unicode and by bytes, NUL and spaces included", "[functions][functions-text]") {
    std::string const odd = server::keeps_nul ? "a\0\u00e9\0"s : "a\1\u00e9\1"s;
    samples all({{.text = " aB\u00c4\u00e9\U0001F600z\t ", .word = "x", .blob = {std::byte{0}, std::byte{200}}}, {.text = odd}, {.text = ""}, {.text = "aAa"}});
    auto const rows = all.db.all(koine::from<sample>().order_by(asc(id)).select<written>(
        koine::lower_ascii(text), koine::upper_ascii(text), koine::character_length(text), koine::octet_length(text), koine::octet_length(col<&sample::blob>),
        koine::concat(text, "|", text), koine::concat(text, word), koine::substring(text, 3, 4), koine::substring(text, 2), koine::trim(text), koine::trim_start(text),
        koine::trim_end(text), koine::replace(text, "a", "\u00e9x"), koine::position(text, "\u00e9"), koine::position(text, "")));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].lower == " ab\u00c4\u00e9\U0001F600z\t ");
    CHECK(rows[0].upper == " AB\u00c4\u00e9\U0001F600Z\t ");
    CHECK(rows[0].characters == 9);
    CHECK(rows[0].octets == 14);
    CHECK(rows[0].octets_of_blob == 2);
    CHECK(rows[0].joined_with_null == " aB\u00c4\u00e9\U0001F600z\t x");
    CHECK(rows[0].middle == "B\u00c4\u00e9\U0001F600");
    CHECK(rows[0].rest == "aB\u00c4\u00e9\U0001F600z\t ");
    CHECK(rows[0].both == "aB\u00c4\u00e9\U0001F600z\t");
    CHECK(rows[0].start == "aB\u00c4\u00e9\U0001F600z\t ");
    CHECK(rows[0].end == " aB\u00c4\u00e9\U0001F600z\t");
    CHECK(rows[0].replaced == " \u00e9xB\u00c4\u00e9\U0001F600z\t ");
    CHECK(rows[0].place == 5);
    CHECK(rows[0].place_of_nothing == 1);
    CHECK(rows[1].lower == odd);
    CHECK(rows[1].upper == "A" + odd.substr(1));
    CHECK(rows[1].characters == 4);
    CHECK(rows[1].octets == 5);
    CHECK(rows[1].joined == odd + "|" + odd);
    CHECK(rows[1].joined_with_null == std::nullopt);
    CHECK(rows[1].middle == odd.substr(2));
    CHECK(rows[1].rest == odd.substr(1));
    CHECK(rows[1].both == odd);
    CHECK(rows[1].replaced == "\u00e9x" + odd.substr(1));
    CHECK(rows[1].place == 3);
    CHECK(rows[2].lower.empty());
    CHECK(rows[2].characters == 0);
    CHECK(rows[2].joined == "|");
    CHECK(rows[2].middle.empty());
    CHECK(rows[2].place == 0);
    CHECK(rows[2].place_of_nothing == 1);
    CHECK(rows[3].replaced == "\u00e9xA\u00e9x");
    CHECK(all.where(koine::position(text, "A") == 2) == ids{4});
    CHECK(all.where(koine::lower_ascii(text) == "aaa") == ids{4});
    CHECK(all.where(koine::lower_ascii(text) == "AAA").empty());
    CHECK(all.where(koine::replace(text, "", "x") == text) == ids{1, 2, 3, 4});
    CHECK_THROWS_AS(koine::substring(text, 0), koine::error);
    CHECK_THROWS_AS(koine::substring(text, 1, -1), koine::error);
}

TEST_CASE("like: great and small letters differ, one character is one, and ! takes what follows", "[functions][functions-like]") {
    samples all({{.text = "abc"}, {.text = "ABC", .word = "%"}, {.text = "\U0001F600c"}, {.text = "a%"}, {.text = ""}, {.text = "a\nc"}, {.text = "a!_"}});
    auto const like = [&](std::string_view pattern) { return all.where(koine::like(text, pattern)); };
    CHECK(like("a%") == ids{1, 4, 6, 7});
    CHECK(like("A%") == ids{2});
    CHECK(like("_c") == ids{3});
    CHECK(like("a_c") == ids{1, 6});
    CHECK(like("a!%") == ids{4});
    CHECK(like("%!!!_") == ids{7});
    CHECK(like("") == ids{5});
    CHECK(like("%") == ids{1, 2, 3, 4, 5, 6, 7});
    CHECK(like("%_%c") == ids{1, 3, 6});
    CHECK(like("a!bc") == ids{1});
    CHECK(all.where(!koine::like(word, "x")) == ids{2});
    CHECK_THROWS_AS(koine::like(text, "a!"), koine::error);
    CHECK_THROWS_AS(koine::like(text, "!!!"), koine::error);
}

struct computed {
    std::int64_t distance{}, direction{}, direction_of_real{};
    double rounded{}, low{}, high{}, whole{};
    maybe_of<double> root, root_of_integer;
    maybe_of<std::int64_t> distance_of_maybe;
};

TEST_CASE("numbers: a half goes away from zero, a negative number has no root", "[functions][functions-numbers]") {
    std::vector<double> const reals{2.5, -2.5, 0.49999999999999994, -0.4, 3.5, 1e300, -4503599627370497.0, 2.25, 0.0, -0.5, -1e17};
    std::vector<sample> given;
    for (double each : reals) given.push_back({.number = given.size() % 2 == 0 ? -2147483647 - 1 : 9, .real = each});
    samples all(given);
    auto const rows = all.db.all(koine::from<sample>().order_by(asc(id)).select<computed>(
        koine::absolute(number), koine::sign(number), koine::sign(real), koine::round(real), koine::floor(real), koine::ceiling(real), koine::truncate(real),
        koine::square_root(real), koine::square_root(number), koine::absolute(maybe)));
    REQUIRE(rows.size() == reals.size());
    for (std::size_t i = 0; i < reals.size(); ++i) {
        double const each = reals[i];
        CAPTURE(each);
        CHECK(rows[i].distance == (i % 2 == 0 ? 2147483648 : 9));
        CHECK(rows[i].direction == (i % 2 == 0 ? -1 : 1));
        CHECK(rows[i].direction_of_real == (each > 0 ? 1 : each < 0 ? -1 : 0));
        CHECK(rows[i].rounded == std::round(each));
        CHECK(rows[i].low == std::floor(each));
        CHECK(rows[i].high == std::ceil(each));
        CHECK(rows[i].whole == std::trunc(each));
        CHECK(rows[i].root == (each < 0 ? maybe_of<double>{} : std::sqrt(each)));
        CHECK(rows[i].root_of_integer == (i % 2 == 0 ? maybe_of<double>{} : 3.0));
        CHECK(rows[i].distance_of_maybe == std::nullopt);
    }
}

}  // namespace functions
