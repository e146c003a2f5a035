#include "plan/parts.hh"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <string>

#include "base/error.hh"
#include "base/text.hh"

namespace sockgrade::plan {

namespace {

using model::Message;

bool is_spelt_out(const model::Step& step) {
    if (std::holds_alternative<model::Whenever>(step.action)) return true;
    if (const auto* expect = std::get_if<model::Expect>(&step.action)) {
        // The lines of what the program is given are spelt out anew; a list of the spec's own is not.
        const bool is_list = expect->what == model::Expect::What::all && expect->message.as.empty();
        return is_list || expect->what == model::Expect::What::bytes ||
               expect->what == model::Expect::What::format || expect->what == model::Expect::What::one_of ||
               expect->what == model::Expect::What::any_order;
    }
    const auto* prints = std::get_if<model::Prints>(&step.action);
    return prints != nullptr &&
           (prints->what == model::Prints::What::message || prints->what == model::Prints::What::pattern);
}

// A peer that goes in the middle of a message has to have got so far.
bool breaks_off(const model::Step& step) {
    if (const auto* send = std::get_if<model::Send>(&step.action))
        return send->break_off.how != model::BreakOff::How::none;
    const auto* reply = std::get_if<model::Reply>(&step.action);
    return reply != nullptr && reply->break_off.how != model::BreakOff::How::none;
}

// Where a peer stops reading, what is sent has to be long enough to stay where it is.
bool is_about_length(const model::Step& step) {
    return std::holds_alternative<model::StopReading>(step.action);
}

std::vector<Places> targets_of(const model::FaultRule& rule) {
    std::vector<std::size_t> sizes{rule.numbers.size(), rule.indices.size()};
    // The first so many copies, where they are counted.
    sizes.push_back(rule.copies.empty() && rule.indices.empty() ? rule.times : rule.copies.size());
    for (const model::Field& field : rule.fields) sizes.push_back(field.values.size());
    std::vector<Places> lists;
    std::size_t next = 1;
    for (const std::size_t size : sizes) {
        if (size >= 2) {
            lists.emplace_back(size);
            std::iota(lists.back().begin(), lists.back().end(), next);
        }
        next += size;
    }
    return lists;
}

std::vector<std::string> sent_to_program(const model::Plan& plan) {
    std::vector<std::string> all;
    for (const model::Step& step : plan.steps) {
        if (const auto* send = std::get_if<model::Send>(&step.action))
            for (const Message& message : send->messages) all.push_back(message.bytes);
        if (const auto* reply = std::get_if<model::Reply>(&step.action))
            if (reply->with == model::Reply::With::message) all.push_back(reply->message.bytes);
    }
    return all;
}

// Two that differ somewhere still differ when each is cut behind that place. Behind, since the last letter of
// what is cut may be another one (cut_words).
std::size_t least_of(const std::string& bytes, const std::vector<std::string>& all) {
    std::size_t least = 1;
    bool is_met = false;
    for (const std::string& other : all) {
        if (other == bytes && !is_met) {
            is_met = true;
            continue;
        }
        const auto differ = std::mismatch(bytes.begin(), bytes.end(), other.begin(), other.end()).first;
        least = std::max(least, static_cast<std::size_t>(differ - bytes.begin()) + 2);
    }
    return std::min(least, bytes.size());
}

class Finder {
  public:
    Finder(const model::Plan& plan, Parts& parts)
        : plan_(plan), parts_(parts), sent_(sent_to_program(plan)) {}

