// A report format: a pure function from a result to bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/result.hh"

namespace sockgrade::reports {

struct ReportOptions {
    bool color = false;
    std::size_t columns = 80;
    bool verbose = false;  // every finding and every step, not only what failed and its end
};

struct Format {
    std::string_view name;     // as in --format, also its file's
    std::string_view summary;  // for --help
    std::string (*render)(const model::Result& result, const ReportOptions& options);
};

}  // namespace sockgrade::reports
