#include "reports/meeting_matrix.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sockgrade::reports {
namespace {

using testing::HasSubstr;

MeetingMatrix three_students() {
    const MeetingCell good{"passed", "", ""};
    const MeetingCell sender{"failed", "sender", "It sends nothing."};
    const MeetingCell neither{"failed", "neither", "=They do not agree."};
    return {"pair-udp-message",
            "A sender and its receiver",
            "sender",
            "receiver",
            {"Ann Lee", "bo", "Zoë"},
            {"Ann Lee", "bo", "Zoë"},
            {{good, good, neither}, {sender, sender, sender}, {good, {"inconclusive", "", "late"}, {}}}};
}

TEST(MeetingMatrix, IsAPictureInLetters) {
    const std::string text = matrix_text(three_students(), 80);
    EXPECT_THAT(text, HasSubstr("            1 2 3\n"
                                "  1 Ann Lee + + x\n"
                                "  2 bo      s s s\n"
                                "  3 Zoë     + ? .\n"));
    EXPECT_THAT(text, HasSubstr("  s the sender is wrong\n  r the receiver is wrong\n"));
    EXPECT_THAT(text, HasSubstr("  1 Ann Lee  2/3 as sender, 2/3 as receiver\n"
                                "  2 bo       0/3 as sender, 1/2 as receiver\n"
                                "  3 Zoë      1/1 as sender, 0/2 as receiver\n"));
}

TEST(MeetingMatrix, AClassThatIsWiderThanTheTerminalComesInBlocks) {
    MeetingMatrix matrix{"p",
                         "P",
                         "client",
                         "server",
                         std::vector<std::string>(40, "student"),
                         std::vector<std::string>(40, "student"),
                         {}};
    matrix.cells.assign(40, std::vector<MeetingCell>(40, {"passed", "", ""}));
    const std::string text = matrix_text(matrix, 60);
    EXPECT_THAT(text, HasSubstr("   1  2  3"));
    EXPECT_THAT(text, HasSubstr("\n             16 17 18"));
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        EXPECT_LE(end - at, 60U) << text.substr(at, end - at);
        at = end + 1;
    }
}

TEST(MeetingMatrix, HasARowOfCsvForEachMeeting) {
    const std::string text = matrix_csv({three_students()});
    EXPECT_THAT(text, HasSubstr("exercise,dials,listens,result,wrong,why\r\n"));
    EXPECT_THAT(
        text,
        HasSubstr("\"pair-udp-message\",\"bo\",\"Ann Lee\",\"failed\",\"sender\",\"It sends nothing.\"\r\n"));
    EXPECT_THAT(text, HasSubstr("\"'=They do not agree.\""));
}

}  // namespace
}  // namespace sockgrade::reports
