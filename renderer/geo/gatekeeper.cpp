#include "geo/gatekeeper.hpp"

#include <utility>

namespace ebbflow::geo {

namespace {

thread_local Gatekeeper* ofThisThread = nullptr;

}  // namespace

Gatekeeper* Gatekeeper::current() {
    return ofThisThread;
}

Gatekeeper* Gatekeeper::exchange(Gatekeeper* other) {
    return std::exchange(ofThisThread, other);
}

}  // namespace ebbflow::geo
