// What stands on each HTML page: its head with the content security policy, the theme's button, icons,
// verdicts.
#pragma once

#include <string>
#include <string_view>

#include "model/result.hh"
#include "reports/html_assets.hh"
#include "reports/markup.hh"

namespace sockgrade::reports::html {

// How a verdict looks: icon, word and colour say the same.
struct Look {
    std::string_view kind;  // pass, fail, look (somebody has to) or idle; also the class
    std::string_view word;
};

Look look_of(model::Verdict verdict);
Look look_of(const model::CaseResult& result);

// `said`: in place of it, for those who do not see it.
Markup icon(std::string_view kind, std::string_view said = {});
Markup badge(const Look& look);

struct Frame {
    std::string title;  // of the window
    std::string about;  // beside Sockgrade's name, at the top
    std::string foot;
};

// The whole file. Of styles and scripts only ours take effect, and nothing is ever fetched.
std::string page_of(const Frame& frame, const Markup& content, const Asset& style, const Asset& script);

}  // namespace sockgrade::reports::html
