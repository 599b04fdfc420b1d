// SPDX-License-Identifier: BSL-1.0
// conformance · include_values: values come back exact, as plain rows, joined, and in JSON at every depth.
#include "law.hpp"
#include "server.hpp"

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

namespace include_values {

using conformance::kind_of;

struct shelf;
struct crate;
struct sample;
struct narrow_sample;
struct label;

enum class grade { poor, fair, good };

struct room {
    std::int64_t id{};
    std::string name;
};
constexpr auto describe(koine::model<room>) {
    return koine::table("rooms").primary_key<&room::id>(koine::generated).has_many<"shelves", shelf, "room">();
}
struct shelf {
    std::int64_t id{};
    std::int64_t room_id{};
};
constexpr auto describe(koine::model<shelf>) {
    return koine::table("shelves").primary_key<&shelf::id>(koine::generated).belongs_to<"room", room, &shelf::room_id>().has_many<"crates", crate, "shelf">();
}
struct crate {
    std::int64_t id{};
    std::int64_t shelf_id{};
};
constexpr auto describe(koine::model<crate>) {
    return koine::table("crates")
        .primary_key<&crate::id>(koine::generated)
        .belongs_to<"shelf", shelf, &crate::shelf_id>()
        .has_many<"samples", sample, "crate">()
        .has_many<"narrow_samples", narrow_sample, "crate">();
}
struct sample {
    std::int64_t id{};
    std::int64_t crate_id{};
    std::int8_t tiny{};
    std::int16_t small{};
    std::int32_t medium{};
    std::int64_t large{};
    std::uint8_t tiny_unsigned{};
    std::uint16_t small_unsigned{};
    std::uint32_t medium_unsigned{};
    std::uint64_t large_unsigned{};
    double real{};
    float single{};
    bool flag{};
    grade quality{};
    std::vector<std::byte> bytes{};
    std::optional<std::int64_t> maybe_large{};
    std::optional<std::uint64_t> maybe_unsigned{};
    std::optional<double> maybe_real{};
    std::optional<bool> maybe_flag{};
    std::optional<grade> maybe_quality{};
    std::optional<std::vector<std::byte>> maybe_bytes{};

    bool operator==(sample const&) const = default;
};
constexpr auto describe(koine::model<sample>) {
    return koine::table("samples").primary_key<&sample::id>(koine::generated).belongs_to<"crate", crate, &sample::crate_id>().has_many<"labels", label, "sample">();
}
/// The table of samples, as somebody describes it who expects smaller numbers.
struct narrow_sample {
    std::int64_t id{};
    std::int64_t crate_id{};
    std::int32_t large{};
};
constexpr auto describe(koine::model<narrow_sample>) {
    return koine::table("samples").primary_key<&narrow_sample::id>(koine::generated).belongs_to<"crate", crate, &narrow_sample::crate_id>();
}
struct label {
    std::int64_t id{};
    std::int64_t sample_id{};
};
constexpr auto describe(koine::model<label>) {
    return koine::table("labels").primary_key<&label::id>(koine::generated).belongs_to<"sample", sample, &label::sample_id>();
}

struct crate_content { std::vector<sample> samples; };
struct shelf_content { std::vector<crate_content> crates; };
struct room_content { std::vector<shelf_content> shelves; };
struct labelled { include_values::sample sample; };
struct sample_labels { std::vector<labelled> labels; };
struct narrow_content { std::vector<narrow_sample> narrow_samples; };

/// One sample in one crate on one shelf in one room.
struct store : server::fresh {
    crate box;

