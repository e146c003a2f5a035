#include "build/languages.hh"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "base/text.hh"
#include "build/executable.hh"

namespace sockgrade::build {

namespace {

constexpr std::array kLanguages = {&kC, &kCpp, &kGo, &kJava, &kJavascript, &kPython, &kShell};

const Language* language_with(std::string_view ending) {
    for (const Language* language : kLanguages) {
        const auto& endings = language->endings;
        if (std::find(endings.begin(), endings.end(), ending) != endings.end()) return language;
    }
    return nullptr;
}

}  // namespace

const Language* language_of(std::string_view file_name) {
    const std::string ending = std::filesystem::path(file_name).extension().string();
    if (ending.empty()) return nullptr;
    // As it is first: .C is C++. Then SERVER.PY from a Windows machine.
    const Language* language = language_with(ending);
    return language != nullptr ? language : language_with(to_lower(ending));
}

std::string known_endings() {
    std::vector<std::string> all;
    for (const Language* language : kLanguages)
        all.insert(all.end(), language->endings.begin(), language->endings.end());
    return list_of(all, "or");
}

Built build_file(const SourceFile& source, Workshop& workshop) {
    const Language* language = language_of(source.name);
    return language != nullptr ? language->build(source, workshop) : build_executable(source, workshop);
}

}  // namespace sockgrade::build
