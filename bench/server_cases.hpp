// SPDX-License-Identifier: BSL-1.0
// bench · server_cases: Koine's side of every case of a server, by its default calls; the floors are each client's own.
#pragma once

#include "distance.hpp"

namespace bench {

inline std::string rows_case(char const* table, std::int64_t count) { return std::string(table) + "_" + std::to_string(count); }
inline std::string bulk_case() { return "insert_bulk_" + std::to_string(drafts().size()); }

/// How many rows are inserted row by row: fewer where each takes a round trip of a millisecond.
inline std::array<std::size_t, 2> row_by_row_counts() { return {drafts().size(), std::min<std::size_t>(drafts().size(), 500)}; }

/// Registers a side that inserts row by row in a transaction: `make(distance, count)`.
template <class Make>
void add_row_by_row(char const* name, std::string const& side, int round_trips_a_row, Make const& make) {
    for (std::size_t i = 0; i < distances.size(); ++i) {
        std::size_t const count = row_by_row_counts()[i];
        add(std::string(name) + "_" + std::to_string(count) + "/" + distances[i].name, side,
            {.round_trips = static_cast<int>(count) * round_trips_a_row + 2, .wall_time = true}, [make, count, at = &distances[i]] { return make(*at, count); });
    }
}
inline constexpr char const* one_by_one = "insert_one_by_one";  ///< nothing is wanted back
inline constexpr char const* returning = "insert_returning";    ///< each row is, as the database holds it

/// Work that inserts. `Server::get()` empties the table before each run, and tells what is in it after the first.
template <class Server, class Work>
struct inserting_work {
    Work work;

    static void clear() { Server::get().empty_drafts(); }
    static std::vector<library::draft> written() { return Server::get().written_drafts(); }
    auto operator()() { return work(); }
};
template <class Server, class Work>
inserting_work<Server, Work> inserting(Work work) { return {std::move(work)}; }

/// The nested loads by a strategy that the query names.
template <class Server, koine::strategy Strategy>
void add_named_strategy(char const* side, int round_trips) {
    add_nested(side, round_trips, [](distance const& at, user_range range) {
        return [db = std::make_shared<typename Server::database>(Server::get().name(at)), range] { return db->all(nested(range).template lists_by<Strategy>()); };
    });
}

/// `round_trips_of_insert`: of `insert(row)`, which reads the row back where one statement cannot do both; `of_split`: of a
/// nested load by a statement for each list.
template <class Server>
void add_koine_sides(int round_trips_of_insert, int round_trips_of_bulk, int round_trips_of_split) {
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
    add_named_strategy<Server, koine::strategy::json>("koine:json", 1);
    add_named_strategy<Server, koine::strategy::split>("koine:split", round_trips_of_split);
    add_row_by_row(one_by_one, "koine", round_trips_of_insert, [open](distance const& at, std::size_t count) {
        return inserting<Server>([db = open(at), count] {
            db->transaction([&](auto& tx) {
                for (std::size_t i = 0; i < count; ++i) tx.insert(drafts()[i]);
            });
            return static_cast<std::int64_t>(count);
        });
    });
    add_row_by_row(one_by_one, "koine:execute", 1, [open](distance const& at, std::size_t count) {
        return inserting<Server>([db = open(at), count] {
            using koine::col;
            using library::draft;
            return db->transaction([&](auto& tx) {
                std::int64_t inserted = 0;
                for (std::size_t i = 0; i < count; ++i) {
                    draft const& row = drafts()[i];
                    inserted += tx.execute(koine::insert<draft>().set(col<&draft::user_id> = row.user_id, col<&draft::title> = std::string_view(row.title),
                                                                      col<&draft::body> = std::string_view(row.body), col<&draft::score> = row.score,
                                                                      col<&draft::published> = row.published));
                }
                return inserted;
            });
        });
    });
    add_row_by_row(returning, "koine", round_trips_of_insert, [open](distance const& at, std::size_t count) {
        return inserting<Server>([db = open(at), count] {
            std::vector<library::draft> held;
            held.reserve(count);
            db->transaction([&](auto& tx) {
                for (std::size_t i = 0; i < count; ++i) held.push_back(tx.insert(drafts()[i]));
            });
            return held;
        });
    });
    add_at_all_distances(bulk_case(), "koine", round_trips_of_bulk, [open](distance const& at) {
        return inserting<Server>([db = open(at)] { return db->insert(drafts()); });
    });
}

}  // namespace bench
