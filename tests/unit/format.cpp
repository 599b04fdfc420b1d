// SPDX-License-Identifier: BSL-1.0
// How shapes, statements and errors are formatted by fmt.

#include <koine/driver/sqlite.hpp>
#include <koine/format.hpp>
#include <koine/koine.hpp>

#include <catch2/catch.hpp>

namespace format_test {

using koine::col;

enum class mood { calm, angry };

struct toy {
    std::string name;
    std::optional<std::int32_t> price{};
};
struct child {
    std::int64_t id{};
    std::string name;
    std::optional<std::string> nick{};
    bool awake{};
    double height{};
    float weight{};
    std::int8_t tiny{};
    std::uint8_t level{};
    std::uint64_t big{};
    mood now{};
    std::optional<mood> before{};
    std::vector<std::byte> photo{};
    std::vector<toy> toys{};
    std::optional<toy> favourite{};
    toy first{};
};

TEST_CASE("shown writes every member with its name, and shapes inside shapes") {
    child const plain{.id = -7, .name = "Ada", .awake = true, .height = 0.1, .weight = 2.5F, .tiny = -128, .level = 65, .big = 18446744073709551615U, .now = mood::angry, .first = {"ball", 3}};
    CHECK(fmt::format("{}", koine::shown(plain)) ==
          R"({id: -7, name: "Ada", nick: null, awake: true, height: 0.1, weight: 2.5, tiny: -128, level: 65, big: 18446744073709551615, now: angry, before: null, )"
          R"(photo: 0 bytes, toys: [], favourite: null, first: {name: "ball", price: 3}})");
    child full = plain;
    full.nick = "A";
    full.before = mood::calm;
    full.photo.resize(3);
    full.toys = {{"car", {}}, {"doll", 9}};
    full.favourite = toy{"car", {}};
    std::string const text = fmt::format("{}", koine::shown(full));
    for (char const* part : {R"(nick: "A")", "before: calm", "photo: 3 bytes", R"(toys: [{name: "car", price: null}, {name: "doll", price: 9}])", R"(favourite: {name: "car", price: null})"})
        CHECK(text.find(part) != std::string::npos);
}

TEST_CASE("shown takes the width and the alignment of a text") {
    toy const one{"a", 1};
    CHECK(fmt::format("[{:<24}]", koine::shown(one)) == R"([{name: "a", price: 1}   ])");
    CHECK(fmt::format("[{:>24}]", koine::shown(one)) == R"([   {name: "a", price: 1}])");
    CHECK(fmt::format("{:.5}", koine::shown(one)) == "{name");
    CHECK(fmt::format("{0} {0}", koine::shown(one)) == R"({name: "a", price: 1} {name: "a", price: 1})");
}

struct money {
    std::int64_t cents{};
};
struct label {
    std::string text;
};
struct priced {
    money price{};
    std::optional<label> tag{};
};

}  // namespace format_test

template <>
struct koine::type<format_test::money> {
    static constexpr storage kind = storage::int64;
    static constexpr bound_value encode(format_test::money value) { return bound_value::of(value.cents); }
    static constexpr bool decode(std::int64_t value, format_test::money& out) { return out.cents = value, true; }
};
template <>
struct koine::type<format_test::label> {
    static constexpr storage kind = storage::text;
    static bound_value encode(format_test::label const& value) { return bound_value::of(std::string_view(value.text)); }
    static bool decode(std::string_view value, format_test::label& out) { return out.text = value, true; }
};

namespace format_test {

TEST_CASE("a type of the user's own is shown as its text") {
    CHECK(fmt::format("{}", koine::shown(priced{{5}, label{"red"}})).ends_with("tag: red}"));
}

// It is shown by as_text(), whatever kind of value it is kept as.
TEST_CASE("a type of the user's own that is kept as a number is shown as that") {
    CHECK(fmt::format("{}", koine::shown(priced{{5}, {}})) == "{price: 5, tag: null}");
}

struct row {
    std::int64_t id{};
    std::string name;
    std::vector<std::byte> data{};
    std::uint64_t big{};
    double real{};
    bool flag{};
};
constexpr auto describe(koine::model<row>) { return koine::table("rows").primary_key<&row::id>(koine::generated); }

TEST_CASE("a statement is its text and its values as literals, in the order of the placeholders") {
    auto const text = [](auto const& query) { return fmt::format("{}", koine::sql<koine::dialect::sqlite>(query)); };
    auto const all = koine::from<row>().select(col<&row::id>);
    CHECK(text(all) == R"(SELECT t0."id" FROM "rows" AS t0)");
    auto const asked = all.where(col<&row::name> == "it's" && col<&row::big> == 18446744073709551615U && col<&row::real> > 0.5 && col<&row::data> == std::vector<std::byte>{std::byte{0}, std::byte{0xab}});
    std::string const sql = text(asked);
    CHECK(sql.starts_with("SELECT "));
    CHECK(sql.ends_with(" -- 'it''s', 18446744073709551615, 0.500000, x'00ab'"));
    CHECK(text(all.where(col<&row::id>.in({1, 2}) && col<&row::name>.in({"a", "b"})).limit(3)).ends_with(" -- [1, 2], ['a', 'b'], 3"));
    CHECK(text(all.where(col<&row::name>.in(std::vector<std::string>{}))).ends_with(" -- []"));
    CHECK(text(koine::update<row>().set(col<&row::flag> = true).where(col<&row::id> == 1)).ends_with(" -- true, 1"));
    CHECK(fmt::format("{:.6}|", koine::sql<koine::dialect::sqlite>(all)) == "SELECT|");
    CHECK(fmt::format("{}", koine::sql_statement{}).empty());
}

TEST_CASE("error kinds and errors") {
    CHECK(fmt::format("{}", koine::error_kind::foreign_key) == "foreign_key");
    CHECK(fmt::format("{:>8}", koine::error_kind::busy) == "    busy");
    koine::error failure(koine::error_kind::range, "too much");
    CHECK(fmt::format("{}", failure) == "range: too much");
    failure.with_native_code(275);
    CHECK(fmt::format("{}", failure) == "range: too much (code 275)");
    failure.with_sql("SELECT {} '%s'");
    CHECK(fmt::format("{}", failure) == "range: too much (code 275) in SELECT {} '%s'");
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<row>();
    db.insert(row{.id = 4, .name = "secret"}, koine::keep_keys);
    try {
        db.insert(row{.id = 4, .name = "secret"}, koine::keep_keys);
        FAIL("the key is there twice");
    } catch (koine::error const& real) {
        std::string const text = fmt::format("{}", real);
        CHECK(text.starts_with("unique: sqlite: UNIQUE constraint failed: rows.id (code 1555) in INSERT INTO "));
        CHECK(text.find("secret") == std::string::npos);
    }
    koine::json_error const json("a number is expected", 12);
    CHECK(fmt::format("{}", static_cast<koine::error const&>(json)) == "malformed: koine: a number is expected at byte 12 of the JSON");
}

}  // namespace format_test
