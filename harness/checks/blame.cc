#include "checks/blame.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/misunderstanding.hh"
#include "telling/pair.hh"
#include "telling/wait.hh"

namespace sockgrade::checks {

using model::Address;
using model::Cause;
using model::Finding;
using model::Half;
using model::Transcript;
using model::Verdict;
using telling::Projection;
using Status = Finding::Status;
namespace event = model::event;

namespace {

constexpr std::size_t kAtTheEnd = SIZE_MAX;

std::string role_of(const Projection& half) { return model::to_string(half.transcript.plan.role); }

bool is_dialling(const Projection& half) { return speaks_first(half.transcript.plan.role); }

// Where in the pair's story an event was. What the peer sends is seen twice: when it is sent, and when it
// arrives, which the peer's own transcript tells.
std::size_t arrival_of(const Projection& half, const Projection& peer, std::size_t number) {
    const std::size_t place = half.places[number - 1];
    if (!std::holds_alternative<event::Sent>(half.transcript.events[number - 1].what)) return place;
    const auto& events = peer.transcript.events;
    for (std::size_t i = 0; i < events.size(); ++i)
        if (peer.places[i] >= place && std::holds_alternative<event::Received>(events[i].what))
            return peer.places[i];
    return place;
}

// A program's sockets are closed before its end is told, and its peer may be faster: of one that listens, who
// has no other reason to close first, that counts.
bool is_its_end(const model::Event& one, bool closes_by_ending) {
    const auto* finished = std::get_if<event::Finished>(&one.what);
    const bool closes =
        (finished != nullptr && finished->by_program) || std::holds_alternative<event::ResetSeen>(one.what);
    return std::holds_alternative<event::Ended>(one.what) || (closes_by_ending && closes);
}

// Where in the pair's story the rule was broken: at the program's end, at the last event that shows it, or,
// when nothing shows what did not come, at the end of all.
std::size_t moment_of(const Projection& half, const Projection& peer, const Finding& finding) {
    const auto& events = half.transcript.events;
    const bool by_its_end = finding.cause == Cause::crashed || finding.cause == Cause::exited_early;
    std::size_t last = 0;
    for (const std::size_t number : finding.evidence) last = std::max(last, number);
    if (by_its_end) {
        const auto end = std::find_if(events.begin(), events.end(), [&](const model::Event& one) {
            return is_its_end(one, !is_dialling(half));
        });
        if (end != events.end()) last = end->number;
    }
    if (last == 0 || last > half.places.size()) return kAtTheEnd;
    const bool is_absence = finding.cause == Cause::missing || finding.cause == Cause::no_reply ||
                            finding.cause == Cause::hung || finding.cause == Cause::closed_early;
    // Who listens should have done it when that arrived; who dials might still have, until the end.
    if (is_absence && is_dialling(half)) return kAtTheEnd;
    return 2 * arrival_of(half, peer, last) + (is_absence ? 1 : 0);
}

// The address that the dialling program used, when nobody was there.
std::optional<std::pair<Address, std::size_t>> missed_at(const Projection& dialling) {
    const Transcript& transcript = dialling.transcript;
    if (transcript.first<event::Opened>() != nullptr) return std::nullopt;
    for (const model::Event& one : transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->error != 0 || call->transport != transcript.plan.transport) continue;
        if (call->dials() && call->address.port != model::kNameServicePort && call->address.port != 0)
            return std::pair{call->address, one.number};
    }
    return std::nullopt;
}

std::string without_stop(std::string text) {
    if (!text.empty() && text.back() == '.') text.pop_back();
    return text;
}

class Blaming {
  public:
    Blaming(const Projection& dialling, const Projection& listening)
        : dialling_(dialling), listening_(listening) {
        if (dialling.was_started()) of_dialling_ = judge(dialling.transcript, role_of(dialling));
        of_listening_ = judge(listening.transcript, role_of(listening));
    }

    PairJudgement judgement() {
        const bool in_the_way = is_troubled(dialling_) || is_troubled(listening_);
        if (in_the_way) return inconclusive(is_troubled(listening_) ? of_listening_ : *of_dialling_);
        if (const auto missed = missed_at(dialling_)) return not_met(missed->first, missed->second);
        if (const auto why = misunderstanding(dialling_, of(Half::dialling), listening_, of_listening_))
            return do_not_agree(*why);
        const Finding* first = of_dialling_ ? broken_rule(*of_dialling_) : nullptr;
        const Finding* second = broken_rule(of_listening_);
        if (first != nullptr && second != nullptr)
            return blame(moment_of(listening_, dialling_, *second) <= moment_of(dialling_, listening_, *first)
                             ? Half::listening
                             : Half::dialling);
        if (first == nullptr && second != nullptr)
            if (const auto of_sender = what_the_sender_did(); of_sender.has_value())
                return sender_is_to_blame(*of_sender);
        if (first != nullptr) return blame(Half::dialling);
        if (second != nullptr) return blame(Half::listening);
        if (!of_dialling_ || of_dialling_->verdict != Verdict::passed)
            return inconclusive(of_dialling_ ? *of_dialling_ : of_listening_);
        if (of_listening_.verdict != Verdict::passed) return inconclusive(of_listening_);
        return passed();
    }

