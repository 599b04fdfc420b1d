// SPDX-License-Identifier: BSL-1.0
// bench · diesel_koine: Koine's side of diesel_bench's cases, and what registers a side of them.
#pragma once

#include "diesel.hpp"
#include "distance.hpp"

namespace bench {

/// `make(distance, rows)` for each size of a case that reads.
template <class Session, class Make>
void add_diesel_reading(std::string const& name, std::string const& side, diesel_rows (*rows_of)(std::int64_t), Make const& make) {
    for (std::int64_t const users : diesel_sizes())
        add_at(Session::near(), name + "/" + std::to_string(users), side, 1, [make, rows = rows_of(users)](distance const& at) { return make(at, rows); });
}

/// Work that inserts users into a table which is empty each time: `written()` leaves out their keys, which go on.
template <class Database, class Work>
struct diesel_inserting {
    std::shared_ptr<Database> db;
    Work work;

    void clear() const { db->execute(koine::erase_all<diesel::user>()); }
    [[nodiscard]] std::vector<diesel::user> written() const {
        std::vector<diesel::user> all = db->all(koine::from<diesel::user>());
        for (diesel::user& one : all) one.id = 0;
        return all;
    }
    std::int64_t operator()() { return work(); }
};
/// A side of each size of the insert: `make(distance, users to insert)`, and `round_trips(count)`.
template <class Ground, class RoundTrips, class Make>
void add_diesel_insert(std::string const& side, RoundTrips const& round_trips, Make const& make) {
    for (std::int64_t const count : {1, 10, 25, 50, 100})
        add_at(Ground::session::near(), "bench_insert/" + std::to_string(count), side, round_trips(count), [make, count](distance const& at) {
            diesel_rows const empty{"insert"};
            auto work = make(at, empty, rows_to_insert(count).make_users());
            return diesel_inserting<typename Ground::database, decltype(work)>{Ground::open(at, empty), std::move(work)};
        });
}

inline auto medium_complex_query() {
    using koine::col;
    using diesel::post, diesel::user, diesel::user_beside_post;
    return koine::from<user>()
        .left_join<"posts">()
        .select<user_beside_post>(koine::as<&user_beside_post::post_id>(col<&post::id>), koine::as<&user_beside_post::user_id>(col<&post::user_id>),
                                  koine::as<&user_beside_post::title>(col<&post::title>), koine::as<&user_beside_post::body>(col<&post::body>))
        .where(col<&user::hair_color> == "black");
}

template <class Ground, class RoundTrips>
void add_diesel_koine(RoundTrips const& round_trips_of_insert) {
    using session = typename Ground::session;
    add_diesel_reading<session>("bench_trivial_query", "koine", trivial_rows, [](distance const& at, diesel_rows const& rows) {
        return [db = Ground::open(at, rows)] { return db->all(koine::from<diesel::user>()); };
    });
    add_diesel_reading<session>("bench_medium_complex_query", "koine", medium_rows, [](distance const& at, diesel_rows const& rows) {
        return [db = Ground::open(at, rows)] { return db->all(medium_complex_query()); };
    });
    add_at(session::near(), "bench_loading_associations_sequentially", "koine", 1, [](distance const& at) {
        return [db = Ground::open(at, associated_rows())] { return db->all(koine::from<diesel::user>().template select<diesel::user_and_posts>()); };
    });
    add_diesel_insert<Ground>("koine", round_trips_of_insert, [](distance const& at, diesel_rows const& empty, std::vector<diesel::user> users) {
        return [db = Ground::open(at, empty), users = std::move(users)] { return db->insert(users); };
    });
}

}  // namespace bench
