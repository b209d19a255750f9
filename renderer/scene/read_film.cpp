#include "scene/key_table.hpp"

namespace ebbflow::scene {

namespace {

/// Texts need the languages, wherever the author wrote them.
void readFilmLanguages(Reading& reading, const Node& root, Scene& scene) {
    scene.languages.clear();
    readTurn(reading, root, filmKeys(), Turn::first, scene);
    readTurn(reading, root, filmKeys(), Turn::second, scene);
    if (scene.languages.empty()) scene.languages = {"en"};
    reading.languages = scene.languages;
}

/// Times need the rate, and cameras the shape of the picture; faults are reported in their turn.
void readPicture(Reading& reading, const Node& root) {
    Frame picture;
    if (const Node* frame = root.find("frame")) {
        core::Diagnostics reportedLater;
        const Reading quiet{reading.script, reading.file, reading.folder, reportedLater, {}, {}};
        (void)readMap(quiet, {"frame", *frame, *frame}, frameKeys(), picture);
        reading.rate = picture.rate;
    }
    if (reading.size.width == 0) reading.size = {picture.width, picture.height};
    reading.upright = reading.size.height > reading.size.width;
}

}  // namespace

Scene readFilm(Reading& reading, const Node& root) {
    Scene scene;
    scene.file = reading.file;
    scene.folder = reading.folder;
    readFilmLanguages(reading, root, scene);
    readPicture(reading, root);
    readKeys(reading, {"film", root, root}, filmKeys(), scene);
    scene.frame.width = reading.size.width;
    scene.frame.height = reading.size.height;
    return scene;
}

}  // namespace ebbflow::scene
