// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/suites: the cases of suites that others wrote and those of depth, on SQLite.
#include "session.hpp"

#include "depth_cases.hpp"
#include "diesel_floors.hpp"
#include "imdb_floors.hpp"

namespace bench::sqlite {
namespace {

cases const suites([] {
    add_diesel_koine<ground>([](std::int64_t) { return 1; });
    add_diesel_floors<session>();
    add_diesel_insert_floors<ground>();
    add_imdb_koine<ground>(1);
    add_imdb_floors<session>();
    add_depth_koine<ground>();
    add_depth_floors<session>();
});

}  // namespace
}  // namespace bench::sqlite
