#pragma once
// Work beside the show, on a thread of its own.

#include <sys/resource.h>
#include <unistd.h>

namespace ebbflow::live {

/// The thread that calls this, and those that it begins, give way to the show's from now on.
inline void giveWay() {
    constexpr int kNice = 10;  // the show's is 0
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kNice);
}

}  // namespace ebbflow::live
