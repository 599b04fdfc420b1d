// SPDX-License-Identifier: BSL-1.0
// driver · mysql/description: what a server tells of a statement that does not run: the types of its columns, where it knows
// them; no type of a placeholder.
#pragma once

#include <koine/driver/mysql/statement.hpp>

namespace koine::detail {

class mysql_description {
public:
    mysql_description(mysql_session& session, std::string_view sql) : statement_(session, sql) {}

    [[nodiscard]] int columns() const { return statement_.column_count(); }
    [[nodiscard]] bool gives(int column, storage kind) const {
        MYSQL_FIELD const& field = statement_.field(column);
        return field.type == MYSQL_TYPE_NULL || can_read(mysql_form_of(field), kind);
    }
    [[nodiscard]] std::string_view column_name(int column) const { return name_of(mysql_form_of(statement_.field(column))); }

private:
    mysql_statement statement_;
};

}  // namespace koine::detail
