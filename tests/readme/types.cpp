// SPDX-License-Identifier: BSL-1.0
// The README's snippet about types, run on SQLite.
#include <koine/types/chrono.hpp>
#include <koine/types/decimal.hpp>
#include <koine/types/uuid.hpp>
#include <koine/expression/moment_function.hpp>                   // what is asked of dates and times

#include <koine/driver/sqlite.hpp>
#include <koine/json.hpp>

#include <cstdio>
#include <map>

using namespace std::chrono_literals;

struct booking {
    std::int64_t id{};
    std::chrono::year_month_day on{};                             // a date, as std::chrono::sys_days and local_days are
    koine::time_of_day from{};                                    // koine::time_of_day(9h + 30min)
    std::chrono::minutes lasts{};                                 // an amount: the number of its unit
    std::chrono::sys_time<std::chrono::milliseconds> made{};      // a point of time, in UTC
    std::optional<std::chrono::local_seconds> reminder{};         // what a clock on some wall shows
    boost::uuids::uuid reference{};                               // in the order of its text, on every database
    koine::decimal<10, 2> price{};                                // koine::decimal<10, 2>("12.50"), exact
    std::vector<std::string> guests{};                            // an array on PostgreSQL, JSON elsewhere
};
constexpr auto describe(koine::model<booking>) { return koine::table("bookings").primary_key<&booking::id>(koine::generated); }

struct address { std::string city{}; std::optional<std::string> street{}; };
struct preferences { bool dark{}; std::vector<address> homes{}; std::map<std::string, std::int64_t> scores{}; };
constexpr auto describe(koine::json<preferences>) { return koine::json_column; }  // as a member it is a column of JSON

struct reader {
    std::int64_t id{};
    preferences chosen{};                                         // {"dark":true,"homes":[{"city":"Bern","street":null}],"scores":{}}
    std::optional<koine::json_text> extra{};                      // any JSON; koine::json_null is a value, std::nullopt is none
};
constexpr auto describe(koine::model<reader>) { return koine::table("readers").primary_key<&reader::id>(koine::generated); }

bool reads_json(koine::database<koine::driver::sqlite>& db) {
    db.create_tables<reader>();
    db.insert(reader{.chosen = {.homes = {{.city = "Bern"}}}, .extra = koine::json_null});
    auto in_bern = koine::from<reader>().where(koine::json_as_text<"homes", 0, "city">(koine::col<&reader::chosen>) == "Bern");
    auto darker = koine::update<reader>().set(koine::json_set<"dark">(koine::col<&reader::chosen>, true)).where(koine::col<&reader::id> == 1);
    db.execute(darker);
    reader const found = db.one(in_bern);
    return found.chosen.dark && found.extra && found.extra->is_null();
}

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<booking>();
    db.insert(booking{.on = 2024y / 2 / 29, .from = 9h + 30min, .lasts = 90min, .price = koine::decimal<10, 2>("12.50"), .guests = {"Ada"}});
    auto today = koine::from<booking>().where(koine::col<&booking::on> == std::chrono::year_month_day(2024y / 2 / 29)).order_by(koine::col<&booking::from>);
    auto by_month = koine::from<booking>().select(koine::count()).group_by(koine::start_of<koine::calendar_unit::month>(koine::col<&booking::made>));
    auto with_ada = koine::from<booking>().where(koine::col<&booking::guests>.has("Ada") && koine::col<&booking::guests>.length() < 3);
    auto one_more = koine::update<booking>().set(koine::col<&booking::guests>.push("Bob")).where(koine::col<&booking::id> == 1);
    db.execute(one_more);
    if (db.one(by_month) != 1) return 1;
    if (db.all(with_ada).size() != 1 || db.one(with_ada).guests.size() != 2) return 1;
    if (!reads_json(db)) return 1;
    for (booking const& one : db.all(today)) std::printf("%d minutes for %s\n", static_cast<int>(one.lasts.count()), one.price.to_string().c_str());
}
