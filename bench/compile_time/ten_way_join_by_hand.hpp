// SPDX-License-Identifier: BSL-1.0
// bench · ten_way_join_by_hand: the same rows with SQLite's C API.
#pragma once

#include "delivery.hpp"
#include "statement.hpp"

namespace shop {

std::vector<delivery> deliveries(sqlite3* db, std::string_view where) {
    blog::statement rows(db, "SELECT lines.id, products.name, categories.name, suppliers.name, warehouses.name, clerks.name, customers.name, cities.name, countries.name, amount "
                             "FROM lines JOIN products ON products.id = product_id JOIN categories ON categories.id = category_id JOIN suppliers ON suppliers.id = supplier_id "
                             "JOIN warehouses ON warehouses.id = warehouse_id JOIN purchases ON purchases.id = purchase_id JOIN clerks ON clerks.id = clerk_id "
                             "JOIN customers ON customers.id = customer_id JOIN cities ON cities.id = city_id JOIN countries ON countries.id = country_id "
                             "WHERE countries.name = ? ORDER BY amount DESC, lines.id");
    rows.bind(1, where);
    std::vector<delivery> all;
    while (rows.step()) {
        delivery& one = all.emplace_back();
        one.id = rows.integer(0);
        one.product = rows.text(1);
        one.category = rows.text(2);
        one.supplier = rows.text(3);
        one.warehouse = rows.text(4);
        one.clerk = rows.text(5);
        one.customer = rows.text(6);
        one.city = rows.text(7);
        one.country = rows.text(8);
        one.amount = rows.integer(9);
    }
    return all;
}

}  // namespace shop
