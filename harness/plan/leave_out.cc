#include "plan/leave_out.hh"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/placeholder.hh"
#include "faults/selection.hh"
#include "model/answer.hh"
#include "plan/given.hh"
#include "plan/word_source.hh"

namespace sockgrade::plan {

namespace {

using model::Direction;
using model::FaultRule;
using model::Field;
using model::Message;

// --- What a rule hits.

void thin(std::vector<std::size_t>& list, std::size_t& next, const Places& kept) {
    std::vector<std::size_t> thinner;
    for (const std::size_t one : list)
        if (has(kept, next++)) thinner.push_back(one);
    list = std::move(thinner);
}

void thin_out(FaultRule& rule, const Places& kept) {
    std::size_t next = 1;
    thin(rule.numbers, next, kept);
    thin(rule.indices, next, kept);
    if (rule.copies.empty() && rule.indices.empty())
        for (std::size_t copy = 1; copy <= rule.times; ++copy) rule.copies.push_back(copy);
    thin(rule.copies, next, kept);
    for (Field& field : rule.fields) thin(field.values, next, kept);
    rule.chain = {};
}

// --- Messages.

struct Place {
    std::size_t number;  // as faults count: distinct ones, from 1
    std::size_t index;   // of its peer's, all of them
    std::string bytes;
};
struct Move {
    std::string actor;
    Place from;
    std::optional<Place> to;  // nothing: left out
};

// Counts what peers send to the program as the link does.
class Counter {
  public:
    Place next(const std::string& actor, const std::string& bytes) {
        const auto number = numbers_.try_emplace({actor, bytes}, numbers_.size() + 1).first->second;
        return {number, ++indices_[actor], bytes};
    }

  private:
    std::map<std::pair<std::string, std::string>, std::size_t> numbers_;
    std::map<std::string, std::size_t> indices_;
};

// What a step sends. The reference server's own capitals are known only when it runs; they are like no other.
std::vector<std::string> sent_by(const model::Step& step, std::size_t place) {
    std::vector<std::string> all;
    if (const auto* send = std::get_if<model::Send>(&step.action))
        for (const Message& message : send->messages) all.push_back(message.bytes);
    if (const auto* reply = std::get_if<model::Reply>(&step.action))
        all.push_back(reply->with == model::Reply::With::message
                          ? reply->message.bytes
                          : std::string(1, '\0') + "reply " + std::to_string(place));
    return all;
}

bool stays(const Only& only, MessagePlace place) {
    const auto kept = only.messages.find(place.first);
    return kept == only.messages.end() || has(kept->second, place.second);
}

std::vector<Move> moves_between(const std::vector<model::Step>& before, const std::vector<model::Step>& after,
                                const Only& only) {
    std::vector<Move> moves;
    Counter old_counter;
    Counter new_counter;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const std::vector<std::string> old_bytes = sent_by(before[i], i);
        const std::vector<std::string> new_bytes = sent_by(after[i], i);
        for (std::size_t k = 0; k < old_bytes.size(); ++k) {
            const std::string& actor = before[i].actor;
            Move move{actor, old_counter.next(actor, old_bytes[k]), std::nullopt};
            if (stays(only, {i + 1, k + 1})) move.to = new_counter.next(actor, new_bytes[k]);
            moves.push_back(std::move(move));
        }
    }
    return moves;
}

// The lines of what the program is given, as they are expected of it: each is one of its datagrams.
std::vector<std::string> lines_of(const std::vector<model::Step>& steps) {
    std::vector<std::string> lines;
    for (const model::Step& step : steps) {
        const auto* expect = std::get_if<model::Expect>(&step.action);
        if (expect == nullptr || expect->what != model::Expect::What::all || !lines.empty()) continue;
        for (const Message& message : expect->messages) lines.push_back(message.bytes);
    }
    return lines;
}

std::vector<Move> moves_of_lines(const std::vector<model::Step>& before,
                                 const std::vector<model::Step>& after, const Only& only) {
    const std::vector<std::string> old_lines = lines_of(before);
    const std::vector<std::string> new_lines = lines_of(after);
    std::vector<Move> moves;
    std::size_t next = 0;
    for (std::size_t i = 0; i < old_lines.size(); ++i) {
        Move move{model::kProgram, {i + 1, i + 1, old_lines[i]}, std::nullopt};
        if (stays(only, {kGivenStep, i + 1}) && next < new_lines.size()) {
            move.to = Place{next + 1, next + 1, new_lines[next]};
            ++next;
        }
        moves.push_back(std::move(move));
    }
    return moves;
}

// The number that a message says of itself, and where that goes.
using Spoken = std::map<std::size_t, std::optional<std::size_t>>;

// What the first one of such messages says; nothing when they say no number.
std::optional<std::size_t> first_spoken(const Message& message) {
    for (const std::string& text : {message.as, message.text}) {
        if (has_placeholder(text, "i")) return 0;
        if (has_placeholder(text, "n")) return 1;
    }
    return std::nullopt;
}

const Message* example_of(const std::vector<model::Step>& steps, std::size_t step) {
    if (step != kGivenStep) return &std::get<model::Send>(steps.at(step - 1).action).messages.front();
    for (const model::Step& one : steps)
        if (const auto* expect = std::get_if<model::Expect>(&one.action))
            if (expect->what == model::Expect::What::all) return &expect->message;
    return nullptr;
}

// Only where one step, or what is given, loses messages: of several it could not be said whose number it is.
Spoken spoken_numbers(const std::vector<model::Step>& steps, std::size_t count, const Only& only) {
    Spoken numbers;
    if (only.messages.size() != 1) return numbers;
    const auto& [step, kept] = *only.messages.begin();
    const Message* const example = example_of(steps, step);
    const auto first = example == nullptr ? std::nullopt : first_spoken(*example);
    if (!first.has_value()) return numbers;
    if (step != kGivenStep) count = std::get<model::Send>(steps.at(step - 1).action).messages.size();
    std::size_t next = *first;
    for (std::size_t k = 1; k <= count; ++k)
        numbers[*first + k - 1] = has(kept, k) ? std::optional(next++) : std::nullopt;
    return numbers;
}

// --- Rules that follow their messages. Each part says whether something is left for the rule to hit.

class Follower {
  public:
    // `from_program`: what the program sends goes with these, message by message; `to_program`: so does what
    // it is sent.
    struct Follows {
        bool to_program = true;
        bool from_program = true;
        bool is_sent_by_peers = true;  // the moves are of what peers send
        bool is_sent_once = true;      // so that the order of arrival is that of the messages
    };
    Follower(const std::vector<Move>& moves, Spoken spoken, Follows follows)
        : moves_(moves), spoken_(std::move(spoken)), follows_(follows) {
        for (const Move& move : moves) {
            actors_.insert(move.actor);
            if (!move.to.has_value()) is_any_left_out_ = true;
        }
    }

