#include "reports/diagram.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <utility>

#include "base/text.hh"
#include "faults/deliveries.hh"
#include "reports/conversation.hh"
#include "reports/source_line.hh"
#include "telling/event.hh"

namespace sockgrade::reports {

namespace {

namespace event = model::event;
using faults::Delivery;
using Kind = Row::Kind;

constexpr std::size_t kProgram = 0;
constexpr std::size_t kLink = 1;

class DiagramBuilder {
  public:
    DiagramBuilder(const model::CaseResult& result, const model::Transcript& transcript,
                   const DiagramLimits& limits)
        : result_(result), transcript_(transcript), limits_(limits) {
        is_udp_ = transcript.plan.transport == model::Transport::udp;
        link_ = is_udp_ && !transcript.plan.faults.empty();
        diagram_.lifelines.emplace_back(model::kProgram);
        if (link_) diagram_.lifelines.emplace_back("link");
        if (!link_) return;
        deliveries_ = faults::deliveries(transcript);
        for (const Delivery& one : deliveries_) explained_.insert(one.because.begin(), one.because.end());
    }

    Diagram draw() && {
        const std::vector<Told> all = told_events(result_);
        for (const Told& told : all)
            if (told.decisive) decisive_.insert(told.position);
        for (const Told& told : all) {
            deliver_before(told.position);
            row_ = Row{};
            row_.number = told.event.number;
            row_.at_us = told.event.at_us;
            row_.decisive = told.decisive;
            position_ = told.position;
            pieces_ = told.pieces;
            std::visit([&](const auto& what) { tell(what, told.event); }, told.event.what);
        }
        deliver_before(transcript_.events.size());
        std::size_t step = 0;
        const auto line = source_line(result_);
        for (Row& row : diagram_.rows) {
            row.step = ++step;
            if (line && row.number == line->event)
                row.source = place_of(*line) + (line->text.empty() ? "" : "  " + line->text);
        }
        say_what_is_broken();
        leave_out();
        name_the_rest();
        return std::move(diagram_);
    }

  private:
    // --- Arrows.

    void tell(const event::Sent& e, const model::Event&) {
        // On a link what arrives is told, and when it does.
        if (!link_) arrow(peer(e.connection), kProgram, shown(e.bytes), e.connection);
    }
    void tell(const event::Received& e, const model::Event&) {
        arrow(kProgram, peer(e.connection), shown(e.bytes), e.connection);
    }
    void tell(const event::Opened& e, const model::Event&) {
        const std::size_t other = peer(e.connection);
        if (is_udp_ || e.remote.port == 0) return;
        const bool dials = is_called(transcript_.plan, e.connection);
        control(dials ? kProgram : other, dials ? other : kProgram, "connects", e.connection);
    }
    void tell(const event::NotOpened& e, const model::Event&) {
        row_.lost = true;
        control(peer(e.connection), kProgram,
                e.error == ECONNREFUSED ? "connects, is refused" : "tries to connect", e.connection);
    }
    void tell(const event::Finished& e, const model::Event&) {
        const std::size_t other = peer(e.connection);
        if (e.by_program)
            control(kProgram, other, "closes (FIN)", e.connection);
        else
            control(other, kProgram, "finishes sending (FIN)", e.connection);
    }
    void tell(const event::Closed& e, const model::Event&) {
        control(peer(e.connection), kProgram, e.reset ? "resets (RST)" : "closes", e.connection);
    }
    void tell(const event::ResetSeen& e, const model::Event&) {
        control(kProgram, peer(e.connection),
                e.error == ECONNREFUSED ? "refused: no socket there" : "resets (RST)", e.connection);
    }
    void tell(const event::FaultApplied& e, const model::Event& whole) {
        if (explained_.contains(position_)) return;
        if (!link_ || !e.lost || e.direction != model::Direction::from_program)
            return note(Kind::note, telling::describe(whole, transcript_.plan));
        row_.lost = true;
        arrow(kProgram, kLink, "dropped: " + shown(e.bytes), {});
    }

    // --- Notes.

    void tell(const event::Coaxed&, const model::Event& whole) {
        note(Kind::help, telling::describe(whole, transcript_.plan));
    }
    void tell(const event::Started&, const model::Event& whole) {
        note(Kind::note, in_words(whole, transcript_.plan));
    }
    template <class Other>
    void tell(const Other&, const model::Event& whole) {
        note(Kind::note, telling::describe(whole, transcript_.plan));
    }

    // --- What came to the program through the link up to an event.

    void deliver_before(std::size_t position) {
        for (; delivered_ < deliveries_.size() && deliveries_[delivered_].at < position; ++delivered_)
            deliver(deliveries_[delivered_]);
    }
    void deliver(const Delivery& one) {
        const model::Event& origin = transcript_.events[one.sent];
        const auto& sent = std::get<event::Sent>(origin.what);
        const std::size_t from = peer(sent.connection);
        const std::string bytes = shown(one.bytes);
        row_ = Row{};
        row_.number = transcript_.events[one.at].number;
        row_.at_us = transcript_.events[one.at].at_us;
        pieces_ = 1;
        row_.decisive = decisive_.contains(one.sent);
        for (const std::size_t i : one.because) row_.decisive |= decisive_.contains(i);
        switch (one.how) {
            case Delivery::How::passed:
                return arrow(from, kProgram, bytes, sent.connection);
            case Delivery::How::copy:
                return arrow(kLink, kProgram, "a copy: " + bytes, {});
            case Delivery::How::held:
                return arrow(from, kLink, "held back: " + bytes, sent.connection);
            case Delivery::How::late:
                return arrow(kLink, kProgram, "late: " + bytes, {});
            case Delivery::How::stranger:
                return arrow(kLink, kProgram, "from a stranger: " + bytes, {});
            case Delivery::How::moved:
                return arrow(from, kProgram, "from a new port: " + bytes, sent.connection);
            case Delivery::How::dropped:
                row_.lost = true;
                return arrow(from, kLink, "dropped: " + bytes, sent.connection);
        }
    }

