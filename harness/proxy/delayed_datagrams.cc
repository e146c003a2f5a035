#include "proxy/delayed_datagrams.hh"

namespace sockgrade::proxy {

using system::Clock;

DelayedDatagrams::DelayedDatagrams(system::EventLoop& loop, Deliver deliver, std::function<void()> delivered)
    : loop_(loop), deliver_(std::move(deliver)), delivered_(std::move(delivered)) {}

DelayedDatagrams::~DelayedDatagrams() {
    if (timer_.has_value()) loop_.cancel(*timer_);
}

void DelayedDatagrams::add(model::Direction direction, faults::Passing datagram) {
    const auto when = Clock::now() + datagram.wait;
    waiting_.emplace(when, std::pair{direction, std::move(datagram)});
    set_timer();
}

std::optional<Clock::time_point> DelayedDatagrams::next_due() const {
    return empty() ? std::nullopt : std::optional(waiting_.begin()->first);
}

void DelayedDatagrams::pass_time(std::chrono::nanoseconds time) {
    decltype(waiting_) earlier;
    for (auto& [due, datagram] : waiting_)
        earlier.emplace_hint(earlier.end(), due - time, std::move(datagram));
    waiting_ = std::move(earlier);
    set_timer();
}

void DelayedDatagrams::set_timer() {
    const auto due = next_due();
    if (timer_.has_value() && timer_->first == due) return;
    if (timer_.has_value()) loop_.cancel(*timer_);
    timer_.reset();
    if (due.has_value()) timer_ = loop_.call_at(*due, [this] { deliver_due(); });
}

void DelayedDatagrams::deliver_due() {
    timer_.reset();
    const auto now = Clock::now();
    while (!waiting_.empty() && waiting_.begin()->first <= now) {
        auto [direction, datagram] = std::move(waiting_.begin()->second);
        waiting_.erase(waiting_.begin());
        deliver_(direction, std::move(datagram));
    }
    delivered_();
    set_timer();
}

}  // namespace sockgrade::proxy
