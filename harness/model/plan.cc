#include "model/plan.hh"

namespace sockgrade::model {

std::string full_id(const Plan& plan) {
    return plan.variant.empty() ? plan.case_id : plan.case_id + "/" + plan.variant;
}

}  // namespace sockgrade::model
