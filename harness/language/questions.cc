// Questions beside the program of an exercise.
#include "model/question.hh"

#include "language/language.hh"

namespace sockgrade::language {

namespace {

// clang-format off

constexpr Type kAnswerText = kSentence;

constexpr Key kChoiceKeys[] = {
    {"answer", kSentence, kRequired,
     "What one may choose.",
     "choose-one: [{ answer: TCP, right: true }, { answer: UDP, why: UDP does not put pieces in order. }]"},
    {"right", kYesOrNo, "false",
     "Is it right?",
     "choose-all: [{ answer: send(), right: true }, { answer: sendto(), right: true }]"},
    {"why", kSentence, "",
     "Why it is wrong, for whoever chose it; without telling what is right. Every wrong answer has one.",
     "choose-one: [{ answer: \"53\", right: true }, { answer: \"22\", why: That port is SSH's. }]"},
};
constexpr Place kChoice = {
    "choice", "A choice", Scene::question,
    "Choices are called a, b, c ... in their order, so a new one goes to the end.",
    kChoiceKeys};
constexpr Type kOneChoice = map_of<kChoice>();
constexpr Type kChoices = list_of(kOneChoice, 2, 12, "answer");

constexpr Key kRangeKeys[] = {
    {"from", kDecimal, kRequired,
     "The least.",
     "number: { right: { from: 3, to: 4 } }"},
    {"to", kDecimal, kRequired,
     "The most.",
     "number: { right: { from: 0.5, to: 1.5 } }"},
};
constexpr Place kRange = {
    "range", "A range", Scene::question,
    "All numbers from one to another.",
    kRangeKeys};
constexpr Type kNumberOrRange = kDecimal.or_map<kRange>();

constexpr Key kWrongNumberKeys[] = {
    {"number", kNumberOrRange, kRequired,
     "The number, or a range.",
     "number: { right: 3, wrong: [{ number: 1, why: UDP does not put messages together. }] }"},
    {"why", kSentence, kRequired,
     "Why it is wrong.",
     "number: { right: 3, wrong: [{ number: { from: 4, to: 9 }, why: Each call sends one datagram. }] }"},
};
constexpr Place kWrongNumber = {
    "wrong_number", "A wrong number", Scene::question,
    "A mistake that you foresee.",
    kWrongNumberKeys};
constexpr Type kOneWrongNumber = map_of<kWrongNumber>();

constexpr Key kNumberKeys[] = {
    {"right", kNumberOrRange, kRequired,
     "The right number, or a range.",
     "number: { right: 3 }"},
    {"wrong", list_of(kOneWrongNumber, 0, 50, "number"), "[]",
     "Mistakes that you foresee.",
     "number: { right: 3, wrong: [{ number: 1, why: UDP does not put messages together. }] }"},
    {"otherwise", kSentence, "",
     "Why any other number is wrong.",
     "number: { right: 3, otherwise: Count the calls. }"},
};
constexpr Place kNumber = {
    "number", "A question for a number", Scene::question,
    "One number is right, and any other is wrong.",
    kNumberKeys};

constexpr Key kPatternKeys[] = {
    {"pattern", kPattern, kRequired,
     "The regular expression.",
     "text: { right: [{ pattern: \"secure shell( ssh)?\" }] }"},
};
constexpr Place kPatternMap = {
    "pattern", "A pattern for a text", Scene::question,
    "A regular expression ([RE2](https://github.com/google/re2/wiki/Syntax)) for the whole answer, as small words with one space between them.",
    kPatternKeys};
constexpr Type kRightText = kAnswerText.or_map<kPatternMap>();

constexpr Key kWrongTextKeys[] = {
    {"answer", kAnswerText, kOneOfThese,
     "A text as somebody writes it.",
     "text: { right: [SSH], wrong: [{ answer: telnet, why: That one has port 23. }] }"},
    {"pattern", kPattern, kOneOfThese,
     "A regular expression for it.",
     "text: { right: [SSH], wrong: [{ pattern: \"(the )?web\", why: That one has port 80. }] }"},
    {"why", kSentence, kRequired,
     "Why it is wrong.",
     "text: { right: [SSH], wrong: [{ answer: dns, why: That one has port 53. }] }"},
};
constexpr Place kWrongText = {
    "wrong_text", "A wrong text", Scene::question,
    "A mistake that you foresee.",
    kWrongTextKeys};
constexpr Type kOneWrongText = map_of<kWrongText>();

constexpr Key kTextKeys[] = {
    {"right", list_of(kRightText, 1, 50, "right answer"), kRequired,
     "Texts as people write them, and patterns.",
     "text: { right: [SSH, secure shell] }"},
    {"wrong", list_of(kOneWrongText, 0, 50, "text"), "[]",
     "Mistakes that you foresee.",
     "text: { right: [SSH], wrong: [{ answer: telnet, why: That one has port 23. }] }"},
    {"otherwise", kSentence, "",
     "Why any other text is wrong. Without it, any other text is left for a person.",
     "text: { right: [SSH], otherwise: Look into /etc/services. }"},
};
constexpr Place kTextMap = {
    "text", "A question for a text", Scene::question,
    "A few words. They are compared as small words with one space between them; punctuation and articles are put aside.",
    kTextKeys};

constexpr Key kQuestionKeys[] = {
    {"id", kName, kRequired,
     "What stands in front of the answer in `answers.yaml`. No case of the exercise has it.",
     "id: three-calls"},
    {"ask", kSentence, kRequired,
     "The question.",
     "ask: Which service is found at port 22?"},
    {"section", kSentence, "",
     "The section of the handout that has what it takes.",
     "section: Ports"},
    {"points", number(0, 1000), "1",
     "What it is worth.",
     "points: 2"},
    {"level", one_of(kLevels), "must",
     "What it means to fail.",
     "level: should", "open"},
    {"hint", kSentence, "",
     "For whoever answers wrong.",
     "hint: Look into /etc/services.", "open"},
    {"reveal", kYesOrNo, "false",
     "A report on a wrong answer shows the right one; on one that is missing, never.",
     "reveal: true", "open"},
    {"choose-one", kChoices, kOneOfThese,
     "One answer is right.",
     "choose-one: [{ answer: TCP, right: true }, { answer: UDP, why: UDP does not put pieces in order. }]"},
    {"choose-all", kChoices, kOneOfThese,
     "All right answers are to be chosen, and no others.",
     "choose-all: [{ answer: TCP, right: true }, { answer: UDP, right: true }, { answer: IP, why: It has no ports. }]"},
    {"number", map_of<kNumber>(), kOneOfThese,
     "A number is right.",
     "number: { right: 3 }"},
    {"text", map_of<kTextMap>(), kOneOfThese,
     "A few words are right.",
     "text: { right: [SSH] }"},
    {"open", kSentence, kOneOfThese,
     "A person judges it: what to look for. It stands in no report.",
     "open: Only the receiver can tell, by an acknowledgement."},
};
constexpr Place kQuestion = {
    "question", "A question", Scene::question,
    "What is asked, and in one of these forms, how it is answered.",
    kQuestionKeys};
constexpr Type kOneQuestion = map_of<kQuestion>();

constexpr Key kQuestionsFileKeys[] = {
    {"exercise", kName, kRequired,
     "The id of the exercise.",
     "exercise: udp-sender"},
    {"questions", list_of(kOneQuestion, 1, 100, "question"), kRequired,
     "The questions, in their order.",
     "questions: [{ id: port-22, ask: \"Which service is found at port 22?\", text: { right: [SSH] } }]"},
};

}  // namespace

constinit const Place kQuestionsFile = {
    "questions_file", "A file of questions", Scene::file,
    "Questions beside the program of an exercise. Its spec names this file.",
    kQuestionsFileKeys};

}  // namespace sockgrade::language