    void find_in_steps() {
        bool is_free = true;
        for (std::size_t i = plan_.steps.size(); i > 0; --i) {
            const model::Step& step = plan_.steps[i - 1];
            is_free = is_free && !is_spelt_out(step);
            if (!is_free) break;
            if (breaks_off(step)) continue;
            if (const auto* send = std::get_if<model::Send>(&step.action)) {
                if (send->messages.size() > 1) parts_.messages[i] = send->messages.size();
                for (std::size_t k = 0; k < send->messages.size(); ++k)
                    add_length(send->messages[k], {i, k + 1});
            }
            if (const auto* reply = std::get_if<model::Reply>(&step.action))
                if (reply->with == model::Reply::With::message) add_length(reply->message, {i, 1});
        }
        if (std::any_of(plan_.steps.begin(), plan_.steps.end(), is_about_length)) parts_.lengths.clear();
        std::sort(parts_.lengths.begin(), parts_.lengths.end(),
                  [](const Length& a, const Length& b) { return a.message < b.message; });
    }
    void find_given(const Message& recipe) {
        const auto fixes_it = [](const model::Step& step) {
            return is_spelt_out(step) || is_about_length(step);
        };
        if (std::any_of(plan_.steps.begin(), plan_.steps.end(), fixes_it)) return;
        const std::string& given = plan_.given.message;
        if (recipe.form == Message::Form::words && given.size() > 1)
            parts_.lengths.insert(parts_.lengths.begin(), {kGivenMessage, given.size(), 1});
        const auto lines = static_cast<std::size_t>(std::count(given.begin(), given.end(), '\n'));
        // Each has to be known as a datagram, for its faults to go with it.
        const bool are_datagrams = std::any_of(plan_.steps.begin(), plan_.steps.end(), [](const auto& step) {
            const auto* expect = std::get_if<model::Expect>(&step.action);
            return expect != nullptr && expect->what == model::Expect::What::all;
        });
        if (recipe.form == Message::Form::lines && lines > 1 && are_datagrams)
            parts_.messages[kGivenStep] = lines;
    }

  private:
    void add_length(const Message& message, MessagePlace place) {
        if (message.form != Message::Form::words || !message.as.empty()) return;
        const std::size_t least = least_of(message.bytes, sent_);
        if (least < message.bytes.size()) parts_.lengths.push_back({place, message.bytes.size(), least});
    }

    const model::Plan& plan_;
    Parts& parts_;
    std::vector<std::string> sent_;
};

void check_places(const Places& places, std::size_t most, std::string_view what) {
    if (!places.empty() && places.back() > most)
        throw UsageError(fmt::format("there is no {} {} to leave; there are {}", what, places.back(), most));
}

void check_targets(std::size_t fault, const Places& kept, const Parts& parts) {
    const auto lists = parts.targets.find(fault);
    if (lists == parts.targets.end())
        throw UsageError(fmt::format("nothing of what fault {} hits can be left out", fault));
    for (const Places& list : lists->second)
        if (std::none_of(list.begin(), list.end(), [&](std::size_t one) { return has(kept, one); }))
            throw UsageError(fmt::format("of the targets {} to {} of fault {} one has to stay", list.front(),
                                         list.back(), fault));
}

void check_length(MessagePlace place, std::size_t bytes, const Parts& parts) {
    const auto length = std::find_if(parts.lengths.begin(), parts.lengths.end(),
                                     [&](const Length& one) { return one.message == place; });
    const std::string what = place == kGivenMessage
                                 ? "the message that is given"
                                 : fmt::format("message {} of step {}", place.second, place.first);
    if (length == parts.lengths.end()) throw UsageError(fmt::format("{} can't be made shorter", what));
    if (bytes < length->least || bytes > length->bytes)
        throw UsageError(
            fmt::format("{} can have from {} to {}", what, length->least, count_of(length->bytes, "byte")));
}

}  // namespace

Parts parts_of(const model::Plan& plan, const std::optional<Message>& given) {
    Parts parts;
    parts.faults = plan.faults.size();
    for (std::size_t i = 0; i < plan.faults.size(); ++i)
        if (auto lists = targets_of(plan.faults[i]); !lists.empty()) parts.targets[i + 1] = std::move(lists);
    Finder finder(plan, parts);
    finder.find_in_steps();
    if (given.has_value()) finder.find_given(*given);
    return parts;
}

void check(const Only& only, const Parts& parts) {
    if (only.faults.has_value()) check_places(*only.faults, parts.faults, "fault");
    for (const auto& [fault, kept] : only.targets) check_targets(fault, kept, parts);
    for (const auto& [step, kept] : only.messages) {
        const auto count = parts.messages.find(step);
        if (count == parts.messages.end())
            throw UsageError(fmt::format("step {} has no messages that can be left out", step));
        if (kept.empty()) throw UsageError(fmt::format("one message of step {} has to stay", step));
        check_places(kept, count->second, "message");
    }
    for (const auto& [place, bytes] : only.bytes) check_length(place, bytes, parts);
}

}  // namespace sockgrade::plan
