#pragma once
// Files that are there whole or not at all. Everything is written under a name with `.part` in it
// and renamed when it is safely on the disk. It chooses no names.

#include <filesystem>
#include <string>
#include <string_view>

namespace ebbflow::core {

/// Writes and renames; throws Failure, leaving neither the file nor its part.
void writeWhole(const std::filesystem::path& path, std::string_view text);
/// The same without waiting for the disk, for one of many files: settleAll() waits for them all.
void writeUnsettled(const std::filesystem::path& path, std::string_view text);
[[nodiscard]] std::string readWhole(const std::filesystem::path& path);

/// Gives a finished part its name; an older file of that name goes. publishSettled() first waits
/// until the bytes are on the disk, so that a power cut leaves the whole file or none.
void publish(const std::filesystem::path& part, const std::filesystem::path& path);
void publishSettled(const std::filesystem::path& part, const std::filesystem::path& path);

/// Waits until a file's bytes are on the disk.
void settle(const std::filesystem::path& file);
/// Waits until the names in `folder` are on the disk.
void settleNames(const std::filesystem::path& folder);
/// Waits until all that was written to the file system of `folder`, names too, is on the disk.
void settleAll(const std::filesystem::path& folder);

/// `NAME.part`
[[nodiscard]] std::filesystem::path partOf(const std::filesystem::path& path);

/// The folder that a file lies in, `.` for a bare name.
[[nodiscard]] std::filesystem::path folderOf(const std::filesystem::path& path);

}  // namespace ebbflow::core
