// Rules by which a peer answers what comes.
#include "language/language.hh"

namespace sockgrade::language {

namespace {

// clang-format off

constexpr Word kAnotherPort[] = {
    {"another-port", true, "From a port of its own, and from there on. Rules that say so are about what comes where the program asked first, the others about what comes to that port."},
};

constexpr Type kOneRule = map_of<kRule>();
constexpr Type kOneRemembered = kText;

constexpr Key kRuleKeys[] = {
    {"gets", kWantedFromPeer, kRequired,
     "The datagram that it is about. What it captures is known in this rule.",
     "- server: { whenever: [{ gets: ping, replies: pong }] }"},
    {"replies", kSent, "",
     "What is sent back. Without it: nothing.",
     "- server: { whenever: [{ gets: { format: ack, with: { block: \"{b}\" } }, replies: { format: data, with: { block: \"{= b + 1}\", body: hello } } }] }"},
    {"now", map_of<kRemembered>(), "",
     "What is remembered from then on, before the reply is made.",
     "- server: { whenever: [{ gets: next, now: { count: \"= count + 1\" }, replies: \"{count}\" }], remembers: { count: 0 } }"},
    {"from", one_of(kAnotherPort), "",
     "The port that the reply comes from, where it is not the one that was asked.",
     "- server: { whenever: [{ gets: hello, replies: here, from: another-port }, { gets: more, replies: there }] }"},
    {"at_most", number(1, 1000), "",
     "How many datagrams it is for. From then on the rules behind it count. Without it: all that fit.",
     "- server: { whenever: [{ gets: ping, at_most: 1 }, { gets: ping, replies: pong }] }"},
};

constexpr Type kOneCondition = map_of<kCondition>();

constexpr Key kConditionKeys[] = {
    {"holds", kText, kRequired,
     "[An expression](#expressions) over what is remembered.",
     "- server: { whenever: [{ gets: next, now: { count: \"= count + 1\" }, replies: \"{count}\" }], remembers: { count: 0 }, always: [{ holds: \"count <= 3\", called: At most 3 requests come }] }"},
    {"called", kText, kRequired,
     "The same as a sentence, which a report shows.",
     "- server: { whenever: [{ gets: next, now: { count: \"= count + 1\" }, replies: \"{count}\" }], remembers: { count: 0 }, at_the_end: [{ holds: \"count == 3\", called: Three requests come }] }"},
};

constexpr Key kWheneverKeys[] = {
    {"whenever", list_of(kOneRule, 1, 50, "rule"), kRequired,
     "The rules. The first that fits a datagram counts.",
     "- server: { whenever: [{ gets: ping, replies: pong }, { gets: { like: \"say (?P<what>.*)\" }, replies: \"{what}\" }] }"},
    {"remembers", map_of<kRemembered>(), "",
     "Names that the rules have in mind, and with what each begins.",
     "- server: { whenever: [{ gets: next, now: { count: \"= count + 1\" }, replies: \"{count}\" }], remembers: { count: 0 } }"},
    {"always", list_of(kOneCondition, 1, 20, "condition"), "",
     "What holds whenever a rule has been followed. The datagram that breaks it is named.",
     "- server: { whenever: [{ gets: next, now: { count: \"= count + 1\" }, replies: \"{count}\" }], remembers: { count: 0 }, always: [{ holds: \"count <= 3\", called: At most 3 requests come }] }", {}, "remembers"},
    {"at_the_end", list_of(kOneCondition, 1, 20, "condition"), "",
     "What holds when nothing more comes.",
     "- server: { whenever: [{ gets: next, now: { count: \"= count + 1\" }, replies: \"{count}\" }], remembers: { count: 0 }, at_the_end: [{ holds: \"count == 3\", called: Three requests come }] }", {}, "remembers"},
};

}  // namespace

constinit const Place kRule = {
    "rule", "A rule", Scene::steps,
    "What a peer does about a datagram.",
    kRuleKeys};

constinit const Place kCondition = {
    "condition", "A condition", Scene::steps,
    "What must hold of what a peer remembers.",
    kConditionKeys};

constinit const Place kRemembered = {
    "remembered", "What is remembered", Scene::steps,
    "Names, and what each stands for: a text, a number, or `= ` and [an expression](#expressions).",
    {}, &kOneRemembered, 1, kMostValues, true};

constinit const Place kWhenever = {
    "whenever", "whenever", Scene::steps,
    "UDP: from now on this peer answers by itself what comes, as often as it comes. A datagram that no rule fits is wrong.",
    kWheneverKeys};

}  // namespace sockgrade::language
