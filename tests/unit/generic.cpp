// SPDX-License-Identifier: BSL-1.0
// A generic repository: every member that takes template arguments has a form that takes a tag, so that no `.template`
// is needed where the types are parameters.

#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

#include <catch2/catch.hpp>

namespace generic_test {

using koine::col;

struct book;
struct writer {
    std::int64_t id{};
    std::string name;
    std::optional<std::string> email{};
};
constexpr auto describe(koine::model<writer>) {
    return koine::table("writers").primary_key<&writer::id>(koine::generated).unique<&writer::email>().has_many<"books", book, "writer">();
}
struct book {
    std::int64_t id{};
    std::int64_t writer_id{};
    std::string title;
};
constexpr auto describe(koine::model<book>) {
    return koine::table("books").primary_key<&book::id>(koine::generated).belongs_to<"writer", writer, &book::writer_id>();
}
struct titled {
    std::string title;
};
struct writer_page {
    std::string name;
    std::vector<titled> books;
};

template <class Model, class Shape, class Child, auto Children, auto Order, class Database>
std::vector<Shape> pages(Database& db) {
    auto const query = koine::from<Model>()
                           .select(koine::shape<Shape>)
                           .include(koine::path<Children>, koine::order_by(koine::desc(col<Order>)), koine::limit(1));
    return db.all(query);
}

template <class Model, auto Key, class Database>
void put(Database& db, Model const& row) {
    db.execute(koine::upsert(row).on(koine::key<Key>));
}

template <class Model, class Shape, class Database>
std::vector<Shape> joined(Database& db) {
    return db.all(koine::from<Model>().join(koine::relation<"writer">).select(koine::shape<Shape>));
}

struct writer_input {
    std::int64_t id{};
    std::string name;
    std::vector<titled> books;
};

template <class Model, auto Key, class Relation, class Session>
std::int64_t with_children(Session& db, Relation children, std::int64_t behind) {
    return db.count(koine::from<Model>().where(koine::some(children) && koine::count_of(children) > 1).after(koine::key<Key>, behind));
}
template <class Model, class Tree, class Relation, class Session>
std::int64_t write_tree(Session& db, Tree tree, Relation children, std::int64_t child) {
    std::int64_t const id = db.insert(koine::rows_of<Model>, std::move(tree)).id;
    db.connect(koine::rows_of<Model>, children, id, child);
    return id;
}

template <class Model, auto Member, class Database, class Value>
auto changed(Database& db, std::int64_t id, Value const& value) {
    return db.one(koine::update<Model>().set(col<Member> = value).where(col<&Model::id> == id).returning(koine::shape<Model>));
}

}  // namespace generic_test

using namespace generic_test;

TEST_CASE("a generic repository needs no template keyword") {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<writer, book>();
    put<writer, &writer::email>(db, writer{.name = "Ada", .email = "ada@example.org"});
    put<writer, &writer::email>(db, writer{.name = "not Ada", .email = "ada@example.org"});
    db.insert(book{.writer_id = 1, .title = "first"});
    db.insert(book{.writer_id = 1, .title = "second"});
    auto const found = pages<writer, writer_page, book, &writer_page::books, &book::id>(db);
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "Ada");
    REQUIRE(found[0].books.size() == 1);
    CHECK(found[0].books[0].title == "second");
    CHECK(joined<book, titled>(db).size() == 2);
    CHECK(changed<book, &book::title>(db, 2, "third").title == "third");
    CHECK(with_children<writer, &writer::id>(db, koine::relation<"books">, 1) == 0);
    std::int64_t const bob = write_tree<writer>(db, writer_input{.name = "Bob", .books = {{.title = "fourth"}}}, koine::relation<"books">, 2);
    CHECK(db.find(koine::rows_of<book>, 2)->writer_id == bob);
    CHECK(with_children<writer, &writer::id>(db, koine::relation<"books">, 1) == 1);
    CHECK(db.erase(koine::rows_of<book>, 2));
}

TEST_CASE("a prepared query keeps its values, and runs again and again") {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<writer, book>();
    auto prepared = [&] {
        std::string const gone("Ada, in a string too long to lie in the object itself");
        return db.prepare(koine::from<writer>().where(col<&writer::name> == std::string_view(gone) && col<&writer::id>.in({1, 2})));
    }();
    CHECK(prepared.all().empty());
    db.insert(writer{.name = "Ada, in a string too long to lie in the object itself"});
    CHECK(prepared.one().id == 1);
    CHECK(prepared.first()->id == 1);
    auto erase = db.prepare(koine::erase<writer>().where(col<&writer::id> == 1));
    CHECK(erase.execute() == 1);
    CHECK(erase.execute() == 0);
}

TEST_CASE("an assignment may be absent, but not all of them") {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<writer, book>();
    db.insert(writer{.name = "Ada"});
    auto const change = [&](bool name, bool email) {
        return db.execute(koine::update<writer>()
                              .set(koine::when(name, col<&writer::name> = "B"), koine::when(email, col<&writer::email> = "b@example.org"))
                              .where(col<&writer::id> == 1));
    };
    CHECK(change(false, true) == 1);
    CHECK(db.find<writer>(1)->name == "Ada");
    CHECK(db.find<writer>(1)->email == "b@example.org");
    CHECK(change(true, false) == 1);
    CHECK(db.find<writer>(1)->name == "B");
    CHECK_THROWS_AS(change(false, false), koine::error);
}
