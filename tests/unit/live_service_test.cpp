// What systemd is told, by a socket that stands for it.

#include <cstdlib>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "live/service.hpp"
#include "support/service_manager.hpp"

namespace ebbflow::live {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ServiceTest : public testing::Test {
protected:
    [[nodiscard]] std::vector<std::string> told() const { return manager_.told(); }
    test::ServiceManager manager_;
};

TEST_F(ServiceTest, IsReadyOnceAndEnds) {
    {
        Service service;
        EXPECT_THAT(told(), IsEmpty());
        service.ready();
        service.ready();
        EXPECT_THAT(told(), ElementsAre("READY=1"));
        service.alive("playing", 1);
        EXPECT_THAT(told(), IsEmpty()) << "there is no watchdog";
    }
    EXPECT_THAT(told(), ElementsAre("STOPPING=1"));
}

TEST_F(ServiceTest, GivesFourSignsOfLifeInAWatchdogsTime) {
    manager_.setWatchdog(20);
    Service service;
    std::size_t signs = 0;
    for (int turn = 0; turn < 600; ++turn) {
        service.alive("playing 0:01.00", turn * 0.1);
        for (const std::string& sign : told()) {
            EXPECT_EQ(sign, "WATCHDOG=1\nSTATUS=playing 0:01.00");
            ++signs;
        }
    }
    EXPECT_GE(signs, 60u / 20 * 4 - 1);
    EXPECT_LE(signs, 60u / 20 * 4 + 1);
}

TEST_F(ServiceTest, SaysNothingWhereNobodyListens) {
    ::unsetenv("NOTIFY_SOCKET");
    {
        Service service;
        service.ready();
        service.alive("playing", 1);
    }
    EXPECT_THAT(told(), IsEmpty());
}

}  // namespace
}  // namespace ebbflow::live
