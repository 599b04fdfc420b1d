// SPDX-License-Identifier: BSL-1.0
// The models and queries whose golden texts are about types that are opted into.
#pragma once

#include "queries.hpp"

#include <koine/types/chrono.hpp>
#include <koine/types/decimal.hpp>
#include <koine/types/uuid.hpp>

namespace golden {

using namespace std::chrono_literals;

/// Dates and times, and a key of one.
struct flight {
    std::chrono::year_month_day on{};
    koine::time_of_day gate{};
    std::chrono::sys_time<std::chrono::microseconds> leaves{};
    std::optional<std::chrono::local_seconds> lands{};
    std::chrono::minutes late{};
};
constexpr auto describe(koine::model<flight>) { return koine::table("flights").primary_key<&flight::on, &flight::gate>(); }

GOLDEN(moments_compared, koine::from<flight>().select(col<&flight::late>).where(col<&flight::on> == std::chrono::year_month_day{} && col<&flight::gate> < koine::time_of_day(9h) && col<&flight::late> > 5min))
GOLDEN(moments_listed, koine::from<flight>().select(col<&flight::on>).where(col<&flight::on>.in({std::chrono::year_month_day{}}) && col<&flight::gate>.in({koine::time_of_day{}}) && col<&flight::leaves>.in({std::chrono::sys_time<std::chrono::microseconds>{}})))
GOLDEN(moments_after, koine::from<flight>().select(col<&flight::late>).order_by(col<&flight::leaves>).after(std::chrono::sys_seconds{}, std::chrono::year_month_day{}, koine::time_of_day{}))

/// A key that is a uuid.
struct ticket {
    boost::uuids::uuid id{};
    std::optional<boost::uuids::uuid> order{};
};
constexpr auto describe(koine::model<ticket>) { return koine::table("tickets").primary_key<&ticket::id>(); }

GOLDEN(uuids_listed, koine::from<ticket>().select(koine::min(col<&ticket::order>)).where(col<&ticket::id>.in({boost::uuids::uuid{}}) && col<&ticket::order> > boost::uuids::uuid{}))

/// Exact numbers.
struct account {
    std::int64_t id{};
    koine::decimal<38, 0> number{};
    std::optional<koine::decimal<12, 2>> balance{};
};
constexpr auto describe(koine::model<account>) { return koine::table("accounts").primary_key<&account::id>().unique<&account::number>(); }

GOLDEN(decimals_listed, koine::from<account>().select(koine::coalesce(col<&account::balance>, koine::decimal<12, 2>{})).where(col<&account::number>.in({koine::decimal<38, 0>{}}) && col<&account::balance> != koine::decimal<12, 2>{}))
GOLDEN(decimals_ordered, koine::from<account>().select(koine::sum(col<&account::balance>)).where(col<&account::balance> > koine::decimal<12, 2>{}))

using typed_models = query_list<flight, ticket, account>;
using typed_queries = query_list<moments_compared, moments_listed, moments_after, uuids_listed, decimals_listed, decimals_ordered>;

}  // namespace golden
