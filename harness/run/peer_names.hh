#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "model/plan.hh"

namespace sockgrade::run {

// The peers of a case, in the order of their first step; there is always one.
class PeerNames {
  public:
    explicit PeerNames(const model::Plan& plan) {
        for (const model::Step& step : plan.steps)
            if (step.actor != model::kProgram && number_of(step.actor) == names_.size())
                names_.push_back(step.actor);
        if (names_.empty()) names_.emplace_back("peer");
    }

    const std::string& first() const { return names_.front(); }
    const std::string& at(std::size_t number) const { return names_.at(number); }
    // Decisions of faults depend on this number, and so not on who is met when.
    std::size_t number_of(const std::string& name) const {
        return static_cast<std::size_t>(std::find(names_.begin(), names_.end(), name) - names_.begin());
    }

  private:
    std::vector<std::string> names_;
};

}  // namespace sockgrade::run
