// SPDX-License-Identifier: BSL-1.0
// bench · imdb_data: made-up movies, people, users and reviews, in the proportions of IMDBench.
#pragma once

#include "data.hpp"
#include "imdb.hpp"

namespace bench {

/// IMDBench has 25,000 movies, and all else in proportion.
inline std::int64_t movie_count() {
    static std::int64_t const asked = number_from_environment("KOINE_BENCH_MOVIES", 1000);
    return asked;
}
inline std::int64_t person_count() { return movie_count() * 4; }
inline std::int64_t imdb_user_count() { return movie_count() * 4; }
inline std::int64_t review_count() { return movie_count() * 20; }

struct imdb_rows {
    static std::string name() { return "imdb"; }
    static std::vector<std::string> tables() { return {"movies", "people", "users", "directors", "actors", "reviews"}; }

    template <class Database>
    static void fill(Database& db) {
        db.template create_tables<imdb::person, imdb::user, imdb::movie, imdb::directing, imdb::acting, imdb::review>();
        sequence next(size().seed);
        insert_all<imdb::person>(db, person_count(), [&](std::int64_t id, std::vector<imdb::person>& to) {
            std::optional<std::string> middle;
            if (next.below(3) == 0) middle = next.words(1);
            to.push_back({id, next.words(1), std::move(middle), next.words(1) + std::to_string(id), image_of("person", id), next.words(20)});
        });
        insert_all<imdb::user>(db, imdb_user_count(), [&](std::int64_t id, std::vector<imdb::user>& to) { to.push_back({id, next.words(2), image_of("user", id)}); });
        // Numbered by the database from 1 on, so that it goes on with those that are inserted.
        insert_all<imdb::movie>(db, movie_count(), [&](std::int64_t id, std::vector<imdb::movie>& to) {
            to.push_back({0, image_of("movie", id), next.words(3), 1930 + next.below(95), next.words(40)});
        });
        insert_all<imdb::directing>(db, movie_count(), [&](std::int64_t id, std::vector<imdb::directing>& to) { add_people(to, next, id, 1 + next.below(2)); });
        insert_all<imdb::acting>(db, movie_count(), [&](std::int64_t id, std::vector<imdb::acting>& to) { add_people(to, next, id, 5 + next.below(11)); });
        // No two are of the same second: 7919 divides no number of reviews that there is.
        insert_all<imdb::review>(db, review_count(), [&](std::int64_t id, std::vector<imdb::review>& to) {
            to.push_back({id, next.words(20), next.below(6), 1'500'000'000 + id * 7919 % review_count(), 1 + next.below(static_cast<std::int32_t>(imdb_user_count())),
                          1 + next.below(static_cast<std::int32_t>(movie_count()))});
        });
    }

private:
    static std::string image_of(char const* what, std::int64_t id) { return std::string("https://images.example.org/") + what + "/" + std::to_string(id) + ".jpg"; }
    /// Other people than each other, in an order that is not that of their keys.
    template <class Link>
    static void add_people(std::vector<Link>& to, sequence& next, std::int64_t movie, std::int32_t count) {
        std::int64_t const first = next.below(static_cast<std::int32_t>(person_count()));
        for (std::int32_t i = 0; i < count; ++i) to.push_back({movie, (first + i * 7) % person_count() + 1, count - i});
    }
    /// By portions: all rows at once would be most of the program's memory.
    template <class Row, class Database, class Make>
    static void insert_all(Database& db, std::int64_t count, Make const& make) {
        std::vector<Row> portion;
        for (std::int64_t id = 1; id <= count; ++id) {
            make(id, portion);
            if (portion.size() < 10000 && id < count) continue;
            if constexpr (std::is_same_v<Row, imdb::movie>) db.insert(portion);
            else db.insert(portion, koine::keep_keys);
            portion.clear();
        }
    }
};

/// The keys that the sides ask for, one after the other, far from each other.
class next_of {
public:
    explicit next_of(std::int64_t count) : count_(count) {}
    std::int64_t operator()() { return (at_ += 611953) % count_ + 1; }

private:
    std::int64_t count_, at_ = 0;
};

/// What insert_movie writes, and with whom.
inline imdb::movie const new_movie{0, "https://images.example.org/new.jpg", "An amber lantern", 2026, "paper harbour meadow juniper kettle orchard engine"};
inline std::array<std::int64_t, 1> const new_directors{7};
inline std::array<std::int64_t, 3> const new_cast{11, 13, 17};

}  // namespace bench