    // --- Rows.

    std::string shown(const std::string& bytes) const {
        std::string text = quote(bytes, limits_.bytes);
        if (pieces_ > 1) text += fmt::format(" in {} pieces", pieces_);
        return text;
    }
    void arrow(std::size_t from, std::size_t to, std::string text, const std::string& connection) {
        row_.kind = Kind::message;
        add(from, to, std::move(text), connection);
    }
    void control(std::size_t from, std::size_t to, std::string text, const std::string& connection) {
        row_.kind = Kind::control;
        add(from, to, std::move(text), connection);
    }
    void add(std::size_t from, std::size_t to, std::string text, const std::string& connection) {
        row_.from = from;
        row_.to = to;
        row_.text = std::move(text);
        if (!connection.empty() && shared_.contains(connection))
            row_.text = escape(connection) + ": " + row_.text;
        diagram_.rows.push_back(row_);
    }
    void note(Kind kind, std::string text) {
        row_.kind = kind;
        row_.text = std::move(text);
        diagram_.rows.push_back(row_);
    }

    // The peer's lifeline.
    std::size_t peer(const std::string& name) {
        const std::size_t first = link_ ? 2 : 1;
        for (std::size_t i = 0; i < peers_.size(); ++i)
            if (peers_[i] == name) return first + i;
        if (shared_.contains(name)) return first + peers_.size() - 1;
        if (first + peers_.size() < limits_.lifelines) {
            peers_.push_back(name);
            diagram_.lifelines.push_back(name);
        } else {
            shared_.insert(name);
        }
        return first + peers_.size() - 1;
    }
    // The last lifeline's own peer is told from those that share it only by its name.
    void name_the_rest() {
        if (!shared_.empty()) diagram_.lifelines.back() += fmt::format(" +{}", shared_.size());
    }

    void say_what_is_broken() {
        const auto broken =
            std::find_if(result_.findings.begin(), result_.findings.end(),
                         [](const model::Finding& f) { return f.status == model::Finding::Status::not_met; });
        if (broken == result_.findings.end()) return;
        Row row;
        row.kind = Kind::broken;
        row.text = "Not met: " + broken->requirement;
        if (broken->cause) row.text += fmt::format(" ({})", to_string(*broken->cause));
        const std::size_t last = broken->evidence.empty()
                                     ? 0
                                     : *std::max_element(broken->evidence.begin(), broken->evidence.end());
        const auto after = std::find_if(diagram_.rows.rbegin(), diagram_.rows.rend(), [&](const Row& one) {
            return last == 0 || (one.number != 0 && one.number <= last);
        });
        diagram_.rows.insert(after.base(), std::move(row));
    }

    void leave_out() {
        std::vector<Row>& rows = diagram_.rows;
        if (rows.size() <= limits_.rows) return;
        const std::size_t head = limits_.rows / 3;
        const std::size_t tail = limits_.rows - head;
        std::vector<Row> kept;
        std::size_t skipped = 0;
        std::size_t decided = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            // Evidence may be as long as the case; it does not undo the limit.
            const bool middle = i >= head && i + tail < rows.size();
            const bool stays = rows[i].kind == Kind::broken || (rows[i].decisive && decided < limits_.rows);
            if (middle && !stays) {
                ++skipped;
                continue;
            }
            if (middle) ++decided;
            if (skipped > 0) kept.push_back(gap(std::exchange(skipped, 0)));
            kept.push_back(std::move(rows[i]));
        }
        rows = std::move(kept);
    }
    static Row gap(std::size_t count) {
        Row row;
        row.kind = Kind::gap;
        row.text = fmt::format("... {} left out ...", count_of(count, "step"));
        return row;
    }

    const model::CaseResult& result_;
    const model::Transcript& transcript_;
    const DiagramLimits& limits_;
    bool is_udp_ = false;
    bool link_ = false;
    std::vector<Delivery> deliveries_;
    std::size_t delivered_ = 0;
    std::set<std::size_t> explained_;  // faults that an arrow of the link shows
    std::set<std::size_t> decisive_;   // positions of events
    std::vector<std::string> peers_;
    std::set<std::string> shared_;  // peers without a lifeline of their own
    Row row_;
    std::size_t position_ = 0;
    std::size_t pieces_ = 1;
    Diagram diagram_;
};

}  // namespace

Diagram diagram_of(const model::CaseResult& result, const DiagramLimits& limits) {
    const model::Transcript* transcript = shown_transcript(result);
    if (transcript == nullptr) return {};
    return DiagramBuilder(result, *transcript, limits).draw();
}

}  // namespace sockgrade::reports
