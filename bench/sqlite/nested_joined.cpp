// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/nested_joined: one flat join, folded where a key changes.
#include "nested.hpp"

#include "case.hpp"

namespace bench::sqlite {
namespace {

class raw_flat_join {
public:
    raw_flat_join(sqlite3* connection, user_range range)
        : range_(range),
          joined_(connection,
                  "SELECT u.id, p.id, c.id, c.body, c.likes, p.title, u.name FROM users u LEFT JOIN posts p ON p.user_id = u.id "
                  "LEFT JOIN comments c ON c.post_id = p.id WHERE u.id BETWEEN ? AND ? ORDER BY u.id, p.id") {}

    pages operator()() {
        pages users;
        sqlite3_stmt* const row = joined_.handle();
        bind_range(joined_, range_);
        std::int64_t user_id = 0, post_id = 0;
        while (joined_.step()) {
            checked::read(row, 0, user_id);
            if (users.empty() || users.back().id != user_id) checked::read(row, 6, add_row(users, user_id).name);
            if (sqlite3_column_type(row, 1) == SQLITE_NULL) continue;
            auto& posts = users.back().posts;
            checked::read(row, 1, post_id);
            if (posts.empty() || posts.back().id != post_id) checked::read(row, 5, add_row(posts, post_id).title);
            if (sqlite3_column_type(row, 2) == SQLITE_NULL) continue;
            auto& comment = posts.back().comments.emplace_back();
            read_members(row, 2, comment.id, comment.body, comment.likes);
        }
        joined_.reset();
        return users;
    }

private:
    template <class Row>
    static Row& add_row(std::vector<Row>& rows, std::int64_t id) {
        auto& row = rows.emplace_back();
        row.id = id;
        return row;
    }

    user_range range_;
    statement joined_;
};

}  // namespace

void add_joined(std::string const& name, place const& where, user_range range) {
    add(name, "raw:flat_join", [where, range] { return raw_flat_join(where.open().native_handle(), range); });
}

}  // namespace bench::sqlite
