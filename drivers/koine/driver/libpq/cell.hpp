// SPDX-License-Identifier: BSL-1.0
// driver · libpq/cell: one value of a result, in binary or as text.
#pragma once

#include <koine/driver/libpq/array_json.hpp>
#include <koine/driver/libpq/numeric.hpp>
#include <koine/driver/libpq/text_form.hpp>

#include <koine/types/type.hpp>

#include <libpq-fe.h>

#include <vector>

namespace koine::detail {

/// How the values of a column are read; decided once for a statement that was described.
struct libpq_column {
    libpq_type type = libpq_type::other;
    bool binary = false;
    std::string decoded{};  ///< bytes that came as text
};

/// Whether every column of a result or of a description is of a type that is read in binary.
inline bool all_binary(PGresult const* described) {
    for (int i = 0; i < PQnfields(described); ++i)
        if (libpq_type_of(PQftype(described, i)) == libpq_type::other) return false;
    return true;
}
inline void read_columns(PGresult const* described, bool binary, std::vector<libpq_column>& columns) {
    columns.resize(static_cast<std::size_t>(PQnfields(described)));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].type = libpq_type_of(PQftype(described, static_cast<int>(i)));
        columns[i].binary = binary;
    }
}

/// Whether a column of a type is read as a kind, if its value is in the kind's range.
constexpr bool can_read(libpq_type type, storage kind) {
    bool const number = is_whole(type) || type == libpq_type::numeric;
    if (kind == storage::boolean) return type == libpq_type::boolean;
    if (is_moment(kind)) return type == libpq_moment(bound_kind_of(kind));
    if (is_decimal(kind)) return type == libpq_type::numeric;
    if (is_list(kind)) return type == libpq_type::array;
    if (is_integer(kind)) return number;
    if (is_floating(kind)) return number || type == libpq_type::float32 || type == libpq_type::float64;
    if (kind == storage::uuid) return type == libpq_type::uuid;
    if (kind == storage::bytes) return type == libpq_type::bytes;
    return type != libpq_type::boolean && type != libpq_type::bytes && type != libpq_type::records && type != libpq_type::array && !can_read(type, storage::float64);
}

/// Where a value of a result lies.
struct libpq_value {
    PGresult const* result;
    int row;
    int number;
    libpq_column* column;
    int length = PQgetlength(result, row, number);

    /// Only what is empty can be NULL.
    [[nodiscard]] bool null() const { return length == 0 && PQgetisnull(result, row, number) != 0; }
    [[nodiscard]] char const* data() const { return PQgetvalue(result, row, number); }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(length); }
    [[nodiscard]] libpq_type type() const { return column->type; }
    [[nodiscard]] bool binary() const { return column->binary; }
    /// Where what is made of a value can be kept.
    [[nodiscard]] std::string* kept() const { return &column->decoded; }
    /// Bytes that came as text.
    [[nodiscard]] std::string_view decode_bytes(std::string_view text) const { return read_bytes(text, column->decoded), column->decoded; }
};

/// One column of a row, wherever its value lies.
template <class Value>
class libpq_cell_of {
public:
    explicit libpq_cell_of(Value const& value) : value_(value) {}

    [[nodiscard]] bool null() const { return value_.null(); }

    /// Reads a value of a storage kind; false where the column is of another type, or the number too long for the kind.
    template <storage Kind>
    bool read(stored<Kind>& out) const {
        if constexpr (Kind == storage::boolean) return read_boolean(out);
        else if constexpr (is_moment(Kind)) return read_moment<Kind>(out);
        else if constexpr (is_decimal(Kind)) return read_decimal_of(out) == number_reading::read;
        else if constexpr (is_list(Kind)) return read_array(element_of(Kind), out);
        else if constexpr (Kind == storage::uuid) return value_.type() == libpq_type::uuid && read_uuid_of(out);
        else if constexpr (std::is_integral_v<stored<Kind>>) return read_whole_number(out) == number_reading::read;
        else if constexpr (std::is_floating_point_v<stored<Kind>>) return read_real(out) == number_reading::read;
        else if constexpr (Kind == storage::bytes) return read_bytes_of(out);
        else return read_text(out);
    }
    /// After such a `read`: whether the number was too long, as a sum can be.
    template <storage Kind>
    [[gnu::cold, gnu::noinline]] bool exceeds() const {
        [[maybe_unused]] stored<Kind> unused{};
        if constexpr (Kind == storage::boolean || is_moment(Kind)) return false;
        else if constexpr (std::is_integral_v<stored<Kind>>) return read_whole_number(unused) == number_reading::out_of_range;
        else if constexpr (std::is_floating_point_v<stored<Kind>>) return read_real(unused) == number_reading::out_of_range;
        else if constexpr (is_decimal(Kind)) return read_decimal_of(unused) == number_reading::out_of_range;
        else return false;
    }

