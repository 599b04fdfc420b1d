// SPDX-License-Identifier: BSL-1.0
// bench · postgres/nested_split: a statement a level: one after the other by the keys that were found, all in one pipeline by
// a condition on the parents, and all as one statement.
#include "nested.hpp"

#include <vector>

namespace bench::postgres {
namespace {

constexpr char const* begin_snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr char const* users_in_range = "SELECT id, name FROM users WHERE id BETWEEN $1 AND $2";

/// bigint[] in binary.
class key_array {
public:
    explicit key_array(std::vector<std::int64_t> const& keys) : bytes_(20 + keys.size() * 12) {
        std::array<std::int32_t, 5> const head{1, 0, static_cast<std::int32_t>(type::int64), static_cast<std::int32_t>(keys.size()), 1};
        char* to = bytes_.data();
        for (std::int32_t const word : head) store(word, std::exchange(to, to + 4));
        for (std::int64_t const key : keys) {
            store(std::int32_t{8}, std::exchange(to, to + 4));
            store(key, std::exchange(to, to + 8));
        }
    }
    [[nodiscard]] std::string_view bytes() const { return {bytes_.data(), bytes_.size()}; }

private:
    std::vector<char> bytes_;
};

class pipeline {
public:
    explicit pipeline(PGconn* on) : on_(on) {
        if (PQenterPipelineMode(on) == 0) fail(on);
    }
    void synchronize() {
        if (PQpipelineSync(on_) == 0) fail(on_);
    }
    result take_rows() { return take_one(PGRES_TUPLES_OK); }
    void take_command() { take_one(PGRES_COMMAND_OK); }
    void take_synchronization() { take(on_, PGRES_PIPELINE_SYNC); }

private:
    result take_one(ExecStatusType kind) {
        result found = take(on_, kind);
        take_end(on_);
        return found;
    }

    PGconn* on_;
};

/// In three round trips: the transaction begins with the first statement and ends with the last.
struct sequential {
    connection on;
    user_range range;
    statement begin = prepare_command(on.get(), "begin", begin_snapshot);
    statement users{on.get(), "users", users_in_range, {type::int64, type::text}};
    statement posts{on.get(), "posts", "SELECT user_id, id, title FROM posts WHERE user_id = ANY($1::bigint[])", {type::int64, type::int64, type::text}};
    statement comments{on.get(), "comments", "SELECT post_id, id, body, likes FROM comments WHERE post_id = ANY($1::bigint[])",
                       {type::int64, type::int64, type::text, type::int32}};
    statement commit = prepare_command(on.get(), "commit", "COMMIT");
    pipeline line{on.get()};

    pages operator()() {
        nested_fold fold;
        begin.send();
        users.send(bind(range));
        line.synchronize();
        line.take_command();
        add_users(fold, line.take_rows().get());
        line.take_synchronization();

        key_array const user_keys(fold.user_keys());
        values<1> keys;
        keys.set(0, user_keys.bytes());
        posts.send(keys);
        line.synchronize();
        add_posts(fold, line.take_rows().get());
        line.take_synchronization();

        key_array const post_keys(fold.post_keys());
        keys.set(0, post_keys.bytes());
        comments.send(keys);
        commit.send();
        line.synchronize();
        add_comments(fold, line.take_rows().get());
        line.take_command();
        line.take_synchronization();
        return fold.take();
    }
};

/// In one: each statement finds the parents again.
struct pipelined {
    connection on;
    user_range range;
    statement begin = prepare_command(on.get(), "begin", begin_snapshot);
    statement users{on.get(), "users", users_in_range, {type::int64, type::text}};
    statement posts{on.get(), "posts", "SELECT user_id, id, title FROM posts WHERE user_id IN (SELECT id FROM users WHERE id BETWEEN $1 AND $2)",
                    {type::int64, type::int64, type::text}};
    statement comments{on.get(), "comments",
                       "SELECT post_id, id, body, likes FROM comments WHERE post_id IN "
                       "(SELECT id FROM posts WHERE user_id IN (SELECT id FROM users WHERE id BETWEEN $1 AND $2))",
                       {type::int64, type::int64, type::text, type::int32}};
    statement commit = prepare_command(on.get(), "commit", "COMMIT");
    pipeline line{on.get()};

    pages operator()() {
        nested_fold fold;
        values<2> const bound = bind(range);
        begin.send();
        for (statement const* const one : {&users, &posts, &comments}) one->send(bound);
        commit.send();
        line.synchronize();
        line.take_command();
        add_users(fold, line.take_rows().get());
        add_posts(fold, line.take_rows().get());
        add_comments(fold, line.take_rows().get());
        line.take_command();
        line.take_synchronization();
        return fold.take();
    }
};

/// In one, and one snapshot without a transaction; the parents are found once. Rows of all levels have the same columns:
/// whose child, id, text, likes; only a comment has likes, and only a user is nobody's child.
struct united {
    connection on;
    user_range range;
    statement levels{on.get(), "levels",
                     "WITH u AS MATERIALIZED (SELECT id, name FROM users WHERE id BETWEEN $1 AND $2), "
                     "p AS MATERIALIZED (SELECT user_id, id, title FROM posts WHERE user_id = ANY(ARRAY(SELECT id FROM u))) "
                     "SELECT NULL::bigint, id, name, NULL::integer FROM u UNION ALL SELECT user_id, id, title, NULL FROM p UNION ALL "
                     "SELECT post_id, id, body, likes FROM comments WHERE post_id = ANY(ARRAY(SELECT id FROM p))",
                     {type::int64, type::int64, type::text, type::int32}};

    pages operator()() {
        nested_fold fold;
        result const rows = levels.run(bind(range));
        for (int i = 0, count = PQntuples(rows.get()); i < count; ++i) {
            if (PQgetisnull(rows.get(), i, 0) != 0) {
                read(fold.add_user(), rows.get(), i, &library::user_page::name);
            } else if (PQgetisnull(rows.get(), i, 3) != 0) {
                read(fold.add_post(number_at<std::int64_t>(rows.get(), i, 0)), rows.get(), i, &library::post_page::title);
            } else {
                library::comment_line& comment = fold.add_comment(number_at<std::int64_t>(rows.get(), i, 0));
                read(comment, rows.get(), i, &library::comment_line::body);
                comment.likes = number_at<std::int32_t>(rows.get(), i, 3);
            }
        }
        return fold.take();
    }
    template <class Row>
    static void read(Row& out, PGresult const* rows, int row, std::string Row::*text) {
        out.id = number_at<std::int64_t>(rows, row, 1);
        (out.*text).assign(text_at(rows, row, 2));
    }
};

cases const split([] {
    add_nested("raw:split", 3, [](distance const& at, user_range range) { return sequential{server::get().connect(at), range}; });
    add_nested("raw:pipelined_split", 1, [](distance const& at, user_range range) { return pipelined{server::get().connect(at), range}; });
    add_nested("raw:united_split", 1, [](distance const& at, user_range range) { return united{server::get().connect(at), range}; });
});

}  // namespace
}  // namespace bench::postgres
