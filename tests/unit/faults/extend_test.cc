#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;

FaultRule longer(std::size_t bytes, std::string text = "") {
    return with_detail(rule("extend"), {.bytes = bytes, .text = std::move(text)});
}

TEST(Extend, AddsBytesAtTheEnd) {
    EXPECT_THAT(delivered({longer(3)}, {"a", ""}), ElementsAre("a...", "..."));
    EXPECT_THAT(delivered({longer(5, "xy")}, {"a"}), ElementsAre("axyxyx"));
    EXPECT_THAT(delivered({longer(2, std::string(1, '\0'))}, {"a"}), ElementsAre(std::string("a\0\0", 3)));
}

TEST(Extend, NoDatagramIsLongerThanUdpCarries) {
    FaultPlan plan({longer(100)}, 1);
    EXPECT_EQ(delivered(plan, {std::string(65'500, 'x')}).at(0).size(), 65'507U);
    EXPECT_EQ(plan.pass(Direction::to_program, 0, std::string(65'507, 'x')).applied.size(), 0U);
}

}  // namespace
}  // namespace sockgrade::faults
