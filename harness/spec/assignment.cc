#include "spec/assignment.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include "base/error.hh"
#include "base/text.hh"
#include "spec/assignment_keys.hh"
#include "spec/context.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kMostParts = 100;
constexpr std::size_t kMostPatterns = 20;
constexpr std::size_t kMostPartPoints = 100'000;

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
    if (!section.is_list()) {
        add(section);
        return patterns;
    }
    const std::vector<Section> items = section.items(kMostPatterns);
    if (items.empty()) section.problem("expected at least one pattern");
    for (const Section& item : items) add(item);
    return patterns;
}

void check_exercise(const Section& section, const std::string& name) {
    if (is_name(name) || name.ends_with(".yaml") || name.ends_with(".yml")) return;
    section.problem("expected an exercise's id (see `sockgrade list`) or a spec's file that ends in .yaml");
}

model::AssignmentPart read_part(const Section& section) {
    model::AssignmentPart part;
    part.line = section.line();
    if (section.is_text()) {
        part.exercise = section.text().value_or("");
        check_exercise(section, part.exercise);
        return part;
    }
    if (!section.is(kPart)) return part;
    if (const auto exercise = section.find("exercise")) {
        part.exercise = exercise->text().value_or("");
        if (exercise->is_text()) check_exercise(*exercise, part.exercise);
    }
    if (const auto points = section.find("points")) part.points = points->number(0, kMostPartPoints);
    const auto program = section.find("program");
    const auto programs = section.find("programs");
    if (program && programs) programs->key_problem("'program' and 'programs' exclude each other");
    if (program) part.program = read_patterns(*program);
    if (programs && programs->is(kPair))
        for (const Section& entry : programs->entries()) part.programs[entry.key()] = read_patterns(entry);
    return part;
}

void read_assignment(const Section& top, model::Assignment& assignment) {
    if (!top.is(kAssignment)) return;
    if (const auto name = top.find("assignment")) {
        assignment.name = name->text().value_or("");
        if (name->is_text() && !is_name(assignment.name))
            name->problem("an id has lower-case letters, digits and dashes, and begins with a letter");
    }
    if (const auto title = top.find("title")) assignment.title = title->text().value_or("");
    if (const auto missing = top.find("missing"))
        assignment.missing = missing->one_of(Words<model::Assignment::Missing>(kMissing))
                                 .value_or(model::Assignment::Missing::zero);
    if (const auto several = top.find("several"))
        assignment.several = several->one_of(Words<model::Assignment::Several>(kSeveral))
                                 .value_or(model::Assignment::Several::ask);
    if (const auto ignore = top.find("ignore-case"))
        assignment.ignore_case = ignore->yes_or_no().value_or(true);
    const auto exercises = top.find("exercises");
    if (!exercises) return;
    const std::vector<Section> items = exercises->items(kMostParts);
    if (exercises->is_list() && items.empty()) exercises->problem("expected at least one exercise");
    for (const Section& item : items) {
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
    read_assignment(Section(parse_yaml(text, file_name), problems), assignment);
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

std::map<std::string, std::vector<model::Submitter>> read_submitters(const std::string& text,
                                                                     const std::string& file_name) {
    std::map<std::string, std::vector<model::Submitter>> by_folder;
    const ValuePtr top = parse_yaml(text, file_name, "file", kLargeFile);
    for (const Entry& entry : top->entries) {
        const Value* list = member_of(*entry.value, ":submitters");
        if (list == nullptr) list = member_of(*entry.value, "submitters");
        if (list == nullptr) continue;
        for (const ValuePtr& item : list->items) {
            model::Submitter submitter{text_of(*item, "name"), text_of(*item, "sid")};
            if (submitter.id.empty()) submitter.id = text_of(*item, "email");
            if (!submitter.name.empty() || !submitter.id.empty())
                by_folder[entry.key].push_back(std::move(submitter));
        }
    }
    return by_folder;
}

}  // namespace sockgrade::spec
