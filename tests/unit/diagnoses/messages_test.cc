// Diagnoses of what programs put around a text, and of what they say when they stop.
#include <cerrno>

#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

using namespace std::string_literals;

using What = model::Expect::What;

TEST(SendsALengthFirst, OfAnySize) {
    EXPECT_THAT(said(sends_a_length_first, delivered("hello", "\0\0\0\5hello"s, Cause::extra)),
                HasSubstr("four bytes stand before it"));
    EXPECT_THAT(said(sends_a_length_first, delivered("hello", "\5\0\0\0hello"s, Cause::extra)),
                HasSubstr("four bytes stand before it"));
    EXPECT_THAT(said(sends_a_length_first, delivered("hello", "\5hello"s, Cause::extra)),
                HasSubstr("a byte stands before it"));
    EXPECT_EQ(said(sends_a_length_first, delivered("hello", "\0\0\0\6hello"s, Cause::extra)), "");
}

TEST(ReadsALengthFirst, TheFirstLettersAreTreatedUnlikeTheRest) {
    EXPECT_THAT(said(reads_a_length_first, replied("hello world", "hellO WORLD", Cause::no_reply)),
                HasSubstr("the first 4 bytes, \"hell\""));
    EXPECT_THAT(said(reads_a_length_first, replied("hello world", "LLO WORLD", Cause::missing)),
                HasSubstr("the first 2 bytes"));
    EXPECT_EQ(said(reads_a_length_first, replied("hello world", "Hello world", Cause::wrong_case)), "");
    EXPECT_EQ(said(reads_a_length_first, replied("1234 world", "1234 WORLD", Cause::no_reply)), "");
}

TEST(SendsTwoBytesALetter, InEitherOrder) {
    EXPECT_THAT(said(sends_two_bytes_a_letter, replied("hi", "\xff\xfeH\0I\0"s, Cause::wrong_content)),
                HasSubstr("two bytes for each letter"));
    EXPECT_THAT(said(sends_two_bytes_a_letter, delivered("hi", "\0h\0i"s, Cause::wrong_content)),
                HasSubstr("two bytes for each letter"));
    EXPECT_EQ(said(sends_two_bytes_a_letter, replied("hi", "HI\0\0"s, Cause::extra)), "");
}

TEST(SendsAnObject, OfJavaOrPython) {
    EXPECT_THAT(said(sends_an_object, delivered("hello", "\xac\xed\0\5t\0\5hello"s, Cause::extra)),
                HasSubstr("a Java object"));
    EXPECT_THAT(
        said(sends_an_object, replied("hi", "\x80\4\x95\6\0\0\0\0\0\0\0\x8c\2HI\x94."s, Cause::extra)),
        HasSubstr("pickled"));
    EXPECT_EQ(said(sends_an_object, delivered("hello", "\0\5hello"s, Cause::extra)), "");
}

TEST(SendsItTwice, TheSameOrBoth) {
    EXPECT_THAT(said(sends_it_twice, delivered("hello", "hellohello", Cause::extra)), HasSubstr("twice"));
    EXPECT_THAT(said(sends_it_twice, replied("hello", "helloHELLO", Cause::extra)),
                HasSubstr("as it had come, and in capitals too"));
    EXPECT_EQ(said(sends_it_twice, delivered("hello", "hello hello", Cause::extra)), "");
    EXPECT_EQ(said(sends_it_twice, replied("hello", "HELLO", Cause::extra)), "");
}

TEST(SendsMemoryItNeverFilled, BytesThatAreNoText) {
    EXPECT_THAT(said(sends_memory_it_never_filled, replied("hello", "HELLO\x9c\x7f\1", Cause::extra)),
                HasSubstr("3 more of what happened to be in its memory"));
    EXPECT_EQ(said(sends_memory_it_never_filled, replied("hello", "HELLO, ANNE", Cause::extra)), "");
    EXPECT_THAT(said(sends_memory_it_never_filled, delivered("hello", "hello\0\xfe\x7f"s, Cause::extra)),
                HasSubstr("sizeof is the size of the whole buffer"));
    EXPECT_EQ(said(sends_memory_it_never_filled, replied("hello", "HELLO\0\0"s, Cause::extra)), "");
}

