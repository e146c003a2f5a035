#include "faults/refuse.hh"

namespace sockgrade::faults {

namespace {

class Refuse : public StreamFault {
  public:
    explicit Refuse(std::size_t times) : times_(times) {}

    bool refuses(std::size_t attempt) const override { return attempt <= times_; }

  private:
    std::size_t times_;
};

}  // namespace

std::unique_ptr<StreamFault> make_refuse(const model::FaultRule& rule) {
    return std::make_unique<Refuse>(rule.times);
}

}  // namespace sockgrade::faults
