// SPDX-License-Identifier: BSL-1.0
// dialect · write_json: paths into JSON, and what is set there.
#pragma once

#include <koine/dialect/write_expression.hpp>

namespace koine::detail {

/// The steps of a path, one after the other: .label or [place.
class json_steps {
public:
    constexpr explicit json_steps(std::string_view path) : rest_(path) {}
    [[nodiscard]] constexpr bool any() const { return !rest_.empty(); }
    [[nodiscard]] constexpr std::string_view next() {
        std::size_t const end = rest_.find('\n');
        std::string_view const step = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        return step;
    }

private:
    std::string_view rest_;
};
constexpr std::string_view without_last_step(std::string_view path) {
    path.remove_suffix(1);
    std::size_t const end = path.rfind('\n');
    return path.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

/// '$."label"[place]': as SQLite, MySQL and MariaDB spell it.
template <class Out>
constexpr void write_json_path(Out& out, std::string_view path) {
    out("'$");
    for (json_steps steps(path); steps.any();) {
        std::string_view const step = steps.next();
        bool const label = step.front() == '.';
        out(label ? ".\"" : "[");
        for (char const c : step.substr(1)) {
            if (c == '\'') out.raw(c);
            out.raw(c);
        }
        out(label ? "\"" : "]");
    }
    out("'");
}

/// What lies at a path, where the first element of what is no array would be that itself.
template <class Out>
constexpr void write_json_in_arrays(Out& out, std::string_view path, auto is_array, auto extracted) {
    bool guarded = false;
    for (std::size_t step = path.find("[0\n"); step != std::string_view::npos; step = path.find("[0\n", step + 3)) {
        out(guarded ? " AND " : "CASE WHEN ", is_array(path.substr(0, step)));
        guarded = true;
    }
    out(guarded ? " THEN " : "", extracted(path), guarded ? " END" : "");
}

/// The members of an object, with their labels, or the elements of an array.
template <class Out>
constexpr void write_json_members(Out& out, int index) {
    json_steps labels(out.query[index].text);
    int operand = out.query.first(index);
    for (int i = 0; i < out.query[index].arity; ++i, operand = out.query.after(operand)) {
        if (i > 0) out(", ");
        if (labels.any()) out([&](Out& to) { Out::dialect::text_literal(to, labels.next().substr(1)); }, ", ");
        Out::dialect::json_member(out, part{operand, tight}, out.query[operand].kind);
    }
}

template <class Out>
constexpr void write_json(Out& out, int index) {
    using dialect = typename Out::dialect;
    std::string_view const path = out.query[index].text;
    part const json{out.query.first(index), tight};
    auto const at = [json](std::string_view steps) {
        return [=](Out& to) {
            if (steps.empty()) to(json);
            else dialect::json_at(to, json, steps);
        };
    };
    switch (out.query[index].code) {
    case op::json_at: return dialect::json_at(out, json, path);
    case op::json_object: return dialect::json_object(out, [index](Out& to) { write_json_members(to, index); });
    case op::json_array: return dialect::json_array_value(out, [index](Out& to) { write_json_members(to, index); });
    case op::json_remove: return dialect::json_remove(out, json, at(without_last_step(path)), path);
    default: {
        int const value = out.query.second(index);
        return dialect::json_set(out, json, at(without_last_step(path)), path, part{value}, out.query[value].kind);
    }
    }
}

}  // namespace koine::detail
