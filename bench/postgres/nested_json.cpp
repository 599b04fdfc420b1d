// SPDX-License-Identifier: BSL-1.0
// bench · postgres/nested_json: one statement whose lists are JSON arrays, read by hand.
#include "nested.hpp"

#include "../json_by_hand.hpp"

namespace bench::postgres {
namespace {

struct json_arrays {
    connection on;
    user_range range;
    statement users{on.get(), "users",
                    "SELECT u.id, u.name, (SELECT json_agg(json_build_array(p.id, p.title, "
                    "(SELECT json_agg(json_build_array(c.id, c.body, c.likes)) FROM comments c WHERE c.post_id = p.id))) "
                    "FROM posts p WHERE p.user_id = u.id) FROM users u WHERE u.id BETWEEN $1 AND $2",
                    {type::int64, type::text, type::json}};

    pages operator()() {
        result const rows = users.run(bind(range));
        int const count = PQntuples(rows.get());
        pages read(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            library::user_page& user = read[static_cast<std::size_t>(i)];
            user.id = number_at<std::int64_t>(rows.get(), i, 0);
            user.name.assign(text_at(rows.get(), i, 1));
            if (PQgetisnull(rows.get(), i, 2) == 0) json_by_hand(text_at(rows.get(), i, 2)).read(user.posts);
        }
        return read;
    }
};

cases const json([] {
    add_nested("raw:json_arrays", 1, [](distance const& at, user_range range) { return json_arrays{server::get().connect(at), range}; });
});

}  // namespace
}  // namespace bench::postgres
