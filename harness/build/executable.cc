#include "build/executable.hh"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "build/interpreter.hh"
#include "build/languages.hh"
#include "build/other_files.hh"
#include "sandbox/runtime_paths.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

// What a #! line asks for, and what of it is here.
struct Script {
    std::string wanted;                    // as it stands there, without env
    std::vector<std::string> command;      // the interpreter and its arguments; empty: there is none
    std::vector<std::string> readable;     // what that needs
    std::vector<std::string> environment;  // of `env NAME=value`
    bool starts_by_itself = false;  // Linux finds that very interpreter, here and among the files of a case
};

// "python3" of /usr/bin/python3, and of C:\Python312\python.exe.
std::string name_in(std::string_view interpreter) {
    std::string name(interpreter.substr(interpreter.find_last_of("/\\") + 1));
    if (to_lower(name).ends_with(".exe")) name = to_lower(name.substr(0, name.size() - 4));
    return name;
}

// Others that understand the same, as machines call them.
std::vector<std::string> names_for(const std::string& name) {
    if (name.starts_with("python2")) return {name};
    if (name.starts_with("python") || name == "py") return {name, "python3"};
    if (name == "node" || name == "nodejs") return {"node", "nodejs"};
    if (name == "sh" || name == "dash" || name == "ash" || name == "bash" || name == "ksh" || name == "zsh")
        return {name, "bash", "sh"};
    return {name};
}

std::optional<std::string> interpreter_for(const std::string& wanted, Workshop& workshop) {
    std::error_code error;
    if (wanted.starts_with('/') && fs::is_regular_file(wanted, error) && ::access(wanted.c_str(), X_OK) == 0)
        return wanted;
    for (const std::string& name : names_for(name_in(wanted)))
        if (auto file = workshop.find(name)) return file;
    return std::nullopt;
}

Interpreter with_its_installation(const std::string& file, Workshop& workshop) {
    const std::string name = name_in(file);
    if (name.starts_with("python3") || name == "python")
        return real_interpreter(file, python_portrait(), workshop);
    if (name == "node" || name == "nodejs") return real_interpreter(file, node_portrait(), workshop);
    return {file, sandbox::installation_of(file)};
}

Script script_of(std::vector<std::string> words, Workshop& workshop) {
    Script script;
    if (words.empty()) return script;
    const bool by_env = fs::path(words.front()).filename() == "env";
    if (by_env) {
        // env's own options and assignments stand before the name.
        const auto name = std::find_if(words.begin() + 1, words.end(), [](const std::string& word) {
            return !word.starts_with('-') && word.find('=') == std::string::npos;
        });
        std::copy_if(words.begin() + 1, name, std::back_inserter(script.environment),
                     [](const std::string& word) { return !word.starts_with('-'); });
        words.erase(words.begin(), name);
        if (words.empty()) return script;
    }
    script.wanted = words.front();
    const auto file = interpreter_for(script.wanted, workshop);
    if (!file) return script;
    const Interpreter interpreter = with_its_installation(*file, workshop);
    script.readable = interpreter.readable;
    const bool is_itself = interpreter.file == *file && name_in(*file) == name_in(script.wanted);
    // Programs have the system's folders in PATH, and none of ours.
    const std::string folder = fs::path(*file).parent_path().string();
    const bool is_in_path = folder == "/usr/local/bin" || folder == "/usr/bin" || folder == "/bin";
    script.starts_by_itself =
        is_itself && script.environment.empty() && (by_env ? is_in_path : *file == script.wanted);
    words.front() = interpreter.file;
    script.command = std::move(words);
    return script;
}

bool first_line_ends_in_cr(const std::string& text) {
    const std::size_t end = text.find('\n');
    return end != std::string::npos && end > 0 && text[end - 1] == '\r';
}

[[noreturn]] void refuse(const SourceFile& source, bool can_start) {
    const std::string advice = advice_on_other(source.name);
    const bool is_object = source.name.ends_with(".o") || source.name.ends_with(".so");
    if (!advice.empty() && (!can_start || is_object))
        throw UsageError(fmt::format("{}: {}", source.name, advice));
    if (can_start) {
        throw UsageError(fmt::format("{0}: it may not be executed; try: chmod +x {0}", source.name));
    }
    if (source.may_execute) {
        throw UsageError(
            fmt::format("{}: it is no program for Linux and no script with a #! line; give it a "
                        "first line such as #!/usr/bin/env python3, or an ending: {}",
                        source.name, known_endings()));
    }
    throw UsageError(
        fmt::format("{0}: I don't know what to do with it; give it an ending that says its language "
                    "({1}), or make a program of it and: chmod +x {0}",
                    source.name, known_endings()));
}

}  // namespace

Built build_executable(const SourceFile& source, Workshop& workshop) {
    const std::vector<std::string> words = shebang(source.text);
    const bool can_start = is_elf(source.text) || !words.empty();
    if (!can_start || !source.may_execute) refuse(source, can_start);

    Built built;
    built.command = {source.path};
    built.folder = source.folder;
    if (words.empty()) return built;
    Script script = script_of(words, workshop);
    if (script.command.empty())
        throw UsageError(
            fmt::format("{}: its first line asks for {}, which is not on this machine; install it, or "
                        "give the file an ending that says its language ({})",
                        source.name, quote(script.wanted, 80), known_endings()));
    built.readable = script.readable;
    // The kernel takes the CR as part of the interpreter's name, and the mark as no script at all. Neither
    // can be seen in an editor, and neither is about sockets.
    const bool odd = source.has_byte_order_mark || first_line_ends_in_cr(source.text);
    if (!odd && script.starts_by_itself) return built;
    const std::string why = source.has_byte_order_mark
                                ? "starts with a byte order mark, so Linux cannot start it by itself"
                            : odd ? "has lines that end in CR LF, so Linux cannot start it by itself"
                                  : fmt::format("asks for {} in its first line", quote(script.wanted, 80));
    built.notes.push_back(fmt::format("{} {}; it runs with {}", source.name, why, script.command.front()));
    built.environment = std::move(script.environment);
    script.command.push_back(source.path);
    built.command = std::move(script.command);
    return built;
}

}  // namespace sockgrade::build
