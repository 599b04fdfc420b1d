// SPDX-License-Identifier: BSL-1.0
// driver · libpq/copy: rows to a table by COPY … FROM STDIN, as text, which does not mind how wide a number's column is.
#pragma once

#include <koine/driver/libpq/link.hpp>
#include <koine/driver/libpq/text_form.hpp>

namespace koine::detail {

class libpq_copy {
public:
    explicit libpq_copy(libpq_link& link) : link_(link) {}

    void begin(char const* sql) {
        link_.require_ready(sql);
        bool const inside = link_.in_transaction();
        libpq_result const result(PQexec(link_.handle, sql));
        if (result.status() != PGRES_COPY_IN) {
            link_.require_success(result, sql);
            throw error(error_kind::misuse, "postgres: this statement takes no rows").with_sql(sql);
        }
        link_.occupy(this, "a COPY", inside);
        sql_ = sql;
        rows_.clear();
    }
    void row(bound_value const* values, int count) {
        for (int i = 0; i < count; ++i) {
            if (i > 0) rows_.push_back('\t');
            append(values[i]);
        }
        rows_.push_back('\n');
        if (rows_.size() >= block) send();
    }
    /// The number of rows that the server took.
    std::int64_t end() {
        send();
        if (PQputCopyEnd(link_.handle, nullptr) != 1) fail();
        link_.release();
        libpq_result const result(PQgetResult(link_.handle));
        link_.require_success(result, sql_);
        link_.drain();
        link_.count_changes(result);
        return link_.changes;
    }
    /// Takes back what was sent; nothing where no COPY runs.
    void abandon() noexcept {
        if (link_.occupied_by(this)) link_.give_up(false);
    }

private:
    static constexpr std::size_t block = 65536;

    void append(bound_value const& value) {
        if (value.kind == bound_kind::null) {
            rows_.append("\\N");
            return;
        }
        std::size_t const from = rows_.size();
        if (value.has_elements()) append_array_literal(rows_, value, sql_);
        else append_text_form(rows_, value, sql_);
        if (value.kind == bound_kind::text || value.kind == bound_kind::bytes || value.kind == bound_kind::document || value.has_elements()) escape(from);
    }
    static bool is_special(char c) { return c == '\\' || c == '\t' || c == '\n' || c == '\r'; }
    /// Escapes what stands for itself from a place on to the end.
    void escape(std::size_t from) {
        std::size_t special = from;
        while (special < rows_.size() && !is_special(rows_[special])) ++special;
        if (special == rows_.size()) return;
        plain_.assign(rows_, special);
        rows_.resize(special);
        for (char const c : plain_) {
            char const letter = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
            if (c == '\\' || letter != c) rows_.push_back('\\');
            rows_.push_back(letter);
        }
    }
    void send() {
        char const* at = rows_.data();
        // A call takes no more than an int can say.
        for (std::size_t left = rows_.size(); left > 0;) {
            std::size_t const part = left < 0x20000000 ? left : 0x20000000;
            if (PQputCopyData(link_.handle, at, static_cast<int>(part)) != 1) fail();
            at += part;
            left -= part;
        }
        rows_.clear();
    }
    [[noreturn]] void fail() {
        link_.release();
        link_.fail(libpq_result(PQgetResult(link_.handle)), sql_);
    }

    libpq_link& link_;
    std::string sql_;
    std::string rows_;   ///< not sent yet
    std::string plain_;
};

}  // namespace koine::detail
