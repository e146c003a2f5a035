#include "reports/conversation.hh"

#include <fmt/format.h>

#include <set>
#include <variant>

namespace sockgrade::reports {

namespace {

namespace event = model::event;

const model::Transcript* shown_transcript(const model::CaseResult& result) {
    return result.shown_transcript < result.transcripts.size() ? &result.transcripts[result.shown_transcript]
                                                               : nullptr;
}

// Only what the case failed by: evidence of met requirements would mark nearly every line.
std::set<std::size_t> evidence_of(const model::CaseResult& result) {
    std::set<std::size_t> numbers;
    for (const model::Finding& finding : result.findings)
        if (finding.status == model::Finding::Status::not_met)
            numbers.insert(finding.evidence.begin(), finding.evidence.end());
    for (const model::Diagnosis& diagnosis : result.diagnoses)
        numbers.insert(diagnosis.evidence.begin(), diagnosis.evidence.end());
    return numbers;
}

bool internal(const model::Event& e) {
    return std::holds_alternative<event::StepBegan>(e.what) ||
           std::holds_alternative<event::StepEnded>(e.what) || std::holds_alternative<event::Control>(e.what);
}

// Adds the bytes of `next` to `told` when the two are pieces of one stream.
bool joined(model::Event& told, const model::Event& next, model::Transport transport) {
    if (auto* a = std::get_if<event::Printed>(&told.what)) {
        const auto* b = std::get_if<event::Printed>(&next.what);
        if (!b || a->to_stderr != b->to_stderr) return false;
        a->bytes += b->bytes;
        return true;
    }
    if (transport == model::Transport::udp) return false;  // each datagram stands for itself
    if (auto* a = std::get_if<event::Sent>(&told.what)) {
        const auto* b = std::get_if<event::Sent>(&next.what);
        if (!b || a->connection != b->connection) return false;
        a->bytes += b->bytes;
        return true;
    }
    if (auto* a = std::get_if<event::Received>(&told.what)) {
        const auto* b = std::get_if<event::Received>(&next.what);
        if (!b || a->connection != b->connection) return false;
        a->bytes += b->bytes;
        return true;
    }
    return false;
}

}  // namespace

std::vector<Line> conversation(const model::CaseResult& result) {
    std::vector<Line> lines;
    const model::Transcript* transcript = shown_transcript(result);
    if (!transcript) return lines;
    const std::set<std::size_t> evidence = evidence_of(result);
    std::vector<const model::Event*> events;
    for (const model::Event& e : transcript->events)
        if (!internal(e)) events.push_back(&e);
    for (std::size_t i = 0; i < events.size();) {
        model::Event told = *events[i];
        Line line{told.number, told.at_us, {}, evidence.contains(told.number), false};
        std::size_t pieces = 1;
        for (; i + pieces < events.size() && joined(told, *events[i + pieces], transcript->plan.transport);
             ++pieces)
            line.decisive |= evidence.contains(events[i + pieces]->number);
        line.text = describe(told, transcript->plan);
        if (pieces > 1 && !std::holds_alternative<event::Printed>(told.what))
            line.text += fmt::format(" in {} pieces", pieces);
        lines.push_back(std::move(line));
        i += pieces;
    }
    return lines;
}

std::vector<Line> whole_conversation(const model::CaseResult& result) {
    std::vector<Line> lines;
    const model::Transcript* transcript = shown_transcript(result);
    if (!transcript) return lines;
    const std::set<std::size_t> evidence = evidence_of(result);
    for (const model::Event& e : transcript->events)
        lines.push_back(
            {e.number, e.at_us, describe(e, transcript->plan), evidence.contains(e.number), false});
    return lines;
}

std::vector<Line> end_of(std::vector<Line> lines, std::size_t most) {
    std::vector<Line> kept;
    const std::size_t first = lines.size() > most ? lines.size() - most : 0;
    bool gap = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i < first && !lines[i].decisive) {
            gap = true;
            continue;
        }
        kept.push_back(std::move(lines[i]));
        kept.back().after_gap = gap;
        gap = false;
    }
    return kept;
}

}  // namespace sockgrade::reports
