#include "batch/programs.hh"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/contents.hh"

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

}  // namespace

Program find_program(const Work& work, const Part& part, const model::Spec& half, const Prepared& prepared) {
    Program program;
    program.role = model::to_string(half.program.role);
    Wanted wanted;
    const auto named = part.asked.programs.find(program.role);
    wanted.patterns = named == part.asked.programs.end() ? part.asked.program : named->second;
    wanted.role = program.role;
    wanted.ignore_case = work.ignore_case;
    wanted.first_of_several = work.several == model::Assignment::Several::first;
    const Choice choice = choose_program(prepared.folder(), wanted);
    const std::string like =
        wanted.patterns.empty() ? "" : fmt::format(" like {}", list_of(wanted.patterns, "or"));
    switch (choice.what) {
        case Choice::What::found:
            break;
        case Choice::What::missing: {
            const std::vector<std::string> paths = paths_below(prepared.folder());
            throw NotGraded{Outcome::missing, paths.empty()
                                                  ? "The hand-in is empty."
                                                  : fmt::format("The hand-in has no program{}; it has {}.",
                                                                like, some_of(paths))};
        }
        case Choice::What::several:
            throw NotGraded{Outcome::unclear,
                            fmt::format("The hand-in has several programs{}: {}. Somebody has to say which "
                                        "one is meant.",
                                        like, some_of(choice.candidates))};
    }
    program.path = prepared.folder() + (choice.path.empty() ? "" : "/" + choice.path);
    program.shown = choice.path.empty() ? "." : choice.path;
    return program;
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
