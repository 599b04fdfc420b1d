// SPDX-License-Identifier: BSL-1.0
// Dates, times, uuids and decimals as text and back; and what a query keeps of a value of a user's type.

#include <koine/types/chrono.hpp>
#include <koine/types/decimal.hpp>
#include <koine/types/uuid_form.hpp>

#include <koine/driver/recording.hpp>
#include <koine/koine.hpp>

#include <catch2/catch.hpp>

namespace types_test {

using namespace koine::detail;
using koine::bound_kind;
using koine::bound_value;
using koine::storage;

// ---- dates and times
constexpr auto text_of(bound_kind kind, std::int64_t count) { return moment_text(bound_value::moment(kind, count)); }
static_assert(text_of(bound_kind::date, first_day).view() == "0001-01-01" && text_of(bound_kind::date, last_day).view() == "9999-12-31");
static_assert(text_of(bound_kind::instant, -1).view() == "1969-12-31 23:59:59.999999");
static_assert(text_of(bound_kind::local_time, first_microsecond).view() == "0001-01-01 00:00:00.000000");
static_assert(text_of(bound_kind::time, microseconds_per_day - 1).view() == "23:59:59.999999");

constexpr std::int64_t nothing = -1234567890123456789;
constexpr std::int64_t read(storage kind, std::string_view text) {
    std::int64_t count = 0;
    return moment_reader(text).read(kind, count) ? count : nothing;
}
static_assert(read(storage::date, "2000-02-29") == 11'016 && read(storage::date, "1900-02-29") == nothing && read(storage::date, "0000-01-01") == nothing);
static_assert(read(storage::date, "2000-2-29") == nothing && read(storage::date, "2000-02-290") == nothing && read(storage::date, "2000-13-01") == nothing);
static_assert(read(storage::time, "00:00:01") == 1'000'000 && read(storage::time, "00:00:00.5") == 500'000 && read(storage::time, "00:00:00.0000010") == 1);
static_assert(read(storage::time, "24:00:00") == nothing && read(storage::time, "-01:00:00") == nothing && read(storage::time, "00:00:00.") == nothing);
static_assert(read(storage::time, "00:00:00.0000001") == nothing && read(storage::time, "00:00") == nothing);
static_assert(read(storage::instant, "1970-01-01T00:00:00Z") == 0 && read(storage::instant, "1970-01-01 00:00:00") == 0);
static_assert(read(storage::instant, "1970-01-01 05:45:00+05:45") == 0 && read(storage::instant, "1969-12-31 18:30:30-05:29:30") == 0);
static_assert(read(storage::local_time, "1970-01-01T00:00:01.25") == 1'250'000 && read(storage::local_time, "1970-01-01 00:00:00+00") == nothing);

constexpr bool days_agree() {
    for (std::int64_t day = first_day; day <= last_day; day += 397) {
        calendar_date const date = date_of(day);
        if (days_of(date.year, date.month, date.day) != day) return false;
    }
    return true;
}
static_assert(days_agree());

// ---- uuids
constexpr koine::uuid_words words{0x0011223344556677, 0x8899aabbccddeeff};
constexpr bool reads_as_words(std::string_view text) {
    koine::uuid_words found;
    return read_uuid(text, found) && found.high == words.high && found.low == words.low;
}
static_assert(uuid_text(words).view() == "00112233-4455-6677-8899-aabbccddeeff");
static_assert(reads_as_words(uuid_text(words).view()) && reads_as_words("00112233445566778899AABBCCDDEEFF"));
static_assert(!reads_as_words("00112233-4455-6677-8899-aabbccddeef") && !reads_as_words("00112233-4455-6677-8899-aabbccddeeff0") && !reads_as_words("00112233-4455-6677-8899-aabbccddeefg"));

// ---- decimals
constexpr bool is(std::string_view text, int128 unscaled, int scale) {
    decimal_parts parts;
    return read_decimal(text, parts) && parts.unscaled == unscaled && parts.scale == scale;
}
static_assert(is("0", 0, 0) && is("-0.00", 0, 0) && is("12.50", 125, 1) && is("-0.05", -5, 2) && is("007.0", 7, 0));
static_assert(is("0.00000000000000000000000000000000000001", 1, 38) && is("1.0000000000000000000000000000000000000000000000", 1, 0));
static_assert(is("99999999999999999999999999999999999999", power_of_ten(38) - 1, 0) && !is("999999999999999999999999999999999999990", 0, 0));
constexpr bool is_none(std::string_view text) {
    decimal_parts parts;
    return !read_decimal(text, parts);
}
static_assert(is_none("") && is_none("-") && is_none("1.") && is_none(".5") && is_none("1e3") && is_none("1.2.3") && is_none("+1") && is_none("NaN") && is_none(" 1"));

using koine::decimal;
static_assert(decimal<10, 2>("12.5") == decimal<10, 2>("12.50") && decimal<10, 2>(-3) < decimal<10, 2>("-2.99") && decimal<10, 2>(decimal<38, 10>("1.25")).unscaled() == 125);
static_assert(decimal_text(decimal<10, 2>("-0.05").parts()).view() == "-0.05" && decimal_text(decimal<10, 2>(7).parts()).view() == "7.00");

template <class Act>
std::string failure_of(Act act) {
    try { act(); } catch (koine::error const& failure) { return std::string(koine::name_of(failure.kind())); }
    return "no failure";
}

TEST_CASE("types: a decimal is made of nothing that it cannot hold") {
    CHECK(failure_of([] { return decimal<4, 2>("12.345"); }) == "range");
    CHECK(failure_of([] { return decimal<4, 2>(100); }) == "range");
    CHECK(failure_of([] { return decimal<4, 2>("12,3"); }) == "range");
    CHECK(failure_of([] { return decimal<4, 2>(decimal<38, 30>("0.001")); }) == "range");
    CHECK(decimal<4, 2>("99.990").to_string() == "99.99");
}

// ---- a user's own
struct address {
    std::string text{};
};
struct letter {
    std::int64_t id{};
    address to{};
    std::chrono::year_month_day sent{};
    decimal<6, 2> postage{};
};
constexpr auto describe(koine::model<letter>) { return koine::table("letters").primary_key<&letter::id>(koine::generated); }

}  // namespace types_test

template <>
struct koine::type<types_test::address> {
    static constexpr storage kind = storage::text;
    static constexpr bool strong = true;
    static bound_value encode(types_test::address const& value) { return bound_value::of(std::string_view(value.text)); }
    static bool decode(std::string_view value, types_test::address& out) { return out.text.assign(value), true; }
};

namespace types_test {

TEST_CASE("types: a query keeps what it was given, of whatever type, and its statement prints it") {
    using koine::col;
    koine::database<koine::driver::recording> db{"any"};
    auto const query = koine::update<letter>().set(col<&letter::to> = address{"a text that is too long for a string to keep inside itself"}, col<&letter::postage> = decimal<6, 2>("1.5"))
                           .where(col<&letter::sent> < std::chrono::year_month_day(std::chrono::sys_days{}));
    db.execute(query);
    CHECK(db.native_handle()->sent.back().to_string() ==
          R"(UPDATE "letters" SET "to" = ?, "postage" = ? WHERE "sent" < ? -- 'a text that is too long for a string to keep inside itself', 1.50, '1970-01-01')");
}

}  // namespace types_test
