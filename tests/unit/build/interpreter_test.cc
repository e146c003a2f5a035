#include "build/interpreter.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/unit/build/submission.hh"

namespace sockgrade::build {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class InterpreterTest : public Submission {
  protected:
    BuildOptions with_path(const std::string& name) const {
        BuildOptions options;
        options.search_path = folder() + "/" + name;
        return options;
    }
    // A script like those of version managers.
    void put_shim(const std::string& name, const std::string& real) const {
        put(name, "#!/bin/sh\nexec " + real + " \"$@\"\n", 0755);
    }
};

TEST_F(InterpreterTest, OfTheSystemIsTakenAsItIs) {
    const Built built = build(put("server.js", "console.log('hello')\n"));
    EXPECT_EQ(output_of(built), "hello\n");
    EXPECT_THAT(built.readable, IsEmpty());
}

TEST_F(InterpreterTest, IsFoundBehindAStandIn) {
    put_shim("shims/python3", "/usr/bin/python3");
    put_shim("shims/node", "/usr/bin/node");
    const Built python = build(put("server.py", "print('hello')\n"), with_path("shims"));
    EXPECT_THAT(python.command, ElementsAre("/usr/bin/python3", folder() + "/server.py"));
    EXPECT_THAT(python.readable, IsEmpty());
    const Built node = build(put("server.js", ""), with_path("shims"));
    EXPECT_THAT(node.command, ElementsAre("/usr/bin/node", folder() + "/server.js"));
}

TEST_F(InterpreterTest, OfJavaAndGoIsFoundBehindAStandIn) {
    for (const char* name : {"java", "javac", "go"})
        put_shim(std::string("shims/") + name, std::string("/usr/bin/") + name);
    const Built java =
        build(put("S.java", "class S { public static void main(String[] a) { System.out.println(1); } }\n"),
              with_path("shims"));
    ASSERT_FALSE(java.failure.has_value()) << java.failure->log;
    EXPECT_TRUE(java.command.front().ends_with("/bin/java")) << java.command.front();
    EXPECT_FALSE(java.command.front().starts_with(folder()));
    EXPECT_THAT(java.readable, ElementsAre(java.files->path()));
    EXPECT_EQ(
        output_of(build(put("s.go", "package main\n\nfunc main() { println(1) }\n"), with_path("shims"))),
        "1\n");
}

TEST_F(InterpreterTest, ThatDoesNotAnswerIsTakenAsItIs) {
    put("broken/python3", "#!/bin/sh\necho no version is installed\nexit 127\n", 0755);
    const Built built = build(put("server.py", ""), with_path("broken"));
    EXPECT_THAT(built.command, ElementsAre(folder() + "/broken/python3", folder() + "/server.py"));
    EXPECT_THAT(built.readable, ElementsAre(folder() + "/broken"));
}

TEST_F(InterpreterTest, OfAVirtualEnvironmentNeedsItsFolder) {
    put("venv/pyvenv.cfg", "home = /usr/bin\n");
    fs::create_directories(folder() + "/venv/bin");
    fs::create_symlink("/usr/bin/python3", folder() + "/venv/bin/python3");
    const Built built = build(put("server.py", "import sys\nprint(sys.prefix)\n"), with_path("venv/bin"));
    EXPECT_THAT(built.command, ElementsAre(folder() + "/venv/bin/python3", folder() + "/server.py"));
    EXPECT_THAT(built.readable, ElementsAre(folder() + "/venv"));
    EXPECT_EQ(output_of(built), folder() + "/venv\n");
}

TEST_F(InterpreterTest, OfAScriptsFirstLineIsNeededToo) {
    fs::create_directories(folder() + "/tools/bin");
    fs::copy_file("/usr/bin/env", folder() + "/tools/bin/myshell");
    const Built built = build(put("server", "#!/usr/bin/env myshell\n", 0755), with_path("tools/bin"));
    EXPECT_THAT(built.readable, Contains(folder() + "/tools"));
}

TEST_F(InterpreterTest, IsNotAskedInTheStudentsFolder) {
    put("shims/python3",
        "#!/bin/sh\n[ -e .python-version ] && echo file=/bin/sh\nexec /usr/bin/python3 \"$@\"\n", 0755);
    put(".python-version", "../../evil\n");
    EXPECT_EQ(build(put("server.py", ""), with_path("shims")).command.front(), "/usr/bin/python3");
}

}  // namespace
}  // namespace sockgrade::build