    [[nodiscard]] char const* kind_name() const { return null() ? "NULL" : name_of(value_.type()); }

    /// The bytes of an array of rows; false where it is none, or came as text.
    bool read_records(std::string_view& out) const { return value_.type() == libpq_type::records && value_.binary() && (out = text(), true); }

private:
    [[nodiscard]] char const* data() const { return value_.data(); }
    [[nodiscard]] std::string_view text() const { return {value_.data(), value_.size()}; }

    bool read_boolean(bool& out) const {
        if (value_.type() != libpq_type::boolean) return false;
        char const first = *data();
        return out = value_.binary() ? first != 0 : first == 't', true;
    }

    template <class Integer>
    [[gnu::always_inline]] number_reading read_whole_number(Integer& out) const {
        if (value_.type() == libpq_type::int64 && value_.binary()) [[likely]]
            return take(static_cast<std::int64_t>(load_big_endian<std::uint64_t>(data())), out);
        return read_narrow_number(out);
    }
    template <class Integer>
    [[gnu::noinline]] number_reading read_narrow_number(Integer& out) const {
        if (!value_.binary()) return read_whole_text(out);
        switch (value_.type()) {
        case libpq_type::int32: return take(static_cast<std::int32_t>(load_big_endian<std::uint32_t>(data())), out);
        case libpq_type::int16: return take(static_cast<std::int16_t>(load_big_endian<std::uint16_t>(data())), out);
        case libpq_type::oid: return take(load_big_endian<std::uint32_t>(data()), out);
        case libpq_type::numeric: return numeric_view(data()).read(out);
        default: return number_reading::of_another_kind;
        }
    }
    template <class Found, class Integer>
    static number_reading take(Found found, Integer& out) {
        if constexpr (std::is_signed_v<Found> && std::is_unsigned_v<Integer>)
            if (found < 0) [[unlikely]] return number_reading::out_of_range;
        return out = static_cast<Integer>(found), number_reading::read;
    }
    template <class Integer>
    [[gnu::noinline]] number_reading read_whole_text(Integer& out) const {
        if (!is_whole(value_.type()) && value_.type() != libpq_type::numeric) return number_reading::of_another_kind;
        return read_whole(text(), out);
    }

    number_reading read_real(double& out) const {
        if (!value_.binary()) return read_real_text(out);
        switch (value_.type()) {
        case libpq_type::float64: return out = std::bit_cast<double>(load_big_endian<std::uint64_t>(data())), number_reading::read;
        case libpq_type::float32: return out = static_cast<double>(std::bit_cast<float>(load_big_endian<std::uint32_t>(data()))), number_reading::read;
        case libpq_type::numeric: return numeric_view(data()).read(out);
        default: break;
        }
        // An expression over whole numbers may give an integer where a double is asked for; it is exact up to 2^53.
        std::int64_t whole = 0;
        number_reading const reading = read_whole_number(whole);
        return out = static_cast<double>(whole), reading;
    }
    [[gnu::noinline]] number_reading read_real_text(double& out) const {
        std::string_view const written = text();
        // The shortest text of a float is exact as a float only.
        if (value_.type() == libpq_type::float32) {
            float narrow = 0;
            number_reading const reading = read_number(written, narrow);
            return out = static_cast<double>(narrow), reading;
        }
        if (value_.type() != libpq_type::float64 && value_.type() != libpq_type::numeric && !is_whole(value_.type())) return number_reading::of_another_kind;
        return read_number(written, out);
    }

