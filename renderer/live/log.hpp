#pragma once
// Where the window reports what a viewer must not see: standard error, or a file that is kept small
// however long the program runs. It never throws once it is open.

#include <filesystem>
#include <memory>
#include <string>

namespace ebbflow::live {

class Log {
public:
    /// To standard error when `file` is empty; else to the file, of which the last few megabytes
    /// are kept (NAME.log, NAME.1.log, NAME.2.log). Throws core::Failure when it cannot be opened.
    explicit Log(const std::filesystem::path& file);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    void info(const std::string& line);
    void error(const std::string& line);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ebbflow::live
