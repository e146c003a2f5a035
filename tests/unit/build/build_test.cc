// What is refused, and what is started as it is.
#include "build/build.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/unit/build/submission.hh"

namespace sockgrade::build {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(Submission, SaysThatThereIsNoSuchProgram) {
    put("server.py", "");
    EXPECT_EQ(refusal(folder() + "/servr.py"), "servr.py: no such file or folder; did you mean server.py?");
    EXPECT_EQ(refusal(folder() + "/entirely-different"), "entirely-different: no such file or folder");
    EXPECT_EQ(refusal(folder() + "/server.py/x"), "server.py/x: no such file or folder");
    EXPECT_EQ(refusal(""), "no program given: name a file or a folder");
}

TEST_F(Submission, SaysWhatAFileOfNoKnownKindNeeds) {
    EXPECT_EQ(
        refusal(put("notes", "hello")),
        "notes: I don't know what to do with it; give it an ending that says its language (.c, .cc, .cpp, "
        ".cxx, "
        ".c++, .C, .go, .java, .js, .mjs, .cjs, .py or .sh), or make a program of it and: chmod +x notes");
    EXPECT_EQ(refusal(put("server", "#!/bin/sh\n")), "server: it may not be executed; try: chmod +x server");
    EXPECT_EQ(refusal(put("elf",
                          "\x7f"
                          "ELF")),
              "elf: it may not be executed; try: chmod +x elf");
    EXPECT_THAT(
        refusal(put("mac", "\xcf\xfa\xed\xfe", 0755)),
        HasSubstr(
            "mac: it is no program for Linux and no script with a #! line; give it a first line such as "
            "#!/usr/bin/env python3, or an ending: .c, .cc"));
}

TEST_F(Submission, NeverOpensWhatIsNoRegularFile) {
    const std::string fifo = folder() + "/server.py";
    ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
    const std::string message = "not a regular file; hand in a source file, an executable or a folder";
    EXPECT_EQ(refusal(fifo), "server.py: " + message);
    EXPECT_EQ(refusal("/dev/zero"), "/dev/zero: " + message);
}

TEST_F(Submission, SaysThatAFileMayNotBeRead) {
    const std::string file = put("server.py", "", 0);
    // Root may read everything, so the same is asked for as nobody, where we are root.
    if (::geteuid() == 0) {
        ASSERT_EQ(::chmod(folder().c_str(), 0755), 0);
        ASSERT_EQ(::seteuid(65534), 0);
    }
    const std::string message = refusal(file);
    if (::getuid() == 0) {
        ASSERT_EQ(::seteuid(0), 0);
    }
    EXPECT_EQ(message, "server.py: you may not read it; try: chmod u+r server.py");
}

TEST_F(Submission, StartsAnExecutableAsItIs) {
    const Built script = build(put("server", "#!/bin/sh\necho script $1\n", 0755));
    EXPECT_THAT(script.command, ElementsAre(folder() + "/server"));
    EXPECT_EQ(script.folder, folder());
    EXPECT_EQ(script.files, nullptr);
    EXPECT_EQ(output_of(script, {"12000"}), "script 12000\n");
    EXPECT_THAT(build("/bin/true").command, ElementsAre("/usr/bin/true"));
}

TEST_F(Submission, FollowsALinkToAProgram) {
    put("server.sh", "echo linked\n");
    ASSERT_EQ(::symlink("server.sh", (folder() + "/mine.sh").c_str()), 0);
    EXPECT_EQ(output_of(build(folder() + "/mine.sh")), "linked\n");
}

TEST_F(Submission, StartsAScriptFromWindows) {
    const Built crlf = build(put("crlf", "#!/usr/bin/env python3\r\nprint('hello')\r\n", 0755));
    EXPECT_EQ(output_of(crlf), "hello\n");
    ASSERT_EQ(crlf.notes.size(), 1U);
    EXPECT_THAT(crlf.notes.front(),
                HasSubstr("crlf has lines that end in CR LF, so Linux cannot start it by itself; "
                          "it runs with /"));
    const Built marked = build(put("marked", "\xef\xbb\xbf#!/usr/bin/python3 -E\nprint('hello')\n", 0755));
    EXPECT_EQ(output_of(marked), "hello\n");
    EXPECT_THAT(marked.notes.front(), HasSubstr("marked starts with a byte order mark"));
    // With an ending, the #! line does not matter at all.
    EXPECT_EQ(output_of(build(put("server.py", "#!/no/such/python\r\nprint('hello')\r\n", 0755))), "hello\n");
}

TEST_F(Submission, NamesThePackageOfAMissingTool) {
    BuildOptions nothing;
    nothing.search_path = folder();
    const auto without = [&](const std::string& name) { return refusal(put(name, ""), nothing); };
    EXPECT_EQ(without("a.py"), "no python3 to run a.py with: install it (Debian package python3)");
    EXPECT_EQ(without("a.c"), "no gcc to compile a.c with: install it (Debian package gcc)");
    EXPECT_EQ(without("a.cpp"), "no g++ to compile a.cpp with: install it (Debian package g++)");
    EXPECT_EQ(without("a.java"),
              "no javac to compile a.java with: install it (Debian package default-jdk-headless)");
    EXPECT_EQ(without("a.go"), "no go to compile a.go with: install it (Debian package golang-go)");
    EXPECT_EQ(without("a.js"), "no node to run a.js with: install it (Debian package nodejs)");
    EXPECT_EQ(without("a.sh"), "no sh to run a.sh with: install it (Debian package bash)");
    put("project/Makefile", "all:\n");
    EXPECT_EQ(refusal(folder() + "/project", nothing),
              "no make to build project with: install it (Debian package make)");
}

TEST_F(Submission, RunsScriptsWithTheirInterpreter) {
    EXPECT_EQ(output_of(build(put("a.js", "console.log('from', process.argv[2])\n")), {"node"}),
              "from node\n");
    const Built shell = build(put("a.sh", "echo ${BASH_VERSION:+bash}\n"));
    EXPECT_EQ(output_of(shell), "bash\n");
    EXPECT_THAT(shell.notes, ElementsAre("runs with " + shell.command.front()));
    const Built crlf = build(put("b.sh", "echo\r\n"));
    EXPECT_THAT(crlf.notes.back(), HasSubstr("lines end in CR LF"));
    EXPECT_THAT(build(put("B.SH", "")).command, ElementsAre(shell.command.front(), folder() + "/B.SH"));
    EXPECT_THAT(build(put("a.js", "")).environment, IsEmpty());
}

}  // namespace
}  // namespace sockgrade::build
