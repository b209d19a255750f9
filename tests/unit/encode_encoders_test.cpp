#include "encode/encoder.hpp"

#include <gtest/gtest.h>

#include "encode/codec_info.hpp"
#include "encode/colour.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::encode {
namespace {

Settings smallSettings(Codec codec) {
    Settings settings;
    settings.codec = codec;
    settings.format = usualFormat(codec);
    settings.size = {256, 144};
    settings.threads = 2;
    return settings;
}

// Some encoders wait for ever when they are closed before a frame, or before the last.
TEST(Encoders, CanBeGivenUpAtAnyTime) {
    int givenUp = 0;
    for (const CodecInfo& info : allCodecs()) {
        if (info.encoder.empty()) continue;
        for (const int frames : {0, 2}) {
            const Settings settings = smallSettings(info.codec);
            Encoder encoder(settings, [](const AVPacket&) {});
            for (int i = 0; i < frames; ++i) {
                encoder.encode(i,
                               planesFromImage(test::movingPicture(256, 144, i), settings.format));
            }
            ++givenUp;
        }
    }
    EXPECT_GT(givenUp, 20) << "and none hung or threw";
}

}  // namespace
}  // namespace ebbflow::encode
