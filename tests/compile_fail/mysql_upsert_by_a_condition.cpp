// error: koine: MySQL updates the row that an upsert finds without a condition
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/expression/conditional.hpp>
#include <koine/dialect/mysql.hpp>

using namespace blog;
using koine::col;

struct single {
    std::string name{};
    std::int64_t n{};
};
constexpr auto describe(koine::model<single>) { return koine::table("singles").primary_key<&single::name>(); }

int main() {
#ifdef MISTAKE
    auto query = koine::upsert(single{}).on<&single::name>().set<&single::n>().where(col<&single::n> < 3);
#else
    auto query = koine::upsert(single{}).on<&single::name>().set(col<&single::n> = koine::case_when(col<&single::n> < 3, 3).otherwise(col<&single::n>));
#endif
    return koine::sql_text<koine::dialect::mysql>(query).empty();
}
