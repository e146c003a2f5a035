// The runs of one program in one exercise: which form of arguments it takes, which cases follow which, and
// the control run that shows what is the program's own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "grading/grade.hh"

namespace sockgrade::grading {

// Did the program end by itself before it had done anything with a socket?
bool gave_up_at_once(const model::Transcript& transcript);
// The same, or it crashed: as one does that misses an argument.
bool died_at_once(const model::Transcript& transcript);

// Which form of arguments the program was started with, in a run like that.
std::size_t form_of(const model::ProgramSpec& program, const model::Plan& plan);

// "it ended at once when it was started with ..., so it was started with ...".
std::string another_form(const model::ProgramSpec& program, std::size_t form);

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
    std::vector<model::Plan> plans_of(const std::string& case_id, std::size_t form,
                                      const plan::Only& only) const;
    // The one variant of the case that was asked for, or the case.
    const std::string& wanted(const model::CaseSpec& one) const;
    std::vector<model::Plan> plans_of(const std::vector<const model::CaseSpec*>& cases) const;
    // A form of arguments that makes the program end before it has done anything with a socket is not the one
    // that it takes, if another is. True when another was found.
    bool find_another_form(const model::CaseSpec& one);
    void add_control(std::vector<model::Transcript>& transcripts);
    void note_real_time(const std::vector<model::Transcript>& transcripts);
    void note_what_is_its_own(const model::Transcript& transcript);

    const model::Spec& spec_;
    const run::Submission& submission_;
    const GradeOptions& options_;
    std::size_t form_ = 0;
    bool form_is_known_ = false;
    std::vector<std::string> notes_;
    std::optional<model::event::Control> control_;
};

}  // namespace sockgrade::grading
