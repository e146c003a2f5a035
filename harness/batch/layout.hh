// Where a course system looks for what a student gets back: names as its own download gave them. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "batch/store.hh"

namespace sockgrade::batch {

enum class Layout { moodle, canvas, gradescope };
std::optional<Layout> layout_named(std::string_view word);

// The path of a student's page, with `ending` (".html"):
// Moodle      Ann Lee_1234_assignsubmission_file_/feedback.html    the number says whose it is
// Canvas      leeann_1234_5678_feedback.html                       student and attachment
// Gradescope  submission_1234/results.json
// Nothing for a hand-in that did not come from there.
std::optional<std::string> place_in(Layout layout, const StudentRow& student, std::string_view ending);

}  // namespace sockgrade::batch
