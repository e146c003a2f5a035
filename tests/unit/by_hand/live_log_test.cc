#include "by_hand/live_log.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace sockgrade::by_hand {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

TEST(LiveLog, LinesOfARoundGoOutTogether) {
    std::string printed;
    LiveLog log([&](const std::string& text) { printed += text + "|"; }, false);
    log.line("one");
    log.untimed("two");
    EXPECT_EQ(printed, "");
    log.flush();
    EXPECT_THAT(printed, MatchesRegex(" *[0-9]+\\.[0-9]{3}  one\ntwo\n\\|"));
    log.flush();
    EXPECT_THAT(printed, Not(HasSubstr("||"))) << "nothing is not printed";
}

TEST(LiveLog, OnlyWhatStandsOutHasAColorAndOnlyWhereThatIsWanted) {
    for (const bool color : {false, true}) {
        std::string printed;
        LiveLog log([&](const std::string& text) { printed += text; }, color);
        log.line("plain");
        log.line("lost", Tone::harm);
        log.flush();
        EXPECT_THAT(printed, HasSubstr("  plain\n"));
        EXPECT_THAT(printed, HasSubstr(color ? "  \x1b[31mlost\x1b[0m\n" : "  lost\n"));
    }
}

}  // namespace
}  // namespace sockgrade::by_hand
