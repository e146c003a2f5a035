// The reference in docs/spec.md is made of the tables. UPDATE_LANGUAGE=1 in the environment writes it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "tests/unit/language/load_example.hh"
#include "tests/unit/language/reference_of.hh"

namespace sockgrade::language {
namespace {

TEST(Reference, IsMadeOfTheTables) {
    const std::string path = in_source("docs/spec.md");
    std::string page = file_text(path);
    const std::string begin = "<!-- reference: made of harness/language; do not edit -->\n";
    const std::string end = "<!-- end of the reference -->\n";
    const std::size_t from = page.find(begin);
    const std::size_t to = page.find(end);
    ASSERT_NE(from, std::string::npos);
    ASSERT_NE(to, std::string::npos);
    const std::string before = page.substr(from + begin.size(), to - from - begin.size());
    if (std::getenv("UPDATE_LANGUAGE") != nullptr) {
        page.replace(from + begin.size(), before.size(), reference() + '\n');
        std::ofstream(path, std::ios::binary) << page;
        return;
    }
    EXPECT_TRUE(before == reference() + '\n')
        << "docs/spec.md is not what the tables say: run `UPDATE_LANGUAGE=1 ctest --preset dev -R language:`";
}

// A link leads to the first heading of its name.
TEST(Reference, HasEachHeadingOnce) {
    std::istringstream lines(reference());
    std::set<std::string> headings;
    for (std::string line; std::getline(lines, line);)
        EXPECT_TRUE(!line.starts_with("#") || headings.insert(line).second) << line;
}

// A bar would end a cell.
TEST(Reference, FitsIntoItsTables) {
    std::istringstream lines(reference());
    std::size_t bars = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto count = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
        if (line.starts_with("| --- |")) bars = count;
        EXPECT_TRUE(!line.starts_with("| `") || count == bars) << line;
    }
}

}  // namespace
}  // namespace sockgrade::language
