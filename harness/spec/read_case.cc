#include "spec/read_case.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/pattern.hh"
#include "base/placeholder.hh"
#include "base/text.hh"
#include "model/messages_of.hh"
#include "spec/check.hh"
#include "spec/check_losses.hh"
#include "spec/check_story.hh"
#include "spec/context.hh"
#include "spec/read_faults.hh"
#include "spec/read_fields.hh"
#include "spec/read_files.hh"
#include "spec/read_formats.hh"
#include "spec/read_message.hh"
#include "spec/read_peers.hh"
#include "spec/read_program.hh"
#include "spec/read_steps.hh"
#include "spec/read_values.hh"
#include "spec/unused_captures.hh"
#include "telling/pair.hh"

namespace sockgrade::spec {

namespace {

const model::CaseSpec* with_id(const std::vector<model::CaseSpec>& cases, const std::string& id) {
    const auto found =
        std::find_if(cases.begin(), cases.end(), [&](const model::CaseSpec& one) { return one.id == id; });
    return found == cases.end() ? nullptr : &*found;
}

std::string read_id(const Section& section, const std::vector<model::CaseSpec>& earlier) {
    std::string id = section.text().value_or("");
    if (section.is_sound() && with_id(earlier, id) != nullptr)
        section.problem(fmt::format("another case has the id '{}' already", id));
    return id;
}

std::string read_needs(const Section& section, const model::CaseSpec& one,
                       const std::vector<model::CaseSpec>& earlier) {
    std::string needs = section.text().value_or("");
    if (!section.is_text()) return needs;
    const model::CaseSpec* needed = with_id(earlier, needs);
    std::vector<std::string> ids;
    for (const model::CaseSpec& other : earlier) ids.push_back(other.id);
    if (needed != nullptr && needed->is_hidden && !one.is_hidden)
        section.problem(
            fmt::format("the case '{}' is hidden, and this one is not: why it was skipped would "
                        "have to be said",
                        needs));
    else if (needed == nullptr && needs == one.id)
        section.problem("a case cannot need itself");
    else if (needed == nullptr)
        section.problem(fmt::format("no case with the id {} stands before this one", quote(needs, 60)),
                        nearest_name(needs, ids));
    return needs;
}

Vary read_vary(const Section& section) {
    const std::vector<Section> entries = section.is_map() ? section.entries() : std::vector<Section>{};
    if (entries.size() != 1) {
        section.problem("expected one name and its values, such as '{ size: [1024, 20000] }'");
        return {};
    }
    const Section& list = entries.front();
    const std::vector<std::string>& reserved = reserved_names();
    if (!is_name(list.key()) || std::find(reserved.begin(), reserved.end(), list.key()) != reserved.end())
        list.key_problem(fmt::format(
            "a name has lower-case letters, digits and dashes, begins with a letter, and is not {}",
            list_of(reserved, "or")));
    check(list);
    std::vector<std::string> values;
    for (const Section& item : list.items()) values.push_back(item.text().value_or(""));
    return {{list.key(), values}};
}

model::PortsSpec read_ports(const Section& section) {
    model::PortsSpec ports;
    section.read("count", ports.count);
    section.read("listening", ports.listening);
    // No two of them side by side: "20003-20004" would be as good as both.
    if (section.is_sound() && 2 * ports.listening > ports.count + 1)
        section.find("listening")->problem("no more than every other port of them can listen");
    return ports;
}

bool whenever_uses(const model::Whenever& whenever, const std::string& name) {
    const auto asks = [&](const std::vector<model::Condition>& conditions) {
        return std::any_of(conditions.begin(), conditions.end(), [&](const model::Condition& one) {
            return template_uses("{=" + one.holds + '}', name);
        });
    };
    return fields_use(whenever.remembers, name) || asks(whenever.always) || asks(whenever.at_the_end) ||
           std::any_of(whenever.rules.begin(), whenever.rules.end(), [&](const model::Rule& rule) {
               return message_uses(rule.gets.message, name) ||
                      (rule.replies && message_uses(*rule.replies, name)) || fields_use(rule.now, name);
           });
}

bool step_uses(const model::Step& step, const std::string& name) {
    if (const auto* whenever = std::get_if<model::Whenever>(&step.action))
        return whenever_uses(*whenever, name);
    bool is_used = false;
    model::each_message(step.action, [&](const model::Message& message, model::Use) {
        is_used = is_used || message_uses(message, name);
    });
    return is_used;
}

bool value_uses(const model::ValueRule& rule, const std::string& name) {
    return template_uses(rule.kind == model::ValueRule::Kind::computed ? "{=" + rule.text + '}' : rule.text,
                         name);
}

bool case_uses(const model::CaseSpec& one, const std::string& name) {
    return (one.message && message_uses(*one.message, name)) ||
           std::any_of(one.files.begin(), one.files.end(),
                       [&](const model::FileGiven& file) { return message_uses(file.content, name); }) ||
           std::any_of(one.steps.begin(), one.steps.end(),
                       [&](const model::Step& step) { return step_uses(step, name); }) ||
           std::any_of(one.values.begin(), one.values.end(),
                       [&](const model::ValueRule& rule) { return value_uses(rule, name); }) ||
           std::any_of(one.faults.begin(), one.faults.end(), [&](const model::FaultRule& fault) {
               const auto says = [&](const std::optional<model::Formatted>& formatted) {
                   return formatted && fields_use(formatted->values, name);
               };
               return has_placeholder(fault.containing, name) || has_placeholder(fault.detail.text, name) ||
                      has_placeholder(fault.detail.until.containing, name) || says(fault.formatted) ||
                      says(fault.detail.until.formatted);
           });
}

// What patterns capture, wherever they stand: for a text that uses it too early.
void find_captures(const Value& value, Scope& scope) {
    for (const ValuePtr& item : value.items) find_captures(*item, scope);
    for (const Entry& entry : value.entries) {
        if (entry.key == "like" && entry.value->kind == Value::Kind::text)
            for (const std::string& name : pattern_names(entry.value->text))
                scope.will_capture(name, entry.value->where.line);
        find_captures(*entry.value, scope);
    }
}

}  // namespace

model::CaseSpec read_case(const Section& section, const model::ProgramSpec& program, bool is_known,
                          const CaseNames& known) {
    model::CaseSpec one;
    one.line = section.line();
    // What a program is may be wrong in the spec; then nothing is held against the cases for it.
    const Transport transport = is_known ? Transport(program.transport) : std::nullopt;
    section.read("title", one.title);
    section.read("section", one.section);
    section.read("hint", one.hint);
    section.read("level", one.level);
    section.read("points", one.points);
    section.read("visibility", one.is_hidden);
    section.read("host", one.on_another_host);
    if (const auto id = section.find("id")) one.id = read_id(*id, known.earlier);
    if (const auto needs = section.find("needs")) one.needs = read_needs(*needs, one, known.earlier);
    if (const auto ports = section.find("ports")) one.ports = read_ports(*ports);
    if (const auto interfaces = section.find("interfaces"))
        for (const Section& item : interfaces->items()) one.interfaces.push_back(item.number().value_or(0));
    if (is_known && section.has("host") && only_listens(program.role))
        section.find("host")->key_problem(
            fmt::format("a {} program is called: its peers say where they call from, as in 'connect: {{ "
                        "from: another-host }}'",
                        to_string(program.role)));

    const std::optional<Section> vary = section.find("vary");
    if (vary) one.vary = read_vary(*vary);
    std::vector<std::string> names;
    for (const auto& [name, values] : one.vary) names.push_back(name);
    Scope scope(one.vary);
    scope.set_formats(&known.formats);
    know(known.values, scope);
    know_peers(program.calls, scope);
    one.values = known.values;
    if (const auto values = section.find("values")) {
        const std::vector<model::ValueRule> its = read_values(*values, scope);
        one.values.insert(one.values.end(), its.begin(), its.end());
        if (known.roles != nullptr) values->key_problem("a pair says nothing itself, and so needs no values");
    }
    one.files = known.files;
    tell(known.files, scope);
    for (const model::ValueRule& value : known.values)
        if (arguments_have(program, value.name)) scope.tell(value.name);
    if (const auto files = section.find("files")) {
        one.files = joined(known.files, read_files_given(*files, scope));
        if (known.roles != nullptr) files->key_problem("the programs of a pair are given no files");
    }
    if (const auto message = section.find("message"))
        one.message = read_given_message(*message, program, scope);
    else if (program.message)
        for (const model::ValueRule& value : known.values)
            if (message_uses(*program.message, value.name)) scope.tell(value.name);
    // Each program of a pair is given its own.
    if ((one.message || program.message) && known.roles == nullptr) scope.add("message", {});
    std::vector<model::Field> fields = known.fields;
    if (const auto map = section.find("fields")) fields = read_fields(*map, known.fields);
    if (const auto list = section.find("faults")) {
        one.faults = read_faults(*list, {&known.faults, &names, &fields, known.roles, &scope});
        if (transport == model::Transport::tcp)
            list->key_problem(
                known.roles ? "faults hit datagrams, and these programs use tcp"
                            : "faults hit datagrams, and this program's transport is tcp: what goes wrong "
                              "there, its peers do, such as 'reset' (`sockgrade list faults` shows them)");
    }
    std::vector<ReadStep> steps;
    if (const auto list = section.find("steps")) {
        find_captures(list->value(), scope);
        if (known.begin) find_captures(known.begin->value(), scope);
        steps = read_steps(*list, {transport, scope, fields, known.begin, known.roles});
    }
    refuse_unused_captures(scope);
    one.names_message = scope.is_used("message");
    for (const ReadStep& step : steps) one.steps.push_back(step.step);

    // What follows looks at a case as a whole: with a mistake in it, it would only find more of the same.
    if (!section.is_sound()) return one;
    for (const std::string& name : names)
        if (!case_uses(one, name)) vary->problem(fmt::format("no message uses {{{}}}", name));
    if (!is_known || steps.empty()) return one;
    // A pair has to make sense as a case of the program that dials: it is the one that is met.
    model::CaseSpec met = one;
    if (known.roles) {
        if (!one.vary.empty()) vary->key_problem("a pair has no variants: write a case for each");
        met.steps = telling::dialling_steps(one.steps, *known.roles);
        std::erase_if(steps, [&](const ReadStep& read) {
            return read.step.actor == known.roles->listening && telling::is_asked_of_actor(read.step.action);
        });
        for (std::size_t i = 0; i < steps.size(); ++i) steps[i].step = met.steps[i];
    }
    check_story(section, steps, met, program);
    if (const auto list = section.find("faults"); list && section.is_sound())
        check_losses(*list, met, program, known.faults);
    return one;
}

}  // namespace sockgrade::spec
