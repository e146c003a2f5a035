// What students' programs print, in their own words, against the specs as they are: a file of tests/wordings
// for each exercise, with a line for each wording. See tests/wordings/README.md.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/text.hh"
#include "checks/check.hh"
#include "faults/fault.hh"
#include "plan/plan.hh"
#include "spec/load.hh"
#include "tests/support/places.hh"
#include "wording/wanted.hh"

namespace sockgrade::wording {
namespace {

namespace event = model::event;

struct Wording {
    std::string case_id;
    bool is_right = false;
    std::string text;
    std::size_t line = 0;
};

std::string unescaped(const std::string& text) {
    const std::map<char, char> kEscapes = {
        {'n', '\n'}, {'r', '\r'}, {'t', '\t'}, {'e', '\x1b'}, {'\\', '\\'}};
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto escape =
            text[i] == '\\' && i + 1 < text.size() ? kEscapes.find(text[i + 1]) : kEscapes.end();
        out += escape == kEscapes.end() ? text[i] : escape->second;
        if (escape != kEscapes.end()) ++i;
    }
    return out;
}

std::vector<Wording> wordings_in(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::vector<Wording> all;
    std::string case_id;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.starts_with("case: ")) case_id = line.substr(6);
        const bool right = line.starts_with("right: ");
        if (!right && !line.starts_with("wrong: ")) continue;
        all.push_back({case_id, right, unescaped(line.substr(7)), number});
    }
    return all;
}

// What the case has drawn from its seed: {1} is the first message, {port 1} the first port that listens.
class Drawn {
  public:
    explicit Drawn(const model::Plan& plan) {
        for (const model::Step& step : plan.steps)
            if (const auto* prints = std::get_if<model::Prints>(&step.action))
                prints_reports_ = prints_reports_ || is_about_reports(prints->pattern);
        for (const model::Step& step : plan.steps)
            if (const auto* send = std::get_if<model::Send>(&step.action))
                for (const model::Message& message : send->messages) {
                    const std::string& text = message.as.empty() ? message.bytes : message.content;
                    texts_.emplace_back(trim_line_end(text));
                }
        for (std::size_t i = 0; i < texts_.size(); ++i)
            values_["{" + std::to_string(i + 1) + "}"] = texts_[i];
        const auto& ports = plan.given.ports;
        for (std::size_t i = 0; i < ports.listening.size(); ++i)
            values_["{port " + std::to_string(i + 1) + "}"] = std::to_string(ports.listening[i]);
        values_["{first}"] = std::to_string(ports.first);
        values_["{last}"] = std::to_string(ports.last);
        for (std::uint16_t port = ports.last; port > ports.first; --port)
            if (std::find(ports.listening.begin(), ports.listening.end(), port) == ports.listening.end())
                values_["{closed}"] = std::to_string(port);
        std::size_t count = 0;
        for (const model::Interface& one : plan.interfaces)
            for (const std::string& address : one.addresses)
                values_["{address " + std::to_string(++count) + "}"] = address;
    }

    // Where reports are judged, the messages themselves are printed before them, as the case asks.
    std::string filled_in(std::string text) const {
        if (prints_reports_ && text.find("{1}") == std::string::npos) {
            std::string all;
            for (const std::string& one : texts_) all += one + "\n";
            text = all + text;
        }
        for (const auto& [name, value] : values_)
            for (std::size_t at = text.find(name); at != std::string::npos;
                 at = text.find(name, at + value.size()))
                text.replace(at, name.size(), value);
        return text;
    }

  private:
    std::vector<std::string> texts_;
    std::map<std::string, std::string> values_;
    bool prints_reports_ = false;
};

// Everything comes, and then the program prints, in the first step that asks for it.
model::Transcript story(const model::Plan& plan, const std::string& output) {
    model::Transcript transcript;
    transcript.plan = plan;
    const auto happens = [&](event::What what) {
        transcript.events.push_back({transcript.events.size() + 1, 0, std::move(what)});
    };
    bool has_printed = false;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const model::Step& step = plan.steps[i];
        happens(event::StepBegan{i});
        if (const auto* send = std::get_if<model::Send>(&step.action))
            for (const model::Message& message : send->messages)
                happens(event::Sent{step.actor, message.bytes, plan.given.address});
        const auto* prints = std::get_if<model::Prints>(&step.action);
        if (prints != nullptr && prints->times != 0U && !std::exchange(has_printed, true))
            happens(event::Printed{false, output});
        happens(event::StepEnded{i, model::WaitEnd::satisfied, {}});
    }
    return transcript;
}

bool is_met(const model::Plan& plan, const std::string& output) {
    const model::Transcript transcript = story(plan, output);
    const checks::Reading reading(transcript.plan, transcript);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const auto* prints = std::get_if<model::Prints>(&plan.steps[i].action);
        if (prints == nullptr) continue;
        const checks::Question question{reading, plan.steps[i], *reading.step(i)};
        const model::Finding finding =
            prints->what == model::Prints::What::ports       ? prints_listening_ports(question)
            : prints->what == model::Prints::What::addresses ? prints_its_addresses(question)
                                                             : checks::prints(question, *prints);
        if (finding.status != model::Finding::Status::met) return false;
    }
    return true;
}

// As the command line makes them.
spec::NameSets known_names() {
    spec::NameSets names;
    names.faults.assign(faults::catalog().begin(), faults::catalog().end());
    return names;
}

class Wordings : public testing::TestWithParam<std::string> {};

TEST_P(Wordings, RightOnesPassAndWrongOnesDoNot) {
    const auto path = std::filesystem::path(in_source("tests/wordings")) / (GetParam() + ".txt");
    const model::Spec spec = spec::load_spec(in_source("specs/" + GetParam() + ".yaml"), known_names());
    std::map<bool, std::size_t> counts;
    for (const Wording& wording : wordings_in(path)) {
        plan::PlanOptions options;
        options.case_id = wording.case_id;
        const model::Plan plan = plan::plan_cases(spec, options).front();
        ++counts[wording.is_right];
        EXPECT_EQ(is_met(plan, Drawn(plan).filled_in(wording.text)), wording.is_right)
            << path.filename().string() << ":" << wording.line << ": "
            << (wording.is_right ? "right, and not taken for it: " : "wrong, and taken for right: ")
            << quote(wording.text, 400);
    }
    constexpr std::size_t kLeast = 30;
    EXPECT_GE(counts[true] + counts[false], kLeast);
    EXPECT_GT(counts[false], 0U);
}

std::vector<std::string> exercises() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(in_source("tests/wordings")))
        if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

INSTANTIATE_TEST_SUITE_P(Exercise, Wordings, testing::ValuesIn(exercises()), [](const auto& param) {
    std::string name = param.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace sockgrade::wording
