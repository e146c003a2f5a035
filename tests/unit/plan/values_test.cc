// Values: drawn from the seed, computed, and filled into messages.
#include "plan/values.hh"

#include <gtest/gtest.h>

#include "base/error.hh"
#include "plan/plan.hh"
#include "tests/unit/plan/spec_of.hh"

namespace sockgrade::plan {
namespace {

using Kind = model::ValueRule::Kind;

model::ValueRule number(const std::string& name, std::int64_t least, std::int64_t most) {
    return {name, Kind::number, least, most};
}
model::ValueRule sized(const std::string& name, Kind kind, std::size_t size) {
    return {name, kind, 0, 0, size};
}
model::ValueRule computed(const std::string& name, const std::string& text) {
    return {name, Kind::computed, 0, 0, 0, {}, text};
}

std::string value(const std::vector<model::NamedValue>& values, const std::string& name) {
    return names::as_text(value_named(values, name).value());
}

TEST(MakeValues, TheSameSeedDrawsTheSame) {
    const std::vector<model::ValueRule> rules{number("a", -9, 9),
                                              sized("nick", Kind::word, 8),
                                              sized("blob", Kind::bytes, 100),
                                              sized("page", Kind::words, 50),
                                              {"c", Kind::one_of, 0, 0, 0, {"x", "y"}},
                                              computed("b", "a * 2"),
                                              {"t", Kind::text, 0, 0, 0, {}, "{nick}!"}};
    const auto once = make_values(rules, std::nullopt, 7);
    EXPECT_EQ(once, make_values(rules, std::nullopt, 7));
    EXPECT_NE(once, make_values(rules, std::nullopt, 8));
    EXPECT_EQ(std::stoi(value(once, "b")), 2 * std::stoi(value(once, "a")));
    EXPECT_EQ(value(once, "nick").size(), 8U);
    EXPECT_EQ(value(once, "blob").size(), 100U);
    EXPECT_EQ(value(once, "page").size(), 50U);
    EXPECT_EQ(value(once, "t"), value(once, "nick") + "!");
}

TEST(MakeValues, ADrawIsThatOfItsNameAlone) {
    const auto alone = make_values({number("a", 0, 1'000'000)}, std::nullopt, 7);
    const auto behind = make_values({number("z", 0, 9), number("a", 0, 1'000'000)}, std::nullopt, 7);
    EXPECT_EQ(value(alone, "a"), value(behind, "a"));
}

TEST(MakeValues, ReachTheirEndsAndNoFurther) {
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 200; ++seed)
        seen.insert(value(make_values({number("a", -2, 2)}, std::nullopt, seed), "a"));
    EXPECT_EQ(seen, (std::set<std::string>{"-2", "-1", "0", "1", "2"}));
    const auto all = make_values({number("a", INT64_MIN, INT64_MAX)}, std::nullopt, 3);
    EXPECT_TRUE(all.at(0).is_number);
}

TEST(MakeValues, NoTwoWordsAreTheSame) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        std::vector<model::ValueRule> rules;
        for (const char* name : {"a", "b", "c", "d", "e", "f"}) rules.push_back(sized(name, Kind::word, 3));
        std::set<std::string> words;
        for (const model::NamedValue& one : make_values(rules, std::nullopt, seed)) words.insert(one.text);
        EXPECT_EQ(words.size(), rules.size());
    }
}

TEST(MakeValues, SayWhichOfThemComesToNothing) {
    try {
        make_values({number("a", 0, 0), computed("b", "1 / a")}, std::nullopt, 1);
        FAIL();
    } catch (const names::Mistake& mistake) {
        EXPECT_STREQ(mistake.what(), "the value 'b': nothing can be divided by 0");
    }
}

model::Spec calculator(const std::string& sent, const std::string& awaited) {
    model::CaseSpec one = case_of("c", {text(sent)});
    one.values = {number("a", 2, 9), computed("b", "a + 1")};
    model::Expect expect;
    expect.what = model::Expect::What::bytes;
    expect.message = text(awaited);
    one.steps.back().action = expect;
    return spec_of({one});
}

