#include "encode/exr.hpp"

extern "C" {
#include <libavcodec/packet.h>
}

#include <string>

#include "core/whole_file.hpp"
#include "encode/encoder.hpp"

namespace ebbflow::encode {

void writeExr(Planes frame, const Settings& settings, const std::filesystem::path& path) {
    std::string file;
    Encoder encoder(settings, [&](const AVPacket& packet) {
        file.append(reinterpret_cast<const char*>(packet.data),
                    static_cast<std::size_t>(packet.size));
    });
    encoder.encode(0, std::move(frame));
    encoder.flush();
    core::writeUnsettled(path, file);
}

}  // namespace ebbflow::encode
