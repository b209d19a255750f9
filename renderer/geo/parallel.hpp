#pragma once
// One piece of work run by several threads at once; they share out what there is by a counter of
// their own.

#include <functional>

namespace ebbflow::geo {

/// Runs `work` on up to `most` threads (this one included, and never more than the machine has) and
/// waits. The first exception is thrown again.
void onThreads(std::size_t most, const std::function<void()>& work);

}  // namespace ebbflow::geo
