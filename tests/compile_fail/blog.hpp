// SPDX-License-Identifier: BSL-1.0
// compile_fail · blog: the models on which most mistakes are made.
#pragma once

#include "query.hpp"

namespace blog {

struct article;
struct comment;

enum class mood { calm, cross };
enum class state { draft, sent };

struct author {
    std::int64_t id{};
    std::string name;
    std::optional<std::string> email{};
    std::optional<mood> temper{};
    std::uint64_t score{};
};
constexpr auto describe(koine::model<author>) {
    return koine::table("authors")
        .primary_key<&author::id>(koine::generated)
        .unique<&author::email>()
        .unique<&author::name>()
        .has_many<"articles", article, "author">();
}

struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    std::optional<std::int64_t> editor_id{};
    std::string title;
    bool published{};
    double rating{};
    state progress{};
};
constexpr auto describe(koine::model<article>) {
    return koine::table("articles")
        .primary_key<&article::id>(koine::generated)
        .belongs_to<"author", author, &article::author_id>()
        .belongs_to<"editor", author, &article::editor_id>()
        .has_many<"comments", comment, "article">();
}

struct comment {
    std::int64_t article_id{};
    int number{};
    std::string text;
};
constexpr auto describe(koine::model<comment>) {
    return koine::table("comments")
        .primary_key<&comment::article_id, &comment::number>()
        .belongs_to<"article", article, &comment::article_id>();
}

struct person {
    std::string name;
};
struct headline {
    std::int64_t id{};
    std::string title;
};

}  // namespace blog
