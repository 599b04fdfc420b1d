// error: koine: SQLite before 3.46 cannot parse what is nested so deep: six lists inside each other fit, five with orders and limits, or ten relation filters
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
constexpr auto has_descendants() {
    if constexpr (Levels == 0) return koine::col<&node::id> > 0;
    else return koine::some<"children">(has_descendants<Levels - 1>());
}

int main() {
#ifdef MISTAKE
    constexpr int levels = 11;
#else
    constexpr int levels = 10;
#endif
    return koine::sql_text<koine::dialect::sqlite<3, 40>>(koine::from<node>().where(has_descendants<levels>())).empty();
}
