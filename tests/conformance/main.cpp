// SPDX-License-Identifier: BSL-1.0
// conformance · main: runs the laws on one server; the last line counts those that are kept, broken and waived.
#define CATCH_CONFIG_RUNNER
#include "law.hpp"
#include "laws.hpp"

#include <cstdio>
#include <set>
#include <stdexcept>
#include <string_view>

namespace {

struct counts {
    int passed = 0, failed = 0, waived = 0;
};
counts counted;
std::set<std::string> tags_of_running;
bool waived = false;
bool skipped = false;

/// Counts test cases, and knows the running one.
struct counting : Catch::TestEventListenerBase {
    using TestEventListenerBase::TestEventListenerBase;
    void testCaseStarting(Catch::TestCaseInfo const& test) override {
        tags_of_running = {test.lcaseTags.begin(), test.lcaseTags.end()};
        waived = false;
        skipped = false;
    }
    void testCaseEnded(Catch::TestCaseStats const& stats) override {
        bool const failed = stats.totals.assertions.failed > 0;
        if (skipped && !failed) return;
        ++(failed ? counted.failed : waived ? counted.waived : counted.passed);
    }
};
CATCH_REGISTER_LISTENER(counting)

/// The laws in the order of their groups, each with how many test cases it has.
void print_laws(Catch::IConfig const& configuration) {
    std::string_view group;
    for (conformance::law const& one : conformance::laws) {
        if (one.group != group) std::printf("%s\n", std::string(group = one.group).c_str());
        int tests = 0;
        for (Catch::TestCase const& test : Catch::getAllTestCasesSorted(configuration))
            for (std::string const& tag : test.lcaseTags) tests += tag == one.tag ? 1 : 0;
        std::string const found = tests == 0 ? std::string(one.elsewhere.empty() ? "not yet" : one.elsewhere) : std::to_string(tests) + (tests == 1 ? " test" : " tests");
        std::printf("  %-24s %-12s %s\n", std::string(one.tag).c_str(), found.c_str(), std::string(one.sentence).c_str());
    }
}

}  // namespace

void conformance::note_skip(std::string const& missing) {
    std::printf("*** SKIPPED conformance: %s\n", missing.c_str());
    skipped = true;
}

void conformance::note_waiver() {
    for (char const* never : {"include", "errors", "transactions"})
        if (tags_of_running.contains(never)) throw std::logic_error(std::string("no law of this group is waived: ") + never);
    waived = true;
}

int main(int argc, char** argv) {
    Catch::Session session;
    bool laws = false;
    session.cli(session.cli() | Catch::clara::Opt(laws)["--laws"]("print the laws, and which have tests"));
    if (int const status = session.applyCommandLine(argc, argv); status != 0) return status;
    if (laws) {
        print_laws(session.config());
        return 0;
    }
    auto const server = conformance::describe_server();
    if (!server.available) {
        std::printf("*** SKIPPED conformance: %s is not set\n", server.variable.c_str());
        return 77;
    }
    int const status = session.run();
    std::printf("conformance %s: %d passed, %d failed, %d waived\n", server.name.c_str(), counted.passed, counted.failed, counted.waived);
    return status;
}
