#include "reports/outcome.hh"

namespace sockgrade::reports {

namespace {

using model::Verdict;

constexpr Outcome kPassed{"ok", "passed", "passed", Paint::green, "pass", "passed", "", ""};
constexpr Outcome kFailed{"FAIL", "failed", "failed", Paint::red, "fail", "failed", "failure", ""};
constexpr Outcome kNotRequired{"FAIL",   "failed",  "failed, not required", Paint::yellow, "look",
                               "failed", "failure", " # TODO not required"};
constexpr Outcome kSkipped{"skip", "skipped", "skipped", Paint::yellow,
                           "idle", "skipped", "skipped", " # SKIP "};
constexpr Outcome kNotPossible{
    "n/a",     "not possible", "not possible here, costs nothing", Paint::yellow, "idle",
    "skipped", "skipped",      " # SKIP not possible here: "};
constexpr Outcome kForAPerson{"open", "for a person", "for a person", Paint::yellow,
                              "look", "pending",      "skipped",      " # SKIP for a person: "};
constexpr Outcome kInconclusive{"??",    "inconclusive", "inconclusive, costs nothing", Paint::yellow, "look",
                                "other", "error",        " # SKIP inconclusive: "};

}  // namespace

const Outcome& outcome_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::passed:
            return kPassed;
        case Verdict::failed:
            return kFailed;
        case Verdict::skipped:
            return kSkipped;
        case Verdict::unsupported:
            return kNotPossible;
        case Verdict::inconclusive:
            break;
    }
    return kInconclusive;
}

const Outcome& outcome_of(const model::CaseResult& result) {
    if (result.for_a_person) return kForAPerson;
    if (result.verdict == Verdict::failed && result.level == model::Level::should) return kNotRequired;
    return outcome_of(result.verdict);
}

}  // namespace sockgrade::reports
