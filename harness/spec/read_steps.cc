#include "spec/read_steps.hh"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "base/text.hh"
#include "spec/check.hh"
#include "spec/read_action.hh"
#include "spec/read_pair.hh"

namespace sockgrade::spec {

namespace {

// Does it say what is asked of a program, in words that a program has?
bool is_for_a_program(const Section& what) {
    const Section as_program = what.as(language::kProgramAction);
    return as_program.word() != nullptr || !as_program.form().empty();
}

std::optional<model::Action> read_pair_action(const Section& what, const StepNames& known) {
    const model::PairRoles& roles = *known.roles;
    if (!roles.has(what.key())) {
        what.key_problem(
            fmt::format("the actors of this pair are '{}' and '{}'", roles.dialling, roles.listening),
            nearest_name(what.key(), {roles.dialling, roles.listening}));
        return std::nullopt;
    }
    return is_for_a_program(what) ? read_program_action(what, known.transport, known.scope)
                                  : read_peer_action(what, known.transport, known.scope, known.fields);
}

// Steps in steps in steps: as deep as anybody could follow.
constexpr std::size_t kDeepest = 5;

class StepReader {
  public:
    explicit StepReader(const StepNames& known) : known_(known) {}

    std::vector<ReadStep> read(const Section& list) {
        std::vector<ReadStep> steps;
        for (const Section& item : list.items()) {
            std::vector<Section> entries = item.is_map() ? item.entries() : std::vector<Section>{};
            std::erase_if(entries, [](const Section& entry) { return entry.key() == "hint"; });
            if (entries.size() != 1) {
                item.problem("expected one actor and what it does, such as 'client: connect'");
                continue;
            }
            const std::size_t before = steps.size();
            add(entries.front(), steps);
            give_hint(item, steps, before);
            if (steps.size() <= language::kMostSteps) continue;
            item.problem(
                fmt::format("a case has at most {} steps, with each that is repeated", language::kMostSteps));
            steps.resize(language::kMostSteps, steps.front());
            break;
        }
        return steps;
    }

  private:
    // Beside the actor of a step, or beside what stands for several steps.
    static void give_hint(const Section& item, std::vector<ReadStep>& steps, std::size_t from) {
        const auto hint = item.find("hint");
        if (!hint) return;
        check(*hint);
        for (; from < steps.size(); ++from)
            if (!steps[from].step.hint) steps[from].step.hint = hint->text();
    }

    void add(const Section& what, std::vector<ReadStep>& steps) {
        const bool repeats = what.key() == "repeat";
        if (!repeats && what.key() != "do") {
            if (auto step = read_one(what)) steps.push_back(std::move(*step));
            return;
        }
        if (depth_ >= kDeepest)
            return what.key_problem(fmt::format("steps stand in steps at most {} deep", kDeepest));
        ++depth_;
        const std::vector<ReadStep> more = repeats ? read_repeat(what) : read_do(what);
        --depth_;
        steps.insert(steps.end(), more.begin(), more.end());
    }

    std::optional<ReadStep> read_one(const Section& what) {
        if (!is_name(what.key())) {
            what.key_problem(
                "an actor's name has lower-case letters, digits and dashes, and begins with a letter");
            return std::nullopt;
        }
        const bool is_program = what.key() == model::kProgram;
        if (!is_program) known_.scope.add_actor(what.key());
        const auto action = known_.roles != nullptr ? read_pair_action(what, known_)
                            : is_program
                                ? read_program_action(what, known_.transport, known_.scope)
                                : read_peer_action(what, known_.transport, known_.scope, known_.fields);
        if (!action) return std::nullopt;
        model::Step step{what.key(), *action, what.line()};
        if (known_.roles != nullptr && !check_pair_step(what, step, *known_.roles)) return std::nullopt;
        return ReadStep{std::move(step), what};
    }

    std::vector<ReadStep> read_repeat(const Section& what) {
        check(what);  // not its steps, which are looked at one by one
        std::size_t times = 1;
        what.read("times", times);
        const auto list = what.find("steps");
        if (!list) return {};
        const bool was_repeated = known_.scope.is_repeated();
        if (was_repeated) what.key_problem("a repeat stands in no other one: {n} could not be told apart");
        known_.scope.set_repeated(true);
        const std::vector<ReadStep> once = read(*list);
        known_.scope.set_repeated(was_repeated);
        std::vector<ReadStep> all;
        for (std::size_t time = 1; time <= times && all.size() <= language::kMostSteps; ++time)
            for (const ReadStep& one : once) {
                all.push_back(one);
                all.back().step.time = time;
            }
        return all;
    }

    std::vector<ReadStep> read_do(const Section& what) {
        const std::string name = what.text().value_or("");
        std::vector<std::string> names;
        if (known_.begin && known_.begin->is_map())
            for (const Section& list : known_.begin->entries()) {
                if (list.key() == name) return read(list);
                names.push_back(list.key());
            }
        if (!what.is_text())
            what.problem("expected a name, which stands in `begin`");
        else if (names.empty())
            what.problem("nothing has a name here: the spec has no `begin`");
        else
            what.problem(fmt::format("`begin` has no steps of this name; its names are {}", list_of(names)),
                         nearest_name(name, names));
        return {};
    }

    const StepNames& known_;
    std::size_t depth_ = 0;
};

}  // namespace

std::vector<ReadStep> read_steps(const Section& list, const StepNames& known) {
    return StepReader(known).read(list);
}

}  // namespace sockgrade::spec
