#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

// One line was typed, and it reads on.
std::optional<model::Diagnosis> line_is_there(const Failure& failure, const UnsatisfiedWait& wait) {
    const auto typed = failure.transcript.all<model::event::Typed>();
    if (failure.cause != model::Cause::never_connected || typed.empty() ||
        !typed.back()->bytes.ends_with('\n'))
        return std::nullopt;
    for (const auto* call : failure.transcript.all<model::event::SocketCall>())
        if (call->transport == failure.transcript.plan.transport && !call->ephemeral) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{} had been typed, with the line end behind it, and your program waits in {} for more.",
                    quote(bare(typed.back()->bytes), 60), in_words(wait.in)),
        "Read one line, and go on: input() in Python, fgets() in C, readLine() in Java. "
        "sys.stdin.read(), and a loop until nothing comes, wait until the input has ended.",
        {wait.number}};
}

// Nobody types in this case, and it has got no further.
std::optional<model::Diagnosis> where_nobody_types(const Failure& failure, const UnsatisfiedWait& wait) {
    if (const auto line = line_is_there(failure, wait)) return line;
    const auto& steps = failure.transcript.plan.steps;
    const bool is_typed = std::any_of(steps.begin(), steps.end(), [](const model::Step& step) {
        return std::holds_alternative<model::Typed>(step.action);
    });
    if (failure.cause != model::Cause::never_connected || is_typed ||
        failure.transcript.first<event::Typed>() != nullptr)
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program waits in {} for somebody to type something. Nobody does in this exercise.",
                    in_words(wait.in)),
        "Leave out input(), scanf() and the like: what the program needs stands in its arguments, and the "
        "text that it "
        "sends is its own.",
        {wait.number}};
}

}  // namespace

// While somebody could type something it does not show what comes.
std::optional<model::Diagnosis> waits_for_the_keyboard(const Failure& failure) {
    const auto text = wrong_text(failure);
    const auto wait = unsatisfied_wait(failure);
    const bool at_the_keyboard = wait.has_value() && wait->how == model::WaitEnd::quiet &&
                                 wait->in.size() == 1 && reads_standard_input(wait->in);
    const model::Role role = failure.transcript.plan.role;
    if (at_the_keyboard && (role == model::Role::client || role == model::Role::sender))
        return where_nobody_types(failure, *wait);
    if (role != model::Role::peer || !text.has_value() || text->where != WrongText::Where::output ||
        failure.cause != model::Cause::missing)
        return std::nullopt;
    const std::string output = printed(failure.transcript, 0, failed_at(failure));
    if (!at_the_keyboard || contains(output, bare(text->wanted))) return std::nullopt;
    // It can print: what came before is there.
    std::string_view before;
    for (const auto* sent : failure.transcript.all<event::Sent>()) {
        if (bare(sent->bytes) == bare(text->wanted)) break;
        if (!bare(sent->bytes).empty() && contains(output, bare(sent->bytes))) before = bare(sent->bytes);
    }
    if (before.empty()) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "{} came and was printed, and then {}, which was not: your program waits in {}, for the keyboard "
            "alone.",
            quote(before, 60), quote(bare(text->wanted), 60), in_words(wait->in)),
        "Waiting for the keyboard and waiting for the network go on at the same time, in two threads or with "
        "select(), and each of them in a loop: one recv() shows one line.",
        {text->evidence.front(), wait->number}};
}

}  // namespace sockgrade::diagnoses
