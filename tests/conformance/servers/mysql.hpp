// SPDX-License-Identifier: BSL-1.0
// conformance · servers/mysql: the MySQL that KOINE_TEST_MYSQL tells of.
#pragma once

#include "loaded.hpp"

#include <koine/driver/mysql.hpp>
#include <koine/koine.hpp>

namespace server {

using dialect = loaded<koine::dialect::mysql<>>;
using future_dialect = loaded<koine::dialect::mysql<99>>;
inline constexpr bool is_mysql = true, is_mariadb = false;
inline char const* variable() { return "KOINE_TEST_MYSQL"; }

}  // namespace server

#include "mysql_family.hpp"
