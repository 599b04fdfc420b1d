// error: koine: the belongs_to that has_many, has_one or many_to_many names belongs to another model
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

struct child;
struct parent {
    std::int64_t id{};
    std::int64_t rank{};
    std::string name;
};
constexpr auto describe(koine::model<parent>) {
#ifdef MISTAKE
    return koine::table("parents")
        .primary_key<&parent::id>()
        .unique<&parent::name>()
        .has_many<"children", child, "parent">();
#else
    return koine::table("parents")
        .primary_key<&parent::id>()
        .unique<&parent::name>()
        .has_many<"children", child, "parent">();
#endif
}

struct child {
    std::int64_t id{};
    std::int64_t parent_id{};
    std::string parent_name;
};
constexpr auto describe(koine::model<child>) {
#ifdef MISTAKE
    return koine::table("children")
        .primary_key<&child::id>()
        .belongs_to<"parent", child, &child::parent_id>();
#else
    return koine::table("children")
        .primary_key<&child::id>()
        .belongs_to<"parent", parent, &child::parent_id>();
#endif
}

int main() {
    return koine::sql_text<koine::dialect::sqlite>(koine::from<parent>().join<"children">()).empty();
}
