// Every key of a file with questions; specs/questions-schema.json is held against them by a test.
#pragma once

#include "model/question.hh"
#include "spec/keys.hh"

namespace sockgrade::spec {

inline constexpr Key kQuestionsFileKeys[] = {{"exercise", true}, {"questions", true}};
inline constexpr Place kQuestionsFile{"questions_file", kQuestionsFileKeys};

// Of the kinds, one.
inline constexpr Key kQuestionKeys[] = {{"id", true}, {"ask", true},  {"section"}, {"points"},
                                        {"level"},    {"hint"},       {"reveal"},  {"choose-one"},
                                        {"number"},   {"choose-all"}, {"text"},    {"open"}};
inline constexpr Place kQuestion{"question", kQuestionKeys};

inline constexpr Key kChoiceKeys[] = {{"answer", true}, {"right"}, {"why"}};
inline constexpr Place kChoice{"choice", kChoiceKeys};

inline constexpr Key kNumberKeys[] = {{"right", true}, {"wrong"}, {"otherwise"}};
inline constexpr Place kNumber{"number", kNumberKeys};

inline constexpr Key kRangeKeys[] = {{"from", true}, {"to", true}};
inline constexpr Place kRange{"range", kRangeKeys};

inline constexpr Key kWrongNumberKeys[] = {{"number", true}, {"why", true}};
inline constexpr Place kWrongNumber{"wrong_number", kWrongNumberKeys};

inline constexpr Key kTextKeys[] = {{"right", true}, {"wrong"}, {"otherwise"}};
inline constexpr Place kText{"text", kTextKeys};

inline constexpr Key kPatternKeys[] = {{"pattern", true}};
inline constexpr Place kPatternPlace{"pattern", kPatternKeys};

inline constexpr Key kWrongTextKeys[] = {{"answer"}, {"pattern"}, {"why", true}};
inline constexpr Place kWrongText{"wrong_text", kWrongTextKeys};

inline constexpr const Place* kQuestionPlaces[] = {&kQuestionsFile, &kQuestion,     &kChoice,
                                                   &kNumber,        &kRange,        &kWrongNumber,
                                                   &kText,          &kPatternPlace, &kWrongText};

inline constexpr Word<model::Question::Kind> kQuestionKinds[] = {
    {"choose-one", model::Question::Kind::choose_one},
    {"choose-all", model::Question::Kind::choose_all},
    {"number", model::Question::Kind::number},
    {"text", model::Question::Kind::text},
    {"open", model::Question::Kind::open}};

}  // namespace sockgrade::spec
