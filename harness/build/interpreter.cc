#include "build/interpreter.hh"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>

#include "build/source_file.hh"
#include "sandbox/runtime_paths.hh"
#include "system/find_program.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

// The standard library for itself, because a prefix may be a folder that holds other things too (~/.local).
constexpr const char* kPythonSelf =
    "import sys, sysconfig\n"
    "print('file=' + sys.executable)\n"
    "for folder in (sys.prefix, sys.base_prefix, sys.exec_prefix, sysconfig.get_path('stdlib'),\n"
    "               sysconfig.get_path('platstdlib')): print('folder=' + folder)\n";

bool is_binary(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string start(4, '\0');
    stream.read(start.data(), 4);
    return is_elf(start);
}

// As a program by itself, with the installation that its place suggests.
Interpreter taken_as_it_is(const std::string& file) { return {file, sandbox::installation_of(file)}; }

void add(std::vector<std::string>& readable, const std::string& path) {
    const bool known = std::any_of(readable.begin(), readable.end(), [&](const std::string& folder) {
        return sandbox::is_covered(path, {{folder, std::nullopt}});
    });
    if (!known && !sandbox::is_covered(path, sandbox::runtime_paths())) readable.push_back(path);
}

Interpreter ask(const std::string& file, const SelfPortrait& portrait, Workshop& workshop) {
    std::vector<std::string> argv = {file};
    argv.insert(argv.end(), portrait.arguments.begin(), portrait.arguments.end());
    const auto result = workshop.ask(argv);
    Interpreter found;
    std::vector<std::string> folders;
    for (const std::string_view whole : lines_of(result.output)) {
        const std::string_view line = trim(whole);
        if (line.starts_with(portrait.file_line))
            found.file = std::string(line.substr(portrait.file_line.size())) + portrait.file_below;
        else if (line.starts_with("folder=/"))
            folders.emplace_back(line.substr(std::string_view("folder=").size()));
    }
    if (!result.succeeded() || !fs::path(found.file).is_absolute() || !system::find_program(found.file))
        return taken_as_it_is(file);
    found.readable = sandbox::installation_of(found.file);
    for (const std::string& folder : folders) {
        std::error_code error;
        const fs::path real = fs::canonical(folder, error);
        if (error || sandbox::is_shared_folder(folder) || sandbox::is_shared_folder(real.string())) continue;
        add(found.readable, folder);
        add(found.readable, real.string());
    }
    return found;
}

}  // namespace

SelfPortrait python_portrait() {
    SelfPortrait portrait;
    portrait.arguments = {"-I", "-S", "-c", kPythonSelf};
    portrait.ask_programs_elsewhere = true;
    return portrait;
}

SelfPortrait node_portrait() {
    SelfPortrait portrait;
    portrait.arguments = {"-p", "'file=' + process.execPath"};
    portrait.ask_programs_elsewhere = true;
    return portrait;
}

SelfPortrait java_portrait(const std::string& tool) {
    SelfPortrait portrait;
    const std::string option = "-XshowSettings:properties";
    portrait.arguments = {tool == "javac" ? "-J" + option : option, "-version"};
    portrait.file_line = "java.home = ";
    portrait.file_below = "/bin/" + tool;
    return portrait;
}

SelfPortrait go_portrait() {
    SelfPortrait portrait;
    portrait.arguments = {"env", "GOROOT"};
    portrait.file_line = "";
    portrait.file_below = "/bin/go";
    portrait.ask_programs_elsewhere = true;
    return portrait;
}

Interpreter real_interpreter(const std::string& file, const SelfPortrait& portrait, Workshop& workshop) {
    const bool elsewhere = !sandbox::installation_of(file).empty();
    if (is_binary(file) && !(elsewhere && portrait.ask_programs_elsewhere)) return taken_as_it_is(file);
    static std::map<std::string, Interpreter> known;
    const auto found = known.find(file);
    if (found != known.end()) return found->second;
    return known[file] = ask(file, portrait, workshop);
}

}  // namespace sockgrade::build
