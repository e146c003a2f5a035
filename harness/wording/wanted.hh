// What a step that asks for words, and not for a message, finds in an output. It is a pattern (RE2), or
// begins with what else it is: "says: loss 20%", "reports of missing doubled late: missing 2". A plan keeps
// it so, and a transcript that was saved with it can be judged again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::wording {

std::string wanted_sentence(const std::string& sentence);
std::string wanted_reports(const std::vector<std::string>& kinds, const std::string& reports);

bool is_about_reports(const std::string& wanted);

// How often it is printed; of a sentence and of reports: once, or not at all.
std::size_t times_printed(const std::string& wanted, std::string_view output);

// More reports than are wanted, whatever else is missing.
bool reports_too_much(const std::string& wanted, std::string_view output);

}  // namespace sockgrade::wording
