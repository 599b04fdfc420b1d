// SPDX-License-Identifier: BSL-1.0
// bench · counts/main: small pieces of work, run as often as is said, for a counter of instructions.
//
//   counts CASE ITERATIONS     what two numbers of iterations differ by is the cost of those between
#include "queries.hpp"

#include <koine/driver/recording.hpp>
#include <koine/driver/sqlite.hpp>

#include <cstdio>
#include <string_view>

namespace {

using database = koine::database<koine::driver::sqlite>;
using koine::col;
using library::post;
using library::user;

/// A database in memory with this many users; each has `posts` posts, which have as many comments.
database& filled(std::int64_t users, std::int64_t posts) {
    static database db{":memory:"};
    bench::sizes asked;
    asked.users = users;
    asked.posts_per_user = posts;
    asked.comments_per_post = posts;
    bench::rows const rows = bench::make_rows(asked);
    db.create_tables<user, post, library::comment, library::draft>();
    db.insert(rows.users, koine::keep_keys);
    db.insert(rows.posts, koine::keep_keys);
    db.insert(rows.comments, koine::keep_keys);
    return db;
}

/// What the work gives: written where anybody could look, so that none of it can be left out.
volatile std::size_t given;

void repeat(std::int64_t iterations, auto work) {
    for (std::int64_t i = 0; i < iterations; ++i) given = work(i);
}

// ---- on SQLite ----------------------------------------------------------------------------------------------------

void point_lookup(std::int64_t iterations) {
    database& db = filled(1000, 1);
    repeat(iterations, [&](std::int64_t i) { return db.find<user>(i % 1000 + 1)->name.size(); });
}
void rows_1000(std::int64_t iterations) {
    database& db = filled(1000, 1);
    repeat(iterations, [&](std::int64_t) { return db.all(koine::from<user>()).size(); });
}
void filtered_page(std::int64_t iterations) {
    database& db = filled(1000, 1);
    repeat(iterations, [&](std::int64_t) { return db.all(bench::filtered_page()).size(); });
}
void insert_one(std::int64_t iterations) {
    database& db = filled(1, 1);
    library::draft const row{0, 7, "amber bridge candle delta", "engine forest glass harbour iron juniper kettle lantern", 900, true};
    db.transaction([&](auto& tx) { repeat(iterations, [&](std::int64_t) { return static_cast<std::size_t>(tx.insert(row).id); }); });
}
void insert_1000(std::int64_t iterations) {
    database& db = filled(1, 1);
    std::vector<library::draft> const rows(1000, {0, 7, "amber bridge candle delta", "engine forest glass harbour iron juniper kettle lantern", 900, true});
    db.transaction([&](auto& tx) { repeat(iterations, [&](std::int64_t) { return static_cast<std::size_t>(tx.insert(rows)); }); });
}
void nested_20(std::int64_t iterations) {
    database& db = filled(20, 7);
    repeat(iterations, [&](std::int64_t) { return db.all(bench::nested({.first = 1, .last = 20})).size(); });
}

// ---- without a database -------------------------------------------------------------------------------------------

/// The lists of 20 users with 7 posts of 7 comments, as the text that a server sends.
std::string posts_of_20_users() {
    std::string users;
    for (int u = 1; u <= 20; ++u) {
        std::string posts;
        for (int p = 1; p <= 7; ++p) {
            std::string comments;
            for (int c = 1; c <= 7; ++c) comments += std::string(c == 1 ? "" : ",") + "[" + std::to_string(c) + ",\"amber bridge candle \\\"delta\\\"\",42]";
            posts += std::string(p == 1 ? "" : ",") + "[" + std::to_string(p) + ",\"engine forest glass harbour\",[" + comments + "]]";
        }
        users += std::string(u == 1 ? "" : ",") + "[" + std::to_string(u) + ",\"iron juniper\",[" + posts + "]]";
    }
    return "[" + users + "]";
}
void decode_json(std::int64_t iterations) {
    std::string const json = posts_of_20_users();
    repeat(iterations, [&](std::int64_t) {
        std::vector<library::user_page> users;
        koine::detail::decode_json_list(json, users);
        return users.size();
    });
}
/// A fixed text and its values, copied out of the query.
void text_of_a_fixed_query(std::int64_t iterations) {
    repeat(iterations, [](std::int64_t i) {
        return koine::sql<koine::dialect::sqlite>(koine::from<post>().where(col<&post::user_id> == i && col<&post::score> > 100)).text.size();
    });
}
/// A text that is put together from the parts that are there.
void text_of_optional_parts(std::int64_t iterations) {
    repeat(iterations, [](std::int64_t i) {
        return koine::sql<koine::dialect::sqlite>(koine::from<post>()
                                                      .where(koine::when(i % 2 == 0, col<&post::user_id> == i) && koine::when(i % 3 != 0, col<&post::score> > 100))
                                                      .order_by(col<&post::title>))
            .text.size();
    });
}
/// All that Koine does for a row by its key, and a driver that answers by what it was told.
void recorded_lookup(std::int64_t iterations) {
    koine::database<koine::driver::recording> db{""};
    using script = koine::recording_script;
    script& said = *db.native_handle();
    said.answer({{script::of(std::int64_t{7}), script::of("iron juniper"), script::null(), script::of(std::int64_t{42}), script::of(std::int64_t{1})}});
    repeat(iterations, [&](std::int64_t i) {
        said.answered = 0;
        said.sent.clear();
        return db.find<user>(i)->name.size();
    });
}

struct named_case {
    std::string_view name;
    void (*run)(std::int64_t iterations);
};
constexpr named_case cases[] = {
    {"point_lookup", point_lookup},
    {"rows_1000", rows_1000},
    {"filtered_page", filtered_page},
    {"insert_one", insert_one},
    {"insert_1000", insert_1000},
    {"nested_20", nested_20},
    {"decode_json", decode_json},
    {"text_of_a_fixed_query", text_of_a_fixed_query},
    {"text_of_optional_parts", text_of_optional_parts},
    {"recorded_lookup", recorded_lookup},
};

}  // namespace

int main(int count, char** arguments) {
    try {
        for (auto const& [name, run] : cases)
            if (count == 3 && name == arguments[1]) return run(std::stoll(arguments[2])), 0;
        std::fputs("counts CASE ITERATIONS, where CASE is one of:\n", stderr);
        for (auto const& [name, run] : cases) std::fprintf(stderr, "  %.*s\n", static_cast<int>(name.size()), name.data());
        return 2;
    } catch (std::exception const& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
