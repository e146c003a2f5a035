// What became of numbered lines that have to be acknowledged: for diagnoses of senders that send again, and
// of receivers that acknowledge. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "diagnoses/diagnosis.hh"

namespace sockgrade::diagnoses {

// One line on its way, as a datagram, and its acknowledgement on the way back.
struct Line {
    std::string datagram;
    std::string text;             // without its number
    std::string acknowledgement;  // the right one
    // Event numbers, copies too.
    std::vector<std::size_t> sent{};          // by its sender, lost or not
    std::vector<std::size_t> delivered{};     // to its receiver
    std::vector<std::size_t> acknowledged{};  // the right acknowledgement, as it was sent
    std::vector<std::size_t> confirmed{};     // the right acknowledgement, where it was delivered
    std::vector<std::size_t> lost{};          // faults that took a copy of it, or of its acknowledgement

    // Something is still open: sent, and never acknowledged to its sender.
    bool is_open() const { return !sent.empty() && confirmed.empty(); }
};

// The lines that a sender under test has to get to its receiver; none when the case is about something else.
std::vector<Line> lines_to_send(const Failure& failure);
// The lines that the peers of a receiver under test send until they are acknowledged.
std::vector<Line> lines_to_acknowledge(const Failure& failure);

// The datagram from the program that the finding is about; nothing when it is about none, or several.
struct Datagram {
    std::string bytes;
    std::size_t number = 0;
};
std::optional<Datagram> wrong_datagram(const Failure& failure);

// A line that a sender has left open: the last one sent before it went on, stopped or ended.
struct OpenLine {
    Line line;
    std::size_t position = 0;  // among the lines
    std::size_t next = 0;      // the event in which a later line was sent; 0: none was
    std::size_t other_answer =
        0;  // an acknowledgement with another number that had come since its turn began
    std::string other_bytes{};
};
std::optional<OpenLine> open_line(const Failure& failure);

// `its first copy was lost`, `the acknowledgement was lost`.
std::string what_was_lost(const Failure& failure, const Line& line);
std::string times_in_words(std::size_t count);

}  // namespace sockgrade::diagnoses
