// SPDX-License-Identifier: BSL-1.0
// driver · mysql/parameters: the values of a statement, in the form in which the client library takes them.
#pragma once

#include <koine/driver/mysql/client.hpp>
#include <koine/driver/mysql/list_json.hpp>
#include <koine/driver/mysql/moment.hpp>

#include <cstdint>
#include <vector>

namespace koine::detail {

/// Numbers are kept here, texts and bytes are viewed, lists are written into one text. The client library is told again
/// only where a type or an address changed.
class mysql_parameters {
public:
    void resize(std::size_t count) {
        binds_.resize(count);
        slots_.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            binds_[i].buffer_type = MYSQL_TYPE_NULL;
            binds_[i].is_null = &slots_[i].null;
        }
    }
    [[nodiscard]] std::size_t size() const { return binds_.size(); }

    void set(std::size_t at, bound_value const& value) {
        slot& place = slots_[at];
        place.null = value.kind == bound_kind::null;
        place.list = value.has_elements() || value.kind == bound_kind::document;
        switch (value.kind) {
        case bound_kind::boolean:
            place.boolean = value.boolean ? 1 : 0;
            return view(at, MYSQL_TYPE_TINY, &place.boolean, 0);
        case bound_kind::integer:
            place.integer = value.integer;
            return view(at, MYSQL_TYPE_LONGLONG, &place.integer, 0);
        case bound_kind::unsigned_integer:
            place.unsigned_integer = value.unsigned_integer;
            return view(at, MYSQL_TYPE_LONGLONG, &place.unsigned_integer, 0, true);
        case bound_kind::real:
            if (!__builtin_isfinite(value.real)) fail_not_finite();
            place.real = value.real;
            return view(at, MYSQL_TYPE_DOUBLE, &place.real, 0);
        // An empty view may have no address.
        case bound_kind::text: return view(at, MYSQL_TYPE_STRING, value.size == 0 ? "" : value.text, value.size);
        case bound_kind::bytes: return view(at, MYSQL_TYPE_BLOB, value.size == 0 ? static_cast<void const*>("") : value.bytes, value.size);
        case bound_kind::list:
        case bound_kind::array:
        case bound_kind::document: {
            std::size_t const start = lists_.size();
            if (value.kind == bound_kind::list) append_json_list(lists_, value);
            else value.json->write(value, lists_, unsigned_form::number);
            place.start = start;
            place.length = lists_.size() - start;
            return;
        }
        case bound_kind::null: return;
        case bound_kind::decimal:
            return view(at, MYSQL_TYPE_NEWDECIMAL, place.digits, decimal_text(value.as_decimal()).view().copy(place.digits, sizeof(place.digits)));
        case bound_kind::uuid:
            store_uuid(value.as_uuid(), place.uuid);
            return view(at, MYSQL_TYPE_BLOB, place.uuid, sizeof(place.uuid));
        case bound_kind::date:
        case bound_kind::time:
        case bound_kind::instant:
        case bound_kind::local_time:
            place.time = mysql_time_of(value);
            return view(at, value.kind == bound_kind::date ? MYSQL_TYPE_DATE : value.kind == bound_kind::time ? MYSQL_TYPE_TIME : MYSQL_TYPE_DATETIME, &place.time, sizeof(MYSQL_TIME));
        case bound_kind::presence: break;
        }
        throw error(error_kind::misuse, "koine: the presence of a part is no value");
    }

    /// Hands the values to a statement whose packet may have so many bytes; false where the client library refuses.
    bool bind_to(MYSQL_STMT* statement, std::size_t maximum_packet) {
        // The header, a bit, a type and a length for each: more than any of it takes.
        std::size_t const overhead = 64 + binds_.size() * 16;
        std::size_t bytes = overhead;
        for (std::size_t i = 0; i < binds_.size(); ++i) {
            // The text of the lists may have moved since.
            if (slots_[i].list) view(i, MYSQL_TYPE_STRING, lists_.data() + slots_[i].start, slots_[i].length);
            bytes += size_of(i);
        }
        bool const in_one = bytes <= maximum_packet;
        if (!in_one) [[unlikely]] require_packets(overhead, maximum_packet);
        if (changed_ && mysql_stmt_bind_param(statement, binds_.data()) != 0) return false;
        changed_ = false;
        return in_one || send_long(statement, maximum_packet);
    }
    void forget() { lists_.clear(); }
    /// Whether a value is of another type than the one before it.
    [[nodiscard]] bool retyped() const { return retyped_; }
    /// The types are those of a statement that was prepared anew.
    void keep_types() {
        retyped_ = false;
        changed_ = true;
    }

private:
    /// From here on a value travels in packets of its own, where not all fit into one.
    static constexpr std::size_t long_value = 4096;

    [[nodiscard]] std::size_t size_of(std::size_t at) const { return slots_[at].null ? 0 : binds_[at].buffer_length; }
    /// Before anything is sent: the server takes no value that is larger than a packet, however it comes.
    void require_packets(std::size_t overhead, std::size_t maximum_packet) const {
        std::size_t together = overhead;
        std::size_t largest = 0;
        for (std::size_t i = 0; i < binds_.size(); ++i) {
            if (size_of(i) > largest) largest = size_of(i);
            if (size_of(i) < long_value) together += size_of(i);
        }
        if (together > maximum_packet || largest + 64 > maximum_packet)
            throw error(error_kind::limit, spell({"koine: a value takes more than the server's max_allowed_packet of ",
                                                  digits_of(static_cast<long long>(maximum_packet)), " bytes, or the short ones together do"}));
    }
    bool send_long(MYSQL_STMT* statement, std::size_t maximum_packet) {
        std::size_t const megabyte = std::size_t{1} << 20;
        std::size_t const piece = maximum_packet / 2 < megabyte ? maximum_packet / 2 : megabyte;
        for (std::size_t i = 0; i < binds_.size(); ++i) {
            if (size_of(i) < long_value) continue;
            auto const* const data = static_cast<char const*>(binds_[i].buffer);
            for (std::size_t sent = 0; sent < size_of(i); sent += piece)
                if (mysql_stmt_send_long_data(statement, static_cast<unsigned>(i), data + sent, static_cast<unsigned long>(size_of(i) - sent < piece ? size_of(i) - sent : piece)) != 0)
                    return false;
        }
        return true;
    }

    struct slot {
        union {
            std::int64_t integer = 0;
            std::uint64_t unsigned_integer;
            double real;
            signed char boolean;
            MYSQL_TIME time;
            char uuid[16];
            char digits[sizeof(decimal_text::at)];
            std::size_t start;  ///< of a list in their common text
        };
        std::size_t length = 0;  ///< of a list there
        mysql_flag null = false;
        bool list = false;
    };

    void view(std::size_t at, enum_field_types type, void const* address, std::size_t size, bool is_unsigned = false) {
        MYSQL_BIND& bind = binds_[at];
        bool const other = bind.buffer_type != type || (bind.is_unsigned != 0) != is_unsigned;
        retyped_ = retyped_ || (other && bind.buffer_type != MYSQL_TYPE_NULL);
        changed_ = changed_ || other || bind.buffer != address || bind.buffer_length != size;
        bind.buffer_type = type;
        bind.is_unsigned = is_unsigned;
        bind.buffer = const_cast<void*>(address);
        bind.buffer_length = static_cast<unsigned long>(size);
    }

    std::vector<MYSQL_BIND> binds_;
    std::vector<slot> slots_;
    std::string lists_;
    bool changed_ = true;
    bool retyped_ = false;
};

}  // namespace koine::detail
