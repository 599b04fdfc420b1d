// SPDX-License-Identifier: BSL-1.0
// What a database cannot do is refused by the compiler, in a sentence that says what to do instead.
#include <koine.hpp>

namespace shop {

struct product {
    std::int64_t id{};
    std::int64_t price{};
};
constexpr auto describe(koine::model<product>) { return koine::table("products").primary_key<&product::id>(koine::generated); }

using koine::col;
constexpr auto dearer = koine::update<product>().set(col<&product::price> = col<&product::price> + 1).where(col<&product::id> == 7).returning();

constexpr auto on_postgres = koine::sql_text<koine::dialect::postgres>(dearer);  // fine
constexpr auto on_mysql = koine::sql_text<koine::dialect::mysql>(dearer);        // has no UPDATE … RETURNING

}  // namespace shop
