// SPDX-License-Identifier: BSL-1.0
// bench · distance: how far away a server is, and what follows from it for every server's cases.
#pragma once

#include "case.hpp"
#include "queries.hpp"

#include <array>
#include <chrono>
#include <span>

namespace bench {

struct distance {
    std::string name;  ///< the last part of a case's
    std::chrono::milliseconds round_trip;
};

inline std::array<distance, 2> const distances{{{"0ms", std::chrono::milliseconds(0)}, {"1ms", std::chrono::milliseconds(1)}}};

/// No distance at all: the database is in this process, so that no statement is a round trip.
inline std::array<distance, 1> const in_memory{{{"memory", std::chrono::milliseconds(0)}}};
/// Where the suites that others wrote measure: beside the server.
inline std::span<distance const> const nearby(distances.data(), 1);

/// Sides that take more round trips than this are left out where each takes a millisecond: there is nothing to learn.
inline constexpr int most_far_round_trips = 2000;

/// Registers a side at some distances. `make(distance)` gives the object that does the work.
template <class Make>
void add_at(std::span<distance const> all, std::string const& name, std::string const& side, int round_trips, Make const& make) {
    bool const in_process = all.data() == in_memory.data();
    for (distance const& at : all)
        if (at.round_trip.count() == 0 || round_trips <= most_far_round_trips)
            add(name + "/" + at.name, side, {.round_trips = in_process ? 1 : round_trips, .wall_time = !in_process}, [make, &at] { return make(at); });
}
/// A side of a server's case at every distance.
template <class Make>
void add_at_all_distances(std::string const& name, std::string const& side, int round_trips, Make const& make) {
    add_at(distances, name, side, round_trips, make);
}

/// The same for nested loads of 1, 100 and all users: `make(distance, users)`, and `round_trips(users)`.
template <class RoundTrips, class Make>
void add_nested(std::string const& side, RoundTrips const& round_trips, Make const& make) {
    for (std::int64_t const users : {std::int64_t{1}, std::int64_t{100}, size().users})
        add_at_all_distances("nested_" + std::to_string(users), side, round_trips(users), [make, users](distance const& at) { return make(at, user_range::of(users)); });
}
template <class Make>
void add_nested(std::string const& side, int round_trips, Make const& make) {
    add_nested(side, [round_trips](std::int64_t) { return round_trips; }, make);
}
/// Of a statement for each parent: the transaction, the users, the posts of each and the comments of each post.
inline int round_trips_of_n_plus_1(std::int64_t users) { return static_cast<int>(3 + users + users * size().posts_per_user); }

}  // namespace bench
