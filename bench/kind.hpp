// SPDX-License-Identifier: BSL-1.0
// bench · kind: what a value or a column is, for the clients that must be told.
#pragma once

namespace bench {

enum class kind { int64, int32, boolean, real, text, json };

}  // namespace bench
