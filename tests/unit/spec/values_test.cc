// Names: values, what is captured, and what texts make of them.
#include <gtest/gtest.h>

#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

// The steps stand from line 8 on, the values in line 9 and further if there is one step.
std::string with_values(const std::string& values, const std::string& steps,
                        const std::string& program = kTcpServer) {
    return with_steps(program, steps, "values: " + values);
}

const std::string kValues =
    "{ a: { number: [2, 999] }, b: { number: [-5, 5] }, sum: \"= a + b\", nick: { word: 8 } }";

TEST(Values, AreRead) {
    const model::Spec spec =
        load(with_values("{ a: { number: [-2, 999] }, w: { words: 40 }, blob: { bytes: 9 }, c: { one_of: [x, "
                         "y] }, s: \"= a + 1\", t: \"is {c}\" }",
                         "- client: connect\n- client: { send: \"{a} {w} {blob} {s} {t}\\n\" }\n- client: { "
                         "expect: \"{a}\\n\" }"));
    const std::vector<model::ValueRule>& values = spec.cases[0].values;
    using Kind = model::ValueRule::Kind;
    ASSERT_EQ(values.size(), 6U);
    EXPECT_EQ(values[0].kind, Kind::number);
    EXPECT_EQ(values[0].least, -2);
    EXPECT_EQ(values[0].most, 999);
    EXPECT_EQ(values[1].kind, Kind::words);
    EXPECT_EQ(values[1].size, 40U);
    EXPECT_EQ(values[2].kind, Kind::bytes);
    EXPECT_EQ(values[3].choices, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(values[4].kind, Kind::computed);
    EXPECT_EQ(values[4].text, " a + 1");
    EXPECT_EQ(values[5].kind, Kind::text);
}

TEST(Values, OfTheSpecAreThoseOfEachCase) {
    const model::Spec spec = load("exercise: e\ntitle: t\nprogram: " + kTcpServer +
                                  "\nvalues: { a: { number: [1, 9] } }\ncases:\n"
                                  "  - { id: c, title: t, values: { b: \"= a * 2\" }, steps: [client: "
                                  "connect, client: { send: \"{a}\" }, client: { expect: \"{b}\" }] }\n"
                                  "  - { id: d, title: t, steps: [client: connect, client: { send: \"{a}\" "
                                  "}, client: { expect: \"{a}\" }] }\n");
    EXPECT_EQ(spec.cases[0].values.size(), 2U);
    EXPECT_EQ(spec.cases[1].values.size(), 1U);
}

TEST(Values, MistakesHaveTheirPlaceAndTheNearestName) {
    const std::string steps =
        "- client: connect\n- client: { send: \"{summ}\\n\" }\n- client: expect-anything";
    expect_problem(with_values(kValues, steps),
                   "x.yaml:9:25: cases[0].steps[1].client.send: {summ} stands for nothing here");
    expect_problem(with_values(kValues, steps), "did you mean '{sum}'?");
    const auto sends = [](const std::string& text) {
        return "- client: connect\n- client: { send: \"" + text + "\" }\n- client: expect-anything";
    };
    expect_problem(with_values(kValues, sends("{= summ + 1}")), "summ stands for nothing here; expected");
    expect_problem(with_values(kValues, sends("{= summ + 1}")), "did you mean 'sum'?");
    expect_problem(with_values(kValues, sends("{= uper(nick)}")), "there is no function 'uper'");
    expect_problem(with_values(kValues, sends("{= a +}")),
                   "expected a number, a text, a name or a bracket, not the end");
    expect_problem(with_values(kValues, sends("{= a")),
                   "an expression that begins with {= has no } at its end");
    expect_problem(with_values(kValues, sends("{= len(word)}")), "{word} is another one each time");
    expect_problem(with_values(kValues, sends("{cleint.port}")), "{cleint.port} stands for nothing here");
    expect_problem(with_values("{ s: \"= a + 1\", a: { number: [1, 2] } }", sends("x")),
                   "a stands for nothing here");
    expect_problem(with_values("{ a: { number: [3, 2] } }", sends("x")), "expected the smaller number first");
    expect_problem(with_values("{ a: { number: [3] } }", sends("x")), "expected at least 2 numbers");
    expect_problem(with_values("{ a: { nummer: [3, 4] } }", sends("x")), "did you mean 'number'?");
    expect_problem(with_values("{ word: { number: [3, 4] } }", sends("x")),
                   "a value's name has lower-case letters");
    expect_problem(with_values("{ a: { word: 8 }, a: { word: 9 } }", sends("x")),
                   "'a' stands for something already");
    expect_problem(with_values("{ a: \"{word}\" }", sends("x")), "{word} is another one each time");
}

TEST(Values, WhatNobodyHasToldTheProgramItCannotKnow) {
    const auto expects = [](const std::string& sent, const std::string& awaited) {
        return with_values(kValues, "- client: connect\n- client: { send: \"" + sent +
                                        "\\n\" }\n- client: { expect: \"" + awaited + "\\n\" }");
    };
    EXPECT_EQ(problems_of(expects("{a} {b}", "{sum} {= a * b}")), "");
    EXPECT_EQ(problems_of(expects("{sum}", "{a}")), "");
    expect_problem(expects("{a}", "{nick}"), "no program can know nick: it is drawn by chance");
    expect_problem(expects("{a}", "{sum}"), "no program can know sum: b is drawn by chance");
    expect_problem(expects("{a}", "{= upper(nick)}"), "no program can know nick");
}

TEST(Values, TheMessageThatTheProgramWasGivenIsAName) {
    const auto client = [](const std::string& message, const std::string& awaited) {
        return with_values(
            "{ nick: { word: 6 } }", "- server: accept\n- server: { expect: \"" + awaited + "\" }",
            "{ role: client, transport: tcp, arguments: [\"{port}\", \"{message}\"]" + message + " }");
    };
    const model::Spec spec = load(client(", message: \"{word}\"", "hello {message}{= len(message)}"));
    EXPECT_TRUE(spec.cases[0].names_message);
    EXPECT_FALSE(load(client(", message: \"{word}\"", "hello")).cases[0].names_message);
    expect_problem(client("", "hello {message}"), "{message} stands for nothing here");
    // Of the case, not of the spec: the program can know it all the same when its message has it.
    expect_problem(client(", message: \"{word}\"", "hello {nick}"), "no program can know nick");
}

TEST(Values, AMessageMayBeMadeOfThem) {
    const auto client = [](const std::string& message) {
        return "exercise: e\ntitle: t\nprogram: { role: client, transport: tcp, arguments: [\"{message}\"], "
               "message: \"" +
               message +
               "\" }\nvalues: { nick: { word: 6 } }\ncases:\n  - { id: c, title: t, steps: [server: accept, "
               "server: { expect: \"{nick}\" }] }\n";
    };
    EXPECT_EQ(problems_of(client("I am {nick}")), "");
    expect_problem(client("I am {nik}"), "did you mean '{nick}'?");
    expect_problem(client("I am nobody"), "no program can know nick");
}

TEST(Values, AnActorsPlaceIsAName) {
    EXPECT_EQ(problems_of(with_steps(kTcpServer,
                                     "- client: connect\n- client: { send: hello }\n- client: { expect: "
                                     "\"{client.host}:{client.port}\\n\" }")),
              "");
    expect_problem(
        with_steps(
            kTcpServer,
            "- client: connect\n- client: { send: hello }\n- client: { expect: \"{client.prot}\\n\" }"),
        "did you mean '{client.port}'?");
}

const std::string kCaptures =
    "- client: connect\n- client: { send: \"PASV\\n\" }\n"
    "- client: { expect: { like: \"227 (?P<hi>[0-9]+),(?P<lo>[0-9]+)\\n\", called: a port }, until: line }\n";

TEST(Like, CapturesWhatStepsBehindItKnow) {
    EXPECT_EQ(
        problems_of(with_steps(
            kTcpServer,
            kCaptures +
                "- client: { send: \"{= hi * 256 + lo} {hi}\\n\" }\n- client: { expect: \"{lo}\\n\" }")),
        "");
    expect_problem(with_steps(kTcpServer, "- client: connect\n- client: { send: \"{hi}\\n\" }\n" +
                                              kCaptures.substr(kCaptures.find("- client: { expect"))),
                   "hi is captured only in line 10: nobody knows yet what it stands for");
    expect_problem(with_steps(kTcpServer, kCaptures + kCaptures.substr(kCaptures.find("- client: { send"))),
                   "'hi' stands for something already: it is captured before");
}

TEST(Like, IsAPatternWithNamesInIt) {
    const auto like = [](const std::string& pattern) {
        return with_values(
            kValues,
            "- client: connect\n- client: { send: \"{a} {b} {nick}\" }\n- client: { expect: { like: '" +
                pattern + "' } }");
    };
    EXPECT_EQ(problems_of(like("{nick}: ({sum}|{= a}).{2,3}")), "");
    expect_problem(like("a("), "this is no regular expression (RE2)");
    expect_problem(like("{nik}"), "did you mean '{nick}'?");
    expect_problem(like("(?P<UP>x)"), "what is captured as 'UP' needs a name of lower-case letters");
    expect_problem(like("(?P<a>x)"), "'a' stands for something already");
}

TEST(Until, HasNames) {
    const auto ends = [](const std::string& until) {
        return kCaptures + "- client: { expect: { like: \"(?s).*\" }, until: '" + until + "' }\n";
    };
    const auto read = [&](const std::string& until) {
        return std::get<model::Expect>(load(with_steps(kTcpServer, ends(until))).cases[0].steps.at(3).action);
    };
    using Until = model::Frame::Until;
    EXPECT_EQ(read("{lo} bytes").frame.until, Until::bytes);
    EXPECT_EQ(read("{lo} bytes").until->text, "{lo}");
    EXPECT_EQ(read("{= hi * 256 + lo} bytes").until->text, "{= hi * 256 + lo}");
    EXPECT_EQ(read("END {hi}").frame.until, Until::delimiter);
    EXPECT_EQ(read("END {hi}").until->text, "END {hi}");
    EXPECT_FALSE(read("5 bytes").until);
    expect_problem(with_steps(kTcpServer, ends("{low} bytes")), "did you mean '{lo}'?");
    expect_problem(with_steps(kTcpServer, ends("{= lo bytes")), "until");
}

TEST(Expect, TakesOneOfSeveralAndAllInAnyOrder) {
    const model::Spec spec = load(with_steps(
        kTcpServer,
        "- client: connect\n- client: { send: x }\n"
        "- client: { expect: { one_of: [\"a\\n\", { like: \"b+\\n\", called: some bs }] }, until: line }\n"
        "- client: { expect: { any_order: [\"a\\n\", { bytes: \"62 0a\" }] } }\n"
        "- client: { expect: abc, until: 3 bytes, exact: true }\n"
        "- client: { expect: { like: \"(?s).*\" }, until: end }\n"
        "- client: { expect: x, until: \"\\r\\n\" }"));
    const auto expect = [&](std::size_t i) {
        return std::get<model::Expect>(spec.cases[0].steps.at(i).action);
    };
    using What = model::Expect::What;
    using Until = model::Frame::Until;
    EXPECT_EQ(expect(2).what, What::one_of);
    EXPECT_EQ(expect(2).frame.until, Until::line);
    EXPECT_EQ(expect(2).wanted.at(1).called, "some bs");
    EXPECT_TRUE(expect(2).wanted.at(1).is_pattern);
    EXPECT_EQ(expect(3).what, What::any_order);
    EXPECT_EQ(expect(3).frame.until, Until::line);
    EXPECT_EQ(expect(4).what, What::bytes);
    EXPECT_EQ(expect(4).frame.bytes, 3U);
    EXPECT_TRUE(expect(4).message.is_exact);
    EXPECT_EQ(expect(5).frame.until, Until::end);
    EXPECT_EQ(expect(6).frame.delimiter, "\r\n");
}

TEST(Expect, SaysWhatCannotBe) {
    const auto tcp = [](const std::string& expect) {
        return with_steps(kTcpServer,
                          "- client: connect\n- client: { send: x }\n- client: { expect: " + expect + " }");
    };
    expect_problem(tcp("x, until: lin"), "did you mean 'line'?");
    expect_problem(tcp("{ capitals_of: sent }, until: line"), "until belongs to a message");
    expect_problem(tcp("{ capitals_of: sent }, exact: true"), "exact belongs to a message");
    expect_problem(tcp("x, until: 0 bytes"), "expected from 1 to");
    expect_problem(tcp("{ one_of: [\"a\", { like: \"(?P<x>b)\" }] }"),
                   "each of these has to capture the same names");
    expect_problem(tcp("{ any_order: [\"a\", { like: \"(?P<x>b)\" }] }"),
                   "what comes in any order captures nothing");
    expect_problem(tcp("{ one_of: [a] }"), "expected at least 2 messages");
    expect_problem(with_steps(kUdpServer, "- client: { send: x }\n- client: { expect: x, until: line }"),
                   "a datagram arrives whole");
}

TEST(Repeat, IsReadOnceAndPlayedOften) {
    const model::Spec spec =
        load(with_values(kValues,
                         "- client: connect\n- repeat: { times: 3, steps: [client: { send: \"{a} {n}\\n\" }, "
                         "client: { expect: \"{= a + n} {i}\\n\" }] }"));
    ASSERT_EQ(spec.cases[0].steps.size(), 7U);
    EXPECT_EQ(spec.cases[0].steps[0].time, 0U);
    EXPECT_EQ(spec.cases[0].steps[2].time, 1U);
    EXPECT_EQ(spec.cases[0].steps[5].time, 3U);
    expect_problem(
        with_steps(kTcpServer, "- client: connect\n- client: { send: \"{n}\" }\n- client: expect-anything"),
        "{n} stands for nothing here");
    expect_problem(with_steps(kTcpServer, "- repeat: { times: 2, steps: [client: connect, client: conect] }"),
                   "did you mean 'connect'?");
    expect_problem(with_steps(kTcpServer, "- repeat: { times: 2 }"), "'steps' is missing");
    expect_problem(
        with_steps(kTcpServer,
                   "- repeat: { times: 2, steps: [repeat: { times: 2, steps: [program: exits] }] }"),
        "a repeat stands in no other one");
}

std::string with_begin(const std::string& begin, const std::string& steps) {
    return "exercise: e\ntitle: t\nprogram: " + kTcpServer + "\nbegin: " + begin +
           "\ncases: [{ id: c, title: t, steps: " + steps + " }]\n";
}

TEST(Begin, StandsWhereItIsDone) {
    const std::string begin = "{ login: [client: connect, client: { send: hello }] }";
    const model::Spec spec = load(with_begin(begin, "[do: login, client: expect-anything]"));
    EXPECT_EQ(spec.cases[0].steps.size(), 3U);
    EXPECT_EQ(spec.cases[0].steps[0].actor, "client");
    expect_problem(with_begin(begin, "[do: logn, client: expect-anything]"), "did you mean 'login'?");
    expect_problem(with_begin("{ a: [do: a] }", "[do: a, program: exits]"),
                   "steps stand in steps at most 5 deep");
    expect_problem(with_begin("{ login: [client: conect] }", "[do: login, program: exits]"),
                   "begin.login[0].client");
    expect_problem(with_steps(kTcpServer, "- do: login\n- program: exits"), "the spec has no `begin`");
}

}  // namespace
}  // namespace sockgrade::spec
