#include "record/transcript_json.hh"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/error.hh"
#include "telling/wait.hh"
#include "tests/unit/record/sample_transcript.hh"

namespace sockgrade::record {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// Two values are equal when they are written alike: the field lists cannot leave anything out (fields.hh).
std::string complaint_about(std::string_view text) {
    try {
        transcript_from_json(text);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "nothing";
}

// The sample with one value replaced, by its JSON pointer.
std::string sample_with(const std::string& pointer, const nlohmann::json& value) {
    auto document = nlohmann::json::parse(transcript_to_json(sample_transcript()));
    document[nlohmann::json::json_pointer(pointer)] = value;
    return document.dump();
}

TEST(TranscriptJson, ComesBackAsItWas) {
    const model::Transcript before = sample_transcript();
    const std::string text = transcript_to_json(before);
    const model::Transcript after = transcript_from_json(text);
    EXPECT_EQ(transcript_to_json(after), text);
    EXPECT_EQ(after.isolation, "B");
    ASSERT_EQ(after.events.size(), before.events.size());
    EXPECT_EQ(after.plan.seed, before.plan.seed);
    EXPECT_EQ(after.plan.given, before.plan.given);
    EXPECT_EQ(after.plan.faults, before.plan.faults);
    EXPECT_EQ(after.plan.steps, before.plan.steps);
    EXPECT_EQ(after.plan.limits, before.plan.limits);
    EXPECT_EQ(after.first<model::event::Received>()->bytes, all_bytes());
    EXPECT_EQ(after.first<model::event::Sent>()->bytes.size(), 65536U);
}

TEST(TranscriptJson, TheSampleHoldsEveryKindOfEventAndStep) {
    std::set<std::size_t> events;
    for (const model::Event& event : sample_transcript().events) events.insert(event.what.index());
    EXPECT_EQ(events.size(), std::variant_size_v<model::event::What>);
    std::set<std::size_t> actions;
    for (const model::Step& step : sample_plan().steps) actions.insert(step.action.index());
    EXPECT_EQ(actions.size(), std::variant_size_v<model::Action>);
}

TEST(TranscriptJson, IsOneLineThatNamesItsSchemaFirst) {
    const std::string text = transcript_to_json(sample_transcript());
    EXPECT_THAT(text, StartsWith(R"({"schema":"sockgrade/transcript/1","isolation":"B",)"));
    EXPECT_EQ(text.find('\n'), std::string::npos);
}

TEST(TranscriptJson, PlansAndEventsStandAlone) {
    const std::string plan = plan_to_json(sample_plan());
    EXPECT_EQ(plan_to_json(plan_from_json(plan)), plan);
    for (const model::Event& event : sample_transcript().events) {
        const std::string text = event_to_json(event);
        EXPECT_EQ(event_to_json(event_from_json(text)), text);
    }
    EXPECT_EQ(event_to_json({4, 1200, model::event::Received{"client", "HELLO", {"127.0.0.1", 12000}}}),
              R"({"number":4,"at_us":1200,"event":"received","connection":"client","bytes":"HELLO",)"
              R"("from":{"host":"127.0.0.1","port":12000}})");
}

TEST(TranscriptJson, TruncationIsRefusedWhereverItHappens) {
    model::Transcript small = sample_transcript();
    for (model::Event& event : small.events)
        if (auto* sent = std::get_if<model::event::Sent>(&event.what)) sent->bytes = "short";
    const std::string text = transcript_to_json(small);
    for (std::size_t length = 0; length < text.size(); length += length < 300 ? 1 : 13)
        ASSERT_THROW(transcript_from_json(std::string_view(text).substr(0, length)), UsageError) << length;
}

// Whatever a byte is changed to: either it is a transcript still, or a UsageError says why not.
TEST(TranscriptJson, DamageNeverDoesMoreThanComplain) {
    model::Transcript small{sample_plan(), "B", {}};
    small.events = {{1, 0, model::event::StepBegan{0}}, {2, 5, model::event::Printed{false, "\xff"}}};
    const std::string text = transcript_to_json(small);
    for (std::size_t at = 0; at < text.size(); at += 17) {
        for (const char c : {'"', '0', '-', '[', '}', '\xff', '\0'}) {
            std::string damaged = text;
            damaged[at] = c;
            try {
                transcript_from_json(damaged);
            } catch (const UsageError& error) {
                ASSERT_STRNE(error.what(), "");
            }
        }
    }
}

TEST(TranscriptJson, SaysWhereItIsNoJson) {
    EXPECT_EQ(complaint_about("{\n  \"schema\": ?"), "not valid JSON: it goes wrong at line 2, column 13");
    EXPECT_EQ(complaint_about("{"), "not valid JSON: it breaks off at line 1, column 2");
    EXPECT_EQ(complaint_about(""), "not valid JSON: it breaks off at line 1, column 1");
    EXPECT_EQ(complaint_about("[1e999]"), "not valid JSON: it holds a number that is too large");
    EXPECT_THAT(complaint_about(std::string(50'000, '[')), StartsWith("not valid JSON"));
}

TEST(TranscriptJson, SaysWhenItIsSomethingElse) {
    EXPECT_EQ(complaint_about("[]"), "not a transcript, but a list");
    EXPECT_EQ(complaint_about("{}"), "not a transcript: \"schema\" should say \"sockgrade/transcript/1\"");
    EXPECT_EQ(
        complaint_about(sample_with("/schema", "sockgrade/transcript/9")),
        "schema: \"sockgrade/transcript/9\" is not known; this Sockgrade reads \"sockgrade/transcript/1\"");
}

TEST(TranscriptJson, SaysWhichValueIsWrong) {
    EXPECT_EQ(complaint_about(sample_with("/events/4/local/port", 70000)),
              "events[4].local.port: a whole number from 0 to 65535 was expected");
    EXPECT_EQ(complaint_about(sample_with("/events/4/local/port", -1)),
              "events[4].local.port: a whole number from 0 to 65535 was expected");
    EXPECT_THAT(complaint_about(sample_with("/events/0/event", "strated\x1b")),
                StartsWith(R"(events[0].event: "strated\x1b" is not one of started, socket-call,)"));
    EXPECT_EQ(complaint_about(sample_with("/plan/steps/2/messages/1/bytes", {{"base64", "a"}})),
              "plan.steps[2].messages[1].bytes: a text or {\"base64\": \"...\"} was expected, not an object");
    EXPECT_EQ(complaint_about(sample_with("/plan/quiescence", 1)),
              "plan.quiescence: true or false was expected, not a number");
    EXPECT_EQ(complaint_about(sample_with("/events/1/errno", 1)), "events[1]: \"errno\" is not known here");
    EXPECT_EQ(complaint_about(sample_with("/plan", nlohmann::json::object())),
              "plan: \"exercise\" is missing");
    EXPECT_EQ(complaint_about(sample_with("/events", nullptr)), "events: a list was expected, not null");
}

// Before waits were told apart, a sentence stood there.
TEST(TranscriptJson, ReadsTheWaitsOfEarlierVersions) {
    const auto read = [](const std::string& sentence) {
        const auto transcript = transcript_from_json(sample_with("/events/3/blocked", sentence));
        return std::get<model::event::StepEnded>(transcript.events.at(3).what).waits;
    };
    for (const char* sentence : {"", "its own code", "read() on its standard input", "poll()",
                                 "read() on its standard input, recvfrom() on descriptor 4 and epoll_wait()"})
        EXPECT_EQ(telling::in_words(read(sentence)), sentence);
    EXPECT_EQ(telling::in_words(read("accept() on descriptor 3 and futex()")),
              "accept() on the listening socket and futex()");
    EXPECT_TRUE(model::reads_standard_input(read("read() on its standard input")));
    for (const char* sentence : {"none()", "sleeping()", "poll", "accept() on descriptor -3",
                                 "accept() on descriptor 3 and ", "accept() on descriptor 3x"})
        EXPECT_THROW(read(sentence), UsageError) << sentence;
}

TEST(TranscriptJson, RefusesEventsThatTheJudgesCouldStumbleOver) {
    const std::size_t steps = sample_plan().steps.size();
    EXPECT_EQ(complaint_about(sample_with("/events/2/step", steps)),
              fmt::format("events[2].step: there is no step {0}; the plan has {0} steps", steps));
    EXPECT_EQ(complaint_about(sample_with("/events/2/number", 7)), "events[2].number: 3 was expected, not 7");
}

}  // namespace
}  // namespace sockgrade::record
