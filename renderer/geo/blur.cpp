#include "geo/blur.hpp"

#include <algorithm>
#include <cmath>

namespace ebbflow::geo {

namespace {

/// One half of the kernel with the middle, its whole sum being 1.
std::vector<float> halfKernel(double sigma) {
    const int reach = std::max(1, static_cast<int>(std::ceil(3 * sigma)));
    std::vector<double> weights;
    weights.reserve(static_cast<std::size_t>(reach) + 1);
    double sum = 0;
    for (int i = 0; i <= reach; ++i) {
        weights.push_back(std::exp(-0.5 * i * i / (sigma * sigma)));
        sum += (i == 0 ? 1 : 2) * weights.back();
    }
    std::vector<float> kernel;
    kernel.reserve(weights.size());
    for (const double w : weights) kernel.push_back(static_cast<float>(w / sum));
    return kernel;
}

void blurRow(const float* padded, float* out, std::size_t width, const std::vector<float>& kernel) {
    for (std::size_t x = 0; x < width; ++x) out[x] = kernel[0] * padded[x];
    for (std::size_t k = 1; k < kernel.size(); ++k) {
        const float w = kernel[k];
        const float* left = padded - k;
        const float* right = padded + k;
        for (std::size_t x = 0; x < width; ++x) out[x] += w * (left[x] + right[x]);
    }
}

}  // namespace

void gaussianBlur(std::vector<float>& values, int width, int height, double sigma) {
    if (width < 1 || height < 1) return;
    const std::vector<float> kernel = halfKernel(sigma);
    const auto w = static_cast<std::size_t>(width), h = static_cast<std::size_t>(height);
    const std::size_t reach = kernel.size() - 1;

    std::vector<float> across(values.size());
    std::vector<float> padded(w + 2 * reach);
    for (std::size_t y = 0; y < h; ++y) {
        const float* row = values.data() + y * w;
        std::fill_n(padded.begin(), reach, row[0]);
        std::copy_n(row, w, padded.begin() + static_cast<std::ptrdiff_t>(reach));
        std::fill_n(padded.end() - static_cast<std::ptrdiff_t>(reach), reach, row[w - 1]);
        blurRow(padded.data() + reach, across.data() + y * w, w, kernel);
    }
    for (std::size_t y = 0; y < h; ++y) {
        float* out = values.data() + y * w;
        const float* middle = across.data() + y * w;
        for (std::size_t x = 0; x < w; ++x) out[x] = kernel[0] * middle[x];
        for (std::size_t k = 1; k <= reach; ++k) {
            const float* above = across.data() + (y >= k ? y - k : 0) * w;
            const float* below = across.data() + std::min(y + k, h - 1) * w;
            for (std::size_t x = 0; x < w; ++x) out[x] += kernel[k] * (above[x] + below[x]);
        }
    }
}

}  // namespace ebbflow::geo
