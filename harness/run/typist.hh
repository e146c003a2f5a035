// Types on the program's standard input, a line at a time, when the program waits for one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/plan.hh"
#include "run/input_prompt.hh"
#include "run/subject.hh"

namespace sockgrade::run {

class Typist {
  public:
    Typist(Subject& program, const model::Given& given) : program_(program), given_(given) {}

    // Answers what the program's last prompt asks for: the host, the port, or the message. False when there
    // is nothing (more) to say.
    bool type_a_line();

  private:
    Asked what_is_asked_now(std::string_view fresh) const;
    std::uint16_t port_for(std::string_view prompt);

    Subject& program_;
    const model::Given& given_;
    std::size_t lines_ = 0;
    bool host_is_known_ = false;
    std::size_t ports_ = 0;  // that were asked for
    std::size_t output_seen_ = 0;
};

}  // namespace sockgrade::run
