#include "shrink/tell.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "base/text.hh"
#include "telling/fault.hh"

namespace sockgrade::shrink {

namespace {

using plan::kGivenMessage;
using plan::MessagePlace;
using plan::Only;
using plan::Places;

bool stays(const Only& only, std::size_t fault) {
    return !only.faults.has_value() ||
           std::find(only.faults->begin(), only.faults->end(), fault) != only.faults->end();
}

std::size_t messages_in(const model::Plan& whole, const Only& only, std::size_t step) {
    if (const auto kept = only.messages.find(step); kept != only.messages.end()) return kept->second.size();
    if (step == plan::kGivenStep)
        return static_cast<std::size_t>(
            std::count(whole.given.message.begin(), whole.given.message.end(), '\n'));
    return std::get<model::Send>(whole.steps.at(step - 1).action).messages.size();
}

std::size_t bytes_in(const model::Plan& whole, const Only& only, const MessagePlace& place) {
    if (const auto bytes = only.bytes.find(place); bytes != only.bytes.end()) return bytes->second;
    if (place == kGivenMessage) return whole.given.message.size();
    const model::Action& action = whole.steps.at(place.first - 1).action;
    if (const auto* send = std::get_if<model::Send>(&action))
        return send->messages.at(place.second - 1).bytes.size();
    return std::get<model::Reply>(action).message.bytes.size();
}

class Teller {
  public:
    Teller(const model::Plan& whole, const model::Plan& smallest, const Only& start, const Smallest& found)
        : whole_(whole), smallest_(smallest), start_(start), found_(found) {}

    Story tell(std::size_t times, std::size_t runs) {
        tell_messages();
        tell_lengths();
        tell_faults();
        std::vector<std::string> sentences;
        if (!story_.left_out.empty())
            sentences.push_back(
                fmt::format("It fails in the same way, each of {} times, {}.", times, list_of(clauses_)));
        else if (found_.is_complete)
            sentences.emplace_back("Nothing of it can be left out: with less it does not fail in this way.");
        if (const std::string limit = limit_in_words(); !limit.empty()) sentences.push_back(limit);
        if (!found_.is_complete)
            sentences.push_back(fmt::format("That is the smallest found in {}; there may be a smaller one.",
                                            count_of(runs, "run")));
        story_.text = fmt::format("{}", fmt::join(sentences, " "));
        return std::move(story_);
    }

  private:
    void tell_faults() {
        for (std::size_t i = 1; i <= whole_.faults.size(); ++i)
            if (stays(start_, i) && !stays(found_.only, i))
                story_.left_out.push_back("the network would " + telling::in_words(whole_.faults[i - 1]));
        std::vector<std::string> deeds;
        for (const model::FaultRule& rule : smallest_.faults) deeds.push_back(telling::in_words(rule));
        for (const auto& [fault, kept] : found_.only.targets) {
            const auto before = start_.targets.find(fault);
            if (before == start_.targets.end() || before->second != kept)
                story_.left_out.push_back("something of what this would hit: the network would " +
                                          telling::in_words(whole_.faults.at(fault - 1)));
        }
        for (const std::string& deed : deeds) story_.remains.push_back("the network will " + deed);
        if (whole_.faults.empty()) return;
        clauses_.push_back(deeds.empty()
                               ? "without any fault"
                               : "when all that the network does is to " + list_of(deeds, "and to"));
    }

    void tell_messages() {
        for (const auto& [step, kept] : found_.only.messages) {
            const bool is_given = step == plan::kGivenStep;
            const std::string what = is_given ? "line" : "message";
            const std::string whose = is_given ? "what the program is given" : fmt::format("step {}", step);
            const std::size_t before = messages_in(whole_, start_, step);
            const std::string stays = count_of(kept.size(), what);
            story_.remains.push_back(fmt::format("{} of {}", stays, whose));
            if (kept.size() == before) continue;
            story_.left_out.push_back(fmt::format("{} of {}", count_of(before - kept.size(), what), whose));
            const std::string where = found_.only.messages.size() > 1 ? " of " + whose : "";
            clauses_.push_back(fmt::format("with {}{} in place of {}", stays, where, before));
        }
    }

    void tell_lengths() {
        for (const auto& [place, bytes] : found_.only.bytes) {
            const std::size_t before = bytes_in(whole_, start_, place);
            const std::string which = place == kGivenMessage
                                          ? "the message that it is given"
                                          : fmt::format("message {} of step {}", place.second, place.first);
            story_.remains.push_back(fmt::format("{}: {}", which, count_of(bytes, "byte")));
            if (bytes == before) continue;
            story_.left_out.push_back(fmt::format("{} of {}", count_of(before - bytes, "byte"), which));
            std::string clause = found_.only.bytes.size() == 1 ? "with " : "with " + which + " of ";
            clause += found_.only.bytes.size() == 1
                          ? fmt::format("a message of {} in place of {}", count_of(bytes, "byte"), before)
                          : fmt::format("{} in place of {}", count_of(bytes, "byte"), before);
            clauses_.push_back(std::move(clause));
        }
    }

    // Seen with the rest as it stays: true of an only one.
    std::string limit_in_words() const {
        if (found_.passes_with.size() != 1 || found_.only.bytes.size() > 1) return "";
        const auto& [place, bytes] = *found_.passes_with.begin();
        return fmt::format("With a message of {} it passes, with one of {} it fails.", bytes,
                           count_of(bytes_in(whole_, found_.only, place), "byte"));
    }

    const model::Plan& whole_;
    const model::Plan& smallest_;
    const Only& start_;
    const Smallest& found_;
    Story story_;
    std::vector<std::string> clauses_;
};

}  // namespace

Story tell(const model::Plan& whole, const model::Plan& smallest, const Only& start, const Smallest& found,
           std::size_t times, std::size_t runs) {
    return Teller(whole, smallest, start, found).tell(times, runs);
}

}  // namespace sockgrade::shrink
