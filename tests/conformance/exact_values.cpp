// SPDX-License-Identifier: BSL-1.0
// conformance · exact_values: uuids and decimals are the same everywhere, to the last digit, and in the same order.
#include "law.hpp"
#include "server.hpp"
#include "strategies.hpp"

#include <koine/types/decimal.hpp>
#include <koine/types/uuid.hpp>

#include <algorithm>

namespace exact_values {

using boost::uuids::uuid;
using conformance::kind_of;
using koine::col;

struct drawer;
struct entry;
struct remark;

struct office {
    std::int64_t id{};
    std::int64_t floor{};
};
constexpr auto describe(koine::model<office>) { return koine::table("offices").primary_key<&office::id>(koine::generated).has_many<"drawers", drawer, "office">(); }
struct drawer {
    std::int64_t id{};
    std::int64_t office_id{};
};
constexpr auto describe(koine::model<drawer>) {
    return koine::table("drawers").primary_key<&drawer::id>(koine::generated).belongs_to<"office", office, &drawer::office_id>().has_many<"entries", entry, "drawer">();
}
struct entry {
    uuid id{};
    std::int64_t drawer_id{};
    std::optional<uuid> batch{};
    koine::decimal<10, 2> price{};
    koine::decimal<38, 0> whole{};
    koine::decimal<38, 30> fine{};
    std::optional<koine::decimal<5, 5>> share{};

    bool operator==(entry const&) const = default;
};
constexpr auto describe(koine::model<entry>) {
    return koine::table("entries").primary_key<&entry::id>().belongs_to<"drawer", drawer, &entry::drawer_id>().has_many<"remarks", remark, "entry">();
}
/// By the key of a uuid.
struct remark {
    std::int64_t id{};
    uuid entry_id{};
};
constexpr auto describe(koine::model<remark>) { return koine::table("remarks").primary_key<&remark::id>(koine::generated).belongs_to<"entry", entry, &remark::entry_id>(); }

struct drawer_content { std::vector<entry> entries; };
struct office_content { std::vector<drawer_content> drawers; };
struct entry_remarks {
    uuid id{};
    std::vector<remark> remarks;
};

/// A uuid of one byte, repeated, but for the first and the last.
inline uuid made_of(std::uint8_t first, std::uint8_t middle, std::uint8_t last) {
    uuid made{};
    for (auto& byte : made) byte = middle;
    *made.begin() = first;
    *(made.end() - 1) = last;
    return made;
}

struct store : server::fresh {
    drawer top;

