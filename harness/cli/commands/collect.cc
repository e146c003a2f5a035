// sockgrade collect ASSIGNMENT SUBMISSIONS --out FOLDER
//
// What a tool that looks for similar programs wants: a folder for each student with the sources of one
// exercise, and the starters that everybody began with, apart.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/names.hh"
#include "batch/programs.hh"
#include "batch/roster.hh"
#include "build/languages.hh"
#include "build/program_parts.hh"
#include "build/source_file.hh"
#include "build/tree.hh"
#include "cli/class_work.hh"
#include "cli/commands/commands.hh"
#include "cli/output.hh"
#include "reports/wording.hh"
#include "system/temporary_place.hh"

namespace sockgrade::cli {

namespace {

struct CollectOptions {
    std::string assignment;  // or an exercise
    std::string submissions;
    std::string out;
    std::string roster;
};

namespace fs = std::filesystem;

struct Source {
    fs::path place;  // as seen from the student's folder
    build::SourceFile file;
};
using Sources = std::vector<Source>;

// Those below a folder, where it is there; what is compiled, and what tools leave behind, is not wanted.
Sources sources_below(const fs::path& folder, const fs::path& place = {}) {
    Sources sources;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const fs::path& file = entry->path();
        if (file.filename().string().starts_with('.')) {
            entry.disable_recursion_pending();
        } else if (build::language_of(file.filename().string()) != nullptr &&
                   build::is_file_inside(folder, file)) {
            sources.push_back({place / file.lexically_relative(folder), build::open_source(file.string())});
        }
    }
    return sources;
}

std::vector<std::string> parts_of(const build::SourceFile& source) {
    const build::Language* const language = build::language_of(source.name);
    if (language == &build::kC || language == &build::kCpp) return build::c_parts_of(source);
    if (language == &build::kGo) return build::go_parts_of(source);
    return {};
}

Sources sources_of(const std::string& program, const fs::path& place) {
    if (fs::is_directory(program)) return sources_below(program, place);
    const build::SourceFile source = build::open_source(program);
    if (build::language_of(source.name) == nullptr) return {};
    Sources sources{{place / source.name, source}};
    for (const std::string& name : parts_of(source))
        sources.push_back({place / name, build::open_source(source.folder + "/" + name)});
    return sources;
}

// Of a pair both programs, each in a folder of its role.
Sources sources_of(const batch::Work& work, const batch::Part& part, const batch::Prepared& prepared) {
    if (!part.spec.is_pair())
        return sources_of(batch::find_program(work, part, part.spec, prepared).path, {});
    Sources all;
    for (const model::Spec& half : part.spec.halves) {
        const batch::Program program = batch::find_program(work, part, half, prepared);
        for (Source& one : sources_of(program.path, program.role)) all.push_back(std::move(one));
    }
    return all;
}

// A student's; or why there are none.
Sources sources_of(const batch::Work& work, const batch::Part& part, const batch::Submission& student,
                   std::string& why) {
    Sources sources;
    if (student.files.empty()) {
        why = student.unclear.empty() ? "Nothing was handed in." : student.unclear;
        return sources;
    }
    try {
        const batch::Prepared prepared(student);
        why = prepared.refusal();
        if (why.empty()) sources = sources_of(work, part, prepared);
        if (why.empty() && sources.empty()) why = "There is no source, only what was compiled.";
    } catch (const batch::NotGraded& not_graded) {
        why = not_graded.message;
    } catch (const UsageError& error) {  // a file that may not be read
        why = error.what();
    }
    return sources;
}

Sources starters_of(const model::Spec& spec, const fs::path& place = {}) {
    if (spec.handout.empty()) return {};
    const fs::path handout = fs::path(spec.file).parent_path() / spec.handout;
    return sources_below(handout.parent_path() / "starter", place);
}

void write_sources(const Sources& sources, const fs::path& folder) {
    for (const Source& one : sources) {
        const fs::path to = folder / one.place;
        std::error_code error;
        fs::create_directories(to.parent_path(), error);
        if (error)
            throw UsageError(
                fmt::format("can't make the folder '{}': {}", to.parent_path().string(), error.message()));
        write_file(to.string(), one.file.text);
    }
}

std::string collect_part(const batch::Work& work, const batch::Part& part, const batch::Class& all,
                         const fs::path& out) {
    std::string left_out;
    std::size_t collected = 0;
    for (const batch::Submission& student : all.submissions) {
        std::string why;
        const Sources sources = sources_of(work, part, student, why);
        if (sources.empty()) {
            left_out +=
                fmt::format("  left out: {}: {}\n", escape(student.name.empty() ? student.key : student.name),
                            reports::one_line(why));
        } else {
            write_sources(sources, out / "programs" / batch::file_name_of(student.key));
            ++collected;
        }
    }
    Sources starters = starters_of(part.spec);
    for (const model::Spec& half : part.spec.halves)
        for (Source& one : starters_of(half, model::to_string(half.program.role)))
            starters.push_back(std::move(one));
    write_sources(starters, out / "starters");
    return fmt::format("{}: programs of {} in {}, {} in {}\n", part.spec.exercise,
                       count_of(collected, "student"), escape((out / "programs").string()),
                       count_of(starters.size(), "starter"), escape((out / "starters").string())) +
           left_out;
}

int collect(const CollectOptions& options) {
    const batch::Work work = class_work(options.assignment, {});
    std::vector<batch::RosterEntry> roster;
    if (!options.roster.empty()) roster = batch::read_roster(read_file(options.roster), options.roster);
    std::error_code error;
    if (fs::exists(options.out, error) && !fs::is_empty(options.out, error))
        throw UsageError(fmt::format("there is something in '{}' already; name another folder", options.out));
    system::use_temporary_place();
    const batch::Class all = batch::find_submissions(options.submissions, roster);
    std::string text;
    for (const std::string& note : all.notes) text += "note: " + note + "\n";
    for (const batch::OwnNote& note : all.own_notes) text += "note: " + note.text + "\n";
    for (const std::string& key : all.nobodys)
        text += fmt::format("note: {} is not on the class list\n", quote(key, 80));
    for (const batch::Part& part : work.parts)
        text += collect_part(work, part, all, fs::path(options.out) / part.spec.exercise);
    print(text);
    return 0;
}

}  // namespace

void add_collect(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<CollectOptions>();
    CLI::App* const command = app.add_subcommand(
        "collect",
        "lay out a class's programs, and the starters apart, for a tool that looks for similar ones");
    command->add_option("ASSIGNMENT", options->assignment, "an exercise, or an assignment's YAML file")
        ->required();
    command->add_option("SUBMISSIONS", options->submissions, "the hand-ins, as for `sockgrade batch`")
        ->required();
    command->add_option("--out", options->out, "a new folder")->required();
    add_roster(*command, options->roster);
    command->callback([options, &line] { line.action = [options] { return collect(*options); }; });
}

}  // namespace sockgrade::cli
