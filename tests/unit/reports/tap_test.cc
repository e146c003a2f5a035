#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reports/text_case.hh"
#include "reports/wording.hh"
#include "tests/support/golden.hh"
#include "tests/support/reader.hh"
#include "tests/unit/reports/external_formats.hh"

namespace sockgrade::reports {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

// Perl's reader of TAP says what it understood, in JSON.
constexpr const char* kTapReader = R"(
use strict; use warnings; use TAP::Parser; use JSON::PP;
local $/; open(my $file, '<:encoding(UTF-8)', $ARGV[0]) or die; my $text = <$file>;
my $parser = TAP::Parser->new({tap => $text});
my %said = (tests => [], other => []);
while (my $result = $parser->next) {
    if ($result->is_test) {
        push @{$said{tests}}, {ok => $result->is_actual_ok ? 1 : 0, counts => $result->is_ok ? 1 : 0,
            description => $result->description, directive => $result->directive . "",
            explanation => $result->explanation . ""};
    } elsif ($result->is_yaml) { $said{tests}[-1]{yaml} = $result->data }
    elsif ($result->is_bailout) { $said{bailout} = $result->explanation }
    elsif (!$result->is_comment) { push @{$said{other}}, $result->as_string }
}
$said{errors} = [$parser->parse_errors];
$said{planned} = 0 + $parser->tests_planned;
$said{problems} = ($parser->has_problems || $said{bailout}) ? 1 : 0;
print JSON::PP->new->canonical->ascii->encode(\%said);
)";

json understood(const model::Result& result) {
    std::string tap = samples::rendered("tap", result);
    // The TAP::Parser of Debian 12 knows no later version than 13, of which 14 is an extension.
    constexpr std::string_view kVersion = "TAP version 14\n";
    EXPECT_THAT(tap, StartsWith(std::string(kVersion)));
    tap.replace(0, kVersion.size(), "TAP version 13\n");
    const std::string said = reader::said_by({"perl", "-e", kTapReader, "{}"}, tap);
    const json parsed = json::parse(said, nullptr, false);
    EXPECT_FALSE(parsed.is_discarded()) << said;
    return parsed;
}

TEST(TapReport, IsReadWithoutComplaints) {
    for (const auto& [name, result] : samples::all()) {
        const json said = understood(result);
        EXPECT_THAT(said["errors"], IsEmpty()) << name << said["errors"];
        EXPECT_EQ(said["planned"], result.cases.size()) << name;
        ASSERT_EQ(said["tests"].size(), result.cases.size()) << name;
        for (const json& other : said["other"])
            EXPECT_TRUE(other == "TAP version 13" || std::string(other).starts_with("1..")) << name << other;
    }
}

// A pipeline that believes its TAP reader and one that believes our exit status do the same.
TEST(TapReport, ComesToWhatTheExitStatusSays) {
    for (const auto& [name, result] : samples::all())
        EXPECT_EQ(understood(result)["problems"], model::exit_status(result) == 0 ? 0 : 1) << name;
    model::Result only_should = samples::failed();
    only_should.cases[0].verdict = model::Verdict::passed;
    only_should.verdict = model::overall(only_should.cases);
    EXPECT_EQ(only_should.verdict, model::Verdict::passed);
    EXPECT_EQ(understood(only_should)["problems"], 0);
}

TEST(TapReport, SaysWhatWasSkippedAndWhatIsNotRequired) {
    const json tests = understood(samples::failed())["tests"];
    EXPECT_EQ(tests[0]["ok"], 0);
    EXPECT_EQ(tests[0]["counts"], 0);
    EXPECT_EQ(tests[1]["directive"], "SKIP");
    EXPECT_EQ(tests[1]["explanation"], "it needs replies-in-capitals, which failed");
    EXPECT_EQ(tests[2]["ok"], 0);
    EXPECT_EQ(tests[2]["counts"], 1);
    EXPECT_EQ(tests[2]["directive"], "TODO");
    const json open = understood(samples::without_a_verdict());
    EXPECT_THAT(std::string(open["tests"][0]["explanation"]), StartsWith("inconclusive: the machine"));
    EXPECT_THAT(std::string(open["tests"][1]["explanation"]), StartsWith("not possible here: "));
    EXPECT_EQ(open["bailout"], "1 required case was not judged, which is not the program's fault");
}

TEST(TapReport, TheStoryArrivesWhole) {
    for (const auto& [name, result] : samples::all()) {
        const json tests = understood(result)["tests"];
        for (std::size_t i = 0; i < result.cases.size(); ++i) {
            const model::CaseResult& one = result.cases[i];
            if (one.verdict != model::Verdict::failed) {
                EXPECT_FALSE(tests[i].contains("yaml")) << name;
                continue;
            }
            EXPECT_EQ(tests[i]["yaml"]["message"], reason_of(one)) << name;
            EXPECT_EQ(tests[i]["yaml"]["cause"], to_string(*one.cause)) << name;
            EXPECT_EQ(golden::lines_of(tests[i]["yaml"]["story"]),
                      golden::lines_of("The case failed:\n" + story_of(one, {})))
                << name;
        }
    }
}

TEST(TapReport, TheTitleIsNoDirective) {
    model::Result result = samples::failed();
    result.cases[0].title = "it runs # SKIP always";
    const json test = understood(result)["tests"][0];
    EXPECT_EQ(test["directive"], "");
    EXPECT_EQ(test["counts"], 0);
    EXPECT_THAT(samples::rendered("tap", result), HasSubstr("it runs \\# SKIP always\n"));
}

}  // namespace
}  // namespace sockgrade::reports
