#include "remote/health.hpp"

#include <unistd.h>

#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ebbflow::remote {

namespace {

double age(const live::Report& report) {
    return report.uptime - report.at;
}

/// A label's value: backslash, quote and line feed are escaped.
std::string labelled(const std::string& value) {
    std::string text;
    for (const char c : value) {
        if (c == '\\' || c == '"') text += '\\';
        text += c == '\n' ? ' ' : c;
    }
    return text;
}

struct Metric {
    const char *name, *type, *help;
    double value;
};

}  // namespace

bool isStuck(const live::Report& report) {
    return age(report) > kStuckSeconds;
}

std::string healthJson(const live::Report& report, std::uint64_t memory) {
    const live::Status& status = report.status;
    const auto size = [](gl::Extent extent) {
        return nlohmann::ordered_json{{"width", extent.width}, {"height", extent.height}};
    };
    const nlohmann::ordered_json json{
        {"ok", !isStuck(report)},
        {"state", isStuck(report) ? "stuck" : status.state},
        {"black", status.black},
        {"time", status.time.seconds()},
        {"length", status.length.seconds()},
        {"frame", status.frame},
        {"chapter", status.chapter},
        {"step", status.step},
        {"language", status.language},
        {"fullscreen", status.fullScreen},
        {"window", size(status.window)},
        {"picture", size(status.picture)},
        {"scale", status.scale},
        {"problem", status.problem},
        {"uptime_seconds", report.uptime},
        {"loop_age_seconds", age(report)},
        {"picture_age_seconds", report.uptime - report.drawnAt},
        {"pictures_drawn", report.drawn},
        {"frames_missed", report.missed},
        {"reloads", status.reloads},
        {"resident_bytes", memory},
        {"renderer", report.renderer},
        {"pid", ::getpid()},
    };
    // A film's own words may hold anything.
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string metricsText(const live::Report& report, std::uint64_t memory) {
    const live::Status& status = report.status;
    const auto number = [](auto value) { return static_cast<double>(value); };
    const Metric metrics[] = {
        {"ebbflow_up", "gauge", "1 while the window's loop comes round.",
         isStuck(report) ? 0. : 1.},
        {"ebbflow_uptime_seconds", "gauge", "Since the window was opened.", report.uptime},
        {"ebbflow_loop_age_seconds", "gauge", "Since the loop came round last.", age(report)},
        {"ebbflow_picture_age_seconds", "gauge", "Since a picture was drawn last.",
         report.uptime - report.drawnAt},
        {"ebbflow_pictures_drawn_total", "counter", "Pictures drawn.", number(report.drawn)},
        {"ebbflow_frames_missed_total", "counter", "Frames of the film that were not shown.",
         number(report.missed)},
        {"ebbflow_reloads_total", "counter", "Saves that were taken over.", number(status.reloads)},
        {"ebbflow_resident_memory_bytes", "gauge", "Resident memory.", number(memory)},
        {"ebbflow_film_time_seconds", "gauge", "Where the film stands.", status.time.seconds()},
        {"ebbflow_film_length_seconds", "gauge", "How long it is.", status.length.seconds()},
        {"ebbflow_chapter", "gauge", "Chapter on screen, from 1.", number(status.chapter)},
        {"ebbflow_picture_scale", "gauge", "Pixels drawn to one of the window, each way.",
         status.scale},
        {"ebbflow_black", "gauge", "1 while the screen is black.", status.black ? 1. : 0.},
        {"ebbflow_fullscreen", "gauge", "1 while a screen is filled.", status.fullScreen ? 1. : 0.},
        {"ebbflow_problem", "gauge", "1 while a save with faults waits to be mended.",
         status.problem.empty() ? 0. : 1.},
    };
    std::string text;
    for (const Metric& metric : metrics)
        text += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", metric.name, metric.help,
                            metric.type, metric.value);
    text += fmt::format(
        "# HELP ebbflow_info What plays.\n# TYPE ebbflow_info gauge\n"
        "ebbflow_info{{state=\"{}\",language=\"{}\",renderer=\"{}\"}} 1\n",
        labelled(status.state), labelled(status.language), labelled(report.renderer));
    return text;
}

std::uint64_t residentMemory() {
    std::ifstream file("/proc/self/statm");
    std::uint64_t all = 0, resident = 0;
    file >> all >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace ebbflow::remote
