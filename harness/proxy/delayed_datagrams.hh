// Datagrams that wait for their time on a link, however many: they share one timer.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "faults/fault.hh"
#include "system/event_loop.hh"

namespace sockgrade::proxy {

class DelayedDatagrams {
  public:
    using Deliver = std::function<void(model::Direction, faults::Passing)>;
    // `deliver`: called from the loop for each, when its time has come. `delivered`: after those of one time.
    DelayedDatagrams(system::EventLoop& loop, Deliver deliver, std::function<void()> delivered);
    DelayedDatagrams(const DelayedDatagrams&) = delete;
    DelayedDatagrams& operator=(const DelayedDatagrams&) = delete;
    ~DelayedDatagrams();

    // For as long as the datagram says.
    void add(model::Direction direction, faults::Passing datagram);

    bool empty() const { return waiting_.empty(); }
    std::optional<system::Clock::time_point> next_due() const;
    // So much of the time that they wait for is over at once.
    void pass_time(std::chrono::nanoseconds time);

  private:
    void set_timer();
    void deliver_due();

    system::EventLoop& loop_;
    Deliver deliver_;
    std::function<void()> delivered_;
    std::multimap<system::Clock::time_point, std::pair<model::Direction, faults::Passing>> waiting_;
    std::optional<system::EventLoop::Timer> timer_;
};

}  // namespace sockgrade::proxy
