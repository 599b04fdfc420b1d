// SPDX-License-Identifier: BSL-1.0
// tests · dpkg_status: every rule and every mistake of the reader for dpkg status files.
#include "package_graph/dpkg_status.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace package_graph;
using namespace std::string_literals;

namespace {

/// An installed package whose further fields, from line 3 on, are the argument.
std::string installed(std::string const& name, std::string const& fields = "") {
    return "Package: " + name + "\nStatus: install ok installed\n" + fields + "\n";
}

package_entry only(std::string const& fields) { return read_status(installed("apt", fields)).packages.at(0); }

/// The dependencies as `group.alternative target`, separated by commas.
std::string dependencies(std::string const& fields) {
    std::string text;
    for (auto const& each : only(fields).dependencies)
        text += (text.empty() ? "" : ", ") + std::to_string(each.group_no) + "." +
                std::to_string(each.alternative_no) + " " + each.target;
    return text;
}

std::string mistake(std::string_view text) {
    try {
        read_status(text);
    } catch (status_error const& error) {
        std::string const message = error.what();
        CHECK(message.starts_with("input:" + std::to_string(error.line()) + ": "));
        return message.substr(6);
    }
    return "none";
}

std::string mistake_in_apt(std::string const& fields) { return mistake(installed("apt", fields)); }

constexpr auto cut = "the file ends without an empty line";
constexpr auto no_name = "there is no name of a package here";
constexpr auto no_more = "this cannot follow the name of a package";
constexpr auto no_field = "this line continues no field";
constexpr auto not_a_field = "this line is neither a field nor the continuation of one";
constexpr auto not_a_size = "the installed size is not a number of kibibytes";

std::string at(int line, std::string const& sentence) { return std::to_string(line) + ": " + sentence; }

}  // namespace

TEST_CASE("the fields of a package are read, and absent ones have their defaults") {
    auto const apt = only("Section: admin\nVersion: 2.6.1\nInstalled-Size: 4232\n");
    CHECK(apt.name == "apt");
    CHECK(apt.section == "admin");
    CHECK(apt.version == "2.6.1");
    CHECK(apt.installed_size_kib == 4232);
    auto const bare = only("");
    CHECK(bare.section == "unknown");
    CHECK(bare.installed_size_kib == 0);
    CHECK((bare.version.empty() && bare.maintainer_name.empty() && bare.maintainer_email.empty()));
    CHECK((bare.dependencies.empty() && bare.provides.empty()));
}

TEST_CASE("a maintainer is a name with or without an address") {
    auto const parts = [](std::string const& maintainer) {
        auto const apt = only("Maintainer: " + maintainer + "\n");
        return apt.maintainer_name + "|" + apt.maintainer_email;
    };
    CHECK(parts("APT Team <deity@lists.debian.org>") == "APT Team|deity@lists.debian.org");
    CHECK(parts("Debian Perl Group") == "Debian Perl Group|");
    CHECK(parts("Debian Perl Group <>") == "Debian Perl Group|");
    CHECK(parts("<deity@lists.debian.org>") == "|deity@lists.debian.org");
    CHECK(parts("\"Adam, Jr.\" < adam@debian.org > ") == "\"Adam, Jr.\"|adam@debian.org");
    CHECK(parts("a <b> c") == "a <b> c|");
    CHECK(parts(">") == ">|");
}

TEST_CASE("dependencies are numbered groups of numbered alternatives") {
    CHECK(dependencies("Depends: adduser, gpgv | gpgv2|sq , dpkg\n") ==
          "1.1 adduser, 2.1 gpgv, 2.2 gpgv2, 2.3 sq, 3.1 dpkg");
    CHECK(dependencies("Depends: tar\nPre-Depends: libc6|sq, dpkg\n") ==
          "1.1 libc6, 1.2 sq, 2.1 dpkg, 3.1 tar");
    CHECK(dependencies("Depends:\nRecommends: ca-certificates\n").empty());
}

