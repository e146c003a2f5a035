#include "formats/reactor.hh"

#include <gtest/gtest.h>

#include <string>

#include "formats/format.hh"

namespace sockgrade::formats {
namespace {

using model::FieldValue;
using model::Rule;
using model::Wanted;
using model::Whenever;

model::Message message(const std::string& bytes) { return {model::Message::Form::text, bytes, "", bytes}; }
// What is known only when a datagram has come.
model::Message late(const std::string& text) {
    model::Message made = message("");
    made.text = made.late = text;
    return made;
}
Wanted pattern(const std::string& expression) {
    Wanted made;
    made.message = message(expression);
    made.is_pattern = true;
    return made;
}
Wanted exactly(const model::Message& message) {
    Wanted made;
    made.message = message;
    return made;
}
Rule rule(Wanted gets, std::optional<model::Message> replies, std::vector<FieldValue> now = {}) {
    Rule made;
    made.gets = std::move(gets);
    made.replies = std::move(replies);
    made.now = std::move(now);
    return made;
}
std::string reply_to(Reactor& reactor, const std::string& datagram) {
    const auto reaction = reactor.take(datagram);
    return reaction ? reaction->reply.value_or("silence") + reaction->problem : "nothing fits";
}

const std::vector<model::NamedValue> kNoValues;

// In order: counted, and acknowledged. Out of order: the same acknowledgement once more.
Whenever go_back_n() {
    Whenever made;
    made.rules = {rule(exactly(late("{next}")), late("ack {next}"),
                       {{.name = "next", .late = "{= next + 1}"}, {.name = "newest", .late = "{next}"}}),
                  rule(pattern("(?P<seq>\\d+)"), late("ack {next}"), {{.name = "newest", .late = "{seq}"}})};
    made.remembers = {{.name = "next", .bytes = "0"}, {.name = "newest", .bytes = "0"}};
    return made;
}

TEST(Reactor, TheFirstRuleThatFitsIsFollowed) {
    Whenever rules;
    rules.rules = {rule(exactly(message("ping")), message("pong")), rule(pattern("p.*"), std::nullopt),
                   rule(pattern("say (?P<what>.*)"), late("{what}!"))};
    Reactor reactor(rules, kNoValues);
    EXPECT_EQ(reply_to(reactor, "ping"), "pong");
    EXPECT_EQ(reply_to(reactor, "pang"), "silence");
    EXPECT_EQ(reply_to(reactor, "say hello"), "hello!");
    EXPECT_EQ(reply_to(reactor, "other"), "nothing fits");
}

TEST(Reactor, WhatItRemembersChangesBeforeItReplies) {
    const Whenever rules = go_back_n();
    Reactor reactor(rules, kNoValues);
    EXPECT_EQ(reply_to(reactor, "0"), "ack 1");
    EXPECT_EQ(reply_to(reactor, "2"), "ack 1");
    EXPECT_EQ(reply_to(reactor, "1"), "ack 2");
    EXPECT_EQ(reply_to(reactor, "1"), "ack 2");
    EXPECT_EQ(reactor.memory_in_words(), "next = 2 and newest = 1");
}

TEST(Reactor, AllThatChangesChangesAtOnce) {
    Whenever rules;
    rules.rules = {rule(exactly(message("swap")), late("{a}{b}"),
                        {{.name = "a", .late = "{b}"}, {.name = "b", .late = "{a}"}})};
    rules.remembers = {{.name = "a", .bytes = "1"}, {.name = "b", .bytes = "2"}};
    Reactor reactor(rules, kNoValues);
    EXPECT_EQ(reply_to(reactor, "swap"), "21");
    EXPECT_EQ(reply_to(reactor, "swap"), "12");
}

TEST(Reactor, WhatHoldsAlwaysIsLookedAtWhenARuleHasBeenFollowed) {
    Whenever rules = go_back_n();
    rules.always = {{"newest >= 0", "no less"}, {"newest < next + 4", "a window of 4"}};
    Reactor reactor(rules, kNoValues);
    EXPECT_EQ(reactor.take("0")->broken, std::nullopt);
    EXPECT_EQ(reactor.take("4")->broken, std::nullopt);
    EXPECT_EQ(reactor.take("5")->broken, 1U);
    EXPECT_TRUE(reactor.holds({"newest == 5", ""}));
    EXPECT_FALSE(reactor.holds({"next == 5", ""}));
    EXPECT_FALSE(reactor.holds({"upper(\"a\")", ""})) << "a text neither holds nor not";
}

TEST(Reactor, ARuleMayBeForSomeDatagramsOnly) {
    Whenever rules;
    rules.rules = {rule(exactly(message("ping")), std::nullopt),
                   rule(exactly(message("ping")), message("pong"))};
    rules.rules[0].at_most = 2;
    Reactor reactor(rules, kNoValues);
    EXPECT_EQ(reactor.awaited().size(), 2U);
    EXPECT_EQ(reply_to(reactor, "ping"), "silence");
    EXPECT_EQ(reply_to(reactor, "ping"), "silence");
    EXPECT_EQ(reply_to(reactor, "ping"), "pong");
    EXPECT_EQ(reactor.awaited().size(), 1U);
}

TEST(Reactor, WhatIsKnownInTheCaseIsKnownToItsRules) {
    Whenever rules;
    rules.rules = {rule(exactly(late("{id} {nick}")), late("{= upper(nick)}"))};
    rules.known = {{.name = "nick", .bytes = "ann"}};
    const std::vector<model::NamedValue> values{{.name = "id", .text = "7"}};
    Reactor reactor(rules, values);
    EXPECT_EQ(reply_to(reactor, "7 ann"), "ANN");
}

TEST(Reactor, WhatCannotBeComputedIsAProblemOfThatDatagram) {
    Whenever rules;
    rules.rules = {rule(pattern("(?P<n>.*)"), late("{= 8 / n}"))};
    Reactor reactor(rules, kNoValues);
    EXPECT_EQ(reply_to(reactor, "2"), "4");
    EXPECT_NE(reactor.take("0")->problem, "");
    EXPECT_EQ(reply_to(reactor, "4"), "2");
}

TEST(Reactor, WhereItWasAskedFirstOnlyRulesCountThatMove) {
    Whenever rules;
    rules.rules = {rule(exactly(message("more")), message("there")),
                   rule(exactly(message("hello")), message("here"))};
    rules.rules[1].from_another_port = true;
    Reactor reactor(rules, kNoValues);
    EXPECT_FALSE(reactor.take("more", true));
    EXPECT_EQ(reactor.take("hello", true)->reply, "here");
}

}  // namespace
}  // namespace sockgrade::formats
