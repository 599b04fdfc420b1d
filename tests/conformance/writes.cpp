// SPDX-License-Identifier: BSL-1.0
// conformance · writes: inserts, updates, erasures and upserts do what they say, to the rows that they say.
#include "law.hpp"
#include "server.hpp"

namespace writes {

using conformance::kind_of;
using conformance::waive;
using koine::asc;
using koine::col;

enum class state { fresh, used };

struct item {
    std::int64_t id{};
    std::string code{};
    std::optional<std::string> mail{};
    std::int32_t amount{};
    std::uint8_t tiny{};
    std::int8_t tiny_signed{};
    std::uint32_t wide{};
    std::uint64_t big{};
    bool flag{};
    state now{};
    std::int64_t left{};
    std::int64_t right{};
};
constexpr auto describe(koine::model<item>) {
    return koine::table("items")
        .primary_key<&item::id>(koine::generated)
        .unique<&item::code>()
        .unique<&item::mail>()
        .default_value<&item::amount>(42)
        .default_value<&item::code>("it's");
}
struct pair {
    std::int32_t first{};
    std::string second{};
    std::int32_t payload{};
};
constexpr auto describe(koine::model<pair>) {
    return koine::table("pairs").primary_key<&pair::first, &pair::second>();
}

struct store : server::fresh {
    store() { db.create_tables<item, pair>(); }
    std::int64_t count() { return db.count(koine::from<item>()); }
    void insert(char const* code, std::int32_t amount) { db.insert(item{.code = code, .amount = amount}); }
    std::vector<std::int32_t> amounts() { return db.all(koine::from<item>().select(col<&item::amount>).order_by(asc(col<&item::id>))); }
};
using numbers = std::vector<std::int32_t>;

TEST_CASE("generated keys are the database's, unless they are kept", "[writes][writes-generated]") {
    store to;
    item const first = to.db.insert(item{.code = "a"});
    item const second = to.db.insert(item{.code = "b"});
    CHECK((first.id == 1 && second.id == 2));
    CHECK(kind_of([&] { to.db.insert(item{.id = 9, .code = "c"}); }) == "misuse");
    CHECK(kind_of([&] { to.db.insert(std::vector<item>{{.code = "c"}, {.id = 9, .code = "d"}}); }) == "misuse");
    CHECK(to.count() == 2);
    CHECK(to.db.insert(item{.id = 9, .code = "c"}, koine::keep_keys).id == 9);
    CHECK(to.db.insert(std::vector<item>{{.id = 20, .code = "d"}, {.id = -3, .code = "e"}}, koine::keep_keys) == 2);
    CHECK((to.db.find<item>(20)->code == "d" && to.db.find<item>(-3)->code == "e" && !to.db.find<item>(4)));
    CHECK(to.db.erase<item>(20));
    CHECK(!to.db.erase<item>(20));
}

TEST_CASE("the key of an erased row is not given again", "[writes][writes-generated]") {
    store to;
    to.insert("a", 1);
    std::int64_t const last = to.db.insert(item{.code = "b"}).id;
    CHECK(to.db.erase<item>(last));
    CHECK(to.db.insert(item{.code = "c"}).id > last);
}

TEST_CASE("members named in defaults are the database's", "[writes][writes-defaults][writes-returned]") {
    store to;
    item const row = to.db.insert(item{.code = "a", .amount = 7}, koine::defaults<&item::amount>);
    CHECK(row.amount == 42);
    CHECK(to.db.insert(item{.code = "b", .amount = 7}).amount == 7);
    CHECK(to.db.insert(item{.code = "c", .amount = 7}, koine::defaults<&item::code>).code == "it's");
}

TEST_CASE("a range of rows goes in as a whole or not at all", "[writes][writes-range]") {
    store to;
    std::vector<item> rows;
    for (int i = 0; i < 1234; ++i) rows.push_back({.code = std::to_string(i), .amount = i});
    CHECK(to.db.insert(rows) == 1234);
    CHECK(to.db.one(koine::from<item>().select(koine::sum(col<&item::amount>))) == 1233 * 1234 / 2);
    for (item& row : rows) row.code += "x";
    rows.back().code = "7";
    CHECK(kind_of([&] { to.db.insert(rows); }) == "unique");
    CHECK(to.count() == 1234);
    CHECK(to.db.insert(std::vector<item>{}) == 0);
}

TEST_CASE("tables hold what their C++ types hold, and nothing else", "[numbers][numbers-strict]") {
    store to;
    to.insert("a", 1);
    for (char const* change : {"amount = 'text'", "code = NULL", "tiny = -1", "tiny = 256", "tiny_signed = 128", "tiny_signed = -129", "wide = -1", "wide = 4294967296", "amount = 2147483648", "amount = -2147483649", "flag = 2", "now = 'old'", "now = 'Used'"}) {
        INFO(change);
        CHECK(!server::refusal_of(to.db, std::string("UPDATE items SET ") + change).empty());
    }
    CHECK(kind_of([&] { to.db.execute(koine::update<item>().set(col<&item::tiny> = col<&item::tiny> - 1).where(col<&item::id> == 1)); }) == "check");
    server::run(to.db, "UPDATE items SET tiny = 255, tiny_signed = -128, wide = 4294967295, now = 'used'");
    item const row = *to.db.find<item>(1);
    CHECK((row.tiny == 255 && row.tiny_signed == -128 && row.wide == 4294967295U && row.now == state::used));
}

TEST_CASE("numbers out of a column's range are refused before they are sent", "[errors]") {
    store to;
    CHECK_THROWS_AS((col<&item::big> = -1), koine::error);
    CHECK_THROWS_AS((col<&item::left> == std::numeric_limits<std::uint64_t>::max()), koine::error);
    CHECK(kind_of([&] { to.db.insert(item{.code = "a", .now = static_cast<state>(5)}); }) == "range");
    CHECK(to.count() == 0);
}

TEST_CASE("an update or erase that would take every row says so, or is refused", "[null][null-all-rows]") {
    store to;
    to.insert("a", 1);
    to.insert("b", 2);
    constexpr auto amount = col<&item::amount>;
    auto const set = koine::update<item>().set(amount = 9);
    auto const refused = [&](auto const& query) { return kind_of([&] { to.db.execute(query); }) == "misuse"; };
    std::vector<int> const nothing;
    CHECK(refused(set.where(koine::when(false, amount == 1))));
    CHECK(refused(set.where(!koine::when(false, amount == 1))));
    CHECK(refused(set.where(koine::when(false, amount == 1) && koine::when(false, amount == 2))));
    CHECK(refused(set.where(amount.not_in(nothing))));
    CHECK(refused(set.where(!amount.in(nothing))));
    CHECK(refused(set.where(amount == 1 || amount.not_in(nothing))));
    CHECK(refused(set.where(amount.not_in(nothing) && koine::when(false, amount == 1))));
    CHECK(refused(koine::erase<item>().where(amount == koine::given(std::optional<int>{}))));
    CHECK(refused(koine::erase<item>().where(koine::when(false, amount == 1)).where(amount.not_in(nothing))));
    CHECK(to.amounts() == numbers{1, 2});
    // What is false, or depends on the rows, takes what it takes.
    CHECK(to.db.execute(set.where(amount.in(nothing))) == 0);
    CHECK(to.db.execute(set.where(koine::when(false, amount == 1) || koine::when(false, amount == 2))) == 0);
    CHECK(to.db.execute(set.where(koine::when(false, amount == 1) && amount == 2)) == 1);
    CHECK(to.amounts() == numbers{1, 9});
    CHECK(to.db.execute(koine::update_all<item>().set(amount = amount + 1)) == 2);
    CHECK(to.amounts() == numbers{2, 10});
    CHECK(to.db.execute(koine::erase_all<item>()) == 2);
}

TEST_CASE("right-hand sides see the old row", "[writes][writes-old-row]") {
    store to;
    to.db.insert(item{.code = "a", .amount = 3, .left = 1, .right = 20});
    auto const both = koine::update_all<item>().set(col<&item::left> = col<&item::right>, col<&item::right> = koine::value(std::int64_t{7}));
    to.db.execute(both);
    CHECK((to.db.find<item>(1)->left == 20 && to.db.find<item>(1)->right == 7));
    // In the other order of assignments too, and over three columns.
    to.db.execute(koine::update_all<item>().set(col<&item::right> = col<&item::right> + 1, col<&item::left> = col<&item::right>));
    CHECK((to.db.find<item>(1)->left == 7 && to.db.find<item>(1)->right == 8));
    to.db.execute(koine::update<item>().set(col<&item::wide> = 5, col<&item::right> = col<&item::left>, col<&item::left> = col<&item::left> + col<&item::wide>).where(col<&item::id> == 1));
    CHECK((to.db.find<item>(1)->left == 7 && to.db.find<item>(1)->right == 7 && to.db.find<item>(1)->wide == 5));
}

template <class Database>
void swap(Database& db) {
    auto const query = koine::update<item>().set(col<&item::left> = col<&item::right>, col<&item::right> = col<&item::left>).where(col<&item::id> == 1);
    if constexpr (koine::expressible<server::dialect, decltype(query)>) {
        db.execute(query);
        CHECK((db.template find<item>(1)->left == 20 && db.template find<item>(1)->right == 1));
    } else {
        std::string const column = server::quoted("left"), other = server::quoted("right");
        server::run(db, "UPDATE items SET " + column + " = " + other + ", " + other + " = " + column);
        waive(server::value_of(db, "SELECT CONCAT(" + column + ", '|', " + other + ") FROM items"), "20|20");
    }
}

TEST_CASE("right-hand sides that read each other in a circle", "[writes][writes-old-row]") {
    store to;
    to.db.insert(item{.code = "a", .left = 1, .right = 20});
    swap(to.db);
}

TEST_CASE("update(row) writes every member, or finds no row", "[writes][writes-update-row][writes-affected]") {
    store to;
    item row = to.db.insert(item{.code = "a", .mail = "m"});
    to.insert("other", 5);
    row.code = "b";
    row.mail.reset();
    row.big = 1ULL << 63;
    to.db.update(row);
    item const now = *to.db.find<item>(row.id);
    CHECK((now.code == "b" && !now.mail && now.big == 1ULL << 63));
    CHECK(to.amounts() == numbers{0, 5});
    row.id = 77;
    CHECK(kind_of([&] { to.db.update(row); }) == "not_found");
    // Rows found are counted, changed or not.
    CHECK(to.db.execute(koine::update<item>().set(col<&item::code> = "b").where(col<&item::code> == "b")) == 1);
    to.db.insert(pair{.first = 1, .second = "x", .payload = 1});
    to.db.insert(pair{.first = 1, .second = "y", .payload = 2});
    to.db.update(pair{.first = 1, .second = "y", .payload = 9});
    CHECK((to.db.find<pair>(1, "x")->payload == 1 && to.db.find<pair>(1, "y")->payload == 9));
    CHECK((to.db.erase<pair>(1, "x") && to.db.count(koine::from<pair>()) == 1));
}

TEST_CASE("upsert: updates what it names, does nothing, and no other key may be taken", "[writes][writes-upsert][writes-upsert-other-key]") {
    store to;
    to.db.insert(item{.code = "a", .mail = "a@", .amount = 1, .left = 5});
    to.db.insert(item{.code = "b", .mail = "b@", .amount = 2});
    auto const changed = to.db.one(koine::upsert(item{.code = "a", .amount = 10, .left = 6}).on<&item::code>().set<&item::amount>().returning());
    CHECK((changed.id == 1 && changed.amount == 10 && changed.mail == "a@" && changed.left == 5));
    auto const added = to.db.one(koine::upsert(item{.code = "c", .amount = 3}).on<&item::code>().set<&item::amount>().returning());
    CHECK((added.id > 2 && added.amount == 3));
    CHECK(to.db.execute(koine::upsert(item{.code = "b", .amount = 99}).on<&item::code>()) == 0);
    CHECK(to.db.execute(koine::upsert(item{.code = "d", .amount = 4}).on<&item::code>()) == 1);
    CHECK(to.amounts() == numbers{10, 2, 3, 4});
    CHECK(kind_of([&] { to.db.execute(koine::upsert(item{.code = "e", .mail = "b@"}).on<&item::code>().set<&item::mail>()); }) == "unique");
    CHECK(kind_of([&] { to.db.execute(koine::upsert(item{.code = "e", .mail = "b@"}).on<&item::code>()); }) == "unique");
    CHECK(kind_of([&] { to.db.execute(koine::upsert(item{.code = "a", .mail = "b@"}).on<&item::code>().set<&item::mail>()); }) == "unique");
    CHECK(to.count() == 4);
    // NULL is in no key twice.
    CHECK(to.db.execute(koine::upsert(item{.code = "f"}).on<&item::mail>().set<&item::amount>()) == 1);
    to.db.execute(koine::upsert(pair{.first = 1, .second = "x", .payload = 1}).on<&pair::first, &pair::second>().set<&pair::payload>());
    to.db.execute(koine::upsert(pair{.first = 1, .second = "x", .payload = 2}).on<&pair::first, &pair::second>().set<&pair::payload>());
    CHECK((to.db.count(koine::from<pair>()) == 1 && to.db.find<pair>(1, "x")->payload == 2));
}

struct code_amount { std::string code; std::int32_t amount{}; };

TEST_CASE("returning: the row after an insert", "[writes][writes-returned]") {
    store to;
    auto const inserted = to.db.one(koine::insert<item>()
                                        .set(col<&item::code> = "a", col<&item::amount> = 5, col<&item::tiny> = 0, col<&item::tiny_signed> = 0, col<&item::wide> = 0, col<&item::big> = 0, col<&item::flag> = true,
                                             col<&item::now> = state::used, col<&item::left> = 1, col<&item::right> = koine::value(2) * 3)
                                        .returning());
    CHECK((inserted.id == 1 && inserted.flag && inserted.now == state::used && inserted.right == 6 && !inserted.mail));
}

template <class Database>
void update_returning(Database& db) {
    auto const query = koine::update<item>().set(col<&item::amount> = col<&item::amount> * 2).where(col<&item::amount> > 0).template returning<code_amount>();
    if constexpr (koine::expressible<server::dialect, decltype(query)>) {
        auto const updated = db.all(query);
        REQUIRE(updated.size() == 2);
        CHECK((updated[0].amount + updated[1].amount == 22 && updated[0].code != updated[1].code));
        // A write that is read only in part is done as a whole.
        CHECK(db.first(koine::update_all<item>().set(col<&item::left> = 8).returning(col<&item::id>)).has_value());
        CHECK(db.count(koine::from<item>().where(col<&item::left> == 8)) == 2);
    } else {
        waive(server::refusal_of(db, "UPDATE items SET amount = 2 * amount RETURNING code"), "near 'RETURNING code'");
    }
}

TEST_CASE("returning: the rows after an update", "[writes][writes-returned]") {
    store to;
    to.insert("a", 5);
    to.insert("b", 6);
    update_returning(to.db);
}

template <class Database>
void erase_returning(Database& db) {
    auto const query = koine::erase<item>().where(col<&item::amount> == 12).returning(col<&item::code>);
    if constexpr (koine::expressible<server::dialect, decltype(query)>) CHECK(db.all(query) == std::vector<std::string>{"b"});
    else waive(server::refusal_of(db, "DELETE FROM items WHERE amount = 12 RETURNING code"), "near 'RETURNING code'");
}

TEST_CASE("returning: the rows before an erase", "[writes][writes-returned]") {
    store to;
    to.insert("a", 5);
    to.insert("b", 12);
    erase_returning(to.db);
}

}  // namespace writes
