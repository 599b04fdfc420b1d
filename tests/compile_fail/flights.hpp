// SPDX-License-Identifier: BSL-1.0
// compile_fail · flights: a model with dates and times.
#pragma once

#include "query.hpp"

#include <koine/types/chrono.hpp>

using koine::col;
using namespace std::chrono_literals;

struct flight {
    std::int64_t id{};
    std::chrono::year_month_day on{};
    std::chrono::sys_time<std::chrono::microseconds> leaves{};
    std::chrono::minutes late{};
};
constexpr auto describe(koine::model<flight>) { return koine::table("flights").primary_key<&flight::id>(koine::generated); }
