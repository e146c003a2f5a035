#include "reports/class_why.hh"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

constexpr std::string_view kUnbuilt = "The program did not compile, so no case could be tried.";

std::string in_words(std::string name) {
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
    return one.cause.empty() ? "It failed, and nobody knows why." : as_sentence(in_words(one.cause));
}

void add_reason(std::vector<Reason>& reasons, const std::string& sentence, const std::string& id) {
    const auto known = std::find_if(reasons.begin(), reasons.end(),
                                    [&](const Reason& one) { return one.sentence == sentence; });
    if (known == reasons.end())
        reasons.push_back({sentence, {id}});
    else
        known->cases.push_back(id);
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
                                   one.cause.empty() ? "" : fmt::format(" ({})", in_words(one.cause))));
}

std::vector<SharedMistake> shared_mistakes(const ClassSummary& summary) {
    std::vector<SharedMistake> all;
    std::map<std::pair<std::string, std::string>, std::size_t> places;
    std::map<std::string, std::size_t> graded;
    for (const ClassLine& line : summary.lines) {
        if (line.outcome != "graded") continue;
        ++graded[line.exercise];
        for (const ClassCase& one : line.cases) {
            if (one.verdict != "failed") continue;
            const std::string sentence = mistake_of(one);
            const auto [place, is_new] = places.try_emplace({line.exercise, sentence}, all.size());
            if (is_new) all.push_back({line.exercise, sentence, {}, {}, 0});
            SharedMistake& mistake = all[place->second];
            if (std::find(mistake.cases.begin(), mistake.cases.end(), one.id) == mistake.cases.end())
                mistake.cases.push_back(one.id);
            const std::string& who = line.student.empty() ? line.submission : line.student;
            if (mistake.students.empty() || mistake.students.back() != who) mistake.students.push_back(who);
        }
    }
    std::erase_if(all, [](const SharedMistake& one) { return one.students.size() < 2; });
    for (SharedMistake& one : all) {
        one.graded = graded[one.exercise];
        if (one.sentence == kUnbuilt) one.cases.clear();
    }
    std::stable_sort(all.begin(), all.end(), [](const SharedMistake& a, const SharedMistake& b) {
        return a.students.size() > b.students.size();
    });
    return all;
}

}  // namespace sockgrade::reports
