// Types on the program's standard input, a line at a time, when the program waits for one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "model/plan.hh"
#include "run/input_prompt.hh"
#include "run/subject.hh"

namespace sockgrade::run {

class Typist {
  public:
    Typist(Subject& program, const model::Plan& plan);

    // Answers what the program's last prompt asks for: the host, the port, or the message. Where it does not
    // ask, what has not been said yet. False when there is nothing (more) to say.
    bool type_a_line();

    // The same, but for a question whether to go on.
    bool type_what_is_asked_for();

    // Says no where the program asks whether to go on. False when it does not ask that.
    bool decline();

  private:
    Question next_question();
    bool answer(const Question& question);
    std::string answer_of(Asked asked, const Question& question);
    std::deque<Asked> unsaid(const Question& question) const;
    std::uint16_t port_for(std::string_view prompt);
    void type(const std::string& line, const std::string& as, const Question& question);

    Subject& program_;
    const model::Plan& plan_;
    const model::Given& given_;
    bool listens_;  // and nothing else
    std::size_t lines_ = 0;
    bool host_is_known_ = false;
    bool message_is_known_ = false;
    std::size_t ports_ = 0;  // that were asked for
    std::size_t output_seen_ = 0;
    std::string last_typed_;
    std::deque<Asked> still_asked_;  // by a prompt that asked for more than what was answered
    std::size_t without_prompt_ = 0;
};

}  // namespace sockgrade::run
