#include "batch/glob.hh"

#include <gtest/gtest.h>

namespace sockgrade::batch {
namespace {

struct Fit {
    const char* pattern;
    const char* path;
    bool fits;
};

class GlobFits : public testing::TestWithParam<Fit> {};

TEST_P(GlobFits, AsSaid) {
    const auto& [pattern, path, fits] = GetParam();
    EXPECT_EQ(glob_matches(pattern, path, false), fits) << pattern << "  " << path;
}

INSTANTIATE_TEST_SUITE_P(
    Paths, GlobFits,
    testing::Values(Fit{"server.py", "server.py", true}, Fit{"server.py", "hw1/lee/server.py", true},
                    Fit{"server.py", "myserver.py", false}, Fit{"server.*", "server.tar.gz", true},
                    Fit{"server.*", "server", false}, Fit{"*.py", "a/b.py", true},
                    Fit{"tcp/receiver.*", "tcp/receiver.c", true},
                    Fit{"tcp/receiver.*", "ann/tcp/receiver.c", true},
                    Fit{"tcp/receiver.*", "tcp/old/receiver.c", false},
                    Fit{"tcp/**/receiver.*", "tcp/old/older/receiver.c", true},
                    Fit{"tcp/**/receiver.*", "tcp/receiver.c", true}, Fit{"/server.py", "server.py", true},
                    Fit{"/server.py", "old/server.py", false}, Fit{"tcp/**", "tcp/a/b", true},
                    Fit{"tcp/*", "tcp/a/b", false}, Fit{"s?rver.c", "server.c", true},
                    Fit{"a?b", "a/b", false}, Fit{"a[/]b", "a/b", false}));

INSTANTIATE_TEST_SUITE_P(
    LettersAndAlternatives, GlobFits,
    testing::Values(Fit{"server.{py,c}", "server.c", true}, Fit{"server.{py,c}", "server.java", false},
                    Fit{"{tcp,udp}/{server,main}.{c,py}", "udp/main.py", true},
                    Fit{"{a,b{c,d}}.py", "bd.py", true}, Fit{"server{,2}.py", "server.py", true},
                    Fit{"task[12].py", "task2.py", true}, Fit{"task[!12].py", "task2.py", false},
                    Fit{"task[!12].py", "task3.py", true}, Fit{"task[0-9].py", "task7.py", true},
                    Fit{"task[a-c-].py", "task-.py", true}, Fit{"[]].c", "].c", true},
                    Fit{"[abc", "[abc", true}, Fit{"a{b", "a{b", true}, Fit{"Server.py", "server.py", false},
                    Fit{"task/", "task/", true}, Fit{"task/", "task", false}, Fit{"task/*", "task/", false},
                    Fit{"task/**", "task/", false}, Fit{"task/**", "task/a/b.c", true},
                    Fit{"{task/,t.c}", "task/", true}, Fit{"*", "", true}));

TEST(Glob, CapitalsMayBePutAside) {
    EXPECT_TRUE(glob_matches("tcp/Server.*", "TCP/server.PY", true));
    EXPECT_TRUE(glob_matches("[A-C].py", "b.py", true));
}

// What takes a matcher with a way back for each star longer than anybody waits.
TEST(Glob, NoPatternTakesLong) {
    std::string pattern;
    for (int i = 0; i < 50; ++i) pattern += "**/*a*";
    EXPECT_FALSE(glob_matches(pattern + "b", std::string(2000, 'a'), false));
    EXPECT_FALSE(
        glob_matches("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"
                     "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}c",
                     "x", false));
}

}  // namespace
}  // namespace sockgrade::batch
