#include "reports/conversation.hh"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <utility>
#include <variant>

#include "telling/event.hh"

namespace sockgrade::reports {

namespace {

namespace event = model::event;

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

// But for what came to a peer from where nobody had asked.
bool is_told_by_its_fault(const model::Event& e) {
    const auto* delivered = std::get_if<event::Delivered>(&e.what);
    return delivered != nullptr && (delivered->direction == model::Direction::to_program ||
                                    delivered->way != event::Delivered::Way::from_stranger);
}

bool internal(const model::Event& e) {
    return std::holds_alternative<event::StepBegan>(e.what) ||
           std::holds_alternative<event::StepEnded>(e.what) ||
           std::holds_alternative<event::Control>(e.what) || is_told_by_its_fault(e);
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

std::string in_words(const model::Event& e, const model::Plan& plan) {
    constexpr std::size_t kMostCommand = 60;
    const auto* started = std::get_if<event::Started>(&e.what);
    if (started == nullptr || started->command.empty()) return telling::describe(e, plan);
    std::vector<std::string> words;
    for (const std::string& word : started->command) words.push_back(word.substr(word.rfind('/') + 1));
    std::size_t left = kMostCommand;
    std::size_t from = words.size();
    while (from > 1 && words[from - 1].size() < left) left -= words[--from].size();
    if (from > 1) words.erase(words.begin() + 2, words.begin() + static_cast<std::ptrdiff_t>(from));
    if (from > 1) words[1] = "...";
    return telling::describe({e.number, e.at_us, event::Started{std::move(words)}}, plan);
}

const model::Transcript* shown_transcript(const model::CaseResult& result) {
    return result.shown_transcript < result.transcripts.size() ? &result.transcripts[result.shown_transcript]
                                                               : nullptr;
}

std::vector<Told> told_events(const model::CaseResult& result) {
    std::vector<Told> all;
    const model::Transcript* transcript = shown_transcript(result);
    if (!transcript) return all;
    const std::set<std::size_t> evidence = evidence_of(result);
    for (std::size_t i = 0; i < transcript->events.size(); ++i) {
        const model::Event& e = transcript->events[i];
        if (internal(e)) continue;
        const bool decisive = evidence.contains(e.number);
        if (!all.empty() && joined(all.back().event, e, transcript->plan.transport)) {
            ++all.back().pieces;
            all.back().decisive |= decisive;
        } else {
            all.push_back({e, i, 1, decisive});
        }
    }
    return all;
}

std::vector<Line> conversation(const model::CaseResult& result) {
    std::vector<Line> lines;
    for (const Told& told : told_events(result)) {
        Line line{told.event.number, lines.size() + 1,
                  told.event.at_us,  in_words(told.event, shown_transcript(result)->plan),
                  told.decisive,     false};
        if (told.pieces > 1 && !std::holds_alternative<event::Printed>(told.event.what))
            line.text += fmt::format(" in {} pieces", told.pieces);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<Line> whole_conversation(const model::CaseResult& result) {
    std::vector<Line> lines;
    const model::Transcript* transcript = shown_transcript(result);
    if (!transcript) return lines;
    const std::set<std::size_t> evidence = evidence_of(result);
    for (const model::Event& e : transcript->events)
        lines.push_back({e.number, lines.size() + 1, e.at_us, telling::describe(e, transcript->plan),
                         evidence.contains(e.number), false});
    return lines;
}

namespace {

std::vector<Line> kept_of(std::vector<Line> lines,
                          const std::function<bool(const Line&, std::size_t)>& is_kept) {
    std::vector<Line> kept;
    bool gap = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool stays = is_kept(lines[i], i);
        if (stays) {
            kept.push_back(std::move(lines[i]));
            kept.back().after_gap = gap;
        }
        gap = !stays;
    }
    return kept;
}

}  // namespace

std::vector<Line> end_of(std::vector<Line> lines, std::size_t most) {
    const std::size_t first = lines.size() > most ? lines.size() - most : 0;
    return kept_of(std::move(lines),
                   [first](const Line& line, std::size_t i) { return i >= first || line.decisive; });
}

std::vector<Line> deciding(std::vector<Line> lines, std::size_t most) {
    const auto decisive = static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.decisive; }));
    if (decisive == 0) return end_of(std::move(lines), most);
    // The first says how it began; what is nearest to the end is most telling.
    std::size_t at = 0;
    return kept_of(std::move(lines), [&](const Line& line, std::size_t) {
        if (!line.decisive) return false;
        ++at;
        return at == 1 || at + most > decisive + 1;
    });
}

}  // namespace sockgrade::reports
