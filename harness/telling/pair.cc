#include "telling/pair.hh"

#include <algorithm>
#include <map>
#include <utility>

#include "model/expected.hh"

namespace sockgrade::telling {

using namespace model;

namespace {

Direction turned(Direction direction) {
    return direction == Direction::to_program ? Direction::from_program : Direction::to_program;
}

// How the link's events look from one of its ends.
class Seen {
  public:
    Seen(const PairPlan& plan, Half half)
        : own_(plan.role(half)),
          peer_(plan.role(other(half))),
          is_tcp_(plan.of(half).transport == Transport::tcp),
          has_faults_(!plan.dialling.faults.empty()),
          turns_(half == Half::listening),
          address_(plan.of(half).given.address) {}

    std::optional<event::What> operator()(const event::Sent& sent) const {
        if (sent.connection == peer_) return event::Sent{peer_, sent.bytes, address_};
        // Datagrams are received when the link has handed them over.
        if (is_tcp_) return event::Received{peer_, sent.bytes, address_};
        return std::nullopt;
    }
    std::optional<event::What> operator()(const event::Finished& finished) const {
        return event::Finished{peer_, finished.connection == own_};
    }
    std::optional<event::What> operator()(const event::ResetSeen& reset) const {
        if (reset.connection == own_) return event::ResetSeen{peer_, reset.error};
        return event::Closed{peer_, true};
    }
    std::optional<event::What> operator()(event::FaultApplied fault) const {
        if (turns_) fault.direction = turned(fault.direction);
        fault.connection = peer_;
        return fault;
    }
    std::optional<event::What> operator()(event::Delivered delivered) const {
        using Way = event::Delivered::Way;
        if (turns_) delivered.direction = turned(delivered.direction);
        delivered.connection = peer_;
        const bool goes_to_peer = delivered.direction == Direction::from_program;
        if (goes_to_peer && delivered.way != Way::refused)
            return event::Received{peer_, delivered.bytes, address_};
        // Without faults it says the same as what was sent.
        return has_faults_ && !goes_to_peer ? std::optional<event::What>(delivered) : std::nullopt;
    }
    std::optional<event::What> operator()(const event::Trouble& trouble) const { return trouble; }
    template <typename Other>
    std::optional<event::What> operator()(const Other&) const {
        return std::nullopt;
    }

  private:
    std::string own_;
    std::string peer_;
    bool is_tcp_;
    bool has_faults_;
    bool turns_;
    Address address_;
};

class Events {
  public:
    explicit Events(Projection& projection) : projection_(projection) {}

    void add(event::What what, std::int64_t at_us, std::size_t place) {
        auto& events = projection_.transcript.events;
        events.push_back({events.size() + 1, at_us, std::move(what)});
        projection_.places.push_back(place);
    }

  private:
    Projection& projection_;
};

// What really came, in place of what a right program would have sent.
void put_in_what_came(Send& send, const std::vector<std::string>& came) {
    const std::vector<Message> right = std::exchange(send.messages, {});
    const std::string as = right.empty() ? std::string{} : right.front().as;
    for (const std::string& bytes : came) {
        if (const auto known = which_of(right, bytes)) {
            send.messages.push_back(right[*known]);
            send.messages.back().bytes = bytes;  // a line end more or less does not count
            continue;
        }
        // What is to be printed of it cannot be said: nothing.
        Message message;
        message.text = message.bytes = bytes;
        message.as = as;
        send.messages.push_back(std::move(message));
    }
}

bool depends_on_what_came(const Action& action) {
    if (const auto* prints = std::get_if<Prints>(&action))
        return prints->what == Prints::What::sent || prints->what == Prints::What::stream;
    return std::holds_alternative<AnswerEach>(action) || std::holds_alternative<Expect>(action);
}

std::vector<std::string> distinct(std::vector<std::string> all) {
    std::vector<std::string> known;
    for (std::string& one : all)
        if (std::find(known.begin(), known.end(), one) == known.end()) known.push_back(std::move(one));
    return known;
}

std::vector<Step> steps_for_listening(const std::vector<Step>& planned, const Transcript& transcript) {
    std::vector<std::string> sent;
    std::vector<std::string> arrived;
    for (const auto* one : transcript.all<event::Sent>()) sent.push_back(one->bytes);
    for (const auto* one : transcript.all<event::Delivered>())
        if (one->direction == Direction::to_program) arrived.push_back(one->bytes);
    sent = distinct(std::move(sent));
    if (transcript.plan.faults.empty()) arrived = sent;

    std::vector<Step> steps;
    bool can_be_printed = false;
    for (Step step : planned) {
        if (auto* send = std::get_if<Send>(&step.action)) {
            put_in_what_came(*send, sent);
            can_be_printed =
                std::any_of(send->messages.begin(), send->messages.end(), [&](const Message& message) {
                    return (message.as.empty() || !message.content.empty()) &&
                           std::find(arrived.begin(), arrived.end(), message.bytes) != arrived.end();
                });
        }
        const bool is_possible =
            std::holds_alternative<Prints>(step.action) ? can_be_printed : !arrived.empty();
        if (is_possible || !depends_on_what_came(step.action)) steps.push_back(std::move(step));
    }
    return steps;
}

// A case of the dialling program says what its peer expects. From the other side: that is what comes.
class Listening {
  public:
    Listening(std::vector<Step>& steps, const PairRoles& roles, Transport transport)
        : steps_(steps), roles_(roles), is_tcp_(transport == Transport::tcp) {}

