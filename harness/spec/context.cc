#include "spec/context.hh"

#include <algorithm>

namespace sockgrade::spec {

bool is_name(std::string_view text) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && is_letter(text.front()) && std::all_of(text.begin(), text.end(), [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
    });
}

}  // namespace sockgrade::spec
