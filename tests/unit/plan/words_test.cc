#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "plan/word_list.hh"
#include "plan/word_source.hh"

namespace sockgrade::plan {
namespace {

bool is_word(std::string_view word) {
    return word.size() >= 4 && word.size() <= 8 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

TEST(WordList, HasShortLowerCaseWordsEachOnce) {
    EXPECT_GE(words().size(), 200U);
    const std::set<std::string_view> all(words().begin(), words().end());
    EXPECT_EQ(all.size(), words().size());
    for (const std::string_view word : words()) EXPECT_TRUE(is_word(word)) << word;
    for (const std::string_view word : control_words()) {
        EXPECT_TRUE(is_word(word)) << word;
        EXPECT_FALSE(all.contains(word)) << word;
    }
}

TEST(WordSource, NeverRepeatsItself) {
    WordSource source(1);
    std::set<std::string> seen;
    for (int i = 0; i < 1500; ++i) {
        const std::string word = source.next();
        EXPECT_TRUE(seen.insert(word).second) << word;
        EXPECT_LE(word.size(), 16U);  // what the loader allows for
    }
}

TEST(PangramOf, HasEveryLetterAndIsNoLongerThanTheLoaderAllowsFor) {
    std::set<std::string> all;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const std::string text = pangram_of(seed);
        for (char c = 'a'; c <= 'z'; ++c) EXPECT_NE(text.find(c), std::string::npos) << c << " in " << text;
        EXPECT_LE(text.size(), 48U);
        EXPECT_EQ(text.find("  "), std::string::npos);
        EXPECT_NE(text.front(), ' ');
        EXPECT_NE(text.back(), ' ');
        all.insert(text);
    }
    EXPECT_GT(all.size(), 400U);  // a program can't have them written in
    EXPECT_EQ(pangram_of(7), pangram_of(7));
}

TEST(WordsOf, HasExactlyThatManyBytesAndEndsWithALetter) {
    for (std::size_t size = 1; size < 200; ++size) {
        const std::string text = words_of(size, size);
        EXPECT_EQ(text.size(), size);
        EXPECT_NE(text.back(), ' ');
        EXPECT_NE(text.front(), ' ');
        EXPECT_EQ(text.find("  "), std::string::npos);
    }
    EXPECT_EQ(words_of(0, 1), "");
    EXPECT_NE(words_of(100, 1), words_of(100, 2));
}

}  // namespace
}  // namespace sockgrade::plan
