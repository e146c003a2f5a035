// What the tests of formats for other systems share.
#pragma once

#include "reports/catalog.hh"
#include "tests/unit/reports/sample_results.hh"

namespace sockgrade::reports::samples {

// As the world would be: a run that ended at a certain time, and what other systems say in the environment.
inline ReportOptions somewhere() {
    ReportOptions options;
    options.ended_at_ms = 1'780'000'000'000;
    options.environment = {{"CLASSROOM", "networks"},
                           {"ASSIGNMENT", "capitals"},
                           {"SUBMISSION_TAG", "submit/2026-05-28T20-00-00Z-a1b2c3d"},
                           {"COMMIT_URL", "https://example.org/commit/a1b2c3d"},
                           {"RELEASE_URL", "https://example.org/releases/1"},
                           {"OWNER", "anna"},
                           {"ASSIGNMENT_TYPE", "individual"},
                           {"GITHUB_WORKSPACE", "/home/runner/work"},
                           {"PWD", "/home/runner/work/week-2"}};
    return options;
}

inline std::string rendered(std::string_view format, const Result& result) {
    return format_named(format).render(result, somewhere());
}

// More failures than GitHub shows, each with a reason of its own; the required ones last.
inline std::size_t count_in(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
    return count;
}

inline Result many_failures(std::size_t count) {
    Result result = failed();
    const CaseResult wrong = result.cases[0];
    result.cases.clear();
    for (std::size_t i = 0; i < count; ++i) {
        CaseResult one = wrong;
        one.id = "case-" + std::to_string(i + 1);
        one.level = i < count / 2 ? Level::should : Level::must;
        one.summary = "reason " + std::to_string(i + 1);
        result.cases.push_back(one);
    }
    return result;
}

}  // namespace sockgrade::reports::samples
