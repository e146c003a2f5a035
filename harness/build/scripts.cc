// Languages that are neither compiled nor looked at: an interpreter and the file.
#include "build/languages.hh"

namespace sockgrade::build {

namespace {

constexpr std::string_view kJavascriptEndings[] = {".js", ".mjs", ".cjs"};
constexpr std::string_view kShellEndings[] = {".sh"};

Built interpreted(const SourceFile& source, const std::string& interpreter) {
    Built built;
    built.command = {interpreter, source.path};
    built.folder = source.folder;
    built.notes = {"runs with " + interpreter};
    return built;
}

Built build_javascript(const SourceFile& source, Workshop& workshop) {
    return interpreted(source, workshop.find({"node", "nodejs"}, "to run " + source.name + " with"));
}

Built build_shell(const SourceFile& source, Workshop& workshop) {
    const auto bash = workshop.find("bash");
    Built built =
        interpreted(source, bash ? *bash : workshop.find({"sh", "bash"}, "to run " + source.name + " with"));
    if (source.text.find("\r\n") != std::string::npos) {
        built.notes.push_back("lines end in CR LF, and a shell takes the CR as part of the last word");
    }
    return built;
}

}  // namespace

const Language kJavascript = {"JavaScript", kJavascriptEndings, build_javascript};
const Language kShell = {"shell", kShellEndings, build_shell};

}  // namespace sockgrade::build
