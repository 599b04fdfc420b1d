// SPDX-License-Identifier: BSL-1.0
// driver · libpq/parameters: the bound values of a statement, as libpq wants them; buffers are kept from run to run.
#pragma once

#include <koine/driver/libpq/binary_form.hpp>

#include <libpq-fe.h>

#include <vector>

namespace koine::detail {

class libpq_parameters {
public:
    libpq_parameters() = default;
    /// Of a statement that was described: each value is sent in the form that is exact for its parameter's type.
    explicit libpq_parameters(PGresult const* description) : libpq_parameters(static_cast<std::size_t>(PQnparams(description))) {
        count_ = PQnparams(description);
        for (int i = 0; i < count_; ++i) {
            unsigned const oid = PQparamtype(description, i);
            slot& one = slots_[static_cast<std::size_t>(i)];
            one.type = libpq_type_of(oid);
            one.element_oid = libpq_element_of(oid);
        }
    }
    /// Of a statement that was not: values are text, whose type the server finds; it has at most as many as it has `$`.
    explicit libpq_parameters(std::string_view sql) : libpq_parameters(dollars_in(sql)) {}

    /// Takes a view of a text or of bytes; it must live until the statement ran.
    void bind(int position, bound_value const& value, std::string_view sql) {
        auto const at = static_cast<std::size_t>(position - 1);
        if (at >= slots_.size()) [[unlikely]] throw error(error_kind::misuse, "koine: a value is bound that the statement has no placeholder for").with_sql(sql);
        if (position > count_) count_ = position;
        slot& to = slots_[at];
        if (value.kind == bound_kind::null) {
            values_[at] = nullptr;
            return;
        }
        if (int const length = store_binary(to.type, value, to.number, sql); length >= 0) {
            put(at, to.number, static_cast<std::size_t>(length), true);
        } else if (is_binary_already(to.type, value.kind)) {
            if (value.kind == bound_kind::text) refuse_nul(value, sql);
            // An empty view may have no pointer, which libpq would take for NULL.
            put_long(at, value.size == 0 ? "" : value.text, value.size, true, sql);
        } else if (value.has_elements()) {
            bind_list(at, value, sql);
        } else {
            if ((value.kind == bound_kind::bytes || is_moment(value.kind)) && to.type != libpq_type::other) [[unlikely]]
                throw error(error_kind::mismatch, spell({value.kind == bound_kind::bytes ? "koine: bytes are" : "koine: a date or time is",
                                                         " bound to a parameter that is ", name_of(to.type)})).with_sql(sql);
            to.text.clear();
            append_text_form(to.text, value, sql);
            put_long(at, to.text.c_str(), to.text.size(), false, sql);
        }
    }

    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] char const* const* values() const { return values_.data(); }
    [[nodiscard]] int const* lengths() const { return lengths_.data(); }
    [[nodiscard]] int const* formats() const { return formats_.data(); }

private:
    struct slot {
        libpq_type type = libpq_type::other;
        unsigned element_oid = 0;  ///< of an array that is written in binary
        char number[20];
        std::string text;
    };

    explicit libpq_parameters(std::size_t room) : slots_(room), values_(room), lengths_(room), formats_(room) {}
    static std::size_t dollars_in(std::string_view sql) {
        std::size_t dollars = 0;
        for (char const c : sql) dollars += c == '$' ? 1 : 0;
        return dollars;
    }

    void bind_list(std::size_t at, bound_value const& list, std::string_view sql) {
        slot& to = slots_[at];
        to.text.clear();
        if (to.element_oid != 0 && append_array(to.text, to.element_oid, list, sql)) return put_long(at, to.text.data(), to.text.size(), true, sql);
        to.text.clear();
        append_array_literal(to.text, list, sql);
        put_long(at, to.text.c_str(), to.text.size(), false, sql);
    }
    void put_long(std::size_t at, char const* data, std::size_t size, bool binary, std::string_view sql) {
        // The server takes no message of more than a gigabyte.
        if (size > 0x3fffffff) [[unlikely]] throw error(error_kind::limit, "koine: a value is longer than PostgreSQL takes").with_sql(sql);
        put(at, data, size, binary);
    }
    void put(std::size_t at, char const* data, std::size_t size, bool binary) {
        values_[at] = data;
        lengths_[at] = static_cast<int>(size);
        formats_[at] = binary ? 1 : 0;
    }

    std::vector<slot> slots_;
    std::vector<char const*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
    int count_ = 0;
};

}  // namespace koine::detail
