#include "encode/recipe.hpp"

#include <fmt/format.h>

#include "core/error.hpp"
#include "encode/card_options.hpp"
#include "encode/codec_info.hpp"

namespace ebbflow::encode {

namespace {

void setForCard(const Settings& settings, const CodecInfo& row, Recipe& recipe) {
    const double usual = row.usual[static_cast<std::size_t>(settings.quality)].crf;
    recipe.keyFrameDistance = keyFrameDistance(settings);
    recipe.options = cardOptions(settings.encoder, settings.bitrate, settings.crf.value_or(usual));
}

bool isOneThread(const Settings& settings, const CodecInfo& row) {
    return row.oneThread || (row.oneThreadForRate && settings.bitrate);
}

void setForProcessor(Settings settings, const CodecInfo& row, Recipe& recipe) {
    if (isOneThread(settings, row)) settings.threads = 1;
    recipe.threads = settings.threads;
    if (row.keyFrames) recipe.keyFrameDistance = keyFrameDistance(settings);
    recipe.options = row.options(settings, row);
}

}  // namespace

Recipe recipeFor(const Settings& settings) {
    const CodecInfo& row = codecInfo(settings.codec);
    if (row.options == nullptr)
        throw core::Failure(fmt::format("{} frames need no video encoder", row.name));
    Recipe recipe;
    recipe.encoder = settings.encoder.empty() ? row.encoder : settings.encoder;
    recipe.tag = row.tag;
    recipe.vendor = row.vendor;
    recipe.profile = row.profileNumber;
    if (isOnCard(settings.encoder))
        setForCard(settings, row, recipe);
    else
        setForProcessor(settings, row, recipe);
    return recipe;
}

}  // namespace ebbflow::encode
