#pragma once
// Who is asked before GDAL opens anything on a thread: an interface between the guards, which stand
// before GDAL's files and drivers, and the session that knows what is allowed. It decides nothing.

#include <string_view>

namespace ebbflow::geo {

/// By which of GDAL's ways a file is reached.
enum class FileKind { local, stream, remote };

class Gatekeeper {
public:
    virtual ~Gatekeeper() = default;
    /// Whether a file may be looked at.
    [[nodiscard]] virtual bool mayRead(const char* name, FileKind kind) const = 0;
    /// The same for opening; a refusal is remembered.
    [[nodiscard]] virtual bool admits(const char* name, FileKind kind) = 0;
    /// Whether a driver may open `name`. `knowsIt`: the driver says that the name is one of its
    /// own.
    [[nodiscard]] virtual bool admitsDriver(std::string_view driver, const char* name,
                                            bool knowsIt) = 0;

    /// The one of this thread; null when there is none.
    [[nodiscard]] static Gatekeeper* current();
    /// Gives the thread another, or none; returns the one before.
    static Gatekeeper* exchange(Gatekeeper* other);
};

}  // namespace ebbflow::geo
