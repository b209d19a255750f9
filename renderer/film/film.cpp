#include "film/film.hpp"

#include "film/named_files.hpp"

namespace ebbflow::film {

std::vector<std::string> filesOf(const scene::Scene& scene) {
    std::vector<std::string> files{scene.file};
    for (const core::TableSpec* table :
         {&scene.places, &scene.movements, &scene.sites, &scene.figures, &scene.sources,
          &scene.locations, &scene.flowRows}) {
        for (const auto& file : table->files) files.push_back(file.path);
    }
    for (const auto& layer : scene.map.layers) files.push_back(layer.file.path);
    eachImage(scene, [&](const scene::Image& image) { files.push_back(image.file); });
    eachSound(scene, [&](const std::string& path, const auto&) { files.push_back(path); });
    const auto addFonts = [&](const scene::FontChoice& choice) {
        for (const auto& wanted : choice.wanted) {
            if (wanted.find('/') != std::string::npos) files.push_back(wanted);
        }
    };
    addFonts(scene.fonts.serif);
    addFonts(scene.fonts.sans);
    for (const auto* named : {&scene.fonts.scripts, &scene.fonts.languages})
        for (const auto& [name, choice] : *named) addFonts(choice);
    if (!scene.timing.empty()) files.push_back(scene.timing);
    return files;
}

}  // namespace ebbflow::film
