#pragma once
// The shape of a film's picture in a window, and the names of pictures that are saved. Pure, but
// for looking whether a file is there.

#include <filesystem>
#include <string>

#include "core/coordinates.hpp"
#include "core/film_time.hpp"
#include "gl/window.hpp"

namespace ebbflow::live {

/// The largest picture of that shape (width / height) inside the window's pixels, times `scale`
/// (0…1, which a slow machine needs), at least 1×1. {0, 0} for a window without pixels.
[[nodiscard]] gl::Extent pictureSize(gl::Extent window, double aspect, double scale);

/// Where a pixel of the window is in a picture of that shape in its middle; it may be outside.
[[nodiscard]] core::PixelPoint pointInPicture(gl::Extent window, double aspect, double x, double y);

/// A window of about a million pixels, shaped as the film.
[[nodiscard]] gl::Extent usualWindow(double aspect);

/// FOLDER/NAME_0m12.50s.png, or with -2, -3 … behind it: the first that is not there yet.
[[nodiscard]] std::filesystem::path unusedPictureName(const std::filesystem::path& folder,
                                                      const std::string& name, core::FilmTime time);

/// What pictures of a script are called: its folder's name, or its own when that is not film.yaml.
[[nodiscard]] std::string filmName(const std::filesystem::path& script);

}  // namespace ebbflow::live
