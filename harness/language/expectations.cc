// What a peer expects of the program.
#include "language/language.hh"

namespace sockgrade::language {

namespace {

// clang-format off

constexpr Word kLettersOfEach[] = {
    {"ascii", model::Letters::ascii, "The capitals of a to z."},
    {"unicode", model::Letters::unicode, "The capitals of all letters that Unicode knows."},
    {"kept", model::Letters::kept, "Each as it was: an echo."},
};
constexpr Word kAnyNumber[] = {
    {"any", true, "As often as it likes."},
};
constexpr Word kSentTogether[] = {
    {"sent", true, "Everything that this peer sent since it last expected something."},
};
constexpr Word kEachSent[] = {
    {"sent", true, "Each datagram that this peer sent since it last expected something, and that was not lost."},
};
constexpr Word kGivenLines[] = {
    {"lines", true, "One datagram for each line of the text that the program is given."},
};
constexpr Word kProgramsPort[] = {
    {"another-port", model::Expect::Port::another, "Another one than was asked, as servers do that have a socket for each transfer."},
    {"any-port", model::Expect::Port::any, "The one that was asked, or another one."},
};

constexpr Key kOrder = {
    "order", one_of(kOrders), "kept",
    "In which order.",
    "- client: { send_each: [one, two] }\n- client: { expect: { each: sent, order: any } }"};
constexpr Key kCopies = {
    "copies", number(1, 1000).or_one_of(kAnyNumber), "1",
    "How often each may come at most.",
    "- client: { send: hello }\n- client: { expect: { each: sent, copies: any } }"};

constexpr Key kExpectCapitalsKeys[] = {
    {"capitals_of", one_of(kSentTogether), kRequired,
     "The capitals of what was sent.",
     "- client: { send: \"hello {word}\" }\n- client: { expect: { capitals_of: sent } }"},
    kLettersOf,
};
constexpr Place kExpectCapitals = {
    "expect_capitals", "expect: capitals_of", Scene::steps,
    "The capitals of what this peer sent.",
    kExpectCapitalsKeys};

constexpr Key kExpectEchoKeys[] = {
    {"echo_of", one_of(kSentTogether), kRequired,
     "What was sent, as it was.",
     "- client: { send: \"hello {word}\" }\n- client: { expect: { echo_of: sent } }"},
};
constexpr Place kExpectEcho = {
    "expect_echo", "expect: echo_of", Scene::steps,
    "What this peer sent comes back.",
    kExpectEchoKeys};

constexpr Key kExpectEachKeys[] = {
    {"each", one_of(kEachSent), kRequired,
     "The capitals of each of these, or each as it was (`letters`).",
     "- client: { send_each: [one, two] }\n- client: { expect: { each: sent } }"},
    kOrder,
    kCopies,
    {"letters", one_of(kLettersOfEach), "ascii",
     "What becomes of the letters.",
     "- client: { send_each: [one, two] }\n- client: { expect: { each: sent, letters: kept } }"},
};
constexpr Place kExpectEach = {
    "expect_each", "expect: each", Scene::steps,
    "UDP: one reply for each datagram that was sent and not lost.",
    kExpectEachKeys};

constexpr Key kExpectAllKeys[] = {
    {"all", one_of(kGivenLines).or_map<kLines>(), kRequired,
     "Which datagrams. A text that ends in `...` stands for all that begin like it. Others may come between them.",
     "- server: { expect: { all: { count: 10, text: \"Ping {n} ...\" } } }"},
    {"as", kText, "\"{line}\"",
     "How each line looks on the wire, with `{line}` for it, `{n}` for its number from 1 and `{i}` from 0.",
     "- receiver: { expect: { all: lines, as: \"{i} {line}\" } }"},
    kOrder,
    kCopies,
};
constexpr Place kExpectAll = {
    "expect_all", "expect: all", Scene::steps,
    "UDP: each of several datagrams.",
    kExpectAllKeys};

constexpr Key kOneOfKeys[] = {
    {"one_of", list_of(kWantedFromPeer, 2, 20, "message"), kRequired,
     "The messages, any one of which may arrive. Names that one captures, each captures.",
     "- client: { send: \"QUIT\\n\" }\n- client: { expect: { one_of: [\"BYE\\n\", { like: \"(?i)good ?bye.*\\n\" }] } }"},
};
constexpr Place kOneOf = {
    "expect_one_of", "expect: one_of", Scene::steps,
    "One of several messages.",
    kOneOfKeys};

constexpr Key kAnyOrderKeys[] = {
    {"any_order", list_of(kWantedFromPeer, 2, 50, "message"), kRequired,
     "The messages. Over UDP each is a datagram; over TCP `until` says where each ends, and a line is what it is without it. Formats that have an end of their own need none.",
     "- client: { send: \"LIST\\n\" }\n- client: { expect: { any_order: [\"anna\\n\", \"bob\\n\"] } }"},
};
constexpr Place kAnyOrder = {
    "expect_any_order", "expect: any_order", Scene::steps,
    "Each of several messages, in any order, and nothing between them.",
    kAnyOrderKeys};

constexpr Key kExpectHttpKeys[] = {
    {"http", map_of<kHttp>(), kRequired,
     "What it says.",
     "- client: { send: \"GET / HTTP/1.0\\r\\n\\r\\n\" }\n- client: { expect: { http: { status: 200 } } }"},
};
constexpr Place kExpectHttp = {
    "expect_http", "expect: http", Scene::steps,
    "TCP: one whole HTTP response, version 1.0 or 1.1.",
    kExpectHttpKeys};

constexpr Word kUntil[] = {
    {"line", model::Frame::Until::line, "A line end."},
    {"end", model::Frame::Until::end, "The program closes the connection."},
};

constexpr Key kExpectKeys[] = {
    {"expect", kMessage.or_map<kExpectCapitals, kExpectEcho, kExpectEach, kExpectAll, kLike, kOneOf, kAnyOrder, kExpectHttp, kFormatted, kMessageMap>(), kRequired,
     "What has to arrive: this message and nothing else, or one of the following.",
     "- client: { send: \"ping 1\" }\n- client: { expect: \"ping 1\" }"},
    {"until", kFilled.or_one_of(kUntil), "",
     "TCP: where it ends. `line`, `end`, so many bytes as in `5 bytes`, or a text, which belongs to it. Names stand for either: `{size} bytes`, where the program told its size before, `{= len(text)} bytes`, `{mark}`. What comes behind that is left for the next expectation. Without it everything counts that comes until the program rests.",
     "- client: { send: \"GET a\\nGET b\\n\" }\n- client: { expect: \"VALUE 1\\n\", until: line }\n- client: { expect: \"VALUE 2\\n\", until: line }"},
    {"exact", kYesOrNo, "false",
     "A text, too, is compared byte by byte: no line end and no NUL is forgiven.",
     "- client: { send: \"PING\\r\\n\" }\n- client: { expect: \"PONG\\r\\n\", exact: true }"},
    {"within", kSeconds, "",
     "It comes in so many seconds at most after the program last got something, or this peer last did. They are the program's: what a busy machine takes does not count, what the program waits does. From 0.1 to 60.",
     "- client: { send: \"what time is it?\\n\" }\n- client: { expect: { like: \".*\\n\" }, within: 5 }"},
    {"not_before", kSeconds, "",
     "It comes after so many seconds at the earliest.",
     "- client: { send: \"wake me in 3\\n\" }\n- client: { expect: \"wake up\\n\", not_before: 3, within: 4 }"},
    {"from", one_of(kProgramsPort), "",
     "UDP: the port of a server that it comes from, where it need not be the one that was asked. From then on this peer writes there, and hears nobody else.",
     "- client: { send: hello }\n- client: { expect: hello, from: another-port }"},
};
}  // namespace

constinit const Place kExpect = {
    "expect", "expect", Scene::steps,
    "What has to arrive from the program.",
    kExpectKeys};

}  // namespace sockgrade::language
