#include "plan/print.hh"

#include <gtest/gtest.h>

#include <sstream>

#include "plan/fault_text.hh"
#include "plan/plan.hh"
#include "tests/unit/plan/spec_of.hh"

namespace sockgrade::plan {
namespace {

TEST(FaultInWords, SaysWhatIsHit) {
    model::FaultRule rule{"drop", model::Direction::to_program, {2}, "", 1, 100};
    EXPECT_EQ(in_words(rule), "drop datagram 2 on its way to the program");
    rule = {"reorder", model::Direction::from_program, {2, 3}, "", 1, 100};
    EXPECT_EQ(in_words(rule), "reorder datagrams 2 and 3 on their way from the program");
    rule = {"duplicate", model::Direction::to_program, {}, "ack", 3, 30};
    EXPECT_EQ(in_words(rule),
              "duplicate every datagram with \"ack\" in it on its way to the program, the first 3 copies of "
              "it, each "
              "with a chance of 30%");
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
          std::string("  limits     wait 10000 ms, without processor 60000 ms, processor 3000 ms, output "
                      "4194304 bytes, "
                      "received 16777216 bytes, memory 1024 MiB\n"),
          std::string("  quiescence on\n"), std::string("    1. the client connects\n"),
          "         \"" + messages[0].bytes + "\" (10 bytes)\n"})
        EXPECT_NE(text.find(part), std::string::npos) << part << text;
}

}  // namespace
}  // namespace sockgrade::plan
