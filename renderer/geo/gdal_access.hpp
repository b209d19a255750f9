#pragma once
// The one door to GDAL: its drivers made ready, its messages kept off the terminal, and whatever it
// opens, also inside of what it opens, held against what a scene may read. It opens nothing itself.

#include <string>
#include <string_view>

#include "core/access.hpp"
#include "geo/gatekeeper.hpp"
#include "geo/gdal_drivers.hpp"

namespace ebbflow::geo {

/// Registers GDAL's drivers and puts guards before them, once a process.
void registerGdal();

/// Whether GDAL would fetch this from somewhere else (`/vsicurl/…`, `https://…`, `PG:…`).
[[nodiscard]] bool namesNetwork(std::string_view path);

/// Why GDAL is not to be asked for this, in words, or nothing: there is no such file, the scene may
/// not read it, or it is a pipe or a device, at which GDAL would wait without end. Of names that
/// are no plain paths (`/vsizip/…`) only those of the network are judged here, and folders are
/// left to GDAL, for some formats are one.
[[nodiscard]] std::string fileFault(const std::string& path, const core::Access& access);

/// While it lives, GDAL opens on this thread only what `access` lets it, by the drivers of `role`,
/// and what it reports is kept here rather than printed. Sessions on one thread nest.
class GdalSession : private Gatekeeper {
public:
    GdalSession(const core::Access& access, Role role);
    ~GdalSession() override;
    GdalSession(const GdalSession&) = delete;
    GdalSession& operator=(const GdalSession&) = delete;

    /// What GDAL was refused, or else complained of last, or `otherwise`; forgets it.
    [[nodiscard]] std::string takeMessage(std::string_view otherwise);

    /// What GDAL was refused, or nothing; forgets it.
    [[nodiscard]] std::string takeRefusal();

    void keep(std::string_view message) { message_ = message; }

private:
    [[nodiscard]] bool mayRead(const char* name, FileKind kind) const override;
    [[nodiscard]] bool admits(const char* name, FileKind kind) override;
    [[nodiscard]] bool admitsDriver(std::string_view driver, const char* name,
                                    bool knowsIt) override;
    [[nodiscard]] std::string refusal(const std::string& name, FileKind kind) const;
    bool refuse(const std::string& name, const std::string& why);

    core::Access access_;
    Role role_;
    Gatekeeper* outer_ = nullptr;
    std::string message_;
    std::string refusal_;
    std::string lastPacked_, packedFault_;  ///< the name that was looked into last, and its fault
};

}  // namespace ebbflow::geo
