// error: koine: an insert has no where
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query =
        koine::insert<comment>()
            .set(col<&comment::article_id> = 1, col<&comment::number> = 2, col<&comment::text> = "x")
            .where(col<&comment::number> == 1);
#else
    auto query = koine::insert<comment>().set(col<&comment::article_id> = 1, col<&comment::number> = 2,
                                              col<&comment::text> = "x");
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
