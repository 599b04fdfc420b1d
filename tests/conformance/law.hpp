// SPDX-License-Identifier: BSL-1.0
// conformance · law: how a law says what it fails with, and where a server cannot keep it.
#pragma once

#include <koine/detail/failure.hpp>

#include <catch2/catch.hpp>

#include <string>

namespace conformance {

struct server_description {
    std::string variable;  ///< of the environment, which tells where the server is
    std::string name;      ///< with its version
    bool available = false;
};
server_description describe_server();

/// Counts the running test case among those that are waived; refuses where the law may not be.
void note_waiver();
/// A law that the server cannot keep: the test has tried, and the server (or the compiler's refusal) says so.
inline void waive(std::string const& refusal, char const* said) {
    INFO(refusal);
    CHECK(refusal.find(said) != std::string::npos);
    note_waiver();
}

/// Takes the running test case out of those that pass, and says so: what it needs beside the server is not there.
void note_skip(std::string const& missing);

/// What an act fails with; an error of kind other and no more than that text where it does not.
template <class Act>
koine::error failure_of(Act&& act) {
    try {
        act();
    } catch (koine::error const& failure) {
        return failure;
    }
    return {koine::error_kind::other, "no failure"};
}
template <class Act>
std::string kind_of(Act&& act) {
    try {
        act();
    } catch (koine::error const& failure) {
        return std::string(koine::name_of(failure.kind()));
    }
    return "no failure";
}

}  // namespace conformance