TEST(PrintsItInPieces, AllOfItButNotInOneLine) {
    const auto in_pieces = [](const std::string& output) {
        FailedCase one(Role::client, kTcp, Cause::missing);
        one.received("server", "hello world").sent("server", "HELLO ").proof().sent("server", "WORLD");
        model::Prints prints;
        prints.what = model::Prints::What::reply;
        return one.prints(output).step(model::kProgram, prints, WaitEnd::program_ended);
    };
    EXPECT_THAT(said(prints_it_in_pieces, in_pieces("HELLO \nWORLD\n")), HasSubstr("printed all of"));
    EXPECT_THAT(said(prints_it_in_pieces, in_pieces("got HELLO \ngot WORLD\n")), HasSubstr("printed all of"));
    EXPECT_THAT(said(prints_it_in_pieces, in_pieces("He says: HELL\nHe says: O WORLD\n")),
                HasSubstr("printed all of"));
    EXPECT_EQ(said(prints_it_in_pieces, in_pieces("He says: HELL\nHe says: O\n")), "");
    EXPECT_EQ(said(prints_it_in_pieces, in_pieces("HELLO \n")), "");
    EXPECT_THAT(said(takes_the_first_piece_only, in_pieces("HELLO \n")), HasSubstr("took 6 bytes of 11"));
    EXPECT_EQ(said(takes_the_first_piece_only, in_pieces("HELLO \nWORLD\n")), "");
}

TEST(CutsTextAt, NamesTheSizeThatItSpeaksFor) {
    const auto cut = [](std::size_t length) {
        return said(cuts_text_at, replied(std::string(1500, 'a'), std::string(length, 'A'), Cause::missing));
    };
    EXPECT_THAT(cut(1024), HasSubstr("Look for a buffer of 1024 bytes. recv() returns at most"));
    EXPECT_THAT(cut(1023), HasSubstr("a buffer of 1024 bytes (one of them for the NUL of C)"));
    EXPECT_THAT(cut(777), HasSubstr("a buffer of 777 bytes (778 with the NUL of C)"));
    EXPECT_THAT(said(cuts_text_at, replied(std::string(5000, 'a'), std::string(3072, 'A'), Cause::missing)),
                HasSubstr("3072 bytes are 3 times 1024"));
    EXPECT_THAT(said(cuts_text_at, shown("good morning", "Received: g\n")),
                HasSubstr("the first byte of 12"));
    EXPECT_EQ(said(cuts_text_at, shown("good morning", "Connected\n")), "");
}

TEST(CutsTextAt, AndLeavesTheRestUnread) {
    auto reset = FailedCase(Role::server, kTcp, Cause::missing)
                     .sent("client", "hello world")
                     .proof()
                     .received("client", "HELL")
                     .proof()
                     .add(event::ResetSeen{"client", ECONNRESET})
                     .step("client", expect(What::capitals));
    EXPECT_THAT(said(cuts_text_at, reset), HasSubstr("closed the connection with the rest unread"));
}

