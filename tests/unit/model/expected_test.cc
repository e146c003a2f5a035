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

TEST(WhichOf, BytesAreWhatTheyAre) {
    Message exact = plain(std::string("\x00\x41\x0a", 3));
    exact.form = Message::Form::bytes;
    EXPECT_EQ(which_of({exact}, exact.bytes), 0U);
    EXPECT_EQ(which_of({exact}, exact.bytes.substr(0, 2)), std::nullopt);
    EXPECT_EQ(which_of({exact}, exact.bytes.substr(1)), std::nullopt);
}

TEST(SameText, ForgivesOneLineEndAndNulsBehindIt) {
    EXPECT_TRUE(same_text("ACK 1", "ACK 1\n"));
    EXPECT_TRUE(same_text("ACK 1\n", "ACK 1"));
    EXPECT_TRUE(same_text("ACK 1", std::string("ACK 1\r\n\0\0", 9)));
    EXPECT_FALSE(same_text("ACK 1", "ACK 1\n\n"));
    EXPECT_FALSE(same_text("ACK 1", "\nACK 1"));
    EXPECT_FALSE(same_text("ACK 1", "ACK 1 "));
    EXPECT_TRUE(same_text("", "\n"));
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
