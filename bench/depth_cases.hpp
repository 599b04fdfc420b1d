// SPDX-License-Identifier: BSL-1.0
// bench · depth_cases: what a level more costs: Koine's side, and floors by a client's session.
#pragma once

#include "depth.hpp"
#include "distance.hpp"
#include "json_by_hand.hpp"
#include "kind.hpp"
#include "nested_fold.hpp"

namespace bench {

template <class Ground, int Levels = 1>
void add_depth_koine() {
    add_at(Ground::session::near(), "depth_" + std::to_string(Levels), "koine", 1, [](distance const& at) {
        return [db = Ground::open(at, depth_rows{})] { return db->all(trees_of<Levels>()); };
    });
    if constexpr (Levels < depth::levels) add_depth_koine<Ground, Levels + 1>();
}

/// The rows of a level under the first trees: parent, id, label.
inline std::string text_of_level(int level) {
    std::string const last = "t" + std::to_string(level);
    std::string text = "SELECT " + (level == 1 ? "t1.id" : last + ".parent_id") + " AS parent, " + last + ".id AS id, " + last + ".label AS label FROM level_1 t1";
    for (int i = 2; i <= level; ++i) {
        std::string const one = std::to_string(i), above = std::to_string(i - 1);
        text.append(" JOIN level_").append(one).append(" t").append(one).append(" ON t").append(one).append(".parent_id = t").append(above).append(".id");
    }
    return text + " WHERE t1.id <= ?";
}
inline std::vector<kind> level_kinds() { return {kind::int64, kind::int64, kind::text}; }

template <class Row, class Page>
void read_node(Row const& row, Page& out) {
    row.read(1, out.id);
    row.read(2, out.label);
}

template <class Page>
constexpr bool has_children = requires(Page one) { one.children; };

/// Gives the rows of a level to their parents once the level above is whole.
template <class Page, bool = has_children<Page>>
class level_fold {
public:
    template <class Row, class AddAll>
    void take(Row const&, int, AddAll const&) {}
};
template <class Page>
class level_fold<Page, true> {
public:
    /// A row so many levels below the children of these pages; `add_all(known)` tells them.
    template <class Row, class AddAll>
    void take(Row const& row, int below, AddAll const& add_all) {
        if (known_.all().empty()) add_all(known_);
        if (below > 0)
            return below_.take(row, below - 1, [this](auto& to) {
                for (Page* const one : known_.all()) to.add_all(one->children);
            });
        std::int64_t parent = 0;
        row.read(0, parent);
        read_node(row, known_.of(parent).children.emplace_back());
    }

private:
    parents_by_key<Page> known_;
    level_fold<typename decltype(Page::children)::value_type> below_;
};

template <class Session>
using query_of = decltype(std::declval<Session&>().prepare({}, {}, {}));

/// A statement a level.
template <class Session, int Levels>
class raw_levels {
    using page = depth::page<Levels - 1>;

public:
    explicit raw_levels(distance const& at) : on_(at, depth_rows{}) {
        for (int level = 1; level <= Levels; ++level)
            levels_.push_back(on_.prepare(text_of_level(level) + (Session::one_message ? "" : " ORDER BY parent, id"), {kind::int64}, level_kinds()));
    }
    static int round_trips() { return Levels == 1 ? 1 : Levels + 2; }
    std::vector<page> operator()() {
        if (Levels > 1) on_.begin_snapshot();
        std::vector<page> roots;
        level_fold<page> fold;
        for (int level = 0; level < Levels; ++level) {
            query_of<Session>& one = levels_[static_cast<std::size_t>(level)];
            one.bind(0, roots_of_depth(Levels));
            if (level == 0) roots = one.template rows<page>([](auto const& row, page& out) { read_node(row, out); });
            else one.each([&](auto const& row) { fold.take(row, level - 1, [&](auto& to) { to.add_all(roots); }); });
        }
        if (Levels > 1) on_.commit();
        return roots;
    }

private:
    Session on_;
    std::vector<query_of<Session>> levels_;
};

/// All levels as one statement, whose rows come level by level, each with its number.
template <class Session, int Levels>
class raw_united_levels {
    using page = depth::page<Levels - 1>;

public:
    explicit raw_united_levels(distance const& at) : on_(at, depth_rows{}), all_(prepare(on_)) {}
    static int round_trips() { return 1; }
    std::vector<page> operator()() {
        for (int i = 0; i < Levels; ++i) all_.bind(i, roots_of_depth(Levels));
        std::vector<page> roots;
        level_fold<page> fold;
        all_.each([&](auto const& row) {
            std::int32_t level = 0;
            row.read(3, level);
            if (level == 0) read_node(row, roots.emplace_back());
            else fold.take(row, level - 1, [&](auto& to) { to.add_all(roots); });
        });
        return roots;
    }

private:
    static query_of<Session> prepare(Session& on) {
        std::string text;
        std::vector<kind> kinds = level_kinds();
        kinds.push_back(kind::int32);
        for (int level = 1; level <= Levels; ++level)
            text.append(level == 1 ? "" : " UNION ALL ").append("SELECT parent, id, label, ").append(std::to_string(level - 1)).append(" AS level FROM (").append(text_of_level(level)).append(") l");
        return on.prepare(text, std::vector<kind>(Levels, kind::int64), kinds);
    }

