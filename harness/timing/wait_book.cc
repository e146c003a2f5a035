#include "timing/wait_book.hh"

#include <algorithm>
#include <utility>

#include "timing/stopped_thread.hh"

namespace sockgrade::timing {

void WaitBook::update(const observe::Look& look, Moment now) {
    std::map<std::pair<pid_t, pid_t>, Wait> waits;
    has_unknown_ = false;
    for (const observe::ThreadLook& thread : look.threads) {
        if (thread.call.wait != observe::BlockedCall::Wait::timed || thread.is_go_tick) continue;
        const std::pair key{thread.process, thread.thread};
        const auto known = waits_.find(key);
        const bool is_same = known != waits_.end() && known->second.thread.raw == thread.raw &&
                             known->second.thread.run_time == thread.run_time;
        Wait wait{thread, is_same ? known->second.began : now, thread.call.moment};
        if (thread.call.length.has_value()) wait.ends = wait.began + *thread.call.length;
        has_unknown_ = has_unknown_ || !wait.ends.has_value() || !can_be_ended(thread.call);
        waits.emplace(key, std::move(wait));
    }
    waits_ = std::move(waits);
}

std::optional<WaitBook::Moment> WaitBook::next() const {
    std::optional<Moment> earliest;
    for (const auto& [key, wait] : waits_)
        if (wait.ends.has_value()) earliest = std::min(earliest.value_or(*wait.ends), *wait.ends);
    return earliest;
}

std::vector<observe::ThreadLook> WaitBook::due(Moment moment) const {
    std::vector<const Wait*> found;
    for (const auto& [key, wait] : waits_)
        if (wait.ends.has_value() && *wait.ends <= moment && can_be_ended(wait.thread.call))
            found.push_back(&wait);
    std::stable_sort(found.begin(), found.end(),
                     [](const Wait* a, const Wait* b) { return *a->ends < *b->ends; });
    std::vector<observe::ThreadLook> threads;
    for (const Wait* wait : found) threads.push_back(wait->thread);
    return threads;
}

}  // namespace sockgrade::timing
