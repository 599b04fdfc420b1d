// error: koine: SQLite before 3.46 cannot parse what is nested so deep
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

int main(int arguments, char**) {
#ifdef MISTAKE
    constexpr int levels = 11;
#else
    constexpr int levels = 9;
#endif
    auto const query = koine::from<node>().where(koine::when(arguments > 1, has_descendants<levels>()));
    return koine::sql<koine::dialect::sqlite<3, 40>>(query).text.empty();
}
