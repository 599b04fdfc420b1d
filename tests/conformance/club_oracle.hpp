// SPDX-License-Identifier: BSL-1.0
// conformance · club_oracle: what a filter must keep, by reading the rows in C++, under every verb that takes a condition.
#pragma once

#include "club.hpp"

namespace club {

using koine::asc;
using koine::col;
using koine::every;
using koine::is;
using koine::is_not;
using koine::none;
using koine::some;

constexpr auto title = col<&note::title>;

/// Undoes what an act does to the database.
template <class Act>
void undone(server::database& db, Act const& act) {
    struct stop {};
    try {
        db.transaction([&](auto& inner) {
            act(inner);
            throw stop{};
        });
    } catch (stop const&) {}
}

/// A filter keeps the rows that the oracle keeps, and its negation the others: it is never NULL.
template <class Model, class Filter, class Oracle>
void agrees(members& club, Filter const& filter, Oracle const& oracle) {
    ids kept, others;
    for (Model const& row : of_model(club.data, std::type_identity<Model>{})) (oracle(row) == truth::yes ? kept : others).push_back(row.id);
    auto const select = koine::from<Model>().select(col<&Model::id>).order_by(asc(col<&Model::id>));
    CHECK(club.db.all(select.where(filter)) == kept);
    CHECK(club.db.all(select.where(!filter)) == others);
}
struct verdict { bool holds{}; };

/// The same for every verb that takes a condition, and for the filter as a value.
template <class Model, class Filter, class Oracle>
void agrees_in_every_verb(members& club, Filter const& filter, Oracle const& oracle) {
    agrees<Model>(club, filter, oracle);
    auto const& rows = of_model(club.data, std::type_identity<Model>{});
    auto const verdicts = club.db.all(koine::from<Model>().template select<verdict>(filter).order_by(asc(col<&Model::id>)));
    REQUIRE(verdicts.size() == rows.size());
    std::int64_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        kept += oracle(rows[i]) == truth::yes ? 1 : 0;
        CHECK(verdicts[i].holds == (oracle(rows[i]) == truth::yes));
    }
    auto const query = koine::from<Model>().where(filter);
    CHECK(club.db.count(query) == kept);
    CHECK(club.db.exists(query) == (kept > 0));
    undone(club.db, [&](auto& inner) {
        CHECK(inner.execute(koine::update<Model>().set(col<&Model::mark> = 1).where(filter)) == kept);
        CHECK(inner.count(koine::from<Model>().where(col<&Model::mark> == 1)) == kept);
    });
    undone(club.db, [&](auto& inner) {
        CHECK(inner.execute(koine::erase<Model>().where(filter)) == kept);
        CHECK(inner.count(koine::from<Model>()) == static_cast<std::int64_t>(rows.size()) - kept);
    });
}

/// A condition on related rows under some, every and none, and under the identities that tie them.
template <koine::fixed_string Relation, class Model, class Condition, class Related, class Oracle>
void of_many(members& club, Condition const& condition, Related const& related, Oracle const& oracle) {
    auto const has = [&](Model const& row) { return any(related(row), oracle); };
    auto const has_no = [&](Model const& row) { return !any(related(row), oracle); };
    auto const has_only = [&](Model const& row) { return all(related(row), oracle); };
    agrees_in_every_verb<Model>(club, some<Relation>(condition), has);
    agrees<Model>(club, none<Relation>(condition), has_no);
    agrees<Model>(club, !some<Relation>(condition), has_no);
    agrees_in_every_verb<Model>(club, every<Relation>(condition), has_only);
    agrees<Model>(club, none<Relation>(!condition), has_only);
}
/// The same for the one related row.
template <koine::fixed_string Relation, class Model, class Condition, class Related, class Oracle>
void of_one(members& club, Condition const& condition, Related const& related, Oracle const& oracle) {
    auto const has = [&](Model const& row) { return any(related(row), oracle); };
    auto const has_no = [&](Model const& row) { return !any(related(row), oracle); };
    agrees_in_every_verb<Model>(club, is<Relation>(condition), has);
    agrees<Model>(club, is_not<Relation>(condition), has_no);
    agrees<Model>(club, !is<Relation>(condition), has_no);
}

}  // namespace club
