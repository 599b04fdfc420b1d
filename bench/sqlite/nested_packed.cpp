// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/nested_packed: one statement whose subqueries end in an aggregate of our own: one that packs the values
// of its rows into bytes, and one that makes the structs themselves.
#include "nested.hpp"

#include "case.hpp"

#include <cstdlib>
#include <cstring>
#include <memory>

namespace bench::sqlite {
namespace {

// ---- bytes --------------------------------------------------------------------------------------------------------

/// Grows outside SQLite's own memory, whose statistics take a mutex; handed over as the result without a copy.
struct packed_bytes {
    char* bytes;
    std::size_t used, room;

    char* grow(std::size_t by) {
        if (room - used < by) {
            std::size_t const wanted = (room + by) * 2 + 400;
            auto* const larger = static_cast<char*>(std::realloc(bytes, wanted));
            if (larger == nullptr) return nullptr;
            bytes = larger, room = wanted;
        }
        return bytes + std::exchange(used, used + by);
    }
    /// The type in a byte, then eight bytes of a number, or four of a length and what is as long.
    bool add(sqlite3_value* value) {
        int const type = sqlite3_value_type(value);
        if (type == SQLITE_INTEGER) {
            std::int64_t const number = sqlite3_value_int64(value);
            char* const to = grow(9);
            if (to == nullptr) return false;
            *to = static_cast<char>(type);
            std::memcpy(to + 1, &number, 8);
            return true;
        }
        void const* const from = type == SQLITE_TEXT ? static_cast<void const*>(sqlite3_value_text(value)) : sqlite3_value_blob(value);
        auto const size = static_cast<std::uint32_t>(sqlite3_value_bytes(value));
        char* const to = grow(5 + size);
        if (to == nullptr) return false;
        *to = static_cast<char>(type);
        std::memcpy(to + 1, &size, 4);
        if (size != 0) std::memcpy(to + 5, from, size);
        return true;
    }
};

void pack_step(sqlite3_context* context, int count, sqlite3_value** values) {
    auto* const packed = static_cast<packed_bytes*>(sqlite3_aggregate_context(context, sizeof(packed_bytes)));
    for (int i = 0; i < count; ++i)
        if (packed == nullptr || !packed->add(values[i])) return sqlite3_result_error_nomem(context);
}
void pack_end(sqlite3_context* context) {
    auto* const packed = static_cast<packed_bytes*>(sqlite3_aggregate_context(context, 0));
    if (packed == nullptr) return sqlite3_result_zeroblob(context, 0);
    sqlite3_result_blob64(context, packed->bytes, packed->used, std::free);
}

class packed_reader {
public:
    packed_reader(void const* bytes, std::size_t size) : at_(static_cast<char const*>(bytes)), end_(at_ + size) {}
    explicit packed_reader(std::string_view bytes) : packed_reader(bytes.data(), bytes.size()) {}

    [[nodiscard]] bool more() const { return at_ != end_; }
    void read(std::int64_t& out) {
        if (*take(1) != SQLITE_INTEGER) fail_cell(0);
        std::memcpy(&out, take(8), 8);
    }
    void read(std::int32_t& out) {
        std::int64_t wide = 0;
        read(wide);
        if (wide < std::numeric_limits<std::int32_t>::min() || wide > std::numeric_limits<std::int32_t>::max()) fail_cell(0);
        out = static_cast<std::int32_t>(wide);
    }
    void read(std::string& out) { out = sized(SQLITE_TEXT); }
    packed_reader nested() { return packed_reader(sized(SQLITE_BLOB)); }

private:
    char const* take(std::size_t size) {
        if (static_cast<std::size_t>(end_ - at_) < size) fail_cell(0);
        return std::exchange(at_, at_ + size);
    }
    std::string_view sized(char type) {
        if (*take(1) != type) fail_cell(0);
        std::uint32_t size = 0;
        std::memcpy(&size, take(4), 4);
        return {take(size), size};
    }

