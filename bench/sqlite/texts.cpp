// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/texts: what the text of a query costs, and what reading the nested result's JSON does alone.
#include "case.hpp"
#include "json_by_hand.hpp"
#include "place.hpp"
#include "queries.hpp"
#include "statement.hpp"

namespace bench::sqlite {
namespace {

std::string_view koine_text() { return koine::sql_text<koine::dialect::sqlite>(nested({1, 100})); }

std::string_view raw_literal() {
    return R"(SELECT t0."id", t0."name", (SELECT json_group_array(json_array(t1."id", t1."title", json((SELECT json_group_array(json_array(t2."id", t2."body", t2."likes")) FROM "comments" AS t2 WHERE t2."post_id" = t1."id")))) FROM "posts" AS t1 WHERE t1."user_id" = t0."id") FROM "users" AS t0 WHERE t0."id" >= ? AND t0."id" <= ?)";
}

/// The nested result of 100 users as one JSON text, made by SQLite.
std::string const& nested_json() {
    static std::string const text = [] {
        statement made(memory().native_handle(),
                       "SELECT json_group_array(json_array(id, name, json((SELECT json_group_array(json_array(p.id, p.title, json((SELECT "
                       "json_group_array(json_array(c.id, c.body, c.likes)) FROM comments c WHERE c.post_id = p.id)))) FROM posts p "
                       "WHERE p.user_id = u.id)))) FROM users u WHERE id <= 100");
        made.step();
        std::string json;
        checked::read(made.handle(), 0, json);
        return json;
    }();
    return text;
}

struct decoded {
    std::string_view text = nested_json();
    [[nodiscard]] std::size_t bytes() const { return text.size(); }
};
struct koine_decode : decoded {
    std::vector<library::user_page> operator()() const {
        std::vector<library::user_page> users;
        koine::detail::decode_json_list(text, users);
        return users;
    }
};
struct raw_decode : decoded {
    std::vector<library::user_page> operator()() const {
        std::vector<library::user_page> users;
        json_by_hand(text).read(users);
        return users;
    }
};

cases const texts([] {
    add("sql_text", "koine", [] { return koine_text; });
    add("sql_text", "raw:literal", [] { return raw_literal; });
    add("decode_json", "koine", [] { return koine_decode{}; });
    add("decode_json", "raw:memchr", [] { return raw_decode{}; });
});

}  // namespace
}  // namespace bench::sqlite
