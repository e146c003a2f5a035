// What an instructor gets to read for each kind of slip: file, line, column, key path, what was expected.
#include <gtest/gtest.h>

#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

struct Slip {
    std::string text;
    std::string problems;
};

class Slips : public testing::TestWithParam<Slip> {};

TEST_P(Slips, AreNamedWithTheirPlace) {
    EXPECT_EQ(problems_of(GetParam().text), GetParam().problems) << GetParam().text;
}

const std::string kCases =
    "  - id: c\n    title: t\n    steps:\n      - client: connect\n      - client: expect-end\n";

std::string with_case_keys(const std::string& keys) {
    return spec_of(kTcpServer, "  - id: c\n    title: t\n" + indented(keys, "    ") +
                                   "    steps: [client: connect, client: expect-end]\n");
}

std::string tcp_step(const std::string& step) {
    return with_steps(kTcpServer, "- client: connect\n" + step + "\n- client: expect-end");
}
std::string udp_step(const std::string& step) {
    return with_steps(kUdpServer, step + "\n- client: expect-nothing-more");
}

INSTANTIATE_TEST_SUITE_P(
    TopAndProgram, Slips,
    testing::Values(
        Slip{"exercise: e\n",
             "x.yaml:1:1: 'title' is missing\nx.yaml:1:1: 'cases' is missing\n"
             "x.yaml:1:1: expected one of program and pair, as in 'program: { role: server, transport: tcp "
             "}'"},
        Slip{"- a\n",
             "x.yaml:1:1: expected a map with exercise, title, handout, proof, program, pair, peers, fields, "
             "values, files, formats, begin, cases and questions, not a list"},
        Slip{spec_of(kTcpServer, kCases) + "titel: x\n",
             "x.yaml:10:1: titel: unknown key; expected exercise, title, handout, proof, program, pair, "
             "peers, fields, values, files, formats, begin, cases or questions; did you mean 'title'?"},
        Slip{"exercise: Not An Id\ntitle:\nprogram: { role: srever, transport: tcp }\ncases: []\n",
             "x.yaml:1:11: exercise: an id has lower-case letters, digits and dashes, and begins with a "
             "letter\n"
             "x.yaml:2:1: title: expected text, but nothing stands here\n"
             "x.yaml:3:18: program.role: expected server, client, sender, receiver, peer or tool, not "
             "\"srever\"; did "
             "you mean "
             "'server'?\n"
             "x.yaml:4:8: cases: expected at least one case"},
        Slip{spec_of("{ role: server, transport: sctp, arguments: [\"{prot}\", a: b] }", kCases),
             "x.yaml:3:37: program.transport: expected tcp or udp, not \"sctp\"; did you mean 'tcp'?\n"
             "x.yaml:3:55: program.arguments[0]: {prot} stands for nothing here; expected {host}, {port}, "
             "{own_port}, {first}, {last}, {message} or "
             "{file}; did you mean '{port}'?\n"
             "x.yaml:3:65: program.arguments[1]: expected text, not a map of keys"},
        Slip{spec_of("{ role: client, transport: tcp, arguments: [\"{message}\"] }",
                     "  - id: c\n    title: t\n    steps: [server: accept, server: expect-end]\n"),
             "x.yaml:3:10: program: 'message' is missing: the arguments have {message}"},
        Slip{spec_of("{ role: client, transport: tcp, message: \"a\\nb\" }",
                     "  - id: c\n    title: t\n    steps: [server: accept, server: expect-end]\n"),
             "x.yaml:3:51: program.message: the program is given one line: no line ends and no zero bytes"}));

INSTANTIATE_TEST_SUITE_P(
    Cases, Slips,
    testing::Values(
        Slip{with_case_keys("levle: must"),
             "x.yaml:7:5: cases[0].levle: unknown key; expected id, title, section, level, points, "
             "visibility, needs, "
             "vary, values, files, "
             "message, host, ports, interfaces, fields, faults, steps or hint; did you mean 'level'?"},
        Slip{with_case_keys("points: 1\npoints: 2"),
             "x.yaml:8:5: cases[0].points: this key stands here twice, first in line 7"},
        Slip{with_case_keys("points: 1001"),
             "x.yaml:7:13: cases[0].points: expected a whole number from 0 to 1000, not \"1001\""},
        Slip{with_case_keys("points: 1.5"),
             "x.yaml:7:13: cases[0].points: expected a whole number from 0 to 1000, not \"1.5\""},
        Slip{with_case_keys("level: [must]"),
             "x.yaml:7:12: cases[0].level: expected must or should, not a list"},
        Slip{with_case_keys("needs: c"), "x.yaml:7:12: cases[0].needs: a case cannot need itself"},
        Slip{spec_of(kTcpServer,
                     kCases + "  - id: second\n    title: t\n    needs: d\n    steps: [client: connect, "
                              "client: expect-end]\n  - id: c\n    title: t\n    needs: secnod\n    steps: "
                              "[client: connect, client: expect-end]\n"),
             "x.yaml:12:12: cases[1].needs: no case with the id \"d\" stands before this one; did you mean "
             "'c'?\n"
             "x.yaml:14:9: cases[2].id: another case has the id 'c' already\n"
             "x.yaml:16:12: cases[2].needs: no case with the id \"secnod\" stands before this one; did you "
             "mean "
             "'second'?"},
        Slip{with_case_keys("vary: { a: [1], b: [2] }"),
             "x.yaml:7:11: cases[0].vary: expected one name and its values, such as '{ size: [1024, 20000] "
             "}'"},
        Slip{with_case_keys("vary: { word: [1, 1, [2]] }"),
             "x.yaml:7:13: cases[0].vary.word: a name has lower-case letters, digits and dashes, begins with "
             "a letter, "
             "and is not word, pangram, n, i, line, host, port, own_port, first, last, message or file\n"
             "x.yaml:7:23: cases[0].vary.word[1]: \"1\" stands here twice\n"
             "x.yaml:7:26: cases[0].vary.word[2]: expected text, not a list"},
        Slip{with_case_keys("vary: { size: [1] }"), "x.yaml:7:11: cases[0].vary: no message uses {size}"}));

