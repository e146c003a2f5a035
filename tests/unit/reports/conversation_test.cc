#include "reports/conversation.hh"

#include <gtest/gtest.h>

#include "tests/unit/reports/sample_results.hh"

namespace sockgrade::reports {
namespace {

namespace event = model::event;
using samples::kServer;

model::CaseResult with(model::Transport transport, std::initializer_list<event::What> happenings) {
    model::CaseResult result;
    result.transcripts = {samples::told(model::Role::server, {"client"}, happenings)};
    result.transcripts[0].plan.transport = transport;
    return result;
}

std::vector<std::string> texts(const std::vector<Line>& lines) {
    std::vector<std::string> found;
    for (const Line& line : lines) found.push_back(line.text);
    return found;
}

TEST(Conversation, TellsPiecesOfATcpMessageAsOne) {
    const auto result =
        with(model::Transport::tcp,
             {event::Sent{"client", "a", kServer}, event::StepBegan{0}, event::Sent{"client", "b", kServer},
              event::Sent{"other", "c", kServer}, event::Received{"client", "A", kServer},
              event::Received{"client", "B", kServer}});
    EXPECT_EQ(texts(conversation(result)),
              (std::vector<std::string>{R"(the client sent "ab" (2 bytes) in 2 pieces)",
                                        R"(the peer 'other' sent "c" (1 byte))",
                                        R"(the program sent "AB" (2 bytes) in 2 pieces)"}));
    EXPECT_EQ(whole_conversation(result).size(), 6U);
}

TEST(Conversation, TellsEachDatagram) {
    const auto result =
        with(model::Transport::udp,
             {event::Sent{"client", "a", kServer}, event::Sent{"client", "b", kServer},
              event::Printed{false, "x"}, event::Printed{false, "y"}, event::Printed{true, "z"}});
    EXPECT_EQ(texts(conversation(result)),
              (std::vector<std::string>{R"(the client sent "a" (1 byte))", R"(the client sent "b" (1 byte))",
                                        R"(the program printed "xy")",
                                        R"(the program printed "z" on standard error)"}));
}

TEST(Conversation, MarksWhatDecided) {
    auto result = with(model::Transport::tcp,
                       {event::Sent{"client", "a", kServer}, event::Received{"client", "b", kServer},
                        event::Received{"client", "c", kServer}, event::Finished{"client", true}});
    result.findings = {samples::met("something"), samples::met("something else")};
    result.findings[0].evidence = {1};
    result.findings[1].status = model::Finding::Status::not_met;
    result.findings[1].evidence = {3};
    result.diagnoses = {{"id", "message", "hint", {4}}};
    std::vector<bool> decisive;
    for (const Line& line : conversation(result)) decisive.push_back(line.decisive);
    EXPECT_EQ(decisive, (std::vector<bool>{false, true, true}));
}

TEST(Conversation, ItsEndKeepsWhatDecided) {
    std::vector<Line> lines(20);
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].number = i + 1;
    lines[4].decisive = true;
    const std::vector<Line> kept = end_of(lines, 3);
    ASSERT_EQ(kept.size(), 4U);
    EXPECT_EQ(kept[0].number, 5U);
    EXPECT_TRUE(kept[0].after_gap);
    EXPECT_EQ(kept[1].number, 18U);
    EXPECT_TRUE(kept[1].after_gap);
    EXPECT_FALSE(kept[2].after_gap);
}

TEST(Conversation, KeepsThoseThatDecided) {
    std::vector<Line> lines(20);
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].step = i + 1;
    const auto steps = [](const std::vector<Line>& kept) {
        std::vector<std::size_t> found;
        for (const Line& line : kept) found.push_back(line.step);
        return found;
    };
    EXPECT_EQ(steps(deciding(lines, 3)), (std::vector<std::size_t>{18, 19, 20})) << "nothing did";
    for (const std::size_t i : {3U, 5U, 7U, 9U, 11U}) lines[i].decisive = true;
    EXPECT_EQ(steps(deciding(lines, 3)), (std::vector<std::size_t>{4, 10, 12})) << "the first, and the last";
    EXPECT_EQ(steps(deciding(lines, 9)), (std::vector<std::size_t>{4, 6, 8, 10, 12}));
}

TEST(Conversation, StepsAreNumberedAsTheyAreShown) {
    const auto result = with(model::Transport::tcp,
                             {event::Started{{"java", "Server"}}, event::StepBegan{0},
                              event::Sent{"client", "a", kServer}, event::Received{"client", "A", kServer}});
    std::vector<std::size_t> steps;
    for (const Line& line : conversation(result)) steps.push_back(line.step);
    EXPECT_EQ(steps, (std::vector<std::size_t>{1, 2, 3}));
}

TEST(Conversation, TellsACommandWithoutTheMachine) {
    const auto told = [](std::vector<std::string> command) {
        return in_words({1, 0, event::Started{std::move(command)}}, {});
    };
    EXPECT_EQ(told({"/usr/bin/python3", "/home/anna/server.py", "12000"}),
              "the program was started: python3 server.py 12000");
    EXPECT_EQ(told({"/usr/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
                    "-Xshare:auto", "-cp", "/tmp/build-x", "Server", "12000"}),
              "the program was started: java ... -XX:-UsePerfData -Xshare:auto -cp build-x Server 12000");
    EXPECT_EQ(told({"/x/server"}), "the program was started: server");
    EXPECT_EQ(told({"server", std::string(100, 'a')}), "the program was started: server ...");
}

TEST(Conversation, IsEmptyWhereNothingWasRun) {
    EXPECT_TRUE(conversation({}).empty());
    EXPECT_TRUE(whole_conversation({}).empty());
}

}  // namespace
}  // namespace sockgrade::reports
