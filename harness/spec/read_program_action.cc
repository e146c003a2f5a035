#include <fmt/format.h>

#include "base/text.hh"
#include "spec/check.hh"
#include "spec/read_action.hh"
#include "spec/read_files.hh"
#include "spec/read_message.hh"
#include "wording/reports.hh"
#include "wording/statement.hh"
#include "wording/wanted.hh"

namespace sockgrade::spec {

namespace {

model::Prints in_words(std::string wanted, std::string called) {
    model::Prints prints;
    prints.what = model::Prints::What::pattern;
    prints.pattern = std::move(wanted);
    prints.called = std::move(called);
    return prints;
}

model::Action says(const Section& section) {
    const std::string sentence = section.text().value_or("");
    if (section.is_text() && wording::facts_of(sentence).empty())
        section.problem(
            "expected names and what is said of them, such as \"source 12345, destination 53, length 20, "
            "checksum ok\" or \"loss 20%\"");
    return in_words(wording::wanted_sentence(sentence), quote(sentence));
}

model::Action reports(const Section& what) {
    std::vector<std::string> kinds;
    if (const auto of = what.find("of"))
        for (const Section& kind : of->items()) kinds.push_back(to_lower(kind.text().value_or("")));
    const Section section = *what.find("reports");
    const std::string sentence = section.text().value_or("");
    const bool none = section.is_word("none");
    if (section.is_text() && !none && wording::reports_in(kinds, sentence).empty())
        section.problem("expected reports such as \"missing 2, late 2\", or \"none\"");
    const std::string others = "report of what is " + list_of(kinds, "or");
    return in_words(wording::wanted_reports(kinds, sentence),
                    none ? "no " + others : quote(sentence) + " and no other " + others);
}

model::Action prints(const Section& what, const MessageRules& rules) {
    const std::string_view form = what.form();
    if (form == "says") return says(*what.find("says"));
    if (form == "reports") return reports(what);
    model::Prints prints;
    what.read("order", prints.order);
    what.read("once", prints.each_once);
    what.read("pattern", prints.pattern);
    what.read("called", prints.called);
    what.read("times", prints.times);
    if (form == "each") {
        prints.what = model::Prints::What::sent;
    } else if (form == "pattern") {
        prints.what = model::Prints::What::pattern;
        std::set<std::string> captured;
        MessageRules of_pattern = rules;
        of_pattern.captured = &captured;
        prints.message = read_pattern(*what.find("pattern"), of_pattern);
        if (!captured.empty())
            what.find("pattern")->problem("nothing is captured of what is printed: names come from the wire");
    } else {
        prints.what = model::Prints::What::message;
        prints.message = read_message(what, rules);
    }
    return prints;
}

model::Action is_running(const Section& step) {
    std::size_t seconds = 0;
    step.read("after", seconds);
    model::IsRunning running{std::chrono::seconds(seconds)};
    step.read("sends_at_most", running.sends_at_most);
    return running;
}

model::Action exits(const Section& step) {
    model::Exits exits;
    const Section status = *step.find("exits");
    step.read("or", exits.otherwise);
    exits.failure = status.is_word("failure");
    if (const auto number = status.number()) exits.status = static_cast<int>(*number);
    if (status.is_word("any") && exits.otherwise == model::Exits::Or::goes_on)
        step.find("or")->problem(
            "who goes on may end with any status but 0: write 'exits: failure, or: goes-on'");
    return exits;
}

}  // namespace

std::optional<model::Action> read_program_action(const Section& section, Transport transport, Scope& scope) {
    const Section step = section.as(language::kProgramAction);
    check(step);
    if (step.word() != nullptr) return step.word()->action();
    const std::string_view form = step.form();
    const std::size_t most = most_bytes(transport);
    if (form == "prints")
        return prints(
            *step.find("prints"),
            {.most = most, .scope = &scope, .is_numbered = scope.is_repeated(), .is_awaited = true});
    if (form == "is") return is_running(step);
    if (form == "wrote") return model::Wrote{read_files_wanted(*step.find("wrote"), scope)};
    if (form == "typed")
        return model::Typed{read_message(*step.find("typed"), {most, &scope, scope.is_repeated()})};
    if (form == "exits") return exits(step);
    return std::nullopt;
}

}  // namespace sockgrade::spec
