// Applies a list of rules to the connections of a link, or of a peer. Of a rule, `numbers` are those of the
// connections that it hits (none: all), and `direction` is whose bytes it is for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "faults/stream.hh"

namespace sockgrade::faults {

// Place in the list of the rule that refuses attempt number `attempt` to connect, from 1; the list's size
// when none does.
std::size_t refused_by(const std::vector<model::FaultRule>& rules, std::size_t attempt);

// One direction of one connection.
class StreamPlan {
  public:
    // Rules of unknown kind must have been refused before (spec/). `connection`: which one it is, from 1.
    StreamPlan(const std::vector<model::FaultRule>& rules, model::Direction direction,
               std::size_t connection);

    struct Outcome {
        Passage passage;
        std::vector<std::size_t> applied;  // places in the list of the rules that made a difference
    };
    // The next bytes of the stream; none, when the connection has just come about.
    Outcome pass(const std::string& bytes);

    // After an ending nothing passes any more.
    bool is_over() const { return is_over_; }
    std::uint64_t passed() const { return passed_; }  // bytes that went on

  private:
    struct Rule {
        std::size_t place;
        std::unique_ptr<StreamFault> fault;
    };
    std::vector<Rule> rules_;
    std::uint64_t offset_ = 0;
    std::uint64_t passed_ = 0;
    bool is_over_ = false;
};

}  // namespace sockgrade::faults
