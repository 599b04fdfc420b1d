// SPDX-License-Identifier: BSL-1.0
// program · statements: what a program can send is known before it runs, and compared with a schema without running it.
#include "law.hpp"
#include "server.hpp"

#include <koine/verify.hpp>

namespace program {

using koine::asc;
using koine::col;
using koine::from;
using koine::when;

struct book;
struct author {
    std::int64_t id{};
    std::string name{};
    std::optional<double> height{};
    std::string code{};
};
constexpr auto describe(koine::model<author>) {
    return koine::table("program_authors").primary_key<&author::id>().has_many<"books", book, "author">();
}
struct book {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title{};
    bool lent{};
};
constexpr auto describe(koine::model<book>) {
    return koine::table("program_books").primary_key<&book::id>().belongs_to<"author", author, &book::author_id>();
}
struct titled {
    std::string title{};
};
struct with_books {
    std::string name{};
    std::vector<titled> books{};
};
struct with_author {
    std::string title{};
    program::author author{};
};

/// Nobody calls it.
void read_and_write(server::database& db, bool part) {
    db.all(from<author>().select<with_books>().order_by(asc(col<&author::id>)));
    db.all(from<author>().select<with_books>().lists_by<koine::strategy::json>());
    db.all(from<author>().select<with_books>().lists_by<koine::strategy::split>());
    db.visit(from<author>().select<with_books>(), [](with_books const&) {});
    db.first(from<book>().select<with_author>().where(col<&book::id>.in({std::int64_t{1}, std::int64_t{2}})));
    db.all(from<author>().select(col<&author::name>).where(when(part, col<&author::height> > 1.5) && when(!part, col<&author::code> == "x")));
    db.one(from<author>().where(col<&author::id> == 1));
    db.count(from<book>());
    db.exists(from<book>().where(col<&book::lent>));
    db.page(from<author>().order_by(asc(col<&author::name>)), {.size = 3});
    db.insert(author{});
    db.insert(std::vector<book>{});
    db.update(book{});
    db.execute(koine::erase<book>().where(col<&book::title>.starts_with("a")));
    db.execute(koine::upsert(author{}).on<&author::id>().set<&author::name>());
    db.find<author>(1);
}

std::string said_of(koine::verified_program const& program) {
    std::string all;
    for (std::string const& one : program.differences) all.append(one).append("\n");
    return all;
}
/// How often a text stands in another.
int count_of(std::string const& text, std::string const& in) {
    int found = 0;
    for (std::size_t at = in.find(text); at != std::string::npos; at = in.find(text, at + 1)) ++found;
    return found;
}

TEST_CASE("every statement of a program is known before main, and none differs from the schema that it is written for") {
    server::fresh own;
    auto& db = own.db;
    db.create_tables<author, book>();
    int const kept = server::statements(db);
    koine::verified_program const found = db.verify_program();
    CHECK(said_of(found) == "");
    // Each verb has one at least; a list that is split has one more, an upsert of some dialects too.
    CHECK(found.statements >= 16);
    CHECK(server::statements(db) == kept);
    CHECK(server::value_of(db, "SELECT count(*) FROM program_authors") == "0");
    CHECK(db.verify_program().statements == found.statements);
}

TEST_CASE("a column of another type is told with the member that is read from it") {
    server::fresh own;
    auto& db = own.db;
    db.create_tables<author, book>();
    server::run(db, "DROP TABLE program_books", "CREATE TABLE program_books (id BIGINT PRIMARY KEY, author_id BIGINT NOT NULL, title DOUBLE PRECISION NOT NULL, lent INTEGER NOT NULL)");
    std::string const said = said_of(db.verify_program());
    INFO(said);
    CHECK(count_of(", which is no text for program::with_author::title: SELECT", said) == 1);
    // PostgreSQL has no operators for what the queries ask of it then.
    if (!server::is_postgres) CHECK(count_of("DELETE", said) == 0);
}

TEST_CASE("what is missing is told for each part that can be there, and as often as parts need it") {
    server::fresh own;
    auto& db = own.db;
    server::run(db, "CREATE TABLE program_authors (id BIGINT PRIMARY KEY, name VARCHAR(20) NOT NULL, code VARCHAR(20) NOT NULL)");
    int of_parts = 0;
    for (std::string const& one : db.verify_program().differences) {
        std::size_t const condition = one.find("WHERE ");
        of_parts += condition != std::string::npos && one.find("height", condition) < condition + 12 ? 1 : 0;
    }
    // Both together, and the one that has the missing column; the other alone is sound.
    CHECK(of_parts == 2);
}

TEST_CASE("what a placeholder stands for is compared where the server tells") {
    server::fresh own;
    auto& db = own.db;
    db.create_tables<author, book>();
    server::run(db, "ALTER TABLE program_books DROP COLUMN lent");
    if constexpr (server::is_postgres) {
        server::run(db, "ALTER TABLE program_books ADD COLUMN lent boolean NOT NULL", "ALTER TABLE program_authors ALTER COLUMN code TYPE integer USING 1");
        CHECK(count_of("stands for an integer, and is given text", said_of(db.verify_program())) >= 2);
    } else {
        CHECK(said_of(db.verify_program()).find("lent") != std::string::npos);
    }
}

TEST_CASE("a program is not verified inside a transaction, which a statement without a table would end") {
    server::fresh own;
    auto& db = own.db;
    CHECK(conformance::kind_of([&] { db.transaction([&](auto&) { static_cast<void>(db.verify_program()); }); }) == "misuse");
    CHECK(!server::in_transaction(db));
    // And one that finds nothing of what it looks for leaves the connection as it was.
    CHECK(db.verify_program().differences.size() > 10);
    db.create_tables<author>();
    CHECK(db.count(from<author>()) == 0);
}

}  // namespace program
