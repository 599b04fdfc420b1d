// SPDX-License-Identifier: BSL-1.0
// package_graph · dpkg_status: reads the stanzas of a dpkg status file.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ranges>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace package_graph {

/// One alternative of one dependency; groups, and the alternatives in each, count from 1.
struct dependency_entry {
    std::int32_t group_no = 0, alternative_no = 0;
    std::string target;
};

struct package_entry {
    std::string name, maintainer_name, maintainer_email, section, version;
    std::int64_t installed_size_kib = 0;
    std::vector<dependency_entry> dependencies;
    std::vector<std::string> provides;
};

struct status_file {
    std::vector<package_entry> packages;
    std::size_t skipped_not_installed = 0, skipped_other_architecture = 0;
};

/// A mistake in a status file; lines count from 1, and 0 says that no line could be read at all.
class status_error : public std::runtime_error {
public:
    status_error(std::string const& source, std::size_t line, std::string const& sentence)
        : std::runtime_error(source + ":" + std::to_string(line) + ": " + sentence), line_(line) {}

    [[nodiscard]] std::size_t line() const noexcept { return line_; }

private:
    std::size_t line_;
};

inline bool is_utf8(std::string_view text) {
    auto const at = [&](std::size_t index) { return index < text.size() ? text[index] & 0xFF : 0; };
    for (std::size_t index = 0; index < text.size();) {
        auto const lead = at(index++);
        if (lead < 0x80) continue;
        // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
        auto const lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        auto const highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (lead < 0xC2 || lead > 0xF4 || at(index) < lowest || at(index) > highest) return false;
        for (int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3; more > 0; --more, ++index)
            if ((at(index) & 0xC0) != 0x80) return false;
    }
    return true;
}

/// What is blank throughout becomes empty at its end: a mistake there is on the line of what follows.
inline std::string_view trim(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t\n") + 1);
}

/// Keeps views into the text, so that a line is counted only where a mistake needs its number.
struct status_reader {
    struct field {
        std::string_view name, value;
    };

    std::string_view text;
    std::string source;
    std::vector<field> stanza = {};
    std::unordered_set<std::string_view> names = {};
    status_file result = {};

    status_file read() {
        for (std::size_t start = 0; start < text.size();) {
            auto const line = text.substr(start, text.find('\n', start) - start);
            start += line.size() + 1;
            if (start >= text.size() && !line.empty()) fail(line, "the file ends without an empty line");
            line.empty() ? take_stanza() : take_line(line);
        }
        if (names.empty() && result.skipped_not_installed == 0) fail(text, "the file is empty");
        return std::move(result);
    }

    [[noreturn]] void fail(std::string_view place, std::string const& sentence) const {
        auto const line = 1 + std::count(text.data(), place.data(), '\n');
        throw status_error(source, static_cast<std::size_t>(line), sentence);
    }

    auto find(std::string_view name) const -> std::vector<field>::const_iterator {
        auto const lower = [](char letter) { return letter >= 'A' && letter <= 'Z' ? letter + 32 : +letter; };
        return std::ranges::find_if(
            stanza, [&](field const& each) { return std::ranges::equal(each.name, name, {}, lower, lower); });
    }

    void take_line(std::string_view line) {
        if (line.find('\0') != line.npos) fail(line, "there is a NUL byte in this line");
        if (!is_utf8(line)) fail(line, "this line is not valid UTF-8");
        if (line.ends_with('\r')) fail(line, "this line ends with a carriage return");
        if (line.front() == ' ' || line.front() == '\t') {
            if (stanza.empty() || trim(line).empty()) fail(line, "this line continues no field");
            stanza.back().value = {stanza.back().value.data(), line.data() + line.size()};
            return;
        }
        auto const name = line.substr(0, line.find(':'));
        if (name.empty() || name.size() == line.size() || name.find_first_of(" \t") != name.npos)
            fail(line, "this line is neither a field nor the continuation of one");
        if (find(name) != stanza.end()) fail(line, "this stanza has a second " + std::string(name));
        stanza.push_back({name, line.substr(name.size() + 1)});
    }

