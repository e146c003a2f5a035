#include "reports/class_why.hh"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

constexpr std::string_view kUnbuilt = "The program did not compile, so no case could be tried.";

std::string cause_in_words(std::string name) {
    std::replace(name.begin(), name.end(), '-', ' ');
    return name;
}

std::string as_sentence(std::string text) {
    if (!text.empty() && std::string_view(".!?:\"").find(text.back()) == std::string_view::npos) text += '.';
    return text;
}

std::string sentence_of_case(const ClassCase& one) {
    if (!one.why.empty()) return as_sentence(one.why);
    if (!one.summary.empty()) return as_sentence(one.summary);
    return one.cause.empty() ? "It failed, and nobody knows why." : as_sentence(cause_in_words(one.cause));
}

void add_reason(std::vector<Reason>& reasons, const std::string& sentence, const std::string& id) {
    const auto known = std::find_if(reasons.begin(), reasons.end(),
                                    [&](const Reason& one) { return one.sentence == sentence; });
    if (known == reasons.end())
        reasons.push_back({sentence, {id}});
    else
        known->cases.push_back(id);
}

struct InExercise {
    std::string exercise;
    std::vector<std::string> cases;
};

struct FoundMistake {
    std::string sentence;
    std::vector<InExercise> exercises;
    std::vector<std::pair<std::string, std::string>> students;  // the hand-in's name, the student's
};

void add_to(FoundMistake& mistake, const ClassLine& line, const ClassCase& one) {
    auto place = std::find_if(mistake.exercises.begin(), mistake.exercises.end(),
                              [&](const InExercise& other) { return other.exercise == line.exercise; });
    if (place == mistake.exercises.end())
        place = mistake.exercises.insert(mistake.exercises.end(), {line.exercise, {}});
    const bool is_about_a_case = one.cause != "build-failed";
    if (is_about_a_case && std::find(place->cases.begin(), place->cases.end(), one.id) == place->cases.end())
        place->cases.push_back(one.id);
    // A student's lines stand one behind the other.
    if (mistake.students.empty() || mistake.students.back().first != line.submission)
        mistake.students.emplace_back(line.submission, label_of(line));
}

SharedMistake as_shared(const FoundMistake& mistake, const ClassSummary& summary) {
    SharedMistake shared;
    shared.sentence = mistake.sentence;
    std::set<std::string> exercises;
    for (const InExercise& one : mistake.exercises) {
        exercises.insert(one.exercise);
        shared.places.push_back(one.cases.empty() ? one.exercise
                                                  : fmt::format("{}: {}", one.exercise, list_of(one.cases)));
    }
    for (const auto& [submission, name] : mistake.students) shared.students.push_back(name);
    std::set<std::string> graded;
    for (const ClassLine& line : summary.lines)
        if (line.outcome == "graded" && exercises.contains(line.exercise)) graded.insert(line.submission);
    shared.graded = graded.size();
    return shared;
}

}  // namespace

std::vector<Reason> reasons_of(const ClassLine& line) {
    if (line.outcome != "graded")
        return line.message.empty() ? std::vector<Reason>{} : std::vector<Reason>{{line.message, {}}};
    if (is_unbuilt(line)) {
        const auto first = std::find_if(line.cases.begin(), line.cases.end(),
                                        [](const ClassCase& one) { return one.cause == "build-failed"; });
        return {{as_sentence("The program did not compile: " + first->summary), {}}};
    }
    std::vector<Reason> reasons;
    for (const bool is_required : {true, false})
        for (const ClassCase& one : line.cases)
            if (one.verdict == "failed" && (one.level == "must") == is_required)
                add_reason(reasons, sentence_of_case(one), one.id);
    if (reasons.empty() && !line.failed.empty()) reasons.push_back({"failed: " + line.failed, {}});
    return reasons;
}

std::string why_of(const ClassLine& line) {
    std::string text;
    for (const Reason& one : reasons_of(line)) {
        text += (text.empty() ? "" : " ") + one.sentence;
        if (!one.cases.empty()) text += fmt::format(" ({})", list_of(one.cases));
    }
    return text;
}

std::string mistake_of(const ClassCase& one) {
    if (one.cause == "build-failed") return std::string(kUnbuilt);
    if (!one.mistake.empty()) return one.mistake;
    const std::string what = one.title.empty() ? one.id : one.title;
    return as_sentence(fmt::format("Without a known cause: \"{}\" failed{}", what,
                                   one.cause.empty() ? "" : fmt::format(" ({})", cause_in_words(one.cause))));
}

std::vector<SharedMistake> shared_mistakes(const ClassSummary& summary) {
    std::vector<FoundMistake> all;
    std::map<std::string, std::size_t> places;
    for (const ClassLine& line : summary.lines) {
        if (line.outcome != "graded") continue;
        for (const ClassCase& one : line.cases) {
            if (one.verdict != "failed") continue;
            const std::string sentence = mistake_of(one);
            const auto [place, is_new] = places.try_emplace(sentence, all.size());
            if (is_new) all.push_back({sentence, {}, {}});
            add_to(all[place->second], line, one);
        }
    }
    std::vector<SharedMistake> shared;
    for (const FoundMistake& one : all)
        if (one.students.size() > 1) shared.push_back(as_shared(one, summary));
    std::stable_sort(shared.begin(), shared.end(), [](const SharedMistake& a, const SharedMistake& b) {
        return a.students.size() > b.students.size();
    });
    return shared;
}

}  // namespace sockgrade::reports
