// SPDX-License-Identifier: BSL-1.0
// conformance · borrowed: members that view what the driver holds are right in every row, whatever the rows around it.
#include "notebook.hpp"

namespace borrowed {

using namespace notebook;
using koine::col;

TEST_CASE("views are right in every row of a visit and of a stream, of the row itself and of what it belongs to", "[borrowed]") {
    notes all;
    std::vector<page> const owned = all.loaded();
    REQUIRE(owned.size() == 7);
    REQUIRE((owned[3].body == long_text(1 << 20) && owned[3].reader->name == std::string(700, 'c') && !owned[1].remark && !owned[1].writer.motto));
    CHECK(same(all.visited(), owned));
    CHECK(same(all.streamed(), owned));
    // By the same statement again, whose buffers have been large.
    CHECK(same(all.visited(), owned));
    CHECK(same(all.streamed(), owned));
}

TEST_CASE("NULL, empty and short are told apart in views", "[borrowed]") {
    notes all;
    std::string said;
    for (seen_page const& seen : all.db.stream(notes::in_order<seen_page>())) {
        said += !seen.remark ? "null" : seen.remark->empty() ? "empty" : seen.remark->size() < 10 ? std::string(*seen.remark) : "long";
        said += !seen.seal ? " null; " : " " + std::to_string(seen.seal->size) + "; ";
    }
    CHECK(said == "short 1; null null; empty 0; long 2000; y 2; null null; end null; ");
}

TEST_CASE("a single value is seen as a view", "[borrowed]") {
    notes all;
    std::string bodies, remarks;
    std::size_t bytes = 0;
    constexpr auto in_order = koine::from<note>().order_by(col<&note::id>).where(col<&note::pages> != 4 && col<&note::pages> < 6);
    all.db.visit(in_order.select<std::string_view>(col<&note::body>), [&](std::string_view body) { bodies.append(body).append("/"); });
    CHECK(bodies == "first//\xf0\x9f\x98\x80\xc5\xbc\xe2\x82\xac/x/");
    for (std::optional<std::string_view> const& remark : all.db.stream(in_order.select<std::optional<std::string_view>>(col<&note::remark>)))
        remarks.append(remark.value_or("-")).append("/");
    CHECK(remarks == "short/-//y/");
    all.db.visit(in_order.select<koine::bytes_view>(col<&note::scan>), [&](koine::bytes_view scan) { bytes = bytes * 1000 + scan.size; });
    CHECK(bytes == 3'000'300'002);
}

struct body_beside { std::string_view body; std::string_view name; std::optional<std::string_view> motto; };

TEST_CASE("expressions and joined columns are seen as views", "[borrowed]") {
    notes all;
    constexpr auto reader = koine::alias<writer, "reader">;
    std::string said;
    all.db.visit(koine::from<note>()
                     .join<"writer">()
                     .left_join<"reader">(reader)
                     .select<body_beside>(col<&note::body>, col<&writer::name>, reader.col<&writer::motto>)
                     .where(col<&note::pages> < 4)
                     .order_by(koine::desc(col<&note::id>)),
                 [&](body_beside const& seen) {
                     said.append(seen.body).append("|").append(seen.name.substr(0, 5)).append("|").append(seen.motto.value_or("-")).append("; ");
                 });
    CHECK(said == "\xf0\x9f\x98\x80\xc5\xbc\xe2\x82\xac|ccccc|-; ||go on; first|Ada \xf0|-; ");
}

struct plain_note { std::string body; };
struct writer_notes { std::string_view name; std::optional<std::string_view> motto; std::vector<plain_note> notes; };

TEST_CASE("lists own their rows beside views", "[borrowed]") {
    notes all;
    std::string said;
    auto const query = koine::from<writer>().select<writer_notes>().include<&writer_notes::notes>(koine::where(col<&note::pages> != 7), koine::order_by(col<&note::id>)).order_by(col<&writer::id>);
    for (writer_notes const& seen : all.db.stream(query)) {
        said.append(seen.name.substr(0, 3)).append("|").append(seen.motto.value_or("-")).append("|");
        for (plain_note const& one : seen.notes) said.append(std::to_string(one.body.size())).append(",");
    }
    CHECK(said == "Ada|go on|5," + std::to_string(long_text(1 << 20).size()) + ",|-|0," + std::to_string(long_text(1500).size()) + ",ccc||9,1,");
}

TEST_CASE("a view that is read from NULL is a mismatch, and the rows before it were right", "[borrowed][errors]") {
    notes all;
    struct remark_beside { std::int64_t id{}; std::string_view remark; };
    std::string remarks;
    std::string const kind = conformance::kind_of([&] {
        all.db.visit(koine::from<note>().order_by(col<&note::id>).select<remark_beside>(col<&note::id>, koine::raw<std::string, "{}">(col<&note::remark>)),
                     [&](remark_beside const& seen) { remarks.append(seen.remark); });
    });
    CHECK(kind == "mismatch");
    CHECK(remarks == "short");
    CHECK(all.visited().size() == 7);
}

TEST_CASE("a stream of views that is given up leaves the connection to go on", "[borrowed]") {
    notes all;
    for (seen_page const& seen : all.db.stream(notes::in_order<seen_page>())) {
        if (seen.id < 4) continue;
        CHECK(seen.body == long_text(1 << 20));
        break;
    }
    CHECK(same(all.visited(), all.loaded()));
}

}  // namespace borrowed
