// How the reference peers tell what happened to them.
#pragma once

#include <functional>

#include "model/event.hh"

namespace sockgrade::reference {

using Record = std::function<void(model::event::What)>;

}  // namespace sockgrade::reference