    bool follow(FaultRule& rule) const {
        const bool to_program = rule.direction == Direction::to_program;
        if (to_program ? !follows_.to_program : !follows_.from_program) return true;
        if (!follow_numbers(rule) || !follow_indices(rule.indices)) return false;
        model::Until& until = rule.detail.until;
        if (until.number != 0) {
            std::vector<std::size_t> numbers{until.number};
            if (!moved(numbers, &Place::number)) return false;
            until.number = numbers.front();
        }
        // The bytes of one way are known; of what answers them, the number that is spoken of.
        if (to_program == follows_.is_sent_by_peers)
            return follow_bytes(rule.containing, rule.fields, rule.formatted) &&
                   follow_bytes(until.containing, until.fields, until.formatted);
        const bool is_unknown = !rule.containing.empty() || !until.containing.empty() ||
                                rule.formatted.has_value() || until.formatted.has_value();
        return !(is_unknown && is_any_left_out_) && follow_spoken(rule.fields) && follow_spoken(until.fields);
    }

  private:
    bool moved(std::vector<std::size_t>& list, std::size_t Place::*what) const {
        std::set<std::size_t> now;
        for (const std::size_t one : list) {
            bool is_known = false;
            for (const Move& move : moves_) {
                if (move.from.*what != one) continue;
                is_known = true;
                if (move.to.has_value()) now.insert((*move.to).*what);
            }
            if (!is_known) now.insert(one);
        }
        list.assign(now.begin(), now.end());
        return !list.empty();
    }
    bool follow_numbers(FaultRule& rule) const {
        if (rule.numbers.empty()) return true;
        const std::vector<std::size_t> before = rule.numbers;
        if (!moved(rule.numbers, &Place::number)) return false;
        if (rule.numbers != before) rule.chain = {};
        return true;
    }
    // An index is each peer's own: with several of them, or with retries, it can't be said where it goes.
    bool follow_indices(std::vector<std::size_t>& indices) const {
        if (indices.empty() || !is_any_left_out_) return true;
        return follows_.is_sent_once && actors_.size() == 1 && moved(indices, &Place::index);
    }
    bool follow_bytes(const std::string& containing, std::vector<Field>& fields,
                      const std::optional<model::Formatted>& formatted) const {
        if (containing.empty() && fields.empty() && !formatted) return true;
        FaultRule what;
        what.containing = containing;
        what.formatted = formatted;
        FaultRule now = what;
        what.fields = fields;
        std::vector<std::set<std::size_t>> values(fields.size());
        bool hit_any = false;
        bool hits_any = false;
        for (const Move& move : moves_) {
            if (!faults::fits(what, passing(move.from))) continue;
            hit_any = true;
            if (!move.to.has_value() || !faults::fits(now, passing(*move.to))) continue;
            hits_any = true;
            for (std::size_t i = 0; i < fields.size(); ++i)
                if (const auto value = model::value_of(fields[i], move.to->bytes)) values[i].insert(*value);
        }
        if (!hit_any) return true;  // it waits for something that isn't known before it runs
        if (!hits_any) return false;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (values[i].empty()) return false;
            fields[i].values.assign(values[i].begin(), values[i].end());
        }
        return true;
    }
    bool follow_spoken(std::vector<Field>& fields) const {
        for (Field& field : fields) {
            std::set<std::size_t> now;
            for (const std::size_t value : field.values) {
                const auto spoken = spoken_.find(value);
                if (spoken == spoken_.end())
                    now.insert(value);
                else if (spoken->second.has_value())
                    now.insert(*spoken->second);
            }
            field.values.assign(now.begin(), now.end());
            if (field.values.empty()) return false;
        }
        return true;
    }
    static faults::Passing passing(const Place& place) {
        faults::Passing one;
        one.bytes = place.bytes;
        one.number = place.number;
        one.index = place.index;
        return one;
    }

