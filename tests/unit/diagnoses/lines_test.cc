// Servers that are asked line by line, and what they work out.
#include "diagnoses/case_view.hh"
#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

model::Expect a_line(const std::string& wanted = "") {
    model::Expect line = expect(model::Expect::What::bytes);
    line.message.bytes = wanted;
    line.frame.until = model::Frame::Until::line;
    return line;
}

model::Send a_send() {
    model::Send send;
    send.messages.emplace_back();
    return send;
}

TEST(AnswersAPieceOfALine, BeforeTheLineHasItsEnd) {
    const auto answered = [](const std::string& piece) {
        return FailedCase(Role::server, kTcp, Cause::wrong_content)
            .opened("client", 40000)
            .sent("client", piece)
            .received("client", "ERROR what?\n")
            .sent("client", " + 2\n")
            .proof()
            .step("client", a_line());
    };
    EXPECT_THAT(said(answers_a_piece_of_a_line, answered("12")),
                HasSubstr("\"12\" had come, which is not a whole line"));
    EXPECT_EQ(said(answers_a_piece_of_a_line, answered("12\n")), "");
}

// `awaited`: how many lines the client takes before it says more.
FailedCase three_lines(const std::string& answers, int awaited, Cause cause = Cause::no_reply) {
    FailedCase one(Role::server, kTcp, cause);
    one.step("client", a_send());
    one.opened("client", 40000).sent("client", "1 + 1\n2 + 2\n3 + 3\n");
    if (!answers.empty()) one.received("client", answers);
    one.proof();
    one.findings[0].step = 1;
    for (int i = 0; i < awaited; ++i) one.step("client", a_line(), WaitEnd::quiet);
    return one;
}

TEST(AnswersLinesTogetherOnce, FewerAnswersThanLines) {
    EXPECT_THAT(said(answers_lines_together_once, three_lines("= 2\n", 3)),
                HasSubstr("3 lines had come at once, and your program answered with 1 line."));
    EXPECT_EQ(said(answers_lines_together_once, three_lines("= 2\n= 4\n= 6\n", 3)), "");
    EXPECT_EQ(said(answers_lines_together_once, three_lines("", 3)), "");
}

// A list in the protocol of Redis is one request of many lines.
TEST(AnswersLinesTogetherOnce, NotWhereOneAnswerIsAwaited) {
    EXPECT_EQ(said(answers_lines_together_once, three_lines("-ERR\n-ERR\n", 1)), "");
}

// The first answer is wrong, and nobody has waited for the next.
TEST(AnswersLinesTogetherOnce, NotWhereAnAnswerIsWrong) {
    EXPECT_EQ(said(answers_lines_together_once, three_lines("-ERR\n", 3, Cause::wrong_content)), "");
}

FailedCase two_in_pieces(const std::string& piece, const std::string& got) {
    FailedCase one(Role::server, kTcp, Cause::wrong_content);
    one.opened("anna", 40000).opened("bob", 40001).sent("anna", "1 + ").sent("bob", piece);
    one.sent("anna", "2\n").received("anna", got).proof();
    one.findings[0].step = 0;
    return one.step("anna", a_line("= 3\n"));
}

TEST(MixesUpLines, OfTwoClients) {
    EXPECT_THAT(said(mixes_up_lines, two_in_pieces("7 -", "ERROR\n")),
                HasSubstr("\"7 -\" was all that had come of the line of the peer 'bob'"));
    EXPECT_EQ(said(mixes_up_lines, two_in_pieces("7 - 1\n", "ERROR\n")), "")
        << "nobody is in the middle of one";
}

TEST(MixesUpLines, NotWhereItAnswersPieces) {
    FailedCase one(Role::server, kTcp, Cause::wrong_content);
    one.opened("anna", 40000).opened("bob", 40001).sent("bob", "7 -").sent("anna", "1 + ");
    one.received("anna", "ERROR\n").sent("anna", "2\n").received("anna", "ERROR\n").proof();
    one.findings[0].step = 0;
    EXPECT_EQ(said(mixes_up_lines, one.step("anna", a_line("= 3\n"))), "");
}

// A server was asked, and answered something else.
FailedCase answered(const std::string& asked, const std::string& wanted, const std::string& got,
                    Cause cause = Cause::wrong_content) {
    FailedCase one(Role::server, kTcp, cause);
    one.opened("client", 40000).sent("client", asked).proof().received("client", got).proof();
    one.findings[0].step = 0;
    return one.step("client", a_line(wanted));
}

