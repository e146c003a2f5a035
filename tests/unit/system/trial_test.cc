#include "system/trial.hh"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <stdexcept>

#include "system/system_error.hh"

namespace sockgrade::system {
namespace {

TEST(Trial, TellsWhatTheChildSays) {
    EXPECT_TRUE(attempt_in_child([] { return Trial{}; }).works());
    EXPECT_EQ(attempt_in_child([] { return Trial{"no luck", 0}; }).complaint, "no luck");
}

TEST(Trial, TakesWhatIsThrownForAComplaint) {
    const Trial trial = attempt_in_child([]() -> Trial { throw SystemError("unshare", EPERM); });
    EXPECT_EQ(trial.complaint, "unshare: Operation not permitted");
    EXPECT_EQ(trial.error_number, EPERM);
    EXPECT_EQ(attempt([]() -> Trial { throw std::runtime_error("broken"); }).complaint, "broken");
}

TEST(Trial, ADeathIsAComplaint) {
    EXPECT_FALSE(attempt_in_child([] {
                     ::raise(SIGKILL);
                     return Trial{};
                 }).works());
}

TEST(Trial, ChangesNothingHere) {
    int value = 1;
    attempt_in_child([&] {
        value = 2;
        return Trial{};
    });
    EXPECT_EQ(value, 1);
}

}  // namespace
}  // namespace sockgrade::system