    std::string_view value_of(std::string_view name, std::string_view if_absent = "") const {
        auto const found = find(name);
        return found == stanza.end() ? if_absent : trim(found->value);
    }

    void take_stanza() {
        if (stanza.empty()) return;
        for (std::string const required : {"Package", "Status"})
            if (find(required) == stanza.end()) fail(stanza.front().name, "this stanza has no " + required);
        auto const name = value_of("Package");
        if (bare_name(name) != name) fail(name, "more than a name is here");
        if (value_of("Status") != "install ok installed")
            ++result.skipped_not_installed;
        else if (!names.insert(name).second)
            ++result.skipped_other_architecture;
        else
            result.packages.push_back(package());
        stanza.clear();
    }

    package_entry package() const {
        package_entry entry;
        entry.name = value_of("Package");
        entry.section = value_of("Section", "unknown");
        entry.version = value_of("Version");
        auto const maintainer = value_of("Maintainer");
        auto const address = maintainer.ends_with('>') ? maintainer.rfind('<') : maintainer.npos;
        entry.maintainer_name = trim(maintainer.substr(0, address));
        if (address != maintainer.npos)
            entry.maintainer_email = trim(maintainer.substr(address + 1, maintainer.size() - address - 2));
        auto const size = value_of("Installed-Size", "0");
        auto const [stop, failure] = std::from_chars(size.begin(), size.end(), entry.installed_size_kib);
        if (failure != std::errc() || stop != size.end() || entry.installed_size_kib < 0)
            fail(size, "the installed size is not a number of kibibytes");
        for (std::int32_t group_no = 0; auto const* const kind : {"Pre-Depends", "Depends"})
            for (auto const group : std::views::split(value_of(kind), ',')) {
                if (group.empty()) fail({group.begin(), group.end()}, "there is no name of a package here");
                ++group_no;
                for (std::int32_t alternative_no = 0; auto const alternative : std::views::split(group, '|'))
                    entry.dependencies.push_back({group_no, ++alternative_no, bare_name(alternative)});
            }
        for (auto const relation : std::views::split(value_of("Provides"), ','))
            // A name provided in two versions is one name without them.
            if (auto name = bare_name(relation); std::ranges::count(entry.provides, name) == 0)
                entry.provides.push_back(std::move(name));
        return entry;
    }

    /// The name alone, of what may be `name:any (>= 1) [amd64] <!nocheck>`.
    std::string bare_name(std::ranges::subrange<char const*> relation) const {
        auto const whole = trim({relation.begin(), relation.end()});
        auto const name = whole.substr(0, whole.find_first_of(" \t\n:,|()[]<>"));
        auto rest = whole.substr(name.size());
        if (name.empty()) fail(whole, "there is no name of a package here");
        if (rest.starts_with(':')) rest.remove_prefix(std::min(rest.find_first_of(" \t\n([<"), rest.size()));
        while (!(rest = trim(rest)).empty()) {
            auto const bracket = std::string_view("([<").find(rest.front());
            auto const end = bracket == rest.npos ? rest.npos : rest.find(")]>"[bracket]);
            if (end == rest.npos) fail(rest, "this cannot follow the name of a package");
            rest.remove_prefix(end + 1);
        }
        return std::string(name);
    }
};

/// Reads the text of a status file; `source` names it in the messages.
inline status_file read_status(std::string_view text, std::string const& source = "input") {
    return status_reader{text, source}.read();
}

inline status_file read_status_file(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    // A directory can be opened; only reading from it fails.
    if (file.peek(); file.fail()) throw status_error(path.string(), 0, "the file cannot be read");
    return read_status(std::string(std::istreambuf_iterator<char>(file), {}), path.string());
}

}  // namespace package_graph
