// SPDX-License-Identifier: BSL-1.0
// golden · prepare_mysql: has the MySQL or MariaDB server of KOINE_GOLDEN_SERVER, a name that the build defines, prepare
// every text of a script, in a fresh database.

#include "script.hpp"

#include <mysql.h>

#include <map>
#include <memory>
#include <sstream>

namespace {

struct close_connection {
    void operator()(MYSQL* connection) const noexcept { mysql_close(connection); }
};

struct close_statement {
    void operator()(MYSQL_STMT* statement) const noexcept { mysql_stmt_close(statement); }
};

struct free_result {
    void operator()(MYSQL_RES* result) const noexcept { mysql_free_result(result); }
};

/// The words key=value of the server's variable.
class settings {
public:
    explicit settings(std::string const& data) {
        std::istringstream words(data);
        for (std::string word; words >> word;) {
            std::size_t const equals = word.find('=');
            std::string const key = word.substr(0, equals);
            auto const known = values_.find(key);
            if (equals == std::string::npos || known == values_.end())
                throw std::runtime_error("the server's variable: cannot make sense of '" + key + "'");
            known->second = word.substr(equals + 1);
        }
    }

    /// The C library wants a null pointer for what is not given.
    char const* text(char const* key) const {
        std::string const& value = values_.at(key);
        return value.empty() ? nullptr : value.c_str();
    }

    unsigned int port() const {
        char const* const value = text("port");
        return value == nullptr ? 0 : static_cast<unsigned int>(std::stoul(value));
    }

private:
    std::map<std::string, std::string> values_{{"socket", ""}, {"host", ""},     {"port", ""},
                                               {"user", ""},   {"password", ""}, {"database", ""}};
};

class server {
public:
    static constexpr std::string_view name = KOINE_GOLDEN_SERVER;

    server() : connection_(mysql_init(nullptr)) {
        settings const given(golden::connection_data(name == "mysql" ? "KOINE_TEST_MYSQL" : "KOINE_TEST_MARIADB"));
        if (!connection_) throw std::runtime_error("out of memory");
        mysql_options(connection_.get(), MYSQL_SET_CHARSET_NAME, "utf8mb4");
        if (mysql_real_connect(connection_.get(), given.text("host"), given.text("user"),
                               given.text("password"), given.text("database"), given.port(),
                               given.text("socket"), 0) == nullptr)
            throw std::runtime_error(message());
        // Runs at the same time against the same server take turns.
        require("do get_lock('" + database_ + "', 600)");
        drop_scratch();
        require("create database " + database_ + " character set utf8mb4");
        require("use " + database_);
    }

    std::string version() const {
        std::string const full = mysql_get_server_info(connection_.get());
        return full.substr(0, full.find('-'));
    }

    golden::refusal execute(std::string const& text) {
        if (mysql_real_query(connection_.get(), text.data(), text.size()) != 0) return message();
        // Rows, if there are any, must be taken before the next text.
        std::unique_ptr<MYSQL_RES, free_result> const rows(mysql_store_result(connection_.get()));
        if (mysql_errno(connection_.get()) != 0) return message();
        return std::nullopt;
    }

    golden::refusal prepare(std::string const& text) {
        std::unique_ptr<MYSQL_STMT, close_statement> const statement(mysql_stmt_init(connection_.get()));
        if (!statement) return "out of memory";
        if (mysql_stmt_prepare(statement.get(), text.data(), text.size()) != 0)
            return std::string(mysql_stmt_error(statement.get()));
        return std::nullopt;
    }

    void drop_scratch() { require("drop database if exists " + database_); }

private:
    std::string message() const { return mysql_error(connection_.get()); }

    void require(std::string const& text) {
        if (golden::refusal const refused = execute(text)) throw std::runtime_error(*refused);
    }

    std::string database_ = golden::scratch;
    std::unique_ptr<MYSQL, close_connection> connection_;
};

}  // namespace

int main(int count, char** arguments) { return golden::main_of<server>(count, arguments); }
