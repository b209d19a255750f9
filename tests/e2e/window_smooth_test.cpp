// A window on a machine that is too slow for it, and one in which nothing moves.

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

#include "e2e/window_served.hpp"

namespace ebbflow::test {
namespace {

/// Holds a program up again and again, so that it has a fifteenth of a processor.
class Weakness {
public:
    explicit Weakness(const Process& program)
        : thread_([this, &program] {
              while (!over_) {
                  program.signal(SIGSTOP);
                  std::this_thread::sleep_for(std::chrono::milliseconds(70));
                  program.signal(SIGCONT);
                  std::this_thread::sleep_for(std::chrono::milliseconds(5));
              }
          }) {}
    ~Weakness() {
        over_ = true;
        thread_.join();
    }
    Weakness(const Weakness&) = delete;
    Weakness& operator=(const Weakness&) = delete;

private:
    std::atomic<bool> over_ = false;
    std::thread thread_;
};

class Smooth : public ServedWindow {};

TEST_F(Smooth, AWeakMachineDrawsFewerPixelsAndAStrongOneAllOfThem) {
    play(smallScene(), {"--kiosk", "--folder", folder_.string()});
    ASSERT_TRUE(becomes("window", "800x600"));
    {
        const Weakness weakness(*program_);
        ASSERT_TRUE(becomes("scale", [](const std::string& scale) { return scale != "1"; }));
        EXPECT_TRUE(becomes("picture", [](const std::string& size) { return size != "800x450"; }));
        EXPECT_EQ(status().at("state"), "playing");
    }
    EXPECT_TRUE(becomes("scale", "1")) << "it is strong again";
    EXPECT_TRUE(becomes("picture", "800x450"));
}

TEST_F(Smooth, APinnedScaleStaysOnAWeakMachine) {
    play(smallScene(), {"--size", "640x360", "--scale", "0.5"});
    const Weakness weakness(*program_);
    ASSERT_TRUE(becomes("time", [](const std::string& t) { return std::stod(t) > 4; }));
    EXPECT_EQ(status().at("scale"), "0.5");
    EXPECT_EQ(status().at("picture"), "320x180");
}

TEST_F(Smooth, WhatRestsIsNotDrawnAgainThoughTimeRuns) {
    std::filesystem::create_directory(folder_ / "rest");
    write(folder_ / "rest" / "film.yaml",
          "title: At rest\nsource: nobody\nscreen: {years: no}\nchapters:\n"
          "  - {date: 1951, length: 60, show: [Peking, Moscow], caption: {at: 1, en: Nothing.}}\n");
    serve(folder_ / "rest", {"--from", "8", "--size", "320x180"});
    ASSERT_TRUE(becomes("time", [](const std::string& t) { return std::stod(t) > 9; }));
    const nlohmann::json before = json("/health");
    ASSERT_TRUE(becomes("time", [](const std::string& t) { return std::stod(t) > 12; }));
    const nlohmann::json after = json("/health");
    EXPECT_EQ(after["state"], "playing");
    EXPECT_EQ(after["pictures_drawn"], before["pictures_drawn"]);
    EXPECT_TRUE(windowShows(still(folder_ / "rest", "9", "320x180")));
}

}  // namespace
}  // namespace ebbflow::test