    const std::vector<Move>& moves_;
    Spoken spoken_;
    Follows follows_;
    std::set<std::string> actors_;
    bool is_any_left_out_ = false;
};

void shorten(std::vector<model::Step>& steps, const Only& only) {
    for (const auto& [place, bytes] : only.bytes) {
        if (place == kGivenMessage) continue;
        model::Action& action = steps.at(place.first - 1).action;
        auto* send = std::get_if<model::Send>(&action);
        Message& message =
            send != nullptr ? send->messages.at(place.second - 1) : std::get<model::Reply>(action).message;
        message.bytes = cut_words(std::move(message.bytes), bytes);
        message.size = std::to_string(bytes);
    }
}

void leave_out_messages(std::vector<model::Step>& steps, const Only& only) {
    for (const auto& [step, kept] : only.messages) {
        if (step == kGivenStep) continue;
        auto& send = std::get<model::Send>(steps.at(step - 1).action);
        std::vector<Message> fewer;
        std::vector<std::string> answers;
        for (const std::size_t place : kept) {
            fewer.push_back(std::move(send.messages.at(place - 1)));
            if (!send.answers.empty()) answers.push_back(std::move(send.answers.at(place - 1)));
        }
        send.messages = std::move(fewer);
        send.answers = std::move(answers);
    }
}

bool sends_again(const model::Step& step) {
    const auto* send = std::get_if<model::Send>(&step.action);
    return send != nullptr && !send->until.empty();
}

}  // namespace

void leave_only(model::Plan& plan, std::vector<model::Step> renumbered, const Only& only) {
    shorten(renumbered, only);
    const bool has_fewer_lines = only.messages.contains(kGivenStep);
    const std::vector<Move> moves = has_fewer_lines ? moves_of_lines(plan.steps, renumbered, only)
                                                    : moves_between(plan.steps, renumbered, only);
    // A server answers what it is sent, message by message; so are the lines of a sender answered.
    const bool is_passive = only_listens(plan.role);
    const Follower follower(
        moves, spoken_numbers(plan.steps, moves.size(), only),
        {true, is_passive || has_fewer_lines, !has_fewer_lines,
         !has_fewer_lines && std::none_of(plan.steps.begin(), plan.steps.end(), sends_again)});
    std::vector<FaultRule> rules;
    for (std::size_t i = 1; i <= plan.faults.size(); ++i) {
        if (only.faults.has_value() && !has(*only.faults, i)) continue;
        FaultRule rule = plan.faults[i - 1];
        if (const auto targets = only.targets.find(i); targets != only.targets.end())
            thin_out(rule, targets->second);
        if (follower.follow(rule)) rules.push_back(std::move(rule));
    }
    plan.faults = std::move(rules);
    leave_out_messages(renumbered, only);
    plan.steps = std::move(renumbered);
    if (const auto given = only.bytes.find(kGivenMessage); given != only.bytes.end()) {
        plan.given.message = cut_words(std::move(plan.given.message), given->second);
        fill_arguments(plan.given, plan.role);
    }
}

}  // namespace sockgrade::plan
