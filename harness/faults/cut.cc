#include "faults/cut.hh"

#include "faults/break_off.hh"

namespace sockgrade::faults {

std::unique_ptr<StreamFault> make_cut(const model::FaultRule& rule) {
    return make_break_off(rule.detail.bytes, Ending::finish);
}

}  // namespace sockgrade::faults
