// What a spec says of faults, and what it may not ask of a program.
#include <gtest/gtest.h>

#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

using model::Direction;
using model::FaultRule;
using model::LossChain;

const std::string kStory =
    "- a: { send_each: { count: 8, text: \"{n} of {word}\" } }\n"
    "- a: { expect: { each: sent, order: any, copies: any } }\n";

std::string with_faults(const std::string& faults, const std::string& more = "") {
    return with_steps(kUdpServer, kStory, more + "faults:\n" + indented(faults, "  "));
}

FaultRule read(const std::string& fault, const std::string& more = "") {
    return load(with_faults("- " + fault, more)).cases.at(0).faults.at(0);
}

FaultRule rule(const std::string& kind) {
    FaultRule made;
    made.kind = kind;
    return made;
}

TEST(ReadFaults, ReadsWhatEachKindTakes) {
    FaultRule expected = rule("blackhole");
    expected.numbers = {2};
    expected.detail.most = 3;
    expected.detail.until.containing = "4 of";
    EXPECT_EQ(read("blackhole: { to: program, n: 2, most: 3, until: { containing: 4 of } }"), expected);
    expected = rule("duplicate");
    expected.detail.copies = 3;
    EXPECT_EQ(read("duplicate: { to: program, copies: 3 }"), expected);
    expected = rule("replay");
    expected.detail.after = 2;
    EXPECT_EQ(read("replay: { to: program, after: 2 }"), expected);
    expected = rule("reorder");
    expected.detail.window = 4;
    EXPECT_EQ(read("reorder: { to: program, window: 4 }"), expected);
    expected = rule("delay");
    expected.detail.until.number = 5;
    EXPECT_EQ(read("delay: { to: program, until: { n: 5 } }"), expected);
    expected = rule("delay");
    expected.detail.ms = 20;
    EXPECT_EQ(read("delay: { to: program, ms: 20 }"), expected);
    expected = rule("corrupt");
    expected.detail.at = 2;
    expected.indices = {1, 3};
    EXPECT_EQ(read("corrupt: { to: program, at: 2, index: [1, 3] }"), expected);
    expected = rule("extend");
    expected.detail.bytes = 2;
    expected.detail.text = "!";
    EXPECT_EQ(read("extend: { to: program, bytes: 2, text: \"!\" }"), expected);
    expected = rule("empty");
    expected.detail.before = true;
    expected.copies = {1, 3};
    EXPECT_EQ(read("empty: { to: program, before: true, copy: [1, 3] }"), expected);
    expected = rule("stranger");
    expected.detail.text = "psst";
    EXPECT_EQ(read("stranger: { to: program, text: psst }"), expected);
    EXPECT_EQ(read("rebind: { to: program }"), rule("rebind"));
}

TEST(ReadFaults, ReadsFields) {
    const model::Field seq{"seq", "", " of", false, {3}};
    const model::Field id{"id", "id=", "", true, {1, 2}};
    const FaultRule read_rule = read("drop: { to: program, seq: 3, id: [1, 2] }",
                                     "fields: { seq: \"{seq} of\", id: \"...id={id}\" }\n");
    EXPECT_EQ(read_rule.fields, (std::vector<model::Field>{seq, id}));
}

TEST(ReadFaults, ACasesFieldsGoBeforeTheSpecs) {
    const std::string text =
        "fields: { seq: \"{seq} of\", id: \"I {id}\" }\n" +
        with_faults("- drop: { to: program, seq: 3, id: 4 }", "fields: { seq: \"S{seq}\" }\n");
    const FaultRule rule_of_case = load(text).cases.at(0).faults.at(0);
    ASSERT_EQ(rule_of_case.fields.size(), 2U);
    EXPECT_EQ(rule_of_case.fields[0].before, "S");
    EXPECT_EQ(rule_of_case.fields[1].before, "I ");
}

