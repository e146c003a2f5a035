// What a peer does, and what it expects.
#include "language/language.hh"

namespace sockgrade::language {

namespace {

template <typename T>
model::Action simple() {
    return T{};
}

using What = model::Expect::What;
template <What what>
model::Action expecting() {
    model::Expect expect;
    expect.what = what;
    return expect;
}

// clang-format off

constexpr Word kPeerWords[] = {
    {"connect", simple<model::Connect>,
     "TCP: connects to the program.",
     "- client: connect"},
    {"accept", simple<model::Accept>,
     "TCP: takes the program's connection.",
     "- server: accept"},
    {"finish-sending", simple<model::FinishSending>,
     "TCP: half-closes (FIN), and goes on reading.",
     "- client: finish-sending"},
    {"close", simple<model::Close>,
     "Closes its socket.",
     "- client: close"},
    {"reset", simple<model::Reset>,
     "TCP: ends the connection with a reset (RST).",
     "- client: reset"},
    {"fill-backlog", simple<model::FillBacklog>,
     "TCP, before an `accept`: attempts to connect get no answer until this peer accepts.",
     "- server: fill-backlog\n- server: accept"},
    {"stop-reading", simple<model::StopReading>,
     "TCP, right after `connect` or `accept`: what the program sends is not read, until it can send no more. That takes about 100 kB.",
     "- server: accept\n- server: stop-reading\n- server: go-on-reading"},
    {"go-on-reading", simple<model::GoOnReading>,
     "Reads again, when the program can send no more.",
     "- server: accept\n- server: stop-reading\n- server: go-on-reading\n- server: expect-given"},
    {"go-away", simple<model::GoAway>,
     "Resets its connections and leaves its port.",
     "- server: go-away\n- server: come-back"},
    {"come-back", simple<model::ComeBack>,
     "Is on the same port again when the program has noticed, and has forgotten everything.",
     "- server: go-away\n- server: come-back\n- server: accept\n- server: expect-given"},
    {"expect-given", expecting<What::given>,
     "The message that the program was given arrives.",
     "- server: expect-given"},
    {"expect-anything", expecting<What::anything>,
     "Something arrives.",
     "- client: expect-anything"},
    {"expect-nothing-more", expecting<What::nothing>,
     "Nothing more arrives.",
     "- client: expect-nothing-more"},
    {"expect-no-copies", expecting<What::once>,
     "Nothing arrives that has come before.",
     "- client: expect-no-copies"},
    {"expect-end", expecting<What::end>,
     "TCP: the program closes the connection.",
     "- client: expect-end"},
    {"expect-fixed-reply", expecting<What::fixed>,
     "A reply in the program's own words arrives, the same for everyone.",
     "- client: expect-fixed-reply"},
    {"expect-http-response", expecting<What::http>,
     "TCP: one whole HTTP response arrives: a head of CRLF lines, and a body as long as its Content-Length says.",
     "- client: expect-http-response"},
    {"expect-typed", expecting<What::typed>,
     "Each line arrives that was `typed` since the last expectation of this kind.",
     "- program: { typed: \"hello {word}\" }\n- client: expect-typed"},
    {"expect-typed-lines", expecting<What::typed_lines>,
     "The same, each with its line end, and nothing else goes over the wire.",
     "- program: { typed: \"hello {word}\" }\n- client: expect-typed-lines"},
};

constexpr Word kFrom[] = {
    {"this-host", model::From::this_host, "It calls 127.0.0.1, whatever address the program has bound."},
    {"another-host", model::From::another_host, "It calls from a second address, as another computer does."},
};
constexpr Word kLate[] = {
    {"late", true, "Only when the program does nothing more without it; until then the connection waits in the backlog."},
};
constexpr Word kAlways[] = {
    {"always", true, "All of them."},
};
constexpr Word kReplies[] = {
    {"capitals", model::Letters::ascii, "The capitals of the request, with one word replaced, so that a program cannot have made them itself."},
    {"same", model::Letters::kept, "The request itself: an echo."},
};
constexpr Word kSame[] = {
    {"same", true, "The datagram itself."},
};

constexpr Type kBytes = number(1, kMostBytes);

// What several steps have.

constexpr Key kPieces = {
    "pieces", kBytes.or_list_of(kBytes, 1, 1000, "size"), "",
    "TCP: so many bytes at a time; or the sizes of the first pieces, behind which the rest follows. Each piece leaves when the program has read the one before.",
    "- client: connect\n- client: { send: \"hello {word}\", pieces: [3, 4] }"};
constexpr Key kCutAfter = {
    "cut_after", kBytes, "",
    "TCP: the peer closes (FIN) when it has sent so many bytes of the message.",
    "- client: connect\n- client: { send: \"hello {word}\", cut_after: 5 }"};
constexpr Key kResetAfter = {
    "reset_after", kBytes, "",
    "TCP: the peer resets its connection (RST) when the program has read so many bytes of the message.",
    "- client: connect\n- client: { send: \"hello {word}\", reset_after: 5 }", "cut_after"};
constexpr Key kFromHere = {
    "from", one_of(kFrom), "",
    "UDP: where the peer is. Over TCP, `connect` says so.",
    "- client: { send: hello, from: another-host }"};
constexpr Key kAs = {
    "as", kText, "",
    "How each looks on the wire, with `{line}` for its text, `{n}` for its number from 1 and `{i}` from 0.",
    "- sender: { send_each: { count: 3, text: \"{word}\", as: \"{i} {line}\" } }"};

// Connections.

constexpr Key kConnectHowKeys[] = {
    {"from", one_of(kFrom), "",
     "Where the peer is.",
     "- client: { connect: { from: another-host } }"},
    {"port", kFilled, "",
     "The port that it connects to, when it is not the one at which the program was told to listen: one that the program has told, say. A number, `= ` and an expression, or a text with names in it.",
     "- client: { expect: { like: \"PORT (?P<told>\\\\d+)\\n\" }, until: line }\n- data: { connect: { port: \"{told}\" } }"},
};
constexpr Place kConnectHow = {
    "connect_how", "How it connects", Scene::steps,
    "Where the peer is, and which port it calls.",
    kConnectHowKeys};
constexpr Key kConnectKeys[] = {
    {"connect", map_of<kConnectHow>(), kRequired,
     "Connects to the program from a certain place, or to a certain port.",
     "- client: { connect: { from: this-host } }"},
};
constexpr Place kConnect = {
    "connect", "connect", Scene::steps,
    "TCP: the peer connects to the program.",
    kConnectKeys};

constexpr Key kAcceptKeys[] = {
    {"accept", one_of(kLate), kRequired,
     "When it takes the connection.",
     "- server: { accept: late }"},
};
constexpr Place kAccept = {
    "accept", "accept", Scene::steps,
    "TCP: the peer takes the program's connection.",
    kAcceptKeys};

constexpr Key kRefuseKeys[] = {
    {"refuse", number(1, 100).or_one_of(kAlways), kRequired,
     "How many attempts are refused, at each address.",
     "- server: { refuse: 2 }\n- server: accept"},
};
constexpr Place kRefuse = {
    "refuse", "refuse", Scene::steps,
    "TCP, before an `accept`: the first attempts to connect meet nobody (ECONNREFUSED).",
    kRefuseKeys};

// Sending.

constexpr Key kSendKeys[] = {
    {"send", kSent, kRequired,
     "What is sent.",
     "- client: { send: \"hello {word}\" }"},
    {"coax", kYesOrNo, "false",
     "TCP: helps a silent program on with a newline; when it is still silent, with a half-close. The report says what it took.",
     "- client: connect\n- client: { send: \"hello {word}\", coax: true }"},
    kPieces,
    kCutAfter,
    kResetAfter,
    kFromHere,
};
constexpr Place kSend = {
    "send", "send", Scene::steps,
    "The peer sends one message.",
    kSendKeys};

constexpr Key kCountedKeys[] = {
    {"count", number(1, 1000), kRequired,
     "How many.",
     "- client: { send_each: { count: 5, text: \"message {n}\" } }"},
    {"text", kText, kRequired,
     "Each message's text. `{n}` is its number from 1, `{i}` from 0.",
     "- client: { send_each: { count: 2, text: \"{i}: {word}\" } }"},
    kAs,
};
constexpr Place kCounted = {
    "counted", "Numbered messages", Scene::steps,
    "Several messages of the same kind. With `as`, a program that prints each message has to print the text alone.",
    kCountedKeys};

constexpr Key kSendEachKeys[] = {
    {"send_each", list_of(kSent, 1, 1000, "message").or_map<kCounted>(), kRequired,
     "The messages.",
     "- client: { send_each: [\"first {word}\", \"second {word}\"] }"},
    {"together", kYesOrNo, "false",
     "TCP: all of them in one segment. UDP: one right behind the other, without waiting for the program to read.",
     "- client: { send_each: [one, two], together: true }"},
    kFromHere,
    {"until", kFilled, "",
     "UDP: each message is sent again until this answer to it has come; the next one waits for that. `{n}` is its number from 1, `{i}` from 0.",
     "- sender: { send_each: [one, two], until: \"ACK {i}\" }"},
    {"tries", number(1, 100), "5",
     "How often each is sent at most.",
     "- sender: { send_each: [one, two], until: \"ACK {i}\", tries: 3 }", {}, "until"},
};
constexpr Place kSendEach = {
    "send_each", "send_each", Scene::steps,
    "The peer sends several messages, each when the program has read the one before.",
    kSendEachKeys};

constexpr Key kAnswerEachKeys[] = {
    {"answer_each", kText.or_one_of(kSame), kRequired,
     "With what: `same`, or a text with the names of `fields`. A datagram that lacks one of them gets no answer.",
     "- receiver: { answer_each: same }\n- receiver: expect-given"},
};
constexpr Place kAnswerEach = {
    "answer_each", "answer_each", Scene::steps,
    "UDP: from now on this peer answers each datagram that comes, at once.",
    kAnswerEachKeys};

constexpr Word kAnotherPort[] = {
    {"another-port", model::Expect::Port::another, "From a port of its own, and from there on: what the program sends to the former one is lost."},
};

constexpr Key kReplyKeys[] = {
    {"reply", kSent.or_one_of(kReplies), kRequired,
     "With what: `capitals`, `same`, or a message.",
     "- server: { reply: capitals }"},
    kPieces,
    kCutAfter,
    kResetAfter,
    kLettersOf,
    {"from", one_of(kAnotherPort), "",
     "UDP: the port that the peer answers from, where it is not the one that it was asked at.",
     "- server: expect-given\n- server: { reply: hello, from: another-port }"},
};
constexpr Place kReply = {
    "reply", "reply", Scene::steps,
    "The peer answers what it just got. Over UDP a second reply behind the first answers the same once more.",
    kReplyKeys};

}  // namespace

constinit const Type kPeerAction =
    one_of(kPeerWords).or_map<kConnect, kAccept, kRefuse, kSend, kSendEach, kAnswerEach, kWhenever, kReply, kExpect>();

}  // namespace sockgrade::language
