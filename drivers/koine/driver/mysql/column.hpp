// SPDX-License-Identifier: BSL-1.0
// driver · mysql/column: where the client library puts a column's value, and how that is read.
#pragma once

#include <koine/driver/mysql/moment.hpp>

#include <koine/types/decimal_form.hpp>
#include <koine/types/type.hpp>
#include <koine/types/uuid_form.hpp>

#include <charconv>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>

namespace koine::detail {

/// The form in which a column arrives, by its type on the server.
enum class mysql_form : unsigned char { integer, unsigned_integer, single, real, decimal, bits, text, bytes, date, time, datetime };

inline mysql_form mysql_form_of(MYSQL_FIELD const& field) {
    constexpr unsigned binary_character_set = 63;
    switch (field.type) {
    case MYSQL_TYPE_TINY:
    case MYSQL_TYPE_SHORT:
    case MYSQL_TYPE_INT24:
    case MYSQL_TYPE_LONG:
    case MYSQL_TYPE_LONGLONG:
    case MYSQL_TYPE_YEAR: return (field.flags & UNSIGNED_FLAG) != 0 ? mysql_form::unsigned_integer : mysql_form::integer;
    case MYSQL_TYPE_FLOAT: return mysql_form::single;
    case MYSQL_TYPE_DOUBLE: return mysql_form::real;
    case MYSQL_TYPE_DECIMAL:
    case MYSQL_TYPE_NEWDECIMAL: return mysql_form::decimal;
    case MYSQL_TYPE_BIT: return mysql_form::bits;
    case MYSQL_TYPE_DATE:
    case MYSQL_TYPE_NEWDATE: return mysql_form::date;
    case MYSQL_TYPE_TIME: return mysql_form::time;
    case MYSQL_TYPE_DATETIME:
    case MYSQL_TYPE_TIMESTAMP: return mysql_form::datetime;
    // Of the binary character set, and yet text.
    case MYSQL_TYPE_JSON: return mysql_form::text;
    default: return field.charsetnr == binary_character_set ? mysql_form::bytes : mysql_form::text;
    }
}

constexpr mysql_form form_of_moment(storage kind) {
    return kind == storage::date ? mysql_form::date : kind == storage::time ? mysql_form::time : mysql_form::datetime;
}

/// Whether a column of a form is read as a kind, if its value is in the kind's range.
constexpr bool can_read(mysql_form form, storage kind) {
    bool const whole = form == mysql_form::integer || form == mysql_form::unsigned_integer || form == mysql_form::decimal;
    if (kind == storage::boolean || is_integer(kind)) return whole || form == mysql_form::bits;
    if (is_floating(kind)) return whole || form == mysql_form::single || form == mysql_form::real;
    if (is_decimal(kind)) return form == mysql_form::decimal;
    if (is_moment(kind)) return form == form_of_moment(kind);
    if (is_json_form(kind)) return form == mysql_form::text;
    if (kind == storage::text) return form >= mysql_form::date || form == mysql_form::text || form == mysql_form::decimal;
    return form == mysql_form::bytes;
}

constexpr char const* name_of(mysql_form form) {
    constexpr char const* names[] = {"an integer", "an unsigned integer", "a FLOAT", "a DOUBLE", "a DECIMAL", "a BIT", "a text", "bytes", "a DATE", "a TIME", "a DATETIME"};
    return names[static_cast<unsigned>(form)];
}

/// The value of one column, and the buffer of those that have no fixed size. The buffer grows and is kept.
struct mysql_column {
    mysql_form form = mysql_form::integer;
    mysql_flag null = false;
    mysql_flag cut = false;
    enum_field_types type = MYSQL_TYPE_NULL;
    unsigned flags = 0;
    unsigned decimals = 0;
    unsigned character_set = 0;
    union {
        std::int64_t integer = 0;
        std::int32_t four_bytes;
        std::int16_t two_bytes;
        std::int8_t one_byte;
        double real;
        float single;
    };
    unsigned long size = 0;
    std::size_t capacity = 0;
    std::unique_ptr<char[]> buffer;

