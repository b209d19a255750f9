#pragma once
// What a Projection holds of PROJ, for the geo room's own sources. Not for other rooms.

#include <string>

#include "geo/projection.hpp"

struct PJconsts;
struct pj_ctx;

namespace ebbflow::geo {

struct Projection::Impl {
    /// Throws core::Failure as Projection's constructor says.
    explicit Impl(const std::string& text);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    std::string definition;
    std::string lastMessage;  ///< PROJ's log
    std::string projString;   ///< the CRS as `+proj=…`, for finding its family
    double kmPerUnit = 0.001;
    pj_ctx* context = nullptr;
    PJconsts* operation = nullptr;  ///< degrees, longitude first → units of the CRS
};

}  // namespace ebbflow::geo
