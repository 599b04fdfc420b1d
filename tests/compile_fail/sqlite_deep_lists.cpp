// error: koine: SQLite before 3.46 cannot parse what is nested so deep: six lists inside each other fit
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

struct node {
    std::int64_t id{};
    std::int64_t parent_id{};
};
constexpr auto describe(koine::model<node>) {
    return koine::table("nodes")
        .primary_key<&node::id>()
        .belongs_to<"parent", node, &node::parent_id>()
        .has_many<"children", node, "parent">();
}

struct level_7 {
    std::int64_t id{};
};
struct level_6 {
    std::vector<level_7> children;
};
struct level_5 {
    std::vector<level_6> children;
};
struct level_4 {
    std::vector<level_5> children;
};
struct level_3 {
    std::vector<level_4> children;
};
struct level_2 {
    std::vector<level_3> children;
};
struct level_1 {
    std::vector<level_2> children;
};
struct level_0 {
    std::vector<level_1> children;
};

int main() {
#ifdef MISTAKE
    using dialect = koine::dialect::sqlite<3, 40>;
#else
    using dialect = koine::dialect::sqlite<3, 46>;
#endif
    return koine::sql_text<dialect>(koine::from<node>().select<level_0>()).empty();
}
