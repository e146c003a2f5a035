#include "names/functions.hh"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/support/places.hh"

namespace sockgrade::names {
namespace {

TEST(Functions, StandInTheDocumentation) {
    std::ostringstream page;
    page << std::ifstream(in_source("docs/spec.md")).rdbuf();
    for (const Function& one : functions())
        EXPECT_NE(page.str().find(fmt::format("| `{}` | {} |\n", one.name, one.meaning)), std::string::npos)
            << one.name;
}

}  // namespace
}  // namespace sockgrade::names