TEST(Plan, FillsValuesInWhereTheyAreNamed) {
    const model::Plan plan = plan_cases(calculator("{a} {b}", "{= a * b}"), {}).at(0);
    const int a = std::stoi(value(plan.values, "a"));
    EXPECT_EQ(sent(plan).at(0), std::to_string(a) + ' ' + std::to_string(a + 1));
    EXPECT_EQ(std::get<model::Expect>(plan.steps.back().action).message.bytes, std::to_string(a * (a + 1)));
}

TEST(Plan, FillsInTheMessageThatTheProgramWasGiven) {
    model::CaseSpec one = case_of("c", {text("hello {message}: {= len(message)}, {nick}")});
    one.values = {sized("nick", Kind::word, 4)};
    one.message = text("I am {nick}");
    one.names_message = true;
    const model::Plan plan = plan_cases(spec_of({one}), {}).front();
    const std::string nick = value(plan.values, "nick");
    EXPECT_EQ(plan.given.message, "I am " + nick);
    EXPECT_EQ(sent(plan).front(), "hello I am " + nick + ": 9, " + nick);
}

TEST(Plan, ComputesWithWhatVaryChose) {
    model::CaseSpec one = case_of("c", {text("{size}{= size * 2}")});
    one.vary = {{"size", {"2", "30"}}};
    const auto plans = plan_cases(spec_of({one}), {});
    EXPECT_EQ(sent(plans[0]).front(), "24");
    EXPECT_EQ(sent(plans[1]).front(), "3060");
}

TEST(Plan, WhatIsCapturedIsFilledInLater) {
    model::Spec spec = calculator("x", "{a} {hi} {{ {client.port}");
    model::Expect captures;
    captures.what = model::Expect::What::one_of;
    captures.wanted = {{text("(?P<hi>\\d+) {a}"), true, ""}};
    spec.cases[0].steps.insert(spec.cases[0].steps.begin() + 2, {"client", captures, 0});
    const model::Plan plan = plan_cases(spec, {}).at(0);
    const std::string a = value(plan.values, "a");
    EXPECT_EQ(std::get<model::Expect>(plan.steps[2].action).wanted[0].message.bytes, "(?P<hi>\\d+) " + a);
    const model::Message& last = std::get<model::Expect>(plan.steps.back().action).message;
    EXPECT_EQ(last.late, a + " {hi} {{ {client.port}");
    EXPECT_EQ(last.bytes, "");
}

TEST(Plan, ARepeatedStepKnowsWhichTimeItIs) {
    model::Spec spec = calculator("{n} {= n * 10}", "{i}");
    for (model::Step& step : spec.cases[0].steps) step.time = 3;
    const model::Plan plan = plan_cases(spec, {}).at(0);
    EXPECT_EQ(sent(plan).at(0), "3 30");
    EXPECT_EQ(std::get<model::Expect>(plan.steps.back().action).message.bytes, "2");
}

TEST(Plan, TellsTheCaseWhoseNamesComeToNothing) {
    EXPECT_THROW(
        try { plan_cases(calculator("{= 1 / (a - a)}", "x"), {}); } catch (const UsageError& error) {
            EXPECT_STREQ(error.what(), "case 'c', with seed 1: nothing can be divided by 0");
            throw;
        },
        UsageError);
}

// A file of the program's is no message: a datagram need not hold it.
TEST(Fill, AFileIsAsLongAsItLikesByUdpToo) {
    model::CaseSpec one = case_of("c", {text("{= slice(blob, 0, 512)}")});
    one.values = {sized("blob", Kind::bytes, 100'000)};
    one.files = {{"film.bin", text("{blob}")}};
    model::Wrote wrote;
    wrote.files = {{"film.bin", {text("{blob}"), false, {}}}};
    one.steps.push_back({"program", wrote, 4});
    model::Spec spec = spec_of({one});
    spec.program.transport = model::Transport::udp;
    const model::Plan plan = plan_cases(spec, {}).at(0);
    EXPECT_EQ(plan.files.at(0).content.bytes.size(), 100'000U);
    EXPECT_EQ(std::get<model::Wrote>(plan.steps.back().action).files.at(0).content.message.bytes,
              plan.files.at(0).content.bytes);

    one.steps[1].action = model::Send{{text("{blob}")}, false, {}, false};
    spec.cases = {one};
    EXPECT_THROW(plan_cases(spec, {}), UsageError);
}

}  // namespace
}  // namespace sockgrade::plan