    void operator()(const Accept&) { add(roles_.dialling, Connect{}); }
    void operator()(const Expect& expect) {
        if (expect.what == Expect::What::end) return;
        Send send;
        send.messages = expect.messages;
        add(roles_.dialling, std::move(send));
    }
    void operator()(const Reply& reply) {
        Expect expect;
        expect.copies = 0;  // the network may double it
        expect.what = is_tcp_ ? Expect::What::capitals : Expect::What::each;
        expect.letters = reply.letters;
        add(roles_.dialling, std::move(expect));
    }
    void operator()(const AnswerEach& answer) {
        // Judged when all has come.
        answers_ = answer;
    }
    void operator()(Prints prints) {
        if (is_tcp_ && prints.what == Prints::What::sent) prints.what = Prints::What::stream;
        own(std::move(prints));
    }
    void operator()(const Exits& exits) { own(exits); }
    void operator()(const IsRunning& running) { own(running); }
    template <typename Other>
    void operator()(const Other&) {}

    void finish() {
        if (answers_) add(kProgram, *std::exchange(answers_, std::nullopt));
    }

  private:
    void add(const std::string& actor, Action action) { steps_.push_back({actor, std::move(action), 0}); }
    void own(Action action) {
        finish();
        add(kProgram, std::move(action));
    }

    std::vector<Step>& steps_;
    const PairRoles& roles_;
    bool is_tcp_;
    std::optional<AnswerEach> answers_;
};

}  // namespace

bool is_asked_of_actor(const Action& action) {
    return std::holds_alternative<Prints>(action) || std::holds_alternative<Exits>(action) ||
           std::holds_alternative<IsRunning>(action);
}

std::vector<Step> dialling_steps(const std::vector<Step>& steps, const PairRoles& roles) {
    std::vector<Step> own;
    for (Step step : steps) {
        if (step.actor == roles.listening && is_asked_of_actor(step.action)) continue;
        if (step.actor == roles.dialling) step.actor = kProgram;
        own.push_back(std::move(step));
    }
    return own;
}

std::vector<Step> listening_steps(const std::vector<Step>& steps, const PairRoles& roles,
                                  Transport transport) {
    std::vector<Step> own;
    Listening listening(own, roles, transport);
    for (const Step& step : steps)
        if (step.actor == roles.listening) std::visit(listening, step.action);
    listening.finish();
    return own;
}

Projection project(const PairTranscript& pair, Half half) {
    Projection projection;
    Transcript& transcript = projection.transcript;
    transcript.plan = pair.plan.of(half);
    transcript.plan.faults = pair.plan.dialling.faults;
    if (half == Half::listening)
        for (FaultRule& rule : transcript.plan.faults) rule.direction = turned(rule.direction);
    transcript.isolation = pair.isolation;

    Events story(projection);
    const Seen seen(pair.plan, half);
    event::StepEnded end;
    std::size_t end_place = 0;
    std::int64_t end_us = 0;
    bool began = false;
    std::vector<std::pair<const PairEvent*, std::size_t>> late;  // after the last wait
    bool has_ended = false;
    for (std::size_t i = 0; i < pair.events.size(); ++i) {
        const PairEvent& one = pair.events[i];
        if (one.of.has_value() && *one.of != half) continue;
        if (!began) {
            story.add(event::StepBegan{0}, one.event.at_us, i);
            began = true;
        }
        if (const auto* ended = std::get_if<event::StepEnded>(&one.event.what)) {
            end = *ended;
            end_place = i;
            end_us = one.event.at_us;
            has_ended = true;
        } else if (has_ended) {
            late.emplace_back(&one, i);
        } else if (one.of.has_value()) {
            story.add(one.event.what, one.event.at_us, i);
        } else if (auto what = std::visit(seen, one.event.what)) {
            story.add(std::move(*what), one.event.at_us, i);
        }
    }
    if (half == Half::listening)
        transcript.plan.steps = steps_for_listening(pair.plan.listening.steps, transcript);
    // A pair talks until nothing more can come: each step has waited for all that happened.
    for (std::size_t i = 0; has_ended && i < transcript.plan.steps.size(); ++i) {
        if (i > 0) story.add(event::StepBegan{i}, end_us, end_place);
        end.step = i;
        story.add(end, end_us, end_place);
    }
    for (const auto& [one, place] : late) {
        auto what = one->of.has_value() ? std::optional(one->event.what) : std::visit(seen, one->event.what);
        if (what) story.add(std::move(*what), one->event.at_us, place);
    }
    return projection;
}

}  // namespace sockgrade::telling
