// What `sockgrade doctor` prints.
#pragma once

#include <string>

#include "model/checkup.hh"
#include "reports/format.hh"

namespace sockgrade::reports {

std::string checkup_text(const model::Checkup& checkup, const ReportOptions& options);

// Schema sockgrade/doctor/1: docs/schemas/doctor-1.json says what each field means.
std::string checkup_json(const model::Checkup& checkup);

}  // namespace sockgrade::reports
