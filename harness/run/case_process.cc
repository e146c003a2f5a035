#include "run/case_process.hh"

#include "base/error.hh"
#include "record/transcript_json.hh"

namespace sockgrade::run {

CaseProcess::CaseProcess(const model::Plan& plan, const Submission& submission, const Place& place)
    : plan_(plan),
      process_(
          plan, submission.identity, place,
          [&](const sandbox::ControlGroup* group, const GivenFile& given_file) {
              return record::transcript_to_json(run_case(plan, submission, place.level, group, given_file));
          }) {}

std::optional<model::Transcript> CaseProcess::read_more() {
    const auto text = process_.read_more();
    if (!text.has_value()) return std::nullopt;
    try {
        return record::transcript_from_json(*text);
    } catch (const UsageError& error) {
        model::Transcript broken;
        broken.plan = plan_;
        broken.events.push_back({1, 0, process_.ended_early(error.what())});
        return broken;
    }
}

}  // namespace sockgrade::run
