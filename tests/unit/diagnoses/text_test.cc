// Diagnoses of what a program made of a text on the network.
#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

using namespace std::string_literals;

TEST(SendsBackUnchanged, AnEcho) {
    EXPECT_THAT(said(sends_back_unchanged, replied("hello", "hello\n", Cause::wrong_case)),
                HasSubstr("\"hello\""));
    EXPECT_EQ(said(sends_back_unchanged, replied("hello", "hellO", Cause::wrong_case)), "");
    EXPECT_EQ(said(sends_back_unchanged, replied("hello", "", Cause::no_reply)), "");
}

TEST(LeavesTheLastLetter, AllButOne) {
    EXPECT_THAT(said(leaves_the_last_letter, replied("hello", "HELLo", Cause::wrong_case)),
                HasSubstr("\"o\" should be \"O\""));
    EXPECT_EQ(said(leaves_the_last_letter, replied("hello", "HELlo", Cause::wrong_case)), "");
}

TEST(LosesTheLastLetter, OnTheWireAndInTheOutput) {
    EXPECT_THAT(said(loses_the_last_letter, replied("hello\n", "HELL", Cause::missing)),
                HasSubstr("missing: \"O\""));
    EXPECT_THAT(said(loses_the_last_letter, delivered("greetings to bob", "greetings to bo", Cause::missing)),
                HasSubstr("missing: \"b\""));
    EXPECT_THAT(said(loses_the_last_letter, shown("good morning", "got: good mornin\n")),
                HasSubstr("missing: \"g\""));
    EXPECT_EQ(said(loses_the_last_letter, replied("hello", "HEL", Cause::missing)), "");
    EXPECT_EQ(said(loses_the_last_letter, shown("good morning", "good morni\n")), "");
    // Where another text lacks more than that, it is a buffer.
    FailedCase cut(Role::receiver, Transport::udp, Cause::missing);
    cut.sent("sender", "line 1 of ann").proof().sent("sender", "line 2 of robert");
    cut.prints("line 1 of an\nline 2 of ro\n").step(model::kProgram, model::Prints{});
    EXPECT_EQ(said(loses_the_last_letter, cut), "");
}

TEST(LosesTheLastLetter, OrTheBufferIsOneTooSmall) {
    const std::string sent(1025, 'a');
    const std::string got(1024, 'A');
    EXPECT_EQ(said(loses_the_last_letter, replied(sent, got, Cause::missing)), "");
    EXPECT_THAT(said(cuts_text_at, replied(sent, got, Cause::missing)),
                HasSubstr("the first 1024 bytes of 1025"));
}

TEST(Subtracts32, ShowsTheBytes) {
    EXPECT_THAT(said(subtracts_32_from_everything, replied("a, b", "A\x0c\0B"s, Cause::wrong_content)),
                HasSubstr(R"("," became "\x0c" and " " became "\0")"));
    EXPECT_THAT(said(subtracts_32_from_everything, replied("From a", "&ROM A", Cause::wrong_content)),
                HasSubstr(R"("F" became "&")"));
    EXPECT_EQ(said(subtracts_32_from_everything, replied("a, b", "A; B", Cause::wrong_content)), "");
    EXPECT_EQ(said(subtracts_32_from_everything, replied("a, b", "A, B", Cause::wrong_order)), "");
}

TEST(CapitalizesFirstLettersOnly, OfTheTextOrEachWord) {
    EXPECT_THAT(
        said(capitalizes_first_letters_only, replied("hello, world", "Hello, world", Cause::wrong_case)),
        HasSubstr("letter of the text"));
    EXPECT_THAT(
        said(capitalizes_first_letters_only, replied("hello, world", "Hello, World", Cause::wrong_case)),
        HasSubstr("letter of each word"));
    EXPECT_EQ(
        said(capitalizes_first_letters_only, replied("hello, world", "HEllo, world", Cause::wrong_case)), "");
    EXPECT_EQ(
        said(capitalizes_first_letters_only, replied("hello, world", "hello, world", Cause::wrong_case)), "");
}

TEST(SwapsTheCase, BothWays) {
    EXPECT_THAT(said(swaps_the_case, replied("From a", "fROM A", Cause::wrong_case)), HasSubstr("fROM A"));
    EXPECT_EQ(said(swaps_the_case, replied("From a", "from a", Cause::wrong_case)), "");
}

