#include "sound/wave.hpp"

#include "sound/sample_time.hpp"

namespace ebbflow::sound {

namespace {

/// 2^x for 0 ≤ x < 1: the series of e^(x ln 2) to where it no longer changes a double.
double powerOfTwo(double x) {
    constexpr double kLn2 = 0.693147180559945309417;
    constexpr int kTerms = 18;
    double sum = 1;
    for (int i = kTerms; i > 0; --i) sum = 1 + sum * (x * kLn2) / i;
    return sum;
}

/// 2^x of any x that a double holds.
double exp2Of(double x) {
    const double whole = std::floor(x);
    return std::ldexp(powerOfTwo(x - whole), static_cast<int>(whole));
}

}  // namespace

Phase stepOf(double hertz) {
    constexpr double kTurn = 4294967296.0;
    return static_cast<Phase>(std::llround(hertz * (kTurn / kSampleRate)));
}

double hertzOf(int note) {
    constexpr int kA4 = 69, kOctave = 12;
    return 440 * exp2Of(static_cast<double>(note - kA4) / kOctave);
}

double decayOf(double x) {
    constexpr double kLog2E = 1.44269504088896340736;
    constexpr double kNothing = 200;
    return x > kNothing ? 0 : exp2Of(-x * kLog2E);
}

double amplitudeOf(double decibels) {
    constexpr double kLog2Of10Over20 = 0.166096404744368117394;
    return exp2Of(decibels * kLog2Of10Over20);
}

double rampOf(std::int64_t sample, std::int64_t length) {
    if (length <= 0 || sample >= length) return 1;
    if (sample < 0) return 0;
    constexpr double kPi = 3.14159265358979323846;
    // sin² of a quarter turn is (1 - cos) / 2 of half a one; cos by its series about the middle,
    // where it is an odd function.
    const double part = (static_cast<double>(sample) + 0.5) / static_cast<double>(length);
    const double x = (part - 0.5) * kPi, z = x * x;
    constexpr int kTerms = 10;
    double sum = 1;
    for (int i = kTerms; i > 0; --i) sum = 1 - sum * z / (2.0 * i * (2.0 * i + 1));
    return 0.5 + x * sum / 2;
}

}  // namespace ebbflow::sound
