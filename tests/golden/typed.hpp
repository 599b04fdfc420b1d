// SPDX-License-Identifier: BSL-1.0
// The models and queries whose golden texts are about types that are opted into.
#pragma once

#include "queries.hpp"

#include <koine/expression/moment_function.hpp>
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

GOLDEN(parts_of_dates, koine::from<flight>().select(koine::year(col<&flight::on>) + koine::month(col<&flight::on>) + koine::day(col<&flight::on>)).where(koine::weekday(col<&flight::on>) == 7 && koine::day_of_year(col<&flight::leaves>) > 9))
GOLDEN(parts_of_times, koine::from<flight>().select(koine::hour(col<&flight::gate>) + koine::minute(col<&flight::gate>) + koine::second(col<&flight::gate>)).where(koine::hour(col<&flight::leaves>) < koine::minute(col<&flight::lands>) && koine::second(col<&flight::lands>) < 9))
GOLDEN(dates_of_times, koine::from<flight>().select(koine::date_of(col<&flight::leaves>)).where(koine::start_of<koine::calendar_unit::month>(col<&flight::on>) == koine::date_of(col<&flight::lands>) && koine::start_of<koine::calendar_unit::year>(col<&flight::on>) < col<&flight::on>))
GOLDEN(starts_of_times, koine::from<flight>().select(koine::start_of<koine::calendar_unit::day>(col<&flight::leaves>)).where(koine::start_of<koine::calendar_unit::hour>(col<&flight::leaves>) < koine::now()).order_by(koine::start_of<koine::calendar_unit::minute>(col<&flight::lands>)))
GOLDEN(distances, koine::from<flight>().select(koine::days_between(col<&flight::on>, koine::date_of(col<&flight::leaves>))).where(koine::microseconds_between(col<&flight::leaves>, std::chrono::sys_time<std::chrono::microseconds>{}) > 5us))

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
using typed_queries = query_list<moments_compared, moments_listed, moments_after, parts_of_dates, parts_of_times, dates_of_times, starts_of_times, distances, uuids_listed, decimals_listed, decimals_ordered>;

}  // namespace golden
