#include "model/plan.hh"

#include <algorithm>

namespace sockgrade::model {

std::string full_id(const std::string& case_id, const std::string& variant) {
    return variant.empty() ? case_id : case_id + "/" + variant;
}

std::string full_id(const Plan& plan) { return full_id(plan.case_id, plan.variant); }

const CalledPeer* called_peer(const Plan& plan, const std::string& name) {
    const auto found = std::find_if(plan.called.begin(), plan.called.end(),
                                    [&](const CalledPeer& one) { return one.name == name; });
    return found == plan.called.end() ? nullptr : &*found;
}

bool is_called(const Plan& plan, const std::string& peer) {
    return speaks_first(plan.role) || called_peer(plan, peer) != nullptr;
}

}  // namespace sockgrade::model
