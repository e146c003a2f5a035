#include "build/tools_here.hh"

#include <array>

#include "build/source_file.hh"
#include "sandbox/runtime_paths.hh"
#include "system/command.hh"
#include "system/find_program.hh"

namespace sockgrade::build {

namespace {

struct Known {
    const char* name;
    const char* language;
    const char* package;
    const char* question;
};

constexpr std::array kKnown = {
    Known{"python3", "Python", "python3", "--version"},
    Known{"gcc", "C", "gcc", "--version"},
    Known{"g++", "C++", "g++", "--version"},
    Known{"javac", "Java", "default-jdk-headless", "-version"},
    Known{"java", "Java", "default-jre-headless", "-version"},
    Known{"go", "Go", "golang-go", "version"},
    Known{"node", "JavaScript", "nodejs", "--version"},
    Known{"make", "folders with a Makefile", "make", "--version"},
};

std::optional<std::string> version_of(const std::string& file, const char* question,
                                      std::string_view search_path) {
    system::CommandOptions command;
    command.argv = {file, question};
    command.folder = "/";
    // Version managers look into the home folder for what to start.
    command.environment = {"PATH=" + std::string(search_path), "HOME=" + sandbox::home_folder(),
                           "LANG=C.UTF-8"};
    command.time_limit = std::chrono::seconds(20);
    const system::CommandResult result = system::run_command(command);
    const auto lines = lines_of(result.output);
    if (!result.succeeded() || lines.empty()) return std::nullopt;
    return std::string(trim(lines.front()));
}

}  // namespace

std::vector<ToolHere> tools_here(std::string_view search_path) {
    std::vector<ToolHere> all;
    for (const Known& tool : kKnown) {
        ToolHere here{tool.name, tool.language, tool.package, std::nullopt};
        if (const auto file = system::find_program(tool.name, search_path))
            here.version = version_of(*file, tool.question, search_path);
        all.push_back(std::move(here));
    }
    return all;
}

}  // namespace sockgrade::build
