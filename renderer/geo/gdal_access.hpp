#pragma once
// The one door to GDAL: drivers made ready, its messages kept off the terminal, and the network
// shut unless asked for. It opens nothing itself.

#include <string>
#include <string_view>

namespace ebbflow::geo {

/// Registers GDAL's drivers, once a process.
void registerGdal();

/// Whether GDAL would fetch this from somewhere else (`/vsicurl/…`, `https://…`, `PG:…`).
[[nodiscard]] bool namesNetwork(std::string_view path);

/// Why GDAL is not to be asked for this, in words, or nothing: there is no such file, or it is a
/// pipe or a device, at which GDAL would wait without end. Names that are no plain paths
/// (`/vsizip/…`) are left to GDAL, and folders too, for some formats are one.
[[nodiscard]] std::string fileFault(const std::string& path);

/// While it lives, what GDAL reports on this thread is kept here rather than printed. Without
/// `network` GDAL's remote file systems open nothing, also when a local file (a VRT, say) points
/// there.
class GdalSession {
public:
    explicit GdalSession(bool network);
    ~GdalSession();
    GdalSession(const GdalSession&) = delete;
    GdalSession& operator=(const GdalSession&) = delete;

    /// What GDAL complained of last, or `otherwise`; forgets it.
    [[nodiscard]] std::string takeMessage(std::string_view otherwise);

    void keep(std::string_view message) { message_ = message; }

private:
    std::string message_;
    bool network_;
};

}  // namespace ebbflow::geo
