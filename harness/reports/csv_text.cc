#include "reports/csv_text.hh"

#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

// Spreadsheets run what begins with one of these, also behind spaces and in the forms of East Asian
// keyboards.
bool begins_a_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return false;
    text.remove_prefix(first);
    for (const std::string_view sign :
         {"=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"})
        if (text.starts_with(sign)) return true;
    return false;
}

}  // namespace

// Asked before and after control characters are written out: a tab in front is no reason to trust what is
// left.
std::string csv_text(std::string_view text) {
    const std::string line = one_line(text, 1000);
    std::string out = begins_a_formula(text) || begins_a_formula(line) ? "\"'" : "\"";
    for (const char c : line) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

}  // namespace sockgrade::reports
