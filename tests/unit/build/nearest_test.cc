#include "build/nearest.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "build/other_files.hh"
#include "tests/unit/build/submission.hh"

namespace sockgrade::build {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class NearestProgram : public Submission {};

TEST(Clutter, IsWhatNobodyMeantToHandIn) {
    for (const char* name : {"__MACOSX", ".DS_Store", "._server.py", "__pycache__", ".git"})
        EXPECT_TRUE(is_clutter(name)) << name;
    EXPECT_FALSE(is_clutter("venture.py"));
}

TEST_F(NearestProgram, IsFoundInAFolderBelow) {
    put("README.md", "mine");
    put("src/main/server.sh", "echo server\n");
    put("src/main/client.sh", "echo client\n");
    put("src/main/deeper/old.sh", "echo old\n");
    put("__pycache__/server.py", "");
    EXPECT_EQ(output_of(build(folder(), prefer({"server"}))), "server\n");
    EXPECT_THAT(build(folder(), prefer({"client"})).notes,
                testing::Contains("the program is src/main/client.sh"));
    EXPECT_THAT(refusal(folder(), prefer({"sender"})),
                HasSubstr("several programs in it (src/main/client.sh, src/main/server.sh and "
                          "src/main/deeper/old.sh)"));
}

TEST_F(NearestProgram, AMakefileBelowBuildsWhatIsThere) {
    put("report.pdf", "%PDF");
    put("code/Makefile", "server:\n\tprintf '#!/bin/sh\\necho made\\n' > server\n\tchmod +x server\n");
    put("code/part.sh", "echo part\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"server"}))), "made\n");
}

TEST_F(NearestProgram, AMakefileThatMakesNothingIsRunOnce) {
    put("Makefile", "all:\n\ttrue\n");
    put("notes.txt", "");
    EXPECT_THAT(refusal(folder()), HasSubstr("no program in it"));
}

// What was handed in instead, and what to do.
TEST_F(NearestProgram, WhatNobodyCanStartIsNamed) {
    for (const auto& [name, advice] :
         {std::pair{"Server.class", "Server.class: compiled Java; hand in its source, Server.java"},
          {"Server.jar", "hand in the .java files"},
          {"homework.zip", "homework.zip: an archive; unpack it, and name the folder with what was in it"},
          {"server.ipynb",
           "server.ipynb: a notebook; save the program in it as a file of its own, server.py: "
           "jupyter nbconvert --to script server.ipynb"},
          {"Server.kt", "Kotlin, which is not built by itself; put it into a folder with a Makefile"},
          {"server.rs", "put it into a folder with a Makefile"},
          {"Server.cs", "put it into a folder with a Makefile"},
          {"server.rb", "#!/usr/bin/env ruby, and: chmod +x server.rb"},
          {"server.exe", "a program for Windows, which Linux can't start"},
          {"server.pyc", "hand in its source, server.py"},
          {"server.docx", "a document; hand in the program itself"},
          {"server.py.txt", "rename it to server.py"},
          {"server.txt", "give it the ending of its language, such as server.py"}}) {
        EXPECT_THAT(refusal(put(name, "PK\x03\x04")), AllOf(HasSubstr(name), HasSubstr(advice)));
        EXPECT_THAT(refusal(put(name, "PK\x03\x04", 0755)), HasSubstr(advice)) << "with an x bit";
        EXPECT_THAT(refusal(folder()), AllOf(HasSubstr("no program in it"), HasSubstr(advice)));
        std::filesystem::remove(folder() + "/" + name);
    }
    EXPECT_THAT(refusal(put("server.o",
                            "\x7f"
                            "ELF",
                            0644)),
                HasSubstr("compiled and not linked"));
}

TEST_F(NearestProgram, AScriptMayHaveAnyEnding) {
    EXPECT_EQ(output_of(build(put("server.rb", "#!/bin/sh\necho ruby\n", 0755))), "ruby\n");
}

TEST(OtherFiles, ADocumentIsNoPartOfAProgram) {
    EXPECT_EQ(kind_of_other("Report.PDF"), OtherKind::document);
    EXPECT_EQ(kind_of_other("Server.class"), OtherKind::part_of_a_program);
    EXPECT_EQ(kind_of_other("server.py.txt"), OtherKind::part_of_a_program);
    EXPECT_EQ(kind_of_other("data.bin"), OtherKind::unknown);
    EXPECT_EQ(advice_on_other("data.bin"), "");
    EXPECT_THAT(advice_on_other("a\x1b[2J\xff.txt"), testing::EndsWith(R"(such as a\x1b[2J\xff.py)"));
}

}  // namespace
}  // namespace sockgrade::build
