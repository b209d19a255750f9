#include "core/file_cache.hpp"

#include <fstream>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "core/whole_file.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::core {
namespace {

namespace fs = std::filesystem;

fs::path onlyFileIn(const fs::path& folder) {
    return fs::directory_iterator(folder)->path();
}

TEST(FileCache, GivesBackWhatWasKeptUnderThatKeyAlone) {
    const test::TemporaryFolder folder;
    const FileCache cache(folder / "made when it is wanted");
    EXPECT_EQ(cache.find("a"), std::nullopt);
    const std::string bytes("some\0bytes\n", 11);
    cache.keep("a", bytes);
    cache.keep("b", "");
    EXPECT_EQ(cache.find("a"), bytes);
    EXPECT_EQ(cache.find("b"), "");
    EXPECT_EQ(cache.find("c"), std::nullopt);
    cache.keep("a", "others");
    EXPECT_EQ(cache.find("a"), "others");
}

TEST(FileCache, AnyByteThatIsNotAsItWasWrittenMakesItNothing) {
    const test::TemporaryFolder folder;
    const FileCache cache(folder.path());
    cache.keep("key", "what took long");
    const fs::path file = onlyFileIn(folder.path());
    const std::string whole = readWhole(file);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string harmed = whole;
        harmed[i] = static_cast<char>(harmed[i] ^ 4);
        std::ofstream(file, std::ios::binary) << harmed;
        EXPECT_EQ(cache.find("key"), std::nullopt) << i;
        std::ofstream(file, std::ios::binary) << whole.substr(0, i);
        EXPECT_EQ(cache.find("key"), std::nullopt) << i;
    }
    std::ofstream(file, std::ios::binary) << whole;
    EXPECT_EQ(cache.find("key"), "what took long");
}

TEST(FileCache, AnEntryUnderAnothersNameIsNotTaken) {
    const test::TemporaryFolder folder;
    const FileCache cache(folder.path());
    cache.keep("one", "1");
    const fs::path one = onlyFileIn(folder.path());
    cache.keep("two", "2");
    for (const auto& entry : fs::directory_iterator(folder.path()))
        if (entry.path() != one) fs::copy_file(one, entry, fs::copy_options::overwrite_existing);
    EXPECT_EQ(cache.find("one"), "1");
    EXPECT_EQ(cache.find("two"), std::nullopt);
}

TEST(FileCache, LetsGoOfWhatWasNotAskedForLongest) {
    const test::TemporaryFolder folder;
    const FileCache cache(folder.path(), 5000);
    const auto wait = [] { std::this_thread::sleep_for(std::chrono::milliseconds(20)); };
    for (const char* key : {"a", "b", "c", "d"}) {
        cache.keep(key, std::string(1000, *key));
        wait();
    }
    EXPECT_TRUE(cache.find("a"));
    wait();
    cache.keep("e", std::string(1000, 'e'));
    wait();
    EXPECT_TRUE(cache.find("a")) << "it was asked for";
    EXPECT_FALSE(cache.find("b"));
    EXPECT_TRUE(cache.find("e"));
    cache.keep("f", std::string(6000, 'f'));
    EXPECT_FALSE(cache.find("f")) << "it would take all";
    EXPECT_TRUE(cache.find("e"));
}

TEST(FileCache, SeveralMayKeepOneThingAtATime) {
    const test::TemporaryFolder folder;
    const FileCache cache(folder.path());
    const std::string bytes(200'000, 'x');
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 20; ++round) {
                cache.keep("same", bytes);
                const auto found = cache.find("same");
                EXPECT_TRUE(found && *found == bytes);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(folder.entries(), 1U) << "no part is left behind";
}

TEST(FileCache, AFolderThatCannotBeIsNoFault) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "a file") << "in the way";
    const FileCache cache(folder / "a file");
    cache.keep("key", "bytes");
    EXPECT_EQ(cache.find("key"), std::nullopt);
    const FileCache none{""};
    none.keep("key", "bytes");
    EXPECT_EQ(none.find("key"), std::nullopt);
}

}  // namespace
}  // namespace ebbflow::core