TEST_CASE("only the bare name of a package is kept, and of a provided one only once") {
    CHECK(dependencies("Depends: libc6 (>= 2.34), perl:any(<< 6)\n") == "1.1 libc6, 2.1 perl");
    CHECK(dependencies("Depends: gcc:amd64 (= 4:12) [amd64 i386] <!nocheck> <cross>\n") == "1.1 gcc");
    CHECK(dependencies("Depends: libc6[amd64] | musl<stage1>\n") == "1.1 libc6, 1.2 musl");
    auto const provided = only("Provides: awk, perlapi-5 (= 1), libfoo:any, perlapi-5 (= 2)\n").provides;
    CHECK(provided == std::vector<std::string>{"awk", "perlapi-5", "libfoo"});
}

TEST_CASE("fields go on over indented lines, and their names are the same in any case") {
    CHECK(dependencies("Depends:\n libc6,\n\ttar |\n dash\nVersion: 1\n") == "1.1 libc6, 2.1 tar, 2.2 dash");
    CHECK(only("Description: package manager\n Status: none\n .\n\tmore\nVersion: 1\n").version == "1");
    auto const file = read_status("PACKAGE:apt\nstatus:\tinstall ok installed \nsecTION:  admin\n\n");
    CHECK(file.packages.at(0).name + "/" + file.packages.at(0).section == "apt/admin");
}

TEST_CASE("only installed packages are taken, and of each the first architecture") {
    auto const skipped = "Package: nano\nStatus: deinstall ok config-files\nInstalled-Size: x\n\n\n\n"
                         "Package: vim\nStatus: install ok unpacked\n\n"s;
    auto const file = read_status("\n" + installed("libc6", "Architecture: amd64\nVersion: 1\n") + skipped +
                                  installed("tar") + installed("libc6", "Architecture: i386\nVersion: 2\n"));
    REQUIRE(file.packages.size() == 2);
    CHECK(file.packages[0].name + " " + file.packages[0].version == "libc6 1");
    CHECK(file.packages[1].name == "tar");
    CHECK((file.skipped_not_installed == 2 && file.skipped_other_architecture == 1));
    CHECK(read_status("Package: vim\nStatus: hold ok installed\n\n").packages.empty());
}

TEST_CASE("a file has whole stanzas, with a name, a status and no field twice") {
    CHECK(mistake("") == at(1, "the file is empty"));
    CHECK(mistake("\n\n") == at(1, "the file is empty"));
    CHECK(mistake("Package: tar\nStatus: install ok installed\n") == at(2, cut));
    CHECK(mistake("Package: tar\nStatus: install ok installed") == at(2, cut));
    CHECK(mistake(installed("tar") + "Pack") == at(4, cut));
    CHECK(mistake(installed("tar") + "Package: apt\n") == at(4, cut));
    CHECK(mistake(installed("tar") + "Status: x\n\n") == at(4, "this stanza has no Package"));
    CHECK(mistake(installed("tar") + "\nPackage: apt\nVersion: 1\n\n") == at(5, "this stanza has no Status"));
    CHECK(mistake_in_apt("Version: 1\nversion: 2\n") == at(4, "this stanza has a second version"));
    CHECK(mistake(installed("")) == at(1, no_name));
    CHECK(mistake(installed("libc6:i386")) == at(1, "more than a name is here"));
    CHECK(mistake(installed("lib c6")) == at(1, no_more));
}

TEST_CASE("a line is a field or continues one") {
    auto const line = GENERATE("Version"s, ": 1"s, "Ver sion: 1"s, "Version : 1"s);
    CHECK(mistake_in_apt("Section: admin\n" + line + "\n") == at(4, not_a_field));
    CHECK(mistake_in_apt("Section: admin\n \t\n") == at(4, no_field));
    CHECK(mistake(installed("apt") + " libc6\n\n") == at(4, no_field));
}

