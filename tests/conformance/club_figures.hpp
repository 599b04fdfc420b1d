// SPDX-License-Identifier: BSL-1.0
// conformance · club_figures: what the relations of people amount to, counted in C++.
#pragma once

#include "club.hpp"

namespace club {

using koine::asc;
using koine::as;
using koine::avg_of;
using koine::col;
using koine::count_of;
using koine::desc;
using koine::from;
using koine::max_of;
using koine::min_of;
using koine::sum_of;
using koine::value_of;

constexpr auto id = col<&person::id>;
constexpr auto weight = col<&interest::weight>;

struct figures {
    std::int64_t id{};
    std::int64_t notes{};
    std::int64_t good{};
    std::optional<std::int64_t> sum{};
    std::optional<double> mean{};
    std::optional<std::int32_t> least{}, most{};
};
/// The same, read in C++.
inline figures figures_of(person const& who, rows const& data) {
    figures made{.id = who.id};
    double counted = 0;
    for (note const& one : data.written(who)) {
        ++made.notes;
        if (!one.score) continue;
        made.good += *one.score > 3 ? 1 : 0;
        made.sum = made.sum.value_or(0) + *one.score;
        made.least = std::min(made.least.value_or(*one.score), *one.score);
        made.most = std::max(made.most.value_or(*one.score), *one.score);
        ++counted;
    }
    if (made.sum) made.mean = static_cast<double>(*made.sum) / counted;
    return made;
}

/// The ids of people in the order of a value, NULL last ascending and first descending, then by id in the same direction.
template <class Value>
ids ordered(rows const& data, Value const& value, bool descending) {
    std::vector<person> sorted = data.people;
    auto const before = [&](person const& one, person const& two) {
        auto const left = value(one), right = value(two);
        if (left.has_value() != right.has_value()) return left.has_value();
        return left == right ? one.id < two.id : left < right;
    };
    std::sort(sorted.begin(), sorted.end(), before);
    if (descending) std::reverse(sorted.begin(), sorted.end());
    ids found;
    for (person const& one : sorted) found.push_back(one.id);
    return found;
}

}  // namespace club
