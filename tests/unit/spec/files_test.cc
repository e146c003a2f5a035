// Files that the program is given and has to write, echoes, and what has to come in time.
#include <gtest/gtest.h>

#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

const std::string kAsks = "- client: connect\n- client: { send: \"x\" }\n";

TEST(Files, AreReadOfTheSpecAndOfACase) {
    const model::Spec spec =
        load("exercise: e\ntitle: t\nprogram: " + kTcpServer +
             "\nvalues: { page: { words: 40 } }\nfiles: { a.txt: \"{page}\", b.txt: b }\ncases:\n"
             "  - { id: c, title: t, files: { b.txt: { words: 9 }, www/c.txt: c }, steps: [client: connect, "
             "client: { expect: \"{page}\" }, program: { wrote: { d.txt: \"{page}\", e.txt: { like: \"x+\", "
             "called: some x } } }] }\n");
    const std::vector<model::FileGiven>& files = spec.cases[0].files;
    ASSERT_EQ(files.size(), 3U);
    EXPECT_EQ(files[0].content.text, "{page}");
    EXPECT_EQ(files[1].path, "b.txt");
    EXPECT_EQ(files[1].content.form, model::Message::Form::words);
    EXPECT_EQ(files[2].path, "www/c.txt");
    const auto& wrote = std::get<model::Wrote>(spec.cases[0].steps[2].action);
    ASSERT_EQ(wrote.files.size(), 2U);
    EXPECT_TRUE(wrote.files[1].content.is_pattern);
    EXPECT_EQ(wrote.files[1].content.called, "some x");
}

TEST(Files, StayInTheFolder) {
    for (const char* path : {"/etc/passwd", "../up.txt", "a/../../up.txt", "a//b", "./a", "a/", "a/./b", "."})
        expect_problem(with_steps(kTcpServer, kAsks + "- client: expect-anything",
                                  std::string("files: { \"") + path + "\": x }"),
                       "expected a path below the folder that the program is started in");
    expect_problem(with_steps(kTcpServer, kAsks + "- program: { wrote: { \"../up.txt\": x } }"),
                   "expected a path below the folder");
    expect_problem(with_steps(kTcpServer, kAsks + "- program: { wrote: { \"a;b\": x } }"),
                   "a path has letters, digits");
    expect_problem(with_steps(kTcpServer, kAsks + "- program: { wrote: { a: x, a/b: x } }"),
                   "\"a\" is a folder here, too");
    expect_problem(with_steps(kTcpServer, kAsks + "- program: { wrote: {} }"), "expected 1 to 20 paths");
}

TEST(Files, NobodyCanWriteWhatNobodyHasSaid) {
    expect_problem(with_steps(kTcpServer, kAsks + "- program: { wrote: { a: \"{word}\" } }"),
                   "{word} is drawn for this message alone");
    expect_problem(
        with_steps(kTcpServer, kAsks + "- program: { wrote: { a: \"{w}\" } }", "values: { w: { word: 8 } }"),
        "no program can know w");
    expect_problem(with_steps(kTcpServer, kAsks + "- program: { wrote: { a: { like: \"(?P<w>x)\" } } }"),
                   "nothing is captured of files");
}

TEST(Files, BelongToOneProgramAlone) {
    expect_problem(with_steps(kTcpServer, kAsks + "- client: { wrote: { a: x } }"), "expected");
}

TEST(Peer, IsMetOverTcp) {
    expect_problem(with_steps("{ role: peer, transport: udp }", "- program: exits"),
                   "x.yaml:3:35: program.transport: a peer listens and connects, over TCP");
}

TEST(Echo, ComesBackAsItWas) {
    const model::Spec spec = load(with_steps(kTcpServer, kAsks + "- client: { expect: { echo_of: sent } }"));
    const auto& expect = std::get<model::Expect>(spec.cases[0].steps[2].action);
    EXPECT_EQ(expect.what, model::Expect::What::capitals);
    EXPECT_EQ(expect.letters, model::Letters::kept);
    expect_problem(with_steps(kTcpServer, "- client: connect\n- client: { expect: { echo_of: sent } }"),
                   "this peer has sent nothing since it last expected something");
    const model::Spec client =
        load(with_steps(kTcpClient,
                        "- server: accept\n- server: expect-given\n- server: { reply: same }\n"
                        "- program: prints-the-reply"));
    EXPECT_EQ(std::get<model::Reply>(client.cases[0].steps[2].action).letters, model::Letters::kept);
    expect_problem(with_steps(kTcpClient,
                              "- server: accept\n- server: expect-given\n- server: { reply: smae }\n"
                              "- program: prints-the-reply"),
                   "did you mean 'same'?");
    expect_problem(with_steps(kTcpClient,
                              "- server: accept\n- server: expect-given\n- server: { reply: same, "
                              "letters: unicode }\n- program: prints-the-reply"),
                   "letters belongs to 'reply: capitals'");
}

TEST(Time, IsReadInSeconds) {
    const model::Spec spec =
        load(with_steps(kTcpServer, kAsks + "- client: { expect: y, not_before: 0.5, within: 12 }"));
    const auto& expect = std::get<model::Expect>(spec.cases[0].steps[2].action);
    EXPECT_EQ(expect.not_before.count(), 500);
    EXPECT_EQ(expect.within.count(), 12'000);
    expect_problem(with_steps(kTcpServer, kAsks + "- client: { expect: y, within: 600 }"),
                   "expected from 0.1 to 60 seconds");
    expect_problem(with_steps(kTcpServer, kAsks + "- client: { expect: y, within: -1 }"),
                   "expected from 0.1");
    expect_problem(with_steps(kTcpServer, kAsks + "- client: { expect: y, within: soon }"),
                   "expected from 0.1 to 60 seconds, not \"soon\"");
    expect_problem(with_steps(kTcpServer, kAsks + "- client: { expect: y, within: 2, not_before: 3 }"),
                   "this is over before 'not_before' is");
}

TEST(Http, IsReadWithItsParts) {
    const model::Spec spec = load(with_steps(
        kTcpServer,
        kAsks +
            "- client: { expect: { http: { status: 404, headers: { Content-Type: { like: \"text/.*\" } }, "
            "body: gone } } }"));
    const auto& expect = std::get<model::Expect>(spec.cases[0].steps[2].action);
    ASSERT_TRUE(expect.response.has_value());
    EXPECT_EQ(expect.response->status, 404U);
    EXPECT_TRUE(expect.response->headers.at(0).value.is_pattern);
    EXPECT_EQ(expect.response->body->message.text, "gone");
    const auto with = [](const std::string& http) {
        return with_steps(kTcpServer, kAsks + "- client: { expect: { http: " + http + " } }");
    };
    EXPECT_TRUE(
        std::get<model::Expect>(load(with("{ body: none }")).cases[0].steps[2].action).response->is_bodiless);
    expect_problem(with("{ status: 40 }"), "expected a whole number from 100 to 599");
    expect_problem(with("{ headers: { \"a b\": x } }"), "a header's name has letters, digits and dashes");
    expect_problem(with("{ headers: {} }"), "expected 1 to 20 headers");
    expect_problem(with("{ bdoy: x }"), "did you mean 'body'?");
    expect_problem(with("{ body: { like: \"(?P<x>.*)\" } }"), "can't be captured of a part of a response");
    expect_problem(
        with_steps(kUdpServer, "- client: { send: x }\n- client: { expect: { http: { status: 200 } } }"),
        "HTTP is spoken over TCP");
}

}  // namespace
}  // namespace sockgrade::spec
