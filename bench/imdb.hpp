// SPDX-License-Identifier: BSL-1.0
// bench · imdb: the models of IMDBench, movies with the people in them and what users say of them, and its results.
#pragma once

#include <koine/koine.hpp>

namespace imdb {

struct movie;
struct review;

struct person {
    std::int64_t id{};
    std::string first_name{};
    std::optional<std::string> middle_name{};
    std::string last_name{};
    std::string image{};
    std::string bio{};
};
constexpr auto describe(koine::model<person>) { return koine::table("people").primary_key<&person::id>(koine::generated); }

struct user {
    std::int64_t id{};
    std::string name{};
    std::string image{};
};
constexpr auto describe(koine::model<user>) {
    return koine::table("users").primary_key<&user::id>(koine::generated).has_many<"reviews", review, "author">();
}

/// Who directs a movie; people come in an order.
struct directing {
    std::int64_t movie_id{};
    std::int64_t person_id{};
    std::optional<std::int32_t> list_order{};
};
constexpr auto describe(koine::model<directing>) {
    return koine::table("directors")
        .primary_key<&directing::movie_id, &directing::person_id>()
        .belongs_to<"movie", movie, &directing::movie_id>()
        .belongs_to<"person", person, &directing::person_id>();
}
struct acting {
    std::int64_t movie_id{};
    std::int64_t person_id{};
    std::optional<std::int32_t> list_order{};
};
constexpr auto describe(koine::model<acting>) {
    return koine::table("actors")
        .primary_key<&acting::movie_id, &acting::person_id>()
        .belongs_to<"movie", movie, &acting::movie_id>()
        .belongs_to<"person", person, &acting::person_id>();
}

struct movie {
    std::int64_t id{};
    std::string image{};
    std::string title{};
    std::int32_t year{};
    std::string description{};
};
constexpr auto describe(koine::model<movie>) {
    return koine::table("movies")
        .primary_key<&movie::id>(koine::generated)
        .many_to_many<"directors", person, directing, "movie", "person">()
        .many_to_many<"cast", person, acting, "movie", "person">()
        .has_many<"reviews", review, "movie">();
}

struct review {
    std::int64_t id{};
    std::string body{};
    std::int32_t rating{};
    std::int64_t created{};
    std::int64_t author_id{};
    std::int64_t movie_id{};
};
constexpr auto describe(koine::model<review>) {
    return koine::table("reviews")
        .primary_key<&review::id>(koine::generated)
        .belongs_to<"author", user, &review::author_id>()
        .belongs_to<"movie", movie, &review::movie_id>();
}

// get_movie
struct credit {
    std::int64_t id{};
    std::string first_name{};
    std::optional<std::string> middle_name{};
    std::string last_name{};
    std::string image{};
};
struct review_of_movie {
    std::int64_t id{};
    std::string body{};
    std::int32_t rating{};
    user author{};
};
struct movie_page {
    std::int64_t id{};
    std::string image{};
    std::string title{};
    std::int32_t year{};
    std::string description{};
    std::optional<double> average{};
    std::vector<credit> directors{};
    std::vector<credit> cast{};
    std::vector<review_of_movie> reviews{};
};

// get_user
struct movie_card {
    std::int64_t id{};
    std::string image{};
    std::string title{};
    std::optional<double> average{};
};
struct review_of_user {
    std::int64_t id{};
    std::string body{};
    std::int32_t rating{};
    movie_card movie{};
};
struct user_page {
    std::int64_t id{};
    std::string name{};
    std::string image{};
    std::vector<review_of_user> latest{};
};

// insert_movie
struct inserted_movie {
    std::int64_t id{};
    std::string image{};
    std::string title{};
    std::int32_t year{};
    std::string description{};
    std::vector<credit> directors{};
    std::vector<credit> cast{};
};

}  // namespace imdb
