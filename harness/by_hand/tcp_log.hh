// What happens on a TCP link, in words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "by_hand/live_log.hh"
#include "model/fault.hh"
#include "proxy/tcp_link.hh"

namespace sockgrade::by_hand {

class TcpLog {
  public:
    TcpLog(LiveLog& lines, std::vector<model::FaultRule> rules) : lines_(lines), rules_(std::move(rules)) {}

    // For the link; this log must outlive it.
    proxy::TcpLink::Log callbacks();

    std::string summary(std::size_t still_open) const;

  private:
    struct Counts {
        std::uint64_t bytes = 0;
        std::size_t finished = 0;
        std::size_t reset = 0;
        std::map<std::string, std::size_t> faults;
    };
    void ended(std::size_t connection, model::Direction direction, faults::Ending ending, bool by_fault);
    void applied(std::size_t connection, model::Direction direction, std::size_t rule,
                 const faults::Passage& left);

    LiveLog& lines_;
    std::vector<model::FaultRule> rules_;
    std::map<model::Direction, Counts> counts_;
    std::size_t connections_ = 0;
    std::size_t refused_ = 0;
    std::size_t unreached_ = 0;
};

}  // namespace sockgrade::by_hand
