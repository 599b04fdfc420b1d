// SPDX-License-Identifier: BSL-1.0
// bench · structs: what both sides load, by Koine and by hand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace blog {

struct author {
    std::int64_t id{};
    std::string name;
    std::optional<std::string> email{};
};
struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title;
    bool published{};
};
struct comment {
    std::int64_t id{};
    std::int64_t article_id{};
    std::string body;
};
struct headline {
    std::int64_t id{};
    std::string title;
};
struct author_page {
    std::string name;
    std::vector<headline> articles;
};
struct stats {
    std::string name;
    std::int64_t articles{};
};

}  // namespace blog
