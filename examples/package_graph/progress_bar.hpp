// SPDX-License-Identifier: BSL-1.0
// package_graph · progress_bar: shows on a terminal how far a loop has come.
#pragma once

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace package_graph {

/// The bar as text of at most `width` columns; the label is taken to be ASCII.
inline std::string progress_line(std::string_view label, std::size_t count, std::size_t total,
                                 std::size_t width) {
    constexpr std::size_t narrowest_bar = 10, widest_bar = 50;
    auto const part_of = [&](std::size_t whole) {
        return total == 0 ? whole : std::min(count, total) * whole / total;
    };
    auto const percent = std::to_string(part_of(100)) + "%";
    auto const numbers = std::to_string(count) + "/" + std::to_string(total) + " " + percent;
    auto const without_bar = std::string(label) + " " + numbers;
    // The least important part goes first where there is too little room.
    if (auto const taken = without_bar.size() + 3; taken + narrowest_bar <= width) {
        auto const bar = std::min(widest_bar, width - taken);
        auto const filled = part_of(bar);
        return std::string(label) + " [" + std::string(filled, '#') + std::string(bar - filled, '.') + "] " +
               numbers;
    }
    for (auto const& line : {without_bar, numbers, percent})
        if (line.size() <= width) return line;
    return {};
}

/// Draws on stderr where that is a terminal, is silent elsewhere, and leaves no trace of itself.
class progress_bar {
public:
    progress_bar(std::string label, std::size_t total)
        : label_(std::move(label)), total_(total), visible_(::isatty(STDERR_FILENO) == 1) {}

    progress_bar(progress_bar const&) = delete;
    progress_bar& operator=(progress_bar const&) = delete;

    ~progress_bar() { finish(); }

    void advance(std::size_t steps = 1) {
        count_ += steps;
        if (!visible_) return;
        auto const now = clock::now();
        if (now < next_drawing_) return;
        next_drawing_ = now + between_drawings;
        draw();
    }

    /// Erases the bar, so that other output can follow; the next advance may draw it again.
    void finish() noexcept {
        // Spaces instead of an escape sequence: they work on a terminal of any kind.
        if (drawn_ != 0) std::fprintf(stderr, "\r%*s\r", static_cast<int>(std::min(drawn_, columns())), "");
        drawn_ = 0;
    }

private:
    using clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds between_drawings{40};

    /// Asked anew each time, because a window can be resized; the last column stays free, because
    /// some terminals wrap the line as soon as it is filled.
    static std::size_t columns() noexcept {
        winsize size{};
        bool const known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
        return known ? size.ws_col - 1U : 79U;
    }

    void draw() {
        auto const width = columns();
        auto const line = progress_line(label_, count_, total_, width);
        auto const leftover = drawn_ > line.size() ? std::min(drawn_, width) - line.size() : 0;
        // One write for all, so that no half of a bar is ever visible.
        auto const text = "\r" + line + std::string(leftover, ' ');
        std::fwrite(text.data(), 1, text.size(), stderr);
        drawn_ = line.size();
    }

    std::string label_;
    std::size_t total_;
    std::size_t count_ = 0;
    std::size_t drawn_ = 0;
    bool visible_;
    clock::time_point next_drawing_{};
};

}  // namespace package_graph
