// SPDX-License-Identifier: BSL-1.0
// bench · queries: what Koine is asked for in the cases of every database, and the values that the floors bind too.
#pragma once

#include "data.hpp"

namespace bench {

/// Walks over the keys in the same order on every side.
class next_key {
public:
    std::int64_t operator()() { return at_ = at_ % size().users + 1; }

private:
    std::int64_t at_ = 0;
};

inline constexpr std::int64_t page_after = 500, page_score = 100, page_size = 20;

inline auto filtered_page() {
    using koine::col;
    using library::post;
    return koine::from<post>()
        .where(col<&post::id> > page_after && col<&post::published> && col<&post::score> >= page_score)
        .order_by(col<&post::id>)
        .limit(page_size);
}

/// Users in the middle, so that what is found is not what lies first.
struct user_range {
    std::int64_t first, last;

    static user_range of(std::int64_t users) {
        std::int64_t const before = (size().users - users) / 2;
        return {before + 1, before + users};
    }
};

/// Users with their posts and those with their comments.
inline auto nested(user_range range) {
    using koine::col;
    using library::user;
    return koine::from<user>().select<library::user_page>().where(col<&user::id> >= range.first && col<&user::id> <= range.last);
}

}  // namespace bench
