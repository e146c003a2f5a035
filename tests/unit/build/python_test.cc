#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>

#include "build/python2.hh"
#include "system/find_program.hh"
#include "tests/unit/build/submission.hh"

namespace sockgrade::build {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Python : public Submission {
  protected:
    // A PATH with the real python3 and a python2 that does what the test says.
    BuildOptions with_python2(const std::string& script) const {
        std::filesystem::create_directories(folder() + "/bin");
        std::filesystem::create_symlink(*system::find_program("python3"), folder() + "/bin/python3");
        put("bin/python2", "#!/bin/sh\n" + script + "\n", 0755);
        BuildOptions options;
        options.search_path = folder() + "/bin";
        return options;
    }
};

constexpr const char* kPython2 = "import socket\n\nname = raw_input('name? ')\nprint \"hello\", name\n";

TEST_F(Python, RunsAsStudentsRunIt) {
    const Built built = build(put("server.py", "import sys\nprint(sys.argv[1:], sys.dont_write_bytecode)\n"));
    EXPECT_EQ(output_of(built, {"12000"}), "['12000'] True\n");
    ASSERT_EQ(built.command.size(), 2U);
    EXPECT_TRUE(std::filesystem::path(built.command[0]).is_absolute());
    EXPECT_EQ(built.command[1], folder() + "/server.py");
    EXPECT_THAT(built.notes, ElementsAre("runs with " + built.command[0]));
}

TEST_F(Python, LeavesNothingBesideTheSource) {
    put("helper.py", "def hello(): print('hello')\n");
    EXPECT_EQ(output_of(build(put("server.py", "import helper\nhelper.hello()\n"))), "hello\n");
    EXPECT_THAT(files(), ElementsAre("helper.py", "server.py"));
}

TEST_F(Python, LetsASyntaxErrorShowItself) {
    const Built built = build(put("server.py", "# print \"x\"\nif True\n    pass\n"));
    EXPECT_FALSE(built.failure.has_value());
    EXPECT_THAT(output_of(built), HasSubstr("SyntaxError"));
    // Something that looks like a print statement does not make another mistake Python 2.
    EXPECT_FALSE(build(put("text.py", "'''\nprint this page\n'''\nif True\n")).failure.has_value());
}

TEST_F(Python, SaysThatItIsPython2) {
    const Built built = build(put("server.py", kPython2), with_python2("exit 127"));
    ASSERT_TRUE(built.failure.has_value());
    EXPECT_EQ(built.failure->message, "this is Python 2 (line 4: print \"hello\", name)");
    EXPECT_THAT(built.failure->hint, HasSubstr("input() for raw_input()"));
}

TEST_F(Python, SeesPython2FromWindowsAndWithOtherOldSyntaxFirst) {
    const BuildOptions options = with_python2("exit 1");
    EXPECT_EQ(failure_message(build(put("a.py", "\xef\xbb\xbfx = 1\r\nif x: print 'one'\r\n"), options)),
              "this is Python 2 (line 2: if x: print 'one')");
    EXPECT_EQ(
        failure_message(build(put("b.py", "try:\n    pass\nexcept OSError, e:\n    print e\n"), options)),
        "this is Python 2 (line 4: print e)");
    EXPECT_EQ(failure_message(build(put("c.py", "print " + std::string(200, 'x')), options)),
              "this is Python 2 (line 1: print " + std::string(54, 'x') + " …)");
}

TEST_F(Python, RunsPython2WhereThereIsOne) {
    const BuildOptions options = with_python2("[ \"$1\" = -c ] || echo python2 runs $1");
    const Built built = build(put("server.py", kPython2), options);
    EXPECT_THAT(built.command, ElementsAre(folder() + "/bin/python2", folder() + "/server.py"));
    EXPECT_EQ(output_of(built), "python2 runs " + folder() + "/server.py\n");
    EXPECT_THAT(built.notes, ElementsAre("this is Python 2 (line 4: print \"hello\", name); it runs with " +
                                         folder() + "/bin/python2"));
}

TEST(PrintStatement, IsToldFromTheFunction) {
    for (const char* line :
         {"print \"a\"", "print 'a'", "print'a'", "  print x", "print x,", "print 1", "print >>f, x",
          "if a: print x", "x = 1; print x", "else: print \"a\"", "\tprint u'a'"}) {
        EXPECT_TRUE(is_print_statement(line)) << line;
    }
    for (const char* line : {"print", "print()", "print (\"a\")", "print(x)", "print = 1", "printer x",
                             "# print x", "x = print", "say(\"print x\")", "pprint x", "print  "}) {
        EXPECT_FALSE(is_print_statement(line)) << line;
    }
    EXPECT_EQ(first_print_statement("a\n\nprint b\n"), 3U);
    EXPECT_EQ(first_print_statement("print(b)\n"), 0U);
}

}  // namespace
}  // namespace sockgrade::build
