// SPDX-License-Identifier: BSL-1.0
// readme · wanted_relations: those rows of the README's table that are about relations, each with its code as it stands there.
#include "wanted.hpp"

namespace blog {

wanted const children{"read a parent with its children", [](database& db) {
    auto const rows = db.all(koine::from<author>().select<author_page>().order_by(col<&author::id>));
    check(rows.size() == 3 && rows[0].articles.size() == 3 && rows[1].articles.size() == 1 && rows[2].articles.empty());
}};

wanted const by_strategy{"load the lists in another way", [](database& db) {
    auto const rows = db.all(koine::from<author>().select<author_page>().lists_by<koine::strategy::json>().order_by(col<&author::id>));
    check(rows.size() == 3 && rows[0].articles.size() == 3 && rows[1].articles.size() == 1 && rows[2].articles.empty());
}};

wanted const narrowed{"narrow the children of each parent", [](database& db) {
    auto const rows = db.all(koine::from<author>()
                                 .select<author_page>()
                                 .include<&author_page::articles>(koine::where(col<&article::published>), koine::order_by(koine::desc(col<&article::id>)),
                                                                  koine::limit(10))
                                 .order_by(col<&author::id>));
    check(ids(rows[0].articles) == numbers{7, 5} && ids(rows[1].articles) == numbers{8});
}};

struct remark { std::string text; };
struct thread { std::string title; std::vector<remark> comments; };
struct author_threads { std::string name; std::vector<thread> articles; };

wanted const deeper{"go deeper", [](database& db) {
    auto const rows = db.all(koine::from<author>()
                                 .select<author_threads>()
                                 .include<&author_threads::articles>(koine::order_by(col<&article::id>))
                                 .include<&author_threads::articles, &thread::comments>(koine::order_by(koine::desc(col<&comment::likes>)), koine::limit(1))
                                 .order_by(col<&author::id>));
    check(each(rows[0].articles[0].comments, &remark::text) == texts{"So?"} && rows[0].articles[1].comments.empty());
}};

struct desk { std::string name; std::vector<headline> drafts; std::vector<headline> latest; };

wanted const twice{"read one relation twice", [](database& db) {
    auto const rows = db.all(koine::from<author>()
                                 .select<desk>()
                                 .include<&desk::drafts>(koine::through<"articles">, koine::where(!col<&article::published>))
                                 .include<&desk::latest>(koine::through<"articles">, koine::last(2))
                                 .order_by(col<&author::id>));
    check(ids(rows[0].drafts) == numbers{6} && ids(rows[0].latest) == numbers{6, 7} && rows[1].drafts.empty());
}};

struct author_line { std::string name; std::int64_t article_count{}; };

wanted const no_column{"fill a member that is no column", [](database& db) {
    auto const expression = koine::count_of<"articles">();
    auto const rows = db.all(koine::from<author>().select<author_line>(koine::as<&author_line::article_count>(expression)).order_by(col<&author::id>));
    check(each(rows, &author_line::article_count) == numbers{3, 1, 0});
}};

struct article_line { std::string title; std::int64_t comment_count{}; };
struct author_lines { std::string name; std::vector<article_line> articles; };

wanted const nested_no_column{"fill one of a nested shape", [](database& db) {
    auto const rows = db.all(koine::from<author>()
                                 .select<author_lines>()
                                 .include<&author_lines::articles>(koine::as<&article_line::comment_count>(koine::count_of<"comments">()),
                                                                   koine::order_by(col<&article::id>))
                                 .order_by(col<&author::id>));
    check(each(rows[0].articles, &article_line::comment_count) == numbers{2, 0, 1});
}};

wanted const asked_of_many{"ask about related rows", [](database& db) {
    auto const condition = col<&article::published>;
    auto const of = [&](auto const& filter) { return each(db.all(koine::from<author>().where(filter).order_by(col<&author::id>)), &author::name); };
    check(of(koine::some<"articles">(condition)) == texts{"Ada", "Bob"});
    check(of(koine::every<"articles">(condition)) == texts{"Bob", "Cyd"});
    check(of(koine::none<"articles">()) == texts{"Cyd"});
    // What the README says of the laws.
    check(of(koine::none<"articles">(!condition)) == texts{"Bob", "Cyd"});
    check(of(koine::every<"articles">(koine::when(false, condition))) == texts{"Ada", "Bob", "Cyd"});
}};

wanted const asked_of_one{"ask about the row that one belongs to", [](database& db) {
    auto const of = [&](auto const& filter) { return ids(db.all(koine::from<article>().where(filter).order_by(col<&article::id>))); };
    check(of(koine::is<"author">(col<&author::name> == "Ada")) == numbers{5, 6, 7});
    check(of(koine::is_not<"author">(col<&author::email> == "ada@example.org")) == numbers{8});
}};

wanted const added_up{"count or add up related rows", [](database& db) {
    auto const condition = col<&comment::likes> > 2;
    auto const of = [&](auto const& expression) { return db.all(koine::from<article>().select(expression).order_by(col<&article::id>)); };
    check(db.all(koine::from<author>().select(koine::count_of<"articles">(col<&article::published>)).order_by(col<&author::id>)) == numbers{2, 1, 0});
    check(of(koine::sum_of<"comments">(col<&comment::likes>, condition)) == std::vector<std::optional<std::int64_t>>{5, {}, 7, {}});
    check(of(koine::avg_of<"comments">(col<&comment::likes>)) == std::vector<std::optional<double>>{3.5, {}, 7, 1});
    check(of(koine::min_of<"comments">(col<&comment::likes>)) == std::vector<std::optional<std::int64_t>>{2, {}, 7, 1});
    check(of(koine::max_of<"comments">(col<&comment::likes>)) == std::vector<std::optional<std::int64_t>>{5, {}, 7, 1});
}};

wanted const ordered_by_related{"order by related rows", [](database& db) {
    check(ids(db.all(koine::from<author>().where(col<&author::id> != 8).order_by(koine::desc(koine::count_of<"articles">())))) == numbers{7, 9});
    check(ids(db.all(koine::from<article>().order_by(koine::count_of<"comments">(), col<&article::id>))) == numbers{6, 7, 8, 5});
    auto const by_author = koine::from<comment>().order_by(koine::value_of<"article", "author">(col<&author::name>), koine::desc(col<&comment::id>));
    check(ids(db.all(by_author)) == numbers{3, 2, 1, 4});
}};

struct tag {
    std::int64_t id{};
    std::string label;
};
struct tagging {
    std::int64_t tag_id{};
    std::int64_t article_id{};
    std::int32_t position{};
};
constexpr auto describe(koine::model<tag>) {
    return koine::table("tags").primary_key<&tag::id>(koine::generated).many_to_many<"articles", article, tagging, "tag", "article">();
}
constexpr auto describe(koine::model<tagging>) {
    return koine::table("taggings")
        .primary_key<&tagging::tag_id, &tagging::article_id>()
        .default_value<&tagging::position>(0)
        .belongs_to<"tag", tag, &tagging::tag_id>()
        .belongs_to<"article", article, &tagging::article_id>();
}
/// Tag 1 has articles 8, 5 and 6, in this order; tag 2 has article 7.
void fill_tags(database& db) {
    db.create_tables<tag, tagging>();
    db.insert(std::vector<tag>{{.label = "engines"}, {.label = "weaving"}});
    db.insert(std::vector<tagging>{{1, 5, 2}, {1, 6, 3}, {1, 8, 1}, {2, 7, 1}});
}

wanted const many_to_many{"relate rows many to many", [](database& db) {
    fill_tags(db);
    auto const tags = koine::from<tag>().where(koine::some<"articles">(koine::is<"author">(col<&author::name> == "Bob")));
    check(each(db.all(tags), &tag::label) == texts{"engines"});
}};

struct placed { std::string title; std::int32_t position{}; };
struct tag_page { std::string label; std::vector<placed> articles; };

wanted const junction{"read and order by the junction's own columns", [](database& db) {
    fill_tags(db);
    auto const page = db.one(koine::from<tag>()
                                 .select<tag_page>()
                                 .include<&tag_page::articles>(koine::as<&placed::position>(col<&tagging::position>), koine::order_by(col<&tagging::position>))
                                 .where(col<&tag::id> == 1));
    check(each(page.articles, &placed::title) == texts{"Notes", "Loops", "Engine"});
    check(each(page.articles, &placed::position) == std::vector<std::int32_t>{1, 2, 3});
}};

struct commenter { std::string name; std::vector<remark> comments; };

wanted const unindexed{"read by a foreign key that is meant to have no index", [](database& db) {
    check(ids(db.all(koine::from<author>().where(koine::some<"comments">(koine::unindexed, col<&comment::likes> > 4)))) == numbers{8});
    auto const rows = db.all(koine::from<author>().select<commenter>().include<&commenter::comments>(koine::unindexed).order_by(col<&author::id>));
    check(rows[1].comments.size() == 2 && rows[2].comments.size() == 1);
}};

struct article_input { std::string title; bool published = true; std::int64_t id{}; };
struct author_input { std::string name; std::vector<article_input> articles; std::int64_t id{}; };

wanted const tree{"insert a row with its children", [](database& db) {
    author_input const made = db.insert<author>(author_input{.name = "Ada", .articles = {{.title = "Notes"}}});
    check(made.id == 10 && made.articles[0].id == 9 && db.find<article>(9)->author_id == 10);
}};

wanted const attached{"attach, detach or replace related rows, by their keys", [](database& db) {
    fill_tags(db);
    auto const tagged = [&] { return db.all(koine::from<tagging>().select(col<&tagging::article_id>).where(col<&tagging::tag_id> == 1).order_by(col<&tagging::article_id>)); };
    db.connect<tag, "articles">(1, 7);
    check(tagged() == numbers{5, 6, 7, 8});
    check(db.disconnect<tag, "articles">(1, 7) == 1);
    check(tagged() == numbers{5, 6, 8});
    numbers const ids{6, 7};
    db.replace<tag, "articles">(1, ids);
    check(tagged() == ids);
}};

}  // namespace blog
