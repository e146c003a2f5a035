#include "plan/print.hh"

#include <gtest/gtest.h>

#include <sstream>

#include "plan/plan.hh"
#include "telling/fault.hh"
#include "tests/unit/plan/spec_of.hh"

namespace sockgrade::plan {
namespace {

TEST(FaultInWords, SaysWhatIsHit) {
    model::FaultRule rule{"drop", model::Direction::to_program, {2}, "", 1, 100};
    EXPECT_EQ(telling::in_words(rule), "drop datagram 2 on its way to the program");
    rule = {"reorder", model::Direction::from_program, {2, 3}, "", 1, 100};
    EXPECT_EQ(telling::in_words(rule), "reorder datagrams 2 and 3 on their way from the program");
    rule = {"duplicate", model::Direction::to_program, {}, "ack", 3, 30};
    EXPECT_EQ(telling::in_words(rule),
              "duplicate every datagram with \"ack\" in it on its way to the program, the first 3 copies of "
              "it, each "
              "with a chance of 30%");
}

TEST(FaultInWords, SaysWhatEachKindDoes) {
    const auto said = [](std::string kind, model::FaultDetail detail,
                         model::Direction direction = model::Direction::to_program) {
        model::FaultRule rule{std::move(kind), direction, {2}, "", 1, 100};
        rule.detail = std::move(detail);
        return telling::in_words(rule);
    };
    model::Until third;
    third.number = 3;
    EXPECT_EQ(said("blackhole", {.most = 4, .until = third}),
              "swallow datagram 2 on its way to the program and all that follow, until datagram 3 gets "
              "through, 4 at most");
    EXPECT_EQ(said("duplicate", {.copies = 3}), "deliver datagram 2 on its way to the program 3 times");
    EXPECT_EQ(said("replay", {.after = 2}),
              "play back a copy of datagram 2 on its way to the program after 2 others");
    EXPECT_EQ(said("replay", {}),
              "play back a copy of datagram 2 on its way to the program when nothing else happens");
    EXPECT_EQ(said("reorder", {.window = 4}), "shuffle datagram 2 on its way to the program in groups of 4");
    EXPECT_EQ(said("reorder", {.until = third}),
              "hold back datagram 2 on its way to the program until datagram 3 has passed");
    EXPECT_EQ(said("delay", {.after = 1}),
              "hold back datagram 2 on its way to the program until 1 other has passed");
    EXPECT_EQ(said("delay", {.ms = 5}), "hold back datagram 2 on its way to the program for 5 ms");
    EXPECT_EQ(said("delay", {}), "hold back datagram 2 on its way to the program until nothing else happens");
    EXPECT_EQ(said("corrupt", {.at = 7}), "change byte 7 of datagram 2 on its way to the program");
    EXPECT_EQ(said("truncate", {.bytes = 1}), "cut datagram 2 on its way to the program to its first 1 byte");
    EXPECT_EQ(said("extend", {.bytes = 2, .text = "\n"}),
              "lengthen datagram 2 on its way to the program by 2 bytes of \"\\n\"");
    EXPECT_EQ(said("empty", {}),
              "put an empty datagram in the place of datagram 2 on its way to the program");
    EXPECT_EQ(said("stranger", {.text = "x"}),
              "let a stranger's datagram \"x\" arrive before datagram 2 on its way to the program");
    EXPECT_EQ(said("rebind", {}),
              "move the peer to another port from datagram 2 on its way to the program on");
    EXPECT_EQ(said("unreachable", {}, model::Direction::from_program),
              "refuse datagram 2 on its way from the program, as a closed port would");
}

TEST(FaultInWords, SaysWhichDatagrams) {
    model::FaultRule rule{"drop", model::Direction::to_program, {}, "", 1, 100};
    rule.fields = {{"seq", "", " ", false, {3, 5}}};
    rule.copies = {1, 3};
    EXPECT_EQ(telling::in_words(rule),
              "drop every datagram with seq 3 or 5 on its way to the program, copies 1 and 3 of it only");
    rule = {"drop", model::Direction::to_program, {}, "", 1, 100};
    rule.indices = {4};
    EXPECT_EQ(telling::in_words(rule), "drop datagram 4 in the order of arrival on its way to the program");
    rule = {"drop", model::Direction::to_program, {3, 4}, "", 1, 100};
    rule.chain = {model::LossChain::Model::gilbert_elliott, {50'000, 200'000, 1'000'000, 0}, 40};
    EXPECT_EQ(
        telling::in_words(rule),
        "drop datagrams 3 and 4 on their way to the program (Gilbert-Elliott: p 5%, r 20%, 1-h 100% and "
        "1-k 0%; that is 20.0% of the first 40 datagrams, in bursts of 5.0)");
}

model::Spec long_spec() {
    model::CaseSpec one = case_of("long-message", {words("{size}"), text("two {word}")});
    one.section = "What to build";
    one.points = 3;
    one.needs = "first";
    one.vary = {{"size", {"10", "2000"}}};
    one.faults = {{"drop", model::Direction::to_program, {2}, "", 1, 100}};
    one.hint =
        "recv() returns what has arrived, not a message. Go on until it returns nothing, and only then "
        "reply.";
    return spec_of({one});
}

TEST(Explain, TellsACaseAsAStory) {
    EXPECT_EQ(explain(long_spec()),
              "tcp-x: An exercise\n"
              "\n"
              "The program is a TCP server, started as `program PORT`.\n"
              "If it ends before it has opened a socket, it is started as `program HOST PORT`\n"
              "or `program`.\n"
              "An address of its own choice is followed.\n"
              "\n"
              "long-message: It works\n"
              "    must, 3 points; in the handout: What to build\n"
              "    Skipped when first fails.\n"
              "    Runs once for each size: 10 and 2000.\n"
              "    1. the client connects\n"
              "    2. the client sends {size} bytes of words and then \"two {word}\"\n"
              "    3. the client gets something from the program\n"
              "    The network will drop datagram 2 on its way to the program.\n"
              "    Hint: recv() returns what has arrived, not a message. Go on until it returns\n"
              "    nothing, and only then reply.\n");
}

TEST(ToText, WritesEverythingOut) {
    const model::Plan plan = plan_cases(long_spec(), {})[0];
    std::ostringstream expected;
    const auto& messages = std::get<model::Send>(plan.steps[1].action).messages;
    expected << "long-message/size=10: It works\n"
             << "  exercise   tcp-x (tcp server)\n"
             << "  seed       1 (of this case: ";
    const std::string text = to_text(plan);
    EXPECT_EQ(text.find(expected.str()), 0U) << text;
    for (const std::string& part :
         {"  address    " + to_string(plan.given.address) + ", or wherever the program is\n",
          "  arguments  \"" + plan.given.arguments[0] + "\"\n",
          std::string("  fault      drop datagram 2 on its way to the program\n"),
          std::string("  limits     wait 10000 ms, without processor 60000 ms, processor 5000 ms, in vain "
                      "60000 ms, output "
                      "4194304 bytes, "
                      "received 16777216 bytes, memory 1024 MiB\n"),
          std::string("  quiescence on\n"), std::string("  clock      jumps when everybody waits\n"),
          std::string("    1. the client connects\n"), "         \"" + messages[0].bytes + "\" (10 bytes)\n"})
        EXPECT_NE(text.find(part), std::string::npos) << part << text;
}

}  // namespace
}  // namespace sockgrade::plan
