// How a peer puts bytes on a TCP connection, and how it ends one in the middle of a message.
#pragma once

#include <cstddef>
#include <string>

#include "model/step.hh"
#include "reference/tcp_connection.hh"
#include "run/stage.hh"

namespace sockgrade::run {

// Returns how many of the bytes have been sent.
std::size_t send_in_pieces(Stage& stage, reference::TcpConnection& connection, const std::string& bytes,
                           const model::Pieces& pieces, const model::BreakOff& break_off);

// `sent`: how many bytes of its message had gone out; 0 when it was in none.
void reset(Stage& stage, reference::TcpConnection& connection, std::size_t sent);

}  // namespace sockgrade::run
