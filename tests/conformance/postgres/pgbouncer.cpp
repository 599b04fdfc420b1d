// SPDX-License-Identifier: BSL-1.0
// conformance · postgres/pgbouncer: behind a proxy that gives every transaction another server connection, without
// named statements. The old one (1.18) knows none; the new one keeps them by itself.
#include "law.hpp"
#include "server.hpp"

#include <atomic>
#include <thread>

namespace pgbouncer {

using koine::asc;
using koine::col;
using conformance::kind_of;

struct entry {
    std::int64_t id{};
    std::string key{};
    std::int32_t amount{};
    std::vector<std::byte> raw{};
};
constexpr auto describe(koine::model<entry>) {
    return koine::table("pgbouncer_entries").primary_key<&entry::id>(koine::generated).unique<&entry::key>();
}

/// The proxy of a variable, and a table that is gone afterwards; absent where nobody says where the proxy is.
class proxy {
public:
    explicit proxy(char const* variable) {
        char const* const said = std::getenv(variable);
        if (said == nullptr) {
            conformance::note_skip(std::string("what runs behind PgBouncer: ") + variable + " is not set");
            return;
        }
        address = said;
        database db(address, {.named_statements = false});
        server::refusal_of(db, "DROP TABLE IF EXISTS pgbouncer_entries");
        db.create_tables<entry>();
    }
    proxy(proxy const&) = delete;
    proxy& operator=(proxy const&) = delete;
    ~proxy() {
        if (!address.empty()) server::refusal_of(database(address, {.named_statements = false}), "DROP TABLE pgbouncer_entries");
    }

    using database = koine::database<koine::driver::libpq>;
    std::string address;
};

TEST_CASE("pitfall 77: behind PgBouncer, everything runs without named statements, from several clients at once", "[connection]") {
    for (char const* variable : {"KOINE_TEST_PGBOUNCER_OLD", "KOINE_TEST_PGBOUNCER"}) {
        proxy const behind(variable);
        if (behind.address.empty()) continue;
        INFO(variable);
        std::atomic<int> wrong = 0;
        std::vector<std::thread> clients;
        for (int client = 0; client < 6; ++client)
            clients.emplace_back([&, client] {
                try {
                    proxy::database db(behind.address, {.named_statements = false});
                    std::string const mine = std::to_string(client) + "'\\\n";
                    entry const first = db.insert(entry{.key = mine, .amount = client, .raw = {std::byte{0}, std::byte{255}, std::byte{'\''}}});
                    for (int i = 0; i < 40; ++i) {
                        wrong += db.find<entry>(first.id)->raw == first.raw ? 0 : 1;
                        wrong += db.count(koine::from<entry>().where(col<&entry::key>.in({mine, std::string("none"), std::string("{,\"}")}))) == 1 ? 0 : 1;
                        db.transaction([&](auto& inner) {
                            inner.execute(koine::update<entry>().set(col<&entry::amount> = col<&entry::amount> + 1).where(col<&entry::id> == first.id));
                            inner.insert(entry{.key = mine + std::to_string(i)});
                            int rows = 0;
                            for (entry const& one : inner.stream(koine::from<entry>().where(col<&entry::key>.starts_with(mine)))) rows += one.id > 0 ? 1 : 0;
                            wrong += rows == i + 2 ? 0 : 1;
                        });
                    }
                    wrong += kind_of([&] { db.insert(entry{.key = mine}); }) == "unique" ? 0 : 1;
                    wrong += db.find<entry>(first.id)->amount == client + 40 ? 0 : 1;
                } catch (koine::error const& failure) {
                    std::printf("client %d: %s\n", client, failure.what());
                    ++wrong;
                }
            });
        for (std::thread& one : clients) one.join();
        CHECK(wrong == 0);
    }
}

TEST_CASE("pitfall 77: behind PgBouncer, rows in bulk, batches, streams and errors", "[connection]") {
    for (char const* variable : {"KOINE_TEST_PGBOUNCER_OLD", "KOINE_TEST_PGBOUNCER"}) {
        proxy const behind(variable);
        if (behind.address.empty()) continue;
        INFO(variable);
        proxy::database db(behind.address, {.named_statements = false});
        std::vector<entry> rows;
        for (int i = 0; i < 5000; ++i) rows.push_back({.key = "k" + std::to_string(i), .amount = i});
        CHECK(db.insert(rows) == 5000);
        std::int64_t sum = 0;
        db.visit(koine::from<entry>().order_by(asc(col<&entry::id>)), [&](entry const& one) { sum += one.amount; });
        CHECK(sum == 5000 * 4999 / 2);
        auto const changed = db.batch(koine::update<entry>().set(col<&entry::amount> = 0).where(col<&entry::amount> < 10), koine::erase<entry>().where(col<&entry::amount> > 4000));
        CHECK((changed[0] == 10 && changed[1] == 999));
        for (entry const& one : db.stream(koine::from<entry>())) {
            CHECK(one.id > 0);
            break;
        }
        CHECK(db.count(koine::from<entry>()) == 4001);
        rows.assign({{.key = "new"}, {.key = "k1"}});
        CHECK(kind_of([&] { db.insert(rows); }) == "unique");
        CHECK(kind_of([&] { db.insert(entry{.key = std::string("a\0b", 3)}); }) == "nul_byte");
        CHECK(db.count(koine::from<entry>()) == 4001);
    }
}

}  // namespace pgbouncer
