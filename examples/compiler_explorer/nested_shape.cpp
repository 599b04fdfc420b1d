// SPDX-License-Identifier: BSL-1.0
// The struct that is wanted is the query: nested lists come in one statement.
#include <koine.hpp>

#include <cstdio>

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
    bool published{};
};
constexpr auto describe(koine::model<article>) {
    return koine::table("articles").primary_key<&article::id>(koine::generated).belongs_to<"author", author, &article::author_id>();
}

struct headline {
    std::int64_t id{};
    std::string title;
};
struct author_page {
    std::string name;
    std::vector<headline> articles;
};

auto page_of(std::string_view name) {
    using koine::col;
    return koine::from<author>()
        .select<author_page>()
        .include<&author_page::articles>(koine::where(col<&article::published>), koine::order_by(koine::desc(col<&article::id>)), koine::limit(10))
        .where(col<&author::name> == name);
}

}  // namespace blog

int main() {
    auto const query = blog::page_of("Ada");
    std::puts(koine::sql<koine::dialect::postgres>(query).to_string().c_str());
    std::puts(koine::sql<koine::dialect::mysql>(query).to_string().c_str());
    std::puts(koine::sql<koine::dialect::mariadb>(query).to_string().c_str());
    std::puts(koine::sql<koine::dialect::sqlite>(query).to_string().c_str());
}
