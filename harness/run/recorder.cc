#include "run/recorder.hh"

#include <chrono>
#include <utility>

namespace sockgrade::run {

void Recorder::operator()(model::event::What what) {
    auto& events = transcript_.events;
    if (const auto* more = std::get_if<model::event::Printed>(&what);
        more != nullptr && last_own_ != 0 && last_own_ == events.size()) {
        auto* printed = std::get_if<model::event::Printed>(&events.back().what);
        if (printed != nullptr && printed->to_stderr == more->to_stderr) {
            printed->bytes += more->bytes;
            return;
        }
    }
    const auto at = std::chrono::duration_cast<std::chrono::microseconds>(system::Clock::now() - began_);
    events.push_back({events.size() + 1, at.count(), std::move(what)});
    last_own_ = events.size();
    if (notice_) notice_(events.back());
}

}  // namespace sockgrade::run
