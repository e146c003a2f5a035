#include "diagnoses/topic.hh"

#include <algorithm>

namespace sockgrade::diagnoses {

using model::Expect;

namespace {

bool wants_capitals(const model::Step& step) {
    const auto* expect = std::get_if<Expect>(&step.action);
    if (expect != nullptr)
        return (expect->what == Expect::What::capitals || expect->what == Expect::What::each) &&
               expect->letters != model::Letters::kept;
    const auto* reply = std::get_if<model::Reply>(&step.action);
    return reply != nullptr && reply->with == model::Reply::With::capitals &&
           reply->letters != model::Letters::kept;
}

bool wants_http(const model::Step& step) {
    const auto* expect = std::get_if<Expect>(&step.action);
    return expect != nullptr && expect->what == Expect::What::http;
}

bool looks_for_gaps(const model::Step& step) {
    const auto* prints = std::get_if<model::Prints>(&step.action);
    return prints != nullptr && prints->what == model::Prints::What::pattern &&
           prints->pattern.find("missing") != std::string::npos;
}

bool answers_by(const model::Step& step, bool with_itself) {
    const auto* answers = std::get_if<model::AnswerEach>(&step.action);
    return answers != nullptr && answers->with.empty() == with_itself;
}

bool has_numbers(const std::vector<model::Message>& messages) {
    return !messages.empty() && std::all_of(messages.begin(), messages.end(),
                                            [](const model::Message& one) { return !one.as.empty(); });
}

bool sends_numbered_lines(const model::Step& step) {
    const auto* expect = std::get_if<Expect>(&step.action);
    return expect != nullptr && expect->what == Expect::What::all && has_numbers(expect->messages);
}

// Its peers send each again until it is acknowledged, or its own answers are asked for.
bool gets_numbered_lines(const model::Step& step) {
    const auto* send = std::get_if<model::Send>(&step.action);
    return send != nullptr && has_numbers(send->messages);
}

// What is lost keeps its place: then none may overtake it, and no window is open.
bool keeps_order(const model::Step& step) {
    const auto* expect = std::get_if<Expect>(&step.action);
    return expect == nullptr || expect->what != Expect::What::all || expect->order == Expect::Order::kept;
}

bool expects_each_once(const model::Step& step) {
    const auto* expect = std::get_if<Expect>(&step.action);
    return expect != nullptr && expect->what == Expect::What::all && expect->copies == 1 &&
           expect->order == Expect::Order::kept;
}

}  // namespace

bool is_about(Topic topic, const model::Plan& plan) {
    const auto any_step = [&](auto fits) { return std::any_of(plan.steps.begin(), plan.steps.end(), fits); };
    const auto by_udp = plan.transport == model::Transport::udp;
    const bool is_acknowledged = any_step([](const model::Step& step) { return answers_by(step, false); });
    const auto numbered = [&] {
        return by_udp &&
               ((is_acknowledged && any_step(sends_numbered_lines)) || any_step(gets_numbered_lines));
    };
    switch (topic) {
        case Topic::anything:
            return true;
        case Topic::capitals:
            return any_step(wants_capitals);
        case Topic::http:
            return any_step(wants_http);
        case Topic::equals:
            return plan.role == model::Role::peer;
        case Topic::ports:
            return plan.given.ports.first != 0;
        case Topic::addresses:
            return !plan.interfaces.empty();
        case Topic::numbered_lines:
            return numbered();
        case Topic::one_at_a_time:
            return numbered() && !plan.faults.empty() &&
                   std::all_of(plan.steps.begin(), plan.steps.end(), keeps_order);
        case Topic::echoed_datagrams:
            return by_udp && any_step([](const model::Step& step) { return answers_by(step, true); }) &&
                   any_step(expects_each_once);
        case Topic::gap_reports:
            return by_udp && any_step(looks_for_gaps);
    }
    return false;
}

}  // namespace sockgrade::diagnoses
