// SPDX-License-Identifier: BSL-1.0
// conformance · mysql/limits: what MySQL and MariaDB cut off with a warning is an error; and the settings of a session.
#include "../library.hpp"

namespace mysql_limits {

using namespace library;
using conformance::kind_of;
using koine::col;

constexpr auto of_bob = koine::from<author>().select<author_titles>().where(col<&author::name> == "Bob");

/// Bob writes more.
void write(library::books& books, int articles, std::size_t length) {
    std::vector<article> rows;
    for (int i = 0; i < articles; ++i) rows.push_back({.author_id = books.bob.id, .title = std::string(length, 'x')});
    CHECK(books.db.insert(rows) == articles);
}

TEST_CASE("pitfall 71: group_concat_max_len of 1024 never shortens a list", "[include][errors]") {
    library::books books;
    write(books, 100, 50);
    CHECK(books.db.one(of_bob).articles.size() == 101);
    server::run(books.db, "SET SESSION group_concat_max_len = 1024");
    // MySQL's aggregate does not heed it.
    if (server::is_mysql) CHECK(books.db.one(of_bob).articles.size() == 101);
    else CHECK(kind_of([&] { books.db.one(of_bob); }) == "limit");
    CHECK(books.db.count(koine::from<article>()) == 106);
    CHECK(books.db.make_anew());
    CHECK(books.db.one(of_bob).articles.size() == 101);
}

/// The server's limit for a packet, 1 MiB for connections of this scope.
struct small_packets {
    std::string before = server::value_of(server::administrator(), "SELECT @@global.max_allowed_packet");
    small_packets() { CHECK(server::refusal_of(server::administrator(), "SET GLOBAL max_allowed_packet = 1048576").empty()); }
    ~small_packets() { server::refusal_of(server::administrator(), "SET GLOBAL max_allowed_packet = " + before); }
};

TEST_CASE("pitfall 72: a value larger than max_allowed_packet is refused before it is sent", "[errors]") {
    library::books books;
    small_packets const small;
    server::database db{books.where.name()};
    std::string const large(2 << 20, 'x');
    for (int again = 0; again < 2; ++again) {
        CHECK(kind_of([&] { db.insert(article{.author_id = books.bob.id, .title = large}); }) == "limit");
        CHECK(kind_of([&] { db.count(koine::from<article>().where(col<&article::title> == large)); }) == "limit");
        CHECK(kind_of([&] { db.count(koine::from<article>().where(col<&article::title>.in(std::vector<std::string>(3, std::string(1 << 19, 'y'))))); }) == "limit");
        CHECK(db.alive());
        CHECK(db.count(koine::from<article>()) == 6);
    }
    // Many rows that are small go in, in as many statements as it takes.
    std::vector<article> rows(100, article{.author_id = books.bob.id, .title = std::string(40'000, 'z')});
    CHECK(db.insert(rows) == 100);
    CHECK(db.count(koine::from<article>()) == 106);
}

struct bundle {
    std::int64_t id{};
    std::string first{};
    std::string second{};
    std::vector<std::byte> third{};
};
constexpr auto describe(koine::model<bundle>) { return koine::table("bundles").primary_key<&bundle::id>(koine::generated); }

TEST_CASE("values that do not fit into one packet together go in packets of their own", "[writes]") {
    server::fresh on;
    on.db.create_tables<bundle>();
    small_packets const small;
    server::database db{on.where.name()};
    bundle const large{.first = std::string(600'000, 'a') + "\xC3\xA9", .second = std::string(700'000, 'b'), .third = std::vector<std::byte>(900'000, std::byte{0xff})};
    for (int i = 0; i < 2; ++i) {
        bundle const kept = db.insert(large);
        CHECK((kept.first == large.first && kept.second == large.second && kept.third == large.third));
        // Short ones after long ones, through the same statement.
        CHECK(db.insert(bundle{.first = "s", .second = "t"}).second == "t");
        CHECK(db.count(koine::from<bundle>().where(col<&bundle::first> == large.first && col<&bundle::second> == large.second)) == i + 1);
    }
    CHECK(db.insert(std::vector<bundle>(3, large)) == 3);
    CHECK(kind_of([&] { db.insert(bundle{.first = large.first, .second = std::string(1 << 20, 'c')}); }) == "limit");
    CHECK((db.alive() && db.count(koine::from<bundle>()) == 7));
}

TEST_CASE("pitfall 72: a list longer than max_allowed_packet is an error, never a shorter list", "[include][errors]") {
    library::books books;
    write(books, 20, 100'000);
    CHECK(books.db.one(of_bob).articles.size() == 21);
    small_packets const small;
    server::database db{books.where.name()};
    // MariaDB of 11 and later cuts it no more.
    std::size_t found = 0;
    std::string const kind = kind_of([&] { found = db.one(of_bob).articles.size(); });
    bool const whole = server::is_mariadb && server::value_of(db, "SELECT version()") > "11";
    CHECK(kind == (whole ? "no failure" : "limit"));
    CHECK(found == (whole ? 21 : 0));
    CHECK(db.alive());
    CHECK(db.count(koine::from<article>()) == 26);
}

struct literal {
    std::int64_t id{};
    std::string path{};
    std::string word{};
};
constexpr auto describe(koine::model<literal>) {
    return koine::table("literals").primary_key<&literal::id>(koine::generated).default_value<&literal::path>("C:\\new\\\"it's\"").default_value<&literal::word>("'; --");
}

TEST_CASE("pitfall 37: literals and names under NO_BACKSLASH_ESCAPES and ANSI_QUOTES", "[text]") {
    for (char const* mode : {"''", "'NO_BACKSLASH_ESCAPES'", "'ANSI_QUOTES'", "'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES'"}) {
        INFO(mode);
        server::fresh here;
        server::run(here.db, std::string("SET SESSION sql_mode = ") + mode);
        here.db.create_tables<literal>();
        literal const found = here.db.insert(literal{}, koine::defaults<&literal::path, &literal::word>);
        CHECK((found.path == "C:\\new\\\"it's\"" && found.word == "'; --"));
        CHECK(here.db.count(koine::from<literal>().where(col<&literal::path>.contains("\\new\\"))) == 1);
    }
}

TEST_CASE("pitfall 35: a latin1 column is read and compared as UTF-8", "[text]") {
    server::fresh here;
    auto& db = here.db;
    server::run(db, "CREATE TABLE authors (id BIGINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(50) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL, mentor_id BIGINT)");
    author const first = db.insert(author{.name = "Zo\u00eb"});
    db.insert(author{.name = "Ren\u00e9", .mentor_id = first.id});
    CHECK((first.name == "Zo\u00eb" && db.find<author>(first.id)->name == "Zo\u00eb"));
    CHECK(db.count(koine::from<author>().where(col<&author::name> == "Ren\u00e9")) == 1);
    CHECK(db.count(koine::from<author>().where(col<&author::name>.in({std::string("Ren\u00e9"), std::string("Ada")}))) == 1);
    // What the column cannot hold is an error.
    CHECK(kind_of([&] { db.insert(author{.name = "\U0001F600"}); }) != "no failure");
    CHECK(db.count(koine::from<author>()) == 2);
}

TEST_CASE("pitfalls 75 and 76: a session that is made anew has its settings again", "[connection]") {
    library::books books;
    auto& db = books.db;
    auto const setting = [&](char const* of) { return server::value_of(db, std::string("SELECT @@session.") + of); };
    std::string const mode = setting("sql_mode"), zone = setting("time_zone"), length = setting("group_concat_max_len"), collation = setting("collation_connection");
    CHECK((mode.find("STRICT_ALL_TABLES") != std::string::npos && zone == "+00:00" && length.size() > 6 && collation.ends_with("_bin")));
    server::run(db, "SET SESSION sql_mode = 'ANSI_QUOTES'", "SET SESSION time_zone = '+05:30'", "SET SESSION group_concat_max_len = 4", "SET NAMES latin1", "SET autocommit = 0", "START TRANSACTION");
    CHECK(db.make_anew());
    CHECK((setting("sql_mode") == mode && setting("time_zone") == zone && setting("group_concat_max_len") == length && setting("collation_connection") == collation && setting("autocommit") == "1"));
    CHECK(!server::in_transaction(db));
    CHECK(db.one(of_bob).articles.size() == 1);
    CHECK(db.insert(author{.name = "\U0001F600"}).name == "\U0001F600");
}

}  // namespace mysql_limits
