// SPDX-License-Identifier: BSL-1.0
// conformance · depth: eight lists inside each other, and many parents.
#include "library.hpp"

#include <algorithm>

namespace depth {

using koine::asc;
using koine::col;
using koine::desc;
using koine::limit;
using koine::order_by;
using library::each;
using library::texts;

/// A binary tree: each name is the way from the root, a digit for each level.
struct node {
    std::int64_t id{};
    std::optional<std::int64_t> up_id{};
    std::string name{};
};
constexpr auto describe(koine::model<node>) {
    return koine::table("nodes").primary_key<&node::id>().belongs_to<"up", node, &node::up_id>().has_many<"down", node, "up">();
}
template <int Levels>
struct tree {
    std::string name;
    std::vector<tree<Levels - 1>> down;
};
template <>
struct tree<0> {
    std::string name;
};

void grow(std::vector<node>& all, std::optional<std::int64_t> up, std::string const& name) {
    std::int64_t const id = static_cast<std::int64_t>(all.size()) + 1;
    all.push_back({id, up, name});
    if (name.size() > 8) return;
    grow(all, id, name + "0");
    grow(all, id, name + "1");
}
std::string ways(tree<0> const& last) { return last.name; }
template <int Levels>
std::string ways(tree<Levels> const& one) {
    std::string text = one.name + "(";
    for (auto const& below : one.down) text += ways(below);
    return text + ")";
}
std::string expected_ways(std::string const& name, std::string const& last) {
    if (name.size() > 8) return name;
    std::string text = name + "(";
    for (char digit : name.size() < 8 ? std::string("01") : last) text += expected_ways(name + digit, last);
    return text + ")";
}

constexpr auto trunk = koine::from<node>().select<tree<8>>().where(col<&node::up_id> == std::nullopt);
constexpr auto upward = order_by(asc(col<&node::name>));
constexpr auto downward = order_by(desc(col<&node::name>));
constexpr auto single = limit<1>();
constexpr auto by_name = trunk.include<&tree<8>::down>(upward)
                             .include<&tree<8>::down, &tree<7>::down>(upward)
                             .include<&tree<8>::down, &tree<7>::down, &tree<6>::down>(upward)
                             .include<&tree<8>::down, &tree<7>::down, &tree<6>::down, &tree<5>::down>(upward)
                             .include<&tree<8>::down, &tree<7>::down, &tree<6>::down, &tree<5>::down, &tree<4>::down>(upward)
                             .include<&tree<8>::down, &tree<7>::down, &tree<6>::down, &tree<5>::down, &tree<4>::down, &tree<3>::down>(upward)
                             .include<&tree<8>::down, &tree<7>::down, &tree<6>::down, &tree<5>::down, &tree<4>::down, &tree<3>::down, &tree<2>::down>(upward);
static_assert(koine::expressible<server::dialect, decltype(trunk)> == !server::is_sqlite);
static_assert(koine::expressible<server::newest_dialect, decltype(trunk)>);

TEST_CASE("eight lists inside each other, narrowed each by its own", "[include]") {
    if (!server::takes_newest_dialect()) return;  // tests/compile_fail has the refusal
    server::place where;
    koine::database<server::driver, server::newest_dialect> db{where.name()};
    db.create_tables<node>();
    std::vector<node> nodes;
    grow(nodes, std::nullopt, "r");
    CHECK(db.insert(nodes) == 511);
    auto const eighth = [&](auto const&... windows) {
        return ways(db.one(by_name.include<&tree<8>::down, &tree<7>::down, &tree<6>::down, &tree<5>::down, &tree<4>::down, &tree<3>::down, &tree<2>::down, &tree<1>::down>(windows...)));
    };
    CHECK(eighth(upward) == expected_ways("r", "01"));
    CHECK(eighth(downward) == expected_ways("r", "10"));
    CHECK(eighth(upward, limit(1)) == expected_ways("r", "0"));
    CHECK(eighth(downward, limit(1)) == expected_ways("r", "1"));
    CHECK(eighth(koine::where(col<&node::name>.ends_with("1"))) == expected_ways("r", "1"));
    // One way through, which tells every level from its neighbours.
    auto const way = trunk.include<&tree<8>::down>(upward, single)
                         .include<&tree<8>::down, &tree<7>::down>(downward, single)
                         .include<&tree<8>::down, &tree<7>::down, &tree<6>::down>(downward, single)
                         .include<&tree<8>::down, &tree<7>::down, &tree<6>::down, &tree<5>::down>(upward, single)
                         .include<&tree<8>::down, &tree<7>::down, &tree<6>::down, &tree<5>::down, &tree<4>::down>(downward, single)
                         .include<&tree<8>::down, &tree<7>::down, &tree<6>::down, &tree<5>::down, &tree<4>::down, &tree<3>::down>(upward, single)
                         .include<&tree<8>::down, &tree<7>::down, &tree<6>::down, &tree<5>::down, &tree<4>::down, &tree<3>::down, &tree<2>::down>(upward, single)
                         .include<&tree<8>::down, &tree<7>::down, &tree<6>::down, &tree<5>::down, &tree<4>::down, &tree<3>::down, &tree<2>::down, &tree<1>::down>(downward, single)
                         .order_by(asc(col<&node::name>))
                         .limit(1);
    CHECK(ways(db.one(way)) == "r(r0(r01(r011(r0110(r01101(r011010(r0110100(r01101001))))))))");
}

struct spoke;
struct rim;
struct hub {
    std::int64_t id{};
    std::int64_t rim_id{};
};
constexpr auto describe(koine::model<hub>) {
    return koine::table("hubs").primary_key<&hub::id>().belongs_to<"rim", rim, &hub::rim_id>().has_many<"spokes", spoke, "hub">();
}
struct spoke {
    std::int64_t id{};
    std::int64_t hub_id{};
    std::int64_t rank{};
};
constexpr auto describe(koine::model<spoke>) {
    return koine::table("spokes").primary_key<&spoke::id>().belongs_to<"hub", hub, &spoke::hub_id>();
}
struct rim {
    std::int64_t id{};
};
constexpr auto describe(koine::model<rim>) {
    return koine::table("rims").primary_key<&rim::id>().has_many<"hubs", hub, "rim">();
}
struct ranked { std::int64_t rank{}; };
struct hub_page { std::int64_t id{}; std::vector<ranked> spokes; };
struct rim_page { std::vector<hub_page> hubs; };
struct numbered_hub { std::int64_t id{}; };
struct spoke_page { std::int64_t rank{}; numbered_hub hub; };

TEST_CASE("10,000 parents with none to three children each", "[include]") {
    constexpr std::int64_t count = 10'000;
    server::fresh here;
    auto& db = here.db;
    db.create_tables<rim, hub, spoke>();
    db.insert(rim{1});
    std::vector<hub> hubs;
    std::vector<spoke> spokes;
    for (std::int64_t id = 1; id <= count; ++id) hubs.push_back({id, 1});
    // Of each parent in turn, so that no two of one lie together; a later one has the lower rank.
    for (std::int64_t turn = 0; turn < 3; ++turn)
        for (std::int64_t id = 1; id <= count; ++id)
            if (turn < id % 4) spokes.push_back({static_cast<std::int64_t>(spokes.size()) + 1, id, id * 10 - turn});
    CHECK(db.insert(hubs) == count);
    CHECK(db.insert(spokes) == 15'000);
    auto const wrong = [&](std::vector<hub_page> const& found, std::int64_t from, std::int64_t to) {
        std::int64_t id = 0, mistakes = found.size() == count ? 0 : 1;
        for (hub_page const& one : found) {
            std::vector<std::int64_t> expected;
            ++id;
            for (std::int64_t turn = id % 4; turn-- > 0;) expected.push_back(id * 10 - turn);
            std::int64_t const has = static_cast<std::int64_t>(expected.size());
            expected = std::vector(expected.begin() + std::min(from, has), expected.begin() + std::min(to, has));
            mistakes += one.id == id && each(one.spokes, &ranked::rank) == expected ? 0 : 1;
        }
        return mistakes;
    };
    auto const by_rank = order_by(asc(col<&spoke::rank>));
    auto const roots = koine::from<hub>().select<hub_page>().order_by(asc(col<&hub::id>));
    CHECK(wrong(db.all(roots.include<&hub_page::spokes>(by_rank)), 0, 3) == 0);
    CHECK(wrong(db.all(roots.include<&hub_page::spokes>(by_rank, limit(2))), 0, 2) == 0);
    CHECK(wrong(db.all(roots.include<&hub_page::spokes>(by_rank, koine::offset(1), limit(1))), 1, 2) == 0);
    // All of them in one list.
    auto const nested = koine::from<rim>().select<rim_page>().include<&rim_page::hubs>(order_by(asc(col<&hub::id>)));
    CHECK(wrong(db.one(nested.include<&rim_page::hubs, &hub_page::spokes>(by_rank)).hubs, 0, 3) == 0);
    CHECK(wrong(db.one(nested.include<&rim_page::hubs, &hub_page::spokes>(by_rank, limit(2))).hubs, 0, 2) == 0);
    int strayed = 0;
    auto const all = db.all(koine::from<spoke>().select<spoke_page>());
    for (spoke_page const& one : all) strayed += (one.rank + 9) / 10 == one.hub.id ? 0 : 1;
    CHECK((all.size() == 15'000 && strayed == 0));
}

}  // namespace depth
