// SPDX-License-Identifier: BSL-1.0
// driver · schema_description: what a driver tells about a table of the live schema.
#pragma once

#include <string>
#include <vector>

namespace koine::detail {

/// What a driver tells about a table that exists.
struct live_column {
    std::string name;
    std::string type;  ///< as the dialect's DDL spells it
    bool nullable = true;
    int key_position = 0;  ///< in the primary key, from 1; 0: no part of it
};
struct live_key {
    std::vector<std::string> columns;
    bool unique = false;
};
struct live_reference {
    std::vector<std::string> columns;
    std::string table;
    std::vector<std::string> references;
    std::string action;
};
struct live_table {
    bool exists = false;
    std::vector<live_column> columns;
    std::vector<live_key> keys;
    std::vector<live_reference> references;
};

}  // namespace koine::detail
