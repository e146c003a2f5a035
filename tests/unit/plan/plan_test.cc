#include "plan/plan.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hh"
#include "plan/given.hh"
#include "plan/print.hh"
#include "tests/unit/plan/spec_of.hh"

namespace sockgrade::plan {
namespace {

using testing::HasSubstr;

PlanOptions with_seed(std::uint64_t seed) {
    PlanOptions options;
    options.seed = seed;
    return options;
}

model::Plan plan_of(std::vector<Message> messages, const PlanOptions& options = {}) {
    return plan_cases(spec_of({case_of("a", std::move(messages))}), options).at(0);
}

TEST(Plan, IsTheSameForTheSameSeed) {
    const model::Spec spec = spec_of({case_of("a", {text("{word} {word}")}), case_of("b", {words("500")})});
    const auto one = plan_cases(spec, with_seed(7));
    const auto again = plan_cases(spec, with_seed(7));
    const auto other = plan_cases(spec, with_seed(8));
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(to_text(one[i]), to_text(again[i]));
        EXPECT_EQ(one[i].steps, again[i].steps);
        EXPECT_NE(one[i].steps, other[i].steps);
    }
}

TEST(Plan, OfOneCaseDoesNotDependOnTheOthers) {
    const auto alone = plan_cases(spec_of({case_of("b", {text("{word}"), words("50")})}), with_seed(7));
    const auto among = plan_cases(spec_of({case_of("a", {text("{word}")}),
                                           case_of("b", {text("{word}"), words("50")}), case_of("c", {})}),
                                  with_seed(7));
    EXPECT_EQ(to_text(alone[0]), to_text(among[1]));
}

TEST(Plan, DoesNotDependOnTheFormOfTheArguments) {
    PlanOptions options = with_seed(7);
    const model::Plan usual = plan_of({text("{word}")}, options);
    options.arguments = {"{host}", "{port}"};
    const model::Plan otherwise = plan_of({text("{word}")}, options);
    EXPECT_EQ(usual.steps, otherwise.steps);
    EXPECT_EQ(usual.given.address, otherwise.given.address);
    EXPECT_EQ(usual.given.arguments, (std::vector<std::string>{std::to_string(usual.given.address.port)}));
    EXPECT_EQ(otherwise.given.arguments,
              (std::vector<std::string>{"0.0.0.0", std::to_string(usual.given.address.port)}));
    EXPECT_FALSE(usual.given.names_host);
    EXPECT_TRUE(otherwise.given.names_host);
    options.arguments.emplace();
    EXPECT_TRUE(plan_of({text("{word}")}, options).given.arguments.empty());
}

TEST(Plan, FillsInMessages) {
    PlanOptions options;
    options.read_file = [](const std::string& path) { return "contents of " + path; };
    const auto bytes = sent(plan_of({text("{n}: {word} {} {x}"),
                                     text("{n}"),
                                     {Message::Form::bytes, "00 ff 41", {}, {}},
                                     {Message::Form::every_byte, {}, {}, {}},
                                     {Message::Form::file, "a.txt", {}, {}},
                                     words("33"),
                                     text("")},
                                    options));
    EXPECT_THAT(bytes[0], testing::MatchesRegex("1: [a-z]+ \\{\\} \\{x\\}"));
    EXPECT_EQ(bytes[1], "2");
    EXPECT_EQ(bytes[2], std::string("\0\xff"
                                    "A",
                                    3));
    EXPECT_EQ(bytes[3].size(), 256U);
    EXPECT_EQ(bytes[3][255], '\xff');
    EXPECT_EQ(bytes[4], "contents of a.txt");
    EXPECT_EQ(bytes[5].size(), 33U);
    EXPECT_EQ(bytes[6], "");
}

TEST(Plan, NeverUsesAWordTwiceInACase) {
    const auto bytes = sent(plan_of(std::vector<Message>(100, text("{word}"))));
    EXPECT_EQ(std::set<std::string>(bytes.begin(), bytes.end()).size(), 100U);
}

TEST(Plan, ExpandsVary) {
    model::CaseSpec one = case_of("long", {words("{size}"), text("{size} bytes")});
    one.vary = {{"size", {"10", "2000"}}};
    model::FaultRule fault;
    fault.kind = "drop";
    fault.containing = "{size}";
    one.faults = {fault};
    const auto plans = plan_cases(spec_of({one}), {});
    ASSERT_EQ(plans.size(), 2U);
    EXPECT_EQ(plans[0].variant, "size=10");
    EXPECT_EQ(full_id(plans[1]), "long/size=2000");
    EXPECT_EQ(sent(plans[1])[0].size(), 2000U);
    EXPECT_EQ(sent(plans[1])[1], "2000 bytes");
    EXPECT_EQ(plans[1].faults[0].containing, "2000");
    EXPECT_NE(plans[0].stream_seed, plans[1].stream_seed);
}

// What is drawn stands in the plan; whoever runs it draws nothing.
TEST(Plan, MakesAListOfBursts) {
    model::CaseSpec one = case_of("bursts", {text("a")});
    model::FaultRule bursts;
    bursts.kind = "drop";
    bursts.chain = {model::LossChain::Model::gilbert_elliott, {20'000, 400'000, 1'000'000, 0}, 20};
    model::FaultRule other;
    other.kind = "duplicate";
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        PlanOptions options;
        options.seed = seed;
        one.faults = {bursts};
        const auto alone = plan_cases(spec_of({one}), options).at(0).faults.at(0).numbers;
        EXPECT_FALSE(alone.empty()) << "a rule that hits nothing proves nothing";
        EXPECT_LT(alone.size(), 20U);
        EXPECT_LE(alone.back(), 20U);
        one.faults = {other, bursts};
        EXPECT_EQ(plan_cases(spec_of({one}), options).at(0).faults.at(1).numbers, alone);
    }
    bursts.chain.chances = {500'000, 500'000, 0, 0};
    one.faults = {bursts};
    EXPECT_THAT([&] { plan_cases(spec_of({one}), {}); },
                testing::ThrowsMessage<UsageError>(HasSubstr("no burst is to be had in 20 datagrams")));
}

