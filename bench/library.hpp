// SPDX-License-Identifier: BSL-1.0
// bench · library: the models of every workload, users who write posts that get comments, and the shapes they are read in.
#pragma once

#include <koine/koine.hpp>

namespace library {

struct post;
struct comment;

struct user {
    std::int64_t id{};
    std::string name{};
    std::optional<std::string> email{};
    std::int32_t age{};
    bool active{};
};
constexpr auto describe(koine::model<user>) {
    return koine::table("users").primary_key<&user::id>(koine::generated).has_many<"posts", post, "user">();
}

struct post {
    std::int64_t id{};
    std::int64_t user_id{};
    std::string title{};
    std::string body{};
    std::int32_t score{};
    bool published{};
};
constexpr auto describe(koine::model<post>) {
    return koine::table("posts")
        .primary_key<&post::id>(koine::generated)
        .belongs_to<"user", user, &post::user_id>()
        .has_many<"comments", comment, "post">();
}

struct comment {
    std::int64_t id{};
    std::int64_t post_id{};
    std::string body{};
    std::int32_t likes{};
};
constexpr auto describe(koine::model<comment>) {
    return koine::table("comments").primary_key<&comment::id>(koine::generated).belongs_to<"post", post, &comment::post_id>();
}

/// What the inserts write: a post without a foreign key, whose check and index would weigh more than the insert.
struct draft {
    std::int64_t id{};
    std::int64_t user_id{};
    std::string title{};
    std::string body{};
    std::int32_t score{};
    bool published{};
};
constexpr auto describe(koine::model<draft>) { return koine::table("drafts").primary_key<&draft::id>(koine::generated); }

// The nested result: three levels, each with a number and a text.
struct comment_line {
    std::int64_t id{};
    std::string body{};
    std::int32_t likes{};
};
struct post_page {
    std::int64_t id{};
    std::string title{};
    std::vector<comment_line> comments{};
};
struct user_page {
    std::int64_t id{};
    std::string name{};
    std::vector<post_page> posts{};
};

}  // namespace library
