#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "faults/fault.hh"
#include "faults/stream.hh"
#include "tests/support/places.hh"

namespace sockgrade::faults {
namespace {

TEST(FaultCatalog, EveryKindHasANameOfItsOwnAndSaysWhatItDoes) {
    std::set<std::string_view> names;
    for (const FaultKind& kind : catalog()) {
        EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
        EXPECT_FALSE(kind.summary.empty()) << kind.name;
        EXPECT_EQ(kind.summary.back(), '.') << kind.name;
        EXPECT_FALSE(kind.verb.empty()) << kind.name;
        EXPECT_NE(kind.make(model::FaultRule{}), nullptr) << kind.name;
        EXPECT_FALSE(kind.only_to_program && kind.only_from_program) << kind.name;
        for (const std::string_view need : kind.needs)
            EXPECT_TRUE(need == "n" || std::count(kind.takes.begin(), kind.takes.end(), need) == 1) << need;
    }
}

TEST(FaultCatalog, EveryKindIsFoundByItsName) {
    for (const FaultKind& kind : catalog()) {
        ASSERT_NE(find(kind.name), nullptr);
        EXPECT_EQ(find(kind.name)->name, kind.name);
    }
    EXPECT_EQ(find("Drop"), nullptr);
    EXPECT_EQ(find(""), nullptr);
}

// A file that is not listed would be a fault that no spec can ask for.
TEST(FaultCatalog, EveryFileIsListed) {
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(in_source("harness/faults")))
        if (entry.path().extension() == ".cc") files.insert(entry.path().stem());
    files.erase("catalog");
    files.erase("deliveries");
    files.erase("fault_plan");
    files.erase("selection");
    files.erase("break_off");
    files.erase("loss_chain");
    files.erase("stream_plan");
    files.erase("words");
    std::set<std::string> listed;
    for (const FaultKind& kind : catalog()) listed.emplace(kind.name);
    for (const StreamKind& kind : stream_catalog()) listed.emplace(kind.name);
    EXPECT_EQ(files, listed);
}

}  // namespace
}  // namespace sockgrade::faults
