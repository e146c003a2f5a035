// Formats, and the messages of steps that are of one.
#include <gtest/gtest.h>

#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

const std::string kFormats =
    "{ data: [{ op: u2, is: 3 }, { block: u2 }, { body: rest }], name: [{ parts: group, of: [{ len: u1 }, { "
    "text: bytes, size: len }], until: \"len == 0\" }], le: [{ a: u4 le }, { t: cstring }] }";

std::string with_formats(const std::string& formats, const std::string& steps,
                         const std::string& program = "{ role: server, transport: udp }") {
    return "exercise: e\ntitle: t\nprogram: " + program + "\nformats: " + formats +
           "\ncases:\n  - id: c\n    title: t\n    values: { id: { number: [1, 9] } }\n    steps:\n" +
           indented(steps, "      ");
}

std::string with(const std::string& steps) { return with_formats(kFormats, steps); }

const std::string kSend = "- client: { send: hello }\n";
const std::string kEnd = "- client: expect-anything\n";

TEST(Formats, AreReadWithWhatMessagesSay) {
    const model::Spec spec = load(
        with("- client: { send: { format: data, with: { block: \"{id}\", body: hi } } }\n"
             "- client: { expect: { format: data, with: { block: \"{next}\" } } }\n"
             "- client: { send: { format: data, with: { op: 5, block: \"{= next + 1}\", body: \"\" } } }\n"
             "- client: { expect: { format: name, with: { parts: [{ text: www }, {}] } } }\n"));
    const auto& steps = spec.cases[0].steps;
    using Kind = model::FormatField::Kind;
    const model::Formatted& sent = *std::get<model::Send>(steps[0].action).messages[0].formatted;
    EXPECT_EQ(sent.name, "data");
    ASSERT_EQ(sent.fields.size(), 3U);
    EXPECT_EQ(sent.fields[0].is, "3");
    EXPECT_EQ(sent.fields[2].kind, Kind::rest);
    EXPECT_EQ(sent.values[0].text, "{id}");
    const auto& expect = std::get<model::Expect>(steps[1].action);
    EXPECT_EQ(expect.what, model::Expect::What::format);
    EXPECT_EQ(expect.message.formatted->values[0].captures, "next");
    EXPECT_EQ(expect.message.formatted->values[0].text, "");
    const auto& group = std::get<model::Expect>(steps[3].action).message.formatted->values[0];
    ASSERT_EQ(group.items.size(), 2U);
    EXPECT_EQ(group.items[0][0].text, "www");
}

TEST(Formats, EndByThemselvesOverTcpWhereTheyCan) {
    const auto until = [](const std::string& expect) {
        const model::Spec spec = load(
            with_formats(kFormats, "- client: connect\n- client: { expect: " + expect + " }\n", kTcpServer));
        return std::get<model::Expect>(spec.cases[0].steps[1].action).frame.until;
    };
    using Until = model::Frame::Until;
    EXPECT_EQ(until("{ format: le }"), Until::format);
    EXPECT_EQ(until("{ format: data }"), Until::rest);
    EXPECT_EQ(until("{ format: data }, until: 5 bytes"), Until::bytes);
}

TEST(Formats, OfMessagesThatAreNoneAreRefused) {
    expect_problem(with(kSend + "- client: { expect: { format: dat } }"),
                   "there is no such format; the spec has data, name and le");
    expect_problem(with(kSend + "- client: { expect: { format: dat } }"), "did you mean 'data'?");
    expect_problem(with(kSend + "- client: { expect: { format: data, with: { blok: 1 } } }"),
                   "no such field; expected op, block or body");
    expect_problem(with(kSend + "- client: { expect: { format: data, with: { blok: 1 } } }"),
                   "did you mean 'block'?");
    expect_problem(with(kSend + "- client: { expect: { format: data, with: { block: 65536 } } }"),
                   "`block` has 2 bytes: expected a number from 0 to 65535, not \"65536\"");
    expect_problem(with(kSend + "- client: { expect: { format: data, with: { block: \"{id}\" } } }"),
                   "no program can know id");
    expect_problem(with("- client: { send: { format: data, with: { body: hi } } }\n" + kEnd),
                   "nothing says what block is: write 'with: { block: ... }'");
    expect_problem(
        with("- client: { send: { format: data, with: { block: \"{blok}\", body: \"\" } } }\n" + kEnd),
        "{blok} stands for nothing here");
    expect_problem(with(kSend + "- client: { expect: { format: data, with: { block: \"{idd}\" } } }"),
                   "nothing later uses it");
    expect_problem(with(kSend + "- client: { expect: { format: data, with: { block: \"{idd}\" } } }"),
                   "did you mean 'id'?");
    expect_problem(with(kSend + "- client: { expect: { format: name, with: { parts: www } } }"),
                   "`parts` is a group: expected a list");
    expect_problem(with(kSend + "- client: { expect: { format: data }, exact: true }"),
                   "nothing is forgiven in a format");
    expect_problem(with_steps(kUdpServer, kSend + "- client: { expect: { format: data } }"),
                   "the spec has no `formats`");
}

