// A time as a course system writes it into a table. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "base/date_time.hh"

namespace sockgrade::batch {

// As read_date_time() has it, or in words, as Moodle's grading worksheet has it in English, German, Spanish,
// French, Italian and Portuguese: "Thursday, 12 March 2026, 11:58 PM", "Donnerstag, 12. März 2026, 23:58",
// "12.3.2026 23:58". Nothing for "-", for a date without a time and for what can be read in two ways, such as
// 03/04/2026.
std::optional<DateTime> table_time(std::string_view text);

}  // namespace sockgrade::batch
