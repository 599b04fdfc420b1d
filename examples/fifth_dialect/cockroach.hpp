// SPDX-License-Identifier: BSL-1.0
// A dialect of one's own: CockroachDB, by its manual (cockroachlabs.com/docs/stable). It speaks PostgreSQL's protocol and most
// of its SQL, so it derives from that dialect and says what differs, group by group.
#pragma once

#include <koine/dialect/postgres.hpp>

namespace cockroach {

struct dialect : koine::dialect::postgres<15> {
    // What the server calls itself, in small letters, and the version of PostgreSQL that it says it is as.
    static constexpr std::string_view scheme = "cockroachdb";
    static constexpr std::string_view other_scheme = "cockroach";
    static constexpr int minimum_version = 130000;

    // ---- operators: / of integers is a DECIMAL; div() is their quotient, cut off toward zero
    static constexpr void divide(auto& out, auto left, auto right, bool integers) {
        if (integers) out("div(", left, ", NULLIF(", right, ", 0))");
        else standard::divide(out, left, right, integers);
    }

    // ---- functions: no collation "C" whose lower() would leave all but A to Z alone
    static constexpr void folded(auto& out, auto operand, bool insensitive) {
        if (insensitive) out("translate(", operand, ", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')");
        else out(operand);
    }

    // ---- aggregates: every type with an order has a least and a greatest
    static constexpr void minimum(auto& out, auto operand, koine::storage) { out("MIN(", operand, ")"); }
    static constexpr void maximum(auto& out, auto operand, koine::storage) { out("MAX(", operand, ")"); }

    // ---- ordering: NULL is first ascending and last descending by itself, so that each place is written
    static constexpr void order_term(auto& out, auto operand, bool descending, koine::detail::null_place nulls) {
        standard::order_term(out, operand, descending, nulls);
    }

    // ---- kinds: INTEGER has 64 bits here
    static constexpr void type_name(auto& out, koine::storage kind) {
        switch (kind) {
        case koine::storage::int16: return out("INT2");
        case koine::storage::int32: return out("INT4");
        case koine::storage::int64: return out("INT8");
        case koine::storage::text: return out("STRING");
        case koine::storage::bytes: return out("BYTES");
        default: return postgres::type_name(out, kind);
        }
    }
    static constexpr void column_type(auto& out, koine::detail::column_descriptor const& column) {
        if (column.kind == koine::storage::text && column.length > 0) out("STRING(", koine::detail::number{column.length}, ")");
        else type_name(out, column.kind);
    }

    // ---- capabilities: constraints are checked as each statement ends, and never later
    static constexpr bool can(koine::feature which) { return which != koine::feature::deferred_references && postgres::can(which); }
};

}  // namespace cockroach
