// The story of two programs, as each of them would have it of its own.
#include "telling/pair.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "telling/event.hh"

namespace sockgrade::telling {
namespace {

using namespace model;
using testing::ElementsAre;
using testing::IsEmpty;

const PairRoles kRoles{"sender", "receiver"};

Step step(const std::string& actor, Action action) { return {actor, std::move(action), 0}; }

Message line(const std::string& bytes, const std::string& content) {
    Message message;
    message.bytes = bytes;
    message.as = "{i} {line}";
    message.content = content;
    return message;
}

Expect lines() {
    Expect all;
    all.what = Expect::What::all;
    all.messages = {line("0 a", "a"), line("1 b", "b")};
    return all;
}

const AnswerEach kAck{"ACK {seq}", {{"seq", "", " ", false, {}}}};

std::vector<Step> steps() {
    return {step("receiver", kAck), step("receiver", lines()), step("sender", Exits{0}),
            step("receiver", Prints{})};
}

PairTranscript pair_of(Transport transport, std::vector<PairEvent> events) {
    PairTranscript pair;
    pair.plan.dialling.role = Role::sender;
    pair.plan.listening.role = Role::receiver;
    pair.plan.dialling.transport = pair.plan.listening.transport = transport;
    pair.plan.dialling.steps = dialling_steps(steps(), kRoles);
    pair.plan.listening.steps = listening_steps(steps(), kRoles, transport);
    pair.events = std::move(events);
    for (std::size_t i = 0; i < pair.events.size(); ++i) pair.events[i].event.number = i + 1;
    return pair;
}

PairEvent link(event::What what) { return {std::nullopt, {0, 0, std::move(what)}}; }
PairEvent of(Half half, event::What what) { return {half, {0, 0, std::move(what)}}; }

event::Delivered delivered(Direction direction, const std::string& bytes) {
    event::Delivered made;
    made.direction = direction;
    made.bytes = bytes;
    return made;
}

std::vector<std::string> in_words(const Transcript& transcript) {
    std::vector<std::string> words;
    for (const Event& one : transcript.events) words.push_back(describe(one));
    return words;
}

template <typename T>
std::vector<std::string> bytes_of(const Transcript& transcript) {
    std::vector<std::string> all;
    for (const auto* one : transcript.all<T>()) all.push_back(one->connection + ": " + one->bytes);
    return all;
}

TEST(PairSteps, OfTheOneThatDials) {
    const std::vector<Step> own = dialling_steps(steps(), kRoles);
    EXPECT_THAT(own,
                ElementsAre(step("receiver", kAck), step("receiver", lines()), step(kProgram, Exits{0})));
}

TEST(PairSteps, OfTheOneThatListens) {
    Send send;
    send.messages = lines().messages;
    // What it answers is judged when all has come.
    EXPECT_THAT(listening_steps(steps(), kRoles, Transport::udp),
                ElementsAre(step("sender", send), step(kProgram, kAck), step(kProgram, Prints{})));
}

TEST(PairSteps, AReplyIsWhatThePeerExpects) {
    Expect end;
    end.what = Expect::What::end;
    const std::vector<Step> asked{step("server", Accept{}), step("server", Expect{}), step("server", Reply{}),
                                  step("server", end)};
    Expect capitals;
    capitals.what = Expect::What::capitals;
    capitals.copies = 0;  // the network may double it
    EXPECT_THAT(listening_steps(asked, {"client", "server"}, Transport::tcp),
                ElementsAre(step("client", Connect{}), step("client", Send{}), step("client", capitals)));
}

TEST(Project, DatagramsOfTheOtherAreThePeers) {
    const PairTranscript pair = pair_of(
        Transport::udp,
        {of(Half::listening, event::Printed{false, "ready"}), of(Half::dialling, event::Started{{"s"}}),
         link(event::Sent{"sender", "0 a", {}}), link(delivered(Direction::from_program, "0 a")),
         link(event::Sent{"receiver", "ACK 0", {}}), link(delivered(Direction::to_program, "ACK 0")),
         of(Half::dialling, event::StepEnded{}), of(Half::listening, event::StepEnded{})});
    const Projection sender = project(pair, Half::dialling);
    EXPECT_THAT(bytes_of<event::Received>(sender.transcript), ElementsAre("receiver: 0 a"));
    EXPECT_THAT(bytes_of<event::Sent>(sender.transcript), ElementsAre("receiver: ACK 0"));
    EXPECT_EQ(sender.transcript.first<event::Printed>(), nullptr);
    EXPECT_TRUE(sender.was_started());
    const Projection receiver = project(pair, Half::listening);
    EXPECT_THAT(bytes_of<event::Received>(receiver.transcript), ElementsAre("sender: ACK 0"));
    EXPECT_THAT(bytes_of<event::Sent>(receiver.transcript), ElementsAre("sender: 0 a"));
    EXPECT_NE(receiver.transcript.first<event::Printed>(), nullptr);
    EXPECT_EQ(receiver.transcript.first<event::Started>(), nullptr);
}

TEST(Project, KnowsWhereEachEventStoodInTheWhole) {
    const PairTranscript pair =
        pair_of(Transport::udp,
                {of(Half::listening, event::Printed{}), link(event::Sent{"sender", "x", {}}),
                 link(delivered(Direction::from_program, "x")), of(Half::dialling, event::StepEnded{})});
    const Projection sender = project(pair, Half::dialling);
    ASSERT_EQ(sender.places.size(), sender.transcript.events.size());
    for (std::size_t i = 0; i < sender.transcript.events.size(); ++i) {
        EXPECT_EQ(sender.transcript.events[i].number, i + 1);
        if (std::holds_alternative<event::Received>(sender.transcript.events[i].what)) {
            EXPECT_EQ(sender.places[i], 2U);
        }
    }
}

TEST(Project, EachStepIsBegunAndEnded) {
    const PairTranscript pair =
        pair_of(Transport::udp,
                {link(event::Sent{"sender", "0 a", {}}),
                 of(Half::listening, event::StepEnded{0, WaitEnd::quiet, {{Wait::Call::recvfrom, 3}}})});
    const Transcript receiver = project(pair, Half::listening).transcript;
    EXPECT_EQ(receiver.plan.steps.size(), 3U);
    EXPECT_EQ(receiver.all<event::StepBegan>().size(), 3U);
    ASSERT_EQ(receiver.all<event::StepEnded>().size(), 3U);
    EXPECT_EQ(receiver.last<event::StepEnded>()->step, 2U);
    EXPECT_EQ(receiver.last<event::StepEnded>()->how, WaitEnd::quiet);
    EXPECT_EQ(receiver.last<event::StepEnded>()->waits, (Waits{{Wait::Call::recvfrom, 3}}));
    EXPECT_THAT(in_words(receiver), testing::Contains(testing::HasSubstr("0 a")));
}

TEST(Project, TheListenerIsAskedForWhatReallyCame) {
    const PairTranscript pair = pair_of(
        Transport::udp, {link(event::Sent{"sender", "0 a", {}}), link(event::Sent{"sender", "0 a", {}}),
                         link(event::Sent{"sender", "b", {}}), of(Half::listening, event::StepEnded{})});
    const Transcript receiver = project(pair, Half::listening).transcript;
    const auto& send = std::get<Send>(receiver.plan.steps.front().action);
    ASSERT_EQ(send.messages.size(), 2U);
    EXPECT_EQ(send.messages[0], line("0 a", "a"));
    // What is to be printed of the other cannot be said.
    EXPECT_EQ(send.messages[1].bytes, "b");
    EXPECT_EQ(send.messages[1].content, "");
}

TEST(Project, WithoutADatagramNothingIsAskedOfTheListener) {
    const PairTranscript pair = pair_of(Transport::udp, {of(Half::listening, event::StepEnded{})});
    const Transcript receiver = project(pair, Half::listening).transcript;
    ASSERT_EQ(receiver.plan.steps.size(), 1U);
    EXPECT_TRUE(std::holds_alternative<Send>(receiver.plan.steps.front().action));
}

TEST(Project, FaultsAreSeenFromTheOtherSide) {
    PairTranscript pair = pair_of(Transport::udp, {});
    FaultRule rule;
    rule.kind = "drop";
    rule.direction = Direction::from_program;
    pair.plan.dialling.faults = {rule};
    event::FaultApplied fault;
    fault.direction = Direction::from_program;
    fault.bytes = "0 a";
    fault.lost = true;
    pair.events = {link(fault), link(delivered(Direction::from_program, "1 b")),
                   of(Half::listening, event::StepEnded{})};
    const Transcript receiver = project(pair, Half::listening).transcript;
    EXPECT_EQ(receiver.plan.faults.front().direction, Direction::to_program);
    ASSERT_NE(receiver.first<event::FaultApplied>(), nullptr);
    EXPECT_EQ(receiver.first<event::FaultApplied>()->direction, Direction::to_program);
    EXPECT_EQ(receiver.first<event::FaultApplied>()->connection, "sender");
    ASSERT_NE(receiver.first<event::Delivered>(), nullptr);
    EXPECT_EQ(receiver.first<event::Delivered>()->direction, Direction::to_program);
    const Transcript sender = project(pair, Half::dialling).transcript;
    EXPECT_EQ(sender.first<event::FaultApplied>()->direction, Direction::from_program);
    EXPECT_THAT(bytes_of<event::Received>(sender), ElementsAre("receiver: 1 b"));
}

TEST(Project, StreamsArriveAndEnd) {
    const PairTranscript pair = pair_of(
        Transport::tcp, {link(event::Sent{"sender", "hello", {}}), link(event::Finished{"sender", false}),
                         link(event::ResetSeen{"receiver", 104}), of(Half::dialling, event::StepEnded{}),
                         of(Half::listening, event::StepEnded{})});
    const Transcript sender = project(pair, Half::dialling).transcript;
    EXPECT_THAT(bytes_of<event::Received>(sender), ElementsAre("receiver: hello"));
    EXPECT_TRUE(sender.first<event::Finished>()->by_program);
    ASSERT_NE(sender.first<event::Closed>(), nullptr);
    EXPECT_TRUE(sender.first<event::Closed>()->reset);
    const Transcript receiver = project(pair, Half::listening).transcript;
    EXPECT_THAT(bytes_of<event::Sent>(receiver), ElementsAre("sender: hello"));
    EXPECT_FALSE(receiver.first<event::Finished>()->by_program);
    EXPECT_NE(receiver.first<event::ResetSeen>(), nullptr);
    EXPECT_THAT(bytes_of<event::Received>(receiver), IsEmpty());
}

}  // namespace
}  // namespace sockgrade::telling
