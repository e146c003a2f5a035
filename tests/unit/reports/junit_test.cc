#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/text_case.hh"
#include "reports/wording.hh"
#include "tests/support/places.hh"
#include "tests/support/reader.hh"
#include "tests/unit/reports/external_formats.hh"

namespace sockgrade::reports {
namespace {

using testing::HasSubstr;

const std::string kXsd = in_source("tests/schemas/junit.xsd");

bool follows_the_schema(const std::string& xml, std::string* said = nullptr) {
    const system::CommandResult result =
        reader::read_by({"xmllint", "--noout", "--nonet", "--schema", kXsd, "{}"}, xml);
    if (said != nullptr) *said = result.output;
    return result.succeeded();
}

// What an XPath expression comes to, as libxml2 reads the report.
std::string xpath(const std::string& xml, const std::string& expression) {
    std::string text = reader::said_by({"xmllint", "--xpath", expression, "{}"}, xml);
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

TEST(JunitReport, FollowsTheSchema) {
    for (const auto& [name, result] : samples::all()) {
        std::string said;
        EXPECT_TRUE(follows_the_schema(samples::rendered("junit", result), &said)) << name << '\n' << said;
    }
}

TEST(JunitReport, TheSchemaNoticesWhatIsWrong) {
    const std::string xml = samples::rendered("junit", samples::failed());
    ASSERT_TRUE(follows_the_schema(xml));
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"failures=\"2\"", "failures=\"two\""},
             {" name=\"replies-in-capitals: A message comes back in capitals\"", ""},
             {"<failure ", "<failed "},
             {"<testcase ", "<testcase file=\"server.py\" "},
             {"next-client: The next client is served after one leaves (should)",
              "replies-in-capitals: A message comes back in capitals"},
             {"&gt;", "&"}}) {
        std::string broken = xml;
        ASSERT_NE(broken.find(from), std::string::npos) << from;
        broken.replace(broken.find(from), from.size(), to);
        EXPECT_FALSE(follows_the_schema(broken)) << from;
    }
}

TEST(JunitReport, AFailureIsTheStudentsAndAnErrorIsOurs) {
    const std::string failed = samples::rendered("junit", samples::failed());
    EXPECT_EQ(xpath(failed, "string(//testsuite/@failures)"), "2");
    EXPECT_EQ(xpath(failed, "string(//testsuite/@errors)"), "0");
    EXPECT_EQ(xpath(failed, "count(//testcase[failure])"), "2");
    EXPECT_EQ(xpath(failed, "count(//testcase[skipped])"), "1");
    EXPECT_EQ(xpath(failed, "string(//testcase[1]/failure/@type)"), "wrong-case");
    EXPECT_THAT(xpath(failed, "string(//testcase[1]/failure)"),
                HasSubstr("why: The program sends back exactly what it got."));
    const std::string open = samples::rendered("junit", samples::without_a_verdict());
    EXPECT_EQ(xpath(open, "string(//testsuite/@failures)"), "0");
    EXPECT_EQ(xpath(open, "string(//testsuite/@errors)"), "1");
    EXPECT_EQ(xpath(open, "string(//testcase[1]/error/@message)"),
              "the machine had no processor time to spare for 60 seconds");
    EXPECT_EQ(xpath(open, "count(//failure)"), "0");
    EXPECT_EQ(xpath(open, "count(//testcase[skipped])"), "1");
    const std::string passed = samples::rendered("junit", samples::passed());
    EXPECT_EQ(xpath(passed, "count(//failure|//error|//skipped)"), "0");
    EXPECT_EQ(xpath(passed, "count(//testcase)"), "2");
}

TEST(JunitReport, ReadersGetTheTextAsItWasMeant) {
    for (const auto& [name, result] : samples::all()) {
        if (name != "crashed" && name != "hostile" && name != "tricky") continue;  // the others are tame
        const std::string xml = samples::rendered("junit", result);
        for (std::size_t i = 0; i < result.cases.size(); ++i) {
            const model::CaseResult& one = result.cases[i];
            const std::string test = "//testcase[" + std::to_string(i + 1) + "]";
            EXPECT_THAT(xpath(xml, "string(" + test + "/@name)"), HasSubstr(heading_of(one))) << name;
            EXPECT_EQ(xpath(xml, "string(" + test + "/*/@message)"), reason_of(one)) << name;
            EXPECT_EQ(xpath(xml, "string(" + test + "/system-out)"), story_of(one, {})) << name;
        }
    }
}

}  // namespace
}  // namespace sockgrade::reports