TEST(ReadFaults, ReadsBursts) {
    const LossChain gilbert =
        read("drop: { to: program, gilbert-elliott: { p: 5%, r: 40, 1-k: 0.5%, of: 8 } }").chain;
    EXPECT_EQ(gilbert,
              (LossChain{LossChain::Model::gilbert_elliott, {50'000, 400'000, 1'000'000, 5'000}, 8}));
    const LossChain markov = read(
                                 "drop: { to: program, four-state: { p13: 10%, p31: 50%, p32: 20%, p23: "
                                 "75.25%, p14: 1%, of: 8 } }")
                                 .chain;
    EXPECT_EQ(markov,
              (LossChain{LossChain::Model::four_state, {100'000, 500'000, 200'000, 752'500, 10'000}, 8}));
}

TEST(ReadFaults, RefusesWhatCannotBeMeant) {
    const auto refused = [](const std::string& fault, const std::string& part) {
        expect_problem(with_faults("- " + fault, "fields: { seq: \"{seq} of\" }\n"), part);
    };
    refused("drop: { to: program, bytes: 3 }", "'drop' takes no words but those that say which datagrams");
    refused("delay: { to: program, bytes: 3 }", "'delay' takes after, until and ms");
    refused("delay: { to: program, ms: 3, after: 1 }", "'after', 'until' and 'ms' exclude each other");
    refused("truncate: { to: program }", "'truncate' needs bytes");
    refused("stranger: { from: program, text: x }", "'stranger' is for what comes to the program");
    refused("unreachable: { to: program }", "'unreachable' is for what comes from the program");
    refused("reorder: { to: program }", "'reorder' needs n, until or window");
    refused("reorder: { to: program, n: 2 }", "one datagram cannot change places");
    refused("reorder: { to: program, window: 2, n: 2 }", "leave 'n' and 'until' out");
    refused("drop: { to: program, n: 1, index: 1 }", "'n' and 'index' exclude each other");
    refused("drop: { to: program, times: 1, copy: 1 }", "'times' and 'copy' exclude each other");
    refused("drop: { to: program, sequence: 1 }", "unknown key");
    refused("drop: { to: program, sqe: 1 }", "did you mean 'seq'?");
    refused("drop: { to: program, seq: x }", "expected a whole number");
    refused("delay: { to: program, until: {} }", "expected which datagram ends it");
    refused("drop: { to: program, gilbert-elliott: { p: 0%, r: 5%, of: 8 } }", "must be more than 0%");
    refused("drop: { to: program, gilbert-elliott: { p: 101%, r: 5%, of: 8 } }", "from 0% to 100%");
    refused("drop: { to: program, gilbert-elliott: { p: 1%, r: 5%, of: 9 } }", "of: 9 never comes");
    refused("drop: { to: program, n: 1, gilbert-elliott: { p: 1%, r: 5%, of: 8 } }", "leave 'n' out");
    refused("drop: { to: program, four-state: { p13: 60%, p31: 5%, p14: 60%, of: 8 } }", "100% at most");
    refused("drop: { to: program, index: 9 }", "index: 9 never comes");
}

TEST(ReadFaults, RefusesFieldsWithoutAPlace) {
    for (const char* fields : {"{ seq: line }", "{ seq: \"{ack} \" }", "{ seq: \"{seq} {seq}\" }", "{}",
                               "[a]", "{ n: \"{n} \" }", "{ Seq: \"{Seq}\" }", "{ seq: \"...{seq}\" }"})
        EXPECT_NE(problems_of(with_steps(kUdpServer, kStory, std::string("fields: ") + fields)), "")
            << fields;
}

// --- What a right program must survive.

const std::string kStoryOfASender = "- receiver: expect-given\n- program: exits\n";

std::string sender(int retries, const std::string& faults) {
    return with_steps(
        "{ role: sender, transport: udp, message: \"hi {word}\", retries: " + std::to_string(retries) + " }",
        kStoryOfASender, "fields: { seq: \"{seq} \" }\nfaults:\n" + indented(faults, "  "));
}

constexpr const char* kTooMany = "and it is sent again only";

TEST(Losses, AreNoMoreThanTheRetries) {
    EXPECT_EQ(problems_of(sender(2, "- drop: { from: program, n: 1 }")), "");
    EXPECT_EQ(problems_of(sender(3, "- drop: { from: program, n: 1, times: 3 }")), "");
    expect_problem(sender(2, "- drop: { from: program, n: 1, times: 3 }"),
                   "can be lost 3 times here, and it is sent again only 2 times");
}

// Whatever the luck: a chance counts as if it always came true.
TEST(Losses, AreCountedAtTheirWorst) {
    expect_problem(sender(1, "- drop: { from: program, times: 2, chance: 1% }"), kTooMany);
    expect_problem(sender(1, "- drop: { from: program, n: 1 }\n- corrupt: { from: program, n: 1, copy: 2 }"),
                   kTooMany);
    EXPECT_EQ(problems_of(
                  sender(1, "- drop: { from: program, n: 1 }\n- corrupt: { from: program, n: 2, copy: 2 }")),
              "");
    EXPECT_EQ(problems_of(sender(1, "- drop: { from: program, n: 1 }\n- corrupt: { from: program, n: 1 }")),
              "")
        << "the same copy is lost once";
    expect_problem(sender(1, "- drop: { from: program, seq: 1 }\n- drop: { from: program, n: 4, copy: 2 }"),
                   kTooMany);
    expect_problem(
        sender(1, "- drop: { from: program, seq: 1 }\n- drop: { from: program, seq: [1, 2], copy: 2 }"),
        kTooMany);
    EXPECT_EQ(problems_of(
                  sender(1, "- drop: { from: program, seq: 1 }\n- drop: { from: program, seq: 2, copy: 2 }")),
              "");
}

// A lost answer costs a try as well.
TEST(Losses, OfBothDirectionsAddUp) {
    EXPECT_EQ(problems_of(sender(3, "- drop: { from: program }\n- unreachable: { from: program, copy: 2 }")),
              "");
    const std::string both =
        with_steps("{ role: client, transport: udp, message: \"hi {word}\", retries: 1 }",
                   "- s: expect-given\n- s: { reply: capitals }\n- program: prints-the-reply\n",
                   "faults:\n  - drop: { from: program, n: 1 }\n  - drop: { to: program, n: 1 }\n");
    expect_problem(both, kTooMany);
}

TEST(Losses, ABlackholeNeedsAnEnd) {
    expect_problem(sender(50, "- blackhole: { from: program, n: 1, until: { n: 2 } }"), kTooMany);
    EXPECT_EQ(problems_of(sender(5, "- blackhole: { from: program, n: 1, most: 4 }")), "");
}

TEST(Losses, AnIndexIsForProgramsThatSendOnce) {
    expect_problem(sender(5, "- delay: { from: program, index: 2 }"), "moves every index");
}

TEST(Losses, WithoutRetriesNothingMayHangOnThem) {
    EXPECT_EQ(problems_of(with_faults("- drop: { to: program, n: 2 }")), "");
    expect_problem(with_faults("- drop: { from: program, n: 2 }"), "which sends it once");
    expect_problem(sender(0, "- corrupt: { from: program }"), "which sends it once");
    const std::string capitals =
        "- a: { send: x }\n- a: { expect: { capitals_of: sent } }\n"
        "- a: { send: y }\n- b: { send: z }\n- b: { expect: { capitals_of: sent } }\n";
    expect_problem(with_steps(kUdpServer, capitals, "faults:\n  - drop: { to: program, n: 1 }"),
                   "an expectation hangs on it");
    EXPECT_EQ(problems_of(with_steps(kUdpServer, capitals, "faults:\n  - drop: { to: program, n: 2 }")), "");
    expect_problem(with_steps(kUdpServer, capitals, "faults:\n  - blackhole: { to: program, n: 2 }"),
                   "an expectation hangs on it");
    EXPECT_EQ(problems_of(with_steps(kUdpServer, capitals,
                                     "faults:\n  - empty: { to: program, n: 1, before: true }")),
              "");
}

// A program that should give up needs nothing of what is lost.
TEST(Losses, MayBeAllThereIs) {
    EXPECT_EQ(problems_of(with_steps("{ role: sender, transport: udp, message: \"hi {word}\", retries: 3 }",
                                     "- program: exits\n", "faults:\n  - blackhole: { from: program }\n")),
              "");
}

TEST(Losses, RetriesAreForUdp) {
    expect_problem(
        with_steps("{ role: server, transport: tcp, retries: 3 }", "- a: connect\n- a: expect-end"),
        "only UDP programs have to");
}

}  // namespace
}  // namespace sockgrade::spec
