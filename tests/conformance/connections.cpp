// SPDX-License-Identifier: BSL-1.0
// conformance · connections: several databases, files and URIs; and what may happen in the middle of a visit or a stream.
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

#include <catch2/catch.hpp>

#include <cstdio>
#include <memory>

#include <sys/stat.h>
#include <unistd.h>

namespace connections {

using koine::asc;
using koine::col;

struct note {
    std::int64_t id{};
    std::string text{};
    std::int64_t amount{};
};
constexpr auto describe(koine::model<note>) { return koine::table("notes").primary_key<&note::id>(koine::generated).unique<&note::text>(); }

struct song;
struct album {
    std::int64_t id{};
    std::string title{};
};
constexpr auto describe(koine::model<album>) {
    return koine::table("albums").schema("music box").primary_key<&album::id>(koine::generated).unique<&album::title>().has_many<"songs", song, "album">();
}
struct song {
    std::int64_t id{};
    std::int64_t album_id{};
    std::string title{};
};
constexpr auto describe(koine::model<song>) {
    return koine::table("songs").schema("music box").primary_key<&song::id>(koine::generated).belongs_to<"album", album, &song::album_id>(koine::on_delete::cascade);
}
struct titled { std::string title; };
struct album_songs { std::string title; std::vector<titled> songs; };

using database = koine::database<koine::driver::sqlite>;
using texts = std::vector<std::string>;
constexpr auto text = col<&note::text>;
constexpr auto amount = col<&note::amount>;
constexpr auto in_order = koine::from<note>().order_by(asc(col<&note::id>));

template <class Act>
std::string failure_of(Act act) {
    try { act(); } catch (koine::error const& failure) { return std::string(koine::name_of(failure.kind())); }
    return "no failure";
}
template <class Session>
texts all(Session& db) { return db.all(koine::from<note>().select(text).order_by(asc(text))); }

struct notebook {
    database db;
    explicit notebook(texts const& given, koine::sqlite_options const& options = {}) : db(":memory:", options) {
        db.create_tables<note>();
        for (std::string const& one : given) db.insert(note{.text = one, .amount = static_cast<std::int64_t>(db.count(koine::from<note>()))});
    }
};

/// A file of the test's own, gone afterwards.
struct file {
    std::string name;
    file() {
        char pattern[] = "/tmp/koine_test_XXXXXX";
        ::close(mkstemp(pattern));
        name = pattern;
    }
    ~file() {
        for (char const* end : {"", "-wal", "-shm", "-journal"}) std::remove((name + end).c_str());
    }
};

TEST_CASE("two databases interleaved: each has its own statements, streams, scopes and rows") {
    notebook one({"a", "b", "c"}), other({"x", "y"});
    texts found;
    auto left = one.db.stream(in_order);
    for (note const& first : left) {
        for (note const& second : other.db.stream(in_order)) found.push_back(first.text + second.text);
        other.db.insert(note{.text = first.text});
        other.db.execute(koine::erase<note>().where(text == first.text));
    }
    CHECK(found == texts{"ax", "ay", "bx", "by", "cx", "cy"});
    one.db.transaction([&](auto& inner) {
        inner.insert(note{.text = "d"});
        CHECK(failure_of([&] { other.db.transaction([&](auto& theirs) { theirs.insert(note{.text = "z"}); theirs.insert(note{.text = "x"}); }); }) == "unique");
        inner.insert(note{.text = "e"});
    });
    CHECK((all(one.db) == texts{"a", "b", "c", "d", "e"} && all(other.db) == texts{"x", "y"}));
}

TEST_CASE("a cache smaller than the statements in use") {
    for (int capacity : {0, 1, 2, 3}) {
        INFO(capacity);
        notebook book({"a", "b", "c"}, {.cached_statements = capacity});
        texts found;
        for (int again = 0; again < 2; ++again)
            book.db.visit(in_order, [&](note const& outer) {
                book.db.visit(in_order.where(text > outer.text), [&](note const& inner) {
                    book.db.visit(koine::from<note>().select(amount).where(text == inner.text), [&](std::int64_t number) { found.push_back(outer.text + inner.text + std::to_string(number)); });
                    CHECK(book.db.count(koine::from<note>()) == 3);
                    CHECK(book.db.find<note>(outer.id)->text == outer.text);
                });
            });
        CHECK(found == texts{"ab1", "ac2", "bc2", "ab1", "ac2", "bc2"});
        int statements = 0;
        for (sqlite3_stmt* at = nullptr; (at = sqlite3_next_stmt(book.db.native_handle(), at)) != nullptr;) statements += sqlite3_stmt_busy(at) == 0 ? 1 : 100;
        CHECK(statements <= capacity);
    }
}

TEST_CASE("a transaction inside a visit") {
    notebook book({"a", "b", "c"});
    int seen = 0;
    book.db.visit(in_order, [&](note const& one) {
        ++seen;
        book.db.transaction([&](auto& inner) { inner.execute(koine::update<note>().set(text = one.text + "!").where(col<&note::id> == one.id)); });
        // One that is rolled back does not end the visit.
        CHECK(failure_of([&] { book.db.transaction([&](auto& inner) { inner.execute(koine::update<note>().set(amount = 99).where(col<&note::id> > 0)); inner.insert(note{.text = one.text + "!"}); }); }) == "unique");
    });
    CHECK(seen == 3);
    CHECK(all(book.db) == texts{"a!", "b!", "c!"});
    CHECK(book.db.count(koine::from<note>().where(amount == 99)) == 0);
    // What a visitor throws ends it, and frees the connection.
    CHECK_THROWS_AS(book.db.visit(in_order, [](note const&) { throw 7; }), int);
    book.db.transaction([](auto& inner) { inner.insert(note{.text = "after"}); });
    CHECK(all(book.db).size() == 4);
}

TEST_CASE("a transaction cannot commit while its stream is open") {
    notebook book({"a", "b", "c"});
    auto const streamed = [](auto& session) {
        using stream = decltype(session.stream(in_order));
        return std::unique_ptr<stream>(new stream(session.stream(in_order)));
    };
    decltype(streamed(book.db)) left;
    CHECK(failure_of([&] {
        book.db.transaction([&](auto& inner) {
            inner.insert(note{.text = "d"});
            left = streamed(inner);
            CHECK(left->begin()->text == "a");
        });
    }) == "busy");
    CHECK(sqlite3_get_autocommit(book.db.native_handle()) == 1);
    CHECK(failure_of([&] { all(book.db); }) == "busy");
    left.reset();
    CHECK(all(book.db) == texts{"a", "b", "c"});
    // Nor can a savepoint; the scope around it goes on when the stream is gone.
    book.db.transaction([&](auto& outer) {
        outer.insert(note{.text = "e"});
        CHECK(failure_of([&] { outer.transaction([&](auto& inner) {
            inner.insert(note{.text = "f"});
            left = streamed(inner);
        }); }) == "busy");
        left.reset();
        outer.insert(note{.text = "g"});
    });
    CHECK(all(book.db) == texts{"a", "b", "c", "e", "g"});
    // A stream that was read to its end, or dropped, is in nobody's way.
    book.db.transaction([&](auto& inner) {
        auto rows = inner.stream(in_order);
        for (note const& one : rows) static_cast<void>(one);
        CHECK(rows.begin() == rows.end());
        inner.insert(note{.text = "h"});
    });
    CHECK(all(book.db).size() == 6);
}

TEST_CASE("an error in the middle of a stream ends it, and frees the connection") {
    notebook book({"a", "b", "c"});
    book.db.execute(koine::update<note>().set(amount = std::numeric_limits<std::int64_t>::min()).where(text == "b"));
    auto const failing = koine::from<note>().select(koine::raw<std::int64_t, "abs({})">(amount)).order_by(asc(text));
    auto const narrow = koine::from<note>().select(koine::raw<std::int64_t, "iif({} = 'b', 'text', 1)">(text)).order_by(asc(text));
    auto const check = [&](auto const& query, char const* kind) {
        auto rows = book.db.stream(query);
        auto at = rows.begin();
        CHECK(failure_of([&] { ++at; }) == kind);
        CHECK(rows.begin() == rows.end());
        CHECK(all(book.db).size() == 3);
    };
    check(failing, "range");
    check(narrow, "mismatch");
    CHECK(failure_of([&] { for (std::int64_t one : book.db.stream(failing)) static_cast<void>(one); }) == "range");
    // In a transaction what the database refused poisons it.
    CHECK(failure_of([&] { book.db.transaction([&](auto& inner) {
        inner.insert(note{.text = "d"});
        try { for (std::int64_t one : inner.stream(failing)) static_cast<void>(one); } catch (koine::error const&) {}
    }); }) == "transaction");
    CHECK(all(book.db).size() == 3);
}

/// A database in memory with a file attached to it.
struct attached {
    file kept;
    database db{":memory:"};
    attached() { exec("ATTACH '" + kept.name + "' AS \"music box\""); }
    void exec(std::string const& sql) { REQUIRE(sqlite3_exec(db.native_handle(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK); }
};

// SQLite takes no schema in REFERENCES: the other table is in the same one.
TEST_CASE("tables of a schema that reference each other are created") {
    attached box;
    box.db.create_tables<song, album>();
    CHECK(box.db.check<song, album>().empty());
}

TEST_CASE("tables of a schema are in the attached database of its name") {
    attached box;
    database& db = box.db;
    CHECK(db.check<album, song>().size() == 2);
    db.create_tables<album, note>();
    box.exec("CREATE TABLE \"music box\".songs (id INTEGER PRIMARY KEY, album_id INTEGER NOT NULL REFERENCES albums (id) ON DELETE CASCADE, title TEXT NOT NULL)");
    box.exec("CREATE INDEX \"music box\".songs_album_id_idx ON songs (album_id)");
    db.create_tables<song, album, note>();
    CHECK(db.check<album, song, note>().empty());
    album const first = db.insert(album{.title = "one"});
    CHECK(db.insert(std::vector<song>{{.album_id = first.id, .title = "s"}, {.album_id = first.id, .title = "t"}}) == 2);
    CHECK(failure_of([&] { db.insert(song{.album_id = 99, .title = "u"}); }) == "foreign_key");
    auto const query = koine::from<album>().select<album_songs>().include<&album_songs::songs>(koine::order_by(koine::desc(col<&song::title>)), koine::limit(1)).where(col<&album::title> == "one").limit(2);
    CHECK(db.one(query).songs.at(0).title == "t");
    CHECK(db.count(koine::from<song>().join<"album">().where(col<&album::title> == "one")) == 2);
    db.update(album{.id = first.id, .title = "two"});
    CHECK(db.execute(koine::upsert(album{.title = "two"}).on<&album::title>()) == 0);
    CHECK(db.execute(koine::update<song>().set(col<&song::title> = "v").where(koine::exists(koine::from<album>().where(col<&album::id> == col<&song::album_id>)))) == 2);
    // They are in the file, under their own names, with their index.
    database direct{box.kept.name};
    CHECK(direct.check<note>().size() == 1);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(direct.native_handle(), "SELECT count(*) FROM sqlite_schema WHERE name IN ('albums', 'songs', 'songs_album_id_idx', 'notes')", -1, &statement, nullptr) == SQLITE_OK);
    CHECK((sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int(statement, 0) == 3));
    sqlite3_finalize(statement);
    CHECK((db.erase<album>(first.id) && db.count(koine::from<song>()) == 0));
}

TEST_CASE("URI names: modes, shared memory, and characters that are escaped") {
    file const kept;
    { database{kept.name}.create_tables<note>(); }
    database reader{"file:" + kept.name + "?mode=ro"};
    CHECK(failure_of([&] { reader.insert(note{.text = "a"}); }) == "read_only");
    CHECK(reader.transaction([](auto& inner) { return inner.count(koine::from<note>()); }) == 0);
    CHECK(failure_of([&] { database{"file:" + kept.name + ".none?mode=rw"}; }) == "connection");
    CHECK(failure_of([&] { database{"file:" + kept.name + "?mode=nonsense"}; }) != "no failure");
    database one{"file:koine_shared?mode=memory&cache=shared"}, other{"file:koine_shared?mode=memory&cache=shared"};
    one.create_tables<note>();
    one.insert(note{.text = "a"});
    CHECK(all(other) == texts{"a"});
    std::string const odd = kept.name + " %?#";
    { database{"file:" + kept.name + "%20%25%3f%23"}.create_tables<note>(); }
    struct stat found {};
    CHECK(::stat(odd.c_str(), &found) == 0);
    for (char const* end : {"", "-wal", "-shm"}) std::remove((odd + end).c_str());
}

TEST_CASE("a file that may only be read is read, and not written") {
    file const kept;
    {
        database db{kept.name, {.write_ahead_log = false}};
        db.create_tables<note>();
        db.insert(note{.text = "a"});
    }
    database reader{kept.name, {.read_only = true}};
    CHECK(all(reader) == texts{"a"});
    CHECK(reader.check<note>().empty());
    reader.create_tables<note>();
    for (note const& one : reader.stream(in_order)) CHECK(one.text == "a");
    CHECK(reader.transaction([](auto& inner) { return inner.transaction([](auto& innermost) { return all(innermost).size(); }); }) == 1);
    CHECK(failure_of([&] { reader.transaction([](auto& inner) { inner.execute(koine::erase_all<note>()); }); }) == "read_only");
    CHECK(failure_of([&] { reader.insert(std::vector<note>{{.text = "b"}}); }) == "read_only");
    CHECK(failure_of([&] { reader.create_tables<album>(); }) != "no failure");
    CHECK(all(reader) == texts{"a"});
}

}  // namespace connections
