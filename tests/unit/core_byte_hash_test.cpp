#include "core/byte_hash.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string_view>

#include "core/error.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::core {
namespace {

void add(ByteHash& hash, std::string_view text) {
    hash.add(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

std::string hashOf(std::string_view text) {
    ByteHash hash;
    add(hash, text);
    return hexOf(hash.value());
}

// What `printf TEXT | xxhsum` prints.
TEST(ByteHash, IsXxh64) {
    EXPECT_EQ(hashOf(""), "ef46db3751d8e999");
    EXPECT_EQ(hashOf("abc"), "44bc2cf5ad770999");
    EXPECT_EQ(hashOf("Nobody inspects the spammish repetition"), "fbcea83c8a378bf1");
}

TEST(ByteHash, DoesNotDependOnHowTheBytesAreCut) {
    const std::string text(100, 'x');
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        ByteHash hash;
        add(hash, std::string_view(text).substr(0, cut));
        add(hash, std::string_view(text).substr(cut));
        EXPECT_EQ(hexOf(hash.value()), hashOf(text)) << cut;
    }
}

TEST(ByteHash, ANumberIsItsBytesFromTheLowest) {
    ByteHash hash;
    hash.add(std::uint64_t{0x0807060504030201});
    EXPECT_EQ(hexOf(hash.value()), hashOf("\1\2\3\4\5\6\7\10"));
}

TEST(ByteHash, OfAFileIsThatOfItsBytes) {
    const test::TemporaryFolder folder;
    // More than is read at once.
    const std::string text(3'000'000, 'y');
    std::ofstream(folder / "a") << text;
    EXPECT_EQ(hashOfFile(folder / "a"), hashOf(text));
    EXPECT_THROW((void)hashOfFile(folder / "b"), Failure);
}

}  // namespace
}  // namespace ebbflow::core
