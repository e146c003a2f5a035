#include "spec/read_steps.hh"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "base/text.hh"
#include "spec/read_action.hh"
#include "spec/read_pair.hh"

namespace sockgrade::spec {

namespace {

// Does it say what is asked of a program, in words that a program has?
bool is_for_a_program(const Section& what) {
    const Section as_program = what.as(language::kProgramAction);
    return as_program.word() != nullptr || !as_program.form().empty();
}

std::optional<model::Action> read_pair_action(const Section& what, Transport transport, const Vary& vary,
                                              const std::vector<model::Field>& fields,
                                              const model::PairRoles& roles) {
    if (!roles.has(what.key())) {
        what.key_problem(
            fmt::format("the actors of this pair are '{}' and '{}'", roles.dialling, roles.listening),
            nearest_name(what.key(), {roles.dialling, roles.listening}));
        return std::nullopt;
    }
    return is_for_a_program(what) ? read_program_action(what, transport, vary)
                                  : read_peer_action(what, transport, vary, fields);
}

}  // namespace

std::vector<ReadStep> read_steps(const Section& list, Transport transport, const Vary& vary,
                                 const std::vector<model::Field>& fields, const model::PairRoles* roles) {
    std::vector<ReadStep> steps;
    for (const Section& item : list.items()) {
        const std::vector<Section> entries = item.is_map() ? item.entries() : std::vector<Section>{};
        if (entries.size() != 1) {
            item.problem("expected one actor and what it does, such as 'client: connect'");
            continue;
        }
        const Section& what = entries.front();
        if (!is_name(what.key())) {
            what.key_problem(
                "an actor's name has lower-case letters, digits and dashes, and begins with a letter");
            continue;
        }
        const bool is_program = what.key() == model::kProgram;
        const auto action = roles        ? read_pair_action(what, transport, vary, fields, *roles)
                            : is_program ? read_program_action(what, transport, vary)
                                         : read_peer_action(what, transport, vary, fields);
        if (!action) continue;
        model::Step step{what.key(), *action, what.line()};
        if (!roles || check_pair_step(what, step, *roles)) steps.push_back({std::move(step), what});
    }
    return steps;
}

}  // namespace sockgrade::spec
