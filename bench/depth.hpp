// SPDX-License-Identifier: BSL-1.0
// bench · depth: four tables below each other, and loads of one level to four that all read the same number of rows.
#pragma once

#include "data.hpp"

namespace depth {

inline constexpr int levels = 4;

template <int Level>
struct node {
    std::int64_t id{};
    std::int64_t parent_id{};
    std::string label{};
};
template <>
struct node<1> {
    std::int64_t id{};
    std::string label{};
};
template <int Level>
constexpr auto describe(koine::model<node<Level>>) {
    constexpr auto named = [] {
        if constexpr (Level == 1) return koine::table("level_1").template primary_key<&node<1>::id>();
        else if constexpr (Level == 2) return koine::table("level_2").template primary_key<&node<2>::id>();
        else if constexpr (Level == 3) return koine::table("level_3").template primary_key<&node<3>::id>();
        else return koine::table("level_4").template primary_key<&node<4>::id>();
    }();
    constexpr auto below = [](auto table) {
        if constexpr (Level == 1) return table;
        else return table.template belongs_to<"parent", node<Level - 1>, &node<Level>::parent_id>();
    }(named);
    if constexpr (Level == levels) return below;
    else return below.template has_many<"children", node<Level + 1>, "parent">();
}

/// A row with so many levels below it.
template <int Below>
struct page {
    std::int64_t id{};
    std::string label{};
    std::vector<page<Below - 1>> children{};
};
template <>
struct page<0> {
    std::int64_t id{};
    std::string label{};
};

}  // namespace depth

namespace bench {

/// A row has 7 children, so that a tree of one to four levels has 1, 8, 57 and 400 rows.
inline constexpr std::int64_t children_of_a_node = 7;
inline std::int64_t rows_of_tree(int levels) { return levels == 0 ? 0 : 1 + children_of_a_node * rows_of_tree(levels - 1); }
/// How many trees are loaded of each depth: together nearly as many rows.
inline std::int64_t roots_of_depth(int levels) {
    static std::int64_t const rows = number_from_environment("KOINE_BENCH_DEPTH_ROWS", 4000);
    return std::max<std::int64_t>(rows / rows_of_tree(levels), 1);
}

struct depth_rows {
    static std::string name() { return "depth"; }
    static std::vector<std::string> tables() { return {"level_1", "level_2", "level_3", "level_4"}; }

    template <class Database>
    static void fill(Database& db) {
        db.template create_tables<depth::node<1>, depth::node<2>, depth::node<3>, depth::node<4>>();
        sequence next(size().seed);
        std::vector<depth::node<1>> roots;
        for (std::int64_t id = 1; id <= roots_of_depth(1); ++id) roots.push_back({id, next.words(3)});
        db.insert(roots, koine::keep_keys);
        fill_level<2>(db, next);
        fill_level<3>(db, next);
        fill_level<4>(db, next);
    }

private:
    /// The children of trees that are loaded this deep; they lie in the order of their parents.
    template <int Level, class Database>
    static void fill_level(Database& db, sequence& next) {
        std::int64_t count = roots_of_depth(Level);
        for (int i = 1; i < Level; ++i) count *= children_of_a_node;
        std::vector<depth::node<Level>> made;
        for (std::int64_t id = 1; id <= count; ++id) made.push_back({id, (id - 1) / children_of_a_node + 1, next.words(3)});
        db.insert(made, koine::keep_keys);
    }
};

/// The first trees, so many levels of them.
template <int Levels>
auto trees_of() {
    using koine::col;
    using root = depth::node<1>;
    return koine::from<root>().template select<depth::page<Levels - 1>>().where(col<&root::id> <= roots_of_depth(Levels));
}

}  // namespace bench
