// SPDX-License-Identifier: BSL-1.0
// conformance · servers/mariadb: the MariaDB that KOINE_TEST_MARIADB tells of.
#pragma once

#include "loaded.hpp"

#include <koine/driver/mysql.hpp>
#include <koine/koine.hpp>

namespace server {

using dialect = loaded<koine::dialect::mariadb<>>;
using future_dialect = loaded<koine::dialect::mariadb<99>>;
inline constexpr bool is_mysql = false, is_mariadb = true;
inline char const* variable() { return "KOINE_TEST_MARIADB"; }

}  // namespace server

#include "mysql_family.hpp"
