#include "base/pattern.hh"
#include "base/text.hh"
#include "spec/read_action.hh"
#include "spec/read_message.hh"
#include "wording/reports.hh"
#include "wording/statement.hh"
#include "wording/wanted.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kMostStatus = 255;
constexpr std::size_t kMostTimes = 1000;
constexpr std::size_t kMostSilence = 60;  // seconds

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
    constexpr std::size_t kMostKinds = 20;
    std::vector<std::string> kinds;
    for (const Section& kind : what.find("of")->items(kMostKinds))
        kinds.push_back(to_lower(kind.text().value_or("")));
    const Section section = *what.find("reports");
    const std::string sentence = section.text().value_or("");
    const bool none = sentence == "none";
    if (section.is_text() && !none && wording::reports_in(kinds, sentence).empty())
        section.problem("expected reports such as \"missing 2, late 2\", or \"none\"");
    const std::string others = "report of what is " + list_of(kinds, "or");
    return in_words(wording::wanted_reports(kinds, sentence),
                    none ? "no " + others : quote(sentence) + " and no other " + others);
}

model::Action prints(const Section& what, const MessageRules& rules) {
    model::Prints prints;
    prints.what = model::Prints::What::message;
    const Form* const form = what.is_map() ? what.is_one_of(kPrintsForms) : nullptr;
    if (!what.is_map()) prints.message = read_message(what, rules);
    if (!form) return prints;
    if (form->place == &kMessage) {
        prints.message = read_message_map(what, rules);
        return prints;
    }
    if (form->place == &kPrintsPattern) {
        prints.what = model::Prints::What::pattern;
        const Section pattern = *what.find("pattern");
        prints.pattern = pattern.text().value_or("");
        if (pattern.is_text() && prints.pattern.empty()) pattern.problem("expected a regular expression");
        if (const std::string error = pattern_error(prints.pattern); !error.empty())
            pattern.problem("this is no regular expression: " + error);
        if (const auto called = what.find("called")) prints.called = called->text().value_or("");
        if (const auto times = what.find("times")) prints.times = times->number(0, kMostTimes);
        return prints;
    }
    if (form->place == &kPrintsSays) return says(*what.find("says"));
    if (form->place == &kPrintsReports) return reports(what);
    prints.what = model::Prints::What::sent;
    what.find("each")->one_of<bool>(kSent);
    if (const auto order = what.find("order"))
        prints.order = order->one_of<model::Expect::Order>(kOrders).value_or(model::Expect::Order::kept);
    if (const auto once = what.find("once")) prints.each_once = once->yes_or_no().value_or(false);
    return prints;
}

}  // namespace

std::optional<model::Action> read_program_action(const Section& section, Transport transport,
                                                 const Vary& vary) {
    if (section.is_text()) return read_bare_word(section, kProgramWords, kProgramForms);
    const Form* const form = section.is_one_of(kProgramForms);
    if (!form) return std::nullopt;
    const Section what = *section.find(form->key);
    if (form->place == &kPrints) return prints(what, {most_bytes(transport), &vary, false});
    if (form->place == &kIs) {
        what.one_of<bool>(kRunning);
        model::IsRunning running;
        if (const auto after = section.find("after"))
            running.after = std::chrono::seconds(after->number(1, kMostSilence).value_or(1));
        return running;
    }
    if (form->place == &kTyped)
        return model::Typed{read_message(what, {most_bytes(transport), &vary, false})};
    model::Exits exits;
    if (const auto otherwise = section.find("or"))
        exits.otherwise = otherwise->one_of<model::Exits::Or>(kExitsOr).value_or(model::Exits::Or::waits);
    if (what.is_text() && what.text() == "any" && exits.otherwise == model::Exits::Or::waits) return exits;
    if (what.is_text() && what.text() == "failure")
        exits.failure = true;
    else if (const auto status = what.number(0, kMostStatus))
        exits.status = static_cast<int>(*status);
    return exits;
}

}  // namespace sockgrade::spec
