#pragma once
// All there is to say of a codec, as one row: its names, what holds it, which samples it takes, how
// its encoder is set, what readers make of it, its words for the page. Whoever has to do with
// codecs asks the row, so that another codec is another row. It opens nothing and judges nothing.

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "encode/codec.hpp"
#include "encode/container.hpp"
#include "encode/planes.hpp"

namespace ebbflow::encode {

struct Settings;
struct CodecInfo;

enum class RateControl {
    quality,   ///< crf or bitrate
    byCodec,   ///< what the profile says, a quality for stills
    lossless,  ///<
};

/// In which form an encoder gets its frames.
enum class FrameForm {
    planes,     ///< as they are
    blueFirst,  ///< interleaved bytes of B′G′R′ and alpha
    byPalette,  ///< at most 256 colours a frame
};

/// What a quality comes to where a crf and an encoder preset can be chosen.
struct UsualRate {
    double crf = 0;
    std::string_view preset{};
};

/// Below it an encoder refuses the picture.
struct SmallestPicture {
    std::string_view whose{};
    int width = 0, height = 0;
};

/// What libav's readers say of a film in the codec.
struct ReadAs {
    std::string_view codec{};    ///< libav's name of it
    std::string_view profile{};  ///< libav's name; empty: there is none, or readers do not tell it
    bool sameFormat = true;      ///< whether frames come back in the format that went in
};

/// For the table of the page about delivery.
struct CodecWords {
    std::string_view use{};   ///< what one takes the codec for
    std::string_view bits{};  ///< instead of what its formats say
    std::string_view rate{};  ///< what the rate goes by, where it is the codec's own affair
};

/// How the name of the file begins that libav's own encoders are in.
inline constexpr std::string_view kLibavcodec = "libavcodec.so";

/// Names and values, as libav's encoders take them.
using EncoderOptions = std::vector<std::pair<std::string, std::string>>;
using OptionsOf = EncoderOptions(const Settings& settings, const CodecInfo& row);

struct CodecInfo {
    Codec codec{};
    std::string_view name{};  ///< of `--codec`
    CodecWords words{};

    std::span<const Container> containers{};  ///< the first is the one to advise
    std::span<const PixelFormat> formats{};   ///< the first is the usual one
    SmallestPicture smallest{};
    double fastest = 0;        ///< frames a second that players show; 0: any number
    bool dropsAlpha = false;   ///< though its format, and readers, have a place for it
    bool alphaBeside = false;  ///< as a second stream, in Matroska's block additions
    bool played = false;       ///< by whoever gets the film; others edit it or keep it
    std::string_view uncut{};  ///< why its films cannot be cut; empty: they can

    RateControl rate{};
    double worstCrf = 0;                          ///< 0 where there is no crf
    std::array<UsualRate, 4> usual{};             ///< by Quality, where there is a crf
    std::span<const std::string_view> presets{};  ///< that can be chosen of the encoder

    std::string_view encoder{};                 ///< libav's usual one; empty: none is used
    std::span<const std::string_view> cards{};  ///< those of graphics cards, in order of trying
    std::string_view library = kLibavcodec;     ///< how the file begins that the encoder is in
    OptionsOf* options = nullptr;               ///< of the usual one; null where there is none
    FrameForm form{};
    bool keyFrames = false;         ///< whether frames build on them, so that their distance counts
    bool oneThread = false;         ///< whatever is asked for
    bool oneThreadForRate = false;  ///< with more, a bitrate is shared out by which is ahead
    bool waitsForEnd = false;       ///< for ever, when closed without a frame or before the last

    std::string_view profile{};  ///< the encoder's name of it, where it has several
    int profileNumber = -1;  ///< libav's number of it, where a muxer asks; −1: the encoder says
    std::string_view tag{};  ///< four characters in MP4 and MOV; empty: libav's own
    std::string_view vendor{};  ///< four characters that a QuickTime file says of its encoder
    std::string_view nutTag{};  ///< four characters in NUT, where NUT has none of its own
    ReadAs readAs{};
};

/// Whether nothing is missing that every codec has. Each table of rows asserts it as it is
/// compiled.
[[nodiscard]] constexpr bool isWhole(const CodecInfo& row) {
    const bool named = !row.name.empty() && !row.words.use.empty() && !row.readAs.codec.empty();
    const bool held = !row.containers.empty() && !row.formats.empty();
    const bool encoded = row.encoder.empty() == (row.options == nullptr) && !row.library.empty();
    const bool byCrf = row.rate == RateControl::quality;
    const bool rated =
        byCrf == (row.worstCrf > 0) &&
        std::ranges::all_of(row.usual,
                            [&](const UsualRate& usual) { return byCrf == (usual.crf > 0); }) &&
        (row.rate == RateControl::byCodec) == !row.words.rate.empty();
    return named && held && encoded && rated;
}

[[nodiscard]] constexpr bool areWhole(std::span<const CodecInfo> rows) {
    for (const CodecInfo& row : rows) {
        if (!isWhole(row)) return false;
    }
    return !rows.empty();
}

}  // namespace ebbflow::encode
