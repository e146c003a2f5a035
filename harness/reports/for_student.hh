// What students may read of a result.
#pragma once

#include "model/result.hh"

namespace sockgrade::reports {

// Of a hidden case only that there is one, its verdict and its points are left; its name and title too would
// say what it does.
model::Result for_student(const model::Result& result);

}  // namespace sockgrade::reports
