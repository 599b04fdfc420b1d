// SPDX-License-Identifier: BSL-1.0
// bench · model: the tables of the structs, and what every query needs to be written.
#pragma once

#include "structs.hpp"

#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

namespace blog {

constexpr auto describe(koine::model<author>) {
    return koine::table("authors").primary_key<&author::id>(koine::generated).unique<&author::email>().has_many<"articles", article, "author">();
}
constexpr auto describe(koine::model<article>) {
    return koine::table("articles")
        .primary_key<&article::id>(koine::generated)
        .belongs_to<"author", author, &article::author_id>()
        .has_many<"comments", comment, "article">();
}
constexpr auto describe(koine::model<comment>) {
    return koine::table("comments").primary_key<&comment::id>(koine::generated).belongs_to<"article", article, &comment::article_id>();
}

using database = koine::database<koine::driver::sqlite>;
using koine::col;
using text = std::string_view;

}  // namespace blog
