#include "batch/programs.hh"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/contents.hh"
#include "build/nearest.hh"
#include "build/other_files.hh"

namespace sockgrade::batch {

namespace {

constexpr std::size_t kMostShown = 8;

std::string some_of(std::vector<std::string> names) {
    const std::size_t count = names.size();
    if (count > kMostShown) names.resize(kMostShown);
    for (std::string& name : names) name = quote(name, 80);
    if (count > kMostShown) names.push_back(fmt::format("{} more", count - kMostShown));
    return list_of(names);
}

Wanted wanted_for(const Work& work, const Part& part, const model::Spec& half) {
    Wanted wanted;
    wanted.role = model::to_string(half.program.role);
    const auto named = part.asked.programs.find(wanted.role);
    wanted.patterns = named == part.asked.programs.end() ? part.asked.program : named->second;
    wanted.ignore_case = work.ignore_case;
    wanted.first_of_several = work.several == model::Assignment::Several::first;
    return wanted;
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

// The programs of the hand-in that are something else that was asked for.
std::vector<std::string> programs_for_others(const Work& work, const std::string& folder) {
    std::vector<std::string> found;
    const auto add = [&](const Part& part, const model::Spec& half) {
        const Choice choice = choose_program(folder, wanted_for(work, part, half));
        if (choice.what == Choice::What::found) found.push_back(choice.path);
        found.insert(found.end(), choice.candidates.begin(), choice.candidates.end());
    };
    for (const Part& part : work.parts) {
        if (!part.spec.is_pair()) add(part, part.spec);
        for (const model::Spec& half : part.spec.halves) add(part, half);
    }
    return found;
}

// What may be the program that was asked for, under another name or of another kind. Beside programs that are
// something else that was asked for, a text is none.
std::vector<std::string> strays(const Work& work, const std::string& folder,
                                const std::vector<std::string>& paths) {
    const std::vector<std::string> others = programs_for_others(work, folder);
    std::vector<std::string> found;
    for (const std::string& path : paths) {
        if (path.ends_with('/')) continue;
        const bool belongs_to_another =
            std::any_of(others.begin(), others.end(), [&](const std::string& other) {
                const std::string around = folder_of(other);
                return path == other || (!around.empty() && path.starts_with(around));
            });
        const bool may_be_one = others.empty() || build::is_program(folder, path) ||
                                build::kind_of_other(path) == build::OtherKind::part_of_a_program;
        if (!belongs_to_another && may_be_one) found.push_back(path);
    }
    return found;
}

// What helps with the first of them that tells. A text beside other things is no program that lacks its
// ending, but a text.
std::string advice_on(const std::vector<std::string>& found) {
    for (const std::string& path : found) {
        const std::string advice = build::advice_on_other(path);
        const bool is_text = build::kind_of_other(path) == build::OtherKind::document;
        if (advice.empty() || (is_text && found.size() > 1)) continue;
        return fmt::format(" {}: {}.", quote(path, 80), advice);
    }
    return "";
}

// No program of the wanted name: a zero for whoever has handed in nothing for it, and for nobody else.
[[noreturn]] void not_found(const Work& work, const std::string& folder, const std::string& like) {
    const std::vector<std::string> paths = build::paths_below(folder);
    if (paths.empty()) throw NotGraded{Outcome::missing, "The hand-in is empty."};
    std::string why = fmt::format("The hand-in has no program{}; it has {}.", like, some_of(paths));
    const std::vector<std::string> found = strays(work, folder, paths);
    if (found.empty()) throw NotGraded{Outcome::missing, why};
    throw NotGraded{Outcome::unclear, why + advice_on(found)};
}

}  // namespace

Program find_program(const Work& work, const Part& part, const model::Spec& half, const Prepared& prepared) {
    const Wanted wanted = wanted_for(work, part, half);
    Program program;
    program.role = wanted.role;
    const Choice choice = choose_program(prepared.folder(), wanted);
    const std::string like =
        wanted.patterns.empty() ? "" : fmt::format(" like {}", list_of(wanted.patterns, "or"));
    switch (choice.what) {
        case Choice::What::found:
            break;
        case Choice::What::missing:
            not_found(work, prepared.folder(), like);
        case Choice::What::several:
            throw NotGraded{Outcome::unclear, fmt::format("The hand-in has several programs{}: {}.", like,
                                                          some_of(choice.candidates))};
    }
    program.path = prepared.folder() + (choice.path.empty() ? "" : "/" + choice.path);
    program.shown = choice.path.empty() ? "." : choice.path;
    return program;
}

bool chooses_otherwise(const Work& work, const Part& part, const Submission& submission,
                       const ResultRow& row) {
    if (submission.files.empty()) return false;
    try {
        const Prepared prepared(submission);
        if (!prepared.refusal().empty()) return row.outcome != Outcome::refused;
        std::string shown;
        if (!part.spec.is_pair()) shown = find_program(work, part, part.spec, prepared).shown;
        for (const model::Spec& half : part.spec.halves) {
            const std::string one = find_program(work, part, half, prepared).shown;
            if (one != shown) shown += (shown.empty() ? "" : ", ") + one;
        }
        return row.outcome != Outcome::graded || row.program != shown;
    } catch (const NotGraded& why) {
        return row.outcome != why.outcome || row.message != why.message;
    }
}

build::Built build_one(const Work& work, const model::Spec& spec, const Program& program) {
    build::BuildOptions options;
    options.preferred_names = {program.role};
    options.find_sandbox = [&] { return work.sandbox; };
    try {
        return build::build(program.path, options);
    } catch (const UsageError& error) {
        std::string why = error.what();
        const std::size_t at = why.find(program.path);
        if (at != std::string::npos) why.replace(at, program.path.size(), program.shown);
        throw NotGraded{Outcome::unclear, fmt::format("{}: {}.", spec.exercise, why)};
    }
}

}  // namespace sockgrade::batch
