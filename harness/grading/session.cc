#include "grading/session.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "base/error.hh"
#include "base/text.hh"
#include "checks/check.hh"
#include "checks/judge.hh"
#include "plan/plan.hh"

namespace sockgrade::grading {

namespace event = model::event;

namespace {

// Ports that people write down: a number whose bytes are swapped is hardly ever one of them.
bool is_written_by_people(std::uint16_t port) {
    static constexpr std::array<std::uint16_t, 10> kUsual = {1234, 4444, 5555, 6789, 7777,
                                                             7891, 8080, 8888, 9876, 12345};
    constexpr std::uint16_t kLeast = 1024;
    return (port >= kLeast && port % 1000 == 0) ||
           std::find(kUsual.begin(), kUsual.end(), port) != kUsual.end();
}

std::string meant_otherwise(std::uint16_t port) {
    const std::uint16_t swapped = model::swap_bytes(port);
    if (is_written_by_people(port) || !is_written_by_people(swapped)) return "";
    return fmt::format(
        " ({} is {} with its two bytes swapped: if {} is what the source says, htons() is missing)", port,
        swapped, swapped);
}

std::string as_written(const std::vector<std::string>& arguments) {
    return arguments.empty() ? "no arguments" : fmt::format("the arguments {}", fmt::join(arguments, " "));
}

}  // namespace

bool died_at_once(const model::Transcript& transcript) {
    if (transcript.first<event::SocketCall>() != nullptr) return false;
    const auto* ended = transcript.first<event::Ended>();
    return ended != nullptr && (ended->termination.how == model::Termination::How::exited ||
                                ended->termination.how == model::Termination::How::signaled);
}

bool gave_up_at_once(const model::Transcript& transcript) {
    return died_at_once(transcript) &&
           transcript.first<event::Ended>()->termination.how == model::Termination::How::exited;
}

std::size_t form_of(const model::ProgramSpec& program, const model::Plan& plan) {
    const auto found = std::find(program.otherwise.begin(), program.otherwise.end(), plan.given.forms);
    return found == program.otherwise.end() ? 0
                                            : static_cast<std::size_t>(found - program.otherwise.begin()) + 1;
}

std::string another_form(const model::ProgramSpec& program, std::size_t form) {
    return fmt::format("it ended at once when it was started with {}, so it was started with {}",
                       as_written(program.arguments), as_written(program.otherwise.at(form - 1)));
}

std::string read_file_of(const std::string& spec_file, const std::string& path) {
    const std::size_t slash = spec_file.rfind('/');
    const std::string full =
        path.starts_with('/') || slash == std::string::npos ? path : spec_file.substr(0, slash + 1) + path;
    std::ifstream file(full, std::ios::binary);
    if (!file) throw UsageError(fmt::format("{}: can't read the file '{}' that it names", spec_file, full));
    return {std::istreambuf_iterator<char>(file), {}};
}

Session::Session(const model::Spec& spec, const run::Submission& submission, const GradeOptions& options)
    : spec_(spec), submission_(submission), options_(options), notes_(options.so_far.notes) {
    for (const model::CaseResult& one : options.so_far.cases) {
        if (one.transcripts.empty()) continue;
        form_ = form_of(spec.program, one.transcripts.front().plan);
        form_is_known_ = true;
    }
}

std::vector<model::Plan> Session::plans_of(const std::string& case_id, std::size_t form,
                                           const plan::Only& only) const {
    plan::PlanOptions options;
    options.only = only;
    options.seed = options_.seed;
    options.case_id = case_id;
    options.arguments = options_.arguments;
    options.form = form;
    options.quiescence = options_.quiescence;
    options.read_file = [this](const std::string& path) { return read_file_of(spec_.file, path); };
    options.real_time = options_.real_time;
    return plan::plan_cases(spec_, options);
}

model::Plan Session::plan_of(const std::string& full_id, const plan::Only& only) const {
    return plans_of(full_id, form_, only).front();
}

const std::string& Session::wanted(const model::CaseSpec& one) const {
    return options_.case_id.starts_with(one.id + '/') ? options_.case_id : one.id;
}

std::vector<model::Plan> Session::plans_of(const std::vector<const model::CaseSpec*>& cases) const {
    std::vector<model::Plan> plans;
    for (const model::CaseSpec* one : cases) {
        std::vector<model::Plan> variants = plans_of(wanted(*one), form_, options_.only);
        std::move(variants.begin(), variants.end(), std::back_inserter(plans));
    }
    return plans;
}

bool Session::find_another_form(const model::CaseSpec& one) {
    for (std::size_t form = 1; form < plan::forms_of(spec_); ++form) {
        const std::vector<model::Plan> first{plans_of(wanted(one), form, options_.only).front()};
        if (died_at_once(run_plans(first, submission_, options_.runs).front())) continue;
        form_ = form;
        add_once(notes_, another_form(spec_.program, form));
        return true;
    }
    return false;
}

void Session::note_what_is_its_own(const model::Transcript& transcript) {
    const auto used = checks::address_used(transcript);
    if (used.has_value() && control_->used == used && used->port != transcript.plan.given.address.port)
        add_once(notes_, fmt::format("it has the address {} written in, and was met there{}",
                                     model::to_string(*used), meant_otherwise(used->port)));
    const auto sent = checks::first_sent(transcript);
    if (sent.has_value() && !sent->empty() && control_->sent == sent)
        add_once(notes_, fmt::format("it sends a text of its own: {}", quote(*sent, 60)));
}

// The first of its cases stands for all that have the same reason.
void Session::note_real_time(const std::vector<model::Transcript>& transcripts) {
    for (const model::Transcript& transcript : transcripts) {
        const auto* real = transcript.first<event::RealTime>();
        if (real == nullptr) continue;
        add_once(notes_, note_of(*real));
    }
}

void Session::add_control(std::vector<model::Transcript>& transcripts) {
    for (model::Transcript& transcript : transcripts) {
        if (!checks::needs_control(transcript)) continue;
        if (!control_.has_value()) {
            const std::vector<model::Plan> plans{plan::control_of(transcript.plan)};
            control_ = checks::control_event(run_plans(plans, submission_, options_.runs).front());
            note_what_is_its_own(transcript);
        }
        transcript.events.push_back({transcript.events.size() + 1,
                                     transcript.events.empty() ? 0 : transcript.events.back().at_us,
                                     *control_});
    }
}

std::vector<model::Transcript> Session::run(const std::vector<model::Plan>& plans) {
    std::vector<model::Transcript> transcripts = run_plans(plans, submission_, options_.runs);
    add_control(transcripts);
    note_real_time(transcripts);
    return transcripts;
}

std::map<std::string, std::vector<model::Transcript>> Session::run(
    const std::vector<const model::CaseSpec*>& cases) {
    std::vector<model::Transcript> transcripts = run_plans(plans_of(cases), submission_, options_.runs);
    if (!form_is_known_ && !options_.arguments.has_value() && gave_up_at_once(transcripts.front()) &&
        find_another_form(*cases.front()))
        transcripts = run_plans(plans_of(cases), submission_, options_.runs);
    form_is_known_ = true;
    add_control(transcripts);
    note_real_time(transcripts);
    std::map<std::string, std::vector<model::Transcript>> by_case;
    for (model::Transcript& transcript : transcripts)
        by_case[transcript.plan.case_id].push_back(std::move(transcript));
    return by_case;
}

}  // namespace sockgrade::grading
