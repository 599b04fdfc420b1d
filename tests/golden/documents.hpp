// SPDX-License-Identifier: BSL-1.0
// The models and queries whose golden texts are about columns that hold lists or JSON.
#pragma once

#include "queries.hpp"

#include <koine/json.hpp>

namespace golden {

struct playlist {
    std::int64_t id{};
    std::vector<std::string> tags{};
    std::optional<std::vector<std::int64_t>> years{};
    std::vector<bool> votes{};
    std::vector<double> weights{};
    std::vector<std::uint64_t> plays{};
    std::vector<std::int16_t> stars{};
};
constexpr auto describe(koine::model<playlist>) { return koine::table("playlists").primary_key<&playlist::id>(); }

GOLDEN(list_has, koine::from<playlist>().select(col<&playlist::id>).where(col<&playlist::tags>.has("a") && !col<&playlist::years>.has(1999) && col<&playlist::votes>.has(true)))
GOLDEN(list_has_number, koine::from<playlist>().select(col<&playlist::id>).where(col<&playlist::weights>.has(0.5) || col<&playlist::plays>.has(7U) || col<&playlist::stars>.has(5)))
GOLDEN(list_has_several, koine::from<playlist>().select(col<&playlist::id>).where(col<&playlist::tags>.has_every({"a", "b"}) && col<&playlist::years>.has_some({1999, 2001})))
GOLDEN(list_has_short, koine::from<playlist>().select(col<&playlist::id>).where(col<&playlist::stars>.has_every({5})))
GOLDEN(list_sizes, koine::from<playlist>().select(col<&playlist::years>.length()).where(!col<&playlist::tags>.is_empty()))
GOLDEN(list_pushes, koine::update<playlist>().set(col<&playlist::tags>.push("a"), col<&playlist::years>.push(7), col<&playlist::votes>.push(true), col<&playlist::weights>.push(0.5), col<&playlist::plays>.push(1U), col<&playlist::stars>.push(5)).where(col<&playlist::id> == 1))
GOLDEN(list_unshifts, koine::update<playlist>().set(col<&playlist::tags>.unshift("a"), col<&playlist::years>.unshift(7), col<&playlist::votes>.unshift(true)).where(col<&playlist::id> == 1))
GOLDEN(list_assigned, koine::update<playlist>().set(col<&playlist::tags> = std::vector<std::string>{"a"}).where(col<&playlist::id> == 1))

struct theme {
    std::string font{};
};
constexpr auto describe(koine::json<theme>) { return koine::json_column; }
struct profile {
    std::int64_t id{};
    theme look{};
    std::optional<koine::json_text> note{};
};
constexpr auto describe(koine::model<profile>) { return koine::table("profiles").primary_key<&profile::id>(); }

GOLDEN(json_paths, koine::from<profile>().select(koine::json_at<"a b", 0, "it's">(col<&profile::note>)).where(koine::json_has<"k">(col<&profile::look>)))
GOLDEN(json_texts, koine::from<profile>().select(koine::json_as_text<"font">(col<&profile::look>)).where(koine::json_as_text(col<&profile::note>) == "a"))
GOLDEN(json_numbers, koine::from<profile>().select(koine::json_as_integer<"n", 2>(col<&profile::note>)).where(koine::json_as_double<"n">(col<&profile::note>) > 0.5))
GOLDEN(json_truths, koine::from<profile>().select(koine::json_length(col<&profile::note>)).where(koine::json_as_boolean<"b">(col<&profile::look>) && !koine::json_is_null(col<&profile::note>)))
GOLDEN(json_members_set, koine::update<profile>().set(koine::json_set<"font">(col<&profile::look>, "a"), koine::json_set<"a", 1, "b">(col<&profile::note>, true)).where(col<&profile::id> == 1))
GOLDEN(json_values_set, koine::update<profile>().set(koine::json_set<"font">(col<&profile::look>, koine::json_null), koine::json_set<"a">(col<&profile::note>, 0.5)).where(col<&profile::id> == 1))
GOLDEN(json_members_removed, koine::update<profile>().set(koine::json_remove<"font">(col<&profile::look>), koine::json_remove<"a", "b">(col<&profile::note>)).where(col<&profile::id> == 1))
GOLDEN(json_merged, koine::update<profile>().set(koine::json_merge(col<&profile::look>, koine::json_text("{}"))).where(col<&profile::id> == 1))
GOLDEN(json_built, koine::from<profile>().select(koine::json_object<"id", "it's", "r">(col<&profile::id>, col<&profile::id> == 1, 0.5)).where(koine::json_length(koine::json_array(col<&profile::look>, "a")) == 2))
GOLDEN(list_in_json, koine::from<playlist>().select(koine::json_array(col<&playlist::tags>, col<&playlist::years>)))

using document_models = query_list<playlist, profile>;
using document_queries = query_list<list_has, list_has_number, list_has_several, list_has_short, list_sizes, list_pushes, list_unshifts, list_assigned, json_paths, json_texts, json_numbers,
                                    json_truths, json_members_set, json_values_set, json_members_removed, json_merged, json_built, list_in_json>;

}  // namespace golden
