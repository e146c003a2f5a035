#include "model/fault.hh"

namespace sockgrade::model {

std::string to_string(Direction direction) {
    return direction == Direction::to_program ? "to-program" : "from-program";
}

}  // namespace sockgrade::model
