#include "faults/reset.hh"

#include "faults/break_off.hh"

namespace sockgrade::faults {

std::unique_ptr<StreamFault> make_reset(const model::FaultRule& rule) {
    return make_break_off(rule.detail.bytes, Ending::reset);
}

}  // namespace sockgrade::faults
