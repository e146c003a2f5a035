#pragma once

#include "faults/stream.hh"
#include "model/step.hh"

namespace sockgrade::faults {

std::unique_ptr<StreamFault> make_pieces(const model::Pieces& pieces);

}  // namespace sockgrade::faults
