// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/nested: three levels for 1, 100 and all users: Koine's includes beside every hand-written strategy.
#include "nested.hpp"

#include "case.hpp"

namespace bench::sqlite {
namespace {

struct koine_include {
    database& db;
    user_range range;
    pages operator()() { return db.all(bench::nested(range)); }
};

/// What every database can do.
struct koine_json {
    database& db;
    user_range range;
    pages operator()() { return db.all(bench::nested(range) + koine::lists_by<koine::strategy::json>()); }
};

cases const nested_loads([] {
    for (place const& where : places)
        for (std::int64_t const users : {std::int64_t{1}, std::int64_t{100}, size().users}) {
            user_range const range = user_range::of(users);
            std::string const name = "nested_" + std::to_string(users) + "/" + where.name;
            add(name, "koine", [where, range] { return koine_include{where.open(), range}; });
            add(name, "koine:json", [where, range] { return koine_json{where.open(), range}; });
            add_split(name, where, range);
            add_json_arrays(name, where, range);
            add_packed(name, where, range);
            add_joined(name, where, range);
        }
});

}  // namespace
}  // namespace bench::sqlite
