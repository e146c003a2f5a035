// A spec: an exercise, its program, and the cases that grade it.
#include "model/spec.hh"

#include "language/language.hh"

namespace sockgrade::language {

namespace {

constexpr Word kRoles[] = {
    {"server", model::Role::server, "Clients call it, and it answers."},
    {"client", model::Role::client, "It calls a server, and gets an answer."},
    {"sender", model::Role::sender, "It calls a receiver, and sends."},
    {"receiver", model::Role::receiver, "A sender calls it, and it gets what is sent."},
    {"peer", model::Role::peer, "It listens and calls, as the two programs of a chat do."},
    {"tool", model::Role::tool, "It has nobody to talk to, such as a port scanner."},
};

constexpr Word kTransports[] = {
    {"tcp", model::Transport::tcp, "It uses TCP sockets."},
    {"udp", model::Transport::udp, "It uses UDP sockets."},
};

constexpr Word kAddressRules[] = {
    {"any", model::AddressRule::any, "The program may bind or call where it likes; Sockgrade follows it."},
    {"given", model::AddressRule::given, "It uses the host and the port that it was given, or it fails."},
    {"given-host", model::AddressRule::given_host,
     "It uses the host that it was given, or it fails; it may use a port of its own."},
};

constexpr Word kHowPeersListen[] = {
    {"tcp", model::Transport::tcp, "By TCP."},
};

constexpr Word kVisibilities[] = {
    {"visible", false, "Reports say all about it."},
    {"hidden", true,
     "Reports for students say its verdict and points, and nothing that tells what it does. The file itself "
     "is no secret: give students a copy without the case."},
};

constexpr Word kHosts[] = {
    {"this-host", false, "127.0.0.1."},
    {"another-host", true, "The address of another computer, which each seed chooses anew."},
};

constexpr Type kArguments = list_of(kText, 0, 50, "argument");
constexpr Type kAddressCount = number(0, 4);

// clang-format off

constexpr Key kProgramKeys[] = {
    {"role", one_of(kRoles), kRequired,
     "Who calls whom.",
     "role: server"},
    {"transport", one_of(kTransports), kRequired,
     "What its sockets are.",
     "transport: udp"},
    {"arguments", kArguments, "[]",
     "What it is started with, one argument an item. `{host}`, `{port}`, `{message}` and `{file}` are filled in (`{file}` is a file with the message in it); for a `peer`, `{own_port}` too, where it listens; `{first}` and `{last}` where a case has `ports`; and the names of `values` of the whole spec. A program that uses an address of its own is followed all the same.",
     "arguments: [\"{host}\", \"{port}\"]"},
    {"otherwise", list_of(kArguments, 0, 10, "list of arguments"), "[]",
     "Other arguments. They are tried when the program does not use what it was given: it ends before it has opened a socket, or leaves the address, the port or the message unused. The arguments of which it uses most count.",
     "otherwise: [[\"{port}\"], []]"},
    {"address", one_of(kAddressRules), "any",
     "Which addresses the program may use.",
     "address: given"},
    {"message", kMessage, "",
     "What `{message}` stands for in the arguments and in steps, and what is typed when the program waits for input. It is one line, unless the arguments have `{file}`. A case may have its own.",
     "message: \"greetings from {word}\""},
    {"retries", number(0, 100), "0",
     "UDP: how often at least the program sends a message again, when no answer comes, before it may give up. Faults may lose fewer copies than that.",
     "retries: 3"},
};

constexpr Key kSenderAndReceiverKeys[] = {
    {"sender", kName, kRequired,
     "The id of the sender's exercise.",
     "pair: { sender: udp-reliable-sender, receiver: udp-reliable-receiver }"},
    {"receiver", kName, kRequired,
     "The id of the receiver's exercise.",
     "pair: { sender: tcp-sender, receiver: tcp-receiver }"},
};
constexpr Place kSenderAndReceiver = {
    "sender_and_receiver", "A sender and a receiver", Scene::file,
    "Two exercises whose programs talk to each other, in place of `program`. Their specs stand beside this one, and say how each program is started.",
    kSenderAndReceiverKeys};

constexpr Key kClientAndServerKeys[] = {
    {"client", kName, kRequired,
     "The id of the client's exercise.",
     "pair: { client: tcp-capitalize-client, server: tcp-capitalize-server }"},
    {"server", kName, kRequired,
     "The id of the server's exercise.",
     "pair: { client: udp-capitalize-client, server: udp-capitalize-server }"},
};
constexpr Place kClientAndServer = {
    "client_and_server", "A client and a server", Scene::file,
    "The same for a client and a server.",
    kClientAndServerKeys};

constexpr Key kPortsKeys[] = {
    {"count", number(5, 500), kRequired,
     "How many ports there are: `{first}` to `{last}` in the arguments.",
     "ports: { count: 100, listening: 5 }"},
    {"listening", number(3, 500), kRequired,
     "So many of them listen; no two of these are neighbours.",
     "ports: { count: 9, listening: 3 }"},
};
constexpr Place kPorts = {
    "ports", "Ports to look through", Scene::a_case,
    "Ports in a row, some of which listen, the first and the last among them. Each seed chooses others. The ports right before and right behind the row listen too.",
    kPortsKeys};

constexpr Type kValues = list_of(kText, 1, 50, "value").distinct();
constexpr Place kVary = {
    "vary", "Values of a name", Scene::a_case,
    "One name and its values. The case runs once for each value, with `{name}` filled in.",
    {}, &kValues, 1, 1, true};

constexpr Type kWhole = of_form(Form::integer);

constexpr Key kValueKeys[] = {
    {"number", list_of(kWhole, 2, 2, "number"), kOneOfThese,
     "A whole number by chance, from the first to the second.",
     "values: { a: { number: [2, 999] } }"},
    {"word", number(3, 30), kOneOfThese,
     "A word by chance of so many letters. No two values of a case are the same word.",
     "values: { nick: { word: 8 } }"},
    {"words", number(1, kMostBytes), kOneOfThese,
     "Random words with spaces between them, this many bytes together.",
     "values: { page: { words: 700 } }"},
    {"bytes", number(1, kMostBytes), kOneOfThese,
     "So many bytes by chance, of every value.",
     "values: { blob: { bytes: 5000 } }"},
    {"one_of", list_of(kText, 2, 50, "text").distinct(), kOneOfThese,
     "One of these, by chance.",
     "values: { colour: { one_of: [red, green, blue] } }"},
};
constexpr Place kValueMap = {
    "value", "A value", Scene::a_case,
    "What a name stands for, drawn from the seed.",
    kValueKeys};
constexpr Type kValueType = kFilled.or_map<kValueMap>();
constexpr Place kNamedValues = {
    "values", "Values", Scene::a_case,
    "Names, and what each stands for in the whole case: a map that says what is drawn, `= ` and [an expression](#expressions), or a text with names in it. Each may use those before it. A name has lower-case letters, digits and underscores.",
    {}, &kValueType, 1, kMostValues, true};

constexpr Key kCalledPeerKeys[] = {
    {"listens", one_of(kHowPeersListen), kRequired,
     "The peer listens, from the start of the case on, at a port that each seed chooses.",
     "program: { role: server, transport: tcp, arguments: [\"{port}\", \"{origin.port}\"] }\npeers: { origin: { listens: tcp } }"},
};
constexpr Place kCalledPeer = {
    "called_peer", "A peer that the program calls", Scene::file,
    "A peer that goes the other way than those of the program's role.",
    kCalledPeerKeys};
constexpr Type kCalledPeerType = map_of<kCalledPeer>();
constexpr Place kPeers = {
    "peers", "Peers that the program calls", Scene::file,
    "For a `server` that calls servers itself, such as a proxy: its peers `connect`, but those that stand here listen, and `accept` the program's connections, one after another. `{origin.host}` and `{origin.port}` say where the peer `origin` is, in arguments too.",
    {}, &kCalledPeerType, 1, kMostCalledPeers, true};

constexpr Type kRule = map_of<kFaultRule>();
constexpr Type kOneStep = map_of<kStep>();

constexpr Key kCaseKeys[] = {
    {"id", kName, kRequired,
     "Its name for `--case` and in reports. No other case or question has it.",
     "id: answers-in-capitals"},
    {"title", kText, kRequired,
     "What it asks for, as a statement that is true of a right program.",
     "title: The reply has the capitals of what was sent"},
    {"section", kText, "",
     "Where the handout asks for it.",
     "section: What your server must do"},
    {"level", one_of(kLevels), "must",
     "What it means to fail.",
     "level: should"},
    {"points", number(0, 1000), "1",
     "What it is worth.",
     "points: 3"},
    {"visibility", one_of(kVisibilities), "visible",
     "What reports for students say of it.",
     "visibility: hidden"},
    {"needs", kText, "",
     "The id of an earlier case. When that one does not pass, this one is skipped.",
     "needs: connects"},
    {"vary", map_of<kVary>(), "",
     "The case runs once for each value of a name.",
     "vary: { size: [1024, 20000] }"},
    {"values", map_of<kNamedValues>(), "",
     "What names stand for in this case, behind the values of the whole spec.",
     "values: { a: { number: [2, 999] }, b: { number: [2, 999] }, sum: \"= a + b\" }"},
    {"files", map_of<kFilesGiven>(), "",
     "Files that lie in the program's folder in this case, beside those of the whole spec. It takes isolation level A, B or C.",
     "files: { index.html: { words: 700 } }"},
    {"message", kMessage, "",
     "What the program is given in this case, in place of the program's own `message`.",
     "message: { words: 5000 }"},
    {"host", one_of(kHosts), "this-host",
     "What `{host}` stands for, where the program calls.",
     "host: another-host"},
    {"ports", map_of<kPorts>(), "",
     "Ports for the program to look through.",
     "ports: { count: 50, listening: 4 }"},
    {"interfaces", list_of(kAddressCount, 1, 8, "interface"), "",
     "The network interfaces of the machine, beside loopback: how many IPv4 addresses each of them has. Each seed chooses other names and addresses.",
     "interfaces: [1, 2, 0]"},
    {"fields", map_of<kFields>(), "",
     "Where a datagram of this case says a number, beside the fields of the whole spec.",
     "fields: { seq: \"{seq} \" }"},
    {"faults", list_of(kRule, 0, 50, "fault"), "[]",
     "What goes wrong on the way. For UDP; over TCP, peers do it (`refuse`, `reset`, `pieces` ...).",
     "faults: [drop: { to: program, n: 1 }]"},
    {"steps", list_of(kOneStep, 1, 200, "step"), kRequired,
     "What the peers and the program do, in this order.",
     "steps: [client: { send: hello }, client: { expect: { each: sent } }]"},
    {"hint", kText, "",
     "What helps, in the student's words. Shown when the case fails.",
     "hint: recvfrom() tells who sent the datagram."},
};

constexpr Type kOneCase = map_of<kCase>();

constexpr Type kStepsOfAName = list_of(kOneStep, 1, 200, "step");
constexpr Place kBegin = {
    "begin", "Steps with a name", Scene::file,
    "Steps that stand in several cases, by a name of their own.",
    {}, &kStepsOfAName, 1, kBeginMost, true};

constexpr Key kSpecKeys[] = {
    {"exercise", kName, kRequired,
     "The exercise's id, and the name of this file.",
     "exercise: echo-server"},
    {"title", kText, kRequired,
     "One line that says what the program is.",
     "title: A UDP server that echoes"},
    {"handout", kText, "",
     "The page that students get: a path relative to this file.",
     "handout: ../exercises/echo-server/README.md"},
    {"proof", kText, "",
     "The folder with the programs that this spec must accept, forgive and reject: a path relative to this file.",
     "proof: ../tests/programs/echo-server"},
    {"program", map_of<kProgram>(), kOneOfThese,
     "The student's program.",
     "program: { role: server, transport: tcp }"},
    {"pair", map_of<kSenderAndReceiver, kClientAndServer>(), kOneOfThese,
     "Two programs that talk to each other.",
     "pair: { sender: udp-sender, receiver: udp-receiver }"},
    {"peers", map_of<kPeers>(), "",
     "Peers that the program calls, though others call it.",
     "program: { role: server, transport: tcp, arguments: [\"{port}\", \"{origin.port}\"] }\npeers: { origin: { listens: tcp } }"},
    {"fields", map_of<kFields>(), "",
     "Where a datagram says a number, by name; faults can then ask for it.",
     "fields: { seq: \"{seq} \", ack: \"ACK {ack}\" }"},
    {"values", map_of<kNamedValues>(), "",
     "What names stand for in every case. Each case draws them anew.",
     "values: { a: { number: [2, 999] }, nick: { word: 8 } }"},
    {"files", map_of<kFilesGiven>(), "",
     "Files that lie in the program's folder in every case.",
     "files: { www/index.html: \"<h1>Hello</h1>\" }"},
    {"formats", map_of<kFormats>(), "",
     "Messages that are bytes, by name and field by field.",
     "formats: { ack: [{ op: u2, is: 4 }, { block: u2 }], data: [{ op: u2, is: 3 }, { block: u2 }, { body: rest }] }"},
    {"begin", map_of<kBegin>(), "",
     "Steps that cases begin with, or have in common: a name, and the steps that `do` stands for.",
     "begin: { login: [client: { send: hello }, client: expect-anything] }"},
    {"cases", list_of(kOneCase, 1, 200, "case"), kRequired,
     "The cases, in the order in which they run and are shown.",
     "cases: [{ id: echoes, title: It answers, steps: [client: { send: hello }, client: expect-anything] }]"},
    {"questions", kText, "",
     "The file with the questions beside the program: a path relative to this file.",
     "questions: questions/udp-sender.yaml"},
};

}  // namespace

constinit const Place kProgram = {
    "program", "The program", Scene::program,
    "What the student's program is, and how it is started.",
    kProgramKeys};

constinit const Place kCase = {
    "case", "A case", Scene::a_case,
    "One scenario: a story in one order.",
    kCaseKeys};

namespace {

constexpr Key kRepeatKeys[] = {
    {"times", number(2, 1000), kRequired,
     "How often.",
     "- repeat: { times: 3, steps: [client: { send: \"ping {n}\\n\" }, client: { expect: \"ping {n}\\n\" }] }"},
    {"steps", list_of(kOneStep, 1, 50, "step"), kRequired,
     "The steps. `{n}` is the number of the time from 1, and `{i}` from 0.",
     "- repeat: { times: 2, steps: [client: { send: again }, client: expect-anything] }"},
};
constexpr Place kRepeat = {
    "repeat", "repeat", Scene::steps,
    "Some steps, several times.",
    kRepeatKeys};

constexpr Key kStepKeys[] = {
    {"repeat", map_of<kRepeat>(), "",
     "Some steps, several times. A case has at most 1000 steps.",
     "- repeat: { times: 2, steps: [client: { send: again }, client: expect-anything] }"},
    {"do", kName, "",
     "The steps that have this name in `begin`.",
     "- do: login"},
    {"hint", kText, "",
     "What helps whoever fails at this step, in place of the hint of the case. Beside `repeat` and `do`, at each of the steps that has none of its own.",
     "- client: { expect: \"OK\\n\", until: line }\n  hint: Answer OK first."},
};

}  // namespace

constinit const Place kStep = {
    "step", "Steps", Scene::steps,
    "One actor and what it does, as in `client: connect`. `program` is the student's. Every other name is a peer, which Sockgrade plays. In a pair the actors are the two roles: each does what a program does, and the one that listens also gets, and answers, what the other one sends.",
    kStepKeys, &kPeerAction, 1, 2, true};

constinit const Place kSpec = {
    "spec", "A spec", Scene::file,
    "An exercise and the cases that grade it.",
    kSpecKeys};

}  // namespace sockgrade::language
