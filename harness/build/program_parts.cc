#include "build/program_parts.hh"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <set>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/error.hh"
#include "build/languages.hh"
#include "build/tree.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

// The files of its language that begin no program, beside `source`.
std::vector<SourceFile> parts_beside(const SourceFile& source) {
    const Language* const language = language_of(source.name);
    std::vector<SourceFile> parts;
    std::error_code error;
    for (fs::directory_iterator entry(source.folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name == source.name || name.starts_with('.') || language_of(name) != language ||
            !is_file_inside(source.folder, entry->path()))
            continue;
        SourceFile part = open_source(entry->path().string());
        if (!language->begins_in(part)) parts.push_back(std::move(part));
    }
    std::sort(parts.begin(), parts.end(),
              [](const SourceFile& one, const SourceFile& other) { return one.name < other.name; });
    return parts;
}

std::vector<std::string> names_of(const std::vector<SourceFile>& parts) {
    std::vector<std::string> names;
    for (const SourceFile& part : parts) names.push_back(part.name);
    return names;
}

bool is_of_a_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// "int main(", or the "main (" of who writes the type on the line above; not a call, nor a declaration, nor
// what a comment says.
bool begins_c_main(std::string_view line) {
    line = trim(line);
    const std::size_t at = line.find("main");
    const bool is_declaration = line.ends_with(';') && line.find('{') == std::string_view::npos;
    if (at == std::string_view::npos || is_declaration) return false;
    const std::string_view before = line.substr(0, at);
    const bool is_type = std::all_of(before.begin(), before.end(),
                                     [](char c) { return is_of_a_word(c) || c == ' ' || c == '\t'; });
    const bool is_whole = before.empty() || !is_of_a_word(before.back());
    return is_type && is_whole && !before.starts_with("return") &&
           trim(line.substr(at + std::string_view("main").size())).starts_with('(');
}

// One that can't be read may be one: who builds it says what is wrong.
bool may_begin_in(const fs::path& file) {
    const Language* const language = language_of(file.filename().string());
    if (language == nullptr || language->begins_in == nullptr) return true;
    try {
        return language->begins_in(open_source(file.string()));
    } catch (const UsageError&) {
        return true;
    }
}

// Whether a line says what a name stands for, and calls nothing.
bool is_plain_assignment(std::string_view line) {
    const std::size_t equals = line.find('=');
    return equals != std::string_view::npos && equals > 0 && line.find('(') == std::string_view::npos &&
           line.find_first_of(" \t(") >= equals - 1;
}

bool begins_with_one_of(std::string_view line, std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return line.starts_with(word); });
}

// The lines that stand at the very left: what is inside of a function or a class is indented.
bool has_statements(const SourceFile& source, std::span<const std::string_view> definitions,
                    bool (*defines)(std::string_view line)) {
    const auto lines = lines_of(source.text);
    return std::any_of(lines.begin(), lines.end(), [&](std::string_view line) {
        if (line.empty() || line.front() == ' ' || line.front() == '\t') return false;
        line = trim(line);
        return !line.empty() && !begins_with_one_of(line, definitions) && !defines(line);
    });
}

std::string_view package_of(const SourceFile& source) {
    for (const std::string_view line : lines_of(source.text))
        if (line.starts_with("package ")) return trim(line.substr(line.find(' ')));
    return {};
}

}  // namespace

bool has_c_main(const SourceFile& source) {
    const auto lines = lines_of(source.text);
    return std::any_of(lines.begin(), lines.end(), begins_c_main);
}

bool has_go_main(const SourceFile& source) {
    const auto lines = lines_of(source.text);
    return std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
        return line.starts_with("func main(") || line.starts_with("func main (");
    });
}

bool has_java_main(const SourceFile& source) {
    const std::string_view text = source.text;
    for (std::size_t at = text.find("void"); at != std::string_view::npos; at = text.find("void", at + 1)) {
        const std::string_view behind = trim(text.substr(at + std::string_view("void").size()));
        constexpr std::string_view kMain = "main";
        if (behind.starts_with(kMain) && trim(behind.substr(kMain.size())).starts_with('(')) return true;
    }
    return false;
}

bool has_python_statements(const SourceFile& source) {
    static constexpr std::array<std::string_view, 12> kDefinitions = {
        "#", "import ", "from ", "def ", "async def ", "class ", "@", ")", "]", "}", "\"\"\"", "'''"};
    return has_statements(source, kDefinitions, is_plain_assignment);
}

bool has_javascript_statements(const SourceFile& source) {
    static constexpr std::array<std::string_view, 15> kDefinitions = {
        "//",     "/*",     "}",       "'use strict'", "\"use strict\"",  "import ",
        "class ", "export", "exports", "function ",    "async function ", "module.exports",
        "]",      ")",      "#!"};
    return has_statements(source, kDefinitions, [](std::string_view line) {
        constexpr std::array<std::string_view, 3> kNames = {"const ", "let ", "var "};
        if (!begins_with_one_of(line, kNames)) return false;
        const std::string_view named = line.substr(line.find(' ') + 1);
        return is_plain_assignment(named) || named.find("= require(") != std::string_view::npos;
    });
}

std::vector<std::string> c_parts_of(const SourceFile& source) { return names_of(parts_beside(source)); }

std::vector<std::string> go_parts_of(const SourceFile& source) {
    std::vector<SourceFile> parts = parts_beside(source);
    std::erase_if(parts, [&](const SourceFile& part) {
        // go itself leaves out what begins with _.
        return part.name.starts_with('_') || part.name.ends_with("_test.go") ||
               package_of(part) != package_of(source);
    });
    return names_of(parts);
}

void leave_out_parts(const std::string& folder, std::vector<std::string>& paths) {
    std::set<const Language*> begun;
    std::vector<std::string> parts;
    for (const std::string& path : paths) {
        if (may_begin_in(fs::path(folder) / path))
            begun.insert(language_of(path));
        else
            parts.push_back(path);
    }
    const auto is_part = [&](const std::string& path) {
        return begun.contains(language_of(path)) &&
               std::find(parts.begin(), parts.end(), path) != parts.end();
    };
    std::erase_if(paths, is_part);
}

}  // namespace sockgrade::build
