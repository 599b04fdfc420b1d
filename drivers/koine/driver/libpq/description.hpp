// SPDX-License-Identifier: BSL-1.0
// driver · libpq/description: what the server tells of a statement that does not run: the types of its columns and placeholders.
#pragma once

#include <koine/driver/libpq/pipeline.hpp>

namespace koine::detail {

class libpq_description {
public:
    /// Prepares it without a name, which the next statement without one takes, also behind a proxy.
    libpq_description(libpq_link& link, std::string_view sql) : described_(describe_as(link, sql, "")) {}

    [[nodiscard]] int columns() const { return PQnfields(described_.get()); }
    [[nodiscard]] bool gives(int column, storage kind) const { return can_read(column_type(column), kind); }
    [[nodiscard]] std::string_view column_name(int column) const { return name_of(column_type(column)); }
    /// A number goes to any type of numbers, and a text to a type that only the server knows.
    [[nodiscard]] bool takes(int position, storage kind) const {
        libpq_type const type = parameter_type(position);
        return type == libpq_type::other || can_read(type, kind) || (is_number(kind) && can_read(type, storage::float64));
    }
    [[nodiscard]] std::string_view parameter_name(int position) const { return name_of(parameter_type(position)); }

private:
    [[nodiscard]] libpq_type column_type(int column) const { return libpq_type_of(PQftype(described_.get(), column)); }
    [[nodiscard]] libpq_type parameter_type(int position) const { return libpq_type_of(PQparamtype(described_.get(), position)); }
    static bool is_number(storage kind) { return is_integer(kind) || is_floating(kind) || is_decimal(kind); }

    libpq_result described_;
};

}  // namespace koine::detail
