// SPDX-License-Identifier: BSL-1.0
// conformance · list_columns: a list that is a column is the same everywhere: where it is read, written and asked.
#include "law.hpp"
#include "server.hpp"
#include "strategies.hpp"

namespace list_columns {

using koine::col;

enum class tone { low, high };

struct book;
struct page;

struct shelf {
    std::int64_t id{};
};
constexpr auto describe(koine::model<shelf>) { return koine::table("shelves").primary_key<&shelf::id>().has_many<"books", book, "shelf">(); }
struct book {
    std::int64_t id{};
    std::int64_t shelf_id{};
    std::vector<std::string> tags{};
};
constexpr auto describe(koine::model<book>) {
    return koine::table("books").primary_key<&book::id>().belongs_to<"shelf", shelf, &book::shelf_id>().has_many<"pages", page, "book">();
}
struct page {
    std::int64_t id{};
    std::int64_t book_id{};
    std::vector<std::string> words{};
    std::optional<std::vector<std::string>> notes{};
    std::vector<bool> marks{};
    std::vector<std::int16_t> small{};
    std::vector<std::int64_t> whole{};
    std::vector<std::uint64_t> large{};
    std::vector<double> real{};
    std::optional<std::vector<tone>> tones{};

    bool operator==(page const&) const = default;
};
constexpr auto describe(koine::model<page>) {
    return koine::table("pages").primary_key<&page::id>().belongs_to<"book", book, &page::book_id>();
}

struct book_pages {
    std::vector<std::string> tags{};
    std::vector<page> pages{};
};
struct shelf_books {
    std::int64_t id{};
    std::vector<book_pages> books{};
};

/// Every value that some form of a list could lose.
page full() {
    return {.id = 1,
            .book_id = 1,
            .words = {"a", "", "NULL", "null", "q\"u,o'te\\{}", "\xF0\x9F\x98\x80 \xC3\xA9", "line\nfeed\ttab\x01", " padded "},
            .notes = std::vector<std::string>{},
            .marks = {true, false, true},
            .small = {-32768, 0, 32767},
            .whole = {std::numeric_limits<std::int64_t>::min(), 9007199254740993, std::numeric_limits<std::int64_t>::max()},
            .large = {0, 18446744073709551615U},
            .real = {0.1, -1.5, 1e300, 5e-324, 1.0},
            .tones = std::vector<tone>{tone::high, tone::low}};
}
page bare() { return {.id = 2, .book_id = 1}; }

struct tables : server::fresh {
    tables() {
        db.create_tables<shelf, book, page>();
        db.insert(shelf{.id = 1});
        db.insert(book{.id = 1, .shelf_id = 1, .tags = {"x", "y"}});
    }
    template <class Condition>
    auto ids(Condition const& condition) {
        return db.all(koine::from<page>().select(col<&page::id>).where(condition).order_by(col<&page::id>));
    }
    auto count() { return db.one(koine::from<page>().select(koine::count())); }
};
using rows = std::vector<std::int64_t>;

TEST_CASE("a list is read as it was written, at every level", "[lists][lists-values]") {
    tables here;
    auto& db = here.db;
    CHECK(db.check<page>() == std::vector<std::string>{});
    CHECK(db.insert(full()) == full());
    db.insert(std::vector<page>{bare()});
    CHECK(db.all(koine::from<page>().order_by(col<&page::id>)) == std::vector<page>{full(), bare()});
    auto const shelves = db.all(koine::from<shelf>().select<shelf_books>());
    REQUIRE(shelves.size() == 1);
    REQUIRE(shelves[0].books.size() == 1);
    CHECK(shelves[0].books[0].tags == std::vector<std::string>{"x", "y"});
    CHECK(shelves[0].books[0].pages == std::vector<page>{full(), bare()});
    CHECK(db.one(koine::from<page>().select(col<&page::notes>).where(col<&page::id> == 2)) == std::nullopt);
    CHECK(db.one(koine::from<page>().select(col<&page::notes>).where(col<&page::id> == 1)) == std::vector<std::string>{});
    // A range of many rows goes another way on PostgreSQL and MySQL.
    std::vector<page> many(300, full());
    for (std::size_t i = 0; i < many.size(); ++i) many[i].id = static_cast<std::int64_t>(i) + 10;
    db.insert(many);
    CHECK(*db.find<page>(309) == many.back());
}

TEST_CASE("a list is set, and has elements pushed to either end", "[lists][lists-set]") {
    tables here;
    auto& db = here.db;
    db.insert(full());
    db.insert(bare());
    auto const at = [](std::int64_t id) { return col<&page::id> == id; };
    std::string const word = "\xF0\x9F\x98\x80\"\\,]";
    for (std::int64_t id : {1, 2})
        db.execute(koine::update<page>().set(col<&page::words>.push(word), col<&page::notes>.unshift(word), col<&page::marks>.push(false), col<&page::small>.unshift(7),
                                             col<&page::whole>.push(9007199254740993), col<&page::large>.unshift(18446744073709551615U), col<&page::real>.push(0.1),
                                             col<&page::tones>.push(tone::low)).where(at(id)));
    for (std::int64_t id : {1, 2})
        db.execute(koine::update<page>().set(col<&page::words>.unshift("]"), col<&page::notes>.push("b"), col<&page::marks>.unshift(true), col<&page::small>.push(-1),
                                             col<&page::whole>.unshift(-1), col<&page::large>.push(0U), col<&page::real>.unshift(0.1 + 0.2),
                                             col<&page::tones>.unshift(tone::high)).where(at(id)));
    page expected = full();
    for (page* one : {&expected}) {
        one->words.insert(one->words.begin(), "]");
        one->words.push_back(word);
        one->notes = {word, "b"};
        one->marks = {true, true, false, true, false};
        one->small = {7, -32768, 0, 32767, -1};
        one->whole.insert(one->whole.begin(), -1);
        one->whole.push_back(9007199254740993);
        one->large = {18446744073709551615U, 0, 18446744073709551615U, 0};
        one->real.insert(one->real.begin(), 0.1 + 0.2);
        one->real.push_back(0.1);
        one->tones = {tone::high, tone::high, tone::low, tone::low};
    }
    CHECK(*db.find<page>(1) == expected);
    page const grown{2, 1, {"]", word}, std::vector<std::string>{word, "b"}, {true, false}, {7, -1}, {-1, 9007199254740993}, {18446744073709551615U, 0}, {0.1 + 0.2, 0.1},
                     std::vector<tone>{tone::high, tone::low}};
    CHECK(*db.find<page>(2) == grown);
    db.execute(koine::update<page>().set(col<&page::words> = std::vector<std::string>{"new"}, col<&page::notes> = std::nullopt).where(at(1)));
    CHECK(db.find<page>(1)->words == std::vector<std::string>{"new"});
    CHECK(db.find<page>(1)->notes == std::nullopt);
}

TEST_CASE("a list is asked for elements exactly", "[lists][lists-has]") {
    tables here;
    auto& db = here.db;
    db.insert(full());
    db.insert(bare());
    page third = bare();
    third.id = 3;
    third.words = {"A", "\xC3\xA9"};
    third.notes = std::vector<std::string>{"a", "b"};
    third.whole = {9007199254740992};
    db.insert(third);

    // One statement, run again and again.
    auto const word = [&](std::string const& sought) { return here.ids(col<&page::words>.has(sought)); };
    for (std::string const& each : full().words) CHECK(word(each) == rows{1});
    CHECK(word("A") == rows{3});
    CHECK(word("\xC3\xA9") == rows{3});
    for (char const* none : {"e", "E", "padded", " padded", "Null", "%", "line", "a "}) CHECK(word(none).empty());
    CHECK(here.ids(!col<&page::words>.has("A")) == rows{1, 2});

    auto const number = [&](std::int64_t sought) { return here.ids(col<&page::whole>.has(sought)); };
    CHECK(number(9007199254740993) == rows{1});
    CHECK(number(9007199254740992) == rows{3});
    CHECK(number(std::numeric_limits<std::int64_t>::min()) == rows{1});
    CHECK(number(0).empty());
    CHECK(here.ids(col<&page::marks>.has(false) && col<&page::small>.has(-32768) && col<&page::large>.has(18446744073709551615U) && col<&page::real>.has(5e-324) &&
                   col<&page::tones>.has(tone::low)) == rows{1});
    CHECK(here.ids(col<&page::small>.has(100'000) || col<&page::large>.has(1U) || col<&page::real>.has(0.3)).empty());

    auto const every = [&](std::vector<std::string> const& sought) { return here.ids(col<&page::words>.has_every(sought)); };
    CHECK(every({}) == rows{1, 2, 3});
    CHECK(every({"A", "\xC3\xA9"}) == rows{3});
    CHECK(every({"", "q\"u,o'te\\{}", "a", "a"}) == rows{1});
    CHECK(every({"A", "a"}).empty());
    auto const some = [&](std::vector<std::string> const& sought) { return here.ids(col<&page::words>.has_some(sought)); };
    CHECK(some({}).empty());
    CHECK(some({"A", "a", "z"}) == rows{1, 3});
    CHECK(some({"e", "Z"}).empty());
    CHECK(here.ids(col<&page::whole>.has_some({std::int64_t{9007199254740992}, std::int64_t{5}})) == rows{3});
    CHECK(here.ids(col<&page::small>.has_every({0, 100'000})).empty());
    CHECK(here.ids(col<&page::marks>.has_every({true, false}) && col<&page::large>.has_some({18446744073709551615U}) && col<&page::real>.has_every({0.1, 1.0}) &&
                   col<&page::tones>.has_some({tone::high})) == rows{1});

    // What is prepared keeps its list.
    auto prepared = [&] { return db.prepare(koine::from<page>().select(col<&page::id>).where(col<&page::words>.has_every(std::vector<std::string>{"A", "\xC3\xA9"}))); }();
    CHECK(prepared.all() == rows{3});

    // A list that is NULL has no answer.
    CHECK(here.ids(col<&page::notes>.has("a")) == rows{3});
    CHECK(here.ids(!col<&page::notes>.has("a")) == rows{1});
    CHECK(here.ids(!col<&page::notes>.has_every({"a"})) == rows{1});
    CHECK(here.ids(!col<&page::notes>.has_some({"a"})) == rows{1});
    CHECK(here.ids(col<&page::notes>.is_empty()) == rows{1});
    CHECK(here.ids(!col<&page::notes>.is_empty()) == rows{3});
    CHECK(db.all(koine::from<page>().select(col<&page::notes>.length()).order_by(col<&page::id>)) == std::vector<std::optional<std::int64_t>>{0, std::nullopt, 2});
    CHECK(db.all(koine::from<page>().select(col<&page::words>.length()).order_by(col<&page::id>)) == std::vector<std::int64_t>{8, 0, 2});
}

}  // namespace list_columns