    char const* at_;
    char const* end_;
};

/// SELECT … with an aggregate for the posts of a user, and one for the comments of a post.
std::string nested_text(char const* of_posts, char const* of_comments) {
    return std::string("SELECT id, name, (SELECT ") + of_posts + "(p.id, p.title, (SELECT " + of_comments +
           "(c.id, c.body, c.likes) FROM comments c WHERE c.post_id = p.id)) FROM posts p WHERE p.user_id = u.id) "
           "FROM users u WHERE id BETWEEN ? AND ?";
}

void require(sqlite3* connection, int code) {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(connection));
}

class raw_packed {
public:
    raw_packed(sqlite3* connection, user_range range) : range_(range), users_(registered(connection), nested_text("pack", "pack")) {}

    pages operator()() {
        pages users;
        bind_range(users_, range_);
        while (users_.step()) {
            auto& user = users.emplace_back();
            read_members(users_.handle(), 0, user.id, user.name);
            sqlite3_value* const value = sqlite3_column_value(users_.handle(), 2);
            if (sqlite3_value_type(value) != SQLITE_BLOB) fail_cell(2);
            void const* const bytes = sqlite3_value_blob(value);
            read_posts(packed_reader(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))), user);
        }
        users_.reset();
        return users;
    }

private:
    static sqlite3* registered(sqlite3* connection) {
        require(connection, sqlite3_create_function(connection, "pack", -1, SQLITE_UTF8, nullptr, nullptr, pack_step, pack_end));
        return connection;
    }
    static void read_posts(packed_reader from, library::user_page& user) {
        while (from.more()) {
            auto& post = user.posts.emplace_back();
            from.read(post.id);
            from.read(post.title);
            read_comments(from.nested(), post);
        }
    }
    static void read_comments(packed_reader from, library::post_page& post) {
        while (from.more()) {
            auto& comment = post.comments.emplace_back();
            from.read(comment.id);
            from.read(comment.body);
            from.read(comment.likes);
        }
    }

    user_range range_;
    statement users_;
};

// ---- structs ------------------------------------------------------------------------------------------------------

/// What is being made: a parent's children are complete before its own row is, so one list a level is enough.
struct in_the_making {
    std::vector<library::comment_line> comments;
    std::vector<library::post_page> posts;
};

/// Calls `add(making, values)`; no exception may pass through SQLite.
template <auto Add>
void collect_step(sqlite3_context* context, int, sqlite3_value** values) {
    try {
        Add(*static_cast<in_the_making*>(sqlite3_user_data(context)), values);
    } catch (std::exception const& failure) {
        sqlite3_result_error(context, failure.what(), -1);
    }
}
void collect_end(sqlite3_context* context) { sqlite3_result_null(context); }

void add_comment(in_the_making& making, sqlite3_value** values) {
    auto& comment = making.comments.emplace_back();
    read_value(values[0], 0, comment.id);
    read_value(values[1], 1, comment.body);
    read_value(values[2], 2, comment.likes);
}
void add_post(in_the_making& making, sqlite3_value** values) {
    auto& post = making.posts.emplace_back();
    read_value(values[0], 0, post.id);
    read_value(values[1], 1, post.title);
    post.comments = std::exchange(making.comments, {});
}

class raw_collected {
public:
    raw_collected(sqlite3* connection, user_range range)
        : range_(range), users_(registered(connection, *making_), nested_text("collect_post", "collect_comment")) {}

    pages operator()() {
        pages users;
        *making_ = {};
        bind_range(users_, range_);
        while (users_.step()) {
            auto& user = users.emplace_back();
            read_members(users_.handle(), 0, user.id, user.name);
            user.posts = std::exchange(making_->posts, {});
        }
        users_.reset();
        return users;
    }

private:
    static sqlite3* registered(sqlite3* connection, in_the_making& making) {
        require(connection, sqlite3_create_function(connection, "collect_comment", 3, SQLITE_UTF8, &making, nullptr, collect_step<add_comment>, collect_end));
        require(connection, sqlite3_create_function(connection, "collect_post", 3, SQLITE_UTF8, &making, nullptr, collect_step<add_post>, collect_end));
        return connection;
    }

    user_range range_;
    std::unique_ptr<in_the_making> making_ = std::make_unique<in_the_making>();
    statement users_;
};

}  // namespace

void add_packed(std::string const& name, place const& where, user_range range) {
    add(name, "raw:collected", [where, range] { return raw_collected(where.open().native_handle(), range); });
    add(name, "raw:packed", [where, range] { return raw_packed(where.open().native_handle(), range); });
}

}  // namespace bench::sqlite