    Session on_;
    query_of<Session> all_;
};

/// One statement, whose lists are JSON arrays within each other.
template <class Session, int Levels>
class raw_json_levels {
    using page = depth::page<Levels - 1>;

public:
    explicit raw_json_levels(distance const& at) : on_(at, depth_rows{}), all_(prepare(on_)) {}
    static int round_trips() { return 1; }
    std::vector<page> operator()() {
        all_.bind(0, roots_of_depth(Levels));
        return all_.template rows<page>([](auto const& row, page& out) {
            row.read(0, out.id);
            row.read(1, out.label);
            if constexpr (Levels > 1) json_by_hand(row.text(2)).read(out.children);
        });
    }

private:
    static std::string list_of(int level) {
        std::string const name = "t" + std::to_string(level), above = "t" + std::to_string(level - 1);
        return std::string("(SELECT ") + Session::json_list + "(" + Session::json_array + "(" + name + ".id, " + name + ".label" +
               (level < Levels ? ", " + Session::as_json(list_of(level + 1)) : "") + ")) FROM level_" + std::to_string(level) + " " + name + " WHERE " + name + ".parent_id = " + above + ".id)";
    }
    static query_of<Session> prepare(Session& on) {
        std::vector<kind> kinds{kind::int64, kind::text};
        if (Levels > 1) kinds.push_back(kind::json);
        return on.prepare("SELECT t1.id, t1.label" + (Levels > 1 ? ", " + list_of(2) : "") + " FROM level_1 t1 WHERE t1.id <= ?", {kind::int64}, kinds);
    }

    Session on_;
    query_of<Session> all_;
};

/// A statement for each parent.
template <class Session, int Levels>
class raw_n_plus_1 {
    using page = depth::page<Levels - 1>;

public:
    explicit raw_n_plus_1(distance const& at) : on_(at, depth_rows{}) {
        levels_.push_back(on_.prepare(text_of_level(1), {kind::int64}, level_kinds()));
        for (int level = 2; level <= Levels; ++level)
            levels_.push_back(on_.prepare("SELECT parent_id, id, label FROM level_" + std::to_string(level) + " WHERE parent_id = ?", {kind::int64}, level_kinds()));
    }
    static int round_trips() { return Levels == 1 ? 1 : 3 + static_cast<int>(roots_of_depth(Levels) * rows_of_tree(Levels - 1)); }
    std::vector<page> operator()() {
        if (Levels > 1) on_.begin_snapshot();
        levels_[0].bind(0, roots_of_depth(Levels));
        auto roots = levels_[0].template rows<page>([](auto const& row, page& out) { read_node(row, out); });
        for (page& one : roots) read_children(one, 1);
        if (Levels > 1) on_.commit();
        return roots;
    }

private:
    template <class Page>
    void read_children(Page& parent, std::size_t level) {
        if constexpr (has_children<Page>) {
            levels_[level].bind(0, parent.id);
            levels_[level].each([&](auto const& row) { read_node(row, parent.children.emplace_back()); });
            for (auto& one : parent.children) read_children(one, level + 1);
        }
    }

    Session on_;
    std::vector<query_of<Session>> levels_;
};

template <class Session, int Levels = 1>
void add_depth_floors() {
    auto const add_floor = [](char const* side, auto of) {
        using work = typename decltype(of)::type;
        add_at(Session::near(), "depth_" + std::to_string(Levels), side, work::round_trips(), [](distance const& at) { return work(at); });
    };
    add_floor("raw:split", std::type_identity<raw_levels<Session, Levels>>());
    if constexpr (Session::one_message) add_floor("raw:united_split", std::type_identity<raw_united_levels<Session, Levels>>());
    add_floor("raw:json_arrays", std::type_identity<raw_json_levels<Session, Levels>>());
    add_floor("raw:n_plus_1", std::type_identity<raw_n_plus_1<Session, Levels>>());
    if constexpr (Levels < depth::levels) add_depth_floors<Session, Levels + 1>();
}

}  // namespace bench
