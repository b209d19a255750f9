#include "quality/frame_pixels.hpp"

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

#include <array>
#include <cstdint>

#include "core/error.hpp"

namespace ebbflow::quality {

void FramePixels::Free::operator()(SwsContext* context) const noexcept {
    sws_freeContext(context);
}

core::Image FramePixels::small(const AVFrame& frame) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    scaler_.reset(sws_getCachedContext(scaler_.release(), frame.width, frame.height, format, width_,
                                       height_, AV_PIX_FMT_RGBA, SWS_AREA, nullptr, nullptr,
                                       nullptr));
    if (!scaler_) throw core::Failure("its pixel format cannot be read");
    const int matrix = frame.colorspace == AVCOL_SPC_UNSPECIFIED ? SWS_CS_ITU709 : frame.colorspace;
    const int* weights = sws_getCoefficients(matrix);
    constexpr int kOne = 1 << 16;
    sws_setColorspaceDetails(scaler_.get(), weights, frame.color_range == AVCOL_RANGE_JPEG ? 1 : 0,
                             weights, 1, 0, kOne, kOne);
    core::Image image(width_, height_);
    std::array<std::uint8_t*, 4> data{image.rgba.data()};
    std::array<int, 4> strides{width_ * 4};
    sws_scale(scaler_.get(), frame.data, frame.linesize, 0, frame.height, data.data(),
              strides.data());
    return image;
}

/// The samples at full size, each chroma sample as often as it has pixels, as 16 bits.
void FramePixels::readPlane(const AVFrame& frame, int plane, std::vector<std::uint16_t>& to) {
    const AVPixFmtDescriptor& format =
        *av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    const int right = plane == 0 ? 0 : format.log2_chroma_w;
    const int down = plane == 0 ? 0 : format.log2_chroma_h;
    const int width = -(-frame.width >> right);
    const auto stride = static_cast<std::size_t>(frame.width);
    to.resize(stride * static_cast<std::size_t>(frame.height));
    row_.resize(static_cast<std::size_t>(width));
    const std::array<const std::uint8_t*, 4> data{frame.data[0], frame.data[1], frame.data[2],
                                                  frame.data[3]};
    const int shift = 16 - format.comp[plane].depth;
    for (int y = 0; y < frame.height; ++y) {
        if ((y & ((1 << down) - 1)) == 0)
            av_read_image_line2(row_.data(), const_cast<const std::uint8_t**>(data.data()),
                                frame.linesize, &format, 0, y >> down, plane, width, 0,
                                sizeof(std::uint16_t));
        std::uint16_t* line = to.data() + static_cast<std::size_t>(y) * stride;
        for (std::size_t x = 0; x < stride; ++x)
            line[x] = static_cast<std::uint16_t>(row_[x >> right] << shift);
    }
}

std::optional<LevelCount> FramePixels::levels(const AVFrame& frame) {
    const AVPixFmtDescriptor* format =
        av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    constexpr std::uint64_t kNone =
        AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_FLOAT;
    if (format == nullptr || (format->flags & kNone) != 0 || format->nb_components < 3)
        return std::nullopt;
    if (frame.color_range == AVCOL_RANGE_JPEG) return std::nullopt;
    readPlane(frame, 0, luma_);
    readPlane(frame, 1, blue_);
    readPlane(frame, 2, red_);
    return countLevels({luma_.data(), blue_.data(), red_.data(),
                        static_cast<std::size_t>(frame.width), frame.width, frame.height});
}

}  // namespace ebbflow::quality
