#include <fmt/format.h>

#include "base/placeholder.hh"
#include "base/text.hh"
#include "plan/print.hh"
#include "telling/fault.hh"
#include "telling/step.hh"

namespace sockgrade::plan {

namespace {

constexpr std::size_t kColumns = 80;

class Page {
  public:
    // A paragraph; `mark` stands before its first line only.
    void add(const std::string& text, std::size_t indent = 0, const std::string& mark = "") {
        std::string before = std::string(indent, ' ') + mark;
        for (const std::string& line : wrap(text, kColumns - before.size())) {
            text_ += before + line + '\n';
            before.assign(before.size(), ' ');
        }
    }
    void gap() { text_ += '\n'; }
    std::string text() && { return std::move(text_); }

  private:
    std::string text_;
};

// As a manual writes it: program HOST PORT.
std::string command(const std::vector<std::string>& arguments) {
    std::string text = "`program";
    for (const std::string& argument : arguments)
        text += ' ' + fill_placeholders(argument, [](const std::string& name) -> std::optional<std::string> {
                    std::string capitals = ascii_capitals(name);
                    return capitals;
                });
    return text + '`';
}

std::vector<std::string> as_texts(const std::vector<std::size_t>& numbers) {
    std::vector<std::string> texts;
    for (const std::size_t number : numbers) texts.push_back(std::to_string(number));
    return texts;
}

std::string_view address_rule(const model::ProgramSpec& program) {
    switch (program.address) {
        case model::AddressRule::any:
            return "An address of its own choice is followed";
        case model::AddressRule::given:
            return "It must use the address that it is given";
        case model::AddressRule::given_host:
            return "It must use the host that it is given; a port of its own choice is followed";
    }
    return {};
}

void add_program(Page& page, const model::ProgramSpec& program, std::string_view which = "The program") {
    if (program.role == model::Role::tool)
        page.add(fmt::format("{} is started as {}.", which, command(program.arguments)));
    else
        page.add(fmt::format("{} is a {} {}, started as {}.", which,
                             program.transport == model::Transport::tcp ? "TCP" : "UDP",
                             to_string(program.role), command(program.arguments)));
    if (!program.otherwise.empty()) {
        std::vector<std::string> forms;
        for (const std::vector<std::string>& form : program.otherwise) forms.push_back(command(form));
        page.add(fmt::format("If it ends before it has opened a socket, it is started as {}.",
                             list_of(forms, "or")));
    }
    if (program.role != model::Role::tool) page.add(fmt::format("{}.", address_rule(program)));
    if (!program.calls.empty())
        page.add(fmt::format("{} calls {}, which listen{} at a port that each run chooses.", which,
                             list_of(program.calls), program.calls.size() == 1 ? "s" : ""));
    if (program.retries > 0)
        page.add(fmt::format("A message that is not answered is sent again, {} at least.",
                             count_of(program.retries, "time")));
    if (program.message)
        page.add(fmt::format("It is given the message {}.", telling::describe(*program.message)));
}

// Of a pair, the program that a case is seen from is the one that dials; it has a name.
std::string by_name(std::string text, const model::Spec& spec) {
    if (!spec.is_pair()) return text;
    for (const std::string_view the : {"the program", "The program"})
        for (std::size_t at = 0; (at = text.find(the, at)) != std::string::npos;)
            text.replace(at + 4, the.size() - 4, to_string(spec.program.role));
    return text;
}

void add_case(Page& page, const model::CaseSpec& one, const model::Spec& spec) {
    page.add(fmt::format("{}: {}", one.id, one.title));
    std::string worth =
        fmt::format("{}, {}", to_string(one.level), count_of(static_cast<std::size_t>(one.points), "point"));
    if (!one.section.empty()) worth += fmt::format("; in the handout: {}", one.section);
    page.add(worth, 4);
    if (!one.needs.empty()) page.add(fmt::format("Skipped when {} fails.", one.needs), 4);
    for (const auto& [name, values] : one.vary)
        page.add(fmt::format("Runs once for each {}: {}.", name, list_of(values)), 4);
    if (one.message)
        page.add(by_name(fmt::format("The program is given the message {}.", telling::describe(*one.message)),
                         spec),
                 4);
    if (one.ports.count > 0)
        page.add(fmt::format("Of {} ports in a row {} listen, the first and the last among them; so do the "
                             "ports right before and right behind.",
                             one.ports.count, one.ports.listening),
                 4);
    if (!one.interfaces.empty())
        page.add(fmt::format("Beside loopback the machine has {}, with {} IPv4 addresses.",
                             count_of(one.interfaces.size(), "network interface"),
                             list_of(as_texts(one.interfaces))),
                 4);
    if (one.on_another_host)
        page.add("The host that the program is given is another computer's address, not 127.0.0.1.", 4);
    for (const model::FileGiven& file : one.files)
        page.add(fmt::format("In the program's folder lies the file {}: {}.", quote(file.path),
                             telling::describe(file.content)),
                 4);
    for (std::size_t i = 0; i < one.steps.size(); ++i)
        page.add(by_name(telling::describe(one.steps[i]), spec), 4, fmt::format("{}. ", i + 1));
    for (const model::FaultRule& fault : one.faults)
        page.add(by_name(fmt::format("The network will {}.", telling::in_words(fault)), spec), 4);
    if (!one.hint.empty()) page.add(fmt::format("Hint: {}", one.hint), 4);
}

}  // namespace

std::string explain(const model::Spec& spec) {
    Page page;
    page.add(fmt::format("{}: {}", spec.exercise, spec.title));
    page.gap();
    if (!spec.is_pair()) add_program(page, spec.program);
    for (const model::Spec& half : spec.halves)
        add_program(page, half.program, fmt::format("The program of {}", half.exercise));
    for (const model::CaseSpec& one : spec.cases) {
        page.gap();
        add_case(page, one, spec);
    }
    return std::move(page).text();
}

}  // namespace sockgrade::plan
