#pragma once
// Notices that files have changed, by looking at them now and then: editors replace files rather
// than write into them, and network folders send no notices. It reads no file's contents and has
// no clock; whoever asks it decides how often.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ebbflow::live {

class FileWatch {
public:
    /// Files and folders; of a folder, the files directly in it. One that is not there yet is
    /// watched for.
    explicit FileWatch(std::vector<std::string> paths);

    /// Other files from now on. What they are like at this moment counts as seen; what has changed
    /// of those already watched is still told.
    void watch(std::vector<std::string> paths);

    /// Looks once. True when something has changed since it was last said, and has stayed the same
    /// from one look to the next: a save in several steps is told once, when it is over.
    [[nodiscard]] bool settledChange();

private:
    struct Look {
        bool there = false;
        std::int64_t seconds = 0, nanoseconds = 0;  ///< when it was last written
        std::int64_t size = 0;
        std::uint64_t number = 0;  ///< the inode's: another file in its place has another
        friend bool operator==(const Look&, const Look&) = default;
    };
    using Looks = std::map<std::string, Look>;
    [[nodiscard]] static Look lookAt(const std::string& path);
    [[nodiscard]] Looks lookAtAll() const;

    std::vector<std::string> paths_;
    Looks told_;
    Looks last_;
};

}  // namespace ebbflow::live
