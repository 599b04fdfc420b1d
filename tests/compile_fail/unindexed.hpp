// SPDX-License-Identifier: BSL-1.0
// compile_fail · unindexed: authors whose articles are found by no index.
#pragma once

#include "query.hpp"

#include <koine/relation/aggregate.hpp>
#include <koine/relation/filter.hpp>

namespace blog {

struct article;
struct author {
    std::int64_t id{};
    std::string name;
};
constexpr auto describe(koine::model<author>) {
    return koine::table("authors").primary_key<&author::id>(koine::generated).has_many<"articles", article, "author">();
}
struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title;
};
constexpr auto describe(koine::model<article>) {
    return koine::table("articles").primary_key<&article::id>(koine::generated).belongs_to<"author", author, &article::author_id>(koine::unindexed);
}

}  // namespace blog
