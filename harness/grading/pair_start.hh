// How two programs that talk to each other are started: in which form each takes its arguments, what it is
// typed, and at which port they meet.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "grading/form_trial.hh"
#include "model/pair.hh"
#include "model/spec.hh"

namespace sockgrade::grading {

struct PairStart {
    // Of the program that dials and of the one that listens, as in Spec::halves.
    std::array<std::optional<plan::Form>, 2> forms{};  // none: the usual one
    std::array<std::vector<std::string>, 2> typed_orders{};
    std::uint16_t port = 0;  // that one of them has written in, and the other is told; 0: one of ours

    // What is known from a run of theirs.
    static PairStart of(const model::Transcript& dialling, const model::Transcript& listening);
};

class PairStartSearch {
  public:
    using Run = std::function<std::vector<model::PairTranscript>(const std::vector<PairStart>&)>;
    struct Runs {
        Run whole;
        Run trials;  // cut; fewer than were asked for, or none, when too much has been lost in them
    };

    // `goes_well`: both of them do what they should.
    PairStartSearch(const model::Spec& spec, PairStart known, Runs runs,
                    std::function<bool(model::PairTranscript)> goes_well);

    // The listening program first: the other one is not started before that listens.
    void find_all();
    // Who has a port written in is met there by one that takes it: that is how people start them.
    void follow_a_port();

    const PairStart& found() const { return start_; }
    const std::vector<std::string>& notes() const { return notes_; }

  private:
    const model::PairTranscript& pair();  // as they are started so far
    void change(PairStart start);
    void find_typed_order_of(model::Half half);
    void find_form_of(model::Half half);
    bool meet_at(std::uint16_t port);
    void note(model::Half half, const std::string& text);

    const model::Spec& spec_;
    PairStart start_;
    Runs runs_;
    std::function<bool(model::PairTranscript)> goes_well_;
    std::optional<model::PairTranscript> pair_;
    std::vector<std::string> notes_;
};

}  // namespace sockgrade::grading
