#include "faults/stream_plan.hh"

#include <algorithm>

namespace sockgrade::faults {

std::size_t refused_by(const std::vector<model::FaultRule>& rules, std::size_t attempt) {
    std::size_t place = 0;
    for (; place < rules.size(); ++place) {
        const StreamKind* const kind = find_stream(rules[place].kind);
        if (kind != nullptr && kind->make(rules[place])->refuses(attempt)) break;
    }
    return place;
}

StreamPlan::StreamPlan(const std::vector<model::FaultRule>& rules, model::Direction direction,
                       std::size_t connection) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const std::vector<std::size_t>& wanted = rules[i].numbers;
        const bool is_meant =
            wanted.empty() || std::find(wanted.begin(), wanted.end(), connection) != wanted.end();
        const StreamKind* const kind = find_stream(rules[i].kind);
        if (kind != nullptr && is_meant && rules[i].direction == direction)
            rules_.push_back({i, kind->make(rules[i])});
    }
    std::stable_sort(rules_.begin(), rules_.end(), [](const Rule& a, const Rule& b) {
        return a.fault->ends_after() < b.fault->ends_after();
    });
}

StreamPlan::Outcome StreamPlan::pass(const std::string& bytes) {
    Outcome outcome;
    if (is_over_) return outcome;
    if (!bytes.empty()) outcome.passage.portions.push_back({bytes});
    for (const Rule& rule : rules_)
        if (rule.fault->apply(outcome.passage, offset_)) outcome.applied.push_back(rule.place);
    offset_ += bytes.size();
    for (const Portion& portion : outcome.passage.portions) passed_ += portion.bytes.size();
    is_over_ = outcome.passage.ending != Ending::none;
    return outcome;
}

}  // namespace sockgrade::faults
