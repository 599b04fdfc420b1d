// SPDX-License-Identifier: BSL-1.0
// bench · diesel: the models, the sizes and the rows of diesel_bench, under the names that it has for its cases.
#pragma once

#include "data.hpp"

namespace diesel {

struct post;
struct comment;

struct user {
    std::int32_t id{};
    std::string name{};
    std::optional<std::string> hair_color{};
};
constexpr auto describe(koine::model<user>) {
    return koine::table("users").primary_key<&user::id>(koine::generated).has_many<"posts", post, "user">();
}

struct post {
    std::int32_t id{};
    std::int32_t user_id{};
    std::string title{};
    std::optional<std::string> body{};
};
constexpr auto describe(koine::model<post>) {
    return koine::table("posts").primary_key<&post::id>(koine::generated).belongs_to<"user", user, &post::user_id>().has_many<"comments", comment, "post">();
}

struct comment {
    std::int32_t id{};
    std::int32_t post_id{};
    std::string text{};
};
constexpr auto describe(koine::model<comment>) {
    return koine::table("comments").primary_key<&comment::id>(koine::generated).belongs_to<"post", post, &comment::post_id>();
}

/// A row of users beside posts, of which there may be none.
struct user_beside_post {
    std::int32_t id{};
    std::string name{};
    std::optional<std::string> hair_color{};
    std::optional<std::int32_t> post_id{}, user_id{};
    std::optional<std::string> title{}, body{};
};

struct post_and_comments {
    std::int32_t id{};
    std::int32_t user_id{};
    std::string title{};
    std::optional<std::string> body{};
    std::vector<comment> comments{};
};
struct user_and_posts {
    std::int32_t id{};
    std::string name{};
    std::optional<std::string> hair_color{};
    std::vector<post_and_comments> posts{};
};

}  // namespace diesel

namespace bench {

/// What diesel_bench has in its tables: users, and of each so many posts with so many comments.
struct diesel_rows {
    std::string of;  ///< the case
    std::int64_t users = 0;
    char const* even_hair = nullptr;  ///< of every other user; the rest are brown
    int posts = 0, comments = 0;

    [[nodiscard]] std::string name() const { return "diesel_" + of + "_" + std::to_string(users); }
    static std::vector<std::string> tables() { return {"users", "posts", "comments"}; }
    [[nodiscard]] std::vector<diesel::user> make_users() const {
        std::vector<diesel::user> made;
        for (std::int32_t i = 0; i < users; ++i) {
            std::optional<std::string> hair;
            if (even_hair != nullptr) hair = i % 2 == 0 ? even_hair : "brown";
            made.push_back({0, "User " + std::to_string(i), std::move(hair)});
        }
        return made;
    }
    template <class Database>
    void fill(Database& db) const {
        db.template create_tables<diesel::user, diesel::post, diesel::comment>();
        db.insert(make_users());
        std::vector<diesel::post> all_posts;
        for (diesel::user const& one : db.all(koine::from<diesel::user>()))
            for (int i = 0; i < posts; ++i) all_posts.push_back({0, one.id, "Post " + std::to_string(i) + " by user " + std::to_string(one.id), {}});
        db.insert(all_posts);
        std::vector<diesel::comment> all_comments;
        for (diesel::post const& one : db.all(koine::from<diesel::post>()))
            for (int i = 0; i < comments; ++i) all_comments.push_back({0, one.id, "Comment " + std::to_string(i) + " on post " + std::to_string(one.id)});
        db.insert(all_comments);
    }
};

/// Its sizes, up to one that the environment names.
inline std::vector<std::int64_t> diesel_sizes() {
    std::vector<std::int64_t> all{1, 10, 100, 1000, 10000};
    std::int64_t const most = number_from_environment("KOINE_BENCH_DIESEL_ROWS", 10000);
    std::erase_if(all, [most](std::int64_t one) { return one > most; });
    return all;
}
inline diesel_rows trivial_rows(std::int64_t users) { return {"trivial", users}; }
inline diesel_rows medium_rows(std::int64_t users) { return {"medium", users, "black"}; }
inline diesel_rows rows_to_insert(std::int64_t users) { return {"insert", users, "hair_color"}; }
inline diesel_rows associated_rows() { return {"associations", 100, "black", 10, 10}; }

}  // namespace bench
