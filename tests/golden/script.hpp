// SPDX-License-Identifier: BSL-1.0
// golden · script: what the programs that let a real server prepare every golden text have in common.
//
// A script has one record a line: kind TAB name TAB text. The kind `execute` runs the text (to make the
// tables that later texts name), the kind `prepare` only has the server parse and plan it.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace golden {

/// The schema (or database) that a script runs in. It is made afresh, and dropped at the end.
inline constexpr char const* scratch = "koine_golden";

enum class kind : unsigned char { execute, prepare };

struct record {
    golden::kind kind;
    std::string name;
    std::string text;
};

/// What a server says against a text; nothing when it takes it.
using refusal = std::optional<std::string>;

/// A connection to a server (or library), with the fresh schema selected.
template <class Server>
concept server = requires(Server connected, std::string const& text) {
    { Server::name } -> std::convertible_to<std::string_view>;
    { connected.version() } -> std::convertible_to<std::string>;
    { connected.execute(text) } -> std::same_as<refusal>;
    { connected.prepare(text) } -> std::same_as<refusal>;
    connected.drop_scratch();
};

/// The environment names no server: the program is skipped, not failed.
struct no_server : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The connection data of an environment variable.
inline std::string connection_data(char const* variable) {
    char const* const value = std::getenv(variable);
    if (value == nullptr || *value == '\0') throw no_server(std::string(variable) + " is not set");
    return value;
}

inline record parse_record(std::string const& line) {
    std::size_t const first = line.find('\t');
    std::size_t const second = first == std::string::npos ? first : line.find('\t', first + 1);
    if (second == std::string::npos)
        throw std::runtime_error("not kind, name and text with tabs between them");
    if (line.find('\t', second + 1) != std::string::npos) throw std::runtime_error("more than two tabs");

    std::string const word = line.substr(0, first);
    if (word != "execute" && word != "prepare") throw std::runtime_error("unknown kind '" + word + "'");
    record parsed{word == "execute" ? kind::execute : kind::prepare,
                  line.substr(first + 1, second - first - 1), line.substr(second + 1)};
    if (parsed.name.empty()) throw std::runtime_error("the name is empty");
    if (parsed.text.find_first_not_of(' ') == std::string::npos)
        throw std::runtime_error("the text is empty");
    return parsed;
}

inline std::vector<record> read_script(std::string const& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error(path + ": cannot be read");

    std::vector<record> records;
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        try {
            records.push_back(parse_record(line));
        } catch (std::runtime_error const& error) {
            throw std::runtime_error(path + ":" + std::to_string(number) + ": " + error.what());
        }
    }
    // A directory opens, and only fails to be read.
    if (file.bad()) throw std::runtime_error(path + ": cannot be read");
    if (records.empty()) throw std::runtime_error(path + ": holds no records");
    return records;
}

/// The message on one line, so that a failure is one line.
inline std::string one_line(std::string message) {
    while (!message.empty() && message.back() == '\n') message.pop_back();
    for (char& character : message) {
        if (character == '\n') character = ' ';
    }
    return message;
}

struct outcome {
    std::size_t prepared = 0;
    std::size_t refused = 0;
};

template <server Server>
outcome run_script(Server& connected, std::vector<record> const& script) {
    outcome counted;
    for (record const& entry : script) {
        bool const prepares = entry.kind == kind::prepare;
        refusal const refused = prepares ? connected.prepare(entry.text) : connected.execute(entry.text);
        if (refused) {
            ++counted.refused;
            std::cout << Server::name << ": " << entry.name << ": " << entry.text << ": "
                      << one_line(*refused) << '\n';
        } else if (prepares) {
            ++counted.prepared;
        }
    }
    return counted;
}

/// The exit status of a program: 0 all prepared, 1 something was refused or nothing was prepared, 2 the
/// script or the connection is at fault, 77 (which CTest can take for "skipped") no server is given.
template <server Server>
int main_of(int count, char** arguments) {
    try {
        if (count != 2) throw std::runtime_error("the argument must be the name of one script");
        std::vector<record> const script = read_script(arguments[1]);
        Server connected;
        outcome const counted = run_script(connected, script);
        connected.drop_scratch();
        std::cout << Server::name << ' ' << connected.version() << ": " << counted.prepared << " prepared, "
                  << counted.refused << " refused" << std::endl;
        return counted.refused == 0 && counted.prepared != 0 ? 0 : 1;
    } catch (no_server const& reason) {
        std::cerr << "*** SKIPPED " << Server::name << ": " << reason.what() << std::endl;
        return 77;
    } catch (std::exception const& error) {
        std::cout.flush();
        std::cerr << Server::name << ": " << one_line(error.what()) << std::endl;
        return 2;
    }
}

}  // namespace golden
