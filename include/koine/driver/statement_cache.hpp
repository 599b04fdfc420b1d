// SPDX-License-Identifier: BSL-1.0
// driver · statement_cache: prepared statements of one connection by the hash of their text; bounded, least recently used out.
#pragma once

#include <koine/sql/text.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace koine::detail {

/// Found by hash alone: an index or address would be another shared object's. A statement in use is never handed out
/// twice, and never evicted.
template <class Statement>
class statement_cache {
public:
    struct entry {
        text_hash hash{};
        Statement statement{};
        std::uint64_t used = 0;
        bool busy = false;
    };

    explicit statement_cache(std::size_t capacity) : capacity_(capacity), mask_(table_size(capacity) - 1) { slots_.resize(mask_ + 1); }
    statement_cache(statement_cache const&) = delete;
    statement_cache& operator=(statement_cache const&) = delete;
    ~statement_cache() { clear(); }

    /// The statement of this hash; null where there is none, or where it is in use.
    entry* find(text_hash const& hash) {
        for (std::size_t at = hash.low & mask_;; at = (at + 1) & mask_) {
            entry* const found = slots_[at];
            if (found == nullptr) return nullptr;
            if (found->hash == hash) return found->busy ? nullptr : touch(found);
        }
    }
    /// Keeps a statement; null where the cache is full of statements in use, or has this one already.
    entry* insert(text_hash const& hash, Statement& statement) {
        if (capacity_ == 0 || holds(hash)) return nullptr;
        if (count_ == capacity_ && !evict()) return nullptr;
        auto* const kept = new entry{hash, std::move(statement), 0, false};
        place(kept);
        ++count_;
        return touch(kept);
    }
    void erase(entry* gone) {
        remove(gone);
        delete gone;
    }
    void clear() {
        for (entry*& slot : slots_) delete std::exchange(slot, nullptr);
        count_ = 0;
    }
    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] std::size_t capacity() const { return capacity_; }

private:
    /// At most half full, so that a search ends soon.
    static std::size_t table_size(std::size_t capacity) {
        std::size_t size = 4;
        while (size < capacity * 2) size *= 2;
        return size;
    }
    entry* touch(entry* one) {
        one->used = ++clock_;
        return one;
    }
    [[nodiscard]] bool holds(text_hash const& hash) const {
        for (std::size_t at = hash.low & mask_; slots_[at] != nullptr; at = (at + 1) & mask_)
            if (slots_[at]->hash == hash) return true;
        return false;
    }
    void place(entry* one) {
        std::size_t at = one->hash.low & mask_;
        while (slots_[at] != nullptr) at = (at + 1) & mask_;
        slots_[at] = one;
    }
    void remove(entry* gone) {
        std::size_t at = gone->hash.low & mask_;
        while (slots_[at] != gone) at = (at + 1) & mask_;
        slots_[at] = nullptr;
        --count_;
        // What follows without a gap may have been pushed on by the one that is gone.
        for (at = (at + 1) & mask_; slots_[at] != nullptr; at = (at + 1) & mask_) place(std::exchange(slots_[at], nullptr));
    }
    bool evict() {
        entry* oldest = nullptr;
        for (entry* one : slots_)
            if (one != nullptr && !one->busy && (oldest == nullptr || one->used < oldest->used)) oldest = one;
        if (oldest == nullptr) return false;
        erase(oldest);
        return true;
    }

    std::vector<entry*> slots_;
    std::size_t capacity_;
    std::size_t mask_;  ///< of a hash: a place in the table
    std::size_t count_ = 0;
    std::uint64_t clock_ = 0;
};

}  // namespace koine::detail
