// error: koine: the rows of this relation are looked for by a foreign key that is declared unindexed; declare the index that is named here
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

namespace blog {

struct tag;
struct tagging;
struct article {
    std::int64_t id{};
    std::string title;
};
constexpr auto describe(koine::model<article>) {
    return koine::table("articles").primary_key<&article::id>(koine::generated).many_to_many<"tags", tag, tagging, "article", "tag">();
}
struct tag {
    std::int64_t id{};
    std::string name;
};
constexpr auto describe(koine::model<tag>) { return koine::table("tags").primary_key<&tag::id>(koine::generated); }
struct tagging {
    std::int64_t tag_id{};
    std::int64_t article_id{};
};
constexpr auto describe(koine::model<tagging>) {
    // The primary key begins with the tag.
    auto const table = koine::table("taggings").primary_key<&tagging::tag_id, &tagging::article_id>().belongs_to<"tag", tag, &tagging::tag_id>();
#ifdef MISTAKE
    return table.belongs_to<"article", article, &tagging::article_id>(koine::unindexed);
#else
    return table.belongs_to<"article", article, &tagging::article_id>(koine::unindexed).index<&tagging::article_id>();
#endif
}
struct label { std::string name; };
struct tagged { std::string title; std::vector<label> tags; };

}  // namespace blog

int main() {
    auto query = koine::from<blog::article>().select<blog::tagged>();
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
