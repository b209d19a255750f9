#include "scene/init_scene.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <ranges>
#include <system_error>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::scene {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kScript =
    R"yaml(# A film in three chapters. Change a line, save, and look:  ebbflow play .
# Every fault is named with its line:                      ebbflow check .
# What can be written where, as you type, in your editor:  ebbflow schema > schema.json
# yaml-language-server: $schema=schema.json

title:
  en: Students to Moscow
  ru: Студенты — в Москву
languages: [en, ru]            # the first is shown unless another is asked for

movements: data/movements.csv  # who went where, when, how many: edit it as a spreadsheet
sources: data/sources.csv      # what the figures rest on; steps and rows name them by id

flows:                         # how each kind of movement looks
  students:
    color: gold                # gold, cyan, vermilion, violet, or "#f2b441" in quotes
    label:
      en: students
      ru: студенты

chapters:                      # in order; a presenter goes from one to the next

  - title:
      en: The first train
      ru: Первый поезд
    date: 1951                 # this year passes while the step lasts
    show: [Peking, Moscow]     # the camera fits these places; no coordinates needed
    caption:
      # After `|` and indented, any text can stand as it is, with colons, quotes and # in it.
      en: |
        In August 1951 the first 375 students leave for Moscow.
      ru: |
        В августе 1951 года первые 375 студентов уезжают в Москву.
    source: qian_han           # a number in a caption needs one
    notes: |
      Only the presenter sees this. Ask who has travelled longer than nine days by train.

  - title:
      en: Two years on
      ru: Два года спустя
    steps:                     # a chapter of several steps; dates run forward without a gap
      - date: 1952
        length: 4              # seconds; left out, the time that the camera and reading take
      - date: 1953
        camera: {center: Moscow, width: 2600 km, tilt: 30}
        caption:
          en: |
            In 1953 there are 583.
          ru: |
            В 1953 году их 583.
        source: yang_xu

  - title:
      en: The peak
      ru: Вершина
    date: 1954/1956
    show: [Peking, Moscow]
    caption:
      en: |
        In 1956 perhaps two thousand. We have not found the register.
      ru: |
        В 1956 году, возможно, две тысячи. Список мы не нашли.
)yaml";

constexpr std::string_view kMovements =
    R"csv(kind,from,to,when,count,confidence,source,note
students,Peking,Moscow,1951-08,375,documented,qian_han,left in August
students,Peking,Moscow,1953,583,documented,yang_xu,
students,Peking,Moscow,1956,2085,unverified,,often quoted; the register is not found
)csv";

constexpr std::string_view kSources = R"csv(id,citation,page,url
qian_han,Qian Han (163.com),,https://www.163.com/dy/article/KJIVO5E3055660VM.html
yang_xu,"Yang Xu, The 1950s wave of study in the USSR (shexun.cn)",,https://shexun.cn/book/chapter/65028/114.html
)csv";

constexpr std::string_view kReadMe = R"md(# Students to Moscow

- `film.yaml` is the script: chapters, camera, captions in two languages.
- `data/movements.csv` says who went where. `when` may be `1951`, `1951-08`, `1951-08-03`, a period
  `1951-08/1951-09`, with `~` for about and `?` for uncertain. `confidence` is documented, estimate,
  interpolated, disputed or unverified; the less is known, the softer the lights are drawn.
- `data/sources.csv` names what each row and caption rests on.

    ebbflow check .              every fault, with its line
    ebbflow play .               the film in a window; it reloads when you save
    ebbflow render . -o film.mp4
)md";

/// What was made of a scene: it goes again unless all of it was.
class Making {
public:
    Making() = default;
    Making(const Making&) = delete;
    Making& operator=(const Making&) = delete;
    ~Making() {
        std::error_code ignored;
        // A folder goes only when it is empty.
        for (const fs::path& path : made_ | std::views::reverse) fs::remove(path, ignored);
    }

    void folder(const fs::path& path) {
        if (path.empty() || fs::is_directory(path)) return;
        folder(path.parent_path());
        std::error_code error;
        fs::create_directory(path, error);
        if (error) {
            throw core::Failure(
                fmt::format("cannot make the folder {}: {}", path.string(), error.message()));
        }
        made_.push_back(path);
    }

    void file(const fs::path& path, const std::string& text) {
        folder(path.parent_path());
        std::FILE* file = std::fopen(path.c_str(), "wbx");
        if (file == nullptr) fail(path, errno);
        made_.push_back(path);
        const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
        const int first = errno;
        if (std::fclose(file) != 0 || !written) fail(path, written ? errno : first);
    }

    void keep() { made_.clear(); }

private:
    [[noreturn]] static void fail(const fs::path& path, int code) {
        throw core::Failure(fmt::format("cannot write {}: {}; nothing was kept", path.string(),
                                        std::generic_category().message(code)));
    }

    std::vector<fs::path> made_;
};

}  // namespace

std::vector<InitialFile> initialFiles() {
    return {{"film.yaml", std::string(kScript)},
            {"data/movements.csv", std::string(kMovements)},
            {"data/sources.csv", std::string(kSources)},
            {"README.md", std::string(kReadMe)}};
}

std::vector<std::string> writeInitialScene(const std::string& folder) {
    const auto files = initialFiles();
    std::error_code error;
    for (const InitialFile& file : files) {
        const fs::path path = fs::path(folder) / file.name;
        if (fs::exists(fs::symlink_status(path, error))) {
            throw core::Failure(
                fmt::format("{} is there already; nothing was written", path.string()));
        }
    }
    Making making;
    std::vector<std::string> written;
    for (const InitialFile& file : files) {
        const fs::path path = fs::path(folder) / file.name;
        making.file(path, file.text);
        written.push_back(path.string());
    }
    making.keep();
    return written;
}

}  // namespace ebbflow::scene
