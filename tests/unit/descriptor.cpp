// SPDX-License-Identifier: BSL-1.0
// What the compiler reads out of structs and descriptions.

#include <koine/koine.hpp>

#include <catch2/catch.hpp>

namespace descriptor_test {

using koine::storage;
namespace detail = koine::detail;

enum class shade : std::uint8_t { dark, light = 7 };

struct node {
    std::int64_t id{};
    std::optional<std::int64_t> parent_id{};
    std::string title;
    shade color{};
    std::uint8_t level{};
    std::vector<std::byte> picture;
};
constexpr auto describe(koine::model<node>) {
    return koine::table("nodes")
        .schema("forest")
        .primary_key<&node::id>(koine::generated)
        .belongs_to<"parent", node, &node::parent_id>(koine::on_delete::cascade)
        .has_many<"children", node, "parent">()
        .column<&node::title>("node title")
        .length<&node::title>(80)
        .default_value<&node::level>(3)
        .unique<&node::parent_id, &node::title>("sibling_titles");
}

namespace {
struct hidden {
    int first{};
    std::string second_member;
};
constexpr auto describe(koine::model<hidden>) { return koine::table("hidden").primary_key<&hidden::first>(); }
}  // namespace

// ---- names and positions
static_assert(detail::member_count<node> == 6);
static_assert(detail::member_names<node>[1] == "parent_id");
static_assert(detail::member_names<hidden>[1] == "second_member");
static_assert(detail::member_index<&node::color> == 3);
static_assert(detail::member_index<&hidden::second_member> == 1);
static_assert(std::is_same_v<detail::member_type<node, 1>, std::optional<std::int64_t>>);

// ---- tables, of a model in an anonymous namespace too
static_assert(detail::table_of<hidden>.name == "hidden" && detail::table_of<hidden>.primary_key.at[0] == 0);
constexpr auto const& table = detail::table_of<node>;
static_assert(table.schema == "forest" && table.name == "nodes");
static_assert(table.columns[0].generated && !table.columns[0].nullable && table.columns[0].kind == storage::int64);
static_assert(table.columns[1].nullable && table.columns[1].keyed);
static_assert(table.columns[2].name == "node title" && table.columns[2].member == "title" && table.columns[2].length == 80);
static_assert(table.columns[3].kind == storage::text && table.columns[3].labels.count == 2 && table.columns[3].labels[1].name == "light");
static_assert(table.columns[4].kind == storage::int16 && table.columns[4].minimum == 0 && table.columns[4].maximum == 255);
static_assert(table.columns[4].default_value.integer == 3);
static_assert(table.columns[5].kind == storage::bytes);
// The foreign key needs no index of its own: the unique key begins with it.
static_assert(table.keys.count == 1 && table.keys[0].name == "sibling_titles" && table.keys[0].unique);

// ---- relations: both directions of a self-relation
constexpr auto const& parent = detail::relation_of<node, detail::relation_entry<node>("parent")>;
constexpr auto const& children = detail::relation_of<node, detail::relation_entry<node>("children")>;
static_assert(parent.from_columns.at[0] == 1 && parent.to_columns.at[0] == 0 && !parent.to_many() && parent.may_be_absent());
static_assert(children.from_columns.at[0] == 0 && children.to_columns.at[0] == 1 && children.to_many());
static_assert(detail::foreign_keys_of<node>[0] == &parent && detail::foreign_keys_of<node>[1] == nullptr);

// ---- shapes
struct leaf {
    std::string title;
};
struct branch {
    std::vector<leaf> children;
    std::optional<leaf> parent;
    std::optional<shade> color;
};
constexpr auto const& shape = detail::shape_of<node, branch>;
static_assert(shape.members[0].role == detail::member_role::to_many && shape.members[0].nested->members[0].column == 2);
static_assert(shape.members[1].role == detail::member_role::to_one && shape.members[1].nullable);
static_assert(shape.members[2].role == detail::member_role::column && shape.members[2].nullable && shape.members[2].compatible);

}  // namespace descriptor_test

TEST_CASE("a shape inside a function is read like any other") {
    struct local {
        std::string title;
        std::vector<descriptor_test::leaf> children;
    };
    static_assert(koine::detail::member_names<local>[1] == "children");
    static_assert(koine::detail::shape_of<descriptor_test::node, local>.members[1].role == koine::detail::member_role::to_many);
    CHECK(koine::detail::type_name<local>().find("local") != std::string_view::npos);
}
