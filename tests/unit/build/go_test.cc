#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <string>

#include "tests/unit/build/submission.hh"

namespace sockgrade::build {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Go : public Submission {};

TEST_F(Go, CompilesAFileWithoutAModule) {
    const Built built =
        build(put("server.go", "package main\n\nimport \"os\"\n\nfunc main() { println(os.Args[1]) }\n"));
    EXPECT_EQ(output_of(built, {"12000"}), "12000\n");
    EXPECT_THAT(files(), ElementsAre("server.go"));
}

TEST_F(Go, CompilesAFileOfAModule) {
    put("go.mod", "module example.org/server\n");
    put("text/text.go", "package text\n\nconst Hello = \"hello\"\n");
    const Built built = build(
        put("server.go",
            "package main\n\nimport \"example.org/server/text\"\n\nfunc main() { println(text.Hello) }\n"));
    EXPECT_EQ(output_of(built), "hello\n");
}

TEST_F(Go, TakesTheOtherFilesOfTheProgramToo) {
    put("go.mod", "module example.org/server\n");
    put("text.go", "package main\n\nconst hello = \"hello\"\n");
    put("another.go", "package main\n\nfunc main() { println(\"another\") }\n");
    put("text_test.go", "package main\n\nfunc broken( {\n");
    const Built built = build(put("server.go", "package main\n\nfunc main() { println(hello) }\n"));
    EXPECT_EQ(output_of(built), "hello\n");
}

TEST_F(Go, NeedsNoHome) {
    const char* const before = ::getenv("HOME");
    const std::string home = before != nullptr ? before : "";
    ::unsetenv("HOME");
    const Built built = build(put("server.go", "package main\n\nfunc main() { println(\"homeless\") }\n"));
    if (before != nullptr) ::setenv("HOME", home.c_str(), 1);
    EXPECT_EQ(output_of(built), "homeless\n");
}

TEST_F(Go, NamesTheFirstErrorsLine) {
    const Built built = build(put("server.go", "package main\n\nfunc main() {\n\tx := 1\n}\n"));
    EXPECT_EQ(failure_message(built), "server.go does not compile: line 4: x declared but not used");
    EXPECT_THAT(built.failure->log, HasSubstr("./server.go:4:2: x declared but not used"));
    EXPECT_EQ(
        failure_message(build(put("empty.go", "package main\n"))),
        "empty.go does not compile: runtime.main_main·f: function main is undeclared in the main package");
}

TEST_F(Go, SaysThatALibraryIsNoProgram) {
    const Built built = build(put("server.go", "package server\n\nfunc Serve() {}\n"));
    EXPECT_EQ(failure_message(built), "server.go is no program: it is not in package main");
    EXPECT_EQ(built.failure->hint, "the first line of a program is: package main");
}

}  // namespace
}  // namespace sockgrade::build
