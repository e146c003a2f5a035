// sockgrade start EXERCISE [FOLDER]
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "base/error.hh"
#include "base/shell_word.hh"
#include "base/text.hh"
#include "cli/catalog.hh"
#include "cli/commands/commands.hh"
#include "cli/exercise_folder.hh"
#include "cli/new_files.hh"
#include "cli/output.hh"
#include "questions/explain.hh"

namespace sockgrade::cli {

namespace {

struct StartOptions {
    std::string exercise;
    std::string folder;    // where to; empty: named after the exercise
    std::string language;  // of the starter
};

namespace fs = std::filesystem;

// Beside the specs, as they come with this program.
fs::path handouts_of(const std::string& exercise) {
    return fs::path(specs_folder()) / "../exercises" / exercise;
}

std::vector<std::string> languages_of(const fs::path& starter) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(starter, error), end; !error && at != end; at.increment(error))
        if (at->is_directory()) names.push_back(at->path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

// What was asked for; else Python, which most begin with, where there is one.
std::string language_of(const std::string& wish, const std::vector<std::string>& known,
                        const std::string& exercise) {
    const auto is_known = [&](const std::string& name) {
        return std::find(known.begin(), known.end(), name) != known.end();
    };
    if (!wish.empty() && !is_known(wish))
        throw UsageError(known.empty() ? fmt::format("{} has no starters", exercise)
                                       : fmt::format("{} has no starter in {}; it has {}", exercise,
                                                     quote(wish, 40), list_of(known)));
    if (!wish.empty() || known.empty()) return wish;
    return is_known("python") ? "python" : known.front();
}

// A handout links to its starters: [`starter/c/server.c`](starter/c/server.c). Here those of one language lie
// beside it, and links to the others would lead nowhere.
std::string handout_beside_starters(std::string text, const std::string& language) {
    constexpr std::string_view kLink = "](starter/";
    for (std::size_t at = text.find(kLink); at != std::string::npos; at = text.find(kLink, at)) {
        const std::size_t begin = text.rfind('[', at);
        const std::size_t end = text.find(')', at);
        if (begin == std::string::npos || end == std::string::npos) break;
        const std::string place = text.substr(at + kLink.size(), end - at - kLink.size());
        const std::size_t slash = place.find('/');
        const bool is_here = slash == std::string::npos || place.substr(0, slash) == language;
        const std::string said = is_here ? fmt::format("[`{0}`]({0})", place.substr(slash + 1))
                                         : fmt::format("`starter/{}`", place);
        text.replace(begin, end + 1 - begin, said);
        at = begin + said.size();
    }
    return text;
}

std::vector<NewFile> files_of(const model::Spec& spec, const std::string& wish) {
    const fs::path from = handouts_of(spec.exercise);
    std::vector<NewFile> files;
    std::error_code error;
    const std::vector<std::string> known = languages_of(from / "starter");
    const std::string language = language_of(wish, known, spec.exercise);
    if (fs::is_regular_file(from / "README.md", error))
        files.push_back({"README.md",
                         handout_beside_starters(read_file((from / "README.md").string()), language),
                         "the task"});
    if (!language.empty())
        for (const auto& entry : fs::directory_iterator(from / "starter" / language))
            if (entry.is_regular_file())
                files.push_back({entry.path().filename().string(), read_file(entry.path().string()),
                                 fmt::format("to begin with, in {}", language)});
    if (!spec.questions.empty())
        files.push_back({"answers.yaml", questions::blank_answers(spec.exercise, spec.questions),
                         fmt::format("{} to answer", count_of(spec.questions.size(), "question"))});
    std::sort(files.begin() + (files.empty() ? 0 : 1), files.end(),
              [](const NewFile& a, const NewFile& b) { return a.name < b.name; });
    files.push_back(
        {kExerciseFile, exercise_file(spec.exercise), "says `sockgrade check` which exercise it is"});
    return files;
}

void refuse_another_exercise(const std::string& folder, const std::string& exercise) {
    const auto known = exercise_of(folder);
    if (known && *known != exercise)
        throw UsageError(fmt::format("{} is for {} already; name another folder: sockgrade start {} FOLDER",
                                     quote(folder), *known, exercise));
}

int start(const StartOptions& options) {
    const model::Spec spec = load_exercise(options.exercise);
    if (spec.is_pair()) {
        std::vector<std::string> commands;
        for (const model::Spec& half : spec.halves)
            commands.push_back(fmt::format("`sockgrade start {}`", half.exercise));
        throw UsageError(fmt::format("{} has two programs, which are exercises of their own: {}",
                                     spec.exercise, list_of(commands)));
    }
    const std::string folder = options.folder.empty() ? spec.exercise : options.folder;
    const std::vector<NewFile> files = files_of(spec, options.language);
    refuse_another_exercise(folder, spec.exercise);
    std::string said = fmt::format("{} in {}\n", spec.title, escape(folder)) + lay_out(folder, files);
    const std::vector<std::string> languages = languages_of(handouts_of(spec.exercise) / "starter");
    if (options.language.empty() && languages.size() > 1)
        said += fmt::format("Other languages: --language {}\n", list_of(languages, "or"));
    std::error_code error;
    const bool is_here = fs::equivalent(folder, ".", error);
    said +=
        fmt::format("Next: {}sockgrade check\n", is_here ? "" : fmt::format("cd {} && ", shell_word(folder)));
    print(said);
    return 0;
}

}  // namespace

void add_start(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<StartOptions>();
    CLI::App* const command =
        app.add_subcommand("start", "lay out an exercise: its handout, a starter and its questions");
    command->add_option("EXERCISE", options->exercise, "an exercise (see `sockgrade list`)")->required();
    command->add_option("FOLDER", options->folder, "where to (default: named after the exercise)");
    command->add_option("--language", options->language, "python (default), c, cpp, java")
        ->type_name("LANGUAGE");
    command->callback([options, &line] { line.action = [options] { return start(*options); }; });
}

}  // namespace sockgrade::cli