TEST(Formats, MayComeInPlaceOfOneAnotherAndInAnyOrder) {
    const model::Spec spec = load(
        with(kSend +
             "- client: { expect: { one_of: [{ format: data, with: { block: \"{got}\" } }, { format: le, "
             "with: { a: \"{got}\" } }, { like: \"(?P<got>.)\" }] } }\n"
             "- client: { send: \"{got}\" }\n"
             "- client: { expect: { any_order: [{ format: le }, hello] } }\n"));
    const auto& one_of = std::get<model::Expect>(spec.cases[0].steps[1].action);
    ASSERT_EQ(one_of.wanted.size(), 3U);
    EXPECT_EQ(one_of.wanted[0].message.formatted->values[0].captures, "got");
    EXPECT_TRUE(one_of.wanted[2].is_pattern);
    const auto& any_order = std::get<model::Expect>(spec.cases[0].steps[3].action);
    EXPECT_EQ(any_order.wanted[0].message.formatted->name, "le");

    expect_problem(
        with(kSend + "- client: { expect: { one_of: [{ format: data, with: { block: \"{got}\" } }, "
                     "{ format: le }] } }\n- client: { send: \"{got}\" }"),
        "each of these has to capture the same names");
    expect_problem(
        with(kSend + "- client: { expect: { any_order: [{ format: data, with: { block: \"{got}\" } }, "
                     "{ format: le }] } }\n- client: { send: \"{got}\" }"),
        "what comes in any order captures nothing");
}

TEST(Formats, OverTcpSeveralMessagesNeedAnEnd) {
    const auto tcp = [](const std::string& expect) {
        return with_formats(kFormats, "- client: connect\n- client: { expect: " + expect + " }\n",
                            kTcpServer);
    };
    const auto until = [&](const std::string& expect) {
        return std::get<model::Expect>(load(tcp(expect)).cases[0].steps[1].action).frame.until;
    };
    using Until = model::Frame::Until;
    EXPECT_EQ(until("{ any_order: [{ format: le }, { format: name }] }"), Until::format);
    EXPECT_EQ(until("{ one_of: [{ format: le }, { format: name }] }"), Until::format);
    EXPECT_EQ(until("{ one_of: [{ format: le }, { format: data }] }"), Until::rest);
    EXPECT_EQ(until("{ any_order: [{ format: data }, hello] }, until: 5 bytes"), Until::bytes);
    expect_problem(tcp("{ any_order: [{ format: data }, hello] }"),
                   "over TCP nothing says where each of these ends");
}

TEST(Formats, WhatIsTakenNeedsANameOfItsOwn) {
    const auto taking = [](const std::string& fields) {
        return with("- client: { send: hello }\n- client: { expect: { format: le, with: " + fields +
                    " } }\n- client: { send: \"{x}\" }\n");
    };
    EXPECT_EQ(problems_of(taking("{ a: \"{x}\" }")), "");
    expect_problem(
        taking("{ a: \"{x}\", t: \"{port}\" }"),
        "{port} stands for nothing before this step, so it takes what comes, and what is taken needs a "
        "name of lower-case letters");
    expect_problem(taking("{ a: \"{x}\", t: \"{x}\" }"),
                   "{x} takes what comes in another field of this message");
    expect_problem(taking("{ a: \"{x}\", t: \"{word}\" }"), "no program can know it");
    expect_problem(taking("{ a: \"{x}\", t: \"{client.prt}\" }"), "{client.prt} stands for nothing here");
}

