// SPDX-License-Identifier: BSL-1.0
// bench · imdb_floors: the floors of IMDBench's cases, by a client's session: a statement for each part of a page, and one for
// all parts.
#pragma once

#include "imdb_koine.hpp"
#include "kind.hpp"

namespace bench {

/// The parts of the pages. Rows of all parts have the same columns: part, id, a number, the id of what is beside, an average,
/// four texts and the place in the order.
template <class Session>
struct imdb_texts {
    static inline std::string const none = std::string("CAST(NULL AS ") + Session::real_type + ")";
    static inline std::string const average = std::string("(SELECT AVG(CAST(a.rating AS ") + Session::real_type + ")) FROM reviews a WHERE a.movie_id = m.id)";

    static std::string movie(bool with_average) {
        return "SELECT 0 AS part, m.id AS id, m.year AS number, m.id AS beside, " + (with_average ? average : none) +
               " AS average, m.image AS text1, m.title AS text2, m.description AS text3, NULL AS text4, m.id AS place FROM movies m WHERE m.id = ?";
    }
    static std::string credits(char const* part, char const* links) {
        return std::string("SELECT ") + part + " AS part, p.id AS id, 0 AS number, p.id AS beside, " + none + " AS average, p.image AS text1, p.first_name AS text2, p.last_name AS text3, " +
               "p.middle_name AS text4, l.list_order + 0 * l.movie_id AS place FROM " + links + " l JOIN people p ON p.id = l.person_id WHERE l.movie_id = ?";
    }
    static std::string directors() { return credits("1", "directors"); }
    static std::string cast() { return credits("2", "actors"); }
    static std::string reviews_of_movie() {
        return "SELECT 3 AS part, r.id AS id, r.rating AS number, u.id AS beside, " + none + " AS average, u.image AS text1, r.body AS text2, u.name AS text3, NULL AS text4, "
               "-r.created AS place FROM reviews r JOIN users u ON u.id = r.author_id WHERE r.movie_id = ?";
    }
    static std::string user() {
        return "SELECT 0 AS part, u.id AS id, 0 AS number, u.id AS beside, " + none + " AS average, u.image AS text1, u.name AS text2, NULL AS text3, NULL AS text4, u.id AS place "
               "FROM users u WHERE u.id = ?";
    }
    static std::string latest_reviews() {
        return "SELECT * FROM (SELECT 1 AS part, r.id AS id, r.rating AS number, m.id AS beside, " + average +
               " AS average, m.image AS text1, r.body AS text2, m.title AS text3, NULL AS text4, -r.created AS place "
               "FROM reviews r JOIN movies m ON m.id = r.movie_id WHERE r.author_id = ? ORDER BY r.created DESC LIMIT 10) latest";
    }
    static std::string ordered(std::string const& text) { return text + " ORDER BY part, place, text3"; }
    static std::vector<kind> kinds() {
        return {kind::int32, kind::int64, kind::int32, kind::int64, kind::real, kind::text, kind::text, kind::text, kind::text, kind::int64};
    }
};

/// A row of any part into the page.
template <class Row>
std::int32_t part_of(Row const& row) {
    std::int32_t part = 0;
    row.read(0, part);
    return part;
}
template <class Row, class Movie>
void read_movie(Row const& row, Movie& out) {
    row.read(1, out.id);
    row.read(2, out.year);
    if constexpr (requires { out.average; }) row.read(4, out.average);
    row.read(5, out.image);
    row.read(6, out.title);
    row.read(7, out.description);
}
template <class Row>
void read_credit(Row const& row, imdb::credit& out) {
    row.read(1, out.id);
    row.read(5, out.image);
    row.read(6, out.first_name);
    row.read(7, out.last_name);
    row.read(8, out.middle_name);
}
template <class Row, class Movie>
void read_part_of_movie(Row const& row, Movie& out) {
    switch (part_of(row)) {
    case 0: return read_movie(row, out);
    case 1: return read_credit(row, out.directors.emplace_back());
    case 2: return read_credit(row, out.cast.emplace_back());
    default:
        if constexpr (requires { out.reviews; }) {
            imdb::review_of_movie& review = out.reviews.emplace_back();
            row.read(1, review.id);
            row.read(2, review.rating);
            row.read(3, review.author.id);
            row.read(5, review.author.image);
            row.read(6, review.body);
            row.read(7, review.author.name);
        }
    }
}
template <class Row>
void read_part_of_user(Row const& row, imdb::user_page& out) {
    if (part_of(row) == 0) {
        row.read(1, out.id);
        row.read(5, out.image);
        row.read(6, out.name);
        return;
    }
    imdb::review_of_user& review = out.latest.emplace_back();
    row.read(1, review.id);
    row.read(2, review.rating);
    row.read(3, review.movie.id);
    row.read(4, review.movie.average);
    row.read(5, review.movie.image);
    row.read(6, review.body);
    row.read(7, review.movie.title);
}

/// A page by one statement, or by several that see one snapshot.
template <class Session>
class raw_page {
    using texts = imdb_texts<Session>;

public:
    using query = decltype(std::declval<Session&>().prepare({}, {}, {}));

