// SPDX-License-Identifier: BSL-1.0
// conformance · strategy_errors: what cannot be read inside a list, by each way to load it; and statements of one text.
#include "strategies.hpp"

namespace strategy_errors {

using conformance::failure_of;
using conformance::kind_of;
using koine::asc;
using koine::col;
using koine::error_kind;
using strategies::by_each;

struct crate;
struct strict_crate;
struct sample;
struct strict_sample;

struct shelf {
    std::int64_t id{};
};
constexpr auto describe(koine::model<shelf>) {
    return koine::table("shelves").primary_key<&shelf::id>().has_many<"crates", crate, "shelf">().has_many<"strict_crates", strict_crate, "shelf">();
}
struct crate {
    std::int64_t id{};
    std::int64_t shelf_id{};
};
constexpr auto describe(koine::model<crate>) {
    return koine::table("crates").primary_key<&crate::id>().belongs_to<"shelf", shelf, &crate::shelf_id>().has_many<"samples", sample, "crate">();
}
struct sample {
    std::int64_t id{};
    std::int64_t crate_id{};
    std::optional<std::string> text{};
    std::int64_t number{};
};
constexpr auto describe(koine::model<sample>) { return koine::table("samples").primary_key<&sample::id>().belongs_to<"crate", crate, &sample::crate_id>(); }
/// The same tables, as somebody describes them who expects less of them.
struct strict_crate {
    std::int64_t id{};
    std::int64_t shelf_id{};
};
constexpr auto describe(koine::model<strict_crate>) {
    return koine::table("crates").primary_key<&strict_crate::id>().belongs_to<"shelf", shelf, &strict_crate::shelf_id>().has_many<"samples", strict_sample, "crate">();
}
struct strict_sample {
    std::int64_t id{};
    std::int64_t crate_id{};
    std::string text{};
    std::int32_t number{};
};
constexpr auto describe(koine::model<strict_sample>) { return koine::table("samples").primary_key<&strict_sample::id>().belongs_to<"crate", strict_crate, &strict_sample::crate_id>(); }
/// A text where a number is expected.
struct mistyped_sample;
struct mistyped_crate {
    std::int64_t id{};
};
constexpr auto describe(koine::model<mistyped_crate>) { return koine::table("crates").primary_key<&mistyped_crate::id>().has_many<"samples", mistyped_sample, "crate">(); }
struct mistyped_sample {
    std::int64_t id{};
    std::int64_t crate_id{};
    std::optional<std::int64_t> text{};
};
constexpr auto describe(koine::model<mistyped_sample>) { return koine::table("samples").primary_key<&mistyped_sample::id>().belongs_to<"crate", mistyped_crate, &mistyped_sample::crate_id>(); }

struct plain_text { std::string text; };
struct texts_of_crate { std::vector<plain_text> samples; };
struct texts_of_shelf { std::int64_t id{}; std::vector<texts_of_crate> strict_crates; };
struct narrow_number { std::int32_t number{}; };
struct narrow_of_crate { std::vector<narrow_number> samples; };
struct narrow_of_shelf { std::int64_t id{}; std::vector<narrow_of_crate> strict_crates; };
struct large_number { std::int64_t number{}; };
struct large_of_crate { std::vector<large_number> samples; };
struct large_of_shelf { std::int64_t id{}; std::vector<large_of_crate> crates; };
struct number_for_text { std::optional<std::int64_t> text; };
struct numbers_of_crate { std::vector<number_for_text> samples; };

/// Three shelves of two crates of two samples; the last sample but two of the second shelf can be spoilt.
struct store : server::fresh {
    static constexpr std::int64_t spoilt = 2011;

