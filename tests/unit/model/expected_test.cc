#include "model/expected.hh"

#include <gtest/gtest.h>

namespace sockgrade::model {
namespace {

Message plain(const std::string& bytes) { return {Message::Form::text, "", "", bytes}; }

TEST(WhichOf, LineEndsDoNotCount) {
    const std::vector<Message> all{plain("0 one"), plain("1 two\n")};
    EXPECT_EQ(which_of(all, "0 one\r\n"), 0U);
    EXPECT_EQ(which_of(all, "1 two"), 1U);
    EXPECT_EQ(which_of(all, "1 TWO"), std::nullopt);
    EXPECT_EQ(which_of(all, "0 one more"), std::nullopt);
    EXPECT_EQ(which_of({}, "0 one"), std::nullopt);
}

TEST(WhichOf, AnOpenEndStandsForAllThatBeginLikeIt) {
    const std::vector<Message> pings{plain("Ping 1 ..."), plain("Ping 10 ...")};
    EXPECT_EQ(which_of(pings, "Ping 1 1700000000.5"), 0U);
    EXPECT_EQ(which_of(pings, "Ping 10 x"), 1U);
    EXPECT_EQ(which_of(pings, "Ping 1"), std::nullopt);
    EXPECT_EQ(which_of(pings, "Ping 2 x"), std::nullopt);
}

}  // namespace
}  // namespace sockgrade::model
