#include "manual/man_page.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/manual/sample.hh"

namespace sockgrade::manual {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page_of(const std::string& name) {
    const Command program = sample();
    for (const Command* one : leaves_of(program))
        if (one->name == name) return man_page(*one, "1.2.3");
    return man_page(program, "1.2.3");
}

TEST(ManPage, OfACommandIsCalledAfterIt) {
    EXPECT_EQ(page_name(sample()), "sockgrade");
    EXPECT_EQ(page_name({"proxy udp", "", "", {}, {}, {}}), "sockgrade-proxy-udp");
}

TEST(ManPage, BeginsWithNameAndVersion) {
    EXPECT_THAT(page_of("check"),
                testing::StartsWith(".TH SOCKGRADE-CHECK 1 \"\" \"Sockgrade 1.2.3\" \"User Commands\"\n"
                                    ".SH NAME\nsockgrade\\-check \\- grade one program\n"));
}

TEST(ManPage, SaysInTheSynopsisWhatCanBeLeftOut) {
    EXPECT_THAT(
        page_of("check"),
        HasSubstr("\n\\fBsockgrade check\\fR [\\fIOPTION\\fR ...] \\fIEXERCISE\\fR [\\fIPROGRAM\\fR]\n"));
    EXPECT_THAT(page_of("lint"), HasSubstr("[\\fISPEC\\fR ...]\n"));
    EXPECT_THAT(page_of("proxy udp"),
                HasSubstr("\\fBsockgrade proxy udp\\fR \\fB\\-\\-listen\\fR \\fIADDRESS\\fR "));
}

TEST(ManPage, HasEachOptionWithItsNamesValueAndDefault) {
    EXPECT_THAT(page_of("check"),
                HasSubstr(".TP\n\\fB\\-\\-color\\fR \\fITEXT\\fR\nauto, always, never. Default: auto.\n"));
    EXPECT_THAT(page_of("check"),
                HasSubstr(".TP\n\\fB\\-\\-output\\fR, \\fB\\-o\\fR \\fIFILE\\fR\nwhere the report goes.\n"));
}

TEST(ManPage, OfTheProgramListsItsCommands) {
    EXPECT_THAT(page_of(""), HasSubstr(".SH COMMANDS\n.TP\n\\fBcheck\\fR\ngrade one program.\n"));
    EXPECT_THAT(page_of(""), HasSubstr("\\fBsockgrade\\-check\\fR(1)"));
    EXPECT_THAT(page_of("check"), HasSubstr(".SH SEE ALSO\n\\fBsockgrade\\fR(1)\n"));
}

TEST(ManPage, TakesNothingInATextForARequestOrAnEscape) {
    const Command odd{"odd", ".so it\nends", ".br\n'br \\fBnot bold", {}, {}, {}};
    const std::string page = man_page(odd, "1");
    EXPECT_THAT(page, HasSubstr("\\- \\&.so it\nends"));
    EXPECT_THAT(page, HasSubstr("\n\\&.br\n\\&\\(aqbr \\efBnot bold\n"));
    EXPECT_THAT(page, Not(HasSubstr("\n.br\n")));
}

}  // namespace
}  // namespace sockgrade::manual
