// SPDX-License-Identifier: BSL-1.0
// sql · sql: a rendered statement as a value: text and typed binds, to print, or to run on a client of one's own.
#pragma once

#include <koine/types/decimal_form.hpp>
#include <koine/types/moment.hpp>
#include <koine/types/uuid_form.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace koine {

/// SQL text with the values of its placeholders, in their order. It owns everything.
class sql_statement {
public:
    /// One value as its placeholder takes it.
    struct bind {
        bound_kind kind = bound_kind::null;
        std::int64_t integer = 0;              ///< also of a bool, a date or a time; of an unsigned integer its bits
        double real = 0;
        std::string bytes{};                   ///< of text, of bytes and of a uuid; a decimal as text
        std::vector<bind> elements{};          ///< of a list
    };

    std::string text;
    std::vector<bind> binds;

    /// The text, then each value as a literal; for a reader, not for a database.
    [[nodiscard]] std::string to_string() const {
        std::string out = text;
        for (std::size_t i = 0; i < binds.size(); ++i) {
            out.append(i == 0 ? " -- " : ", ");
            print(binds[i], out);
        }
        return out;
    }

    /// Of a bound_value; a template, so that a program that keeps none does not compile it.
    static bind copy(auto const& value) {
        bind copied;
        copied.kind = value.kind;
        switch (value.kind) {
        case bound_kind::boolean: copied.integer = value.boolean ? 1 : 0; break;
        case bound_kind::integer:
        case bound_kind::date:
        case bound_kind::time:
        case bound_kind::instant:
        case bound_kind::local_time: copied.integer = value.integer; break;
        case bound_kind::unsigned_integer: copied.integer = static_cast<std::int64_t>(value.unsigned_integer); break;
        case bound_kind::real: copied.real = value.real; break;
        case bound_kind::text: copied.bytes.assign(value.as_text()); break;
        case bound_kind::bytes: copied.bytes.assign(reinterpret_cast<char const*>(value.bytes), value.size); break;
        case bound_kind::decimal: copied.bytes.assign(detail::decimal_text(value.as_decimal()).view()); break;
        case bound_kind::uuid:
            copied.bytes.resize(16);
            detail::store_uuid(value.as_uuid(), copied.bytes.data());
            break;
        case bound_kind::list:
        case bound_kind::array:
            for (std::size_t i = 0; i < value.size; ++i) copied.elements.push_back(copy(value.element_at(i)));
            break;
        case bound_kind::document: value.json->write(value, copied.bytes, unsigned_form::number); break;
        case bound_kind::null:
        case bound_kind::presence: break;
        }
        return copied;
    }

    static void print(bind const& value, std::string& out) {
        switch (value.kind) {
        case bound_kind::boolean: out.append(value.integer != 0 ? "true" : "false"); return;
        case bound_kind::integer: out.append(std::to_string(value.integer)); return;
        case bound_kind::unsigned_integer: out.append(std::to_string(static_cast<std::uint64_t>(value.integer))); return;
        case bound_kind::real: out.append(std::to_string(value.real)); return;
        case bound_kind::text:
        case bound_kind::document:
            out.push_back('\'');
            for (char c : value.bytes) out.append(c == '\'' ? "''" : std::string(1, c));
            out.push_back('\'');
            return;
        case bound_kind::bytes:
            out.append("x'");
            for (char c : value.bytes) {
                out.push_back("0123456789abcdef"[(static_cast<unsigned char>(c) >> 4) & 15]);
                out.push_back("0123456789abcdef"[static_cast<unsigned char>(c) & 15]);
            }
            out.push_back('\'');
            return;
        case bound_kind::date:
        case bound_kind::time:
        case bound_kind::instant:
        case bound_kind::local_time:
            out.append("'").append(detail::moment_text(bound_value::moment(value.kind, value.integer)).view()).append("'");
            return;
        case bound_kind::decimal: out.append(value.bytes); return;
        case bound_kind::uuid: out.append("'").append(detail::uuid_text(detail::load_uuid(value.bytes.data())).view()).append("'"); return;
        case bound_kind::list:
        case bound_kind::array:
            out.push_back('[');
            for (std::size_t i = 0; i < value.elements.size(); ++i) {
                if (i > 0) out.append(", ");
                print(value.elements[i], out);
            }
            out.push_back(']');
            return;
        case bound_kind::null:
        case bound_kind::presence: out.append("NULL"); return;
        }
    }
};

}  // namespace koine
