#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <optional>

#include "reports/wording.hh"
#include "tests/support/golden.hh"
#include "tests/unit/reports/external_formats.hh"

namespace sockgrade::reports {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

// A command as GitHub's runner reads a line (ActionCommand.TryParseV2), or nothing.
struct RunnerCommand {
    std::string name;
    std::map<std::string, std::string> properties;
    std::string data;
};

std::string undone(std::string text, const std::vector<std::pair<std::string, std::string>>& escapes) {
    for (const auto& [from, to] : escapes)
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
            text.replace(at, from.size(), to);
    return text;
}

std::optional<RunnerCommand> command_in(std::string line) {
    line.erase(0, std::min(line.find_first_not_of(" \t\r\v\f"), line.size()));
    if (!line.starts_with("::")) return std::nullopt;
    const std::size_t end = line.find("::", 2);
    if (end == std::string::npos) return std::nullopt;
    const std::string head = line.substr(2, end - 2);
    const std::size_t space = head.find(' ');
    RunnerCommand command;
    command.name = head.substr(0, space);
    for (std::size_t at = space; at != std::string::npos;) {
        const std::size_t next = head.find(',', ++at);
        const std::string pair = head.substr(at, next == std::string::npos ? next : next - at);
        const std::size_t equals = pair.find('=');
        if (equals != std::string::npos)
            command.properties[pair.substr(0, equals)] =
                undone(pair.substr(equals + 1),
                       {{"%0D", "\r"}, {"%0A", "\n"}, {"%3A", ":"}, {"%2C", ","}, {"%25", "%"}});
        at = next;
    }
    command.data = undone(line.substr(end + 2), {{"%0D", "\r"}, {"%0A", "\n"}, {"%25", "%"}});
    return command;
}

std::vector<RunnerCommand> commands_in(const std::string& text) {
    std::vector<RunnerCommand> all;
    for (const std::string& line : golden::lines_of(text))
        if (const auto command = command_in(line)) all.push_back(*command);
    return all;
}

TEST(GithubReport, AnnotatesWhatFailed) {
    const std::vector<RunnerCommand> all = commands_in(samples::rendered("github", samples::failed()));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].name, "error");
    EXPECT_EQ(all[0].properties.at("title"), "replies-in-capitals: A message comes back in capitals");
    EXPECT_EQ(all[0].properties.at("file"), "week-2/anna/server.py") << "from the root of the repository";
    EXPECT_THAT(all[0].data,
                AllOf(StartsWith("why: The program sends back exactly what it got.\nhint: "),
                      HasSubstr("the reply differs from the capitals of what was sent\nawaited: \"HELLO")));
    EXPECT_EQ(all[1].name, "warning") << "it is not required";
    EXPECT_EQ(commands_in(samples::rendered("github", samples::passed())).size(), 0U);
    const std::vector<RunnerCommand> open =
        commands_in(samples::rendered("github", samples::without_a_verdict()));
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].name, "warning");
    EXPECT_THAT(open[0].data, HasSubstr("not the program's fault"));
}

TEST(GithubReport, NamesTheFileFromTheRootOfTheRepository) {
    const auto file = [](const std::string& program, const ReportOptions& options) {
        model::Result result = samples::failed();
        result.program = program;
        return commands_in(format_named("github").render(result, options)).at(0).properties.at("file");
    };
    EXPECT_EQ(file("server.py", {}), "server.py");
    EXPECT_EQ(file("/home/runner/work/a,b/50%:1.py", samples::somewhere()), "a,b/50%:1.py");
    EXPECT_EQ(file("/elsewhere/server.py", samples::somewhere()), "/elsewhere/server.py");
}

