#include "run/pair_process.hh"

#include <string_view>
#include <utility>

#include "base/error.hh"
#include "record/transcript_json.hh"

namespace sockgrade::run {

using model::Half;

namespace {

// A line with a letter for each event, whose it is; then the events as a transcript.
constexpr char kDialling = 'd';
constexpr char kListening = 'l';
constexpr char kLink = '-';

std::string to_line_and_json(model::PairTranscript pair) {
    std::string text;
    model::Transcript all;
    all.plan = pair.plan.dialling;
    all.isolation = pair.isolation;
    for (model::PairEvent& one : pair.events) {
        text += !one.of.has_value() ? kLink : *one.of == Half::dialling ? kDialling : kListening;
        all.events.push_back(std::move(one.event));
    }
    return text + '\n' + record::transcript_to_json(all);
}

model::PairTranscript from_line_and_json(const model::PairPlan& plan, const std::string& text) {
    const std::size_t line = text.find('\n');
    if (line == std::string::npos) throw UsageError("it said nothing");
    model::Transcript all = record::transcript_from_json(text.substr(line + 1));
    if (all.events.size() != line) throw UsageError("it said too little");
    model::PairTranscript pair{plan, all.isolation, {}};
    for (std::size_t i = 0; i < line; ++i) {
        std::optional<Half> of;
        if (text[i] != kLink) of = text[i] == kDialling ? Half::dialling : Half::listening;
        pair.events.push_back({of, std::move(all.events[i])});
    }
    return pair;
}

}  // namespace

PairProcess::PairProcess(const model::PairPlan& plan, const PairSubmission& submission, const Place& place)
    : plan_(plan),
      process_(plan.dialling, submission.dialling.identity, place,
               [&](const sandbox::ControlGroup* group, const GivenFile& given_file) {
                   return to_line_and_json(run_pair(plan, submission, place.level, group, given_file));
               }) {}

std::optional<model::PairTranscript> PairProcess::read_more() {
    const auto text = process_.read_more();
    if (!text.has_value()) return std::nullopt;
    try {
        return from_line_and_json(plan_, *text);
    } catch (const UsageError& error) {
        return model::PairTranscript{plan_, {}, {{std::nullopt, {1, 0, process_.ended_early(error.what())}}}};
    }
}

}  // namespace sockgrade::run