  private:
    static bool is_troubled(const Projection& half) {
        return half.transcript.first<event::Trouble>() != nullptr;
    }
    const Projection& seen(Half half) const { return half == Half::dialling ? dialling_ : listening_; }
    const Judgement* of(Half half) const {
        if (half == Half::listening) return &of_listening_;
        return of_dialling_ ? &*of_dialling_ : nullptr;
    }

    static PairJudgement inconclusive(const Judgement& why) {
        PairJudgement pair;
        pair.of_pair.verdict = Verdict::inconclusive;
        pair.of_pair.summary = why.summary;
        return pair;
    }

    PairJudgement passed() const {
        PairJudgement pair;
        for (const Half half : {Half::dialling, Half::listening}) add_findings(pair, half);
        pair.of_pair.summary = "Both programs keep to the rules of their exercises.";
        return pair;
    }

    void add_findings(PairJudgement& pair, Half half) const {
        const auto& findings = of(half)->findings;
        pair.of_pair.findings.insert(pair.of_pair.findings.end(), findings.begin(), findings.end());
    }

    PairJudgement blame(Half half) const {
        PairJudgement pair;
        const std::string role = role_of(seen(half));
        const std::string other_role = role_of(seen(other(half)));
        const Finding& broken = *broken_rule(*of(half));
        add_findings(pair, half);
        pair.blamed = pair.shown = half;
        pair.of_pair.verdict = Verdict::failed;
        pair.of_pair.cause = broken.cause;
        pair.of_pair.summary = fmt::format("The {} breaks the rules of its exercise. Not met: {}", role,
                                           without_stop(broken.requirement));
        if (broken.cause) pair.of_pair.summary += fmt::format(" ({})", model::to_string(*broken.cause));
        pair.of_pair.summary += '.';
        const Finding* also = of(other(half)) != nullptr ? broken_rule(*of(other(half))) : nullptr;
        if (also != nullptr)
            pair.of_pair.summary +=
                fmt::format(" Later the {} does not do what it should either, which may come of that: {}.",
                            other_role, without_stop(also->requirement));
        return pair;
    }

    // What a sender makes of its message has to be text that everybody can read, and its end belongs to it.
    // Where a case asks it for neither, only what the receiver can do with it shows that.
    std::optional<Finding> what_the_sender_did() const {
        const Transcript& sender = dialling_.transcript;
        if (sender.plan.role != model::Role::sender) return std::nullopt;
        std::string bytes;
        Finding finding;
        finding.status = Status::not_met;
        for (const model::Event& one : sender.events)
            if (const auto* received = std::get_if<event::Received>(&one.what)) {
                bytes += received->bytes;
                finding.evidence.push_back(one.number);
            }
        if (bytes.empty()) return std::nullopt;
        // The NUL at the end of a string in C does no harm.
        while (bytes.ends_with('\0')) bytes.pop_back();
        if (!is_utf8(bytes) || bytes.find('\0') != std::string::npos) {
            finding.requirement = "The sender sends its message as text in UTF-8, and nothing else.";
            finding.cause = Cause::wrong_content;
            if (sender.plan.given.names_message) finding.awaited = quote(sender.plan.given.message);
            finding.got = quote(bytes);
            finding.detail = "A receiver prints what comes, and can't know what else these bytes may be.";
            return finding;
        }
        return never_ends(std::move(finding), bytes);
    }

