#include "cli/catalog.hh"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "base/error.hh"
#include "base/text.hh"
#include "faults/fault.hh"
#include "shipped/data_folder.hh"
#include "shipped/packed_data.hh"

namespace sockgrade::cli {

namespace fs = std::filesystem;

namespace {

spec::NameSets known_names() {
    spec::NameSets names;
    names.faults.assign(faults::catalog().begin(), faults::catalog().end());
    return names;
}

}  // namespace

std::string specs_folder() {
    std::error_code ignored;
    const auto beside = shipped::data_folder(
        {fs::read_symlink("/proc/self/exe", ignored), SOCKGRADE_INSTALLED_DATA, SOCKGRADE_SOURCE_DATA});
    if (beside.has_value()) return *beside / "specs";
    if (const auto packed = shipped::packed_data(); !packed.empty())
        return shipped::unpacked(packed, shipped::cache_folders()) / "specs";
    throw UsageError("the folder with the exercises' specs is missing; name a spec with --spec FILE");
}

std::vector<std::string> exercise_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(specs_folder()))
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem());
    std::sort(names.begin(), names.end());
    return names;
}

std::string spec_file(const std::string& name) {
    if (name.ends_with(".yaml") || name.ends_with(".yml")) return name;
    const std::vector<std::string> known = exercise_names();
    if (std::find(known.begin(), known.end(), name) != known.end())
        return (fs::path(specs_folder()) / (name + ".yaml")).string();
    const std::string near = nearest_name(name, known);
    throw UsageError(fmt::format("there is no exercise '{}'{}; `sockgrade list` shows them all", name,
                                 near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near)));
}

bool is_shipped(const model::Spec& spec) {
    std::error_code error;
    return fs::equivalent(fs::absolute(spec.file).parent_path(), specs_folder(), error);
}

model::Spec load_exercise(const std::string& name, const std::string& file, spec::Reader reader) {
    return spec::load_spec(file.empty() ? spec_file(name) : file, known_names(), reader);
}

void add_spec(CLI::App& command, std::string& file) {
    command.add_option("--spec", file, "a spec file instead of the exercise's own");
}

}  // namespace sockgrade::cli
