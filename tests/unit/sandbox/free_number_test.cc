#include "sandbox/free_number.hh"

#include <gtest/gtest.h>

namespace sockgrade::sandbox {
namespace {

using Map = std::vector<NumberRange>;

const Map kWholeMachine{{0, 4294967295}};
const Map kRootless{{0, 1}, {1, 65536}};  // as podman has it for an ordinary user
const Map kOneNumber{{0, 1}};

TEST(FreeNumber, ReadsAMap) {
    EXPECT_EQ(read_number_map("         0       1000          1\n         1     100000      65536\n"),
              kRootless);
    EXPECT_EQ(read_number_map("         0          0 4294967295\n"), kWholeMachine);
    EXPECT_EQ(read_number_map(""), Map{});
}

TEST(FreeNumber, LiesAboveAllUsersOfAMachine) {
    EXPECT_EQ(free_number(kWholeMachine, kWholeMachine, 4711), 1'900'004'711U);
}

TEST(FreeNumber, LiesInsideOfTheMap) {
    for (const pid_t process : {1, 2, 4711, 32765, 32766, 32767, 32768, 65534, 65535, 4194304}) {
        const auto number = free_number(kRootless, kRootless, process);
        ASSERT_TRUE(number.has_value()) << process;
        EXPECT_GT(*number, 10'000U) << process;
        EXPECT_LE(*number, 65'536U) << process;
        EXPECT_NE(*number, 65'534U) << process;
        EXPECT_NE(*number, 65'535U) << process;
    }
}

TEST(FreeNumber, DiffersFromProcessToProcess) {
    EXPECT_NE(free_number(kRootless, kRootless, 100), free_number(kRootless, kRootless, 101));
}

TEST(FreeNumber, IsOneThatAUserAndAGroupCanHave) {
    const Map groups{{0, 20'000}};
    const auto number = free_number(kWholeMachine, groups, 7);
    ASSERT_TRUE(number.has_value());
    EXPECT_LT(*number, 20'000U);
}

TEST(FreeNumber, IsNotThereWhereNoneIsToSpare) {
    EXPECT_EQ(free_number(kOneNumber, kOneNumber, 4711), std::nullopt);
    EXPECT_EQ(free_number(kWholeMachine, kOneNumber, 4711), std::nullopt);
    EXPECT_EQ(free_number({}, {}, 4711), std::nullopt);
}

}  // namespace
}  // namespace sockgrade::sandbox
