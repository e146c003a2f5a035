// The program as a story sees it beside its sockets. One that we started is a Program; one that somebody runs
// by hand shows and takes nothing (by_hand/).
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/event.hh"

namespace sockgrade::run {

class Subject {
  public:
    Subject() = default;
    Subject(const Subject&) = delete;
    Subject& operator=(const Subject&) = delete;
    virtual ~Subject() = default;

    virtual bool first_process_ended() const = 0;
    // It used up too much of something, and what: "output", "memory" or "socket-memory".
    virtual std::optional<model::event::Flooded> flooded() const = 0;
    virtual const std::string& printed() const = 0;  // all of it that has been read
    // What lies at this path below its folder, and at most so many bytes of it.
    virtual model::event::FileSeen file(const std::string& path, std::size_t most) const = 0;
    virtual void read_output() = 0;  // all that it has printed until now

    virtual void type(const model::event::Typed& line) = 0;  // on its standard input
    virtual void close_input() = 0;
    virtual bool input_is_open() const = 0;
    virtual bool input_is_read() const = 0;  // nothing of what was typed is left
};

}  // namespace sockgrade::run
