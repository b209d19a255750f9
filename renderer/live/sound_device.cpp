#include <AL/al.h>
#include <AL/alc.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "live/sound_sink.hpp"
#include "sound/sample_time.hpp"

namespace ebbflow::live {

namespace {

struct Close {
    void operator()(ALCcontext* context) const {
        alcMakeContextCurrent(nullptr);
        alcDestroyContext(context);
    }
    void operator()(ALCdevice* device) const { alcCloseDevice(device); }
};

class OpenAlSink final : public SoundSink {
public:
    OpenAlSink(std::unique_ptr<ALCdevice, Close> device, std::unique_ptr<ALCcontext, Close> context)
        : device_(std::move(device)), context_(std::move(context)) {
        alGenSources(1, &source_);
    }

    ~OpenAlSink() override {
        clear();
        alDeleteSources(1, &source_);
    }

    void queue(std::span<const float> samples) override {
        takeHeard();
        whole_.resize(samples.size());
        std::ranges::transform(samples, whole_.begin(), [](float sample) {
            return static_cast<std::int16_t>(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32'767));
        });
        ALuint buffer = 0;
        alGenBuffers(1, &buffer);
        alBufferData(buffer, AL_FORMAT_STEREO16, whole_.data(),
                     static_cast<ALsizei>(whole_.size() * sizeof(std::int16_t)),
                     sound::kSampleRate);
        alSourceQueueBuffers(source_, 1, &buffer);
        waiting_ += static_cast<std::int64_t>(samples.size()) / sound::kChannels;
        ALint state = 0;
        alGetSourcei(source_, AL_SOURCE_STATE, &state);
        if (state != AL_PLAYING) alSourcePlay(source_);
    }

    std::int64_t queued() override {
        takeHeard();
        ALint offset = 0;
        alGetSourcei(source_, AL_SAMPLE_OFFSET, &offset);
        return std::max<std::int64_t>(0, waiting_ - offset);
    }

    void clear() override {
        alSourceStop(source_);
        takeHeard();
        waiting_ = 0;
    }

private:
    void takeHeard() {
        ALint heard = 0;
        alGetSourcei(source_, AL_BUFFERS_PROCESSED, &heard);
        for (; heard > 0; --heard) {
            ALuint buffer = 0;
            alSourceUnqueueBuffers(source_, 1, &buffer);
            ALint bytes = 0;
            alGetBufferi(buffer, AL_SIZE, &bytes);
            constexpr auto kSampleBytes =
                static_cast<ALint>(sound::kChannels * sizeof(std::int16_t));
            waiting_ -= bytes / kSampleBytes;
            alDeleteBuffers(1, &buffer);
        }
    }

    std::unique_ptr<ALCdevice, Close> device_;
    std::unique_ptr<ALCcontext, Close> context_;  // before its device
    ALuint source_ = 0;
    std::vector<std::int16_t> whole_;
    std::int64_t waiting_ = 0;  ///< samples in buffers that were not taken back
};

}  // namespace

std::unique_ptr<SoundSink> openSoundDevice() {
    std::unique_ptr<ALCdevice, Close> device(alcOpenDevice(nullptr));
    if (!device) return nullptr;
    std::unique_ptr<ALCcontext, Close> context(alcCreateContext(device.get(), nullptr));
    if (!context || alcMakeContextCurrent(context.get()) == ALC_FALSE) return nullptr;
    return std::make_unique<OpenAlSink>(std::move(device), std::move(context));
}

}  // namespace ebbflow::live
