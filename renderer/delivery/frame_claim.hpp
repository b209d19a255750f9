#pragma once
// Who is at work on which frames of a folder of segments, among any number of processes, also on
// other machines of a shared file system. A claim ends with its process, however that ends. Where
// the file system has no locks, nothing is held up.

#include <filesystem>

#include "delivery/parts.hpp"

namespace ebbflow::delivery {

class FrameClaim {
public:
    /// Makes the folder if need be and enters it alone: others wait in this constructor until
    /// leaveDoor(). Throws core::Failure when folder or lock file cannot be made.
    explicit FrameClaim(std::filesystem::path folder);
    FrameClaim(const FrameClaim&) = delete;
    FrameClaim& operator=(const FrameClaim&) = delete;
    ~FrameClaim();

    /// False when another process has claimed any of the frames.
    [[nodiscard]] bool take(const FrameRange& frames) const;
    /// All frames that there could be.
    [[nodiscard]] bool takeAll() const;
    /// Gives back all but these.
    void keepOnly(const FrameRange& frames) const;
    /// Lets the next one in; the frames stay claimed.
    void leaveDoor() const;

    /// Name of the lock file in the folder.
    static constexpr const char* kFile = "lock";

private:
    void open();
    std::filesystem::path folder_;
    int file_ = -1;
};

}  // namespace ebbflow::delivery
