#include "record/old_waits.hh"

#include <algorithm>
#include <charconv>
#include <utility>

namespace sockgrade::record {

using model::Wait;

namespace {

constexpr std::string_view kOwnCode = "its own code";
constexpr std::string_view kOnInput = "read() on its standard input";
constexpr std::string_view kOnDescriptor = "() on descriptor ";

std::optional<Wait> wait_of(std::string_view words) {
    if (words == kOwnCode) return Wait{};
    if (words == kOnInput) return Wait{Wait::Call::read, 0, Wait::On::standard_input};
    Wait wait;
    const std::size_t end = words.find("()");
    const auto known =
        std::find(model::kCallNames.begin() + 1, model::kCallNames.end(), words.substr(0, end));
    if (end == std::string_view::npos || known == model::kCallNames.end()) return std::nullopt;
    wait.call = static_cast<Wait::Call>(known - model::kCallNames.begin());
    words.remove_prefix(end);
    if (words == "()") return wait;
    if (!words.starts_with(kOnDescriptor)) return std::nullopt;
    words.remove_prefix(kOnDescriptor.size());
    const auto [rest, error] = std::from_chars(words.begin(), words.end(), wait.descriptor);
    if (error != std::errc() || rest != words.end() || wait.descriptor < 0) return std::nullopt;
    return wait;
}

}  // namespace

std::optional<model::Waits> waits_of_sentence(std::string_view sentence) {
    model::Waits waits;
    if (sentence.empty()) return waits;
    for (;;) {
        const auto [at, length] = std::min(std::pair(sentence.find(", "), std::size_t{2}),
                                           std::pair(sentence.find(" and "), std::size_t{5}));
        const auto wait = wait_of(sentence.substr(0, at));
        if (!wait) return std::nullopt;
        waits.push_back(*wait);
        if (at == std::string_view::npos) return waits;
        sentence.remove_prefix(at + length);
    }
}

}  // namespace sockgrade::record
