// SPDX-License-Identifier: BSL-1.0
// bench · ten_way_join: one query over ten tables; beside ten_way_join_by_hand.hpp.
#pragma once

#include "delivery.hpp"

#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

namespace shop {

struct country {
    std::int64_t id{};
    std::string name;
};
struct city {
    std::int64_t id{};
    std::int64_t country_id{};
    std::string name;
};
struct customer {
    std::int64_t id{};
    std::int64_t city_id{};
    std::string name;
};
struct clerk {
    std::int64_t id{};
    std::string name;
};
struct purchase {
    std::int64_t id{};
    std::int64_t customer_id{};
    std::int64_t clerk_id{};
};
struct category {
    std::int64_t id{};
    std::string name;
};
struct supplier {
    std::int64_t id{};
    std::string name;
};
struct product {
    std::int64_t id{};
    std::int64_t category_id{};
    std::int64_t supplier_id{};
    std::string name;
};
struct warehouse {
    std::int64_t id{};
    std::string name;
};
struct line {
    std::int64_t id{};
    std::int64_t purchase_id{};
    std::int64_t product_id{};
    std::int64_t warehouse_id{};
    std::int64_t amount{};
};
constexpr auto describe(koine::model<country>) { return koine::table("countries").primary_key<&country::id>(); }
constexpr auto describe(koine::model<city>) { return koine::table("cities").primary_key<&city::id>(); }
constexpr auto describe(koine::model<customer>) { return koine::table("customers").primary_key<&customer::id>(); }
constexpr auto describe(koine::model<clerk>) { return koine::table("clerks").primary_key<&clerk::id>(); }
constexpr auto describe(koine::model<purchase>) { return koine::table("purchases").primary_key<&purchase::id>(); }
constexpr auto describe(koine::model<category>) { return koine::table("categories").primary_key<&category::id>(); }
constexpr auto describe(koine::model<supplier>) { return koine::table("suppliers").primary_key<&supplier::id>(); }
constexpr auto describe(koine::model<product>) { return koine::table("products").primary_key<&product::id>(); }
constexpr auto describe(koine::model<warehouse>) { return koine::table("warehouses").primary_key<&warehouse::id>(); }
constexpr auto describe(koine::model<line>) { return koine::table("lines").primary_key<&line::id>(); }

std::vector<delivery> deliveries(koine::database<koine::driver::sqlite>& db, std::string_view where) {
    using koine::col;
    using koine::on;
    return db.all(koine::from<line>()
                      .join<product>(on(col<&product::id> == col<&line::product_id>))
                      .join<category>(on(col<&category::id> == col<&product::category_id>))
                      .join<supplier>(on(col<&supplier::id> == col<&product::supplier_id>))
                      .join<warehouse>(on(col<&warehouse::id> == col<&line::warehouse_id>))
                      .join<purchase>(on(col<&purchase::id> == col<&line::purchase_id>))
                      .join<clerk>(on(col<&clerk::id> == col<&purchase::clerk_id>))
                      .join<customer>(on(col<&customer::id> == col<&purchase::customer_id>))
                      .join<city>(on(col<&city::id> == col<&customer::city_id>))
                      .join<country>(on(col<&country::id> == col<&city::country_id>))
                      .select<delivery>(col<&line::id>, col<&product::name>, col<&category::name>, col<&supplier::name>, col<&warehouse::name>,
                                        col<&clerk::name>, col<&customer::name>, col<&city::name>, col<&country::name>, col<&line::amount>)
                      .where(col<&country::name> == where)
                      .order_by(koine::desc(col<&line::amount>)));
}

}  // namespace shop
