// A scene in a window of one's own: the painter draws in whichever GL 4.5 context is current.
//   own_window SCENE [SECONDS]     plays; with SECONDS it shows that moment. Escape ends it.

#include <cmath>
#include <cstdlib>
#include <iostream>

#include <GLFW/glfw3.h>

#include "core/error.hpp"
#include "frame/describe.hpp"
#include "produce/load.hpp"
#include "produce/painter_of.hpp"

using namespace ebbflow;

void show(GLFWwindow* window, const frame::Plan& plan, const char* moment) {
    const auto painter = produce::painterOf(plan);
    const double length = plan.timeline.length.seconds();
    while (glfwWindowShouldClose(window) == 0 &&
           glfwGetKey(window, GLFW_KEY_ESCAPE) != GLFW_PRESS) {
        const double now = moment != nullptr ? std::atof(moment) : std::fmod(glfwGetTime(), length);
        int width = 0, height = 0;
        glfwGetFramebufferSize(window, &width, &height);
        const auto picture = frame::describe(plan, core::FilmTime::fromSeconds(now));
        if (width > 0 && height > 0) {
            painter->paint(picture, width, static_cast<int>(std::lround(width / plan.aspect)));
            painter->show(width, height);
        }
        glfwSwapBuffers(window);
        glfwPollEvents();
    }
}

int main(int argc, char** argv) try {
    if (argc < 2) throw core::Failure("usage: own_window SCENE [SECONDS]");
    ::setenv("EBBFLOW_ATLAS", EBBFLOW_DATA "/geodata", 0);
    core::Diagnostics faults;
    const auto plan = produce::loadPlan({.scene = argv[1]}, {}, faults);
    for (const auto& fault : faults.all()) std::cerr << core::toString(fault) << '\n';
    if (!plan) throw core::Failure("the scene has faults");
    if (glfwInit() != GLFW_TRUE) throw core::Failure("there is no display");
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 4);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 5);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    GLFWwindow* window = glfwCreateWindow(640, 360, "own_window", nullptr, nullptr);
    if (window == nullptr) throw core::Failure("there is no OpenGL 4.5");
    glfwMakeContextCurrent(window);
    // A key that is let go again before the next frame counts too.
    glfwSetInputMode(window, GLFW_STICKY_KEYS, GLFW_TRUE);
    show(window, *plan, argc > 2 ? argv[2] : nullptr);
    glfwTerminate();
    return 0;
} catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
}
