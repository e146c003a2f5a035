// What happens on a UDP link, in words: a line for each datagram, and at the end how many met which fate.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "by_hand/live_log.hh"
#include "proxy/udp_link.hh"

namespace sockgrade::by_hand {

class UdpLog {
  public:
    explicit UdpLog(LiveLog& lines) : lines_(lines) {}

    // For the link; this log must outlive it.
    proxy::UdpLink::Log callbacks();

    // A table: what came, what faults did, what went on, for each direction.
    std::string summary(std::size_t lost_by_the_system) const;

  private:
    struct Counts {
        std::size_t came = 0;
        std::size_t went_on = 0;
        std::map<std::string, std::size_t> faults;
    };
    void arrived(model::Direction direction, std::string_view bytes,
                 const faults::FaultPlan::Outcome& outcome, std::size_t peer);
    void tell_others(model::Direction direction, const faults::FaultPlan::Outcome& outcome, std::size_t peer);
    void delivered(model::Direction direction, const faults::Passing& datagram, std::size_t peer);

    LiveLog& lines_;
    std::map<model::Direction, Counts> counts_;
    std::size_t clients_ = 0;
    std::size_t refused_ = 0;
    std::size_t unsent_ = 0;
};

}  // namespace sockgrade::by_hand