    raw_page(distance const& at, std::vector<std::string> const& parts, bool united) : on_(at, imdb_rows{}) {
        if (!united) {
            for (std::string const& one : parts) statements_.push_back(on_.prepare(texts::ordered(one), {kind::int64}, texts::kinds()));
            return;
        }
        std::string text;
        for (std::string const& one : parts) text.append(text.empty() ? "" : " UNION ALL ").append(one);
        values_ = static_cast<int>(parts.size());
        statements_.push_back(on_.prepare(texts::ordered(text), std::vector<kind>(parts.size(), kind::int64), texts::kinds()));
    }

    template <class Take>
    void read(std::int64_t key, Take const& take) {
        for (query& one : statements_) {
            for (int i = 0; i < values_; ++i) one.bind(i, key);
            one.each(take);
        }
    }
    template <class Take>
    void read_in_snapshot(std::int64_t key, Take const& take) {
        if (statements_.size() == 1) return read(key, take);
        on_.begin_snapshot();
        read(key, take);
        on_.commit();
    }
    Session& on() { return on_; }

private:
    Session on_;
    std::vector<query> statements_;
    int values_ = 1;  ///< of a statement
};

template <class Session>
struct raw_get_movie {
    using texts = imdb_texts<Session>;

    raw_page<Session> page;
    next_of key{movie_count()};

    raw_get_movie(distance const& at, bool united) : page(at, {texts::movie(true), texts::directors(), texts::cast(), texts::reviews_of_movie()}, united) {}
    imdb::movie_page operator()() {
        imdb::movie_page found;
        page.read_in_snapshot(key(), [&](auto const& row) { read_part_of_movie(row, found); });
        return found;
    }
};
template <class Session>
struct raw_get_user {
    using texts = imdb_texts<Session>;

    raw_page<Session> page;
    next_of key{imdb_user_count()};

    raw_get_user(distance const& at, bool united) : page(at, {texts::user(), texts::latest_reviews()}, united) {}
    imdb::user_page operator()() {
        imdb::user_page found;
        page.read_in_snapshot(key(), [&](auto const& row) { read_part_of_user(row, found); });
        return found;
    }
};

/// A statement for the movie and one for each of its lists, and what is read back.
template <class Session>
class raw_insert_movie {
    using texts = imdb_texts<Session>;

public:
    using query = typename raw_page<Session>::query;

    raw_insert_movie(distance const& at, bool united)
        : page_(at, {texts::movie(false), texts::directors(), texts::cast()}, united),
          movie_(page_.on().prepare(std::string("INSERT INTO movies (image, title, year, description) VALUES (?, ?, ?, ?)") + Session::returning_key,
                                    {kind::text, kind::text, kind::int32, kind::text}, key_kinds())),
          directors_(prepare_links("directors", new_directors.size())),
          cast_(prepare_links("actors", new_cast.size())) {}

    imdb::inserted_movie operator()() {
        imdb::inserted_movie made;
        page_.on().begin();
        movie_.bind(0, std::string_view(new_movie.image));
        movie_.bind(1, std::string_view(new_movie.title));
        movie_.bind(2, new_movie.year);
        movie_.bind(3, std::string_view(new_movie.description));
        std::int64_t const key = movie_.run_for_key();
        insert_links(directors_, key, new_directors);
        insert_links(cast_, key, new_cast);
        page_.read(key, [&](auto const& row) { read_part_of_movie(row, made); });
        page_.on().commit();
        return made;
    }

private:
    static std::vector<kind> key_kinds() { return *Session::returning_key == 0 ? std::vector<kind>{} : std::vector<kind>{kind::int64}; }
    query prepare_links(std::string const& table, std::size_t count) {
        std::string text = "INSERT INTO " + table + " (movie_id, person_id) VALUES ";
        for (std::size_t i = 0; i < count; ++i) text.append(i == 0 ? "(?, ?)" : ", (?, ?)");
        return page_.on().prepare(text, std::vector<kind>(count * 2, kind::int64), {});
    }
    template <std::size_t Count>
    static void insert_links(query& with, std::int64_t movie, std::array<std::int64_t, Count> const& people) {
        int at = 0;
        for (std::int64_t const one : people) {
            with.bind(at++, movie);
            with.bind(at++, one);
        }
        with.run();
    }

    raw_page<Session> page_;
    query movie_, directors_, cast_;
};

template <class Session>
void add_imdb_floors() {
    for (bool const united : {false, true}) {
        if (united && !Session::one_message) continue;
        std::string const side = united ? "raw:united_split" : "raw:split";
        add_at(Session::everywhere(), "get_movie", side, united ? 1 : 6, [united](distance const& at) { return raw_get_movie<Session>(at, united); });
        add_at(Session::everywhere(), "get_user", side, united ? 1 : 4, [united](distance const& at) { return raw_get_user<Session>(at, united); });
        add_at(Session::everywhere(), "insert_movie", united ? "raw:read_united" : "raw:statements", united ? 6 : 8,
               [united](distance const& at) { return without_key(raw_insert_movie<Session>(at, united)); });
    }
}

}  // namespace bench
