// Pictures over the map: insets at a place of the screen, and ones that fill it. Each carries its
// credit.

#include <algorithm>

#include "picture/easing.hpp"
#include "screen/furniture.hpp"
#include "screen/sides.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kImageFade = 0.8;
constexpr double kNormalWidth = 0.30, kNormalHeight = 0.42;  // shares of the picture
constexpr double kLargeWidth = 0.46, kLargeHeight = 0.62;
constexpr double kZoom = 0.09;  // of the picture's sides, over its whole time
constexpr double kBorder = 2;
constexpr float kShade = 0.78F;  // of the foot of a full picture, under captions and sources

/// Seconds since it began, and how long it stays.
struct Span {
    double since, length;
};

Span spanOf(const Moment& moment, const scene::Image& image) {
    const double rest = moment.step.length.seconds() - image.start.seconds();
    return {moment.sinceStep - image.start.seconds(),
            image.length ? std::min(rest, image.length->seconds()) : rest};
}

double opacityOf(const Moment& moment, const scene::Image& image) {
    const Span span = spanOf(moment, image);
    const double fadeSeconds = image.fade ? image.fade->seconds() : kImageFade;
    if (fadeSeconds <= 0) return span.since >= 0 && span.since < span.length ? 1 : 0;
    return picture::fadeInOut(span.since, 0, span.length, fadeSeconds);
}

bool fills(const scene::Image& image) {
    return image.position == "full";
}

std::shared_ptr<const core::Image> pictureOf(const Moment& moment, const scene::Image& image) {
    const auto found = moment.page.film->pictures.find(image.file);
    return found == moment.page.film->pictures.end() ? nullptr : found->second;
}

/// The largest middle part of the picture with the sides of `box`, in shares.
core::PixelBox middlePart(const core::Image& picture, double width, double height) {
    const double own = static_cast<double>(picture.width) / picture.height;
    const double wanted = width / height;
    const double w = std::min(1.0, wanted / own), h = std::min(1.0, own / wanted);
    return {(1 - w) / 2, (1 - h) / 2, w, h};
}

/// The part shown after `share` (0…1) of its time. It moves evenly, easing at neither end: a fade
/// covers both.
core::PixelBox movedPart(const core::PixelBox& part, const std::string& move, double share) {
    if (move.empty() || move == "still") return part;
    const double in = move == "zoom out" ? 1 - share : share;
    const double zoom = move.starts_with("zoom") ? kZoom * in : kZoom;
    core::PixelBox moved{part.x + part.width * zoom / 2, part.y + part.height * zoom / 2,
                         part.width * (1 - zoom), part.height * (1 - zoom)};
    const double away = (share - 0.5) * kZoom;
    if (move == "pan left") moved.x -= away * part.width;
    if (move == "pan right") moved.x += away * part.width;
    if (move == "pan up") moved.y -= away * part.height;
    if (move == "pan down") moved.y += away * part.height;
    return moved;
}

picture::ImageItem itemOf(const Moment& moment, const scene::Image& image,
                          std::shared_ptr<const core::Image> picture, const core::PixelBox& box) {
    const Span span = spanOf(moment, image);
    const core::PixelBox part = middlePart(*picture, box.width, box.height);
    return {std::move(picture), box,
            movedPart(part, image.move, picture::clamp01(span.since / span.length)),
            static_cast<float>(opacityOf(moment, image))};
}

Type creditType(double width) {
    Type type;
    type.size = kSmallType;
    type.colour = kQuietInk;
    type.maxWidth = width;
    return type;
}

/// Its own proportions, inside the room that an inset has.
core::PixelBox insetBox(const Moment& moment, const scene::Image& image,
                        const core::Image& picture) {
    const double roomX =
        core::kReferenceHeight * moment.page.aspect * (image.large ? kLargeWidth : kNormalWidth);
    const double roomY = core::kReferenceHeight * (image.large ? kLargeHeight : kNormalHeight);
    const double fit = std::min(roomX / picture.width, roomY / picture.height);
    return {0, 0, picture.width * fit, picture.height * fit};
}

}  // namespace

double fullImagePresence(const Moment& moment) {
    double most = 0;
    for (const scene::Image& image : moment.script.images) {
        if (fills(image)) most = std::max(most, opacityOf(moment, image));
    }
    return most;
}

std::vector<Block> imageBlocks(const Moment& moment) {
    std::vector<Block> blocks;
    for (const scene::Image& image : moment.script.images) {
        const double opacity = opacityOf(moment, image);
        const auto picture = pictureOf(moment, image);
        if (fills(image) || opacity <= 0 || !picture) continue;
        Block block{.name = "images",
                    .position = placeOf(moment.page, image.position, "right"),
                    .box = {},
                    .items = {}};
        const core::PixelBox box = insetBox(moment, image, *picture);
        Overlay pen(moment.page, block.items);
        pen.box({-kBorder, -kBorder, box.width + 2 * kBorder, box.height + 2 * kBorder}, kInk,
                0.75 * opacity);
        pen.add(itemOf(moment, image, picture, box));
        const Type type = creditType(box.width);
        const auto credit = pen.paragraph(image.credit.inOrAny(moment.page.shownLanguage), type);
        pen.text(credit, type, {0, box.height + 6}, 0.9 * opacity);
        block.box = {0, 0, box.width, box.height + 6 + pen.measure(credit).height};
        blocks.push_back(std::move(block));
    }
    return blocks;
}

void describeFullImages(const Moment& moment, double floor, Overlay& overlay) {
    const double width = core::kReferenceHeight * moment.page.aspect;
    const core::PixelBox safe = safeArea(moment.page.aspect);
    for (const scene::Image& image : moment.script.images) {
        const double opacity = opacityOf(moment, image);
        const auto picture = pictureOf(moment, image);
        if (!fills(image) || opacity <= 0 || !picture) continue;
        picture::ImageItem item =
            itemOf(moment, image, picture, {0, 0, width, core::kReferenceHeight});
        item.shade = kShade;
        overlay.add(std::move(item));
        Type type = creditType(safe.width / 2);
        type.colour = kInk;
        const auto credit =
            overlay.paragraph(image.credit.inOrAny(moment.page.shownLanguage), type);
        const text::Measure& size = overlay.measure(credit);
        const screen::FootPlan& foot = moment.page.foot;
        const bool beside = foot.captionWidth + size.width < safe.width - 40;
        const double bottom = floor - (beside ? 0 : foot.captionHeight + 12);
        overlay.text(credit, type, {safe.x + safe.width - size.width, bottom - size.height},
                     0.85 * opacity);
    }
}

}  // namespace ebbflow::screen
