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
    if (const auto* more = std::get_if<model::event::Jumped>(&what); more != nullptr && !events.empty()) {
        if (auto* jumped = std::get_if<model::event::Jumped>(&events.back().what); jumped != nullptr) {
            jumped->by_us += more->by_us;
            events.back().at_us = at.count();
            return;
        }
    }
    events.push_back({events.size() + 1, at.count(), std::move(what)});
    last_own_ = events.size();
    if (notice_) notice_(events.back());
}

bool Recorder::has_somebody_new_since(std::size_t number) const {
    for (std::size_t i = number; i < transcript_.events.size(); ++i) {
        const auto& what = transcript_.events[i].what;
        const auto* delivered = std::get_if<model::event::Delivered>(&what);
        if (std::holds_alternative<model::event::Opened>(what) ||
            (delivered != nullptr && delivered->way == model::event::Delivered::Way::from_new_port))
            return true;
    }
    return false;
}

void Recorder::pass_time(system::Clock::duration time) {
    skip(time);
    (*this)(model::event::Jumped{std::chrono::duration_cast<std::chrono::microseconds>(time).count()});
}

std::optional<model::Address> Recorder::place_of(const std::string& actor) const {
    std::optional<model::Address> place;
    for (const auto* opened : transcript_.all<model::event::Opened>())
        if (opened->connection == actor) place = opened->local;
    return place;
}

}  // namespace sockgrade::run
