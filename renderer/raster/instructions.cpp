#include "raster/instructions.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "raster/instructions.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {

std::int64_t target() {
    return HWY_TARGET;
}

}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ebbflow::raster {

HWY_EXPORT(target);

std::string instructionSet() {
    switch (HWY_DYNAMIC_DISPATCH(target)()) {
        case HWY_AVX3:
            return "AVX-512";
        case HWY_AVX2:
            return "AVX2";
        case HWY_SSE4:
            return "SSE4";
        case HWY_SCALAR:
        case HWY_EMU128:
            return "none";
        default:
            return hwy::TargetName(HWY_DYNAMIC_DISPATCH(target)());
    }
}

}  // namespace ebbflow::raster
#endif