    explicit store(server::driver::options const& options = {}) : fresh(options) {
        db.create_tables<office, drawer, entry, remark>();
        db.create_tables<office, drawer, entry, remark>();  // compares what it created
        top = db.insert(drawer{.office_id = db.insert(office{.floor = 1}).id});
    }
    /// That an entry is the same on every way from the database, and found by each of its values.
    void check(entry given) {
        db.execute(koine::erase_all<entry>());
        given.drawer_id = top.id;
        CHECK(db.insert(given) == given);
        CHECK(db.find<entry>(given.id) == given);
        strategies::by_each([&](auto const& query) { CHECK(db.all(query).at(0).drawers.at(0).entries.at(0) == given); }, koine::from<office>().select<office_content>());
        CHECK(db.count(koine::from<entry>().where(col<&entry::price> == given.price && col<&entry::whole> == given.whole && col<&entry::fine> == given.fine && col<&entry::share>.same_as(given.share))) == 1);
        CHECK(db.count(koine::from<entry>().where(col<&entry::price>.in({given.price}) && col<&entry::whole>.in({given.whole, decltype(given.whole)(7)}) && col<&entry::fine>.in({given.fine}))) == 1);
        CHECK(db.count(koine::from<entry>().where(col<&entry::id> == given.id && col<&entry::batch>.same_as(given.batch) && col<&entry::id>.in({uuid{}, given.id}))) == 1);
    }
};

TEST_CASE("uuids come back as they were", "[types-uuids]") {
    store books;
    for (uuid const& one : {uuid{}, made_of(0xff, 0xff, 0xff), made_of(0, 0, 1), made_of(0x27, 0x5c, 0x00), made_of(0x80, 0x0a, 0x7f)}) {
        books.check({.id = one, .batch = one});
        books.check({.id = one});
    }
}

TEST_CASE("uuids are in the order of their text", "[types-uuids]") {
    store books;
    // Versions 1, 4 and 7, by which some databases sort.
    std::vector<entry> given;
    for (int version : {0x10, 0x40, 0x70})
        for (int first : {0x00, 0x01, 0x7f, 0x80, 0xff})
            for (int last : {0xff, 0x00}) {
                uuid id = made_of(static_cast<std::uint8_t>(first), 0, static_cast<std::uint8_t>(last));
                *(id.begin() + 6) = static_cast<std::uint8_t>(version);
                given.push_back({.id = id, .drawer_id = books.top.id, .batch = first == 0x7f ? std::optional(made_of(9, 9, 9)) : std::nullopt});
            }
    CHECK(books.db.insert(given) == 30);
    std::sort(given.begin(), given.end(), [](entry const& left, entry const& right) { return left.id < right.id; });
    CHECK(books.db.all(koine::from<entry>().order_by(col<&entry::id>)) == given);
    std::vector<entry> paged;
    auto const ordered = koine::from<entry>().order_by(col<&entry::batch>, col<&entry::id>);
    for (auto page = books.db.page(ordered, {.size = 4});; page = books.db.page(ordered, {.size = 4, .after = *page.next})) {
        paged.insert(paged.end(), page.rows.begin(), page.rows.end());
        if (!page.next) break;
    }
    CHECK(paged == books.db.all(ordered));
    CHECK(books.db.one(koine::from<entry>().select(koine::min(col<&entry::id>))) == given.front().id);
    CHECK(books.db.one(koine::from<entry>().select(koine::max(col<&entry::id>))) == given.back().id);
    CHECK(books.db.one(koine::from<entry>().select(koine::max(col<&entry::batch>)).where(col<&entry::batch> == std::nullopt)) == std::nullopt);
    CHECK(books.db.count(koine::from<entry>().where(col<&entry::id> < given[7].id)) == 7);
    CHECK(books.db.all(koine::from<entry>().select(col<&entry::batch>).group_by(col<&entry::batch>)).size() == 2);
    CHECK(books.db.all(koine::from<entry>().select(koine::coalesce(col<&entry::batch>, made_of(1, 2, 3))).where(col<&entry::id> == given[0].id)).at(0) == made_of(1, 2, 3));
    CHECK(kind_of([&] { books.db.insert(given[3]); }) == "unique");
    CHECK(books.db.execute(koine::update<entry>().set(col<&entry::batch> = given[3].id).where(col<&entry::id> == given[3].id)) == 1);
    CHECK(books.db.find<entry>(given[3].id)->batch == given[3].id);
    if constexpr (server::dialect::scheme == "postgresql")
        CHECK(books.db.one(koine::from<entry>().select(koine::raw<std::string, "{}">(col<&entry::id>)).where(col<&entry::id> == given.front().id)) == "00000000-0000-1000-0000-000000000000");
}

using price = koine::decimal<10, 2>;
using whole = koine::decimal<38, 0>;
using fine = koine::decimal<38, 30>;
using share = koine::decimal<5, 5>;

template <class Options>
Options unnamed_statements() {
    Options options{};
    if constexpr (requires { options.named_statements; }) options.named_statements = false;
    return options;
}

TEST_CASE("decimals come back with every digit", "[types-decimals][numbers-decimal]") {
    store books;
    store unnamed(unnamed_statements<server::driver::options>());
    auto const check = [&](entry const& given) { books.check(given), unnamed.check(given); };
    check({.id = made_of(1, 2, 3), .batch = made_of(4, 5, 6)});
    check({.price = price("12.50"), .whole = whole("99999999999999999999999999999999999999"), .fine = fine("99999999.999999999999999999999999999999"), .share = share("0.99999")});
    check({.price = price("-99999999.99"), .whole = whole("-99999999999999999999999999999999999999"), .fine = fine("-0.000000000000000000000000000001"), .share = share("-0.00001")});
    check({.price = price("100.00"), .whole = whole("10000000000000000000000000000000000000"), .fine = fine("0.5"), .share = share("0")});
    check({.price = price("0.05"), .whole = whole("9223372036854775808"), .fine = fine("9.000000000000000000000000000001"), .share = share("0.1")});
}

template <class Query>
constexpr bool runs = koine::expressible<server::dialect, Query>;

TEST_CASE("decimals are ordered, compared and added up as numbers", "[types-decimals][numbers-decimal]") {
    store books;
    std::vector<entry> given;
    // In the order of their text 10 would come before 9, and -1 before -2.
    for (char const* one : {"9.00", "10.00", "-1.00", "-2.00", "0.10", "0.09", "99999999.99", "-99999999.99", "2.50", "2.50"})
        given.push_back({.id = made_of(1, 1, static_cast<std::uint8_t>(given.size())), .drawer_id = books.top.id, .price = price(one), .whole = whole("9999999999999999999999999999999999999")});
    CHECK(books.db.insert(given) == 10);
    CHECK(books.db.count(koine::from<entry>().where(col<&entry::price> == koine::decimal<38, 10>("2.5"))) == 2);
    CHECK(books.db.count(koine::from<entry>().where(col<&entry::price> != col<&entry::fine>)) == 10);
    CHECK(books.db.all(koine::from<entry>().select(col<&entry::price>).group_by(col<&entry::price>)).size() == 9);
    CHECK(kind_of([&] { books.db.count(koine::from<entry>().where(col<&entry::price> == koine::decimal<4, 3>("2.505"))); }) == "range");
    CHECK(kind_of([&] { books.db.count(koine::from<entry>().where(col<&entry::price>.in({price(1)}) && col<&entry::price> == whole("100000000"))); }) == "range");
    auto const ordered = koine::from<entry>().order_by(col<&entry::price>, col<&entry::id>);
    auto const above = koine::from<entry>().where(col<&entry::price> > price(9) && koine::between(col<&entry::price>, price("9.01"), price("10.00")));
    [&]<class Ordered, class Above>(Ordered const& by_price, Above const& high) {
        if constexpr (runs<Ordered>) {
            std::sort(given.begin(), given.end(), [](entry const& left, entry const& right) { return std::pair(left.price, left.id) < std::pair(right.price, right.id); });
            CHECK(books.db.all(by_price) == given);
            std::vector<entry> paged;
            for (auto page = books.db.page(by_price, {.size = 3});; page = books.db.page(by_price, {.size = 3, .after = *page.next})) {
                paged.insert(paged.end(), page.rows.begin(), page.rows.end());
                if (!page.next) break;
            }
            CHECK(paged == given);
            CHECK(books.db.count(high) == 1);
            CHECK(books.db.one(koine::from<entry>().select(koine::max(col<&entry::price>))) == price("99999999.99"));
            CHECK(books.db.one(koine::from<entry>().select(koine::sum(col<&entry::price>))) == koine::decimal<38, 2>("21.19"));
            CHECK(books.db.one(koine::from<entry>().select(koine::sum(col<&entry::whole>))) == whole("99999999999999999999999999999999999990"));
        }
    }(ordered, above);
}

TEST_CASE("what a column holds beside decimals is told", "[types-decimals][numbers-decimal]") {
    store books;
    books.check({.price = price("1.50")});
    auto const becomes = [&](std::string const& number, char const* kind) {
        INFO(number);
        server::run(books.db, "UPDATE entries SET price = " + number);
        CHECK(kind_of([&] { books.db.all(koine::from<entry>()); }) == kind);
    };
    if constexpr (server::dialect::scheme == "sqlite") {
        becomes("'1.50'", "mismatch");
        becomes("'-0'", "mismatch");
        becomes("'1e3'", "mismatch");
        becomes("'1.555'", "range");
    } else {
        server::run(books.db, server::dialect::scheme == "postgresql" ? "ALTER TABLE entries ALTER price TYPE numeric" : "ALTER TABLE entries MODIFY price DECIMAL(65, 5)");
        becomes("1.50000", "no failure");
        becomes("1.50001", "range");
        becomes("100000000.00", "range");
        becomes("123456789012345678901234567890123456789.5", "range");
        if constexpr (server::dialect::scheme == "postgresql") becomes("'NaN'", "mismatch");
    }
}

TEST_CASE("lists are found by keys that are uuids", "[types-uuids]") {
    store books;
    uuid const one = made_of(1, 2, 3), other = made_of(0xfe, 0, 0xfd);
    books.db.insert(std::vector<entry>{{.id = one, .drawer_id = books.top.id}, {.id = other, .drawer_id = books.top.id}});
    books.db.insert(std::vector<remark>{{.entry_id = other}, {.entry_id = other}});
    strategies::by_each([&](auto const& query) {
        auto const found = books.db.all(query);
        REQUIRE(found.size() == 2);
        CHECK((found[0].id == one && found[0].remarks.empty() && found[1].remarks.size() == 2 && found[1].remarks.at(0).entry_id == other));
    }, koine::from<entry>().select<entry_remarks>().order_by(col<&entry::id>));
    CHECK(kind_of([&] { books.db.insert(remark{.entry_id = made_of(5, 5, 5)}); }) == "foreign_key");
}

}  // namespace exact_values
