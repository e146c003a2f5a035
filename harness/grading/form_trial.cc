#include "grading/form_trial.hh"

#include <fmt/format.h>

#include <algorithm>

#include "checks/given_use.hh"

namespace sockgrade::grading {

namespace event = model::event;
using checks::GivenUse;
using model::Termination;
using plan::Form;

namespace {

std::string as_written(const Form& arguments) {
    return arguments.empty() ? "no arguments" : fmt::format("the arguments {}", fmt::join(arguments, " "));
}

std::string all_printed(const model::Transcript& transcript) {
    std::string text;
    for (const auto* printed : transcript.all<event::Printed>()) text += printed->bytes;
    return text;
}

const char* what_was_not_used(const GivenUse& before, const GivenUse& now) {
    if (!before.port && now.port) return "use the port that it was given";
    if (!before.host && now.host) return "use the address that it was given";
    return "send the message that it was given";
}

std::string note_about(const Form& usual, const Form& found, const std::string& why) {
    return fmt::format("it {} when it was started with {}, so it was started with {}", why, as_written(usual),
                       as_written(found));
}

// The better of two forms is the one in which more is used; below all are those of which it dies.
struct Best {
    int count = 0;
    std::optional<Form> form{};
    GivenUse use{};

    // `seen`: of as many of the forms, from the first, as were tried.
    void consider(const std::vector<Form>& forms, const std::vector<model::Transcript>& seen) {
        for (std::size_t i = 0; i < seen.size(); ++i) {
            if (died_at_once(seen[i])) continue;
            const GivenUse now = checks::use_of_given(seen[i]);
            if (static_cast<int>(now.count()) <= count) continue;
            count = static_cast<int>(now.count());
            form = forms[i];
            use = now;
        }
    }
};

}  // namespace

bool died_at_once(const model::Transcript& transcript) {
    if (transcript.first<event::SocketCall>() != nullptr) return false;
    const auto* ended = transcript.first<event::Ended>();
    return ended != nullptr && (ended->termination.how == Termination::How::exited ||
                                ended->termination.how == Termination::How::signaled);
}

bool gave_up_at_once(const model::Transcript& transcript) {
    return died_at_once(transcript) &&
           transcript.first<event::Ended>()->termination.how == Termination::How::exited;
}

std::optional<FoundForm> find_form(
    const model::ProgramSpec& program, const model::Transcript& first, const std::function<bool()>& goes_well,
    const std::function<std::vector<model::Transcript>(const std::vector<Form>&)>& run) {
    const GivenUse use = checks::use_of_given(first);
    const bool gave_up = gave_up_at_once(first);
    if (!gave_up && (use.all() || (!use.mistaken && goes_well()))) return std::nullopt;

    Best best;
    best.count = gave_up ? -1 : static_cast<int>(use.count());
    std::vector<Form> forms = program.otherwise;
    const auto told = plan::form_in_usage(all_printed(first), program);
    if (told.has_value() && *told != program.arguments &&
        std::find(forms.begin(), forms.end(), *told) == forms.end())
        forms.push_back(*told);
    if (!forms.empty()) best.consider(forms, run(forms));
    const bool is_lost = died_at_once(first) || use.mistaken || !use.anything_called;
    if (!best.form.has_value() && is_lost)
        if (const auto others = plan::undocumented_forms(program); !others.empty())
            best.consider(others, run(others));
    if (!best.form.has_value()) return std::nullopt;
    const std::string why =
        gave_up ? "ended at once" : fmt::format("did not {}", what_was_not_used(use, best.use));
    return FoundForm{*best.form, note_about(program.arguments, *best.form, why)};
}

model::Plan beginning_of(model::Plan plan) {
    const bool begins = speaks_first(plan.role);
    const auto ends_there = [&](const model::Step& step) {
        return begins ? std::holds_alternative<model::Expect>(step.action)
                      : step.actor != model::kProgram && plan.role != model::Role::peer;
    };
    const auto end = std::find_if(plan.steps.begin(), plan.steps.end(), ends_there);
    if (end != plan.steps.end()) plan.steps.erase(end + 1, plan.steps.end());
    return plan;
}

}  // namespace sockgrade::grading
