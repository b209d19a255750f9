#pragma once
// A small HTTP server beside a window: health, metrics and the picture on screen for whoever asks,
// commands and the presenter's console for whoever has the token. It serves no files but the
// console's, which are built in, and takes little of anything from anybody: connections, bytes and
// time are bounded.

#include <memory>
#include <string>

#include "remote/address.hpp"
#include "remote/show.hpp"

namespace ebbflow::remote {

/// What it serves:
///   GET /health      JSON; 200, or 503 while the loop is stuck
///   GET /metrics     Prometheus' text format
///   GET /screen.png  what the window shows; the same picture for a quarter of a second
///   POST /command    the body is a command's text; `Authorization: Bearer TOKEN`; 202 when it is
///                    on its way, 400 with a sentence when it is none, 401 without the token,
///                    403 for another site's page
/// and for a presenter
///   GET /console     a page (console/), which has the token behind the `#` of its address
///   GET /console/film, /console/state, /console/screen.png, /console/step/FILM/STEP.png
///                    what the page shows, with the token as above
class HttpServer {
public:
    /// Serves from its own threads until it is destroyed. Throws core::Failure when it cannot
    /// listen there.
    HttpServer(const Address& address, std::string token, Show show);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// With the port that was found free, where any was asked for.
    [[nodiscard]] Address address() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ebbflow::remote
