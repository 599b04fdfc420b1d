// SPDX-License-Identifier: BSL-1.0
// bench · mysql/suites: the cases of suites that others wrote and those of depth, on MySQL and on MariaDB.
#include "session.hpp"

#include "../depth_cases.hpp"
#include "../diesel_floors.hpp"
#include "../imdb_floors.hpp"

namespace bench::mysql {
namespace {

/// `round_trips_of_movie`: of the insert, which reads the row back where one statement cannot do both.
template <class Ground>
void add_koine(int round_trips_of_movie) {
    // BEGIN, statements of 100 rows and of one, COMMIT.
    add_diesel_koine<Ground>([](std::int64_t count) { return static_cast<int>(count / 100 + count % 100) + 2; });
    add_diesel_insert_floors<Ground>();
    add_imdb_koine<Ground>(round_trips_of_movie);
    add_depth_koine<Ground>();
}

cases const suites([] {
    if (server::is_mariadb()) add_koine<ground<koine::dialect::mariadb<>>>(12);
    else add_koine<ground<koine::dialect::mysql<>>>(13);
    add_diesel_floors<session>();
    add_imdb_floors<session>();
    add_depth_floors<session>();
});

}  // namespace
}  // namespace bench::mysql
