// SPDX-License-Identifier: BSL-1.0
// format: fmt formatters for statements, errors and shapes. Opt-in, because it includes fmt.
#pragma once

#include <koine/descriptor/reflection.hpp>
#include <koine/descriptor/type_name.hpp>
#include <koine/detail/failure.hpp>
#include <koine/sql/sql.hpp>
#include <koine/types/type.hpp>

#include <fmt/format.h>

namespace koine {

/// A struct, to be formatted with its members' names: `fmt::print("{}", koine::shown(page))`.
template <class Shape>
struct shown_shape {
    Shape const& shape;
};
template <class Shape>
shown_shape<Shape> shown(Shape const& shape) {
    return {shape};
}

namespace detail {

template <class Member>
void show(fmt::memory_buffer& out, Member const& member);

template <class Shape>
void show_members(fmt::memory_buffer& out, Shape const& shape) {
    out.push_back('{');
    with_members(shape, [&](auto const&... member) {
        std::size_t at = 0;
        [[maybe_unused]] bool const all[] = {
            (fmt::format_to(std::back_inserter(out), "{}{}: ", at == 0 ? "" : ", ", member_names<Shape>[at]), ++at, show(out, member), true)...};
    });
    out.push_back('}');
}

template <class Member>
void show(fmt::memory_buffer& out, Member const& member) {
    auto to = std::back_inserter(out);
    if constexpr (is_optional<Member>) {
        if (member) show(out, *member);
        else fmt::format_to(to, "null");
    } else if constexpr (std::is_convertible_v<Member const&, std::string_view>) {
        std::string_view const text = member;
        fmt::format_to(to, "\"{}\"", fmt::string_view(text.data(), text.size()));
    } else if constexpr (std::is_same_v<Member, std::vector<std::byte>>) {
        fmt::format_to(to, "{} bytes", member.size());
    } else if constexpr (std::is_same_v<Member, bytes_view>) {
        fmt::format_to(to, "{} bytes", member.size);
    } else if constexpr (vector_traits<Member>::is_vector) {
        out.push_back('[');
        bool first = true;
        for (auto const& element : member) {
            if (!first) fmt::format_to(to, ", ");
            first = false;
            show(out, element);
        }
        out.push_back(']');
    } else if constexpr (std::is_arithmetic_v<Member>) {
        fmt::format_to(to, "{}", member);
    } else if constexpr (plain_column_type<Member>) {
        bound_value const value = type<Member>::encode(member);
        if (value.kind == bound_kind::text) {
            fmt::format_to(to, "{}", value.as_text());
        } else {
            std::string text;
            sql_statement::print(sql_statement::copy(value), text);
            fmt::format_to(to, "{}", text);
        }
    } else {
        show_members(out, member);
    }
}

}  // namespace detail
}  // namespace koine

template <class Shape>
struct fmt::formatter<koine::shown_shape<Shape>> : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto format(koine::shown_shape<Shape> const& shown, Context& context) const {
        fmt::memory_buffer out;
        koine::detail::show_members(out, shown.shape);
        return fmt::formatter<fmt::string_view>::format({out.data(), out.size()}, context);
    }
};

/// The text, then each value as a literal.
template <>
struct fmt::formatter<koine::sql_statement> : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto format(koine::sql_statement const& statement, Context& context) const {
        return fmt::formatter<fmt::string_view>::format(statement.to_string(), context);
    }
};

template <>
struct fmt::formatter<koine::error_kind> : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto format(koine::error_kind kind, Context& context) const {
        std::string_view const name = koine::name_of(kind);
        return fmt::formatter<fmt::string_view>::format({name.data(), name.size()}, context);
    }
};

/// The kind, the message, and the statement where there is one.
template <>
struct fmt::formatter<koine::error> : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto format(koine::error const& failure, Context& context) const {
        std::string text = fmt::format("{}: {}", failure.kind(), failure.what());
        if (failure.native_code() != 0) text += fmt::format(" (code {})", failure.native_code());
        if (!failure.sql().empty()) text += fmt::format(" in {}", failure.sql());
        return fmt::formatter<fmt::string_view>::format(text, context);
    }
};
