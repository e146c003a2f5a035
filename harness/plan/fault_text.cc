#include "plan/fault_text.hh"

#include <fmt/format.h>

#include "base/text.hh"

namespace sockgrade::plan {

std::string in_words(const model::FaultRule& rule) {
    std::vector<std::string> numbers;
    for (const std::size_t number : rule.numbers) numbers.push_back(std::to_string(number));
    const bool is_one = numbers.size() == 1;
    std::string what = "every datagram";
    if (!numbers.empty()) what = fmt::format("{} {}", is_one ? "datagram" : "datagrams", list_of(numbers));
    if (!rule.containing.empty()) what += " with " + quote(rule.containing, 60) + " in it";
    const std::string way =
        rule.direction == model::Direction::to_program ? "to the program" : "from the program";
    std::string text =
        fmt::format("{} {} on {} way {}", rule.kind, what, numbers.size() > 1 ? "their" : "its", way);
    if (rule.times > 1) text += fmt::format(", the first {} copies of it", rule.times);
    if (rule.percent < 100) text += fmt::format(", each with a chance of {}%", rule.percent);
    return text;
}

}  // namespace sockgrade::plan
