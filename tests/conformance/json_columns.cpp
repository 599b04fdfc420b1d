// SPDX-License-Identifier: BSL-1.0
// conformance · json_columns: a column of JSON is the same everywhere, as a struct, a vector, a map and as text.
#include "law.hpp"
#include "preferences.hpp"
#include "server.hpp"
#include "strategies.hpp"

namespace json_columns {

using koine::col;

struct tables : server::fresh {
    tables() {
        db.create_tables<group, owner, account>();
        db.insert(group{.id = 1});
        db.insert(owner{.id = 1, .group_id = 1});
    }
};

TEST_CASE("a column of JSON is read as it was written, at every level", "[json][json-values]") {
    tables here;
    auto& db = here.db;
    CHECK(db.check<account>() == std::vector<std::string>{});
    CHECK(db.insert(full()) == full());
    db.insert(std::vector<account>{bare()});
    std::vector<account> const both{full(), bare()};
    CHECK(db.all(koine::from<account>().order_by(col<&account::id>)) == both);
    auto const groups = db.all(koine::from<group>().select<group_owners>());
    REQUIRE(groups.size() == 1);
    REQUIRE(groups[0].owners.size() == 1);
    CHECK(groups[0].owners[0].accounts == both);
    CHECK(db.one(koine::from<account>().select(col<&account::chosen>).where(col<&account::id> == 1)) == every());
    std::vector<account> many(200, full());
    for (std::size_t i = 0; i < many.size(); ++i) many[i].id = static_cast<std::int64_t>(i) + 10;
    db.insert(many);
    CHECK(*db.find<account>(209) == many.back());
}

TEST_CASE("JSON's null is not NULL", "[json][json-null]") {
    tables here;
    auto& db = here.db;
    db.insert(full());
    db.insert(bare());
    CHECK(db.find<account>(1)->note == json_text(json_null));
    CHECK(db.find<account>(2)->note == std::nullopt);
    CHECK(db.all(koine::from<account>().select(col<&account::id>).where(col<&account::note> == std::nullopt)) == std::vector<std::int64_t>{2});
    db.execute(koine::update<account>().set(col<&account::note> = std::nullopt, col<&account::chosen> = settings{}, col<&account::raw> = json_text("{\"a\":[1,\"x\"]}")).where(col<&account::id> == 1));
    auto const changed = *db.find<account>(1);
    CHECK(changed.note == std::nullopt);
    CHECK(changed.chosen == settings{});
    auto prepared = db.prepare(koine::update<account>().set(col<&account::old> = every()).where(col<&account::id> == 2));
    prepared.execute();
    CHECK(db.find<account>(2)->old == every());
}

constexpr char const* document = R"({"t":"x ","e":"\u00e9","n":7,"f":1.5,"w":1e2,"big":18446744073709551615,"min":-9223372036854775808,"y":true,"no":false,"z":null,)"
                                 R"("o":{"i":{"s":"deep"},"l":[10,[20],"u"]},"s p":5,"q't":6,"x.y":8,"l":[]})";

TEST_CASE("JSON is asked at a path, by labels and places", "[json][json-paths]") {
    tables here;
    auto& db = here.db;
    db.insert(bare());
    auto const with = [&](std::int64_t id, char const* json) {
        account made = bare();
        made.id = id;
        made.note = json_text(json);
        db.insert(made);
    };
    with(3, document);
    with(4, "[7]");
    with(5, "7");
    with(6, R"({"t":1,"n":"7","y":"true","z":{},"o":[{"i":1}],"0":1})");
    constexpr auto note = col<&account::note>;
    auto const all = [&](auto const& expression) { return db.all(koine::from<account>().select(expression).order_by(col<&account::id>)); };
    using texts = std::vector<std::optional<std::string>>;
    using numbers = std::vector<std::optional<std::int64_t>>;
    using reals = std::vector<std::optional<double>>;
    using truths = std::vector<std::optional<bool>>;
    std::nullopt_t const none = std::nullopt;

    CHECK(all(koine::json_as_text<"t">(note)) == texts{none, "x ", none, none, none});
    CHECK(all(koine::json_as_text<"o", "i", "s">(note)) == texts{none, "deep", none, none, none});
    CHECK(all(koine::json_as_text<"o", "l", 2>(note)) == texts{none, "u", none, none, none});
    CHECK(all(koine::json_as_integer<"n">(note)) == numbers{none, 7, none, none, none});
    CHECK(all(koine::json_as_integer<"w">(note)) == numbers{none, 100, none, none, none});
    CHECK(all(koine::json_as_integer<"f">(note)) == numbers{none, none, none, none, none});
    CHECK(all(koine::json_as_integer<"big">(note)) == numbers{none, none, none, none, none});
    CHECK(all(koine::json_as_integer<"min">(note)) == numbers{none, std::numeric_limits<std::int64_t>::min(), none, none, none});
    CHECK(all(koine::json_as_integer(note)) == numbers{none, none, none, 7, none});
    CHECK(all(koine::json_as_integer<0>(note)) == numbers{none, none, 7, none, none});
    CHECK(all(koine::json_as_integer<"o", "l", 1, 0>(note)) == numbers{none, 20, none, none, none});
    CHECK(all(koine::json_as_integer<"o", "l", 0, 0>(note)) == numbers{none, none, none, none, none});
    CHECK(all(koine::json_as_integer<"s p">(note)) == numbers{none, 5, none, none, none});
    CHECK(all(koine::json_as_integer<"q't">(note)) == numbers{none, 6, none, none, none});
    CHECK(all(koine::json_as_integer<"x.y">(note)) == numbers{none, 8, none, none, none});
    CHECK(all(koine::json_as_double<"f">(note)) == reals{none, 1.5, none, none, none});
    CHECK(all(koine::json_as_double<"n">(note)) == reals{none, 7.0, none, none, none});
    CHECK(all(koine::json_as_boolean<"y">(note)) == truths{none, true, none, none, none});
    CHECK(all(koine::json_as_boolean<"no">(note)) == truths{none, false, none, none, none});
    CHECK(all(koine::json_length<"o", "l">(note)) == numbers{none, 3, none, none, none});
    CHECK(all(koine::json_length(note)) == numbers{none, none, 1, none, none});
    CHECK(all(koine::json_is_null<"z">(note)) == truths{none, true, none, none, false});
    CHECK(all(koine::json_has<"z">(note)) == std::vector<bool>{false, true, false, false, true});
    CHECK(all(koine::json_at<"l">(note))[1]->text == "[]");

    auto const ids = [&](auto const& condition) { return db.all(koine::from<account>().select(col<&account::id>).where(condition)); };
    using rows = std::vector<std::int64_t>;
    CHECK(ids(koine::json_as_text<"t">(note) == "x ") == rows{3});
    for (char const* other : {"x", "X ", "x  "}) CHECK(ids(koine::json_as_text<"t">(note) == other).empty());
    CHECK(ids(koine::json_as_text<"e">(note) == "e").empty());
    CHECK(ids(koine::json_as_text<"e">(note) == "\xC3\xA9") == rows{3});
    CHECK(ids(koine::json_as_integer<"n">(note) > 6 && koine::json_as_boolean<"y">(note)) == rows{3});
}

struct built {
    std::optional<std::int64_t> id{};
    std::optional<bool> yes{};
    std::optional<bool> unknown{};
    std::optional<double> real{};
    std::optional<std::string> text{};
    std::optional<json_text> inner{};
    std::vector<std::optional<std::int64_t>> list{};

