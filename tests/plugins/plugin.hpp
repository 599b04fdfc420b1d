// SPDX-License-Identifier: BSL-1.0
// plugins · plugin: what the program and its plugins share: the connection, and one function by name.
#pragma once

#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>
#include <koine/verify.hpp>

namespace plugin {

using database = koine::database<koine::driver::sqlite>;
/// Runs the plugin's queries on somebody else's connection; the number of answers that are not its own.
using function = int (*)(database&);

}  // namespace plugin
