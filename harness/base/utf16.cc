#include "base/utf16.hh"

#include <unicode/unistr.h>

namespace sockgrade {

std::string without_utf16(std::string_view bytes) {
    const bool little = bytes.starts_with("\xff\xfe");
    if (!little && !bytes.starts_with("\xfe\xff")) return std::string(bytes);
    icu::UnicodeString text;
    for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
        const auto low = static_cast<unsigned char>(bytes[little ? i : i + 1]);
        const auto high = static_cast<unsigned char>(bytes[little ? i + 1 : i]);
        text.append(static_cast<char16_t>(high << 8U | low));
    }
    std::string result;
    text.toUTF8String(result);
    return result;
}

}  // namespace sockgrade
