// error: koine: json_object has a label for each of its values
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/expression/json_building.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select(koine::json_object<"id">(col<&author::id>, col<&author::name>));
#else
    auto query = koine::from<author>().select(koine::json_object<"id", "name">(col<&author::id>, col<&author::name>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
