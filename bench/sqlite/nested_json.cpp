// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/nested_json: one statement whose columns are JSON arrays, read by hand.
#include "nested.hpp"

#include "case.hpp"
#include "json_by_hand.hpp"

namespace bench::sqlite {
namespace {

class raw_json_arrays {
public:
    raw_json_arrays(sqlite3* connection, user_range range) : range_(range), users_(connection, text()) {}

    pages operator()() {
        pages users;
        bind_range(users_, range_);
        while (users_.step()) {
            auto& user = users.emplace_back();
            read_members(users_.handle(), 0, user.id, user.name);
            json_by_hand(json_of(users_.handle(), 2)).read(user.posts);
        }
        users_.reset();
        return users;
    }

private:
    /// A subquery's result was still JSON to what is around it until SQLite 3.54.
    static std::string text() {
        bool const keeps_subtype = sqlite3_libversion_number() < 3054000;
        return std::string("SELECT id, name, (SELECT json_group_array(json_array(p.id, p.title, ") + (keeps_subtype ? "(" : "json((") +
               "SELECT json_group_array(json_array(c.id, c.body, c.likes)) FROM comments c WHERE c.post_id = p.id" + (keeps_subtype ? ")" : "))") +
               ")) FROM posts p WHERE p.user_id = u.id) FROM users u WHERE id BETWEEN ? AND ?";
    }

    user_range range_;
    statement users_;
};

}  // namespace

void add_json_arrays(std::string const& name, place const& where, user_range range) {
    add(name, "raw:json_arrays", [where, range] { return raw_json_arrays(where.open().native_handle(), range); });
}

}  // namespace bench::sqlite
