// error: koine: this type is no model
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

int main() {
#ifdef MISTAKE
    return koine::sql_text<koine::dialect::sqlite>(koine::from<int>()).empty();
#else
    return koine::sql_text<koine::dialect::sqlite>(koine::from<author>()).empty();
#endif
}
