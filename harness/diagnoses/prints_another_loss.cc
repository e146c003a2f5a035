#include <fmt/format.h>

#include <cstdlib>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

namespace {

struct Percentage {
    std::string text;
    double value = 0;
};

// The last number with a percent sign behind it.
std::optional<Percentage> last_percentage(const std::string& output) {
    constexpr std::string_view kNumber = "0123456789.";
    const std::size_t sign = output.rfind('%');
    if (sign == std::string::npos || sign == 0) return std::nullopt;
    const std::size_t last = output.find_last_not_of(' ', sign - 1);
    if (last == std::string::npos || kNumber.find(output[last]) == std::string_view::npos)
        return std::nullopt;
    const std::size_t before = output.find_last_not_of(kNumber, last);
    const std::size_t first = before == std::string::npos ? 0 : before + 1;
    Percentage found{output.substr(first, last + 1 - first), 0};
    found.value = std::strtod(found.text.c_str(), nullptr);
    return found;
}

}  // namespace

// The time-outs are right, and what is made of them is not.
std::optional<model::Diagnosis> prints_another_loss(const Failure& failure) {
    const auto pings = pings_of(failure);
    const model::Prints* const unmet = unmet_pattern(failure);
    if (!pings || !pings->all_came() || unmet == nullptr || !contains(unmet->pattern, "%"))
        return std::nullopt;
    const std::size_t lost = pings->without_reply();
    const std::size_t all = pings->sent.size();
    if (time_outs_printed(failure) != lost) return std::nullopt;
    const auto got = last_percentage(printed(failure.transcript, 0, failure.transcript.events.size()));
    const double due = 100.0 * static_cast<double>(lost) / static_cast<double>(all);
    constexpr double kNear = 0.01;
    const auto is = [&](double value) { return got->value > value - kNear && got->value < value + kNear; };
    if (!got || is(due)) return std::nullopt;
    const char* hint = "The loss is the lost pings out of all that were sent: lost * 100 / 10.";
    if (is(0))
        hint =
            "In C, Java and Go, 2 / 10 is 0 where both are whole numbers, and 0 * 100 is 0 too. Multiply "
            "first: lost * 100 / 10.";
    else if (is(100 - due))
        hint = "That is the share that came back. The loss is the rest: 100 minus that.";
    std::vector<std::size_t> evidence;
    for (const model::Event& event : failure.transcript.events)
        if (const auto* print = std::get_if<model::event::Printed>(&event.what))
            if (contains(print->bytes, "%")) evidence.push_back(event.number);
    return model::Diagnosis{
        "",
        fmt::format("{} of {} pings got no reply in time. That is a loss of {:g}%, and your program printed "
                    "{}%.",
                    lost, all, due, got->text),
        hint, evidence};
}

}  // namespace sockgrade::diagnoses
