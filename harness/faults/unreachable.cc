#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

class Unreachable : public Fault {
  public:
    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        const auto own = std::find_if(out.begin(), out.end(), is_own);
        if (own == out.end()) return false;
        Passing refusal = *own;
        refusal.way = Way::refused;
        std::erase_if(out, is_own);
        out.push_back(std::move(refusal));
        return true;
    }
};

}  // namespace

const FaultKind kinds::unreachable{
    .name = "unreachable",
    .summary = "The program's datagram meets a closed port, and the system tells the program so.",
    .verb = "refused, as a closed port would,",
    .make = make<Unreachable>,
    .says =
        [](const model::FaultRule&, const std::string& target) {
            return fmt::format("refuse {}, as a closed port would", target);
        },
    .became =
        [](const Passing&, const std::vector<Passing>&) {
            return std::string("refused: the server is told that nobody has the client's port");
        },
    .harm = Harm::loses,
    .only_from_program = true,
    .refuses = true};

}  // namespace sockgrade::faults
