// SPDX-License-Identifier: BSL-1.0
// unit · query_log: a line for each statement, in colours where asked for, and never a value.
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>
#include <koine/query_log.hpp>

#include <catch2/catch.hpp>

#include <array>

namespace query_log {

struct note {
    std::int64_t id{};
    std::string text{};
};
constexpr auto describe(koine::model<note>) { return koine::table("notes").primary_key<&note::id>(koine::generated).unique<&note::text>(); }

/// What is printed while `act` runs with a log.
template <class Act>
std::vector<std::string> lines_of(bool coloured, Act act) {
    std::FILE* const out = std::tmpfile();
    koine::query_log log(out, coloured);
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<note>();
    db.observe(&log);
    act(db);
    std::rewind(out);
    std::vector<std::string> lines;
    std::array<char, 4096> line{};
    while (std::fgets(line.data(), static_cast<int>(line.size()), out) != nullptr) lines.emplace_back(line.data());
    std::fclose(out);
    return lines;
}

TEST_CASE("query_log: name, milliseconds, rows and text") {
    auto const lines = lines_of(false, [](auto& db) {
        db.insert(note{.text = "secret"});
        db.insert(note{.text = "hidden"});
        db.count(koine::from<note>().where(koine::col<&note::text> != "secret"));
        db.all(koine::from<note>());
        CHECK_THROWS(db.insert(note{.text = "secret"}));
    });
    REQUIRE(lines.size() == 5);
    CHECK(lines[0].starts_with("insert  "));
    CHECK(lines[2].starts_with("count   "));
    CHECK(lines[2].find(" ms        1 row   SELECT COUNT(*) FROM (SELECT 1 FROM \"notes\" AS t0 WHERE t0.\"text\" <> ?) AS counted\n") != std::string::npos);
    CHECK(lines[3].find(" ms        2 rows  SELECT ") != std::string::npos);
    CHECK(lines[4].find(" 0 FAIL  INSERT ") != std::string::npos);
    for (std::string const& line : lines) {
        CHECK(line.find("secret") == std::string::npos);
        CHECK(line.find('\x1b') == std::string::npos);
    }
}

TEST_CASE("query_log: a failure has a colour of its own") {
    auto const lines = lines_of(true, [](auto& db) {
        db.insert(note{.text = "a"});
        CHECK_THROWS(db.insert(note{.text = "a"}));
    });
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].starts_with("\x1b[36minsert  \x1b[0m"));
    CHECK(lines[1].starts_with("\x1b[31minsert  \x1b[0m"));
    CHECK(lines[0].ends_with("\x1b[0m\n"));
}

}  // namespace query_log
