// SPDX-License-Identifier: BSL-1.0
// bench · postgres/suites: the cases of suites that others wrote and those of depth, on PostgreSQL.
#include "session.hpp"

#include "../depth_cases.hpp"
#include "../diesel_floors.hpp"
#include "../imdb_floors.hpp"

namespace bench::postgres {
namespace {

/// The movie, its links and what is read back in one statement, which is a transaction of its own.
class insert_movie_at_once {
public:
    explicit insert_movie_at_once(distance const& at) : on_(at, imdb_rows{}) {}

    imdb::inserted_movie operator()() {
        insert_.bind(0, std::string_view(new_movie.image));
        insert_.bind(1, std::string_view(new_movie.title));
        insert_.bind(2, new_movie.year);
        insert_.bind(3, std::string_view(new_movie.description));
        int at = 4;
        for (std::int64_t const one : new_directors) insert_.bind(at++, one);
        for (std::int64_t const one : new_cast) insert_.bind(at++, one);
        imdb::inserted_movie made;
        insert_.each([&](auto const& row) { read_part_of_movie(row, made); });
        return made;
    }

private:
    static std::string links(char const* name, char const* table, std::size_t count) {
        std::string text = std::string(", ") + name + " AS (INSERT INTO " + table + " (movie_id, person_id) SELECT m.id, one FROM m, unnest(ARRAY[";
        for (std::size_t i = 0; i < count; ++i) text.append(i == 0 ? "?::bigint" : ", ?");
        return text + "]) one RETURNING person_id)";
    }
    static std::string credits(char const* part, char const* name) {
        return std::string(" UNION ALL SELECT ") + part + ", p.id, 0, p.id, NULL, p.image, p.first_name, p.last_name, p.middle_name, 1 FROM " + name +
               " JOIN people p ON p.id = " + name + ".person_id";
    }
    static std::string text() {
        return "WITH m AS (INSERT INTO movies (image, title, year, description) VALUES (?, ?, ?, ?) RETURNING *)" + links("d", "directors", new_directors.size()) +
               links("a", "actors", new_cast.size()) +
               " SELECT 0 AS part, id, year, id, NULL::float8, image, title, description AS text3, NULL, id FROM m" + credits("1", "d") + credits("2", "a") + " ORDER BY part, text3";
    }
    static std::vector<kind> value_kinds() { return std::vector<kind>(4 + new_directors.size() + new_cast.size(), kind::text); }

    session on_;
    query insert_ = on_.prepare(text(), value_kinds(), imdb_texts<session>::kinds());
};

cases const suites([] {
    add_diesel_koine<ground>([](std::int64_t) { return 4; });
    add_diesel_floors<session>();
    add_diesel_insert_floors<ground>();
    add_imdb_koine<ground>(12);
    add_imdb_floors<session>();
    add_at_all_distances("insert_movie", "raw:one_statement", 1, [](distance const& at) { return without_key(insert_movie_at_once(at)); });
    add_depth_koine<ground>();
    add_depth_floors<session>();
});

}  // namespace
}  // namespace bench::postgres
