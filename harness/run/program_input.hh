// What the program reads: a pseudo-terminal for its standard input, as students have it at home. Only there
// does C show a prompt without a line end before it reads.
//
// Theory. The terminal is apart from the one for output, so that neither changes the other's modes. It shows
// nothing of what is typed (no echo), sends no signals, and is nobody's controlling terminal. It hands over
// line by line, since only so it knows an end of input that can be typed (VEOF): the end of our side would be
// an error (EIO) for a program that waits in read(), and would take along what it has not read yet. Bytes
// that mean something to the terminal are quoted (VLNEXT); a line that is too long for it is handed over in
// parts. A program may have switched all this off, to edit lines by itself: then bytes go in as they are.
#pragma once

#include <cstddef>
#include <string>

#include "system/fd.hh"

namespace sockgrade::run {

class ProgramInput {
  public:
    ProgramInput();

    int terminal() const { return slave_.get(); }  // to be the program's descriptor 0
    void program_has_started() { slave_.reset(); }

    void type(const std::string& bytes);
    // The end of input lasts: whoever reads again is told so again.
    void end();
    bool is_open() const { return !ended_; }

    // To be called from time to time: a terminal takes some kilobytes at once, and forgets that the input has
    // ended.
    void go_on();

    // Nothing of what was typed is left to be read.
    bool is_read() const { return unsent_.empty() && !holds_something(); }

  private:
    bool hands_over_lines() const;
    bool holds_something() const;
    void send();

    system::Fd master_;
    system::Fd slave_;
    system::Fd watch_;    // an open file of its own, to look at the terminal from the program's side
    std::string unsent_;  // keys that the terminal had no room for
    bool ended_ = false;
    std::size_t ends_ = 1;  // typed at a time
};

}  // namespace sockgrade::run
