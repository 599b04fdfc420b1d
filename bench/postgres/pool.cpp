// SPDX-License-Identifier: BSL-1.0
// bench · postgres/pool: look-ups by some threads at once.
#include "rows.hpp"
#include "server.hpp"

#include "../pool_case.hpp"

namespace bench::postgres {
namespace {

cases const pool([] {
    add_pool_of_server<server, server::driver, server::driver::default_dialect>([](distance const& at) { return point_lookup<from_binary>{server::get().connect(at)}; });
});

}  // namespace
}  // namespace bench::postgres
