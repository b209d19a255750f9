#include "delivery/frame_claim.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::delivery {

namespace {

// A frame is one byte of the lock file, which stays empty: locks may lie beyond the end. The door
// is a byte that no film reaches.
constexpr off_t kDoor = off_t{1} << 40;

struct flock lockOf(short type, off_t start, off_t count) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = start;
    lock.l_len = count;
    return lock;
}

bool lockBytes(int file, off_t start, off_t count, int how) {
    struct flock lock = lockOf(F_WRLCK, start, count);
    while (::fcntl(file, how, &lock) != 0) {
        if (errno == EINTR) continue;
        return errno != EAGAIN && errno != EACCES;
    }
    return true;
}

void unlockBytes(int file, off_t start, off_t count) {
    struct flock lock = lockOf(F_UNLCK, start, count);
    (void)::fcntl(file, F_OFD_SETLK, &lock);
}

}  // namespace

FrameClaim::FrameClaim(std::filesystem::path folder) : folder_(std::move(folder)) {
    for (;;) {
        open();
        (void)lockBytes(file_, kDoor, 1, F_OFD_SETLKW);
        // Whoever was inside may have removed the folder with the file that was waited at.
        struct stat facts {};
        if (::fstat(file_, &facts) != 0 || facts.st_nlink > 0) return;
        ::close(file_);
    }
}

void FrameClaim::open() {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) {
        throw core::Failure(
            fmt::format("cannot make the folder {}: {}", folder_.string(), error.message()));
    }
    const std::filesystem::path path = folder_ / kFile;
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file_ < 0) {
        throw core::Failure(fmt::format("cannot write {}: {}", path.string(),
                                        std::generic_category().message(errno)));
    }
}

FrameClaim::~FrameClaim() {
    ::close(file_);
}

bool FrameClaim::take(const FrameRange& frames) const {
    // A length of 0 would mean all that follows.
    return frames.count() <= 0 || lockBytes(file_, frames.first, frames.count(), F_OFD_SETLK);
}

bool FrameClaim::takeAll() const {
    return lockBytes(file_, 0, kDoor, F_OFD_SETLK);
}

void FrameClaim::keepOnly(const FrameRange& frames) const {
    if (frames.first > 0) unlockBytes(file_, 0, frames.first);
    unlockBytes(file_, frames.end, kDoor - frames.end);
}

void FrameClaim::leaveDoor() const {
    unlockBytes(file_, kDoor, 1);
}

}  // namespace ebbflow::delivery