    store() {
        db.create_tables<room, shelf, crate, sample, label>();
        room const hall = db.insert(room{.name = "hall"});
        shelf const wall = db.insert(shelf{.room_id = hall.id});
        box = db.insert(crate{.shelf_id = wall.id});
    }
    /// Checks that a sample is the same on every way from the database.
    void check(sample given) {
        using koine::col;
        db.execute(koine::erase_all<label>());
        db.execute(koine::erase_all<sample>());
        given.crate_id = box.id;
        sample const written = db.insert(given);
        given.id = written.id;
        db.insert(label{.sample_id = given.id});
        CHECK(written == given);
        CHECK(db.one(koine::from<sample>()) == given);
        CHECK(db.one(koine::from<label>().select<labelled>()).sample == given);
        CHECK(db.one(koine::from<crate>().select<crate_content>()).samples.at(0) == given);
        CHECK(db.one(koine::from<shelf>().select<shelf_content>()).crates.at(0).samples.at(0) == given);
        CHECK(db.one(koine::from<room>().select<room_content>()).shelves.at(0).crates.at(0).samples.at(0) == given);
        // A derived table below the list, and a row inside a row.
        auto const cut = koine::from<crate>().select<crate_content>().include<&crate_content::samples>(koine::order_by(koine::desc(col<&sample::large>)), koine::limit(2));
        CHECK(db.one(cut).samples.at(0) == given);
        CHECK(db.one(koine::from<sample>().select<sample_labels>()).labels.at(0).sample == given);
    }
};

template <class Number>
constexpr Number lowest = std::numeric_limits<Number>::lowest();
template <class Number>
constexpr Number highest = std::numeric_limits<Number>::max();

TEST_CASE("pitfall 1: int64 extremes, and those of every narrower width", "[include][values]") {
    store items;
    items.check({.tiny = lowest<std::int8_t>, .small = lowest<std::int16_t>, .medium = lowest<std::int32_t>, .large = lowest<std::int64_t>, .maybe_large = lowest<std::int64_t>});
    items.check({.tiny = highest<std::int8_t>,
                 .small = highest<std::int16_t>,
                 .medium = highest<std::int32_t>,
                 .large = highest<std::int64_t>,
                 .tiny_unsigned = highest<std::uint8_t>,
                 .small_unsigned = highest<std::uint16_t>,
                 .medium_unsigned = highest<std::uint32_t>,
                 .maybe_large = highest<std::int64_t>});
    items.check({.tiny = -1, .small = -1, .medium = -1, .large = -1, .maybe_large = 0});
}

TEST_CASE("pitfall 2: uint64 extremes", "[include][values]") {
    store items;
    for (std::uint64_t value : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 63, (std::uint64_t{1} << 63) - 1, highest<std::uint64_t>})
        items.check({.large_unsigned = value, .maybe_unsigned = value});
}

TEST_CASE("pitfall 3: 2^53±1 at depth 3", "[include][values]") {
    store items;
    for (std::int64_t sign : {1, -1})
        for (std::int64_t away : {-1, 0, 1}) {
            std::int64_t const value = sign * ((std::int64_t{1} << 53) + away);
            items.check({.large = value, .large_unsigned = static_cast<std::uint64_t>(value), .maybe_large = value});
        }
}

TEST_CASE("pitfall 4: int32 overflow rejected", "[include][values]") {
    store items;
    auto const plain = koine::from<narrow_sample>();
    auto const nested = koine::from<crate>().select<narrow_content>();
    for (std::int64_t value : {std::int64_t{highest<std::int32_t>} + 1, std::int64_t{lowest<std::int32_t>} - 1, (std::int64_t{1} << 32) + 7}) {
        items.check({.large = value});
        CHECK(kind_of([&] { items.db.all(plain); }) == "range");
        CHECK(kind_of([&] { items.db.all(nested); }) == "range");
    }
    items.check({.large = highest<std::int32_t>});
    CHECK(items.db.one(plain).large == highest<std::int32_t>);
    CHECK(items.db.one(nested).narrow_samples.at(0).large == highest<std::int32_t>);
}

TEST_CASE("pitfall 9: double random 10k", "[include][values]") {
    store items;
    std::mt19937_64 random(20240229);
    std::vector<double> given;
    std::vector<sample> rows;
    while (rows.size() < 10'000) {
        std::uint64_t const bits = random();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) continue;
        given.push_back(value);
        rows.push_back({.crate_id = items.box.id, .real = value, .maybe_real = -value});
    }
    CHECK(items.db.insert(rows) == 10'000);
    auto const plain = items.db.all(koine::from<sample>().order_by(koine::asc(koine::col<&sample::id>)));
    auto const nested = items.db.one(koine::from<crate>().select<crate_content>().include<&crate_content::samples>(koine::order_by(koine::asc(koine::col<&sample::id>)))).samples;
    REQUIRE(plain.size() == given.size());
    REQUIRE(nested.size() == given.size());
    int wrong = 0;
    for (std::size_t i = 0; i < given.size(); ++i)
        wrong += plain[i].real != given[i] || nested[i].real != given[i] || plain[i].maybe_real != -given[i] || nested[i].maybe_real != -given[i] ? 1 : 0;
    CHECK(wrong == 0);
}

