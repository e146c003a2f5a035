// Languages that are neither compiled nor looked at: an interpreter and the file.
#include "build/interpreter.hh"
#include "build/languages.hh"
#include "build/program_parts.hh"
#include "sandbox/runtime_paths.hh"

namespace sockgrade::build {

namespace {

constexpr std::string_view kJavascriptEndings[] = {".js", ".mjs", ".cjs"};
constexpr std::string_view kShellEndings[] = {".sh"};

Built interpreted(const SourceFile& source, const Interpreter& interpreter) {
    Built built;
    built.command = {interpreter.file, source.path};
    built.folder = source.folder;
    built.readable = interpreter.readable;
    built.notes = {"runs with " + interpreter.file};
    return built;
}

Built build_javascript(const SourceFile& source, Workshop& workshop) {
    const std::string node = workshop.find({"node", "nodejs"}, "to run " + source.name + " with");
    return interpreted(source, real_interpreter(node, node_portrait(), workshop));
}

Built build_shell(const SourceFile& source, Workshop& workshop) {
    const auto bash = workshop.find("bash");
    const std::string shell = bash ? *bash : workshop.find({"sh", "bash"}, "to run " + source.name + " with");
    Built built = interpreted(source, {shell, sandbox::installation_of(shell)});
    if (source.text.find("\r\n") != std::string::npos) {
        built.notes.push_back("lines end in CR LF, and a shell takes the CR as part of the last word");
    }
    return built;
}

}  // namespace

const Language kJavascript = {"JavaScript", kJavascriptEndings, build_javascript, has_javascript_statements};
const Language kShell = {"shell", kShellEndings, build_shell};

}  // namespace sockgrade::build
