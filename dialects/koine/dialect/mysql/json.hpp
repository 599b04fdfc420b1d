// SPDX-License-Identifier: BSL-1.0
// dialect · mysql/json: columns of JSON, as MySQL and MariaDB spell what is asked of them and set there.
#pragma once

#include <koine/dialect/standard.hpp>

namespace koine::dialect {

struct mysql_json : standard {
    static constexpr void json_at(auto& out, auto json, std::string_view path) {
        detail::write_json_in_arrays(out, path, [json](std::string_view to) { return json_is(extracted(json, to), " = 'ARRAY'"); }, [json](std::string_view to) { return extracted(json, to); });
    }
    static constexpr auto extracted(auto json, std::string_view path) {
        return [=](auto& to) {
            if (path.empty()) to(json);
            else to("JSON_EXTRACT(", json, ", ", [path](auto& inner) { detail::write_json_path(inner, path); }, ")");
        };
    }
    /// The name of a type has a collation that literals have not.
    static constexpr auto json_is(auto json, char const* what) {
        return [=](auto& to) { to("CAST(JSON_TYPE(", json, ") AS BINARY)", what); };
    }
    static constexpr void json_object(auto& out, auto members) { out("JSON_OBJECT(", members, ")"); }
    static constexpr void json_member(auto& out, auto value, storage kind) {
        if (kind == storage::boolean) out("CASE WHEN ", value, " THEN CAST('true' AS JSON) WHEN NOT ", value, " THEN CAST('false' AS JSON) END");
        else out(value);
    }
    static constexpr void json_set(auto& out, auto json, auto object, std::string_view path, auto value, storage kind) {
        out("CASE WHEN ", json_is(object, " = 'OBJECT'"), " THEN JSON_SET(", json, ", ", [path](auto& to) { detail::write_json_path(to, path); }, ", ",
            [=](auto& to) { std::remove_reference_t<decltype(to)>::dialect::value_as_json(to, value, kind); }, ") ELSE ", json, " END");
    }
    static constexpr void json_remove(auto& out, auto json, auto object, std::string_view path) {
        out("CASE WHEN ", json_is(object, " = 'OBJECT'"), " THEN JSON_REMOVE(", json, ", ", [path](auto& to) { detail::write_json_path(to, path); }, ") ELSE ", json, " END");
    }
};

}  // namespace koine::dialect
