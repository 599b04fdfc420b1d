// SPDX-License-Identifier: BSL-1.0
// bench · data: the rows that every database is filled with; the same at each run, by a seed and sizes.
#pragma once

#include "library.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace bench {

/// A number from the environment, or what it is by default.
inline std::int64_t number_from_environment(char const* name, std::int64_t by_default) {
    char const* const text = std::getenv(name);
    if (text == nullptr) return by_default;
    char const* const end = text + std::strlen(text);
    std::int64_t number = 0;
    if (auto const [rest, failure] = std::from_chars(text, end, number); failure != std::errc{} || rest != end || number < 1)
        throw std::invalid_argument(std::string(name) + " is no positive number");
    return number;
}

struct sizes {
    std::int64_t users = number_from_environment("KOINE_BENCH_USERS", 1000);
    std::int64_t posts_per_user = number_from_environment("KOINE_BENCH_POSTS_PER_USER", 10);
    std::int64_t comments_per_post = number_from_environment("KOINE_BENCH_COMMENTS_PER_POST", 5);
    std::int64_t inserts = number_from_environment("KOINE_BENCH_INSERTS", 10000);
    std::int64_t seed = number_from_environment("KOINE_BENCH_SEED", 1);

    [[nodiscard]] std::int64_t posts() const { return users * posts_per_user; }
};
inline sizes const& size() {
    static sizes const asked;
    return asked;
}

/// Numbers that look random and are the same everywhere, unlike those of the standard's distributions (splitmix64).
class sequence {
public:
    explicit sequence(std::int64_t seed) : state_(static_cast<std::uint64_t>(seed)) {}
    std::int32_t below(std::int32_t limit) {
        std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15u;
        mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
        return static_cast<std::int32_t>((mixed ^ mixed >> 31) % static_cast<std::uint64_t>(limit));
    }
    /// Some words with spaces between them.
    std::string words(int count) {
        static constexpr std::array<std::string_view, 16> known{"amber", "bridge", "candle", "delta", "engine", "forest", "glass",  "harbour",
                                                                "iron",  "juniper", "kettle", "lantern", "meadow", "notes", "orchard", "paper"};
        std::string text;
        for (int i = 0; i < count; ++i) text.append(i == 0 ? "" : " ").append(known[static_cast<std::size_t>(below(16))]);
        return text;
    }

private:
    std::uint64_t state_;
};

struct rows {
    std::vector<library::user> users;
    std::vector<library::post> posts;
    std::vector<library::comment> comments;
};

/// Users' posts and their comments lie together, as a table does that was loaded in order.
inline rows make_rows(sizes const& asked) {
    rows made;
    sequence next(asked.seed);
    for (std::int64_t u = 1; u <= asked.users; ++u) {
        std::string const name = next.words(2);
        std::optional<std::string> email;
        if (next.below(10) != 0) email = "user" + std::to_string(u) + "@example.org";
        made.users.push_back({u, name, std::move(email), 18 + next.below(60), next.below(4) != 0});
        for (std::int64_t p = 0; p < asked.posts_per_user; ++p) {
            std::int64_t const post = static_cast<std::int64_t>(made.posts.size()) + 1;
            made.posts.push_back({post, u, next.words(4), next.words(10), next.below(1000), next.below(3) != 0});
            for (std::int64_t c = 0; c < asked.comments_per_post; ++c)
                made.comments.push_back({static_cast<std::int64_t>(made.comments.size()) + 1, post, next.words(5), next.below(100)});
        }
    }
    return made;
}
inline rows const& data() {
    static rows const made = make_rows(size());
    return made;
}

/// What the inserts write.
inline std::vector<library::draft> const& drafts() {
    static std::vector<library::draft> const made = [] {
        std::vector<library::draft> drafts;
        sequence next(size().seed);
        for (std::int64_t i = 0; i < size().inserts; ++i)
            drafts.push_back({0, 1 + next.below(1000), next.words(4), next.words(10), next.below(1000), next.below(3) != 0});
        return drafts;
    }();
    return made;
}

/// A set of rows lies in a schema or a database of its own, which `fill` finds empty. This one is of the library.
struct library_rows {
    static std::string name() { return "library"; }
    /// The tables that the server shall look at once they are filled.
    static std::vector<std::string> tables() { return {"users", "posts", "comments"}; }
    template <class Database>
    static void fill(Database& db) {
        db.template create_tables<library::user, library::post, library::comment, library::draft>();
        db.insert(data().users, koine::keep_keys);
        db.insert(data().posts, koine::keep_keys);
        db.insert(data().comments, koine::keep_keys);
    }
};

}  // namespace bench