TEST(LosesLettersBeyondAscii, AllElseIsRight) {
    EXPECT_THAT(said(loses_letters_beyond_ascii,
                     delivered("gr\xc3\xbc\xc3\x9f bob", "gr\xfc\xdf bob", Cause::wrong_content)),
                HasSubstr("UTF-8"));
    EXPECT_THAT(said(loses_letters_beyond_ascii, replied("gr\xc3\xbc", "GR?", Cause::wrong_content)),
                HasSubstr("UTF-8"));
    EXPECT_EQ(said(loses_letters_beyond_ascii, replied("gr\xc3\xbc bob", "GR?", Cause::wrong_content)), "");
    EXPECT_EQ(said(loses_letters_beyond_ascii, replied("gru", "GR?", Cause::wrong_content)), "");
    EXPECT_EQ(said(subtracts_32_from_everything, replied("\xe2", "\xc2", Cause::wrong_content)), "");
}

TEST(LosesLettersBeyondAscii, InTheOutput) {
    const std::string text =
        "gr\xc3\xbc\xc3\x9f"
        "e von bob\n";
    const auto printed = [&](const std::string& output) {
        return said(loses_letters_beyond_ascii, shown(text, output));
    };
    EXPECT_THAT(printed("gre von bob\n"), HasSubstr("printed \"gre von bob\" for"));
    EXPECT_THAT(printed("got: gr??e von bob\n"), HasSubstr("A letter beyond a to z is several bytes"));
    EXPECT_THAT(printed("gr\xc3\x83\xc2\xbc\xc3\x83\xc2\x9f"
                        "e von bob\n"),
                HasSubstr("for \"gr"));
    EXPECT_THAT(said(loses_letters_beyond_ascii, shown(text, "groops, great, gr?e von bob\n", Cause::hung)),
                HasSubstr("\"gr?e von bob\""));
    EXPECT_EQ(printed(text), "");
    EXPECT_EQ(printed("gr\ne von bob\n"), "");
    EXPECT_EQ(printed("b'gr\\xc3\\xbc\\xc3\\x9fe von bob'\n"), "");
    EXPECT_EQ(printed("gre von ann\n"), "");
    EXPECT_EQ(said(loses_letters_beyond_ascii, shown("gruesse von bob", "gre von bob\n")), "");
}

TEST(WritesOtherCapitals, InTheOutput) {
    EXPECT_THAT(said(writes_other_capitals, shown("Good morning", "got good morning\n", Cause::wrong_case)),
                HasSubstr("printed \"good morning\" for \"Good morning\""));
    EXPECT_EQ(said(writes_other_capitals, shown("Good morning", "bye\n", Cause::wrong_case)), "");
}

TEST(SendsPrintedFormOfBytes, WithItsQuotes) {
    EXPECT_THAT(said(sends_printed_form_of_bytes, replied("hello", "b'HELLO'", Cause::extra)),
                HasSubstr("a b and two quotes"));
    EXPECT_THAT(said(sends_printed_form_of_bytes, replied("hello\n", "B'HELLO\\N'", Cause::extra)),
                HasSubstr("a b and two quotes"));
    EXPECT_THAT(said(sends_printed_form_of_bytes, delivered("it's me", "b\"it's me\"", Cause::extra)),
                HasSubstr("a b and two quotes"));
    EXPECT_EQ(said(sends_printed_form_of_bytes, replied("hello", "'HELLO'", Cause::extra)), "");
    EXPECT_THAT(said(sends_printed_form_of_bytes, delivered("hi you", "['hi you']", Cause::extra)),
                HasSubstr("brackets and quotes"));
    EXPECT_EQ(said(sends_printed_form_of_bytes, replied("hello", "b'BYE'", Cause::wrong_content)), "");
}

TEST(NamesAFunction, InsteadOfCallingIt) {
    EXPECT_THAT(said(names_a_function_without_calling_it,
                     replied("hello", "function toUpperCase() { [native code] }", Cause::wrong_content)),
                HasSubstr("description of a function"));
    EXPECT_EQ(said(names_a_function_without_calling_it, replied("hello", "function", Cause::wrong_content)),
              "");
}

TEST(SendsALengthFirst, TheLengthMustBeRight) {
    EXPECT_THAT(said(sends_a_length_first, delivered("hello bob", "\0\x09hello bob"s, Cause::extra)),
                HasSubstr("They are its length, 9"));
    EXPECT_EQ(said(sends_a_length_first, delivered("hello bob", "\0\x0ahello bob"s, Cause::extra)), "");
}

