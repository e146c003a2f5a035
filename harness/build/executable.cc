#include "build/executable.hh"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/error.hh"
#include "build/languages.hh"
#include "build/other_files.hh"
#include "sandbox/runtime_paths.hh"

namespace sockgrade::build {

namespace {

// The program that a #! line names, found in PATH, and its arguments. Empty when it is not there.
std::vector<std::string> interpreter(std::vector<std::string> words, const Workshop& workshop) {
    if (words.empty()) return {};
    if (std::filesystem::path(words.front()).filename() == "env") {
        // env's own options and assignments stand before the name.
        words.erase(words.begin(), std::find_if(words.begin() + 1, words.end(), [](const std::string& word) {
                        return !word.starts_with('-') && word.find('=') == std::string::npos;
                    }));
        if (words.empty()) return {};
    }
    const auto file = workshop.find(std::filesystem::path(words.front()).filename().string());
    if (!file) return {};
    words.front() = *file;
    return words;
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
    // The kernel takes the CR as part of the interpreter's name, and the mark as no script at all. Neither
    // can be seen in an editor, and neither is about sockets.
    // What the kernel itself will look for.
    std::vector<std::string> command = interpreter(words, workshop);
    if (!command.empty()) built.readable = sandbox::installation_of(command.front());
    const bool odd = source.has_byte_order_mark || first_line_ends_in_cr(source.text);
    if (words.empty() || !odd) return built;
    if (command.empty()) return built;
    built.notes.push_back(fmt::format(
        "{} {}, so Linux cannot start it by itself; it runs with {}", source.name,
        source.has_byte_order_mark ? "starts with a byte order mark" : "has lines that end in CR LF",
        command.front()));
    command.push_back(source.path);
    built.command = std::move(command);
    return built;
}

}  // namespace sockgrade::build