    void reserve(std::size_t wanted) {
        if (wanted <= capacity) return;
        buffer = std::make_unique_for_overwrite<char[]>(wanted);
        capacity = wanted;
    }
    void describe(MYSQL_FIELD const& field) {
        constexpr unsigned long usual = 256;
        type = field.type;
        flags = field.flags;
        decimals = field.decimals;
        character_set = field.charsetnr;
        form = mysql_form_of(field);
        if (form >= mysql_form::decimal) reserve(field.length < usual ? usual : field.length > 4 * usual ? usual : field.length);
    }
    [[nodiscard]] bool is_as_described(MYSQL_FIELD const& field) const {
        return type == field.type && character_set == field.charsetnr && ((flags ^ field.flags) & UNSIGNED_FLAG) == 0;
    }
    /// An integer, in the width in which it came; all bits of it, where it is unsigned.
    [[nodiscard]] std::int64_t number() const {
        bool const whole = form == mysql_form::unsigned_integer;
        switch (type) {
        case MYSQL_TYPE_TINY: return whole ? static_cast<std::uint8_t>(one_byte) : one_byte;
        case MYSQL_TYPE_SHORT: return whole ? static_cast<std::uint16_t>(two_bytes) : two_bytes;
        case MYSQL_TYPE_LONG: return whole ? static_cast<std::int64_t>(static_cast<std::uint32_t>(four_bytes)) : four_bytes;
        default: return integer;
        }
    }
    /// Of a date or time.
    [[nodiscard]] MYSQL_TIME const& time() const { return *reinterpret_cast<MYSQL_TIME const*>(buffer.get()); }
    void bind_to(MYSQL_BIND& bind) {
        bind = {};
        bind.is_null = &null;
        bind.error = &cut;
        bind.length = &size;
        bind.is_unsigned = form == mysql_form::unsigned_integer;
        bind.buffer = form >= mysql_form::decimal ? static_cast<void*>(buffer.get()) : &integer;
        bind.buffer_length = static_cast<unsigned long>(capacity);
        switch (form) {
        case mysql_form::integer:
        case mysql_form::unsigned_integer:
            bind.buffer_type = type == MYSQL_TYPE_TINY || type == MYSQL_TYPE_SHORT || type == MYSQL_TYPE_LONG ? type : MYSQL_TYPE_LONGLONG;
            break;
        case mysql_form::single: bind.buffer_type = MYSQL_TYPE_FLOAT; break;
        case mysql_form::real: bind.buffer_type = MYSQL_TYPE_DOUBLE; break;
        case mysql_form::decimal:
        case mysql_form::text: bind.buffer_type = MYSQL_TYPE_STRING; break;
        case mysql_form::bits:
        case mysql_form::bytes: bind.buffer_type = MYSQL_TYPE_BLOB; break;
        case mysql_form::date: bind.buffer_type = MYSQL_TYPE_DATE; break;
        case mysql_form::time: bind.buffer_type = MYSQL_TYPE_TIME; break;
        case mysql_form::datetime: bind.buffer_type = MYSQL_TYPE_DATETIME; break;
        }
    }
};

/// What a DECIMAL's text says as a whole number.
enum class whole : unsigned char { exact, fraction, too_large };

/// One column of the current row.
class mysql_cell {
public:
    explicit mysql_cell(mysql_column const& column) : column_(&column) {}

    [[nodiscard]] bool null() const { return column_->null != 0; }

    /// Reads a value of a storage kind; false where the column holds another type.
    template <storage Kind>
    bool read(stored<Kind>& out) const {
        if constexpr (Kind == storage::boolean) {
            std::uint64_t number = 2;
            return read_integer(number) && (out = number != 0, number <= 1);
        } else if constexpr (is_integer(Kind)) {
            return read_integer(out);
        } else if constexpr (is_floating(Kind)) {
            return read_real(out);
        } else if constexpr (is_decimal(Kind)) {
            return column_->form == mysql_form::decimal && detail::read_decimal({column_->buffer.get(), column_->size}, out);
        } else if constexpr (Kind == storage::uuid) {
            if (column_->form != mysql_form::bytes || column_->size != 16) return false;
            return out = load_uuid(column_->buffer.get()), true;
        } else if constexpr (is_moment(Kind)) {
            return column_->form == form_of_moment(Kind) && read_mysql_time(column_->time(), bound_kind_of(Kind), out);
        } else if constexpr (is_json_form(Kind)) {
            return column_->form == mysql_form::text && (out = {column_->buffer.get(), column_->size}, true);
        } else if constexpr (Kind == storage::text) {
            if (column_->form >= mysql_form::date) return read_moment_text(out);
            // A decimal is exact as its digits.
            if (column_->form != mysql_form::text && column_->form != mysql_form::decimal) return false;
            return out = {column_->buffer.get(), column_->size}, true;
        } else {
            if (column_->form != mysql_form::bytes) return false;
            return out = {reinterpret_cast<std::byte const*>(column_->buffer.get()), column_->size}, true;
        }
    }

