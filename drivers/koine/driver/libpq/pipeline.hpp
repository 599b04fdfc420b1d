// SPDX-License-Identifier: BSL-1.0
// driver · libpq/pipeline: several messages in one round trip: preparing with describing, and statements that run together.
#pragma once

#include <koine/driver/libpq/statement.hpp>

namespace koine::detail {

/// While it lives, what is sent waits for no answer.
class libpq_pipeline {
public:
    explicit libpq_pipeline(PGconn* connection) : connection_(connection) { PQenterPipelineMode(connection); }
    libpq_pipeline(libpq_pipeline const&) = delete;
    libpq_pipeline& operator=(libpq_pipeline const&) = delete;
    ~libpq_pipeline() { PQexitPipelineMode(connection_); }

    /// The next result up to the point of synchronisation; none after the last.
    libpq_result next() {
        PGresult* result = PQgetResult(connection_);
        if (result == nullptr) result = PQgetResult(connection_);  // each statement's results end in a null
        if (result == nullptr || PQresultStatus(result) != PGRES_PIPELINE_SYNC) return libpq_result(result);
        PQclear(result);
        return {};
    }

private:
    PGconn* connection_;
};

/// Sends that the server may drop what nobody uses any more, and a point of synchronisation, so that one that is gone already
/// stops nothing.
inline bool send_forgotten(libpq_link& link) {
    for (std::uint64_t const number : link.forgotten_names()) {
        libpq_name const name(number);
#ifdef LIBPQ_HAS_CLOSE_PREPARED
        if (PQsendClosePrepared(link.handle, name.text()) == 0) return false;
#else
        if (PQsendQueryParams(link.handle, name.drop(), 0, nullptr, nullptr, nullptr, nullptr, 0) == 0) return false;
#endif
    }
    return PQpipelineSync(link.handle) != 0;
}

/// Leaves none of our statements on a connection that goes on without us.
inline void drop_forgotten(libpq_link& link) noexcept {
    if (link.forgotten_names().empty() || PQtransactionStatus(link.handle) != PQTRANS_IDLE) return;
    libpq_pipeline pipeline(link.handle);
    send_forgotten(link);
    for (libpq_result one = pipeline.next(); one.get() != nullptr; one = pipeline.next()) {}
}

/// Prepares a statement under a name and has its parameters and columns described.
inline libpq_result describe_as(libpq_link& link, std::string_view sql, char const* name) {
    link.require_ready(sql);
    std::string const text(sql);
    bool const drops = !link.forgotten_names().empty() && PQtransactionStatus(link.handle) != PQTRANS_INERROR;
    bool const in_transaction = link.in_transaction();
    libpq_result failed, description;
    {
        libpq_pipeline pipeline(link.handle);
        bool const sent = (!drops || send_forgotten(link)) && PQsendPrepare(link.handle, name, text.c_str(), 0, nullptr) != 0 &&
                          PQsendDescribePrepared(link.handle, name) != 0 && PQpipelineSync(link.handle) != 0;
        if (drops) {
            link.forgotten_names().clear();
            // Outside a transaction it does no harm that a name was gone already.
            for (libpq_result one = pipeline.next(); one.get() != nullptr; one = pipeline.next())
                if (in_transaction && !one.succeeded() && failed.get() == nullptr) failed = std::move(one);
        }
        for (libpq_result one = pipeline.next(); one.get() != nullptr; one = pipeline.next())
            if (one.succeeded()) description = std::move(one);
            else if (failed.get() == nullptr) failed = std::move(one);
        if (sent && failed.get() == nullptr && description.get() != nullptr && link.alive()) return description;
    }
    link.fail(failed, sql);
}
inline libpq_statement prepare_named(libpq_link& link, std::string_view sql) {
    std::uint64_t const number = link.next_name();
    libpq_result const description = describe_as(link, sql, libpq_name(number).text());
    return libpq_statement(std::make_unique<libpq_query>(link, sql, number, description.get()));
}

/// Runs statements that have their values with one point of synchronisation at the end. The first that fails ends it.
inline void run_pipeline(libpq_link& link, libpq_statement* const* statements, int count, std::int64_t* changes) {
    link.require_ready({});
    libpq_result failed;
    int ran = 0;
    {
        libpq_pipeline pipeline(link.handle);
        for (int sent = 0; sent < count && statements[sent]->query().send();) ++sent;
        PQpipelineSync(link.handle);
        for (libpq_result one = pipeline.next(); one.get() != nullptr; one = pipeline.next()) {
            if (failed.get() != nullptr) continue;
            if (!one.succeeded()) {
                failed = std::move(one);
                continue;
            }
            link.count_changes(one);
            changes[ran] = link.changes;
            statements[ran++]->query().take(std::move(one));
        }
    }
    if (failed.get() != nullptr || ran != count) link.fail(failed, ran < count ? statements[ran]->sql() : std::string_view());
}

}  // namespace koine::detail
