// What peers cut out of a stream, patterns, and messages in any order.
#include <gmock/gmock.h>

#include "tests/unit/checks/transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using testing::HasSubstr;
using Until = model::Frame::Until;
using What = model::Expect::What;

model::Expect until(model::Expect expect, Until how) {
    expect.frame.until = how;
    return expect;
}

model::Expect like(const std::string& pattern, const std::string& called = "") {
    model::Expect made;
    made.what = What::one_of;
    made.wanted = {{text(pattern), true, called}};
    return made;
}

model::Expect any_order(const std::vector<std::string>& texts) {
    model::Expect made;
    made.what = What::any_order;
    made.frame.until = Until::line;
    for (const std::string& one : texts) made.wanted.push_back({text(one), false, ""});
    return made;
}

TEST(Frames, WhatIsBehindALineIsTheNextOne) {
    const model::Expect first = until(expect(What::bytes, "= 1\n"), Until::line);
    const model::Expect second = until(expect(What::bytes, "= 2\n"), Until::line);
    Case both = connected_server();
    both.step("client", send("a\nb\n"), {sent("a\nb\n")});
    both.step("client", first, {received("= 1\n= 2\n")}).step("client", second);
    EXPECT_EQ(both.judged().verdict, Verdict::passed) << both.judged().summary;

    Case split = connected_server();
    split.step("client", send("a\nb\n"), {sent("a\nb\n")});
    split.step("client", first, {received("= 1\n="), received(" 2")})
        .step("client", second, {received("\n")});
    EXPECT_EQ(split.judged().verdict, Verdict::passed);

    Case swapped = connected_server();
    swapped.step("client", send("a\nb\n"), {sent("a\nb\n")});
    swapped.step("client", first, {received("= 2\n= 1\n")}).step("client", second);
    EXPECT_EQ(swapped.judged().findings.back().got, "\"= 2\\n\"");
    EXPECT_EQ(swapped.judged().cause, Cause::wrong_content);
}

TEST(Frames, WithoutTheirEndTheyAreNotThere) {
    Case one = connected_server();
    one.step("client", send("a\n"), {sent("a\n")});
    one.step("client", until(expect(What::bytes, "= 1\n"), Until::line), {received("= 1")}, WaitEnd::quiet);
    const Judgement judgement = one.judged();
    EXPECT_EQ(judgement.cause, Cause::missing);
    EXPECT_THAT(words_of(judgement.findings.back()),
                HasSubstr("It has no line end: whoever reads a line waits for that."));

    // Without a frame a line end is forgiven.
    Case forgiven = connected_server();
    forgiven.step("client", send("a\n"), {sent("a\n")})
        .step("client", expect(What::bytes, "= 1\n"), {received("= 1")});
    EXPECT_EQ(forgiven.judged().verdict, Verdict::passed);
}

TEST(Frames, TheEndOfTheConnectionEndsOne) {
    const model::Expect bye = until(expect(What::bytes, "BYE\n"), Until::end);
    Case closes = connected_server();
    closes.step("client", send("QUIT\n"), {sent("QUIT\n")})
        .step("client", bye, {received("BYE\n"), Finished{"client", true}});
    EXPECT_EQ(closes.judged().verdict, Verdict::passed);

    Case stays = connected_server();
    stays.step("client", send("QUIT\n"), {sent("QUIT\n")})
        .step("client", bye, {received("BYE\n")}, WaitEnd::quiet);
    EXPECT_EQ(stays.judged().cause, Cause::hung);
    EXPECT_THAT(words_of(stays.judged().findings.back()),
                HasSubstr("The connection was not closed, which ends it."));

    // It may have closed while the line before was awaited.
    Case early = connected_server();
    early.step("client", send("x\nQUIT\n"), {sent("x\nQUIT\n")});
    early.step("client", until(expect(What::bytes, "ok\n"), Until::line),
               {received("ok\nBYE\n"), Finished{"client", true}});
    early.step("client", bye);
    EXPECT_EQ(early.judged().verdict, Verdict::passed);
}

TEST(Frames, SoManyBytesOrADelimiter) {
    model::Expect five = expect(What::bytes, "abcde");
    five.frame = {Until::bytes, {}, 5};
    model::Expect dot = expect(What::bytes, "x\r\n.\r\n");
    dot.frame = {Until::delimiter, "\r\n.\r\n"};
    Case one = connected_server();
    one.step("client", send("a"), {sent("a")}).step("client", five, {received("abc"), received("dex\r\n")});
    one.step("client", dot, {received(".\r\n")});
    EXPECT_EQ(one.judged().verdict, Verdict::passed) << one.judged().summary;
}

