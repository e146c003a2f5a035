#include "shrink/smallest.hh"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "shrink/ddmin.hh"

namespace sockgrade::shrink {

namespace {

using plan::Length;
using plan::MessagePlace;
using plan::Only;
using plan::Places;

Places up_to(std::size_t count) {
    Places places(count);
    std::iota(places.begin(), places.end(), std::size_t{1});
    return places;
}

bool has(const Places& places, std::size_t place) {
    return std::find(places.begin(), places.end(), place) != places.end();
}

Places faults_of(const plan::Parts& parts, const Only& only) {
    return only.faults.value_or(up_to(parts.faults));
}

Places messages_of(const std::pair<const std::size_t, std::size_t>& step, const Only& only) {
    const auto kept = only.messages.find(step.first);
    return kept == only.messages.end() ? up_to(step.second) : kept->second;
}

bool stays(const MessagePlace& message, const Only& only) {
    const auto kept = only.messages.find(message.first);
    return kept == only.messages.end() || has(kept->second, message.second);
}

std::size_t bytes_of(const Length& length, const Only& only) {
    const auto bytes = only.bytes.find(length.message);
    return bytes == only.bytes.end() ? length.bytes : bytes->second;
}

// All targets of a fault that stay, and of these the ones in one of its lists.
Places all_targets(const std::vector<Places>& lists, const Only& only, std::size_t fault) {
    if (const auto kept = only.targets.find(fault); kept != only.targets.end()) return kept->second;
    Places all;
    for (const Places& list : lists) all.insert(all.end(), list.begin(), list.end());
    return all;
}

class Search {
  public:
    Search(const plan::Parts& parts, const Only& start, const Try& try_it)
        : parts_(parts), try_(try_it), best_{start} {
        known_[to_string(start)] = Outcome::fails;
    }

    Smallest find() {
        // What has fewer messages may need fewer faults.
        for (Only before = best_.only;; before = best_.only) {
            leave_out_faults();
            leave_out_messages();
            thin_out_faults();
            if (best_.only == before) break;
        }
        for (const Length& length : parts_.lengths)
            if (stays(length.message, best_.only)) shorten(length);
        return best_;
    }

  private:
    Outcome outcome_of(const Only& only) {
        const std::string name = to_string(only);
        if (const auto known = known_.find(name); known != known_.end()) return known->second;
        const Outcome outcome = try_(only);
        if (outcome == Outcome::stopped)
            best_.is_complete = false;
        else
            known_[name] = outcome;
        return outcome;
    }
    bool fails(const Only& only) {
        if (outcome_of(only) != Outcome::fails) return false;
        best_.only = only;
        return true;
    }

    void leave_out_faults() {
        ddmin(faults_of(parts_, best_.only), true, [&](const Parts& kept) {
            Only only = best_.only;
            only.faults = kept;
            std::erase_if(only.targets, [&](const auto& one) { return !has(kept, one.first); });
            return fails(only);
        });
    }

    void leave_out_messages() {
        for (const auto& step : parts_.messages)
            ddmin(messages_of(step, best_.only), false, [&](const Parts& kept) {
                Only only = best_.only;
                only.messages[step.first] = kept;
                std::erase_if(only.bytes, [&](const auto& one) {
                    return one.first.first == step.first && !has(kept, one.first.second);
                });
                return fails(only);
            });
    }

    void thin_out_faults() {
        for (const auto& [fault, lists] : parts_.targets) {
            if (!has(faults_of(parts_, best_.only), fault)) continue;
            for (const Places& list : lists) thin_out(fault, lists, list);
        }
    }
    void thin_out(std::size_t fault, const std::vector<Places>& lists, const Places& list) {
        const Places all = all_targets(lists, best_.only, fault);
        Places here;
        Places elsewhere;
        for (const std::size_t target : all) (has(list, target) ? here : elsewhere).push_back(target);
        ddmin(here, false, [&](const Parts& kept) {
            Only only = best_.only;
            Places targets = elsewhere;
            targets.insert(targets.end(), kept.begin(), kept.end());
            std::sort(targets.begin(), targets.end());
            only.targets[fault] = std::move(targets);
            return fails(only);
        });
    }

    // Whether a message is too long is mostly a matter of a limit, and a limit is found by halving. A failure
    // that comes and goes with the length gives one of the lengths at which it begins.
    void shorten(const Length& length) {
        const auto with = [&](std::size_t bytes) {
            Only only = best_.only;
            only.bytes[length.message] = bytes;
            return only;
        };
        std::size_t failing = bytes_of(length, best_.only);
        std::size_t other = length.least;
        if (other >= failing || fails(with(other))) return;
        while (failing - other > 1) {
            const std::size_t middle = other + (failing - other) / 2;
            const Outcome outcome = outcome_of(with(middle));
            if (outcome == Outcome::stopped) return;
            if (outcome != Outcome::fails) {
                other = middle;
            } else {
                best_.only = with(middle);
                failing = middle;
            }
        }
        const auto known = known_.find(to_string(with(other)));
        if (known != known_.end() && known->second == Outcome::passes)
            best_.passes_with[length.message] = other;
    }

    const plan::Parts& parts_;
    const Try& try_;
    Smallest best_;
    std::map<std::string, Outcome> known_;
};

}  // namespace

bool can_shrink(const plan::Parts& parts, const Only& start) {
    if (!faults_of(parts, start).empty()) return true;
    for (const auto& step : parts.messages)
        if (messages_of(step, start).size() > 1) return true;
    return std::any_of(parts.lengths.begin(), parts.lengths.end(), [&](const Length& length) {
        return stays(length.message, start) && bytes_of(length, start) > length.least;
    });
}

Smallest find_smallest(const plan::Parts& parts, const Only& start, const Try& try_it) {
    return Search(parts, start, try_it).find();
}

}  // namespace sockgrade::shrink
