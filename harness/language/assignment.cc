// An assignment: exercises put together for a class.
#include "model/assignment.hh"

#include "language/language.hh"

namespace sockgrade::language {

namespace {

constexpr Word kMissing[] = {
    {"zero", model::Assignment::Missing::zero, "No points."},
    {"leave-out", model::Assignment::Missing::leave_out, "No line in the results."},
};
constexpr Word kSeveral[] = {
    {"ask", model::Assignment::Several::ask, "Somebody is asked to look."},
    {"first", model::Assignment::Several::first,
     "The one nearest to the top, then first in the alphabet, is graded."},
};
constexpr Word kQuestions[] = {
    {"auto", model::Assignment::Questions::automatic,
     "Who hands in answers reads which are right. They count nothing."},
    {"always", model::Assignment::Questions::always,
     "They count for everybody. Who hands in no answers has no points for them."},
    {"never", model::Assignment::Questions::never, "Answers are not looked at."},
};

// clang-format off

constexpr Type kExercise = of_form(Form::exercise);
constexpr Type kPatterns = kText.or_list_of(kText, 1, 20, "pattern");

constexpr Key kProgramsKeys[] = {
    {"sender", kPatterns, "",
     "Where the sender is.",
     "programs: { sender: \"sender.*\" }"},
    {"receiver", kPatterns, "",
     "Where the receiver is.",
     "programs: { sender: \"sender.*\", receiver: \"receiver.*\" }"},
    {"client", kPatterns, "",
     "Where the client is.",
     "programs: { client: \"client/**/*.c\" }"},
    {"server", kPatterns, "",
     "Where the server is.",
     "programs: { client: \"client.*\", server: [\"server.*\", \"main.*\"] }"},
};
constexpr Place kPrograms = {
    "programs", "The programs of a pair", Scene::program,
    "Of a pair: where each of the two is.",
    kProgramsKeys};

constexpr Key kPartKeys[] = {
    {"exercise", kExercise, kRequired,
     "An exercise's id, or a spec's file as seen from this one.",
     "exercise: tcp-sender"},
    {"program", kPatterns, "",
     "Where the program is in a hand-in: `*` and `?` stand for letters, `**` for folders, `{py,c}` for one of several; at any depth, unless it begins with a slash. Of several patterns, the first that finds something counts.",
     "program: \"sender.{py,c}\""},
    {"programs", map_of<kPrograms>(), "",
     "Of a pair: where each of the two is.",
     "programs: { sender: \"sender.*\", receiver: \"receiver.*\" }", "program"},
    {"points", number(0, 100'000), "",
     "What all points of this exercise count together. Without it, as its cases say.",
     "points: 10"},
    {"due", kMoment, "",
     "Until when a hand-in of this exercise is in time, in place of the assignment's.",
     "due: 2026-03-19 23:59"},
};
constexpr Place kPart = {
    "part", "An exercise of an assignment", Scene::program,
    "An exercise, and where in a hand-in its program is.",
    kPartKeys};
constexpr Type kOnePart = kExercise.or_map<kPart>();

constexpr Key kLatenessKeys[] = {
    {"percent-a-day", number(0, 100), kRequired,
     "So much of what the program has reached is taken for each day that has begun.",
     "late: { percent-a-day: 10 }"},
    {"free-days", number(0, 365), "0",
     "So many days cost nothing.",
     "late: { percent-a-day: 10, free-days: 2 }"},
};
constexpr Place kLateness = {
    "late", "What being late costs", Scene::file,
    "What being late costs. It counts from `due`.",
    kLatenessKeys};

constexpr Key kAssignmentKeys[] = {
    {"assignment", kName, kRequired,
     "The assignment's id.",
     "assignment: week-2"},
    {"title", kText, "",
     "One line, shown above the class's results.",
     "title: \"Week 2: TCP\""},
    {"exercises", list_of(kOnePart, 1, 100, "exercise"), kRequired,
     "What each student is graded on, in the order of the results. An exercise's id alone will do.",
     "exercises: [tcp-sender, { exercise: tcp-receiver, points: 10 }]"},
    {"missing", one_of(kMissing), "zero",
     "What becomes of an exercise for which nothing is there.",
     "missing: leave-out"},
    {"several", one_of(kSeveral), "ask",
     "What becomes of an exercise for which several programs are there.",
     "several: first"},
    {"questions", one_of(kQuestions), "auto",
     "Whether the questions of exercises count.",
     "questions: always"},
    {"ignore-case", kYesOrNo, "true",
     "Whether patterns take capitals and small letters for the same.",
     "ignore-case: false"},
    {"due", kMoment, "",
     "Until when a hand-in is in time, that minute included: 2026-03-12 23:59. With a zone: 2026-03-12 23:59 +01:00; without, by the clock of the machine that grades.",
     "due: 2026-03-12 23:59"},
    {"late", map_of<kLateness>(), "",
     "What being late costs.",
     "late: { percent-a-day: 10, free-days: 2 }"},
};

}  // namespace

constinit const Place kAssignmentFile = {
    "assignment", "An assignment", Scene::file,
    "Exercises put together for a class: what `sockgrade batch` grades.",
    kAssignmentKeys};

}  // namespace sockgrade::language
