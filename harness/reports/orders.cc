#include "reports/orders.hh"

#include <algorithm>

namespace sockgrade::reports {

std::size_t find_order(std::string_view text, std::size_t from) {
    for (std::size_t at = from; (at = text.find("##", at)) != std::string_view::npos; ++at) {
        std::size_t end = at + 2;
        while (end < text.size() &&
               ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z')))
            ++end;
        if (end < text.size() && text[end] == '[') return at;
    }
    return std::string_view::npos;
}

std::string without_orders(std::string_view line) {
    std::string text(line);
    const std::size_t colons = text.find("::");
    if (colons != std::string::npos &&
        std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colons),
                    [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80; }))
        text.replace(colons, 1, "\\x3a");
    for (std::size_t at = 0; (at = find_order(text, at)) != std::string::npos;) text.replace(at, 1, "\\x23");
    return text;
}

std::string lines_without_orders(std::string_view text) {
    std::string safe;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        safe += without_orders(text.substr(at, end - at));
        if (end < text.size()) safe += '\n';
        at = end + 1;
    }
    return safe;
}

}  // namespace sockgrade::reports