TEST(TakesOneMessageOnly, ClosesAfterTheFirst) {
    const auto two = [](bool closes, const std::string& first) {
        FailedCase one(Role::server, kTcp, Cause::missing);
        one.opened("client", 40000).sent("client", first).proof();
        one.received("client", "\n").proof();
        if (closes) one.add(event::Finished{"client", true});
        return one.sent("client", "after that\n")
            .proof()
            .step("client", expect(What::capitals), WaitEnd::quiet);
    };
    EXPECT_THAT(said(takes_one_message_only, two(true, "\n")),
                HasSubstr("took the first message of the client, \"\\n\", and then closed the connection"));
    EXPECT_EQ(said(takes_one_message_only, two(false, "\n")), "");
    EXPECT_EQ(said(takes_one_message_only, two(true, "pie")), "");  // a piece, not a message
    // It has answered two, and gives up at the third.
    FailedCase later(Role::server, kTcp, Cause::missing);
    later.opened("client", 40000).sent("client", "a\n").proof();
    later.received("client", "A\n").proof();
    later.sent("client", "b\n").proof();
    later.received("client", "B\n").proof();
    later.sent("client", "c\n").proof();
    later.add(event::Finished{"client", true});
    later.step("client", expect(What::capitals), WaitEnd::quiet);
    EXPECT_EQ(said(takes_one_message_only, later), "");
}

TEST(NeedsANewline, WaitsForMoreAndThenGivesUp) {
    const auto without_reply = [](const std::string& text, bool closed_first) {
        FailedCase one(Role::server, kTcp, Cause::closed_early);
        one.sent("client", text).proof();
        if (closed_first) one.add(event::Finished{"client", true});
        one.add(event::Finished{"client", false});
        if (!closed_first) one.add(event::Finished{"client", true});
        return one.step("client", expect(What::capitals), WaitEnd::quiet);
    };
    EXPECT_THAT(said(needs_a_newline, without_reply("hello", false)), HasSubstr("no newline at the end"));
    EXPECT_EQ(said(needs_a_newline, without_reply("hello\n", false)), "");
    EXPECT_EQ(said(needs_a_newline, without_reply("hello", true)), "");
}

TEST(DialsTheClient, ASecondConnection) {
    const auto dials = [](std::uint16_t port) {
        return FailedCase(Role::server, kTcp, Cause::no_reply)
            .opened("client", 40000)
            .sent("client", "hello")
            .call(Call::connect, {"127.0.0.1", port})
            .step("client", expect(What::capitals), WaitEnd::quiet);
    };
    EXPECT_THAT(said(dials_the_client, dials(40000)),
                HasSubstr("tried to connect to the client at 127.0.0.1:40000"));
    EXPECT_EQ(said(dials_the_client, dials(5432)), "");
}

TEST(UsesAnotherAddress, ThanTheOneItWasGiven) {
    const auto dials = [](const model::Address& address) {
        return FailedCase(Role::sender, kTcp, Cause::wrong_address)
            .call(Call::connect, address)
            .step("receiver", model::Connect{});
    };
    EXPECT_THAT(said(uses_another_address, dials({"127.0.0.1", kPort + 1})),
                HasSubstr("was given 127.0.0.1:12000, and dialled 127.0.0.1:12001"));
    EXPECT_EQ(said(uses_another_address, dials({"127.0.0.1", kPort})), "");
    // Swapped bytes have a better explanation.
    EXPECT_EQ(said(uses_another_address, dials({"127.0.0.1", 57390})), "");
    EXPECT_THAT(said(swapped_port_bytes, dials({"127.0.0.1", 57390})), HasSubstr("used port 57390"));
    auto server = FailedCase(Role::server, kTcp, Cause::wrong_address)
                      .call(Call::bind, {"0.0.0.0", kPort + 1})
                      .step("client", model::Connect{});
    EXPECT_THAT(said(uses_another_address, server), HasSubstr("bound its socket to port 12001"));
}

TEST(EndsBeforeItServes, NobodyHadSaidAnything) {
    const auto gone = [](int status, bool heard) {
        FailedCase one(Role::server, kTcp, Cause::exited_early);
        one.call(Call::bind, {"0.0.0.0", kPort})
            .call(Call::listen, {"0.0.0.0", kPort})
            .opened("client", 40000);
        if (heard) one.sent("client", "hello");
        return one.exited(status).step("client", expect(What::capitals), WaitEnd::program_ended);
    };
    EXPECT_THAT(said(ends_before_it_serves, gone(0, false)), HasSubstr("came to its end"));
    EXPECT_EQ(said(ends_before_it_serves, gone(1, false)), "");
    EXPECT_EQ(said(ends_before_it_serves, gone(0, true)), "");
}

