// SPDX-License-Identifier: BSL-1.0
// conformance · statements: outer and cross joins give the rows that C++ would pick, those without a partner among them.
#include "library.hpp"

namespace statements {

using namespace library;
using koine::asc;
using koine::col;
using server::dialect;

constexpr auto title = col<&article::title>;
constexpr auto name = col<&author::name>;

struct paired {
    std::optional<std::string> title;
    std::optional<std::string> name;
};
/// Each row as "title/name", - for none.
texts spelled(std::vector<paired> const& rows) {
    texts all;
    for (paired const& one : rows) all.push_back(one.title.value_or("-") + "/" + one.name.value_or("-"));
    return all;
}

TEST_CASE("a right join keeps the joined rows that have no partner, and a full join those of both sides", "[statements]") {
    books all;
    auto const pairs = koine::from<article>().select<paired>(title, name).order_by(asc(title), asc(name));
    // Bob edited e and c, Cyd d, Ada nothing; a, b and f have no editor.
    CHECK(spelled(all.db.all(pairs.right_join<"editor">())) == texts{"c/Bob", "d/Cyd", "e/Bob", "-/Ada"});
    auto const by_condition = koine::on(col<&author::id> == col<&article::editor_id> && col<&article::rank> == 2 && title != "e");
    CHECK(spelled(all.db.all(pairs.right_join<author>(by_condition))) == texts{"c/Bob", "d/Cyd", "-/Ada"});
    CHECK(spelled(all.db.all(pairs.right_join<"editor">().where(title == std::nullopt))) == texts{"-/Ada"});
    CHECK(all.db.count(koine::from<article>().right_join<"editor">()) == 4);
    CHECK(all.db.exists(koine::from<article>().right_join<"editor">().where(title == std::nullopt)));

    auto const both = pairs.full_join<author>(by_condition);
    if constexpr (koine::expressible<dialect, decltype(both)>)
        CHECK(spelled(all.db.all(both)) == texts{"a/-", "b/-", "c/Bob", "d/Cyd", "e/-", "f/-", "-/Ada"});
    auto const unequal = pairs.full_join<author>(koine::on(col<&author::id> == col<&article::editor_id> || title == "z"));
    if constexpr (koine::expressible<dialect, decltype(unequal)>)
        CHECK(spelled(all.db.all(unequal)) == texts{"a/-", "b/-", "c/Bob", "d/Cyd", "e/Bob", "f/-", "-/Ada"});
}

TEST_CASE("behind a right join every table before it may be missing", "[statements]") {
    books all;
    static constexpr auto editor = koine::alias<author, "editor">;
    auto const pairs = koine::from<article>().join<"author">().select<paired>(title, editor.col<&author::name>);
    auto const named = koine::from<article>().join<"author">().select<paired>(name, editor.col<&author::name>);
    CHECK(spelled(all.db.all(pairs.right_join<"editor">(editor).order_by(asc(title)))) == texts{"c/Bob", "d/Cyd", "e/Bob", "-/Ada"});
    CHECK(spelled(all.db.all(named.right_join(editor, koine::on(editor.col<&author::id> == col<&article::editor_id> && title == "d")).order_by(asc(name), asc(editor.col<&author::name>)))) ==
          texts{"Ada/Cyd", "-/Ada", "-/Bob"});
}

struct scored { std::int32_t score{}; };
struct maybe_article {
    std::optional<std::string> title;
    std::vector<scored> comments;
};

TEST_CASE("the lists of a row that is missing are empty, on a page too", "[statements]") {
    books all;
    auto const spell = [](std::vector<maybe_article> const& rows) {
        texts every;
        for (maybe_article const& one : rows) {
            std::string line = one.title.value_or("-");
            for (scored const& of : one.comments) line += " " + std::to_string(of.score);
            every.push_back(line);
        }
        return every;
    };
    auto const rows = koine::from<article>().select<maybe_article>().include<&maybe_article::comments>(koine::order_by(asc(col<&comment::score>))).right_join<"editor">();
    CHECK(spell(all.db.all(rows.order_by(asc(title)))) == texts{"c 9", "d 1 4 7", "e 3 6 8", "-"});
    CHECK(spell(all.db.all(rows.order_by(koine::desc(title)).limit(2))) == texts{"-", "e 3 6 8"});
    CHECK(spell(all.db.all(rows.limit(2).offset(2))) == texts{"c 9", "-"});
}

TEST_CASE("a cross join pairs every row with every row", "[statements]") {
    books all;
    static constexpr auto other = koine::alias<author, "other">;
    auto const pairs = koine::from<author>().cross_join(other).select<paired>(name, other.col<&author::name>).order_by(asc(name), asc(other.col<&author::name>));
    CHECK(all.db.count(pairs) == 9);
    CHECK(spelled(all.db.all(pairs.where(other.col<&author::id> < col<&author::id>))) == texts{"Bob/Ada", "Cyd/Ada", "Cyd/Bob"});
    CHECK(all.db.count(koine::from<author>().cross_join<comment>().where(col<&comment::score> > 7)) == 6);
}

}  // namespace statements
