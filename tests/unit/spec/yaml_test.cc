// Text that is no YAML, or YAML that is no spec.
#include <gtest/gtest.h>

#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

TEST(NotYaml, IsToldInTheWordsOfASpec) {
    const std::vector<std::pair<std::string, std::string>> table{
        {"a: b: c",
         "1:5: not YAML: a ':' where no key can stand; check the indentation, and put text that has ': ' in "
         "it "
         "in quotes"},
        {"a: {b: c",
         "1:4: not YAML: a '{' whose '}' is missing; put text that has a brace or a comma in it in quotes"},
        {"a: \"x", "1:6: not YAML: the file ends inside a text: a closing quote is missing"},
        {"a: @x",
         "1:4: not YAML: a character that can begin no text, such as @ ` or %; put the text in quotes"},
        {"a: \"\\q\"",
         "1:7: not YAML: a backslash before a character that it has no meaning for; write \\\\ for a "
         "backslash, or use single quotes"},
        {"a: *b",
         "1:4: not YAML: an alias (*name) for which no anchor (&name) stands before it; put text that begins "
         "with * in quotes"},
        {"", "1:1: this spec is empty"},
        {"# nothing\n", "1:1: this spec is empty"},
        {"a: 1\n---\nb: 2\n",
         "2:1: this does not belong to what stands before it: check the indentation (this spec is one "
         "YAML document)"},
        {"{ a: 1 }: 2", "1:1: a key must be a word; put text that begins with '{', '[' or '?' in quotes"},
        {"a: &x [*x]", "1:8: an alias that stands inside its own anchor"},
        {"a: 1\nb: \xff\n", "2:1: not UTF-8 text"},
        {std::string("a: 1\0", 5),
         "1:1: a control character; write it as an escape in quotes, such as \"\\x01\""},
    };
    for (const auto& [text, problem] : table) EXPECT_EQ(problems_of(text), "x.yaml:" + problem) << text;
}

TEST(NotYaml, ColumnsCountCharacters) {
    EXPECT_EQ(problems_of("title: grüße: x").substr(0, 12), "x.yaml:1:13:");
}

TEST(Yaml, AliasesAreFollowed) {
    const model::Spec spec =
        load(spec_of(kTcpServer,
                     "  - id: a\n    title: &t same\n    steps: &s [client: connect, client: "
                     "expect-end]\n  - id: b\n    title: *t\n    steps: *s\n"));
    EXPECT_EQ(spec.cases[1].title, "same");
    EXPECT_EQ(spec.cases[1].steps, spec.cases[0].steps);
}

TEST(Yaml, AliasesThatUnfoldToMillionsAreRefused) {
    std::string text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c <= 'k'; ++c) {
        const std::string before(1, static_cast<char>(c - 1));
        text += std::string(1, c) + ": &" + c + " [";
        for (int i = 0; i < 10; ++i) text += "*" + before + ", ";
        text += "x]\n";
    }
    EXPECT_NE(problems_of(text).find("aliases (*name) make this spec too large"), std::string::npos);
}

TEST(Yaml, DeepNestingIsRefused) {
    EXPECT_NE(problems_of(std::string(100'000, '[')).find("nested too deeply"), std::string::npos);
    EXPECT_NE(problems_of(std::string(100'000, '{')).find("nested too deeply"), std::string::npos);
    std::string text;
    for (int i = 0; i < 500; ++i) text += "- ";
    EXPECT_NE(problems_of(text + "x").find("nested too deeply"), std::string::npos);
}

TEST(LoadSpec, AMissingFileIsAMistakeOfTheCaller) {
    EXPECT_THROW(load_spec("/no/such/spec.yaml", kNames), UsageError);
    EXPECT_THROW(load_spec("/", kNames), UsageError);
}

}  // namespace
}  // namespace sockgrade::spec
