// SPDX-License-Identifier: BSL-1.0
// bench · postgres/nested_arrays: one statement whose lists are arrays in binary: of rows within rows, and one for each
// column.
#include "nested.hpp"

namespace bench::postgres {
namespace {

[[noreturn, gnu::cold]] void fail_array() { throw std::runtime_error("an array is not that of the nested result"); }

/// Walks over the binary form of arrays and of the rows in them.
class array_reader {
public:
    explicit array_reader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    /// The number of elements, which are of a type.
    std::size_t begin_array(Oid element) {
        std::int32_t const dimensions = number<std::int32_t>();
        number<std::int32_t>();  // whether there are NULLs
        if (static_cast<Oid>(number<std::int32_t>()) != element || dimensions > 1) fail_array();
        if (dimensions == 0) return 0;
        std::int32_t const count = number<std::int32_t>();
        number<std::int32_t>();  // the first index
        return static_cast<std::size_t>(count);
    }
    /// A row as an element, with so many columns.
    void begin_row(std::int32_t columns) {
        number<std::int32_t>();  // its length
        if (number<std::int32_t>() != columns) fail_array();
    }
    void column(Oid type) {
        if (static_cast<Oid>(number<std::int32_t>()) != type) fail_array();
    }
    template <class Number>
    void sized_number(Number& out) {
        if (number<std::int32_t>() != static_cast<std::int32_t>(sizeof(Number))) fail_array();
        out = number<Number>();
    }
    void sized_text(std::string& out) {
        std::int32_t const size = number<std::int32_t>();
        if (size < 0 || end_ - at_ < size) fail_array();
        out.assign(std::exchange(at_, at_ + size), static_cast<std::size_t>(size));
    }
    void skip_length() { number<std::int32_t>(); }

private:
    template <class Number>
    Number number() {
        if (end_ - at_ < static_cast<std::ptrdiff_t>(sizeof(Number))) fail_array();
        return load<Number>(std::exchange(at_, at_ + sizeof(Number)));
    }

    char const* at_;
    char const* end_;
};

struct arrays_of_rows {
    connection on;
    user_range range;
    statement users{on.get(), "users",
                    "SELECT u.id, u.name, ARRAY(SELECT ROW(p.id, p.title, ARRAY(SELECT ROW(c.id, c.body, c.likes) FROM comments c WHERE c.post_id = p.id)) "
                    "FROM posts p WHERE p.user_id = u.id) FROM users u WHERE u.id BETWEEN $1 AND $2",
                    {type::int64, type::text, type::record_array}};

    pages operator()() {
        result const rows = users.run(bind(range));
        int const count = PQntuples(rows.get());
        pages read(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            library::user_page& user = read[static_cast<std::size_t>(i)];
            user.id = number_at<std::int64_t>(rows.get(), i, 0);
            user.name.assign(text_at(rows.get(), i, 1));
            array_reader reader(text_at(rows.get(), i, 2));
            read_posts(reader, user.posts);
        }
        return read;
    }

private:
    static constexpr Oid record = 2249;

    static void read_posts(array_reader& from, std::vector<library::post_page>& posts) {
        posts.resize(from.begin_array(record));
        for (library::post_page& post : posts) {
            from.begin_row(3);
            from.column(type::int64), from.sized_number(post.id);
            from.column(type::text), from.sized_text(post.title);
            from.column(type::record_array), from.skip_length();
            read_comments(from, post.comments);
        }
    }
    static void read_comments(array_reader& from, std::vector<library::comment_line>& comments) {
        comments.resize(from.begin_array(record));
        for (library::comment_line& comment : comments) {
            from.begin_row(3);
            from.column(type::int64), from.sized_number(comment.id);
            from.column(type::text), from.sized_text(comment.body);
            from.column(type::int32), from.sized_number(comment.likes);
        }
    }
};

/// A user's comments lie side by side, each with the post that it belongs to.
struct arrays_of_columns {
    connection on;
    user_range range;
    statement users{on.get(), "users",
                    "SELECT u.id, u.name, p.ids, p.titles, c.posts, c.ids, c.bodies, c.likes FROM users u, "
                    "LATERAL (SELECT array_agg(id) AS ids, array_agg(title) AS titles FROM posts WHERE user_id = u.id) AS p, "
                    "LATERAL (SELECT array_agg(post_id) AS posts, array_agg(id) AS ids, array_agg(body) AS bodies, array_agg(likes) AS likes "
                    "FROM comments WHERE post_id = ANY(p.ids)) AS c WHERE u.id BETWEEN $1 AND $2",
                    {type::int64, type::text, type::int64_array, type::text_array, type::int64_array, type::int64_array, type::text_array, type::int32_array}};

    pages operator()() {
        result const rows = users.run(bind(range));
        int const count = PQntuples(rows.get());
        pages read(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            library::user_page& user = read[static_cast<std::size_t>(i)];
            user.id = number_at<std::int64_t>(rows.get(), i, 0);
            user.name.assign(text_at(rows.get(), i, 1));
            if (PQgetisnull(rows.get(), i, 2) != 0) continue;
            read_posts(rows.get(), i, user.posts);
            if (PQgetisnull(rows.get(), i, 4) == 0) read_comments(rows.get(), i, user.posts);
        }
        return read;
    }

private:
    static void read_posts(PGresult const* rows, int row, std::vector<library::post_page>& posts) {
        array_reader ids(text_at(rows, row, 2)), titles(text_at(rows, row, 3));
        posts.resize(ids.begin_array(type::int64));
        titles.begin_array(type::text);
        for (library::post_page& post : posts) {
            ids.sized_number(post.id);
            titles.sized_text(post.title);
        }
    }
    static void read_comments(PGresult const* rows, int row, std::vector<library::post_page>& posts) {
        array_reader owners(text_at(rows, row, 4)), ids(text_at(rows, row, 5)), bodies(text_at(rows, row, 6)), likes(text_at(rows, row, 7));
        std::size_t const count = owners.begin_array(type::int64);
        ids.begin_array(type::int64), bodies.begin_array(type::text), likes.begin_array(type::int32);
        parents_by_key<library::post_page> known;
        known.reserve(posts.size());
        for (library::post_page& post : posts) known.add(post);
        for (std::size_t i = 0; i < count; ++i) {
            std::int64_t owner = 0;
            owners.sized_number(owner);
            library::comment_line& comment = known.of(owner).comments.emplace_back();
            ids.sized_number(comment.id);
            bodies.sized_text(comment.body);
            likes.sized_number(comment.likes);
        }
    }
};

cases const arrays([] {
    add_nested("raw:binary_arrays", 1, [](distance const& at, user_range range) { return arrays_of_rows{server::get().connect(at), range}; });
    add_nested("raw:columnar_arrays", 1, [](distance const& at, user_range range) { return arrays_of_columns{server::get().connect(at), range}; });
});

}  // namespace
}  // namespace bench::postgres
