#include "build/python2.hh"

#include <algorithm>
#include <array>

#include "build/source_file.hh"

namespace sockgrade::build {

namespace {

constexpr std::string_view kPrint = "print";

bool starts_statement(std::string_view before) {
    before = trim(before);
    return before.empty() || before.ends_with(':') || before.ends_with(';');
}

bool starts_expression(char c) {
    return c == '"' || c == '\'' || c == '`' || c == '_' || (c >= '0' && c <= '9') ||
           (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_operand(std::string_view after) {
    if (after.empty()) return false;
    const std::string_view operand = trim(after);
    if (operand.empty()) return false;
    if (operand.starts_with(">>")) return true;
    const bool quote = operand.front() == '"' || operand.front() == '\'';
    const bool apart = after.front() == ' ' || after.front() == '\t';
    return quote || (apart && starts_expression(operand.front()));
}

}  // namespace

bool is_print_statement(std::string_view line) {
    for (std::size_t at = line.find(kPrint); at != std::string_view::npos; at = line.find(kPrint, at + 1)) {
        if (starts_statement(line.substr(0, at)) && has_operand(line.substr(at + kPrint.size()))) return true;
    }
    return false;
}

std::size_t first_print_statement(std::string_view text) {
    const auto lines = lines_of(text);
    const auto found = std::find_if(lines.begin(), lines.end(), is_print_statement);
    return found == lines.end() ? 0 : static_cast<std::size_t>(found - lines.begin()) + 1;
}

bool is_python2_error(std::string_view message, std::string_view line) {
    constexpr std::array kMessages = {
        std::string_view("Missing parentheses in call to"),       // print "a", exec "a"
        std::string_view("multiple exception types must be"),     // except E, e:
        std::string_view("leading zeros in decimal integer"),     // 0777
        std::string_view("invalid decimal literal"),              // 10L
        std::string_view("inconsistent use of tabs"),             // Python 2 counts a tab as 8 spaces
        std::string_view("Function parameters cannot be paren"),  // def f((a, b)):
    };
    const bool known = std::any_of(kMessages.begin(), kMessages.end(),
                                   [&](std::string_view start) { return message.starts_with(start); });
    line = trim(line);
    const bool old_raise = line.starts_with("raise ") && line.find(',') != std::string_view::npos;
    return known || is_print_statement(line) || old_raise || line.find("<>") != std::string_view::npos ||
           line.find('`') != std::string_view::npos;
}

}  // namespace sockgrade::build