TEST_CASE("pitfall 10: 5e-324, DBL_MAX, -0 and others that print badly", "[include][values]") {
    store items;
    for (double value : {5e-324, highest<double>, -highest<double>, std::numeric_limits<double>::min(), -0.0, 0.1 + 0.2, 1e22, 123456789012345680.0, 1.0, 1e300, 1e-7})
        items.check({.real = value, .maybe_real = value});
}

TEST_CASE("pitfall 11: NaN and infinities come back exact, or are refused before they are sent", "[include][numbers][numbers-nan]") {
    store items;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::int64_t expected = 0;
    auto const refused = [&](sample given) {
        given.crate_id = items.box.id;
        CHECK(kind_of([&] { items.db.insert(given); }) == "range");
        CHECK(kind_of([&] { items.db.insert(std::vector<sample>(150, given)); }) == "range");
    };
    for (sample const& given : {sample{.real = infinity, .single = std::numeric_limits<float>::infinity(), .maybe_real = -infinity}, sample{.real = -infinity, .single = -std::numeric_limits<float>::infinity(), .maybe_real = infinity}})
        server::keeps_infinity ? (items.check(given), expected = 1) : (refused(given), 0);
    for (sample given : {sample{.real = std::nan("")}, sample{.single = std::nanf("")}, sample{.maybe_real = -std::nan("")}}) {
        if (!server::keeps_nan) {
            refused(given);
            continue;
        }
        given.crate_id = items.box.id;
        sample const found = items.db.insert(given);
        sample const nested = items.db.one(koine::from<crate>().select<crate_content>().include<&crate_content::samples>(koine::where(koine::col<&sample::id> == found.id))).samples.at(0);
        for (sample const& one : {found, nested})
            CHECK((std::isnan(one.real) == std::isnan(given.real) && std::isnan(one.single) == std::isnan(given.single) && one.maybe_real.has_value() == given.maybe_real.has_value()));
        ++expected;
    }
    CHECK(items.db.count(koine::from<sample>()) == expected);
}

TEST_CASE("pitfall 12: float 16777217", "[include][values]") {
    store items;
    for (float value : {16777216.0F, 16777217.0F, 0.1F, 1e-45F, highest<float>, -1.17549435e-38F}) items.check({.single = value});
}

TEST_CASE("pitfall 13: bool true, false and NULL", "[include][values]") {
    store items;
    for (std::optional<bool> value : {std::optional<bool>{}, std::optional{true}, std::optional{false}}) items.check({.flag = value.value_or(true), .maybe_flag = value});
}

TEST_CASE("pitfall 14: bool through LIMIT", "[include][values]") {
    store items;
    items.check({.flag = true, .maybe_flag = false});
    auto const page = koine::from<crate>()
                          .select<crate_content>()
                          .include<&crate_content::samples>(koine::where(koine::col<&sample::flag> && !koine::col<&sample::maybe_flag>), koine::limit(1))
                          .order_by(koine::asc(koine::col<&crate::id>))
                          .limit(1);
    sample const found = items.db.one(page).samples.at(0);
    CHECK((found.flag && found.maybe_flag == false));
}

TEST_CASE("pitfall 16: bytes 0, 57, 58, 100 and all 256", "[include][values]") {
    store items;
    for (std::size_t size : {0U, 1U, 57U, 58U, 100U, 256U}) {
        std::vector<std::byte> bytes;
        for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<std::byte>(i));
        items.check({.bytes = bytes, .maybe_bytes = bytes});
    }
    items.check({.bytes = std::vector<std::byte>(1 << 20, std::byte{0xff})});
}

TEST_CASE("pitfall 17: bytes NULL and empty differ", "[include][values]") {
    store items;
    items.check({.maybe_bytes = std::nullopt});
    items.check({.maybe_bytes = std::vector<std::byte>{}});
    CHECK(items.db.count(koine::from<sample>().where(koine::col<&sample::maybe_bytes> == std::nullopt)) == 0);
}

TEST_CASE("enums by name", "[values]") {
    store items;
    for (grade quality : {grade::poor, grade::fair, grade::good}) items.check({.quality = quality, .maybe_quality = quality});
    items.check({.quality = grade::good, .maybe_quality = std::nullopt});
    CHECK(items.db.one(koine::from<sample>().select(koine::raw<std::string, "{}">(koine::col<&sample::quality>))) == "good");
}

}  // namespace include_values
