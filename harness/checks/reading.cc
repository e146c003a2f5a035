#include "checks/reading.hh"

#include <algorithm>
#include <map>
#include <utility>

#include "faults/fault.hh"
#include "formats/fit.hh"
#include "model/expected.hh"

namespace sockgrade::checks {

namespace event = model::event;

std::string joined(const std::vector<Exchange::Piece>& pieces) {
    std::string all;
    for (const Exchange::Piece& piece : pieces) all += piece.bytes;
    return all;
}

std::vector<std::size_t> Exchange::evidence() const {
    std::vector<std::size_t> numbers;
    for (const auto* list : {&sent, &received})
        for (const Piece& piece : *list) numbers.push_back(piece.event);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Reading::Reading(const model::Plan& plan, const model::Transcript& transcript, std::string program)
    : plan_(plan), transcript_(transcript), program_(std::move(program)), steps_(plan.steps.size()) {
    for (std::size_t i = 0; i < size(); ++i) {
        const event::What& what = transcript_.events[i].what;
        if (const auto* began = std::get_if<event::StepBegan>(&what);
            began != nullptr && began->step < steps_.size() && !steps_[began->step].has_value())
            steps_[began->step] = StepReading{began->step, {i, size()}, model::WaitEnd::backstop, {}};
        const auto* ended = std::get_if<event::StepEnded>(&what);
        if (ended == nullptr || ended->step >= steps_.size() || !steps_[ended->step].has_value()) continue;
        StepReading& step = *steps_[ended->step];
        step.range.end = i + 1;
        step.how = ended->how;
        step.waits = ended->waits;
    }
}

const std::optional<StepReading>& Reading::step(std::size_t index) const {
    static const std::optional<StepReading> kNone;
    return index < steps_.size() ? steps_[index] : kNone;
}

namespace {

// What comes while a connection is being made already belongs to it.
bool begins_anew(const model::Action& action) {
    return std::holds_alternative<model::Connect>(action) || std::holds_alternative<model::Accept>(action) ||
           std::holds_alternative<model::ComeBack>(action);
}

bool is_cut(const model::Expect& expect) { return expect.frame.until != model::Frame::Until::rest; }

}  // namespace

std::optional<std::size_t> Reading::expectation_before(std::size_t index) const {
    for (std::size_t earlier = index; earlier-- > 0;) {
        const model::Step& before = plan_.steps[earlier];
        if (before.actor != plan_.steps[index].actor || !step(earlier)) continue;
        if (begins_anew(before.action)) return std::nullopt;
        if (std::holds_alternative<model::Expect>(before.action)) return earlier;
    }
    return std::nullopt;
}

// Leaves of what came the frames that the expectation is about.
void Reading::cut(Exchange& exchange, std::size_t index, std::size_t end) const {
    const auto& expect = std::get<model::Expect>(plan_.steps[index].action);
    const std::string& actor = plan_.steps[index].actor;
    // It may have closed while an earlier frame was awaited.
    bool has_ended = false;
    for (std::size_t i = 0; i < end; ++i) {
        const event::What& what = transcript_.events[i].what;
        if (const auto* opened = std::get_if<event::Opened>(&what))
            has_ended = has_ended && opened->connection != actor;
        const auto* finished = std::get_if<event::Finished>(&what);
        const auto* reset = std::get_if<event::ResetSeen>(&what);
        if (finished != nullptr && finished->by_program && finished->connection == actor)
            has_ended = exchange.program_finished = true;
        if (reset != nullptr && reset->connection == actor) has_ended = exchange.program_reset = true;
    }
    const std::string bytes = joined(exchange.banner) + joined(exchange.received);
    const formats::Frames frames = formats::frames_of(expect, bytes, has_ended);
    exchange.is_whole = frames.are_whole;
    std::size_t room = frames.used;
    for (auto* pieces : {&exchange.banner, &exchange.received}) {
        std::vector<Exchange::Piece> kept;
        for (Exchange::Piece& piece : *pieces) {
            const std::size_t size = std::min(room, piece.bytes.size());
            room -= size;
            if (size > 0) kept.push_back({piece.bytes.substr(0, size), piece.event});
            if (size < piece.bytes.size()) exchange.left.push_back({piece.bytes.substr(size), piece.event});
        }
        *pieces = std::move(kept);
    }
}

std::vector<std::string> Reading::frames(std::size_t index) const {
    const Exchange all = exchange(index);
    std::vector<std::string> frames;
    if (plan_.transport == model::Transport::udp) {
        for (const auto* pieces : {&all.banner, &all.received})
            for (const Exchange::Piece& piece : *pieces) frames.push_back(piece.bytes);
        return frames;
    }
    const std::string bytes = joined(all.banner) + joined(all.received);
    const auto& expect = std::get<model::Expect>(plan_.steps.at(index).action);
    for (const std::string_view frame : formats::frames_of(expect, bytes, all.program_finished).each)
        frames.emplace_back(frame);
    return frames;
}

Exchange Reading::exchange(std::size_t index) const {
    const std::string& actor = plan_.steps.at(index).actor;
    Range range{0, step(index).has_value() ? step(index)->range.end : size()};
    for (std::size_t earlier = 0; earlier < index; ++earlier) {
        const model::Step& before = plan_.steps[earlier];
        if (before.actor != actor) continue;
        const auto& reading = step(earlier);
        if (!reading.has_value()) continue;
        // An expectation ends with its step.
        if (std::holds_alternative<model::Expect>(before.action)) range.begin = reading->range.end;
        if (begins_anew(before.action)) range.begin = reading->range.begin;
    }

    Exchange exchange;
    if (const auto before = expectation_before(index))
        if (is_cut(std::get<model::Expect>(plan_.steps[*before].action)))
            exchange.banner = this->exchange(*before).left;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const model::Event& event = transcript_.events[i];
        if (const auto* sent = std::get_if<event::Sent>(&event.what);
            sent != nullptr && sent->connection == actor) {
            exchange.sent.push_back({sent->bytes, event.number});
        } else if (const auto* received = std::get_if<event::Received>(&event.what);
                   received != nullptr && received->connection == actor) {
            (exchange.sent.empty() ? exchange.banner : exchange.received)
                .push_back({received->bytes, event.number});
        } else if (const auto* coaxed = std::get_if<event::Coaxed>(&event.what);
                   coaxed != nullptr && coaxed->connection == actor) {
            if (coaxed->with == event::Coaxed::With::newline && exchange.received.empty())
                exchange.newline_coaxed = true;
            if (coaxed->with == event::Coaxed::With::half_close && exchange.received.empty())
                exchange.half_close_coaxed = true;
            exchange.was_busy = exchange.was_busy || coaxed->was_busy;
        } else if (const auto* finished = std::get_if<event::Finished>(&event.what);
                   finished != nullptr && finished->connection == actor && finished->by_program) {
            exchange.program_finished = true;
        } else if (const auto* reset = std::get_if<event::ResetSeen>(&event.what);
                   reset != nullptr && reset->connection == actor) {
            exchange.program_reset = true;
        }
    }
    if (plan_.transport == model::Transport::udp && !exchange.sent.empty())
        forget_copies(exchange.banner, actor, range.begin);
    const auto* expect = std::get_if<model::Expect>(&plan_.steps[index].action);
    if (expect != nullptr && is_cut(*expect)) cut(exchange, index, range.end);
    return exchange;
}

// A program that waits for an answer may send again before it comes: that is no answer to what the peer says
// then. run/steps/send.cc passes over the same.
void Reading::forget_copies(std::vector<Exchange::Piece>& pieces, const std::string& actor,
                            std::size_t begin) const {
    const auto is_copy = [&](const Exchange::Piece& piece) {
        return std::any_of(transcript_.events.begin(), transcript_.events.begin() + static_cast<long>(begin),
                           [&](const model::Event& before) {
                               const auto* received = std::get_if<event::Received>(&before.what);
                               return received != nullptr && received->connection == actor &&
                                      received->bytes == piece.bytes;
                           });
    };
    pieces.erase(pieces.begin(), std::find_if_not(pieces.begin(), pieces.end(), is_copy));
}

std::optional<model::Termination> Reading::ended(std::size_t before) const {
    for (std::size_t i = 0; i < std::min(before, size()); ++i)
        if (const auto* ended = std::get_if<event::Ended>(&transcript_.events[i].what))
            if (ended->termination.how != model::Termination::How::stopped) return ended->termination;
    return std::nullopt;
}

std::string Reading::output(Range range) const {
    std::string text;
    for (std::size_t i = range.begin; i < std::min(range.end, size()); ++i)
        if (const auto* printed = std::get_if<event::Printed>(&transcript_.events[i].what))
            text += printed->bytes;
    return text;
}

std::string Reading::standard_output(Range range) const {
    std::string text;
    for (std::size_t i = range.begin; i < std::min(range.end, size()); ++i)
        if (const auto* printed = std::get_if<event::Printed>(&transcript_.events[i].what))
            if (!printed->to_stderr) text += printed->bytes;
    return text;
}

std::string Reading::errors() const {
    std::string text;
    for (const auto* printed : transcript_.all<event::Printed>())
        if (printed->to_stderr) text += printed->bytes;
    return text;
}

bool Reading::sees_empty_datagrams() const {
    const auto faults = transcript_.all<event::FaultApplied>();
    return std::any_of(faults.begin(), faults.end(), [](const event::FaultApplied* fault) {
        return faults::is(fault->kind, &faults::FaultKind::empties) &&
               fault->direction == model::Direction::to_program;
    });
}

std::vector<Exchange::Piece> Reading::arrived(Range range) const {
    struct Fate {
        bool lost;
        std::string instead;
    };
    // By payload and copy. Of two faults that changed one datagram, the later one tells what arrived.
    std::map<std::pair<std::string, std::size_t>, Fate> fates;
    for (const auto* fault : transcript_.all<event::FaultApplied>()) {
        if (fault->direction != model::Direction::to_program) continue;
        if (!fault->lost && !fault->instead.has_value()) continue;
        Fate& fate = fates[{fault->bytes, fault->occurrence}];
        // An empty datagram is nothing that could be answered or printed.
        fate.lost = fate.lost || fault->lost || fault->instead->empty();
        fate.instead = fault->instead.value_or("");
    }
    std::map<std::pair<std::string, std::string>, std::size_t> copies;  // by peer and payload
    std::vector<Exchange::Piece> pieces;
    for (std::size_t i = 0; i < std::min(range.end, size()); ++i) {
        const auto* sent = std::get_if<event::Sent>(&transcript_.events[i].what);
        if (sent == nullptr) continue;
        const auto fate = fates.find({sent->bytes, ++copies[{sent->connection, sent->bytes}]});
        if (i < range.begin) continue;
        if (fate == fates.end())
            pieces.push_back({sent->bytes, transcript_.events[i].number});
        else if (!fate->second.lost)
            pieces.push_back({fate->second.instead, transcript_.events[i].number});
    }
    return pieces;
}

}  // namespace sockgrade::checks
