#include "grading/form_trial.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace sockgrade::grading {
namespace {

using plan::Form;
using testing::HasSubstr;
namespace event = model::event;

const Form kUsual{"{host}", "{port}"};
const Form kWithMessage{"{host}", "{port}", "{message}"};

model::ProgramSpec client() {
    model::ProgramSpec program;
    program.role = model::Role::client;
    program.arguments = kUsual;
    program.otherwise = {kWithMessage, {"{port}"}, {}};
    return program;
}

model::Transcript transcript(const std::vector<event::What>& happenings) {
    model::Transcript one;
    one.plan.role = model::Role::client;
    one.plan.given.address = {"127.0.0.1", 24430};
    one.plan.given.message = "hello";
    for (const event::What& what : happenings) one.events.push_back({one.events.size() + 1, 0, what});
    return one;
}

event::SocketCall dials(const model::Address& address) {
    return {model::event::SocketCall::Call::connect, model::Transport::tcp, address, 0, false};
}
model::Transcript right() {
    return transcript({dials({"127.0.0.1", 24430}), event::Received{"server", "hello", {}}});
}
model::Transcript silent() { return transcript({dials({"127.0.0.1", 24430})}); }
model::Transcript written_in() {
    return transcript({dials({"10.0.0.1", 5000}), event::Received{"server", "own", {}}});
}
model::Transcript died(int status, const std::string& said = "") {
    return transcript(
        {event::Printed{true, said}, event::Ended{{model::Termination::How::exited, status, ""}}});
}

struct Trial {
    bool goes_well = false;
    std::map<Form, model::Transcript> forms{};  // all others die
    std::size_t runs = 0;
    std::size_t most = 1000;  // for more there is no time

    std::optional<FoundForm> operator()(const model::Transcript& first) {
        return find_form(
            client(), first, [&] { return goes_well; },
            [&](const std::vector<Form>& some) {
                std::vector<model::Transcript> seen;
                for (const Form& form : some) {
                    if (runs == most) break;
                    ++runs;
                    const auto known = forms.find(form);
                    seen.push_back(known == forms.end() ? died(2) : known->second);
                }
                return seen;
            });
    }
};

TEST(FindForm, TriesNothingWhereAllIsUsed) {
    Trial trial;
    EXPECT_FALSE(trial(right()).has_value());
    EXPECT_EQ(trial.runs, 0U);
}

TEST(FindForm, TriesNothingWhereEverythingIsWrittenIn) {
    Trial trial{.goes_well = true};
    EXPECT_FALSE(trial(written_in()).has_value());
    EXPECT_EQ(trial.runs, 0U);
}

TEST(FindForm, TakesTheOneInWhichTheMessageIsSent) {
    Trial trial{.forms = {{kWithMessage, right()}}};
    const auto found = trial(silent());
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->form, kWithMessage);
    EXPECT_EQ(
        found->note,
        "it did not send the message that it was given when it was started with the arguments {host} {port}, "
        "so it was started with the arguments {host} {port} {message}");
}

TEST(FindForm, StaysWithTheUsualOneWhenNoneIsBetter) {
    Trial trial{.forms = {{kWithMessage, silent()}, {{"{port}"}, written_in()}, {{}, silent()}}};
    EXPECT_FALSE(trial(silent()).has_value());
}

TEST(FindForm, TakesNoneThatWasNotTried) {
    Trial trial{.forms = {{kWithMessage, right()}}, .most = 0};
    EXPECT_FALSE(trial(silent()).has_value());
}

TEST(FindForm, TakesAnyThatItDoesNotDieOf) {
    Trial trial{.forms = {{{}, written_in()}}};
    const auto found = trial(died(1));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->form, Form{});
    EXPECT_THAT(found->note,
                HasSubstr("it ended at once when it was started with the arguments {host} {port}, so it "
                          "was started with no arguments"));
}

TEST(FindForm, DoesWhatTheProgramSays) {
    const Form options{"-a", "{host}", "-p", "{port}"};
    Trial trial{.forms = {{options, right()}, {{}, written_in()}}};
    const auto found = trial(died(2, "usage: client.py [-h] -a ADDR -p PORT\n"));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->form, options);
}

TEST(FindForm, LooksFurtherWhenAPortWasTakenForAnAddress) {
    const Form one_word{"{host}:{port}"};
    Trial trial{.goes_well = true, .forms = {{one_word, right()}}};
    const auto found = trial(transcript({dials({"127.0.0.1", 24430}), dials({"0.0.95.110", 80})}));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->form, one_word);
}

TEST(BeginningOf, EndsWithTheFirstThingThatIsExpected) {
    model::Plan plan;
    plan.role = model::Role::client;
    plan.steps = {
        {"server", model::Accept{}, 1}, {"server", model::Expect{}, 2}, {"server", model::Reply{}, 3}};
    EXPECT_EQ(beginning_of(plan).steps.size(), 2U);
    plan.role = model::Role::server;
    plan.steps = {{"client", model::Connect{}, 1}, {"client", model::Expect{}, 2}};
    EXPECT_EQ(beginning_of(plan).steps.size(), 1U);
    plan.steps = {{model::kProgram, model::Prints{}, 1}};
    EXPECT_EQ(beginning_of(plan).steps.size(), 1U);
}

}  // namespace
}  // namespace sockgrade::grading