    bool operator==(built const&) const = default;
};

TEST_CASE("JSON is made of a row's values", "[json][json-building]") {
    tables here;
    auto& db = here.db;
    db.insert(full());
    db.insert(bare());
    constexpr auto note = col<&account::note>;
    constexpr auto chosen = col<&account::chosen>;
    auto const texts = db.all(koine::from<account>()
                                  .select(koine::json_object<"id", "yes", "unknown", "real", "text", "inner", "list">(
                                      col<&account::id>, col<&account::id> == 1, koine::json_is_null(note), koine::json_as_double<"volume">(chosen), koine::json_as_text<"label">(chosen),
                                      koine::json_at<"home">(chosen), koine::json_array(1, koine::json_as_integer<"whole">(chosen), koine::json_as_integer<"none">(chosen))))
                                  .order_by(col<&account::id>));
    REQUIRE(texts.size() == 2);
    auto const read = [](json_text const& json) {
        built made;
        CHECK(koine::detail::decode_document(json.text, made));
        if (made.inner) {
            address home;
            CHECK(koine::detail::decode_document(made.inner->text, home));
            CHECK(home == *every().home);
            made.inner.reset();
        }
        return made;
    };
    CHECK(read(texts[0]) == built{1, true, true, 0.1, every().label, std::nullopt, {1, std::numeric_limits<std::int64_t>::min(), std::nullopt}});
    CHECK(read(texts[1]) == built{2, false, std::nullopt, 0.0, "", std::nullopt, {1, 0, std::nullopt}});
    CHECK(db.one(koine::from<account>().select(koine::json_length(koine::json_array(chosen, note, "a"))).where(col<&account::id> == 1)) == 3);
    CHECK(db.one(koine::from<account>().select(koine::json_as_text<"a", 1>(koine::json_object<"a">(koine::json_array(true, "x\"y", 0.1)))).where(col<&account::id> == 1)) == "x\"y");
}

TEST_CASE("JSON is set, removed and merged member by member", "[json][json-set]") {
    tables here;
    auto& db = here.db;
    db.insert(full());
    account plain = bare();
    plain.raw = json_text("[1]");
    db.insert(plain);
    auto const both = col<&account::id> > 0;
    db.execute(koine::update<account>().set(koine::json_set<"home", "city">(col<&account::chosen>, "n\"\\\xF0\x9F\x98\x80"), koine::json_set<"dark">(col<&account::old>, false),
                                            koine::json_set<"k">(col<&account::raw>, 1), koine::json_set<"k">(col<&account::note>, 1)).where(both));
    db.execute(koine::update<account>().set(koine::json_set<"volume">(col<&account::chosen>, 0.1 + 0.2), koine::json_set<"home">(col<&account::old>, json_null)).where(both));
    db.execute(koine::update<account>().set(koine::json_set<"any">(col<&account::chosen>, json_text("{}")), koine::json_set<"whole">(col<&account::old>, 9007199254740993)).where(both));
    db.execute(koine::update<account>().set(koine::json_remove<"tags">(col<&account::old>), koine::json_remove<"home", "street">(col<&account::chosen>), koine::json_remove<"k">(col<&account::raw>)).where(both));
    account expected = full();
    expected.chosen.home->city = "n\"\\\xF0\x9F\x98\x80";
    expected.chosen.home->street.reset();
    expected.chosen.volume = 0.1 + 0.2;
    expected.chosen.any = json_text("{}");
    expected.old->dark = false;
    expected.old->home.reset();
    expected.old->whole = 9007199254740993;
    expected.old->tags.clear();
    CHECK(*db.find<account>(1) == expected);
    // Where there is no object nothing is set, and NULL stays NULL.
    settings changed;
    changed.volume = 0.1 + 0.2;
    changed.any = json_text("{}");
    account const other = *db.find<account>(2);
    CHECK(other.chosen == changed);
    CHECK(other.old == std::nullopt);
    CHECK(other.note == std::nullopt);
    CHECK(db.one(koine::from<account>().select(koine::json_length(col<&account::raw>)).where(col<&account::id> == 2)) == 1);
    auto const merge = [](auto& to) {
        if constexpr (server::is_postgres) return true;
        else return to.execute(koine::update<account>().set(koine::json_merge(col<&account::chosen>, json_text(R"({"label":"m","home":{"city":"c"},"volume":2})"))).where(col<&account::id> == 2)) == 1;
    };
    CHECK(merge(db));
    if (server::is_postgres) return;
    changed.label = "m";
    changed.home = address{"c", std::nullopt, 0};
    changed.volume = 2;
    CHECK(db.find<account>(2)->chosen == changed);
}

}  // namespace json_columns
