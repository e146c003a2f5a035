// What a text stands for, where it is not the text itself. Nothing where it stands for nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace sockgrade::spec {

std::optional<std::size_t> whole_number_of(const std::string& text);
std::optional<std::int64_t> integer_of(const std::string& text);
std::optional<double> decimal_of(const std::string& text);
// "0.5" or 3: from 0.1 to 60.
std::optional<std::chrono::milliseconds> seconds_of(const std::string& text);
// "30%" or 30: from 1 to 100.
std::optional<unsigned> chance_of(const std::string& text);
// "2.5%" or 2.5, in parts of a million: from 0% to 100%.
std::optional<std::uint32_t> share_of(const std::string& text);
// "00FF" as "00 ff": two digits a byte, one space between bytes.
std::optional<std::string> hexadecimal_of(const std::string& text);
// "{size}" as "size".
std::optional<std::string> name_in_braces(const std::string& text);
// A path that stays in the folder that it is seen from.
bool stays_inside(const std::string& path);

}  // namespace sockgrade::spec
