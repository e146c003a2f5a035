#include <fmt/format.h>

#include <algorithm>

#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

class Rebind : public Fault {
  public:
    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        const auto own = std::find_if(out.begin(), out.end(), is_own);
        if (own == out.end()) return false;
        own->way = Way::from_new_port;
        return true;
    }
};

}  // namespace

const FaultKind kinds::rebind{
    .name = "rebind",
    .summary = "From a datagram on the peer's datagrams come from another port.",
    .verb = "gave the peer another port from",
    .make = make<Rebind>,
    .says =
        [](const model::FaultRule&, const std::string& target) {
            return fmt::format("move the peer to another port from {} on", target);
        },
    .became = [](const Passing&,
                 const std::vector<Passing>&) { return std::string("the client goes on from another port"); },
    .only_to_program = true,
    .moves_port = true};

}  // namespace sockgrade::faults