TEST(SendsItTwice, ToBeSure) {
    const auto sends = [](const std::string& second) {
        FailedCase one(Role::sender, Transport::udp, Cause::extra);
        one.received("receiver", "hello\n").proof().received("receiver", second).proof();
        return one.step("receiver", expect(model::Expect::What::once), WaitEnd::quiet);
    };
    EXPECT_THAT(said(sends_it_twice, sends("hello\n")), HasSubstr("sent \"hello\" more than once"));
}

TEST(SendsOwnPrompt, WhatWasPrintedBefore) {
    const auto asked = [](const std::string& prompt, const std::string& got) {
        FailedCase one(Role::client, Transport::tcp, Cause::wrong_content);
        one.transcript.plan.given.message = "please shout";
        return one.prints(prompt)
            .add(event::Typed{"please shout\n"})
            .received("server", got)
            .proof()
            .step("server", expect(model::Expect::What::given));
    };
    EXPECT_THAT(said(sends_own_prompt, asked("Input sentence: ", "Input sentence: ")),
                HasSubstr("\"Input sentence:\". The answer, \"please shout\""));
    EXPECT_EQ(said(sends_own_prompt, asked("Input sentence: ", "hello")), "");
    EXPECT_EQ(said(sends_own_prompt, asked("Input sentence: ", "please")), "");
}

TEST(SendsEverythingSoFar, TheOneBeforeToo) {
    const auto second = [](const std::string& answer) {
        FailedCase one(Role::server, Transport::udp, Cause::extra);
        return one.sent("client", "one")
            .received("client", "ONE")
            .sent("client", "two")
            .proof()
            .received("client", answer)
            .proof()
            .step("client", expect(model::Expect::What::capitals));
    };
    EXPECT_THAT(said(sends_everything_so_far, second("ONETWO")), HasSubstr("the message before it too"));
    EXPECT_EQ(said(sends_everything_so_far, second("ONE: TWO")), "");
    EXPECT_EQ(said(sends_everything_so_far, second("TWO")), "");
}

TEST(StaleBuffer, InAReply) {
    const auto after_long = [](const std::string& answer) {
        FailedCase one(Role::server, Transport::tcp, Cause::extra);
        return one.sent("first", "much longer")
            .received("first", "MUCH LONGER")
            .sent("client", "hi")
            .proof()
            .received("client", answer)
            .proof()
            .step("client", expect(model::Expect::What::capitals));
    };
    EXPECT_THAT(said(stale_buffer, after_long("HICH LONGER")),
                HasSubstr("After \"HI\" your program also sent \"CH LONGER\""));
    EXPECT_EQ(said(stale_buffer, after_long("HI THERE")), "");
    EXPECT_EQ(said(adds_words, after_long("HICH LONGER")), "");
}

TEST(StaleBuffer, InTheOutput) {
    const auto after_long = [](const std::string& output) {
        FailedCase one(Role::receiver, Transport::udp, Cause::extra);
        return one.sent("first", "a long message indeed\n")
            .prints("a long message indeed\n")
            .sent("second", "short one\n")
            .proof()
            .prints(output)
            .step(model::kProgram, model::Prints{});
    };
    EXPECT_THAT(said(stale_buffer, after_long("short one\nsage indeed\n")),
                HasSubstr("also printed \"sage indeed\""));
    EXPECT_EQ(said(stale_buffer, after_long("short one\n")), "");
    // All of the first once more is something else.
    EXPECT_EQ(said(stale_buffer, after_long("short one\na long message indeed\n")), "");
}

TEST(AddsWords, BeforeOrAfter) {
    EXPECT_THAT(said(adds_words, replied("hello", "From server: HELLO", Cause::extra)),
                HasSubstr("\"From server: \" before it"));
    EXPECT_THAT(said(adds_words, replied("hello", "HELLO!!", Cause::extra)), HasSubstr("\"!!\" after it"));
    EXPECT_EQ(said(adds_words, replied("hello", "b'HELLO'", Cause::extra)), "");
    EXPECT_EQ(said(adds_words, replied("hello", "HELLO\0x\1"s, Cause::extra)), "");
}

TEST(AddsWords, BeforeWhatWasTyped) {
    const auto chat = [](const std::string& bytes) {
        model::Expect lines = expect(model::Expect::What::typed_lines);
        lines.messages.emplace_back().bytes = "blue shadow";
        return FailedCase(Role::peer, Transport::tcp, Cause::extra)
            .received("partner", bytes)
            .proof()
            .step("partner", lines);
    };
    EXPECT_THAT(said(adds_words, chat("me: red tunnel\nme: blue shadow\n")), HasSubstr("\"me: \" before it"));
    EXPECT_EQ(said(adds_words, chat("red tunnel\nblue shadow\n")), "");
}

