#include "delivery/steady_memory.hpp"

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace ebbflow::delivery {

void keepMemorySteady() {
#if defined(__GLIBC__)
    // Setting the threshold, even to glibc's own first value, stops it from growing by itself.
    constexpr int kThresholdBytes = 128 * 1024;
    mallopt(M_MMAP_THRESHOLD, kThresholdBytes);
#endif
}

}  // namespace ebbflow::delivery
