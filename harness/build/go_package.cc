#include "build/go_package.hh"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "build/tree.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> other_go_files(const SourceFile& source) {
    std::vector<std::string> others;
    std::error_code error;
    for (fs::directory_iterator entry(source.folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        // go itself leaves out what begins so.
        const bool is_left_out = name.starts_with('.') || name.starts_with('_') || name.ends_with("_test.go");
        if (name.ends_with(".go") && !is_left_out && name != source.name &&
            is_file_inside(source.folder, entry->path()))
            others.push_back(name);
    }
    std::sort(others.begin(), others.end());
    return others;
}

std::string package_of(const SourceFile& source) {
    for (const std::string_view line : lines_of(source.text))
        if (line.starts_with("package ")) return std::string(trim(line.substr(line.find(' '))));
    return {};
}

}  // namespace

bool has_go_main(const SourceFile& source) {
    const auto lines = lines_of(source.text);
    return std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
        return line.starts_with("func main(") || line.starts_with("func main (");
    });
}

std::vector<std::string> go_files_of(const SourceFile& source) {
    std::vector<std::string> files{source.name};
    for (const std::string& name : other_go_files(source)) {
        const SourceFile other = open_source((fs::path(source.folder) / name).string());
        if (!has_go_main(other) && package_of(other) == package_of(source)) files.push_back(name);
    }
    return files;
}

}  // namespace sockgrade::build
