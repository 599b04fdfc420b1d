#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

#include <cstdio>

namespace blog {

struct article;

struct author {
    std::int64_t id{};
    std::string name;
    std::optional<std::string> email{};
};
constexpr auto describe(koine::model<author>) {
    return koine::table("authors")
        .primary_key<&author::id>(koine::generated)
        .unique<&author::email>()
        .has_many<"articles", article, "author">();     // the other side of an article's "author"
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
        .index<&article::author_id, &article::published>();
}

struct headline { std::int64_t id{}; std::string title; };                       // shapes: what one screen needs
struct author_page { std::string name; std::vector<headline> articles; };

auto page_of(std::string_view name) {
    using koine::col;
    return koine::from<author>()
        .select<author_page>()
        .include<&author_page::articles>(koine::where(col<&article::published>),
                                         koine::order_by(koine::desc(col<&article::id>)),
                                         koine::limit(10))
        .where(col<&author::name> == name);
}

}  // namespace blog

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<blog::author, blog::article>();
    blog::author ada = db.insert(blog::author{.name = "Ada"});                   // with its generated id
    db.insert(blog::article{.author_id = ada.id, .title = "Notes on the Engine", .published = true});
    for (blog::author_page const& page : db.all(blog::page_of("Ada")))
        for (blog::headline const& headline : page.articles) std::puts(headline.title.c_str());
}
