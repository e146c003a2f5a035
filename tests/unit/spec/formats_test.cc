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
                   "there is no such format; expected");
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
                   "no later step uses it");
    expect_problem(with(kSend + "- client: { expect: { format: data, with: { block: \"{idd}\" } } }"),
                   "did you mean 'id'?");
    expect_problem(with(kSend + "- client: { expect: { format: name, with: { parts: www } } }"),
                   "`parts` is a group: expected a list");
    expect_problem(with(kSend + "- client: { expect: { format: data }, exact: true }"),
                   "nothing is forgiven in a format");
    expect_problem(with_steps(kUdpServer, kSend + "- client: { expect: { format: data } }"),
                   "the spec has no `formats`");
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
    problem("[{ lem: u1 }, { a: bytes, size: len }]", "no field 'len' stands before this one; expected lem");
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
    problem("[]", "expected at least one field");
}

}  // namespace
}  // namespace sockgrade::spec
