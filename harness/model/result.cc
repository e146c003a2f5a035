#include "model/result.hh"

namespace sockgrade::model {

std::string to_string(Verdict verdict) {
    switch (verdict) {
        case Verdict::passed:
            return "passed";
        case Verdict::failed:
            return "failed";
        case Verdict::skipped:
            return "skipped";
        case Verdict::unsupported:
            return "unsupported";
        case Verdict::inconclusive:
            return "inconclusive";
    }
    return "unknown";
}

std::string to_string(Cause cause) {
    switch (cause) {
        case Cause::wrong_content:
            return "wrong-content";
        case Cause::wrong_case:
            return "wrong-case";
        case Cause::wrong_order:
            return "wrong-order";
        case Cause::missing:
            return "missing";
        case Cause::extra:
            return "extra";
        case Cause::no_reply:
            return "no-reply";
        case Cause::closed_early:
            return "closed-early";
        case Cause::reset:
            return "reset";
        case Cause::crashed:
            return "crashed";
        case Cause::exited_early:
            return "exited-early";
        case Cause::never_listened:
            return "never-listened";
        case Cause::never_connected:
            return "never-connected";
        case Cause::wrong_address:
            return "wrong-address";
        case Cause::wrong_transport:
            return "wrong-transport";
        case Cause::hung:
            return "hung";
        case Cause::too_slow:
            return "too-slow";
        case Cause::build_failed:
            return "build-failed";
        case Cause::output_flood:
            return "output-flood";
        case Cause::left_processes:
            return "left-processes";
    }
    return "unknown";
}

Verdict overall(const std::vector<CaseResult>& cases, Deciding deciding) {
    Verdict verdict = Verdict::passed;
    for (const CaseResult& one : cases) {
        const bool decides = deciding == Deciding::every_case || one.level == Level::must;
        if (!decides || one.for_a_person) continue;
        if (one.verdict == Verdict::failed) return Verdict::failed;
        // One that could not be judged leaves the whole open; a skipped one was skipped for a
        // failure.
        if (one.verdict == Verdict::inconclusive || one.verdict == Verdict::unsupported)
            verdict = Verdict::inconclusive;
    }
    return verdict;
}

int exit_status(const Result& result) {
    if (result.verdict == Verdict::failed) return 1;
    return result.verdict == Verdict::inconclusive ? 3 : 0;
}

}  // namespace sockgrade::model
