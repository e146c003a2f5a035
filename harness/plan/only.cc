#include "plan/only.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "base/error.hh"
#include "base/text.hh"

namespace sockgrade::plan {

namespace {

constexpr std::string_view kNone = "none";
constexpr std::string_view kGiven = "given";

[[noreturn]] void refuse(std::string_view part) {
    throw UsageError(
        fmt::format("{} names no part of a case; parts are such as faults=2 (or none), targets.2=1+3, "
                    "messages.1=4+5, bytes.1.4=17 and bytes.given=40, with a comma between them",
                    quote(part, 60)));
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> pieces;
    for (;;) {
        const std::size_t end = text.find(at);
        pieces.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + 1);
    }
}

// One part, as it was written; for what is wrong with it.
class Part {
  public:
    explicit Part(std::string_view text) : text_(text) {
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos) refuse(text_);
        name_ = split(text.substr(0, equals), '.');
        value_ = text.substr(equals + 1);
    }

    void read_into(Only& only) const {
        const std::string_view kind = name_.front();
        bool is_new = false;
        if (kind == "faults" && name_.size() == 1) {
            is_new = !only.faults.has_value();
            only.faults = value_ == kNone ? Places{} : places();
        } else if (kind == "targets" && name_.size() == 2) {
            is_new = only.targets.emplace(number(name_[1]), places()).second;
        } else if (kind == "messages" && name_.size() == 2) {
            const std::size_t step = name_[1] == kGiven ? kGivenStep : number(name_[1]);
            is_new = only.messages.emplace(step, places()).second;
        } else if (kind == "bytes" && name_.size() == 2 && name_[1] == kGiven) {
            is_new = only.bytes.emplace(kGivenMessage, number(value_)).second;
        } else if (kind == "bytes" && name_.size() == 3) {
            const MessagePlace place{number(name_[1]), number(name_[2])};
            is_new = only.bytes.emplace(place, number(value_)).second;
        }
        if (!is_new) refuse(text_);
    }

  private:
    std::size_t number(std::string_view digits) const {
        std::size_t value = 0;
        const char* const end = digits.data() + digits.size();
        const auto [rest, error] = std::from_chars(digits.data(), end, value);
        if (error != std::errc{} || rest != end || value == 0) refuse(text_);
        return value;
    }
    Places places() const {
        Places list;
        for (const std::string_view one : split(value_, '+')) list.push_back(number(one));
        std::sort(list.begin(), list.end());
        if (std::adjacent_find(list.begin(), list.end()) != list.end()) refuse(text_);
        return list;
    }

    std::string_view text_;
    std::vector<std::string_view> name_;
    std::string_view value_;
};

}  // namespace

std::string to_string(const Only& only) {
    std::vector<std::string> parts;
    const auto joined = [](const Places& places) { return fmt::format("{}", fmt::join(places, "+")); };
    if (only.faults.has_value())
        parts.push_back("faults=" + (only.faults->empty() ? std::string(kNone) : joined(*only.faults)));
    for (const auto& [fault, places] : only.targets)
        parts.push_back(fmt::format("targets.{}={}", fault, joined(places)));
    for (const auto& [step, places] : only.messages)
        parts.push_back(fmt::format("messages.{}={}",
                                    step == kGivenStep ? std::string(kGiven) : std::to_string(step),
                                    joined(places)));
    for (const auto& [place, bytes] : only.bytes)
        parts.push_back(place == kGivenMessage
                            ? fmt::format("bytes.{}={}", kGiven, bytes)
                            : fmt::format("bytes.{}.{}={}", place.first, place.second, bytes));
    return fmt::format("{}", fmt::join(parts, ","));
}

Only only_from(std::string_view text) {
    Only only;
    for (const std::string_view part : split(text, ',')) Part(part).read_into(only);
    return only;
}

}  // namespace sockgrade::plan
