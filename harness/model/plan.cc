#include "model/plan.hh"

namespace sockgrade::model {

std::string full_id(const std::string& case_id, const std::string& variant) {
    return variant.empty() ? case_id : case_id + "/" + variant;
}

std::string full_id(const Plan& plan) { return full_id(plan.case_id, plan.variant); }

}  // namespace sockgrade::model
