// SPDX-License-Identifier: BSL-1.0
// bench · diesel_floors: the floors of diesel_bench's cases, by a client's session.
#pragma once

#include "diesel_koine.hpp"
#include "kind.hpp"
#include "nested_fold.hpp"

namespace bench {

inline constexpr auto read_diesel_user = [](auto const& row, auto& out) {
    row.read(0, out.id);
    row.read(1, out.name);
    row.read(2, out.hair_color);
};
inline std::vector<kind> diesel_user_kinds() { return {kind::int32, kind::text, kind::text}; }

template <class Session>
struct raw_trivial {
    Session on;
    decltype(on.prepare({}, {}, {})) users = on.prepare("SELECT id, name, hair_color FROM users", {}, diesel_user_kinds());

    std::vector<diesel::user> operator()() { return users.template rows<diesel::user>(read_diesel_user); }
};

template <class Session>
struct raw_medium {
    Session on;
    decltype(on.prepare({}, {}, {})) joined =
        on.prepare("SELECT u.id, u.name, u.hair_color, p.id, p.user_id, p.title, p.body FROM users u LEFT JOIN posts p ON p.user_id = u.id WHERE u.hair_color = ?",
                   {kind::text}, {kind::int32, kind::text, kind::text, kind::int32, kind::int32, kind::text, kind::text});

    std::vector<diesel::user_beside_post> operator()() {
        joined.bind(0, std::string_view("black"));
        return joined.template rows<diesel::user_beside_post>([](auto const& row, diesel::user_beside_post& out) {
            read_diesel_user(row, out);
            row.read(3, out.post_id);
            row.read(4, out.user_id);
            row.read(5, out.title);
            row.read(6, out.body);
        });
    }
};

template <class Session>
struct raw_multi_row_insert {
    Session on;
    std::vector<diesel::user> users;
    decltype(on.prepare({}, {}, {})) insert = on.prepare(text(), std::vector<kind>(users.size() * 2, kind::text), {});

    std::int64_t operator()() {
        int at = 0;
        for (diesel::user const& one : users) {
            insert.bind(at++, std::string_view(one.name));
            insert.bind(at++, std::string_view(*one.hair_color));
        }
        insert.run();
        return static_cast<std::int64_t>(users.size());
    }

private:
    [[nodiscard]] std::string text() const {
        std::string sql = "INSERT INTO users (name, hair_color) VALUES ";
        for (std::size_t i = 0; i < users.size(); ++i) sql.append(i == 0 ? "(?, ?)" : ", (?, ?)");
        return sql;
    }
};

/// A statement a level, merged by keys.
template <class Session>
struct raw_associations {
    Session on;
    decltype(on.prepare({}, {}, {})) users = on.prepare("SELECT id, name, hair_color FROM users ORDER BY id", {}, diesel_user_kinds());
    decltype(users) posts = on.prepare("SELECT id, user_id, title, body FROM posts ORDER BY user_id, id", {}, {kind::int32, kind::int32, kind::text, kind::text});
    decltype(users) comments = on.prepare("SELECT id, post_id, text FROM comments ORDER BY post_id, id", {}, {kind::int32, kind::int32, kind::text});

    std::vector<diesel::user_and_posts> operator()() {
        on.begin_snapshot();
        std::vector<diesel::user_and_posts> all = users.template rows<diesel::user_and_posts>(read_diesel_user);
        parents_by_key<diesel::user_and_posts> owners;
        owners.add_all(all);
        posts.each([&](auto const& row) {
            diesel::post_and_comments one;
            row.read(1, one.user_id);
            diesel::post_and_comments& kept = owners.of(one.user_id).posts.emplace_back();
            kept.user_id = one.user_id;
            row.read(0, kept.id);
            row.read(2, kept.title);
            row.read(3, kept.body);
        });
        parents_by_key<diesel::post_and_comments> known;
        for (diesel::user_and_posts& one : all) known.add_all(one.posts);
        comments.each([&](auto const& row) {
            std::int32_t post = 0;
            row.read(1, post);
            diesel::comment& kept = known.of(post).comments.emplace_back();
            kept.post_id = post;
            row.read(0, kept.id);
            row.read(2, kept.text);
        });
        on.commit();
        return all;
    }
};

/// The levels as one statement, whose rows have the same columns: level, id, parent and two texts.
template <class Session>
struct raw_united_associations {
    Session on;
    decltype(on.prepare({}, {}, {})) levels =
        on.prepare("SELECT 0, id, 0, name, hair_color FROM users UNION ALL SELECT 1, id, user_id, title, body FROM posts UNION ALL "
                   "SELECT 2, id, post_id, text, NULL FROM comments",
                   {}, {kind::int32, kind::int32, kind::int32, kind::text, kind::text});

    std::vector<diesel::user_and_posts> operator()() {
        std::vector<diesel::user_and_posts> all;
        parents_by_key<diesel::user_and_posts> owners;
        parents_by_key<diesel::post_and_comments> known;
        levels.each([&](auto const& row) {
            std::int32_t level = 0, parent = 0;
            row.read(0, level);
            row.read(2, parent);
            if (level == 0) {
                diesel::user_and_posts& user = all.emplace_back();
                row.read(1, user.id);
                row.read(3, user.name);
                row.read(4, user.hair_color);
            } else if (level == 1) {
                if (owners.all().empty()) owners.add_all(all);
                diesel::post_and_comments& post = owners.of(parent).posts.emplace_back();
                row.read(1, post.id);
                post.user_id = parent;
                row.read(3, post.title);
                row.read(4, post.body);
            } else {
                if (known.all().empty())
                    for (diesel::user_and_posts& one : all) known.add_all(one.posts);
                diesel::comment& comment = known.of(parent).comments.emplace_back();
                row.read(1, comment.id);
                comment.post_id = parent;
                row.read(3, comment.text);
            }
        });
        return all;
    }
};

template <class Session>
void add_diesel_floors() {
    add_diesel_reading<Session>("bench_trivial_query", "raw:prepared", trivial_rows, [](distance const& at, diesel_rows const& rows) { return raw_trivial<Session>{{at, rows}}; });
    add_diesel_reading<Session>("bench_medium_complex_query", "raw:prepared", medium_rows, [](distance const& at, diesel_rows const& rows) { return raw_medium<Session>{{at, rows}}; });
    add_at(Session::near(), "bench_loading_associations_sequentially", "raw:split", 5, [](distance const& at) { return raw_associations<Session>{{at, associated_rows()}}; });
    if constexpr (Session::one_message)
        add_at(Session::near(), "bench_loading_associations_sequentially", "raw:united_split", 1, [](distance const& at) { return raw_united_associations<Session>{{at, associated_rows()}}; });
}
/// Koine's connection empties the table of the insert, so that this needs the ground.
template <class Ground>
void add_diesel_insert_floors() {
    add_diesel_insert<Ground>("raw:multi_row_values", [](std::int64_t) { return 1; }, [](distance const& at, diesel_rows const& empty, std::vector<diesel::user> users) {
        return raw_multi_row_insert<typename Ground::session>{{at, empty}, std::move(users)};
    });
}

}  // namespace bench
