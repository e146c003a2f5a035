#include "reports/json_text.hh"

#include "reports/orders.hh"

namespace sockgrade::reports {

std::string printed(const Json& document, int indent) {
    std::string text = document.dump(indent, ' ', true, Json::error_handler_t::replace);
    for (std::size_t at = 0; (at = find_order(text, at)) != std::string::npos;)
        text.replace(at, 1, "\\u0023");
    text += '\n';
    return text;
}

}  // namespace sockgrade::reports
