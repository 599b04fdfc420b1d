// SPDX-License-Identifier: BSL-1.0
// driver · stream: the rows of a statement as a range of one pass.
#pragma once

#include <koine/decode/borrowed.hpp>
#include <koine/driver/load.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace koine::detail {

/// Values that outlive the query that they were taken from: what they view is copied. A template, so that a program without
/// streams and prepared queries does not compile it.
template <class Value>
class values_to_keep {
public:
    values_to_keep(Value const* values, int count) : values_(values, values + count) {
        std::size_t bytes = 0;
        documents_.reserve(values_.size());
        writings_.reserve(values_.size());
        for (Value& value : values_) {
            if (value.kind == bound_kind::document) {
                std::string& json = documents_.emplace_back();
                value.json->write(value, json, unsigned_form::number);
                value = Value::of(std::string_view(json));
            }
            if (value.has_elements()) {
                std::vector<Value>& elements = lists_.emplace_back();
                for (std::size_t i = 0; i < value.size; ++i) bytes += size_of(elements.emplace_back(value.element_at(i)));
            }
            bytes += size_of(value);
        }
        // Reserved first: what is viewed must not move any more.
        storage_.reserve(bytes);
        std::size_t list = 0;
        for (Value& value : values_) {
            keep(value);
            if (!value.has_elements()) continue;
            for (Value& element : lists_[list]) keep(element);
            value.elements = lists_[list++].data();
            auto const element = [](void const* first, std::size_t index) { return static_cast<Value const*>(first)[index]; };
            if (value.kind == bound_kind::list) value.element = element;
            else value.json = &writings_.emplace_back(json_writing{element, value.json->write});
        }
    }
    values_to_keep(values_to_keep const&) = delete;
    values_to_keep& operator=(values_to_keep const&) = delete;

    [[nodiscard]] Value const* data() const { return values_.data(); }

private:
    static std::size_t size_of(Value const& value) {
        return value.kind == bound_kind::text || value.kind == bound_kind::bytes ? value.size : 0;
    }
    void keep(Value& value) {
        if (value.kind != bound_kind::text && value.kind != bound_kind::bytes) return;
        char const* const from = value.kind == bound_kind::text ? value.text : reinterpret_cast<char const*>(value.bytes);
        char const* const kept = storage_.data() + storage_.size();
        if (value.size > 0) storage_.append(from, value.size);
        if (value.kind == bound_kind::text) value.text = kept;
        else value.bytes = reinterpret_cast<std::byte const*>(kept);
    }

    std::vector<Value> values_;
    std::vector<std::vector<Value>> lists_;
    std::string storage_;
    std::vector<json_writing> writings_;
    std::vector<std::string> documents_;  ///< until they are copied there
};
using kept_values = values_to_keep<bound_value>;

/// While it lives, its connection runs nothing else.
template <class Driver>
class streaming_scope {
public:
    explicit streaming_scope(connection_state<Driver>& state) : state_(&state) { state.streaming = true; }
    streaming_scope(streaming_scope const&) = delete;
    streaming_scope& operator=(streaming_scope const&) = delete;
    ~streaming_scope() { end(); }
    void end() noexcept {
        if (state_ != nullptr) std::exchange(state_, nullptr)->streaming = false;
    }

private:
    connection_state<Driver>* state_;
};

/// A range of rows. It holds its statement, and its connection runs nothing else until it ends or is dropped. Members that
/// view what the driver holds are good until the iterator goes on.
template <class Driver, class Row, list_form Lists>
class row_stream {
public:
    using state_type = connection_state<Driver>;

    row_stream(state_type& state, request const& asked, int count)
        : values_(asked.values, count), order_(asked.sql.order, asked.sql.order + asked.sql.binds),
          view_{asked.sql.text, order_.data(), asked.sql.binds, asked.sql.hash},
          reading_(state, {asked.verb, view_, values_.data()}, rows_in::sequence), alone_(state) {}
    row_stream(row_stream const&) = delete;
    row_stream& operator=(row_stream const&) = delete;
    ~row_stream() { close(); }

    class iterator {
    public:
        using value_type = Row;
        using difference_type = std::ptrdiff_t;
        using reference = Row&;
        using pointer = Row*;
        using iterator_category = std::input_iterator_tag;

        iterator() = default;
        explicit iterator(row_stream* stream) : stream_(stream) { ++*this; }
        Row& operator*() const { return stream_->row_; }
        Row* operator->() const { return &stream_->row_; }
        iterator& operator++() {
            if (!stream_->next()) stream_ = nullptr;
            return *this;
        }
        void operator++(int) { ++*this; }
        friend bool operator==(iterator const& left, iterator const& right) { return left.stream_ == right.stream_; }
        friend bool operator!=(iterator const& left, iterator const& right) { return left.stream_ != right.stream_; }

    private:
        row_stream* stream_ = nullptr;
    };

    iterator begin() { return open_ ? iterator(this) : iterator(); }
    iterator end() { return {}; }

private:
    bool next() {
        bool more = false;
        try {
            more = reading_.step();
            if (more) reading_.read(row_);
        } catch (...) {
            close();
            throw;
        }
        if (!more) close();
        return more;
    }
    void close() noexcept {
        if (!open_) return;
        open_ = false;
        reading_.rewind();
        alone_.end();
    }

    kept_values values_;
    std::vector<short> order_;
    statement_view view_;
    reading<Driver, Row, Lists> reading_;
    streaming_scope<Driver> alone_;
    Row row_{};
    bool open_ = true;
};

}  // namespace koine::detail