TEST_CASE("bytes that are not text are refused") {
    auto const wrong = GENERATE("\x80"s, "\xC1\xBF"s, "\xC3"s, "\xE0\x9F\xBF"s, "\xED\xA0\x80"s, "\xE2\x82"s,
                                "\xF0\x8F\xBF\xBF"s, "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s);
    CHECK(mistake_in_apt("Section: admin\nVersion: " + wrong + "\n") ==
          at(4, "this line is not valid UTF-8"));
    auto const right = GENERATE("é"s, "€"s, "\xED\x9F\xBF"s, "\xEE\x80\x80"s, "😀"s, "\xF4\x8F\xBF\xBF"s);
    CHECK(only("Maintainer: " + right + "\n").maintainer_name == right);
    CHECK(mistake_in_apt("Section: ad\0min\n"s) == at(3, "there is a NUL byte in this line"));
    CHECK(mistake_in_apt("Section: admin\r\n") == at(3, "this line ends with a carriage return"));
}

TEST_CASE("an installed size is a number") {
    auto const size = GENERATE(""s, "many"s, "12 kB"s, "1.5"s, "-1"s, "+1"s, "9223372036854775808"s);
    CHECK(mistake_in_apt("Installed-Size: " + size + "\n") == at(3, not_a_size));
}

TEST_CASE("a list of packages has a name in each place, and nothing else") {
    auto const field = GENERATE("Depends:"s, "Pre-Depends:"s, "Provides:"s);
    auto const unnamed = GENERATE(" ,"s, " , dash"s, " (>= 1)"s, " :any"s, " \t, dash"s);
    CHECK(mistake_in_apt(field + " tar,\n" + unnamed + "\n") == at(4, no_name));
    auto const more = GENERATE(" dash tar"s, " dash (>= 1"s, " dash (> 1) tar"s, " dash)"s, " dash <!x"s);
    CHECK(mistake_in_apt(field + " tar,\n" + more + "\n") == at(4, no_more));
    CHECK(mistake_in_apt(field + " tar,\n") == at(3, no_name));
    CHECK(mistake_in_apt(field + " tar,, dash\n") == at(3, no_name));
    CHECK(mistake_in_apt("Depends: tar |\n") == at(3, no_name));
    CHECK(mistake_in_apt("Provides: awk | mawk\n") == at(3, no_more));
}

TEST_CASE("a file is named in its mistakes") {
    auto const path = std::filesystem::temp_directory_path() / ("dpkg_status_" + std::to_string(::getpid()));
    CHECK_THROWS_WITH(read_status_file(path), path.string() + ":0: the file cannot be read");
    CHECK_THROWS_WITH(read_status_file(path.parent_path()), Catch::EndsWith(":0: the file cannot be read"));
    std::ofstream(path).close();
    CHECK_THROWS_WITH(read_status_file(path), path.string() + ":1: the file is empty");
    std::ofstream(path, std::ios::binary) << installed("tar", "Section: utils\n");
    CHECK(read_status_file(path).packages.front().section == "utils");
    std::filesystem::remove(path);
}

TEST_CASE("the status file of this machine is read") {
    std::ifstream lines("/var/lib/dpkg/status");
    if (!lines) return;  // not a Debian machine
    std::size_t stanzas = 0, targets = 0, provided = 0;
    for (std::string line; std::getline(lines, line);) stanzas += line.starts_with("Package:") ? 1U : 0U;
    auto const file = read_status_file("/var/lib/dpkg/status");
    std::set<std::string> names;
    for (auto const& each : file.packages) {
        names.insert(each.name);
        targets += each.dependencies.size();
        provided += each.provides.size();
    }
    CHECK(file.packages.size() + file.skipped_not_installed + file.skipped_other_architecture == stanzas);
    CHECK(names.size() == file.packages.size());
    CHECK(names.contains("dpkg"));
    CHECK((targets > 0 && provided > 0));
}
