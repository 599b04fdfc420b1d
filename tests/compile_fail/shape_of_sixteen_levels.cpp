// error: koine: at most fifteen structs of a shape lie inside each other
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

template <int Levels>
struct tree {
    std::int64_t id{};
    std::vector<tree<Levels - 1>> children;
};
template <>
struct tree<1> {
    std::int64_t id{};
};

int main() {
#ifdef MISTAKE
    return koine::sql_text<koine::dialect::sqlite<3, 50>>(koine::from<node>().select<tree<17>>()).empty();
#else
    return koine::sql_text<koine::dialect::sqlite<3, 50>>(koine::from<node>().select<tree<6>>()).empty();
#endif
}
