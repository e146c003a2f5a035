// When what came counts as what was expected, and which of several that is. Pure.
//
// A text forgives one line end (\n, \r\n, or what is left of one) more or less at its end, and the NULs
// behind that: with both, whoever reads lines or C strings sees the same text. A second line end is an empty
// line, and a byte before the text is part of it. What a spec writes as bytes is what it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/http_response.hh"
#include "model/step.hh"

namespace sockgrade::model {

// At the end of an expected text: whatever follows.
inline constexpr std::string_view kAndSoOn = "...";

// Without the NULs at its end, and without one line end before those.
std::string_view without_nuls(std::string_view bytes);
std::string_view without_line_end(std::string_view bytes);

bool same_text(std::string_view wanted, std::string_view got);

// Does a spec mean these very bytes?
constexpr bool is_exact(const Message& message) {
    return message.is_exact || message.form == Message::Form::bytes ||
           message.form == Message::Form::every_byte || message.form == Message::Form::file ||
           message.form == Message::Form::format;
}

// What is asked of an HTTP response in itself.
HttpRules rules_of(const Expect& expect);

// What comes back of what was sent.
std::string returned(std::string_view sent, Letters letters);

// Position in `expected`, or nothing. An expected text that ends in "..." stands for all that begin like it.
std::optional<std::size_t> which_of(const std::vector<Message>& expected, std::string_view datagram);

}  // namespace sockgrade::model