TEST(NeverAccepts, WaitsForSomethingElse) {
    const auto waits = [](const Waits& blocked) {
        return FailedCase(Role::server, kTcp, Cause::no_reply)
            .opened("client", 40000)
            .sent("client", "hello")
            .proof()
            .step("client", expect(What::capitals), WaitEnd::quiet, blocked);
    };
    EXPECT_THAT(said(never_accepts, waits(Waits{{WaitCall::read, 0}})),
                HasSubstr("neither in accept() nor in recv()"));
    EXPECT_EQ(said(never_accepts, waits(Waits{{WaitCall::recvfrom, 4}})), "");
    EXPECT_EQ(said(never_accepts, waits(Waits{{WaitCall::accept, 3}, {WaitCall::read, 0}})), "");
    EXPECT_EQ(said(never_accepts, waits(Waits{{WaitCall::futex}})), "");
}

TEST(ExitsWithAnError, ThoughAllWentWell) {
    const auto ends = [](int status, const std::string& complaint) {
        FailedCase one(Role::sender, kTcp, Cause::exited_early);
        one.received("receiver", "hello");
        if (!complaint.empty()) one.errors(complaint);
        return one.exited(status).step(model::kProgram, model::Exits{0}, WaitEnd::program_ended);
    };
    EXPECT_THAT(said(exits_with_an_error, ends(35, "")), HasSubstr("ended with exit status 35"));
    EXPECT_EQ(said(exits_with_an_error, ends(0, "")), "");
    EXPECT_EQ(said(exits_with_an_error, ends(1, "send: Broken pipe\n")), "");
}

TEST(NodeError, NamesTheStudentsLine) {
    const auto threw = [](const std::string& errors) {
        return FailedCase(Role::server, kTcp, Cause::crashed)
            .started("/usr/bin/node")
            .errors(errors)
            .exited(1)
            .step("client", expect(What::capitals), WaitEnd::program_ended);
    };
    const std::string one =
        said(node_error,
             threw("/home/x/server.js:4\n  s.write(d.toUpperCase());\n  ^\n\nTypeError: d.toUpperCase is "
                   "not a function\n    at Socket.emit (node:events:5:3)\n    at Socket.<anonymous> "
                   "(/home/x/server.js:4:13)\n\nNode.js v20\n"));
    EXPECT_THAT(one, HasSubstr("Node stopped at server.js:4: TypeError: d.toUpperCase is not a function"));
    EXPECT_THAT(one, HasSubstr("toString()"));
    EXPECT_THAT(said(node_error, threw("/home/x/a.js:7\n  lt x\n  ^\n\nSyntaxError: Unexpected identifier\n"
                                       "    at wrapSafe (node:internal/modules:3:1)\n")),
                HasSubstr("Node stopped at a.js:7: SyntaxError"));
    EXPECT_EQ(said(node_error, threw("listening\n")), "");
}

TEST(GoPanic, NamesTheStudentsLine) {
    const auto panicked = [](const std::string& errors) {
        return FailedCase(Role::server, kTcp, Cause::crashed)
            .started("/tmp/server")
            .errors(errors)
            .exited(2)
            .step("client", expect(What::capitals), WaitEnd::program_ended);
    };
    EXPECT_THAT(
        said(go_panic, panicked("panic: runtime error: index out of range [1] with length 1\n\ngoroutine "
                                "1 [running]:\nnet.f()\n\t/usr/lib/go/src/net/x.go:3 +0x1\nmain.main()\n"
                                "\t/home/x/server.go:11 +0x15c\n")),
        HasSubstr("Go stopped at server.go:11: panic: runtime error: index out of range"));
    EXPECT_EQ(said(go_panic, panicked("panic: no\n")), "");
}

