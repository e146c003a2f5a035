// Datagrams that a fault holds, and how many others have passed each since.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "faults/fault.hh"

namespace sockgrade::faults {

class Held {
  public:
    void hold(const Passing& datagram) { waiting_.push_back({datagram, 0}); }
    Passing& last() { return waiting_.back().datagram; }

    // One more has passed: those that `wanted` others have passed. A copy of a held one is none of the
    // others. 0: none, ever.
    std::vector<Passing> after(const Passing& passed, std::size_t wanted) {
        return take([&](Waiting& one) {
            return wanted > 0 && one.datagram.number != passed.number && ++one.passed >= wanted;
        });
    }
    std::vector<Passing> take_others(const Passing& passed) {
        return take([&](const Waiting& one) { return one.datagram.number != passed.number; });
    }
    std::vector<Passing> take_all() {
        return take([](const Waiting&) { return true; });
    }

  private:
    struct Waiting {
        Passing datagram;
        std::size_t passed;
    };
    template <class IsFree>
    std::vector<Passing> take(IsFree is_free) {
        std::vector<Passing> taken;
        std::erase_if(waiting_, [&](Waiting& one) {
            if (!is_free(one)) return false;
            taken.push_back(std::move(one.datagram));
            return true;
        });
        return taken;
    }

    std::vector<Waiting> waiting_;
};

}  // namespace sockgrade::faults