TEST(Plan, TakesOneCaseOrOneVariant) {
    model::CaseSpec one = case_of("long", {words("{size}")});
    one.vary = {{"size", {"10", "2000"}}};
    const model::Spec spec = spec_of({case_of("short", {}), one});
    PlanOptions options;
    options.case_id = "long";
    EXPECT_EQ(plan_cases(spec, options).size(), 2U);
    options.case_id = "long/size=2000";
    ASSERT_EQ(plan_cases(spec, options).size(), 1U);
    EXPECT_EQ(plan_cases(spec, options)[0].variant, "size=2000");
    for (const char* wanted : {"lnog", "long/size=3", "nothing-like-it"}) {
        options.case_id = wanted;
        try {
            plan_cases(spec, options);
            ADD_FAILURE() << wanted;
        } catch (const UsageError& error) {
            EXPECT_THAT(error.what(), HasSubstr("Its cases: short and long"));
        }
    }
    options.case_id = "lnog";
    EXPECT_THAT([&] { plan_cases(spec, options); },
                testing::ThrowsMessage<UsageError>(
                    "tcp-x has no case 'lnog'; did you mean 'long'? Its cases: short and long"));
}

TEST(Plan, TakesArgumentsInsteadOfTheSpecs) {
    PlanOptions options;
    options.arguments = {"--to={host}:{port}", "{file}", "{other}", "-v"};
    const model::Given given = plan_of({}, options).given;
    EXPECT_EQ(given.arguments, (std::vector<std::string>{"--to=0.0.0.0:" + std::to_string(given.address.port),
                                                         "{file}", "{other}", "-v"}));
    options.arguments = {"{message}"};
    EXPECT_THROW(plan_of({}, options), UsageError);
}

TEST(Plan, GivesTheCasesOwnMessageBeforeTheProgramsOne) {
    model::CaseSpec own = case_of("own", {});
    own.message = words("12");
    model::Spec spec = spec_of({case_of("usual", {}), own});
    spec.program.message = text("hello {word}");
    spec.program.arguments = {"{message}"};
    const auto plans = plan_cases(spec, {});
    EXPECT_THAT(plans[0].given.message, testing::StartsWith("hello "));
    EXPECT_EQ(plans[0].given.arguments[0], plans[0].given.message);
    EXPECT_TRUE(plans[0].given.names_message);
    EXPECT_EQ(plans[1].given.message.size(), 12U);
}

