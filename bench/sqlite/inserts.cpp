// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/inserts: the same rows into an empty table, one by one in a transaction and many in a statement.
#include "case.hpp"
#include "place.hpp"
#include "statement.hpp"

namespace bench::sqlite {
namespace {

using library::draft;

constexpr char const* one_row = "INSERT INTO drafts (user_id, title, body, score, published) VALUES (?, ?, ?, ?, ?)";
constexpr int columns = 5;
constexpr std::size_t chunk = 100;

/// What all sides have: the table is emptied before each run, and compared after the first.
struct insert_side {
    database& db;

    void clear() const {
        db.execute(koine::erase_all<draft>());
        // What was numbered before must not show in the keys.
        if (sqlite3_exec(db.native_handle(), "DELETE FROM sqlite_sequence WHERE name = 'drafts'", nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(db.native_handle()));
    }
    [[nodiscard]] std::vector<draft> written() const { return db.all(koine::from<draft>()); }
};

void bind(statement& to, int position, draft const& row) {
    to.bind(position, row.user_id);
    to.bind(position + 1, row.title);
    to.bind(position + 2, row.body);
    to.bind(position + 3, std::int64_t{row.score});
    to.bind(position + 4, std::int64_t{row.published});
}

// ---- one by one, nothing wanted back ------------------------------------------------------------------------------

/// The call that users write; it gives the row back, and nobody looks.
struct koine_insert_alone : insert_side {
    std::int64_t operator()() const {
        db.transaction([](auto& tx) {
            for (draft const& row : drafts()) tx.insert(row);
        });
        return static_cast<std::int64_t>(drafts().size());
    }
};

struct koine_execute : insert_side {
    std::int64_t operator()() const {
        using koine::col;
        return db.transaction([](auto& tx) {
            std::int64_t count = 0;
            for (draft const& row : drafts())
                count += tx.execute(koine::insert<draft>().set(col<&draft::user_id> = row.user_id, col<&draft::title> = std::string_view(row.title),
                                                               col<&draft::body> = std::string_view(row.body), col<&draft::score> = row.score,
                                                               col<&draft::published> = row.published));
            return count;
        });
    }
};

class raw_loop : public insert_side {
public:
    explicit raw_loop(database& where) : insert_side{where}, snapshot_(where.native_handle()), insert_(where.native_handle(), one_row) {}
    std::int64_t operator()() {
        snapshot_.begin();
        for (draft const& row : drafts()) {
            bind(insert_, 1, row);
            insert_.run();
        }
        snapshot_.end();
        return static_cast<std::int64_t>(drafts().size());
    }

private:
    snapshot snapshot_;
    statement insert_;
};

// ---- one by one, each given back as the database holds it ---------------------------------------------------------

struct koine_insert : insert_side {
    std::vector<draft> operator()() const {
        std::vector<draft> held;
        held.reserve(drafts().size());
        db.transaction([&](auto& tx) {
            for (draft const& row : drafts()) held.push_back(tx.insert(row));
        });
        return held;
    }
};

class raw_returning : public insert_side {
public:
    explicit raw_returning(database& where)
        : insert_side{where},
          snapshot_(where.native_handle()),
          insert_(where.native_handle(), std::string(one_row) + " RETURNING id, user_id, title, body, score, published") {}
    std::vector<draft> operator()() {
        std::vector<draft> held;
        held.reserve(drafts().size());
        snapshot_.begin();
        for (draft const& row : drafts()) {
            bind(insert_, 1, row);
            if (!insert_.step()) throw std::runtime_error("an insert gave no row back");
            read_row<checked>(insert_.handle(), held.emplace_back());
            insert_.run();
        }
        snapshot_.end();
        return held;
    }

private:
    snapshot snapshot_;
    statement insert_;
};

/// RETURNING keeps its rows in a table of its own, so that to ask for the row costs less.
class raw_insert_and_select : public insert_side {
public:
    explicit raw_insert_and_select(database& where)
        : insert_side{where},
          snapshot_(where.native_handle()),
          insert_(where.native_handle(), one_row),
          select_(where.native_handle(), "SELECT id, user_id, title, body, score, published FROM drafts WHERE id = ?") {}
    std::vector<draft> operator()() {
        std::vector<draft> held;
        held.reserve(drafts().size());
        snapshot_.begin();
        for (draft const& row : drafts()) {
            bind(insert_, 1, row);
            insert_.run();
            select_.bind(1, std::int64_t{sqlite3_last_insert_rowid(db.native_handle())});
            if (!select_.step()) throw std::runtime_error("an inserted row is not there");
            read_row<checked>(select_.handle(), held.emplace_back());
            select_.reset();
        }
        snapshot_.end();
        return held;
    }

private:
    snapshot snapshot_;
    statement insert_, select_;
};

// ---- many in a statement ------------------------------------------------------------------------------------------

struct koine_bulk : insert_side {
    std::int64_t operator()() const { return db.insert(drafts()); }
};

class raw_multi_row_values : public insert_side {
public:
    explicit raw_multi_row_values(database& where)
        : insert_side{where}, snapshot_(where.native_handle()), one_(where.native_handle(), one_row), many_(where.native_handle(), text_of_many()) {}
    std::int64_t operator()() {
        std::vector<draft> const& rows = drafts();
        std::size_t at = 0;
        snapshot_.begin();
        for (; at + chunk <= rows.size(); at += chunk) {
            for (std::size_t i = 0; i < chunk; ++i) bind(many_, 1 + static_cast<int>(i) * columns, rows[at + i]);
            many_.run();
        }
        for (; at < rows.size(); ++at) {
            bind(one_, 1, rows[at]);
            one_.run();
        }
        snapshot_.end();
        return static_cast<std::int64_t>(rows.size());
    }

private:
    static std::string text_of_many() {
        std::string text = one_row;
        for (std::size_t i = 1; i < chunk; ++i) text += ", (?, ?, ?, ?, ?)";
        return text;
    }

    snapshot snapshot_;
    statement one_, many_;
};

cases const inserts([] {
    for (place const& where : places) {
        std::string const ending = std::to_string(size().inserts) + "/" + where.name;
        add("insert_one_by_one_" + ending, "koine", [where] { return koine_insert_alone{{where.open()}}; });
        add("insert_one_by_one_" + ending, "koine:execute", [where] { return koine_execute{{where.open()}}; });
        add("insert_one_by_one_" + ending, "raw:loop", [where] { return raw_loop(where.open()); });
        add("insert_returning_" + ending, "koine", [where] { return koine_insert{{where.open()}}; });
        add("insert_returning_" + ending, "raw:returning", [where] { return raw_returning(where.open()); });
        add("insert_returning_" + ending, "raw:insert_and_select", [where] { return raw_insert_and_select(where.open()); });
        add("insert_bulk_" + ending, "koine", [where] { return koine_bulk{{where.open()}}; });
        add("insert_bulk_" + ending, "raw:multi_row_values", [where] { return raw_multi_row_values(where.open()); });
        add("insert_bulk_" + ending, "raw:loop", [where] { return raw_loop(where.open()); });
    }
});

}  // namespace
}  // namespace bench::sqlite
