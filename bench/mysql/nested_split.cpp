// SPDX-License-Identifier: BSL-1.0
// bench · mysql/nested_split: a statement a level: one after the other, all in one message, and all as one statement.
#include "nested.hpp"

namespace bench::mysql {
namespace {

struct sequential {
    connection on;
    user_range range;
    statement users{on.get(), users_in_range, range_kinds, {kind::int64, kind::text}};
    statement posts{on.get(), posts_in_range, range_kinds, {kind::int64, kind::int64, kind::text}};
    statement comments{on.get(), comments_in_range, range_kinds, {kind::int64, kind::int64, kind::text, kind::int32}};

    pages operator()() {
        nested_fold fold;
        execute(on.get(), begin_snapshot);
        for (run(users, range); users.fetch();) add_user(fold, users.row());
        for (run(posts, range); posts.fetch();) add_post(fold, posts.row());
        for (run(comments, range); comments.fetch();) add_comment(fold, comments.row());
        execute(on.get(), "COMMIT");
        return fold.take();
    }
};

/// One round trip and one snapshot, but the numbers stand in the text, which the server must read each time.
struct in_one_message {
    connection on;
    user_range range;

    pages operator()() {
        nested_fold fold;
        std::string sql = begin_snapshot;
        for (char const* const one : {users_in_range, posts_in_range, comments_in_range}) sql.append("; ").append(with_numbers(one));
        sql.append("; COMMIT");
        if (mysql_real_query(on.get(), sql.data(), sql.size()) != 0) fail(on.get());
        next();
        each_row(on.get(), [&](text_row const& row) { add_user(fold, row); });
        next();
        each_row(on.get(), [&](text_row const& row) { add_post(fold, row); });
        next();
        each_row(on.get(), [&](text_row const& row) { add_comment(fold, row); });
        next();
        if (mysql_next_result(on.get()) >= 0) throw std::runtime_error("there are more results");
        return fold.take();
    }
    static in_one_message open(distance const& at, user_range range) {
        in_one_message made{server::get().connect(at), range};
        mysql_set_server_option(made.on.get(), MYSQL_OPTION_MULTI_STATEMENTS_ON);
        return made;
    }

private:
    void next() {
        if (mysql_next_result(on.get()) != 0) fail(on.get());
    }
    [[nodiscard]] std::string with_numbers(std::string_view sql) const {
        std::string text;
        std::int64_t numbers[] = {range.first, range.last};
        std::int64_t const* number = numbers;
        for (char const letter : sql)
            if (letter == '?') text += std::to_string(*number++);
            else text.push_back(letter);
        return text;
    }
};

/// One round trip and one snapshot without a transaction, prepared. Rows of all levels have the same columns: whose child,
/// id, text, likes; only a comment has likes, and only a user is nobody's child.
struct united {
    connection on;
    user_range range;
    statement levels{on.get(), text(), {kind::int64, kind::int64, kind::int64, kind::int64, kind::int64, kind::int64}, {kind::int64, kind::int64, kind::text, kind::int32}};

    pages operator()() {
        nested_fold fold;
        for (std::size_t i = 0; i < 6; ++i) levels.values().set(i, i % 2 == 0 ? range.first : range.last);
        levels.run();
        places const& row = levels.row();
        while (levels.fetch()) {
            if (!row.null(3)) {
                add_comment(fold, row);
            } else if (!row.null(0)) {
                add_post(fold, row);
            } else {
                library::user_page& user = fold.add_user();
                row.read(1, user.id);
                row.read(2, user.name);
            }
        }
        return fold.take();
    }
    static std::string text() {
        return "SELECT NULL AS parent, id, name, NULL AS likes FROM users WHERE id BETWEEN ? AND ? UNION ALL "
               "SELECT p.user_id, p.id, p.title, NULL FROM users u JOIN posts p ON p.user_id = u.id WHERE u.id BETWEEN ? AND ? UNION ALL " +
               std::string(comments_in_range);
    }
};

cases const split([] {
    add_nested("raw:split", 5, [](distance const& at, user_range range) { return sequential{server::get().connect(at), range}; });
    add_nested("raw:one_message_split", 1, [](distance const& at, user_range range) { return in_one_message::open(at, range); });
    add_nested("raw:united_split", 1, [](distance const& at, user_range range) { return united{server::get().connect(at), range}; });
});

}  // namespace
}  // namespace bench::mysql
