// SPDX-License-Identifier: BSL-1.0
// dialect · functions/postgres: the functions that PostgreSQL spells differently (manual: chapter 9).
#pragma once

#include <koine/dialect/functions/standard.hpp>

namespace koine::detail {

constexpr std::string_view postgres_spelling(function which, bool nullable) {
    switch (which) {
    // GREATEST leaves NULL out here.
    case function::greatest: return nullable ? "CASE WHEN num_nulls({*, }) = 0 THEN GREATEST({*, }) END" : "GREATEST({*, })";
    case function::least: return nullable ? "CASE WHEN num_nulls({*, }) = 0 THEN LEAST({*, }) END" : "LEAST({*, })";

    case function::real_of_number: return "{0!}::double precision";
    case function::integer_of_boolean: return "{0!}::integer::bigint";
    case function::integer_of_real:
        return "CASE WHEN {0!} >= -9223372036854775808e0 AND {0!} < 9223372036854775808e0 THEN trunc({0})::bigint END";
    case function::text_of_integer: return "{0!}::text";
    case function::bytes_of_text: return "convert_to({0}, 'UTF8')";

    case function::lower_ascii: return "lower({0!} COLLATE \"C\")";
    case function::upper_ascii: return "upper({0!} COLLATE \"C\")";
    case function::character_length: return "char_length({0})::bigint";
    case function::octet_length: return "octet_length({0})::bigint";
    case function::substring: return "substr({0}, {1}::integer, {2}::integer)";
    case function::position: return "strpos({*, })::bigint";

    case function::sign: return "sign({0})::bigint";
    // round() of a double takes a half to the even number.
    case function::round: return "(trunc({0}) + CASE WHEN abs({0!} - trunc({0})) >= 0.5 THEN sign({0}) ELSE 0 END)";
    case function::truncate: return "trunc({0})";
    case function::square_root: return "CASE WHEN {0!} >= 0 THEN sqrt({0}) END";
    case function::json_as_text: return "CASE WHEN jsonb_typeof({0}) = 'string' THEN jsonb_build_array({0}) ->> 0 END";
    case function::json_as_integer:
        return "CASE WHEN jsonb_typeof({0}) = 'number' THEN CASE WHEN {0!}::numeric % 1 = 0 AND {0!}::numeric BETWEEN -9223372036854775808 AND 9223372036854775807 THEN {0!}::numeric::bigint END END";
    case function::json_as_double: return "CASE WHEN jsonb_typeof({0}) = 'number' THEN {0!}::double precision END";
    case function::json_as_boolean: return "CASE WHEN jsonb_typeof({0}) = 'boolean' THEN {0!}::boolean END";
    case function::json_length: return "CASE WHEN jsonb_typeof({0}) = 'array' THEN jsonb_array_length({0})::bigint END";
    case function::json_is_null: return "(jsonb_typeof({0}) = 'null')";
    default: return standard_spelling(which);
    }
}

}  // namespace koine::detail
