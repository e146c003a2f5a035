// Every row of the tables is whole, and its example loads.
#include <gtest/gtest.h>

#include "spec/check.hh"
#include "spec/section.hh"
#include "tests/unit/language/load_example.hh"

namespace sockgrade::language {
namespace {

TEST(Examples, Load) {
    for (const Example& example : examples()) {
        std::string problems;
        bool loads = false;
        for (const std::string& file : files_with(example)) {
            const std::string found = problems_of(file, example.file);
            loads = loads || found.empty();
            if (loads) break;
            problems += "--- " + file + found + '\n';
        }
        EXPECT_TRUE(loads) << example.name << '\n' << problems.substr(0, 6000);
    }
}

TEST(Examples, AreOfTheirWord) {
    for (const Example& example : examples()) {
        const std::string word = example.name.substr(example.name.find('.') + 1);
        EXPECT_NE(example.text.find(word), std::string::npos) << example.name << ": " << example.text;
    }
}

TEST(Tables, SayWhatEachWordMeans) {
    std::size_t rows = 0;
    for (const Chapter& chapter : chapters())
        for (const Place* const place : Collector::places_of(chapter)) {
            EXPECT_TRUE(place->text.ends_with('.')) << place->name;
            for (const Key& key : place->keys) {
                ++rows;
                EXPECT_TRUE(key.text.ends_with('.') || key.text.ends_with('?'))
                    << place->name << '.' << key.name;
                for (const Word& word : key.type.words)
                    EXPECT_TRUE(word.text.ends_with('.'))
                        << place->name << '.' << key.name << ' ' << word.name;
                for (const std::string_view other : {key.not_with, key.only_with})
                    EXPECT_TRUE(other.empty() || find(*place, other) != nullptr) << key.name;
            }
        }
    EXPECT_GT(rows, 130U);
}

// What holds without a word is something that may stand behind it.
TEST(Tables, KnowWhatIsUsual) {
    for (const Chapter& chapter : chapters())
        for (const Place* const place : Collector::places_of(chapter))
            for (const Key& key : place->keys) {
                if (key.usual.empty() || key.is_required() || key.is_one_of_these() || key.is_of_some_kinds())
                    continue;
                spec::Problems problems("x");
                spec::check(spec::Section(spec::parse_yaml(std::string(key.usual), "x"), key.type, problems));
                EXPECT_FALSE(problems.any_within("")) << place->name << '.' << key.name;
            }
}

}  // namespace
}  // namespace sockgrade::language
