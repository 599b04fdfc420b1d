// SPDX-License-Identifier: BSL-1.0
// The recording driver: what is sent, in which order, with which values; and what it answers.

#include <koine/driver/recording.hpp>
#include <koine/koine.hpp>

#include <catch2/catch.hpp>

namespace recording_test {

using koine::asc;
using koine::col;
using script = koine::recording_script;
using database = koine::database<koine::driver::recording>;

struct bird {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int64_t> wings{};
};
constexpr auto describe(koine::model<bird>) { return koine::table("birds").primary_key<&bird::id>(koine::generated); }

script::row row(std::int64_t id, std::string_view name) { return {script::of(id), script::of(name), script::null()}; }
std::vector<std::string> texts(script const& from) {
    std::vector<std::string> all;
    for (koine::sql_statement const& one : from.sent) all.push_back(one.to_string());
    return all;
}
template <class Act>
std::string failure_of(Act act) {
    try { act(); } catch (koine::error const& failure) { return std::string(koine::name_of(failure.kind())); }
    return "no failure";
}

TEST_CASE("recording: every statement is kept in order, with its values, and with what holds a transaction together") {
    database db{"any"};
    script& kept = *db.native_handle();
    db.execute(koine::erase<bird>().where(col<&bird::name> == "a"));
    db.transaction([](auto& outer) {
        outer.execute(koine::update<bird>().set(col<&bird::wings> = 2).where(col<&bird::id> == 7));
        try {
            outer.transaction([](auto&) { throw 1; });
        } catch (int) {}
    });
    CHECK_THROWS(db.transaction([](auto&) { throw 1; }));
    CHECK(texts(kept) == std::vector<std::string>{R"(DELETE FROM "birds" WHERE "name" = ? -- 'a')", "BEGIN", R"(UPDATE "birds" SET "wings" = ? WHERE "id" = ? -- 2, 7)", "SAVEPOINT koine_1",
                                                  "ROLLBACK TO SAVEPOINT koine_1", "RELEASE SAVEPOINT koine_1", "COMMIT", "BEGIN", "ROLLBACK"});
    // The values are the statement's own, whatever became of the caller's.
    {
        std::string name = "short-lived";
        db.execute(koine::erase<bird>().where(col<&bird::name>.in(std::vector{name}) || col<&bird::name> == name));
        name = "gone";
    }
    REQUIRE(kept.sent.back().binds.size() == 2);
    CHECK((kept.sent.back().binds[0].elements.at(0).bytes == "short-lived" && kept.sent.back().binds[1].bytes == "short-lived"));
}

TEST_CASE("recording: one text, values of its own at each run") {
    database db{"any", {.cached_statements = 1}};
    for (std::int64_t id : {1, 2, 3}) CHECK(!db.find<bird>(id));
    auto const& sent = db.native_handle()->sent;
    REQUIRE(sent.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK((sent[i].text == sent[0].text && sent[i].binds.size() == 1 && sent[i].binds[0].integer == static_cast<std::int64_t>(i) + 1));
}

TEST_CASE("recording: answers go to the statements that give rows, in order") {
    database db{"any"};
    script& kept = *db.native_handle();
    kept.answer({row(1, "a"), row(2, "b")});
    kept.answer({});
    kept.answer({row(3, "c")});
    kept.answer({{script::of(std::int64_t{5})}});
    auto const two = db.all(koine::from<bird>());
    CHECK((two.size() == 2 && two[0].id == 1 && two[1].name == "b" && !two[1].wings));
    CHECK(db.all(koine::from<bird>()).empty());
    CHECK(db.one(koine::from<bird>()).name == "c");
    CHECK(db.count(koine::from<bird>()) == 5);
    // None is left: no rows.
    CHECK(!db.first(koine::from<bird>()));
    CHECK(failure_of([&] { db.one(koine::from<bird>()); }) == "not_found");
    kept.answer({row(1, "a"), row(2, "b")});
    CHECK(failure_of([&] { db.one(koine::from<bird>()); }) == "too_many_rows");
    // What was read only in part is over.
    kept.answer({row(1, "a"), row(2, "b")});
    kept.answer({row(9, "z")});
    CHECK(db.first(koine::from<bird>())->id == 1);
    CHECK(db.first(koine::from<bird>())->id == 9);
}

TEST_CASE("recording: a write takes no answer, unless it gives rows") {
    database db{"any"};
    script& kept = *db.native_handle();
    kept.answer({row(4, "d")});
    kept.answer({row(5, "e")});
    kept.changes = 3;
    CHECK(db.execute(koine::update<bird>().set(col<&bird::wings> = 2).where(col<&bird::id> == 7)) == 3);
    CHECK(db.insert(std::vector<bird>{{.name = "x"}, {.name = "y"}}) == 2);
    CHECK(db.insert(bird{.name = "x"}).id == 4);
    kept.changes = 0;
    CHECK(!db.erase<bird>(1));
    CHECK(failure_of([&] { db.update(bird{.id = 1, .name = "x"}); }) == "not_found");
    CHECK(db.one(koine::update<bird>().set(col<&bird::wings> = 2).where(col<&bird::id> == 7).returning()).id == 5);
}

TEST_CASE("recording: answers of other kinds and widths are mismatches") {
    database db{"any"};
    script& kept = *db.native_handle();
    kept.answer({{script::of("text"), script::null(), script::null()}});
    std::string message;
    try { db.all(koine::from<bird>()); } catch (koine::error const& failure) { message = failure.what(); }
    CHECK((message.find("column 1 holds a value of another kind") != std::string::npos && message.find("; NULL in column 2") != std::string::npos));
    kept.answer({{script::of(std::int64_t{1})}});
    CHECK(failure_of([&] { db.all(koine::from<bird>()); }) == "mismatch");
}

TEST_CASE("recording: streams and visits") {
    database db{"any"};
    script& kept = *db.native_handle();
    for (int i = 0; i < 3; ++i) kept.answer({row(1, "a"), row(2, "b"), row(3, "c")});
    std::string names;
    for (bird const& one : db.stream(koine::from<bird>().where(col<&bird::name> > std::string("A")))) names += one.name;
    CHECK(names == "abc");
    {
        auto rows = db.stream(koine::from<bird>());
        CHECK(rows.begin()->id == 1);
        CHECK(failure_of([&] { db.count(koine::from<bird>()); }) == "busy");
    }
    db.visit(koine::from<bird>(), [&](bird const& one) { names += one.name; });
    CHECK(names == "abcabc");
    CHECK(kept.sent.size() == 3);
}

class listener final : public koine::observer {
public:
    std::vector<std::string> names;
    void finished(koine::statement_event const& event) noexcept override { names.push_back(std::string(event.name) + std::to_string(event.rows)); }
};

TEST_CASE("recording: the observer hears of it, as of any driver") {
    database db{"any"};
    listener heard;
    db.observe(&heard);
    db.native_handle()->answer({row(1, "a"), row(2, "b")});
    db.all(koine::from<bird>());
    db.native_handle()->changes = 4;
    db.execute(koine::erase_all<bird>());
    CHECK(heard.names == std::vector<std::string>{"all2", "execute4"});
}

}  // namespace recording_test
