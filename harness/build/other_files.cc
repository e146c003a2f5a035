#include "build/other_files.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/text.hh"
#include "build/languages.hh"

namespace sockgrade::build {

namespace {

// {0}: the file's name, {1}: the same without its ending.
constexpr const char* kOfClass = "compiled Java; hand in its source, {1}.java";
constexpr const char* kOfJar = "an archive of compiled Java; hand in the .java files that it was made of";
constexpr const char* kOfPyc = "compiled Python; hand in its source, {1}.py";
constexpr const char* kOfObject = "compiled and not linked; hand in its source, such as {1}.c";
constexpr const char* kOfExe = "a program for Windows, which Linux can't start; hand in its source";
constexpr const char* kOfArchive = "an archive; unpack it, and name the folder with what was in it";
constexpr const char* kOfNotebook =
    "a notebook; save the program in it as a file of its own, {1}.py: jupyter nbconvert --to script {0}";
constexpr const char* kOfCompiled =
    "{2}, which is not built by itself; put it into a folder with a Makefile that makes a program of it, or "
    "hand "
    "in one in another language";
constexpr const char* kOfScript =
    "a script in a language that is not started by itself; give it a first line that names its interpreter, "
    "such "
    "as #!/usr/bin/env {2}, and: chmod +x {0}";
constexpr const char* kOfProject = "the settings of a project; hand in the source files as well";
constexpr const char* kOfHeader = "a header, and no program by itself; hand in the .c or .cpp file too";
constexpr const char* kOfDocument =
    "a document; hand in the program itself, as a file of plain text such as {1}.py";
constexpr const char* kOfText =
    "a text; if it is the program, give it the ending of its language, such as {1}.py";
constexpr const char* kOfPicture = "a picture; hand in the program itself";

struct Other {
    std::string_view ending;
    const char* advice;
    OtherKind kind = OtherKind::part_of_a_program;
    std::string_view name{};  // {2}: of the language, or of its interpreter
};

constexpr auto kDocument = OtherKind::document;
constexpr auto kPart = OtherKind::part_of_a_program;

constexpr std::array kOthers = {
    Other{".class", kOfClass},
    Other{".jar", kOfJar},
    Other{".war", kOfJar},
    Other{".pyc", kOfPyc},
    Other{".o", kOfObject},
    Other{".obj", kOfObject},
    Other{".a", kOfObject},
    Other{".so", kOfObject},
    Other{".exe", kOfExe},
    Other{".dll", kOfExe},
    Other{".bat", kOfExe},
    Other{".ps1", kOfExe},
    Other{".zip", kOfArchive},
    Other{".tar", kOfArchive},
    Other{".tgz", kOfArchive},
    Other{".gz", kOfArchive},
    Other{".bz2", kOfArchive},
    Other{".xz", kOfArchive},
    Other{".zst", kOfArchive},
    Other{".7z", kOfArchive},
    Other{".rar", kOfArchive},
    Other{".ipynb", kOfNotebook},
    Other{".kt", kOfCompiled, kPart, "Kotlin"},
    Other{".rs", kOfCompiled, kPart, "Rust"},
    Other{".cs", kOfCompiled, kPart, "C#"},
    Other{".swift", kOfCompiled, kPart, "Swift"},
    Other{".scala", kOfCompiled, kPart, "Scala"},
    Other{".hs", kOfCompiled, kPart, "Haskell"},
    Other{".d", kOfCompiled, kPart, "D"},
    Other{".zig", kOfCompiled, kPart, "Zig"},
    Other{".nim", kOfCompiled, kPart, "Nim"},
    Other{".pas", kOfCompiled, kPart, "Pascal"},
    Other{".vb", kOfCompiled, kPart, "Visual Basic"},
    Other{".fs", kOfCompiled, kPart, "F#"},
    Other{".asm", kOfCompiled, kPart, "assembler"},
    Other{".s", kOfCompiled, kPart, "assembler"},
    Other{".ts", kOfCompiled, kPart, "TypeScript"},
    Other{".dart", kOfCompiled, kPart, "Dart"},
    Other{".ml", kOfCompiled, kPart, "OCaml"},
    Other{".rb", kOfScript, kPart, "ruby"},
    Other{".pl", kOfScript, kPart, "perl"},
    Other{".php", kOfScript, kPart, "php"},
    Other{".lua", kOfScript, kPart, "lua"},
    Other{".tcl", kOfScript, kPart, "tclsh"},
    Other{".ex", kOfScript, kPart, "elixir"},
    Other{".exs", kOfScript, kPart, "elixir"},
    Other{".h", kOfHeader},
    Other{".hh", kOfHeader},
    Other{".hpp", kOfHeader},
    Other{".sln", kOfProject},
    Other{".csproj", kOfProject},
    Other{".vcxproj", kOfProject},
    Other{".iml", kOfProject},
    Other{".doc", kOfDocument, kDocument},
    Other{".docx", kOfDocument, kDocument},
    Other{".odt", kOfDocument, kDocument},
    Other{".rtf", kOfDocument, kDocument},
    Other{".pdf", kOfDocument, kDocument},
    Other{".pages", kOfDocument, kDocument},
    Other{".html", kOfDocument, kDocument},
    Other{".txt", kOfText, kDocument},
    Other{".md", kOfText, kDocument},
    Other{".png", kOfPicture, kDocument},
    Other{".jpg", kOfPicture, kDocument},
    Other{".jpeg", kOfPicture, kDocument},
    Other{".heic", kOfPicture, kDocument},
    Other{".gif", kOfPicture, kDocument},
};

const Other* other_with(std::string_view file_name) {
    const std::string ending = to_lower(std::filesystem::path(file_name).extension().string());
    const auto* const found =
        std::find_if(kOthers.begin(), kOthers.end(), [&](const Other& one) { return one.ending == ending; });
    return found == kOthers.end() ? nullptr : found;
}

}  // namespace

OtherKind kind_of_other(std::string_view file_name) {
    const std::string stem = std::filesystem::path(file_name).stem().string();
    const Other* const other = other_with(file_name);
    if (other == nullptr) return OtherKind::unknown;
    // server.py.txt, as Windows and mail programs make them.
    return language_of(stem) != nullptr ? OtherKind::part_of_a_program : other->kind;
}

std::string advice_on_other(std::string_view file_name) {
    const std::filesystem::path path(file_name);
    const std::string name = escape(path.filename().string());
    const std::string stem = escape(path.stem().string());
    const Other* const other = other_with(file_name);
    if (other == nullptr) return "";
    if (other->advice == kOfText && language_of(path.stem().string()) != nullptr)
        return fmt::format("a program, it seems, with a second ending; rename it to {}", stem);
    return fmt::format(fmt::runtime(other->advice), name, stem, other->name);
}

}  // namespace sockgrade::build
