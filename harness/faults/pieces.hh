#pragma once

#include "faults/stream.hh"
#include "model/step.hh"

namespace sockgrade::faults {

std::unique_ptr<StreamFault> make_pieces(const model::Pieces& pieces);
std::unique_ptr<StreamFault> make_pieces_of(const model::FaultRule& rule);

inline constexpr std::string_view kPiecesTakes[] = {"bytes"};
inline constexpr std::string_view kPiecesNeeds[] = {"bytes"};
inline constexpr StreamKind kPieces{
    .name = "pieces",
    .summary = "The stream comes in pieces: each leaves when the one before has been read.",
    .step =
        "{ send: MESSAGE, pieces: N } or { send: MESSAGE, pieces: [N, N] } or { reply: MESSAGE, pieces: N }",
    .make = make_pieces_of,
    .takes = kPiecesTakes,
    .needs = kPiecesNeeds};

}  // namespace sockgrade::faults
