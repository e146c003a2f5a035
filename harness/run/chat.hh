// The peer of a program that listens and dials.
//
// Theory. Two such programs may have one connection for both directions, one for each, or one for each line,
// and whoever comes first waits or tries again. Our peer goes along with all of it: it listens and it dials,
// keeps every connection that comes about, and hears the program on each of them. What it says goes out on
// the connection that came first; where the program does not read there, which its kernel tells, on the next
// one, and at last on one that it dials for that. So a line is said once to whoever reads, and no program has
// to be ready for more connections than its own protocol has.
//
// But two copies of a program must understand one another, and so our peer speaks as the program itself does.
// One that sends its lines on a connection that it keeps has to go on reading where it has read before: what
// its copy would lose is lost here too.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "model/step.hh"
#include "reference/tcp_connection.hh"
#include "run/waiting.hh"

namespace sockgrade::run {

class Stage;

class Chat {
  public:
    explicit Chat(Stage& stage) : stage_(stage) {}

    // It is started, where the program listens already: it dials, as a program of its kind would.
    Waited come(const std::string& actor, const model::Connect& connect);
    void say(const std::string& actor, const std::vector<std::string>& texts);
    Waited hear(const model::Expect& expect);
    Waited leave(const std::string& actor);

    // A line that is typed before there is anybody to send it to may be lost, and rightly.
    void wait_to_be_dialled();
    // A program that takes what comes up to the end of its connection for one line needs that end. False when
    // there is none to end.
    bool finish_a_connection();
    // By the program's clock, for as long as a chat takes: a program that looks again and again is never at
    // rest.
    Waited until_or_patience(const std::function<bool()>& satisfied, Due due = Due::something);

  private:
    bool program_keeps_its_connection() const;
    bool say_on(reference::TcpConnection& connection, const std::vector<std::string>& texts);
    reference::TcpConnection* dial(const std::string& actor, model::From from);
    void take_what_came();

    Stage& stage_;
    std::set<std::string> unread_;  // connections on which the program does not read
    std::string read_on_;           // the connection on which the program has last read what our peer said
    bool is_dialled_ = false;
};

}  // namespace sockgrade::run
