// SPDX-License-Identifier: BSL-1.0
// A cached query allocates nothing beyond its result: counted in operator new, and in SQLite's malloc beside a loop of
// hand-written calls that does the same.

#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <new>

namespace {

long long news = 0;
long long client_mallocs = 0;
sqlite3_mem_methods usual{};

void* count_malloc(int size) { return ++client_mallocs, usual.xMalloc(size); }
void* count_realloc(void* old, int size) { return ++client_mallocs, usual.xRealloc(old, size); }

/// Before SQLite's first use, which is later than the start of main.
bool const counting = [] {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual);
    sqlite3_mem_methods counted = usual;
    counted.xMalloc = count_malloc;
    counted.xRealloc = count_realloc;
    // Lookaside would hide the small ones.
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &counted) == SQLITE_OK;
}();

}  // namespace

void* operator new(std::size_t size) {
    ++news;
    if (void* const made = std::malloc(size == 0 ? 1 : size)) return made;
    throw std::bad_alloc();
}
// In line g++ would see a free of what is new, where it sees only the one of the two.
[[gnu::noinline]] void operator delete(void* gone) noexcept { std::free(gone); }
[[gnu::noinline]] void operator delete(void* gone, std::size_t) noexcept { std::free(gone); }

namespace allocation_test {

using koine::col;

struct user {
    std::int64_t id{};
    std::string name;
    std::int64_t age{};
};
constexpr auto describe(koine::model<user>) { return koine::table("users").primary_key<&user::id>(koine::generated); }

struct counts {
    long long news;
    long long mallocs;
};
template <class Run>
counts count(Run run) {
    long long const news_before = news;
    long long const mallocs_before = client_mallocs;
    run();
    return {news - news_before, client_mallocs - mallocs_before};
}

}  // namespace allocation_test

using namespace allocation_test;

TEST_CASE("a cached look-up allocates nothing, in Koine or beyond the raw calls in SQLite") {
    REQUIRE(counting);
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<user>();
    for (int i = 0; i < 100; ++i) db.insert(user{.name = "user", .age = i});

    // A name short enough to lie in the std::string itself, so that the result allocates nothing either.
    auto const look_up = [&](std::int64_t key) { return db.find<user>(key); };
    REQUIRE(look_up(7)->age == 6);
    counts const ours = count([&] {
        for (std::int64_t key = 1; key <= 100; ++key)
            if (look_up(key)->age != key - 1) std::abort();
    });

    sqlite3_stmt* statement = nullptr;
    std::string const text(koine::sql_text<koine::dialect::sqlite>(koine::from<user>().where(col<&user::id> == 1)));
    REQUIRE(sqlite3_prepare_v3(db.native_handle(), text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) == SQLITE_OK);
    auto const raw = [&](std::int64_t key) {
        sqlite3_bind_int64(statement, 1, key);
        if (sqlite3_step(statement) != SQLITE_ROW) std::abort();
        user found;
        found.id = sqlite3_column_int64(statement, 0);
        found.name.assign(reinterpret_cast<char const*>(sqlite3_column_text(statement, 1)), static_cast<std::size_t>(sqlite3_column_bytes(statement, 1)));
        found.age = sqlite3_column_int64(statement, 2);
        sqlite3_reset(statement);
        return found;
    };
    REQUIRE(raw(7).age == 6);
    counts const by_hand = count([&] {
        for (std::int64_t key = 1; key <= 100; ++key)
            if (raw(key).age != key - 1) std::abort();
    });
    sqlite3_finalize(statement);

    CHECK(by_hand.news == 0);
    CHECK(ours.news == 0);
    CHECK(ours.mallocs == by_hand.mallocs);
}

TEST_CASE("a cached list allocates its result's vector and nothing else") {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<user>();
    for (int i = 0; i < 64; ++i) db.insert(user{.name = "user", .age = i});
    auto const young = [&](std::int64_t limit) { return db.all(koine::from<user>().where(col<&user::age> < limit && col<&user::name> == "user")); };
    REQUIRE(young(64).size() == 64);
    counts const ours = count([&] {
        if (young(64).size() != 64) std::abort();
    });
    // As much as a vector takes that grows to 64 by one row at a time.
    counts const growth = count([] {
        std::vector<user> rows;
        for (int i = 0; i < 64; ++i) rows.emplace_back();
    });
    CHECK(ours.news == growth.news);
}

TEST_CASE("a cached insert of many rows, one by one, allocates nothing of its own") {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<user>();
    db.transaction([](auto& tx) {
        tx.execute(koine::insert<user>().set(col<&user::name> = "a", col<&user::age> = 1));
        counts const ours = count([&] {
            for (int i = 0; i < 100; ++i) tx.execute(koine::insert<user>().set(col<&user::name> = "a", col<&user::age> = i));
        });
        CHECK(ours.news == 0);
    });
}
