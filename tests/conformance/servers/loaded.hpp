// SPDX-License-Identifier: BSL-1.0
// conformance · servers/loaded: a dialect whose lists are loaded as this program is to prove it; else as its driver does.
#pragma once

#include <koine/koine.hpp>

namespace server {

#if defined(KOINE_TEST_STRATEGY)
template <class Dialect>
using loaded = koine::loading<Dialect, koine::strategy::KOINE_TEST_STRATEGY>;
#else
template <class Dialect>
using loaded = Dialect;
#endif

}  // namespace server