    /// After a read that failed: whether the column holds a whole number all the same.
    template <storage Kind>
    [[nodiscard]] bool exceeds() const {
        if constexpr (Kind == storage::boolean || is_integer(Kind)) {
            if (column_->form != mysql_form::decimal) return column_->form <= mysql_form::unsigned_integer || column_->form == mysql_form::bits;
            stored<Kind == storage::uint64 ? storage::uint64 : storage::int64> number{};
            return read_decimal(number) == whole::too_large;
        } else {
            return is_decimal(Kind) && column_->form == mysql_form::decimal;
        }
    }

    [[nodiscard]] char const* kind_name() const {
        return null() ? "NULL" : name_of(column_->form);
    }

private:
    template <class Integer>
    bool read_integer(Integer& out) const {
        switch (column_->form) {
        case mysql_form::integer: {
            std::int64_t const number = column_->number();
            return out = static_cast<Integer>(number), std::is_signed_v<Integer> || number >= 0;
        }
        case mysql_form::unsigned_integer: return narrow(static_cast<std::uint64_t>(column_->number()), out);
        case mysql_form::decimal: return read_decimal(out) == whole::exact;
        case mysql_form::bits: {
            std::uint64_t bits = 0;
            for (std::size_t i = 0; i < column_->size; ++i) bits = bits << 8 | static_cast<unsigned char>(column_->buffer[i]);
            return narrow(bits, out);
        }
        default: return false;
        }
    }
    template <class Integer>
    static bool narrow(std::uint64_t number, Integer& out) {
        return out = static_cast<Integer>(number), number <= static_cast<std::uint64_t>(std::numeric_limits<Integer>::max());
    }
    template <class Integer>
    whole read_decimal(Integer& out) const {
        char const* const end = column_->buffer.get() + column_->size;
        auto const [rest, failure] = std::from_chars(column_->buffer.get(), end, out);
        // A minus in front of what is read as unsigned.
        if (failure == std::errc::invalid_argument) return whole::too_large;
        for (char const* digit = rest + 1; digit < end; ++digit)
            if (*digit != '0') return whole::fraction;
        return failure == std::errc() ? whole::exact : whole::too_large;
    }
    bool read_real(double& out) const {
        switch (column_->form) {
        case mysql_form::real: return out = column_->real, true;
        case mysql_form::single: return out = column_->single, true;
        // Exact up to 2^53.
        case mysql_form::integer: return out = static_cast<double>(column_->number()), true;
        case mysql_form::unsigned_integer: return out = static_cast<double>(static_cast<std::uint64_t>(column_->number())), true;
        case mysql_form::decimal: {
            char const* const digits = column_->buffer.get();
            return std::from_chars(digits, digits + column_->size, out).ec == std::errc();
        }
        default: return false;
        }
    }

    /// Written behind the value itself.
    [[gnu::cold, gnu::noinline]] bool read_moment_text(std::string_view& out) const {
        bound_kind const kind = column_->form == mysql_form::date ? bound_kind::date : column_->form == mysql_form::time ? bound_kind::time : bound_kind::local_time;
        std::int64_t count = 0;
        if (!read_mysql_time(column_->time(), kind, count) || !can_keep(kind, count)) return false;
        moment_text const text(bound_value::moment(kind, count));
        std::size_t const unwritten = kind == bound_kind::date || column_->decimals >= 6 ? 0 : column_->decimals == 0 ? 7 : 6 - column_->decimals;
        char* const kept = column_->buffer.get() + sizeof(MYSQL_TIME);
        std::memcpy(kept, text.at, text.size);
        return out = {kept, text.size - unwritten}, true;
    }

    mysql_column const* column_;
};

}  // namespace koine::detail
