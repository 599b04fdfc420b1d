// SPDX-License-Identifier: BSL-1.0
// bench · nested_fold: the rows of three levels, which come level by level, folded into the nested result.
#pragma once

#include "library.hpp"

#include <algorithm>
#include <stdexcept>

namespace bench {

/// Finds the parents of rows. That costs nothing where children come in their parents' order, and a search where not.
template <class Parent>
class parents_by_key {
public:
    void reserve(std::size_t count) { known_.reserve(count); }
    /// A parent that stays where it is.
    void add(Parent& one) {
        sorted_ = sorted_ && (known_.empty() || known_.back()->id < one.id);
        known_.push_back(&one);
    }
    void add_all(std::vector<Parent>& rows) {
        for (Parent& one : rows) add(one);
    }
    Parent& of(std::int64_t key) {
        if (at_ < known_.size() && known_[at_]->id == key) [[likely]] return *known_[at_];
        if (at_ + 1 < known_.size() && known_[at_ + 1]->id == key) [[likely]] return *known_[++at_];
        return search(key);
    }
    [[nodiscard]] std::vector<Parent*> const& all() const { return known_; }

private:
    Parent& search(std::int64_t key) {
        if (!std::exchange(sorted_, true)) std::ranges::sort(known_, {}, &Parent::id);
        auto const found = std::ranges::lower_bound(known_, key, {}, &Parent::id);
        if (found == known_.end() || (*found)->id != key) throw std::runtime_error("a row's parent was not read");
        at_ = static_cast<std::size_t>(found - known_.begin());
        return **found;
    }

    std::vector<Parent*> known_;
    std::size_t at_ = 0;
    bool sorted_ = true;
};

/// Takes all users, then all posts, then all comments.
class nested_fold {
public:
    void reserve_users(std::size_t count) { users_.reserve(count); }
    library::user_page& add_user() { return users_.emplace_back(); }
    library::post_page& add_post(std::int64_t user) {
        if (owners_.all().empty()) {
            owners_.reserve(users_.size());
            for (library::user_page& one : users_) owners_.add(one);
        }
        return owners_.of(user).posts.emplace_back();
    }
    library::comment_line& add_comment(std::int64_t post) {
        if (posts_.all().empty())
            for (library::user_page& one : users_)
                for (library::post_page& each : one.posts) posts_.add(each);
        return posts_.of(post).comments.emplace_back();
    }
    /// The keys of a level, for the statement that reads the next.
    [[nodiscard]] std::vector<std::int64_t> user_keys() const {
        std::vector<std::int64_t> keys;
        keys.reserve(users_.size());
        for (library::user_page const& one : users_) keys.push_back(one.id);
        return keys;
    }
    [[nodiscard]] std::vector<std::int64_t> post_keys() const {
        std::vector<std::int64_t> keys;
        for (library::user_page const& one : users_)
            for (library::post_page const& each : one.posts) keys.push_back(each.id);
        return keys;
    }
    std::vector<library::user_page> take() { return std::move(users_); }

private:
    std::vector<library::user_page> users_;
    parents_by_key<library::user_page> owners_;
    parents_by_key<library::post_page> posts_;
};

}  // namespace bench
