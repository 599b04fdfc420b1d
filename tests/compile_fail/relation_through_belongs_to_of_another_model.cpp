// error: koine: the belongs_to that has_many, has_one or many_to_many names belongs to another model
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#include <koine/relation/filter.hpp>

struct tag;
struct tagging;
struct post {
    std::int64_t id{};
};
constexpr auto describe(koine::model<post>) {
#ifdef MISTAKE
    return koine::table("posts").primary_key<&post::id>().many_to_many<"tags", tag, tagging, "tag", "tag">();
#else
    return koine::table("posts").primary_key<&post::id>().many_to_many<"tags", tag, tagging, "post", "tag">();
#endif
}
struct tag {
    std::int64_t id{};
};
constexpr auto describe(koine::model<tag>) { return koine::table("tags").primary_key<&tag::id>().has_many<"taggings", tagging, "tag">(); }
struct tagging {
    std::int64_t post_id{};
    std::int64_t tag_id{};
};
constexpr auto describe(koine::model<tagging>) {
    return koine::table("taggings")
        .primary_key<&tagging::post_id, &tagging::tag_id>()
        .belongs_to<"post", post, &tagging::post_id>()
        .belongs_to<"tag", tag, &tagging::tag_id>();
}

int main() {
    return koine::sql_text<koine::dialect::sqlite>(koine::from<post>().where(koine::some<"tags">())).empty();
}
