#include "build/log.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "build/source_file.hh"

namespace sockgrade::build {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FirstError, IsFoundInTheWordsOfEachCompiler) {
    EXPECT_EQ(first_error("a.c: In function ‘main’:\na.c:3:5: warning: w\na.c:7:2: error: e [-Werror]\n"),
              (Remark{"a.c", 7, "e [-Werror]"}));
    EXPECT_EQ(first_error("a.c:1:10: fatal error: foo.h: No such file or directory\n"),
              (Remark{"a.c", 1, "foo.h: No such file or directory"}));
    EXPECT_EQ(first_error("X.java:4: error: ';' expected\n"), (Remark{"X.java", 4, "';' expected"}));
    EXPECT_EQ(first_error("# command-line-arguments\n./b.go:2:8: unused\n"), (Remark{"b.go", 2, "unused"}));
    EXPECT_EQ(first_error("cc1: error: no memory\n"), (Remark{"", 0, "no memory"}));
    EXPECT_EQ(first_error("/usr/bin/ld: x.o: in function `main':\n/a/b.c:2: undefined reference to `f'\n"),
              (Remark{"b.c", 2, "undefined reference to `f'"}));
    EXPECT_EQ(first_error("make: *** [Makefile:2: all] Error 1\n"),
              (Remark{"", 0, "[Makefile:2: all] Error 1"}));
    EXPECT_EQ(first_error("\nsomething else\nmore\n"), (Remark{"", 0, "something else"}));
    EXPECT_EQ(first_error(""), std::nullopt);
}

TEST(FirstError, PrefersTheCompilersToWhatFollowsFromIt) {
    EXPECT_EQ(first_error("make: *** [a] Error 1\nx.o: undefined reference to `f'\na.c:3:1: error: e\n"),
              (Remark{"a.c", 3, "e"}));
}

TEST(FirstError, IsNotLedAstrayByNumbers) {
    EXPECT_EQ(first_error("12:30: started\na:b:c: error: e\n"), (Remark{"", 0, "e"}));
    EXPECT_EQ(first_error("a.c:99999999999999999999: error: e\n"), (Remark{"", 0, "e"}));
    EXPECT_EQ(first_error("a.c:-1: error: e\n"), (Remark{"", 0, "e"}));
}

TEST(Warnings, AreListedWithoutTheirOption) {
    EXPECT_THAT(warnings("a.c:3:5: warning: unused [-Wunused]\na.c:4:1: error: e\na.c:5: warning: odd\n"),
                ElementsAre(Remark{"a.c", 3, "unused"}, Remark{"a.c", 5, "odd"}));
    EXPECT_THAT(warnings(""), IsEmpty());
}

TEST(Excerpt, IsTheStartInWholeLines) {
    EXPECT_EQ(excerpt("one\r\ntwo", 0), "one\ntwo\n");
    std::string log;
    for (int i = 0; i < 50; ++i) log += "line\n";
    EXPECT_TRUE(excerpt(log, 0).ends_with("line\n… 10 more lines\n"));
    EXPECT_EQ(excerpt("one\n", 7), "one\n… and 7 bytes that were not kept\n");
    EXPECT_EQ(excerpt(std::string(5000, 'x'), 0), std::string(4096, 'x') + " …\n");
    EXPECT_EQ(excerpt("", 0), "");
}

TEST(Shorten, NeverCutsACharacter) {
    EXPECT_EQ(shorten("  short\r\n"), "short");
    EXPECT_EQ(shorten("aäb", 2), "a …");
    EXPECT_EQ(shorten("\x80\x80\x80", 2), " …");
}

TEST(Shebang, IsTakenApart) {
    EXPECT_THAT(shebang("#!/usr/bin/env python3 -u\r\nprint()"),
                ElementsAre("/usr/bin/env", "python3", "-u"));
    EXPECT_THAT(shebang("#! /bin/sh"), ElementsAre("/bin/sh"));
    EXPECT_THAT(shebang("#!\n/bin/sh"), IsEmpty());
    EXPECT_THAT(shebang("# comment"), IsEmpty());
    EXPECT_THAT(shebang(""), IsEmpty());
}

}  // namespace
}  // namespace sockgrade::build
