// SPDX-License-Identifier: BSL-1.0
// bench · latency_proxy: a socket in front of a server's that makes it as far away as a network would.
#pragma once

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <deque>
#include <filesystem>
#include <list>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace bench {

/// Listens on a unix socket in a directory of its own, and carries every connection to the server's socket. Each direction
/// takes half of the round trip, however much is on the way: it delays and does not limit.
class latency_proxy {
public:
    using duration = std::chrono::nanoseconds;

    /// `name` is what the socket is called in the proxy's directory; a client of PostgreSQL asks for one by its port.
    latency_proxy(std::filesystem::path server, std::string const& name, duration round_trip) : server_(std::move(server)), delay_(round_trip / 2) {
        std::string pattern = (std::filesystem::temp_directory_path() / "koine_bench_XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) fail("no directory for the proxy");
        directory_ = pattern;
        socket_ = directory_ / name;
        try {
            listener_ = open_socket();
            sockaddr_un const address = address_of(socket_);
            if (::bind(listener_, reinterpret_cast<sockaddr const*>(&address), sizeof(address)) != 0 || ::listen(listener_, 64) != 0) fail("the proxy cannot listen");
        } catch (...) {
            std::filesystem::remove_all(directory_);
            throw;
        }
        acceptor_ = std::thread([this] { accept_all(); });
    }
    latency_proxy(latency_proxy const&) = delete;
    latency_proxy& operator=(latency_proxy const&) = delete;
    ~latency_proxy() {
        ::shutdown(listener_, SHUT_RDWR);
        acceptor_.join();
        for (connection& one : connections_) one.close();
        ::close(listener_);
        std::filesystem::remove_all(directory_);
    }

    [[nodiscard]] std::filesystem::path const& directory() const { return directory_; }
    [[nodiscard]] std::filesystem::path const& socket() const { return socket_; }

private:
    using clock = std::chrono::steady_clock;

    struct piece {
        clock::time_point due;
        std::vector<char> bytes;
    };
    struct connection {
        int client = -1, server = -1;
        std::thread there{}, back{};

        void close() {
            for (int const one : {client, server}) ::shutdown(one, SHUT_RDWR);
            there.join();
            back.join();
            for (int const one : {client, server}) ::close(one);
        }
    };

    [[noreturn]] static void fail(char const* what) { throw std::runtime_error(std::string(what) + ": " + std::strerror(errno)); }
    static int open_socket() {
        int const made = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (made < 0) fail("no socket");
        return made;
    }
    static sockaddr_un address_of(std::filesystem::path const& path) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.native().size() >= sizeof(address.sun_path)) throw std::runtime_error("the path of a socket is too long: " + path.string());
        std::memcpy(address.sun_path, path.c_str(), path.native().size());
        return address;
    }

    void accept_all() {
        for (int client; (client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;) {
            int const server = open_socket();
            sockaddr_un const address = address_of(server_);
            // The client learns of a server that is not there as it would without the proxy: nobody answers.
            if (::connect(server, reinterpret_cast<sockaddr const*>(&address), sizeof(address)) != 0) {
                ::close(client);
                ::close(server);
                continue;
            }
            connection& made = connections_.emplace_back(connection{client, server});
            made.there = std::thread([this, client, server] { carry(client, server); });
            made.back = std::thread([this, client, server] { carry(server, client); });
        }
    }

    static void sleep(pollfd& source, duration longest, bool forever) {
        timespec const wait{longest / std::chrono::seconds(1), (longest % std::chrono::seconds(1)).count()};
        if (::ppoll(&source, 1, forever ? nullptr : &wait, nullptr) < 0 && errno != EINTR) fail("the proxy cannot wait");
    }
    /// How late a sleeper usually wakes here: some hundredths of a round trip.
    static duration usual_lateness() {
        ::prctl(PR_SET_TIMERSLACK, 1UL);  // the usual 50 µs would come on top; the proxy's threads have it from this one
        std::array<duration, 63> late;
        for (duration& one : late) {
            pollfd nothing{-1, 0, 0};
            clock::time_point const due = clock::now() + std::chrono::microseconds(400);
            sleep(nothing, due - clock::now(), false);
            one = clock::now() - due;
        }
        std::nth_element(late.begin(), late.begin() + late.size() / 2, late.end());
        return std::min<duration>(late[late.size() / 2], std::chrono::microseconds(60));
    }
    /// Sleeps until a piece is due or another comes, whichever is first. Both wakings are late, and that is taken off.
    void carry(int from, int to) const {
        std::array<char, 65536> buffer;
        std::deque<piece> on_the_way;
        for (bool open = true; open || !on_the_way.empty();) {
            pollfd source{open ? from : -1, POLLIN, 0};
            if (on_the_way.empty()) sleep(source, {}, true);
            else sleep(source, std::max(duration(), on_the_way.front().due - clock::now() - lateness_), false);
            if (source.revents != 0) {
                ssize_t const size = ::read(from, buffer.data(), buffer.size());
                if (size > 0) on_the_way.push_back({clock::now() + delay_ - lateness_, {buffer.data(), buffer.data() + size}});
                else open = false;
            }
            for (; !on_the_way.empty() && on_the_way.front().due <= clock::now(); on_the_way.pop_front())
                if (!send_all(to, on_the_way.front().bytes)) {
                    ::shutdown(from, SHUT_RD);
                    return;
                }
        }
        ::shutdown(to, SHUT_WR);
    }
    static bool send_all(int to, std::vector<char> const& bytes) {
        for (std::size_t sent = 0; sent < bytes.size();) {
            ssize_t const size = ::send(to, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (size < 0) return false;
            sent += static_cast<std::size_t>(size);
        }
        return true;
    }

    std::filesystem::path server_, directory_, socket_;
    duration delay_;
    duration lateness_ = usual_lateness();
    int listener_ = -1;
    std::list<connection> connections_;  ///< the acceptor's until it is joined
    std::thread acceptor_;
};

}  // namespace bench
