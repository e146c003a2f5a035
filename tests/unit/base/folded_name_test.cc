#include "base/folded_name.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

namespace sockgrade {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FoldedName, CapitalsAndEncodingsDoNotMatter) {
    for (const auto& [one, other] : {std::pair{"ŁUKASZ ØSTERGÅRD", "łukasz østergård"},
                                     {"ИВАН ЙЁЖИКОВ", "Иван Йёжиков"},
                                     {"ΓΙΏΡΓΟΣ", "Γιώργος"},
                                     {"GROSSMANN", "Großmann"},
                                     {"Zoe\u0308", "Zo\u00eb"},
                                     {"D’Angelo", "D'Angelo"}})
        EXPECT_EQ(folded_letters(one, Spelling::exact), folded_letters(other, Spelling::exact)) << one;
    EXPECT_NE(folded_letters("Müller", Spelling::exact), folded_letters("Muller", Spelling::exact));
}

TEST(FoldedName, PlainLettersAreTheNearest) {
    for (const auto& [name, plain] : {std::pair{"Łukasz", "lukasz"},
                                      {"Ørsted", "orsted"},
                                      {"Ærø", "aero"},
                                      {"Straße", "strasse"},
                                      {"Đorđe", "dorde"},
                                      {"Işıl İnan", "isilinan"},
                                      {"Nguyễn", "nguyen"},
                                      {"Þór", "thor"},
                                      {"Œuvrard", "oeuvrard"},
                                      {"Mu\u0308ller", "muller"}})
        EXPECT_EQ(folded_letters(name, Spelling::plain), plain);
}

TEST(FoldedName, AreSpelledOutAsOnAKeyboardWithoutThem) {
    EXPECT_EQ(folded_letters("Jörg Müller", Spelling::spelled_out), "joergmueller");
    EXPECT_EQ(folded_letters("Jo\u0308rg", Spelling::spelled_out), "joerg");
    EXPECT_EQ(folded_letters("Åse Øst", Spelling::spelled_out), "aaseoest");
    EXPECT_EQ(folded_letters("Łódź", Spelling::spelled_out), "lodz");
}

TEST(FoldedName, WordsArePartedByWhatIsNoLetter) {
    EXPECT_THAT(folded_words("  O'Neil-Smith, Ann 2 ", Spelling::plain),
                ElementsAre("oneil", "smith", "ann", "2"));
    EXPECT_THAT(folded_words("bo_ray.7", Spelling::plain), ElementsAre("bo", "ray", "7"));
    EXPECT_THAT(folded_words(" -- ", Spelling::plain), IsEmpty());
    EXPECT_THAT(folded_words("\xff\xfe"
                             "a",
                             Spelling::plain),
                ElementsAre("a"));
}

// A vowel of a script that writes it as a mark is no accent.
TEST(FoldedName, OtherScriptsKeepTheirMarks) {
    EXPECT_NE(folded_letters("रवि", Spelling::plain), folded_letters("रव", Spelling::plain));
    EXPECT_EQ(folded_letters("王小明", Spelling::plain), "王小明");
}

}  // namespace
}  // namespace sockgrade
