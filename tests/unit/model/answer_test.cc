#include "model/answer.hh"

#include <gtest/gtest.h>

namespace sockgrade::model {
namespace {

TEST(AnswerTo, TheDatagramItself) {
    EXPECT_EQ(answer_to({"", {}}, "Ping 1"), "Ping 1");
    EXPECT_EQ(answer_to({"", {}}, ""), "");
}

TEST(AnswerTo, ItsNumbersInAText) {
    const AnswerEach ack{"ACK {seq}", {{"seq", "", " ", false, {}}}};
    EXPECT_EQ(answer_to(ack, "12 some text"), "ACK 12");
    EXPECT_EQ(answer_to(ack, "0 "), "ACK 0");
    // Whoever sends something else gets no answer, as from a receiver that cannot read it.
    EXPECT_EQ(answer_to(ack, "some text"), std::nullopt);
    EXPECT_EQ(answer_to(ack, "12"), std::nullopt);
    EXPECT_EQ(answer_to(ack, ""), std::nullopt);
}

TEST(AnswerTo, ATextThatNeedsNoNumber) { EXPECT_EQ(answer_to({"yes", {}}, "anything"), "yes"); }

}  // namespace
}  // namespace sockgrade::model
