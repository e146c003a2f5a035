// Decides which datagrams a case's faults hit, and what becomes of them.
//
// A decision depends on the seed, the direction, the rule's kind, the payload and how often this payload has
// been seen, and on nothing else: not on time, not on what other rules decided, not on how many draws came
// before. So the same datagrams meet the same fate on an idle and on a busy machine, and adding a rule never
// moves another.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "faults/fault.hh"

namespace sockgrade::faults {

struct Applied {
    std::string kind;
    model::Direction direction = model::Direction::to_program;
    Passing datagram;
};

class FaultPlan {
  public:
    // Rules of unknown kind must have been refused before (spec/).
    FaultPlan(const std::vector<model::FaultRule>& rules, std::uint64_t seed);

    struct Outcome {
        std::vector<Passing> deliver;  // in this order
        std::vector<Applied> applied;
    };
    // A datagram of `flow` arrives at the link.
    Outcome pass(model::Direction direction, std::size_t flow, const std::string& bytes);

    // What is held back in a direction, when nothing more will come to set it free.
    std::vector<Passing> release(model::Direction direction);

    // How many rules have hit nothing so far.
    std::size_t unfired() const;

  private:
    struct Rule {
        model::FaultRule what;
        std::unique_ptr<Fault> fault;
        std::size_t hits = 0;
    };
    struct Seen {
        std::size_t number;
        std::size_t copies;
    };
    bool hits(const Rule& rule, const Passing& datagram) const;

    std::uint64_t seed_;
    std::vector<Rule> rules_;
    std::map<model::Direction, std::map<std::string, Seen>> seen_;
};

}  // namespace sockgrade::faults
