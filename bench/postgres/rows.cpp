// SPDX-License-Identifier: BSL-1.0
// bench · postgres/rows: the floors of reading rows: by a key, whole tables, a filtered page.
#include "rows.hpp"
#include "server.hpp"

#include "../server_cases.hpp"

namespace bench::postgres {
namespace {

template <class Form>
struct next_lookup {
    point_lookup<Form> find;
    next_key key{};

    std::optional<library::user> operator()() { return find(key()); }
};

template <class Form>
struct all_users {
    connection on;
    statement prepared = prepare_users(on.get(), "users", "", Form::of_rows);

    std::vector<library::user> operator()() { return read_rows<Form, library::user>(prepared.run().get()); }
};

template <class Form>
struct all_posts {
    connection on;
    statement prepared = prepare_posts(on.get(), "posts", "", Form::of_rows);

    std::vector<library::post> operator()() { return read_rows<Form, library::post>(prepared.run().get()); }
};

template <class Form>
struct filtered_page {
    connection on;
    statement prepared = prepare_posts(on.get(), "page", " WHERE id > $1 AND published AND score >= $2::int ORDER BY id LIMIT $3", Form::of_rows);
    values<3> bound{};

    std::vector<library::post> operator()() {
        bound.set_number(0, page_after);
        bound.set_number(1, static_cast<std::int32_t>(page_score));
        bound.set_number(2, page_size);
        return read_rows<Form, library::post>(prepared.run(bound).get());
    }
};

template <template <class> class Work>
void add_in_all_forms(std::string const& name) {
    add_at_all_distances(name, "raw:binary_rows", 1, [](distance const& at) { return Work<from_binary>{{server::get().connect(at)}}; });
    add_at_all_distances(name, "raw:binary_rows_unchecked", 1, [](distance const& at) { return Work<from_binary_unchecked>{{server::get().connect(at)}}; });
    add_at_all_distances(name, "raw:text_rows", 1, [](distance const& at) { return Work<from_text>{{server::get().connect(at)}}; });
}

cases const rows_to_structs([] {
    add_in_all_forms<next_lookup>("point_lookup");
    add_in_all_forms<all_users>(rows_case("users", size().users));
    add_in_all_forms<all_posts>(rows_case("posts", size().posts()));
    add_in_all_forms<filtered_page>("filtered_page");
});

}  // namespace
}  // namespace bench::postgres