TEST(Miscalculates, InOneOfTheUsualWays) {
    const auto says = [](const std::string& asked, const std::string& wanted, const std::string& got) {
        return said(miscalculates, answered(asked, wanted, got));
    };
    EXPECT_THAT(says("12 + 3\n", "= 15\n", "= 123\n"), HasSubstr("12 with 3 behind it"));
    EXPECT_THAT(says("7 / 2\n", "= 3\n", "= 3.5\n"), HasSubstr("whole number here: 3"));
    EXPECT_THAT(says("-7 / 2\n", "= -3\n", "= -4\n"), HasSubstr("rounded down"));
    EXPECT_EQ(says("7 / 2\n", "= 3\n", "= 4\n"), "");
    EXPECT_EQ(says("12 + 3\n", "= 15\n", "= 16\n"), "");
    EXPECT_EQ(says("12 + 3\n", "= 15\n", "ERROR 123\n"), "");
}

FailedCase value_came(const std::string& value, const std::string& length, const std::string& got) {
    FailedCase one(Role::server, kTcp, Cause::wrong_content);
    one.opened("client", 40000).sent("client", "SET city " + value + "\n").received("client", "+OK\r\n");
    one.sent("client", "GET city\n").proof().received("client", got).proof();
    one.findings[0].step = 0;
    return one.step("client", a_line(length));
}

TEST(SaysAnotherLength, LettersOrTheLineEnd) {
    EXPECT_THAT(said(says_another_length, value_came("K\xc3\xb6ln", "$5\r\n", "$4\r\n")),
                HasSubstr("4 letters"));
    EXPECT_THAT(said(says_another_length, value_came("Bonn", "$4\r\n", "$6\r\n")),
                HasSubstr("does not count"));
    EXPECT_THAT(said(says_another_length, value_came("Bonn", "$4\r\n", "Bonn\r\n")),
                HasSubstr("the value alone"));
    EXPECT_EQ(said(says_another_length, value_came("Bonn", "$4\r\n", "$-1\r\n")), "");
    EXPECT_EQ(said(says_another_length, value_came("Bonn", "$4\r\n", "$3\r\n")), "");
}

TEST(PromisesMoreThanItSends, WhereItToldHowMany) {
    const auto says = [](const std::string& late, Cause cause) {
        FailedCase one(Role::server, kTcp, cause);
        one.opened("client", 40000).sent("client", "GET\n").received("client", "SIZE 49\n");
        one.received("client", "apple").proof();
        one.findings[0].step = 0;
        model::Expect bytes;
        bytes.what = model::Expect::What::one_of;
        bytes.frame.until = model::Frame::Until::bytes;
        bytes.until.emplace().late = late;
        bytes.until->bytes = "49";
        return said(promises_more_than_it_sends, one.step("client", bytes));
    };
    EXPECT_THAT(says("{size}", Cause::missing), HasSubstr("told that 49 bytes come"));
    EXPECT_EQ(says("", Cause::missing), "") << "the spec knows the number, and the program did not tell it";
    EXPECT_EQ(says("{size}", Cause::wrong_content), "");
}

TEST(ForgetsWhatAnotherClientSet, NotWhatTheSameDid) {
    const auto asked_by = [](const std::string& who) {
        FailedCase one(Role::server, kTcp, Cause::wrong_content);
        one.opened("first", 40000).sent("first", "SET city Bonn\n").received("first", "+OK\r\n");
        one.opened(who, 40001).sent(who, "GET city\n").proof().received(who, "$-1\r\n").proof();
        one.findings[0].step = 0;
        return one.step(who, a_line("$4\r\n"));
    };
    EXPECT_THAT(said(forgets_what_another_client_set, asked_by("client")),
                HasSubstr("The peer 'first' had set \"city\""));
    EXPECT_EQ(said(forgets_what_another_client_set, asked_by("first")), "");
}

