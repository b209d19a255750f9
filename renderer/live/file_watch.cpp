#include "live/file_watch.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <utility>

namespace ebbflow::live {

namespace fs = std::filesystem;

FileWatch::FileWatch(std::vector<std::string> paths)
    : paths_(std::move(paths)), told_(lookAtAll()), last_(told_) {}

void FileWatch::watch(std::vector<std::string> paths) {
    paths_ = std::move(paths);
    const Looks now = lookAtAll();
    Looks told;
    for (const auto& [path, look] : now) {
        const auto known = told_.find(path);
        told.emplace(path, known == told_.end() ? look : known->second);
    }
    told_ = std::move(told);
    last_ = now;
}

bool FileWatch::settledChange() {
    Looks now = lookAtAll();
    const bool quiet = now == last_;
    last_ = std::move(now);
    if (!quiet || last_ == told_) return false;
    told_ = last_;
    return true;
}

FileWatch::Look FileWatch::lookAt(const std::string& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) return {};
    return {true, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec, facts.st_size, facts.st_ino};
}

FileWatch::Looks FileWatch::lookAtAll() const {
    Looks looks;
    for (const std::string& path : paths_) {
        std::error_code fault;
        if (!fs::is_directory(path, fault)) {
            looks.emplace(path, lookAt(path));
            continue;
        }
        for (fs::directory_iterator entry(path, fault), end; !fault && entry != end;
             entry.increment(fault)) {
            if (entry->is_regular_file(fault)) {
                looks.emplace(entry->path().string(), lookAt(entry->path().string()));
            }
        }
    }
    return looks;
}

}  // namespace ebbflow::live
