#include "grading/session.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "checks/check.hh"
#include "checks/given_use.hh"
#include "checks/judge.hh"
#include "grading/form_trial.hh"
#include "grading/typed_order.hh"
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

}  // namespace

std::string read_file_of(const std::string& spec_file, const std::string& path) {
    const std::size_t slash = spec_file.rfind('/');
    const std::string full =
        path.starts_with('/') || slash == std::string::npos ? path : spec_file.substr(0, slash + 1) + path;
    std::ifstream file(full, std::ios::binary);
    if (!file) throw UsageError(fmt::format("{}: can't read the file '{}' that it names", spec_file, full));
    return {std::istreambuf_iterator<char>(file), {}};
}

Session::Session(const model::Spec& spec, const run::Submission& submission, const GradeOptions& options)
    : spec_(spec),
      submission_(submission),
      options_(options),
      notes_(options.so_far.notes),
      lost_(spec, options.runs.place.slowness) {
    for (const model::CaseResult& one : options.so_far.cases) {
        if (one.transcripts.empty()) continue;
        form_ = one.transcripts.front().plan.given.forms;
        form_is_known_ = true;
        typed_order_ = one.transcripts.front().plan.given.typed_order;
    }
}

std::vector<model::Plan> Session::plans_of(const std::string& case_id, const Form& form,
                                           const plan::Only& only) const {
    plan::PlanOptions options;
    options.only = only;
    options.seed = options_.seed;
    options.case_id = case_id;
    options.arguments = options_.arguments.has_value() ? options_.arguments : form;
    options.typed_order = typed_order_;
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

bool Session::find_another_form(const model::Transcript& seen) {
    const std::string& first_case = spec_.cases.front().id;
    const bool is_first = seen.plan.case_id == first_case && options_.only.is_everything();
    if (!is_first && checks::use_of_given(seen).all() && !died_at_once(seen)) return false;
    const auto plan_with = [&](const Form& form) { return plans_of(first_case, form, {}).front(); };
    std::optional<model::Transcript> run_now;
    if (!is_first)
        run_now = run_plans(std::vector{plan_with(std::nullopt)}, submission_, options_.runs, &lost_).front();
    const model::Transcript& first = is_first ? seen : *run_now;
    const auto found = find_form(
        spec_.program, first, [&] { return goes_well(first); },
        [&](const std::vector<plan::Form>& forms) {
            std::vector<model::Plan> plans;
            for (const plan::Form& form : forms) plans.push_back(beginning_of(plan_with(form)));
            return run_trials(plans, submission_, options_.runs, lost_);
        });
    if (!found.has_value()) return false;
    lost_.forget();
    form_ = found->form;
    control_.reset();
    add_once(notes_, found->note);
    return true;
}

bool Session::goes_well(model::Transcript transcript) {
    if (checks::needs_control(transcript))
        transcript.events.push_back({transcript.events.size() + 1, 0, control_for(transcript)});
    return checks::judge(transcript).verdict != model::Verdict::failed;
}

const model::event::Control& Session::control_for(const model::Transcript& transcript) {
    if (!control_.has_value()) {
        const std::vector<model::Plan> plans{plan::control_of(transcript.plan)};
        control_ = checks::control_event(run_plans(plans, submission_, options_.runs, &lost_).front());
    }
    return *control_;
}

bool Session::find_typed_order(const model::CaseSpec& one, const model::Transcript& so_far) {
    if (!typed_order_.empty()) return false;
    typed_order_ = grading::find_typed_order(
        so_far, [&](const std::vector<std::string>& order) -> std::optional<model::Transcript> {
            typed_order_ = order;
            const std::vector<model::Plan> first{plans_of(wanted(one), form_, options_.only).front()};
            const auto tried = run_trials(first, submission_, options_.runs, lost_);
            if (tried.empty()) return std::nullopt;
            return tried.front();
        });
    if (typed_order_.empty()) return false;
    lost_.forget();
    add_once(notes_, note_of_typed_order(typed_order_));
    return true;
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
void Session::note_the_course(const std::vector<model::Transcript>& transcripts) {
    for (const model::Transcript& transcript : transcripts) {
        for (const auto* asked : transcript.all<event::NameAsked>())
            if (!asked->host.empty()) add_once(notes_, note_of(*asked));
        const auto* real = transcript.first<event::RealTime>();
        if (real == nullptr) continue;
        add_once(notes_, note_of(*real));
    }
    if (const std::string cut = lost_.note(); !cut.empty()) add_once(notes_, cut);
}

void Session::add_control(std::vector<model::Transcript>& transcripts) {
    for (model::Transcript& transcript : transcripts) {
        if (!checks::needs_control(transcript)) continue;
        const event::Control& control = control_for(transcript);
        if (!std::exchange(has_noted_its_own_, true)) note_what_is_its_own(transcript);
        transcript.events.push_back({transcript.events.size() + 1,
                                     transcript.events.empty() ? 0 : transcript.events.back().at_us,
                                     control});
    }
}

std::vector<model::Transcript> Session::run(const std::vector<model::Plan>& plans) {
    std::vector<model::Transcript> transcripts = run_plans(plans, submission_, options_.runs, &lost_);
    add_control(transcripts);
    note_the_course(transcripts);
    return transcripts;
}

std::map<std::string, std::vector<model::Transcript>> Session::run(
    const std::vector<const model::CaseSpec*>& cases) {
    std::vector<model::Transcript> transcripts =
        run_plans(plans_of(cases), submission_, options_.runs, &lost_);
    if (!form_is_known_ && (find_typed_order(*cases.front(), transcripts.front()) ||
                            (!options_.arguments.has_value() && find_another_form(transcripts.front()))))
        transcripts = run_plans(plans_of(cases), submission_, options_.runs, &lost_);
    form_is_known_ = true;
    add_control(transcripts);
    note_the_course(transcripts);
    std::map<std::string, std::vector<model::Transcript>> by_case;
    for (model::Transcript& transcript : transcripts)
        by_case[transcript.plan.case_id].push_back(std::move(transcript));
    return by_case;
}

}  // namespace sockgrade::grading
