#include "diagnoses/sentences.hh"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>

#include "diagnoses/diagnosis.hh"
#include "tests/support/places.hh"

namespace sockgrade::diagnoses {
namespace {

TEST(Sentences, EachDiagnosisHasOne) {
    for (const DiagnosisKind& kind : catalog()) {
        const std::string_view sentence = sentence_of(kind.name);
        ASSERT_FALSE(sentence.empty()) << kind.name << ": its sentence belongs into sentences.def";
        EXPECT_TRUE(sentence.ends_with('.')) << kind.name;
        EXPECT_LE(sentence.size(), 110U) << kind.name;
    }
}

TEST(Sentences, AreOfDiagnosesThatThereAre) {
    std::set<std::string> names;
    for (const DiagnosisKind& kind : catalog()) names.emplace(kind.name);
    std::ifstream file(in_source("harness/diagnoses/sentences.def"));
    const std::string mark = "SAYS(";
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(mark)) {
            const std::string name = line.substr(mark.size(), line.find(',') - mark.size());
            EXPECT_EQ(names.erase(name), 1U) << name << " is no diagnosis, or is here twice";
        }
}

TEST(Sentences, ThereIsNoneForAnotherName) { EXPECT_EQ(sentence_of("no_such_thing"), ""); }

}  // namespace
}  // namespace sockgrade::diagnoses