TEST(GithubReport, NeverHasMoreAnnotationsThanGithubShows) {
    const model::Result result = samples::many_failures(30);
    const std::string text = samples::rendered("github", result);
    const std::vector<RunnerCommand> all = commands_in(text);
    ASSERT_EQ(all.size(), 10U);
    for (const RunnerCommand& one : all) EXPECT_EQ(one.name, "error") << "the required ones first";
    const std::string summary = format_named("github").step_summary(result, samples::somewhere());
    for (const model::CaseResult& one : result.cases) {
        EXPECT_THAT(text, HasSubstr("FAIL  " + one.id));
        EXPECT_THAT(summary, HasSubstr("| " + one.id + ": "));
    }
}

TEST(GithubReport, PointsAtTheLineThatDoesNotCompile) {
    const auto line = [](const std::string& detail) -> std::string {
        model::Result result = samples::build_failure();
        for (model::CaseResult& one : result.cases) one.findings[0].detail = detail;
        const RunnerCommand command = commands_in(samples::rendered("github", result)).at(0);
        return command.properties.contains("line") ? command.properties.at("line") : "none";
    };
    EXPECT_EQ(line(samples::build_failure().cases[0].findings[0].detail), "7");
    EXPECT_EQ(line("sender.c:3:1: warning: unused\nx/sender.c:12: error: no\nsender.c:13:1: error: no"),
              "12");
    for (const char* none : {"", "sender.c:", "sender.c:x: error", "sender.c:5", "other.c:5: error",
                             "sender.c:123456789: error", "sender.c:,title=x: error"})
        EXPECT_EQ(line(none), "none") << none;
}

TEST(GithubReport, PointsAtTheLineOfATraceback) {
    const auto place = [](const std::string& program, const std::string& path) {
        model::Result result = samples::failed();
        result.program = program;
        result.cases[0].transcripts[0].events.push_back(
            {11, 20'000,
             model::event::Printed{true,
                                   "Traceback (most recent call last):\n  File \"" + path +
                                       "\", line 12, in <module>\n    reply(connection)\nOSError: no\n"}});
        const RunnerCommand command = commands_in(format_named("github").render(result, {})).at(0);
        return command.properties.at("file") +
               (command.properties.contains("line") ? ":" + command.properties.at("line") : "");
    };
    EXPECT_EQ(place("anna/server.py", "/tmp/x/anna/server.py"), "anna/server.py:12");
    EXPECT_EQ(place("hand-ins/anna", "/tmp/hand-ins/anna/src/server.py"), "hand-ins/anna/src/server.py:12");
    EXPECT_EQ(place("anna/server.py", "/tmp/x/anna/other.py"), "anna/server.py");
}

TEST(GithubReport, SaysOnceWhatAllCasesShare) {
    const std::vector<RunnerCommand> all = commands_in(samples::rendered("github", samples::build_failure()));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].properties.at("title"), "message-arrives, one-datagram and right-port");
}

TEST(GithubReport, TheOnlyCommandsAreOurs) {
    for (const model::Result& result : {samples::hostile(), samples::tricky()})
        for (const RunnerCommand& one : commands_in(samples::rendered("github", result))) {
            EXPECT_TRUE(one.name == "error" || one.name == "warning") << one.name;
            EXPECT_EQ(one.properties.size(), 2U);
            EXPECT_EQ(one.properties.at("title"), heading_of(result.cases[0]));
            EXPECT_EQ(one.properties.at("file"), one_line("week-2/" + result.program));
            for (const std::string& line : golden::lines_of(one.data))
                EXPECT_FALSE(command_in(line).has_value()) << line;
        }
}

TEST(GithubReport, TheSummaryFitsWhereItGoes) {
    const model::Result result = samples::many_failures(1000);
    ReportOptions options = samples::somewhere();
    options.verbose = true;
    const std::string summary = format_named("github").step_summary(result, options);
    EXPECT_LT(summary.size(), 1'000'000U);
    EXPECT_THAT(summary, HasSubstr("| case-1000: "));
    EXPECT_THAT(summary, HasSubstr("There was no room for the rest"));
}

}  // namespace
}  // namespace sockgrade::reports
