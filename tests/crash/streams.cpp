// SPDX-License-Identifier: BSL-1.0
// crash · streams: a server that is killed while it sends rows.
#include "halves.hpp"

#include <memory>
#include <optional>

namespace crash {

struct line {
    std::int64_t number{};
    std::string text{};
};
constexpr auto describe(koine::model<line>) { return koine::table("lines").primary_key<&line::number>(); }
constexpr auto other = koine::alias<line, "other">;

/// 40 megabytes, which no buffer between a server and its client holds.
constexpr std::int64_t many = 200'000;
auto many_lines() { return koine::from<line>().join(other, koine::on(other.col<&line::number> < 200)); }

struct lines : durable {
    lines() {
        db.create_tables<line>();
        std::vector<line> rows(1000);
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {.number = static_cast<std::int64_t>(i), .text = std::string(200, 'x')};
        db.insert(rows);
    }
};

TEST_CASE("killed in the middle of a stream: it does not end as if that were all") {
    lines const all;
    server::database outside(where().name()), inside(where().name()), visited(where().name());
    auto dropped = std::make_unique<server::database>(where().name()), unread = std::make_unique<server::database>(where().name());
    std::int64_t of_outside = 1, of_inside = 0, of_visited = 0;
    std::optional<outage> down;
    {
        auto rows = outside.stream(many_lines());
        auto at = rows.begin();
        auto begun = dropped->stream(many_lines());
        CHECK(begun.begin()->text.size() == 200);
        [[maybe_unused]] auto const never = unread->stream(many_lines());
        CHECK(kind_of([&] {
            inside.transaction([&](auto& inner) {
                inner.insert(line{.number = -1});
                for (line const& one : inner.stream(many_lines())) {
                    static_cast<void>(one);
                    if (++of_inside != 10) continue;
                    CHECK(kind_of([&] { visited.visit(many_lines(), [&](line const&) { if (++of_visited == 10) down.emplace(); }); }) == "connection");
                }
            });
        }) == "connection");
        CHECK(!inside.alive());
        CHECK(kind_of([&] { for (; at != rows.end(); ++at) ++of_outside; }) == "connection");
        CHECK(!outside.alive());
        CHECK(rows.begin() == rows.end());
    }
    for (std::int64_t const read : {of_outside, of_inside, of_visited}) CHECK((read > 0 && read < many));
    for (server::database* one : {&outside, &inside, &visited, dropped.get(), unread.get()}) check_lost(*one);
    dropped.reset();
    down.reset();
    unread.reset();
    server::database after(where().name());
    CHECK(after.count(koine::from<line>()) == 1000);
    std::int64_t rows = 0;
    for (line const& one : after.stream(many_lines())) rows += one.text.size() == 200 ? 1 : 0;
    CHECK(rows == many);
}

}  // namespace crash
