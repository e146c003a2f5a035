#include "batch/known_names.hh"

#include <gtest/gtest.h>

#include <utility>

namespace sockgrade::batch {
namespace {

TEST(KnownNames, AreFoundAsCourseSystemsAndPeopleWriteThem) {
    const KnownNames names({"Łukasz Żółć", "Jørgen Østergård", "Großmann, Jürgen", "Jan van der Berg",
                            "Ana María García López", "Иван Ёлкин", "Γιώργος Παππάς", "Seán O’Neil-Smith",
                            "Æthel Ray"});
    for (const auto& [written, place] :
         {std::pair{"żółćłukasz", 0},    {"Lukasz Zolc", 0},         {"ZOLC LUKASZ", 0},
          {"østergårdjørgen", 1},        {"Jorgen Ostergard", 1},    {"Joergen Oestergaard", 1},
          {"grossmannjürgen", 2},        {"JÜRGEN GROSSMANN", 2},    {"juergen_grossmann", 2},
          {"Ju\u0308rgen Großmann", 2},  {"vanderbergjan", 3},       {"bergjanvander", 3},
          {"Berg, Jan van der", 3},      {"garcíalópezanamaría", 4}, {"Garcia Lopez, Ana Maria", 4},
          {"García López Ana María", 4}, {"ёлкиниван", 5},           {"ЁЛКИН ИВАН", 5},
          {"ΠΑΠΠΆΣ ΓΙΏΡΓΟΣ", 6},         {"παππάςγιώργος", 6},       {"oneilsmithseán", 7},
          {"Sean O'Neil Smith", 7},      {"aethel.ray", 8}})
        EXPECT_EQ(names.find(written), static_cast<std::size_t>(place)) << written;
    for (const char* nobody : {"Lukas Zolc", "Jan Berg", "", "-", "García"})
        EXPECT_EQ(names.find(nobody), std::nullopt) << nobody;
}

// The nearest spelling counts, and of two that are as near none.
TEST(KnownNames, WhoCanNotBeToldApartIsNotFound) {
    const KnownNames names(
        {"Bo Müller", "Bo Mueller", "Bo Muller", "Ann Lee", "Lee Ann", "Cy Łoś", "Cy Los"});
    EXPECT_EQ(names.find("müllerbo"), 0U);
    EXPECT_EQ(names.find("Bo Mueller"), 1U);
    EXPECT_EQ(names.find("mullerbo"), 2U);
    EXPECT_EQ(names.find("Ann Lee"), 3U);
    EXPECT_EQ(names.find("Ann, Lee"), 4U);
    EXPECT_EQ(names.find("leeann"), std::nullopt);
    EXPECT_EQ(names.find("Cy Lós"), std::nullopt);
}

}  // namespace
}  // namespace sockgrade::batch
