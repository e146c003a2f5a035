#pragma once

#include <string>

#include "model/address.hh"

namespace sockgrade::cli {

// `HOST:PORT`, `[::1]:PORT`, or `PORT` alone for this computer, 127.0.0.1. A host name is looked up.
// UsageError that names `option`.
model::Address endpoint_of(const std::string& option, const std::string& text);

}  // namespace sockgrade::cli
