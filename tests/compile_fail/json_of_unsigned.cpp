// error: koine: JSON is made of bool, numbers, text, enums, JSON and lists of these
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/expression/json_building.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select(koine::json_array(col<&author::name>, col<&author::score>));
#else
    auto query = koine::from<author>().select(koine::json_array(col<&author::name>, col<&author::temper>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