    bool read_bytes_of(bytes_view& out) const {
        if (value_.type() != libpq_type::bytes) return false;
        std::string_view found = text();
        if (!value_.binary()) found = value_.decode_bytes(found);
        return out = {reinterpret_cast<std::byte const*>(found.data()), found.size()}, true;
    }

    template <storage Kind>
    bool read_moment(std::int64_t& out) const {
        if (value_.type() != libpq_moment(bound_kind_of(Kind))) return false;
        if (!value_.binary()) return moment_reader(text()).read(Kind, out);
        return read_binary_moment(bound_kind_of(Kind), out), true;
    }
    /// The infinities stay beyond what can be kept.
    void read_binary_moment(bound_kind kind, std::int64_t& out) const {
        out = kind == bound_kind::date ? static_cast<std::int32_t>(load_big_endian<std::uint32_t>(data())) : static_cast<std::int64_t>(load_big_endian<std::uint64_t>(data()));
        if (__builtin_add_overflow(out, libpq_epoch(kind), &out)) out = std::numeric_limits<std::int64_t>::max();
    }
    /// A date or time as the server writes it, in UTC.
    [[gnu::cold, gnu::noinline]] bool read_moment_text(bound_kind kind, std::string_view& out) const {
        if (!value_.binary()) return out = text(), true;
        std::int64_t count = 0;
        std::string* const kept = value_.kept();
        read_binary_moment(kind, count);
        if (kept == nullptr || !can_keep(kind, count)) return false;
        kept->assign(moment_text(bound_value::moment(kind, count)).view());
        if (kind != bound_kind::date)
            while (kept->back() == '0' || kept->back() == '.') {
                bool const point = kept->back() == '.';
                kept->pop_back();
                if (point) break;
            }
        if (kind == bound_kind::instant) kept->append("+00");
        return out = *kept, true;
    }

    number_reading read_decimal_of(decimal_parts& out) const {
        if (value_.type() != libpq_type::numeric) return number_reading::of_another_kind;
        if (value_.binary()) return numeric_view(data()).read(out);
        return read_decimal(text(), out) ? number_reading::read : number_reading::out_of_range;
    }
    bool read_uuid_of(uuid_words& out) const {
        if (!value_.binary()) return read_uuid(text(), out);
        return value_.size() == 16 && (out = load_uuid(data()), true);
    }
    bool read_uuid_text(std::string_view& out) const {
        uuid_words words;
        std::string* const kept = value_.kept();
        if (kept == nullptr || !read_uuid_of(words)) return false;
        return out = kept->assign(uuid_text(words).view()), true;
    }

    /// An array, as JSON.
    [[gnu::noinline]] bool read_array(storage element, std::string_view& out) const {
        if (value_.type() != libpq_type::array) return false;
        std::string& json = *value_.kept();
        json.clear();
        bool const whole = value_.binary() ? append_json_of_array(json, text()) : append_json_of_literal(json, text(), element);
        return out = json, whole;
    }

    /// As text, what is none of our kinds can be read so too: a user's enum; and a date, a time or a uuid.
    bool read_text(std::string_view& out) const {
        switch (value_.type()) {
        case libpq_type::text:
        case libpq_type::character: return out = text(), true;
        case libpq_type::other: return !value_.binary() && (out = text(), true);
        case libpq_type::date: return read_moment_text(bound_kind::date, out);
        case libpq_type::time: return read_moment_text(bound_kind::time, out);
        case libpq_type::timestamp: return read_moment_text(bound_kind::local_time, out);
        case libpq_type::timestamptz: return read_moment_text(bound_kind::instant, out);
        case libpq_type::uuid: return read_uuid_text(out);
        case libpq_type::jsonb:
            out = text();
            if (value_.binary()) out.remove_prefix(1);  // the version of the form
            return true;
        default: return false;
        }
    }

    Value value_;
};
using libpq_cell = libpq_cell_of<libpq_value>;

}  // namespace koine::detail
