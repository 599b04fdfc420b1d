// SPDX-License-Identifier: BSL-1.0
// bench · one_query: the least that a program asks. What is only compiled, to be weighed, need not be inline.
#pragma once

#include "model.hpp"

namespace blog {

std::vector<author> authors(database& db) { return db.all(koine::from<author>()); }

}  // namespace blog