    store() {
        db.create_tables<shelf, crate, sample>();
        for (std::int64_t id : {1, 2, 3}) {
            db.insert(shelf{id});
            for (std::int64_t i : {0, 1}) {
                db.insert(crate{id * 10 + i, id});
                for (std::int64_t j : {0, 1}) db.insert(sample{id * 1000 + i * 10 + j, id * 10 + i, "5", 7});
            }
        }
    }
    /// The error of a query that meets the spoilt sample in its second row, by every verb; mended, it runs again.
    template <class Query>
    koine::error check(Query const& query, sample const& bad) {
        db.update(bad);
        auto const failure = failure_of([&] { db.all(query); });
        INFO(failure.what());
        CHECK(std::string(failure.what()).find("secret") == std::string::npos);
        CHECK(std::string(failure.what()).find("5000000000") == std::string::npos);
        CHECK(failure.sql().find("SELECT ") != std::string::npos);
        auto prepared = db.prepare(query);
        CHECK(failure_of([&] { prepared.all(); }).kind() == failure.kind());
        int rows = 0;
        CHECK(failure_of([&] { db.visit(query, [&](auto const&) { ++rows; }); }).kind() == failure.kind());
        CHECK(rows == 1);
        CHECK(failure_of([&] {
                  for ([[maybe_unused]] auto const& one : db.stream(query)) ++rows;
              }).kind() == failure.kind());
        CHECK(rows == 2);
        CHECK(db.count(koine::from<sample>()) == 12);
        db.update(sample{bad.id, bad.crate_id, "5", 7});
        CHECK(db.all(query).size() >= 3);
        CHECK(prepared.all().size() == db.all(query).size());
        return failure;
    }
};
bool names(koine::error const& failure, char const* member) { return std::string(failure.what()).find(member) != std::string::npos; }

TEST_CASE("NULL for a plain member inside a list is a mismatch that names it, by each strategy", "[include][errors]") {
    store items;
    by_each([&](auto const& query) {
        auto const failure = items.check(query, {store::spoilt, 21, std::nullopt, 7});
        CHECK((failure.kind() == error_kind::mismatch && names(failure, "plain_text::text")));
    }, koine::from<shelf>().select<texts_of_shelf>().order_by(asc(col<&shelf::id>)));
}

TEST_CASE("a number inside a list that its member cannot hold is a range error that names it, by each strategy", "[include][errors]") {
    store items;
    by_each([&](auto const& query) {
        auto const failure = items.check(query, {store::spoilt, 21, "5", 5'000'000'000});
        CHECK((failure.kind() == error_kind::range && names(failure, "narrow_number::number")));
    }, koine::from<shelf>().select<narrow_of_shelf>().order_by(asc(col<&shelf::id>)));
}

TEST_CASE("a value of another type inside a list is no value of its member, by each strategy", "[include][errors]") {
    store items;
    auto const query = koine::from<mistyped_crate>().select<numbers_of_crate>().order_by(asc(col<&mistyped_crate::id>));
    // A text is none of a number's, whatever it holds. PostgreSQL has it in no column together with the numbers of other lists.
    by_each([&](auto const& asked) {
        if (server::is_postgres && conformance::kind_of([&] { items.db.all(asked.where(col<&mistyped_crate::id> < 0)); }) == "mismatch") return;
        for (char const* text : {"secret", "5"}) {
            items.db.update(sample{1010, 11, text, 7});
            auto const failure = failure_of([&] { items.db.all(asked); });
            INFO(failure.what());
            CHECK((failure.kind() == error_kind::malformed || (failure.kind() == error_kind::mismatch && names(failure, "number_for_text::text"))));
            CHECK(!names(failure, "secret"));
            CHECK(items.db.count(koine::from<sample>()) == 12);
        }
        items.db.execute(koine::update_all<sample>().set(col<&sample::text> = std::nullopt));
        CHECK(items.db.all(asked).size() == 6);
        items.db.execute(koine::update_all<sample>().set(col<&sample::text> = "5"));
    }, query);
}

TEST_CASE("one text is read into results of different types, in turn", "[include][streams][streams-cached]") {
    store items;
    items.db.update(sample{store::spoilt, 21, "5", 5'000'000'000});
    auto const narrow = koine::from<shelf>().select<narrow_of_shelf>().order_by(asc(col<&shelf::id>));
    auto const large = koine::from<shelf>().select<large_of_shelf>().order_by(asc(col<&shelf::id>));
    if (server::database::dialect_type::lists != koine::strategy::united)
        CHECK(koine::sql_text<server::database::dialect_type>(narrow) == koine::sql_text<server::database::dialect_type>(large));
    by_each([&](auto const& first, auto const& second) {
        auto prepared = items.db.prepare(second);
        for (int again = 0; again < 3; ++again) {
            CHECK(kind_of([&] { items.db.all(first); }) == "range");
            for (auto const& rows : {items.db.all(second), prepared.all()}) {
                REQUIRE(rows.size() == 3);
                std::int64_t sum = 0;
                for (auto const& crate : rows[1].crates)
                    for (auto const& one : crate.samples) sum += one.number;
                CHECK(sum == 5'000'000'000 + 3 * 7);
            }
        }
    }, narrow, large);
}

}  // namespace strategy_errors
