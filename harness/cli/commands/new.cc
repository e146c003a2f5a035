// sockgrade new NAME [FOLDER]
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
#include "cli/new_files.hh"
#include "cli/output.hh"
#include "spec/context.hh"

namespace sockgrade::cli {

namespace {

namespace fs = std::filesystem;

struct NewOptions {
    std::string name;
    std::string folder;  // where to; empty: named after the exercise
    std::string role = "server";
    std::string transport = "tcp";
    std::string title;  // empty: that of the template
};

// What a template is called in its own files.
constexpr std::string_view kTemplateName = "new-exercise";
constexpr std::string_view kTemplateSchema = "../../specs/schema.json";

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

std::string title_of(const std::string& handout) {
    const std::size_t end = handout.find('\n');
    return handout.starts_with("# ") ? handout.substr(2, end - 2) : "";
}

std::string meaning_of(const std::string& name) {
    if (name == "README.md") return "the handout: what students are asked to build";
    if (name.ends_with(".yaml")) return "the spec: how it is graded";
    if (name.starts_with("proof/accepted")) return "a program that passes";
    return name.starts_with("proof/forgiven") ? "one that passes, and loses points"
                                              : "one that fails, and why";
}

std::vector<NewFile> files_of(const NewOptions& options) {
    const fs::path from =
        fs::path(specs_folder()) / "../templates" / fmt::format("{}-{}", options.transport, options.role);
    const std::string title = title_of(read_file((from / "README.md").string()));
    const std::string schema = fs::weakly_canonical(fs::path(specs_folder()) / "schema.json").string();
    std::vector<NewFile> files;
    for (const auto& entry : fs::recursive_directory_iterator(from)) {
        if (!entry.is_regular_file()) continue;
        NewFile file{fs::relative(entry.path(), from).string(), read_file(entry.path().string()), {}};
        file.what = meaning_of(file.name);
        replace_all(file.name, kTemplateName, options.name);
        replace_all(file.content, kTemplateName, options.name);
        replace_all(file.content, kTemplateSchema, schema);
        if (!options.title.empty()) replace_all(file.content, title, options.title);
        files.push_back(std::move(file));
    }
    std::sort(files.begin(), files.end(), [](const NewFile& a, const NewFile& b) { return a.name < b.name; });
    return files;
}

void check(const NewOptions& options) {
    if (!spec::is_name(options.name))
        throw UsageError(fmt::format(
            "{} is no name for an exercise: it has lower-case letters, digits and dashes, and begins with a "
            "letter",
            quote(options.name, 60)));
    const std::vector<std::string> known = exercise_names();
    if (std::find(known.begin(), known.end(), options.name) != known.end())
        throw UsageError(
            fmt::format("there is an exercise {} already: `sockgrade show {}`", options.name, options.name));
    if (options.title.find_first_of("\n\"\\#:{}[]") != std::string::npos)
        throw UsageError("a title is one line, without quotes, colons, braces and brackets");
}

int make_new(const NewOptions& options) {
    check(options);
    const std::string folder = options.folder.empty() ? options.name : options.folder;
    std::string said = fmt::format("A new exercise in {}\n", escape(folder));
    said += lay_out(folder, files_of(options));
    const std::string spec = shell_word((fs::path(folder) / (options.name + ".yaml")).string());
    said += fmt::format(
        "Next: sockgrade verify {}    does it accept and reject what it must?\n"
        "      sockgrade show {}    its cases in plain words\n",
        spec, spec);
    print(said);
    return 0;
}

}  // namespace

void add_new(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<NewOptions>();
    CLI::App* const command = app.add_subcommand(
        "new", "begin an exercise of your own: a spec, a handout, and programs that prove it");
    command->add_option("NAME", options->name, "what it is called, such as quiz-server")->required();
    command->add_option("FOLDER", options->folder, "where to (default: named after the exercise)");
    command
        ->add_option("--role", options->role,
                     "what students write: server (default), client, sender, receiver")
        ->check(CLI::IsMember({"server", "client", "sender", "receiver"}))
        ->type_name("ROLE");
    command->add_option("--transport", options->transport, "tcp (default) or udp")
        ->check(CLI::IsMember({"tcp", "udp"}))
        ->type_name("TRANSPORT");
    command->add_option("--title", options->title, "its title")->type_name("TEXT");
    command->callback([options, &line] { line.action = [options] { return make_new(*options); }; });
}

}  // namespace sockgrade::cli
