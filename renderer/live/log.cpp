#include "live/log.hpp"

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <iostream>
#include <utility>

#include "core/error.hpp"
#include "core/printable.hpp"

namespace ebbflow::live {

namespace {

constexpr std::size_t kLargestFile = 1U << 20U;
constexpr std::size_t kOldFiles = 2;

spdlog::sink_ptr sinkFor(const std::filesystem::path& file) {
    if (file.empty()) return std::make_shared<spdlog::sinks::stderr_sink_mt>();
    try {
        // spdlog names the old ones NAME.1.EXT.
        return std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), kLargestFile,
                                                                      kOldFiles);
    } catch (const spdlog::spdlog_ex& fault) {
        throw core::Failure("the log cannot be opened: " + std::string(fault.what()));
    }
}

}  // namespace

struct Log::Impl {
    spdlog::logger logger;
    explicit Impl(spdlog::sink_ptr sink) : logger("ebbflow", std::move(sink)) {
        logger.flush_on(spdlog::level::info);
        logger.set_pattern("%Y-%m-%d %H:%M:%S %l: %v");
        // A full disk must not end a kiosk, nor fill its journal: it is told once.
        logger.set_error_handler([told = false](const std::string& fault) mutable {
            if (!std::exchange(told, true))
                std::cerr << "ebbflow: the log cannot be written: " << fault << '\n';
        });
    }
};

Log::Log(const std::filesystem::path& file) : impl_(std::make_unique<Impl>(sinkFor(file))) {}
Log::~Log() = default;

void Log::info(const std::string& line) {
    impl_->logger.info("{}", core::printable(line));
}
void Log::error(const std::string& line) {
    impl_->logger.error("{}", core::printable(line));
}

}  // namespace ebbflow::live
