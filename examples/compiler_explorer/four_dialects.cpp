// SPDX-License-Identifier: BSL-1.0
// One query, four databases: each text is a constant of the compiler.
#include <koine.hpp>

#include <cstdio>

namespace shop {

struct product {
    std::int64_t id{};
    std::string name;
    bool on_sale{};
    std::optional<std::int64_t> rating{};
};
constexpr auto describe(koine::model<product>) { return koine::table("products").primary_key<&product::id>(koine::generated); }

using koine::col;
constexpr auto best = koine::from<product>().where(col<&product::on_sale>).order_by(koine::desc(col<&product::rating>)).limit<3>();

static_assert(koine::sql_text<koine::dialect::postgres>(best) ==
              R"(SELECT t0."id", t0."name", t0."on_sale", t0."rating" FROM "products" AS t0 WHERE t0."on_sale")"
              R"( ORDER BY t0."rating" DESC, t0."id" DESC LIMIT 3)");
static_assert(koine::sql_text<koine::dialect::sqlite>(best) ==
              R"(SELECT t0."id", t0."name", t0."on_sale", t0."rating" FROM "products" AS t0 WHERE t0."on_sale" = 1)"
              R"( ORDER BY t0."rating" DESC NULLS FIRST, t0."id" DESC LIMIT 3)");
static_assert(koine::sql_text<koine::dialect::mysql>(best) ==
              R"(SELECT t0.`id`, t0.`name`, t0.`on_sale`, t0.`rating` FROM `products` AS t0 WHERE t0.`on_sale` = TRUE)"
              R"( ORDER BY t0.`rating` IS NULL DESC, t0.`rating` DESC, t0.`id` DESC LIMIT 3)");
static_assert(koine::sql_text<koine::dialect::mariadb>(best) == koine::sql_text<koine::dialect::mysql>(best));

}  // namespace shop

int main() {
    using namespace koine;
    for (std::string_view text : {sql_text<dialect::sqlite>(shop::best), sql_text<dialect::postgres>(shop::best),
                                  sql_text<dialect::mysql>(shop::best), sql_text<dialect::mariadb>(shop::best)})
        std::printf("%.*s\n", static_cast<int>(text.size()), text.data());
}
