// Scripts whose first line names their interpreter.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/unit/build/submission.hh"

namespace sockgrade::build {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

class Executable : public Submission {
  protected:
    std::string script(const std::string& first_line, const std::string& text = "print('hello')\n") const {
        return put("server", first_line + "\n" + text, 0755);
    }
};

TEST_F(Executable, IsStartedAsItIsWhereItsInterpreterIsThere) {
    for (const char* first_line :
         {"#!/usr/bin/env python3", "#!/usr/bin/python3", "#! /usr/bin/python3 -u"}) {
        const std::string file = script(first_line);
        const Built built = build(file);
        EXPECT_EQ(built.command, std::vector<std::string>{file}) << first_line;
        EXPECT_THAT(built.notes, IsEmpty()) << first_line;
        EXPECT_EQ(output_of(built), "hello\n") << first_line;
    }
}

// A path of the student's own machine, a name that this one has not, and Windows.
TEST_F(Executable, AnotherOfTheSameKindStandsInForAMissingInterpreter) {
    for (const char* first_line :
         {"#!/home/anna/venv/bin/python3", "#!/no/conda/bin/python", "#!/usr/local/bin/python3.99",
          "#!/usr/bin/env python3.99", "#!/usr/bin/env -S python3.99 -u", "#!C:\\Python312\\python.exe",
          "#!/usr/bin/env py"}) {
        const Built built = build(script(first_line));
        EXPECT_EQ(output_of(built), "hello\n") << first_line;
        EXPECT_THAT(built.notes, Contains(HasSubstr("in its first line; it runs with"))) << first_line;
    }
    EXPECT_EQ(output_of(build(script("#!/bin/zsh", "echo hello\n"))), "hello\n");
    EXPECT_EQ(output_of(build(script("#!/usr/bin/env WORD=hello sh", "echo $WORD\n"))), "hello\n");
}

// Kept in a folder that programs are not shown by themselves, such as that of pyenv.
TEST_F(Executable, ItsInterpreterIsShownToIt) {
    const std::string interpreter = put("mine/bin/shell", "", 0755);
    std::filesystem::copy_file(std::filesystem::canonical("/bin/sh"), interpreter,
                               std::filesystem::copy_options::overwrite_existing);
    const Built built = build(script("#!" + interpreter, "echo hello\n"));
    EXPECT_THAT(built.readable, Contains(folder() + "/mine"));
    EXPECT_EQ(output_of(built), "hello\n");
}

TEST_F(Executable, AnInterpreterThatIsNotHereIsTheMachinesTrouble) {
    EXPECT_THAT(
        refusal(script("#!/usr/bin/no-such-shell")),
        AllOf(HasSubstr("its first line asks for \"/usr/bin/no-such-shell\", which is not on this machine"),
              HasSubstr("install it")));
}

}  // namespace
}  // namespace sockgrade::build
