// SPDX-License-Identifier: BSL-1.0
// bench · mysql/nested_json: one statement whose lists are JSON arrays, read by hand.
#include "nested.hpp"

#include "../json_by_hand.hpp"

namespace bench::mysql {
namespace {

struct json_arrays {
    connection on;
    user_range range;
    statement users{on.get(),
                    "SELECT u.id, u.name, (SELECT JSON_ARRAYAGG(JSON_ARRAY(p.id, p.title, "
                    "(SELECT JSON_ARRAYAGG(JSON_ARRAY(c.id, c.body, c.likes)) FROM comments c WHERE c.post_id = p.id))) "
                    "FROM posts p WHERE p.user_id = u.id) FROM users u WHERE u.id BETWEEN ? AND ?",
                    range_kinds,
                    {kind::int64, kind::text, kind::text}};

    pages operator()() {
        pages read;
        for (run(users, range); users.fetch();) {
            library::user_page& user = read.emplace_back();
            users.row().read(0, user.id);
            users.row().read(1, user.name);
            if (!users.row().null(2)) json_by_hand(users.row().text(2)).read(user.posts);
        }
        return read;
    }
};

cases const json([] {
    add_nested("raw:json_arrays", 1, [](distance const& at, user_range range) { return json_arrays{server::get().connect(at), range}; });
});

}  // namespace
}  // namespace bench::mysql
