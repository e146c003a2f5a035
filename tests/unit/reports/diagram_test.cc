// The sequence diagrams: what is on them, and how both forms look.
#include "reports/diagram.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <fstream>

#include "base/columns.hh"
#include "base/text.hh"
#include "reports/catalog.hh"
#include "system/command.hh"
#include "system/find_program.hh"
#include "system/temporary_folder.hh"
#include "tests/support/golden.hh"
#include "tests/unit/reports/sample_results.hh"

namespace sockgrade::reports {
namespace {

namespace event = model::event;
using Kind = Row::Kind;
using samples::kClient;
using samples::kServer;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string rendered_diagram(const char* format, const model::Result& result,
                             const ReportOptions& options = {}) {
    return format_named(format).render(result, options);
}

// A network that loses, doubles and swaps, and a program that a lost reply makes fail.
model::Result through_a_link() {
    using model::Direction;
    const auto fault = [](const char* kind, std::size_t number, const char* bytes,
                          Direction direction = Direction::to_program) {
        return event::FaultApplied{kind, direction, number,  1, bytes, std::string(kind) == "drop",
                                   {},   0,         "client"};
    };
    const auto arrives = [](std::size_t number, const char* bytes) {
        return event::Delivered{"client", Direction::to_program, number, 1, bytes, {}, kServer};
    };
    model::Result result = samples::frame("udp-capitalize-server", "A UDP server", "server.py");
    model::CaseResult one = samples::one_case("any-order", "Datagrams that come out of order are answered",
                                              model::Level::must, model::Verdict::failed, 0, 2);
    one.transcripts = {samples::told(
        model::Role::server, {"client"},
        {event::SocketCall{
             model::event::SocketCall::Call::bind, model::Transport::udp, {"0.0.0.0", 12000}, 0, false},
         event::Opened{"client", kClient, kServer},
         event::Sent{"client", "message one of planet\n", {}},
         arrives(1, "message one of planet\n"),
         event::Sent{"client", "two", {}},
         fault("reorder", 2, "two"),
         event::Sent{"client", "three", {}},
         fault("reorder", 3, "three"),
         arrives(3, "three"),
         arrives(2, "two"),
         event::Sent{"client", "four", {}},
         fault("duplicate", 4, "four"),
         arrives(4, "four"),
         arrives(4, "four"),
         event::Sent{"client", "five", {}},
         fault("drop", 5, "five"),
         event::Received{"client", "MESSAGE ONE OF PLANET\n", {}},
         fault("drop", 2, "THREE", Direction::from_program),
         event::Printed{true, "no\tmore\n"},
         event::ResetSeen{"client", ECONNREFUSED},
         event::Ended{{model::Termination::How::exited, 1, ""}}})};
    model::Plan& plan = one.transcripts[0].plan;
    plan.transport = model::Transport::udp;
    const auto rule = [](const char* kind, std::vector<std::size_t> numbers, Direction direction) {
        return model::FaultRule{kind, direction, std::move(numbers), {}, 1, 100};
    };
    plan.faults = {rule("reorder", {2, 3}, Direction::to_program),
                   rule("duplicate", {4}, Direction::to_program), rule("drop", {5}, Direction::to_program),
                   rule("drop", {2}, Direction::from_program)};
    model::Finding finding;
    finding.requirement = "each datagram is answered";
    finding.status = model::Finding::Status::not_met;
    finding.cause = model::Cause::no_reply;
    finding.evidence = {16, 17};
    one.findings = {finding};
    result.cases = {one};
    result.verdict = model::Verdict::failed;
    return result;
}

// What would end the markup around it, if it could.
model::Result hostile_markup() {
    static constexpr char kEvil[] =
        "]]></text><script>alert(1)</script><!-- &amp; &#60; \" ' ${x} <?xml?> \0\x01\x7f\xc3\x28\xed\xa0\x80"
        "\xef\xbf\xbf\xe2\x80\xae\xe2\x81\xa6 ##[error] \r\n::warning::"
        "\xc2\x85\xe2\x80\xa8\xf0\x9f\x98\x80";
    const std::string evil(kEvil, sizeof(kEvil) - 1);
    model::Result result = samples::hostile();
    model::CaseResult& one = result.cases[0];
    one.title = one.id = evil;
    one.findings[0].requirement = evil;
    one.transcripts = {samples::told(
        model::Role::server, {evil, "b"},
        {event::Started{{evil, evil}}, event::Opened{evil, kClient, kServer},
         event::Sent{evil, evil, kServer}, event::Received{evil, std::string(evil) + '\0' + "x", kServer},
         event::Printed{false, evil}, event::Typed{evil}, event::Coaxed{evil, {}},
         event::NotOpened{evil, {evil, 1}, 5}})};
    return result;
}

std::vector<std::pair<std::string, model::Result>> all() {
    auto results = samples::all();
    results.emplace_back("link", through_a_link());
    results.emplace_back("markup", hostile_markup());
    return results;
}

TEST(Diagram, LooksAsReviewed) {
    for (const char* name : {"failed", "crashed", "hostile", "without-a-verdict", "link", "markup"})
        for (const auto& [sample, result] : all())
            if (sample == name) {
                golden::expect_golden(rendered_diagram("sequence", result), "sequence-" + sample + ".txt");
                golden::expect_golden(rendered_diagram("svg", result), "sequence-" + sample + ".svg");
            }
}

TEST(Diagram, HasALifelineForEachWhoTakesPart) {
    EXPECT_THAT(diagram_of(samples::failed().cases[0], {}).lifelines, ElementsAre("program", "client"));
    EXPECT_THAT(diagram_of(through_a_link().cases[0], {}).lifelines,
                ElementsAre("program", "link", "client"));
    EXPECT_TRUE(diagram_of({}, {}).lifelines.empty());
}

TEST(Diagram, ADropEndsAtTheLink) {
    std::vector<std::string> lost;
    for (const Row& row : diagram_of(through_a_link().cases[0], {}).rows)
        if (row.lost) lost.push_back(std::to_string(row.from) + ">" + std::to_string(row.to) + row.text);
    EXPECT_THAT(lost, ElementsAre("2>1dropped: \"five\"", "0>1dropped: \"THREE\""));
}

TEST(Diagram, WhatWasNotMetStandsBehindWhatDecided) {
    const Diagram diagram = diagram_of(samples::failed().cases[0], {});
    for (std::size_t i = 0; i < diagram.rows.size(); ++i) {
        if (diagram.rows[i].kind != Kind::broken) continue;
        EXPECT_EQ(diagram.rows.at(i - 1).number, 7U);
        EXPECT_TRUE(diagram.rows.at(i - 1).decisive);
        return;
    }
    ADD_FAILURE() << "it is not there";
}

TEST(Diagram, ALongCaseIsFoldedAroundWhatDecided) {
    model::CaseResult one = samples::failed().cases[0];
    std::vector<model::Event> events;
    for (std::size_t i = 1; i <= 1000; ++i)
        events.push_back({i, 0, event::Sent{i % 2 == 0 ? "a" : "b", std::to_string(i), kServer}});
    one.transcripts[0].events = events;
    one.findings[1].evidence = {500};
    one.diagnoses.clear();
    const Diagram diagram = diagram_of(one, {.rows = 30});
    std::vector<std::size_t> numbers;
    for (const Row& row : diagram.rows) numbers.push_back(row.number);
    EXPECT_THAT(numbers, testing::IsSupersetOf({1U, 500U, 1000U}));
    EXPECT_LT(diagram.rows.size(), 40U);
}

TEST(Diagram, ManyPeersShareALifeline) {
    model::CaseResult one = samples::failed().cases[0];
    one.transcripts[0].events.clear();
    for (std::size_t i = 1; i <= 20; ++i)
        one.transcripts[0].events.push_back(
            {i, 0, event::Sent{"peer" + std::to_string(i), "hello", kServer}});
    const Diagram diagram = diagram_of(one, {.lifelines = 5});
    EXPECT_EQ(diagram.lifelines.size(), 5U);
    EXPECT_EQ(diagram.lifelines.back(), "peer4 +16");
    const auto& last = *std::find_if(diagram.rows.rbegin(), diagram.rows.rend(),
                                     [](const Row& row) { return row.number == 20; });
    EXPECT_EQ(last.text, "peer20: \"hello\"");
    EXPECT_EQ(last.from, 4U);
}

TEST(SequenceReport, StaysWithinItsColumns) {
    for (const auto& [name, result] : all()) {
        if (name == "hostile" || name == "markup" || name == "tricky")
            continue;  // written out after it was measured
        for (const std::string& line : golden::lines_of(rendered_diagram("sequence", result)))
            EXPECT_LE(columns_of(line), 80U) << name << ": " << line;
    }
}

TEST(SequenceReport, HostileTextStaysText) {
    for (const model::Result& result : {samples::hostile(), hostile_markup()}) {
        const std::string text = rendered_diagram("sequence", result, {.verbose = true});
        EXPECT_TRUE(is_utf8(text));
        for (const char c : text) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= ' ');
        for (const char* evil : {"##[", "\u202e", "\u2066", "\u0085", "\u2028", "\n::"})
            EXPECT_THAT(text, Not(HasSubstr(evil)));
    }
}

// A strict parser reads it, and finds in it only what we draw with.
TEST(SvgReport, IsWellFormedAndHarmless) {
    const system::TemporaryFolder folder;
    std::vector<std::string> command = {
        "python3", "-c",
        "import re, sys, xml.etree.ElementTree as tree\n"
        "known = 'svg title text line rect path'.split()\n"
        "for file in sys.argv[1:]:\n"
        "    for part in tree.parse(file).getroot().iter():\n"
        "        name = part.tag.replace('{http://www.w3.org/2000/svg}', '')\n"
        "        assert name in known, name\n"
        "        for key, value in part.attrib.items():\n"
        "            assert not key.startswith('on') and 'href' not in key and 'style' not in key, key\n"
        "            assert 'url' not in value and 'http' not in value, value\n"
        "        text = part.text or ''\n"
        "        bad = "
        "re.search('[\\0-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ufffe\\uffff]', text)\n"
        "        assert not bad, (file, text)\n"};
    for (const auto& [name, result] : all())
        for (const bool verbose : {false, true}) {
            const std::string path = folder.path() + "/" + name + (verbose ? "-verbose.svg" : ".svg");
            const std::string text = rendered_diagram("svg", result, {.verbose = verbose});
            std::ofstream(path, std::ios::binary) << text;
            command.push_back(path);
            for (const char* evil : {"<script", "]]>", "##[", "\n::", "<!--", "<?"})
                EXPECT_THAT(text, Not(HasSubstr(evil)));
        }
    system::CommandOptions options;
    options.argv = command;
    options.environment = {"PATH=" + system::search_path()};
    const system::CommandResult parsed = system::run_command(options);
    EXPECT_TRUE(parsed.succeeded()) << parsed.output;
}

}  // namespace
}  // namespace sockgrade::reports
