// The control run tells what is the program's own: it is started once more with everything that it is given
// changed, so that an address or a text that stays the same cannot have come from us.
#include <algorithm>

#include "base/random.hh"
#include "plan/given.hh"
#include "plan/pair.hh"
#include "plan/plan.hh"
#include "plan/word_list.hh"

namespace sockgrade::plan {

namespace {

constexpr const char* kControlHost = "127.0.0.77";

// Shares no word, no first letter and no length with the other message.
std::string another_message(const std::string& message, std::uint64_t seed) {
    std::vector<std::string_view> unused;
    for (const std::string_view word : control_words())
        if (message.find(word) == std::string::npos) unused.push_back(word);
    // A message as long as a book has them all; then it must do to differ from its beginning and its length.
    if (unused.size() < 4) unused.assign(control_words().begin(), control_words().end());
    RandomStream random(seed);
    for (;;) {
        std::string other;
        const std::size_t count = 3 + random.below(3);
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) other += ' ';
            other += unused[random.below(unused.size())];
        }
        if (other.size() != message.size() && (message.empty() || other.front() != message.front()))
            return other;
    }
}

void tell_another_message(model::Plan& control) {
    const std::uint64_t seed = mix({control.stream_seed, hash_of("control")});
    if (!control.given.message.empty())
        control.given.message = another_message(control.given.message, mix({seed, hash_of("message")}));
}

}  // namespace

model::PairPlan control_of(const model::PairPlan& plan) {
    model::PairPlan control = plan;
    tell_another_message(control.dialling);
    fill_arguments(control.dialling.given, control.dialling.role);
    return control;
}

model::Plan control_of(const model::Plan& plan) {
    const std::uint64_t seed = mix({plan.stream_seed, hash_of("control")});
    model::Plan control = plan;
    control.given.address = {kControlHost,
                             another_port(plan.given.address.port, mix({seed, hash_of("port")}))};
    tell_another_message(control);
    if (plan.given.own_port != 0)
        control.given.own_port = another_port(control.given.address.port, mix({seed, hash_of("own port")}));
    fill_arguments(control.given, control.role);
    return control;
}

}  // namespace sockgrade::plan
