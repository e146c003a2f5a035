// The style sheets and scripts of the HTML reports, from harness/reports/html/. embed.cmake writes their
// definitions.
#pragma once

#include <string_view>

namespace sockgrade::reports {

struct Asset {
    std::string_view text;
    std::string_view sha256;  // in base64
};

namespace assets {
extern const Asset kReportStyle;
extern const Asset kReportScript;
extern const Asset kClassStyle;
extern const Asset kClassScript;
}  // namespace assets

}  // namespace sockgrade::reports
