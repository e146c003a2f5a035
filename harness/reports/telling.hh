// What a report tells about its cases, and in which order. Text, Markdown, annotations and pages follow it.
#pragma once

#include <string>
#include <vector>

#include "model/result.hh"

namespace sockgrade::reports {

// Cases that failed for one and the same reason, such as a build error: it is told once.
struct Failure {
    std::vector<const model::CaseResult*> cases;  // at least one

    const model::CaseResult& first() const { return *cases.front(); }
    std::string ids() const;  // "a, b and c"
    bool is_must() const;
};

struct Telling {
    // Those that decide first, else in the order of the cases: what is first is to be fixed first.
    std::vector<Failure> failures;
    bool has_failed = false;  // the first of them is told whole; where nothing that decides failed, none is
    std::vector<const model::CaseResult*> skipped;

    // What stands before the case that is to be fixed first: whoever has passed may still want more points.
    const char* first_to_do() const { return has_failed ? "First to fix: " : "For more points: "; }

    // The failure that is told by an earlier case, or nothing where the case tells itself.
    const Failure* told_elsewhere(const model::CaseResult& one) const;
};
Telling telling_of(const model::Result& result);

// "13 cases were not run", "not run: next-client", with the reason where all have the same.
std::string skipped_in_words(const std::vector<const model::CaseResult*>& skipped);

// The summary, where no finding says it already.
std::string lead_of(const model::CaseResult& result);

// Why it failed, in a line: the likely cause, or what was found.
std::string short_reason(const model::CaseResult& result);

// What to do about it, in a line or two.
std::string advice_of(const model::CaseResult& result);

// Both, for where they stand by themselves: the reason first, since advice refers to it.
std::string reason_and_advice_of(const model::CaseResult& result);

}  // namespace sockgrade::reports
