// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/point_lookup: one row by its key, another one each time.
#include "case.hpp"
#include "place.hpp"
#include "queries.hpp"
#include "statement.hpp"

namespace bench::sqlite {
namespace {

constexpr char const* by_id = "SELECT id, name, email, age, active FROM users WHERE id = ?";

struct koine_find {
    database& db;
    next_key key{};
    std::optional<library::user> operator()() { return db.find<library::user>(key()); }
};

template <class How>
std::optional<library::user> first_row(statement& from, std::int64_t key) {
    std::optional<library::user> row;
    from.bind(1, key);
    if (from.step()) read_row<How>(from.handle(), row.emplace());
    from.reset();
    return row;
}

template <class How>
struct raw_prepared {
    statement prepared;
    next_key key{};
    std::optional<library::user> operator()() { return first_row<How>(prepared, key()); }
};

struct raw_unprepared {
    sqlite3* connection;
    next_key key{};
    std::optional<library::user> operator()() {
        statement once(connection, by_id);
        return first_row<checked>(once, key());
    }
};

cases const point_lookup([] {
    for (place const& where : places) {
        std::string const name = std::string("point_lookup/") + where.name;
        add(name, "koine", [where] { return koine_find{where.open()}; });
        add(name, "raw:prepared", [where] { return raw_prepared<checked>{{where.open().native_handle(), by_id}}; });
        add(name, "raw:prepared_unchecked", [where] { return raw_prepared<unchecked>{{where.open().native_handle(), by_id}}; });
        add(name, "raw:unprepared", [where] { return raw_unprepared{where.open().native_handle()}; });
    }
});

}  // namespace
}  // namespace bench::sqlite
