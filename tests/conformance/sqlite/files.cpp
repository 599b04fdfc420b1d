// SPDX-License-Identifier: BSL-1.0
// conformance · sqlite/files: files, URIs, attached databases, and what goes wrong with them.
#include "../law.hpp"
#include "../server.hpp"

#include <cstdio>

#include <sys/stat.h>

namespace sqlite_files {

using conformance::kind_of;
using koine::asc;
using koine::col;
using server::database;

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

using texts = std::vector<std::string>;
constexpr auto text = col<&note::text>;
constexpr auto in_order = koine::from<note>().order_by(asc(col<&note::id>));
template <class Session>
texts all(Session& db) { return db.all(koine::from<note>().select(text).order_by(asc(text))); }

/// A database in memory with a file attached to it.
struct attached {
    server::shared_place kept;
    database db{":memory:"};
    attached() { server::run(db, "ATTACH '" + kept.name() + "' AS \"music box\""); }
};

// SQLite takes no schema in REFERENCES: the other table is in the same one.
TEST_CASE("tables of a schema that reference each other are created", "[connection]") {
    attached box;
    box.db.create_tables<song, album>();
    CHECK(box.db.check<song, album>().empty());
}

TEST_CASE("tables of a schema are in the attached database of its name", "[connection]") {
    attached box;
    database& db = box.db;
    CHECK(db.check<album, song>().size() == 2);
    db.create_tables<album, note>();
    server::run(db, "CREATE TABLE \"music box\".songs (id INTEGER PRIMARY KEY, album_id INTEGER NOT NULL REFERENCES albums (id) ON DELETE CASCADE, title TEXT NOT NULL)");
    server::run(db, "CREATE INDEX \"music box\".songs_album_id_idx ON songs (album_id)");
    db.create_tables<song, album, note>();
    CHECK(db.check<album, song, note>().empty());
    album const first = db.insert(album{.title = "one"});
    CHECK(db.insert(std::vector<song>{{.album_id = first.id, .title = "s"}, {.album_id = first.id, .title = "t"}}) == 2);
    CHECK(kind_of([&] { db.insert(song{.album_id = 99, .title = "u"}); }) == "foreign_key");
    auto const query = koine::from<album>().select<album_songs>().include<&album_songs::songs>(koine::order_by(koine::desc(col<&song::title>)), koine::limit(1)).where(col<&album::title> == "one").limit(2);
    CHECK(db.one(query).songs.at(0).title == "t");
    CHECK(db.count(koine::from<song>().join<"album">().where(col<&album::title> == "one")) == 2);
    db.update(album{.id = first.id, .title = "two"});
    CHECK(db.execute(koine::upsert(album{.title = "two"}).on<&album::title>()) == 0);
    CHECK(db.execute(koine::update<song>().set(col<&song::title> = "v").where(koine::exists(koine::from<album>().where(col<&album::id> == col<&song::album_id>)))) == 2);
    // They are in the file, under their own names, with their index.
    database direct{box.kept.name()};
    CHECK(direct.check<note>().size() == 1);
    CHECK(server::value_of(direct, "SELECT count(*) FROM sqlite_schema WHERE name IN ('albums', 'songs', 'songs_album_id_idx', 'notes')") == "3");
    CHECK((db.erase<album>(first.id) && db.count(koine::from<song>()) == 0));
}

TEST_CASE("URI names: modes, shared memory, and characters that are escaped", "[connection]") {
    server::shared_place const kept;
    { database{kept.name()}.create_tables<note>(); }
    database reader{"file:" + kept.name() + "?mode=ro"};
    CHECK(kind_of([&] { reader.insert(note{.text = "a"}); }) == "read_only");
    CHECK(reader.transaction([](auto& inner) { return inner.count(koine::from<note>()); }) == 0);
    CHECK(kind_of([&] { database{"file:" + kept.name() + ".none?mode=rw"}; }) == "connection");
    CHECK(kind_of([&] { database{"file:" + kept.name() + "?mode=nonsense"}; }) != "no failure");
    database one{"file:koine_shared?mode=memory&cache=shared"}, other{"file:koine_shared?mode=memory&cache=shared"};
    one.create_tables<note>();
    one.insert(note{.text = "a"});
    CHECK(all(other) == texts{"a"});
    std::string const odd = kept.name() + " %?#";
    { database{"file:" + kept.name() + "%20%25%3f%23"}.create_tables<note>(); }
    struct stat found {};
    CHECK(::stat(odd.c_str(), &found) == 0);
    for (char const* end : {"", "-wal", "-shm"}) std::remove((odd + end).c_str());
}

TEST_CASE("a file that may only be read is read, and not written", "[connection]") {
    server::shared_place const kept;
    {
        database db{kept.name(), {.write_ahead_log = false}};
        db.create_tables<note>();
        db.insert(note{.text = "a"});
    }
    database reader{kept.name(), {.read_only = true}};
    CHECK(all(reader) == texts{"a"});
    CHECK(reader.check<note>().empty());
    reader.create_tables<note>();
    for (note const& one : reader.stream(in_order)) CHECK(one.text == "a");
    CHECK(reader.transaction([](auto& inner) { return inner.transaction([](auto& innermost) { return all(innermost).size(); }); }) == 1);
    CHECK(kind_of([&] { reader.transaction([](auto& inner) { inner.execute(koine::erase_all<note>()); }); }) == "read_only");
    CHECK(kind_of([&] { reader.insert(std::vector<note>{{.text = "b"}}); }) == "read_only");
    CHECK(kind_of([&] { reader.create_tables<album>(); }) != "no failure");
    CHECK(all(reader) == texts{"a"});
}

TEST_CASE("error kinds: read_only and connection", "[errors]") {
    server::shared_place const shared;
    { database{shared.name()}.create_tables<note>(); }
    database reader{shared.name(), {.read_only = true}};
    CHECK(kind_of([&] { reader.insert(note{.text = "a"}); }) == "read_only");
    CHECK(reader.transaction([](auto& inner) { return inner.count(koine::from<note>()); }) == 0);
    CHECK(kind_of([] { database{"/tmp/no such folder/koine.db"}; }) == "connection");
    CHECK(kind_of([&] { database{shared.name() + ".none", {.create = false}}; }) == "connection");
}

TEST_CASE("error kinds: malformed, for a file that is no database", "[errors]") {
    server::shared_place const prose;
    std::FILE* const out = std::fopen(prose.name().c_str(), "w");
    for (int i = 0; i < 200; ++i) std::fputs("this is no database, but a text of some length\n", out);
    std::fclose(out);
    CHECK(kind_of([&] {
        database db{prose.name()};
        db.create_tables<note>();
    }) == "malformed");
}

TEST_CASE("a transaction takes the lock when it begins", "[errors][transactions]") {
    server::shared_place const shared;
    database one{shared.name(), {.busy_timeout = 10}}, other{shared.name(), {.busy_timeout = 10}};
    one.create_tables<note>();
    one.transaction([&](auto& inner) {
        CHECK(kind_of([&] { other.transaction([](auto&) {}); }) == "timeout");
        CHECK(kind_of([&] { other.insert(note{.text = "b"}); }) == "timeout");
        // Readers do not wait.
        CHECK(other.count(koine::from<note>()) == 0);
        inner.insert(note{.text = "a"});
    });
    other.insert(note{.text = "b"});
    CHECK(one.count(koine::from<note>()) == 2);
}

}  // namespace sqlite_files
