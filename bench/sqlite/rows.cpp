// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/rows: whole tables, and a filtered page, to structs.
#include "case.hpp"
#include "place.hpp"
#include "queries.hpp"
#include "statement.hpp"

#include <koine/pmr.hpp>

#include <memory>

namespace bench::sqlite {
namespace {

constexpr char const* all_users = "SELECT id, name, email, age, active FROM users";
constexpr char const* all_posts = "SELECT id, user_id, title, body, score, published FROM posts";
constexpr char const* page_of_posts =
    "SELECT id, user_id, title, body, score, published FROM posts WHERE id > ? AND published = 1 AND score >= ? ORDER BY id LIMIT ?";

template <class Row>
struct koine_all {
    database& db;
    std::vector<Row> operator()() { return db.all(koine::from<Row>()); }
};

/// The members of the tables' structs, as views.
struct seen_user {
    std::int64_t id{};
    std::string_view name{};
    std::optional<std::string_view> email{};
    std::int32_t age{};
    bool active{};
};
struct seen_post {
    std::int64_t id{};
    std::int64_t user_id{};
    std::string_view title{};
    std::string_view body{};
    std::int32_t score{};
    bool published{};
};
std::uint64_t sum_of(seen_user const& seen) {
    return static_cast<std::uint64_t>(seen.id) + seen.name.size() + (seen.email ? seen.email->size() : 0) + static_cast<std::uint64_t>(seen.age) + seen.active;
}
std::uint64_t sum_of(seen_post const& seen) {
    return static_cast<std::uint64_t>(seen.id + seen.user_id) + seen.title.size() + seen.body.size() + static_cast<std::uint64_t>(seen.score) + seen.published;
}

/// Rows that were looked at. What is compared with the other sides' rows is read once more, outside the time.
template <class Row, class Seen>
struct visited {
    database& db;
    std::uint64_t sum = 0;
};
template <class Row, class Seen>
std::uint64_t checksum(visited<Row, Seen> const& all) {
    std::uint64_t sum = 1;
    all.db.visit(koine::from<Row>().template select<Seen>(), [&](Seen const& seen) { sum += mix(1, bench::checksum(seen)); });
    return sum;
}
template <class Row, class Seen>
struct koine_views {
    database& db;
    visited<Row, Seen> operator()() {
        visited<Row, Seen> all{db};
        db.visit(koine::from<Row>().template select<Seen>(), [&](Seen const& seen) { all.sum += sum_of(seen); });
        return all;
    }
};

/// The members of the tables' structs, in one memory.
struct kept_user {
    std::int64_t id{};
    std::pmr::string name{};
    std::optional<std::pmr::string> email{};
    std::int32_t age{};
    bool active{};
};
struct kept_post {
    std::int64_t id{};
    std::int64_t user_id{};
    std::pmr::string title{};
    std::pmr::string body{};
    std::int32_t score{};
    bool published{};
};

template <class Kept>
std::uint64_t checksum(std::pmr::vector<Kept> const* rows) {
    std::uint64_t sum = 1;
    for (Kept const& one : *rows) sum += mix(1, bench::checksum(one));
    return sum;
}
/// Rows in an arena over memory that is kept, as a server keeps some for its requests.
template <class Row, class Kept>
struct koine_arena {
    struct loaded {
        std::unique_ptr<std::byte[]> memory = std::make_unique_for_overwrite<std::byte[]>(size);
        std::pmr::monotonic_buffer_resource arena{memory.get(), size};
        std::optional<std::pmr::vector<Kept>> rows{};
    };
    static constexpr std::size_t size = std::size_t{16} << 20;
    database& db;
    std::unique_ptr<loaded> last = std::make_unique<loaded>();
    std::pmr::vector<Kept> const* operator()() {
        last->rows.reset();
        last->arena.release();
        return &last->rows.emplace(db.all(koine::from<Row>().template select<Kept>(), &last->arena));
    }
};

template <class How, class Row>
struct raw_all {
    statement prepared;
    std::vector<Row> operator()() { return read_rows<How, Row>(prepared); }
};

template <class Row, class Seen, class Kept>
void add_table(std::string const& table, char const* sql) {
    for (place const& where : places) {
        std::string const name = table + "/" + where.name;
        add(name, "koine", [where] { return koine_all<Row>{where.open()}; });
        add(name, "koine:views", [where] { return koine_views<Row, Seen>{where.open()}; });
        add(name, "koine:arena", [where] { return koine_arena<Row, Kept>{where.open()}; });
        add(name, "raw:checked", [where, sql] { return raw_all<checked, Row>{{where.open().native_handle(), sql}}; });
        add(name, "raw:unchecked", [where, sql] { return raw_all<unchecked, Row>{{where.open().native_handle(), sql}}; });
    }
    add(table + "/memory", "raw:serialized", [sql] { return raw_all<unchecked, Row>{{serialized_memory(), sql}}; });
}

struct koine_page {
    database& db;
    std::vector<library::post> operator()() { return db.all(filtered_page()); }
};

template <class How>
struct raw_page {
    statement prepared;
    std::vector<library::post> operator()() {
        prepared.bind(1, page_after);
        prepared.bind(2, page_score);
        prepared.bind(3, page_size);
        return read_rows<How, library::post>(prepared);
    }
};

cases const rows_to_structs([] {
    add_table<library::user, seen_user, kept_user>("users_" + std::to_string(size().users), all_users);
    add_table<library::post, seen_post, kept_post>("posts_" + std::to_string(size().posts()), all_posts);
    for (place const& where : places) {
        std::string const name = std::string("filtered_page/") + where.name;
        add(name, "koine", [where] { return koine_page{where.open()}; });
        add(name, "raw:prepared", [where] { return raw_page<checked>{{where.open().native_handle(), page_of_posts}}; });
        add(name, "raw:prepared_unchecked", [where] { return raw_page<unchecked>{{where.open().native_handle(), page_of_posts}}; });
    }
});

}  // namespace
}  // namespace bench::sqlite
