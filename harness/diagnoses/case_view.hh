// What diagnoses ask of a case that failed, computed once for all of them. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "diagnoses/clues.hh"
#include "diagnoses/diagnosis.hh"
#include "diagnoses/failed_step.hh"

namespace sockgrade::diagnoses {

// Everything ends where the requirement failed that is not met: what came later cannot have caused it.
struct CaseView : Failure {
    explicit CaseView(const Failure& failure);

    const model::Plan& plan;
    const model::Finding& unmet;  // an empty one when there is none
    FailedStep failed;
    std::size_t failed_at;                 // the position behind that
    std::span<const model::Event> events;  // until then
    const model::Expect* expectation;      // of the step that failed; null when it asked for something else
    bool had_to_fail;

    std::optional<WrongText> text;
    std::optional<WrongText> copied_text;
    std::optional<WrongText> unanswered;

    std::optional<End> end;
    std::optional<UnsatisfiedWait> wait;

    std::string output;      // with standard error
    std::string all_output;  // what was printed later, too
    std::string errors;
    std::vector<std::size_t> error_events;
    std::optional<Traceback> traceback;
    Language language;
};

}  // namespace sockgrade::diagnoses