TEST(FirstWordOnly, UpToTheSpace) {
    EXPECT_THAT(said(first_word_only, replied("hello, my world", "HELLO,", Cause::missing)),
                HasSubstr("\"HELLO,\", of \"HELLO, MY WORLD\""));
    EXPECT_THAT(said(first_word_only, delivered("please shout", "please", Cause::missing, true)),
                HasSubstr("\"please\""));
    EXPECT_THAT(said(first_word_only, shown("good morning all", "got good\n")), HasSubstr("\"good\""));
    EXPECT_EQ(said(first_word_only, replied("hello, my world", "HELL", Cause::missing)), "");
    EXPECT_EQ(said(first_word_only, shown("good morning all", "good morn\n")), "");
    FailedCase argument(Role::sender, Transport::udp, Cause::missing);
    argument.transcript.plan.given.message = "greetings to bob";
    argument.transcript.plan.given.names_message = true;
    argument.started("/usr/bin/python3").received("receiver", "greetings").proof();
    argument.step("receiver", expect(model::Expect::What::given));
    EXPECT_THAT(said(first_word_only, argument), HasSubstr("is one argument"));
    // In C it may be a buffer of ten bytes.
    EXPECT_EQ(said(first_word_only, delivered("greetings to bob", "greetings", Cause::missing)), "");
    EXPECT_THAT(said(cuts_text_at, delivered("greetings to bob", "greetings", Cause::missing)),
                HasSubstr("It is the first word, too"));
    auto python = FailedCase(Role::receiver, Transport::udp, Cause::missing).started("/usr/bin/python3");
    python.sent("sender", "good morning all").proof().prints("good\n").step(model::kProgram, model::Prints{});
    EXPECT_THAT(said(first_word_only, python), HasSubstr("split() makes words"));
}

TEST(LosesSpaces, AllLettersCame) {
    EXPECT_THAT(said(loses_spaces, shown("good morning all", "got goodmorningall\n")),
                HasSubstr("2 spaces between them did not"));
    EXPECT_THAT(said(loses_spaces, replied("split me now", "SPLITME NOW", Cause::wrong_content)),
                HasSubstr("a space between them did not"));
    EXPECT_THAT(
        said(loses_spaces, shown("good morning all", "good\nmorning\nall\n", Cause::missing, Transport::udp)),
        HasSubstr("on several lines"));
    EXPECT_THAT(said(loses_spaces, replied("  good morning  ", "GOOD MORNING", Cause::wrong_content)),
                HasSubstr("What stood around the text is gone"));
    EXPECT_THAT(said(loses_spaces, replied("\nmorning\n", "MORNING", Cause::wrong_content)),
                HasSubstr("What stood around the text is gone"));
    EXPECT_EQ(said(loses_spaces, shown("good morning all", "goodmorning\n")), "");
    EXPECT_EQ(said(loses_spaces, shown("good morning all", "good morning all\n")), "");
    EXPECT_EQ(said(loses_spaces, replied("a b\nc d", "A B\r\nC D", Cause::wrong_content)), "");
}

TEST(SendsInPieces, MoreThanOneDatagram) {
    auto one = delivered("hey", "h", Cause::missing, false, Transport::udp);
    one.received("receiver", "e").received("receiver", "y");
    EXPECT_THAT(said(sends_in_pieces, one), HasSubstr("came in 3 datagrams"));
    EXPECT_EQ(said(sends_in_pieces, delivered("hey", "h", Cause::missing, false, Transport::udp)), "");
    EXPECT_EQ(said(sends_in_pieces, delivered("hey", "he", Cause::missing)), "");
    auto words = delivered("hey you", "hey", Cause::missing, false, Transport::udp);
    words.received("receiver", "you");
    EXPECT_THAT(said(sends_in_pieces, words), HasSubstr("came in 2 datagrams"));
    auto connections = delivered("hey you", "hey", Cause::missing);
    connections.call(Call::connect, {"127.0.0.1", kPort});
    EXPECT_THAT(said(sends_in_pieces, connections), HasSubstr("called connect() again"));
}

TEST(SendsInPieces, OverConnectionsThatWereAllThereBeforeTheFirstWasRead) {
    const auto dials = [](const std::vector<std::string>& hosts) {
        FailedCase one(Role::sender, Transport::tcp, Cause::missing);
        one.transcript.plan.given.message = "hey you";
        one.transcript.plan.given.names_message = true;
        for (const std::string& host : hosts) one.call(Call::connect, {host, kPort});
        one.received("receiver", "hey").proof().step("receiver", expect(model::Expect::What::given));
        return said(sends_in_pieces, one);
    };
    EXPECT_THAT(dials({"127.0.0.1", "127.0.0.1"}), HasSubstr("called connect() again"));
    // By its name this computer has two addresses, which are tried one after the other.
    EXPECT_EQ(dials({"::1", "127.0.0.1"}), "");
}

