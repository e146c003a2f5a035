// A report format: a pure function from a result to bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/result.hh"

namespace sockgrade::reports {

// What a class's rules make of a result. It stands where a report else has what the program has reached.
struct CountedGrade {
    std::string word{};            // in place of the verdict's; empty: the verdict says it
    std::string points{};          // "24 of 30 points"; empty: somebody has to look before there are any
    std::optional<double> part{};  // of all points; nothing while that may still change
};

struct ReportOptions {
    bool color = false;
    std::size_t columns = 80;
    bool verbose = false;  // every finding and every step, not only what failed and its end
    // What the world is asked for beforehand, so that a format asks nobody.
    std::map<std::string, std::string, std::less<>> environment =
        {};                               // what the format reads, where it is set
    std::int64_t ended_at_ms = 0;         // of the run, Unix time
    std::optional<CountedGrade> grade{};  // of a class, where it is not what the program has reached
};

// An environment variable of the system that a format is for.
struct Variable {
    std::string_view name;
    bool is_needed = false;  // the report can't be written without
};

struct Format {
    std::string_view name;     // as in --format, also its file's
    std::string_view summary;  // for --help
    std::string (*render)(const model::Result& result, const ReportOptions& options);
    std::span<const Variable> reads = {};
    // What is appended to the file that $GITHUB_STEP_SUMMARY names, where it names one.
    std::string (*step_summary)(const model::Result& result, const ReportOptions& options) = nullptr;
    // Whom its files are for keeps hidden cases from students itself: it gets them in full.
    bool hides_cases = false;
};

}  // namespace sockgrade::reports
