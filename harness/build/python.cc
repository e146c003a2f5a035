// Python runs as students run it: no -u, no other option. A syntax error is no build failure, since the
// program itself shows it with its traceback; only Python 2 is told apart, because its traceback misleads.
#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>
#include <string>

#include "build/interpreter.hh"
#include "build/languages.hh"
#include "build/program_parts.hh"
#include "build/python2.hh"
#include "sandbox/runtime_paths.hh"

namespace sockgrade::build {

namespace {

constexpr std::string_view kPythonEndings[] = {".py"};

constexpr const char* kCompile =
    "import sys\n"
    "try: compile(open(sys.argv[1], 'rb').read(), 'program', 'exec', dont_inherit=True)\n"
    "except SyntaxError as error: print(error.lineno or 0, error.msg)\n";

// The line that makes it Python 2, nullopt for Python 3. Asks python3 only when there is a print statement.
std::optional<std::size_t> python2_line(const SourceFile& source, const std::string& python3,
                                        Workshop& workshop) {
    const std::size_t first = first_print_statement(source.text);
    if (first == 0) return std::nullopt;
    const auto result =
        workshop.run({python3, "-I", "-S", "-W", "ignore", "-c", kCompile, source.path}, source.folder);
    if (!result.succeeded() || result.output.empty()) return std::nullopt;

    std::size_t number = 0;
    const std::string& output = result.output;
    const auto [end, error] = std::from_chars(output.data(), output.data() + output.size(), number);
    if (error != std::errc{}) return std::nullopt;
    const std::string_view message = trim(std::string_view(end, output.data() + output.size()));
    const auto lines = lines_of(source.text);
    const std::string_view line =
        number >= 1 && number <= lines.size() ? lines[number - 1] : std::string_view();
    if (!is_python2_error(message, line)) return std::nullopt;
    // A print statement is the plainest proof.
    return is_print_statement(line) ? number : first;
}

// A python2 in PATH may be a script that only says that there is none. Asked once for each file.
bool works(const std::string& python2, const std::string& folder, Workshop& workshop) {
    static std::map<std::string, bool> known;
    const auto found = known.find(python2);
    if (found != known.end()) return found->second;
    return known[python2] = workshop.run({python2, "-c", ""}, folder).succeeded();
}

std::optional<std::string> find_python2(const std::string& folder, Workshop& workshop) {
    for (const char* name : {"python2", "python2.7"}) {
        auto file = workshop.find(name);
        if (file && works(*file, folder, workshop)) return file;
    }
    return std::nullopt;
}

Built build_python(const SourceFile& source, Workshop& workshop) {
    const Interpreter python =
        real_interpreter(workshop.find({"python3", "python3"}, "to run " + source.name + " with"),
                         python_portrait(), workshop);
    const std::string& python3 = python.file;
    workshop.allow(python.readable);
    Built built;
    built.folder = source.folder;
    built.readable = python.readable;
    // No __pycache__ beside the student's files.
    built.environment = {"PYTHONDONTWRITEBYTECODE=1"};
    const auto proof = python2_line(source, python3, workshop);
    if (!proof) {
        built.command = {python3, source.path};
        built.notes = {"runs with " + python3};
        return built;
    }
    const std::string reason = fmt::format("line {}: {}", *proof, shorten(lines_of(source.text)[*proof - 1]));
    if (const auto python2 = find_python2(source.folder, workshop)) {
        built.command = {*python2, source.path};
        built.readable = sandbox::installation_of(*python2);
        built.notes = {fmt::format("this is Python 2 ({}); it runs with {}", reason, *python2)};
        return built;
    }
    built.failure =
        BuildFailure{fmt::format("this is Python 2 ({})", reason), "",
                     "in Python 3 it is print(...) with parentheses, input() for raw_input(), and sockets "
                     "take bytes: encode() before sending, decode() after receiving"};
    return built;
}

}  // namespace

const Language kPython = {"Python", kPythonEndings, build_python, has_python_statements};

}  // namespace sockgrade::build
