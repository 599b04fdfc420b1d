// SPDX-License-Identifier: BSL-1.0
// bench · mysql/koine: Koine's side of the cases, in the dialect of the server that the URL names.
#include "server.hpp"

#include "../server_cases.hpp"

#include <bit>

namespace bench::mysql {
namespace {

template <class Dialect>
struct spoken {
    using database = server::database<Dialect>;
    static server& get() { return server::get(); }
};

// In bulk: BEGIN, statements of 512 rows and of each lesser power of two that is left, COMMIT.
int round_trips_of_bulk() { return static_cast<int>(drafts().size() / 512) + std::popcount(drafts().size() % 512) + 2; }

// The isolation, a transaction and in it the users, their posts and the comments on those.
constexpr int round_trips_of_split = 6;

cases const koine_sides([] {
    // MySQL has no RETURNING: the row is read back.
    if (server::is_mariadb()) add_koine_sides<spoken<koine::dialect::mariadb<>>>(1, round_trips_of_bulk(), round_trips_of_split);
    else add_koine_sides<spoken<koine::dialect::mysql<>>>(2, round_trips_of_bulk(), round_trips_of_split);
});

}  // namespace
}  // namespace bench::mysql
