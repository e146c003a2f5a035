#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/event.hh"
#include "model/plan.hh"

namespace sockgrade::model {

// The ordered record of one run of one plan. With the plan in it, it can be judged again by itself.
struct Transcript {
    Plan plan;
    std::string isolation;  // the level of the ladder, "A" to "E"
    std::vector<Event> events;

    // The events of one kind, in order.
    template <typename T>
    std::vector<const T*> all() const {
        std::vector<const T*> found;
        for (const Event& e : events)
            if (const auto* what = std::get_if<T>(&e.what)) found.push_back(what);
        return found;
    }
    template <typename T>
    const T* first() const {
        for (const Event& e : events)
            if (const auto* what = std::get_if<T>(&e.what)) return what;
        return nullptr;
    }
    template <typename T>
    const T* last() const {
        for (auto e = events.rbegin(); e != events.rend(); ++e)
            if (const auto* what = std::get_if<T>(&e->what)) return what;
        return nullptr;
    }
};

std::string_view to_string(event::SocketCall::Call call);

}  // namespace sockgrade::model
