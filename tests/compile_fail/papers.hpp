// SPDX-License-Identifier: BSL-1.0
// compile_fail · papers: models that trees and pairs cannot be made of: a key with a default, a junction that asks for more.
#pragma once

#include "query.hpp"

namespace blog {

struct label;
struct labelling;
struct note;

struct paper {
    std::int64_t id{};
    std::string code{};
    std::optional<std::string> abstract{};
};
constexpr auto describe(koine::model<paper>) {
    return koine::table("papers")
        .primary_key<&paper::id>(koine::generated)
        .unique<&paper::code>()
        .default_value<&paper::code>("none")
        .has_many<"notes", note, "paper">()
        .many_to_many<"labels", label, labelling, "paper", "label">();
}

struct label {
    std::int64_t id{};
};
constexpr auto describe(koine::model<label>) { return koine::table("labels").primary_key<&label::id>(koine::generated); }

struct labelling {
    std::int64_t paper_id{};
    std::int64_t label_id{};
    std::int32_t weight{};
};
constexpr auto describe(koine::model<labelling>) {
    return koine::table("labellings")
        .belongs_to<"paper", paper, &labelling::paper_id>()
        .belongs_to<"label", label, &labelling::label_id>();
}

struct note {
    std::string paper_code{};
    std::string text{};
};
constexpr auto describe(koine::model<note>) {
    return koine::table("notes").belongs_to<"paper", paper, &note::paper_code>().references<&paper::code>();
}

}  // namespace blog
