#include "grading/pair_start.hh"

#include <fmt/format.h>

#include <utility>

#include "checks/check.hh"
#include "grading/case_runs.hh"
#include "grading/typed_order.hh"
#include "telling/pair.hh"

namespace sockgrade::grading {

using model::Half;
using model::PairTranscript;
namespace event = model::event;

namespace {

std::size_t place_of(Half half) { return half == Half::listening ? 1 : 0; }

std::uint16_t given_port(const PairTranscript& pair) { return pair.plan.dialling.given.address.port; }

// Where it listened, or called somebody, who need not have been there; 0: nowhere.
std::uint16_t port_used(const PairTranscript& pair, Half half) {
    const model::Transcript seen = telling::project(pair, half).transcript;
    if (half == Half::listening) {
        const auto used = checks::address_used(seen);
        return used.has_value() ? used->port : 0;
    }
    for (const auto* call : seen.all<event::SocketCall>()) {
        if (call->dials() && call->error == 0 && call->transport == seen.plan.transport &&
            call->address.port != model::kNameServicePort && call->address.port != 0)
            return call->address.port;
    }
    return 0;
}

// Not what it makes of the given one.
bool is_its_own(std::uint16_t used, std::uint16_t given) {
    return used != 0 && used != given && used != model::swap_bytes(given);
}

}  // namespace

PairStart PairStart::of(const model::Transcript& dialling, const model::Transcript& listening) {
    const model::Given& first = dialling.plan.given;
    const model::Given& second = listening.plan.given;
    PairStart start;
    start.forms = {first.forms, second.forms};
    start.typed_orders = {first.typed_order, second.typed_order};
    return start;
}

PairStartSearch::PairStartSearch(const model::Spec& spec, PairStart known, Runs runs,
                                 std::function<bool(PairTranscript)> goes_well)
    : spec_(spec), start_(std::move(known)), runs_(std::move(runs)), goes_well_(std::move(goes_well)) {}

void PairStartSearch::find_all() {
    for (const Half half : {Half::listening, Half::dialling}) {
        find_typed_order_of(half);
        follow_a_port();
        find_form_of(half);
        follow_a_port();
    }
}

void PairStartSearch::follow_a_port() {
    if (start_.port != 0) return;
    const std::uint16_t given = given_port(pair());
    const std::uint16_t heard = port_used(pair(), Half::listening);
    const std::uint16_t dialled = port_used(pair(), Half::dialling);
    if (is_its_own(heard, given) && meet_at(heard))
        note(Half::listening, fmt::format("it has port {} written in, so the {} was given that port", heard,
                                          pair().plan.role(Half::dialling)));
    else if (is_its_own(dialled, given) && meet_at(dialled))
        note(Half::dialling, fmt::format("it has port {} written in, so the {} was given that port", dialled,
                                         pair().plan.role(Half::listening)));
}

bool PairStartSearch::meet_at(std::uint16_t port) {
    PairStart there = start_;
    there.port = port;
    const std::vector<PairTranscript> met = runs_.trials({there});
    if (met.empty()) return false;
    const std::uint16_t dialled = port_used(met.front(), Half::dialling);
    // One that has called nobody yet may want other arguments.
    if (port_used(met.front(), Half::listening) != port || (dialled != 0 && dialled != port)) return false;
    change(std::move(there));
    return true;
}

void PairStartSearch::find_typed_order_of(Half half) {
    std::vector<std::string>& order = start_.typed_orders.at(place_of(half));
    if (!order.empty()) return;
    const auto run = [&](const std::vector<std::string>& tried) -> std::optional<model::Transcript> {
        PairStart start = start_;
        start.typed_orders.at(place_of(half)) = tried;
        const std::vector<PairTranscript> told = runs_.trials({start});
        if (told.empty()) return std::nullopt;
        return telling::project(told.front(), half).transcript;
    };
    const std::vector<std::string> found = find_typed_order(telling::project(pair(), half).transcript, run);
    if (found.empty()) return;
    order = found;
    pair_.reset();
    note(half, note_of_typed_order(found));
}

void PairStartSearch::find_form_of(Half half) {
    const model::ProgramSpec& program = spec_.halves.at(place_of(half)).program;
    const auto run = [&](const std::vector<plan::Form>& some) {
        std::vector<PairStart> starts;
        for (const plan::Form& form : some) {
            starts.push_back(start_);
            starts.back().forms.at(place_of(half)) = form;
        }
        std::vector<model::Transcript> halves;
        for (const PairTranscript& other : runs_.trials(starts))
            halves.push_back(telling::project(other, half).transcript);
        return halves;
    };
    const auto found = find_form(
        program, telling::project(pair(), half).transcript, [&] { return goes_well_(pair()); }, run);
    if (!found.has_value()) return;
    PairStart start = start_;
    start.forms.at(place_of(half)) = found->form;
    change(std::move(start));
    note(half, found->note);
}

const PairTranscript& PairStartSearch::pair() {
    if (!pair_.has_value()) pair_ = runs_.whole({start_}).front();
    return *pair_;
}

void PairStartSearch::change(PairStart start) {
    start_ = std::move(start);
    pair_.reset();
}

void PairStartSearch::note(Half half, const std::string& text) {
    add_once(notes_,
             fmt::format("the {}: {}", model::to_string(spec_.halves.at(place_of(half)).program.role), text));
}

}  // namespace sockgrade::grading
