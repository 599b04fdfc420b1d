// SPDX-License-Identifier: BSL-1.0
// bench · imdb_koine: Koine's side of IMDBench's cases: a page is a struct, and an insert a transaction.
#pragma once

#include "distance.hpp"
#include "imdb_data.hpp"

namespace bench {

inline auto get_movie(std::int64_t id) {
    using koine::asc, koine::col, koine::desc, koine::order_by;
    using namespace imdb;
    return koine::from<movie>()
        .select<movie_page>(koine::as<&movie_page::average>(koine::avg_of<"reviews">(col<&review::rating>)))
        .include<&movie_page::directors>(order_by(asc(col<&directing::list_order>), asc(col<&person::last_name>)))
        .include<&movie_page::cast>(order_by(asc(col<&acting::list_order>), asc(col<&person::last_name>)))
        .include<&movie_page::reviews>(order_by(desc(col<&review::created>)))
        .where(col<&movie::id> == id);
}

inline auto get_user(std::int64_t id) {
    using koine::col, koine::desc;
    using namespace imdb;
    return koine::from<user>()
        .select<user_page>()
        .include<&user_page::latest>(koine::through<"reviews">, koine::order_by(desc(col<&review::created>)), koine::limit(10))
        .include<&user_page::latest, &review_of_user::movie>(koine::as<&movie_card::average>(koine::avg_of<"reviews">(col<&review::rating>)))
        .where(col<&user::id> == id);
}

template <class Database>
imdb::inserted_movie insert_movie(Database& db) {
    using koine::asc, koine::col;
    using namespace imdb;
    return db.transaction([](auto& tx) {
        std::int64_t const id = tx.insert(new_movie).id;
        tx.template connect<movie, "directors">(id, new_directors);
        tx.template connect<movie, "cast">(id, new_cast);
        return tx.one(koine::from<movie>()
                          .template select<inserted_movie>()
                          .template include<&inserted_movie::directors>(koine::order_by(asc(col<&directing::list_order>), asc(col<&person::last_name>)))
                          .template include<&inserted_movie::cast>(koine::order_by(asc(col<&acting::list_order>), asc(col<&person::last_name>)))
                          .where(col<&movie::id> == id));
    });
}

/// What is new has a new key each time: the sides' results are compared without it.
template <class Insert>
auto without_key(Insert insert) {
    return [insert = std::move(insert)]() mutable {
        imdb::inserted_movie made = insert();
        made.id = 0;
        return made;
    };
}

template <class Ground>
void add_imdb_koine(int round_trips_of_insert) {
    using session = typename Ground::session;
    add_at(session::everywhere(), "get_movie", "koine", 1, [](distance const& at) {
        return [db = Ground::open(at, imdb_rows{}), key = next_of(movie_count())]() mutable { return db->one(get_movie(key())); };
    });
    add_at(session::everywhere(), "get_user", "koine", 1, [](distance const& at) {
        return [db = Ground::open(at, imdb_rows{}), key = next_of(imdb_user_count())]() mutable { return db->one(get_user(key())); };
    });
    add_at(session::everywhere(), "insert_movie", "koine", round_trips_of_insert, [](distance const& at) {
        return without_key([db = Ground::open(at, imdb_rows{})] { return insert_movie(*db); });
    });
}

}  // namespace bench