TEST(TakesTheFirstPieceOnly, WhereThePieceEnds) {
    const auto in_pieces = [](const std::string& answer) {
        FailedCase one(Role::server, Transport::tcp, Cause::missing);
        return one.sent("client", "split")
            .proof()
            .sent("client", " me now")
            .proof()
            .received("client", answer)
            .proof()
            .step("client", expect(model::Expect::What::capitals));
    };
    EXPECT_THAT(said(takes_the_first_piece_only, in_pieces("SPLIT")), HasSubstr("it took 5 bytes of 12"));
    EXPECT_EQ(said(takes_the_first_piece_only, in_pieces("SPLI")), "");
    FailedCase at_once = in_pieces("SPLIT");
    model::Send send;
    send.together = true;
    at_once.step("client", send);
    EXPECT_THAT(said(takes_the_first_piece_only, at_once), HasSubstr("2 messages came at once"));
    EXPECT_EQ(said(takes_the_first_piece_only, replied("split me", "SPLIT", Cause::missing)), "");
}

TEST(CutsTextAt, SaysHowMany) {
    EXPECT_THAT(said(cuts_text_at, replied("hello, world of me", "HELLO, WOR", Cause::missing)),
                HasSubstr("the first 10 bytes of 18"));
    EXPECT_THAT(said(cuts_text_at, delivered("greetings to bob", "greeting", Cause::missing)),
                HasSubstr("sizeof of a pointer is 8"));
    EXPECT_THAT(said(cuts_text_at, delivered("greetingsall to bob", "greetings", Cause::missing)),
                HasSubstr("of 10 bytes (one of them for the NUL"));
    EXPECT_THAT(said(cuts_text_at, shown("good morning from me", "message: good morn\n")),
                HasSubstr("the first 9 bytes of 20"));
    EXPECT_EQ(said(cuts_text_at, replied("hello, world", "HELLO, WORL", Cause::missing)), "");  // one letter
    EXPECT_EQ(said(cuts_text_at, replied("hello, world", "HELLO,", Cause::missing)), "");       // one word
    EXPECT_EQ(said(cuts_text_at, replied("hello, world", "", Cause::no_reply)), "");
    EXPECT_EQ(said(cuts_text_at, shown("good morning from me", "good\n")), "");
}

TEST(CutsTextAt, WhereLettersAreCounted) {
    const std::string text =
        "gr\xc3\xbc\xc3\x9f"
        "e von bob";  // 13 letters, 15 bytes
    const auto cut = [&](std::size_t length) {
        return said(cuts_text_at, delivered(text, text.substr(0, length), Cause::missing));
    };
    EXPECT_THAT(cut(13), HasSubstr("has 13 letters, which are 15 bytes"));
    EXPECT_THAT(cut(10), HasSubstr("a buffer of 10 bytes"));
}

TEST(CutsTextAt, ThatBelongsToAnother) {
    const auto printed = [](const std::string& output) {
        FailedCase one(Role::receiver, Transport::udp, Cause::missing);
        one.sent("sender", "message 1 of ann").sent("sender", "message 2 of bob").proof();
        return one.prints(output).step(model::kProgram, model::Prints{});
    };
    EXPECT_EQ(said(cuts_text_at, printed("message 1 of ann\n")), "");
    EXPECT_THAT(said(cuts_text_at, printed("message 2\n")), HasSubstr("the first 9 bytes of 16"));
    EXPECT_EQ(said(cuts_text_at, shown("Good morning to all", "good morning to all\n", Cause::wrong_case)),
              "");
}

TEST(CutsTextAt, CountsTheNumberInFront) {
    FailedCase one(Role::receiver, Transport::udp, Cause::missing);
    model::Send send;
    send.messages.resize(1);
    send.messages[0].as = "{n} {line}";
    send.messages[0].bytes = "1 line of robert";
    send.messages[0].content = "line of robert";
    one.sent("sender", "1 line of robert").proof().step("sender", send);
    one.prints("line of \n").step(model::kProgram, model::Prints{});
    EXPECT_THAT(said(cuts_text_at, one), HasSubstr("A buffer of 10 bytes"));
}

}  // namespace
}  // namespace sockgrade::diagnoses
