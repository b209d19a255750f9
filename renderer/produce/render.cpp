#include "produce/render.hpp"

#include <memory>
#include <vector>

#include "produce/refusal.hpp"
#include "produce/render_batch.hpp"
#include "produce/shader_folder.hpp"
#include "produce/versions.hpp"

namespace ebbflow::produce {

namespace {

/// Versions that share their lengths share their frames; with lengths of its own each is alone.
std::vector<std::vector<Version>> batchesOf(const RenderWish& wish, std::vector<Version> versions) {
    if (!wish.fitLanguage) return {std::move(versions)};
    std::vector<std::vector<Version>> batches;
    for (Version& version : versions) batches.push_back({std::move(version)});
    return batches;
}

}  // namespace

bool render(const RenderWish& wish, const RenderManner& manner, Watcher& watcher) {
    if (wish.scene.empty()) throw Refusal("the wish names no scene");
    if (wish.output.empty()) throw Refusal("the wish does not say what to write");
    requireShaders(wish.shaders);
    core::Diagnostics diagnostics;
    auto versions = loadVersions(wish, diagnostics);
    watcher.found(diagnostics);
    if (versions.empty()) return false;
    std::vector<std::unique_ptr<RenderBatch>> batches;
    std::vector<Version> layers = versions;
    for (auto& together : batchesOf(wish, std::move(versions))) {
        batches.push_back(
            std::make_unique<RenderBatch>(wish, manner, std::move(together), layers, watcher));
        layers.clear();  // one sheet for all
    }
    for (const auto& batch : batches) batch->render();
    return true;
}

}  // namespace ebbflow::produce
