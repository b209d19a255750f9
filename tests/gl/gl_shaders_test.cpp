// Shader text: includes, line numbers, folders in place of what is built in.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "gl/context.hpp"
#include "gl/program.hpp"
#include "gl/shader_library.hpp"

namespace ebbflow::gl {
namespace {

using testing::HasSubstr;

class Shaders : public testing::Test {
protected:
    std::filesystem::path folder = std::filesystem::path(testing::TempDir()) /
                                   ("ebbflow_shaders_" + std::to_string(::getpid()));
    void SetUp() override { std::filesystem::create_directories(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder / name) << text;
    }
};

TEST(EmbeddedShaders, AreThoseOfTheFolder) {
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(EBBFLOW_SOURCE_DIR) / "shaders")) {
        const std::string name = entry.path().filename().string();
        std::ifstream file(entry.path());
        std::stringstream text;
        text << file.rdbuf();
        const auto all = embeddedShaders();
        const auto found = std::ranges::find(all, name, &core::EmbeddedFile::name);
        ASSERT_NE(found, all.end()) << name;
        EXPECT_EQ(found->text, text.str()) << name;
    }
}

TEST_F(Shaders, IncludeEachFileOnce) {
    write("a.glsl", "#include \"b.glsl\"\n#include \"c.glsl\"\nint a;\n");
    write("b.glsl", "#include \"c.glsl\"\nint b;\n");
    write("c.glsl", "int c;\n");
    const ShaderText text = ShaderLibrary(folder.string()).expand("a.glsl");
    EXPECT_EQ(text.fault, "");
    EXPECT_EQ(text.text.find("int c;"), text.text.rfind("int c;"));
    EXPECT_LT(text.text.find("int c;"), text.text.find("int b;"));
    EXPECT_THAT(text.text, testing::StartsWith("#version 450 core\n"));
}

TEST_F(Shaders, MissingIncludeNamesTheLineThatAsksForIt) {
    write("a.glsl", "int a;\n#include \"nowhere.glsl\"\n");
    const ShaderText text = ShaderLibrary(folder.string()).expand("a.glsl");
    EXPECT_THAT(text.fault, HasSubstr("a.glsl:2: error: "));
    EXPECT_THAT(text.fault, HasSubstr("`nowhere.glsl`"));
}

TEST_F(Shaders, CompilersFaultInAnIncludeNamesItsOwnFileAndLine) {
    const HeadlessContext context({.debug = false, .software = true});
    write("v.glsl", "void main() { gl_Position = vec4(0.0); }\n");
    write("inner.glsl", "float fine;\nfloat broken = nothing;\n");
    write("f.glsl",
          "// one\n#include \"inner.glsl\"\nout vec4 c;\nvoid main() { c = vec4(1.0); }\n");
    const ProgramOrFault built = buildProgram(ShaderLibrary(folder.string()), "v.glsl", "f.glsl");
    EXPECT_FALSE(built.program);
    EXPECT_THAT(built.fault, HasSubstr((folder / "inner.glsl").string() + ":2: "));
}

TEST_F(Shaders, LinesAfterAnIncludeAreStillCountedRight) {
    const HeadlessContext context({.debug = false, .software = true});
    write("v.glsl", "void main() { gl_Position = vec4(0.0); }\n");
    write("inner.glsl", "float a;\nfloat b;\nfloat d;\n");
    write("f.glsl", "#include \"inner.glsl\"\n\nout vec4 c;\nvoid main() { c = wrong; }\n");
    const ProgramOrFault built = buildProgram(ShaderLibrary(folder.string()), "v.glsl", "f.glsl");
    EXPECT_THAT(built.fault, HasSubstr((folder / "f.glsl").string() + ":4: "));
}

TEST_F(Shaders, OtherDriversWordsAreUnderstoodToo) {
    ShaderText text;
    text.files = {"shaders/a.glsl", "shaders/b.glsl"};
    EXPECT_EQ(ShaderLibrary::explain("0(10014) : error C1008: undefined variable\n", text),
              "shaders/b.glsl:14: error C1008: undefined variable\n");
    EXPECT_EQ(ShaderLibrary::explain("0:3(7): error: no\n", text), "shaders/a.glsl:3: error: no\n");
    EXPECT_EQ(ShaderLibrary::explain("out of memory\n", text), "out of memory\n");
}

TEST_F(Shaders, AFolderTakesThePlaceOfSomeFilesOnly) {
    write("colour.glsl", "float mine;\n");
    const ShaderLibrary library(folder.string());
    EXPECT_THAT(library.expand("colour.glsl").text, HasSubstr("float mine;"));
    EXPECT_EQ(library.expand("view.glsl").fault, "");
}

}  // namespace
}  // namespace ebbflow::gl