TEST(TellsTheSameTime, SecondsLater) {
    const auto told = [](const std::string& later, std::int64_t seconds) {
        FailedCase one(Role::server, kUdp, Cause::wrong_content);
        one.sent("early", "time?").received("early", "2026-03-12 09:41:07\n");
        one.sent("late", "time?").received("late", later).proof();
        one.transcript.events.back().at_us = seconds * 1'000'000;
        one.findings[0].step = 0;
        return one.step("late", expect(model::Expect::What::one_of));
    };
    EXPECT_THAT(said(tells_the_same_time, told("2026-03-12 09:41:07\n", 10)), HasSubstr("10 seconds later"));
    EXPECT_EQ(said(tells_the_same_time, told("2026-03-12 09:41:17\n", 10)), "");
    EXPECT_EQ(said(tells_the_same_time, told("2026-03-12 09:41:07\n", 0)), "");
}

TEST(EndsLinesOtherwise, NotAtAllOrInAnotherWay) {
    EXPECT_THAT(said(ends_lines_otherwise, answered("1 + 2\n", "= 3\n", "= 3", Cause::missing)),
                HasSubstr("and no line end"));
    EXPECT_THAT(said(ends_lines_otherwise, answered("GET x\n", "$-1\r\n", "$-1\n")), HasSubstr("\\n alone"));
    EXPECT_EQ(said(ends_lines_otherwise, answered("1 + 2\n", "= 3\n", "= 4\n")), "");
    EXPECT_EQ(said(ends_lines_otherwise, answered("1 + 2\n", "= 3\n", "= 4", Cause::missing)), "");
}

FailedCase page_came(const std::string& file, const std::string& body) {
    FailedCase one(Role::server, kTcp, Cause::wrong_content);
    model::Expect page = expect(model::Expect::What::http);
    page.response.emplace();
    page.response->body.emplace();
    page.response->body->message.bytes = file;
    one.opened("browser", 40000).sent("browser", "GET /a.png HTTP/1.0\r\n\r\n");
    one.received("browser", "HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\n" + body).proof();
    return one.step("browser", page);
}

// The length is right where it is that of the page: what is missing was not sent.
TEST(BreaksHttp, TellsAPartOfThePageFromAWrongLength) {
    EXPECT_THAT(said(breaks_http, page_came("page", "pa")),
                HasSubstr("promises 4 bytes, which is right, and only 2"));
    EXPECT_THAT(said(breaks_http, page_came("page", "xy")), HasSubstr("shorter than its Content-Length"));
    EXPECT_THAT(said(breaks_http, page_came("pages", "pag")), HasSubstr("shorter than its Content-Length"));
}

TEST(SendsAFileAsText, AsSomebodyWhoReadsIt) {
    const std::string file = "\x89PNG\r\n\x1a\xff";
    EXPECT_THAT(said(sends_a_file_as_text, page_came(file, "\xef\xbf\xbdPNG\r\n\x1a\xef\xbf\xbd")),
                HasSubstr("were replaced"));
    EXPECT_THAT(said(sends_a_file_as_text, page_came(file, "\xc2\x89PNG\r\n\x1a\xc3\xbf")),
                HasSubstr("became two"));
    EXPECT_THAT(said(sends_a_file_as_text, page_came(file, "PNG\r\n\x1a")), HasSubstr("left out"));
    EXPECT_THAT(said(sends_a_file_as_text, page_came(file, "\x89PNG\n\x1a\xff")), HasSubstr("became \\n"));
    EXPECT_EQ(said(sends_a_file_as_text, page_came(file, "\x89PNG")), "");
    EXPECT_EQ(said(sends_a_file_as_text, page_came(file, file)), "");
}

TEST(DropsBytesBeyond127, InPlaceOfACut) {
    const auto echoed = [](const std::string& question, const std::string& answer) {
        FailedCase one(Role::server, kTcp, Cause::missing);
        model::Expect echo = expect(model::Expect::What::capitals);
        echo.letters = model::Letters::kept;
        one.opened("client", 40000).sent("client", question).proof().received("client", answer).proof();
        return one.step("client", echo);
    };
    const std::string bytes = "abcdefghij\x80\x81\xfe\xff";
    EXPECT_THAT(said(drops_bytes_beyond_127, echoed(bytes, "abcdefghij")), HasSubstr("4 of 14"));
    EXPECT_EQ(said(drops_bytes_beyond_127, echoed(bytes, "abcdefgh")), "");
    EXPECT_EQ(said(drops_bytes_beyond_127, echoed("abcdefghijkl", "abcdefghij")), "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
