#include "batch/progress.hh"

#include <fmt/format.h>

#include <algorithm>

namespace sockgrade::batch {

namespace {

std::string time_of(double seconds) {
    const auto whole = static_cast<long long>(seconds + 0.5);
    if (whole < 60) return fmt::format("{} s", whole);
    if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
    return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

}  // namespace

std::string bar_of(const ProgressState& state, std::size_t columns) {
    std::string text = fmt::format("  {}/{}  {} failed", state.done, state.total, state.failed);
    if (state.unsure > 0) text += fmt::format("  {} unsure", state.unsure);
    const double seconds = static_cast<double>(state.elapsed.count()) / 1000;
    if (state.done > 0 && seconds > 0) {
        const double rate = static_cast<double>(state.done) / seconds;
        text += fmt::format("  {:.1f}/s", rate);
        if (state.done < state.total)
            text += fmt::format("  {} left", time_of(static_cast<double>(state.total - state.done) / rate));
    }
    constexpr std::size_t kLongestBar = 30;
    constexpr std::size_t kFrame = 4;  // two spaces, two brackets
    const std::size_t room = columns > text.size() + kFrame ? columns - text.size() - kFrame - 1 : 0;
    const std::size_t width = std::min(room, kLongestBar);
    if (width < 5) return text.substr(0, columns);
    const std::size_t full = state.total == 0 ? width : width * state.done / state.total;
    return fmt::format("  [{}{}]{}", std::string(full, '#'), std::string(width - full, '.'), text);
}

Progress::Progress(std::size_t total, std::size_t columns, Print print,
                   std::function<std::chrono::milliseconds()> now)
    : columns_(columns), print_(std::move(print)), now_(std::move(now)), began_(now_()) {
    state_.total = total;
}

void Progress::done(const std::string& line, bool failed, bool unsure) {
    ++state_.done;
    if (failed) ++state_.failed;
    if (unsure) ++state_.unsure;
    state_.elapsed = now_() - began_;
    if (columns_ == 0)
        print_(fmt::format("{}/{}  {}\n", state_.done, state_.total, line));
    else
        print_("\r" + bar_of(state_, columns_) + "\x1b[K");
}

void Progress::clear() {
    if (columns_ != 0 && state_.done > 0) print_("\r\x1b[K");
}

}  // namespace sockgrade::batch
