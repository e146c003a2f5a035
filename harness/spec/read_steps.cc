#include "spec/read_steps.hh"

#include "spec/read_action.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kMostSteps = 200;

}  // namespace

std::vector<ReadStep> read_steps(const Section& list, Transport transport, const Vary& vary,
                                 const std::vector<model::Field>& fields) {
    std::vector<ReadStep> steps;
    const std::vector<Section> items = list.items(kMostSteps);
    if (list.is_list() && items.empty()) list.problem("expected at least one step");
    for (const Section& item : items) {
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
        const auto action = is_program ? read_program_action(what, transport, vary)
                                       : read_peer_action(what, transport, vary, fields);
        if (action) steps.push_back({{what.key(), *action, what.line()}, what});
    }
    return steps;
}

}  // namespace sockgrade::spec
