#include <fmt/format.h>

#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

class Refuse : public StreamFault {
  public:
    explicit Refuse(std::size_t times) : times_(times) {}

    bool refuses(std::size_t attempt) const override { return attempt <= times_; }

  private:
    std::size_t times_;
};

constexpr std::string_view kRefuseTakes[] = {"times"};

}  // namespace

const StreamKind kinds::refuse{
    .name = "refuse",
    .summary = "The first attempts to connect meet nobody (ECONNREFUSED); later ones are accepted.",
    .step = "{ refuse: N }",
    .make = [](const model::FaultRule& rule) -> std::unique_ptr<StreamFault> {
        return std::make_unique<Refuse>(rule.times);
    },
    .says =
        [](const model::FaultRule& rule, const StreamTarget&) {
            return rule.times == 1 ? std::string("refuse the first connection")
                                   : fmt::format("refuse the first {} connections", rule.times);
        },
    .takes = kRefuseTakes,
    .only_from_program = true};

}  // namespace sockgrade::faults
