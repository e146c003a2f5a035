// The schemas that editors check and complete by say what the loader says, since both are made of the tables.
// UPDATE_LANGUAGE=1 in the environment writes them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/pattern.hh"
#include "tests/unit/language/load_example.hh"
#include "tests/unit/language/schema_of.hh"

namespace sockgrade::language {
namespace {

constexpr const char* kSpecSchema = "specs/schema.json";
constexpr const char* kQuestionsSchema = "specs/questions-schema.json";
constexpr const char* kAssignmentSchema = "specs/assignment.schema.json";

void expect_made_of(const Place& top, const char* name) {
    const std::string path = in_source(name);
    if (std::getenv("UPDATE_LANGUAGE") != nullptr) std::ofstream(path, std::ios::binary) << schema_file(top);
    EXPECT_TRUE(file_text(path) == schema_file(top))
        << name << " is not what the tables say: run `UPDATE_LANGUAGE=1 ctest --preset dev -R language:`";
}

TEST(Schemas, AreMadeOfTheTables) {
    expect_made_of(kSpec, kSpecSchema);
    expect_made_of(kQuestionsFile, kQuestionsSchema);
    expect_made_of(kAssignmentFile, kAssignmentSchema);
}

void expect_all_valid(const char* folder, const char* schema, std::size_t least) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(in_source(folder))) {
        if (entry.path().extension() != ".yaml") continue;
        EXPECT_EQ(problems_by(schema, file_text(entry.path())), "") << entry.path();
        ++files;
    }
    EXPECT_GE(files, least);
}

TEST(Schemas, TakeWhatIsThere) {
    expect_all_valid("specs", kSpecSchema, 30);
    expect_all_valid("specs/questions", kQuestionsSchema, 6);
}

const char* schema_of(File file) {
    return file == File::spec ? kSpecSchema : file == File::questions ? kQuestionsSchema : kAssignmentSchema;
}

// The first file with that example that loads.
const std::string& right_file(const Example& example) {
    static std::map<std::string, std::string> known;
    std::string& right = known[example.name];
    if (right.empty())
        for (const std::string& file : files_with(example))
            if (right.empty() && problems_of(file, example.file).empty()) right = file;
    return right;
}

TEST(Schemas, TakeEveryExample) {
    for (const Example& example : examples()) {
        if (example.file == File::faults) continue;
        EXPECT_EQ(problems_by(schema_of(example.file), right_file(example)), "") << example.name << '\n'
                                                                                 << right_file(example);
    }
}

// An example with its word misspelt, and with something in place of what stands behind it.
std::vector<std::string> slips_of(const Example& example, const std::string& file) {
    const std::string word = example.name.substr(example.name.find('.') + 1);
    std::vector<std::string> slips;
    const std::size_t begin = file.find(example.text.substr(0, example.text.find('\n')));
    const std::size_t at = begin == std::string::npos ? begin : file.find(word, begin);
    if (at == std::string::npos) return slips;
    const auto with = [&](std::size_t from, std::size_t size, const std::string& text) {
        std::string changed = file;
        slips.push_back(changed.replace(from, size, text));
    };
    // In a fault it would be the name of a field.
    if (example.place == nullptr || example.place->named == nullptr) with(at, word.size(), word + "x");
    const std::size_t value = at + word.size() + 2;
    if (example.place == nullptr || file[at + word.size()] != ':') return slips;
    const std::size_t end = std::min({file.find_first_of(",}\n", value), file.size()});
    const bool is_plain = file.find_first_of("[{\"", value) > end;
    if (is_plain)
        for (const char* wrong : {"[[]]", "-7", "nonsense", "\"\"", "\"3\"", "100%", "true"})
            with(value, end - value, wrong);
    return slips;
}

// What the loader refuses for how it is written, an editor underlines; what it takes, an editor takes.
TEST(Schemas, AgreeWithTheLoaderAboutSlips) {
    // What depends on more than how a value is written: another word, another file, the order of steps.
    const auto is_by_code = [](const std::string& problems) {
        if (problems.find("this is no expression") != std::string::npos) return true;
        for (const char* part :
             {"unknown key", "expected", "is missing", "exclude each other", "an id has", "are possible",
              "stands here twice", "belongs to", "unknown fault", "no regular expression"})
            if (problems.find(part) != std::string::npos) return false;
        return true;
    };
    std::size_t compared = 0;
    for (const Example& example : examples()) {
        if (example.file == File::faults) continue;
        for (const std::string& slip : slips_of(example, right_file(example))) {
            const std::string by_loader = problems_of(slip, example.file);
            if (by_loader.find("not YAML") != std::string::npos) continue;
            const std::string by_schema = problems_by(schema_of(example.file), slip);
            ++compared;
            if (by_loader.empty()) {
                EXPECT_EQ(by_schema, "") << example.name << '\n' << slip;
            } else if (!is_by_code(by_loader)) {
                EXPECT_NE(by_schema, "") << example.name << '\n' << slip << by_loader;
            }
        }
    }
    EXPECT_GT(compared, 300U);
}

TEST(Schemas, KnowEachFaultsWords) {
    const auto with = [](const std::string& fault) {
        return problems_by(kSpecSchema,
                           "exercise: e\ntitle: t\nprogram: { role: server, transport: udp }\ncases:\n"
                           "  - { id: c, title: t, faults: [" +
                               fault + "], steps: [a: { send: x }] }\n");
    };
    EXPECT_EQ(with("drop: { to: program, n: \"2\" }"), "");
    EXPECT_EQ(with("drop: { to: program, seq: 3 }"), "");
    EXPECT_NE(with("dorp: { to: program }"), "");
    EXPECT_NE(with("drop: { to: program, after: 2 }"), "");
    EXPECT_NE(with("truncate: { to: program }"), "");
    EXPECT_NE(with("drop: { to: program, from: program }"), "");
    EXPECT_NE(with("drop: { to: program, n: 1, index: 1 }"), "");
}

TEST(Schemas, NumbersInQuotesHaveTheSameBounds) {
    const auto fits = [](std::size_t least, std::size_t most, const std::string& text) {
        return fits_whole(pattern_of_numbers(least, most), text);
    };
    for (const auto& [least, most] :
         {std::pair<std::size_t, std::size_t>{0, 100}, {1, 1000}, {5, 500}, {2, 65'507}, {3, 3}, {17, 214}})
        for (const std::size_t edge : {least, most, std::size_t{10}, std::size_t{100}, std::size_t{1000}})
            for (std::size_t number = edge > 3 ? edge - 3 : 0; number < edge + 12; ++number)
                ASSERT_EQ(fits(least, most, std::to_string(number)), number >= least && number <= most)
                    << pattern_of_numbers(least, most) << ' ' << number;
    EXPECT_TRUE(fits(1, 10, "007"));
    EXPECT_FALSE(fits(1, 10, "00"));
}

}  // namespace
}  // namespace sockgrade::language