TEST(Plan, RefusesFilesThatCannotBeSent) {
    PlanOptions options;
    const Message file{Message::Form::file, "a.txt", {}, {}};
    EXPECT_THROW(plan_of({file}, options), UsageError);
    options.read_file = [](const std::string&) { return std::string((1U << 20) + 1, 'x'); };
    EXPECT_THROW(plan_of({file}, options), UsageError);
}

TEST(Port, ShowsAForgottenHtons) {
    std::set<std::uint16_t> seen;
    for (std::uint64_t seed = 0; seed < 5000; ++seed) {
        const std::uint16_t port = choose_port(seed);
        seen.insert(port);
        EXPECT_GE(port, 20'000);
        EXPECT_LE(port, 31'999);
        EXPECT_NE(model::swap_bytes(port), port);
        EXPECT_GE(model::swap_bytes(port), 1024);
    }
    EXPECT_GT(seen.size(), 3000U);
}

TEST(Control, ChangesEverythingThatIsGiven) {
    model::Spec spec = spec_of({case_of("a", {text("{word}")})});
    spec.program.message = text("{word} and {word}");
    spec.program.arguments = {"{host}", "{port}", "--bind=127.0.0.1", "{message}"};
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const model::Plan plan = plan_cases(spec, with_seed(seed))[0];
        const model::Plan control = control_of(plan);
        EXPECT_EQ(control.given.address.host, "127.0.0.77");
        EXPECT_NE(control.given.address.port, plan.given.address.port);
        EXPECT_NE(control.given.message.front(), plan.given.message.front());
        EXPECT_NE(control.given.message.size(), plan.given.message.size());
        EXPECT_EQ(control.given.arguments,
                  (std::vector<std::string>{"0.0.0.0", std::to_string(control.given.address.port),
                                            "--bind=127.0.0.1", control.given.message}));
        EXPECT_EQ(control.steps, plan.steps);
        EXPECT_EQ(to_text(control), to_text(control_of(plan)));
    }
}

TEST(Control, GivesNoMessageWhereNoneWasGiven) { EXPECT_EQ(control_of(plan_of({})).given.message, ""); }

// What stands in the program's file is what its peer awaits.
TEST(Plan, LinesOfTheGivenMessageAreExpected) {
    model::CaseSpec one = case_of("a", {});
    one.message = Message{Message::Form::lines, "line {n} of {word}", "3", {}};
    model::Expect all;
    all.what = model::Expect::What::all;
    all.message.as = "{i} {line}";
    one.steps = {{"receiver", all, 1}};
    const model::Plan plan = plan_cases(spec_of({one}), with_seed(5)).at(0);
    const auto& expected = std::get<model::Expect>(plan.steps.at(0).action).messages;
    ASSERT_EQ(expected.size(), 3U);
    EXPECT_EQ(plan.given.message,
              expected[0].content + '\n' + expected[1].content + '\n' + expected[2].content + '\n');
    EXPECT_EQ(expected[2].bytes, "2 " + expected[2].content);
    EXPECT_TRUE(expected[2].content.starts_with("line 3 of "));
}

TEST(Plan, MessagesOnTheWireAndTheAnswersToThem) {
    model::CaseSpec one = case_of("a", {});
    model::Send send;
    send.messages.assign(2, Message{Message::Form::text, "line {n}", {}, {}, "{i}|{line}"});
    send.until = "ACK {i}";
    send.tries = 4;
    one.steps = {{"sender", send, 1}};
    const model::Plan plan = plan_cases(spec_of({one}), {}).at(0);
    const auto& filled = std::get<model::Send>(plan.steps.at(0).action);
    EXPECT_EQ(filled.messages[1].bytes, "1|line 2");
    EXPECT_EQ(filled.messages[1].content, "line 2");
    EXPECT_EQ(filled.answers, (std::vector<std::string>{"ACK 0", "ACK 1"}));
    EXPECT_THAT(to_text(plan), HasSubstr("\"1|line 2\" (8 bytes), until \"ACK 1\""));
}

}  // namespace
}  // namespace sockgrade::plan