    std::optional<Finding> never_ends(Finding finding, const std::string& sent) const {
        const Transcript& sender = dialling_.transcript;
        const Finding& at_receiver = *broken_rule(of_listening_);
        const auto* ended = sender.first<event::Ended>();
        const bool runs_on = ended == nullptr || ended->termination.how == model::Termination::How::stopped;
        if (sender.plan.transport != model::Transport::tcp || at_receiver.cause != Cause::missing || !runs_on)
            return std::nullopt;
        // When both are stopped at the end of the case, the one that is stopped later sees the other go.
        std::size_t rest = listening_.transcript.events.size();
        while (rest > 0 &&
               !std::holds_alternative<event::StepEnded>(listening_.transcript.events[rest - 1].what))
            --rest;
        for (std::size_t i = 0; i < rest; ++i) {
            const event::What& what = listening_.transcript.events[i].what;
            const auto* finished = std::get_if<event::Finished>(&what);
            if ((finished != nullptr && !finished->by_program) ||
                std::holds_alternative<event::Closed>(what) || std::holds_alternative<event::Printed>(what))
                return std::nullopt;
        }
        const auto& events = sender.events;
        for (auto one = events.rbegin(); one != events.rend(); ++one) {
            const auto* step = std::get_if<event::StepEnded>(&one->what);
            // Who asks what to send next may wait for the answer.
            if (step == nullptr || step->how != model::WaitEnd::quiet || step->waits.empty() ||
                model::reads_standard_input(step->waits))
                continue;
            finding.requirement = "The sender closes the connection when its message is sent.";
            finding.cause = Cause::hung;
            finding.awaited = "the end of the connection (FIN)";
            finding.got = "nothing";
            finding.detail = fmt::format(
                "The receiver got {} and waits for the end of the message. The sender was "
                "waiting in {}.",
                quote(sent, 60), telling::in_words(step->waits));
            finding.evidence = {one->number};
            return finding;
        }
        return std::nullopt;
    }

    PairJudgement sender_is_to_blame(const Finding& finding) const {
        PairJudgement pair;
        const std::string role = role_of(dialling_);
        for (const Finding& one : of_dialling_->findings)
            if (one.status != Status::not_met) pair.of_pair.findings.push_back(one);
        pair.of_pair.findings.push_back(finding);
        pair.blamed = pair.shown = Half::dialling;
        pair.of_pair.verdict = Verdict::failed;
        pair.of_pair.cause = finding.cause;
        pair.of_pair.summary = fmt::format(
            "The {0} breaks the rules of its exercise. Not met: {1} ({2}). Later the {3} does not do what it "
            "should either, which may come of that: {4}.",
            role, without_stop(finding.requirement), model::to_string(*finding.cause), role_of(listening_),
            without_stop(broken_rule(of_listening_)->requirement));
        return pair;
    }

    PairJudgement do_not_agree(const Misunderstanding& why) const {
        PairJudgement pair;
        add_findings(pair, why.shown);
        pair.is_neither = true;
        pair.shown = why.shown;
        pair.of_pair.verdict = Verdict::failed;
        pair.of_pair.cause = why.cause;
        pair.of_pair.summary = why.summary;
        return pair;
    }

    // They did not find each other.
    PairJudgement not_met(const Address& dialled, std::size_t call) const {
        const model::Given& given = dialling_.transcript.plan.given;
        PairJudgement pair;
        Finding finding;
        finding.requirement =
            fmt::format("The {} calls the {} where that listens.", role_of(dialling_), role_of(listening_));
        finding.status = Status::not_met;
        finding.cause = Cause::wrong_address;
        const auto listens_at = address_used(listening_.transcript);
        finding.awaited = listens_at ? model::to_string(*listens_at) : "";
        finding.got = model::to_string(dialled);
        const bool is_swapped = given.names_port && dialled.port == model::swap_bytes(given.address.port);
        if (is_swapped) {
            finding.detail =
                fmt::format("{} is {} with its two bytes swapped.", dialled.port, given.address.port);
            finding.evidence = {call};
            pair.blamed = Half::dialling;
        } else if (broken_rule(of_listening_) != nullptr) {
            return blame(Half::listening);
        } else {
            finding.detail = fmt::format("The {} listens at {}, the {} calls {}.", role_of(listening_),
                                         finding.awaited, role_of(dialling_), finding.got);
            pair.is_neither = true;
        }
        pair.of_pair.verdict = Verdict::failed;
        pair.of_pair.cause = finding.cause;
        pair.of_pair.summary =
            pair.is_neither
                ? fmt::format(
                      "The two programs do not agree, though neither breaks the rules of its exercise: "
                      "the {} listens at {}, the {} calls {}.",
                      role_of(listening_), finding.awaited, role_of(dialling_), finding.got)
                : fmt::format("The {} breaks the rules of its exercise: it calls {}.", role_of(dialling_),
                              finding.got);
        pair.of_pair.findings = {std::move(finding)};
        return pair;
    }

    const Projection& dialling_;
    const Projection& listening_;
    std::optional<Judgement> of_dialling_;
    Judgement of_listening_;
};

}  // namespace

PairJudgement judge_pair(const Projection& dialling, const Projection& listening) {
    return Blaming(dialling, listening).judgement();
}

}  // namespace sockgrade::checks
