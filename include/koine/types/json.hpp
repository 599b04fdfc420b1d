// SPDX-License-Identifier: BSL-1.0
// types · json: a column that is JSON, as its text or as a type of the user's. <koine/json.hpp> has all that goes with it.
#pragma once

#include <koine/types/type.hpp>

#include <string>

namespace koine {

/// JSON's own null, which is a value: no column that holds it is NULL.
struct json_null_t {};
inline constexpr json_null_t json_null{};

/// A column of any JSON, as its text. What comes back means the same, in the form in which the database writes it.
struct json_text {
    std::string text = "null";

    json_text() = default;
    json_text(json_null_t) {}
    explicit json_text(std::string json) : text(std::move(json)) {}
    [[nodiscard]] bool is_null() const { return text == "null"; }
    bool operator==(json_text const&) const = default;
};

/// Says in the namespace of a type that a member of this type is a column of JSON: a struct, or a std::vector or a map of such.
///   constexpr auto describe(koine::json<settings>) { return koine::json_column; }
template <class Type>
struct json {};
struct json_column_t {};
inline constexpr json_column_t json_column{};

template <>
struct type<json_text> {
    static constexpr storage kind = storage::json;
    static bound_value encode(json_text const& value) { return bound_value::of(std::string_view(value.text)); }
    static bool decode(std::string_view value, json_text& out) { return out.text.assign(value), true; }
};

namespace detail {

template <class Type>
concept document = requires { requires std::is_same_v<std::remove_cv_t<decltype(describe(json<Type>{}))>, json_column_t>; };

// In document.hpp.
template <class Type>
void write_document(bound_value const& value, std::string& out, unsigned_form);
template <class Type>
inline constexpr json_writing document_writing{nullptr, &write_document<Type>};
template <class Type>
bool decode_document(std::string_view text, Type& out);

}  // namespace detail

template <detail::document Type>
struct type<Type> {
    static constexpr storage kind = storage::json;
    static bound_value encode(Type const& value) { return bound_value::document(&value, detail::document_writing<Type>); }
    static bool decode(std::string_view value, Type& out) { return detail::decode_document(value, out); }
};

}  // namespace koine
