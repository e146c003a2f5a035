#include "plan/plan.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hh"
#include "base/placeholder.hh"
#include "base/random.hh"
#include "base/text.hh"
#include "faults/loss_chain.hh"
#include "plan/fill.hh"
#include "plan/given.hh"
#include "plan/leave_out.hh"
#include "plan/parts.hh"
#include "plan/values.hh"

namespace sockgrade::plan {

namespace {

constexpr const char* kHost = "127.0.0.1";

std::vector<std::string> arguments_of(const model::Spec& spec, const PlanOptions& options) {
    return options.arguments.value_or(spec.program.arguments);
}

const std::optional<model::Message>& message_of(const model::Spec& spec, const model::CaseSpec& one) {
    return one.message ? one.message : spec.program.message;
}

std::uint16_t port_given(const model::Plan& plan, const PlanOptions& options) {
    return options.port != 0 ? options.port : choose_port(mix({plan.stream_seed, hash_of("port")}));
}

model::Given give(const model::Plan& plan, const model::CaseSpec& one, const model::Spec& spec,
                  const PlanOptions& options, Filler& filler) {
    std::optional<model::Message> message = message_of(spec, one);
    model::Given given;
    const std::uint64_t host_seed = mix({plan.stream_seed, hash_of("host")});
    given.address = {one.on_another_host ? choose_lan_host(host_seed) : kHost, port_given(plan, options)};
    if (plan.role == model::Role::peer) given.own_port = another_port(given.address.port, plan.stream_seed);
    if (one.ports.count > 0) given.ports = choose_ports(one.ports, mix({plan.stream_seed, hash_of("ports")}));
    if (message) {
        filler.fill(*message);
        given.message = message->bytes;
    }
    given.forms = arguments_of(spec, options);
    for (std::string& form : given.forms)
        form = fill_placeholders(form, [&](const std::string& name) -> std::optional<std::string> {
            const auto value = value_named(plan.values, name);
            return value ? std::optional(names::as_text(*value)) : std::nullopt;
        });
    given.typed_order = options.typed_order;
    fill_arguments(given, plan.role);
    if (given.names_message && !message)
        throw UsageError(fmt::format(
            "case '{}': the arguments have {{message}}, but the exercise gives no message", plan.case_id));
    if (given.names_message && given.message.find('\0') != std::string::npos)
        throw UsageError(
            fmt::format("case '{}': the message has a zero byte, which no argument can hold", plan.case_id));
    return given;
}

// Each at a port of its own. Names say where it is.
void place_called_peers(const std::vector<std::string>& names, const PlanOptions& options,
                        model::Plan& plan) {
    std::set<std::uint16_t> taken{port_given(plan, options)};
    for (const std::string& name : names) {
        std::uint16_t port = 0;
        for (std::uint64_t i = 0;
             port == 0 || taken.contains(port) || taken.contains(model::swap_bytes(port)); ++i)
            port = choose_port(mix({plan.stream_seed, hash_of("peer"), hash_of(name), i}));
        taken.insert(port);
        plan.called.push_back({name, {kHost, port}});
        plan.values.push_back({name + ".host", kHost, false});
        plan.values.push_back({name + ".port", std::to_string(port), true});
    }
}

// A rule that would hit nothing, or everything, proves nothing: the first path of the chain that does not.
std::vector<std::size_t> bursts(const model::LossChain& chain, std::uint64_t seed, const model::Plan& plan) {
    constexpr std::uint64_t kTries = 1000;
    for (std::uint64_t i = 0; i < kTries; ++i) {
        std::vector<std::size_t> lost = faults::lost_positions(chain, mix({seed, i}));
        if (!lost.empty() && lost.size() < chain.messages) return lost;
    }
    throw UsageError(
        fmt::format("case '{}': with these chances no burst is to be had in {}; give more of "
                    "them, or other chances",
                    plan.case_id, count_of(chain.messages, "datagram")));
}

void settle(model::FaultRule& fault, Filler& filler, const model::Plan& plan) {
    if (fault.formatted) filler.fill(*fault.formatted);
    if (fault.detail.until.formatted) filler.fill(*fault.detail.until.formatted);
    fault.containing = filler.with_chosen(fault.containing);
    fault.detail.text = filler.with_chosen(fault.detail.text);
    fault.detail.until.containing = filler.with_chosen(fault.detail.until.containing);
    if (fault.chain.model == model::LossChain::Model::none) return;
    // Not on its place in the list: a rule more must not move another.
    const std::uint64_t seed = mix({plan.stream_seed, hash_of("bursts"), hash_of(fault.kind),
                                    static_cast<std::uint64_t>(fault.direction)});
    fault.numbers = bursts(fault.chain, seed, plan);
}

std::string variant_of(const Chosen& chosen) { return chosen.name + '=' + chosen.value; }

constexpr const char* kMessage = "message";

model::NamedValue as_value(const Chosen& chosen) {
    const names::Value value = names::number_or_text(chosen.value);
    return {chosen.name, chosen.value, std::holds_alternative<std::int64_t>(value.what)};
}

// Depends on the run's seed, this case and this variant alone: no case moves another.
model::Plan plan_one(const model::Spec& spec, const model::CaseSpec& one, const std::optional<Chosen>& chosen,
                     const PlanOptions& options) {
    model::Plan plan;
    plan.exercise = spec.exercise;
    plan.case_id = one.id;
    if (chosen) plan.variant = variant_of(*chosen);
    plan.title = one.title;
    plan.seed = options.seed;
    plan.stream_seed = mix({options.seed, hash_of(plan.case_id), hash_of(plan.variant)});
    plan.role = spec.program.role;
    plan.transport = spec.program.transport;
    plan.address_rule = spec.program.address;
    plan.limits = options.limits;
    plan.quiescence = options.quiescence;
    plan.real_time = options.real_time;

    plan.values = make_values(one.values, chosen, plan.stream_seed);
    if (chosen) plan.values.push_back(as_value(*chosen));
    place_called_peers(spec.program.calls, options, plan);
    std::set<std::string> late = known_only_late(one.steps);
    for (const model::NamedValue& value : plan.values) late.erase(value.name);
    Filler filler(plan.stream_seed, chosen, plan.transport, options.read_file);
    filler.know(plan.values, late);
    plan.given = give(plan, one, spec, options, filler);
    const auto know_message = [&](Filler& whose, const std::string& message) {
        if (!one.names_message) return;
        std::erase_if(plan.values, [](const model::NamedValue& value) { return value.name == kMessage; });
        plan.values.push_back({kMessage, message, false});
        whose.know(plan.values, late);
    };
    know_message(filler, plan.given.message);
    plan.files = one.files;
    for (model::FileGiven& file : plan.files) filler.fill(file);
    plan.steps = one.steps;
    for (model::Step& step : plan.steps) filler.fill(step, plan.given.message);
    expect_what_is_typed(plan.steps);
    if (!one.interfaces.empty())
        plan.interfaces = choose_interfaces(one.interfaces, mix({plan.stream_seed, hash_of("interfaces")}));
    plan.faults = one.faults;
    for (model::FaultRule& fault : plan.faults) settle(fault, filler, plan);
    if (options.only.is_everything()) return plan;

    const std::optional<model::Message>& message = message_of(spec, one);
    check(options.only, parts_of(plan, message));
    // Filled in once more, in the same order: each message draws the words that it had.
    Filler again(plan.stream_seed, chosen, plan.transport, options.read_file);
    again.know(plan.values, late);
    const auto kept = [&](std::size_t step) {
        const auto places = options.only.messages.find(step);
        return places == options.only.messages.end() ? nullptr : &places->second;
    };
    std::string given;
    if (message) {
        model::Message same = *message;
        again.fill(same, 1, kept(kGivenStep));
        given = same.bytes;
        know_message(again, given);
    }
    for (model::FileGiven file : one.files) again.fill(file);
    std::vector<model::Step> renumbered = one.steps;
    for (std::size_t i = 0; i < renumbered.size(); ++i) again.fill(renumbered[i], given, kept(i + 1));
    expect_what_is_typed(renumbered);
    plan.given.message = std::move(given);
    fill_arguments(plan.given, plan.role);
    leave_only(plan, std::move(renumbered), options.only);
    return plan;
}

[[noreturn]] void refuse_unknown(const model::Spec& spec, const std::string& wanted) {
    std::vector<std::string> ids;
    for (const model::CaseSpec& one : spec.cases) ids.push_back(one.id);
    const std::string nearest = nearest_name(wanted, ids);
    throw UsageError(fmt::format("{} has no case '{}'{} Its cases: {}", spec.exercise, wanted,
                                 nearest.empty() ? "." : fmt::format("; did you mean '{}'?", nearest),
                                 list_of(ids)));
}

}  // namespace

Parts parts_of(const model::Spec& spec, const model::Plan& plan) {
    for (const model::CaseSpec& one : spec.cases)
        if (one.id == plan.case_id) return parts_of(plan, message_of(spec, one));
    return {};
}

std::vector<model::Plan> plan_cases(const model::Spec& spec, const PlanOptions& options) {
    std::vector<model::Plan> plans;
    for (const model::CaseSpec& one : spec.cases) {
        if (!options.case_id.empty() && options.case_id != one.id &&
            !options.case_id.starts_with(one.id + '/'))
            continue;
        std::vector<std::optional<Chosen>> variants;
        for (const auto& [name, values] : one.vary)
            for (const std::string& value : values) variants.emplace_back(Chosen{name, value});
        if (variants.empty()) variants.emplace_back(std::nullopt);
        for (const std::optional<Chosen>& chosen : variants) {
            const std::string full_id = model::full_id(one.id, chosen ? variant_of(*chosen) : "");
            // First, since what is left of one variant may not be possible in another.
            if (!options.case_id.empty() && options.case_id != one.id && options.case_id != full_id) continue;
            try {
                plans.push_back(plan_one(spec, one, chosen, options));
            } catch (const names::Mistake& mistake) {
                throw UsageError(
                    fmt::format("case '{}', with seed {}: {}", full_id, options.seed, mistake.what()));
            }
        }
    }
    if (plans.empty() && !options.case_id.empty()) refuse_unknown(spec, options.case_id);
    return plans;
}

}  // namespace sockgrade::plan