TEST(ACallFailed, WhatPerrorSaid) {
    const auto goes_on = [](const std::string& output, const std::string& text) {
        return FailedCase(Role::server, kUdp, Cause::no_reply)
            .sent("client", text)
            .proof()
            .prints(output)
            .step("client", expect(What::capitals), WaitEnd::quiet, Waits{{WaitCall::recvfrom, 3}});
    };
    EXPECT_THAT(said(a_call_failed, goes_on("ready\nsendto: Invalid argument\n", "hello")),
                HasSubstr("a call had failed: sendto: Invalid argument"));
    EXPECT_EQ(said(a_call_failed, goes_on("ready\n", "hello")), "");
    EXPECT_EQ(said(a_call_failed, goes_on("broken pipe\n", "a broken pipe")), "");
}

TEST(BlockedIn, SaysForWhat) {
    const auto waits = [](const Waits& blocked, Cause cause) {
        return said(
            blocked_in,
            FailedCase(Role::server, kUdp, cause).step("client", model::Connect{}, WaitEnd::quiet, blocked));
    };
    EXPECT_THAT(waits(Waits{{WaitCall::recvfrom, 3}}, Cause::missing),
                HasSubstr("descriptor 3 for a datagram, while"));
    EXPECT_THAT(waits(Waits{{WaitCall::read, 0}}, Cause::missing),
                HasSubstr("for somebody to type something"));
    EXPECT_THAT(waits(Waits{{WaitCall::accept, 3}}, Cause::hung),
                HasSubstr("for a client to connect, and does not end."));
    EXPECT_THAT(waits(Waits{{WaitCall::accept, 3}, {WaitCall::sleep}}, Cause::missing),
                HasSubstr("sleep(), while"));
}

TEST(SendsNothingBack, ItClosedWithNothingUnread) {
    const auto closed = [](bool reset) {
        FailedCase one(Role::server, kTcp, Cause::no_reply);
        one.sent("client", "hello\n").proof();
        if (reset)
            one.add(event::ResetSeen{"client", ECONNRESET});
        else
            one.add(event::Finished{"client", true});
        return one.step("client", expect(What::capitals), WaitEnd::quiet);
    };
    EXPECT_THAT(said(sends_nothing_back, closed(false)), HasSubstr("got \"hello\", but sent nothing back"));
    EXPECT_EQ(said(sends_nothing_back, closed(true)), "");
}

TEST(SendsNothingInIt, AServersEmptyReply) {
    EXPECT_EQ(said(sends_nothing_in_it, replied("", "", Cause::no_reply, kUdp)), "");
    auto empty = FailedCase(Role::server, kUdp, Cause::no_reply)
                     .sent("client", "hello")
                     .proof()
                     .received("client", "")
                     .step("client", expect(What::capitals), WaitEnd::quiet);
    EXPECT_THAT(said(sends_nothing_in_it, empty), HasSubstr("not a single byte"));
}

TEST(BindsAgain, ButAnotherThreadServes) {
    const auto bound_twice = [](bool served) {
        FailedCase one(Role::server, kTcp, Cause::exited_early);
        one.call(Call::bind, {"0.0.0.0", kPort}).call(Call::bind, {"0.0.0.0", kPort}, EADDRINUSE);
        if (served) one.received("client", "HELLO");
        return one.step("client", expect(What::capitals), WaitEnd::quiet);
    };
    EXPECT_THAT(said(binds_again, bound_twice(false)), HasSubstr("a second time"));
    const auto for_each = [](bool came_between) {
        FailedCase one(Role::receiver, kUdp, Cause::missing);
        one.call(Call::bind, {"0.0.0.0", kPort});
        if (came_between) one.sent("sender", "number 1");
        one.call(Call::bind, {"0.0.0.0", kPort}).sent("sender", "number 2").proof();
        return one.step(model::kProgram, model::Prints{}, WaitEnd::quiet, kWaitsInRecv);
    };
    EXPECT_THAT(said(binds_again, for_each(true)), HasSubstr("a new socket each time"));
    EXPECT_EQ(said(binds_again, for_each(false)), "");
    EXPECT_EQ(said(binds_again, bound_twice(true)), "");
}

