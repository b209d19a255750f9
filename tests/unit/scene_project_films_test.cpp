// The scripts of the project's own films, without their data.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scene/check_scene.hpp"
#include "scene/read_scene.hpp"
#include "unit/scene_support.hpp"

namespace ebbflow::scene::test {
namespace {

class ProjectFilms : public testing::TestWithParam<std::string> {};

TEST_P(ProjectFilms, AreReadAndPassTheChecks) {
    core::Diagnostics diagnostics;
    const auto scene = readScene(EBBFLOW_SOURCE_DIR "/scenes/" + GetParam(), diagnostics);
    ASSERT_TRUE(scene);
    checkDates(*scene, diagnostics);
    checkCameras(*scene, diagnostics);
    checkTranslations(*scene, diagnostics);
    checkCaptions(
        *scene, [](auto, auto) { return 1.0; }, diagnostics);
    EXPECT_THAT(said(diagnostics), testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Films, ProjectFilms,
                         testing::Values("china-soviet-union", "students-to-moscow",
                                         "gravity-example", "south-pole"),
                         [](const auto& film) {
                             std::string name = film.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace ebbflow::scene::test