TEST(Formats, FaultsPickTheirDatagramsByThem) {
    const auto dropping = [](const std::string& what) {
        return "exercise: e\ntitle: t\nprogram: { role: client, transport: udp, retries: 2, message: hi "
               "}\nformats: " +
               kFormats +
               "\ncases:\n  - id: c\n    title: t\n    values: { id: { number: [1, 9] } }\n    faults: "
               "[drop: { from: "
               "program, " +
               what + " }]\n    steps: [server: expect-given, server: { reply: same }, program: exits]\n";
    };
    const model::FaultRule rule =
        load(dropping("format: data, with: { block: \"{id}\" }")).cases[0].faults[0];
    ASSERT_TRUE(rule.formatted);
    EXPECT_EQ(rule.formatted->name, "data");
    EXPECT_EQ(rule.formatted->values[0].text, "{id}");
    EXPECT_TRUE(load(dropping("format: data")).cases[0].faults[0].formatted);

    expect_problem(dropping("format: dta"), "did you mean 'data'?");
    expect_problem(dropping("format: data, with: { blok: 1 }"), "did you mean 'block'?");
    expect_problem(dropping("format: data, with: { block: 70000 }"), "expected a number from 0 to 65535");
    expect_problem(dropping("format: data, with: { block: \"{new}\" }"), "{new} stands for nothing here");
    expect_problem(dropping("format: data, with: { block: \"{word}\" }"), "no program can know it");
    expect_problem(dropping("with: { block: 1 }"), "format");
}

TEST(Formats, LossesOfFaultsThatAskForThemAreCounted) {
    const auto with_faults = [](const std::string& faults) {
        return "exercise: e\ntitle: t\nprogram: { role: client, transport: udp, retries: 2, message: hi "
               "}\nformats: " +
               kFormats + "\ncases:\n  - id: c\n    title: t\n    faults: [" + faults +
               "]\n    steps: [server: expect-given, server: { reply: same }, program: exits]\n";
    };
    const auto drop = [](const std::string& block, int times) {
        return "drop: { from: program, format: data, with: { block: " + block +
               " }, times: " + std::to_string(times) + " }";
    };
    EXPECT_EQ(problems_of(with_faults(drop("1", 2))), "");
    expect_problem(with_faults(drop("1", 3)), "can be lost 3 times here");
    // One datagram has one number.
    EXPECT_EQ(problems_of(with_faults(drop("1", 2) + ", " + drop("2", 2))), "");
    expect_problem(with_faults(drop("1", 2) + ", drop: { from: program, format: data, copy: 3 }"),
                   "can be lost 3 times here");
}

TEST(Formats, MistakesInThemHaveTheirPlace) {
    const auto problem = [](const std::string& fields, const std::string& said) {
        expect_problem(with_formats("{ f: " + fields + " }", kSend + kEnd), said);
    };
    problem("[{ a: u3 }]", "x.yaml:4:21: formats.f[0].a: expected");
    problem("[{ a: u3 }]", "did you mean 'u1'?");
    problem("[{ a: u1, is: 256 }]", "expected a number from 0 to 255, not \"256\"");
    problem("[{ a: rest }, { b: u1 }]", "nothing comes behind `a`");
    problem("[{ a: bytes }]", "'size' is missing");
    problem("[{ lem: u1 }, { a: bytes, size: len }]", "no field 'len' stands before this one, but lem");
    problem("[{ lem: u1 }, { a: bytes, size: len }]", "did you mean 'lem'?");
    problem("[{ a: bytes, size: rest }]", "no field 'rest' stands before this one");
    problem("[{ a: u1, is: \"= inet17(rest)\" }]", "inet17");
    problem("[{ a: u2, is: \"= inet16(rest)\" }, { b: bytes, size: a }]", "is made of the bytes behind it");
    problem("[{ a: u1 }, { a: u1 }]", "'a' is another field already");
    problem("[{ a: u1, b: u1 }]", "a field has one name and one kind");
    problem("[{ a: text }]", "'is' is missing");
    problem("[{ a: group, of: [{ b: u1 }] }]", "a group has `times`");
    problem("[{ a: group, of: [{ b: rest }], times: 2 }]", "only the last field of all");
    problem("[{ a: u1, size: 3 }]", "size belongs to `bytes`");
    problem("[{ rest: u1 }]", "a field's name has lower-case letters");
    problem("[{ a: 3 bits }, { b: 4 bits }, { c: u1 }]",
            "the bits up to here are 7, which fill no bytes: 1 is missing");
    problem("[{ a: 3 bits }]", "5 are missing");
    problem("[{ a: 1 bit, is: 2 }, { b: 7 bits }]", "`a` has 1 bit: expected a number from 0 to 1");
    problem("[{ a: 1 bit, is: \"= rest == 1\" }, { b: 7 bits }]", "no field 'rest' stands before this one");
    problem("[]", "expected at least one field");
}

}  // namespace
}  // namespace sockgrade::spec