INSTANTIATE_TEST_SUITE_P(
    Steps, Slips,
    testing::Values(
        Slip{tcp_step("- connect"),
             "x.yaml:9:9: cases[0].steps[1]: expected one actor and what it does, such as 'client: connect'"},
        Slip{tcp_step("- Client: connect"),
             "x.yaml:9:9: cases[0].steps[1].Client: an actor's name has lower-case letters, digits and "
             "dashes, and begins "
             "with a letter"},
        Slip{tcp_step("- client: conect"),
             "x.yaml:9:17: cases[0].steps[1].client: expected connect, accept, finish-sending, close, reset, "
             "fill-backlog, stop-reading, go-on-reading, "
             "go-away, come-back, expect-given, expect-anything, expect-nothing-more, "
             "expect-no-copies, expect-end, "
             "expect-fixed-reply, expect-http-response, expect-typed, expect-typed-lines, connect: "
             "..., accept: ..., refuse: ..., "
             "send: ..., send_each: ..., answer_each: ..., whenever: ..., reply: ... or expect: ..., not "
             "\"conect\"; did "
             "you mean 'connect'?"},
        Slip{tcp_step("- client: send"),
             "x.yaml:9:17: cases[0].steps[1].client: 'send' needs to say what: write 'send: ...'"},
        Slip{tcp_step("- client: { sned: x }"),
             "x.yaml:9:19: cases[0].steps[1].client.sned: unknown key; expected connect, accept, refuse, "
             "send, "
             "send_each, answer_each, whenever, reply or "
             "expect; did you mean 'send'?"},
        Slip{tcp_step("- client: { send: x, expect: y }"),
             "x.yaml:9:28: cases[0].steps[1].client.expect: 'send' and 'expect' exclude each other"},
        Slip{tcp_step("- client: { send: x, coax: maybe, peices: 1 }"),
             "x.yaml:9:34: cases[0].steps[1].client.coax: expected true or false, not \"maybe\"\n"
             "x.yaml:9:41: cases[0].steps[1].client.peices: unknown key; expected send, coax, pieces, "
             "cut_after, "
             "reset_after or from; did you "
             "mean 'pieces'?"},
        Slip{tcp_step("- client: { send: \"a {wrod} {} {n}\" }"),
             "x.yaml:9:25: cases[0].steps[1].client.send: {wrod} stands for nothing here; expected {word} or "
             "{pangram}; "
             "did you mean "
             "'{word}'?\n"
             "x.yaml:9:25: cases[0].steps[1].client.send: {n} stands for nothing here; expected {word} or "
             "{pangram}"},
        Slip{tcp_step("- client: { send: { words: \"{size}\" } }"),
             "x.yaml:9:34: cases[0].steps[1].client.send.words: {size} stands for nothing here; nothing is "
             "known in vary"},
        Slip{tcp_step("- client: { send: { words: 1048577 } }"),
             "x.yaml:9:34: cases[0].steps[1].client.send.words: expected a number of bytes from 1 to 1048576 "
             "or the name "
             "of one in vary, such as \"{size}\", not \"1048577\""},
        Slip{tcp_step("- client: { send: { bytes: 0f0 } }"),
             "x.yaml:9:34: cases[0].steps[1].client.send.bytes: expected two hexadecimal digits for each "
             "byte, such as "
             "\"00 ff\""},
        Slip{tcp_step("- client: { send: { bytes: xy } }"),
             "x.yaml:9:34: cases[0].steps[1].client.send.bytes: expected bytes in hexadecimal such as \"00 "
             "ff\", or all, "
             "not \"xy\""},
        Slip{tcp_step("- client: { send: { file: ../../etc/passwd } }"),
             "x.yaml:9:33: cases[0].steps[1].client.send.file: expected a path relative to the spec, inside "
             "its folder"},
        Slip{tcp_step("- client: { send: { text: a, words: 3 } }"),
             "x.yaml:9:36: cases[0].steps[1].client.send.words: 'text' and 'words' exclude each other"},
        Slip{tcp_step("- client: { send: }"),
             "x.yaml:9:19: cases[0].steps[1].client.send: expected text, but nothing stands here"},
        Slip{tcp_step("- client: { send: x, from: another-host }"),
             "x.yaml:9:28: cases[0].steps[1].client.from: a TCP peer says so when it connects: 'connect: { "
             "from: "
             "another-host }'"},
        Slip{tcp_step("- client: { expect: { each: sent } }"),
             "x.yaml:9:29: cases[0].steps[1].client.expect.each: only datagrams arrive one by one; TCP is a "
             "stream: "
             "'expect: { capitals_of: sent }'"},
        Slip{tcp_step("- client: { expect: { capitals: sent } }"),
             "x.yaml:9:29: cases[0].steps[1].client.expect.capitals: unknown key; expected capitals_of, "
             "echo_of, each, all, like, one_of, any_order, http, format, text, words, lines, bytes or file"},
        Slip{tcp_step("- client: expect-anything\n- client: { reply: capitls }"),
             "x.yaml:10:26: cases[0].steps[2].client.reply: expected capitals or same; to send this very "
             "word write "
             "'reply: { "
             "text: ... }'; did you mean 'capitals'?"},
        Slip{tcp_step("- program: connect"),
             "x.yaml:9:18: cases[0].steps[1].program: expected prints-the-reply, prints-listening-ports, "
             "prints-its-addresses, exits, keeps-printing, "
             "prints: ..., exits: ..., is: ..., wrote: ... or typed: "
             "..., not \"connect\""},
        Slip{tcp_step("- program: { exits: 256 }"),
             "x.yaml:9:27: cases[0].steps[1].program.exits: expected a whole number from 0 to 255, failure "
             "or any, "
             "not \"256\""},
        Slip{tcp_step("- program: { is: runing }"),
             "x.yaml:9:24: cases[0].steps[1].program.is: expected running, not \"runing\"; did you mean "
             "'running'?"},
        Slip{udp_step("- client: { send: x, coax: true, pieces: 2 }"),
             "x.yaml:8:28: cases[0].steps[0].client.coax: only a TCP peer coaxes: a datagram has neither a "
             "newline to "
             "wait for nor an end\n"
             "x.yaml:8:40: cases[0].steps[0].client.pieces: only TCP has pieces: a datagram arrives whole or "
             "not at all"},
        Slip{udp_step("- client: { send: { words: 65508 } }"),
             "x.yaml:8:34: cases[0].steps[0].client.send.words: at most 65507 bytes go into one message"},
        Slip{udp_step("- client: { send_each: { count: 0 } }"),
             "x.yaml:8:30: cases[0].steps[0].client.send_each: 'text' is missing\n"
             "x.yaml:8:39: cases[0].steps[0].client.send_each.count: expected a whole number from 1 to 1000, "
             "not \"0\""}));

