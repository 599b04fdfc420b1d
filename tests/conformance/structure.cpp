// SPDX-License-Identifier: BSL-1.0
// conformance · structure: keys of several columns, with and without NULL.
#include "library.hpp"

#include <algorithm>

namespace structure {

using koine::asc;
using koine::col;
using koine::desc;
using koine::limit;
using koine::order_by;
using library::each;
using library::named;
using library::texts;

/// Two columns of one type, and a key that has them in another order than the struct: swapped, they name another row.
struct box;
struct slot {
    std::int64_t row{};
    std::int64_t hall{};
    std::string name{};
};
constexpr auto describe(koine::model<slot>) {
    return koine::table("slots").primary_key<&slot::hall, &slot::row>().has_many<"children", box, "parent">();
}
struct box {
    std::int64_t id{};
    std::optional<std::int64_t> hall{};
    std::optional<std::int64_t> row{};
    std::string name{};
};
constexpr auto describe(koine::model<box>) {
    return koine::table("boxes").primary_key<&box::id>(koine::generated).belongs_to<"parent", slot, &box::hall, &box::row>();
}

struct mark;
struct cell {
    std::int64_t x{};
    std::int64_t y{};
    std::int64_t z{};
    std::string name{};
};
constexpr auto describe(koine::model<cell>) {
    return koine::table("cells").primary_key<&cell::x, &cell::y, &cell::z>().has_many<"children", mark, "parent">();
}
struct mark {
    std::int64_t id{};
    std::optional<std::int64_t> x{};
    std::optional<std::int64_t> y{};
    std::optional<std::int64_t> z{};
    std::string name{};
};
constexpr auto describe(koine::model<mark>) {
    return koine::table("marks").primary_key<&mark::id>(koine::generated).belongs_to<"parent", cell, &mark::x, &mark::y, &mark::z>();
}

/// A key whose own columns may be NULL, and no other.
struct lamp;
struct door {
    std::optional<std::int64_t> wing{};
    std::optional<std::int64_t> number{};
    std::string name{};
};
constexpr auto describe(koine::model<door>) {
    return koine::table("doors").unique<&door::wing, &door::number>().has_many<"children", lamp, "parent">();
}
struct lamp {
    std::int64_t id{};
    std::optional<std::int64_t> wing{};
    std::optional<std::int64_t> number{};
    std::string name{};
};
constexpr auto describe(koine::model<lamp>) {
    return koine::table("lamps").primary_key<&lamp::id>(koine::generated).belongs_to<"parent", door, &lamp::wing, &lamp::number>().references<&door::wing, &door::number>();
}

struct child_page { std::string name; std::optional<named> parent; };
struct parent_page { std::string name; std::vector<named> children; };
struct siblings { std::string name; std::optional<parent_page> parent; };
struct family { std::string name; std::vector<child_page> children; };
struct pair { std::string child; std::optional<std::string> parent; };

std::string spell(std::string const& child, std::optional<std::string> const& parent) { return child + "<" + parent.value_or("-"); }
std::string spell(parent_page const& one) {
    std::string text = one.name + ":";
    for (named const& child : one.children) text += child.name;
    return text;
}
template <class Rows>
texts spell_all(Rows const& rows) {
    texts all;
    for (auto const& one : rows) all.push_back(spell(one));
    return all;
}
std::string spell(pair const& one) { return spell(one.child, one.parent); }
std::string spell(child_page const& one) { return spell(one.name, one.parent ? std::optional(one.parent->name) : std::nullopt); }

/// Every way between parents and children tells the same pairs: "child<parent" for each child, "parent:children" for each parent.
template <class Parent, class Child, class Database>
void check_pairs(Database& db, texts const& children, texts const& parents) {
    auto const by_child = order_by(asc(col<&Child::name>));
    auto const from_children = koine::from<Child>().order_by(asc(col<&Child::name>));
    auto const from_parents = koine::from<Parent>().order_by(asc(col<&Parent::name>));

    CHECK(spell_all(db.all(from_children.template select<child_page>())) == children);
    CHECK(spell_all(db.all(from_children.template select<child_page>().limit(99))) == children);
    auto const page = from_parents.template select<parent_page>().template include<&parent_page::children>(by_child);
    CHECK(spell_all(db.all(page)) == parents);
    CHECK(spell_all(db.all(page.limit(2).offset(1))) == texts(parents.begin() + 1, parents.begin() + 3));

    // A to-one member inside a list, and a list inside a to-one member.
    texts paired, both_ways;
    for (family const& one : db.all(from_parents.template select<family>()))
        for (child_page const& child : one.children) CHECK((child.parent && child.parent->name == one.name));
    for (siblings const& one : db.all(from_children.template select<siblings>().template include<&siblings::parent, &parent_page::children>(by_child))) {
        both_ways.push_back(spell(one.name, one.parent ? std::optional(one.parent->name) : std::nullopt));
        if (one.parent) CHECK(std::count(parents.begin(), parents.end(), spell(*one.parent)) == 1);
    }
    CHECK(both_ways == children);
    // Only the last child of each parent.
    for (parent_page const& one : db.all(from_parents.template select<parent_page>().template include<&parent_page::children>(order_by(desc(col<&Child::name>)), limit(1)))) {
        texts const all = each(one.children, &named::name);
        std::string const& expected = parents[paired.size()];
        CHECK(all == (expected.ends_with(':') ? texts{} : texts{expected.substr(expected.size() - 1)}));
        paired.push_back(one.name);
    }
    REQUIRE(paired.size() == parents.size());

    texts only_pairs, childless;
    for (std::string const& one : children)
        if (!one.ends_with('-')) only_pairs.push_back(one);
    for (std::string const& one : parents)
        if (one.ends_with(':')) childless.push_back(one.substr(0, one.size() - 1));
    REQUIRE((!only_pairs.empty() && only_pairs.size() < children.size() && !childless.empty()));
    auto const from_child = from_children.template select<pair>(col<&Child::name>, col<&Parent::name>);
    CHECK(spell_all(db.all(from_child.template left_join<"parent">())) == children);
    CHECK(spell_all(db.all(from_child.template join<"parent">())) == only_pairs);
    auto const from_parent = koine::from<Parent>().order_by(asc(col<&Child::name>)).template select<pair>(col<&Child::name>, col<&Parent::name>);
    CHECK(spell_all(db.all(from_parent.template join<"children">())) == only_pairs);
    CHECK(db.all(from_parents.template left_join<"children">().where(col<&Child::id> == std::nullopt).select(col<&Parent::name>)) == childless);
}

TEST_CASE("pitfalls 61 and 62: a key of two columns, and foreign keys with any part NULL", "[include][relations]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<box, slot>();
    CHECK(db.check<box, slot>().empty());
    for (slot const& one : {slot{.row = 2, .hall = 1, .name = "a"}, {.row = 1, .hall = 2, .name = "b"}, {.row = 1, .hall = 1, .name = "c"}, {.row = 2, .hall = 2, .name = "d"}}) db.insert(one);
    for (box const& one : {box{.hall = 1, .row = 2, .name = "p"}, {.hall = 2, .row = 1, .name = "q"}, {.hall = 1, .row = 2, .name = "r"}, {.hall = 1, .name = "s"}, {.row = 2, .name = "t"}, {.name = "u"}}) db.insert(one);
    check_pairs<slot, box>(db, {"p<a", "q<b", "r<a", "s<-", "t<-", "u<-"}, {"a:pr", "b:q", "c:", "d:"});
    CHECK((db.find<slot>(1, 2)->name == "a" && db.find<slot>(2, 1)->name == "b"));
    // What has no parent because a part is NULL is not looked for; what has all parts is.
    db.insert(box{.hall = 9, .name = "v"});
    CHECK(conformance::kind_of([&] { db.insert(box{.hall = 9, .row = 1, .name = "w"}); }) == "foreign_key");
    // The other way round neither part would be missed.
    CHECK(conformance::kind_of([&] { db.insert(box{.hall = 1, .row = 3, .name = "w"}); }) == "foreign_key");
}

TEST_CASE("pitfalls 61 and 62: a key of three columns, and foreign keys with any parts NULL", "[include][relations]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<mark, cell>();
    CHECK(db.check<mark, cell>().empty());
    for (cell const& one : {cell{1, 2, 3, "a"}, {3, 2, 1, "b"}, {2, 1, 3, "c"}, {1, 3, 2, "d"}}) db.insert(one);
    constexpr std::nullopt_t none = std::nullopt;
    for (mark const& one : {mark{0, 1, 2, 3, "k"}, {0, none, 2, 3, "l"}, {0, 1, none, 3, "m"}, {0, 1, 2, none, "n"}, {0, none, none, 3, "o"}, {0, none, 2, none, "p"}, {0, 1, none, none, "q"},
                            {0, none, none, none, "r"}, {0, 3, 2, 1, "s"}, {0, 2, 1, 3, "t"}, {0, 3, 2, 1, "u"}}) db.insert(one);
    check_pairs<cell, mark>(db, {"k<a", "l<-", "m<-", "n<-", "o<-", "p<-", "q<-", "r<-", "s<b", "t<c", "u<b"}, {"a:k", "b:su", "c:t", "d:"});
}

TEST_CASE("pitfall 62: a NULL of a child is no NULL of its parent's key", "[include][relations]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<lamp, door>();
    CHECK(db.check<lamp, door>().empty());
    CHECK(db.insert(std::vector<door>{{1, 2, "a"}, {1, {}, "b"}, {{}, 2, "c"}, {{}, {}, "d"}, {2, 1, "e"}}) == 5);
    CHECK(db.insert(std::vector<lamp>{{0, 1, 2, "p"}, {0, 1, {}, "q"}, {0, {}, 2, "r"}, {0, {}, {}, "s"}, {0, 2, 1, "t"}}) == 5);
    check_pairs<door, lamp>(db, {"p<a", "q<-", "r<-", "s<-", "t<e"}, {"a:p", "b:", "c:", "d:", "e:t"});
}

}  // namespace structure
