// Peers that react by rules, and remember.
#include <gtest/gtest.h>

#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

std::string with(const std::string& step, const std::string& role = "sender") {
    return "exercise: e\ntitle: t\nprogram: { role: " + role +
           ", transport: udp, message: hello }\n"
           "formats: { data: [{ seq: u4 }, { body: rest }], ack: [{ next: u4 }] }\n"
           "cases:\n  - id: c\n    title: t\n    values: { id: { number: [1, 9] } }\n    steps:\n      - "
           "receiver:\n" +
           indented(step, "          ") + "      - receiver: expect-anything\n";
}

// The rules of a receiver, with what else stands beside them.
std::string receiving(const std::string& rules, const std::string& more = "remembers: { next: 0 }") {
    return with("whenever:\n" + indented(rules, "  ") + more);
}

const std::string kCounts =
    "- { gets: { format: data, with: { seq: \"{next}\" } }, now: { next: \"= next + 1\" }, replies: { "
    "format: "
    "ack, with: { next: \"{next}\" } } }\n";

TEST(Whenever, IsReadWithWhatIsRemembered) {
    const model::Spec spec = load(receiving(
        kCounts + "- { gets: { like: \"old (?P<seq>.*)\" }, at_most: 2, replies: \"ack {seq}\" }\n- { gets: "
                  "bye }\n",
        "remembers: { next: 0 }\nalways: [{ holds: \"next < 9\", called: Few come }]\nat_the_end: [{ holds: "
        "\"next == 3\", called: All come }]"));
    const auto& whenever = std::get<model::Whenever>(spec.cases[0].steps[0].action);
    ASSERT_EQ(whenever.rules.size(), 3U);
    EXPECT_EQ(whenever.rules[0].gets.message.formatted->values[0].text, "{next}");
    EXPECT_EQ(whenever.rules[0].now[0].text, "{= next + 1}");
    EXPECT_EQ(whenever.rules[0].replies->formatted->name, "ack");
    EXPECT_EQ(whenever.rules[0].at_most, 0U);
    EXPECT_TRUE(whenever.rules[1].gets.is_pattern);
    EXPECT_EQ(whenever.rules[1].at_most, 2U);
    EXPECT_FALSE(whenever.rules[2].replies);
    EXPECT_EQ(whenever.remembers[0].text, "0");
    EXPECT_EQ(whenever.always[0].called, "Few come");
    EXPECT_EQ(whenever.at_the_end[0].holds, "next == 3");
}

TEST(Whenever, NamesThatNobodyKnowsAreRefused) {
    expect_problem(receiving("- { gets: ping, replies: \"{nxt}\" }"), "{nxt} stands for nothing here");
    expect_problem(receiving("- { gets: ping, replies: \"{nxt}\" }"), "did you mean '{next}'?");
    expect_problem(receiving("- { gets: ping, now: { nxt: 1 }, replies: \"{next}\" }"),
                   "this peer does not remember that; expected next");
    expect_problem(receiving("- { gets: ping, now: { nxt: 1 }, replies: \"{next}\" }"),
                   "did you mean 'next'?");
    expect_problem(receiving("- { gets: ping, now: { next: 1 } }", ""), "this peer remembers nothing");
    expect_problem(
        receiving("- { gets: { like: \"(?P<a>.)\" }, replies: \"{a}\" }\n- { gets: b, replies: \"{a}\" }"),
        "a is known in the rule of line 12 alone; a name of `remembers` keeps what `now` gives to it");
    expect_problem(receiving("- { gets: { format: data, with: { seq: \"{nxt}\" } }, replies: \"{next}\" }"),
                   "nothing later uses it");
    expect_problem(receiving("- { gets: \"{id}\", replies: \"{next}\" }"), "no program can know id");
    expect_problem(receiving(kCounts, "remembers: { id: 0 }"), "'id' stands for something already");
    expect_problem(receiving(kCounts, "remembers: { Next: 0 }"), "a name has lower-case letters");
}

TEST(Whenever, ConditionsAreOverWhatIsRemembered) {
    const auto always = [](const std::string& holds) {
        return receiving(kCounts,
                         "remembers: { next: 0 }\nalways: [{ holds: \"" + holds + "\", called: c }]");
    };
    EXPECT_EQ(problems_of(always("next < 4")), "");
    std::string varied = always("next < size");
    varied.insert(varied.find("    values:"), "    vary: { size: [3, 5] }\n");
    EXPECT_EQ(problems_of(varied), "");
    expect_problem(always("nxt < 4"), "did you mean 'next'?");
    const std::string where = "rules do not know receiver.port; a name of `remembers` may begin as";
    expect_problem(always("next < receiver.port"), where);
    expect_problem(receiving("- { gets: ping, replies: \"{receiver.port}\" }"), where);
    EXPECT_EQ(problems_of(receiving("- { gets: \"{where}\" }", "remembers: { where: \"{receiver.port}\" }")),
              "");
    expect_problem(always("next <"), "always[0].holds");
    expect_problem(receiving("- { gets: ping }", "always: [{ holds: \"1\", called: c }]"), "remembers");
}

TEST(Whenever, ARuleThatIsNeverReachedIsRefused) {
    const std::string never = "this rule is never reached: whatever fits it fits the one in line ";
    expect_problem(receiving("- { gets: ping, replies: a }\n- { gets: ping, replies: b }", ""), never + "12");
    expect_problem(receiving("- { gets: { format: data } }\n" + kCounts), never);
    expect_problem(
        receiving("- { gets: { format: data, with: { seq: 1 } } }\n- { gets: { format: data, with: { seq: "
                  "1, body: a } } }",
                  ""),
        never);
    expect_problem(
        receiving("- { gets: { format: data, with: { seq: \"{n1}\" } }, replies: \"{n1}\" }\n" + kCounts),
        never);
    expect_problem(receiving("- { gets: { like: \"p.*\" } }\n- { gets: ping, replies: b }", ""),
                   never + "12");
    expect_problem(receiving("- { gets: { like: \"(?s).*\" } }\n" + kCounts), never);
    EXPECT_EQ(problems_of(receiving("- { gets: { like: \"p.*\" } }\n- { gets: { like: \".*\" } }", "")), "");
    EXPECT_EQ(problems_of(receiving("- { gets: { like: \"p.*\" } }\n- { gets: \"p\\n\" }", "")), "");
    EXPECT_EQ(problems_of(receiving(kCounts + "- { gets: { format: data } }")), "");
    EXPECT_EQ(problems_of(receiving("- { gets: ping, at_most: 1 }\n- { gets: ping, replies: b }", "")), "");
    EXPECT_EQ(problems_of(receiving(
                  "- { gets: { format: data, with: { seq: 1 } } }\n- { gets: { format: data, with: { "
                  "seq: 2 } } }",
                  "")),
              "");
}

TEST(Whenever, IsForDatagramsAndOncePerPeer) {
    expect_problem(with_steps(kTcpClient, "- server: accept\n- server: { whenever: [{ gets: ping }] }\n"),
                   "only datagrams come one by one");
    expect_problem(
        with("whenever: [{ gets: ping }]\n") + "      - receiver: { whenever: [{ gets: ping }] }\n",
        "this peer answers each datagram already");
    expect_problem(with_steps(kUdpServer,
                              "- client: { whenever: [{ gets: a, replies: b, from: another-port }] }\n- "
                              "client: { send: hi }\n- client: expect-anything\n"),
                   "its peers have a port of their own anyway");
}

}  // namespace
}  // namespace sockgrade::spec