std::string with_fault(const std::string& fault) {
    return with_steps(kUdpServer,
                      "- client: { send_each: { count: 5, text: \"{n}\" } }\n- client: expect-anything",
                      "faults:\n  - " + fault);
}

INSTANTIATE_TEST_SUITE_P(
    Faults, Slips,
    testing::Values(
        Slip{
            with_fault("dorp: { to: program }"),
            "x.yaml:11:9: cases[0].faults[0].dorp: unknown fault; expected drop, blackhole, duplicate, "
            "replay, "
            "reorder, delay, corrupt, truncate, extend, empty, stranger, rebind or unreachable; did you mean "
            "'drop'?"},
        Slip{with_fault("drop"),
             "x.yaml:11:9: cases[0].faults[0]: expected one fault and what it hits, such as 'drop: { to: "
             "program, n: 2 "
             "}'"},
        Slip{with_fault("drop: { n: 2 }"),
             "x.yaml:11:15: cases[0].faults[0].drop: expected one of to and from, as in 'drop: { to: program "
             "}'"},
        Slip{
            with_fault("drop: { to: client, n: [0, 2, 2], chance: 101%, times: 0, containing: \"\" }"),
            "x.yaml:11:21: cases[0].faults[0].drop.to: expected program, not \"client\"\n"
            "x.yaml:11:33: cases[0].faults[0].drop.n[0]: expected a whole number from 1 to 1000, not \"0\"\n"
            "x.yaml:11:39: cases[0].faults[0].drop.n[2]: \"2\" stands here twice\n"
            "x.yaml:11:51: cases[0].faults[0].drop.chance: expected a chance in percent from 1% to 100%, "
            "such as "
            "\"30%\"\n"
            "x.yaml:11:64: cases[0].faults[0].drop.times: expected a whole number from 1 to 1000, not \"0\"\n"
            "x.yaml:11:79: cases[0].faults[0].drop.containing: expected text, but it is empty; leave it "
            "out"}));

}  // namespace
}  // namespace sockgrade::spec
