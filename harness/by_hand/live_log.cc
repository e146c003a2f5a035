#include "by_hand/live_log.hh"

#include <fmt/format.h>

#include <chrono>

namespace sockgrade::by_hand {

namespace {

std::string_view code_of(Tone tone) {
    switch (tone) {
        case Tone::plain:
            break;
        case Tone::notice:
            return "33";
        case Tone::harm:
            return "31";
    }
    return {};
}

}  // namespace

void LiveLog::line(std::string_view text, Tone tone) {
    const std::chrono::duration<double> since = system::Clock::now() - began_;
    lines_ += fmt::format("{:>8.3f}  ", since.count());
    const std::string_view code = color_ ? code_of(tone) : std::string_view{};
    lines_ += code.empty() ? std::string(text) : fmt::format("\x1b[{}m{}\x1b[0m", code, text);
    lines_ += '\n';
}

void LiveLog::untimed(std::string_view text) {
    lines_ += text;
    lines_ += '\n';
}

void LiveLog::flush() {
    if (lines_.empty()) return;
    print_(lines_);
    lines_.clear();
}

}  // namespace sockgrade::by_hand
