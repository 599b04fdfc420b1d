// SPDX-License-Identifier: BSL-1.0
// conformance · sqlite/nesting: how deep lists and to-one members may lie: what the dialect allows, the parser takes.
#include "../law.hpp"
#include "../server.hpp"

namespace nesting {

struct node {
    std::int64_t id{};
    std::optional<std::int64_t> up_id{};
    std::string name;
};
constexpr auto describe(koine::model<node>) {
    return koine::table("nodes").primary_key<&node::id>().belongs_to<"up", node, &node::up_id>().has_many<"down", node, "up">();
}

template <class Inner>
struct many {
    std::string name;
    std::vector<Inner> down;
};
template <class Inner>
struct one {
    std::string name;
    std::optional<Inner> up;
};
struct leaf {
    std::string name;
};

using oldest = koine::dialect::sqlite<3, 40>;
using permissive = koine::dialect::sqlite<3, 46>;

template <class Shape>
using query_of = decltype(koine::from<node>().template select<Shape>());

template <class Shape>
bool parses() {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<node>();
    try {
        [[maybe_unused]] auto const statement = db.connection().prepare(koine::sql_text_of<permissive, query_of<Shape>>, false);
        return true;
    } catch (koine::error const&) {
        return false;
    }
}

template <class Shape, bool Allowed>
void check() {
    static_assert(koine::expressible<oldest, query_of<Shape>> == Allowed);
    if (Allowed) CHECK(parses<Shape>());
    // What is refused for 3.40 is parsed by a stack that grows.
    if (sqlite3_libversion_number() >= 3046000) CHECK(parses<Shape>());
}

template <class A>
using m = many<A>;
template <class A>
using o = one<A>;

}  // namespace nesting

TEST_CASE("pitfall 68: what the dialect allows to lie inside each other, the parser takes", "[include]") {
    using namespace nesting;
    check<m<m<m<m<leaf>>>>, true>();
    check<m<m<m<m<m<leaf>>>>>, true>();
    check<o<o<m<m<m<m<m<leaf>>>>>>>, true>();
    check<m<o<m<m<o<m<leaf>>>>>>, true>();
    check<m<o<m<o<m<o<leaf>>>>>>, true>();
    check<m<m<m<m<m<m<leaf>>>>>>, false>();
    check<m<o<m<o<m<o<m<leaf>>>>>>>, false>();
    check<m<o<o<m<o<o<m<leaf>>>>>>>, false>();
    check<m<o<o<o<o<o<o<m<leaf>>>>>>>>, false>();
}
