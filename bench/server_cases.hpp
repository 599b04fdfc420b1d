// SPDX-License-Identifier: BSL-1.0
// bench · server_cases: Koine's side of every case of a server, by its default calls; the floors are each client's own.
#pragma once

#include "distance.hpp"

namespace bench {

inline std::string rows_case(char const* table, std::int64_t count) { return std::string(table) + "_" + std::to_string(count); }
inline std::string one_by_one_case(std::size_t count) { return "insert_one_by_one_" + std::to_string(count); }
inline std::string bulk_case() { return "insert_bulk_" + std::to_string(drafts().size()); }

/// How many rows are inserted one by one: fewer where each takes a round trip of a millisecond.
inline std::array<std::size_t, 2> one_by_one_counts() { return {drafts().size(), std::min<std::size_t>(drafts().size(), 500)}; }

/// Registers a side that inserts one by one in a transaction: `make(distance, count)`.
template <class Make>
void add_one_by_one(std::string const& side, int round_trips_a_row, Make const& make) {
    for (std::size_t i = 0; i < distances.size(); ++i) {
        std::size_t const count = one_by_one_counts()[i];
        add(one_by_one_case(count) + "/" + distances[i].name, side, {.round_trips = static_cast<int>(count) * round_trips_a_row + 2, .wall_time = true},
            [make, count, at = &distances[i]] { return make(*at, count); });
    }
}

/// What inserts: `Server::get()` tells how many rows are in the table afterwards, and takes them out again.
template <class Server, class Work>
struct inserting {
    Work work;
    std::size_t count;

    void clear() {
        Server::get().empty_drafts();
        Server::get().expect_inserts(count);
    }
    std::int64_t operator()() { return work(); }
};
template <class Server, class Work>
inserting<Server, Work> insert_by(std::size_t count, Work work) { return {std::move(work), count}; }

/// What a statement that inserts one row costs, and one that gives the row back: on a server that cannot do both in one
/// statement `insert(row)` takes two round trips.
template <class Server>
void add_koine_sides(int round_trips_of_insert, int round_trips_of_bulk) {
    using database = typename Server::database;
    auto const open = [](distance const& at) { return std::make_shared<database>(Server::get().name(at)); };

    add_at_all_distances("point_lookup", "koine", 1, [open](distance const& at) {
        return [db = open(at), key = next_key()]() mutable { return db->template find<library::user>(key()); };
    });
    add_at_all_distances(rows_case("users", size().users), "koine", 1, [open](distance const& at) {
        return [db = open(at)] { return db->all(koine::from<library::user>()); };
    });
    add_at_all_distances(rows_case("posts", size().posts()), "koine", 1, [open](distance const& at) {
        return [db = open(at)] { return db->all(koine::from<library::post>()); };
    });
    add_at_all_distances("filtered_page", "koine", 1, [open](distance const& at) {
        return [db = open(at)] { return db->all(filtered_page()); };
    });
    add_nested("koine", 1, [open](distance const& at, user_range range) {
        return [db = open(at), range] { return db->all(nested(range)); };
    });
    add_one_by_one("koine", round_trips_of_insert, [open](distance const& at, std::size_t count) {
        return insert_by<Server>(count, [db = open(at), count] {
            db->transaction([&](auto& tx) {
                for (std::size_t i = 0; i < count; ++i) tx.insert(drafts()[i]);
            });
            return static_cast<std::int64_t>(count);
        });
    });
    // A user who wants no row back.
    add_one_by_one("koine:execute", 1, [open](distance const& at, std::size_t count) {
        return insert_by<Server>(count, [db = open(at), count] {
            using koine::col;
            using library::draft;
            std::int64_t inserted = 0;
            db->transaction([&](auto& tx) {
                for (std::size_t i = 0; i < count; ++i) {
                    draft const& row = drafts()[i];
                    inserted += tx.execute(koine::insert<draft>().set(col<&draft::user_id> = row.user_id, col<&draft::title> = std::string_view(row.title),
                                                                      col<&draft::body> = std::string_view(row.body), col<&draft::score> = row.score,
                                                                      col<&draft::published> = row.published));
                }
            });
            return inserted;
        });
    });
    add_at_all_distances(bulk_case(), "koine", round_trips_of_bulk, [open](distance const& at) {
        return insert_by<Server>(drafts().size(), [db = open(at)] { return db->insert(drafts()); });
    });
}

}  // namespace bench
