#include "reference/capitals_reply.hh"

#include <gtest/gtest.h>

#include "base/text.hh"

namespace sockgrade::reference {
namespace {

std::string reply_to(const std::string& request, std::uint64_t seed = 1) {
    RandomStream random(seed);
    return capitals_reply(request, model::Letters::ascii, random);
}

TEST(CapitalsReply, IsAsLongAsTheRequestAndEndsAsItEnded) {
    const std::string request = std::string("please shout for me\n") + '\0';
    const std::string reply = reply_to(request);
    EXPECT_EQ(reply.size(), request.size());
    EXPECT_TRUE(reply.ends_with(std::string(" FOR ME\n") + '\0'));
}

TEST(CapitalsReply, HoldsAWordThatTheProgramCannotHaveMade) {
    EXPECT_NE(reply_to("please shout"), ascii_capitals("please shout"));
    EXPECT_NE(reply_to("hi"), "HI");
    EXPECT_NE(reply_to("please shout", 1), reply_to("please shout", 2));
    EXPECT_EQ(reply_to("please shout", 1), reply_to("please shout", 1));
}

TEST(CapitalsReply, ChangesSignsWhereThereAreNoLetters) {
    EXPECT_NE(reply_to("1234"), "1234");
    EXPECT_EQ(reply_to(" \n"), " \n");
}

}  // namespace
}  // namespace sockgrade::reference