TEST(Frames, ExactForgivesNothing) {
    model::Expect exact = expect(What::bytes, "PONG\r\n");
    exact.message.is_exact = true;
    Case one = connected_server();
    one.step("client", send("PING"), {sent("PING")}).step("client", exact, {received("PONG\n")});
    EXPECT_EQ(one.judged().verdict, Verdict::failed);
}

TEST(Like, FitsAllThatCame) {
    Case one = connected_server();
    one.step("client", send("date"), {sent("date")})
        .step("client", like("\\d{4}-\\d\\d-\\d\\d\n?"), {received("2026-03-12\n")});
    EXPECT_EQ(one.judged().verdict, Verdict::passed);

    Case more = connected_server();
    more.step("client", send("date"), {sent("date")})
        .step("client", like("\\d{4}-\\d\\d-\\d\\d", "a day"), {received("2026-03-12 and more")});
    const Judgement judgement = more.judged();
    EXPECT_EQ(judgement.cause, Cause::wrong_content);
    EXPECT_EQ(judgement.findings.back().requirement, "The program sends a day.");
    EXPECT_THAT(words_of(judgement.findings.back()),
                HasSubstr("It fits up to byte 10: \" and more\" came there."))
        << "the spec says in words what is wanted: nobody has to read a pattern";

    Case other = connected_server();
    other.step("client", send("date"), {sent("date")})
        .step("client", like("\\d{4}-\\d\\d-\\d\\d"), {received("12 March")});
    EXPECT_THAT(words_of(other.judged().findings.back()),
                HasSubstr("It fits up to byte 1: \"2 March\" came there, and the pattern goes on with"));
}

TEST(Like, ALineEndMoreIsForgivenUnlessItIsExact) {
    model::Expect exact = like("ok");
    exact.wanted[0].message.is_exact = true;
    for (const auto& [wanted, verdict] :
         {std::pair{like("ok"), Verdict::passed}, std::pair{exact, Verdict::failed}}) {
        Case one = connected_server();
        one.step("client", send("x"), {sent("x")}).step("client", wanted, {received("ok\r\n")});
        EXPECT_EQ(one.judged().verdict, verdict);
    }
}

TEST(OneOf, TakesEither) {
    model::Expect either;
    either.what = What::one_of;
    either.wanted = {{text("BYE\n"), false, ""}, {text("(?i)good ?bye.*\n"), true, ""}};
    for (const auto& [bytes, verdict] :
         {std::pair{"BYE\n", Verdict::passed}, std::pair{"Goodbye!\n", Verdict::passed},
          std::pair{"CIAO\n", Verdict::failed}}) {
        Case one = connected_server();
        one.step("client", send("QUIT\n"), {sent("QUIT\n")}).step("client", either, {received(bytes)});
        EXPECT_EQ(one.judged().verdict, verdict) << bytes;
    }
}

TEST(AnyOrder, TakesEachOnce) {
    const auto judged = [](const std::string& bytes) {
        Case one = connected_server();
        one.step("client", send("LIST\n"), {sent("LIST\n")})
            .step("client", any_order({"anna\n", "bob\n"}), {received(bytes)}, WaitEnd::quiet);
        return one.judged();
    };
    EXPECT_EQ(judged("anna\nbob\n").verdict, Verdict::passed);
    EXPECT_EQ(judged("bob\nanna\n").verdict, Verdict::passed);
    EXPECT_EQ(judged("bob\n").cause, Cause::missing);
    EXPECT_THAT(words_of(judged("bob\n").findings.back()), HasSubstr("\"anna\\n\" did not come."));
    EXPECT_EQ(judged("bob\nbob\n").cause, Cause::wrong_content);
    EXPECT_EQ(judged("").cause, Cause::no_reply);
}

TEST(AnyOrder, AFrameThatFitsSeveralIsTheOneThatIsLeft) {
    model::Expect wanted = any_order({"x1\n", "x2\n"});
    wanted.wanted.insert(wanted.wanted.begin(), {text("x.\n"), true, ""});
    Case one = connected_server();
    one.step("client", send("LIST\n"), {sent("LIST\n")}).step("client", wanted, {received("x1\nx2\nx3\n")});
    EXPECT_EQ(one.judged().verdict, Verdict::passed);
}

TEST(AnyOrder, OverUdpEachIsADatagram) {
    model::Expect wanted = any_order({"a", "b"});
    wanted.frame.until = Until::rest;
    Case one(Role::server, Transport::udp);
    one.step("client", send("LIST"), {call(Call::bind, Transport::udp, kGiven), opened(), sent("LIST")});
    one.step("client", wanted, {received("b"), received("a")});
    EXPECT_EQ(one.judged().verdict, Verdict::passed) << one.judged().summary;
}

}  // namespace
}  // namespace sockgrade::checks
