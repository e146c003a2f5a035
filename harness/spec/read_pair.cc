#include "spec/read_pair.hh"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "telling/pair.hh"

namespace sockgrade::spec {

namespace {

using model::Expect;

// What is wrong in the other file is told by `lint` of that.
std::optional<model::Spec> load_half(const Section& section, model::Role role, const NameSets& names) {
    const std::string exercise = section.text().value_or("");
    if (!section.is_sound()) return std::nullopt;
    try {
        model::Spec spec = load_spec(section.beside(exercise + ".yaml"), names);
        if (spec.is_pair()) {
            section.problem("this is a pair itself; expected an exercise with one program");
            return std::nullopt;
        }
        if (spec.program.role == role) return spec;
        section.problem(fmt::format("the program of {} is a {}", exercise, to_string(spec.program.role)));
    } catch (const SpecError&) {
        section.problem(
            fmt::format("the spec of {} has mistakes: `sockgrade lint {}` shows them", exercise, exercise));
    } catch (const UsageError& error) {
        section.problem(error.what());
    }
    return std::nullopt;
}

std::string what_is_possible(const model::PairRoles& roles) {
    return fmt::format(
        "in a pair, '{}' and '{}' are both programs: of each can be asked prints, exits and is, and of '{}' "
        "what it gets and answers: accept, expect-given, expect-anything, expect-end, expect: {{ all: lines "
        "}}, answer_each and reply: capitals",
        roles.dialling, roles.listening, roles.listening);
}

bool is_possible(const model::Expect& expect) {
    return expect.what == Expect::What::given || expect.what == Expect::What::anything ||
           expect.what == Expect::What::all || expect.what == Expect::What::end;
}

// May stand in a pair, as a step of the listening program or of either.
bool is_possible(const model::Action& action) {
    if (const auto* expect = std::get_if<Expect>(&action)) return is_possible(*expect);
    if (const auto* accept = std::get_if<model::Accept>(&action)) return !accept->late;
    if (const auto* reply = std::get_if<model::Reply>(&action)) {
        model::Reply plain;
        plain.letters = reply->letters;
        return *reply == plain;
    }
    // A text that is made when the plan is made would not be one that came.
    if (const auto* prints = std::get_if<model::Prints>(&action))
        return prints->what != model::Prints::What::message;
    return std::holds_alternative<model::AnswerEach>(action) || telling::is_asked_of_actor(action);
}

}  // namespace

std::vector<model::Spec> read_pair(const Section& section, const NameSets& names) {
    using model::Role;
    for (const auto& [dialling, listening] :
         {std::pair{Role::sender, Role::receiver}, std::pair{Role::client, Role::server}}) {
        const auto first = section.find(to_string(dialling));
        const auto second = section.find(to_string(listening));
        if (!first || !second) continue;
        auto dials = load_half(*first, dialling, names);
        auto listens = load_half(*second, listening, names);
        if (!dials || !listens) break;
        if (dials->program.transport != listens->program.transport) {
            section.problem("one of the two programs uses TCP, the other one UDP");
            break;
        }
        std::vector<model::Spec> halves;
        halves.push_back(std::move(*dials));
        halves.push_back(std::move(*listens));
        return halves;
    }
    return {};
}

model::PairRoles roles_of(const std::vector<model::Spec>& halves) {
    return {to_string(halves.at(0).program.role), to_string(halves.at(1).program.role)};
}

bool check_pair_step(const Section& section, const model::Step& step, const model::PairRoles& roles) {
    const bool is_own = telling::is_asked_of_actor(step.action);
    const bool is_dialling = step.actor == roles.dialling;
    const auto* prints = std::get_if<model::Prints>(&step.action);
    const bool is_sent = prints != nullptr && prints->what == model::Prints::What::sent;
    const bool is_reply = prints != nullptr && prints->what == model::Prints::What::reply;
    if (is_possible(step.action) && (is_own || !is_dialling)) {
        if (is_sent && is_dialling)
            section.problem(fmt::format("the {} prints what it gets: write 'prints-the-reply'", step.actor));
        else if (is_reply && !is_dialling)
            section.problem(
                fmt::format("the {} gets no reply: write 'prints: {{ each: sent }}'", step.actor));
        else
            return true;
        return false;
    }
    section.problem(what_is_possible(roles));
    return false;
}

}  // namespace sockgrade::spec
