// SPDX-License-Identifier: BSL-1.0
// bench · mysql/pool: look-ups by some threads at once.
#include "rows.hpp"
#include "server.hpp"

#include "../pool_case.hpp"

namespace bench::mysql {
namespace {

template <class Dialect>
void add_pool() {
    add_pool_of_server<server, server::driver, Dialect>([](distance const& at) { return point_lookup{server::get().connect(at)}; });
}

cases const pool([] {
    if (server::is_mariadb()) add_pool<koine::dialect::mariadb<>>();
    else add_pool<koine::dialect::mysql<>>();
});

}  // namespace
}  // namespace bench::mysql
