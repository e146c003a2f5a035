// What happened in a case, on an HTML page.
#pragma once

#include <string_view>

#include "model/result.hh"
#include "reports/markup.hh"

namespace sockgrade::reports::html {

struct StoryLimits {
    std::size_t steps = 200;
    std::size_t rows = 80;  // of a diagram
    bool every_event = false;
};

// The sequence diagram as a picture that scrolls by itself; nothing where nothing was run.
Markup diagram(const model::CaseResult& result, const StoryLimits& limits, std::string_view title);

// The steps as a table, folded or not.
Markup conversation_table(const model::CaseResult& result, const StoryLimits& limits, std::string_view title,
                          bool open);

// What the program printed.
Markup printed_output(const model::CaseResult& result);

}  // namespace sockgrade::reports::html
