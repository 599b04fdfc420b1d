// SPDX-License-Identifier: BSL-1.0
// expression · json_column: what is asked of a column of JSON at a path, and set there.
#pragma once

#include <koine/expression/assignment.hpp>
#include <koine/expression/function.hpp>
#include <koine/types/json.hpp>

namespace koine {

/// A step into JSON: a label of an object, or the place of an array's element, from 0 on.
struct json_step {
    static constexpr int longest = 64;
    char label[longest]{};
    int size = 0;
    int place = -1;

    constexpr json_step(int element) : place(element < 0 ? -2 : element) {}
    template <std::size_t Size>
    constexpr json_step(char const (&text)[Size]) : size(static_cast<int>(Size) - 1) {
        for (int i = 0; i < size && i < longest; ++i) label[i] = text[i];
    }
    [[nodiscard]] constexpr bool labels() const { return place == -1; }
    /// Whether each database has a name for it.
    [[nodiscard]] constexpr bool can_be_named() const {
        if (size > longest || place < -1) return false;
        for (int i = 0; i < size; ++i)
            if (label[i] == '"' || label[i] == '\\' || (label[i] >= 0 && label[i] < ' ')) return false;
        return true;
    }
};

namespace detail {

/// Steps as a text: .label or [place, each with the end of a line behind it.
template <json_step... Steps>
struct json_path {
    struct written {
        char text[sizeof...(Steps) * (json_step::longest + 2) + 1]{};
        std::size_t size = 0;
        constexpr void put(char c) { text[size++] = c; }
    };
    static constexpr bool named = [] {
        for (json_step const& step : {json_step(0), Steps...})
            if (!step.can_be_named()) return false;
        return true;
    }();
    static constexpr bool ends_in_label = [] {
        bool label = false;
        for (json_step const& step : {json_step(0), Steps...}) label = step.labels();
        return label;
    }();
    static constexpr written kept = [] {
        written path;
        json_step const steps[] = {Steps..., json_step(0)};
        for (std::size_t i = 0; named && i < sizeof...(Steps); ++i) {
            path.put(steps[i].labels() ? '.' : '[');
            for (int c = 0; c < steps[i].size; ++c) path.put(steps[i].label[c]);
            int digit = 1;
            while (steps[i].place / digit > 9) digit *= 10;
            for (; !steps[i].labels() && digit > 0; digit /= 10) path.put(static_cast<char>('0' + steps[i].place / digit % 10));
            path.put('\n');
        }
        return path;
    }();
    static constexpr std::string_view text{kept.text, kept.size};
};

template <op Code, int Arity, storage Kind, bool Nullable, class Path>
struct json_token {
    static constexpr token value{.code = Code, .arity = Arity, .kind = Kind, .nullable = Nullable, .text = Path::text};
};

template <class Path, class Operand>
consteval bool walks_json() {
    constexpr bool json = family_of<typename Operand::value_type>() == family::json;
    static_assert(json, "koine: paths lead into columns of JSON");
    static_assert(Path::named, "koine: a label in a JSON path has at most 64 bytes, none of them a quotation mark, a backslash or a control character, and a place is 0 or more: "
                               "not every database has a name for others");
    return json && Path::named;
}
/// What lies at a path; no path leads to the operand itself.
template <class Path, class Operand>
constexpr auto json_at_path(Operand const& operand) {
    if constexpr (!walks_json<Path, Operand>()) return refused<std::optional<json_text>>;
    else if constexpr (Path::text.empty()) return operand;
    else return apply<std::optional<json_text>, json_token<op::json_at, 1, storage::json, true, Path>>(operand);
}
template <function Which, class Result, class Path, class Operand>
constexpr auto json_value_at(Operand const& operand) {
    if constexpr (!walks_json<Path, Operand>()) return refused<std::optional<Result>>;
    else return call<Which, std::optional<Result>>(json_at_path<Path>(operand));
}

/// The type as which a C++ value is bound that becomes JSON; void where it has none.
template <class Value>
constexpr auto json_bound_type() {
    if constexpr (std::is_same_v<Value, json_text> || std::is_same_v<Value, json_null_t>) return std::type_identity<json_text>{};
    else if constexpr (std::is_same_v<Value, bool>) return std::type_identity<bool>{};
    else if constexpr (number_integer<Value>) return std::type_identity<std::conditional_t<std::is_same_v<Value, std::uint64_t>, void, std::int64_t>>{};
    else if constexpr (std::is_floating_point_v<Value>) return std::type_identity<double>{};
    else if constexpr (family_of<Value>() == family::text) return std::type_identity<std::string>{};
    else return std::type_identity<void>{};
}

}  // namespace detail

/// What lies in JSON at a path, as JSON: `koine::json_at<"home", "city">(column)`, `koine::json_at<"tags", 0>(column)`. NULL where there
/// is nothing; a label is looked for in objects only, a place in arrays only.
template <json_step... Path, detail::is_expression Operand>
constexpr auto json_at(Operand const& operand) {
    return detail::json_at_path<detail::json_path<Path...>>(operand);
}
/// Whether there is something at a path, be it JSON's null.
template <json_step... Path, detail::is_expression Operand>
constexpr auto json_has(Operand const& operand) {
    return detail::apply<bool, detail::operator_token<detail::op::is_not_null, 1>>(detail::json_at_path<detail::json_path<Path...>>(operand));
}

/// The value at a path where it is text; NULL where it is anything else, JSON's null too. Without a path that of the operand itself.
template <json_step... Path, detail::is_expression Operand>
constexpr auto json_as_text(Operand const& operand) {
    return detail::json_value_at<function::json_as_text, std::string, detail::json_path<Path...>>(operand);
}
/// The same of a number that is whole, and of 64 bits.
template <json_step... Path, detail::is_expression Operand>
constexpr auto json_as_integer(Operand const& operand) {
    return detail::json_value_at<function::json_as_integer, std::int64_t, detail::json_path<Path...>>(operand);
}
/// The same of any number.
template <json_step... Path, detail::is_expression Operand>
constexpr auto json_as_double(Operand const& operand) {
    return detail::json_value_at<function::json_as_double, double, detail::json_path<Path...>>(operand);
}
/// The same of true and false.
template <json_step... Path, detail::is_expression Operand>
constexpr auto json_as_boolean(Operand const& operand) {
    return detail::json_value_at<function::json_as_boolean, bool, detail::json_path<Path...>>(operand);
}
/// The number of elements at a path where there is an array; NULL where it is anything else.
template <json_step... Path, detail::is_expression Operand>
constexpr auto json_length(Operand const& operand) {
    return detail::json_value_at<function::json_length, std::int64_t, detail::json_path<Path...>>(operand);
}
/// Whether JSON's null lies at a path; NULL where there is nothing.
template <json_step... Path, detail::is_expression Operand>
constexpr auto json_is_null(Operand const& operand) {
    return detail::json_value_at<function::json_is_null, bool, detail::json_path<Path...>>(operand);
}

/// For set(): a member of an object is set, or added. Where there is no such object nothing changes.
template <json_step... Path, detail::is_expression Column, class Value>
constexpr auto json_set(Column const& column, Value const& value) {
    using path = detail::json_path<Path...>;
    using bound = typename decltype(detail::json_bound_type<Value>())::type;
    using result = detail::without_optional<typename Column::value_type>;
    static_assert(path::ends_in_label, "koine: what is set in or removed from JSON is a member of an object, so that the path ends in a label");
    static_assert(!std::is_void_v<bound>, "koine: JSON is set to a bool, an integer of at most 63 bits, a number, a text, koine::json_text or koine::json_null");
    if constexpr (!path::ends_in_label || std::is_void_v<bound>) return column = detail::refused<typename Column::value_type>;
    else if constexpr (!detail::walks_json<path, Column>()) return column = detail::refused<typename Column::value_type>;
    else if constexpr (std::is_same_v<Value, json_null_t>) return json_set<Path...>(column, json_text(value));
    else return column = detail::apply<result, detail::json_token<detail::op::json_set, 2, storage::json, false, path>>(column, detail::bind_as<bound, false>(value));
}
/// For set(): a member of an object is removed.
template <json_step... Path, detail::is_expression Column>
constexpr auto json_remove(Column const& column) {
    using path = detail::json_path<Path...>;
    using result = detail::without_optional<typename Column::value_type>;
    static_assert(path::ends_in_label, "koine: what is set in or removed from JSON is a member of an object, so that the path ends in a label");
    if constexpr (!path::ends_in_label) return column = detail::refused<typename Column::value_type>;
    else if constexpr (!detail::walks_json<path, Column>()) return column = detail::refused<typename Column::value_type>;
    else return column = detail::apply<result, detail::json_token<detail::op::json_remove, 1, storage::json, false, path>>(column);
}
/// For set(): an object is merged into another, label by label; what is null in the patch is removed (RFC 7396).
template <detail::is_expression Column>
constexpr auto json_merge(Column const& column, json_text const& patch) {
    using result = detail::without_optional<typename Column::value_type>;
    if constexpr (!detail::walks_json<detail::json_path<>, Column>()) return column = detail::refused<typename Column::value_type>;
    else return column = detail::call<function::json_merge, result>(column, detail::bind_as<json_text, false>(patch));
}

}  // namespace koine
