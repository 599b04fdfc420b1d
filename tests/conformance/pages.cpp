// SPDX-License-Identifier: BSL-1.0
// conformance · pages: a query read page by page, by tokens that hold the place of a row in its order.
#include "library.hpp"

namespace pages {

using koine::asc;
using koine::col;
using koine::desc;
using library::texts;

struct box;
struct item {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int32_t> weight{};
    float length{};
    std::optional<double> price{};
    std::uint64_t code{};
    std::vector<std::byte> mark{};
    bool sold{};
    std::optional<std::int64_t> box_id{};
};
constexpr auto describe(koine::model<item>) {
    return koine::table("items").primary_key<&item::id>(koine::generated).unique<&item::name>().belongs_to<"box", box, &item::box_id>();
}
struct box {
    std::int64_t id{};
    std::optional<std::string> label{};
};
constexpr auto describe(koine::model<box>) {
    return koine::table("boxes").primary_key<&box::id>(koine::generated).has_many<"items", item, "box">();
}
struct mate { std::string name; };
struct box_of_item { std::optional<std::string> label; std::vector<mate> items; };
struct boxed { std::string name; std::optional<box_of_item> box; };

/// Items with ties, NULLs, signs and fractions that no decimal has, in boxes of which one has no label.
struct shelf : server::fresh {
    shelf() {
        db.create_tables<box, item>();
        std::vector<box> boxes;
        for (std::optional<std::string> const& label : {std::optional<std::string>("\xC3\xA9 \"x\"\n\\"), std::optional<std::string>(), std::optional<std::string>("a%_")})
            boxes.push_back(db.insert(box{.label = label}));
        for (int i = 0; i < 23; ++i) {
            item one{.name = std::string(1, static_cast<char>('a' + i * 5 % 23)), .length = static_cast<float>(i * 7 % 4) / 10, .code = i % 3 == 0 ? ~0ULL - static_cast<unsigned>(i % 5) : static_cast<unsigned>(i % 4), .sold = i % 2 == 0};
            if (i % 4 != 1) one.weight = i * 11 % 5 - 2;
            if (i % 5 != 2) one.price = (i % 3 - 1) / 3.0;
            if (i % 6 != 3) one.box_id = boxes[static_cast<std::size_t>(i) % 3].id;
            one.mark.assign(static_cast<std::size_t>(i % 3), static_cast<std::byte>(i % 2 * 200));
            db.insert(one);
        }
    }
    template <class Query>
    texts names(Query const& query) {
        return library::each(db.all(query), &Query::result_type::name);
    }
    /// All names, page by page; forward, then backward from the last page.
    template <class Query>
    void walk(Query const& query) {
        // With a limit, so that the primary key decides among ties.
        texts const all = names(query.limit(1000));
        REQUIRE(all.size() > 4);
        for (std::int64_t size : {1, 2, 3, 7, 1000}) {
            INFO("pages of " << size);
            texts forward;
            std::string token;
            koine::page<typename Query::result_type> read;
            for (std::size_t guard = 0;; ++guard) {
                REQUIRE(guard <= all.size());
                read = db.page(query, {.size = size, .after = token});
                CHECK(read.previous.has_value() == !token.empty());
                CHECK(!read.total);
                for (auto const& row : read.rows) forward.push_back(row.name);
                if (!read.next) break;
                CHECK(read.rows.size() == static_cast<std::size_t>(size));
                token = *read.next;
            }
            CHECK(forward == all);
            texts backward = library::each(read.rows, &Query::result_type::name);
            while (read.previous) {
                read = db.page(query, {.size = size, .before = *read.previous});
                CHECK(read.next);
                texts const part = library::each(read.rows, &Query::result_type::name);
                backward.insert(backward.begin(), part.begin(), part.end());
            }
            CHECK(backward == all);
        }
    }
};

TEST_CASE("pages of any size, forward and backward, are the rows of one read", "[order-pages]") {
    shelf items;
    items.walk(koine::from<item>());
    items.walk(koine::from<item>().order_by(asc(col<&item::weight>)));
    items.walk(koine::from<item>().order_by(desc(col<&item::weight>), asc(col<&item::name>)));
    items.walk(koine::from<item>().order_by(asc(col<&item::length>), desc(col<&item::price>)));
    items.walk(koine::from<item>().order_by(desc(col<&item::length>)).where(col<&item::sold>));
    items.walk(koine::from<item>().order_by(asc(col<&item::code>), desc(col<&item::mark>)));
    items.walk(koine::from<item>().order_by(desc(col<&item::code>), asc(col<&item::sold>)));
    items.walk(koine::from<item>().order_by(asc(col<&item::weight> * 2 + 1), desc(col<&item::id>)));
    for (bool present : {true, false})
        items.walk(koine::from<item>().where(koine::when(present, col<&item::sold>)).order_by(desc(col<&item::price>)));
}

TEST_CASE("pages ordered by what is related", "[order-pages][relations-values]") {
    shelf items;
    auto const label = koine::value_of<"box">(col<&box::label>);
    items.walk(koine::from<item>().order_by(asc(label)));
    items.walk(koine::from<item>().order_by(desc(label), asc(koine::value_of<"box">(koine::count_of<"items">())), desc(col<&item::name>)));
    items.walk(koine::from<item>().select<boxed>().include<&boxed::box, &box_of_item::items>(koine::order_by(asc(col<&item::name>)), koine::limit(2)).order_by(desc(label)));
    items.walk(koine::from<item>().distinct_on(col<&item::weight>, col<&item::sold>).order_by(desc(label), asc(col<&item::price>)));
    items.walk(koine::from<item>().left_join<"box">().order_by(asc(col<&box::label>), asc(col<&item::id>)));
}

TEST_CASE("a page's shapes are as those of one read", "[order-pages][include]") {
    shelf items;
    auto const query = koine::from<item>().select<boxed>().order_by(asc(col<&item::name>));
    auto const all = items.db.all(query);
    auto const read = items.db.page(query, {.size = 5});
    REQUIRE(read.rows.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(read.rows[i].name == all[i].name);
        REQUIRE(read.rows[i].box.has_value() == all[i].box.has_value());
        if (all[i].box) CHECK((read.rows[i].box->label == all[i].box->label && read.rows[i].box->items.size() == all[i].box->items.size()));
    }
}

TEST_CASE("a page's total counts the rows of all pages, and is there only where it is asked for", "[order-pages]") {
    shelf items;
    auto const sold = koine::from<item>().where(col<&item::sold>).order_by(asc(col<&item::name>));
    auto const first = items.db.page(sold, {.size = 5, .with_total = true});
    CHECK(first.total == items.db.count(sold));
    CHECK(items.db.page(sold, {.size = 5, .after = *first.next, .with_total = true}).total == first.total);
    CHECK(!items.db.page(sold, {.size = 5}).total);
    auto const none = items.db.page(koine::from<item>().where(col<&item::name> == "none"), {.with_total = true});
    CHECK((none.rows.empty() && none.total == 0 && !none.next && !none.previous));
    items.db.transaction([&](auto& tx) {
        tx.execute(koine::erase_all<item>());
        auto const gone = tx.page(sold, {.with_total = true});
        CHECK((gone.rows.empty() && gone.total == 0));
    });
}

TEST_CASE("a page behind a row that is gone begins where it was", "[order-pages]") {
    shelf items;
    auto const query = koine::from<item>().order_by(asc(col<&item::name>));
    auto const first = items.db.page(query, {.size = 3});
    items.db.execute(koine::erase<item>().where(col<&item::name>.in({"c", "d"})));
    auto const second = items.db.page(query, {.size = 2, .after = *first.next});
    CHECK(library::each(second.rows, &item::name) == texts{"e", "f"});
}

TEST_CASE("a token of another order, or none at all, is refused before anything is sent", "[order-pages][errors]") {
    shelf items;
    auto const by_weight = koine::from<item>().order_by(asc(col<&item::weight>));
    std::string const token = *items.db.page(by_weight, {.size = 3}).next;
    auto const kind = [&](auto const& query, std::string const& after) {
        return conformance::kind_of([&] { items.db.page(query, {.after = after}); });
    };
    CHECK(kind(by_weight, token) == "no failure");
    CHECK(kind(by_weight.where(col<&item::sold>), token) == "no failure");
    CHECK(kind(koine::from<item>(), token) == "cursor");
    CHECK(kind(koine::from<item>().order_by(desc(col<&item::weight>)), token) == "cursor");
    CHECK(kind(koine::from<item>().order_by(asc(col<&item::weight>), asc(col<&item::name>)), token) == "cursor");
    CHECK(kind(koine::from<item>().order_by(asc(col<&item::weight> + 1)), *items.db.page(koine::from<item>().order_by(asc(col<&item::weight> + 1)), {.size = 1}).next) == "no failure");
    CHECK(kind(koine::from<item>().order_by(asc(col<&item::weight> + 2)), *items.db.page(koine::from<item>().order_by(asc(col<&item::weight> + 1)), {.size = 1}).next) == "cursor");
    CHECK(kind(koine::from<box>(), *items.db.page(koine::from<item>(), {.size = 1}).next) == "cursor");
    for (std::string const& damaged : {token + "A", token + "=", token.substr(1), token.substr(0, token.size() - 2), std::string("x"), std::string("' OR 1=1 --")}) {
        INFO(damaged);
        CHECK(kind(by_weight, damaged) == "cursor");
    }
    CHECK(conformance::kind_of([&] { items.db.page(by_weight, {.size = 0}); }) == "misuse");
    CHECK(conformance::kind_of([&] { items.db.page(by_weight, {.after = token, .before = token}); }) == "misuse");
    CHECK(items.db.count(koine::from<item>()) == 23);
}

}  // namespace pages
