// SPDX-License-Identifier: BSL-1.0
// conformance · text: any text is taken and given back as it is, and matched as it is.
#include "law.hpp"
#include "server.hpp"

#include <algorithm>

namespace text {

using namespace std::string_literals;
using conformance::kind_of;
using koine::col;

struct line;

struct page {
    std::int64_t id{};
    std::string title{};
};
constexpr auto describe(koine::model<page>) {
    return koine::table("pages").primary_key<&page::id>(koine::generated).has_many<"lines", line, "page">();
}
struct line {
    std::int64_t id{};
    std::int64_t page_id{};
    std::string words{};
    std::optional<std::string> remark{};
};
constexpr auto describe(koine::model<line>) {
    return koine::table("lines").primary_key<&line::id>(koine::generated).belongs_to<"page", page, &line::page_id>();
}

struct line_words { std::string words; std::optional<std::string> remark; };
struct page_lines { std::string title; std::vector<line_words> lines; };

using server::database;

/// Every text goes in as a row's own, and comes back as a plain row and in JSON.
void check_round_trip(std::vector<std::string> const& texts) {
    server::fresh here;
    database& db = here.db;
    db.create_tables<page, line>();
    for (std::string const& given : texts) {
        page const parent = db.insert(page{.title = given});
        line const written = db.insert(line{.page_id = parent.id, .words = given, .remark = given});
        CHECK((parent.title == given && written.words == given && written.remark == given));
        auto const plain = db.find<line>(written.id);
        CHECK((plain->words == given && plain->remark == given));
        auto const nested = db.one(koine::from<page>().select<page_lines>().where(col<&page::id> == parent.id));
        CHECK(nested.title == given);
        CHECK((nested.lines.size() == 1 && nested.lines[0].words == given && nested.lines[0].remark == given));
        // Bound and compared by bytes.
        CHECK(db.count(koine::from<line>().where(col<&line::words> == given)) == 1);
    }
}

TEST_CASE("pitfall 29: control characters", "[include][text-kept]") {
    std::vector<std::string> texts;
    std::string all;
    for (char c = 1; c < 32; ++c) {
        texts.emplace_back(1, c);
        texts.push_back("before"s + c + "after");
        all += c;
    }
    texts.push_back(all);
    texts.push_back("\"quoted\" \\ back / slash \\u0041 'single' \r\n\t");
    check_round_trip(texts);
}

TEST_CASE("pitfall 30: NUL", "[text][text-kept]") {
    std::vector<std::string> const given{"\0"s, "a\0b"s, "\0\0"s, "a\0"s, "\0a"s};
    check_round_trip({""s, "a"s});
    if (server::keeps_nul) return check_round_trip(given);
    // Where a server cannot keep it, it is refused, and never cut off.
    server::fresh here;
    here.db.create_tables<page, line>();
    for (std::string const& one : given) {
        CHECK(kind_of([&] { here.db.insert(page{.title = one}); }) == "nul_byte");
        CHECK(kind_of([&] { here.db.count(koine::from<page>().where(col<&page::title> == one)); }) == "nul_byte");
        CHECK(kind_of([&] { here.db.count(koine::from<page>().where(col<&page::title>.in({one}))); }) == "nul_byte");
    }
    CHECK(here.db.count(koine::from<page>()) == 0);
    conformance::waive(server::refusal_of(here.db, "SELECT chr(0)"), "null character not permitted");
}

TEST_CASE("pitfall 31: DEL, U+0080, U+2028, U+FFFF", "[include][text-kept]") {
    check_round_trip({"\x7f"s, "\u0080"s, "\u2028\u2029"s, "\uffff"s, "\ufeff"s, "é"s, "e\u0301"s});
}

TEST_CASE("pitfall 32: emoji", "[include][text-kept]") {
    check_round_trip({"\U0001F600"s, "a\U0001F468\u200D\U0001F469b"s, "\U0010FFFF"s, "\\ud83d\\ude00"s});
}

TEST_CASE("pitfall 33: invalid UTF-8 is refused before it is sent", "[errors][text-kept]") {
    server::fresh here;
    here.db.create_tables<page, line>();
    for (std::string const& given : {"\xff"s, "a\xc3"s, "\xed\xa0\x80"s, "\xc0\xaf"s, "\xf4\x90\x80\x80"s, "\x80"s}) {
        CHECK(kind_of([&] { here.db.insert(page{.title = given}); }) == "encoding");
        CHECK(kind_of([&] { here.db.insert(std::vector<page>(150, page{.title = given})); }) == "encoding");
        CHECK(kind_of([&] { here.db.count(koine::from<page>().where(col<&page::title> == given)); }) == "encoding");
        CHECK(kind_of([&] { here.db.count(koine::from<page>().where(col<&page::title>.in({"a"s, given}))); }) == "encoding");
    }
    CHECK(here.db.count(koine::from<page>()) == 0);
}

TEST_CASE("pitfall 36: 1 MB of quotes", "[include][text-kept]") {
    check_round_trip({std::string(1 << 20, '"'), std::string(1 << 20, '\\')});
}

// What a match means, in C++.
std::string folded(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}
bool contains(std::string const& whole, std::string const& part) { return whole.find(part) != std::string::npos; }

std::vector<std::string> without_nul(std::vector<std::string> all) {
    if (!server::keeps_nul) std::erase_if(all, [](std::string const& one) { return one.find('\0') != std::string::npos; });
    return all;
}
std::vector<std::string> const texts = without_nul({"a",      "A",       "ab",  "Ab",     "aab",    "%",       "a%b",    "100%",  "_",    "a_b",   "axb",
                                     "\\",    "a\\b",   "\\%",     "\0"s, "a\0b"s,  "\0b"s,   "b\0"s,    "É",      "é",     "éa",   "É\0b"s, "abcabc",
                                     "'; --", "\"q\"",  "*",       "a*",  "[a]",    "?",      "ß",       "İ",      "\n",    "a\nb", "Kelvin K", "ABC"});

std::vector<std::string> with_empty(std::vector<std::string> all) { return all.emplace_back(), all; }
std::vector<std::string> const parts = with_empty(texts);

template <class Condition>
std::vector<std::string> matched(database& db, Condition const& condition) {
    std::vector<std::string> found = db.all(koine::from<line>().where(condition).select(col<&line::words>));
    std::sort(found.begin(), found.end());
    return found;
}
template <class Matches>
std::vector<std::string> expected(Matches matches) {
    std::vector<std::string> found;
    std::copy_if(texts.begin(), texts.end(), std::back_inserter(found), matches);
    std::sort(found.begin(), found.end());
    return found;
}

void insert_texts(database& db) {
    db.create_tables<page, line>();
    page const parent = db.insert(page{.title = "page"});
    std::vector<line> lines;
    for (std::string const& words : texts) lines.push_back({.page_id = parent.id, .words = words});
    db.insert(lines);
}

TEST_CASE("text is matched as it is: %, _, backslash, NUL, the empty text", "[text][text-match][text-bytes]") {
    server::fresh here;
    database& db = here.db;
    insert_texts(db);
    constexpr auto words = col<&line::words>;
    for (std::string const& part : parts) {
        INFO("part: " << Catch::Detail::stringify(part));
        CHECK(matched(db, words.contains(part)) == expected([&](auto const& whole) { return contains(whole, part); }));
        CHECK(matched(db, words.starts_with(part)) == expected([&](auto const& whole) { return whole.starts_with(part); }));
        CHECK(matched(db, words.ends_with(part)) == expected([&](auto const& whole) { return whole.ends_with(part); }));
        CHECK(matched(db, words == part) == expected([&](auto const& whole) { return whole == part; }));
    }
}

TEST_CASE("a negated match takes all other texts", "[text][text-match]") {
    server::fresh here;
    database& db = here.db;
    insert_texts(db);
    constexpr auto words = col<&line::words>;
    for (std::string const& part : parts) {
        INFO("part: " << Catch::Detail::stringify(part));
        CHECK(matched(db, !words.contains(part)) == expected([&](auto const& whole) { return !contains(whole, part); }));
        CHECK(matched(db, !words.starts_with(part)) == expected([&](auto const& whole) { return !whole.starts_with(part); }));
        CHECK(matched(db, !words.ends_with(part)) == expected([&](auto const& whole) { return !whole.ends_with(part); }));
    }
}

TEST_CASE("an insensitive match folds A to Z and nothing else", "[text][text-insensitive]") {
    server::fresh here;
    database& db = here.db;
    insert_texts(db);
    constexpr auto words = col<&line::words>;
    for (std::string const& part : parts) {
        INFO("part: " << Catch::Detail::stringify(part));
        CHECK(matched(db, words.contains(part, koine::insensitive)) == expected([&](auto const& whole) { return contains(folded(whole), folded(part)); }));
        CHECK(matched(db, words.starts_with(part, koine::insensitive)) == expected([&](auto const& whole) { return folded(whole).starts_with(folded(part)); }));
        CHECK(matched(db, words.ends_with(part, koine::insensitive)) == expected([&](auto const& whole) { return folded(whole).ends_with(folded(part)); }));
    }
}

TEST_CASE("an empty text is matched by the empty text alone", "[text][text-match]") {
    server::fresh here;
    database& db = here.db;
    db.create_tables<page, line>();
    db.insert(line{.page_id = db.insert(page{.title = "page"}).id, .words = ""});
    constexpr auto words = col<&line::words>;
    CHECK(db.count(koine::from<line>().where(words.contains("") && !words.contains("a"))) == 1);
    CHECK(db.count(koine::from<line>().where(words.starts_with("") && !words.starts_with("a"))) == 1);
    CHECK(db.count(koine::from<line>().where(words.ends_with("") && !words.ends_with("a"))) == 1);
    CHECK(db.count(koine::from<line>().where(words.starts_with("", koine::insensitive) && words.ends_with("", koine::insensitive))) == 1);
    for (std::string const& part : texts) {
        INFO("part: " << Catch::Detail::stringify(part));
        CHECK(db.count(koine::from<line>().where(words.contains(part) || words.starts_with(part) || words.ends_with(part))) == 0);
        CHECK(db.count(koine::from<line>().where(words.ends_with(part, koine::insensitive) || words.starts_with(part, koine::insensitive))) == 0);
        CHECK(db.count(koine::from<line>().where(!words.contains(part) && !words.starts_with(part) && !words.ends_with(part))) == 1);
    }
}

TEST_CASE("NULL on either side of a match is neither true nor false; a part beyond the text is false", "[text][text-match]") {
    server::fresh here;
    database& db = here.db;
    db.create_tables<page, line>();
    page const parent = db.insert(page{.title = "page"});
    std::string const odd(1, server::keeps_nul ? '\0' : '\1');
    db.insert(line{.page_id = parent.id, .words = "", .remark = std::nullopt});
    db.insert(line{.page_id = parent.id, .words = "ab", .remark = std::nullopt});
    db.insert(line{.page_id = parent.id, .words = "ab", .remark = "xab"});
    db.insert(line{.page_id = parent.id, .words = "b" + odd, .remark = "ab" + odd});
    db.insert(line{.page_id = parent.id, .words = odd, .remark = odd + odd + odd});
    db.insert(line{.page_id = parent.id, .words = "", .remark = ""});
    constexpr auto id = col<&line::id>;
    constexpr auto words = col<&line::words>;
    constexpr auto remark = col<&line::remark>;
    auto const found = [&](auto const& condition) { return db.all(koine::from<line>().where(condition).select(id).order_by(koine::asc(id))); };
    using ids = std::vector<std::int64_t>;
    CHECK(found(remark.ends_with(words)) == ids{3, 4, 5, 6});
    CHECK(found(!remark.ends_with(words)).empty());
    CHECK(found(words.ends_with(remark)) == ids{6});
    CHECK(found(!words.ends_with(remark)) == ids{3, 4, 5});
    CHECK(found(remark.starts_with(words)) == ids{5, 6});
    CHECK(found(!remark.starts_with(words)) == ids{3, 4});
    CHECK(found(remark.ends_with(words, koine::insensitive)) == ids{3, 4, 5, 6});
    CHECK(found(!words.ends_with(remark, koine::insensitive)) == ids{3, 4, 5});
    CHECK(found(remark.starts_with("")) == ids{3, 4, 5, 6});
    CHECK(found(!remark.ends_with("")).empty());
    CHECK(found(words.ends_with(odd)) == ids{4, 5});
    CHECK(found(words.ends_with(std::string(1 << 16, 'b'))).empty());
}

TEST_CASE("a column is matched in a column, and NULL matches nothing", "[text][text-match]") {
    server::fresh here;
    database& db = here.db;
    db.create_tables<page, line>();
    page const parent = db.insert(page{.title = "page"});
    db.insert(line{.page_id = parent.id, .words = "a%b", .remark = "%"});
    db.insert(line{.page_id = parent.id, .words = "axb", .remark = "%"});
    db.insert(line{.page_id = parent.id, .words = "none"});
    constexpr auto words = col<&line::words>;
    constexpr auto remark = col<&line::remark>;
    CHECK(matched(db, words.contains(remark)) == std::vector<std::string>{"a%b"});
    CHECK(matched(db, !words.contains(remark)) == std::vector<std::string>{"axb"});
    CHECK(matched(db, remark.starts_with("%")) == std::vector<std::string>{"a%b", "axb"});
    CHECK(matched(db, !remark.starts_with("x")) == std::vector<std::string>{"a%b", "axb"});
}

TEST_CASE("text is ordered and grouped by bytes", "[text][text-bytes][text-order]") {
    server::fresh here;
    database& db = here.db;
    insert_texts(db);
    std::vector<std::string> sorted = texts;
    std::sort(sorted.begin(), sorted.end(), [](std::string const& left, std::string const& right) {
        return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) { return static_cast<unsigned char>(a) < static_cast<unsigned char>(b); });
    });
    CHECK(db.all(koine::from<line>().select(col<&line::words>).order_by(koine::asc(col<&line::words>))) == sorted);
    CHECK(db.one(koine::from<line>().select(koine::count_distinct(col<&line::words>))) == static_cast<std::int64_t>(texts.size()));
    CHECK(db.all(koine::from<line>().select(col<&line::words>).group_by(col<&line::words>)).size() == texts.size());
}

}  // namespace text
