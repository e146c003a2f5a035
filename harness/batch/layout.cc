#include "batch/layout.hh"

#include <fmt/format.h>

#include <algorithm>

#include "batch/names.hh"

namespace sockgrade::batch {

namespace {

// Moodle takes a name apart at its underscores, and reads the number behind the first.
std::optional<std::string> place_in_moodle(const NameParts& parts, std::string_view ending) {
    if (parts.form != NameParts::Form::moodle) return std::nullopt;
    std::string who = parts.student;
    std::replace(who.begin(), who.end(), '_', ' ');
    return fmt::format("{}_{}_assignsubmission_file_/feedback{}", file_name_of(who), parts.id, ending);
}

// Canvas looks for the first two numbers between underscores, and wants those of a file that it has.
std::optional<std::string> place_in_canvas(const NameParts& parts, std::string_view entry,
                                           std::string_view ending) {
    if (parts.form != NameParts::Form::canvas) return std::nullopt;
    const std::string_view before = entry.substr(0, entry.size() - parts.file.size());
    return file_name_of(fmt::format("{}feedback{}", before, ending));
}

}  // namespace

std::optional<Layout> layout_named(std::string_view word) {
    if (word == "moodle") return Layout::moodle;
    if (word == "canvas") return Layout::canvas;
    if (word == "gradescope") return Layout::gradescope;
    return std::nullopt;
}

std::optional<std::string> place_in(Layout layout, const StudentRow& student, std::string_view ending) {
    // Gradescope's are folders; the others' names say by themselves what they are.
    const NameParts parts = parts_of_name(student.entry, layout == Layout::gradescope);
    switch (layout) {
        case Layout::moodle:
            return place_in_moodle(parts, ending);
        case Layout::canvas:
            return place_in_canvas(parts, student.entry, ending);
        case Layout::gradescope:
            break;
    }
    if (parts.form != NameParts::Form::gradescope) return std::nullopt;
    return file_name_of(student.entry) + "/results.json";
}

}  // namespace sockgrade::batch
