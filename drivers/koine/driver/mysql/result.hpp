// SPDX-License-Identifier: BSL-1.0
// driver · mysql/result: the columns of a statement's result, and their way from the client library.
#pragma once

#include <koine/driver/mysql/column.hpp>

#include <vector>

namespace koine::detail {

/// Described once; again only where the server describes the result differently.
class mysql_result {
public:
    /// Before the rows of a run are fetched; false where the client library refuses.
    bool bind_to(MYSQL_STMT* statement) {
        MYSQL_FIELD const* const fields = mysql_fields(statement);
        std::size_t const count = mysql_stmt_field_count(statement);
        bool same = columns_.size() == count;
        for (std::size_t i = 0; same && i < count; ++i) same = columns_[i].is_as_described(fields[i]);
        if (same) [[likely]] return true;
        columns_.clear();
        columns_.resize(count);
        binds_.resize(count);
        for (std::size_t i = 0; i < count; ++i) columns_[i].describe(fields[i]);
        return bind_all(statement);
    }
    /// Fetches what did not fit into its buffer; false where the client library refuses.
    [[gnu::noinline]] bool complete(MYSQL_STMT* statement) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            mysql_column& column = columns_[i];
            if (column.null != 0 || column.form < mysql_form::decimal || column.size <= column.capacity) continue;
            // Twice the size, so that rows that grow bit by bit are not fetched twice each.
            column.reserve(column.size * 2);
            column.bind_to(binds_[i]);
            if (mysql_stmt_fetch_column(statement, &binds_[i], static_cast<unsigned>(i), 0) != 0) return false;
        }
        return bind_all(statement);
    }
    [[nodiscard]] mysql_column const& operator[](std::size_t index) const { return columns_[index]; }

private:
    bool bind_all(MYSQL_STMT* statement) {
        for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].bind_to(binds_[i]);
        return mysql_stmt_bind_result(statement, binds_.data()) == 0;
    }

    std::vector<mysql_column> columns_;
    std::vector<MYSQL_BIND> binds_;
};

}  // namespace koine::detail
