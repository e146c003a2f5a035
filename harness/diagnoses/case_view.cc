#include "diagnoses/case_view.hh"

namespace sockgrade::diagnoses {

CaseView::CaseView(const Failure& failure)
    : Failure(failure),
      plan(failure.transcript.plan),
      unmet(diagnoses::unmet(failure)),
      failed(failed_step(failure)),
      failed_at(failed.end),
      events(std::span(failure.transcript.events).first(failed_at)),
      expectation(unmet_expectation(failure)),
      had_to_fail(diagnoses::had_to_fail(failure)),
      text(wrong_text(failure)),
      copied_text(diagnoses::copied_text(failure)),
      unanswered(diagnoses::unanswered(failure)),
      end(ended(failure)),
      wait(unsatisfied_wait(failure)),
      output(printed(failure.transcript, 0, failed_at)),
      all_output(printed(failure.transcript, 0, failure.transcript.events.size())),
      errors(diagnoses::errors(failure)),
      error_events(diagnoses::error_events(failure)),
      traceback(runtimes::traceback(diagnoses::errors(failure))),
      language(diagnoses::language(failure.transcript)) {}

}  // namespace sockgrade::diagnoses
