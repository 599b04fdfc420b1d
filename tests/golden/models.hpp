// SPDX-License-Identifier: BSL-1.0
// The models that the golden texts are about.
#pragma once

#include <koine/koine.hpp>

namespace golden {

struct article;
struct comment;
struct tag;
struct tagging;

struct author {
    std::int64_t id{};
    std::string name;
    std::optional<std::string> email{};
};
constexpr auto describe(koine::model<author>) {
    return koine::table("authors")
        .primary_key<&author::id>(koine::generated)
        .unique<&author::email>()
        .has_many<"articles", article, "author">();
}

struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title;
    bool published{};
};
constexpr auto describe(koine::model<article>) {
    return koine::table("articles")
        .primary_key<&article::id>(koine::generated)
        .belongs_to<"author", author, &article::author_id>(koine::on_delete::cascade)
        .has_many<"comments", comment, "article">()
        .many_to_many<"tags", tag, tagging, "article", "tag">()
        .index<&article::author_id, &article::published>();
}

struct comment {
    std::int64_t id{};
    std::int64_t article_id{};
    std::optional<std::int64_t> author_id{};
    std::string body;
};
constexpr auto describe(koine::model<comment>) {
    return koine::table("comments")
        .primary_key<&comment::id>(koine::generated)
        .belongs_to<"article", article, &comment::article_id>(koine::on_delete::cascade)
        .belongs_to<"author", author, &comment::author_id>(koine::on_delete::set_null);
}

struct tag {
    std::int64_t id{};
    std::string name;
};
constexpr auto describe(koine::model<tag>) {
    return koine::table("tags").primary_key<&tag::id>(koine::generated).many_to_many<"articles", article, tagging, "tag", "article">();
}
/// What pairs articles with tags.
struct tagging {
    std::int64_t article_id{};
    std::int64_t tag_id{};
    std::int32_t position{};
};
constexpr auto describe(koine::model<tagging>) {
    return koine::table("taggings")
        .primary_key<&tagging::article_id, &tagging::tag_id>()
        .belongs_to<"article", article, &tagging::article_id>()
        .belongs_to<"tag", tag, &tagging::tag_id>();
}

/// A tag with what its article's junction says of it.
struct placed_tag {
    std::string name;
    std::int32_t position{};
};
struct tagged_article {
    std::string title;
    std::vector<placed_tag> tags;
};
struct counted_headline {
    std::string title;
    std::int64_t comments_made{};
};
struct two_windows {
    std::string name;
    std::vector<counted_headline> first;
    std::vector<counted_headline> newest;
};

struct employee {
    std::int64_t id{};
    std::string name;
    std::optional<std::int64_t> boss_id{};
    double salary{};
    std::int32_t bonus{};
};
constexpr auto describe(koine::model<employee>) {
    return koine::table("employees")
        .primary_key<&employee::id>(koine::generated)
        .belongs_to<"boss", employee, &employee::boss_id>()
        .has_many<"reports", employee, "boss">();
}
inline constexpr auto boss = koine::alias<employee, "boss">;

/// Two keys, one of which an upsert does not name; a composite one, a named index, a bounded text, defaults.
struct product {
    std::string warehouse;
    std::int32_t number{};
    std::string code;
    std::string label;
    bool active{};
    std::uint16_t stock{};
};
constexpr auto describe(koine::model<product>) {
    return koine::table("products")
        .primary_key<&product::warehouse, &product::number>()
        .unique<&product::code>("product_code")
        .index<&product::label, &product::stock>("product_label")
        .column<&product::label>("display label")
        .length<&product::warehouse>(40)
        .default_value<&product::active>(true)
        .default_value<&product::label>("it's new");
}

/// What a product is stored in: a composite foreign key.
struct shelf {
    std::int64_t id{};
    std::optional<std::string> warehouse{};
    std::optional<std::int32_t> number{};
};
constexpr auto describe(koine::model<shelf>) {
    return koine::table("shelves")
        .primary_key<&shelf::id>(koine::generated)
        .belongs_to<"product", product, &shelf::warehouse, &shelf::number>(koine::unindexed);
}

enum class color { red, green, blue };

struct everything {
    std::int64_t id{};
    bool flag{};
    std::int8_t tiny{};
    std::uint8_t octet{};
    std::int16_t small{};
    std::uint16_t port{};
    std::int32_t medium{};
    std::uint32_t address{};
    std::uint64_t large{};
    float single{};
    double real{};
    std::string text;
    std::vector<std::byte> blob;
    color paint{};
    std::optional<color> trim{};
    std::optional<bool> maybe{};
};
constexpr auto describe(koine::model<everything>) {
    return koine::table("everything").primary_key<&everything::id>(koine::generated);
}

// Shapes.
struct headline {
    std::int64_t id{};
    std::string title;
};
struct author_page {
    std::string name;
    std::vector<headline> articles;
};
struct remark {
    std::string body;
};
struct discussed {
    std::string title;
    std::vector<remark> comments;
};
struct author_discussion {
    std::string name;
    std::vector<discussed> articles;
};
struct writer {
    std::string name;
};
struct signed_remark {
    std::string body;
    std::optional<writer> author;
};
struct signed_article {
    std::string title;
    writer author;
    std::vector<signed_remark> comments;
};
struct stats {
    std::string name;
    std::int64_t articles{};
};
struct author_count {
    std::string name;
    std::int64_t article_count{};
};
struct minion {
    std::string name;
    std::vector<writer> reports;
    std::optional<writer> boss;
};
struct product_label {
    std::string label;
};
struct stored {
    std::int64_t id{};
    std::optional<product_label> product;
};

}  // namespace golden
