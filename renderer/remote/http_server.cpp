#include "remote/http_server.hpp"

#include <microhttpd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

#include <fmt/format.h>

#include "core/error.hpp"
#include "remote/answers.hpp"

namespace ebbflow::remote {

namespace {

constexpr unsigned kMostConnections = 64, kMostOfOne = 32;
constexpr unsigned kSilentSeconds = 5;
constexpr std::size_t kConnectionBytes = std::size_t{16} * 1024;

/// What a browser may do for a page of ours: show it with the files that come from here, and ask
/// here. It runs nothing that stands in the page itself, and shows the page inside of no other.
constexpr const char* kOwnFilesAlone =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What is kept of a request from its first line to its last byte.
struct Pending {
    Request request;
    bool tooLong = false;
};

/// What all connections share.
struct Served {
    Answers answers;
    std::atomic<int> underWay{0};  ///< requests of which something has come, and not all gone
};

/// Whoever ends the show is told so. Those who speak slowly are not waited for.
void awaitAnswers(const Served& served) {
    constexpr auto kLongest = std::chrono::milliseconds(500), kTurn = std::chrono::milliseconds(5);
    for (auto waited = 0 * kTurn; served.underWay > 0 && waited < kLongest; waited += kTurn)
        std::this_thread::sleep_for(kTurn);
}

std::string header(MHD_Connection* connection, const char* name) {
    const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
    return value == nullptr ? std::string() : std::string(value);
}

MHD_Result send(MHD_Connection* connection, const Answer& answer) {
    MHD_Response* response = MHD_create_response_from_buffer(
        answer.body.size(), const_cast<char*>(answer.body.data()), MHD_RESPMEM_MUST_COPY);
    if (response == nullptr) return MHD_NO;
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, answer.type.c_str());
    MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    MHD_add_response_header(response, "Content-Security-Policy", kOwnFilesAlone);
    MHD_add_response_header(response, "Referrer-Policy", "no-referrer");
    if (!answer.allow.empty())
        MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, answer.allow.c_str());
    if (answer.status == MHD_HTTP_UNAUTHORIZED)
        MHD_add_response_header(response, MHD_HTTP_HEADER_WWW_AUTHENTICATE, "Bearer");
    const MHD_Result queued =
        MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
    MHD_destroy_response(response);
    return queued;
}

/// Called with the first line, with each piece of the body, and at its end.
MHD_Result serve(void* cls, MHD_Connection* connection, const char* url, const char* method,
                 const char* /*version*/, const char* upload, std::size_t* size, void** state) {
    auto& served = *static_cast<Served*>(cls);
    if (*state == nullptr) {
        auto pending = std::make_unique<Pending>();
        pending->request.method = method;
        pending->request.path = url;
        pending->request.authorization = header(connection, MHD_HTTP_HEADER_AUTHORIZATION);
        pending->request.from = {header(connection, MHD_HTTP_HEADER_HOST),
                                 header(connection, MHD_HTTP_HEADER_ORIGIN),
                                 header(connection, "Sec-Fetch-Site")};
        *state = pending.release();
        ++served.underWay;
        return MHD_YES;
    }
    auto& pending = *static_cast<Pending*>(*state);
    if (*size > 0) {
        std::string& body = pending.request.body;
        pending.tooLong |= body.size() + *size > Answers::kMostBody;
        if (!pending.tooLong) body.append(upload, *size);
        *size = 0;
        return MHD_YES;
    }
    if (pending.tooLong) {
        Answer answer;
        answer.status = 413;
        answer.body = fmt::format("a command has {} bytes at most\n", Answers::kMostBody);
        return send(connection, answer);
    }
    try {
        return send(connection, served.answers.to(pending.request));
    } catch (const std::exception&) {
        // Nothing that is asked for may end the film.
        Answer answer;
        answer.status = 500;
        return send(connection, answer);
    }
}

void forget(void* cls, MHD_Connection* /*connection*/, void** state,
            MHD_RequestTerminationCode /*why*/) {
    // A connection that never got to its first line has none.
    if (*state == nullptr) return;
    const std::unique_ptr<Pending> pending(static_cast<Pending*>(*state));
    *state = nullptr;
    --static_cast<Served*>(cls)->underWay;
}

/// What clients do wrong is no news.
void keepQuiet(void* /*cls*/, const char* /*words*/, va_list /*arguments*/) {}

}  // namespace

struct HttpServer::Impl {
    Impl(const Address& theAddress, std::string token, Show show)
        : address(theAddress), served{Answers(std::move(token), std::move(show))} {}
    ~Impl() {
        if (daemon == nullptr) return;
        awaitAnswers(served);
        MHD_stop_daemon(daemon);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Address address;
    Served served;
    MHD_Daemon* daemon = nullptr;
};

HttpServer::HttpServer(const Address& address, std::string token, Show show)
    : impl_(std::make_unique<Impl>(address, std::move(token), std::move(show))) {
    const sockaddr_storage where = address.socketAddress();
    // A thread each: whoever waits for a picture holds up nobody else.
    unsigned flags =
        MHD_USE_AUTO_INTERNAL_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_ERROR_LOG;
    if (where.ss_family == AF_INET6) flags |= MHD_USE_IPv6;
    errno = 0;
    impl_->daemon =
        MHD_start_daemon(flags, static_cast<std::uint16_t>(address.port), nullptr, nullptr, serve,
                         &impl_->served, MHD_OPTION_EXTERNAL_LOGGER, keepQuiet, nullptr,  //
                         MHD_OPTION_SOCK_ADDR, &where,                                    //
                         MHD_OPTION_CONNECTION_LIMIT, kMostConnections,                   //
                         MHD_OPTION_PER_IP_CONNECTION_LIMIT, kMostOfOne,                  //
                         MHD_OPTION_CONNECTION_TIMEOUT, kSilentSeconds,                   //
                         MHD_OPTION_CONNECTION_MEMORY_LIMIT, kConnectionBytes,
                         MHD_OPTION_NOTIFY_COMPLETED, forget, &impl_->served, MHD_OPTION_END);
    if (impl_->daemon == nullptr)
        throw core::Failure(
            fmt::format("cannot listen at {}{}", address.text(),
                        errno == 0 ? "" : ": " + std::generic_category().message(errno)));
    if (address.port == 0)
        impl_->address.port = MHD_get_daemon_info(impl_->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}

HttpServer::~HttpServer() = default;

Address HttpServer::address() const {
    return impl_->address;
}

}  // namespace ebbflow::remote
