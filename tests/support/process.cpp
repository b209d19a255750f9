#include "support/process.hpp"

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace ebbflow::test {

namespace {

void sendTo(int stream, const std::filesystem::path& path) {
    if (path.empty()) return;
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (file < 0 || ::dup2(file, stream) < 0) ::_exit(126);
}

[[noreturn]] void become(const Launch& launch) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const std::string& name : launch.without) ::unsetenv(name.c_str());
    for (const auto& [name, value] : launch.environment) ::setenv(name.c_str(), value.c_str(), 1);
    sendTo(STDOUT_FILENO, launch.output);
    sendTo(STDERR_FILENO, launch.errors);
    if (!launch.folder.empty() && ::chdir(launch.folder.c_str()) != 0) ::_exit(126);
    if (launch.inheritedFile >= 0) ::fcntl(launch.inheritedFile, F_SETFD, 0);
    // Fails for an ordinary user, who is bound by permissions anyway.
    if (launch.withoutPrivilege) ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
    if (launch.disk) {
        const rlimit limit{*launch.disk, *launch.disk};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(126);
    }
    std::vector<std::string> words = launch.command;
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

}  // namespace

Process::Process(const Launch& launch) : pid_(::fork()) {
    if (pid_ < 0) throw std::runtime_error("cannot fork");
    if (pid_ == 0) become(launch);
}

Process::~Process() {
    if (!running()) return;
    signal(SIGKILL);
    (void)wait(10);
}

void Process::signal(int number) const {
    ::kill(pid_, number);
}

bool Process::running() {
    if (status_) return false;
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) != pid_) return true;
    status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return false;
}

std::optional<int> Process::wait(double seconds) {
    (void)eventually([&] { return !running(); }, seconds);
    return status_;
}

int runToEnd(const Launch& launch, double seconds) {
    Process process(launch);
    const auto status = process.wait(seconds);
    if (!status) throw std::runtime_error(launch.command.front() + " does not end");
    return *status;
}

void pauseBriefly() {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

double secondsNow() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(now).count();
}

}  // namespace ebbflow::test
