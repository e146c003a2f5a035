#include "spec/assignment.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include "base/error.hh"
#include "base/text.hh"
#include "spec/check.hh"
#include "spec/context.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

namespace {

constexpr language::Type kAssignmentFile = language::map_of<language::kAssignmentFile>();

void check_pattern_text(const Section& section, const std::string& pattern) {
    if (pattern.empty() || pattern == "/") section.problem("a pattern names files, such as \"server.*\"");
    if (pattern.find("..") != std::string::npos)
        section.problem("a pattern stays within the hand-in; \"..\" has no place in it");
    if (std::count(pattern.begin(), pattern.end(), '[') > std::count(pattern.begin(), pattern.end(), ']') ||
        std::count(pattern.begin(), pattern.end(), '{') > std::count(pattern.begin(), pattern.end(), '}'))
        section.problem("a bracket or brace is not closed");
}

std::vector<std::string> read_patterns(const Section& section) {
    std::vector<std::string> patterns;
    const auto add = [&](const Section& one) {
        if (const auto text = one.text()) {
            check_pattern_text(one, *text);
            patterns.push_back(*text);
        }
    };
    add(section);
    for (const Section& item : section.items()) add(item);
    return patterns;
}

std::optional<DateTime> read_due(const Section& section) {
    const auto text = section.text();
    return text ? read_date_time(*text) : std::nullopt;
}

// Without a day to be late after, nobody is ever late, and the rule is a mistake.
void read_late_rule(const Section& top, model::Assignment& assignment) {
    const auto late = top.find("late");
    if (!late) return;
    model::LateRule& rule = assignment.late.emplace();
    late->read("percent-a-day", rule.percent_a_day);
    late->read("free-days", rule.free_days);
    const bool has_due = top.has("due") || std::any_of(assignment.parts.begin(), assignment.parts.end(),
                                                       [](const auto& part) { return part.due.has_value(); });
    if (!has_due) late->key_problem("'late' counts from 'due', which is missing");
}

model::AssignmentPart read_part(const Section& section) {
    model::AssignmentPart part;
    part.line = section.line();
    if (section.is_text()) {
        part.exercise = section.text().value_or("");
        return part;
    }
    section.read("exercise", part.exercise);
    section.read("points", part.points);
    if (const auto due = section.find("due")) part.due = read_due(*due);
    if (const auto program = section.find("program")) part.program = read_patterns(*program);
    if (const auto programs = section.find("programs"))
        for (const Section& entry : programs->entries()) part.programs[entry.key()] = read_patterns(entry);
    return part;
}

void read_assignment(const Section& top, model::Assignment& assignment) {
    top.read("assignment", assignment.name);
    top.read("title", assignment.title);
    top.read("missing", assignment.missing);
    top.read("several", assignment.several);
    top.read("questions", assignment.questions);
    top.read("ignore-case", assignment.ignore_case);
    if (const auto due = top.find("due")) assignment.due = read_due(*due);
    const auto exercises = top.find("exercises");
    if (!exercises) return;
    for (const Section& item : exercises->items()) {
        model::AssignmentPart part = read_part(item);
        for (const model::AssignmentPart& earlier : assignment.parts)
            if (!part.exercise.empty() && earlier.exercise == part.exercise)
                item.problem(fmt::format("the exercise '{}' is here twice, first in line {}",
                                         escape(part.exercise), earlier.line));
        assignment.parts.push_back(std::move(part));
    }
}

const Value* member_of(const Value& map, std::string_view key) {
    for (const Entry& entry : map.entries)
        if (entry.key == key) return entry.value.get();
    return nullptr;
}

// Gradescope's keys are Ruby's symbols.
std::string text_of(const Value& map, std::string_view key) {
    const Value* found = member_of(map, fmt::format(":{}", key));
    if (found == nullptr) found = member_of(map, key);
    return found != nullptr && found->kind == Value::Kind::text ? found->text : "";
}

std::string text_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    // A folder opens like a file, and fails when it is read.
    if (!file || !(text << file.rdbuf()))
        throw UsageError(fmt::format("cannot read the assignment '{}': {}", path,
                                     errno != 0 ? std::generic_category().message(errno) : "it is empty"));
    return text.str();
}

}  // namespace

model::Assignment load_assignment_text(const std::string& text, const std::string& file_name) {
    model::Assignment assignment;
    assignment.file = file_name;
    Problems problems(file_name);
    const Section top(parse_yaml(text, file_name), kAssignmentFile, problems);
    check(top);
    read_assignment(top, assignment);
    if (top.is_map()) read_late_rule(top, assignment);
    problems.throw_if_any();
    return assignment;
}

model::Assignment load_assignment(const std::string& path) {
    return load_assignment_text(text_of_file(path), path);
}

bool is_assignment(const std::string& path) {
    const ValuePtr top = parse_yaml(text_of_file(path), path);
    return member_of(*top, "assignment") != nullptr || member_of(*top, "exercises") != nullptr;
}

std::map<std::string, model::HandInRecord> read_submitters(const std::string& text,
                                                           const std::string& file_name) {
    std::map<std::string, model::HandInRecord> by_folder;
    const ValuePtr top = parse_yaml(text, file_name, "file", kLargeFile);
    for (const Entry& entry : top->entries) {
        const Value* list = member_of(*entry.value, ":submitters");
        if (list == nullptr) list = member_of(*entry.value, "submitters");
        if (list == nullptr) continue;
        for (const ValuePtr& item : list->items) {
            model::Submitter submitter{text_of(*item, "name"), text_of(*item, "sid")};
            if (submitter.id.empty()) submitter.id = text_of(*item, "email");
            if (!submitter.name.empty() || !submitter.id.empty())
                by_folder[entry.key].submitters.push_back(std::move(submitter));
        }
        if (const auto record = by_folder.find(entry.key); record != by_folder.end())
            record->second.handed_in = read_date_time(text_of(*entry.value, "created_at"));
    }
    return by_folder;
}

}  // namespace sockgrade::spec
