#pragma once

#include <string_view>

#include "reports/page.hh"

namespace sockgrade::reports {

// What was awaited and what came, one below the other, with a mark where they part.
void show_difference(Page& page, std::string_view awaited, std::string_view got);

}  // namespace sockgrade::reports
