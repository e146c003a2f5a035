// The runs of one program in one exercise: which form of arguments it takes, which cases follow which, and
// the control run that shows what is the program's own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "grading/grade.hh"
#include "grading/time_lost.hh"

namespace sockgrade::grading {

// A file that a spec names: paths in it are relative to its folder. Throws UsageError.
std::string read_file_of(const std::string& spec_file, const std::string& path);

class Session {
  public:
    Session(const model::Spec& spec, const run::Submission& submission, const GradeOptions& options);

    // The transcripts of these cases' variants, by case id, with the control run's events where they matter.
    std::map<std::string, std::vector<model::Transcript>> run(
        const std::vector<const model::CaseSpec*>& cases);

    // The plan of one case, or of one variant ("long-message/size=1024"), and what is left of it.
    model::Plan plan_of(const std::string& full_id, const plan::Only& only) const;
    // The transcripts of such plans, in their order, with the control run's events where they matter.
    std::vector<model::Transcript> run(const std::vector<model::Plan>& plans);

    // About the program as a whole: other arguments than the usual ones, an address or a text of its own.
    const std::vector<std::string>& notes() const { return notes_; }

  private:
    using Form = std::optional<std::vector<std::string>>;  // of arguments; none: the usual one

    std::vector<model::Plan> plans_of(const std::string& case_id, const Form& form,
                                      const plan::Only& only) const;
    // The one variant of the case that was asked for, or the case.
    const std::string& wanted(const model::CaseSpec& one) const;
    std::vector<model::Plan> plans_of(const std::vector<const model::CaseSpec*>& cases) const;
    // Looks for the form in which the program takes its arguments; `seen`: how some case went with the usual
    // one. True when it is another. Whichever case that is, the spec's first one decides.
    bool find_another_form(const model::Transcript& seen);
    bool goes_well(model::Transcript transcript);
    const model::event::Control& control_for(const model::Transcript& transcript);
    // What to type for it, where it asks without saying for what. True when something else than before.
    bool find_typed_order(const model::CaseSpec& one, const model::Transcript& so_far);
    void add_control(std::vector<model::Transcript>& transcripts);
    // What was seen in these cases, and is to be told of the program as a whole.
    void note_the_course(const std::vector<model::Transcript>& transcripts);
    void note_what_is_its_own(const model::Transcript& transcript);

    const model::Spec& spec_;
    const run::Submission& submission_;
    const GradeOptions& options_;
    Form form_;
    bool form_is_known_ = false;
    std::vector<std::string> typed_order_;
    std::vector<std::string> notes_;
    std::optional<model::event::Control> control_;
    bool has_noted_its_own_ = false;
    TimeLost lost_;
};

}  // namespace sockgrade::grading