TEST(DiesWhenAClientLeaves, TheNextOneHasSpokenInVain) {
    auto left = FailedCase(Role::receiver, kTcp, Cause::exited_early)
                    .opened("shy", 40000)
                    .add(event::Closed{"shy", false})
                    .opened("talker", 40001)
                    .sent("talker", "and now\n")
                    .errors(
                        "Traceback (most recent call last):\n  File \"/x/server.py\", line 7, in <module>\n"
                        "    d[0]\nIndexError: out of range\n")
                    .exited(1)
                    .step("talker", model::Connect{}, WaitEnd::program_ended);
    const std::string one = said(dies_when_a_client_leaves, left);
    EXPECT_THAT(one, HasSubstr("the peer 'shy' left without having sent anything"));
    EXPECT_THAT(one, HasSubstr("line 7: IndexError"));
}

// Who left without a word has caused no reset: that was another one, who had spoken before.
TEST(DiesWhenAClientLeaves, OfAResetNotOfTheOneBefore) {
    auto left = FailedCase(Role::server, kTcp, Cause::crashed)
                    .opened("shy", 40000)
                    .add(event::Closed{"shy", false})
                    .opened("rude", 40001)
                    .sent("rude", "GET / HT")
                    .add(event::Closed{"rude", true})
                    .errors(
                        "Traceback (most recent call last):\n  File \"/x/server.py\", line 7, in <module>\n"
                        "    d = c.recv(9)\nConnectionResetError: [Errno 104] Connection reset by peer\n")
                    .exited(1)
                    .step("next", model::Connect{}, WaitEnd::program_ended);
    EXPECT_THAT(said(dies_when_a_client_leaves, left), HasSubstr("the peer 'rude' reset its connection"));
}

TEST(SendsNothingInIt, AReplyOfItsOwnThatIsEmpty) {
    auto empty = FailedCase(Role::server, kUdp, Cause::no_reply)
                     .sent("client", "hello")
                     .received("client", "")
                     .proof()
                     .step("client", expect(What::fixed), WaitEnd::quiet);
    EXPECT_THAT(said(sends_nothing_in_it, empty), HasSubstr("not a single byte"));
}

TEST(SendsTheRequestBack, WhereAReplyOfItsOwnIsAskedFor) {
    const auto answered = [](const std::string& reply, What what) {
        return FailedCase(Role::server, kTcp, Cause::wrong_content)
            .opened("client", 40000)
            .sent("client", "anybody there?")
            .received("client", reply)
            .proof()
            .step("client", expect(what));
    };
    EXPECT_THAT(said(sends_the_request_back, answered("Anybody there?\n", What::fixed)),
                HasSubstr("sent the request itself back"));
    EXPECT_EQ(said(sends_the_request_back, answered("hello", What::fixed)), "");
    EXPECT_EQ(said(sends_the_request_back, answered("anybody there?", What::capitals)), "");
}

TEST(RepliesBeforeTheRequest, AndNotAfterIt) {
    const auto greeting = [](Cause cause) {
        return FailedCase(Role::server, kTcp, cause)
            .opened("client", 40000)
            .received("client", "Thank you for connecting")
            .proof()
            .sent("client", "anybody there?")
            .step("client", expect(What::fixed), WaitEnd::quiet);
    };
    EXPECT_THAT(said(replies_before_the_request, greeting(Cause::wrong_order)),
                HasSubstr("said \"Thank you for connecting\" as soon as the client had connected"));
    EXPECT_EQ(said(replies_before_the_request, greeting(Cause::no_reply)), "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
