// SPDX-License-Identifier: BSL-1.0
// bench · postgres/koine: Koine's side of PostgreSQL's cases.
#include "server.hpp"

#include "../server_cases.hpp"

namespace bench::postgres {
namespace {

// In bulk: COPY and its end.
cases const koine_sides([] {
    add_koine_sides<server>(1, 2, 1);
    add_named_strategy<server, koine::strategy::rows>("koine:rows", 1);
});

}  // namespace
}  // namespace bench::postgres
