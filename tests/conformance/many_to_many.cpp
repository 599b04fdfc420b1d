// SPDX-License-Identifier: BSL-1.0
// conformance · many_to_many: rows that a junction pairs, from both sides, over keys of several columns, and among themselves.
#include "law.hpp"
#include "server.hpp"

#include <algorithm>
#include <tuple>

namespace many_to_many {

using koine::as;
using koine::asc;
using koine::col;
using koine::desc;
using koine::last;
using koine::limit;
using koine::offset;
using koine::order_by;
using koine::where;

struct follow;
struct note;
struct label;
struct labelling;

struct person {
    std::int64_t id{};
    std::string name{};
};
constexpr auto describe(koine::model<person>) {
    return koine::table("people")
        .primary_key<&person::id>(koine::generated)
        .has_many<"notes", note, "author">()
        .many_to_many<"following", person, follow, "follower", "followed">()
        .many_to_many<"followers", person, follow, "followed", "follower">();
}
struct follow {
    std::int64_t follower_id{};
    std::int64_t followed_id{};
    std::int32_t since{};
};
constexpr auto describe(koine::model<follow>) {
    return koine::table("follows")
        .primary_key<&follow::follower_id, &follow::followed_id>()
        .belongs_to<"follower", person, &follow::follower_id>()
        .belongs_to<"followed", person, &follow::followed_id>();
}
struct note {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string text{};
};
constexpr auto describe(koine::model<note>) {
    return koine::table("notes").primary_key<&note::id>(koine::generated).belongs_to<"author", person, &note::author_id>();
}
/// Both sides have keys of two columns, in another order than the junction has them.
struct product {
    std::string name{};
    std::int32_t number{};
    std::string warehouse{};
};
constexpr auto describe(koine::model<product>) {
    return koine::table("products").primary_key<&product::warehouse, &product::number>().many_to_many<"labels", label, labelling, "product", "label">();
}
struct label {
    std::int32_t code{};
    std::string zone{};
    std::string text{};
};
constexpr auto describe(koine::model<label>) {
    return koine::table("labels").primary_key<&label::zone, &label::code>().many_to_many<"products", product, labelling, "label", "product">();
}
struct labelling {
    std::int64_t id{};
    std::optional<std::int32_t> code{};
    std::int32_t number{};
    std::optional<std::string> zone{};
    std::string warehouse{};
    std::optional<std::int32_t> position{};
};
constexpr auto describe(koine::model<labelling>) {
    return koine::table("labellings")
        .primary_key<&labelling::id>(koine::generated)
        .length<&labelling::zone>(255)
        .length<&labelling::warehouse>(255)
        .belongs_to<"product", product, &labelling::warehouse, &labelling::number>()
        .belongs_to<"label", label, &labelling::zone, &labelling::code>();
}

using texts = std::vector<std::string>;
struct named { std::string name; };
struct text_only { std::string text; };

template <class Row>
texts words(std::vector<Row> const& rows) {
    texts all;
    for (Row const& row : rows) {
        if constexpr (requires { row.name; }) all.push_back(row.name);
        else all.push_back(row.text);
    }
    return all;
}

/// Ada follows Bob and Cyd, Bob follows Ada, Cyd, Dan and himself, Cyd follows Dan; Dan follows nobody, and nobody Eve.
struct people : server::fresh {
    std::vector<person> all;
    people() {
        db.create_tables<person, follow, note, product, label, labelling>();
        for (char const* name : {"Ada", "Bob", "Cyd", "Dan", "Eve"}) all.push_back(db.insert(person{.name = name}));
        for (auto const& [from, to, since] : {std::tuple{0, 1, 5}, {0, 2, 3}, {1, 0, 9}, {1, 2, 1}, {1, 3, 4}, {1, 1, 7}, {2, 3, 4}})
            db.insert(follow{.follower_id = id(from), .followed_id = id(to), .since = since});
        for (auto const& [of, text] : {std::pair{0, "a"}, {0, "b"}, {0, "c"}, {2, "d"}, {3, "e"}, {3, "f"}}) db.insert(note{.author_id = id(of), .text = text});
    }
    [[nodiscard]] std::int64_t id(int index) const { return all[static_cast<std::size_t>(index)].id; }
};

struct social { std::string name; std::vector<named> following; std::vector<named> followers; };

TEST_CASE("a relation of rows among themselves is read both ways round", "[include][relations-many-to-many]") {
    people here;
    auto const by_name = order_by(asc(col<&person::name>));
    auto const found = here.db.all(koine::from<person>().select<social>().include<&social::following>(by_name).include<&social::followers>(by_name).order_by(asc(col<&person::id>)));
    REQUIRE(words(found) == texts{"Ada", "Bob", "Cyd", "Dan", "Eve"});
    texts const following[] = {{"Bob", "Cyd"}, {"Ada", "Bob", "Cyd", "Dan"}, {"Dan"}, {}, {}};
    texts const followers[] = {{"Bob"}, {"Ada", "Bob"}, {"Ada", "Bob"}, {"Bob", "Cyd"}, {}};
    for (std::size_t i = 0; i < 5; ++i) {
        INFO(found[i].name);
        CHECK(words(found[i].following) == following[i]);
        CHECK(words(found[i].followers) == followers[i]);
    }
    // The same without an order.
    for (social& one : here.db.all(koine::from<person>().select<social>())) {
        auto const at = static_cast<std::size_t>(one.name[0] - 'A');
        texts unordered = words(one.following);
        std::sort(unordered.begin(), unordered.end());
        CHECK(unordered == following[at]);
        CHECK(one.followers.size() == followers[at].size());
    }
}

struct followed { std::string name; std::int32_t since{}; };
struct follower { std::string name; std::vector<followed> following; };

TEST_CASE("pitfall 63: the junction's own columns are selected, ordered by and asked about", "[include][relations-many-to-many]") {
    people here;
    auto const of = [&](char const* name, auto const&... windows) {
        texts all;
        auto const query = koine::from<person>().select<follower>().template include<&follower::following>(as<&followed::since>(col<&follow::since>), windows...);
        for (followed const& one : here.db.one(query.where(col<&person::name> == name)).following) all.push_back(one.name + std::to_string(one.since));
        return all;
    };
    auto const newest = order_by(desc(col<&follow::since>));
    CHECK(of("Bob", newest) == texts{"Ada9", "Bob7", "Dan4", "Cyd1"});
    CHECK(of("Bob", newest, limit(2)) == texts{"Ada9", "Bob7"});
    CHECK(of("Bob", newest, limit(2), offset(1)) == texts{"Bob7", "Dan4"});
    CHECK(of("Bob", newest, last(2)) == texts{"Dan4", "Cyd1"});
    CHECK(of("Bob", order_by(asc(col<&person::name>)), where(col<&follow::since> > 3)) == texts{"Ada9", "Bob7", "Dan4"});
    CHECK(of("Bob", newest, where(col<&follow::since> % 2 == 1), limit(2)) == texts{"Ada9", "Bob7"});
    CHECK(of("Bob", newest, koine::after(7, here.id(1))) == texts{"Dan4", "Cyd1"});
    CHECK(of("Bob", newest, koine::distinct_on(col<&follow::since> > 4)) == texts{"Ada9", "Dan4"});
    CHECK(of("Dan", newest) == texts{});
}

TEST_CASE("two windows through one junction, each with expressions of its own", "[include][relations-many-to-many][relations-through]") {
    people here;
    struct windows { std::string name; std::vector<followed> newest; std::vector<followed> loudest; };
    windows const bob = here.db.one(koine::from<person>()
                                        .select<windows>()
                                        .include<&windows::newest>(koine::through<"following">, as<&followed::since>(col<&follow::since>), order_by(desc(col<&follow::since>)), limit(2))
                                        .include<&windows::loudest>(koine::through<"following">, as<&followed::since>(col<&follow::since> * 100), order_by(asc(koine::count_of<"notes">()), asc(col<&person::name>)), last(3))
                                        .where(col<&person::name> == "Bob"));
    CHECK((words(bob.newest) == texts{"Ada", "Bob"} && bob.newest[0].since == 9));
    CHECK((words(bob.loudest) == texts{"Cyd", "Dan", "Ada"} && bob.loudest[0].since == 100 && bob.loudest[2].since == 900));
}

struct circle { std::string name; std::vector<social> following; };

TEST_CASE("many to many in many to many", "[include][relations-many-to-many]") {
    people here;
    auto const since = order_by(asc(col<&follow::since>));
    circle const bob = here.db.one(koine::from<person>()
                                       .select<circle>()
                                       .include<&circle::following>(since, limit(3))
                                       .include<&circle::following, &social::following>(since)
                                       .include<&circle::following, &social::followers>(order_by(desc(col<&person::name>)), limit(1))
                                       .where(col<&person::name> == "Bob"));
    REQUIRE(words(bob.following) == texts{"Cyd", "Dan", "Bob"});
    CHECK(words(bob.following[0].following) == texts{"Dan"});
    CHECK(words(bob.following[1].following) == texts{});
    CHECK(words(bob.following[2].following) == texts{"Cyd", "Dan", "Bob", "Ada"});
    CHECK(words(bob.following[0].followers) == texts{"Bob"});
    CHECK(words(bob.following[1].followers) == texts{"Cyd"});
}

struct writer { std::string name; std::vector<text_only> notes; std::vector<named> following; std::vector<named> followers; std::int64_t note_count{}; };

TEST_CASE("many to many beside has_many does not multiply", "[include][relations-many-to-many]") {
    people here;
    auto const found = here.db.all(koine::from<person>()
                                       .select<writer>(as<&writer::note_count>(koine::count_of<"notes">()))
                                       .include<&writer::notes>(order_by(asc(col<&note::text>)))
                                       .include<&writer::followers>(where(koine::some<"notes">()))
                                       .order_by(asc(col<&person::id>)));
    REQUIRE(found.size() == 5);
    CHECK((words(found[0].notes) == texts{"a", "b", "c"} && found[0].note_count == 3 && found[0].following.size() == 2 && found[0].followers.empty()));
    CHECK((words(found[1].notes).empty() && found[1].following.size() == 4 && words(found[1].followers) == texts{"Ada"}));
    CHECK((words(found[3].notes) == texts{"e", "f"} && found[3].following.empty() && words(found[3].followers) == texts{"Cyd"}));
}

TEST_CASE("pitfall 48: an orphaned junction row gives no row, and no empty one", "[include][relations-many-to-many]") {
    people here;
    server::forget_foreign_keys(here.db);
    server::run(here.db, "DELETE FROM people WHERE name IN ('Cyd', 'Bob')");
    auto const by_since = order_by(asc(col<&follow::since>));
    auto const check = [&](auto const&... windows) {
        auto const found = here.db.all(koine::from<person>().select<social>().template include<&social::following>(windows...).template include<&social::followers>(windows...).order_by(asc(col<&person::id>)));
        REQUIRE(words(found) == texts{"Ada", "Dan", "Eve"});
        for (social const& one : found) CHECK((one.following.empty() && one.followers.empty()));
    };
    here.db.insert(follow{.follower_id = here.id(1), .followed_id = here.id(4), .since = 2});
    check(by_since);
    check(by_since, limit(2));
    check(by_since, last(2));
    check(by_since, koine::distinct_on(col<&person::name>));
    CHECK(here.db.all(koine::from<person>().select<social>()).at(0).following.empty());
    // It takes no place of a row that is there.
    here.db.insert(follow{.follower_id = here.id(0), .followed_id = here.id(3), .since = 6});
    auto const first = koine::from<person>().select<social>().where(col<&person::name> == "Ada");
    CHECK(words(here.db.one(first.include<&social::following>(by_since, limit(1))).following) == texts{"Dan"});
    CHECK(words(here.db.one(first.include<&social::following>(order_by(desc(col<&follow::since>)), last(1))).following) == texts{"Dan"});
}

// ---- keys of several columns

struct labelled { std::string name; std::vector<text_only> labels; };
struct placed { std::string text; std::optional<std::int32_t> position; std::vector<named> products; };
struct placed_labels { std::string name; std::vector<placed> labels; };

struct stock : people {
    stock() {
        for (auto const& [warehouse, number, name] : {std::tuple{"east", 1, "axe"}, {"east", 2, "bow"}, {"west", 1, "cup"}, {"west", 2, "die"}})
            db.insert(product{.name = name, .number = number, .warehouse = warehouse});
        for (auto const& [zone, code, text] : {std::tuple{"x", 1, "old"}, {"x", 2, "red"}, {"y", 1, "big"}}) db.insert(label{.code = code, .zone = zone, .text = text});
        add("east", 1, "x", 1, 3);
        add("east", 1, "x", 2, {});
        add("east", 1, "y", 1, 1);
        add("west", 1, "x", 2, 1);
        add("west", 2, "y", 1, 2);
        // Any NULL among the columns, and there is no label.
        add("west", 2, {}, 1, 1);
        add("west", 2, "x", {}, 1);
        add("east", 2, {}, {}, 1);
    }
    void add(char const* warehouse, std::int32_t number, std::optional<std::string> zone, std::optional<std::int32_t> code, std::optional<std::int32_t> position) {
        db.insert(labelling{.code = code, .number = number, .zone = zone, .warehouse = warehouse, .position = position});
    }
};

TEST_CASE("keys of several columns on both sides, with NULL parts", "[include][relations-many-to-many]") {
    stock here;
    auto const by_text = order_by(asc(col<&label::text>));
    auto const check = [&](texts const (&expected)[4], auto const&... windows) {
        auto const found = here.db.all(koine::from<product>().select<labelled>().template include<&labelled::labels>(windows...).order_by(asc(col<&product::name>)));
        REQUIRE(words(found) == texts{"axe", "bow", "cup", "die"});
        for (std::size_t i = 0; i < 4; ++i) {
            INFO(found[i].name);
            CHECK(words(found[i].labels) == expected[i]);
        }
    };
    check({{"big", "old", "red"}, {}, {"red"}, {"big"}}, by_text);
    check({{"big", "old"}, {}, {"red"}, {"big"}}, by_text, limit(2));
    check({{"old", "red"}, {}, {"red"}, {"big"}}, by_text, last(2));
    check({{"big", "old", "red"}, {}, {"red"}, {"big"}}, order_by(asc(col<&labelling::position>)));
    check({{"red", "old"}, {}, {}, {}}, order_by(desc(col<&labelling::position>)), koine::before(1, "z", 1), where(col<&labelling::warehouse> == "east"));
    // The row that a key names is looked for among the parent's own.
    check({{"red"}, {}, {}, {}}, by_text, koine::after<&label::zone, &label::code>("x", 1));
    check({{"big", "red"}, {}, {"red"}, {"big"}}, by_text, koine::distinct_on(col<&label::zone>), where(col<&label::text> != "old"));
}

TEST_CASE("keys of several columns from the other side, and back again", "[include][relations-many-to-many]") {
    stock here;
    struct label_products { std::string text; std::vector<named> products; };
    auto const by_name = order_by(asc(col<&product::name>));
    auto const found = here.db.all(koine::from<label>().select<label_products>().include<&label_products::products>(by_name).order_by(asc(col<&label::text>)));
    REQUIRE(words(found) == texts{"big", "old", "red"});
    CHECK((words(found[0].products) == texts{"axe", "die"} && words(found[1].products) == texts{"axe"} && words(found[2].products) == texts{"axe", "cup"}));
    auto const axe = here.db.one(koine::from<product>()
                                     .select<placed_labels>()
                                     .include<&placed_labels::labels>(as<&placed::position>(col<&labelling::position>), order_by(asc(col<&labelling::position>)))
                                     .include<&placed_labels::labels, &placed::products>(order_by(desc(col<&product::name>)), limit(1))
                                     .where(col<&product::name> == "axe"));
    REQUIRE(words(axe.labels) == texts{"big", "old", "red"});
    CHECK((axe.labels[0].position == 1 && axe.labels[1].position == 3 && !axe.labels[2].position));
    CHECK((words(axe.labels[0].products) == texts{"die"} && words(axe.labels[1].products) == texts{"axe"} && words(axe.labels[2].products) == texts{"cup"}));
}

}  // namespace many_to_many
