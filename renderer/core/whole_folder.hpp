#pragma once
// A folder that is there whole or not at all: it is filled beside its place, under a name with
// `.part` in it, and renamed when it is done. It never deletes what it did not make.

#include <filesystem>
#include <string_view>

namespace ebbflow::core {

class WholeFolder {
public:
    /// Makes the part beside `path`. Throws Failure when `path` is there and neither an empty
    /// folder nor, with `replace`, any other folder; or when it is the folder that the program runs
    /// in.
    WholeFolder(const std::filesystem::path& path, bool replace);
    /// Takes the part away unless it was published.
    ~WholeFolder();
    WholeFolder(const WholeFolder&) = delete;
    WholeFolder& operator=(const WholeFolder&) = delete;

    /// Where it is filled.
    [[nodiscard]] const std::filesystem::path& part() const { return part_; }
    /// A file of it, in a folder of its own if the name has one.
    void write(const std::filesystem::path& name, std::string_view text) const;
    /// Gives it its name. A folder that was there is kept as `NAME.before`, whose name is returned;
    /// else nothing.
    std::filesystem::path publish();

private:
    std::filesystem::path path_, part_;
    bool published_ = false;
};

}  // namespace ebbflow::core
