// SPDX-License-Identifier: BSL-1.0
// conformance · connections: several of them, and what may happen in the middle of a visit or a stream.
#include "law.hpp"
#include "server.hpp"

#include <limits>
#include <memory>

namespace connections {

using conformance::kind_of;
using koine::asc;
using koine::col;

struct note {
    std::int64_t id{};
    std::string text{};
    std::int64_t amount{};
};
constexpr auto describe(koine::model<note>) { return koine::table("notes").primary_key<&note::id>(koine::generated).unique<&note::text>(); }

using texts = std::vector<std::string>;
constexpr auto text = col<&note::text>;
constexpr auto amount = col<&note::amount>;
constexpr auto in_order = koine::from<note>().order_by(asc(col<&note::id>));

template <class Session>
texts all(Session& db) { return db.all(koine::from<note>().select(text).order_by(asc(text))); }

struct notebook : server::fresh {
    explicit notebook(texts const& given, server::driver::options const& options = {}) : fresh(options) {
        db.create_tables<note>();
        for (std::string const& one : given) db.insert(note{.text = one, .amount = static_cast<std::int64_t>(db.count(koine::from<note>()))});
    }
};

TEST_CASE("two databases interleaved: each has its own statements, streams, scopes and rows", "[streams][streams-alone]") {
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
        CHECK(kind_of([&] { other.db.transaction([&](auto& theirs) { theirs.insert(note{.text = "z"}); theirs.insert(note{.text = "x"}); }); }) == "unique");
        inner.insert(note{.text = "e"});
    });
    CHECK((all(one.db) == texts{"a", "b", "c", "d", "e"} && all(other.db) == texts{"x", "y"}));
}

TEST_CASE("while a query is visited, its connection runs nothing else", "[streams][streams-alone]") {
    notebook book({"a", "b", "c"});
    texts seen;
    book.db.visit(in_order, [&](note const& one) {
        seen.push_back(one.text);
        CHECK(kind_of([&] { all(book.db); }) == "busy");
        CHECK(kind_of([&] { book.db.visit(in_order, [](note const&) {}); }) == "busy");
        CHECK(kind_of([&] { static_cast<void>(book.db.stream(in_order)); }) == "busy");
        CHECK(kind_of([&] { book.db.insert(note{.text = "x"}); }) == "busy");
        CHECK(kind_of([&] { book.db.transaction([](auto&) {}); }) == "busy");
    });
    CHECK(seen == texts{"a", "b", "c"});
    // What a visitor throws ends it, and frees the connection.
    CHECK_THROWS_AS(book.db.visit(in_order, [](note const&) { throw 7; }), int);
    book.db.transaction([](auto& inner) {
        inner.insert(note{.text = "after"});
        CHECK_THROWS_AS(inner.visit(in_order, [](note const&) { throw 7; }), int);
        inner.insert(note{.text = "later"});
    });
    CHECK(all(book.db) == texts{"a", "after", "b", "c", "later"});
}

TEST_CASE("a transaction cannot commit while its stream is open", "[transactions][streams][streams-alone]") {
    notebook book({"a", "b", "c"});
    auto const streamed = [](auto& session) {
        using stream = decltype(session.stream(in_order));
        return std::unique_ptr<stream>(new stream(session.stream(in_order)));
    };
    decltype(streamed(book.db)) left;
    CHECK(kind_of([&] {
        book.db.transaction([&](auto& inner) {
            inner.insert(note{.text = "d"});
            left = streamed(inner);
            CHECK(left->begin()->text == "a");
        });
    }) == "busy");
    left.reset();
    CHECK(!server::in_transaction(book.db));
    CHECK(all(book.db) == texts{"a", "b", "c"});
    // Nor can a savepoint; the scope around it goes on when the stream is gone.
    book.db.transaction([&](auto& outer) {
        outer.insert(note{.text = "e"});
        CHECK(kind_of([&] { outer.transaction([&](auto& inner) {
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

TEST_CASE("an error in the middle of a stream ends it, and frees the connection", "[errors][streams]") {
    notebook book({"a", "b", "c"});
    book.db.execute(koine::update<note>().set(amount = std::numeric_limits<std::int64_t>::min()).where(text == "b"));
    auto const failing = koine::from<note>().select(koine::raw<std::int64_t, "abs({})">(amount)).order_by(asc(text));
    auto const null = koine::from<note>().select(koine::raw<std::string, "NULLIF({}, 'b')">(text)).order_by(asc(text));
    auto const check = [&](auto const& query, char const* kind) {
        auto rows = book.db.stream(query);
        auto at = rows.begin();
        CHECK(kind_of([&] { ++at; }) == kind);
        CHECK(rows.begin() == rows.end());
        CHECK(all(book.db).size() == 3);
    };
    check(failing, "range");
    check(null, "mismatch");
    CHECK(kind_of([&] { for (std::int64_t one : book.db.stream(failing)) static_cast<void>(one); }) == "range");
    // In a transaction what the database refused poisons it.
    CHECK(kind_of([&] { book.db.transaction([&](auto& inner) {
        inner.insert(note{.text = "d"});
        try { for (std::int64_t one : inner.stream(failing)) static_cast<void>(one); } catch (koine::error const&) {}
    }); }) == "transaction");
    CHECK(all(book.db).size() == 3);
}

}  // namespace connections
