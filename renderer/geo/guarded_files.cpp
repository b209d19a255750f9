#include "geo/guarded_files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <string_view>

#include <cpl_string.h>
#include <cpl_vsi_virtual.h>

#include "geo/gatekeeper.hpp"

namespace ebbflow::geo {

namespace {

/// What GDAL unpacks or makes up itself: files in them are opened through the other file systems
/// again, and asked about there.
constexpr auto kOnTopOfOthers = std::to_array<std::string_view>(
    {"/vsimem/", "/vsizip/", "/vsigzip/", "/vsitar/", "/vsisubfile/", "/vsisparse/", "/vsicrypt/"});

/// One of GDAL's file systems, with the question before each way to read, and none to write.
class GuardedFiles : public VSIFilesystemHandler {
public:
    GuardedFiles(VSIFilesystemHandler& inner, FileKind kind) : inner_(inner), kind_(kind) {}

    VSIVirtualHandle* Open(const char* name, const char* how, bool setError,
                           CSLConstList options) override {
        const bool reads = how[0] == 'r' && std::string_view(how).find('+') == std::string::npos;
        if (!(reads ? allowed(name) : writable())) return nullptr;
        return inner_.Open(name, how, setError, options);
    }
    int Stat(const char* name, VSIStatBufL* state, int flags) override {
        if (seen(name)) return inner_.Stat(name, state, flags);
        errno = ENOENT;
        return -1;
    }
    char** ReadDirEx(const char* name, int most) override {
        return seen(name) ? inner_.ReadDirEx(name, most) : nullptr;
    }
    char** SiblingFiles(const char* name) override {
        return seen(name) ? inner_.SiblingFiles(name) : nullptr;
    }
    VSIDIR* OpenDir(const char* name, int depth, const char* const* options) override {
        return seen(name) ? inner_.OpenDir(name, depth, options) : nullptr;
    }
    int Unlink(const char* name) override { return writable() ? inner_.Unlink(name) : -1; }
    int Mkdir(const char* name, long mode) override {
        return writable() ? inner_.Mkdir(name, mode) : -1;
    }
    int Rmdir(const char* name) override { return writable() ? inner_.Rmdir(name) : -1; }
    int RmdirRecursive(const char* name) override {
        return writable() ? inner_.RmdirRecursive(name) : -1;
    }
    int Rename(const char* from, const char* to) override {
        return writable() ? inner_.Rename(from, to) : -1;
    }
    int IsCaseSensitive(const char* name) override { return inner_.IsCaseSensitive(name); }
    GIntBig GetDiskFreeSpace(const char* name) override { return inner_.GetDiskFreeSpace(name); }
    int SupportsSparseFiles(const char* name) override { return inner_.SupportsSparseFiles(name); }
    int HasOptimizedReadMultiRange(const char* name) override {
        return inner_.HasOptimizedReadMultiRange(name);
    }
    const char* GetOptions() override { return inner_.GetOptions(); }
    const char* GetActualURL(const char* name) override { return inner_.GetActualURL(name); }
    bool IsLocal(const char* name) override { return inner_.IsLocal(name); }
    std::string GetStreamingFilename(const std::string& name) const override {
        return inner_.GetStreamingFilename(name);
    }
    bool SupportsSequentialWrite(const char* name, bool temporary) override {
        return inner_.SupportsSequentialWrite(name, temporary);
    }
    bool SupportsRandomWrite(const char* name, bool temporary) override {
        return inner_.SupportsRandomWrite(name, temporary);
    }
    bool SupportsRead(const char* name) override { return inner_.SupportsRead(name); }

private:
    /// For opening, which is refused in words.
    [[nodiscard]] bool allowed(const char* name) const {
        Gatekeeper* keeper = Gatekeeper::current();
        return keeper == nullptr || keeper->admits(name, kind_);
    }
    /// For looking, which is refused in silence: drivers look for much that need not be there.
    [[nodiscard]] bool seen(const char* name) const {
        const Gatekeeper* keeper = Gatekeeper::current();
        return keeper == nullptr || keeper->mayRead(name, kind_);
    }
    /// A scene is read, and nothing is written for it.
    static bool writable() {
        if (Gatekeeper::current() == nullptr) return true;
        errno = EROFS;
        return false;
    }

    VSIFilesystemHandler& inner_;
    FileKind kind_;
};

void guard(const std::string& prefix, FileKind kind) {
    VSIFilesystemHandler* inner = VSIFileManager::GetHandler(prefix.c_str());
    // GDAL keeps file systems until the process ends.
    VSIFileManager::InstallHandler(prefix, new GuardedFiles(*inner, kind));
}  // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): GDAL keeps it

}  // namespace

void guardFiles() {
    const CPLStringList prefixes(VSIFileManager::GetPrefixes());
    for (int i = 0; i < prefixes.Count(); ++i) {
        const std::string prefix = prefixes[i];
        const std::string_view name(prefix);
        if (std::ranges::find(kOnTopOfOthers, name) != kOnTopOfOthers.end()) continue;
        guard(prefix, name.starts_with("/vsistd") ? FileKind::stream : FileKind::remote);
    }
    // GDAL does not list this one.
    guard("/vsicurl?", FileKind::remote);
    guard("", FileKind::local);
}

}  // namespace ebbflow::geo
